"""One tree gives focus, mouse, voice and snapshots."""

import pygame

from game.screens.kit.answers import Answer, Key, Order, Pointer, Quit
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, row, scroller, space
from game.screens.kit.node import Node, outline, render
from game.screens.kit.screen import Screen
from tests.screens.tapping import tap


def press(key: str, answer: Answer | None = None, **more: object) -> Node:
    return Node("button", key.title(), key=key, answer=answer or Order(key), box=Box(0, 0, 100, 40), **more)  # type: ignore[arg-type]


class Three(Screen):
    def tree(self, frame: Frame) -> Node:
        nodes = [press("a"), press("b", disabled="The bridge is up."), press("c", Quit(), shortcut="q")]
        return Node("window", "Three", children=[column(nodes, gap=10)], box=Box(0, 0, 100, 140))


class Tall(Screen):
    def tree(self, frame: Frame) -> Node:
        pane = scroller(column([press(f"n{i}") for i in range(20)]), "pane", Box(0, 0, 120, 200),
                        self.scrolls.get("pane", 0.0))
        return Node("window", children=[pane], box=pane.box)


def test_tab_goes_round_in_reading_order_and_stops_at_closed_things_too() -> None:
    screen, frame, seen = Three(), Frame(), []
    for _ in range(4):
        screen.on(Key("tab"), frame)
        seen.append(screen.focus)
    screen.on(Key("backtab"), frame)
    assert [*seen, screen.focus] == ["a", "b", "c", "a", "c"]


def test_enter_presses_what_has_the_focus_and_a_closed_thing_answers_nothing() -> None:
    screen, frame = Three(), Frame()
    screen.focus = "a"
    assert screen.on(Key("enter"), frame) == Order("a")
    screen.focus = "b"
    assert screen.on(Key("space"), frame) is None


def test_without_focus_enter_only_shows_where_one_is() -> None:
    screen = Three()
    assert screen.on(Key("enter"), Frame()) is None
    assert screen.focus == "a"


def test_a_shortcut_presses_and_a_released_key_does_not() -> None:
    assert Three().on(Key("q"), Frame()) == Quit()
    assert Three().on(Key("q", down=False), Frame()) is None


def test_escape_opens_the_menu_where_nothing_else_wants_it() -> None:
    assert Three().on(Key("escape"), Frame()) == Order("menu")


def test_the_mouse_moves_the_focus_and_a_click_presses() -> None:
    screen, frame = Three(), Frame()
    assert screen.on(Pointer("move", 50, 110), frame) is None
    assert screen.focus == "c"
    assert tap(screen, 50, 110, frame) == Quit()
    assert tap(screen, 500, 500, frame) is None


def test_moving_over_nothing_new_draws_nothing_anew() -> None:
    screen, frame = Three(), Frame()
    screen.on(Pointer("move", 50, 10), frame)
    screen.dirty = False
    screen.on(Pointer("move", 52, 12), frame)
    assert not screen.dirty


def test_focus_scrolls_into_sight_and_what_is_out_of_sight_cannot_be_clicked() -> None:
    screen, frame = Tall(), Frame()
    assert screen.tree(frame).at(50, 230) is None
    for _ in range(12):
        screen.on(Key("tab"), frame)
    root = screen.tree(frame)
    target = root.find("n11")
    assert target is not None
    assert target.box.y >= 0 and target.box.bottom <= 200
    assert root.at(50, target.box.y + 4) is target


def test_the_wheel_scrolls_no_further_than_the_end() -> None:
    screen, frame = Tall(), Frame()
    for _ in range(60):
        screen.on(Pointer("wheel", 50, 50, -1.0), frame)
    assert screen.tree(frame).children[0].offset == 20 * 40 - 200


def test_speech_and_outline_say_label_value_and_why_it_is_closed() -> None:
    node = Node("button", "Wait", value="2 minutes", disabled="The bridge is up.", selected=True)
    assert node.speak() == "Wait. 2 minutes. button. already chosen. closed: The bridge is up"
    tree = Node("window", "Light", children=[Node("group", children=[node])])
    assert outline(tree) == 'window "Light"\n  button "Wait" = 2 minutes [chosen] [closed: The bridge is up.]'


def test_columns_rows_and_flows_put_nothing_on_something_else() -> None:
    parts = [space(60, 20) for _ in range(7)]
    flowed = flow(parts, 200, gap=10)
    assert flowed.box.w <= 200
    assert len({(node.box.x, node.box.y) for node in parts}) == 7
    lined = row([space(10, 30), space(20, 10)], gap=5, pad=3)
    assert (lined.box.w, lined.box.h) == (41, 36)


def test_the_focused_thing_looks_different() -> None:
    pictures = []
    for focus in ("", "a"):
        surface = pygame.Surface((1280, 720))
        render(Canvas(surface), Three().tree(Frame()).shift(100, 100), focus)
        pictures.append(pygame.image.tobytes(surface, "RGB"))
    assert pictures[0] != pictures[1]

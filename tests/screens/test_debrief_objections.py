"""The player argues against a reading, on the screen and on paper; and is asked once what becomes of the play."""

import re
from html.parser import HTMLParser

import pygame
import pytest

from game.debrief.contents import pages_file, record_file, words_file
from game.debrief.pages import Debrief as Laid
from game.debrief.report import render
from game.model.content import Pack
from game.model.said import LONGEST, Said, tidy
from game.screens.debrief.leaving import Leaving, Saving, Wiping
from game.screens.debrief.objection import Objecting
from game.screens.debrief.screen import Debrief
from game.screens.kit.answers import Answer, Key, Order, Pointer, Pop, Push, Typed
from game.screens.kit.canvas import HEIGHT, WIDTH
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node, outline
from game.screens.leaf import Leaf
from tests.journal.test_beside import HOSTILE
from tests.screens.debriefed import laid_out
from tests.screens.ruler import EASIER

FRAMES = [*(Frame(size, zoom) for size in ((960, 540), (1280, 720)) for zoom in (1.0, 1.3, 1.6, 2.0)), *EASIER]
PLAIN = Frame()


@pytest.fixture(scope="module")
def laid(pack: Pack) -> Laid:
    return laid_out(pack, "lesson", "middle")


def opened(laid: Laid, said: Said | None = None) -> Debrief:
    return Debrief(laid.pages, laid.record, laid.notes, said=said or Said())


def press(screen: Debrief | Leaf, key: str) -> Answer | None:
    node = screen.tree(PLAIN).find(key)
    assert node is not None, key
    return node.press()


def leaf(screen: Debrief, finding: str) -> Objecting:
    answer = press(screen, f"object.{finding}")
    assert isinstance(answer, Push) and isinstance(answer.screen, Objecting)
    return answer.screen


def said_on(root: Node) -> str:
    return " ".join(outline(root).split())


def test_every_finding_on_every_page_can_be_argued_against(laid: Laid) -> None:
    screen, offered = opened(laid), set()
    for at in range(len(laid.pages)):
        screen.turn(at)
        for frame in FRAMES:
            keys = {n.key for n in screen.tree(frame).focusables() if n.key.startswith("object.")}
            assert keys == {f"object.{one.id}" for one in screen.page.findings}
        offered |= keys
    assert offered == {f"object.{one.id}" for one in laid.findings}


def test_what_is_typed_is_kept_changed_and_taken_back_by_keys_alone(laid: Laid) -> None:
    screen, finding = opened(laid), "visible_hidden_difference"
    given = {"play": laid.record.header.play, "finding": finding}
    written = leaf(screen, finding)
    for letter in "I was tired":
        written.on(Key("space" if letter == " " else letter.lower()), PLAIN)
        written.on(Typed(letter), PLAIN)
    written.on(Key("backspace"), PLAIN)
    written.on(Typed("d."), PLAIN)
    assert written.on(Key("enter"), PLAIN) == Order("object", {**given, "words": "I was tired."})
    assert "You object: I was tired." in said_on(screen.tree(PLAIN))
    again = leaf(screen, finding)
    assert again.draft == "I was tired."
    again.on(Typed(" Really."), PLAIN)
    assert press(again, "keep") == Order("object", {**given, "words": "I was tired. Really."})
    assert "You object: I was tired. Really." in said_on(screen.tree(PLAIN))
    assert press(screen, f"withdraw.{finding}") == Order("object", {**given, "words": None})
    assert "You object" not in said_on(screen.tree(PLAIN)) and screen.said == Said()


def test_an_objection_needs_no_reason_and_can_be_taken_back_on_its_leaf(laid: Laid) -> None:
    screen, finding = opened(laid), "visible_hidden_difference"
    assert leaf(screen, finding).buttons(PLAIN)[-1].key == "close"
    press(leaf(screen, finding), "keep")
    assert "You object, and give no reason." in said_on(screen.tree(PLAIN))
    press(leaf(screen, finding), "withdraw")
    assert screen.said == Said()


def test_escape_leaves_what_was_said_as_it_was_and_the_mouse_does_not_take_the_pen_away(laid: Laid) -> None:
    screen = opened(laid, Said().object_to("visible_hidden_difference", "before"))
    written = leaf(screen, "visible_hidden_difference")
    close = written.tree(PLAIN).find("close")
    assert close is not None
    written.on(Typed(" and after"), PLAIN)
    written.on(Pointer("move", *close.box.centre), PLAIN)
    assert written.focus == "entry"
    assert isinstance(written.on(Key("escape"), PLAIN), Pop)
    assert screen.said.objections == {"visible_hidden_difference": "before"}


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f"{f.size[0]} at {f.zoom:.0%}")
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_fit_on_the_leaf_and_under_the_finding(laid: Laid, text: str, frame: Frame) -> None:
    screen, finding = opened(laid), "visible_hidden_difference"
    written = leaf(screen, finding)
    written.on(Typed(text), frame)
    assert len(written.draft) <= LONGEST
    surface = pygame.Surface(frame.size)
    written.paint(frame.canvas(surface), frame)
    foot = written.tree(frame).find("keep")
    assert foot is not None and foot.box.bottom <= HEIGHT
    written.on(Key("enter"), frame)
    assert screen.said.objections == {finding: tidy(text)}
    screen.paint(frame.canvas(surface), frame)
    for node in screen.tree(frame).walk():
        assert node.box.right <= WIDTH + 1, node.label[:40]
    assert said_on(screen.tree(frame)).count(f"You object: {tidy(text)}") == 1


class Tags(HTMLParser):
    """What a browser would take for markup."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words_on_paper(laid: Laid, text: str) -> None:
    """They add one paragraph and no other tag, and no cell of any table."""
    plain = render(laid)
    html = render(laid, Said(objections={"approval": text}))  # not even tidied before
    more = Tags(html).tags[:]
    for tag in Tags(plain).tags:
        more.remove(tag)
    assert sorted(tag for tag, _ in more) == ["bdi", "p", "strong"]
    (inside,) = re.findall(r"<strong>The player objects:</strong> <bdi>(.*?)</bdi>", html)
    assert not set(inside) & set("<>\u202e\u202c\u2066\u2069\u200f\n\x00\x1b") and len(inside) <= LONGEST * 6
    before = html.split('<p class="objection">')[0]
    assert before.count("<table") == before.count("</table"), "it is no cell, and its line begins with our words"


def test_the_objection_is_printed_under_its_own_finding_and_nowhere_else(laid: Laid) -> None:
    html = render(laid, Said().object_to("nudge_effect", "I like lavender").object_to("approval", ""))
    article = html.split('id="f-nudge_effect"')[1].split("</article>")[0]
    assert "<strong>The player objects:</strong> <bdi>I like lavender</bdi>" in article
    assert html.count("I like lavender") == 1
    article = html.split('id="f-approval"')[1].split("</article>")[0]
    assert "The player objects,</strong> and gives no reason." in article
    assert html.count('class="objection"') == 2
    assert 'class="objection"' not in render(laid)


def test_leaving_for_the_first_time_asks_and_escape_there_keeps(laid: Laid) -> None:
    for way in ("back", "escape"):
        screen = opened(laid)
        answer = press(screen, "back") if way == "back" else screen.on(Key("escape"), PLAIN)
        assert isinstance(answer, Push) and isinstance(answer.screen, Leaving)
        assert answer.screen.on(Key("escape"), PLAIN) == Order("settled", {"play": laid.record.header.play})
        assert isinstance(press(answer.screen, "back"), Pop)


def test_it_is_not_asked_twice(laid: Laid) -> None:
    screen = opened(laid, Said(asked=True))
    assert isinstance(press(screen, "back"), Pop)
    assert isinstance(screen.on(Key("escape"), PLAIN), Pop)


@pytest.mark.parametrize("said", [Said(), Said().object_to("approval", "no")])
def test_the_exact_content_is_listed_before_it_is_saved(laid: Laid, said: Said) -> None:
    screen = opened(laid, said)
    answer = press(screen, "back")
    assert isinstance(answer, Push) and isinstance(answer.screen, Leaving)
    pushed = press(answer.screen, "save")
    assert isinstance(pushed, Push) and isinstance(pushed.screen, Saving)
    files = [n.label for n in pushed.screen.tree(PLAIN).walk() if n.role == "listitem"]
    beside = words_file(laid.record, said)
    names = [record_file(laid.record), *([beside] if beside else []), pages_file(laid.record, laid.pages, said)]
    assert files == [f"– {one}" for one in names]
    assert f"{len(laid.record.lines) + 1:,} lines" in files[0] and bool(beside) == bool(said.objections)
    told = said_on(pushed.screen.tree(PLAIN))
    assert "No name, no date, no hour of your day and no machine" in told
    assert press(pushed.screen, "yes") == Order("export", {"what": "all", "play": laid.record.header.play})


def test_wiping_is_asked_twice_and_copies_can_be_spared_once_there_are_some(laid: Laid) -> None:
    screen, given = opened(laid), {"play": laid.record.header.play}
    leaving = press(screen, "back")
    assert isinstance(leaving, Push) and isinstance(leaving.screen, Leaving)
    asked = press(leaving.screen, "wipe")
    assert isinstance(asked, Push) and isinstance(asked.screen, Wiping)
    assert asked.screen.focus == "close" and asked.screen.tree(PLAIN).find("spare") is None
    assert press(asked.screen, "yes") == Order("wipe", given)
    screen._export("all")
    asked = press(leaving.screen, "wipe")
    assert isinstance(asked, Push) and isinstance(asked.screen, Wiping)
    assert press(asked.screen, "yes") == Order("wipe", given)
    assert press(asked.screen, "spare") == Order("wipe", {**given, "copies": "stay"})


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f"{f.size[0]} at {f.zoom:.0%}")
def test_all_of_the_question_is_on_the_screen_at_every_size(laid: Laid, frame: Frame) -> None:
    screen = opened(laid, Said().object_to("approval", "no"))
    screen.copies = True
    leaving = screen._out()
    assert isinstance(leaving, Push)
    for one in (leaving.screen, screen._saving(), screen._wiping()):
        root = one.tree(frame)
        assert frame.zoom > 1.6 or not any(node.reach for node in root.walk())
        hidden = {id(node) for pane in root.walk() if pane.reach for node in pane.children[0].walk()}
        seen = [node for node in root.walk() if id(node) not in hidden]
        assert all(node.box.x >= 0 and node.box.right <= WIDTH and node.box.bottom <= HEIGHT for node in seen)

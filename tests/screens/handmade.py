"""Views made by hand, for screens that need no rules."""

from typing import Any

from game.model.record import Option, Shown
from game.model.view import Standing, View
from game.screens.kit.canvas import HEIGHT, WIDTH
from game.screens.kit.node import Node

OPTIONS = (
    Option(id="stay", text="Go over, sit with him until he can stand", minutes=40, tie=1, mark="posted", points=5),
    Option(id="call", text="Call the warden over and walk on", minutes=5, mark="posted"),
    Option(id="pass", text="Keep walking", coins=-3),
)


def shown(world: str = "print", **more: Any) -> Shown:
    given: dict[str, Any] = {
        "moment": "P.fall", "mode": "sheet", "world": world, "light": "noon", "watch": "plain", "day": 3,
        "clock": "08:40", "who": "adeyemi", "where": "row", "options": OPTIONS,
        "scene": "Mr. Adeyemi has slipped on the wet steps. He looks at the sky as if it had been recommended to him.",
        "aside": "The camera on the lamp turns. Two people look at it before they look at him.",
    }
    return Shown(**(given | more))


def view(world: str = "print", **more: Any) -> View:
    given: dict[str, Any] = {
        "phase": "moment", "world": world, "light": "noon", "watch": "plain", "lantern": "lit", "day": 3, "days": 6,
        "weekday": "Wednesday", "clock": "08:40", "minutes_left": 540, "coins": 42, "tick": 6, "rest": 6, "ties": 14,
        "need": 166, "standing": Standing(points=784, grade="AAA"), "at": "board", "way": "row",
    }
    return View(**(given | more))


def cut(node: Node, within: tuple[float, float, float, float] = (0, 0, WIDTH, HEIGHT)) -> list[str]:
    """What of a tree sticks out of the screen, or out of the side of the pane it scrolls in."""
    x, y, w, h = within
    found = []
    inside = (node.box.x >= x - 1 and node.box.right <= x + w + 1 and node.box.y >= y - 1
              and node.box.bottom <= y + h + 1)
    if node.box.w and not inside:
        found.append(f"{node.role} {node.label or node.key}: {node.box} not in {within}")
    below = within
    if node.window is not None:
        pane = node.window
        below = (pane.x, pane.y - node.offset, pane.w, pane.h + node.reach)
    for child in node.children:
        found += cut(child, below)
    return found


def overlapping(node: Node) -> list[str]:
    """Pairs of things to press that lie on each other."""
    stops = node.focusables()
    return [
        f"{a.key} on {b.key}"
        for index, a in enumerate(stops)
        for b in stops[index + 1 :]
        if a not in list(b.walk()) and b not in list(a.walk())
        and a.box.x < b.box.right - 1 and b.box.x < a.box.right - 1
        and a.box.y < b.box.bottom - 1 and b.box.y < a.box.bottom - 1
    ]

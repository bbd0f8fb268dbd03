"""Which choices of a screen have letters, in the order in which a room sees them; and the coin."""

import math

from game.model.view import View
from game.screens.kit.canvas import Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node
from game.screens.kit.screen import Screen
from game.screens.project.ballot import LETTERS, TURNS, Ballot, Called

HEADS = ("option.", "use.", "pick.")  # how the keys of choices begin
GOLD, EDGE, DARK = "#E9B949", "#8A6412", "#20263A"
RADIUS = 120.0


def choices(screen: Screen, view: View, frame: Frame) -> tuple[str, tuple[Called, ...]]:
    """What the choices of a screen are for, and each that is open with its letter: things stand from left to right."""
    nodes = [one for one in screen.tree(frame).walk() if _id(one) and not one.disabled and one.answer is not None]
    if screen.kind == "hands":
        nodes.sort(key=lambda one: one.children[0].box.centre[0] if one.children else one.box.centre[0])
    called = tuple(
        Called(_id(one), letter, one.label) for one, letter in zip(nodes[: len(LETTERS)], LETTERS, strict=False)
    )
    return _key(view), called if len(called) > 1 else ()


def _id(node: Node) -> str:
    return next((node.key.removeprefix(head) for head in HEADS if node.key.startswith(head)), "")


def _key(view: View) -> str:
    """For what the vote is: the same for as long as it is the same question."""
    about = view.moment.moment if view.phase == "moment" and view.moment else ""
    about = about or (view.ask.id if view.ask else "") or (view.place.id if view.place else "")
    return " ".join((str(view.day), view.phase, about, view.clock))


def thing(screen: Screen, frame: Frame, choice: str) -> Node | None:
    """The choice on its screen."""
    return next((one for one in screen.tree(frame).walk() if _id(one) == choice), None)


def coin(canvas: Canvas, ballot: Ballot, x: float, y: float) -> None:
    """A coin in the middle of the picture, with the letters of those who are equal on its sides; it comes to rest."""
    part = min(1.0, ballot.turned / TURNS)
    tied = ballot.tied
    angle = (1 - (1 - part) ** 2) * math.pi * 6  # it turns slower and slower, and ends flat
    side = abs(math.cos(angle))
    at = (tied.index(ballot.took) + 6 - round(angle / math.pi)) % len(tied)
    wide = max(6.0, RADIUS * side)
    canvas.rect((x - wide - 4, y - RADIUS - 2, 2 * wide + 8, 2 * RADIUS + 12), "#17182F66", wide)
    for grown, colour in ((4.0, EDGE), (0.0, GOLD)):
        points = [(x + (wide + grown) * math.cos(a), y + (RADIUS + grown) * math.sin(a))
                  for a in (math.tau * k / 48 for k in range(48))]  # fmt: skip
        canvas.polygon(points, colour)
    if side > 0.5:
        canvas.text((x, y - 82), ballot.letter(tied[at]), "serif_semibold", 120 * side, DARK, None, "centre")

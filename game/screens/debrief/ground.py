"""A moment drawn again, small: the street or the room as it was, and the sheet that stood before it."""

from collections.abc import Mapping
from dataclasses import replace

from game.language import _
from game.model.record import Shown
from game.screens import sheet
from game.screens.back import INDOORS, THING_X
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.node import Mood, Node, render
from game.screens.paint import rooms, scene, things
from game.telling.views import told_shape

LANTERN = {"plain": "lit", "dark": "dark", "away": "out"}
STEPS = (1.6, 1.45, 1.3, 1.15, 1.0)


def fitting(frame: Frame, shown: Shown, chosen: str, width: float) -> float:
    """The largest text size at which all of the sheet is there, in a picture `width` wide."""
    shown = told_shape(shown)
    wanted = min(STEPS[0], frame.zoom * WIDTH / width)
    for step in (wanted, *(step for step in STEPS if step < wanted)):
        root = sheet.build(shown, _inner(frame, width, step), chosen=chosen)
        if not any(node.reach for node in root.walk()):
            return step
    return STEPS[-1]


def _inner(frame: Frame, width: float, zoom: float) -> Frame:
    """The window of the small picture."""
    small = frame.scale * width / WIDTH
    return replace(frame, size=(round(small * WIDTH), round(small * HEIGHT)), still=True, zoom=zoom)


def picture(
    frame: Frame, shown: Shown, chosen: str, width: float, looks: Mapping[str, object], size: float = 0.0
) -> Node:
    """The screen of `shown` as a picture `width` wide, with what was chosen marked.

    The sheet is drawn at the text size that makes it readable in the small, or at `size`.
    """
    shown = told_shape(shown)
    inner = _inner(frame, width, size or fitting(frame, shown, chosen, width))
    root = sheet.build(shown, inner, chosen=chosen)
    said = ". ".join(filter(None, (shown.scene, shown.aside)))

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        canvas.shadow(node.box, "#D8CDAE", 0, 6)
        below = Canvas(canvas.surface, inner.scale, canvas.px(node.box.x, node.box.y), inner.zoom,
                       lettering=inner.lettering, stark=inner.stark)
        with canvas.clip(node.box):
            _behind(below, shown, looks)
            render(below, root)
        canvas.rect(node.box, "#20263A", line=2)

    return Node("image", _("The screen as it was"), value=said, box=Box(0, 0, width, width * HEIGHT / WIDTH), draw=draw)


def _behind(canvas: Canvas, shown: Shown, looks: Mapping[str, object]) -> None:
    """The room or the street, with you in it and the one it was about, where it is known how they look."""
    inside = shown.where in INDOORS
    at = scene.SPOT_X.get(shown.where, scene.SPOT_X["no_7"])
    cam = min(max(0.0, at - 560), scene.ROW_WIDTH - WIDTH)
    you = scene.Figure("you", 420, rooms.BEFORE) if inside else scene.Figure("you", at + 30)
    figures = [] if inside and shown.where in rooms.COUNTERS else [you]
    if shown.who in looks and shown.who != "nobody":
        other = scene.Figure(looks[shown.who], 780, rooms.BEHIND, facing=-1)
        figures.append(other if inside else scene.Figure(looks[shown.who], at + 130, facing=-1))
    there = [(shown.thing, things.FIXED.get(shown.thing, at + 200.0), False)] if shown.thing else []
    still = scene.StreetPicture(
        world=shown.world, light=shown.light, watch=shown.watch, lantern=LANTERN.get(shown.watch, "plain"), cam=cam,
        clock=shown.clock,
        figures=figures, things=there, still=True,
    )
    if inside:
        scene.interior(canvas, shown.where, still)
        if shown.thing:
            scene.indoor_thing(canvas, shown.thing, THING_X, shown.where, 0.0, shown.world, shown.light)
    else:
        scene.street(canvas, still)

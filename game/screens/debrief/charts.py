"""The pictures of the debrief: dominoes, bars, pegs. Dots and the house have files of their own, two lives a page."""

from collections.abc import Callable

from game.debrief.charts import Bar, Bars, Chart, Domino, Dominoes, Dots, Drift, Ladder, Peg, Pegs, Plan, did
from game.debrief.pen import TONES
from game.language import _
from game.screens.debrief.dots import dots
from game.screens.debrief.drift import drift
from game.screens.debrief.house import house
from game.screens.debrief.ladder import ladder
from game.screens.debrief.look import GREY, INK, OCHRE, PAL, PAPER, SAND, TEAL, VERMILION, Live, pip, seen, turned
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, row, space, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.widgets import silent

Open = Callable[[int], Press]
"""From the line of a moment to what pressing it answers."""


def chart(frame: Frame, what: Chart, width: float, open_: Open, live: Live, *, large: bool = False) -> Node:
    """Return the picture as a node, `width` wide. It draws what the description holds and adds nothing."""
    if isinstance(what, Dominoes):
        body = _dominoes(frame, what, width, open_, live, large=large)
    elif isinstance(what, Dots):
        body = dots(frame, what, width, open_, live)
    elif isinstance(what, Plan):
        body = house(frame, what, width, open_)
    elif isinstance(what, Bars):
        body = _bars(frame, what, width, live)
    elif isinstance(what, Pegs):
        body = _pegs(frame, what, width)
    elif isinstance(what, Drift):
        body = drift(frame, what, width, open_)
    elif isinstance(what, Ladder):
        body = ladder(frame, what, width, live)
    else:
        raise TypeError("two lives are drawn by their own page")
    return Node("image", what.title, value=what.says, children=[body], box=body.box)


def titled(frame: Frame, what: Chart, picture: Node, width: float) -> Node:
    """A picture under its title; the dominoes say theirs themselves."""
    if isinstance(what, Dominoes):
        return picture
    head = silent(seen(words(frame, what.title, "sans_semibold", 16, INK, width)))
    return column([head, picture], gap=10)


def _dominoes(frame: Frame, what: Dominoes, width: float, open_: Open, live: Live, *, large: bool) -> Node:
    count = len(what.tiles)
    most = 2 if large and count <= 4 and width < frame.em(900) else 4
    across = max(1, min(most, count, int(width // frame.em(168))))
    cell = width / across
    half = min((cell - 56) / 2, frame.em(104 if most == 2 else 60 if count > 8 else 84 if large else 76))
    made = [_tile(frame, what, tile, cell, half, open_, live) for tile in what.tiles]
    lines = [row(made[start : start + across], align="top") for start in range(0, len(made), across)]
    return column([*lines, _legend(frame, what, width)], gap=frame.em(8))


def _tile(
    frame: Frame, what: Dominoes, tile: Domino, cell: float, half: float, open_: Open, live: Live
) -> Node:
    """One domino: the posted half is print, the hidden half a phone. It tears where the two halves differ."""
    tall = half * 1.06
    face = space(cell - 12, tall + 20)
    label = words(frame, tile.label, "sans_semibold", 16, INK, cell - 24)
    kind = words(frame, _("to keep it is {kind}").format(kind=tile.keeping), "sans", 14, GREY, cell - 24)
    inner = silent(column([face, column([label, kind], pad=(10, 0))]))

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        far = live() if tile.split else 0.0
        x, y = node.box.x + 10, node.box.y + 10
        tear = far * min(22.0, half * 0.24)
        _half(canvas, Box(x, y, half, tall), -4 * far, kept=tile.left, hidden=False, lit=bool(mood))
        apart = Box(x + half + tear, y + far * 5, half, tall)
        _half(canvas, apart, 5 * far, kept=tile.right, hidden=True, lit=bool(mood))

    hint = f"{what.left}: {did(tile.left)}; {what.right}: {did(tile.right)}"
    return seen(Node(
        "button", tile.label, key=f"tile.{tile.n_left}", value=_("split") if tile.split else _("whole"), hint=hint,
        answer=open_(tile.n_left), children=[inner], box=inner.box, draw=draw, palette=PAL,
    ))


def _half(canvas: Canvas, box: Box, turn: float, *, kept: bool | None, hidden: bool, lit: bool) -> None:
    """Half a domino: print has hard corners and a red band, the phone round ones and a slit to speak through."""
    middle = box.centre
    shape = turned(box, turn, middle, 16 if hidden else 0, "0110")
    canvas.polygon([(x + 4, y + 4) for x, y in shape], "#D8CDAE")
    canvas.polygon(shape, "#FFFFFF" if lit else "#EEEAFD" if hidden else PAPER)
    if hidden:
        canvas.polygon(turned(Box(middle[0] - 9, box.y + 7, 18, 4), turn, middle, 2), "#5B4FD6")
    else:
        canvas.polygon(turned(Box(box.x, box.y, box.w, 8), turn, middle), VERMILION)
    canvas.line([*shape, shape[0]], INK, 2)
    pip(canvas, (middle[0], middle[1] + 4), box.w * 0.21, kept=kept)


def _legend(frame: Frame, what: Dominoes, width: float) -> Node:
    """What the pips and the halves mean."""
    size = 14.0

    def with_pip(text: str, *, kept: bool) -> Node:
        disc = space(frame.em(18), frame.em(18))
        disc.draw = lambda canvas, node, _mood: pip(canvas, node.box.centre, frame.em(7), kept=kept)
        return row([disc, words(frame, text, "sans", size, INK)], gap=6)

    def with_half(text: str, *, hidden: bool) -> Node:
        shape = space(frame.em(16), frame.em(18))

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            outline = turned(node.box, 0, node.box.centre, 6 if hidden else 0, "0110")
            canvas.polygon(outline, "#EEEAFD" if hidden else PAPER)
            if not hidden:
                canvas.rect(Box(node.box.x, node.box.y, node.box.w, 4), VERMILION)
            canvas.line([*outline, outline[0]], INK, 1.5)

        shape.draw = draw
        return row([shape, words(frame, text, "sans", size, INK)], gap=6)

    parts = [
        with_half(what.left, hidden=False), with_half(what.right, hidden=True),
        with_pip(_("as the board asks"), kept=True), with_pip(_("otherwise"), kept=False),
        words(frame, _("torn: not the same in both"), "sans", size, INK),
    ]
    return silent(flow(parts, width - 10, gap=20, gap_y=4))


def _bars(frame: Frame, what: Bars, width: float, live: Live) -> Node:
    """A bar a row, its figure beside it, and what would be no surprise as a whisker where there is one."""
    figures = max(frame.measure(bar.figure, "mono", frame.em(15))[0] for bar in what.bars)
    left = min(width * 0.36, max(frame.measure(bar.label, "sans", frame.em(16))[0] for bar in what.bars) + 4)
    track = width - left - figures - 32
    rows = [_bar(frame, bar, left, track, live) for bar in what.bars]
    if what.note:
        note = words(frame, what.note, "sans", 14, GREY, track)
        rows.append(row([space(left + 16, 0), note]))
    return silent(column(rows, gap=frame.em(10)))


def _bar(frame: Frame, bar: Bar, left: float, width: float, live: Live) -> Node:
    label = words(frame, bar.label, "sans", 16, INK, left)
    figure = words(frame, bar.figure, "mono", 15, INK)
    track = space(width, frame.em(20))

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        x, y, wide, high = node.box
        canvas.rect(node.box, SAND, 3)
        if bar.share:
            grown = max(3.0, wide * bar.share * (0.4 + 0.6 * live()))
            canvas.rect(Box(x, y, grown, high), TONES.get(bar.tone, TEAL), 3)
        if bar.low is not None and bar.high is not None:
            low, high_, middle = x + wide * bar.low, x + wide * bar.high, y + high / 2
            for ink, thick in ((PAPER, 5.0), (INK, 2.0)):
                canvas.line([(low, middle), (high_, middle)], ink, thick)
                for end in (low, high_):
                    canvas.line([(end, middle - 6), (end, middle + 6)], ink, thick)

    track.draw = draw
    return seen(row([label, track, figure], gap=16))


def _pegs(frame: Frame, what: Pegs, width: float) -> Node:
    """Ten hooks a row: as many hold a peg as were guessed; a pointer says how it was."""
    left = min(width * 0.3, max(frame.measure(one.label, "sans", frame.em(16))[0] for one in what.rows) + 4)
    return silent(column([_peg_row(frame, one, left, width - left - 16) for one in what.rows], gap=frame.em(14)))


def _peg_row(frame: Frame, one: Peg, left: float, width: float) -> Node:
    label = words(frame, one.label, "sans", 16, INK, left)
    figure = _("{n} of 10").format(n=one.guess)
    rail_wide = width - frame.measure(figure, "mono", frame.em(15))[0] - 16
    rail = space(rail_wide, 46)
    truth = one.looks / one.moments if one.moments else 0.0

    def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
        x, y, wide, _high = node.box
        unit = wide / 10
        canvas.line([(x, y + 3), (x + wide, y + 3)], INK, 3)
        for peg in range(10):
            at = x + unit * (peg + 0.5)
            canvas.line([(at, y + 3), (at, y + 12)], INK, 3)
            if peg < one.guess:
                shape = Box(at - 10, y + 11, 20, 24)
                canvas.rect(shape, OCHRE, 3)
                canvas.rect(shape, INK, 3, line=1.5)
        tip = x + wide * truth
        canvas.polygon([(tip, y + 36), (tip + 8, y + 46), (tip - 8, y + 46)], VERMILION)

    rail.draw = draw
    said = _("guessed {n} of 10; in fact {looks} in {moments}")
    said = said.format(n=one.guess, looks=one.looks, moments=one.moments)
    under = words(frame, said, "sans", 14, GREY, rail_wide)
    return seen(row([label, column([rail, under], gap=4)], gap=16, align="top"))

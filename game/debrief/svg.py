"""Chart descriptions as inline SVG: flat shapes, a title and a text alternative, nothing told by colour alone."""

from textwrap import wrap

from game.debrief.charts import Bars, Chart, Dominoes, Dots, Drift, Ladder, Lane, Lanes, Pegs, Plan
from game.debrief.drift_svg import drift
from game.debrief.house import DARK, LAMP, LIT, NIGHT, TOWER, WALL, Point, cells
from game.debrief.pen import GREY, INK, OCHRE, PAPER, SOFT, TEAL, TINTS, TONES, VERMILION, WIDE
from game.debrief.pen import box as _box
from game.debrief.pen import line as _line
from game.debrief.pen import lines as _lines
from game.debrief.pen import pip as _pip
from game.debrief.pen import text as _text
from game.debrief.rungs import Rung
from game.debrief.words import markup, out_of
from game.language import _, pgettext


def svg(chart: Chart, key: str) -> str:
    """Return `chart` as an SVG element; `key` keeps its ids apart from those of other charts on the page."""
    body, height = _draw(chart)
    label = f'<title id="{key}-t">{markup(chart.title)}</title><desc id="{key}-d">{markup(chart.says)}</desc>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {height:g}" role="img" '
        f'aria-labelledby="{key}-t {key}-d">{label}{body}</svg>'
    )


def _draw(chart: Chart) -> tuple[str, float]:
    if isinstance(chart, Dominoes):
        return _dominoes(chart)
    if isinstance(chart, Dots):
        return _dots(chart)
    if isinstance(chart, Plan):
        return _plan(chart)
    if isinstance(chart, Bars):
        return _bars(chart)
    if isinstance(chart, Pegs):
        return _pegs(chart)
    if isinstance(chart, Ladder):
        return _ladder(chart)
    if isinstance(chart, Drift):
        return drift(chart)
    return _lanes(chart)


def _dominoes(chart: Dominoes) -> tuple[str, float]:
    out, columns, cell, row = [], 4, WIDE / 4, 150
    edge = f' rx="7" stroke="{INK}" stroke-width="2"'
    for i, tile in enumerate(chart.tiles):
        x, y = cell * (i % columns) + 24, 12 + row * (i // columns)
        gap = 18 if tile.split else 0
        for side, keeps in ((0, tile.left), (1, tile.right)):
            turn = f' transform="rotate({4 if side else -4} {x + 35 + side * 70:g} {y + 36:g})"' if tile.split else ""
            left = x + side * (66 + gap) - (9 if tile.split else 0) + (4 if tile.split else 0)
            out.append(
                f"<g{turn}>{_box(left, y, 66, 72, PAPER, edge)}{_pip(left + 33, y + 36, 13, full=bool(keeps))}</g>"
            )
        out.append(_lines(x - 4, y + 96, tile.label, 16, "b"))
        under = y + 96 + 18 * min(3, len(wrap(tile.label, 16)))
        kind = _("to keep it is {kind}").format(kind=tile.keeping)
        out.append(_text(x - 4, under, kind, "s", fill=GREY))
    height = 12 + row * -(-len(chart.tiles) // columns)
    y, key = height + 14, _("left: {left} · right: {right} · split: not the same")
    out += [
        _pip(32, y, 8, full=True), _text(48, y + 5, _("as the board asks"), "s"),
        _pip(236, y, 8, full=False), _text(252, y + 5, _("otherwise"), "s"),
        _text(24, y + 31, key.format(left=chart.left, right=chart.right), "s"),
    ]  # fmt: skip
    return "".join(out), height + 54


def _dots(chart: Dots) -> tuple[str, float]:
    out = []
    total = sum(len(b.dots) for b in chart.bands) or 1
    left, x = 8.0, 8.0
    unit = (WIDE - 16) / total
    r = max(3.5, min(7.0, unit * 0.36))
    for band in chart.bands:
        width = unit * len(band.dots)
        out.append(_box(x, 0, width, 144, TINTS.get(band.condition, SOFT)))
        out.append(_lines(x + 6, 18, band.label, max(8, int(width / 8.2)), "l", step=15))
        for i, dot in enumerate(band.dots):
            colour = TEAL if dot.kept else VERMILION
            out.append(_pip(x + unit * (i + 0.5), 70 if dot.kept else 112, r, full=dot.looked, colour=colour))
        x += width
    out.append(_line(left, 91, x, 91))
    y = 166
    out += [
        _text(8, y, _("above: as the board asks · below: otherwise"), "s"),
        _pip(WIDE - 330, y - 5, 7, full=True), _text(WIDE - 316, y, _("looked at in fact"), "s"),
        _pip(WIDE - 144, y - 5, 7, full=False), _text(WIDE - 130, y, _("nobody looking"), "s"),
    ]  # fmt: skip
    return "".join(out), 180


def _plan(chart: Plan) -> tuple[str, float]:
    """The house at the left; what it says and what its marks mean at the right."""
    size, middle = 122.0, 124.0
    every = cells(chart.rings)

    def shape(points: tuple[Point, ...], fill: str, more: str = "") -> str:
        at = " ".join(f"{middle + size * x:.1f},{middle + size * y:.1f}" for x, y in points)
        return f'<polygon points="{at}" fill="{fill}"{more}/>'

    def disc(x: float, y: float, r: float, fill: str, stroke: str) -> str:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}" stroke="{stroke}" stroke-width="2.5"/>'

    out = [disc(middle, middle, size, NIGHT, INK)]
    out += [shape(cell.beam, LIT) for cell in every if cell.beam]
    for cell in every:
        fill, ink = (LIT, INK) if cell.dot.looked else (DARK, PAPER)
        x, y = (middle + size * at for at in cell.at)
        out.append(shape(cell.walls(), fill, f' stroke="{WALL}" stroke-width="1.5"'))
        out.append(disc(x, y, min(8.0, size * cell.side * 0.3), ink if cell.dot.kept else "none", ink))
    out += [disc(middle, middle, size * TOWER, LAMP, INK), disc(middle, middle, size * TOWER * 0.4, LIT, INK)]
    left, y = 276.0, 22.0
    for kind, width, step, note in zip(("h", "", ""), (44, 52, 52), (26, 20, 20), chart.notes, strict=False):
        out.append(_lines(left, y, note, width, kind, step=step))
        y += step * min(3, len(wrap(note, width))) + 4
    y = 170.0
    for dx, full, words in ((0, True, chart.above), (220, False, chart.below)):
        out += [_pip(left + 10 + dx, y - 5, 8, full=full), _text(left + 26 + dx, y, words, "s")]
    for dx, fill, words in ((0, LIT, _("a beam: looked into")), (220, DARK, _("dark: nobody looked"))):
        out += [_box(left + dx, y + 16, 20, 16, fill, f' stroke="{INK}"'), _text(left + 26 + dx, y + 29, words, "s")]
    said = _("clockwise from the top, as lived")
    if len(chart.rings) > 1:
        said = _("inner ring: {inner} · outer ring: {outer} · clockwise from the top, as lived").format(
            inner=chart.rings[0].label, outer=chart.rings[1].label)  # fmt: skip
    out.append(_lines(left, y + 52, said, 50, "s"))
    return "".join(out), middle * 2


def _bars(chart: Bars) -> tuple[str, float]:
    out = []
    left, width, row = 230, 430, 44 if len(chart.bars) < 7 else 32
    for i, bar in enumerate(chart.bars):
        y = 8 + row * i
        out.append(_lines(0, y + 17 - 9 * (len(wrap(bar.label, 21)) - 1), bar.label, 21))
        out.append(_box(left, y, width, 22, SOFT, ' rx="2"'))
        out.append(_box(left, y, width * bar.share, 22, TONES.get(bar.tone, TEAL), ' rx="2"'))
        if bar.low is not None and bar.high is not None:
            x1, x2, middle = left + width * bar.low, left + width * bar.high, y + 11
            out.append(_line(x1, middle, x2, middle, PAPER, 5) + _line(x1, middle, x2, middle, INK, 2))
            out += [_line(x, middle - 6, x, middle + 6, PAPER, 5) + _line(x, middle - 6, x, middle + 6)
                    for x in (x1, x2)]  # fmt: skip
        out.append(_text(left + width + 14, y + 17, bar.figure, "m"))
    height = 8 + row * len(chart.bars)
    if chart.note:
        out.append(_text(left, height + 8, chart.note, "s", fill=GREY))
        height += 18
    return "".join(out), height


def _pegs(chart: Pegs) -> tuple[str, float]:
    out = []
    left, unit, row = 230, 43, 72
    for i, line in enumerate(chart.rows):
        y = 10 + row * i
        out.append(_lines(0, y + 22, line.label, 21))
        out.append(_line(left, y, left + unit * 10, y, INK, 4))
        for peg in range(10):
            x = left + unit * (peg + 0.5)
            out.append(_line(x, y, x, y + 10, INK, 3))
            if peg < line.guess:
                out.append(_box(x - 11, y + 10, 22, 28, OCHRE, f' rx="3" stroke="{INK}" stroke-width="1.5"'))
        at = left + unit * 10 * (line.looks / line.moments if line.moments else 0)
        out.append(f'<path d="M{at:g} {y + 44:g} l8 14 h-16 z" fill="{VERMILION}"/>')
        words = _("in fact {looks} in {n}").format(looks=line.looks, n=line.moments)
        anchor = "end" if at > left + unit * 5 else "start"
        out.append(_text(at + (-14 if anchor == "end" else 14), y + 58, words, "s", anchor))
        out.append(_text(left + unit * 10 + 14, y + 28, out_of(line.guess, 10), "m"))
    return "".join(out), 10 + row * len(chart.rows)


def _lanes(chart: Lanes) -> tuple[str, float]:
    out = []
    left, right, each = 130.0, WIDE - 16.0, 236.0
    unit = (right - left) / max(1, chart.days)
    for i, lane in enumerate(chart.lanes):
        out.append(_lane(lane, 16 + each * i, left, unit, chart.days, TEAL if i == 0 else VERMILION))
    height = 16 + each * len(chart.lanes)
    if chart.parted:
        x = left + unit * (chart.parted - 1) - 5
        out.append(_line(x, 6, x, height - 24, INK, 1.5, ' stroke-dasharray="5 4"'))
        side, anchor = (-8, "end") if x > left + 20 else (8, "start")
        out.append(_text(x + side, height - 26, _("here the lives part"), "i", anchor))
    return "".join(out), height


def _lane(lane: Lane, top: float, left: float, unit: float, days: int, colour: str) -> str:
    out = [_text(0, top + 40, lane.who, "h", fill=colour), _lines(0, top + 60, lane.file, 14, "s")]
    base = top + 96
    out.append(_line(left, base, left + unit * max((s.day for s in lane.steps), default=1), base, SOFT, 2))
    last: tuple[float, float, str] | None = None
    for step in lane.steps:
        x = left + unit * (step.day - 0.5)
        named = _("day {n}").format(n=step.day) if unit > 66 or step.day == 1 else str(step.day)
        out.append(_text(x, top + 8, named, "s", "middle", GREY))
        if step.height is None or step.points is None:
            out.append(_text(x, base - 10, _("not rated") if unit > 66 else "–", "s", "middle", GREY))
            last = None
            continue
        y = base - 8 - 44 * step.height
        if last and last[2] == step.scale:
            out.append(_line(last[0], last[1], x, y, colour, 3))
        out.append(f'<circle cx="{x:g}" cy="{y:g}" r="5" fill="{colour}"/>')
        out.append(_text(x, y - 10, str(step.points), "m", "middle"))
        last = (x, y, step.scale)
    stands = {True: pgettext("a door", "open"), False: pgettext("a door", "shut")}
    judged = list(dict.fromkeys(d.day for d in lane.doors))
    for place, day in enumerate(judged):
        doors = [d for d in lane.doors if d.day == day]
        # Where a day is narrow its doors reach into the days beside it that judge nothing.
        until = judged[place + 1] if place + 1 < len(judged) else days + 1
        room = max(unit, min(unit * (until - day), 150.0))
        wide = min(56.0, (room - 12) / len(doors))
        middle = left + unit * (day - 1) + room / 2
        start = middle - wide * (len(doors) - 1) / 2
        out.append(_text(middle, base + 22, doors[0].regime, "l", "middle"))
        for j, door in enumerate(doors):
            x, y = start + wide * j, base + 32
            edge = f' stroke="{colour}" stroke-width="2.5" rx="2"'
            out.append(_box(x - 10, y, 20, 32, colour if door.open else PAPER, edge))
            if not door.open:
                out.append(_line(x - 15, y + 36, x + 15, y - 4, colour, 2.5))
            out.append(_text(x, y + 50, door.label, "d", "middle"))
            out.append(_text(x, y + 64, stands[door.open], "d", "middle", GREY))
    return "".join(out)


CREAM = "#FBF5E4"  # of the sheet that they lie on
STEPS = (SOFT, "#F7F0DC")
OWN = "#F0C46A"


def _ladder(chart: Ladder) -> tuple[str, float]:
    """A scale a row, its steps side by side; a pointer at the mark, ticks where it came from."""
    row, top = 58.0, 6.0
    out = [_rung(rung, top + row * i) for i, rung in enumerate(chart.rungs)]
    height = top + row * len(chart.rungs)
    out.append(_lines(0, height + 14, chart.note, 108, "s"))
    return "".join(out), height + 24


def _rung(rung: Rung, y: float) -> str:
    left, width, high, top = 190.0, 400.0, 22.0, y + 14
    out = [_text(0, y + 22, rung.label, "b"), _text(0, y + 40, rung.note, "s", fill=GREY)]
    if not rung.steps:
        out.append(_box(left, top, width, high, SOFT))
    spans = [(name, left + width * start, width * (end - start)) for name, start, end in rung.steps]
    for i, (name, x, wide) in enumerate(spans):
        out.append(_box(x, top, wide, high, OWN if name == rung.own else STEPS[i % 2], ' stroke="#CDBF98"'))
    was, at = left + width * rung.was, left + width * rung.at
    out += [_line(was, y1, was, y1 + 6, INK, 2) for y1 in (top - 7, top + high + 1)]
    out.append(f'<path d="M{at:g} {top:g} l7 -12 h-14 z" fill="{VERMILION}"/>')
    out.append(_line(at, top, at, top + high, VERMILION, 2.5))
    for name, x, wide in spans:
        if name == rung.own:
            out.append(_box(x, top, wide, high, "none", f' stroke="{INK}" stroke-width="2"'))
        if len(name) * 7.2 + 6 < wide:
            out.append(_text(x + wide / 2, top + 16, name, "l", "middle"))
    out.append(_text(left + width + 16, y + 22, rung.said, "b"))
    out.append(_lines(left + width + 16, y + 39, rung.change or rung.doors, 30, "d", step=14))
    return "".join(out)

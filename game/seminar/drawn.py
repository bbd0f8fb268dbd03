"""The one chart of a class: a scale, a row for each figure, with its interval, readable from the last bench."""

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from game.debrief.charts import Table
from game.debrief.pen import GREY, INK, PAPER, SOFT, TEAL, TONES, WIDE, box, line, lines, text
from game.debrief.words import markup

LEFT, SCALE = 244.0, 364.0


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: `value` on the scale, None where it is kept back; `said` is the same in words; `tone` a condition."""

    label: str
    value: float | None
    said: str
    low: float | None = None
    high: float | None = None
    tone: str = ""
    note: str = ""  # a word under the label


@dataclass(frozen=True, slots=True)
class Scale:
    """Rows over one scale from `lowest` to `highest`, with marks; bars grow from `base`."""

    title: str
    rows: tuple[Row, ...]
    lowest: float
    highest: float
    marks: tuple[tuple[float, str], ...]
    base: float = 0.0
    beside: tuple[float, str] | None = None  # a line across all rows: what luck, or somebody else, has

    @property
    def says(self) -> str:
        """The picture in words."""
        rows = "; ".join(f"{row.label}: {row.said}" for row in self.rows)
        return f"{rows}. {self.beside[1]}." if self.beside else f"{rows}."

    @property
    def table(self) -> Table:
        """The picture in figures."""
        interval = any(row.low is not None for row in self.rows)
        head = ("", "figure", *(("90 per cent interval",) if interval else ()))
        cells = [(row.label if not row.note else f"{row.label} ({row.note})", row.said, *([_span(row)] if interval else
                 [])) for row in self.rows]  # fmt: skip
        return Table(self.title, head, tuple(cells))


def _span(row: Row) -> str:
    if row.low is None or row.high is None:
        return "–"
    return f"{100 * row.low:.0f} to {100 * row.high:.0f}".replace("-", "−")


def svg(chart: Scale, key: str) -> str:
    """Return the chart as an SVG element; `key` keeps its ids apart from those of others on the page."""
    step = 62.0 if len(chart.rows) < 6 else 52.0
    height = step * len(chart.rows) + (56 if chart.beside else 34)
    label = f'<title id="{key}-t">{markup(chart.title)}</title><desc id="{key}-d">{markup(chart.says)}</desc>'

    def at(value: float) -> float:
        span = chart.highest - chart.lowest
        return LEFT + SCALE * (min(max(value, chart.lowest), chart.highest) - chart.lowest) / span

    bottom = step * len(chart.rows) + 6
    out = [line(at(value), 4, at(value), bottom, SOFT, 2) for value, _ in chart.marks]
    out.append(line(at(chart.base), 4, at(chart.base), bottom, INK, 2))
    for place, row in enumerate(chart.rows):
        out.append(_row(row, step * (place + 0.5), at, chart.base))
    if chart.beside:
        x = at(chart.beside[0])
        out.append(line(x, 2, x, bottom, INK, 3, ' stroke-dasharray="7 5"'))
    out += [text(at(value), bottom + 20, words, "s", "middle", GREY) for value, words in chart.marks]
    if chart.beside:
        x = at(chart.beside[0])
        anchor = "middle" if LEFT + 90 < x < LEFT + SCALE - 90 else "start" if x <= LEFT + 90 else "end"
        out.append(text(x, bottom + 42, f"dashed: {chart.beside[1]}", "s", anchor))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {height:g}" '
        f'preserveAspectRatio="xMinYMin" role="img" aria-labelledby="{key}-t {key}-d">{label}{"".join(out)}</svg>'
    )


def _row(row: Row, middle: float, at: Callable[[float], float], base: float) -> str:
    many = len(wrap(row.label, 21)[:2]) + bool(row.note)
    top = middle + 6 - 10 * (many - 1)
    out = [lines(0, top, row.label, 21, "b", step=20)]
    if row.note:
        out.append(text(0, top + 20 * (many - 1), row.note, "s", fill=GREY))
    if row.value is None:
        edge = f' stroke="{GREY}" stroke-width="2" stroke-dasharray="4 5"'
        out.append(box(LEFT, middle - 11, SCALE, 22, "none", edge))
    else:
        x, zero = at(row.value), at(base)
        out.append(box(min(x, zero), middle - 14, abs(x - zero), 28, TONES.get(row.tone, TEAL)))
        if row.low is not None and row.high is not None:
            ends = at(row.low), at(row.high)
            for colour, wide, reach in ((PAPER, 8, 9), (INK, 3.5, 8)):
                out.append(line(ends[0], middle, ends[1], middle, colour, wide))
                out += [line(end, middle - reach, end, middle + reach, colour, wide) for end in ends]
        else:
            out.append(line(x, middle - 16, x, middle + 16, INK, 3))
    beside = middle + 6 - 10 * (len(wrap(row.said, 19)[:3]) - 1)
    out.append(lines(LEFT + SCALE + 14, beside, row.said, 19, "m", step=20))
    return "".join(out)


PERCENT: Final = ((0.0, "0"), (0.25, "25"), (0.5, "50"), (0.75, "75"), (1.0, "100"))
DIFFERENCE: Final = ((-0.5, "−50"), (-0.25, "−25"), (0.0, "0"), (0.25, "+25"), (0.5, "+50"))


def shares(title: str, rows: list[Row], beside: tuple[float, str] | None = None) -> Scale:
    """Rows of shares, 0 to 100."""
    return Scale(title, tuple(rows), 0.0, 1.0, PERCENT, beside=beside)


def differences(title: str, rows: list[Row]) -> Scale:
    """Rows of differences of shares; wider only where one needs it."""
    ends = [abs(end) for row in rows for end in (row.value, row.low, row.high) if end is not None]
    if max(ends, default=0) <= 0.5:
        return Scale(title, tuple(rows), -0.5, 0.5, DIFFERENCE)
    marks = ((-1.0, "−100"), (-0.5, "−50"), (0.0, "0"), (0.5, "+50"), (1.0, "+100"))
    return Scale(title, tuple(rows), -1.0, 1.0, marks)

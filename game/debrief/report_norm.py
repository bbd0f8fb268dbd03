"""On paper: what each point of the distances rests on, and one set of counts read twice, side by side."""

from html import escape

from game.debrief.cards import Card
from game.debrief.drift import Courses
from game.debrief.two_readings import DRAWN, Twice


def points(chart: Courses, cards: dict[int, Card]) -> str:
    """Every point with links to its moments."""
    rows = "".join(
        f"<li>{escape(chart.told(course, point))}: {', '.join(_link(n, cards) for n in point.lines)}</li>"
        for course in chart.courses
        for point in course.points
    )
    return f"<details><summary>What each point rests on</summary><ul>{rows}</ul></details>"


def _link(n: int, cards: dict[int, Card]) -> str:
    return f'<a href="#m{n}">{escape(cards[n].title)}</a>' if n in cards else f"line {n}"


def side_by_side(both: Twice | None) -> str:
    """Each count across, and under it the two readings in equal type; "" where there are none."""
    if both is None:
        return ""
    one, other = both.columns
    rows = "".join(
        f'<p class="count">{escape(figure)}</p>{_cell(one.title, a)}{_cell(other.title, b)}'
        for figure, a, b in zip(both.figures, one.says, other.says, strict=True)
    )
    cannot = "".join(_cell(c.title, c.cannot) for c in both.columns)
    sources = "".join(f'<p class="source">{escape(c.source)}</p>' for c in both.columns)
    return (
        f'<div class="twice"><p class="small">{escape(DRAWN)}</p><div class="both"><h3>{escape(one.title)}</h3>'
        f'<h3>{escape(other.title)}</h3>{rows}<p class="count">What each cannot show</p>{cannot}{sources}</div></div>'
    )


def _cell(title: str, words: str) -> str:
    """A reading of one count; where the columns lie below each other, and for those who hear it, with its name."""
    return f'<p class="says"><b class="which">{escape(title)}. </b>{escape(words)}</p>'

"""On paper: what each point of the distances rests on, and one set of counts read twice, side by side."""

from html import escape

from game.debrief.cards import Card
from game.debrief.drift import Courses
from game.debrief.two_readings import DRAWN, Column


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


def side_by_side(both: tuple[Column, ...]) -> str:
    """Two columns of equal type; "" where there are none."""
    if not both:
        return ""
    columns = "".join(
        f'<article class="reading"><h3>{escape(one.title)}</h3>{"".join(map(_says, one.says))}'
        f'<p class="says"><strong>What it cannot show.</strong> {escape(one.cannot)}</p>'
        f'<p class="source">{escape(one.source)}</p></article>'
        for one in both
    )
    return f'<div class="twice"><p class="small">{escape(DRAWN)}</p><div class="both">{columns}</div></div>'


def _says(words: str) -> str:
    return f'<p class="says">{escape(words)}</p>'

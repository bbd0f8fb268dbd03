"""On paper: what each point of the distances rests on, and one set of counts read twice, side by side."""

from game.debrief.cards import Card
from game.debrief.drift import Courses
from game.debrief.two_readings import DRAWN, Twice
from game.debrief.words import commas, markup
from game.language import _


def points(chart: Courses, cards: dict[int, Card]) -> str:
    """Every point with links to its moments."""
    rows = "".join(
        f"<li>{markup(chart.told(course, point))}: {commas([_link(n, cards) for n in point.lines])}</li>"
        for course in chart.courses
        for point in course.points
    )
    return f"<details><summary>{markup(_('What each point rests on'))}</summary><ul>{rows}</ul></details>"


def _link(n: int, cards: dict[int, Card]) -> str:
    if n in cards:
        return f'<a href="#m{n}">{markup(cards[n].title)}</a>'
    return markup(_("line {n}").format(n=n))


def side_by_side(both: Twice | None) -> str:
    """Each count across, and under it the two readings in equal type; "" where there are none."""
    if both is None:
        return ""
    one, other = both.columns
    last = (_("What each cannot show"), one.cannot, other.cannot)
    told = [*zip(both.figures, one.says, other.says, strict=True), last]
    rows = "".join(
        f'<div class="pair"><p class="count">{markup(figure)}</p>{_cell(one.title, a)}{_cell(other.title, b)}</div>'
        for figure, a, b in told
    )
    titles = "".join(f"<h3>{markup(c.title)}</h3>" for c in both.columns)
    sources = "".join(f'<p class="source">{markup(c.source)}</p>' for c in both.columns)
    return (
        f'<div class="twice"><p class="small">{markup(_(DRAWN))}</p><div class="both"><div class="pair">{titles}</div>'
        f'{rows}<div class="pair">{sources}</div></div></div>'
    )


def _cell(title: str, words: str) -> str:
    """A reading of one count; where the columns lie below each other, and for those who hear it, with its name."""
    return f'<p class="says"><b class="which">{markup(title)}. </b>{markup(words)}</p>'

"""The class as one HTML page: nothing from outside, no script, a picture a screen, two pictures a sheet."""

from collections.abc import Sequence

from game.debrief.charts import Table
from game.debrief.words import markup as _e
from game.seminar.drawn import Scale, svg
from game.seminar.page_style import CSS
from game.seminar.picture import Picture

NONE = (
    "Fewer than five plays that can be laid together were found. Totals of so few would be about somebody: there is "
    "nothing to show. Each student’s own debrief is not touched by that."
)


def page(pictures: Sequence[Picture], notes: Sequence[str] = ()) -> str:
    """Return the page. Without pictures it says why there are none."""
    links = "".join(f'<li><a href="#{p.id}">{_e(p.tab)}</a></li>' for p in pictures)
    nav = f'<nav aria-label="Pictures"><ol>{links}</ol></nav>' if links else ""
    body = "".join(map(_picture, pictures)) or f'<section class="page"><h2>{_e(NONE)}</h2></section>\n'
    said = "".join(f'<p class="sub">{_e(note)}</p>' for note in notes)
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Good Standing: the class</title>\n<style>{CSS}</style>\n</head>\n<body>\n"
        f'<header><p class="mark">Good Standing</p><h1>The class</h1>{said}{nav}</header>\n'
        f"<main>\n{body}</main>\n"
        "<footer><p>The unit is the student. Counts under five, and what would give them away, are kept back. "
        "Intervals are 90 per cent; whiskers are no test. Moments in a game are not a life.</p></footer>\n"
        "</body>\n</html>\n"
    )


def _picture(picture: Picture) -> str:
    charts = [_chart(chart, f"{picture.id}-{at}") for at, chart in enumerate(picture.charts)]
    first = "".join(charts[:1])
    more = f'<div class="more">{"".join(charts[1:])}</div>' if charts[1:] else ""
    lead = "".join(f"<p>{_e(text)}</p>" for text in picture.lead if text)
    tables = "".join(map(_table, picture.tables))
    cannot = "".join(f"<p>{_e(text)}</p>" for text in picture.cannot)
    cannot = f'<div class="cannot"><h3>What this cannot show</h3>{cannot}</div>' if cannot else ""
    ask = f'<p class="ask"><span>To ask</span> {_e(picture.ask)}</p>' if picture.ask else ""
    short = "" if first else " short"
    said = lead or tables or cannot
    under = f'<div class="under"><div class="lead">{lead}{tables}</div>{cannot}</div>' if said else ""
    return (
        f'<section id="{picture.id}" class="page"><div class="screen{short}"><p class="tab">{_e(picture.tab)}</p>'
        f"<h2>{_e(picture.headline)}</h2>{first}{ask}</div>{more}{under}</section>\n"
    )


def _chart(chart: Scale, key: str) -> str:
    return (
        f"<figure><figcaption>{_e(chart.title)}</figcaption>"
        f'<div class="chart" tabindex="0" role="group" aria-labelledby="{key}-t">{svg(chart, key)}</div>'
        f'<details><summary>The same in figures<span class="heard">: {_e(chart.title)}</span></summary>'
        f"{_table(chart.table)}</details></figure>"
    )


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{_e(h)}</th>' if h else "<td></td>" for h in table.head)
    rows = "".join(
        f'<tr><th scope="row">{_e(row[0])}</th>' + "".join(f"<td>{_e(cell)}</td>" for cell in row[1:]) + "</tr>"
        for row in table.rows
    )
    return (
        f'<div class="table" tabindex="0" role="group" aria-label="{_e(table.caption)}"><table><caption>'
        f"{_e(table.caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )

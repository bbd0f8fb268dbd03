"""Strip and receipt on paper: the strip in staves with its table, the receipt with all its lines."""

from collections.abc import Callable

from game.debrief.cards import Card
from game.debrief.charts import Table
from game.debrief.report_others import on_day
from game.debrief.slip import FOOT, HEAD, THANKS, Entry, Receipt
from game.debrief.strip import Strip
from game.debrief.strip_svg import strip_svg
from game.debrief.words import commas, markup
from game.language import N_, _

KEY = N_(
    "Above the line: as the board asks; below it: otherwise. A full dot: somebody looking, in fact; an open one: "
    "nobody looking; a dot with a core: nobody in sight, and the phone counted. Ticks: moments that are compared with "
    "nothing. Arches: ways by the back lane. Standing: each regime on its own scale."
)


def whole_strip(strip: Strip, table: Callable[[Table], str]) -> str:
    """The strip as a figure, and the same in figures."""
    same = markup(_("The same in figures"))
    return (
        f'<figure class="strip"><figcaption>{markup(strip.title)}</figcaption>'
        f'<div class="chart" tabindex="0" role="group" aria-label="{markup(strip.title)}">{strip_svg(strip, "strip")}'
        f'</div><p class="small">{markup(strip.says)}</p><p class="small">{markup(_(KEY))}</p>'
        f'<details><summary>{same}<span class="heard">: {markup(strip.title)}</span></summary>'
        f"{table(strip.table)}</details></figure>"
    )


def till(receipt: Receipt, cards: dict[int, Card], linked: frozenset[int]) -> str:
    """The receipt as a list. `linked` are the lines of the record that can be gone to on this page."""
    head = "".join(f"<p>{markup(_(line))}</p>" for line in HEAD)
    foot = "".join(f"<div><dt>{markup(_(a))}</dt><dd>{markup(_(b))}</dd></div>" for a, b in FOOT)
    rows = "".join(map(_row, receipt.entries))
    rests = "".join(
        f"<li>{markup(entry.label)}: {commas([_link(n, cards, linked) for n in entry.evidence])}</li>"
        for entry in receipt.entries
        if entry.evidence
    )
    return (
        f'<div class="till"><div class="head">{head}</div><dl>{rows}</dl><dl class="foot">{foot}</dl>'
        f"<p>{markup(_(THANKS))}</p></div>"
        f'<details class="rests"><summary>{markup(_("What each line rests on"))}</summary><ul>{rests}</ul></details>'
    )


def _row(entry: Entry) -> str:
    quip = f'<dd class="quip">{markup(entry.quip)}</dd>' if entry.quip else ""
    return f"<div><dt>{markup(entry.label)}</dt><dd>{markup(entry.figure)}</dd>{quip}</div>"


def _link(n: int, cards: dict[int, Card], linked: frozenset[int]) -> str:
    if n in cards:
        return f'<a href="#m{n}">{markup(on_day(cards[n]))}</a>'
    line = markup(_("line {n}").format(n=n))
    return f'<a href="#line-{n}">{line}</a>' if n in linked else line

"""The debrief as one HTML file: no outside resource, everything escaped, made to print."""

from collections.abc import Mapping

from game.debrief import norm_style
from game.debrief.cards import Card, price
from game.debrief.charts import Chart, Drift, Table
from game.debrief.critics import against, sources
from game.debrief.names import FINDINGS, ORDERS, VERDICTS
from game.debrief.nudges import marks, sides, taken_away
from game.debrief.page import Page
from game.debrief.pages import Debrief, debrief
from game.debrief.report_check import check_head, check_part
from game.debrief.report_norm import points, side_by_side
from game.debrief.report_others import on_day, systems, without_one
from game.debrief.report_said import in_full, objection
from game.debrief.report_strip import till, whole_strip
from game.debrief.style import CSS
from game.debrief.svg import svg
from game.debrief.words import amount, commas, markup, page_language, spelt
from game.language import _, ngettext, told
from game.model.content import Pack
from game.model.finding import Finding
from game.model.projected import Projected
from game.model.record import Record
from game.model.said import Said, Sorted
from game.model.vote import Votes

__all__ = ["VERDICTS", "render", "report"]

WIDE = 3  # columns from which a table may not fit a narrow window


def report(
    record: Record, pack: Pack, said: Said | None = None, votes: Votes | None = None,
    projected: Projected | None = None, *, roomed: bool = False,
) -> str:  # fmt: skip
    """Return the whole debrief of a record as one self-contained HTML page. Takes any record that can be read.

    `roomed`: it was played in a room, whose computer has the record as well.
    """
    return render(debrief(record, pack, votes, projected, roomed=roomed), said)


def render(whole: Debrief, said: Said | None = None) -> str:
    """Return a debrief that has been laid out as HTML, with what the player said against it."""
    objections, sorted_ = (said.objections, said.check) if said else ({}, Sorted())
    setup = whole.record.header.setup
    title = _("Good Standing: debrief of play {play}").format(play=whole.record.header.play)
    links = "".join(f'<li><a href="#{p.id}">{_e(p.title)}</a></li>' for p in whole.pages)
    notes = "".join(f'<p class="note">{_e(note)}</p>' for note in whole.notes)
    body = "".join(_page(p, whole, objections, sorted_) for p in whole.pages)
    moments = "".join(_card(c) for c in whole.cards.values())
    which = _("{campaign}, {order}, seed {seed}").format(
        campaign=told(setup.campaign), order=_(ORDERS[setup.order]), seed=setup.seed)  # fmt: skip
    every = _e(_("Every moment"))
    screen = _("The screen as it was: what was shown, in its order, what lay ready, what you did, and what was true "
               "behind it.")  # fmt: skip
    foot = _("Computed from the record alone. Unwatched means unwatched by the town; this program logged everything.")
    return (
        f'<!doctype html>\n<html lang="{page_language()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_e(title)}</title>\n<style>{CSS}{norm_style.CSS}</style>\n</head>\n<body>\n"
        f'<header><p class="mark">{_e(_("Good Standing"))}</p><h1>{_e(_("Debrief"))}</h1><p class="sub">{_e(which)}</p>'
        f'{notes}<nav aria-label="{_e(_("Pages"))}"><ol>{links}<li><a href="#moments">{every}</a></li></ol></nav>'
        f'</header>\n<main>\n{body}<section id="moments" class="page"><h2>{every}</h2><p class="lead">{_e(screen)}</p>'
        f'<div class="cards">{moments}</div></section>\n{in_full(whole.findings, objections)}</main>\n'
        f"<footer><p>{_e(foot)}</p></footer>\n</body>\n</html>\n"
    )


def _e(text: str) -> str:
    return markup(text)


def _of(what: str) -> str:
    """What a link or a button belongs to, for those who hear it without what stands around it."""
    return f'<span class="heard">: {_e(what)}</span>'


def _drawn(chart: Chart, key: str) -> str:
    """The picture, in a frame that the keyboard can scroll where the window is narrow."""
    return f'<div class="chart" tabindex="0" role="group" aria-labelledby="{key}-t">{svg(chart, key)}</div>'


def _paragraphs(texts: tuple[str, ...], kind: str) -> str:
    return "".join(f'<p class="{kind}">{_e(text)}</p>' for text in texts)


def _page(page: Page, whole: Debrief, objections: Mapping[str, str], sorted_: Sorted) -> str:
    charts = "".join(
        f"<figure><figcaption>{_e(chart.title)}</figcaption>{_drawn(chart, f'{page.id}-{i}')}"
        f"<details><summary>{_e(_('The same in figures'))}{_of(chart.title)}</summary>{_table(chart.table)}</details>"
        f"{points(chart, whole.cards) if isinstance(chart, Drift) else ''}</figure>"
        for i, chart in enumerate(page.charts)
    )
    charts += whole_strip(page.strip, _table) if page.strip else ""
    charts += till(page.receipt, whole.cards, frozenset(li.n for li in whole.record.lines)) if page.receipt else ""
    tables = "".join(_table(t) for t in page.tables if t.rows and not t.paper) + check_part(page, sorted_, _table)
    tables += "".join(
        f"<details><summary>{_e(_rows(t))}</summary>{_table(t, 'line-')}</details>"
        for t in page.long
    )
    tables += without_one(page.life, _table) if page.life else ""
    cards = systems(page.life, whole.cards, _table) if page.life else ""
    found = "".join(_finding(f, whole, objections) for f in page.findings)
    beside = _beside(page)
    ask = f'<div class="ask"><h3>{_e(_("To ask"))}</h3><ol>{_items(page.ask)}</ol></div>' if page.ask else ""
    lead = _paragraphs(page.lead, "lead")
    cannot = f'<div class="cannot">{_cannot(page)}</div>' if page.cannot and not beside else ""
    return (
        f'<section id="{page.id}" class="page"><p class="tab">{_e(page.title)}</p>'
        f"<h2>{_e(check_head(page, sorted_))}</h2>"
        f'<div class="split{"" if beside else " alone"}"><div class="say">{lead}{charts}{tables}{found}{cannot}{ask}'
        f"{cards}</div>{beside}</div>{_whole(page)}</section>\n"
    )


def _whole(page: Page) -> str:
    """What is as wide as the page: two readings, small tables."""
    return side_by_side(page.twice) + "".join(_table(t) for t in page.tables if t.paper)


def _beside(page: Page) -> str:
    """The column beside: some of the moments, and what cannot be shown."""
    if not page.findings or not page.beside:
        return ""
    n = len(page.moments)
    if len(page.beside) == n:
        rests = ngettext("It rests on {n} moment of yours:", "It rests on {n} moments of yours:", n)
    else:
        rests = ngettext("It rests on {n} moment of yours; {here} of them here:",
                         "It rests on {n} moments of yours; {here} of them here:", n)  # fmt: skip
    rests = rests.format(n=amount(n), here=spelt(len(page.beside)))
    moments = "".join(map(_brief, page.beside))
    label = _("The evidence: {page}").format(page=page.title)
    return (
        f'<aside aria-label="{_e(label)}"><h3 class="ev">{_e(_("The evidence"))}</h3>'
        f'<p class="small">{_e(rests)}</p>{moments}'
        f"{_cannot(page)}</aside>"
    )


def _cannot(page: Page) -> str:
    if not page.cannot:
        return ""
    return f"<h3>{_e(_('What this cannot show'))}</h3>{_paragraphs(page.cannot, 'small')}"


def _finding(finding: Finding, whole: Debrief, objections: Mapping[str, str]) -> str:
    links = [_evidence(n, whole) for n in finding.evidence]
    rests = ""
    if links:
        of = _of(_(FINDINGS[finding.id]))
        rests = f"<details><summary>{_e(_('What it rests on'))}{of}</summary><p>{commas(links)}</p></details>"
    return (
        f'<article class="finding {finding.verdict}" id="f-{finding.id}">'
        f'<h3>{_e(_(FINDINGS[finding.id]))} <span class="verdict">{_e(_(VERDICTS[finding.verdict]))}</span></h3>'
        f'<p class="statement">{_e(finding.statement)}</p><p class="small">{_e(finding.caveat)}</p>'
        f'<p class="small">{_e(against(finding))}</p>{objection(finding, objections)}{rests}'
        f'<p class="source">{_e(sources(finding))}</p></article>'
    )


def _evidence(n: int, whole: Debrief) -> str:
    card = whole.cards.get(n)
    if card is None:
        return f'<a href="#line-{n}">{_e(_("line {n}").format(n=n))}</a>'
    return f'<a href="#m{n}">{_e(on_day(card))}</a>'


def _table(table: Table, key: str = "") -> str:
    """A table; with a `key`, each row can be linked to by what stands in its first cell, which is the row's head.

    A wide one can be scrolled by the keyboard where the window is narrow.
    """
    head = "".join(f'<th scope="col">{_e(h)}</th>' if h else "<td></td>" for h in table.head)
    rows = "".join(
        (f'<tr id="{key}{_e(row[0])}">' if key else "<tr>")
        + f'<th scope="row">{_e(row[0])}</th>'
        + "".join(f"<td>{_e(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in table.rows
    )
    small = " printed" if table.paper else ""
    scrolled = f' tabindex="0" role="group" aria-label="{_e(table.caption)}"' if len(table.head) >= WIDE else ""
    return (
        f'<div class="table{small}"{scrolled}><table><caption>{_e(table.caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _rows(table: Table) -> str:
    many = ngettext("{caption}: {n} row", "{caption}: {n} rows", len(table.rows))
    return many.format(caption=table.caption, n=amount(len(table.rows)))


def _items(texts: tuple[str, ...]) -> str:
    return "".join(f"<li>{_e(text)}</li>" for text in texts)


def _side(card: Card) -> str:
    return "free" if card.kept is None else "kept" if card.kept else "not"


def _when(card: Card) -> str:
    return " · ".join(x for x in (_("Day {n}").format(n=card.day), card.clock, card.when) if x)


def _brief(card: Card) -> str:
    truth = " ".join(card.truths[:2])
    return (
        f'<a class="brief {_side(card)}" href="#m{card.n}"><span class="when">{_e(_when(card))}</span>'
        f'<span class="scene">{_e(card.scene or card.title)}</span><span class="did">{_e(card.did)}</span>'
        f'<span class="truth">{_e(truth)}</span></a>'
    )


def _card(card: Card) -> str:
    rows = []
    for option in card.options:
        kind = "opt taken" if option.id == card.chosen else "opt"
        notes = commas(marks(option, card.chosen))
        cost = f' <span class="price">{_e(price(option))}</span>' if price(option) else ""
        mark = f' <span class="mark2">{_e(notes)}</span>' if notes else ""
        rows.append(f'<li class="{kind}"><span class="what">{_e(told(option.text))}</span>{cost}{mark}</li>')
    options = f'<ol class="options">{"".join(rows)}</ol>' if rows else f'<p class="did">{_e(card.did)}</p>'
    both, without = sides(card), ""
    if both is not None:
        options = _table(both)
        without = f'<p class="small">{_e(" ".join(taken_away(card)))}</p>'
    when = _("{when} · line {n}").format(when=_when(card), n=card.n)
    aside = f'<p class="aside">{_e(card.aside)}</p>' if card.aside else ""
    return (
        f'<article class="card {_side(card)}" id="m{card.n}"><h3>{_e(card.title)}</h3>'
        f'<p class="when">{_e(when)}</p><p class="scene">{_e(card.scene)}</p>{aside}{options}'
        f'<p class="truth">{_e(" ".join(card.truths))}</p>{without}</article>'
    )

"""The learning check in the printed report: short, and nothing of it before its answers were shown on the screen."""

from collections.abc import Callable

from game.debrief.cases import Dealt
from game.debrief.charts import Table
from game.debrief.names import VERDICTS
from game.debrief.page import Page
from game.debrief.sorted_words import ASK, MORE, Answer, answers, blocks, cannot, headline, kept, so_far, tables, usual
from game.debrief.words import markup
from game.language import _
from game.model.said import Sorted


def check_head(page: Page, sorted_: Sorted) -> str:
    """The headline of a page: that of the cases is known only when they are sorted."""
    deal = page.check
    return headline(deal, sorted_) if deal and page.id == "check" and sorted_.shown else page.headline


def check_part(page: Page, sorted_: Sorted, table: Callable[[Table], str]) -> str:
    """What stands on the page of the cases, and on that of what was kept; "" on every other."""
    deal = page.check
    if deal is None:
        return ""
    if page.id != "check":
        lies = kept(deal, sorted_)
        return table(lies) if lies else ""
    return _shown(deal, sorted_, table) if sorted_.shown else _paragraphs(so_far(deal, sorted_), "lead")


def _shown(deal: Dealt, sorted_: Sorted, table: Callable[[Table], str]) -> str:
    said = "".join(
        f'<article class="finding {one.verdict or "described"}"><h3>{_e(one.title)}'
        + (f' <span class="verdict">{_e(_(VERDICTS[one.verdict]))}</span>' if one.verdict else "")
        + f"</h3>{_paragraphs(one.lines, 'small')}</article>"
        for one in blocks(deal, sorted_)
    )
    why = "".join(map(_answer, answers(deal, sorted_)))
    return (
        f"<details><summary>{_e(_('Where each belongs, and why'))}</summary><ol>{why}</ol></details>"
        f"{said}{''.join(table(one) for one in (*tables(deal, sorted_), usual(deal, sorted_)) if one.rows)}"
        f"{_paragraphs((_(MORE),), 'small')}"
        f"<h3>{_e(_('What this cannot show'))}</h3>{_paragraphs(cannot(), 'small')}"
        f'<div class="ask"><h3>{_e(_("To ask"))}</h3><ol><li>{_e(_(ASK))}</li></ol></div>'
    )


def _answer(one: Answer) -> str:
    same = (
        _("You and the key: {tray}.").format(tray=one.put) if one.right
        else _("You: {put}. The key: {belongs}.").format(put=one.put, belongs=one.belongs)
    )  # fmt: skip
    where = (
        _("{where}, before the play") if one.when == "before" else _("{where}, after the play")
    ).format(where=one.where)  # fmt: skip
    idea = f" <em>{_e(one.idea)}</em>" if one.idea else ""
    return (
        f"<li><p>{_e(where)}. {_e(one.text)}</p>"
        f'<p class="small"><strong>{_e(same)}</strong> {_e(one.why)}{idea}</p></li>'
    )


def _paragraphs(texts: tuple[str, ...], kind: str) -> str:
    return "".join(f'<p class="{kind}">{_e(text)}</p>' for text in texts)


def _e(text: str) -> str:
    return markup(text)

"""What the player holds against the findings. Nothing of it is lost on paper, and nothing is pushed off its sheets."""

from collections.abc import Mapping

from game.debrief.names import FINDINGS
from game.debrief.words import markup
from game.language import _
from game.model.finding import Finding
from game.model.said import tidy

ROOM = 900  # characters of all objections together for which the pages that are talked about have room on paper
BEGINNING = 60  # characters of each that stand with its finding on paper where there are more; the rest ends the print
FULL = "objections"


def crowded(objections: Mapping[str, str]) -> bool:
    """Whether the objections are too long to stand with their findings on paper."""
    return sum(len(tidy(why)) for why in objections.values()) > ROOM


def objection(finding: Finding, objections: Mapping[str, str]) -> str:
    """What the player holds against a finding. The words keep their own direction and nobody else's."""
    if finding.id not in objections:
        return ""
    why = tidy(objections[finding.id])
    if not why:
        return f'<p class="objection">{_strong(_("*The player objects,* and gives no reason."))}</p>'
    begins = _beginning(why) if crowded(objections) else why
    words, more = markup(begins), ""
    if begins != why:
        words += f'<span class="rest">{markup(why[len(begins) :])}</span>'
        more = f'<span class="paper">{markup(_("… In full on the last sheet."))}</span>'
    return f'<p class="objection"><strong>{markup(_("The player objects:"))}</strong> <bdi>{words}</bdi>{more}</p>'


def _strong(words: str) -> str:
    """Escaped, with what stands between stars set strong."""
    before, _star, rest = words.partition("*")
    strong, _star, after = rest.partition("*")
    return f"{markup(before)}<strong>{markup(strong)}</strong>{markup(after)}"


def in_full(findings: tuple[Finding, ...], objections: Mapping[str, str]) -> str:
    """The objections that are cut on paper, whole, for a sheet at the end of the print. On the screen none is cut."""
    if not crowded(objections):
        return ""
    said = [(f, tidy(objections[f.id])) for f in findings if f.id in objections]
    parts = "".join(
        f"<h3>{markup(_(FINDINGS[finding.id]))}</h3><p><bdi>{markup(why)}</bdi></p>"
        for finding, why in said
        if _beginning(why) != why
    )
    head = markup(_("What the player objects, in full"))
    return f'<section id="{FULL}" class="page paper"><h2>{head}</h2>{parts}</section>\n'


def _beginning(why: str) -> str:
    """The first words, as many as fit; a word that fits nowhere is cut."""
    if len(why) <= BEGINNING:
        return why
    cut = why[:BEGINNING]
    return cut.rpartition(" ")[0] or cut

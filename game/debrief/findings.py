"""All findings of a play, from its record alone, in the order of the debrief."""

import json
from dataclasses import dataclass

from game.debrief.arms import internalisation_reasons, nudge_effect, override
from game.debrief.bars import joined
from game.debrief.chair import from_the_chair
from game.debrief.described import approval, rule_guess, sorting_gap
from game.debrief.pairs import conduct, hidden, illusion, surveillance, visible_hidden
from game.debrief.reading import read
from game.debrief.stats import luck_shifts_any, often
from game.debrief.twin import TwinResult
from game.debrief.words import capital, figure, spelt
from game.language import _, ngettext
from game.model.finding import Finding
from game.model.record import Record

SIGNED = {
    "visible_hidden_difference": "VH",
    "surveillance_effect": "SE",
    "illusion_dividend": "ID",
    "hidden_difference": "HS",
    "internalisation_conduct": "IC",
}
SIGN_TESTS = tuple(SIGNED)
TESTED = (*SIGN_TESTS, "internalisation_reasons", "nudge_effect", "override")


def findings(record: Record, twin: TwinResult | None = None) -> tuple[Finding, ...]:
    """Return the eleven findings. All but `sorting_gap` rest on the record alone; that one needs the twin.

    Somebody who sat in the chair has a twelfth, which only counts what was done there.
    """
    reading = read(record)
    sat = from_the_chair(reading)
    return (
        visible_hidden(reading),
        surveillance(reading),
        illusion(reading),
        hidden(reading),
        conduct(reading),
        internalisation_reasons(reading),
        nudge_effect(reading),
        override(reading),
        rule_guess(reading),
        sorting_gap(reading, twin),
        approval(reading),
        *((sat,) if sat else ()),
    )


@dataclass(frozen=True, slots=True)
class Comparisons:
    """How many comparisons with a test this debrief makes, and how often luck alone shifts at least one.

    `luck` is exact for the sign tests that can shift; None when none of them can.
    """

    made: int
    able: int
    also: int  # with a test of another kind that could say shifted
    pairs: int
    luck: float | None

    @property
    def says(self) -> str:
        """The two in a sentence or two."""
        if not self.made:
            return _("This debrief had too little to compare anything with a test.")
        first = ngettext("This debrief makes {n} comparison with a test.",
                         "This debrief makes {n} comparisons with a test.", self.made)  # fmt: skip
        first = first.format(n=figure(self.made))
        if self.luck is None:
            return joined(first, _("None of them has enough pairs to say shifted, whatever you did."))
        if self.able > 1:
            coin = ngettext("Of somebody who tosses a coin in every moment, at least one of the {tests} sign tests "
                            "over {n} pair would say shifted {often}.",
                            "Of somebody who tosses a coin in every moment, at least one of the {tests} sign tests "
                            "over {n} pairs would say shifted {often}.", self.pairs)  # fmt: skip
        else:
            coin = ngettext("Of somebody who tosses a coin in every moment, the sign test over {n} pair would say "
                            "shifted {often}.",
                            "Of somebody who tosses a coin in every moment, the sign test over {n} pairs would say "
                            "shifted {often}.", self.pairs)  # fmt: skip
        also = ngettext("One of another kind adds to that.", "{n} of another kind add to that.", self.also)
        return joined(first, coin.format(tests=self.able, n=figure(self.pairs), often=often(self.luck)),
                      capital(also.format(n=spelt(self.also))) if self.also else "")  # fmt: skip


def comparisons(found: tuple[Finding, ...]) -> Comparisons:
    """Count the comparisons that were made, and work out what luck does to them."""
    made = [f for f in found if f.id in TESTED and f.verdict != "too_few"]
    signs = [f for f in made if f.id in SIGN_TESTS and f.n >= 8]
    if not signs:
        return Comparisons(len(made), 0, 0, 0, None)
    pairs = min(f.n for f in signs)
    also = sum(f.id not in SIGN_TESTS and f.verdict in ("shifted", "not_shifted") for f in made)
    luck = luck_shifts_any(pairs, tests=tuple(SIGNED[f.id] for f in signs))
    return Comparisons(len(made), len(signs), also, pairs, luck)


def findings_json(record: Record, found: tuple[Finding, ...]) -> str:
    """Return findings.json: format 1, the campaign, the order, and the eleven findings, fields in a fixed order."""
    setup = record.header.setup
    whole = {
        "format": 1,
        "campaign": setup.campaign,
        "order": setup.order,
        "findings": [f.model_dump(mode="json") for f in found if f.id != "chair"],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"

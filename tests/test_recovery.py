"""What a bot is, the findings must recover: the yardstick of the debrief."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

import pytest

from game.bots import play
from game.content import levels, load
from game.debrief.findings import findings
from game.model.content import Pack
from game.model.finding import Finding
from game.model.record import Setup
from game.rules.start import draw_file

ORDERS = ("visible-first", "hidden-first")
TESTED = ("visible_hidden_difference", "surveillance_effect", "illusion_dividend", "hidden_difference")
CONDUCT = (*TESTED, "internalisation_conduct")

# bot x finding: the verdict and direction that must come out; ... is anything
TABLE: dict[str, dict[str, tuple[str, int]]] = {
    "fox": {
        "visible_hidden_difference": ("shifted", 1),
        "surveillance_effect": ("shifted", 1),
        "illusion_dividend": ("shifted", 1),
        "hidden_difference": ("not_shifted", 0),
        "internalisation_conduct": ("not_shifted", 0),
    },
    "saint": dict.fromkeys(CONDUCT, ("not_shifted", 0)),
}
# With four pairs there is only counting, and an interlude that was not lived says nothing.
TASTE: dict[str, dict[str, tuple[str, int | None]]] = {
    "fox": {
        "visible_hidden_difference": ("counts_only", 1),
        "surveillance_effect": ("counts_only", 1),
        "illusion_dividend": ("counts_only", 1),
        "hidden_difference": ("counts_only", 0),
        "internalisation_conduct": ("too_few", None),
    },
    "saint": {**dict.fromkeys(TESTED, ("counts_only", 0)), "internalisation_conduct": ("too_few", None)},
}
TABLES: dict[str, Mapping[str, Mapping[str, tuple[str, int | None]]]] = {
    "lesson": TABLE, "full": TABLE, "taste": TASTE,
}  # fmt: skip


@cache
def pack() -> Pack:
    """The real level files, read once."""
    return load(levels())


def found(bot: str, seed: int, order: str, campaign: str = "lesson") -> dict[str, Finding]:
    """The findings of one bot's play."""
    setup = Setup(campaign=campaign, seed=seed, order=order, file=draw_file(pack(), seed))  # type: ignore[arg-type]
    return {f.id: f for f in findings(play(pack(), setup, bot).record)}


def check_table(seeds: range, campaign: str = "lesson") -> None:
    """Hold the findings of fox, saint, sheep and mule against the table of the campaign."""
    for order in ORDERS:
        for bot, row in TABLES[campaign].items():
            hits: Counter[str] = Counter()
            for seed in seeds:
                got = found(bot, seed, order, campaign)
                for name, (verdict, direction) in row.items():
                    hits[name] += (got[name].verdict, got[name].direction) == (verdict, direction)
                if bot == "saint":
                    assert not [f.id for f in got.values() if f.verdict == "shifted"], (seed, order)
            assert {name: n for name, n in hits.items() if n < 0.95 * len(seeds)} == {}, (bot, order)
        for bot, sign in (("sheep", 1), ("mule", -1)):
            values = [found(bot, seed, order, campaign)["nudge_effect"].value or 0.0 for seed in seeds]
            # The short campaign has three nudged moments an arm: too few for a value.
            assert all(value * sign > 0 for value in values) or campaign == "taste", (bot, order)


@pytest.mark.parametrize("campaign", TABLES)
def test_the_findings_recover_what_each_bot_is(campaign: str) -> None:
    """A few seeds of the table in every run."""
    check_table(range(4 if campaign == "lesson" else 1), campaign)


@pytest.mark.long
def test_the_findings_recover_what_each_bot_is_over_200_seeds() -> None:
    """The whole table, in both orders."""
    check_table(range(200))


@pytest.mark.long
@pytest.mark.parametrize(("campaign", "seeds"), [("taste", 60), ("full", 25)])
def test_the_findings_recover_what_each_bot_is_in_the_other_campaigns(campaign: str, seeds: int) -> None:
    """The same dispositions, from four pairs and from twelve."""
    check_table(range(seeds), campaign)


@pytest.mark.long
def test_a_player_by_chance_seldom_seems_shifted(capsys: pytest.CaptureFixture[str]) -> None:
    """Dice over 1,000 seeds: at most 5 in 100 for each finding; the share with any is printed."""
    shifted: Counter[str] = Counter()
    any_ = 0
    for seed in range(1000):
        names = [f.id for f in found("dice", seed, ORDERS[seed % 2]).values() if f.verdict == "shifted"]
        shifted.update(names)
        any_ += bool(names)
    with capsys.disabled():
        print(f"\ndice, 1,000 plays: shifted {dict(shifted)}; at least one in {any_}")
    assert {name: n for name, n in shifted.items() if n > 50} == {}


def test_every_piece_of_evidence_leads_to_a_moment_that_bears_the_statement_out() -> None:
    """For each bot: evidence names lines that are there, and recounting them gives the finding's counts."""
    for bot in ("fox", "dice", "climber"):
        setup = Setup(campaign="lesson", seed=5, order="visible-first", file="middle")
        record = play(pack(), setup, bot).record
        lines = {line.n: line for line in record.lines}
        for finding in findings(record):
            assert set(finding.evidence) <= set(lines), finding.id
            if finding.id not in CONDUCT:
                continue
            chosen = [e for n in finding.evidence for e in lines[n].events if e.did == "chose"]
            assert len(chosen) == len(finding.evidence), finding.id
            left, right = SIDES[finding.id]
            kept = {
                side: {e.family: e.keeps for e in chosen if e.condition == side} for side in (left, right)
            }
            b = sum(1 for family in kept[left] if kept[left][family] and not kept[right][family])
            c = sum(1 for family in kept[left] if kept[right][family] and not kept[left][family])
            assert finding.n == len(kept[left]) == len(kept[right]), finding.id
            assert finding.value == pytest.approx((b - c) / finding.n), finding.id


SIDES = {
    "visible_hidden_difference": ("P", "H"),
    "surveillance_effect": ("P", "U0"),
    "illusion_dividend": ("D", "U0"),
    "hidden_difference": ("H", "U0"),
    "internalisation_conduct": ("UV", "U0"),
}

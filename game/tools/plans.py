"""What only the days of many plays show: families that come again too soon, scenes that no day has, sheets running.

The plans are made, not played: fifty seeds in both orders of every campaign, in about a second.
"""

from itertools import pairwise

from game.content.load import Found
from game.model.content import Campaign, Pack
from game.model.record import Order, Setup
from game.rules.days import make_plan
from game.rules.plan import chapters_of, is_matched

SEEDS = 50
BETWEEN = 4  # other moments between two of one family
ORDERS: tuple[Order, ...] = ("visible-first", "hidden-first")
Plan = tuple[tuple[str, ...], ...]


def plans(found: Found, pack: Pack) -> None:
    """Note every fault that the plans of this pack show."""
    come: set[tuple[str, str]] = set()  # chapter, scene
    told: set[tuple[str, ...]] = set()
    for campaign in pack.campaigns.values():
        made = {setup: make_plan(pack, setup) for setup in setups(pack, campaign)}
        _too_soon(found, pack, campaign, made)
        for order in ORDERS:
            first = next(setup for setup in made if setup.order == order)
            come |= _stories(pack, first, made[first])
            _running(found, pack, first, made[first], told)
    lived = {chapter for one in pack.campaigns.values() for chapter in one.visible_first}
    for alone in (pack.alone[chapter] for chapter in pack.chapters if chapter in pack.alone and chapter not in lived):
        setup = setups(pack, alone)[0]
        come |= _stories(pack, setup, make_plan(pack, setup))
    _never(found, pack, come)


def setups(pack: Pack, campaign: Campaign) -> list[Setup]:
    """Fifty seeds in both orders. The starting file draws no day."""
    file = next(iter(pack.files), "")
    return [
        Setup(campaign=campaign.id, seed=seed + 1, order=order, file=file) for order in ORDERS for seed in range(SEEDS)
    ]


def gap(pack: Pack, plan: Plan) -> tuple[int, str]:
    """The fewest other moments between two of one family, and the family. A scene that may be passed over is none."""
    best = (999, "")
    last: dict[str, int] = {}
    at = 0
    for moment in (moment for day in plan for moment in day):
        kind, name = moment.split(".", 1)
        if is_matched(moment):
            if name in last:
                best = min(best, (at - last[name] - 1, name))
            last[name] = at
        at += kind == "nudge" or is_matched(moment) or not pack.scenes[name].unless
    return best


def _too_soon(found: Found, pack: Pack, campaign: Campaign, made: dict[Setup, Plan]) -> None:
    setup = min(made, key=lambda one: gap(pack, made[one]))
    between, family = gap(pack, made[setup])
    if between < BETWEEN:
        what = f"“{family}” comes again after {between} other moments (seed {setup.seed}, {setup.order})"
        path = ("families", campaign.families.index(family))
        found.fault("campaigns", campaign.id, path, what, f"at least {BETWEEN}", "put more between")


def _stories(pack: Pack, setup: Setup, plan: Plan) -> set[tuple[str, str]]:
    """The scenes that come in each chapter of a plan. No chance has a part in that."""
    days = zip(chapters_of(pack, setup), plan, strict=False)
    return {
        (chapter, moment.removeprefix("story."))
        for chapter, day in days
        for moment in day
        if moment.startswith("story.")
    }


def _never(found: Found, pack: Pack, come: set[tuple[str, str]]) -> None:
    for chapter in pack.chapters.values():
        for i, story in enumerate(chapter.story):
            if (chapter.id, story.scene) not in come:
                what = f"“{story.scene}” comes on no day of any campaign"
                expected = "a day, a `before`, a campaign and a condition that let it come"
                found.fault("chapters", chapter.id, ("story", i), what, expected, "mend one of them")


def _running(found: Found, pack: Pack, setup: Setup, plan: Plan, told: set[tuple[str, ...]]) -> None:
    """Two sheets of a story follow each other with nothing matched between them, whatever else is slipped in."""
    chapters = chapters_of(pack, setup)
    for number, day in enumerate(plan):
        told_only = [moment for moment in day if is_matched(moment) or moment.startswith("story.")]
        for one, other in pairwise(told_only):
            if is_matched(one) or is_matched(other):
                continue
            first, second = (pack.scenes[moment.removeprefix("story.")] for moment in (one, other))
            either = first.unless and second.unless  # two ways for one scene to go: only one of them comes
            if first.mode != "sheet" or second.mode != "sheet" or either:
                continue
            kind, name, field = (
                ("chapters", chapters[number], "story")
                if number < len(chapters)
                else ("campaigns", setup.campaign, "last_day")
            )
            if (kind, name, first.id, second.id) in told:
                continue
            told.add((kind, name, first.id, second.id))
            named = [getattr(entry, "scene", entry) for entry in getattr(found.things[kind][name], field)]
            what = f"“{second.id}” follows “{first.id}” at once: two sheets running"
            path = (field, named.index(second.id))
            found.fault(kind, name, path, what, "a matched moment or something by hand between", "move one")

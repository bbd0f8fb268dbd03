"""What the day it is means: its chapter, condition and regime, who is looked at, and which way a play was drawn."""

from dataclasses import dataclass
from functools import lru_cache

from game.model.content import Campaign, Chapter, Morning, Pack, Regime
from game.model.record import Setup
from game.model.state import State
from game.rules.fate import fate, shuffled
from game.rules.kept import kept

UNMATCHED = ("nudge", "free", "story")


@lru_cache(maxsize=4096)
def is_matched(moment: str) -> bool:
    """Say whether a moment is one of those that are compared later."""
    return moment.split(".", 1)[0] not in UNMATCHED


def chapters_of(pack: Pack, setup: Setup) -> tuple[str, ...]:
    """Chapter ids in the order they are lived, one a day; the last day is not among them."""
    campaign = pack.play(setup.campaign)
    return campaign.visible_first if setup.order == "visible-first" else campaign.hidden_first


def campaign_of(pack: Pack, state: State) -> Campaign:
    """The campaign that is being played."""
    return pack.play(state.setup.campaign)


@dataclass(frozen=True, slots=True)
class Today:
    """What the calendar alone says of the running day; the functions below say what each part means."""

    chapter: Chapter
    regime: Regime
    in_chapter: int
    in_condition: int
    last_of_condition: bool
    last_day: bool


def today(pack: Pack, state: State) -> Today:
    """The running day, as the calendar has it."""
    known = kept(pack, state)
    day: Today | None = known.get(("today", state.day))
    if day is None:
        ids, conditions = chapters_of(pack, state.setup), conditions_of(pack, state.setup)
        chapter = pack.chapters[ids[min(state.day, len(ids) - 1)]]
        day = known["today", state.day] = Today(
            chapter=chapter,
            regime=pack.regimes[pack.conditions[chapter.condition].regime],
            in_chapter=nth_day(ids, state.day),
            in_condition=nth_day(conditions, state.day),
            last_of_condition=_ends(conditions, state.day),
            last_day=state.day >= len(ids),
        )
    return day


def chapter_of(pack: Pack, state: State) -> Chapter:
    """The chapter of the running day. The last day belongs to the last chapter: the latest word stands."""
    return today(pack, state).chapter


def day_in_chapter(pack: Pack, state: State) -> int:
    """1 on a chapter's first day."""
    return today(pack, state).in_chapter


def day_in_condition(pack: Pack, state: State) -> int:
    """1 on the first day of the running condition; several chapters may share one."""
    return today(pack, state).in_condition


def is_last_of_condition(pack: Pack, state: State) -> bool:
    """Say whether tonight is the last night of the running condition: its regime has its last word."""
    return today(pack, state).last_of_condition


def morning_of(pack: Pack, state: State) -> Morning:
    """The page of this morning. Without lines there is none, and the day begins on the street."""
    if is_last_day(pack, state):
        return campaign_of(pack, state).last_morning
    chapter = chapter_of(pack, state)
    morning = chapter.mornings[min(day_in_chapter(pack, state), len(chapter.mornings)) - 1]
    if state.day or not is_alone(pack, state.setup) or not morning.lines:
        return morning
    return morning.model_copy(update={"lines": (*chapter.alone, *morning.lines)})


def is_alone(pack: Pack, setup: Setup) -> bool:
    """Say whether one chapter is the whole play. No train goes at its end."""
    return setup.campaign not in pack.campaigns and setup.campaign in pack.alone


def chapters_so_far(pack: Pack, state: State) -> tuple[Chapter, ...]:
    """The chapters of the running condition that have been lived, today's among them."""
    condition = chapter_of(pack, state).condition
    lived = dict.fromkeys(chapters_of(pack, state.setup)[: state.day + 1])
    return tuple(pack.chapters[name] for name in lived if pack.chapters[name].condition == condition)


def conditions_of(pack: Pack, setup: Setup) -> tuple[str, ...]:
    """The condition of each day, the last day's not among them."""
    return tuple(pack.chapters[chapter].condition for chapter in chapters_of(pack, setup))


def nth_day(ids: tuple[str, ...], day: int) -> int:
    """The how-manieth day in a row, from 1, that has this id."""
    first = day = min(day, len(ids) - 1)
    while first > 0 and ids[first - 1] == ids[day]:
        first -= 1
    return day - first + 1


def _ends(ids: tuple[str, ...], day: int) -> bool:
    """Say whether the next day has another id, or none."""
    return day < len(ids) and (day + 1 == len(ids) or ids[day + 1] != ids[day])


def is_last_day(pack: Pack, state: State) -> bool:
    """Say whether this is the day of the train."""
    return today(pack, state).last_day


def regime_of(pack: Pack, state: State) -> Regime:
    """The regime that is running."""
    return today(pack, state).regime


def coat_number(pack: Pack, setup: Setup, family: str, condition: str) -> int:
    """The coat that a family wears: (fate(seed, "coat", family) + i) mod 6, i fixed for each condition."""
    return (fate(setup.seed, "coat", family) + pack.conditions[condition].coat) % len(pack.families[family].coats)


def looked_at(pack: Pack, setup: Setup, condition: str, family: str) -> bool:
    """Was this matched moment truly looked at? Plain view: always. Dark glass: one in so many, shuffled by seed."""
    regime = pack.regimes[pack.conditions[condition].regime]
    if regime.watch == "plain":
        return True
    if regime.watch != "dark" or not regime.one_look_in:
        return False
    families = pack.play(setup.campaign).families
    looks = len(families) // regime.one_look_in
    return family in shuffled(setup.seed, families, "look", condition)[:looks]


def pushed_toward(pack: Pack, setup: Setup, condition: str, family: str) -> bool:
    """Under the app half of the matched moments are nudged toward keeping, half away."""
    families = pack.play(setup.campaign).families
    return family in shuffled(setup.seed, families, "push", condition)[: (len(families) + 1) // 2]


def nudge_arm(pack: Pack, setup: Setup, nudge: str) -> str:
    """The arm of an unscored nudge in this play: x, z or none."""
    campaign = pack.play(setup.campaign)
    x, z, _ = campaign.nudge_arms
    place = shuffled(setup.seed, campaign.nudges, "arm").index(nudge)
    return "x" if place < x else "z" if place < x + z else "none"

"""What happens when: the days of a play, drawn from the seed, the order and the campaign, never from the file."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from game.model.content import Campaign, Chapter, Morning, Pack, Regime, StoryAt
from game.model.record import Setup
from game.model.state import State
from game.rules.fate import fate, shuffled
from game.rules.kept import kept

UNMATCHED = ("nudge", "free", "story")
ATTEMPTS = 12  # shuffles of a day to choose among


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
        ids, conditions = chapters_of(pack, state.setup), _conditions(pack, state.setup)
        chapter = pack.chapters[ids[min(state.day, len(ids) - 1)]]
        day = known["today", state.day] = Today(
            chapter=chapter,
            regime=pack.regimes[pack.conditions[chapter.condition].regime],
            in_chapter=_nth(ids, state.day),
            in_condition=_nth(conditions, state.day),
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


def _conditions(pack: Pack, setup: Setup) -> tuple[str, ...]:
    return tuple(pack.chapters[chapter].condition for chapter in chapters_of(pack, setup))


def _nth(ids: tuple[str, ...], day: int) -> int:
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


def _in_words(pack: Pack, moment: str) -> bool:
    """Say whether a moment is a sheet with words; the others are done by hand."""
    kind, name = moment.split(".", 1)
    if kind == "nudge":
        return pack.nudges[name].mode == "sheet"
    return (pack.scenes if kind in ("free", "story") else pack.families)[name].mode == "sheet"


def _running(flags: Iterable[bool]) -> int:
    """How many times two sheets run."""
    flags = tuple(flags)
    return sum(a and b for a, b in pairwise(flags))


def _slip_in(pack: Pack, day: list[str], extra: str, at: int, earliest: int) -> None:
    """Put an unmatched moment after about `at` matched ones, where it parts two sheets rather than making them run."""
    best = None
    for slot in range(1, len(day) + 1):
        before = sum(1 for moment in day[:slot] if is_matched(moment))
        if abs(before - at) <= 1 and before >= earliest:
            there = [*day[:slot], extra, *day[slot:]]
            cost = (_running(_in_words(pack, m) for m in there), abs(before - at), slot)
            best = min(best or (cost, there), (cost, there))
    day[:] = best[1] if best else [*day, extra]


@lru_cache(maxsize=4096)
def _drawn(
    families: tuple[str, ...], opening: str, conditions: tuple[str, ...], seed: int, sheets: frozenset[str]
) -> tuple[tuple[str, ...], ...]:
    """Matched moments day by day, so that at least four other moments lie between two of one family.

    With eight or more families a day is dealt in the same blocks of four, shuffled within a block: the nearest
    two of a family can come is last in one block and first in the same block a day later. With four, the order
    stays the same all week. Of some shuffles of a day the first in which no two sheets run is taken.
    """
    blocks = [families[i : i + 4] for i in range(0, len(families), 4)]
    base = [list(shuffled(seed, block, "block", number)) for number, block in enumerate(blocks)]
    base.sort(key=lambda block: (opening not in block, fate(seed, "blocks", *block)))
    base[0].sort(key=lambda family: family != opening)
    if len(blocks) == 1:
        return tuple(tuple(f"{condition}.{family}" for family in base[0]) for condition in conditions)
    days = []
    for number, condition in enumerate(conditions):
        best: tuple[int, tuple[str, ...]] | None = None
        for attempt in range(ATTEMPTS):
            order: list[str] = []
            for place, block in enumerate(base):
                order += shuffled(seed, block, "day", number, place, attempt)
            if number == 0:
                order.sort(key=lambda family: family != opening)
            running = _running(family in sheets for family in order)
            if best is None or running < best[0]:
                best = (running, tuple(order))
        assert best is not None
        days.append(tuple(f"{condition}.{family}" for family in best[1]))
    return tuple(days)


def make_plan(pack: Pack, setup: Setup) -> tuple[tuple[str, ...], ...]:
    """Return the moment ids of every day. Matched: "P.fall"; others: "nudge.id", "free.id", "story.id"."""
    campaign = pack.play(setup.campaign)
    ids = chapters_of(pack, setup)
    lived = _conditions(pack, setup)
    conditions = tuple(dict.fromkeys(lived))
    sheets = frozenset(family for family in campaign.families if pack.families[family].mode == "sheet")
    matched_days = _drawn(campaign.families, campaign.opening, conditions, setup.seed, sheets)
    drawn = dict(zip(conditions, matched_days, strict=True))
    room = max(len(campaign.nudges), len(campaign.families) * len(conditions) // campaign.free_every)
    free = shuffled(setup.seed, campaign.free, "free")[: room - len(campaign.nudges)]
    unmatched = [f"nudge.{name}" for name in campaign.nudges] + [f"free.{name}" for name in free]
    waiting = list(shuffled(setup.seed, unmatched, "unmatched"))
    # The box that declares preferences is unpacked on the first evening: what it is about comes later.
    early = [moment for moment in waiting if not declared(pack, moment)][: -(-len(waiting) // len(ids))]
    waiting = early + [moment for moment in waiting if moment not in early]
    days: list[tuple[str, ...]] = []
    for number, chapter_id in enumerate(ids):
        chapter = pack.chapters[chapter_id]
        nth = _nth(ids, number)
        all_matched = drawn[chapter.condition]
        size = -(-len(all_matched) // lived.count(chapter.condition))
        part = _nth(lived, number) - 1
        matched = all_matched[part * size : (part + 1) * size]
        told = _spread(chapter.story, size, len(ids)) if is_alone(pack, setup) else chapter.story
        stories = [s for s in told if s.day == nth and not (s.only_first and number)]
        stories = [s for s in stories if _fits(pack, s.scene, chapter.condition)]
        stories = [s for s in stories if not s.campaigns or campaign.id in s.campaigns or campaign.id in pack.alone]
        quota = -(-len(waiting) // (len(ids) - number))  # spread evenly over the days that are left
        extras = [waiting.pop(0) for _ in range(quota)]
        day: list[str] = []
        for place, moment in enumerate(matched):
            day += [f"story.{s.scene}" for s in stories if s.before == place]
            day.append(moment)
        day += [f"story.{s.scene}" for s in stories if s.before is None]
        for i, extra in enumerate(extras):
            at = round((i + 1) * len(matched) / (len(extras) + 1))
            _slip_in(pack, day, extra, at, earliest=1 if number else 2)
        days.append(tuple(day))
    if campaign.last_day:
        days.append(tuple(f"story.{scene}" for scene in campaign.last_day if _fits(pack, scene, lived[-1])))
    return tuple(days)


def _spread(story: Iterable[StoryAt], size: int, days: int) -> list[StoryAt]:
    """A story told on days of `size` matched moments: what such a day is too short for comes the next, or at the end.

    A chapter that is the whole play has the shortest campaign's families, and would lose the half of its scenes.
    """
    told = []
    for one in story:
        day, before = one.day, one.before
        while before is not None and before >= size:
            day, before = (day + 1, before - size) if day < days else (day, None)
        told.append(one.model_copy(update={"day": day, "before": before}))
    return told


def _fits(pack: Pack, scene: str, condition: str) -> bool:
    """Say whether a scene may come under this condition."""
    return not pack.scenes[scene].conditions or condition in pack.scenes[scene].conditions


def declared(pack: Pack, moment: str) -> bool:
    """Say whether a preference about this moment is declared by unpacking the box."""
    kind, name = moment.split(".", 1)
    return kind == "nudge" and pack.nudges[name].pair is not None

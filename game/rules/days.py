"""The days of a play, drawn from the seed, the order and the campaign, never from the file."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from game.model.content import Pack, StoryAt
from game.model.record import Setup
from game.rules.fate import fate, shuffled
from game.rules.plan import chapters_of, conditions_of, is_alone, is_matched, nth_day

ATTEMPTS = 60  # shuffles of a day to choose among
AROUND = 2  # matched moments by which an unmatched one may come sooner or later than evenly spread


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
        if abs(before - at) <= AROUND and before >= earliest:
            there = [*day[:slot], extra, *day[slot:]]
            cost = (_running(_in_words(pack, m) for m in there), abs(before - at), slot)
            best = min(best or (cost, there), (cost, there))
    day[:] = best[1] if best else [*day, extra]


def _told(pack: Pack, matched: tuple[str, ...], stories: Iterable[StoryAt]) -> list[str]:
    """The matched moments of a day with its stories, each before the matched one that its chapter says.

    A story in words that would stand beside another sheet may come a moment sooner or later, if that parts them. None
    comes first that was not meant to, and no story overtakes another.
    """
    at = [(len(matched) if one.before is None else one.before, one) for one in stories if _comes(one, matched)]
    at.sort(key=lambda pair: pair[0])
    for k, (place, one) in enumerate(at):
        if one.before in (None, 0) or not _in_words(pack, f"story.{one.scene}"):
            continue
        low = max(1, at[k - 1][0] if k else 1)
        high = min(at[k + 1][0] if k + 1 < len(at) else len(matched) - 1, len(matched) - 1)
        places = [p for p in (place, place + 1, place - 1) if low <= p <= high] or [place]
        laid = {p: _laid(matched, [*at[:k], (p, one), *at[k + 1 :]]) for p in places}
        at[k] = (min(places, key=lambda p: _running(_in_words(pack, m) for m in laid[p])), one)
    return _laid(matched, at)


def _comes(one: StoryAt, matched: tuple[str, ...]) -> bool:
    """Whether a day of so many matched moments has the place that a story asks for."""
    return one.before is None or one.before < len(matched)


def _laid(matched: tuple[str, ...], at: Iterable[tuple[int, StoryAt]]) -> list[str]:
    day: list[str] = []
    told = list(at)
    for place, moment in enumerate((*matched, "")):
        day += [f"story.{one.scene}" for p, one in told if p == place]
        day += [moment] if moment else []
    return day


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
            if running == 0:
                break
        assert best is not None
        days.append(tuple(f"{condition}.{family}" for family in best[1]))
    return tuple(days)


def make_plan(pack: Pack, setup: Setup) -> tuple[tuple[str, ...], ...]:
    """Return the moment ids of every day. Matched: "P.fall"; others: "nudge.id", "free.id", "story.id"."""
    campaign = pack.play(setup.campaign)
    ids = chapters_of(pack, setup)
    lived = conditions_of(pack, setup)
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
        nth = nth_day(ids, number)
        all_matched = drawn[chapter.condition]
        size = -(-len(all_matched) // lived.count(chapter.condition))
        part = nth_day(lived, number) - 1
        matched = all_matched[part * size : (part + 1) * size]
        told = _spread(chapter.story, size, len(ids)) if is_alone(pack, setup) else chapter.story
        stories = [s for s in told if s.day == nth and not (s.only_first and number)]
        stories = [s for s in stories if _fits(pack, s.scene, chapter.condition)]
        stories = [s for s in stories if not s.campaigns or campaign.id in s.campaigns or campaign.id in pack.alone]
        quota = -(-len(waiting) // (len(ids) - number))  # spread evenly over the days that are left
        extras = [waiting.pop(0) for _ in range(quota)]
        day = _told(pack, matched, stories)
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

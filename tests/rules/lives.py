"""Lives to look at: a bot's way through a play, state by state, and a walk that does anything at all."""

from collections.abc import Iterator
from itertools import islice, product
from random import Random

from game.bots import BOTS, Bot, keeps_table
from game.model.acts import Act
from game.model.content import Chapter, Pack
from game.model.record import Order, Setup
from game.model.state import State
from game.rules import legal, start, step, view
from game.rules.plan import chapters_of

ORDERS: tuple[Order, ...] = ("visible-first", "hidden-first")
UNMATCHED = ("nudge", "free", "story")
ONWARD = ("meet", "home", "begin", "on", "leave")


def setup_of(seed: int = 7, campaign: str = "lesson", order: Order = "visible-first", file: str = "middle") -> Setup:
    return Setup(campaign=campaign, seed=seed, order=order, file=file)


def variety(pack: Pack, number: int) -> list[tuple[Setup, str]]:
    """So many plays, spread over bots, campaigns, orders and starting files; no two share a seed."""
    kinds = list(product(pack.campaigns, ORDERS, pack.files))
    plays = []
    for i in range(number):
        campaign, order, file = kinds[(i + i // 48) % len(kinds)]  # 48: where bots and kinds would meet again alike
        plays.append((setup_of(i, campaign, order, file), BOTS[i % len(BOTS)]))
    return plays


def life(pack: Pack, setup: Setup, bot_name: str) -> Iterator[tuple[State, Act | None]]:
    """Each state of a bot's play with the act that follows; the last one, "over", has none."""
    state, bot = start(pack, setup), Bot(bot_name, setup.seed, keeps_table(pack))
    while state.phase != "over":
        act = bot.choose(view(pack, state), legal(pack, state))
        yield state, act
        state, _ = step(pack, state, act)
    yield state, None


def wander(pack: Pack, setup: Setup, luck: Random, steps: int) -> Iterator[tuple[State, Act]]:
    """A walk over legal acts: mostly anything, and onward often enough to get somewhere."""
    bot = Bot("dice", setup.seed)
    state = start(pack, setup)
    for _ in range(steps):
        acts = legal(pack, state)
        if not acts:
            return
        onward = [act for act in acts if act.do in ONWARD]
        act = luck.choice(onward if onward and luck.random() < 0.3 else acts)
        if act.do == "answer" and luck.random() < 0.7:
            act = bot.choose(view(pack, state), acts)
        yield state, act
        state, _ = step(pack, state, act)


def first(pack: Pack, setup: Setup, bot: str, phase: str, day: int | None = None) -> State:
    """The first state of that bot's play in this phase (on this day)."""
    return next(s for s, _ in life(pack, setup, bot) if s.phase == phase and day in (None, s.day))


def morning_of(pack: Pack, setup: Setup, condition: str) -> State:
    """A state on the first morning of a condition, made from the plan alone."""
    chapters: list[Chapter] = [pack.chapters[c] for c in chapters_of(pack, setup)]
    day = next(i for i, chapter in enumerate(chapters) if chapter.condition == condition)
    return start(pack, setup).but(phase="street", day=day)


def matched(plan: tuple[tuple[str, ...], ...]) -> list[str]:
    """The matched moments of a plan, in the order they come."""
    return [m for day in plan for m in day if m.split(".")[0] not in UNMATCHED]


def conditions_of(pack: Pack, campaign: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pack.chapters[c].condition for c in pack.campaigns[campaign].visible_first))


def few(pack: Pack, number: int) -> Iterator[State]:
    """States from many lives, evenly taken."""
    for setup, bot in variety(pack, number):
        yield from islice((state for state, _ in life(pack, setup, bot)), 0, None, 11)

"""`stats`: what a campaign is like over many plays: how long, how it ends, what it pays, whom its doors let in.

The six bots play in equal parts, half of them in each order, every play with a seed of its own.
Which play is which goes by its number alone, so that many hands count the same as one.
"""

import multiprocessing
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from statistics import mean, quantiles

from game.bots import BOTS, Bot, keeps_table
from game.bots.play import LONGEST
from game.content import levels, load
from game.content.words import count_words
from game.journal import Session
from game.model.content import Pack
from game.model.record import Order
from game.model.view import View
from game.tools.demo import among, set_up

# What a person needs, roughly: a guess to compare campaigns by, not a measurement.
WORDS_A_MINUTE = 200
CHOICE = 6.0  # seconds
WALK = 3.0  # seconds, to each moment: 420 px at the walker's pace, and the page turns
ASKED = 6.0  # seconds, to handle a thing that asks, beyond reading it
SITTING = 60.0  # seconds in the chair, beyond reading its windows
LIGHT = 12.0  # seconds of a red light, where it is waited for
BET = "bet"  # what the play is for is done when this has asked; what comes after is talk
TOGETHER = 20  # plays that one worker takes at a time
ORDERS: tuple[Order, ...] = ("visible-first", "hidden-first")


@dataclass(slots=True)
class Life:
    """One play, counted."""

    file: str
    steps: int = 0
    moments: int = 0
    matched: int = 0
    words: int = 0
    choosing: float = 0.0  # seconds, with the walk to it
    asked: float = 0.0
    waiting: float = 0.0
    ending: str = ""
    coins: dict[int, int] = field(default_factory=dict)  # by day, at night
    standing: dict[tuple[int, str], int] = field(default_factory=dict)  # by day and regime, at night
    doors: list[tuple[str, str, bool]] = field(default_factory=list)  # regime, door, open
    over: bool = False
    to_bet: float = 0.0  # minutes of a person until the bet has asked; without one, to the end
    running: int = 0  # sheets that follow a sheet on the same day
    turned: list[str] = field(default_factory=list)  # arc.end
    arms: set[str] = field(default_factory=set)  # nudge.arm
    coats: set[str] = field(default_factory=set)  # family.coat

    @property
    def minutes(self) -> float:
        """What a person needs for it."""
        return self.words / WORDS_A_MINUTE + (self.choosing + self.asked + self.waiting) / 60


def stats(campaign: str, plays: int, jobs: int = 1) -> int:
    """Print the table of a campaign, counted by so many processes. Raises BadLevels, Unknown."""
    pack = load(levels())
    among(campaign, {**pack.campaigns, **pack.alone})
    print("\n".join(table(pack, campaign, many(pack, campaign, plays, jobs))))
    return 0


def many(pack: Pack, campaign: str, plays: int, jobs: int) -> list[Life]:
    """So many plays, by their numbers. A few are played here; more are dealt out to other processes."""
    jobs = min(jobs, -(-plays // TOGETHER))
    if jobs < 2:
        return [live(pack, campaign, number) for number in range(plays)]
    # Processes that begin anew are the same on every system, and inherit nothing half done.
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(partial(_elsewhere, levels(), campaign), range(plays), chunksize=TOGETHER))


@lru_cache(maxsize=1)
def _pack(folder: Path) -> Pack:
    return load(folder)


def _elsewhere(folder: Path, campaign: str, number: int) -> Life:
    """One play in another process, which reads the levels once."""
    return live(_pack(folder), campaign, number)


def live(pack: Pack, campaign: str, number: int) -> Life:
    """The number-th play of a series that mixes bots and orders equally."""
    bot_name, order = BOTS[number % len(BOTS)], ORDERS[number // len(BOTS) % 2]
    setup = set_up(pack, campaign, number + 1, order)
    session = Session.new(pack, setup, None, game="stats", play="stats")
    bot = Bot(bot_name, setup.seed, keeps_table(pack))
    life = Life(setup.file)
    read: set[str] = set()
    last = (0, "")  # day and mode of the moment before
    for _ in range(LONGEST):
        view = session.view()
        if view.phase == "over":
            life.over = True
            break
        life.words += sum(count_words(text) for text in texts(view) if text not in read)
        read |= set(texts(view))
        act = bot.choose(view, session.legal())
        events = session.do(act)
        life.steps += 1
        if act.do == "choose":
            life.moments += 1
            life.matched += any(event.keeps is not None for event in events)
            now = (session.state.day, view.moment.mode if view.moment else "")
            life.running += now == last and now[1] == "sheet"
            last = now
            waited = view.moment is not None and view.moment.mode == "wait" and any(event.keeps for event in events)
            life.choosing += CHOICE + WALK
            life.waiting += LIGHT if waited else 0.0
        sits = view.ask is not None and view.ask.kind == "chair"
        life.asked += (SITTING if sits else ASKED) if act.do == "answer" else 0.0
        if act.do == "answer" and act.what == BET:
            life.to_bet = life.minutes
        if act.do == "home":
            day = session.state.day + 1
            life.coins[day] = session.state.coins - session.state.tick
            life.standing |= {(day, e.what): e.amount for e in events if e.did == "balance"}
        life.doors += [(event.why, event.what, bool(event.amount)) for event in events if event.did == "judged"]
        life.ending = next((event.what for event in events if event.did == "ended"), life.ending)
        life.turned += [event.why for event in events if event.did == "turned_out"]
        for event in events:
            if event.did == "chose" and event.coat:
                life.coats.add(f"{event.family}.{event.coat}")
            elif event.did == "chose" and event.what.startswith("nudge."):
                life.arms.add(f"{event.what.removeprefix('nudge.')}.{event.arm}")
    life.to_bet = life.to_bet or life.minutes
    return life


def texts(view: View) -> tuple[str, ...]:
    """All that a reader reads on a screen; the same words once a play. What passers-by say is heard while walking."""
    out: list[str] = [view.cheer, view.then]
    if view.moment and view.phase == "moment":
        said = () if view.moment.wordless else (view.moment.scene,)
        out += [*said, view.moment.aside, *(option.text for option in view.moment.options)]
    if view.place:
        out += [view.place.line, *(activity.text for activity in view.place.activities)]
    if view.ask:
        out += [view.ask.title, view.ask.line, *(item.text for item in (*view.ask.items, *view.ask.about))]
    if view.page:
        out += [view.page.title, *view.page.lines, *(label for label, _ in view.page.rows)]
        out += [word for door in view.page.doors for word in (door.name, door.why)]
    return tuple(out)


def table(pack: Pack, campaign: str, lives: list[Life]) -> list[str]:
    """The lines that `stats` prints."""
    out = [f"{campaign}: {len(lives)} plays, six bots in equal parts, both orders"]
    rows: dict[str, list[int] | list[float]] = {
        "moments": [life.moments for life in lives],
        "of these matched": [life.matched for life in lives],
        "sheets running": [life.running for life in lives],
        "steps": [life.steps for life in lives],
        "words": [life.words for life in lives],
        "minutes up to the bet": [life.to_bet for life in lives],
        "minutes with the rest": [life.minutes for life in lives],
        "  reading": [life.words / WORDS_A_MINUTE for life in lives],
        "  walking, choosing": [life.choosing / 60 for life in lives],
        "  things that ask": [life.asked / 60 for life in lives],
        "  waiting": [life.waiting / 60 for life in lives],
    }
    out += [f"  {name:<22}{spread(values)}" for name, values in rows.items()]
    out.append(f"    (minutes: {WORDS_A_MINUTE} words a minute, {CHOICE:.0f} s a choice, {WALK:.0f} s walking to it, "
               f"{ASKED:.0f} s a thing that asks, {SITTING:.0f} s in the chair, "
               f"{LIGHT:.0f} s a light waited for)")  # fmt: skip
    if unfinished := sum(not life.over for life in lives):
        out.append(f"  not over after {LONGEST} steps: {unfinished}")
    out.append("last pages")
    endings = Counter(life.ending or "none" for life in lives)
    names = [*pack.closes, *(e for e in endings if e not in pack.closes)]
    out += [f"  {name:<22}{share(endings[name], len(lives))}" for name in names]
    out += _turns(pack, campaign, lives)
    out += _unseen(pack, campaign, lives)
    out.append("coins at night (day: lowest tenth, mean, highest tenth)")
    for day in sorted({day for life in lives for day in life.coins}):
        out.append(f"  day {day:>2}{'':<16}{spread([life.coins[day] for life in lives if day in life.coins])}")
    out.append("standing at night")
    for day, regime in sorted({key for life in lives for key in life.standing}):
        values = [life.standing[day, regime] for life in lives if (day, regime) in life.standing]
        out.append(f"  day {day:>2} {regime:<15}{spread(values)}")
    return [*out, *_doors(pack, lives)]


def _doors(pack: Pack, lives: list[Life]) -> Iterator[str]:
    """Whom the doors let in: by each regime, and by the latest word, which is what the last day goes by."""
    yield "doors open, of those tried, by starting file"
    tried: dict[tuple[str, str], dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    latest: dict[tuple[str, str], dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for life in lives:
        for regime, door, is_open in life.doors:
            tried[regime, door][life.file].append(is_open)
        for door, is_open in {door: is_open for _, door, is_open in life.doors}.items():
            latest["latest word", door][life.file].append(is_open)
    for (says, door), by_file in (*tried.items(), *latest.items()):
        cells = [f"{file} {share(sum(by_file[file]), len(by_file[file]))}" for file in pack.files if by_file[file]]
        yield f"  {says + ' ' + door:<22}{'   '.join(cells)}"


def _turns(pack: Pack, campaign: str, lives: list[Life]) -> Iterator[str]:
    """How it went with everybody whose end the campaign tells: the share of each end, also of those that never came."""
    told = Counter(end for life in lives for end in life.turned)
    for arc in (pack.arcs[name] for name in pack.play(campaign).arcs):
        yield f"how it went with {pack.people[arc.who].name}"
        whole = sum(told[f"{arc.id}.{end.id}"] for end in arc.ends)
        yield from (f"  {end.id:<22}{share(told[f'{arc.id}.{end.id}'], whole)}" for end in arc.ends)


def _unseen(pack: Pack, campaign: str, lives: list[Life]) -> Iterator[str]:
    """The arms of nudges and the coats that no play met, by name."""
    played = pack.play(campaign)
    drawn = [arm for arm, many in zip(("x", "z", "none"), played.nudge_arms, strict=True) if many]
    coats = [f"{family}.{coat.id}" for family in played.families for coat in pack.families[family].coats]
    yield "never met"
    for name, all_of, met in (
        ("arms of nudges", [f"{n}.{arm}" for n in played.nudges for arm in drawn], [life.arms for life in lives]),
        ("coats", coats, [life.coats for life in lives]),
    ):
        missing = [one for one in all_of if not any(one in each for each in met)]
        yield f"  {name:<22}{len(missing)} of {len(all_of)}{': ' * bool(missing)}{', '.join(missing)}"


def spread(values: list[int] | list[float]) -> str:
    """Mean, with the lowest and the highest tenth. What is no whole number, minutes, is said to the tenth."""
    digits = 1 if any(isinstance(value, float) for value in values) else 0
    if len(values) < 2:
        return f"{values[0]:,.{digits}f}" if values else "none"
    tenths = quantiles(values, n=10, method="inclusive")
    return f"{mean(values):,.{digits}f}  ({tenths[0]:,.{digits}f} to {tenths[-1]:,.{digits}f})"


def share(part: int, whole: int) -> str:
    """A share in hundredths, with what it was counted from."""
    return f"{100 * part / whole:.0f} % ({part} of {whole})" if whole else "none"

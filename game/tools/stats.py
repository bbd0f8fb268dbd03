"""`stats`: what a campaign is like over many plays: how long, how it ends, what it pays, whom its doors let in.

The six bots play in equal parts, half of them in each order, every play with a seed of its own.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from statistics import mean, quantiles

from game.bots import BOTS, Bot, keeps_table
from game.bots.play import LONGEST
from game.content import levels, load
from game.content.words import count_words
from game.journal import Session
from game.model.content import Pack
from game.model.record import Order
from game.model.view import View
from game.tools.demo import set_up

# What a person needs, roughly: a guess to compare campaigns by, not a measurement.
WORDS_A_MINUTE = 200
CHOICE = 6.0  # seconds
WALK = 3.0  # seconds, to each moment: 420 px at the walker's pace, and the page turns
ASKED = 6.0  # seconds, to handle a thing that asks, beyond reading it
SITTING = 60.0  # seconds in the chair, beyond reading its windows
LIGHT = 8.5  # seconds of a red light, where it is waited for
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

    @property
    def minutes(self) -> float:
        """What a person needs for it."""
        return self.words / WORDS_A_MINUTE + (self.choosing + self.asked + self.waiting) / 60


def stats(campaign: str, plays: int) -> int:
    """Print the table of a campaign. Raises BadLevels, Unknown."""
    pack = load(levels())
    lives = [live(pack, campaign, number) for number in range(plays)]
    print("\n".join(table(pack, campaign, lives)))
    return 0


def live(pack: Pack, campaign: str, number: int) -> Life:
    """The number-th play of a series that mixes bots and orders equally."""
    bot_name, order = BOTS[number % len(BOTS)], ORDERS[number // len(BOTS) % 2]
    setup = set_up(pack, campaign, number + 1, order)
    session = Session.new(pack, setup, None, game="stats", play="stats")
    bot = Bot(bot_name, setup.seed, keeps_table(pack))
    life = Life(setup.file)
    read: set[str] = set()
    for _ in range(LONGEST):
        view = session.view()
        if view.phase == "over":
            break
        life.words += sum(count_words(text) for text in texts(view) if text not in read)
        read |= set(texts(view))
        act = bot.choose(view, session.legal())
        events = session.do(act)
        life.steps += 1
        if act.do == "choose":
            life.moments += 1
            life.matched += any(event.keeps is not None for event in events)
            waited = view.moment is not None and view.moment.mode == "wait" and any(event.keeps for event in events)
            life.choosing += CHOICE + WALK
            life.waiting += LIGHT if waited else 0.0
        sits = view.ask is not None and view.ask.kind == "chair"
        life.asked += (SITTING if sits else ASKED) if act.do == "answer" else 0.0
        if act.do == "home":
            day = session.state.day + 1
            life.coins[day] = session.state.coins - session.state.tick
            life.standing |= {(day, e.what): e.amount for e in events if e.did == "balance"}
        life.doors += [(event.why, event.what, bool(event.amount)) for event in events if event.did == "judged"]
        life.ending = next((event.what for event in events if event.did == "ended"), life.ending)
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
        out += [f"{door.name} {door.why}" for door in view.page.doors]
    return tuple(out)


def table(pack: Pack, campaign: str, lives: list[Life]) -> list[str]:
    """The lines that `stats` prints."""
    out = [f"{campaign}: {len(lives)} plays, six bots in equal parts, both orders"]
    rows: dict[str, list[int] | list[float]] = {
        "moments": [life.moments for life in lives],
        "of these matched": [life.matched for life in lives],
        "steps": [life.steps for life in lives],
        "words": [life.words for life in lives],
        "minutes of a person": [life.minutes for life in lives],
        "  reading": [life.words / WORDS_A_MINUTE for life in lives],
        "  walking, choosing": [life.choosing / 60 for life in lives],
        "  things that ask": [life.asked / 60 for life in lives],
        "  waiting": [life.waiting / 60 for life in lives],
    }
    out += [f"  {name:<22}{spread(values)}" for name, values in rows.items()]
    out.append(f"    (minutes: {WORDS_A_MINUTE} words a minute, {CHOICE:.0f} s a choice, {WALK:.0f} s walking to it, "
               f"{ASKED:.0f} s a thing that asks, {SITTING:.0f} s in the chair, "
               f"{LIGHT:.0f} s a light waited for)")  # fmt: skip
    out.append("last pages")
    endings = Counter(life.ending or "none" for life in lives)
    names = [*pack.closes, *(e for e in endings if e not in pack.closes)]
    out += [f"  {name:<22}{share(endings[name], len(lives))}" for name in names]
    out.append("coins at night (day: lowest tenth, mean, highest tenth)")
    for day in sorted({day for life in lives for day in life.coins}):
        out.append(f"  day {day:<18}{spread([life.coins[day] for life in lives if day in life.coins])}")
    out.append("standing at night")
    for day, regime in sorted({key for life in lives for key in life.standing}):
        values = [life.standing[day, regime] for life in lives if (day, regime) in life.standing]
        out.append(f"  day {day} {regime:<16}{spread(values)}")
    out.append("doors open, of those tried, by starting file")
    doors = list(dict.fromkeys((regime, door) for life in lives for regime, door, _ in life.doors))
    for regime, door in doors:
        by_file: dict[str, list[bool]] = defaultdict(list)
        for life in lives:
            by_file[life.file] += [is_open for r, d, is_open in life.doors if (r, d) == (regime, door)]
        cells = [f"{file} {share(sum(by_file[file]), len(by_file[file]))}" for file in pack.files if by_file[file]]
        out.append(f"  {regime + ' ' + door:<22}{'   '.join(cells)}")
    return out


def spread(values: list[int] | list[float]) -> str:
    """Mean, with the lowest and the highest tenth."""
    if len(values) < 2:
        return f"{values[0]:,.0f}" if values else "none"
    tenths = quantiles(values, n=10, method="inclusive")
    return f"{mean(values):,.0f}  ({tenths[0]:,.0f} to {tenths[-1]:,.0f})"


def share(part: int, whole: int) -> str:
    """A share in hundredths, with what it was counted from."""
    return f"{100 * part / whole:.0f} % ({part} of {whole})" if whole else "none"

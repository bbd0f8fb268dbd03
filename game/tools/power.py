"""`power`: how often luck alone would make the debrief say shifted, and how often it would find a true change.

Each figure three times: as the design reckoned with it, exact, and counted over players drawn by lot whose leaning is
known. Last, the same over real plays by rule. Only chance parts exact from counted; how far it may is said.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from math import comb, sqrt
from random import Random

from game.debrief import stats
from game.debrief.bars import MANY, arms_verdict, sign_verdict
from game.rules.fate import fate
from game.tools.leaning import WATCHED, Leaning, Played, many

COMPARED = {
    "visible_hidden_difference": ("P", "H"),
    "surveillance_effect": ("P", "U0"),
    "illusion_dividend": ("D", "U0"),
    "hidden_difference": ("H", "U0"),
    "internalisation_conduct": ("UV", "U0"),
}
SHORT = {
    "visible_hidden_difference": "posted, hidden",
    "surveillance_effect": "posted, before",
    "illusion_dividend": "dark glass, before",
    "hidden_difference": "hidden, before",
    "internalisation_conduct": "after, before",
}
CONDITIONS = ("U0", "P", "D", "UV", "H")
PAIRS = (4, 6, 8, 12, 16)
COIN, SIX, THIRDS, NINE = (
    Leaning(f"kept {says}", share, share)
    for says, share in (("5 in 10", 0.5), ("6 in 10", 0.6), ("2 in 3", 2 / 3), ("9 in 10", 0.9))
)
MOVED = Leaning("kept 5 in 10, watched 9 in 10", 0.5, 0.9)
CAMPAIGNS = ("taste", "lesson", "full")
A_PLAY = 20  # one real play for so many players drawn by lot
CELL = 13

# What theory 3 says, by number of pairs (the arms: by moments an arm).
PLANNED_THIRD = {6: "38", 8: "20", 12: "14", 16: "5"}
PLANNED_ALARM = {8: "under 4", 12: "under 4", 16: "under 4"}
PLANNED_ANY = {8: "about 5"}
PLANNED_FOUND = {8: "21", 12: "48", 16: "67"}
PLANNED_HALF = {8: "8"}


def power(players: int, jobs: int = 1) -> int:
    """Print the table. Raises BadLevels."""
    print("\n".join(by_lot(players)))
    number = max(1, players // A_PLAY)
    tasks = [(leaning, name, n) for leaning in (COIN, MOVED) for name in CAMPAIGNS for n in range(number)]
    played = many(tasks, jobs)
    by_task: dict[tuple[str, str], list[Played]] = {}
    for (leaning, name, _), one in zip(tasks, played, strict=True):
        by_task.setdefault((leaning.name, name), []).append(one)
    print("\n".join(by_play(by_task)))
    return 0


def third_by_luck(kept: float, pairs: int) -> float:
    """How often two conditions are a third or more of the pairs apart, both kept with the same chance."""
    split = 2 * kept * (1 - kept)
    return sum(
        comb(pairs, m) * split**m * (1 - split) ** (pairs - m) * comb(m, b) / 2.0**m
        for m in range(pairs + 1)
        for b in range(m + 1)
        if 3 * abs(2 * b - m) >= pairs
    )


def found(pairs: int, before: float, after: float) -> float:
    """How often a comparison says shifted; below eight pairs it never does, whatever its p."""
    return stats.power(pairs, before, after) if pairs >= MANY else 0.0


def false_alarm(kept: float, pairs: int) -> float:
    """How often a comparison says shifted of somebody who keeps every rule with the same chance."""
    return found(pairs, kept, kept)


def any_false_alarm(kept: float, pairs: int, *, interlude: bool = True) -> float:
    """How often at least one of the comparisons of pairs does."""
    tests = stats.SIGNS if interlude else stats.SIGNS[:-1]
    return stats.luck_shifts_any(pairs, kept=kept, tests=tests) if pairs >= MANY else 0.0


def arms(size: int, first: float, second: float, passes: Callable[[int, int], bool]) -> float:
    """How often two arms of one size, with these chances, come out so that `passes` says yes of their hits."""
    one, other = ([comb(size, k) * p**k * (1 - p) ** (size - k) for k in range(size + 1)] for p in (first, second))
    return sum(one[a] * other[b] for a in range(size + 1) for b in range(size + 1) if passes(a, b))


def half_apart(size: int, a: int, b: int) -> bool:
    """Whether two arms with these hits are half of the moments apart or more."""
    return 2 * abs(a - b) >= size


@lru_cache(maxsize=4096)
def arms_shifted(size: int, a: int, b: int) -> bool:
    """Whether the debrief would say shifted of two arms with these hits."""
    return arms_verdict(a, size, b, size) == "shifted"


def cohort(leaning: Leaning, pairs: int, players: int) -> Counter[str]:
    """How many of so many players come out shifted, by comparison; `any` of them; and `third` apart when watched."""
    dice = Random(fate(1, "power", leaning.name, pairs))  # noqa: S311  (dice, and the same ones every time)
    out: Counter[str] = Counter()
    for _ in range(players):
        lives = {c: [dice.random() < leaning.chance(c) for _ in range(pairs)] for c in CONDITIONS}
        shifts = 0
        for name, (one, other) in COMPARED.items():
            first = sum(a > b for a, b in zip(lives[one], lives[other], strict=True))
            second = sum(a < b for a, b in zip(lives[one], lives[other], strict=True))
            shifted = sign_verdict(pairs, first, second) == "shifted"
            out[name] += shifted
            shifts += shifted
            if name == "surveillance_effect":
                out["third"] += 3 * abs(first - second) >= pairs
        out["any"] += shifts > 0
    return out


def arms_cohort(size: int, first: float, second: float, players: int) -> Counter[str]:
    """How many of so many players have two arms `half` apart or more, and how many come out `shifted`."""
    dice = Random(fate(1, "arms", size, f"{first} {second}"))  # noqa: S311  (as above)
    out: Counter[str] = Counter()
    for _ in range(players):
        a, b = (sum(dice.random() < p for _ in range(size)) for p in (first, second))
        out["half"] += half_apart(size, a, b)
        out["shifted"] += arms_shifted(size, a, b)
    return out


def error(chance: float, players: int) -> float:
    """Two standard errors of a share counted over so many players."""
    return 2 * sqrt(chance * (1 - chance) / players)


def counted(hits: int, players: int, chance: float | None) -> str:
    """A count in 100, with its error; marked where chance would not put it (four errors and two players away)."""
    share = hits / players
    reach = error(share if chance is None else chance, players)
    far = chance is not None and abs(share - chance) > 2 * reach + 2 / players
    return f"{100 * share:.1f} ±{100 * reach:.1f}{' !' if far else ''}"


def row(name: str, cells: list[str]) -> str:
    """A line of the table."""
    return f"  {name:<34}{''.join(f'{cell:>{CELL}}' for cell in cells)}".rstrip()


def head(title: str, of: str, planned: dict[int, str], over: tuple[int, ...] = PAIRS) -> Iterator[str]:
    """A title, the numbers of pairs, and what was planned by."""
    yield f"\n{title}"
    yield row(of, [str(n) for n in over])
    if planned:
        yield row("planned", [planned.get(n, "–") for n in over])


def both(name: str, exact: list[float], hits: list[int], players: int, who: str = "players") -> Iterator[str]:
    """A line with the exact figures, a line with the counted ones."""
    yield row(f"{name}exact", [f"{100 * chance:.1f}" for chance in exact])
    yield row(f"{name}{who}", [counted(h, players, chance) for h, chance in zip(hits, exact, strict=True)])


def by_lot(players: int) -> Iterator[str]:
    """The part of the table that needs no play."""
    yield "power: what luck alone would shift, and how much of a true change is found. All figures in 100."
    yield f"players: {players:,} a figure, drawn by lot, judged as the debrief judges. ±: two standard errors."
    lots = {(of.name, n): cohort(of, n, players) for of in (COIN, SIX, THIRDS, NINE, MOVED) for n in PAIRS}

    def rows(of: Leaning, what: str, exact: Callable[[int], float], name: str) -> Iterator[str]:
        return both(name, [exact(n) for n in PAIRS], [lots[of.name, n][what] for n in PAIRS], players)

    yield from head("By luck a third or more apart (kept 6 in 10, watched or not)", "pairs", PLANNED_THIRD)
    yield from rows(SIX, "third", partial(third_by_luck, SIX.kept), "")
    yield from head("False alarm: one comparison says shifted of somebody whom nothing moves", "pairs", PLANNED_ALARM)
    for of in (COIN, SIX, NINE):
        yield from rows(of, "surveillance_effect", partial(false_alarm, of.kept), f"{of.name}: ")
    yield from head("False alarm: at least one of the five says shifted", "pairs", PLANNED_ANY)
    for of in (COIN, SIX, THIRDS, NINE):
        yield from rows(of, "any", partial(any_false_alarm, of.kept), f"{of.name}: ")
    yield from head("Found: a true change from 5 in 10 to 9 in 10 where watched", "pairs", PLANNED_FOUND)
    yield from rows(MOVED, "surveillance_effect", lambda n: found(n, MOVED.kept, MOVED.watched), "")
    yield from _nudges(players)


def _nudges(players: int) -> Iterator[str]:
    """The same for two arms: pushed one way, pushed the other."""
    sizes = (4, 8, 12, 16)
    lots = [arms_cohort(n, 0.5, 0.5, players) for n in sizes]
    yield from head("By luck half or more apart, two arms (taken 5 in 10)", "moments an arm", PLANNED_HALF, sizes)
    half = [arms(n, 0.5, 0.5, partial(half_apart, n)) for n in sizes]
    yield from both("", half, [lot["half"] for lot in lots], players)
    yield from head("False alarm: two arms are said to be shifted", "moments an arm", {}, sizes)
    alarm = [arms(n, 0.5, 0.5, partial(arms_shifted, n)) for n in sizes]
    yield from both("taken 5 in 10: ", alarm, [lot["shifted"] for lot in lots], players)
    yield from head("Found: two arms, 5 in 10 and 9 in 10", "moments an arm", {}, sizes)
    true = [arms(n, 0.9, 0.5, partial(arms_shifted, n)) for n in sizes]
    moved = [arms_cohort(n, 0.9, 0.5, players)["shifted"] for n in sizes]
    yield from both("", true, moved, players)


def by_play(played: dict[tuple[str, str], list[Played]]) -> Iterator[str]:
    """The part of the table that was played: whole plays by rule, each judged by its own findings."""
    number = len(next(iter(played.values())))
    yield f"\nReal plays, {number:,} a column, in both orders: how many debriefs say shifted, beside the exact figure"
    yield row("", list(CAMPAIGNS))
    for of in (COIN, MOVED):
        lots = [played[of.name, name] for name in CAMPAIGNS]
        yield f"  {of.name}:"
        yield row("    pairs, at most", [str(max(p.said[id_][0] for p in lot for id_ in COMPARED)) for lot in lots])
        for says, inside in (("in plain view, dark glass", True), ("elsewhere", False)):
            yield row(f"    kept {says}", [_kept(lot, inside=inside) for lot in lots])
        for id_, (one, other) in COMPARED.items():
            exact = [[found(p.said[id_][0], of.chance(other), of.chance(one)) for p in lot] for lot in lots]
            chances = [sum(each) / number for each in exact]
            yield from both(f"    {SHORT[id_]}: ", chances, [_shifted(lot, id_) for lot in lots], number, "plays")
        if of.kept == of.watched:
            hits = [sum(any(p.said[i][1] == "shifted" for i in COMPARED) for p in lot) for lot in lots]
            yield from both("    any of these: ", [_any(lot, of) for lot in lots], hits, number, "plays")
        yield row("    nudges: plays", [counted(_shifted(lot, "nudge_effect"), number, None) for lot in lots])


def _shifted(lot: list[Played], id_: str) -> int:
    return sum(play.said[id_][1] == "shifted" for play in lot)


def _any(lot: list[Played], of: Leaning) -> float:
    """The exact figure for plays each of which has its own pairs, and an interlude or none."""
    chances = []
    for play in lot:
        interlude = play.said["internalisation_conduct"][0] >= MANY
        chances.append(any_false_alarm(of.kept, play.said["surveillance_effect"][0], interlude=interlude))
    return sum(chances) / len(chances)


def _kept(lot: list[Played], *, inside: bool) -> str:
    counts = [n for play in lot for c, n in play.kept.items() if (c in WATCHED) is inside]
    done, met = (sum(n[i] for n in counts) for i in (0, 1))
    return counted(done, met, None)

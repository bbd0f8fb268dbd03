"""Posted against hidden, the four states of watching, before and after."""

from collections.abc import Sequence

from game.debrief.charts import Table
from game.debrief.names import SHORT
from game.debrief.stats import often
from game.model.content import Pack
from game.seminar.drawn import differences, shares
from game.seminar.measures import (
    SIDES,
    difference,
    extra_unseen,
    keeping,
    looks_guessed,
    own_reasons,
    share,
    some,
)
from game.seminar.picture import (
    Picture,
    briefly,
    chance,
    counted,
    difference_row,
    hundred,
    more,
    plus,
    rests,
    share_row,
    unsaid,
)
from game.seminar.room import Room
from game.seminar.student import Student
from game.seminar.summary import Mean, Orders, orders, summary

LOGGED = "Unwatched means unwatched by the town; the program logged everything."
LATER = "What is compared came earlier or later and in another story; only the two orders, side by side, part that."


def mean(students: Sequence[Student], name: str) -> Mean:
    """The mean of one of the comparisons of pairs."""
    return summary(some(difference(*SIDES[name]), students))


def towns(room: Room, pack: Pack) -> Picture:
    """VH, the main comparison: the same points, posted or not."""
    students, measure = room.students, difference(*SIDES["vh"])
    whole = mean(students, "vh")
    sides = orders(students, measure)
    rows = [difference_row("all temptations", whole)]
    for kind, label in (("kind", "where keeping is kind"), ("harmful", "where it harms")):
        these = summary(some(difference("P", "H", keeping(pack, kind), 2), students), tested=False)
        rows.append(difference_row(label, these))
    if sides:
        rows.append(difference_row("posted rules first", sides.visible))
        rows.append(difference_row("hidden rules first", sides.hidden))
    numbers = some(measure, students)
    leaning = {
        "more where the list was posted": sum(n > 0 for n in numbers),
        "the same on both sides": sum(n == 0 for n in numbers),
        "more where it was hidden": sum(n < 0 for n in numbers),
    }
    if whole.verdict in ("hidden", "alike"):
        return Picture("towns", "Two towns", f"Posted or hidden: {unsaid()}")
    headline = f"By one list, the room did {more(whole.value)} of what it asks where it could be read."
    if not whole.far:
        headline += " Luck alone may do that." if whole.verdict == "number" else " That is a count, no more."
    if sides and sides.differ:
        headline += " Which came first seems to matter."
    made = (1 + bool(sides)) if whole.verdict == "number" else 0
    return Picture(
        "towns", "Two towns", headline,
        (differences("Posted less hidden: temptations in 100 in which was done what the board asks", rows),),
        (rests(whole, room.n, "each laid beside itself: the same temptations under posted and under hidden rules"),
         chance(whole), *_orders(sides)),
        tuple(filter(None, [counted("How many students leaned which way", "they did it", leaning, room.n)])),
        ("The board also brought a clerk and a lens, and the app brought nudges; only the list was the same.", LATER),
        "Which of the two towns treated you better, and in which would you live?", tests=made,
    )  # fmt: skip


def _orders(sides: Orders | None) -> tuple[str, ...]:
    """What the order did; both are shown whatever it did."""
    if sides is None:
        return ("Too few began with one of the two, or all are alike: whether the order did it cannot be asked here.",)
    so = (
        "Luck alone goes so far once in ten at most. If the order did it, the mean over all is one of two different "
        "effects: read them one by one."
        if sides.differ
        else f"That is no sign of an effect of the order, and no proof of none: one under {hundred(sides.misses)} in "
        "100 is missed by a class like this more often than once in five."
    )
    even = sides.even
    return (
        f"Those who met the posted rules first and those who met the hidden ones first are {hundred(sides.apart)} in "
        f"100 apart; dealt again as they were dealt, two such halves are as far apart {often(sides.luck.p)}. {so}",
        f"With each order counting half, however many began with it, the difference is {plus(even.value)} "
        f"({hundred(even.low)} to {hundred(even.high)}): that holds whether the order matters or not.",
    )


STATES = {"U0": "before any rule", "P": "posted, plain view", "D": "posted, dark glass", "H": "hidden, the app"}


def states(room: Room) -> Picture:
    """Four states of watching: nobody, somebody in plain view, perhaps somebody, nobody and a phone that counts."""
    students = room.students
    every = {c: summary(some(share(c), students), tested=False) for c in STATES}
    said = {c: m for c, m in every.items() if m.verdict in ("counts", "number")}
    if not said:
        return Picture("states", "The watch", f"Four states of watching. {unsaid()}")
    headline = "Of 100 temptations the room did as the board asks in "
    parts = [f"{hundred(m.value)} {WHEN[c]}" for c, m in said.items()]
    headline += ", ".join(parts) + "."
    rows = [share_row(label, every[c], c) for c, label in STATES.items()]
    against = [difference_row(label, mean(students, name), tone) for name, label, tone in AGAINST]
    unseen, pegs = (
        summary(some(extra_unseen, students), tested=False),
        summary(some(looks_guessed, students), tested=False),
    )
    lead = [LOOKS]
    if unseen.verdict in ("counts", "number"):
        lead.append(
            f"In the dark-glass moments that nobody looked at, the room still did {more(unseen.value)} of what the "
            "board asks than before any rule."
        )
    if pegs.verdict in ("counts", "number"):
        lead.append(f"Asked how often somebody looked, it guessed {hundred(pegs.value)} in 100 on average.")
    tests = [mean(students, name) for name, _, _ in AGAINST]
    lead += [briefly(label, m) for (_, label, _), m in zip(AGAINST, tests, strict=True)
             if m.verdict == "number"]  # fmt: skip
    return Picture(
        "states", "The watch", headline,
        (shares("Of 100 temptations: as the board asks", rows),
         differences("The same, less the days before any rule", against)),
        tuple(lead), (),
        (f"Rules, points and watching came together, so this cannot tell them apart. {LOGGED}", LATER,
         "To do what the board asks is sometimes kind and sometimes harms somebody: more is not better."),
        "What did the dark glass add that the clerk did not?", tests=sum(m.verdict == "number" for m in tests),
    )  # fmt: skip


WHEN = {"U0": "before any rule", "P": "in plain view", "D": "under dark glass", "H": "under the app"}
AGAINST = (("se", "plain view", "P"), ("id", "dark glass", "D"), ("hs", "the app", "H"))
LOOKS = "Under dark glass one moment in four is truly looked at; from below all look alike, so all count."


def after(room: Room) -> Picture | None:
    """What stayed when the watch was off, and where the reasons went. None where nobody lived a day after."""
    students = room.students
    if not some(share("UV"), students):
        return None
    every = {c: summary(some(share(c), students), tested=False) for c in ("U0", "P", "UV", "UH")}
    stayed, app, reasons = (
        mean(students, "ic"),
        mean(students, "uh"),
        summary(some(own_reasons, students), tested=False),
    )
    if stayed.verdict in ("hidden", "alike"):
        return Picture("after", "Before and after", f"What stayed when the watch was off: {unsaid()}")
    rows = [share_row({"P": "under the board"}.get(c, SHORT[c]), m, c) for c, m in every.items()
            if c != "UH" or m.n]  # fmt: skip
    against = [difference_row("after the board", stayed, "UV")]
    against += [difference_row("after the app", app, "UH")] if app.n else []
    headline = f"With the watch off again, the room did {more(stayed.value)} than before there was one."
    if not stayed.far:
        headline += " Luck alone may do that." if stayed.verdict == "number" else " That is a count, no more."
    lead = [rests(stayed, room.n, "each laid beside itself before any rule"), chance(stayed)]
    if reasons.verdict in ("counts", "number"):
        span = f" ({hundred(reasons.low)} to {hundred(reasons.high)})" if reasons.verdict == "number" else ""
        lead.append(
            "Reasons in the diary, one’s own less those that name gain, loss or feeling bad, after less before: "
            f"{plus(reasons.value)}{span} of 100."
        )
    return Picture(
        "after", "Before and after", headline,
        (shares("Before it, under it, after it: of 100 temptations as the board asks", rows),
         differences("Afterwards, less the days before any rule", against)),
        tuple(lead), tuple(filter(None, [_reasons(students)])),
        ("What stays may be habit, a value made one’s own, or a gaze taken over: the same figure fits all three.",
         "The days after come later: practice and tiredness are in it.", LOGGED),
        "Your reasons became more your own, or less. Growth, or discipline?",
        tests=sum(m.verdict == "number" for m in (stayed, app)),
    )  # fmt: skip


def _reasons(students: Sequence[Student]) -> Table | None:
    numbers = some(own_reasons, students)
    return counted("Reasons after the board, against those before", "one’s own", {
        "more than before": sum(n > 0 for n in numbers), "as many": sum(n == 0 for n in numbers),
        "fewer than before": sum(n < 0 for n in numbers), "too few reasons to say": len(students) - len(numbers),
    }, len(students))  # fmt: skip

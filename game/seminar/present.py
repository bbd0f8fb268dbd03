"""Whose plays these are: how many, who left and where, untimed plays apart; and how often luck speaks on this page."""

from collections.abc import Sequence

from game.debrief.charts import Table
from game.debrief.names import SHORT
from game.debrief.words import count
from game.model.content import Pack
from game.seminar.drawn import Scale, differences
from game.seminar.hide import HIDDEN, both_sides, hide
from game.seminar.picture import Picture, bars, difference_row
from game.seminar.room import Room
from game.seminar.student import Student
from game.seminar.watched import mean

ORDERS = {"visible-first": "posted rules first", "hidden-first": "hidden rules first"}


def present(room: Room, pack: Pack, tests: int) -> Picture:
    """The last picture: what all others rest on."""
    split = {
        f"{label}, {state}": sum(one.order == order and one.done is done for one in room.students)
        for order, label in ORDERS.items()
        for done, state in ((True, "to the end"), (False, "left early"))
    }
    every: list[Scale | None] = [bars("Who began with which rules, and who left early", split)]
    if not hide(split).whole:  # then each by itself
        done = {"to the end": sum(one.done for one in room.students),
                "left early": sum(not one.done for one in room.students)}  # fmt: skip
        begun = {label: sum(one.order == order for one in room.students) for order, label in ORDERS.items()}
        every = [bars("Who began with which rules", begun), bars("Who came to the end", done)]
    kept = "How many left early, and with which rules before them, is kept back." if None in every else ""
    charts = [chart for chart in every if chart]
    left = {SHORT.get(c, "before the first morning"): sum(not one.done and one.last == c for one in room.students)
            for c in ("", *SHORT)}  # fmt: skip
    lead = [
        f"These are plays of “{pack.play(room.campaign).name}”. Somebody who wiped a play, or kept it, is not in it.",
        *(f"{many:,} plays {why} stand aside." for why, many in room.aside),
        "Counts under five are kept back, nought as well, and with them what would give them away. So is what would be "
        "true of everybody. A share near nought or near all is therefore seldom shown, and when it is, luck has often "
        "moved it inwards.",
        kept,
        luck(tests),
    ]
    if room.apart:
        charts.append(_apart(room))
    tables = []
    if both_sides(sum(left.values()), room.n):  # else the few who came to the end could be had from it
        tables = [Table("Where plays stand that were left early", ("last lived", "students"), _cells(left))]
    headline = f"All this is made of {count(room.n, 'play')}{', all with untimed waiting' if room.untimed else ''}."
    return Picture(
        "present", "Whose plays", headline, tuple(charts), tuple(lead), tuple(tables),
        ("Whoever has the program can make a file: a record is checked for being whole, not for being somebody’s.",
         "Who leaves early may differ from who stays; drop-outs are counted by order for that reason."),
    )  # fmt: skip


def _cells(cells: dict[str, int]) -> tuple[tuple[str, ...], ...]:
    shown = hide(cells)
    total = HIDDEN if shown.total is None else f"{shown.total:,}"
    return (*((name, shown.says(name)) for name in cells), ("in all", total))


def luck(tests: int) -> str:
    """How often luck alone makes something of so many tests, at one in ten each."""
    if not tests:
        return "This page makes no comparison with a test."
    any_ = round(100 * (1 - 0.9**tests))
    return (
        f"This page makes {count(tests, 'comparison')} with a test, each of which luck alone passes once in ten at "
        f"most. If they had nothing to do with each other, at least one would pass {any_} times in 100 where nothing "
        "moves anybody. The first one, Two towns, was chosen beforehand as the main one."
    )


def _apart(room: Room) -> Scale:
    """Plays that waited otherwise, by themselves."""
    others: Sequence[Student] = room.apart
    label = "timed waiting" if room.untimed else "untimed waiting"
    rows = [difference_row(says, mean(others, name), note=label) for name, says in (
        ("vh", "posted less hidden"), ("se", "plain view less before"))]  # fmt: skip
    return differences("Apart from these: plays that waited otherwise", rows)

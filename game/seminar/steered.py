"""Pushes as the room's own randomised experiment, and doors by starting file."""

from game.debrief.charts import Table
from game.model.content import Pack
from game.seminar.drawn import Row, differences, shares
from game.seminar.hide import LEAST, both_sides, hide
from game.seminar.intervals import newcombe
from game.seminar.measures import doors, one_push, pushed, some
from game.seminar.picture import (
    KEPT_BACK,
    Picture,
    chance,
    difference_row,
    hundred,
    more,
    plus,
    rests,
    share_row,
    unsaid,
)
from game.seminar.room import Room
from game.seminar.summary import ARM, summary

KINDS = {
    "default": "what lay ready", "social_proof": "what others took", "framing": "how it was put",
    "salience": "what stood out", "friction": "what was made tedious", "reminder": "what was brought up",
}  # fmt: skip
"""The kinds of push, in words."""


def pushes(room: Room) -> Picture:
    """Who was pushed where was drawn by the seed, so the room is its own experiment."""
    whole = summary(some(pushed, room.students))
    if whole.verdict in ("hidden", "alike"):
        return Picture("pushes", "Pushes", f"Where the room was pushed: {unsaid()}")
    rows, kept = [difference_row("all pushes", whole)], []
    for kind, label in KINDS.items():
        row = _kind(room, kind, label)
        rows += [row] if row and row.value is not None else []
        kept += [label] if row and row.value is None else []
    headline = f"Pushed one way, the room went that way {more(whole.value)} than pushed the other."
    if not whole.far:
        headline += " Luck alone may do that." if whole.verdict == "number" else " That is a count, no more."
    return Picture(
        "pushes", "Pushes", headline,
        (differences("Went there when pushed there, less when pushed elsewhere (in 100)", rows),),
        (rests(whole, room.n, "each with its own moments pushed one way and the other, as the seed drew them"),
         chance(whole),
         "By kind each student counts once, with one moment drawn by the play’s own random id; the interval is "
         "Newcombe’s (1998). Numbers from 15 an arm on, counts from five."
         + (f" Kept back, for fewer than five did it or did not: {', '.join(kept)}." if kept else ""),
         "Published reviews find a middling effect, hardly any once what goes unpublished is allowed for (Maier 2022), "
         "and 1.4 points where offices nudge against 8.7 where journals report (DellaVigna and Linos 2020)."),
        (),
        ("The things chosen between differ, and a push in a game is cheap. What moves a room need not move a person.",
         "Nobody was asked whether they noticed."),
        "Is open control more honest than a push that passes unnoticed? More respectful?",
        tests=int(whole.verdict == "number"),
    )  # fmt: skip


def _kind(room: Room, kind: str, label: str) -> Row | None:
    """One kind of push, each student once; None where the play has none of it."""
    met = [push for push in (one_push(one, kind) for one in room.students) if push]
    arms = {arm: [push.took for push in met if push.arm == arm] for arm in ("x", "z")}
    hits, sizes = {arm: sum(took) for arm, took in arms.items()}, {arm: len(took) for arm, took in arms.items()}
    if not met:
        return None
    if not all(both_sides(hits[arm], sizes[arm]) for arm in arms):
        return Row(label, None, KEPT_BACK)
    low, high = newcombe(hits["x"], sizes["x"], hits["z"], sizes["z"])
    apart = hits["x"] / sizes["x"] - hits["z"] / sizes["z"]
    few = 0 < room.n - len(met) < LEAST  # met no such push, and that is not to be had by taking away
    counts = "" if few else f"{hits['x']} of {sizes['x']} against {hits['z']} of {sizes['z']}"
    if min(sizes.values()) < ARM:
        return Row(label, apart, f"{plus(apart)}, counts only", note=counts)
    return Row(label, apart, f"{plus(apart)} ({hundred(low)} to {hundred(high)})", low, high, note=counts)


def opened(room: Room, pack: Pack) -> Picture:
    """Doors by starting file: what was on paper before anybody did anything."""
    by_file = {name: [one for one in room.students if one.file == name and one.doors] for name in pack.files}
    every = {name: summary(some(doors, ones), tested=False) for name, ones in by_file.items()}
    shown = {name: one for name, one in every.items() if one.verdict in ("counts", "number")}
    rows = [share_row(pack.files[name].name, one) for name, one in every.items()]
    sizes = hide({name: sum(one.file == name for one in room.students) for name in pack.files})
    table = Table("Who had which file", ("file", "on paper", "students"), tuple(
        (pack.files[name].name, pack.files[name].text, sizes.says(name)) for name in pack.files
    ))  # fmt: skip
    if len(shown) < 2:
        return Picture(
            "doors", "Doors", "Doors by what was on paper: too few students a file to lay them side by side.",
            tables=(table,), ask="Your twin made your choices. Who answers for the difference?",
        )  # fmt: skip
    most, least = (choose(shown, key=lambda name: shown[name].value) for choose in (max, min))
    headline = (
        f"{hundred(shown[most].value)} of 100 doors opened to “{pack.files[most].name}”, "
        f"{hundred(shown[least].value)} to “{pack.files[least].name}”."
    )
    if "counts" in (shown[most].verdict, shown[least].verdict):
        headline += " That is a count, no more."
    return Picture(
        "doors", "Doors", headline, (shares("Of 100 doors that were tried: open", rows),),
        ("Files were dealt by the seed. These are different people with different choices; each one’s own twin, the "
         "same choices under another file, is in their own debrief and is exact.",
         "The headline names the two ends, picked after looking; another room’s are likely to be nearer to each other.",
         ),
        (table,),
        ("The gap is about rules that we wrote. It says nothing on how common such rules are anywhere.",),
        "Your twin made your choices. Who answers for the difference?",
    )  # fmt: skip

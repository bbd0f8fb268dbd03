"""The page of the norm: Foucault's half of the watch. What stayed, what was written, how far off, read twice."""

from game.debrief.cards import Card
from game.debrief.charts import Table
from game.debrief.norm import (
    ENDS,
    WATCHED,
    apart_bars,
    distance,
    headline,
    kept,
    looks_table,
    own_looks,
    reason_bars,
    reason_table,
    reasons,
)
from game.debrief.page import Desk, Page, page
from game.debrief.reading import Reading
from game.debrief.two_readings import two_readings, waiting
from game.debrief.words import capital, count, listed, times

ENDINGS = dict(zip(("external", "introjected", "identified", "intrinsic", "amotivation"), ENDS, strict=True))
UNSCORED = {"own": "own words, which are not scored", "blank": "left blank"}


def norm(desk: Desk) -> Page:
    """Before, under watch, after; distance by day; reasons; looks; growth and discipline side by side."""
    reading, names = desk.reading, desk.names
    if not any(kept(reading, c)[1] for c in ("P", "D")):
        return page(desk, "norm", "The norm", "No list was posted in this play: nothing to lay it by.", [],
                    found=FINDINGS)  # fmt: skip
    diary = reasons(reading)
    tables = [t for t in (reason_table(diary, names.condition), looks_table(reading, names), written(desk)) if t.rows]
    both = two_readings(reading)
    far = distance(reading, names)
    return page(
        desk, "norm", "The norm", headline(reading), _lead(reading, far=far is not None, drawn=both is not None),
        charts=(far, apart_bars(reading), reason_bars(diary, names.condition)),
        tables=tuple(tables), found=FINDINGS, twice=both,
        moments=[desk.cards[t.n] for t in reading.matched if t.n in desk.cards], beside=_one(desk),
        cannot=(
            "How far you were from a list says nothing about the list. Where to keep a rule did harm, far from it can "
            "be the kinder place.",
            "Which process moved anybody, a model held up or something else, a record of acts cannot tell.",
            "Under posted rules your figure stood at the edge of the screen all day, under the app its arrow. Only "
            "going to look is a step, and kept; seeing is not.",
        ),
        ask=("If your conduct stayed, or your reasons became your own: is that growth, or discipline at its best?",),
    )  # fmt: skip


FINDINGS = ("internalisation_conduct", "internalisation_reasons")


def _lead(reading: Reading, *, far: bool, drawn: bool) -> list[str]:
    """`far`: there is a picture of the distance; `drawn`: there are two readings."""
    lead = [
        "The list says what somebody in good standing does."
        + (
            " The picture shows how far each of your days was from it, days without a list too: the higher a point, "
            "the more was left undone." if far else ""
        ),
        "To hold up a model and to sort people by how well they fit it: Foucault calls that normation. It is not the "
        "same as steering by what is usual (lectures of 1978).",
    ]
    looked = _looked(reading)
    lead += [looked] if looked else []
    return lead if drawn else [*lead, waiting(reading)]


def _looked(reading: Reading) -> str:
    """Looks of one's own accord, with those at one's own standing first."""
    own = len(own_looks(reading))
    phone = any(t.lived == "H" for t in reading.of("dawned"))
    parts = [f"{times(own)} at your own standing on the phone"] if own else []
    for what, name in (("board", "the board"), ("line:", "a single line of the board"), ("lantern", "the Lantern")):
        if reading.looks(what):
            parts.append(f"{times(len(reading.looks(what)))} at {name}")
    said = [f"Of your own accord you looked {listed(parts)}."] if parts else []
    if phone and not own:
        said.append("The phone you never took out; its arrow stood at the edge of the screen all the same.")
    return " ".join(said)


def _one(desk: Desk) -> tuple[Card, ...]:
    """One temptation before, under watch and after: one that moved, if any did."""
    grids = [desk.reading.grid(c) for c in WATCHED if desk.reading.grid(c)]
    shared = [f for f in grids[0] if all(f in grid for grid in grids)] if grids else []
    if not shared:
        return ()
    moved = [f for f in shared if len({bool(grid[f].event.keeps) for grid in grids}) > 1]
    family = (moved or shared)[0]
    chosen = [grid[family] for grid in grids]
    three = [*chosen[:2], chosen[-1]] if len(chosen) > 2 else chosen
    return tuple(desk.cards[t.n] for t in three if t.n in desk.cards)


def written(desk: Desk) -> Table:
    """The diary line by line: which moment, what was done in it, and the ending that was given to it."""
    lines = {t.moment: t.n for t in desk.reading.chosen}
    rows = []
    for told in desk.reading.answers("diary"):
        for moment, kind in zip(told.event.values[::2], told.event.truth, strict=False):
            card = desk.cards.get(lines.get(moment, 0))
            did = card.did if card else ""
            why = ENDINGS.get(kind) or UNSCORED.get(kind, kind)
            rows.append((f"{told.day}, {desk.names.condition(told.lived)}", capital(desk.names.moment(moment)), did,
                         why))  # fmt: skip
    title = f"The diary, {count(len(rows), 'line')}"
    return Table(title, ("day", "moment", "what you did", "your reason"), tuple(rows))

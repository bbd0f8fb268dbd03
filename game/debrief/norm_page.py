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
from game.debrief.words import capital, figure, listed, times
from game.language import N_, _, ngettext, pgettext

ENDINGS = dict(zip(("external", "introjected", "identified", "intrinsic", "amotivation"), ENDS, strict=True))
UNSCORED = {"own": N_("own words, which are not scored"), "blank": N_("left blank")}


def norm(desk: Desk) -> Page:
    """Before, under watch, after; distance by day; reasons; looks; growth and discipline side by side."""
    reading, names = desk.reading, desk.names
    if not any(kept(reading, c)[1] for c in ("P", "D")):
        return page(desk, "norm", _("The norm"), _("No list was posted in this play: nothing to lay it by."), [],
                    found=FINDINGS)  # fmt: skip
    diary = reasons(reading)
    tables = [t for t in (reason_table(diary, names.condition), looks_table(reading, names), written(desk)) if t.rows]
    both = two_readings(reading)
    far = distance(reading, names)
    return page(
        desk, "norm", _("The norm"), headline(reading), _lead(reading, far=far is not None, drawn=both is not None),
        charts=(far, apart_bars(reading), reason_bars(diary, names.condition)),
        tables=tuple(tables), found=FINDINGS, twice=both,
        moments=[desk.cards[t.n] for t in reading.matched if t.n in desk.cards], beside=_one(desk),
        cannot=(
            _("How far you were from a list says nothing about the list. Where to keep a rule did harm, far from it "
              "can be the kinder place."),
            _("Which process moved anybody, a model held up or something else, a record of acts cannot tell."),
            _("Under posted rules your figure stood at the edge of the screen all day, under the app its arrow. Only "
              "going to look is a step, and kept; seeing is not."),
        ),
        ask=(
            _("If your conduct stayed, or your reasons became your own: is that growth, or discipline at its best?"),
        ),
    )  # fmt: skip


FINDINGS = ("internalisation_conduct", "internalisation_reasons")


def _lead(reading: Reading, *, far: bool, drawn: bool) -> list[str]:
    """`far`: there is a picture of the distance; `drawn`: there are two readings."""
    lists = _("The list says what somebody in good standing does.")
    if far:
        lists += " " + _("The picture shows how far each of your days was from it, days without a list too: the higher "
                         "a point, the more was left undone.")  # fmt: skip
    lead = [
        lists,
        _("To hold up a model and to sort people by how well they fit it: Foucault calls that normation. It is not the "
          "same as steering by what is usual (lectures of 1978)."),
    ]  # fmt: skip
    looked = _looked(reading)
    lead += [looked] if looked else []
    return lead if drawn else [*lead, waiting(reading)]


def _looked(reading: Reading) -> str:
    """Looks of one's own accord, with those at one's own standing first."""
    own = len(own_looks(reading))
    phone = any(t.lived == "H" for t in reading.of("dawned"))
    parts = [_("{times} at your own standing on the phone").format(times=times(own))] if own else []
    for what, name in (
        ("board", _("{times} at the board")),
        ("line:", _("{times} at a single line of the board")),
        ("lantern", _("{times} at the Lantern")),
    ):
        if reading.looks(what):
            parts.append(name.format(times=times(len(reading.looks(what)))))
    said = [_("Of your own accord you looked {times}.").format(times=listed(parts))] if parts else []
    if phone and not own:
        said.append(_("The phone you never took out; its arrow stood at the edge of the screen all the same."))
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
            why = ENDINGS.get(kind) or UNSCORED.get(kind)
            when = pgettext("a day", "{day}, {when}").format(day=told.day, when=desk.names.condition(told.lived))
            rows.append((when, capital(desk.names.moment(moment)), did, _(why) if why else kind))
    title = ngettext("The diary, {n} line", "The diary, {n} lines", len(rows)).format(n=figure(len(rows)))
    head = (pgettext("head of a table", "day"), pgettext("head of a table", "moment"), _("what you did"),
            _("your reason"))  # fmt: skip
    return Table(title, head, tuple(rows))

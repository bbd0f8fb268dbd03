"""Social sorting, counted (Lyon): the categories this life was put into and by which data; doors, and the word why."""

from dataclasses import replace

from game.debrief.charts import Table
from game.debrief.facets import small_the
from game.debrief.names import Names, plain
from game.debrief.others import said
from game.debrief.page import Desk, Page
from game.debrief.reading import Reading
from game.debrief.words import capital, figure, listed, signed
from game.language import N_, _, ngettext, pgettext, told
from game.model.content import FileRule, Regime

PAPER = {
    "lane_postcode": N_("postcode"), "parents_debt": N_("parents’ debt"), "friends_listed": N_("friends"),
    "degree": N_("degree"), "owner": N_("a house"),
}  # fmt: skip
"""What stands on paper, as data: in a word or two."""
TOLD = {
    "points_and_grade": (N_("points and grade, and why"), N_("points and grade, no reason")),
    "word": (N_("a word, and why"), N_("a word, no reason")),
    "arrow": (N_("an arrow, and why"), N_("an arrow, no reason")),
    "nothing": (N_("nothing, and why"), N_("nothing")),
}
"""What a system says to the one it rates, with a reason and without."""


def filed(desk: Desk, twin: Page) -> Page:
    """The twin's page with what it begins from: the table of categories and doors."""
    return replace(twin, tables=(*table(desk), *twin.tables))


def table(desk: Desk) -> tuple[Table, ...]:
    """The small table: categories with their doors; of a record of other levels the doors alone; nothing of nothing."""
    made = categories(desk.reading, desk.names)
    made = made if made.rows else doors(desk.reading, desk.names)
    caption = " ".join(filter(None, (made.caption, doors_said(desk.reading, desk.names))))
    return (replace(made, caption=caption),) if made.rows else ()


def stood(reading: Reading) -> dict[str, int]:
    """System -> its points at the end, from the record: where it began with this life, and all it counted after."""
    out: dict[str, int] = {}
    for one in reading.told:
        event = one.event
        if event.did == "balance":
            out.setdefault(event.what, event.amount)
        elif event.did == "scored" and event.what in out:
            out[event.what] += event.amount
    return out


def categories(reading: Reading, names: Names) -> Table:
    """A row for each system that had the player in its books: what it put them among, and from which data.

    A record of other levels has none: what was on paper and which steps there were is not kept in it.
    """
    header, pack = reading.record.header, names.pack
    judged = {t.event.why for t in reading.of("judged")}
    rows = []
    if header.digest == pack.digest:
        paper = pack.files[header.setup.file].has
        for id_, points in stood(reading).items():
            regime = pack.regimes[id_]
            source = pack.regimes[regime.carries_on] if _carried(reading, regime) and regime.carries_on else None
            rows.append((
                capital(told(regime.name)), _among(regime, points), _acts(reading, id_),
                _("as {system} had it").format(system=small_the(source)) if source else _paper(regime.file, paper),
                _(TOLD[regime.shows][not regime.explains]),
                _judged(reading, names, id_) if id_ in judged else "–",
            ))  # fmt: skip
    head = (pgettext("head of a table", "system"), _("put you at"), _("from what you did"), _("from your paper"),
            _("and told you"), pgettext("head of a table", "doors"))  # fmt: skip
    return Table(_("Where you were put, and by which data."), head, tuple(rows), paper=True)


def _carried(reading: Reading, regime: Regime) -> bool:
    """Whether it began with what another had made of this life."""
    first = [t.event.what for t in reading.of("balance")]
    return bool(regime.carries_on) and regime.carries_on in first[: first.index(regime.id)]


def _among(regime: Regime, points: int) -> str:
    words = said(regime, points)
    return _("{points}, and {mark}").format(points=points, mark=words) if regime.shows == "arrow" else words


def _acts(reading: Reading, regime: str) -> str:
    """What it counted: how often, and what came of it."""
    scored = [t.event for t in reading.of("scored") if t.event.what == regime]
    if not scored:
        return _("nothing")
    acts = ngettext("{n} act, {points}", "{n} acts, {points}", len(scored))
    return acts.format(n=figure(len(scored)), points=signed(sum(e.amount for e in scored)))


def _paper(rules: tuple[FileRule, ...], has: tuple[str, ...]) -> str:
    """The marks on paper that it read, with what each was worth; what it reads and did not find is nothing."""
    found = [f"{_(PAPER.get(r.has, plain(r.has)))} {signed(r.points)}" for r in rules if r.has in has]
    return listed(found) if found else _("read, nothing found") if rules else _("reads none")


def _judged(reading: Reading, names: Names, regime: str) -> str:
    """The doors that it judged: those that opened, then those that shut."""
    judged = [t.event for t in reading.of("judged") if t.event.why == regime]
    parts = [says.format(doors=listed([names.door(e.what) for e in judged if bool(e.amount) == is_open]))
             for is_open, says in ((True, _("{doors} open")), (False, _("{doors} shut")))
             if any(bool(e.amount) == is_open for e in judged)]  # fmt: skip
    return "; ".join(parts)


def doors(reading: Reading, names: Names) -> Table:
    """By who judged: doors opened and shut, and whether it gave a reason."""
    rows = []
    for regime in dict.fromkeys(t.event.why for t in reading.of("judged")):
        judged = [t.event for t in reading.of("judged") if t.event.why == regime]
        known = names.pack.regimes.get(regime)
        by = [", ".join(names.door(e.what) for e in judged if bool(e.amount) == is_open) or _("none")
              for is_open in (True, False)]  # fmt: skip
        why = "–" if known is None else _("yes") if known.explains else _("no")
        rows.append((capital(names.regime(regime)), *by, why))
    head = _("judged by"), pgettext("head of a table", "opened"), pgettext("head of a table", "shut"), _("said why")
    return Table(_("Doors tried."), head, tuple(rows), paper=True)


def doors_said(reading: Reading, names: Names) -> str:
    """Doors tried, opened and shut, with and without a reason, in a sentence; "" where none was tried."""
    judged = [t.event for t in reading.of("judged")]
    if not judged:
        return ""
    known = names.pack.regimes
    with_why = [e for e in judged if e.why in known and known[e.why].explains]

    said_ = []
    for is_open, (none, mute, says) in (
        (True, (_("none opened"), _("{n} opened (none with a reason)"), _("{n} opened ({why} with a reason)"))),
        (False, (_("none shut"), _("{n} shut (none with a reason)"), _("{n} shut ({why} with a reason)"))),
    ):
        mine = [e for e in judged if bool(e.amount) == is_open]
        why = sum(e in with_why for e in mine)
        said_.append((says if why else mute).format(n=len(mine), why=why) if mine else none)
    tried = ngettext("Of {n} door tried for you {doors}.", "Of {n} doors tried for you {doors}.", len(judged))
    return tried.format(n=figure(len(judged)), doors=listed(said_))

"""The posted list as a norm, and one play beside it: before, under watch, after; distance, reasons, looks.

Nothing here is a finding. It is counted from the record; the distance also needs the list, so that a record of other
levels has none.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from game.debrief.bars import FEW
from game.debrief.charts import Bar, Bars, Drift, Table
from game.debrief.drift import Course, OneDay, Point
from game.debrief.names import Names
from game.debrief.names import keeping as kind_of
from game.debrief.reading import OWN, Reading, Told
from game.debrief.stats import wilson
from game.debrief.words import commas, out_of
from game.language import N_, _, pgettext
from game.model.content import Pack

Name = Callable[[str], str]
WATCHED = {"U0": N_("before"), "P": N_("rules posted"), "D": N_("dark glass"), "UV": N_("after")}
"""Before, under the two watches of the board, after it; as short as a label, and looked up where it is shown."""
APART = ("kind", "harmful")
SURPRISE = N_("thin line: any count within it would be no surprise either (90 per cent)")
KINDS = ("external", "introjected", "identified", "intrinsic", "amotivation")
ENDS = (N_("what follows"), N_("feel bad"), N_("it matters"), N_("liked it"), N_("just did"))
"""The five endings of the diary in a word or two, in the order from what it pays to one's own."""



def kept(reading: Reading, condition: str, keeping: str = "") -> tuple[int, int]:
    """How many of the matched moments of a condition were as the board asks, and of how many."""
    met = [t for t in reading.grid(condition).values() if not keeping or t.event.keeping == keeping]
    return sum(bool(t.event.keeps) for t in met), len(met)


def apart_bars(reading: Reading) -> Bars | None:
    """Before, under watch, after: kind and harmful rules apart, with intervals (90 per cent, Wilson 1927)."""
    rows = []
    for keeping in APART:
        for c, name in WATCHED.items():
            part, n = kept(reading, c, keeping)
            if n:
                label = pgettext("a bar", "{keeping}: {when}").format(keeping=kind_of(keeping), when=_(name))
                rows.append(Bar(label, part, n, out_of(part, n), c, *wilson(part, n)))
    title = _("As the board asks: before, under watch, after; kind rules and harmful ones apart")
    return Bars(title, _(SURPRISE), tuple(rows)) if rows else None


def weights(pack: Pack) -> dict[str, int]:
    """Family -> the points that the posted list has at stake in it; only families that the list counts.

    That is the most a choice of the family gets by the list, less the least.
    """
    posted = pack.regimes[pack.conditions["P"].regime] if "P" in pack.conditions else None
    tariff = pack.tariffs.get(posted.tariff or "") if posted else None
    points: dict[str, int] = {}
    for rule in tariff.rules if tariff else ():
        points[rule.act] = points.get(rule.act, 0) + rule.points
    out = {}
    for family in pack.families.values():
        by = [sum(points.get(act, 0) for act in role.acts) for role in family.choices]
        if max(by) > min(by):
            out[family.id] = max(by) - min(by)
    return out


def distance(reading: Reading, names: Names) -> Drift | None:
    """How far each day lay from the posted list: points left, of all points at stake in its matched moments.

    Normation: "discipline posits an ideal, then sorts people by fit" (Foucault, lectures of 1978, as theory.md,
    section 2, has it; the paper means this one, and not the norm drawn from measured distributions). So the model is
    the list, and the measure is the one by which the list itself sorts, its points: a day's distance is 0 where every
    choice is what the list asks, 1 where none is. Only matched moments are in it, since only they come alike in every
    condition; the families are the same, the list is the same, posted or not. Kind and harmful rules have a course
    each; a neutral rule is in neither. It is a sum over what was done and no estimate, so it has no interval.
    None for a record of other levels, whose list is not this one.
    """
    pack = names.pack
    if reading.record.header.digest != pack.digest:
        return None
    at_stake = weights(pack)
    courses = []
    for keeping in APART:
        points = []
        for dawn in reading.of("dawned"):
            day = dawn.event.amount
            met = [t for t in reading.matched
                   if t.day == day and t.event.keeping == keeping and t.event.family in at_stake]  # fmt: skip
            if met:
                left = sum(at_stake[t.event.family] for t in met if not t.event.keeps)
                whole = sum(at_stake[t.event.family] for t in met)
                points.append(Point(day, left, whole, tuple(t.n for t in met)))
        if points:
            label = _("where to keep is kind") if keeping == "kind" else _("where to keep does harm")
            courses.append(Course(label, keeping == "kind", tuple(points)))
    shown = {p.day for course in courses for p in course.points}
    if len(shown) < 2:
        return None
    days = tuple(
        OneDay(d.event.amount, d.lived, names.condition(d.lived))
        for d in reading.of("dawned") if d.event.amount in shown
    )  # fmt: skip
    halves = any(a.condition == b.condition for a, b in pairwise(days))
    note = _("At the foot is all that the list asks, at the top nothing of it.")
    if halves:
        note += " " + _("Where a condition lasted two days, each had its own half of the temptations.")
    title = _("How far each day lay from the list, in its own points")
    return Drift(title, _("none of it"), _("all of it"), note, days, tuple(courses))


@dataclass(frozen=True, slots=True)
class Reasons:
    """The diary of one condition: how many endings of each kind, and what was left blank or in own words."""

    condition: str
    kinds: dict[str, int]
    own_words: int
    blank: int

    @property
    def given(self) -> int:
        """Reasons; "just did" gives none."""
        return sum(self.kinds[kind] for kind in KINDS[:4])

    @property
    def own(self) -> int:
        return sum(self.kinds[kind] for kind in OWN)


def reasons(reading: Reading) -> tuple[Reasons, ...]:
    """What the diary holds, by condition in the order lived."""
    out = []
    for condition in dict.fromkeys(t.lived for t in reading.answers("diary")):
        truth = [kind for t in reading.answers("diary") if t.lived == condition for kind in t.event.truth]
        kinds = {kind: truth.count(kind) for kind in KINDS}
        out.append(Reasons(condition, kinds, truth.count("own"), truth.count("blank")))
    return tuple(out)


def reason_bars(diary: Iterable[Reasons], condition: Name) -> Bars | None:
    """Reasons of one's own among those given, by condition (90 per cent, Wilson 1927); fewer than four say nothing."""
    rows = [
        Bar(condition(r.condition), r.own, r.given, out_of(r.own, r.given), r.condition, *wilson(r.own, r.given))
        for r in diary if r.given >= FEW
    ]  # fmt: skip
    title = _("Of the reasons you wrote: it matters, or you liked to")
    return Bars(title, _(SURPRISE), tuple(rows)) if rows else None


def reason_table(diary: Iterable[Reasons], condition: Name) -> Table:
    """All endings of the diary, from what it pays to one's own; then what is not scored."""
    rows = tuple(
        (condition(r.condition), *(str(r.kinds[kind]) for kind in KINDS), str(r.own_words), str(r.blank))
        for r in diary
    )  # fmt: skip
    head = ("", *map(_, ENDS), _("own words"), pgettext("a line of the diary", "blank"))
    return Table(_("What you gave as your reasons"), head, rows)


LOOKED = {"board": "board", "line": "board", "phone": "own", "lantern": "lantern"}
"""What a look is a look at. The phone shows one's own arrow; the board shows the list and nobody's figure."""


def own_looks(reading: Reading) -> tuple[Told, ...]:
    """The times the player went to see how they stood. Only the phone is taken out for that.

    Under posted rules the figure stands at the edge of the screen all day, under the app its arrow: seeing it is no
    step, and is not kept.
    """
    return tuple(t for t in reading.of("looked") if LOOKED.get(t.event.what) == "own")


def looks_table(reading: Reading, names: Names) -> Table:
    """By day: looks at one's own standing, at the board and its lines, at the Lantern. Days without one are left out.

    Where nothing was to be seen, a dash.
    """
    own = own_looks(reading)
    rows = []
    for dawn in reading.of("dawned"):
        day, lived = dawn.event.amount, dawn.lived
        by = [LOOKED.get(t.event.what.partition(":")[0], "") for t in reading.of("looked") if t.day == day]
        mine = sum(t.day == day for t in own)
        board = str(by.count("board")) if lived in ("P", "D") else "–"
        row = (str(mine) if mine or lived == "H" else "–", board, str(by.count("lantern")))
        when = _("the last day") if dawn.event.what == "last_day" else names.condition(lived)
        if any(cell not in ("–", "0") for cell in row):
            rows.append((pgettext("a day", "{day}, {when}").format(day=day, when=when), *row))
    head = (pgettext("head of a table", "day"), _("your own standing"), _("the board and its lines"), _("the Lantern"))
    return Table(_("Times that you went to look"), head, tuple(rows))


def share(part: int, n: int) -> str:
    """Say "3 of 8"; of nothing, nothing."""
    return out_of(part, n) if n else ""


def headline(reading: Reading) -> str:
    """Before, under watch, after, in a sentence; from what was met, kind and harmful together."""
    where = {
        "U0": _("{share} before it"),
        "P": _("{share} while it hung"),
        "D": _("{share} under dark glass"),
        "UV": _("{share} after it"),
    }
    said = [where[c].format(share=share(*kept(reading, c))) for c in WATCHED if kept(reading, c)[1]]
    if not said:
        return _("No day with a norm to lay it by.")
    return _("You did as the board asks: {counts}.").format(counts=commas(said))

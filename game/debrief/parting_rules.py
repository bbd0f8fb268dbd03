"""The rules that part two lives: the words of each, what it gave either life, and the level file that holds it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.debrief.deeds import activity, moment_file, needs_of, turn_of, where
from game.debrief.facets import small_the
from game.debrief.names import Names, from_where, plain
from game.debrief.relive import Blocked, Life, Missed
from game.debrief.twin import TwinResult
from game.debrief.words import capital, commas, listed, signed
from game.language import _, ngettext, pgettext, told
from game.model.content import Pack, Regime, Turn
from game.model.state import State

if TYPE_CHECKING:
    from game.debrief.partings import Pair


@dataclass(frozen=True, slots=True)
class Ruled:
    """A rule: its words, its level file, what it made of either life, and where it is from."""

    text: str
    where: str
    own: str = ""
    twin: str = ""
    source: str = ""


def read(pack: Pack, regime: Regime, run: TwinResult) -> list[Ruled]:
    """The rules by which a system reads a file and of which the two files make something else."""
    mine, theirs = (set(pack.files[life.file].has) for life in (run.own, run.other))
    return [
        Ruled(
            told(rule.text),
            where("regimes", regime.id, "file", rule.has),
            signed(rule.points * (rule.has in mine)),
            signed(rule.points * (rule.has in theirs)),
            from_where(rule.origin, rule.source),
        )
        for rule in regime.file
        if (rule.has in mine) != (rule.has in theirs)
    ]


def root(pack: Pack, regime: str, pair: "Pair") -> Regime:
    """The regime whose balance this one goes on with, if it was lived; else itself."""
    before = pack.regimes[regime].carries_on
    return pack.regimes[before if before and before in dict(pair.own.balances) else regime]


def door(pack: Pack, names: Names, regime: str, id_: str, pair: "Pair") -> Ruled:
    """The rule by which a regime judges a door, and what both stood at."""
    at = pack.regimes[regime]
    rule = next(d for d in at.doors if d.door == id_)
    own, twin = (str(dict(state.balances)[regime]) for state in (pair.own, pair.twin))
    text = _("{system} opens the {door} from {points}").format(
        system=capital(small_the(at)), door=names.door(id_), points=rule.at_least)  # fmt: skip
    return Ruled(text, where("regimes", regime, "doors", id_), own, twin)


def needs(pack: Pack, names: Names, one: Blocked, pair: "Pair") -> list[Ruled]:
    """What the choice needed, and what stood behind that: the latest word on a door, or a system's reading of paper."""
    kind, name = moment_file(pack, one.moment)
    rules = [Ruled(told(one.why), where(kind, name, "choices", one.wanted, "needs"))]
    asked = needs_of(pack, one.moment, one.wanted)
    if asked is None:
        return rules
    for id_ in (*asked.doors, *asked.shut):
        judged = [regime for regime, door_, _open in pair.twin.doors if door_ == id_]
        if judged and _latest(pair.own, id_) != _latest(pair.twin, id_):
            rules.append(door(pack, names, judged[-1], id_, pair))
    if asked.regime:
        at = pack.regimes[asked.regime]
        own, twin = (str(dict(state.balances).get(at.id, "–")) for state in (pair.own, pair.twin))
        text = _("{system} asks {points}").format(system=capital(small_the(at)), points=asked.at_least or 0)
        rules.append(Ruled(text, where(kind, name, "choices", one.wanted, "needs"), own, twin))
    return rules


def _latest(state: State, id_: str) -> bool:
    return next((is_open for _regime, door_, is_open in reversed(state.doors) if door_ == id_), True)


def ways(pack: Pack, one: Blocked) -> list[Ruled]:
    """What either choice costs and brings: whatever follows comes from there."""
    kind, name = moment_file(pack, one.moment)
    out = []
    for own, choice in ((True, one.wanted), (False, one.took)):
        turn = turn_of(pack, one.moment, choice)
        if turn is None:
            continue
        said = _cost(turn)
        what = where(kind, name, "choices", choice)
        words = pgettext("a choice", "“{text}”").format(text=told(turn.text))
        out.append(Ruled(words, what, said if own else "", "" if own else said))
    return out


def _cost(turn: Turn) -> str:
    """What a choice costs and brings."""
    parts = []
    if turn.coins:
        parts.append(ngettext("{n} coins", "{n} coins", abs(turn.coins)).format(n=signed(turn.coins)))
    if turn.minutes:
        parts.append(ngettext("{n} minutes", "{n} minutes", turn.minutes).format(n=turn.minutes))
    if turn.trust:
        parts.append(_("trust {n}").format(n=signed(turn.trust)))
    return commas(parts) or _("costs nothing")


def shut(pack: Pack, gone: Missed) -> Ruled:
    """Why a free act was shut."""
    if gone.act.do == "use":
        found = activity(pack, gone.act.what)
        place = found[0] if found else gone.place
        return Ruled(told(gone.why), where("places", place, "activities", gone.act.what))
    return Ruled(told(gone.why), where("roams" if gone.act.do == "roam" else "places", gone.act.what))


def led(pack: Pack, moment: str) -> Ruled:
    """What leads to a moment that only one of the two met: a choice before it, or a flag that passes it over."""
    kind, name = moment_file(pack, moment)
    for scene in pack.scenes.values():
        for turn in scene.choices:
            if turn.next == name and kind == "scenes":
                words = _("It follows “{choice}”").format(choice=told(turn.text))
                return Ruled(words, where("scenes", scene.id, "choices", turn.id, "next"))
    known = pack.scenes.get(name)
    if known and known.unless:
        words = _("It is passed over after: {flag}").format(flag=plain(known.unless))
        return Ruled(words, where("scenes", name, "unless"))
    return Ruled(_("It waits at that hour"), where(kind, name))


def close(pack: Pack, id_: str) -> Ruled:
    """What a last page asks for."""
    one = pack.closes[id_]
    asked = [plain(flag) for flag in one.flags] + [
        (_("the {door} shut") if d.startswith("!") else _("the {door} open")).format(door=plain(d.lstrip("!")))
        for d in one.doors
    ]
    words = _("“{page}” is for: {whom}").format(page=told(one.title), whom=listed(asked) or _("whoever is left"))
    return Ruled(words, where("closes", id_))


def arc(pack: Pack, why: str) -> Ruled:
    """What the end of an arc asks for. `why` is "arc.end"."""
    id_, end = why.partition(".")[::2]
    one = next(e for e in pack.arcs[id_].ends if e.id == end)
    asked = [plain(flag) for flag in one.flags]
    asked += [_("a tie of {n}").format(n=one.tie_at_least)] if one.tie_at_least is not None else []
    words = _("Told of: {whom}").format(whom=listed(asked) or _("whoever is left"))
    return Ruled(words, where("arcs", id_, "ends", end))


def asked_for(
    pack: Pack, own: Life, n: int, doors: set[str], moments: tuple[int, ...]
) -> tuple[int, str]:
    """The next moment in which one of these doors was asked for, else the last one before they were judged."""
    for step in own.steps:
        if step.n <= n or step.n not in moments:
            continue
        for event in step.events:
            kind, name = moment_file(pack, event.what) if event.did == "chose" else ("", "")
            turns = pack.scenes[name].choices if kind == "scenes" else ()
            if any(t.needs and doors & {*t.needs.doors, *t.needs.shut} for t in turns):
                return step.n, _("where it was asked for")
    return max((m for m in moments if m < n), default=0), _("the last moment before it was judged")

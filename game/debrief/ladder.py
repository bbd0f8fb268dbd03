"""The marks of one life as a ladder: each on its own scale, drawn from its lowest step to its highest."""

from collections.abc import Sequence

from game.debrief.charts import Ladder, Table
from game.debrief.names import Names
from game.debrief.others import Kind, Others, System, doors, said
from game.debrief.rungs import Rung
from game.debrief.words import capital, figure, listed, signed, times
from game.language import N_, _, ngettext, pgettext, told
from game.model.content import Regime
from game.rules.regime import shown_of

NO_DOOR = N_("no door")


def ladder(every: Others, names: Names, without: str = "") -> Ladder:
    """All marks; with `without` as they would stand had this act never been done."""
    title = _("The same life, on every scale")
    note = _("The pointer is where you end; the ticks are where your file put you before you did anything.")
    if without:
        title = _("The same life without “{act}”, {times}").format(
            act=names.act(without), times=times(every.kind(without).times),
        )  # fmt: skip
        note = _("The pointer is where you would end; the ticks are where you did.")
    return Ladder(title, note, tuple(_rung(system, names, without) for system in every.systems))


def _rung(system: System, names: Names, without: str) -> Rung:
    regime = system.regime
    points = system.points - system.worth(without)
    low, high = _ends(system)

    def place(value: float) -> float:
        return min(1.0, max(0.0, (value - low) / (high - low)))

    starts = _starts(regime, names)
    bounds = [0.0, *(place(at) for at, _name in starts[1:]), 1.0]
    scale = [name if i == 0 else _("{step} from {points}").format(step=name, points=figure(at))
             for i, (at, name) in enumerate(starts)]  # fmt: skip
    return Rung(
        key=regime.id,
        label=capital(told(regime.name)),
        inside=system.lived is not None,
        said=said(regime, points),
        points=points,
        steps=tuple((name, bounds[i], bounds[i + 1]) for i, (_at, name) in enumerate(starts)),
        scale=", ".join(scale),
        at=place(points),
        was=place(system.points if without else system.opening),
        change=change(system, without) if without else "",
        doors=door_words(regime, points, names),
    )


def change(system: System, without: str, *, now: bool = False) -> str:
    """What taking out an act does to a mark: the difference, and if another thing is said of it, what was (or is)."""
    if not system.knows(without):
        return _("no rule for it")
    after = system.points - system.worth(without)
    before_, after_ = step(system.regime, system.points), step(system.regime, after)
    moved_by = signed(after - system.points)
    if before_ == after_:
        return moved_by
    if now:
        return _("{change}, now {step}").format(change=moved_by, step=after_)
    return _("{change}, was {step}").format(change=moved_by, step=before_)


def step(regime: Regime, points: int) -> str:
    """What is said of so many points, but for the figure."""
    shown = shown_of(regime, points)
    return told(shown.grade) if shown and shown.points is not None and shown.grade else said(regime, points)


def _starts(regime: Regime, names: Names) -> list[tuple[int, str]]:
    """Where the steps of a scale begin, from below: grades, or doors where there are none."""
    if regime.grades:
        return [(at, told(name)) for at, name in sorted((g.at_least, g.name) for g in regime.grades)]
    judged = sorted((d.at_least, names.door(d.door)) for d in regime.doors)
    more = [(at, f"+ {door}" if i else door) for i, (at, door) in enumerate(judged)]
    return [(0, _(NO_DOOR)), *more] if more else []


def _ends(system: System) -> tuple[float, float]:
    """How far a scale is drawn: its steps, and every mark that taking out one act can lead to."""
    inner = [g.at_least for g in system.regime.grades] or [d.at_least for d in system.regime.doors]
    inner = sorted(inner)[1 if system.regime.grades else 0 :]
    gap = max(1.0, (inner[-1] - inner[0]) / (len(inner) - 1)) if len(inner) > 1 else 5.0
    marks = [system.opening, system.points, *(system.points - points for _act, points in system.acts)]
    low, high = min([*inner, *marks]), max([*inner, *marks])
    edge = max(gap * 0.8, (high - low) * 0.04)
    return low - edge, high + edge


def door_words(regime: Regime, points: int, names: Names) -> str:
    """What a mark opens and shuts, where the system judges doors."""
    opened, shut = doors(regime, points)
    parts = [says.format(doors=listed([names.door(d) for d in of]))
             for says, of in ((_("opens {doors}"), opened), (_("shuts {doors}"), shut)) if of]  # fmt: skip
    return ", ".join(parts)


def lost(kind: Kind, names: Names) -> str:
    """An act with how often it was done: "Crossing on red, 4 times"."""
    return _("{act}, {times}").format(act=names.act(kind.act), times=times(kind.times))


def moved(every: Others, names: Names, act: str) -> tuple[str, ...]:
    """What taking out an act does to each mark that it moves."""
    known: Sequence[System] = [s for s in every.systems if s.knows(act)]
    silent = len(every.systems) - len(known)
    rows = [f"{capital(told(s.regime.name))}: {change(s, act, now=True)}" for s in known]
    if silent:
        none = ngettext("{n} system has no rule for it", "{n} systems have no rule for it", silent)
        rows.append(none.format(n=silent))
    return tuple(rows)


def without_one(every: Others, names: Names) -> Table:
    """The same for every act and every system, to stand on paper."""
    rows = []
    for kind in every.counted:
        cells = [change(s, kind.act, now=True) if s.knows(kind.act) else "–" for s in every.systems]
        rows.append((names.act(kind.act), str(kind.times), *cells))
    systems = (capital(told(s.regime.name)) for s in every.systems)
    head = (pgettext("head of a table", "without"), pgettext("head of a table", "times"), *systems)
    return Table(_("Without one act: how each mark would move"), head, tuple(rows))

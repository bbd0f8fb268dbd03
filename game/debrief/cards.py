"""A moment as evidence: the screen as it was, what was chosen, and what was true behind it."""

from dataclasses import dataclass

from game.debrief.names import Names, plain
from game.debrief.reading import Reading, Told
from game.debrief.words import capital, lowered, signed
from game.language import N_, _, ngettext, told
from game.model.record import Option, Shown
from game.rules.unpushed import unpushed

PUSHES = (
    N_("default"), N_("framing"), N_("friction"), N_("reminder"), N_("salience"), N_("social proof"),
)  # fmt: skip
"""The kinds of nudge: their ids are their words."""


@dataclass(frozen=True, slots=True)
class Card:
    """One moment. `screen` draws it again; `without` is the same screen without its nudge, if it had one."""

    n: int
    day: int
    clock: str
    when: str
    condition: str
    title: str
    scene: str
    aside: str
    options: tuple[Option, ...]
    chosen: str  # option id
    did: str  # its words
    kept: bool | None
    looked: bool | None
    truths: tuple[str, ...]
    screen: Shown | None
    without: Shown | None


def price(option: Option) -> str:
    """Say what an option cost, as it stood on the screen."""
    parts = [_("{n} min").format(n=option.minutes)] if option.minutes else []
    if option.coins:
        coins = ngettext("{n} coin", "{n} coins", abs(option.coins))
        parts.append(coins.format(n=signed(option.coins)))
    if option.tie:
        parts.append(_("a friend closer") if option.tie > 0 else _("a friend farther off"))
    if option.mark:
        read = option.points is not None
        parts.append(_("posted {points}").format(points=signed(option.points or 0)) if read else _("posted, not read"))
    return " · ".join(parts)


def _truths(one: Told, names: Names, reading: Reading) -> tuple[str, ...]:
    event = one.event
    out = []
    if event.keeps is not None:
        if event.condition in ("P", "D"):
            out.append(_("Somebody was looking.") if event.watched else _("Nobody was looking."))
        elif event.condition == "H":
            out.append(_("Nobody was in sight; the phone counted."))
        else:
            out.append(_("Nobody of the town was looking."))
    scored = list(_scored(reading, one.n))
    for regime, points, act in scored:
        out.append(_("{system}: {points} for {act}.").format(
            system=names.regime(regime), points=signed(points), act=lowered(names.act(act)),
        ))  # fmt: skip
    if event.keeps is not None and not scored and event.condition in ("P", "D", "H"):
        out.append(_("No points came of it."))
    kind = _(plain(event.nudge)) if event.nudge else ""
    if event.arm == "toward":
        out.append(_("The screen pushed toward keeping ({kind}).").format(kind=kind))
    elif event.arm == "away":
        out.append(_("The screen pushed toward not keeping ({kind}).").format(kind=kind))
    elif event.arm in ("x", "z"):
        target = _text(one.shown, event.values["xz".index(event.arm)])
        out.append(_("The screen pushed toward “{option}” ({kind}).").format(option=target, kind=kind))
    elif event.arm == "none":
        out.append(_("Nothing was put forward here."))
    return tuple(out)


def _scored(reading: Reading, n: int) -> list[tuple[str, int, str]]:
    return [(t.event.what, t.event.amount, t.event.why) for t in reading.of("scored") if t.n == n]


def _text(shown: Shown | None, option: str) -> str:
    options = shown.options if shown else ()
    return next((told(o.text) for o in options if o.id == option), plain(option))


def card(one: Told, names: Names, reading: Reading) -> Card:
    """Make the card of a moment that was chosen in."""
    event, shown = one.event, one.shown
    nudged = bool(event.nudge) and event.arm != "none"
    return Card(
        n=one.n,
        day=shown.day if shown else one.day,
        clock=shown.clock if shown else "",
        when=names.condition(one.lived) if one.lived else "",
        condition=one.lived,
        title=capital(names.moment(event.what)),
        scene=told(shown.scene) if shown else "",
        aside=told(shown.aside) if shown else "",
        options=shown.options if shown else (),
        chosen=event.choice,
        did=_text(shown, event.choice),
        kept=event.keeps,
        looked=event.watched if event.keeps is not None else None,
        truths=_truths(one, names, reading),
        screen=shown,
        without=unpushed(reading.record.header.setup, shown) if shown and nudged else None,
    )


def cards(reading: Reading, names: Names) -> dict[int, Card]:
    """Line number -> card, for every moment of the play."""
    return {one.n: card(one, names, reading) for one in reading.chosen}

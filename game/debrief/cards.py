"""A moment as evidence: the screen as it was, what was chosen, and what was true behind it."""

from dataclasses import dataclass

from game.debrief.names import Names
from game.debrief.reading import Reading, Told
from game.debrief.words import capital, signed
from game.model.record import Option, Shown
from game.rules.unpushed import unpushed


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
    parts = [f"{option.minutes} min"] if option.minutes else []
    if option.coins:
        parts.append(f"{signed(option.coins)} coin{'' if abs(option.coins) == 1 else 's'}")
    if option.tie:
        parts.append("a friend closer" if option.tie > 0 else "a friend farther off")
    if option.mark:
        parts.append(f"posted {signed(option.points)}" if option.points is not None else "posted, not read")
    return " · ".join(parts)


def _truths(told: Told, names: Names, reading: Reading) -> tuple[str, ...]:
    event = told.event
    out = []
    if event.keeps is not None:
        if event.condition in ("P", "D"):
            out.append("Somebody was looking." if event.watched else "Nobody was looking.")
        elif event.condition == "H":
            out.append("Nobody was in sight; the phone counted.")
        else:
            out.append("Nobody of the town was looking.")
    scored = list(_scored(reading, told.n))
    for regime, points, act in scored:
        out.append(f"{names.regime(regime)}: {signed(points)} for {names.act(act).lower()}.")
    if event.keeps is not None and not scored and event.condition in ("P", "D", "H"):
        out.append("No points came of it.")
    pushed = {"toward": "keeping", "away": "not keeping"}.get(event.arm, "")
    if pushed:
        out.append(f"The screen pushed toward {pushed} ({event.nudge.replace('_', ' ')}).")
    elif event.arm in ("x", "z"):
        target = event.values["xz".index(event.arm)]
        out.append(f"The screen pushed toward “{_text(told.shown, target)}” ({event.nudge.replace('_', ' ')}).")
    elif event.arm == "none":
        out.append("Nothing was put forward here.")
    return tuple(out)


def _scored(reading: Reading, n: int) -> list[tuple[str, int, str]]:
    return [(t.event.what, t.event.amount, t.event.why) for t in reading.of("scored") if t.n == n]


def _text(shown: Shown | None, option: str) -> str:
    options = shown.options if shown else ()
    return next((o.text for o in options if o.id == option), option.replace("_", " "))


def card(told: Told, names: Names, reading: Reading) -> Card:
    """Make the card of a moment that was chosen in."""
    event, shown = told.event, told.shown
    nudged = bool(event.nudge) and event.arm != "none"
    return Card(
        n=told.n,
        day=shown.day if shown else told.day,
        clock=shown.clock if shown else "",
        when=names.condition(told.lived) if told.lived else "",
        condition=told.lived,
        title=capital(names.moment(event.what)),
        scene=shown.scene if shown else "",
        aside=shown.aside if shown else "",
        options=shown.options if shown else (),
        chosen=event.choice,
        did=_text(shown, event.choice),
        kept=event.keeps,
        looked=event.watched if event.keeps is not None else None,
        truths=_truths(told, names, reading),
        screen=shown,
        without=unpushed(reading.record.header.setup, shown) if shown and nudged else None,
    )


def cards(reading: Reading, names: Names) -> dict[int, Card]:
    """Line number -> card, for every moment of the play."""
    return {told.n: card(told, names, reading) for told in reading.chosen}

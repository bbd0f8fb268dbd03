"""How a regime counts: which rules are in force, what a balance opens, what the player is shown of it."""

from game.model.content import Pack, Pasted, Regime, Rule
from game.model.state import State
from game.model.view import BoardLine, Standing
from game.rules.kept import kept
from game.rules.plan import chapter_of, regime_of, today


def lines_in_force(pack: Pack, regime: Regime, morning: int) -> tuple[tuple[str, Rule], ...]:
    """(line id, rule) of every rule that counts on that morning of the regime. A pasted line adds, never erases."""
    rules = list(pack.tariffs[regime.tariff].rules) if regime.tariff else []
    rules += regime.extra
    named = [(rule.act, rule) for rule in rules]
    for number, pasted in enumerate(regime.pasted):
        if pasted.morning <= morning:
            named.append((_pasted_id(number, pasted), pasted.rule))
    return tuple(named)


def _pasted_id(number: int, pasted: Pasted) -> str:
    return f"{pasted.rule.act}_{number}"


def lines_now(pack: Pack, state: State) -> tuple[tuple[str, Rule], ...]:
    """The rules in force this morning."""
    known, key = kept(pack, state), ("lines", state.day)
    if key not in known:
        day = today(pack, state)
        known[key] = lines_in_force(pack, day.regime, day.in_condition)
    lines: tuple[tuple[str, Rule], ...] = known[key]
    return lines


def points_for(
    lines: tuple[tuple[str, Rule], ...], acts: tuple[str, ...]
) -> tuple[tuple[str, int], ...]:
    """(act, points) for each of these rules that counts one of these acts, whether or not it is known."""
    return tuple((rule.act, rule.points) for _, rule in lines if rule.act in acts)


def beside(pack: Pack, state: State) -> tuple[Regime, ...]:
    """The side systems that count now: those that run beside today's chapter, and have begun for this player."""
    known = dict(state.balances)
    return tuple(pack.regimes[name] for name in chapter_of(pack, state).beside if name in known)


def posted_mark(pack: Pack, state: State, acts: tuple[str, ...]) -> tuple[str, int | None]:
    """The mark of a choice under posted rules, and its figure if every line that counts it has been read."""
    if not regime_of(pack, state).posted:
        return "", None
    known, key = kept(pack, state), ("counts", state.day, acts)
    if key not in known:
        lines = [(line, rule) for line, rule in lines_now(pack, state) if rule.act in acts]
        known[key] = {line for line, _ in lines}, sum(rule.points for _, rule in lines)
    counting, points = known[key]
    if not counting:
        return "", None
    return "posted", points if counting <= dict(state.read).keys() else None


def board(pack: Pack, state: State) -> tuple[BoardLine, ...]:
    """The posted lines. A figure stands only in a line that has been read; one pasted over and not read is fresh."""
    regime = regime_of(pack, state)
    if not regime.posted:
        return ()
    known, key = kept(pack, state), ("board", state.day)
    if key not in known or known[key][0] is not state.read:
        known[key] = state.read, _board(pack, state, regime)
    lines: tuple[BoardLine, ...] = known[key][1]
    return lines


def _board(pack: Pack, state: State, regime: Regime) -> tuple[BoardLine, ...]:
    read = {line for line, _ in state.read}
    over = {_pasted_id(number, pasted) for number, pasted in enumerate(regime.pasted)} - read
    return tuple(
        BoardLine(id=line, text=rule.text, points=rule.points if line in read else None, fresh=line in over)
        for line, rule in lines_now(pack, state)
    )


def opening_balance(pack: Pack, state: State, regime: Regime) -> int:
    """The balance on a regime's first day: carried on, or its start and what it makes of the starting file."""
    before = dict(state.balances)
    if regime.id in before:
        return before[regime.id]
    if regime.carries_on and regime.carries_on in before:
        return before[regime.carries_on]
    has = pack.files[state.setup.file].has
    return regime.start + sum(rule.points for rule in regime.file if rule.has in has)


def balance(state: State, regime: Regime) -> int:
    """The points under a regime as they truly stand."""
    return dict(state.balances).get(regime.id, regime.start)


def filled(pack: Pack, state: State, text: str, regime: str | None) -> str:
    """A text with {points} and {grade} of the system that it reads, as they stand."""
    if regime is None:
        return text
    points = balance(state, pack.regimes[regime])
    return text.format(points=points, grade=grade(pack.regimes[regime], points))


def grade(regime: Regime, points: int) -> str:
    """The name of the highest grade that the points reach."""
    best = [g for g in regime.grades if points >= g.at_least]
    lowest = min(regime.grades, key=lambda g: g.at_least).name if regime.grades else ""
    return max(best, key=lambda g: g.at_least).name if best else lowest


def doors_open(regime: Regime, points: int) -> tuple[tuple[str, bool], ...]:
    """What these points open: (door id, open) for each door the regime judges."""
    return tuple((rule.door, points >= rule.at_least) for rule in regime.doors)


def standing(pack: Pack, state: State) -> Standing | None:
    """What the running regime shows. Where looks cannot be verified, it shows the balance of its first morning."""
    regime = regime_of(pack, state)
    points = state.opened if regime.scores == "looked_at" else balance(state, regime)
    known, key = kept(pack, state), ("standing", regime.id)
    if key not in known or known[key][0] != points:
        known[key] = points, shown_of(regime, points)
    shown: Standing | None = known[key][1]
    return shown


def shown_of(regime: Regime, points: int) -> Standing | None:
    """What a regime shows of so many points."""
    if regime.shows == "points_and_grade":
        return Standing(points=points, grade=grade(regime, points))
    if regime.shows == "word":
        return Standing(word=grade(regime, points))
    if regime.shows == "arrow":
        # The arrow moves only with the band of the doors, so that it cannot be used to test a single act.
        opened = sum(is_open for _, is_open in doors_open(regime, points))
        return Standing(arrow="up" if opened == len(regime.doors) else "down" if not opened else "level")
    return None


def wall(pack: Pack, state: State, room: str) -> int | None:
    """Your points on the list that hangs in a room: a posted side system named like the room, if it counts now."""
    return next((balance(state, side) for side in beside(pack, state) if side.id == room and side.posted), None)


def latest_doors(state: State) -> dict[str, bool]:
    """The latest word on each door."""
    return {door: is_open for _, door, is_open in state.doors}

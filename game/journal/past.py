"""What a player has just read, from the record of the play: scenes, what was taken, what came of it, pages.

Only what stood on the screen: it is made from Views, and no secret ever gets into one. Nothing is changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.model.content import Pack
from game.model.record import Line, Setup
from game.model.view import View
from game.rules import start, step, view

MOST = 10


@dataclass(frozen=True)
class Passed:
    """One thing that was read. `did` is what was taken there, `then` what came of it; both may be empty."""

    weekday: str
    day: int
    clock: str
    title: str = ""
    lines: tuple[str, ...] = ()
    did: str = ""
    then: str = ""


def past(pack: Pack, setup: Setup, lines: Sequence[Line], most: int = MOST) -> tuple[Passed, ...]:
    """The last `most` of them, the latest first. What is still open (a scene, a page) is not past."""
    found: list[Passed] = []
    state = start(pack, setup)
    first = max(0, len(lines) - 12 * most)  # a text comes at least every so many steps; older ones are not asked for
    for index, line in enumerate(lines):
        before = view(pack, state) if index >= first else None
        state, _ = step(pack, state, line.act)
        if before is not None and (one := _passed(before, line)):
            after = view(pack, state)
            came = after.then if line.act.do in ("choose", "use", "skip") else ""
            found.append(replace(one, then=came))
    return tuple(reversed(found[-most:]))


def _passed(seen: View, line: Line) -> Passed | None:
    act, base = line.act, Passed(seen.weekday, seen.day, seen.clock)
    if act.do == "on" and seen.page is not None:
        return replace(base, title=seen.page.title, lines=seen.page.lines)
    if seen.moment is not None and act.do in ("choose", "skip"):
        did = next((one.text for one in seen.moment.options if one.id == act.what), "") if act.do == "choose" else ""
        return replace(base, lines=tuple(filter(None, (seen.moment.scene, seen.moment.aside))), did=did)
    if seen.place is not None and act.do == "use":
        did = next((one.text for one in seen.place.activities if one.id == act.what), "")
        return replace(base, title=seen.place.name, did=did)
    if seen.ask is not None and act.do == "answer":
        return replace(base, title=seen.ask.title, lines=(seen.ask.line,))
    return None

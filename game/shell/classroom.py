"""What a class is shown in the game, for the contact sheets: a code, a room elsewhere, one life at the projector."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from game.language import _
from game.screens.debrief.held import Held
from game.screens.kit.answers import Pop
from game.screens.kit.screen import Screen
from game.screens.project.course import Course
from game.screens.project.stop import Choosing, Planned, Stop
from game.screens.room.cards import Joining, Looking, Room, Stopped, Unsent, Waits
from game.screens.room.mine import Mine
from game.screens.room.porch import Porch
from game.seminar.card import SAYS, letters_of
from game.telling.room import day_in_words
from game.telling.scan import squares

if TYPE_CHECKING:
    from game.journal import Session
    from game.model.content import Pack


def shown(session: "Session", pack: "Pack") -> Iterator[tuple[str, list[Screen]]]:
    """Each screen with its name and what lies below it. The play must have come to its end."""
    known = Room(address="http://192.168.0.5:8080", found=True, day=day_in_words(date(2026, 12, 10)),
                 lot="0123456789abcdef" * 4, code="heron-kettle", place=12, take=1, steps=143, waiting=4,
                 minutes_left=9)  # fmt: skip
    letters = letters_of(session.record, pack)
    yield "class-code", [Held(letters, squares(letters), SAYS, Pop())]
    yield "room-looking", [Porch(), Looking(replace(known, found=False, trouble="away"))]
    yield "room-joining", [Porch(), Joining(known)]
    for state in ("open", "paused", "closed"):
        yield f"room-{state}", [Porch(), Waits(replace(known, seated=True, state=state, debrief=state == "closed"))]
    yield "room-stopped", [Porch(), Stopped(replace(known, trouble="differs"))]
    yield "room-unsent", [Porch(), Unsent(4)]
    yield "room-mine", [Porch(), Mine(known, (_("Walk out"), _("Go on")) * 4)]
    plans = tuple(pack.plans.values())
    yield "project-choosing", [Porch(), Choosing(plans)]
    for plan in plans[1:2]:
        yield "project-plan", [Porch(), Planned(Course(plan, 0.0), 0.0)]
        for number, part in enumerate(part for part in plan.parts if part.does == "stop"):
            yield f"project-stop-{number + 1}", [Stop(part)]

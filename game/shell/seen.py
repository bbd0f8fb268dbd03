"""What an errand has heard of a room, as the cards show it."""

from datetime import date
from typing import TYPE_CHECKING

from game import __version__
from game.screens.room.cards import Card, Joining, Looking, Room, Stopped, Waits
from game.screens.room.mine import Withdrawn
from game.telling.room import day_in_words

if TYPE_CHECKING:
    from game.shell.news import News


def room_of(address: str, news: "News | None") -> Room:
    """The room; without news, one that is being looked for."""
    if news is None:
        return Room(address)
    lobby, seat, stand, play = news.lobby, news.seat, news.stand, news.play
    state = stand.state if stand else lobby.state if lobby else "open"
    steps = len(play.lines) if play else 0
    over = play is not None and (play.view().phase == "over" or state == "closed")
    until = seat.until if seat else lobby.until if lobby else ""
    said = stand or lobby
    return Room(
        address=address, trouble=news.trouble, found=bool(lobby), seated=bool(seat), state=state,
        theirs=lobby.game if lobby else "", ours=__version__,
        mode=lobby.mode if lobby else "aggregate", lot=lobby.lot if lobby else "",
        day=day_in_words(date.fromisoformat(until)) if until else "",
        debrief=bool(stand and stand.debrief and over and steps and news.projected),
        shares=bool(stand and stand.shares),
        code=seat.code if seat else "", place=seat.place if seat else 0, take=seat.take if seat else 0,
        minutes_left=stand.minutes_left if stand else None, steps=steps, waiting=news.waiting,
        told=said.told if said else (),
    )  # fmt: skip


def card_for(room: Room, news: "News | None", *, plays: bool, gone: bool, shared: bool) -> Card | None:
    """The card that is to lie on top; None where one plays. `gone`: the player has withdrawn."""
    if gone:
        return Withdrawn(room)
    if not room.seated:
        joins = room.found and not room.trouble and room.state != "closed"
        return Joining(room, shared=shared) if joins else Looking(room)
    if room.trouble in ("gone", "differs"):
        return Stopped(room)
    if news is None or news.stand is None:
        return Looking(room)
    return None if room.state == "running" and plays else Waits(room)

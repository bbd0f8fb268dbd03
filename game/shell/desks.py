"""Which desk it is to be. Each kind is loaded only where it is wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.shell.desk import Desk

if TYPE_CHECKING:
    from game.shell.needs import Phones


def desk_for(room: str, phones: "Phones | None" = None, join: str = "") -> Callable[..., Desk]:
    """What makes a desk: for one player, a room that follows a plan and may vote with phones, or a seat elsewhere."""
    if join:
        from game.shell.joined import Joined  # noqa: PLC0415  (it is a desk itself)

        return lambda settings, **more: Joined(settings, address=join, **more)
    if not room:
        return Desk
    from game.shell.project import for_room  # noqa: PLC0415  (it is a desk itself)

    return for_room(room, phones)

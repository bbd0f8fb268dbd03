"""All pictures of a class, in the order in which they are talked about."""

from collections.abc import Sequence

from game.model.content import Pack
from game.seminar.asked import approval, ends, predicted, rules
from game.seminar.halves import projector
from game.seminar.picture import Picture
from game.seminar.present import present
from game.seminar.room import Room, room
from game.seminar.steered import opened, pushes
from game.seminar.student import Student
from game.seminar.watched import after, states, towns


def figures(students: Sequence[Student], pack: Pack) -> tuple[Room, tuple[Picture, ...]]:
    """Return whose plays are laid together, and the pictures. Under five plays there are none.

    What the room bet is asked first, before the towns are seen; where too few have bet, that stands further back.
    """
    here = room(students, pack)
    if here.n < 5:
        return here, ()
    made = (
        predicted(here, pack), towns(here, pack), states(here), after(here), projector(here), pushes(here),
        opened(here, pack), approval(here), rules(here), ends(here, pack),
    )  # fmt: skip
    found = [picture for picture in made if picture is not None]
    if found and not found[0].charts:
        found.append(found.pop(0))
    pictures = tuple(found)
    return here, (*pictures, present(here, pack, sum(int(picture.tests) for picture in pictures)))

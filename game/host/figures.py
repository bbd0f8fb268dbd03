"""The room's own figures, made from the store in memory: so a room for figures only needs no record to leave it."""

from game.host.store import Store
from game.host.tower import Tower
from game.journal.shelf import ENDING
from game.model.content import Pack
from game.seminar.figures import figures
from game.seminar.gather import Gathered, Piece, read_piece, take
from game.seminar.halves import Dealt, dealt
from game.seminar.page import page
from game.seminar.student import key_of


def room_page(store: Store, pack: Pack, hash_: str, tower: Tower) -> str:
    """The class page of all plays that the room holds now; with too few of them it says so and shows nothing."""
    gathered = Gathered()
    for held in store.all_held():
        piece = Piece(f"{held.id}{ENDING}", store.text(held.id).encode())
        if not take(gathered, piece.name, read_piece(piece, pack)):
            break
    notes = [f"The lot: {hash_[:16]}…"]
    students = gathered.students
    if tower.stands:
        tower.turn()
        shown, choices = tower.counts()
        students = dealt(students, halves_of(store, tower))
        notes.append(f"Shown on the projector while they played: {shown:,} of {choices:,} choices of the one half.")
    _, pictures = figures(students, pack)
    return page(pictures, notes)


def halves_of(store: Store, tower: Tower) -> dict[str, Dealt]:
    """The half of each play, by its key. Of a place that was given more than once its last player counts."""
    last = {held.place: held for held in store.all_held()}
    return {key_of(one.id): (tower.half(one), tower.arms.dealt_with(one.place)) for one in last.values()}

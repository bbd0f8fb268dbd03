"""The room's own figures, made from the store in memory: so a room for figures only needs no record to leave it."""

from game.host.store import Store
from game.journal.shelf import ENDING
from game.model.content import Pack
from game.seminar.figures import figures
from game.seminar.gather import Gathered, Piece, read_piece, take
from game.seminar.page import page


def room_page(store: Store, pack: Pack, hash_: str) -> str:
    """The class page of all plays that the room holds now; with too few of them it says so and shows nothing."""
    gathered = Gathered()
    for held in store.all_held():
        piece = Piece(f"{held.id}{ENDING}", store.text(held.id).encode())
        if not take(gathered, piece.name, read_piece(piece, pack)):
            break
    _, pictures = figures(gathered.students, pack)
    return page(pictures, [f"The lot: {hash_[:16]}…"])

"""What may leave a room: the records of those who agreed, where rows were settled on before. Nothing else."""

from pathlib import Path

from game.content import levels, load
from game.host.desk import Desk
from game.host.figures import halves_of
from game.host.store import FILE, Store
from game.host.tower import Tower
from game.host.wish import CAMPAIGN, CannotExport, Wish, folder_of
from game.journal.session import save_whole
from game.journal.shelf import ENDING
from game.model.content import Pack
from game.seminar.beside import BESIDE, Beside
from game.seminar.student import key_of


def export(wish: Wish, folder: Path) -> int:
    """Write what may leave the room in the wish's folder; return the exit code. Raises CannotExport, OSError."""
    from game.host.hall import store_of

    data = wish.data or folder_of(wish.campaign or CAMPAIGN)
    if not wish.database and not (data / FILE).is_file():
        raise CannotExport(f"{data}: no room lies there.")
    store = store_of(wish)
    try:
        desk = Desk(store)
        desk.tick()
        if desk.state == "deleted":
            raise CannotExport("Everything of that room is deleted.")
        wrote = rows(store, desk, folder)
    finally:
        store.close()
    print(f"{wrote} records written to {folder}. “class {folder}” reads them; nothing more may leave this room.")
    return 0


def rows(store: Store, desk: Desk, folder: Path, pack: Pack | None = None) -> int:
    """Write one record a play that is over and whose player agreed; say how many. Raises CannotExport, OSError.

    Where the room had halves, a table beside the records says which of them was in which.
    """
    if desk.state != "closed":
        raise CannotExport("Records leave a room only when it is closed: until then each student can still decide.")
    if desk.settled.mode != "rows":
        raise CannotExport(
            "This room was opened for figures only, and everybody was told so: no record leaves it."
        )  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    agreed = [held for held in store.all_held() if held.shares]
    for held in agreed:
        save_whole(folder / f"{held.id}{ENDING}", store.text(held.id))
    if desk.settled.tower:
        arms = desk.arms(pack or load(levels()))
        keys = {key_of(held.id) for held in agreed}
        found = halves_of(store, Tower(store, desk, arms))
        beside = Beside.model_validate({"halves": {key: dealt for key, dealt in found.items() if key in keys}})
        save_whole(folder / BESIDE, beside.model_dump_json() + "\n")
    return len(agreed)

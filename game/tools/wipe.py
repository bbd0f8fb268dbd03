"""`wipe`: clear old plays from a computer that several people use."""

import time
from pathlib import Path

from game.journal.shelf import Shelf

DAY = 86400  # seconds


def wipe(older_than: int, *, sure: bool, plays: Path, copies: Path) -> int:
    """Wipe the plays of the folder `plays` that nobody has touched for so many days, with their copies in `copies`.

    How old a play is says its file: in the record there is no clock. Without `sure` it asks. Returns the exit code.
    Raises OSError.
    """
    shelf = Shelf(plays)
    before = time.time() - older_than * DAY
    old = [path for path in shelf.paths() if path.stat().st_mtime < before]
    if not old:
        print(f"No play in {plays} is older than {older_than} days.")
        return 0
    if not sure:
        asked = f"Wipe {len(old)} plays in {plays}, and their copies in {copies}? Nobody can bring them back. [y/N] "
        try:
            answer = input(asked)
        except EOFError:
            answer = ""
        if answer.strip().lower() not in ("y", "yes"):
            print("Nothing was wiped.")
            return 1
    gone = sum(shelf.wipe(path, copies) for path in old)
    print(f"Wiped: {len(old)} plays, and {gone} copies of them.")
    return 0

"""Plays and level files, read beside the loop so that the first picture answers at once."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from game.language import _
from game.shell import memory
from game.shell import settings as kept

if TYPE_CHECKING:
    from game.shell.needs import Library


class Loading:
    """Reads them on a thread of its own, once it is started."""

    def __init__(self, folder: Path) -> None:
        """`folder` is where the plays lie."""
        self._folder = folder
        self.library: Library | None = None
        self.message = ""
        self._thread = threading.Thread(target=self._read, daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def _read(self) -> None:
        from game.content import BadLevels  # noqa: PLC0415  (after the first frame)
        from game.screens import stage  # noqa: F401, PLC0415  (the screens of a play, so that no key waits for them)
        from game.shell.library import Folder  # noqa: PLC0415
        from game.shell.seat import tidy  # noqa: PLC0415

        memory.thrifty()
        tidy(kept.joined_folder())
        try:
            self.library = Folder(self._folder)
        except BadLevels as error:
            self.message = str(error)
        except Exception as error:  # a thread that dies silently would leave the title waiting
            self.message = _("The level files could not be read: {why}").format(why=error)

    @property
    def done(self) -> bool:
        """Whether there is something to hand over."""
        return self.library is not None or bool(self.message)

"""Which languages there are on this computer, and speaking one of them."""

import sys
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from game.language import language, use
from game.language.shelf import codes, speak
from game.language.spoken import ENGLISH, offer
from game.screens import art
from game.shell.settings import APP


def language_folders(also: Path | None = None) -> tuple[Path, ...]:
    """Where catalogues are looked for: with the game, in the player's own data, and in `also`."""
    own = Path(platformdirs.user_data_dir(APP, appauthor=False)) / "languages"
    return (art.folder() / "languages", own, *([also] if also else ()))


class Tongue:
    """The shelf of languages. Interface words are there at once, those of level files once these have been read."""

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        """`folders` of catalogues, the later before the earlier."""
        self.folders = tuple(folders)
        offer(tuple((code, self._name(code)) for code in codes(self.folders)))
        self._texts: tuple[str, ...] = ()
        self._code = ""

    def _name(self, code: str) -> str:
        """What a language calls itself, by its catalogue; its code if that says nothing."""
        try:
            spoken = speak(code, self.folders).interface
        except OSError:
            return code
        own = spoken.pgettext("the name of this language in itself", "English")
        return code if code != ENGLISH and own == "English" else own

    def knows(self, texts: Sequence[str]) -> None:
        """The texts of the level files and the patterns of the rules, so that what was filled in is found again."""
        self._texts = tuple(texts)
        if self._code and self._code == language():
            self.speak(self._code)

    def speak(self, code: str) -> None:
        """Speak this language from now on; "" is English. A catalogue that cannot be read is said on the console."""
        self._code = code
        try:
            use(speak(code, self.folders, self._texts))
        except OSError as error:
            sys.stderr.write(f"good-standing: {error}\n")
            use()

"""The language in which a room speaks to its students: their pages, and the projector's."""

from collections.abc import Sequence
from pathlib import Path

from game.content.texts import pack_texts
from game.language import use
from game.language.shelf import speak
from game.model.content import Pack
from game.rules.said import patterns


def speak_in(code: str, folders: Sequence[Path], pack: Pack) -> None:
    """Speak the language `code` in this process, by the catalogues in `folders`; "" is English.

    Raises OSError, with its name, for a catalogue that cannot be read.
    """
    if code:
        use(speak(code, folders, (*pack_texts(pack), *patterns())))

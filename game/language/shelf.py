"""The languages that are there: folders with catalogues in GNU gettext's own order, `CODE/LC_MESSAGES/DOMAIN.mo`."""

import gettext as gnu
import re
from collections.abc import Sequence
from pathlib import Path

from game.language.pseudo import PSEUDO, Pseudo
from game.language.spoken import ENGLISH, INTERFACE, LEVELS, Spoken

CODE = re.compile(r"[a-z]{2,3}(_[A-Za-z0-9]{2,8})*")
_HOLE = re.compile(r"\{\w+\}")


def codes(folders: Sequence[Path]) -> tuple[str, ...]:
    """English first, then the codes of what lies in these folders, in order."""
    found = {
        there.parents[1].name for folder in folders for there in folder.glob(f"*/LC_MESSAGES/{INTERFACE}.mo")
    }
    return (ENGLISH, *sorted(code for code in found if CODE.fullmatch(code) and code != ENGLISH))


def speak(code: str, folders: Sequence[Path], level_texts: Sequence[str] = ()) -> Spoken:
    """The language `code`. What it lacks, or where it is not there at all, is English.

    `level_texts` are those of the level files, and the patterns of the rules; without them what was filled in is not
    found again. A later folder goes before an earlier one. A catalogue that cannot be read raises OSError with its
    name in it.
    """
    if code == ENGLISH or not (code == PSEUDO or CODE.fullmatch(code)):
        return Spoken()
    patterns = tuple(text for text in level_texts if _HOLE.search(text))
    if code == PSEUDO:
        return Spoken(PSEUDO, Pseudo(), Pseudo(level_texts), patterns)
    interface, levels = (_catalogue(domain, code, folders) for domain in (INTERFACE, LEVELS))
    if interface is None and levels is None:
        return Spoken()
    return Spoken(code, interface or gnu.NullTranslations(), levels or gnu.NullTranslations(), patterns)


def _catalogue(domain: str, code: str, folders: Sequence[Path]) -> gnu.NullTranslations | None:
    found: gnu.NullTranslations | None = None
    for folder in folders:
        there = folder / code / "LC_MESSAGES" / f"{domain}.mo"
        if not there.is_file():
            continue
        try:
            with there.open("rb") as file:
                newer = gnu.GNUTranslations(file)
        except (OSError, UnicodeDecodeError, ValueError, KeyError, LookupError) as error:
            raise OSError(f"{there} is no catalogue of GNU gettext; make it again from its .po ({error})") from error
        if found is not None:
            newer.add_fallback(found)
        found = newer
    return found

"""The words in level files that a player reads: for the catalogue of translators."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from game.content.load import read_folder
from game.content.reader import Path_
from game.model.base import READ
from game.model.content import Pack


def texts(thing: BaseModel, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Each text of a shape that is marked to be read by a player, and the way to it, in the order of its fields."""
    for name, hint in _hints(type(thing)).items():
        yield from _texts(getattr(thing, name), (*path, name), read=_read(hint))


def pack_texts(pack: Pack) -> tuple[str, ...]:
    """Every text of a pack once, in the order in which they are found."""
    return tuple(dict.fromkeys(text for _, text in texts(pack)))


def placed_texts(folder: Path) -> Iterator[tuple[str, str, int]]:
    """Text, file (by its path from the folder) and line of every text in a folder of level files.

    Files with faults give what could be read of them; `check` says what is wrong.
    """
    found, _ = read_folder(folder)
    if found.info is not None:
        yield found.info.name, "town.yaml", 1
    for (kind, name), (file, source, root) in found.origin.items():
        thing = found.things[kind].get(name)
        for path, text in texts(thing) if isinstance(thing, BaseModel) else ():
            yield text, _from(folder, file), source.place((*root, *path))[0]


def _from(folder: Path, file: str) -> str:
    inside = Path(file)
    return inside.relative_to(folder).as_posix() if inside.is_relative_to(folder) else inside.as_posix()


def _texts(value: Any, path: Path_, *, read: bool) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, BaseModel):
        yield from texts(value, path)
    elif isinstance(value, str):
        if read and value:
            yield path, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, (*path, key), read=read)
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _texts(one, (*path, number), read=read)


@cache
def _hints(shape: type[BaseModel]) -> dict[str, Any]:
    return get_type_hints(shape, include_extras=True)


def _read(hint: Any) -> bool:
    """Whether the mark stands anywhere in a type."""
    return READ in getattr(hint, "__metadata__", ()) or any(_read(part) for part in get_args(hint))

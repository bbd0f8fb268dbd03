"""What is said twice: no consequence is told in the same words at two places of a town."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.reach import choices

if TYPE_CHECKING:
    from game.content.load import Found
    from game.content.reader import Path_


def echoes(found: "Found") -> None:
    """Note a fault wherever a consequence has been told before."""
    first: dict[str, str] = {}
    for text, kind, name, path in consequences(found):
        key = text.casefold().strip()
        if not key:
            continue
        if key in first:
            what = f"“{text}” is said already, at {first[key]}"
            found.fault(kind, name, path, what, "a consequence of its own", "write another")
        file, source, root = found.origin[(kind, name)]
        first.setdefault(key, f"{file}:{source.place((*root, *path))[0]}")


def consequences(found: "Found") -> Iterator[tuple[str, str, str, "Path_"]]:
    """What comes of every choice, activity and roam of the pack: text, kind, id, path."""
    for family in found.things["families"].values():
        for i, role in enumerate(family.choices):
            yield role.plain_then, "families", family.id, ("choices", i, "plain_then")
        for i, coat in enumerate(family.coats):
            for role_id, way in coat.choices.items():
                yield way.then, "families", family.id, ("coats", i, "choices", role_id, "then")
    for kind, name, path, way in choices(found):
        yield way.then, kind, name, (*path, "then")
        if kind == "places":
            yield way.cheated, kind, name, (*path, "cheated")
            for i, other in enumerate(way.others):
                yield other, kind, name, (*path, "others", i)
    for roam in found.things["roams"].values():
        yield roam.then, "roams", roam.id, ("then",)

"""What lies beside the records of a room and is in none of them: who was in which half. Hostile until it is checked."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationError

from game.model.base import Shape
from game.seminar.halves import Dealt

BESIDE: Final = "halves.json"
LARGEST: Final = 4 << 20  # bytes; of 20,000 plays it is a third
Key = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
Lot = Annotated[str, Field(pattern=r"^[0-9]{1,6}:(visible|hidden)-first$")]


class Beside(Shape):
    """The halves of a room's plays by their keys, which are made from the random ids that the records have."""

    format: Literal[1] = 1
    kind: Literal["good-standing-halves"] = "good-standing-halves"
    halves: Annotated[dict[Key, tuple[Literal["shown", "unshown"], Lot]], Field(max_length=20_000)]


def beside(paths: Iterable[Path]) -> tuple[dict[str, Dealt], list[tuple[str, str]]]:
    """The halves that lie in these folders beside the records; and (name, why) of tables that are none.

    Every room has a lot of its own: the places of one are not dealt again among those of another.
    """
    found: dict[str, Dealt] = {}
    left: list[tuple[str, str]] = []
    for at, path in enumerate(path / BESIDE for path in paths if path.is_dir()):
        try:
            if not path.is_file() or path.is_symlink():
                continue
            table = Beside.model_validate_json(path.read_bytes() if path.stat().st_size <= LARGEST else b"")
        except (OSError, ValueError, ValidationError, RecursionError):
            left.append((path.name, "says of no room who was in which half"))
            continue
        found |= {key: (half, f"{at}:{lot}") for key, (half, lot) in table.halves.items() if key not in found}
    return found, left

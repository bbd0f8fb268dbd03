"""A folder of level files -> one Pack, or all of its faults."""

import difflib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from game.content.cases import cases
from game.content.cross import cross_check
from game.content.faults import BadLevels, Fault
from game.content.plans import plans
from game.content.reader import Path_, Read, read
from game.model import content as c
from game.model.check import Case
from game.model.plan import Plan

LISTS: dict[str, tuple[str, type[BaseModel]]] = {
    "acts.yaml": ("acts", c.ActName),
    "conditions.yaml": ("conditions", c.Condition),
    "people.yaml": ("people", c.Person),
    "places.yaml": ("places", c.Place),
    "files.yaml": ("files", c.File),
    "box.yaml": ("box", c.Pair),
    "diary.yaml": ("endings", c.Ending),
    "windows.yaml": ("windows", c.Window),
    "asks.yaml": ("asks", c.Ask),
    "roams.yaml": ("roams", c.Roam),
    "doors.yaml": ("doors", c.DoorName),
    "arcs.yaml": ("arcs", c.Arc),
    "closes.yaml": ("closes", c.Close),
    "check.yaml": ("cases", Case),
    "plans.yaml": ("plans", Plan),
}
BESIDE = ("check.yaml", "plans.yaml")
"""What decides nothing of a play: the digest leaves it out, so that a change there keeps every play as it is."""
FOLDERS: dict[str, tuple[str, type[BaseModel]]] = {
    "tariffs": ("tariffs", c.Tariff),
    "regimes": ("regimes", c.Regime),
    "families": ("families", c.Family),
    "scenes": ("scenes", c.Scene),
    "nudges": ("nudges", c.Nudge),
    "chapters": ("chapters", c.Chapter),
    "campaigns": ("campaigns", c.Campaign),
}
INFO = "town.yaml"


class Found:
    """What was read so far: the things by kind and id, where each stands, and the faults."""

    def __init__(self) -> None:
        self.things: dict[str, dict[str, Any]] = {kind: {} for kind, _ in (*LISTS.values(), *FOLDERS.values())}
        self.info: c.PackInfo | None = None
        self.origin: dict[tuple[str, str], tuple[str, Read, Path_]] = {}
        self.faults: list[Fault] = []
        self.files = 0

    def fault(self, kind: str, name: str, path: Path_, what: str, expected: str = "", cure: str = "") -> None:
        """Note a fault inside the thing `name` of this kind, at `path` in it."""
        file, source, root = self.origin[(kind, name)]
        line, column = source.place((*root, *path))
        self.faults.append(Fault(file, line, column, what, expected, cure))


def load(folder: Path) -> c.Pack:
    """Return the checked pack of a folder. Raises BadLevels with every fault; nothing is half loaded."""
    found, digest = read_folder(folder)
    if found.faults or found.info is None:
        raise BadLevels(sorted(found.faults))
    return pack_of(found, digest)


def pack_of(found: Found, digest: str) -> c.Pack:
    """The pack of what was found without a fault."""
    assert found.info is not None
    return c.Pack(info=found.info, digest=digest, alone=_alone(found), **found.things)


def _alone(found: Found) -> dict[str, c.Campaign]:
    """Every chapter as a play of its own, in the frame of the shortest campaign: to look at one system by itself."""
    things = found.things
    frame = min(things["campaigns"].values(), key=lambda one: len(one.families), default=None)
    if frame is None:
        return {}
    return {
        chapter.id: frame.model_copy(
            update={
                "id": chapter.id,
                "name": chapter.name,
                "blurb": chapter.errand,
                "visible_first": (chapter.id,) * len(chapter.mornings),
                "hidden_first": (chapter.id,) * len(chapter.mornings),
                "last_day": (),
                "arcs": (),
                "asks": (),
                "after_asks": (),
            }
        )
        for chapter in things["chapters"].values()
        if chapter.id not in things["campaigns"]
    }


def read_folder(folder: Path) -> tuple[Found, str]:
    """Read and check all level files below a folder; return what was found and a digest of what decides a play."""
    found = Found()
    hasher = hashlib.sha256()
    shown = str(folder)
    try:
        paths = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml"))
        if not folder.is_dir():
            raise FileNotFoundError(2, "no such folder")
    except OSError as error:
        reason = error.strerror or str(error)
        found.faults.append(
            Fault(shown, 1, 1, f"cannot be read ({reason})", "a folder of level files", "check the name")
        )
        return found, ""
    for path in paths:
        inside = path.relative_to(folder)
        name = str(Path(shown) / inside)
        source = read(path, name)
        found.files += 1
        if inside.as_posix() not in BESIDE:
            hasher.update(os.fsencode(inside.as_posix()) + b"\0" + _bytes(path) + b"\0")
        found.faults += source.faults
        if source.value is not None:
            _take(found, inside, name, source)
    for missing in [INFO, *LISTS]:
        if not (folder / missing).exists():
            what = f"“{missing}” is missing"
            found.faults.append(Fault(shown, 1, 1, what, "a file of that name", "copy it from the levels of the game"))
    if not found.faults:
        cross_check(found)
        cases(found)
        plans(found)
    return found, hasher.hexdigest()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _take(found: Found, inside: Path, name: str, source: Read) -> None:
    parts = inside.parts
    if parts == (INFO,):
        found.info = _shape(found, c.PackInfo, source.value, name, source, ())
    elif len(parts) == 1 and parts[0] in LISTS:
        kind, shape = LISTS[parts[0]]
        if not isinstance(source.value, tuple):
            found.faults.append(Fault(name, 1, 1, "holds no list", "a list: lines that begin with “- ”", "make it one"))
            return
        for number, value in enumerate(source.value):
            _keep(found, kind, _shape(found, shape, value, name, source, (number,)), name, source, (number,))
    elif len(parts) == 2 and parts[0] in FOLDERS:
        kind, shape = FOLDERS[parts[0]]
        thing = _shape(found, shape, source.value, name, source, ())
        _keep(found, kind, thing, name, source, ())
        if thing is not None and thing.id != inside.stem:
            what = f"the id “{thing.id}” is not the file's name"
            found.fault(kind, thing.id, ("id",), what, f"“{inside.stem}”", "rename one of the two")
    else:
        known = [INFO, *LISTS, *(f"{folder}/" for folder in FOLDERS)]
        near = difflib.get_close_matches(parts[0], [k.rstrip("/") for k in known], 1)
        cure = f"did you mean “{near[0]}”" if near else "move it out of the levels, or into the folder of its kind"
        found.faults.append(Fault(name, 1, 1, "no level file has this name", "one of " + ", ".join(known), cure))


def _keep(found: Found, kind: str, thing: Any, name: str, source: Read, root: Path_) -> None:
    if thing is None:
        return
    if thing.id in found.things[kind]:
        other = found.origin[(kind, thing.id)]
        line, column = source.place((*root, "id"))
        what = f"the id “{thing.id}” is taken, by {other[0]}:{other[1].place((*other[2], 'id'))[0]}"
        found.faults.append(Fault(name, line, column, what, "an id of its own", "rename one of the two"))
        return
    found.things[kind][thing.id] = thing
    found.origin[(kind, thing.id)] = (name, source, root)


def _shape(found: Found, shape: type[BaseModel], value: Any, name: str, source: Read, root: Path_) -> Any:
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            found.faults.append(_explain(shape, one, name, source, root))
        return None


def _explain(shape: type[BaseModel], error: Any, name: str, source: Read, root: Path_) -> Fault:
    where = tuple(part for part in error["loc"] if isinstance(part, int) or part != "[key]")
    line, column = source.place((*root, *where))
    key = ".".join(map(str, where)) or "the whole"
    kind = error["type"]
    if kind == "extra_forbidden":
        known = sorted(_fields(shape, where[:-1]))
        near = difflib.get_close_matches(str(where[-1]), known, 1)
        cure = f"did you mean “{near[0]}”" if near else "delete it"
        return Fault(name, line, column, f"“{where[-1]}” is not known here", "one of " + ", ".join(known), cure)
    if kind == "missing":
        return Fault(name, line, column, f"“{where[-1]}” is missing", f"a value for “{key}”", "add it")
    given = _short(error.get("input"))
    expected = str(error["msg"]).replace("Input should be ", "").replace("String should", "text should")
    cure = "mend the value"
    if kind == "literal_error":
        choices = [w.strip(" '\"") for w in str(error["ctx"]["expected"]).replace(" or ", ", ").split(",")]
        near = difflib.get_close_matches(str(error.get("input")), choices, 1)
        cure = f"did you mean “{near[0]}”" if near else "take one of these"
    elif kind == "string_type":
        cure = "put the value in quotes"
    return Fault(name, line, column, f"“{key}” is {given}", expected, cure)


def _short(value: Any) -> str:
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _fields(shape: type[BaseModel], path: Iterable[str | int]) -> set[str]:
    """The names that a shape knows at a path inside it."""
    current: Any = shape
    for part in path:
        if isinstance(current, type) and issubclass(current, BaseModel):
            field = current.model_fields.get(str(part))
            current = field.annotation if field else None
        else:
            arguments = [a for a in get_args(current) if a is not Ellipsis]
            current = arguments[-1] if arguments else None
        while get_origin(current) in (Union, UnionType):
            current = next((a for a in get_args(current) if a is not type(None)), None)
    return set(current.model_fields) if isinstance(current, type) and issubclass(current, BaseModel) else set()

"""`check`: read level files and say every fault in one line."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content import Fault, assets, levels, read_folder
from game.content.echoes import echoes
from game.content.fairness import fairness
from game.content.load import Found, pack_of
from game.content.reach import reach
from game.tools.plans import plans

INFO = "town.yaml"  # what makes a folder a folder of levels
NAMES = {
    "families": "family", "campaigns": "campaign", "chapters": "chapter", "scenes": "scene", "nudges": "nudge",
    "regimes": "regime", "tariffs": "tariff", "places": "place", "people": "person", "cases": "case", "plans": "plan",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. `beyond`: faults of the same folder that lie outside what was asked for.

    `blind`: they are such that what one file says of another could not be checked.
    """

    files: int
    things: dict[str, int]
    faults: tuple[Fault, ...]
    beyond: int = 0
    blind: bool = False


def check(paths: Sequence[Path]) -> int:
    """Check these files and folders; without any, the levels of the game. Returns 0, or 1 if there is a fault."""
    asked: dict[Path, list[Path]] = {}
    faults: list[Fault] = []
    reports: list[Report] = []
    for path in paths or [levels()]:
        where = root_of(path)
        if isinstance(where, Fault):
            faults.append(where)
        else:
            asked.setdefault(where, []).append(path)
    for root, wanted in asked.items():
        report = examine(root, wanted)
        reports.append(report)
        faults += report.faults
    for fault in sorted(set(faults)):
        print(fault)
    files = sum(report.files for report in reports)
    beyond = sum(report.beyond for report in reports)
    if beyond:
        more = f"{beyond} more fault{'s' * (beyond > 1)} in other files of the folder"
        blind = any(report.blind for report in reports)
        print(f"{more}{': what one file says of another could not be checked' * blind}.", file=sys.stderr)
    if faults:
        print(f"{len(set(faults))} fault{'s' * (len(set(faults)) > 1)}; {_files(files)} read", file=sys.stderr)
        return 1
    print(f"{_files(files)} read, no fault{_things(reports)}")
    return 0


def root_of(path: Path) -> Path | Fault:
    """The folder of levels that `path` is or lies in, or what is wrong with `path`."""
    try:
        here = path.absolute()
        if not here.exists():
            return Fault(
                str(path), 1, 1, "there is no such file or folder", "a level file or a folder", "check the name"
            )
        if here.is_file() and here.suffix not in (".yaml", ".yml"):
            return Fault(str(path), 1, 1, "is no level file", "a name that ends in .yaml", "rename it, or name another")
        for folder in (here, *here.parents):
            if (folder / INFO).is_file():
                return near(folder)
    except OSError as error:
        return Fault(str(path), 1, 1, f"cannot be read ({error.strerror})", "a readable file", "check the rights")
    if here.is_dir():
        return near(here)
    cure = f"put it into a folder of levels: one that holds {INFO}"
    return Fault(str(path), 1, 1, "stands in no folder of levels", "the files that it refers to", cure)


def near(folder: Path) -> Path:
    """The folder as seen from here, if that is shorter."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def examine(root: Path, wanted: Sequence[Path]) -> Report:
    """Read the folder of levels at `root` as a whole; report on the wanted parts of it."""
    found, digest = read_folder(root)
    sound = not found.faults  # what follows presupposes that every name resolves
    drawings(found)
    things = {kind: len(of) for kind, of in found.things.items()}
    marks = [path.absolute() for path in wanted]
    whole = root.absolute() in marks
    if sound:
        reach(found)
        echoes(found)
        fairness(found)
        if whole:
            plans(found, pack_of(found, digest))
    if whole:
        return Report(found.files, things, tuple(found.faults))

    def is_wanted(name: str) -> bool:
        return any(Path(name).absolute().is_relative_to(mark) for mark in marks)

    mine = tuple(fault for fault in found.faults if is_wanted(fault.file))
    files = sum(is_wanted(str(file)) for suffix in ("*.yaml", "*.yml") for file in root.rglob(suffix))
    return Report(files, {}, mine, len(found.faults) - len(mine), blind=not sound)


def drawings(found: Found) -> None:
    """Note every thing that is named and has no drawing. A play shows a box in its place, and goes on."""
    named: list[tuple[str, str, tuple[str | int, ...], str]] = [
        ("families", family.id, ("coats", n, "thing"), coat.thing)
        for family in found.things["families"].values()
        for n, coat in enumerate(family.coats)
    ]
    for kind in ("scenes", "nudges"):
        named += [(kind, one.id, ("thing",), one.thing) for one in found.things[kind].values()]
    for kind, name, path, thing in named:
        if thing and not (assets() / "images" / "things" / f"{thing}.svg").is_file():
            where = f"assets/images/things/{thing}.svg"
            found.fault(kind, name, path, f"the drawing of “{thing}” is missing", where, "draw it, or name another")


def _files(number: int) -> str:
    return f"{number} file{'s' * (number != 1)}"


def _things(reports: Sequence[Report]) -> str:
    parts = [
        f"{number} {one if number == 1 else kind}"
        for kind, one in NAMES.items()
        if (number := sum(report.things.get(kind, 0) for report in reports))
    ]
    return f": {', '.join(parts)}" if parts else ""

"""A copy of the real levels in which one value is another, wherever it stands today, and what `check` says of it."""

import re
from pathlib import Path

from game.content.reader import read
from game.tools.check import examine

SCENE = """\
id: {id}
who: {who}
where: row
scene: A bucket stands where no bucket stood.
choices:
  - {{id: look, text: Look into it, {more}then: "{id}, it says, in chalk."}}
  - {{id: pass, text: Walk round it, then: "{id}, it said. Probably."}}
"""
SIDE = """\
id: {id}
name: The bucket
side: true
world: daylight
watch: none
lantern: plain
scores: all
shows: word
entry: {entry}
"""


class Town:
    """The copy at `folder`. A change says in which line it was made; `faults` gives what stands in which line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def place(self, kind: str, name: str, *path: str | int) -> tuple[str, int, int]:
        """The file, the line and the column of a part of a thing."""
        file = self.folder / kind / f"{name}.yaml"
        source = read(file, str(file)) if file.exists() else read(file := self.folder / f"{kind}.yaml", str(file))
        root = () if isinstance(source.value, dict) else ([one["id"] for one in source.value].index(name),)
        return (str(file), *source.place((*root, *path)))

    def set(self, kind: str, name: str, *path: str | int, to: str) -> tuple[str, int]:
        """Give a plain value on one line another one; say where that is."""
        file, line, column = self.place(kind, name, *path)
        lines = Path(file).read_text(encoding="utf-8").split("\n")
        before, rest = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        value = r'(".*?"|\[.*?\]|[^,}\]]+)'
        new, times = re.subn(rf"^(\w+: |){value}", lambda m: m[1] + to, rest, count=1)
        assert times == 1, rest
        lines[line - 1] = before + new
        Path(file).write_text("\n".join(lines), encoding="utf-8")
        return file, line

    def add(self, file: str, text: str) -> tuple[str, int]:
        """Write a new file, or go on at the end of one; say in which line the new text begins."""
        path = self.folder / file
        before = path.read_text(encoding="utf-8").rstrip("\n") + "\n" if path.exists() else ""
        path.write_text(before + text, encoding="utf-8")
        return str(path), before.count("\n") + 1

    def scene(self, name: str, more: str = "", who: str = "rao") -> tuple[str, int]:
        """A scene of that name that nothing leads to."""
        return self.add(f"scenes/{name}.yaml", SCENE.format(id=name, more=more, who=who))

    def side(self, name: str, entry: str = "compulsory", more: str = "") -> tuple[str, int]:
        """A side system that no chapter runs."""
        return self.add(f"regimes/{name}.yaml", SIDE.format(id=name, entry=entry) + more)

    def tell(self, chapter: str, *stories: str) -> tuple[str, int]:
        """Let these scenes come first in a chapter's story; say where the first of them stands."""
        path = self.folder / "chapters" / f"{chapter}.yaml"
        text = path.read_text(encoding="utf-8")
        if "\nstory:\n" not in text:
            text = text.rstrip("\n") + "\nstory:\n"
        head, tail = text.split("\nstory:\n")
        path.write_text("\n".join([head, "story:", *(f"  - {story}" for story in stories), tail]), encoding="utf-8")
        return str(path), head.count("\n") + 3

    def run(self, chapter: str, side: str) -> None:
        """Let a side system run in a chapter."""
        path = self.folder / "chapters" / f"{chapter}.yaml"
        text = path.read_text(encoding="utf-8")
        new, times = re.subn(r"^beside: \[", f"beside: [{side}, ", text, flags=re.MULTILINE)
        path.write_text(new if times else f"{text.rstrip()}\nbeside: [{side}]\n", encoding="utf-8")

    def faults(self, *, plans: bool = False) -> dict[tuple[str, int], str]:
        """What is said of each line; with `plans` also what only the days of many plays show."""
        wanted = [self.folder] if plans else sorted(self.folder.iterdir())
        said: dict[tuple[str, int], str] = {}
        for fault in examine(self.folder, wanted).faults:
            key = (fault.file, fault.line)
            said[key] = f"{said[key]}\n{fault}" if key in said else str(fault)
        return said

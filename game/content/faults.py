"""One thing wrong with a level file, said so that it can be mended."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Where (file, line, column, from 1), what is wrong, what was expected, and the cure."""

    file: str
    line: int
    column: int
    what: str
    expected: str = ""
    cure: str = ""

    def __str__(self) -> str:
        tail = ", ".join(part for part in (self.what, self.expected, self.cure) if part)
        return f"{self.file}:{self.line}:{self.column}: {tail}"


class BadLevels(Exception):
    """The level files have faults; nothing of them was loaded."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults

"""Matched moments as marks, and what they say together: shared by the dots and by the plan of the house."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dot:
    """One matched moment. `looked` is the truth of the watch."""

    n: int
    label: str
    kept: bool
    looked: bool


@dataclass(frozen=True, slots=True)
class Band:
    condition: str
    label: str
    dots: tuple[Dot, ...]


def counted(bands: tuple[Band, ...]) -> str:
    """Say of each band what was kept in it and what was looked at."""
    parts = [
        f"{band.label}: kept {sum(d.kept for d in band.dots)} of {len(band.dots)}, "
        f"looked at in fact {sum(d.looked for d in band.dots)}"
        for band in bands
    ]
    return "; ".join(parts) + "."


HEAD = ("when", "moment", "what you did", "the watch")


def rows(bands: tuple[Band, ...], above: str, below: str) -> tuple[tuple[str, ...], ...]:
    """A row for each moment, under `HEAD`."""
    return tuple(
        (band.label, d.label, above if d.kept else below, "looking" if d.looked else "not looking")
        for band in bands
        for d in band.dots
    )

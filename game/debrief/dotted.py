"""Matched moments as marks, and what they say together: shared by the dots and by the plan of the house."""

from dataclasses import dataclass

from game.language import _, pgettext


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
        _("{when}: kept {kept} of {n}, looked at in fact {looked}").format(
            when=band.label, kept=sum(d.kept for d in band.dots), n=len(band.dots),
            looked=sum(d.looked for d in band.dots),
        )
        for band in bands
    ]
    return "; ".join(parts) + "."


def head() -> tuple[str, ...]:
    """The head of the table of moments."""
    when, moment = pgettext("head of a table", "when"), pgettext("head of a table", "moment")
    return when, moment, _("what you did"), _("the watch")


def rows(bands: tuple[Band, ...], above: str, below: str) -> tuple[tuple[str, ...], ...]:
    """A row for each moment, under `head`."""
    return tuple(
        (band.label, d.label, above if d.kept else below, _("looking") if d.looked else _("not looking"))
        for band in bands
        for d in band.dots
    )

"""A till receipt as data: its lines, its head and foot, and the whole of it as plain text."""

from collections.abc import Collection
from dataclasses import dataclass

from game.debrief.words import commas
from game.language import N_, _, ngettext

WIDE = 36  # characters across the roll
HEAD = (N_("GOOD STANDING"), N_("Lantern Quay"), N_("one stay, as lived"))
FOOT = ((N_("TOTAL"), N_("not calculated")), (N_("CHANGE"), N_("see other pages")))
THANKS = N_("Thank you. Both copies are yours.")
"""All three are looked up where they are shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what was counted, how many, a dry word under it, and the lines of the record that it rests on."""

    id: str
    label: str
    figure: str
    quip: str
    evidence: tuple[int, ...]

    @property
    def dotted(self) -> str:
        """The line across the roll."""
        return across(self.label, self.figure)

    @property
    def rests(self) -> str:
        """What it rests on, in words."""
        if not self.evidence:
            return _("It rests on the record as a whole.")
        where = commas([str(n) for n in self.evidence])
        return ngettext("From line {lines} of the record.", "From lines {lines} of the record.",
                        len(self.evidence)).format(lines=where)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Receipt:
    entries: tuple[Entry, ...]

    def kept(self, struck: Collection[str] = ()) -> tuple[Entry, ...]:
        """The lines that are left."""
        return tuple(entry for entry in self.entries if entry.id not in struck)

    def text(self, struck: Collection[str] = ()) -> str:
        """The receipt as text, without what is struck."""
        out = [*(_(line).center(WIDE).rstrip() for line in HEAD), "-" * WIDE]
        for entry in self.kept(struck):
            out.append(entry.dotted)
            out += [f"  {entry.quip}"] if entry.quip else []
        out += ["-" * WIDE, *(across(_(a), _(b)) for a, b in FOOT), "", _(THANKS).center(WIDE).rstrip()]
        return "\n".join(out) + "\n"


def across(label: str, figure: str) -> str:
    """Label at the left, figure at the right, dots between them."""
    gap = WIDE - len(label) - len(figure) - 2
    return f"{label} {'.' * max(1, gap)} {figure}"

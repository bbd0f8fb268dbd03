"""A till receipt as data: its lines, its head and foot, and the whole of it as plain text."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from textwrap import wrap

from game.debrief.words import commas
from game.language import N_, _, ngettext

WIDE = 36  # characters across the roll
IN = 2  # so many a dry word is moved in
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
    def quips(self) -> tuple[str, ...]:
        """What stands under it, in lines that the roll has room for."""
        return tuple(wrap(self.quip, WIDE - IN))

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
        out = [*centred(HEAD), "-" * WIDE]
        for entry in self.kept(struck):
            out.append(entry.dotted)
            out += [f"{' ' * IN}{line}" for line in entry.quips]
        out += ["-" * WIDE, *(across(_(a), _(b)) for a, b in FOOT), "", *centred((THANKS,))]
        return "\n".join(out) + "\n"


def centred(lines: Iterable[str]) -> list[str]:
    """Lines, looked up, in the middle of the roll; a long one is broken."""
    return [part.center(WIDE).rstrip() for line in lines for part in wrap(_(line), WIDE)]


def across(label: str, figure: str) -> str:
    """Label at the left, figure at the right, dots between them; in more than one line where one is too short."""
    *above, last = wrap(label, WIDE - 4) or [""]
    *rest, figure = wrap(figure, WIDE - 4) or [""]
    if rest or len(last) + len(figure) + 3 > WIDE:
        above, last = [*above, last, *(line.rjust(WIDE) for line in rest)], ""
    gap = WIDE - len(last) - len(figure) - (2 if last else 1)
    return "\n".join([*above, f"{last}{' ' if last else ''}{'.' * gap} {figure}"])

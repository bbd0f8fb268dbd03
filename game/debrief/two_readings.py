"""One set of counts, read twice: as growth and as discipline. Both in the same words about the same figures.

A value made one's own (self-determination theory) and a gaze taken over (Foucault) would leave the same counts: theory,
section 2, "internalisation". So every count here has two sentences of about one length, and neither is the answer.
Which column stands first is drawn by the seed of the play.
"""

from dataclasses import dataclass

from game.debrief.bars import FEW
from game.debrief.norm import Reasons, own_looks, reasons, share
from game.debrief.pairs import Pairs
from game.debrief.reading import Reading
from game.debrief.words import amount, spelt, times
from game.language import N_, _, ngettext
from game.rules.fate import fate

GROWTH, DISCIPLINE = N_("Growth"), N_("Discipline")
DRAWN = N_(
    "Two readings of the same counts, all of which may be luck: the findings say how often. A difference of less than "
    "a quarter, or of one moment, is read as none. Which of the two stands first was drawn by the seed of this play."
)


@dataclass(frozen=True, slots=True)
class Column:
    """One reading: what it makes of each count, in their order, then what it cannot show."""

    title: str
    says: tuple[str, ...]
    cannot: str
    source: str


@dataclass(frozen=True, slots=True)
class Twice:
    """The counts, each in a sentence, and the two columns in the order that the seed draws."""

    figures: tuple[str, ...]
    columns: tuple[Column, Column]


@dataclass(frozen=True, slots=True)
class _Count:
    """A count in a sentence, and what either reading makes of it."""

    figure: str
    growth: str
    discipline: str


CANNOT = (
    N_("It cannot show that the reasons written down were those that moved you, nor that you would not have come to "
       "them without a board."),
    N_("It cannot show a self that a board has made: a play is short, and mere habit, practice or tiredness would "
       "leave the same counts."),
)  # fmt: skip
SOURCES = (
    N_("Deci, Koestner and Ryan 1999, disputed by Ledford and others 2013; Sheldon and others 2017"),
    N_("Foucault, in Aldendorff 2019, section 7, and his lectures of 1978; disputed by Simon 2005"),
)


def two_readings(reading: Reading) -> Twice | None:
    """What was counted, and both readings of it; None where there are too few pairs after the watch."""
    pairs = Pairs.of(reading, "UV", "U0")
    if pairs.n < FEW:
        return None
    made = [_conduct(reading, pairs), _by_keeping(pairs), _by_reasons(reasons(reading)), _by_looks(reading)]
    told = [one for one in made if one is not None]
    growth = Column(_(GROWTH), tuple(t.growth for t in told), _(CANNOT[0]), _(SOURCES[0]))
    discipline = Column(_(DISCIPLINE), tuple(t.discipline for t in told), _(CANNOT[1]), _(SOURCES[1]))
    turned = fate(reading.record.header.setup.seed, "two readings") % 2
    return Twice(tuple(t.figure for t in told), (discipline, growth) if turned else (growth, discipline))


def _moved(first: int, of_first: int, second: int, of_second: int) -> int:
    """1 or -1 where the first share lies a quarter or more above or below the second, by more than one moment; else 0.

    One moment of the smaller lot is no move: of four, it alone would be a quarter.
    """
    gap, whole = first * of_second - second * of_first, of_first * of_second
    little = 4 * abs(gap) < whole or abs(gap) * min(of_first, of_second) <= whole
    return 0 if little else 1 if gap > 0 else -1


def _conduct(reading: Reading, pairs: Pairs) -> _Count:
    after, before, n = pairs.both + pairs.first, pairs.both + pairs.second, pairs.n
    posted = [t for f, t in reading.grid("P").items() if f in {a.event.family for a, _b in pairs.pairs}]
    under = sum(bool(t.event.keeps) for t in posted)
    figure = _("With the board down you did {after} of {n} as it had asked; before it went up, {before}.")
    if posted:
        figure = _("With the board down you did {after} of {n} as it had asked; while it hung, {hung}; before it went "
                   "up, {before}.")  # fmt: skip
    figure = figure.format(after=after, n=n, hung=share(under, len(posted)), before=share(before, n))
    way = _moved(after, n, before, n)
    if way > 0:
        return _Count(
            figure,
            _("Nobody asked for it any more. What was tried under a lens and is then done without one may have "
              "been found good."),
            _("Nobody had to ask any more. What was drilled under a lens and then runs without one is what the "
              "lens is there for."),
        )  # fmt: skip
    if way < 0:
        return _Count(
            figure,
            _("That is fewer. You may have weighed what had been asked of you, and decided from then on for yourself."),
            _("That is fewer. What is done for a mark may go when the mark goes; the drill had then not gone very "
              "deep."),
        )  # fmt: skip
    if posted and _moved(under, len(posted), before, n) > 0 and _moved(under, len(posted), after, n) > 0:
        return _Count(
            figure,
            _("You went along while it hung, and then went back. What you go by yourself may have been waiting all "
              "the while."),
            _("You went along while it hung, and then went back. The board still needed its lens; it did not run "
              "by itself."),
        )  # fmt: skip
    if 2 * before >= n:
        return _Count(
            figure,
            _("The count is about where it was. What you go by there may well have been your own before the board "
              "came."),
            _("The count is about where it was. Whoever does as asked already may have had lenses before this one."),
        )  # fmt: skip
    return _Count(
        figure,
            _("The count is about where it was. You may have read what it asked for, and gone on by your own measure."),
            _("The count is about where it was. No drill shows here; but a day is little, and the lens was gone."),
        )  # fmt: skip


def _by_keeping(pairs: Pairs) -> _Count | None:
    kind, harm = pairs.only("kind"), pairs.only("harmful")
    if not kind.n or not harm.n:
        return None
    k, h = kind.both + kind.first, harm.both + harm.first
    figure = _("Of that, where keeping was kind: {k} of {kind}; where it did harm: {h} of {harm}.").format(
        k=k, kind=kind.n, h=h, harm=harm.n)  # fmt: skip
    way = _moved(k, kind.n, h, harm.n)
    if way > 0:
        return _Count(
            figure,
            _("More of the kind than of the harmful. That would be to choose among rules by what they do to "
              "people, which no list asks for."),
            _("More of the kind than of the harmful. Discipline need not be cruel: its gentle rules may simply be "
              "the ones that last."),
        )  # fmt: skip
    if way < 0:
        return _Count(
            figure,
            _("More of the harmful than of the kind. That is hard to call growth, unless you saw the greater harm "
              "in not keeping it."),
            _("More of the harmful than of the kind. What was asked has outlived what is good, as one would expect "
              "of a drill."),
        )  # fmt: skip
    if k or h:
        return _Count(
            figure,
            _("Little lies between the two. So nothing here speaks of choosing; to hold to one’s word could look "
              "like this, too."),
            _("Little lies between the two. So they may have been kept as rules, whatever they do to people: a "
              "drill could look like this."),
        )  # fmt: skip
    return _Count(
        figure,
            _("You let both of them go alike. Whoever goes by no list at all may still go by a measure, and it "
              "would not show here."),
            _("You let both of them go alike. Where nothing at all was kept there is no drill to be found, at "
              "least by counting."),
        )  # fmt: skip


def _by_reasons(diary: tuple[Reasons, ...]) -> _Count:
    by = {r.condition: r for r in diary}
    before, after = by.get("U0"), by.get("UV")
    least = min(before.given if before else 0, after.given if after else 0)
    if before is None or after is None or least < FEW:
        figure = _("Of reasons the diary holds none on one side, and that is too few to read.")
        if least:
            figure = ngettext("Of reasons the diary holds {n} on one side, and that is too few to read.",
                              "Of reasons the diary holds {n} on one side, and that is too few to read.",
                              least).format(n=spelt(least))  # fmt: skip
        return _Count(
            figure,
            _("What has grown would speak there of what matters, and no longer of points."),
            _("What was taken over would speak there of what matters, and mean the points."),
        )  # fmt: skip
    figure = _("Of your reasons {own} of {given} were your own after the board, {own_before} of {given_before} before "
               "it.").format(own=after.own, given=after.given, own_before=before.own,
                             given_before=before.given)  # fmt: skip
    way = _moved(after.own, after.given, before.own, before.given)
    if way > 0:
        return _Count(
            figure,
            _("From what it pays to what matters: psychologists would speak of a value that somebody has made "
              "their own."),
            _("From what it pays to what matters: a gaze that somebody has taken over would say “matters” as well, "
              "and mean it."),
        )  # fmt: skip
    if way < 0:
        return _Count(
            figure,
            _("That is a move the other way: points and praise may have crowded out what had been a reason of your "
              "own."),
            _("That is a move the other way: what was done for the mark is still called so, and no gaze speaks as "
              "one’s own."),
        )  # fmt: skip
    if not before.own and not after.own:
        return _Count(
            figure,
            _("None was your own before, and none is now. By this measure nothing has grown, or it was not put "
              "into a diary."),
            _("None was your own before, and none is now. By this measure nothing was taken over: the mark is "
              "still called a mark."),
        )  # fmt: skip
    return _Count(
        figure,
            _("There is hardly a move in them. What is your own there you had before the board; it has added "
              "nothing to it."),
            _("There is hardly a move in them. If a gaze was taken over all the same, it left no trace in what you "
              "wrote."),
        )  # fmt: skip


def _by_looks(reading: Reading) -> _Count | None:
    if not any(t.lived == "H" for t in reading.of("dawned")):
        return None
    seen = len(own_looks(reading))
    figure = _("With a phone to see it on, you never went to look.")
    if seen:
        figure = _("With a phone to see it on, you went to look {times}.").format(times=times(seen))
        return _Count(
            figure,
            _("Whoever wants to do better asks how it is going; one can learn from an arrow and not live by it."),
            _("To look oneself up, unasked, is to do a part of the watching, and to do it without being paid."),
        )  # fmt: skip
    return _Count(
        figure,
            _("Nobody made you, and you did without: the arrow may not have been what you were doing it for."),
            _("It stood at the edge of the screen all the same: whoever is used to a mark need not go and look."),
        )  # fmt: skip


def waiting(reading: Reading) -> str:
    """Why there are no two readings; "" if there are."""
    n = Pairs.of(reading, "UV", "U0").n
    if n >= FEW:
        return ""
    if not n:
        return _("Whether what is done under a board is growth or discipline could only be asked of days with the "
                 "watch known to be off, and of {few} pairs at least: this play has none.").format(few=spelt(FEW))
    return ngettext(
        "Whether what is done under a board is growth or discipline could only be asked of days with the watch known "
        "to be off, and of {few} pairs at least: this play has {n} pair of them.",
        "Whether what is done under a board is growth or discipline could only be asked of days with the watch known "
        "to be off, and of {few} pairs at least: this play has {n} pairs of them.", n,
    ).format(few=spelt(FEW), n=amount(n))  # fmt: skip

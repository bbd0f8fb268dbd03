"""The five comparisons of you with you: the same families, met in two conditions (theory: measurement, table)."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.debrief.bars import CAME_BEFORE, LOGGED, ORDER, beyond, joined, room, sign, sign_verdict, too_few
from game.debrief.reading import Reading, Told
from game.debrief.stats import luck, sign_test
from game.debrief.words import amount, times
from game.language import _, ngettext
from game.model.finding import Concept, Finding, Verdict

KEEPINGS = ("kind", "neutral", "harmful")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Families met in both of two conditions."""

    pairs: tuple[tuple[Told, Told], ...]

    @classmethod
    def of(cls, reading: Reading, first: str, second: str) -> "Pairs":
        """Pair the matched moments of two conditions by family."""
        one, other = reading.grid(first), reading.grid(second)
        return cls(tuple((told, other[family]) for family, told in one.items() if family in other))

    def only(self, *keepings: str) -> "Pairs":
        """The pairs of families whose rule it was kind, neutral or harmful to keep."""
        return Pairs(tuple(p for p in self.pairs if p[0].event.keeping in keepings))

    @property
    def n(self) -> int:
        return len(self.pairs)

    @property
    def first(self) -> int:
        """Pairs in which the rule was kept in the first condition only."""
        return sum(bool(a.event.keeps) and not b.event.keeps for a, b in self.pairs)

    @property
    def second(self) -> int:
        """Pairs in which the rule was kept in the second condition only."""
        return sum(bool(b.event.keeps) and not a.event.keeps for a, b in self.pairs)

    @property
    def both(self) -> int:
        return sum(bool(a.event.keeps) and bool(b.event.keeps) for a, b in self.pairs)

    @property
    def same(self) -> int:
        return self.n - self.first - self.second

    @property
    def value(self) -> float | None:
        """Mean of the differences, first minus second; None without a pair."""
        return (self.first - self.second) / self.n if self.n else None

    @property
    def lines(self) -> tuple[int, ...]:
        return tuple(sorted({t.n for pair in self.pairs for t in pair}))

    def counts(self, one: str, other: str, prefix: str = "") -> dict[str, int]:
        """Count pairs and splits; `one` and `other` name the two sides."""
        return {
            f"{prefix}pairs": self.n,
            f"{prefix}only_{one}": self.first,
            f"{prefix}only_{other}": self.second,
            f"{prefix}both": self.both,
            f"{prefix}neither": self.same - self.both,
        }

    def apart(self, one: str, other: str) -> dict[str, int]:
        """The same counts for kind, neutral and harmful families, each by itself."""
        out: dict[str, int] = {}
        for keeping in KEEPINGS:
            out |= self.only(keeping).counts(one, other, f"{keeping}_")
        return out


def _finding(
    id_: str, concept: Concept, pairs: Pairs, sides: tuple[str, str], says: str, also: dict[str, int],
    caveats: Iterable[str], sources: tuple[str, ...], nothing: str = "", more: Iterable[int] = (), then: str = "",
) -> Finding:  # fmt: skip
    """Put one comparison together. `says` is the sentence on the split, without the line on luck; `then` follows."""
    verdict: Verdict = sign_verdict(pairs.n, pairs.first, pairs.second)
    enough = verdict != "too_few"
    p = sign_test(pairs.first, pairs.second) if enough else None
    if not enough:
        statement = nothing if nothing and not pairs.n else too_few(
            pairs.n, _("No pairs of moments to compare here: nothing to say."), ngettext(
                "Only {n} pair of moments: too few to say.", "Only {n} pairs of moments: too few to say.", pairs.n,
            )
        )
    elif pairs.first + pairs.second == 0:
        none = ngettext(
            "In {n} pair there was no difference at all: as the board asks on both sides {both}, on neither {neither}.",
            "In {n} pairs there was no difference at all: as the board asks on both sides {both}, on neither "
            "{neither}.", pairs.n,
        )  # fmt: skip
        none = none.format(n=amount(pairs.n), both=times(pairs.both), neither=times(pairs.same - pairs.both))
        statement = joined(none, then)
    else:
        statement = joined(says, luck(p or 0), then)
    split = pairs.first + pairs.second
    value = pairs.value if enough else None
    return Finding(
        id=id_,
        concept=concept,
        verdict=verdict,
        direction=sign(value),
        n=pairs.n,
        value=value,
        counts=pairs.counts(*sides) | also | pairs.apart(*sides),
        p=p,
        statement=statement,
        caveat=joined(
            beyond(verdict, pairs.n, split), room(pairs.n, pairs.both) if enough and not split else "", *caveats
        ),
        evidence=tuple(sorted({*pairs.lines, *more})),
        sources=sources,
    )


def _split(pattern: str, pairs: Pairs) -> str:
    """A sentence on how pairs fell out, filled in."""
    return pattern.format(
        n=amount(pairs.n), first=times(pairs.first), second=times(pairs.second), in_first=pairs.first,
        in_second=pairs.second, in_both=pairs.same,
    )  # fmt: skip


def carried(reading: Reading, later: str) -> str:
    """What may have been carried over to the days of `later`, the board or the app, from the other of the two."""
    lived = list(dict.fromkeys(t.lived for t in reading.of("dawned")))
    first = {"P": "H", "H": "P"}[later]
    if first in lived and later in lived and lived.index(first) < lived.index(later):
        return _(CAME_BEFORE[first, later])
    return ""


def visible_hidden(reading: Reading) -> Finding:
    """VH = mean(y_P - y_H): the same list, once posted and once not."""
    pairs = Pairs.of(reading, "P", "H")
    says = ngettext(
        "Of {n} pair you did what the board asks only where you could read it in {in_first}, only where the rule was "
        "not shown in {in_second}, and by the list the same in both in {in_both}.",
        "Of {n} pairs you did what the board asks only where you could read it in {in_first}, only where the rule was "
        "not shown in {in_second}, and by the list the same in both in {in_both}.", pairs.n,
    )  # fmt: skip
    caveats = (
        _("The board also brought a clerk and a lens, and the app also brought nudges; only the list and its points "
          "were the same."),
        _(ORDER),
        carried(reading, "H") or carried(reading, "P"),
    )
    sources = (_("Creemers 2018, in Aldendorff 2019, section 2"), _("Simon 2005, Surveillance & Society 3(1)"))
    return _finding("visible_hidden_difference", "visibility", pairs, ("visible", "hidden"), _split(says, pairs), {},
                    caveats, sources)  # fmt: skip


def surveillance(reading: Reading) -> Finding:
    """SE = mean(y_P - y_U0); P - UV, which holds knowing the rules constant, is counted beside it."""
    pairs, after = Pairs.of(reading, "P", "U0"), Pairs.of(reading, "P", "UV")
    says = ngettext(
        "In {n} pair you did what the board asks {first} only when watched, {second} only when unwatched.",
        "In {n} pairs you did what the board asks {first} only when watched, {second} only when unwatched.", pairs.n,
    )  # fmt: skip
    then = _("Against the days after the board, when you knew its rules: {first} only when watched, {second} only when "
             "unwatched (counted, not tested).")  # fmt: skip
    caveats = (_("Rules, points and watching came together, so this cannot tell them apart."), _(ORDER),
               carried(reading, "P"), _(LOGGED))  # fmt: skip
    sources = (
        _("Bradley and others 2018, doi 10.1098/rspb.2018.0116"),
        _("Northover and others 2017; Dear and others 2019, doi 10.1016/j.evolhumbehav.2019.01.006"),
    )
    sides = ("watched", "unwatched")
    also = after.counts("watched", "unwatched", "after_")
    return _finding(
        "surveillance_effect", "bentham", pairs, sides, _split(says, pairs), also, caveats, sources,
        more=after.lines, then=_split(then, after) if after.n else "",
    )  # fmt: skip


def illusion(reading: Reading) -> Finding:
    """ID = mean(y_D - y_U0) over all moments under dark glass; per look: extra kept unseen over real looks."""
    pairs = Pairs.of(reading, "D", "U0")
    unseen = tuple(p for p in pairs.pairs if not p[0].event.watched)
    looks = pairs.n - len(unseen)
    kept_unseen = sum(bool(a.event.keeps) for a, _b in unseen)
    extra = kept_unseen - sum(bool(b.event.keeps) for _a, b in unseen)
    kept = pairs.both + pairs.first
    says = ngettext(
        "In {n} pair you did what the board asks {first} only under dark glass, {second} only before (no rule yet).",
        "In {n} pairs you did what the board asks {first} only under dark glass, {second} only before (no rule yet).",
        pairs.n,
    )
    also = {
        "looks": looks,
        "kept_dark": kept,
        "kept_before": pairs.both + pairs.second,
        "unseen": len(unseen),
        "kept_unseen": kept_unseen,
        "extra_unseen": extra,
    }
    guess = _pegs(reading, "D")
    if guess is not None:
        also["guess_of_ten"] = guess.guess
    caveats = (
        _("Seen and unseen moments look alike from below, so all count. That the guess of being seen caused anything "
          "cannot be read off."),
        _(ORDER),
    )  # fmt: skip
    sources = (_("Galič, Timan and Koops 2017, doi 10.1007/s13347-016-0219-1"),)
    then = _("Somebody was looking {times} in {n}.").format(times=times(looks), n=pairs.n)
    return _finding("illusion_dividend", "bentham", pairs, ("dark", "before"), _split(says, pairs), also, caveats,
                    sources, then=then)  # fmt: skip


def hidden(reading: Reading) -> Finding:
    """HS = mean(y_H - y_U0): near nothing is expected of somebody who suspects nothing."""
    pairs = Pairs.of(reading, "H", "U0")
    says = ngettext(
        "In {n} pair you did what the board asks {first} only under the app (rule not shown), {second} only before "
        "(no rule yet).",
        "In {n} pairs you did what the board asks {first} only under the app (rule not shown), {second} only before "
        "(no rule yet).", pairs.n,
    )  # fmt: skip
    also: dict[str, int] = {}
    for arm in ("toward", "away"):
        moments = [a for a, _b in pairs.pairs if a.event.arm == arm]
        also |= {f"pushed_{arm}": len(moments), f"kept_pushed_{arm}": sum(bool(m.event.keeps) for m in moments)}
    caveats = (
        _("Little difference is to be expected of anybody who does not suspect a score; whether you did is your own "
          "answer, not this figure. {toward} of the app's moments were pushed toward what the board asks, {away} away."
          ).format(toward=also["pushed_toward"], away=also["pushed_away"]),
        _(ORDER),
        carried(reading, "H"),
    )  # fmt: skip
    sources = (_("Simon 2005, Surveillance & Society 3(1)"), _("Lyon 2003, in Aldendorff 2019, section 7"))
    return _finding("hidden_difference", "lyon", pairs, ("hidden", "before"), _split(says, pairs), also, caveats,
                    sources)  # fmt: skip


def conduct(reading: Reading) -> Finding:
    """IC = mean(y_UV - y_U0); after the hidden score, mean(y_UH - y_U0), is counted apart."""
    pairs, after = Pairs.of(reading, "UV", "U0"), Pairs.of(reading, "UH", "U0")
    says = ngettext(
        "In {n} pair you did what the board asks {first} only after it, with the watch known to be off, {second} only "
        "before it.",
        "In {n} pairs you did what the board asks {first} only after it, with the watch known to be off, {second} only "
        "before it.", pairs.n,
    )  # fmt: skip
    then = _("After the app: {first} only after, {second} only before (counted, not tested).")
    caveats = (
        _("What stays may be habit, a value made your own, or a gaze taken over; the same counts fit all three. "
          "The days after always come later, so practice and tiredness are in it."),
        _(LOGGED),
    )  # fmt: skip
    sources = (
        _("Foucault, in Aldendorff 2019, section 7"),
        _("Gneezy and Rustichini 2000"),
        _("Deci, Koestner and Ryan 1999, doi 10.1037/0033-2909.125.6.627"),
    )
    return _finding(
        "internalisation_conduct", "foucault", pairs, ("after", "before"), _split(says, pairs),
        after.counts("after", "before", "hidden_"), caveats, sources,
        nothing=_("This play had no day with the watch known to be off: nothing to compare."), more=after.lines,
        then=_split(then, after) if after.n else "",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pegs:
    """A guess at how often somebody looked, of ten moments, beside the truth."""

    n: int
    guess: int
    looks: int
    moments: int


def _pegs(reading: Reading, condition: str) -> Pegs | None:
    return next((p for c, p in pegs(reading) if c == condition), None)


def pegs(reading: Reading) -> tuple[tuple[str, Pegs], ...]:
    """Every answered row of pegs with its condition. A row that was left alone is left out."""
    out = []
    for told in reading.answers("pegs"):
        if told.event.values and told.event.values[0].isdigit():
            looks, moments = map(int, told.event.truth)
            out.append((told.lived, Pegs(told.n, int(told.event.values[0]), looks, moments)))
    return tuple(out)

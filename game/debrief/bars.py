"""The bars that a finding has to pass before it may say anything: thresholds, verdicts, and the words they share."""

from typing import Literal

from game.debrief.stats import SHIFT_AT, fisher, fisher_reach, no_surprise, power, shifted
from game.debrief.words import figure
from game.language import N_, _, ngettext
from game.model.finding import Verdict

FEW, MANY = 4, 8
RULES_FEW, RULES_MANY = 6, 9

LOGGED = N_("Unwatched means unwatched by the town; this program logged everything.")
ORDER = N_(
    "Within one play, what is compared also came earlier or later, and in another story, which brought up what you had "
    "done before; practice and tiredness are mixed in."
)
CAME_BEFORE = {
    ("P", "H"): N_("Here the board, and what was learnt from it, came before the app."),
    ("H", "P"): N_("Here the app, and what one got used to under it, came before the board."),
}
"""What is carried over to the days of the second from those of the first, where it came first."""


def sign_verdict(n: int, first: int, second: int) -> Verdict:
    """Judge `n` pairs that split `first` to `second`.

    Under 4 pairs too few; under 8, or with one to four split pairs, counts only (p <= .10 is out of reach); then
    shifted only at p <= .10.
    """
    if n < FEW:
        return "too_few"
    split = first + second
    if n < MANY or 0 < split < 5:
        return "counts_only"
    return "shifted" if shifted(first, second) else "not_shifted"


def arms_verdict(hits_first: int, first: int, hits_second: int, second: int) -> Verdict:
    """Judge two arms by Fisher's exact test; the smaller arm decides whether there is enough.

    Where no table with these margins could pass, counts only; where nobody or everybody did it, not shifted.
    """
    smaller, hits = min(first, second), hits_first + hits_second
    if smaller < FEW:
        return "too_few"
    if smaller < MANY:
        return "counts_only"
    if hits in (0, first + second):
        return "not_shifted"
    if fisher_reach(hits, first, second) > SHIFT_AT:
        return "counts_only"
    return "shifted" if fisher(hits_first, first, hits_second, second) <= SHIFT_AT else "not_shifted"


def room(n: int, both: int) -> str:
    """Say where all of `n` pairs were kept on both sides, or on neither: there nothing could move one way."""
    if not n or both not in (0, n):
        return ""
    if both:
        return _("Where it is so each time, there is no room for more to be seen.")
    return _("Where it is so never, there is no room for less to be seen.")


def sign(value: float | None) -> Literal[-1, 0, 1] | None:
    """Return the sign of a value; None for no value."""
    if value is None:
        return None
    return 1 if value > 0 else -1 if value < 0 else 0


def too_few(n: int, none: str, some: str) -> str:
    """Say that there is not enough: `none` at all, or `some` with how many there were."""
    return some.format(n=figure(n)) if n else none


def beyond(verdict: Verdict, n: int, split: int) -> str:
    """Say what the verdict on `n` pairs leaves open."""
    if verdict == "counts_only" and n < MANY:
        return ngettext("{n} pair are enough to count, not to conclude.",
                        "{n} pairs are enough to count, not to conclude.", n).format(n=n)  # fmt: skip
    if verdict == "counts_only":
        return ngettext(
            "With {n} pair that differs, no split could pass the bar: five would be needed.",
            "With {n} pairs that differ, no split could pass the bar: five would be needed.", split,
        ).format(n=split)  # fmt: skip
    if verdict == "not_shifted":
        caught = power(n, 0.5, 0.9)
        return _(
            "Not shifted is not unaffected: with this many pairs, a true change from 5 in 10 to 9 in 10 is missed "
            "about {missed} times in 10."
        ).format(missed=round(10 * (1 - caught)))
    if verdict == "shifted":
        return _("A shift says that the two differ here, not why.")
    return ""


def reach(low: float | None, high: float | None, n: int) -> tuple[str, str]:
    """Say an interval of shares in whole moments of `n`, and in hundredths; twice nothing without an interval."""
    if low is None or high is None:
        return "", ""
    least, most = no_surprise(low, high, n)
    span = _("between {least} and {most} of {n}") if (least, most) != (0, n) else _("anything from 0 to {n} of {n}")
    shares = _("{low} to {high}").format(low=f"{low:.0%}", high=f"{high:.0%}")
    return span.format(least=least, most=most, n=n), shares


def joined(*parts: str) -> str:
    """Put sentences together, leaving out the empty ones."""
    return " ".join(part for part in parts if part)

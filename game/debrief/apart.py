"""Telling apart, and leaning: the two are measured separately, for eight cases and five trays.

Somebody who calls everything watched misses no case of it and tells nothing apart. So each measure of telling apart
here puts that at luck and not at the top, and each measure of leaning asks just how readily a word is said. Quite
independent of each other they are not, with any of these measures.
"""

from collections.abc import Sequence
from statistics import NormalDist

Pair = tuple[str, str]  # where a case belongs, where it was put


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Return Cohen's kappa: agreement beyond what the same use of the same trays would bring by luck.

    1 is all right, 0 is luck, below 0 is worse than luck. None without a case, or where luck alone agrees always.
    Source: Cohen 1960, Educational and Psychological Measurement 20, 37-46.
    """
    n = len(pairs)
    if not n:
        return None
    trays = {tray for pair in pairs for tray in pair}
    seen = sum(there == put for there, put in pairs) / n
    luck = sum(sum(t == tray for t, _ in pairs) * sum(p == tray for _, p in pairs) for tray in trays) / n**2
    return None if luck == 1 else (seen - luck) / (1 - luck)


def unbiased_hits(pairs: Sequence[Pair], tray: str) -> float | None:
    """Return Wagner's unbiased hit rate for a tray: right / there x right / said. From 0 to 1.

    A tray that is used for everything is right wherever it should be; divided by how often it was said, it comes to
    no more than luck by that, which is (there / n) x (said / n). None where no case belongs into the tray; 0 where
    it was never said.
    Source: Wagner 1993, Journal of Nonverbal Behavior 17, 3-28.
    """
    there = sum(t == tray for t, _ in pairs)
    said = sum(p == tray for _, p in pairs)
    right = sum(t == p == tray for t, p in pairs)
    if not there:
        return None
    return right * right / (there * said) if said else 0.0


def a_prime(hits: int, there: int, false: int, absent: int) -> float | None:
    """Return A': 1 tells present from absent each time, .5 is luck, below is the wrong way round. None without both.

    `hits` of `there`, `false` alarms of `absent`. It needs no correction for shares of 0 and 1, as d' does: of two
    cases with nothing in them, half a case added would be a large part of the answer. Raises ValueError for impossible
    counts.
    Source: Pollack and Norman 1964, Psychonomic Science 1, 125-126; below luck as Aaronson and Watts 1987,
    Psychological Bulletin 102, 439-442.
    """
    h, f = _shares(hits, there, false, absent)
    if h is None or f is None:
        return None
    if h == f:
        return 0.5
    if h > f:
        return 0.5 + (h - f) * (1 + h - f) / (4 * h * (1 - f))
    return 0.5 - (f - h) * (1 + f - h) / (4 * f * (1 - h))


def leaning(hits: int, there: int, false: int, absent: int) -> float | None:
    """Return the criterion c: below 0 a word is said too readily, above 0 too seldom. None without both sorts.

    c = -(z(hits) + z(false alarms)) / 2, in standard deviations, of shares to which half a case was added (log-linear:
    hits + .5 of there + 1), for with so few cases shares of 0 and 1 are the rule. B'' and B''D would be -1 as soon as
    all hits come with one false alarm, however many more there might have been. The price of the correction: where
    fewer cases are there than not, a faultless lot has a c a little above 0; `faultless` says how much.
    Raises ValueError for impossible counts.
    Source: Macmillan and Creelman 1990, Psychological Bulletin 107, 401-413; Hautus 1995, Behavior Research Methods,
    Instruments, & Computers 27, 46-51.
    """
    h, f = _shares(hits, there, false, absent)
    if h is None or f is None:
        return None
    z = NormalDist().inv_cdf
    return -(z((hits + 0.5) / (there + 1)) + z((false + 0.5) / (absent + 1))) / 2


def faultless(there: int, absent: int) -> float | None:
    """Return the c of somebody who is right each time."""
    return leaning(there, there, 0, absent)


def _shares(hits: int, there: int, false: int, absent: int) -> tuple[float | None, float | None]:
    if not (0 <= hits <= there and 0 <= false <= absent):
        raise ValueError("expected 0 <= hits <= there and 0 <= false <= absent")
    return hits / there if there else None, false / absent if absent else None

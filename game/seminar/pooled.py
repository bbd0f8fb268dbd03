"""Several seminars laid together, in words: each room first, then these rooms, then another room like them."""

from collections.abc import Sequence

from game.debrief.stats import often
from game.seminar.intervals import newcombe, wilson
from game.seminar.pool import Share, Sums, Table
from game.seminar.rooms import FEWEST, Part, Span, Sum, alone, another, evened, laid, parts, these, unlike
from game.seminar.steered import KINDS
from game.seminar.summary import ALARM, ARM, MANY, SHARE

HOW = (
    "First each room by itself. Then all that sat in these rooms, each student counting once: the interval is made of",
    "how students differ within their rooms, and is about these rooms alone. Then another room like these, where the",
    "room is the unit, from three rooms on. Intervals are 90 per cent. Where rooms differ, that is said; where they do",
    "not, luck alone says it of one number in ten. vh was chosen beforehand as the main one: it stands first.",
)
"""What stands above the figures."""
SEEN = 0.0005  # a difference of rooms that is not printed as nought: nought would be more than is known


def together(tables: Sequence[Table]) -> list[str]:
    """What several classes have in sum, as lines. Campaigns and untimed classes stay apart."""
    lines = [*HOW]
    groups: dict[tuple[str, bool], list[Table]] = {}
    for one in tables:
        groups.setdefault((one.campaign, one.untimed), []).append(one)
    for (campaign, untimed), lot in sorted(groups.items()):
        name = f"{campaign}, untimed" if untimed else campaign
        rooms = f"{len(lot)} {'room' if len(lot) == 1 else 'rooms'}"
        lines += ["", f"{name}: {rooms}, {sum(t.n for t in lot)} students"]
        if len({t.levels for t in lot}) > 1:
            lines.append("made with different level files: the same names need not be the same moments")
        for what in sorted({what for t in lot for what in t.sums}, key=_main_first):
            lines += ["", what, *_means([(t.id[:4], t.sums[what]) for t in lot if what in t.sums])]
        for what in sorted({what for t in lot for what in t.shares}):
            lines += ["", f"{what}, a share", *_shares([(t.id[:4], t.shares[what]) for t in lot if what in t.shares])]
        for kind in KINDS:
            lines += _push(kind, lot)
    return lines


def _main_first(what: str) -> tuple[bool, str]:
    return what.partition(".")[0] != "vh", what


def _means(found: Sequence[tuple[str, Sums]]) -> list[str]:
    rooms = [Sum(one.n, one.total, one.squares) for _, one in found]
    lines = [_said(f"room {name}", room.n, alone(room), few=room.n < MANY)
             for (name, _), room in zip(found, rooms, strict=True)]  # fmt: skip
    if len(rooms) > 1:
        n = sum(room.n for room in rooms)
        lines += [_said("these rooms", n, these(rooms), few=n < MANY), *_between(parts(rooms), evened(rooms))]
    return lines


def _shares(found: Sequence[tuple[str, Share]]) -> list[str]:
    rooms = [Sum(one.n, one.hits, one.hits) for _, one in found]  # a share is a mean of noughts and ones
    spans = [(one.hits / one.n, *wilson(one.hits, one.n)) for _, one in found]
    lines = [_said(f"room {name}", one.n, span, few=one.n < SHARE)
             for (name, one), span in zip(found, spans, strict=True)]  # fmt: skip
    if len(rooms) > 1:
        n = sum(room.n for room in rooms)
        lines += [_said("these rooms", n, these(rooms), few=n < SHARE), *_between(parts(rooms), parts(rooms))]
    return lines


def _push(kind: str, lot: Sequence[Table]) -> list[str]:
    """One arm less the other, within each room, for rooms may differ in what they are inclined to anyway."""
    both = [(t.id[:4], t.shares[f"push_{kind}.x"], t.shares[f"push_{kind}.z"]) for t in lot
            if {f"push_{kind}.x", f"push_{kind}.z"} <= t.shares.keys()]  # fmt: skip
    if not both:
        return []
    spans = [(x.hits / x.n - z.hits / z.n, *newcombe(x.hits, x.n, z.hits, z.n)) for _, x, z in both]
    lines = ["", f"push_{kind}, x less z"]
    lines += [_said(f"room {name}", x.n + z.n, span, few=min(x.n, z.n) < ARM)
              for (name, x, z), span in zip(both, spans, strict=True)]  # fmt: skip
    if len(both) > 1:
        # Mantel and Haenszel's weights, for differences: Greenland and Robins 1985, Biometrics 41, 55-68.
        weights = [x.n * z.n / (x.n + z.n) for _, x, z in both]
        arms = [sum(x.n for _, x, _ in both), sum(z.n for _, _, z in both)]
        rooms = [Part(span[0], _error(x) + _error(z), x.n + z.n - 2)
                 for (_, x, z), span in zip(both, spans, strict=True)]  # fmt: skip
        whole = laid(rooms, [weight / sum(weights) for weight in weights])
        lines += [_said("these rooms", sum(arms), whole, few=min(arms) < ARM), *_between(rooms, rooms)]
    return lines


def _error(one: Share) -> float:
    """The variance of a share's error, with one degree of freedom spent."""
    share = one.hits / one.n
    return share * (1 - share) / (one.n - 1)


def _between(rooms: Sequence[Part], even: Sequence[Part]) -> list[str]:
    """How far rooms lie apart, how often luck does that, and what follows for another room."""
    luck, values = unlike(rooms), [room.value for room in rooms]
    said = f"  {'between rooms':<16}{min(values):+.3f} to {max(values):+.3f}"
    if luck is not None:
        said += f"; luck alone makes rooms so uneven {often(luck)}"
    lines = [said]
    if luck is not None and luck <= ALARM:
        lines.append(f"  {'':<16}rooms differ: the figure of all of them is a mixture, and may be true of none")
    other = another(even)
    if other is None:
        if len(rooms) < FEWEST:
            lines.append(f"  {'another room':<16}not to be said from two")
        return lines
    span, apart = other
    beyond = f"rooms differ by {apart:.3f} (SD)" if apart >= SEEN else "that rooms differ is not to be seen"
    return [*lines, f"  {'another room':<16}{_figures(span)}; beyond luck, {beyond}"]


def _said(label: str, n: int, span: Span, *, few: bool) -> str:
    figures = f"{span[0]:+.3f}  counted only" if few else _figures(span)
    return f"  {label:<16}{figures}, n {n}"


def _figures(span: Span) -> str:
    value, low, high = span
    return f"{value:+.3f}  {low:+.3f} to {high:+.3f}"

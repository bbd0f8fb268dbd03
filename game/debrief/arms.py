"""Comparisons of two arms: nudges against their opposites, choices against preferences, reasons before and after."""

from game.debrief.bars import arms_verdict, joined, sign, too_few
from game.debrief.reading import CONTROLLED, OWN, Reading, Told
from game.debrief.stats import fisher, found, luck
from game.language import _, ngettext
from game.model.finding import Concept, Finding


class Arm:
    """Moments of one kind, and in how many of them the thing in question was done."""

    def __init__(self, moments: list[tuple[Told, bool]]) -> None:
        self.n = len(moments)
        self.hits = sum(hit for _told, hit in moments)
        self.lines = tuple(told.n for told, _hit in moments)


def _finding(
    id_: str, concept: Concept, first: Arm, second: Arm, says: str, nothing: str, counts: dict[str, int],
    caveat: str, sources: tuple[str, ...], value: float | None = None,
) -> Finding:  # fmt: skip
    """Put one comparison of arms together. `value` is the difference of shares unless given."""
    verdict = arms_verdict(first.hits, first.n, second.hits, second.n)
    enough = verdict != "too_few"
    if not enough:
        value = None
    elif value is None:
        value = first.hits / first.n - second.hits / second.n
    p = fisher(first.hits, first.n, second.hits, second.n) if enough else None
    more = ""
    if verdict == "counts_only":
        more = _("There are enough moments to count, not to conclude.")
    elif verdict == "not_shifted":
        missed = 10 * (1 - found(first.n, second.n, 0.5, 0.9))
        more = _(
            "Not shifted is not unaffected: with so many, a true difference of 5 in 10 to 9 in 10 is missed about "
            "{missed} times in 10."
        ).format(missed=round(missed))
    elif verdict == "shifted":
        more = _("A shift says that the two differ here, not why.")
    return Finding(
        id=id_,
        concept=concept,
        verdict=verdict,
        direction=sign(value),
        n=first.n + second.n,
        value=value,
        counts=counts,
        p=p,
        statement=joined(says, luck(p or 0)) if enough else nothing,
        caveat=joined(more, caveat),
        evidence=tuple(sorted({*first.lines, *second.lines})),
        sources=sources,
    )


def nudged(reading: Reading) -> tuple[Told, ...]:
    """Every moment with a nudge that the seed could have turned the other way, those without one included."""
    return tuple(t for t in reading.chosen if t.event.arm in ("toward", "away", "x", "z", "none"))


def nudge_effect(reading: Reading) -> Finding:
    """NE = P(x | default x) - P(x | default z); in the app's matched moments x is to keep the rule."""
    x: list[tuple[Told, bool]] = []
    z: list[tuple[Told, bool]] = []
    matched = 0
    for told in nudged(reading):
        event = told.event
        if event.arm in ("toward", "away"):
            matched += 1
            (x if event.arm == "toward" else z).append((told, bool(event.keeps)))
        elif event.arm in ("x", "z"):
            (x if event.arm == "x" else z).append((told, event.choice == event.values[0]))
    first, second = Arm(x), Arm(z)
    says = _(
        "Pushed one way, you went that way in {hits} of {n}; pushed the other way, you still took the first in "
        "{other_hits} of {other_n}."
    ).format(hits=first.hits, n=first.n, other_hits=second.hits, other_n=second.n)
    counts = {
        "pushed_x": first.n, "took_x_pushed_x": first.hits, "pushed_z": second.n, "took_x_pushed_z": second.hits,
        "matched": matched, "unscored": first.n + second.n - matched,
    }  # fmt: skip
    return _finding(
        "nudge_effect", "nudge", first, second, says,
        too_few(first.n + second.n, _("No nudged moments to compare here: nothing to say."), ngettext(
            "Only {n} nudged moment: too few to say.", "Only {n} nudged moments: too few to say.", first.n + second.n,
        )),
        counts,
        _("Several kinds of nudge are thrown together here, and the things chosen between differ. In one play a "
          "difference of a half between arms of eight comes about by luck 8 times in 100."),
        (
            _("Maier and others 2022, PMC9351501"),
            _("DellaVigna and Linos 2020, nber.org/papers/w27594"),
            _("Jachimowicz and others 2019, Behavioural Public Policy"),
        ),
    )  # fmt: skip


def override(reading: Reading) -> Finding:
    """OV = P(end at the less liked | pushed to it) - P(the same | not pushed), preference declared before play."""
    pushed: list[tuple[Told, bool]] = []
    free: list[tuple[Told, bool]] = []
    declared = after = agreed = 0
    later = {value for told in reading.of("answered") for value in told.event.values}
    for told in nudged(reading):
        event = told.event
        if event.arm not in ("x", "z", "none") or len(event.truth) != 2:
            continue
        side, when = event.truth
        if when == "after":
            ended = [s for s, option in zip("xz", event.values, strict=False) if option == event.choice]
            said = [s for s in "xz" if f"{event.values[2]}.{s}" in later]
            after += bool(ended and said)
            agreed += bool(said) and ended == said
        if when != "before" or side not in ("x", "z"):
            continue
        declared += 1
        other = "z" if side == "x" else "x"
        hit = event.choice == event.values["xz".index(other)]
        if event.arm == other:
            pushed.append((told, hit))
        elif event.arm == "none":
            free.append((told, hit))
    first, second = Arm(pushed), Arm(free)
    counts = {
        "pushed": first.n, "ended_less_liked_pushed": first.hits, "not_pushed": second.n,
        "ended_less_liked_not_pushed": second.hits, "declared_before": declared, "asked_after": after,
        "liked_what_was_chosen_after": agreed,
    }  # fmt: skip
    return _finding(
        "override", "nudge", first, second,
        _("Pushed to what you had unpacked last, you ended there in {hits} of {n}; not pushed, in {other_hits} of "
          "{other_n}.").format(hits=first.hits, n=first.n, other_hits=second.hits, other_n=second.n),
        too_few(first.n + second.n,
                _("No moments with a preference declared before play to compare here: nothing to say."),
                ngettext("Only {n} moment with a preference declared before play: too few to say.",
                         "Only {n} moments with a preference declared before play: too few to say.",
                         first.n + second.n)),
        counts,
        _("Which of two things left the box first is a thin sign of a preference, and a preference may change."),
        (_("Thaler and Sunstein, on defaults"), _("Mills 2020, Behavioural Public Policy")),
    )  # fmt: skip


def reasons(reading: Reading, condition: str) -> list[tuple[Told, str]]:
    """The kinds of reason given in the diary in one condition, with where; blanks and own words are left out."""
    scored = (*CONTROLLED, *OWN, "amotivation")
    return [(t, kind) for t in reading.answers("diary") if t.lived == condition for kind in t.event.truth
            if kind in scored]  # fmt: skip


def internalisation_reasons(reading: Reading) -> Finding:
    """IR = A_post - A_pre; A = (identified + intrinsic - introjected - external) / reasons given.

    With one point a reason, the difference of the two balances is a difference of two shares, so the permutation
    test is Fisher's exact test. "Just did" (amotivation) gives no reason and is counted apart.
    The unweighted balance: Sheldon and others 2017, doi 10.1177/0146167217711915.
    """
    before, after = reasons(reading, "U0"), reasons(reading, "UV")
    pre = Arm([(t, k in OWN) for t, k in before if k != "amotivation"])
    post = Arm([(t, k in OWN) for t, k in after if k != "amotivation"])
    counts = {
        "reasons_before": pre.n, "own_before": pre.hits, "controlled_before": pre.n - pre.hits,
        "reasons_after": post.n, "own_after": post.hits, "controlled_after": post.n - post.hits,
        "just_did_before": len(before) - pre.n, "just_did_after": len(after) - post.n,
    }  # fmt: skip
    value = 2 * (post.hits / post.n - pre.hits / pre.n) if pre.n and post.n else None
    small = min(pre.n, post.n)
    return _finding(
        "internalisation_reasons", "foucault", post, pre,
        ngettext(
            "In the diary before any rule, {own} of {n} reason were your own, and {rest} named gain, loss or feeling "
            "bad; after the board, {own_after} of {n_after} and {rest_after}.",
            "In the diary before any rule, {own} of {n} reasons were your own, and {rest} named gain, loss or feeling "
            "bad; after the board, {own_after} of {n_after} and {rest_after}.", pre.n,
        ).format(own=pre.hits, n=pre.n, rest=pre.n - pre.hits, own_after=post.hits, n_after=post.n,
                 rest_after=post.n - post.hits),
        too_few(small, _("No reasons from both sides to compare: nothing to say."), ngettext(
            "Only {n} reason on one side: too few to say.", "Only {n} reasons on one side: too few to say.", small,
        )),
        counts,
        _("One pencilled ending is a hint of style, not a scale, and the order of the kinds of motive is disputed. "
          "What was written after came later, about other moments. "
          "More reasons of your own may be growth, or discipline that has done its work: the same data fit both."),
        (
            _("Sheldon and others 2017, doi 10.1177/0146167217711915"),
            _("Chemolli and Gagné 2014, doi 10.1037/a0036212"),
        ),
        value=value,
    )  # fmt: skip

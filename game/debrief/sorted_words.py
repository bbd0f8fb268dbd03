"""What the sorted cases show, in words: telling apart, leaning, the two times beside each other, and the answers."""

from dataclasses import dataclass

from game.debrief.apart import a_prime, faultless, kappa, leaning, unbiased_hits
from game.debrief.cases import BY_KIND, Dealt
from game.debrief.charts import Table
from game.debrief.sorted import BLIND, EIGHT, REST, TIMES, WHEN, Score, false_alarms, needed, score, verdict
from game.debrief.stats import SHIFT_AT, at_least, fisher, fisher_reach, found, often, wilson
from game.debrief.words import capital, count, spelt, times
from game.model.finding import Verdict
from game.model.said import Sorted, When

HEADLINE = "Eight cases from elsewhere, and five trays."
WHY = (
    "A game about misinformation was first reported to sharpen the eye (Basol 2020), then to leave more suspicion and "
    "no better eye (Graham 2023; Modirrousta-Galian and Higham 2023). That is why this is counted by itself."
)
IN_PART = "Some of the cases were left out, by you and not by lot: so this is counted and not judged."
ASK = "Which of these cases would you argue about, and what would you have to know to settle it?"
MORE = "The ideas behind the trays, two minutes each, with those who object: docs/concepts.md."


@dataclass(frozen=True, slots=True)
class Block:
    """A few sentences under a title; `verdict` where something is tested."""

    title: str
    lines: tuple[str, ...]
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A case as it was sorted, and why it belongs where it does."""

    where: str
    text: str
    put: str
    belongs: str
    right: bool
    why: str
    idea: str
    when: When


def blocks(dealt: Dealt, sorted_: Sorted) -> tuple[Block, ...]:
    """All there is to say, in the order in which it is read: telling apart, leaning, then and now."""
    scores = {when: score(dealt, sorted_, when) for when in TIMES}
    there = {when: one for when, one in scores.items() if one.n}
    out = []
    if there:
        out.append(Block("Telling apart", tuple(line for when, one in there.items() for line in _apart(one, when))))
        out.append(Block("Leaning", tuple(line for when, one in there.items() for line in _leaning(one, when))))
    if len(there) == len(TIMES):
        out += [_compare(scores["before"], scores["after"]), _lean_compare(scores["before"], scores["after"])]
    return tuple(out)


def _apart(one: Score, when: When) -> list[str]:
    hits, at_work, false, nothing = one.something
    said = [
        f"{capital(WHEN[when])}: {one.right} of {one.n} in the tray where they belong. Trays drawn blind get "
        f"{one.n * BLIND:.1f} of {one.n} on average, and {_or_more(one.right, one.n)}."
    ]
    if at_work and nothing:
        said.append(f"Something at work was found in {hits} of {at_work} cases, and in {false} of {nothing} that had "
                    "nothing of the kind.")  # fmt: skip
    return said


def _leaning(one: Score, when: When) -> list[str]:
    right, there, over, _off = one.watched
    said, missed = right + over, there - right
    return [
        f"{capital(WHEN[when])}: “might be watched” was said {times(said)} and was there {times(there)}; said "
        f"{times(over)} where it was not, missed {times(missed)}. Drawn blind, it is said "
        f"{one.n * BLIND:.1f} times on average, and {_or_more(said, one.n)}."
    ]


def _or_more(k: int, n: int) -> str:
    chance = often(at_least(k, n, BLIND))
    return f"{k} or more {chance}" if k else f"none {often((1 - BLIND) ** n)}"


def _compare(before: Score, after: Score) -> Block:
    a, n, b, m = before.right, before.n, after.right, after.n
    said = verdict(a, n, b, m)
    lines = [f"In the right tray: {a} of {n}, then {b} of {m}."]
    if said != "too_few":
        lines.append(_luck(a, n, b, m))
        least = needed(a, n, m)
        if min(n, m) < EIGHT:
            lines.append(IN_PART)
        elif said != "shifted":
            way = f"{least} of {m} would have been the least to pass" if least else f"even {m} of {m} would not pass"
            way = way if a < n else "nothing can rise"
            seldom = often(found(n, m, 0.5, 0.875))
            lines.append(f"From {a} of {n}, {way}. No shift to be seen is not the same as nothing learnt: somebody "
                         f"who rises from half to seven in eight is found only {seldom}.")  # fmt: skip
    return Block("Then and now: telling apart", tuple(lines), said)


def _lean_compare(before: Score, after: Score) -> Block:
    (a, n), (b, m) = before.watched[2:], after.watched[2:]
    said = verdict(a, n, b, m, REST)
    lines = [f"“Might be watched” where it was not: {a} of {n}, then {b} of {m}."]
    if said != "too_few":
        lines.append(_luck(a, n, b, m))
        lines += [IN_PART] if min(n, m) < REST else []
        lines.append(WHY)
    return Block("Then and now: leaning", tuple(lines), said)


def _luck(a: int, n: int, b: int, m: int) -> str:
    if fisher_reach(a + b, n, m) > SHIFT_AT:
        return "It is so few, or so nearly all, that no split could pass; these are counts and no more."
    if a * m == b * n:
        return "The same share both times."
    return f"Luck alone makes two lots differ as much as this {often(fisher(a, n, b, m))}."


def cannot() -> tuple[str, ...]:
    """What this cannot show, with its figures."""
    return (
        "Eight cases are few. The two lots are alike and not the same: which came first was drawn by the seed, no case "
        "can be paired with itself, and a test for pairs (McNemar’s) would be out of place. Fisher’s exact test stands "
        "in; it takes sixteen answers of one person for independent, which they hardly are.",
        "Two comparisons are made, beside those of the other pages. Where nothing has changed, luck calls the first of "
        f"them shifted at most {often(false_alarms(EIGHT, EIGHT))}, the second at most "
        f"{often(false_alarms(REST, REST))}.",
        "Sorting cases is not noticing them. Nothing here says what you would see in your own street.",
    )


def tables(dealt: Dealt, sorted_: Sorted) -> tuple[Table, ...]:
    """The trays of each time: where it belonged, where it was put, and the unbiased hit rate."""
    out = []
    for when in TIMES:
        one = score(dealt, sorted_, when)
        if not one.n:
            continue
        rows = []
        for tray in dealt.trays:
            there, said, right = one.of(tray.kind)
            hu = unbiased_hits(one.pairs, tray.kind)
            rows.append((tray.label, str(there), str(said), str(right), "–" if hu is None else _two(hu)))
        head = ("tray", "belong", "you put", "right", "Hu")
        out.append(Table(f"{capital(WHEN[when])} (Hu: right ÷ belong × right ÷ put; Wagner 1993)", head, tuple(rows)))
    return tuple(out)


def usual(dealt: Dealt, sorted_: Sorted) -> Table:
    """The figures by which such sortings are usually told: for whoever knows them, and behind the plain counts."""
    rows = []
    for when in TIMES:
        one = score(dealt, sorted_, when)
        if one.n:
            low, high = wilson(one.right, one.n)
            found_by = (kappa(one.pairs), a_prime(*one.something), leaning(*one.watched),
                        faultless(one.watched[1], one.watched[3]))  # fmt: skip
            rows.append((capital(WHEN[when]), f"{low * 100:.0f} to {high * 100:.0f} per cent",
                         *("–" if it is None else _two(it) for it in found_by)))  # fmt: skip
    head = ("", "right over many cases (Wilson, 90 per cent)", "kappa (0: luck, 1: every case)",
            "A′, something or nothing (.50: luck, 1: each time)", "c, “might be watched” (less: said more readily)",
            "c without a fault")  # fmt: skip
    return Table("The usual figures, for whoever knows them", head, tuple(rows))


def answers(dealt: Dealt, sorted_: Sorted) -> tuple[Answer, ...]:
    """Every case that was sorted, explained: those after the play first, since they are fresh."""
    return tuple(
        Answer(case.where, case.text, BY_KIND[put].label, BY_KIND[case.kind].label, put == case.kind, case.why,
               BY_KIND[case.kind].idea, when)
        for when in reversed(TIMES)
        for case, put in dealt.lying(when, sorted_)
    )  # fmt: skip


def headline(dealt: Dealt, sorted_: Sorted) -> str:
    """What was sorted, in a sentence."""
    one, two = (score(dealt, sorted_, when) for when in TIMES)
    if one.n and two.n:
        return f"{one.right} of {one.n} where they belong before the play, {two.right} of {two.n} after it."
    there = one if one.n else two
    return f"{capital(spelt(there.right))} of {spelt(there.n)} where they belong." if there.n else HEADLINE


def so_far(dealt: Dealt, sorted_: Sorted) -> tuple[str, ...]:
    """What there is to say before the answers are shown. It gives none of them away."""
    had, have = (len(dealt.lying(when, sorted_)) for when in TIMES)
    told = (
        f"You sorted {spelt(had)} others before the play." if had
        else "You sorted none before the play, so there will be nothing to lay them beside."
    )  # fmt: skip
    here = [f"{capital(spelt(have))} of these {'is' if have == 1 else 'are'} sorted so far."] if have else []
    return (
        "Does one see better now what is at work somewhere else, or does one only say it more often? The two are "
        "counted apart. You need not do it; nothing on the other pages hangs on it.",
        " ".join([told, *here]),
    )


def kept(dealt: Dealt, sorted_: Sorted) -> Table | None:
    """What lies beside the record of it, line for line; None if nothing does."""
    rows = tuple(
        (WHEN[when], f"{case.where}: {case.text}", BY_KIND[put].label)
        for when in TIMES
        for case, put in dealt.lying(when, sorted_)
    )
    return Table(f"Beside the record: {count(len(rows), 'case')} you sorted", ("when", "case", "tray"), rows) if rows \
        else None  # fmt: skip


def _two(value: float) -> str:
    """Two places, as statistics has it: no 0 before the point, a true minus."""
    rounded = round(value, 2) + 0.0
    if abs(rounded) == 1:
        return f"{rounded:.0f}".replace("-", "−")
    said = f"{abs(rounded):.2f}"
    return ("−" if rounded < 0 else "") + (said[1:] if abs(rounded) < 1 else said)

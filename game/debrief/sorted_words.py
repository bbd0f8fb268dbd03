"""What the sorted cases show, in words: telling apart, leaning, the two times beside each other, and the answers."""

from dataclasses import dataclass

from game.debrief.apart import a_prime, faultless, kappa, leaning, unbiased_hits
from game.debrief.cases import BY_KIND, Dealt
from game.debrief.charts import Table
from game.debrief.sorted import BLIND, EIGHT, REST, TIMES, WHEN, Score, false_alarms, needed, score, verdict
from game.debrief.stats import SHIFT_AT, at_least, fisher, fisher_reach, found, often, wilson
from game.debrief.words import amount, capital, decimal, spelt, times
from game.language import N_, _, ngettext, pgettext, told
from game.model.finding import Verdict
from game.model.said import Sorted, When

HEADLINE = N_("Eight cases from elsewhere, and five trays.")
WHY = N_(
    "A game about misinformation was first reported to sharpen the eye (Basol 2020), then to leave more suspicion and "
    "no better eye (Graham 2023; Modirrousta-Galian and Higham 2023). That is why this is counted by itself."
)
IN_PART = N_("Some of the cases were left out, by you and not by lot: so this is counted and not judged.")
ASK = N_("Which of these cases would you argue about, and what would you have to know to settle it?")
MORE = N_("The ideas behind the trays, two minutes each, with those who object: docs/concepts.md.")


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
        apart, leans = _("Telling apart"), _("Leaning")
        out.append(Block(apart, tuple(line for when, one in there.items() for line in _apart(one, when))))
        out.append(Block(leans, tuple(line for when, one in there.items() for line in _leaning(one, when))))
    if len(there) == len(TIMES):
        out += [_compare(scores["before"], scores["after"]), _lean_compare(scores["before"], scores["after"])]
    return tuple(out)


def _apart(one: Score, when: When) -> list[str]:
    hits, at_work, false, nothing = one.something
    said = [
        _("{when}: {right} of {n} in the tray where they belong. Trays drawn blind get {blind} of {n} on average, and "
          "{or_more}.").format(when=capital(_(WHEN[when])), right=one.right, n=one.n,
                               blind=_blind(one), or_more=_or_more(one.right, one.n))
    ]  # fmt: skip
    if at_work and nothing:
        said.append(ngettext(
            "Something at work was found in {hits} of {n} cases, and in {false} of {nothing} that had nothing of the "
            "kind.",
            "Something at work was found in {hits} of {n} cases, and in {false} of {nothing} that had nothing of the "
            "kind.", at_work,
        ).format(hits=hits, n=at_work, false=false, nothing=nothing))  # fmt: skip
    return said


def _blind(one: Score) -> str:
    """How many of them a blind draw gets, on average."""
    return decimal(f"{one.n * BLIND:.1f}")


def _leaning(one: Score, when: When) -> list[str]:
    right, there, over, _off = one.watched
    said, missed = right + over, there - right
    return [
        _("{when}: “might be watched” was said {said} and was there {there}; said {over} where it was not, missed "
          "{missed}. Drawn blind, it is said {blind} times on average, and {or_more}.").format(
            when=capital(_(WHEN[when])), said=times(said), there=times(there), over=times(over),
            missed=times(missed), blind=_blind(one), or_more=_or_more(said, one.n))
    ]  # fmt: skip


def _or_more(k: int, n: int) -> str:
    chance = often(at_least(k, n, BLIND))
    if not k:
        return _("none {often}").format(often=often((1 - BLIND) ** n))
    return _("{n} or more {often}").format(n=k, often=chance)


def _compare(before: Score, after: Score) -> Block:
    a, n, b, m = before.right, before.n, after.right, after.n
    said = verdict(a, n, b, m)
    lines = [_("In the right tray: {a} of {n}, then {b} of {m}.").format(a=a, n=n, b=b, m=m)]
    if said != "too_few":
        lines.append(_luck(a, n, b, m))
        least = needed(a, n, m)
        if min(n, m) < EIGHT:
            lines.append(_(IN_PART))
        elif said != "shifted":
            lines.append(_no_shift(a, n, m, least))
    return Block(_("Then and now: telling apart"), tuple(lines), said)


def _no_shift(a: int, n: int, m: int, least: int) -> str:
    """What would have passed, and how often a true rise is found."""
    if a >= n:
        way = _("From {a} of {n}, nothing can rise.")
    elif least:
        way = _("From {a} of {n}, {least} of {m} would have been the least to pass.")
    else:
        way = _("From {a} of {n}, even {m} of {m} would not pass.")
    seldom = _("No shift to be seen is not the same as nothing learnt: somebody who rises from half to seven in eight "
               "is found only {often}.")  # fmt: skip
    return f"{way.format(a=a, n=n, m=m, least=least)} {seldom.format(often=often(found(n, m, 0.5, 0.875)))}"


def _lean_compare(before: Score, after: Score) -> Block:
    (a, n), (b, m) = before.watched[2:], after.watched[2:]
    said = verdict(a, n, b, m, REST)
    lines = [_("“Might be watched” where it was not: {a} of {n}, then {b} of {m}.").format(a=a, n=n, b=b, m=m)]
    if said != "too_few":
        lines.append(_luck(a, n, b, m))
        lines += [_(IN_PART)] if min(n, m) < REST else []
        lines.append(_(WHY))
    return Block(_("Then and now: leaning"), tuple(lines), said)


def _luck(a: int, n: int, b: int, m: int) -> str:
    if fisher_reach(a + b, n, m) > SHIFT_AT:
        return _("It is so few, or so nearly all, that no split could pass; these are counts and no more.")
    if a * m == b * n:
        return _("The same share both times.")
    return _("Luck alone makes two lots differ as much as this {often}.").format(often=often(fisher(a, n, b, m)))


def cannot() -> tuple[str, ...]:
    """What this cannot show, with its figures."""
    return (
        _("Eight cases are few. The two lots are alike and not the same: which came first was drawn by the seed, no "
          "case can be paired with itself, and a test for pairs (McNemar’s) would be out of place. Fisher’s exact test "
          "stands in; it takes sixteen answers of one person for independent, which they hardly are."),
        _("Two comparisons are made, beside those of the other pages. Where nothing has changed, luck calls the first "
          "of them shifted at most {first}, the second at most {second}.").format(
            first=often(false_alarms(EIGHT, EIGHT)), second=often(false_alarms(REST, REST))),
        _("Sorting cases is not noticing them. Nothing here says what you would see in your own street."),
    )  # fmt: skip


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
        head = (pgettext("head of a table", "tray"), pgettext("head of a table", "belong"), _("you put"),
                pgettext("head of a table", "right"), pgettext("unbiased hit rate", "Hu"))  # fmt: skip
        caption = _("{when} (Hu: right ÷ belong × right ÷ put; Wagner 1993)").format(when=capital(_(WHEN[when])))
        out.append(Table(caption, head, tuple(rows)))
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
            span = _("{low} to {high} per cent").format(low=f"{low * 100:.0f}", high=f"{high * 100:.0f}")
            rows.append((capital(_(WHEN[when])), span,
                         *("–" if it is None else _two(it) for it in found_by)))  # fmt: skip
    head = ("", _("right over many cases (Wilson, 90 per cent)"), _("kappa (0: luck, 1: every case)"),
            _("A′, something or nothing (.50: luck, 1: each time)"),
            _("c, “might be watched” (less: said more readily)"), _("c without a fault"))  # fmt: skip
    return Table(_("The usual figures, for whoever knows them"), head, tuple(rows))


def answers(dealt: Dealt, sorted_: Sorted) -> tuple[Answer, ...]:
    """Every case that was sorted, explained: those after the play first, since they are fresh."""
    return tuple(
        Answer(told(case.where), told(case.text), BY_KIND[put].label, BY_KIND[case.kind].label, put == case.kind,
               told(case.why),
               BY_KIND[case.kind].idea, when)
        for when in reversed(TIMES)
        for case, put in dealt.lying(when, sorted_)
    )  # fmt: skip


def headline(dealt: Dealt, sorted_: Sorted) -> str:
    """What was sorted, in a sentence."""
    one, two = (score(dealt, sorted_, when) for when in TIMES)
    if one.n and two.n:
        return _("{a} of {n} where they belong before the play, {b} of {m} after it.").format(
            a=one.right, n=one.n, b=two.right, m=two.n)  # fmt: skip
    there = one if one.n else two
    if not there.n:
        return _(HEADLINE)
    return _("{part} of {whole} where they belong.").format(part=capital(spelt(there.right)), whole=spelt(there.n))


def so_far(dealt: Dealt, sorted_: Sorted) -> tuple[str, ...]:
    """What there is to say before the answers are shown. It gives none of them away."""
    had, have = (len(dealt.lying(when, sorted_)) for when in TIMES)
    said = [
        ngettext("You sorted {n} others before the play.", "You sorted {n} others before the play.", had)
        .format(n=spelt(had)) if had
        else _("You sorted none before the play, so there will be nothing to lay them beside.")
    ]  # fmt: skip
    if have:
        here = ngettext("{n} of these is sorted so far.", "{n} of these are sorted so far.", have)
        said.append(here.format(n=capital(spelt(have))))
    return (
        _("Does one see better now what is at work somewhere else, or does one only say it more often? The two are "
          "counted apart. You need not do it; nothing on the other pages hangs on it."),
        " ".join(said),
    )  # fmt: skip


def kept(dealt: Dealt, sorted_: Sorted) -> Table | None:
    """What lies beside the record of it, line for line; None if nothing does."""
    rows = tuple(
        (_(WHEN[when]), pgettext("a case", "{where}: {text}").format(where=told(case.where), text=told(case.text)),
         BY_KIND[put].label)
        for when in TIMES
        for case, put in dealt.lying(when, sorted_)
    )
    if not rows:
        return None
    caption = ngettext("Beside the record: {n} case you sorted", "Beside the record: {n} cases you sorted", len(rows))
    head = (pgettext("head of a table", "when"), pgettext("head of a table", "case"),
            pgettext("head of a table", "tray"))  # fmt: skip
    return Table(caption.format(n=amount(len(rows))), head, rows)


def _two(value: float) -> str:
    """Two places, as statistics has it: no 0 before the point, a true minus."""
    rounded = round(value, 2) + 0.0
    if abs(rounded) == 1:
        return f"{rounded:.0f}".replace("-", "−")
    said = f"{abs(rounded):.2f}"
    return decimal(("−" if rounded < 0 else "") + (said[1:] if abs(rounded) < 1 else said))

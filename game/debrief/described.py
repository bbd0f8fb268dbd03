"""Findings that describe and do not test: rules guessed, doors of the twin, tokens in jar and behind curtain."""

from game.debrief.bars import RULES_FEW, RULES_MANY, joined, sign, too_few
from game.debrief.reading import Reading, Told
from game.debrief.stats import at_least, needed_above_guessing, often
from game.debrief.twin import TwinResult
from game.debrief.words import figure, listed
from game.language import N_, _, ngettext
from game.model.finding import Finding, Verdict

REGIMES = {"P": N_("the board"), "D": N_("dark glass"), "H": N_("the app")}


class Wall:
    """One kitchen wall: what was chalked beside what was true."""

    def __init__(self, told: Told) -> None:
        event = told.event
        self.n, self.ask, self.regime = told.n, event.what, event.why
        self.truth = dict(entry.split("=", 1) for entry in event.truth)
        self.said = {act: says for act, says in (v.split("=", 1) for v in event.values) if act in self.truth}

    @property
    def answered(self) -> int:
        return len(self.said)

    @property
    def hits(self) -> int:
        return sum(self.truth[act] == says for act, says in self.said.items())

    @property
    def uncounted(self) -> tuple[str, ...]:
        """The acts on this wall that never counted and that the player said something about."""
        return tuple(act for act in self.said if self.truth[act] == "uncounted")

    @property
    def believed(self) -> tuple[str, ...]:
        """The acts believed to count that never did."""
        return tuple(act for act in self.uncounted if self.said[act] != "uncounted")


def walls(reading: Reading) -> tuple[Wall, ...]:
    """Every wall that was chalked on."""
    return tuple(wall for wall in map(Wall, reading.answers("chalk")) if wall.answered)


def is_hidden(reading: Reading, wall: Wall) -> bool:
    """Was the wall about rules that were not posted? The rules keep such a regime's balance secret."""
    if wall.regime:
        return any(t.event.what == wall.regime and t.event.secret for t in reading.of("balance"))
    return "app" in wall.ask.split("_")


def rule_guess(reading: Reading) -> Finding:
    """RG = hits / rules guessed, on the walls about rules not shown; superstition = believed / uncounted.

    Where a play had no hidden rules, all walls count. Under 6 rules too few, under 9 counts only.
    """
    every = walls(reading)
    unseen = tuple(w for w in every if is_hidden(reading, w))
    used = unseen or every
    posted = tuple(w for w in every if w not in used)
    k, hits = sum(w.answered for w in used), sum(w.hits for w in used)
    uncounted, believed = sum(len(w.uncounted) for w in used), sum(len(w.believed) for w in used)
    verdict: Verdict = "too_few" if k < RULES_FEW else "counts_only" if k < RULES_MANY else "described"
    enough = verdict != "too_few"
    p = at_least(hits, k, 1 / 3) if verdict == "described" else None
    above = verdict == "described" and hits >= needed_above_guessing(k)
    luck = _("Guessing alone gets that many {often}: this is above guessing.") if above else \
        _("Guessing alone gets that many {often}.")  # fmt: skip
    says = joined(_guessed(k, hits, unseen=bool(unseen)), _believed(uncounted, believed),
                  "" if p is None else luck.format(often=often(p)))  # fmt: skip
    value = hits / k if enough else None
    return Finding(
        id="rule_guess",
        concept="rules",
        verdict=verdict,
        direction=sign(value),
        n=k,
        value=value,
        counts={
            "rules": k, "hits": hits, "uncounted": uncounted, "believed": believed,
            "posted_rules": sum(w.answered for w in posted), "posted_hits": sum(w.hits for w in posted),
        },
        p=p,
        statement=says if enough else too_few(
            k, _("No rules chalked on the wall to compare here: nothing to say."),
            ngettext("Only {n} rule chalked on the wall: too few to say.",
                     "Only {n} rules chalked on the wall: too few to say.", k),
        ),
        caveat=joined(
            _("Six to eight rules are enough to count, not to conclude.") if verdict == "counts_only" else "",
            _("A right guess may be luck, or a rule carried over from the board; the wall cannot tell. What was "
              "chalked need not have been believed, or gone by."),
        ),
        evidence=tuple(w.n for w in used),
        sources=(_("Hvistendahl 2017 and Ahmed 2017, in Aldendorff 2019, sections 2 and 3.2"),),
    )  # fmt: skip


def _guessed(k: int, hits: int, *, unseen: bool) -> str:
    """How many of the rules were chalked right."""
    if unseen:
        says = ngettext("Of {n} rule that nobody showed you, you chalked {hits} right.",
                        "Of {n} rules that nobody showed you, you chalked {hits} right.", k)  # fmt: skip
    else:
        says = ngettext("Of {n} rule you chalked {hits} right.", "Of {n} rules you chalked {hits} right.", k)
    return says.format(n=figure(k), hits=hits)


def _believed(uncounted: int, believed: int) -> str:
    """How many of the acts that never counted were chalked as if they did."""
    if not believed:
        says = ngettext("Of the {n} act that never counted, you chalked none as if they did.",
                        "Of the {n} acts that never counted, you chalked none as if they did.", uncounted)
    elif believed == 1:
        says = ngettext("Of the {n} act that never counted, you chalked {believed} as if it did.",
                        "Of the {n} acts that never counted, you chalked {believed} as if it did.", uncounted)
    else:
        says = ngettext("Of the {n} act that never counted, you chalked {believed} as if they did.",
                        "Of the {n} acts that never counted, you chalked {believed} as if they did.", uncounted)
    return says.format(n=figure(uncounted), believed=believed)


def sorting_gap(reading: Reading, twin: TwinResult | None) -> Finding:
    """SG = L(choices, other file) - L(choices, own file); L = doors opened / doors tried."""
    evidence = tuple(dict.fromkeys(t.n for t in reading.of("judged")))
    verdict: Verdict = "too_few"
    value: float | None = None
    counts: dict[str, int] = {}
    statement = _("The twin has not been run: nothing to say.")
    if twin is not None:
        own, other = twin.own, twin.other
        counts = {
            "opened": own.opened, "tried": own.tried, "twin_opened": other.opened, "twin_tried": other.tried,
            "coins": own.coins, "twin_coins": other.coins, "moments": twin.moments,
            "substitutions": len(twin.blocked), "only_own": len(twin.only_own), "only_twin": len(twin.only_twin),
        }  # fmt: skip
        if own.tried and other.tried:
            value = other.opened / other.tried - own.opened / own.tried if twin.liveable else None
            verdict = "described" if twin.liveable else "counts_only"
        choices = ngettext("{n} choice", "{n} choices", twin.moments).format(n=figure(twin.moments))
        statement = ngettext(
            "The same {choices}, another file: {opened} of {n} door opened to you, {other} of {all} to your twin.",
            "The same {choices}, another file: {opened} of {n} doors opened to you, {other} of {all} to your twin.",
            own.tried,
        ) if twin.liveable else _(
            "The twin could not live your life. {blocked} of {choices} were shut to it, so that no doors are laid side "
            "by side."
        )  # fmt: skip
        statement = statement.format(choices=choices, opened=own.opened, n=figure(own.tried), other=other.opened,
                                     all=other.tried, blocked=len(twin.blocked))  # fmt: skip
    return Finding(
        id="sorting_gap",
        concept="lyon",
        verdict=verdict,
        direction=sign(value),
        n=counts.get("tried", 0),
        value=value,
        counts=counts,
        p=None,
        statement=statement,
        caveat=_("The gap is exact, and it is about the rules, not about you. It says nothing on how common such "
                 "rules are, or on why anybody wrote them."),
        evidence=evidence,
        sources=(_("Lyon 2003, in Aldendorff 2019, section 7"),),
    )


def tokens(reading: Reading) -> dict[str, tuple[Told | None, Told | None]]:
    """Condition -> (token in the jar, token behind the curtain); None where none was given."""
    out: dict[str, tuple[Told | None, Told | None]] = {}
    for at, kind in enumerate(("jar", "curtain")):
        for told in reading.answers(kind):
            if told.event.values:
                about = reading.conditions.get(told.event.truth[0], told.lived)
                jar, curtain = out.get(about, (None, None))
                out[about] = (told, curtain) if at == 0 else (jar, told)
    return out


def approval(reading: Reading) -> Finding:
    """Gap = public - private, five points a regime; the mean over the regimes with both tokens."""
    given = tokens(reading)
    both = {c: (int(j.event.values[0]), int(p.event.values[0])) for c, (j, p) in given.items() if j and p}
    value = sum(j - p for j, p in both.values()) / len(both) if both else None
    counts: dict[str, int] = {}
    for condition, (jar, curtain) in given.items():
        for name, told in (("public", jar), ("private", curtain)):
            if told:
                counts[f"{name}_{condition}"] = int(told.event.values[0])
    got = _("{system} got {jar} of 5 in the jar and {curtain} behind the curtain")
    parts = [got.format(system=_(REGIMES.get(c, c)), jar=j, curtain=p) for c, (j, p) in both.items()]
    return Finding(
        id="approval",
        concept="approval",
        verdict="described" if both else "too_few",
        direction=sign(value),
        n=len(both),
        value=value,
        counts=counts,
        p=None,
        statement=_("From you, {tokens}.").format(tokens=listed(parts)) if both else
        _("No pair of tokens to compare: nothing to say."),
        caveat=_("A token after a game is not an opinion about a country, and a difference between jar and curtain may "
                 "be caution, courtesy or second thoughts."),
        evidence=tuple(sorted(t.n for pair in given.values() for t in pair if t)),
        sources=(
            _("Kostka 2019, doi 10.1177/1461444819826402"),
            _("Robinson and Tannenberg 2019, doi 10.1177/2053168019856449"),
            _("Shen and Truex 2020"),
        ),
    )  # fmt: skip

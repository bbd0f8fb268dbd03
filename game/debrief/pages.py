"""The debrief as data, page by page. The screen and the printed report draw these and add no word of their own."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.debrief import alone, everything, plots
from game.debrief.cards import Card, cards
from game.debrief.charts import Bar, Bars, Table
from game.debrief.described import tokens
from game.debrief.filed import filed
from game.debrief.findings import comparisons, findings
from game.debrief.names import Names
from game.debrief.norm_page import norm
from game.debrief.page import Desk, Page, page
from game.debrief.pairs import Pairs
from game.debrief.projected import with_projector
from game.debrief.reading import CONDITIONS, Reading, read
from game.debrief.room import note, with_room
from game.debrief.twin import CannotReplay, TwinResult
from game.debrief.twin_page import the_twin
from game.debrief.twins import Twins
from game.debrief.words import amount, out_of, spelt, times
from game.language import _, ngettext, pgettext
from game.model.content import Pack
from game.model.finding import Finding
from game.model.projected import Projected
from game.model.record import Record
from game.model.vote import Votes


@dataclass(frozen=True, slots=True)
class Debrief:
    """All that is shown after a play."""

    record: Record
    findings: tuple[Finding, ...]
    twin: TwinResult | None
    cards: dict[int, Card]
    pages: tuple[Page, ...]
    notes: tuple[str, ...]  # what is to be said about the record itself


def debrief(
    record: Record, pack: Pack, votes: Votes | None = None, projected: Projected | None = None, *, roomed: bool = False
) -> Debrief:
    """Lay out the debrief of any record; the twin may be missing. `roomed`: a room's computer has the record too."""
    reading, names = read(record), Names(pack)
    every = cards(reading, names)
    twins, missing = None, ""
    try:
        twins = Twins(pack, record, names, every) if record.lines else None
    except CannotReplay as no:
        missing = str(no)
    run = twins.default if twins else None
    found = findings(record, run)
    by_id = {f.id: f for f in found}
    desk = Desk(reading, names, by_id, every, run, roomed)
    compared = comparisons(found).says
    pages: tuple[Page, ...] = (
        first(desk, compared),
        watch(desk),
        norm(desk),
        the_twin(desk, twins, missing),
        liked(desk),
        *everything.pages(desk),
    )
    pages = tuple(filed(desk, one) if one.id == "twin" else one for one in pages)
    if alone.lived_alone(reading):
        pages = alone.pages(desk, pages)
    pages = with_projector(with_room(pages, desk, votes), desk, projected)
    return Debrief(record, found, run, every, pages, (*_notes(record), *note(votes)))


def _notes(record: Record) -> tuple[str, ...]:
    notes = []
    if record.torn:
        notes.append(_("The last line of this record was cut short and has been left out."))
    if record.header.setup.untimed:
        notes.append(_("This play was untimed: waiting cost no seconds."))
    if not any(e.did in ("ended", "revealed") for line in record.lines for e in line.events):
        notes.append(_("This play was not finished; the pages say what there is so far."))
    return tuple(notes)


def first(desk: Desk, compared: str) -> Page:
    """One sentence, one picture, one count, one question."""
    pairs = Pairs.of(desk.reading, "P", "H")
    chart = plots.dominoes(desk.reading, desk.names.family)
    telling = sorted(pairs.pairs, key=lambda p: p[0].event.keeps == p[1].event.keeps)[:1]
    same = _("By the list, you did the same in {part} of {whole}.").format(part=pairs.same, whole=pairs.n)
    lead = [same if pairs.n else _("There is no pair to lay side by side.")]
    lead += [_which_way(pairs)] if pairs.n > pairs.same else []
    bets = [t for t in desk.reading.of("answered") if t.event.what == "bet" and t.event.values]
    if bets and pairs.n:
        guess = int(bets[-1].event.values[0])
        other = sum(a.event.choice != b.event.choice for a, b in pairs.pairs)  # two ways to keep a rule are two choices
        apart = pairs.n - pairs.same
        bet = ngettext("You bet on {n} difference.", "You bet on {n} differences.", guess).format(n=amount(guess))
        found = ngettext("By the list there is {n}; choice by choice, {other}.",
                         "By the list there are {n}; choice by choice, {other}.", apart)  # fmt: skip
        lead.append(f"{bet} {found.format(n=apart, other=other)}")
    return page(
        desk,
        "first",
        _("Two towns"),
        _("Both towns judged these temptations by the same list; in one you could read it.") if pairs.n else
        _("This play met no temptation in both towns."),
        lead,
        charts=(chart,),
        found=("visible_hidden_difference",),
        beside=[desk.cards[t.n] for pair in telling for t in pair],
        cannot=(compared,),
        ask=(_("For a neighbour: which town treated you better, which would you live in, and if they differ, why?"),),
    )


def _which_way(pairs: Pairs) -> str:
    """In which of the two towns the rule was kept, where it was kept in one of them."""
    posted, hidden = pairs.first, pairs.second
    if posted and hidden:
        return _("In {posted} you did what the board asks only where you could read it, in {hidden} only where it was "
                 "hidden.").format(posted=spelt(posted), hidden=spelt(hidden))  # fmt: skip
    if not pairs.same:
        return (_("In each of them you did what the board asks only where you could read it.") if posted
                else _("In each of them you did what the board asks only where it was hidden."))  # fmt: skip
    n = posted + hidden
    which = (
        ngettext("In the other {n} you did what the board asks only where you could read it.",
                 "In the other {n} you did what the board asks only where you could read it.", n)
        if posted else
        ngettext("In the other {n} you did what the board asks only where it was hidden.",
                 "In the other {n} you did what the board asks only where it was hidden.", n)
    )  # fmt: skip
    return which.format(n=spelt(n))


TELLING = ((True, False), (False, True), (False, False), (True, True))
"""Kept or not, looked at or not, in the order in which a moment under dark glass says most."""


def watch(desk: Desk) -> Page:
    """Bentham, and over the same dots where Foucault begins; the norm goes on from there."""
    reading, names = desk.reading, desk.names
    counts = desk.found["illusion_dividend"].counts
    n, looks, kept = counts["pairs"], counts["looks"], counts["kept_dark"]
    headline = _("No day under dark glass to speak of.")
    if n:
        headline = _("Under dark glass you were looked at {looks} in {n}; you did what the board asks {kept}.").format(
            looks=times(looks), n=n, kept=times(kept))  # fmt: skip
    lead = []
    if n:
        before = _("In the same temptations, with nothing to watch you: {times}.")
        lead.append(before.format(times=times(counts["kept_before"])))
        if looks:
            came = ngettext("That is what {n} real look came with.", "That is what {n} real looks came with.", looks)
            lead.append(f"{_unseen(counts['extra_unseen'])} {came.format(n=amount(looks))}")
        lead.append(
            _("For Bentham the tower may stand empty: who cannot check has to reckon with a look. Foucault's question "
              "begins where that one ends: what stays when the tower is known to be empty? The next page asks it.")
        )  # fmt: skip
    if "chair" in desk.found:
        lead.append(_in_the_chair(desk.found["chair"].counts))
    dots = plots.dots(reading, names.family, names.condition)
    charts = (
        dots,
        plots.kept_bars(reading, names.condition),
        plots.plan(dots),
        plots.peg_rows(reading, names.condition),
    )
    dark = [c for c in desk.cards.values() if c.condition == "D" and c.kept is not None]
    telling = [next((c for c in dark if (c.kept, c.looked) == side), None) for side in TELLING]
    return page(
        desk, "watch", _("The watch"), headline, lead, charts=charts,
        tables=(plots.apart(reading, names.condition),), beside=[c for c in telling if c],
        found=(
            "illusion_dividend", "surveillance_effect",
            *(["chair"] if "chair" in desk.found else []),
        ),
        cannot=(
            _("Moments in a game are not a life. You knew that you were playing, and somebody set the scene."),
            _("To keep a rule can be care and it can be cruelty; the counts for kind and for harmful rules stand "
              "apart."),
            _("Whether the picture of the tower fits at all is disputed: Haggerty (2006) would take it down."),
        ),
        ask=(_("What did the dark glass add that the clerk did not?"),),
    )  # fmt: skip


def _unseen(extra: int) -> str:
    """How often the rule was kept where nobody looked, against before."""
    n = abs(extra)
    if extra > 0:
        more = ngettext("In the moments that nobody looked at, you did it {n} time more than before.",
                        "In the moments that nobody looked at, you did it {n} times more than before.", n)  # fmt: skip
    elif extra < 0:
        more = ngettext("In the moments that nobody looked at, you did it {n} time fewer than before.",
                        "In the moments that nobody looked at, you did it {n} times fewer than before.", n)  # fmt: skip
    else:
        return _("In the moments that nobody looked at, you did it as often as before.")
    return more.format(n=amount(n))


def _in_the_chair(sat: Mapping[str, int]) -> str:
    looked = ngettext("You looked at {n} window and stamped {stamped}; {own} of these showed what you had done "
                      "yourself.",
                      "You looked at {n} windows and stamped {stamped}; {own} of these showed what you had done "
                      "yourself.", sat["looked"]).format(
        n=amount(sat["looked"]),
        stamped=sat["stamped"] or pgettext("stamped", "none"),
        own=spelt(sat["looked_own"]) if sat["looked_own"] else pgettext("of these", "none"),
    )  # fmt: skip
    return _("Then you sat in the Lantern yourself. {looked}").format(looked=looked)


def liked(desk: Desk) -> Page:
    """What got better, counted; the tokens; the survey, with what has been learnt since."""
    reading, names = desk.reading, desk.names
    shops = shopping(reading, names)
    headline = _better(reading)
    rows = []
    given_by = tokens(reading)
    for condition in (c for c in CONDITIONS if c in given_by):
        pair = given_by[condition]
        for told, label in zip(pair, (_("{when}, in the jar"), _("{when}, behind the curtain")), strict=True):
            if told:
                given = int(told.event.values[0])
                rows.append(Bar(label.format(when=names.condition(condition)), given, 5, out_of(given, 5), condition))
    survey = Bars(
        _("The survey: 2,209 people asked online in China (Kostka 2019)"), "",
        (Bar(_("approve"), 80, 100, _("80 per cent"), ""), Bar(_("disapprove"), 1, 100, _("1 per cent"), "")),
    )  # fmt: skip
    lead = [
        _("Where people cannot trust the milk, the vaccine or the man who sells both, somebody who checks is welcome. "
          "That is the paper's first answer: a lack of trust, and real benefits."),
        _("In the survey, approval was strongest among the older, the richer, the better educated, among men and in "
          "the cities. More than 80 per cent took part in a commercial system, 7 per cent in a government's."),
        _("What is known since: in pilot cities 11 per cent knew they were enrolled (Trivium, on the 2018 survey). "
          "Among students 41 to 57 per cent approved, and one plan fell from 53 to 29 after pros and cons (Rieger "
          "2020). Word of repression cut support by 12 per cent (Xu 2022). How much people hold back in such surveys "
          "is disputed: by about 25 points (Robinson and Tannenberg 2019), or hardly (Shen and Truex 2020)."),
        _("There is no nationwide score of citizens; there are scattered databases of enforcement (Brussee 2023), and "
          "points schemes are peripheral and often ignored (Daum). The European Union has banned some social scoring "
          "since February 2025."),
    ]  # fmt: skip
    return page(
        desk, "liked", _("Why it is liked"), headline, lead,
        charts=(Bars(_("Your tokens"), _("five is: keep it"), tuple(rows)) if rows else None, survey),
        tables=(shops,) if shops.rows else (), found=("approval",),
        cannot=(
            _("The town's trust is a number that we wrote, and it rises under posted rules because the game says so. "
              "It shows the argument; it is no evidence for it."),
            _("It was one survey, taken online; how freely people answer such a survey is disputed."),
        ),
        ask=(
            _("80 in 100 approve: benefits, a lack of trust, the way it is told, or fear? What would tell these "
              "apart?"),
        ),
    )  # fmt: skip


def _better(reading: Reading) -> str:
    """The gain in a sentence: purchases that went wrong if any did, else the town's trust."""
    sides = []
    for condition in ("U0", "P"):
        bought = [t.event.amount for t in reading.of("tried") if t.lived == condition]
        trust = [t.event.amount for t in reading.of("trust") if t.lived == condition]
        sides.append((bought, trust))
    (before, trusted), (posted, trusts) = sides
    if before and posted and sum(before) + sum(posted):
        free = ngettext("{bad} of {n} purchase before any rule", "{bad} of {n} purchases before any rule", len(before))
        ruled = ngettext("{bad} of {n} purchase with rules posted", "{bad} of {n} purchases with rules posted",
                         len(posted))  # fmt: skip
        return _("You were cheated in {before} and {posted}.").format(
            before=free.format(bad=sum(before), n=amount(len(before))),
            posted=ruled.format(bad=sum(posted), n=amount(len(posted))),
        )
    if trusted and trusts:
        stood = _("Of a hundred, the town's trust stood at {before} before any rule and {posted} with rules posted.")
        return stood.format(before=trusted[-1], posted=trusts[-1])
    return _("What got better for you, counted.")


def shopping(reading: Reading, names: Names) -> Table:
    """Purchases in which one could be cheated, and the town's trust, by condition in the order lived."""
    rows = []
    lived = tuple(dict.fromkeys(t.lived for t in reading.of("dawned")))
    for condition in lived:
        bought = [t for t in reading.of("tried") if t.lived == condition]
        # What moves before the first day is told belongs to its morning.
        trust = [t.event.amount for t in reading.of("trust") if (t.lived or lived[0]) == condition]
        cheated = sum(t.event.amount for t in bought)
        rows.append(
            (names.condition(condition), str(len(bought)), str(cheated), str(trust[-1]) if trust else _("as it was"))
        )
    when, trusts = pgettext("head of a table", "when"), _("the town's trust (of 100)")
    if not reading.of("tried"):
        return Table(_("Trust in town"), (when, trusts), tuple((row[0], row[3]) for row in rows))
    head = (when, pgettext("head of a table", "purchases"), pgettext("head of a table", "cheated"), trusts)
    return Table(_("Cheated, and trust in town"), head, tuple(rows))

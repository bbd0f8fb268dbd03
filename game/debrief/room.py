"""How a room split, computed from the votes that lie beside a record. Of a play that no room voted on there is none."""

from dataclasses import dataclass, replace
from fractions import Fraction

from game.debrief.cards import Card
from game.debrief.charts import Bar, Bars, Table
from game.debrief.page import Desk, Page, page
from game.debrief.reading import Told
from game.debrief.words import amount, listed
from game.language import N_, _, ngettext, pgettext, told
from game.model.vote import Vote, Votes, decide

HOW = {"most": N_("most votes"), "coin": N_("a coin"), "hand": N_("the lecturer")}
POSTED, HIDDEN = "P", "H"
NO_SAMPLE = N_("It is the room, and not a sample of anybody else: no interval stands beside these counts.")
SEEN = N_("Hands in the air are seen. How a room votes in the open is not how each would choose alone.")
UNSEEN = N_("Phones were counted, not people: a neighbour may look on, and whoever has two votes twice.")
CHANGING = N_("Not everybody voted each time, so that two counts need not be of the same people.")


@dataclass(frozen=True, slots=True)
class Split:
    """One vote that fits a moment of the record. `keep` of `hands` went to what the list asks; None: not compared."""

    card: Card
    family: str
    condition: str
    counts: tuple[tuple[str, int], ...]  # words of a choice, hands
    blank: int
    how: str
    keep: int | None
    phones: int = 0  # of all, blank ones too

    @property
    def hands(self) -> int:
        """All hands that were raised for something, and all phones that voted for something."""
        return sum(hands for _text, hands in self.counts)

    @property
    def lead(self) -> Fraction:
        """By what part of the hands the first choice was ahead of the second: nought is a tie."""
        ranked = sorted((hands for _text, hands in self.counts), reverse=True)
        return Fraction(ranked[0] - (ranked[1] if len(ranked) > 1 else 0), self.hands)

    @property
    def figure(self) -> str:
        """The hands in the order of the choices."""
        return " : ".join(str(hands) for _text, hands in self.counts)

    @property
    def came(self) -> str:
        """From what the counts came."""
        by_hand = self.hands + self.blank - self.phones
        phones = ngettext("{n} phone", "{n} phones", self.phones).format(n=self.phones)
        hands = ngettext("{n} hand", "{n} hands", by_hand).format(n=by_hand)
        return listed([phones, hands]) if self.phones and by_hand else phones if self.phones else hands

    @property
    def share(self) -> Fraction:
        """The part of the hands that went to what the list asks."""
        return Fraction(self.keep or 0, self.hands)


def splits(desk: Desk, votes: Votes) -> tuple[Split, ...]:
    """The votes that fit the record, in its order; a vote on a line that says otherwise is another play's."""
    by_line = {vote.n: vote for vote in votes.votes}
    made = (_split(desk, one, by_line[one.n]) for one in desk.reading.chosen if one.n in by_line)
    return tuple(one for one in made if one is not None)


def _split(desk: Desk, one: Told, vote: Vote) -> Split | None:
    shown = one.shown
    if shown is None or vote.took != one.event.choice or one.n not in desk.cards:
        return None
    there = {option.id: told(option.text) for option in shown.options}
    if not set(vote.counts) <= set(there) or not sum(vote.counts.values()):
        return None
    found = decide(vote.counts)
    if found != vote.took and vote.took not in getattr(found, "among", ()):
        return None  # the room did not choose that
    keep = None
    if one.event.keeps is not None and one.event.family in desk.names.pack.families:
        roles = desk.names.pack.families[one.event.family].choices
        asked = {role.id for role in roles if role.keeps}
        keep = sum(hands for choice, hands in vote.counts.items() if choice in asked)
    counts = tuple((text, vote.counts[choice]) for choice, text in there.items() if choice in vote.counts)
    how = vote.how if found != vote.took else "most"
    return Split(desk.cards[one.n], one.event.family if keep is not None else "", one.event.condition, counts,
                 vote.blank, how, keep, vote.phones)  # fmt: skip


def room(desk: Desk, votes: Votes) -> Page:
    """Where the room was most divided, and where it voted otherwise under posted and under hidden rules."""
    found = splits(desk, votes)
    all_ = len(desk.reading.chosen)
    if not found:
        return page(desk, "room", _("The room"), _("No votes were counted in this play."), (),
                    cannot=(_(NO_SAMPLE), _(SEEN)))  # fmt: skip
    closest = min(found, key=lambda one: (one.lead, one.card.n))
    if closest.lead == 1:
        headline = _("The room was of one mind each time it voted.")
    else:
        headline = _("Most divided: {moment}, {when}, {figure}.").format(
            moment=closest.card.title, when=closest.card.when, figure=closest.figure)  # fmt: skip
    pairs = _pairs(found)
    phones = sum(one.phones for one in found)
    counted = " ".join(filter(None, (_counted(found, all_), _came(found) if phones else "")))
    lead = [counted, *([_compared(pairs)] if pairs else [_("No temptation was voted on in both towns.")])]
    picture = Bars(
        closest.card.title, _("votes"),
        tuple(Bar(text, hands, closest.hands, str(hands), closest.condition) for text, hands in closest.counts),
    ) if closest.lead < 1 else None  # fmt: skip
    return page(
        desk, "room", _("The room"), headline, lead, charts=(picture, _bars(desk, pairs) if pairs else None),
        tables=(_table(found),), moments=tuple(one.card for one in found),
        cannot=(
            _(NO_SAMPLE), *([_(UNSEEN)] if phones else []),
            *([_(SEEN)] if any(one.phones < one.hands + one.blank for one in found) else []),
            _(CHANGING),
        ),
        ask=(_("Where the room split: what did the smaller part see?"),),
    )  # fmt: skip


def _counted(found: tuple[Split, ...], all_: int) -> str:
    low, high = min(one.hands for one in found), max(one.hands for one in found)
    said = ngettext("The room voted on {part} of {n} choice", "The room voted on {part} of {n} choices", all_).format(
        part=len(found), n=amount(all_))  # fmt: skip
    hands = _("{low} to {high} votes").format(low=low, high=high) if low < high else ngettext(
        "{n} vote", "{n} votes", low).format(n=amount(low))  # fmt: skip
    tied = sum(one.how != "most" for one in found)
    ties = ngettext("{n} tie was decided by {who}", "{n} ties were decided by {who}", tied).format(
        n=amount(tied), who=listed(sorted({_(HOW[one.how]) for one in found if one.how != "most"})))  # fmt: skip
    return _("{said}, with {hands} each time; {ties}.").format(said=said, hands=hands, ties=ties) if tied else _(
        "{said}, with {hands} each time; no tie.").format(said=said, hands=hands)  # fmt: skip


def _came(found: tuple[Split, ...]) -> str:
    phones, all_ = sum(one.phones for one in found), sum(one.hands + one.blank for one in found)
    if phones == all_:
        return _("All were sent from phones.")
    return ngettext("{part} of {n} was sent from a phone, the others were hands.",
                    "{part} of {n} were sent from phones, the others were hands.", phones).format(part=phones, n=all_)


def _pairs(found: tuple[Split, ...]) -> tuple[tuple[Split, Split], ...]:
    """Each temptation that was voted on under posted rules and under hidden ones."""
    sides: dict[str, dict[str, Split]] = {POSTED: {}, HIDDEN: {}}
    for one in found:
        if one.keep is not None and one.condition in sides:
            sides[one.condition].setdefault(one.family, one)
    return tuple((one, sides[HIDDEN][family]) for family, one in sides[POSTED].items() if family in sides[HIDDEN])


def _compared(pairs: tuple[tuple[Split, Split], ...]) -> str:
    more = [a.card.title for a, b in pairs if a.share > b.share]
    fewer = [a.card.title for a, b in pairs if a.share < b.share]
    same = len(pairs) - len(more) - len(fewer)
    parts = [ngettext("{n} temptation was voted on in both towns.", "{n} temptations were voted on in both towns.",
                      len(pairs)).format(n=amount(len(pairs)))]  # fmt: skip
    if more:
        parts.append(_("With rules posted, a larger part of the votes went to what the list asks in: {which}.").format(
            which=listed(more)))  # fmt: skip
    if fewer:
        parts.append(_("With rules hidden, it did in: {which}.").format(which=listed(fewer)))
    if same:
        parts.append(_("As large in both: {n}.").format(n=amount(same)))
    return " ".join(parts)


def _bars(desk: Desk, pairs: tuple[tuple[Split, Split], ...]) -> Bars:
    bars = []
    for pair in pairs:
        for one in pair:
            label = _("{moment}, {when}").format(moment=desk.names.family(one.family),
                                                 when=desk.names.condition(one.condition))  # fmt: skip
            figure = _("{part} of {n}").format(part=one.keep, n=one.hands)
            bars.append(Bar(label, one.keep or 0, one.hands, figure, one.condition))
    return Bars(_("Votes for what the list asks, posted and hidden"), _("The same list in both towns."), tuple(bars))


def _table(found: tuple[Split, ...]) -> Table:
    rows = []
    for one in found:
        each = "; ".join(_("{choice}: {hands}").format(choice=text, hands=hands) for text, hands in one.counts)
        rows.append((str(one.card.day), one.card.title, one.card.when, each, str(one.blank), one.came, _(HOW[one.how])))
    head = (
        pgettext("head of a table", "day"), pgettext("head of a table", "moment"), pgettext("head of a table", "when"),
        _("votes"), _("blank"), _("counted"), _("decided by"),
    )  # fmt: skip
    return Table(_("Every vote"), head, tuple(rows))


def with_room(pages: tuple[Page, ...], desk: Desk, votes: Votes | None) -> tuple[Page, ...]:
    """The pages, and the room's after the first where a room has voted."""
    if votes is None:
        return pages
    return (pages[0], replace(room(desk, votes), group=""), *pages[1:])


def note(votes: Votes | None) -> tuple[str, ...]:
    """What is to be said of a record that a room has lived."""
    if votes is None:
        return ()
    return (_("A room lived this life together. Its figures are the room’s and no person’s; only the twin, which runs "
              "the rules again, is what it is for one player."),)  # fmt: skip

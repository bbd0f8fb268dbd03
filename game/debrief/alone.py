"""The debrief of a play that lived under one condition, as of one chapter by itself.

Nothing can be laid beside anything there. So what compares is left out, and the day itself comes first: what was done,
what ran, what each system made of it.
"""

from collections.abc import Sequence
from dataclasses import replace

from game.debrief import plots
from game.debrief.bars import joined
from game.debrief.charts import Table
from game.debrief.described import walls
from game.debrief.everything import mirror
from game.debrief.facets import small_the
from game.debrief.filed import table
from game.debrief.others import said
from game.debrief.page import Desk, Page, page
from game.debrief.reading import Reading
from game.debrief.words import capital, figure, listed, spelt
from game.language import N_, _, ngettext, told
from game.rules.regime import shown_of

WHERE = {
    "U0": N_("before any rule"), "P": N_("under posted rules"), "D": N_("under dark glass"),
    "UV": N_("after the board"), "H": N_("under the app"), "UH": N_("with the app off"),
}  # fmt: skip
AFTERWARDS = N_("What the board asks is laid over these moments only here, and only to be able to speak of them.")
RAN = {
    "U0": (N_("Nothing was posted and nobody counted."), AFTERWARDS),
    "P": (N_("The list hung on the board, for everybody to read, and somebody was looking each time."),),
    "UV": (N_("The board was gone, nothing was counted and nobody looked."), AFTERWARDS),
    "H": (N_("The board’s list counted here as well. It hung nowhere; what you saw was an arrow."),),
    "UH": (N_("The app was off and nothing was counted."), AFTERWARDS),
}
"""What there was of rules and looks. Under dark glass it depends on the looks."""

ASK = {
    "U0": N_("Who kept whom honest on this street, and what did it cost them?"),
    "P": N_("Which of these would you have done without the board, and how would one find out?"),
    "D": N_("What did the dark glass add that the clerk did not?"),
    "UV": N_("The tower was known to be empty. What stayed all the same, and whose was it?"),
    "H": N_("Where did the phone make a decision easy, and who had decided?"),
    "UH": N_("The phone was off. What went on without it?"),
}
TALK = {"U0": (), "P": (7,), "D": (1, 7), "UV": (10,), "H": (7, 9), "UH": (9, 10)}
"""Of the last page's questions those that only make sense where this was lived; by their places."""
COMMON = (0, 3, 4, 5, 6, 11)
CHALK, TWIN = 2, 8
DOTS = N_("The temptations, in the order in which they came")
COUSIN = {"P": "board", "D": "glass", "H": "app"}
LIST = "list"  # it hangs in every chapter


def lived_alone(reading: Reading) -> str:
    """The condition that was all there was; "" if there were more of them, or a last day."""
    dawns = reading.of("dawned")
    lived = {t.lived for t in dawns}
    return lived.pop() if len(lived) == 1 and all(t.event.what != "last_day" for t in dawns) else ""


def pages(desk: Desk, every: Sequence[Page]) -> tuple[Page, ...]:
    """Of all pages those that have something to say, with the day before them."""
    condition = lived_alone(desk.reading)
    by = {one.id: replace(one, findings=tuple(f for f in one.findings if f.verdict != "too_few")) for one in every}
    run = desk.twin
    twins = bool(run and (run.parted or run.blocked or run.rules or run.own.tried))
    said_here = [replace(by["others"], group="")]
    said_here += [by["twin"]] if twins else []
    said_here.append(replace(by["liked"], headline=_better(desk.reading)))
    unseen = by["unseen"]
    if not any(t.event.what == "suspected" for t in desk.reading.of("answered")):  # nobody was asked for a guess
        unseen = replace(unseen, cannot=())
    behind = [unseen] if condition == "H" else []
    behind.append(by["days"])
    behind += [by["nudges"]] if by["nudges"].tables else []
    behind += _rules(desk, by["rules"], condition)
    day = _day(desk, condition, by)
    if not twins:  # what one was put at has no other page
        day = replace(day, tables=(*day.tables, *table(desk)))
    check = [by["check"]] if "check" in by else []
    return (day, *said_here, *behind, by["kept"], *check, _talk(desk, by["talk"], condition, twins=twins),
            by["receipt"])  # fmt: skip


def _day(desk: Desk, condition: str, by: dict[str, Page]) -> Page:
    """What was done, and what ran meanwhile."""
    reading, names = desk.reading, desk.names
    met = reading.matched
    kept = sum(bool(t.event.keeps) for t in met)
    where = _(WHERE[condition]) if condition in WHERE else names.condition(condition)
    headline = _("Lived {where}, with nothing in it that the board asks for.").format(where=where)
    if met:
        headline = ngettext("{n} temptation {where}; {did}.", "{n} temptations {where}; {did}.", len(met))
        headline = capital(headline.format(n=spelt(len(met)), where=where, did=_did(kept, len(met))))
    looks = sum(bool(t.event.watched) for t in met)
    dark = _("The board’s list counted where somebody looked: at {n} of these {all}. From below one could not tell at "
             "which.") if looks else \
        _("The board’s list counted where somebody looked: at none of these {all}. From below one could not tell at "
          "which.")  # fmt: skip
    ran = " ".join(map(_, RAN.get(condition, ())))
    lead = [dark.format(n=spelt(looks), all=spelt(len(met))) if condition == "D" else ran]
    lead += [_closed(desk, condition), _beside(by["others"])]
    chapters = list(dict.fromkeys(t.event.what for t in reading.of("dawned")))
    known = names.pack.chapters.get(chapters[0]) if len(chapters) == 1 else None
    tables = (plots.apart(reading, names.condition),)
    dots = plots.dots(reading, names.family, names.condition)
    return page(
        desk, "alone", told(known.name) if known else capital(names.condition(condition)), headline,
        [line for line in lead if line],
        charts=(replace(dots, title=_(DOTS)) if dots else None, plots.peg_rows(reading, names.condition)),
        tables=tuple(t for t in tables if t.rows), found=("chair",) if "chair" in desk.found else (),
        moments=[desk.cards[t.n] for t in met if t.n in desk.cards],
        cannot=(
            _("One chapter shows what was done, and not what made the difference. For that the same temptations have "
              "to come again under another order of things, as they do in the lesson."),
            _("Moments in a game are not a life. You knew that you were playing, and somebody set the scene."),
        ),
        ask=(_(ASK[condition]),) if condition in ASK else (),
    )  # fmt: skip


def _did(kept: int, met: int) -> str:
    """In how many of so many the board's wish was done."""
    if not kept:
        return _("you never did what the board asks")
    if kept == met:
        return _("each time you did what the board asks")
    if kept == 1:
        return _("once you did what the board asks")
    if kept == 2:
        return _("twice you did what the board asks")
    return _("{n} times you did what the board asks").format(n=spelt(kept))


def _closed(desk: Desk, condition: str) -> str:
    """What the day's own regime made of it, and which doors that opened."""
    run, pack = desk.twin, desk.names.pack
    last = run.own.days[-1] if run and run.own.days else None
    if run is None or last is None or last.points is None or last.regime not in pack.regimes:
        return ""
    regime = pack.regimes[last.regime]
    close, mark = _("{system} closed at {mark}."), said(regime, last.points)
    shown = shown_of(regime, last.points)
    if condition == "H":
        close, mark = _("{system} closed at {mark}, and kept that to itself."), str(last.points)
    elif shown and shown.points is not None and shown.grade:
        mark = _("{points} and {grade}").format(points=figure(shown.points), grade=told(shown.grade))
    close = close.format(system=told(regime.name), mark=mark)
    if not run.own.tried:
        return close
    tried, opened = run.own.tried, run.own.opened
    doors = _("{n} of {all} doors opened.")
    if opened in (0, tried):
        doors = _("All of {all} doors opened.") if opened else _("None of {all} doors opened.")
    return joined(close, capital(doors.format(n=spelt(opened), all=spelt(tried))))


def _beside(others: Page) -> str:
    """The systems that had one in their books besides."""
    if others.life is None:
        return ""
    there = [small_the(s.regime) for s in others.life.every.systems if s.lived is not None and s.regime.side]
    books = ngettext("In the books of {systems}, too: what it made of you stands under Other systems.",
                     "In the books of {systems}, too: what each made of you stands under Other systems.", len(there))
    return books.format(systems=listed(there)) if there else ""


def _better(reading: Reading) -> str:
    """The gain of one condition has nothing to be compared with: what it was, as it stood."""
    bought = [t.event.amount for t in reading.of("tried")]
    trust = [t.event.amount for t in reading.of("trust")]
    if sum(bought):
        cheated = ngettext("You were cheated in {n} of {all} purchase.", "You were cheated in {n} of {all} purchases.",
                           len(bought))  # fmt: skip
        return cheated.format(n=sum(bought), all=figure(len(bought)))
    if trust:
        return _("Of a hundred, the town's trust stood at {n}.").format(n=trust[-1])
    return _("A survey, and what is known since.")


def _rules(desk: Desk, rules: Page, condition: str) -> list[Page]:
    """The rules that counted here; no page where none did."""
    own = tuple(_filled(t) for t in rules.tables if t.caption != mirror().caption)
    if not own:
        return []
    cousins = mirror((COUSIN.get(condition, ""), LIST))
    ask = rules.ask if walls(desk.reading) else (_("Which of these rules would you keep, and who should be asked?"),)
    return [replace(rules, tables=(*own, cousins), ask=ask)]


def _filled(table: Table) -> Table:
    """A table without the columns in which nothing stands."""
    use = [at for at in range(len(table.head)) if any(row[at] for row in table.rows)]
    return replace(table, head=tuple(table.head[at] for at in use), rows=tuple(
        tuple(row[at] for at in use) for row in table.rows
    ))


def _talk(desk: Desk, talk: Page, condition: str, *, twins: bool) -> Page:
    """The questions that somebody can answer who saw only this."""
    places = {*COMMON, *TALK.get(condition, ())}
    places |= {CHALK} if walls(desk.reading) else set()
    places |= {TWIN} if twins else set()
    ask = tuple(talk.ask[place] for place in sorted(places))
    headline = ngettext("{n} question. Argue against this reading.", "{n} questions. Argue against this reading.",
                        len(ask)).format(n=spelt(len(ask)))  # fmt: skip
    return replace(talk, headline=capital(headline), ask=ask)

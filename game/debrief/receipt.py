"""The till receipt at the end: what can be counted and means nothing in particular. No score, no total, no name."""

from collections.abc import Collection, Iterable

from game.debrief.chair import WINDOWS
from game.debrief.described import walls
from game.debrief.page import Desk, Page, page
from game.debrief.reading import Reading, Told
from game.debrief.slip import Entry, Receipt
from game.debrief.words import amount, out_of
from game.language import _, pgettext

MOST = 14


def receipt_page(desk: Desk) -> Page:
    """The last page. Its lines are struck on the screen; on paper all of them stand."""
    made = receipt(desk)
    lines = sorted({n for entry in made.entries for n in entry.evidence if n in desk.cards})
    return page(
        desk, "receipt", _("The receipt"), _("Your receipt."),
        [_("Everything on it was counted, and none of it was marked.")],
        receipt=made, moments=tuple(desk.cards[n] for n in lines), group="everything",
    )  # fmt: skip


def receipt(desk: Desk) -> Receipt:
    """Count, and leave out what is nought and dull. The last line is about this program."""
    reading = desk.reading
    lived = {t.lived for t in reading.of("dawned")}
    found = [
        *_looks(reading, lived), _road(reading), _believed(reading), _lane(reading), _chair(reading), _tick(desk),
        _doors(reading), _names(reading),
        _roamed(reading, "feed_gulls", _("Times the gulls were fed"), _("They keep no list of it.")),
        _calls(reading), _pushes(desk), *_pavement(reading), _cheated(reading), _left(reading),
    ]  # fmt: skip
    entries = [entry for entry in found if entry is not None][: MOST - 1]
    kept = Entry("kept", _("Lines kept about you"), amount(len(reading.record.lines)),
                 _("This one is not among them."), ())  # fmt: skip
    return Receipt((*entries, kept))


def _at(told: Iterable[Told]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(t.n for t in told))


def _or_none(n: int) -> str:
    """A figure of the receipt; nought in a word."""
    return str(n or pgettext("a figure of the receipt", "none"))


def _looks(reading: Reading, lived: Collection[str]) -> list[Entry | None]:
    """Looks of one's own accord. None is worth a line where there was something to be looked at."""
    out: list[Entry | None] = []
    lines = reading.looks("line:")
    for what, label, where, none in (
        ("board", _("Looks at the board"), ("P",), _("It hung there all the same.")),
        ("phone", _("Looks at the phone"), ("H",), _("It managed.")),
        ("lantern", _("Looks at the Lantern"), ("P", "D"), _("It noticed.")),
    ):
        seen = reading.looks(what)
        if seen or (set(lived) & set(where) and not (what == "board" and lines)):
            out.append(Entry(what, label, _or_none(len(seen)), "" if seen else none, _at(seen)))
    if lines:
        read = Entry("lines", _("Lines of the board read"), str(len(lines)), "", _at(lines))
        out.insert(bool(reading.looks("board")), read)
    return out


def _road(reading: Reading) -> Entry | None:
    """Real seconds before a red light, from the record's own clock. No rule ever read it."""
    waited = [t for t in reading.chosen if t.shown and t.shown.mode == "wait"]
    if not waited:
        return None
    at = _at(waited)
    ms = sum(line.ms for line in reading.record.lines if line.n in set(at))
    timed = ms > 0 and not reading.record.header.setup.untimed
    figure = amount(round(ms / 1000)) if timed else _("not timed")
    return Entry("road", _("Seconds at an empty road"), figure, "" if timed else _("The road did not mind."), at)


def _believed(reading: Reading) -> Entry | None:
    chalked = walls(reading)
    if not chalked:
        return None
    many = sum(len(wall.believed) for wall in chalked)
    quip = _("Nobody else counted them.") if many else _("The wall has been washed.")
    return Entry("believed", _("Rules believed, never made"), _or_none(many), quip, tuple(w.n for w in chalked))


def _lane(reading: Reading) -> Entry | None:
    moved = reading.of("moved")
    lane = [t for t in moved if t.event.what == "lane"]
    if not moved:
        return None
    quip = _("The cats were informed.") if lane else _("The cats waited.")
    return Entry("lane", _("Ways by the back lane"), _or_none(len(lane)), quip, _at(lane))


def _chair(reading: Reading) -> Entry | None:
    sat = reading.answers("chair")
    if not sat:
        return None
    stamped = sum(value.endswith("=stamp") for value in sat[-1].event.values)
    quip = _("Let be: {n}.").format(n=WINDOWS - stamped) if stamped else _("The ink had been poured.")
    return Entry("chair", _("Windows stamped in the chair"), _or_none(stamped), quip, (sat[-1].n,))


def _tick(desk: Desk) -> Entry | None:
    """What the purse could not pay. The record does not tell it; its acts, done again by the same rules, do."""
    states = desk.twin.own.states if desk.twin else ()
    if not states or not states[-1].tick:
        return None
    lines = desk.reading.record.lines
    before, at = 0, []
    for line, state in zip(lines, states, strict=False):
        if state.tick > before:
            at.append(line.n)
        before = state.tick
    return Entry("tick", _("Coins on tick"), str(states[-1].tick), _("It is all in the book."),
                 tuple(at) if len(states) == len(lines) else ())  # fmt: skip


def _doors(reading: Reading) -> Entry | None:
    judged = reading.of("judged")
    if not judged:
        return None
    opened = sum(bool(t.event.amount) for t in judged)
    return Entry("doors", _("Doors opened / shut"), f"{opened} / {len(judged) - opened}", "", _at(judged))


def _names(reading: Reading) -> Entry | None:
    asked = [t for t in reading.matched if t.event.family == "grumbler"]
    if not asked:
        return None
    gave = [t for t in asked if t.event.keeps]
    figure = out_of(len(gave), len(asked)) if gave else _("none of {n}").format(n=len(asked))
    quip = "" if gave else _("They are still asking.")
    return Entry("names", _("Names given, when asked"), figure, quip, _at(gave or asked))


def _roamed(reading: Reading, what: str, label: str, quip: str) -> Entry | None:
    done = [t for t in reading.of("roamed") if t.event.what == what]
    return Entry(what, label, str(len(done)), quip, _at(done)) if done else None


def _pavement(reading: Reading) -> list[Entry | None]:
    flags = sum(t.event.what == "straighten_flag" for t in reading.of("roamed"))
    return [
        _roamed(reading, "straighten_flag", _("Flags straightened"), _("The wind, also: {n}.").format(n=flags)),
        _roamed(reading, "stroke_cat", _("Cats stroked"), _("All of them the one cat.")),
        _roamed(reading, "pick_litter", _("Litter picked up"), ""),
    ]


def _calls(reading: Reading) -> Entry:
    calls = [t for t in reading.of("used") if t.event.what == "telephone"]
    quip = _("She says it was fewer.") if calls else _("She has not mentioned it.")
    return Entry("calls", _("Calls to your mother"), _or_none(len(calls)), quip, _at(calls))


def _pushes(desk: Desk) -> Entry | None:
    """The same count as on the page of the nudges."""
    pushed = [t for t in desk.reading.chosen if t.event.arm not in ("", "none")]
    put = {t.n: next((o for o in desk.cards[t.n].options if o.preselected or o.lit), None) for t in pushed}
    pushed = [t for t in pushed if put[t.n] is not None]
    if not pushed:
        return None
    went = [t for t in pushed if (one := put[t.n]) is not None and one.id == t.event.choice]
    figure = out_of(len(went), len(pushed)) if went else _("none of {n}").format(n=len(pushed))
    quip = _("You may have been going that way.") if went else _("They were only small.")
    return Entry("pushes", _("Pushes gone along with"), figure, quip, _at(went or pushed))


def _cheated(reading: Reading) -> Entry | None:
    bad = [t for t in reading.of("tried") if t.event.amount]
    return Entry("cheated", _("Purchases that were not"), str(len(bad)), _("No returns."), _at(bad)) if bad else None


def _left(reading: Reading) -> Entry | None:
    left = [t for t in reading.of("answered") if not t.event.values]
    return Entry("left", _("Questions left alone"), str(len(left)), _("They are well."), _at(left)) if left else None

"""The till receipt at the end: what can be counted and means nothing in particular. No score, no total, no name."""

from collections.abc import Collection, Iterable

from game.debrief.chair import WINDOWS
from game.debrief.described import walls
from game.debrief.page import Desk, Page, page
from game.debrief.reading import Reading, Told
from game.debrief.slip import Entry, Receipt

MOST = 14


def receipt_page(desk: Desk) -> Page:
    """The last page. Its lines are struck on the screen; on paper all of them stand."""
    made = receipt(desk)
    lines = sorted({n for entry in made.entries for n in entry.evidence if n in desk.cards})
    return page(
        desk, "receipt", "The receipt", "Your receipt.",
        ["Everything on it was counted, and none of it was marked."],
        receipt=made, moments=tuple(desk.cards[n] for n in lines), group="everything",
    )  # fmt: skip


def receipt(desk: Desk) -> Receipt:
    """Count, and leave out what is nought and dull. The last line is about this program."""
    reading = desk.reading
    lived = {t.lived for t in reading.of("dawned")}
    found = [
        *_looks(reading, lived), _road(reading), _believed(reading), _lane(reading), _chair(reading), _tick(desk),
        _doors(reading), _names(reading), _roamed(reading, "feed_gulls", "Times the gulls were fed",
                                                  "They keep no list of it."),
        _calls(reading), _pushes(desk), *_pavement(reading), _cheated(reading), _left(reading),
    ]  # fmt: skip
    entries = [entry for entry in found if entry is not None][: MOST - 1]
    kept = Entry("kept", "Lines kept about you", f"{len(reading.record.lines):,}", "This one is not among them.", ())
    return Receipt((*entries, kept))


def _at(told: Iterable[Told]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(t.n for t in told))


def _looks(reading: Reading, lived: Collection[str]) -> list[Entry | None]:
    """Looks of one's own accord. None is worth a line where there was something to be looked at."""
    out: list[Entry | None] = []
    lines = reading.looks("line:")
    for what, label, where, none in (
        ("board", "Looks at the board", ("P",), "It hung there all the same."),
        ("phone", "Looks at the phone", ("H",), "It managed."),
        ("lantern", "Looks at the Lantern", ("P", "D"), "It noticed."),
    ):
        seen = reading.looks(what)
        if seen or (set(lived) & set(where) and not (what == "board" and lines)):
            out.append(Entry(what, label, str(len(seen) or "none"), "" if seen else none, _at(seen)))
    if lines:
        read = Entry("lines", "Lines of the board read", str(len(lines)), "", _at(lines))
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
    figure = f"{round(ms / 1000):,}" if timed else "not timed"
    return Entry("road", "Seconds at an empty road", figure, "" if timed else "The road did not mind.", at)


def _believed(reading: Reading) -> Entry | None:
    chalked = walls(reading)
    if not chalked:
        return None
    many = sum(len(wall.believed) for wall in chalked)
    quip = "Nobody else counted them." if many else "The wall has been washed."
    return Entry("believed", "Rules believed, never made", str(many or "none"), quip, tuple(w.n for w in chalked))


def _lane(reading: Reading) -> Entry | None:
    moved = reading.of("moved")
    lane = [t for t in moved if t.event.what == "lane"]
    if not moved:
        return None
    quip = "The cats were informed." if lane else "The cats waited."
    return Entry("lane", "Ways by the back lane", str(len(lane) or "none"), quip, _at(lane))


def _chair(reading: Reading) -> Entry | None:
    sat = reading.answers("chair")
    if not sat:
        return None
    stamped = sum(value.endswith("=stamp") for value in sat[-1].event.values)
    quip = f"Let be: {WINDOWS - stamped}." if stamped else "The ink had been poured."
    return Entry("chair", "Windows stamped in the chair", str(stamped or "none"), quip, (sat[-1].n,))


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
    return Entry("tick", "Coins on tick", str(states[-1].tick), "It is all in the book.",
                 tuple(at) if len(states) == len(lines) else ())  # fmt: skip


def _doors(reading: Reading) -> Entry | None:
    judged = reading.of("judged")
    if not judged:
        return None
    opened = sum(bool(t.event.amount) for t in judged)
    return Entry("doors", "Doors opened / shut", f"{opened} / {len(judged) - opened}", "", _at(judged))


def _names(reading: Reading) -> Entry | None:
    asked = [t for t in reading.matched if t.event.family == "grumbler"]
    if not asked:
        return None
    gave = [t for t in asked if t.event.keeps]
    figure = f"{len(gave) or 'none'} of {len(asked)}"
    quip = "" if gave else "They are still asking."
    return Entry("names", "Names given, when asked", figure, quip, _at(gave or asked))


def _roamed(reading: Reading, what: str, label: str, quip: str) -> Entry | None:
    done = [t for t in reading.of("roamed") if t.event.what == what]
    return Entry(what, label, str(len(done)), quip, _at(done)) if done else None


def _pavement(reading: Reading) -> list[Entry | None]:
    flags = sum(t.event.what == "straighten_flag" for t in reading.of("roamed"))
    return [
        _roamed(reading, "straighten_flag", "Flags straightened", f"The wind, also: {flags}."),
        _roamed(reading, "stroke_cat", "Cats stroked", "All of them the one cat."),
        _roamed(reading, "pick_litter", "Litter picked up", ""),
    ]


def _calls(reading: Reading) -> Entry:
    calls = [t for t in reading.of("used") if t.event.what == "telephone"]
    quip = "She says it was fewer." if calls else "She has not mentioned it."
    return Entry("calls", "Calls to your mother", str(len(calls) or "none"), quip, _at(calls))


def _pushes(desk: Desk) -> Entry | None:
    """The same count as on the page of the nudges."""
    pushed = [t for t in desk.reading.chosen if t.event.arm not in ("", "none")]
    put = {t.n: next((o for o in desk.cards[t.n].options if o.preselected or o.lit), None) for t in pushed}
    pushed = [t for t in pushed if put[t.n] is not None]
    if not pushed:
        return None
    went = [t for t in pushed if (one := put[t.n]) is not None and one.id == t.event.choice]
    quip = "You may have been going that way." if went else "They were only small."
    return Entry("pushes", "Pushes gone along with", f"{len(went) or 'none'} of {len(pushed)}", quip,
                 _at(went or pushed))  # fmt: skip


def _cheated(reading: Reading) -> Entry | None:
    bad = [t for t in reading.of("tried") if t.event.amount]
    return Entry("cheated", "Purchases that were not", str(len(bad)), "No returns.", _at(bad)) if bad else None


def _left(reading: Reading) -> Entry | None:
    left = [t for t in reading.of("answered") if not t.event.values]
    return Entry("left", "Questions left alone", str(len(left)), "They are well.", _at(left)) if left else None

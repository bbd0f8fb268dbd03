"""The pages behind "everything": unseen score, days, nudges, rules, other systems, what was kept, talk."""

from collections import Counter

from game.debrief.charts import Table
from game.debrief.check_page import check_pages
from game.debrief.days import days
from game.debrief.described import Wall, walls
from game.debrief.facets import small_the
from game.debrief.nudges import nudges
from game.debrief.others_page import others_page
from game.debrief.page import Desk, Page, page
from game.debrief.pairs import pegs
from game.debrief.reading import Reading, kind_of
from game.debrief.receipt import receipt_page
from game.debrief.words import count, listed, signed, spelt
from game.model.acts import Act, Event
from game.model.content import Regime, Rule


def pages(desk: Desk) -> tuple[Page, ...]:
    """The pages in order."""
    return (unseen(desk), days(desk), nudges(desk), rules(desk), others_page(desk), *check_pages(desk, kept(desk)),
            talk(desk), receipt_page(desk))


def unseen(desk: Desk) -> Page:
    """The hidden score, which is not a panopticon unless it was suspected (Simon 2005)."""
    picked = {}
    for told in desk.reading.of("answered"):
        if told.event.values and kind_of(told.event) == "other" and told.event.what in ("suspected", "tested"):
            picked[told.event.what] = desk.names.pick(told.event.what, told.event.values[0])
    lead = [
        "Simon (2005) draws the line that matters here: to be subdued by a look one has to know of it, to be sorted "
        "one does not. A score that nobody suspects is no tower. It sorts all the same, which is Lyon's subject."
    ]
    if "suspected" in picked:
        lead.append(f"Did you think that the phone kept count? You said: “{picked['suspected']}”.")
    if any(t.lived == "H" for t in desk.reading.of("dawned")):
        lead.append(UNDER if suspected(desk.reading) else NOT_UNDER)
    if "tested" in picked:
        lead.append(f"What did you think was being tried out? You said: “{picked['tested']}”.")
    hidden = {t.event.why for t in desk.reading.of("judged") if t.lived == "H"}
    totals = [t for t in desk.reading.of("balance") if t.event.what in hidden]
    headline = f"The score that counted unseen{f' ended at {totals[-1].event.amount}' if totals else ''}."
    return page(
        desk, "unseen", "The unseen score", headline, lead, found=("hidden_difference",),
        cannot=("A guess about what was tested can itself steer what one does; read your counts with it in mind.",),
        ask=("Is a hidden score a tower at all, or something else?",), group="everything",
    )  # fmt: skip


UNDER = (
    "So, by what you say, you reckoned with a look while it ran. For you, and only so far, the hidden score can be "
    "called a panopticon."
)
NOT_UNDER = "Nothing you said shows that you reckoned with a look: here the score is called a sorting, and no tower."
SINCE = ("pick_2", "pick_3")  # while it ran: after some time, or from the start


def suspected(reading: Reading) -> bool:
    """Whether the player says that they reckoned with the hidden score while it ran; only then is it a tower at all.

    What was answered to the question itself decides. Where that was left alone, pegs hung for the days of the app do:
    somebody who thinks that they were looked at. "Only now that you ask" is no suspicion.
    Source: Simon 2005, Surveillance & Society 3(1), as theory, section 2, has it.
    """
    said = [t.event.values[0] for t in reading.of("answered") if t.event.what == "suspected" and t.event.values]
    if said:
        return said[-1] in SINCE
    return any(c == "H" and p.guess > 0 for c, p in pegs(reading))


def _all_rules(desk: Desk, regime: Regime) -> tuple[Rule, ...]:
    pack = desk.names.pack
    listed = pack.tariffs[regime.tariff].rules if regime.tariff in pack.tariffs else ()
    return (*listed, *regime.extra, *(p.rule for p in regime.pasted))


def _chalked(chalk: dict[str, Wall], lived: list[Regime], act: str) -> str:
    words = {"raises": "raises", "lowers": "lowers", "uncounted": "does not count"}
    said = []
    for regime in lived:
        wall = chalk.get(regime.id)
        if wall and act in wall.said:
            right = "right" if wall.truth[act] == wall.said[act] else "not so"
            said.append(f"{regime.name}: {words[wall.said[act]]}, {right}")
    return "; ".join(said)


def _points(rules: list[Rule]) -> str:
    return " and ".join(signed(r.points) for r in rules) or "–"


def _counted(desk: Desk, lived: list[Regime], chalk: dict[str, Wall]) -> Table:
    """Each rule about an act once, with what every regime made of it; then the chalked acts that never counted."""
    every = {regime.id: _all_rules(desk, regime) for regime in lived}
    rules = {(r.act, r.text): r for of in every.values() for r in of}
    rows, seen = [], set()
    for (act, text), rule in rules.items():
        points = [_points([r for r in every[g.id] if (r.act, r.text) == (act, text)]) for g in lived]
        chalked = "" if act in seen else _chalked(chalk, lived, act)
        rows.append((text, *points, chalked, f"{rule.origin}: {rule.source}"))
        seen.add(act)
    rows.extend(
        (desk.names.act(act), *("–" for _ in lived), _chalked(chalk, lived, act), "never counted")
        for act in dict.fromkeys(a for wall in chalk.values() for a in wall.said if a not in seen)
    )
    names = tuple(f"{g.name} ({'posted' if g.posted else 'hidden'})" for g in lived)
    return Table("What counted", ("rule", *names, "your chalk", "where it is from"), tuple(rows))


def _on_paper(lived: list[Regime]) -> Table:
    """Each rule about the starting file once."""
    rules = {(r.has, r.text): r for g in lived for r in g.file}
    rows = [
        (text, *(next((signed(r.points) for r in g.file if r.has == has), "–") for g in lived),
         f"{rule.origin}: {rule.source}")
        for (has, text), rule in rules.items()
    ]  # fmt: skip
    head = ("rule about the file", *(g.name for g in lived), "where it is from")
    return Table("What was on paper before you did anything", head, tuple(rows))


def rules(desk: Desk) -> Page:
    """The rules of every regime lived through, beside the chalk; reported or invented; who knew what."""
    pack, reading = desk.names.pack, desk.reading
    lived = [pack.regimes[r] for r in reading.conditions if r in pack.regimes and not pack.regimes[r].side]
    chalk = {(wall.regime or _about(wall, lived)): wall for wall in walls(reading)}
    tables = [t for t in (_counted(desk, lived, chalk), _on_paper(lived)) if t.rows]
    believed = sum(len(wall.believed) for wall in walls(reading))
    never = [
        f"{_small(desk.names.act(act))} ({small_the(pack.regimes[about])})"
        for about, wall in chalk.items() if about in pack.regimes for act in wall.believed
    ]  # fmt: skip
    knew = tuple(
        (r.name, ", ".join(r.data), "yes" if r.explains else "no", r.appeal or "nobody could tell you",
         r.lasts or "nobody could tell you")
        for r in lived
    )  # fmt: skip
    if knew:
        head = ("regime", "data", "gives reasons", "an appeal costs", "a mark lasts")
        tables.append(Table("Who knew what", head, knew))
    tables.append(MIRROR)
    what = "rule that never was" if believed == 1 else "rules that never were"
    headline = f"You chalked up {spelt(believed)} {what}."
    return page(
        desk, "rules", "The rules", headline if walls(reading) else "The rules, all of them.",
        [
            *([f"Chalked as counting, and counted by nobody: {listed(never)}."] if never else []),
            "Nothing is withheld any longer. Each rule is marked as reported of a real system, with where, or as "
            "invented for this town. What ran beside the day’s rules has its list on its card, under Other systems.",
            "What an appeal costs, and how long a mark lasts, is mostly left open in the systems that the paper "
            "describes as well.",
        ],
        tables=tuple(tables), found=("rule_guess",),
        cannot=("A list of rules is not yet how they were used; much that is reported was planned or local.",),
        ask=("Which rule did you keep that never existed?",), group="everything",
    )  # fmt: skip


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _about(wall: Wall, lived: list[Regime]) -> str:
    """The regime that a wall was about, where the record does not name it: posted or not, by the thing's name."""
    posted = "app" not in wall.ask.split("_")
    return next((r.id for r in lived if r.posted == posted), "")


MIRROR = Table(
    "What stands behind each, and its cousin nearer home",
    ("here", "reported", "its cousin"),
    (
        ("The notice board", "Rongcheng: posted points, grades from AAA to D, perks (Mistreanu 2018, para. 8-11)",
         "British call centres of the 1990s: timed, ranked, rewarded (Ball 2003, p. 202-204)"),
        ("Dark glass", "Bentham's plan of a prison, taken up by Foucault (Galič and others 2017, p. 11-12)",
         "street cameras (the same, p. 18)"),
        ("The app", "Sesame Credit: 350 to 950 from purchases, bills, degree and friends (Hvistendahl 2017, para. 14)",
         "stars on Amazon, Airbnb and Uber (Yan 2019, para. 27)"),
        ("The List", "the List of Untrustworthy Persons; Liu Hu needed two years to get off it (Yan 2019, para. 30)",
         "which would you name?"),
    ),
)  # fmt: skip


KINDS = {
    "spent": "minutes went by", "met": "a moment met", "chose": "a choice", "rested": "rest gained",
    "tired": "rest lost", "used": "something done in a place", "visited": "a place entered", "moved": "a way walked",
    "paid": "coins paid", "earned": "coins earned", "grew_close": "a friend closer",
    "grew_distant": "a friend farther off", "answered": "a thing answered, or left", "trust": "the town's trust moved",
    "roamed": "something done on the pavement", "judged": "a door judged", "scored": "points given or taken",
    "dawned": "a morning", "balance": "a balance drawn", "went_home": "a way home", "looked": "a look at something",
    "tried": "a purchase that could go wrong", "began": "a beginning", "ended": "a last page",
    "revealed": "the reveal", "skipped": "a moment skipped",
}  # fmt: skip
"""The kinds of event, in words."""


def kept(desk: Desk) -> Page:
    """What this game kept about the player: counts, and every line."""
    record = desk.reading.record
    did = Counter(t.event.did for t in desk.reading.told)
    rows = tuple((KINDS.get(kind, kind.replace("_", " ")), f"{many:,}") for kind, many in did.most_common())
    counts = Table("How much of what", ("kind", "times"), rows)
    lines = Table(
        "Every line",
        ("line", "you", "what followed", "seconds"),
        tuple(
            (str(line.n), say_act(line.act), "; ".join(map(say_event, line.events)), f"{line.ms / 1000:.1f}")
            for line in record.lines
        ),
    )
    header = record.header
    shown = sum(line.shown is not None for line in record.lines)
    return page(
        desk, "kept", "What this game kept", f"This game kept {count(len(record.lines), 'line')} about you.",
        [
            "It watched you in every town, the unwatched ones too. Here is all of it: nothing else was written down, "
            "no name, no hour of the day, no machine, and the game sent none of it anywhere.",
            f"With {count(shown, 'choice')} it kept what stood on the screen. Seconds are kept beside each step and "
            "are read by no rule.",
            f"Play {header.play}: {header.setup.campaign}, seed {header.setup.seed}, {header.setup.order}, starting "
            f"file {desk.names.file(header.setup.file)}.",
            "What you write against a finding here, and the trays you put cases into, lie beside it in a file of "
            "their own, and change no line of it.",
            "You can keep it, send it or wipe it.",
        ],
        tables=(counts,), long=(lines,), group="everything",
        ask=("Was this game a tower? Who stood in it?",),
    )  # fmt: skip


def say_act(act: Act) -> str:
    """An act as a line of the list."""
    return " ".join(filter(None, (act.do, act.what.replace("_", " "), act.how, ", ".join(act.values))))


def say_event(event: Event) -> str:
    """An event as a line of the list, secrets and all."""
    parts = [event.did, event.what, event.choice]
    if event.amount:
        parts.append(str(event.amount))
    if event.why:
        parts.append(f"({event.why})")
    if event.keeps is not None:
        parts.append("kept" if event.keeps else "not kept")
        parts.append("looked at" if event.watched else "not looked at")
    if event.arm:
        parts.append(f"pushed: {event.arm}")
    if event.truth:
        parts.append(f"in truth: {', '.join(t for t in event.truth if t)}")
    return " ".join(p.replace("_", " ") for p in parts if p)


def talk(desk: Desk) -> Page:
    """Twelve questions; the tenth has its word only for somebody who suspected the score."""
    ask = [*QUESTIONS]
    if suspected(desk.reading):
        ask[TENTH] = "Is the hidden score a panopticon at all? What would Haggerty say, and what Simon?"
    return page(desk, "talk", "Talk", "Twelve questions. Argue against this reading.",
                ["Nobody has to show a screen. Say first how it felt; then what you would count as evidence."],
                ask=ask, group="everything")  # fmt: skip


TENTH = 9
QUESTIONS = (
    "Where did you do gladly what was asked? Would you want it enforced?",
    "What did the dark glass add that the clerk did not?",
    "Which rule did you keep that never existed?",
    "80 in 100 approve: benefits, a lack of trust, the way it is told, or fear? What evidence would separate these?",
    "Why might those who are better off approve most?",
    "Does tainted milk powder justify a board? What would courts and inspectors need instead?",
    "The state as a teacher of virtue: an explanation, or an excuse for “they are used to it”?",
    "Is open control more honest than a nudge that passes unnoticed? More respectful?",
    "Your twin made your choices. Who answers for the difference?",
    "A score that nobody suspects: is it a tower at all? What would Haggerty say, and what Simon?",
    "Suppose your reasons became more your own. Growth, or discipline?",
    "Where are you scored at home; can you see it, contest it, leave it?",
)

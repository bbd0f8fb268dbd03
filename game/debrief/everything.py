"""The pages behind "everything": unseen score, days, nudges, rules, other systems, what was kept, talk."""

from collections.abc import Collection
from functools import reduce

from game.debrief.charts import Table
from game.debrief.check_page import check_pages
from game.debrief.days import days
from game.debrief.described import Wall, walls
from game.debrief.facets import NOBODY, from_where, small_the
from game.debrief.kept_page import kept
from game.debrief.nudges import nudges
from game.debrief.others_page import others_page
from game.debrief.page import Desk, Page, page
from game.debrief.pairs import pegs
from game.debrief.reading import Reading, kind_of
from game.debrief.receipt import receipt_page
from game.debrief.words import listed, signed, small, spelt
from game.language import N_, _, ngettext, pgettext, told
from game.model.content import Regime, Rule


def pages(desk: Desk) -> tuple[Page, ...]:
    """The pages in order."""
    return (unseen(desk), days(desk), nudges(desk), rules(desk), others_page(desk), *check_pages(desk, kept(desk)),
            talk(desk), receipt_page(desk))


def unseen(desk: Desk) -> Page:
    """The hidden score, which is not a panopticon unless it was suspected (Simon 2005)."""
    picked = {}
    for event in (t.event for t in desk.reading.of("answered")):
        if event.values and kind_of(event) == "other" and event.what in ("suspected", "tested"):
            picked[event.what] = desk.names.pick(event.what, event.values[0])
    lead = [_(
        "Simon (2005) draws the line that matters here: to be subdued by a look one has to know of it, to be sorted "
        "one does not. A score that nobody suspects is no tower. It sorts all the same, which is Lyon's subject."
    )]  # fmt: skip
    if "suspected" in picked:
        says = _("Did you think that the phone kept count? You said: “{answer}”.")
        lead.append(says.format(answer=picked["suspected"]))
    if any(t.lived == "H" for t in desk.reading.of("dawned")):
        lead.append(_(UNDER) if suspected(desk.reading) else _(NOT_UNDER))
    if "tested" in picked:
        says = _("What did you think was being tried out? You said: “{answer}”.")
        lead.append(says.format(answer=picked["tested"]))
    hidden = {t.event.why for t in desk.reading.of("judged") if t.lived == "H"}
    totals = [t for t in desk.reading.of("balance") if t.event.what in hidden]
    headline = _("The score that counted unseen.")
    if totals:
        headline = _("The score that counted unseen ended at {points}.").format(points=totals[-1].event.amount)
    return page(
        desk, "unseen", _("The unseen score"), headline, lead, found=("hidden_difference",),
        cannot=(_("A guess about what was tested can itself steer what one does; read your counts with it in mind."),),
        ask=(_("Is a hidden score a tower at all, or something else?"),), group="everything",
    )  # fmt: skip


UNDER = N_(
    "So, by what you say, you reckoned with a look while it ran. For you, and only so far, the hidden score can be "
    "called a panopticon."
)
NOT_UNDER = N_(
    "Nothing you said shows that you reckoned with a look: here the score is called a sorting, and no tower."
)
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


CHALKED = {
    ("raises", True): N_("{system}: raises, right"),
    ("raises", False): N_("{system}: raises, not so"),
    ("lowers", True): N_("{system}: lowers, right"),
    ("lowers", False): N_("{system}: lowers, not so"),
    ("uncounted", True): N_("{system}: does not count, right"),
    ("uncounted", False): N_("{system}: does not count, not so"),
}
"""What was chalked, and whether it is so."""


def _chalked(chalk: dict[str, Wall], lived: list[Regime], act: str) -> str:
    said = []
    for regime in lived:
        wall = chalk.get(regime.id)
        if wall and act in wall.said:
            right = wall.truth[act] == wall.said[act]
            said.append(_(CHALKED[wall.said[act], right]).format(system=told(regime.name)))
    return "; ".join(said)


def _points(rules: list[Rule]) -> str:
    both = _("{one} and {two}")
    return reduce(lambda one, two: both.format(one=one, two=two), [signed(r.points) for r in rules] or ["–"])


def _counted(desk: Desk, lived: list[Regime], chalk: dict[str, Wall]) -> Table:
    """Each rule about an act once, with what every regime made of it; then the chalked acts that never counted."""
    every = {regime.id: _all_rules(desk, regime) for regime in lived}
    rules = {(r.act, r.text): r for of in every.values() for r in of}
    rows, seen = [], set()
    for (act, text), rule in rules.items():
        points = [_points([r for r in every[g.id] if (r.act, r.text) == (act, text)]) for g in lived]
        chalked = "" if act in seen else _chalked(chalk, lived, act)
        rows.append((told(text), *points, chalked, from_where(rule)))
        seen.add(act)
    rows.extend(
        (desk.names.act(act), *("–" for _regime in lived), _chalked(chalk, lived, act), _("never counted"))
        for act in dict.fromkeys(a for wall in chalk.values() for a in wall.said if a not in seen)
    )
    names = tuple((_("{system} (posted)") if g.posted else _("{system} (hidden)")).format(system=told(g.name))
                  for g in lived)  # fmt: skip
    head = (pgettext("head of a table", "rule"), *names, _("your chalk"), _("where it is from"))
    return Table(_("What counted"), head, tuple(rows))


def _on_paper(lived: list[Regime]) -> Table:
    """Each rule about the starting file once."""
    rules = {(r.has, r.text): r for g in lived for r in g.file}
    rows = [
        (told(text), *(next((signed(r.points) for r in g.file if r.has == has), "–") for g in lived), from_where(rule))
        for (has, text), rule in rules.items()
    ]  # fmt: skip
    head = (_("rule about the file"), *(told(g.name) for g in lived), _("where it is from"))
    return Table(_("What was on paper before you did anything"), head, tuple(rows))


def rules(desk: Desk) -> Page:
    """The rules of every regime lived through, beside the chalk; reported or invented; who knew what."""
    pack, reading = desk.names.pack, desk.reading
    lived = [pack.regimes[r] for r in reading.conditions if r in pack.regimes and not pack.regimes[r].side]
    chalk = {(wall.regime or _about(wall, lived)): wall for wall in walls(reading)}
    tables = [t for t in (_counted(desk, lived, chalk), _on_paper(lived)) if t.rows]
    believed = sum(len(wall.believed) for wall in walls(reading))
    never = [
        f"{small(desk.names.act(act))} ({small_the(pack.regimes[about])})"
        for about, wall in chalk.items() if about in pack.regimes for act in wall.believed
    ]  # fmt: skip
    knew = tuple(
        (told(r.name), ", ".join(map(_, r.data)), _("yes") if r.explains else _("no"), told(r.appeal) or _(NOBODY),
         told(r.lasts) or _(NOBODY))
        for r in lived
    )  # fmt: skip
    if knew:
        head = (pgettext("head of a table", "regime"), pgettext("head of a table", "data"), _("gives reasons"),
                _("an appeal costs"), _("a mark lasts"))  # fmt: skip
        tables.append(Table(_("Who knew what"), head, knew))
    tables.append(mirror())
    headline = ngettext("You chalked up {n} rule that never was.", "You chalked up {n} rules that never were.",
                        believed)  # fmt: skip
    counted = _("Chalked as counting, and counted by nobody: {acts}.")
    return page(
        desk, "rules", _("The rules"),
        headline.format(n=spelt(believed)) if walls(reading) else _("The rules, all of them."),
        [
            *([counted.format(acts=listed(never))] if never else []),
            _("Nothing is withheld any longer. Each rule is marked as reported of a real system, with where, or as "
              "invented for this town. What ran beside the day’s rules has its list on its card, under Other systems."),
            _("What an appeal costs, and how long a mark lasts, is mostly left open in the systems that the paper "
              "describes as well."),
        ],
        tables=tuple(tables), found=("rule_guess",),
        cannot=(_("A list of rules is not yet how they were used; much that is reported was planned or local."),),
        ask=(_("Which rule did you keep that never existed?"),), group="everything",
    )  # fmt: skip


def _about(wall: Wall, lived: list[Regime]) -> str:
    """The regime that a wall was about, where the record does not name it: posted or not, by the thing's name."""
    posted = "app" not in wall.ask.split("_")
    return next((r.id for r in lived if r.posted == posted), "")


MIRROR = {
    "board": (
        N_("The notice board"),
        N_("Rongcheng: posted points, grades from AAA to D, perks (Mistreanu 2018, para. 8-11)"),
        N_("British call centres of the 1990s: timed, ranked, rewarded (Ball 2003, p. 202-204)"),
    ),
    "glass": (
        N_("Dark glass"),
        N_("Bentham's plan of a prison, taken up by Foucault (Galič and others 2017, p. 11-12)"),
        N_("street cameras (the same, p. 18)"),
    ),
    "app": (
        N_("The app"),
        N_("Sesame Credit: 350 to 950 from purchases, bills, degree and friends (Hvistendahl 2017, para. 14)"),
        N_("stars on Amazon, Airbnb and Uber (Yan 2019, para. 27)"),
    ),
    "list": (
        N_("The List"),
        N_("the List of Untrustworthy Persons; Liu Hu needed two years to get off it (Yan 2019, para. 30)"),
        N_("which would you name?"),
    ),
}
"""What each thing of the town is called, what is reported of its kind, and its cousin."""


def mirror(only: Collection[str] = tuple(MIRROR)) -> Table:
    """What stands behind each of these."""
    rows = tuple(tuple(map(_, row)) for key, row in MIRROR.items() if key in only)
    head = (pgettext("head of a table", "here"), pgettext("head of a table", "reported"), _("its cousin"))
    return Table(_("What stands behind each, and its cousin nearer home"), head, rows)


def talk(desk: Desk) -> Page:
    """Twelve questions; the tenth has its word only for somebody who suspected the score."""
    ask = [_(question) for question in QUESTIONS]
    if suspected(desk.reading):
        ask[TENTH] = _("Is the hidden score a panopticon at all? What would Haggerty say, and what Simon?")
    return page(desk, "talk", _("Talk"), _("Twelve questions. Argue against this reading."),
                [_("Nobody has to show a screen. Say first how it felt; then what you would count as evidence.")],
                ask=ask, group="everything")  # fmt: skip


TENTH = 9
QUESTIONS = (
    N_("Where did you do gladly what was asked? Would you want it enforced?"),
    N_("What did the dark glass add that the clerk did not?"),
    N_("Which rule did you keep that never existed?"),
    N_("80 in 100 approve: benefits, a lack of trust, the way it is told, or fear? What evidence would separate "
       "these?"),
    N_("Why might those who are better off approve most?"),
    N_("Does tainted milk powder justify a board? What would courts and inspectors need instead?"),
    N_("The state as a teacher of virtue: an explanation, or an excuse for “they are used to it”?"),
    N_("Is open control more honest than a nudge that passes unnoticed? More respectful?"),
    N_("Your twin made your choices. Who answers for the difference?"),
    N_("A score that nobody suspects: is it a tower at all? What would Haggerty say, and what Simon?"),
    N_("Suppose your reasons became more your own. Growth, or discipline?"),
    N_("Where are you scored at home; can you see it, contest it, leave it?"),
)

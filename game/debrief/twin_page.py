"""The page of the twin (Lyon): exactly the player's choices, another starting file, and the rules that part the two."""

from game.debrief.charts import Table
from game.debrief.names import Names, from_where
from game.debrief.page import Desk, Page, page
from game.debrief.partings import STEPS, Parting
from game.debrief.twin import TwinResult
from game.debrief.twins import Beside, Twins
from game.debrief.words import commas, listed, signed
from game.language import N_, _, pgettext, told

GAP = N_(
    "The gap is exact and it is about the rules. It is no measure of how common such rules are, nor of prejudice, nor "
    "of you."
)
TWINS = N_("Your twin did what you did, on the same days, with the same luck. Only the file was another.")
TRIED = N_("Your twin tried to do what you did, on the same days, with the same luck, under another file.")
NOT_COMPARED = N_(
    "More than one choice in five was shut and had to be replaced. Whoever lived that did not live your life, and so "
    "the two are not laid side by side. What was shut stands here, with what was put in its place."
)
ALSO = {"coins": N_("the purse"), "trust": N_("the town’s trust"), "tie": N_("who is close"), "points": N_("standing"),
        "door": N_("doors")}  # fmt: skip
ASK = N_("Your twin made your choices. Who answers for the difference?")


def the_twin(desk: Desk, twins: Twins | None, missing: str) -> Page:
    """Lay the page out for the twin that differs most; on the screen any other can be chosen."""
    if twins is None:
        return page(desk, "twin", _("The twin"), _("There is no twin to lay beside you."),
                    [missing or _("Nothing was lived yet.")], found=("sorting_gap",))  # fmt: skip
    one, pack = twins.beside(twins.first), desk.names.pack
    run = one.run
    lead = [
        _(TWINS) if run.liveable else _(TRIED),
        _("Yours: {file}").format(file=told(pack.files[run.own.file].text)),
        _("Your twin’s: {file}").format(file=one.text),
    ]
    if not run.liveable:
        lead.append(_(NOT_COMPARED))
    compared = [where_they_part(one.parted), which_rule(run, desk.names)] if run.liveable else []
    return page(
        desk, "twin", _("The twin"), one.headline, lead, charts=(one.lanes if run.liveable else None,),
        tables=tuple(t for t in (*compared, one.shut, once(run, desk.names), twins.table()) if t.rows),
        found=("sorting_gap",), cannot=(_(GAP), chosen(run)), ask=(_(ASK),), twins=twins,
    )  # fmt: skip


def chosen(run: TwinResult) -> str:
    """Why it is this twin."""
    if run.parted:
        return _("Of all starting files, this is the one whose doors differ most from yours.")
    return _("No starting file would have moved a door of yours; this one moves the figures most.")


def where_they_part(parted: tuple[Parting, ...]) -> Table:
    """Every parting, with the rule that caused it and the level file that holds the rule."""
    rows = tuple((p.when, p.says, "; ".join(rule_words(p)), _files(p)) for p in parted)
    head = (pgettext("head of a table", "when"), pgettext("head of a table", "what"), _("by which rule"),
            _("where that stands"))  # fmt: skip
    return Table(_("Where they part"), head, rows)


def _files(parting: Parting) -> str:
    """The level files of its rules, each once, with the lines in it."""
    lines: dict[str, list[str]] = {}
    for rule in parting.rules:
        path, _comma, line = rule.where.partition(", ")
        lines.setdefault(path, []).append(line)
    return "; ".join(f"{path} ({', '.join(dict.fromkeys(inside))})" for path, inside in lines.items())


def rule_words(parting: Parting) -> list[str]:
    """Each rule in a line: its words, and what it made of either."""
    out = []
    for rule in parting.rules:
        parts = [_("you {made}").format(made=rule.own)] if rule.own else []
        parts += [_("your twin {made}").format(made=rule.twin)] if rule.twin else []
        text = rule.text.rstrip(".")
        whole = pgettext("a rule, and what it made of either", "{rule} ({made})")
        out.append(whole.format(rule=text, made=commas(parts)) if parts else text)
    return out


def which_rule(run: TwinResult, names: Names) -> Table:
    """The rules that parted the lives; one that several regimes share stands once."""
    regimes: dict[tuple[str, ...], list[str]] = {}
    for r in run.rules:
        row = (told(r.text), signed(r.own), signed(r.twin), from_where(r.origin, r.source))
        regimes.setdefault(row, []).append(names.regime(r.regime))
    rows = tuple((text, listed(where), *rest) for (text, *rest), where in regimes.items())
    head = (pgettext("head of a table", "rule"), pgettext("head of a table", "in"), pgettext("head of a table", "you"),
            pgettext("head of a table", "your twin"), _("where it is from"))  # fmt: skip
    return Table(_("Which rule did it"), head, rows)


def once(run: TwinResult, names: Names) -> Table:
    """Moments that only one of the two met: listed, not counted."""
    rows = [(_("only yours"), names.moment(m)) for m in run.only_own]
    rows += [(_("only the twin's"), names.moment(m)) for m in run.only_twin]
    return Table(_("Listed, not counted"), ("", pgettext("head of a table", "what")), tuple(dict.fromkeys(rows)))


def tables(one: Beside, names: Names) -> tuple[Table, ...]:
    """What stands below the two lives on the screen."""
    return tuple(t for t in (which_rule(one.run, names), one.shut, once(one.run, names)) if t.rows)


def also(parting: Parting) -> str:
    """What else has come to differ by a step that was shut."""
    if parting.kind not in STEPS:
        return ""
    kinds = {key.partition(":")[0] for key in parting.touches}
    said = [_(word) for kind, word in ALSO.items() if kind in kinds]
    return _("Apart from there on: {what}.").format(what=listed(said)) if said else ""

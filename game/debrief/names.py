"""From ids to words. An id that the pack does not know (an old or foreign record) is said as it stands."""

from game.debrief.words import lowered
from game.language import N_, _, pgettext, told
from game.model.content import Ask, Pack

SHORT = {
    "U0": N_("before any rule"), "P": N_("rules posted"), "D": N_("dark glass"), "UV": N_("after the board"),
    "H": N_("the app"), "UH": N_("after the app"),
}  # fmt: skip
"""The conditions in two or three words, for the labels of a chart; looked up where they are shown."""

FINDINGS = {
    "visible_hidden_difference": N_("Rules posted, rules hidden"),
    "surveillance_effect": N_("With the watch, and before"),
    "illusion_dividend": N_("What the dark glass added"),
    "hidden_difference": N_("The hidden score, and before"),
    "internalisation_conduct": N_("What stayed when the watch was off"),
    "internalisation_reasons": N_("Where your reasons went"),
    "nudge_effect": N_("Where you were pushed"),
    "override": N_("Pushed against your liking"),
    "rule_guess": N_("Rules you guessed"),
    "sorting_gap": N_("Two files, one life"),
    "chair": N_("From the chair"),
    "approval": N_("In the jar and behind the curtain"),
}
"""What each finding is called on its page; looked up where it is shown."""

VERDICTS = {
    "too_few": N_("too few to say"),
    "counts_only": N_("counts only"),
    "not_shifted": N_("not shifted"),
    "shifted": N_("shifted"),
    "described": N_("described"),
}
ORDERS = {"visible-first": N_("visible-first"), "hidden-first": N_("hidden-first")}
"""Both looked up where they are shown."""

CALLED = {
    "deposit": N_("deposit"), "seat": N_("seat"), "bed": N_("bed"),
    "row": N_("row"), "crossing": N_("crossing"), "square": N_("square"), "quay": N_("quay"),
    "call_floor": N_("call floor"), "carriage": N_("carriage"), "doorstep": N_("doorstep"), "kitchen": N_("kitchen"),
    "lodging": N_("lodging"), "stairwell": N_("stairwell"),
}  # fmt: skip
"""Doors, and spots that are no places: in one word each, looked up where they are shown."""


def plain(id_: str) -> str:
    """Return an id as words; ids of doors and of spots on the street are what they are called."""
    return _(CALLED[id_]) if id_ in CALLED else told(id_.replace("_", " "))


def keeping(id_: str) -> str:
    """What it was to keep a rule, in a word; an id of another's levels as it stands."""
    if id_ == "kind":
        return pgettext("to keep a rule was", "kind")
    if id_ == "neutral":
        return pgettext("to keep a rule was", "neutral")
    return pgettext("to keep a rule was", "harmful") if id_ == "harmful" else plain(id_)


def from_where(origin: str, source: str) -> str:
    """Where a rule is from: whether it was reported or made up, and its source."""
    if origin == "reported":
        return _("reported: {source}").format(source=told(source))
    return _("invented: {source}").format(source=told(source))


class Names:
    """The pack's words, for one debrief."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def family(self, id_: str) -> str:
        """The debrief's label of a family."""
        known = self.pack.families.get(id_)
        return told(known.name) if known else plain(id_)

    def condition(self, id_: str) -> str:
        """The condition as a short label."""
        return _(SHORT[id_]) if id_ in SHORT else plain(id_)

    def regime(self, id_: str) -> str:
        known = self.pack.regimes.get(id_)
        return told(known.name) if known else plain(id_)

    def door(self, id_: str) -> str:
        """A door in one word: its id is one."""
        return plain(id_)

    def file(self, id_: str) -> str:
        known = self.pack.files.get(id_)
        return told(known.name) if known else plain(id_)

    def act(self, id_: str) -> str:
        known = self.pack.acts.get(id_)
        return told(known.name) if known else plain(id_)

    def person(self, id_: str) -> str:
        known = self.pack.people.get(id_)
        return told(known.name) if known and id_ != "nobody" else ""

    def place(self, id_: str) -> str:
        """Where a moment stood; spots on the street are their own words."""
        known = self.pack.places.get(id_)
        if known is None:
            return plain(id_)
        return told(known.name) if id_ == "no_7" else lowered(told(known.name))

    def moment(self, id_: str) -> str:
        """A moment in a few words: a family's label, or of another whom it was with, or where."""
        kind, name = id_.split(".", 1) if "." in id_ else (id_, "")
        if kind not in ("story", "free", "nudge"):
            return self.family(name)
        known = self.pack.nudges.get(name) if kind == "nudge" else self.pack.scenes.get(name)
        if known is None:
            return plain(name)
        place = self.pack.places.get(known.where)
        where = lowered(told(place.name).removeprefix("The ")) if place else plain(known.where)
        person = self.person(known.who)
        if person:
            return pgettext("a moment", "{person}, {place}").format(person=person, place=where)
        return pgettext("a moment, in the middle of a sentence", "the {place}").format(place=where)

    def ask(self, id_: str) -> Ask | None:
        return self.pack.asks.get(id_)

    def pick(self, id_: str, value: str) -> str:
        """The words behind a picked value."""
        known = self.ask(id_)
        number = value.removeprefix("pick_")
        if known and number.isdigit() and int(number) < len(known.picks):
            return told(known.picks[int(number)])
        return plain(value)

"""From ids to words. An id that the pack does not know (an old or foreign record) is said as it stands."""

from game.model.content import Ask, Pack

SHORT = {
    "U0": "before any rule", "P": "rules posted", "D": "dark glass", "UV": "after the board", "H": "the app",
    "UH": "after the app",
}  # fmt: skip
"""The conditions in two or three words, for the labels of a chart."""

FINDINGS = {
    "visible_hidden_difference": "Rules posted, rules hidden",
    "surveillance_effect": "With the watch, and before",
    "illusion_dividend": "What the dark glass added",
    "hidden_difference": "The hidden score, and before",
    "internalisation_conduct": "What stayed when the watch was off",
    "internalisation_reasons": "Where your reasons went",
    "nudge_effect": "Where you were pushed",
    "override": "Pushed against your liking",
    "rule_guess": "Rules you guessed",
    "sorting_gap": "Two files, one life",
    "chair": "From the chair",
    "approval": "In the jar and behind the curtain",
}
"""What each finding is called on its page."""


def plain(id_: str) -> str:
    """Return an id as words."""
    return id_.replace("_", " ")


class Names:
    """The pack's words, for one debrief."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def family(self, id_: str) -> str:
        """The debrief's label of a family."""
        known = self.pack.families.get(id_)
        return known.name if known else plain(id_)

    def condition(self, id_: str) -> str:
        """The condition as a short label."""
        return SHORT.get(id_, plain(id_))

    def regime(self, id_: str) -> str:
        known = self.pack.regimes.get(id_)
        return known.name if known else plain(id_)

    def door(self, id_: str) -> str:
        """A door in one word: its id is one."""
        return plain(id_)

    def file(self, id_: str) -> str:
        known = self.pack.files.get(id_)
        return known.name if known else plain(id_)

    def act(self, id_: str) -> str:
        known = self.pack.acts.get(id_)
        return known.name if known else plain(id_)

    def person(self, id_: str) -> str:
        known = self.pack.people.get(id_)
        return known.name if known and id_ != "nobody" else ""

    def place(self, id_: str) -> str:
        """Where a moment stood; spots on the street are their own words."""
        known = self.pack.places.get(id_)
        return known.name.lower() if known and id_ != "no_7" else known.name if known else plain(id_)

    def moment(self, id_: str) -> str:
        """A moment in a few words: a family's label, or of another whom it was with, or where."""
        kind, _, name = id_.partition(".")
        if kind not in ("story", "free", "nudge"):
            return self.family(name)
        known = self.pack.nudges.get(name) if kind == "nudge" else self.pack.scenes.get(name)
        if known is None:
            return plain(name)
        place = self.pack.places.get(known.where)
        where = place.name.removeprefix("The ").lower() if place else plain(known.where)
        person = self.person(known.who)
        return f"{person}, {where}" if person else f"the {where}"

    def ask(self, id_: str) -> Ask | None:
        return self.pack.asks.get(id_)

    def pick(self, id_: str, value: str) -> str:
        """The words behind a picked value."""
        known = self.ask(id_)
        number = value.removeprefix("pick_")
        if known and number.isdigit() and int(number) < len(known.picks):
            return known.picks[int(number)]
        return plain(value)

"""How somebody looks today: calm, glad or troubled. Only from what the player has seen.

It goes by four things, all of which were on the screen: that somebody lies on the ground; that what is met is a fall
or a debt, as its words say; what the choice just made does to a tie, as it said beside it; and, where it does nothing
to one, what is seen to come of it (laughs, turns away). What a choice did to somebody stays with them until the day
ends. It never goes by points, by a rule, by who looked, or by what one will be told later; and nobody is told how to
feel: you are always calm.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.language import N_, _
from game.model.view import View
from game.screens.paint import people

CALM, GLAD, TROUBLED = "calm", "glad", "troubled"
NOBODY = frozenset({"", "nobody"})
SAID = {GLAD: N_("{name}, looking glad"), TROUBLED: N_("{name}, looking troubled")}
HARD = frozenset({"fall", "debt"})  # what these are about weighs on whoever it is about, in every coat
SEEN = {
    "laughs": GLAD, "waves": GLAD, "hat_raised": GLAD, "embrace": GLAD, "turns_away": TROUBLED,
}


def met(view: View) -> tuple[str, str]:
    """Whom this view is about, and how they look: ("", "calm") where it is about nobody."""
    moment = view.moment
    if moment is None:
        who, mood = view.due_who, TROUBLED if view.due_lies else CALM
    else:
        who, mood = moment.who, TROUBLED if moment.moment.rpartition(".")[2] in HARD else CALM
        if view.phase == "then":
            tie = next((one.tie for one in moment.options if one.id == view.chosen), 0)
            mood = GLAD if tie > 0 else TROUBLED if tie < 0 else SEEN.get(view.seen, CALM)
    return ("", CALM) if who in NOBODY else (who, mood)


@dataclass(frozen=True)
class Moods:
    """Of one day: who looks how, for what was done to them; and whoever is before one now."""

    day: int = 0
    kept: Mapping[str, str] = field(default_factory=dict)
    now: tuple[str, str] = ("", CALM)

    def after(self, view: View) -> "Moods":
        """The same when this view has been seen. A new day begins calm."""
        kept = dict(self.kept) if view.day == self.day else {}
        who, mood = met(view)
        if view.phase == "then" and who and mood != CALM:
            kept[who] = mood
        return Moods(view.day, kept, (who, mood))

    def of(self, who: str) -> str:
        """How somebody looks now."""
        if who in NOBODY:
            return CALM
        if who == self.now[0] and self.now[1] != CALM:
            return self.now[1]
        return self.kept.get(who, CALM)


def said(name: str, mood: str) -> str:
    """Somebody's name, with how they look for who cannot see it."""
    return _(SAID[mood]).format(name=name) if mood in SAID else name


def wearing(look: object, mood: str) -> object:
    """A look with a mood; the player's, and a calm one, as they are."""
    key = people.key_of(look)
    if mood == CALM or key[0] == "you":
        return look
    return {**dict(zip(people.FIELDS, key, strict=True)), "mood": mood}

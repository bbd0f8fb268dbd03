"""What a player does (Act, imperative) and what then happened (Event, past tense)."""

from typing import Literal

from game.model.base import Shape

Do = Literal[
    "begin",  # leave the title; the first morning starts
    "meet",  # come to the moment that is due
    "choose",  # what: option id of the moment in hand
    "visit",  # what: place id. Charges the way there; how: "row" or "lane"
    "use",  # what: activity id of the place one is in
    "leave",  # step out of the place
    "look",  # what: "board", "phone", "lantern", or "line:<line id>" to read one posted line
    "roam",  # what: free act on the pavement (see chapter.street_acts); how: "lens" or "clear"
    "home",  # end the day: walk home and go in
    "answer",  # what: ask id; values: what was done with the thing (may be empty: left alone)
    "on",  # turn the page: a consequence, a morning, a ledger has been read
    "skip",  # short way: pass over an unscored moment
]


class Act(Shape):
    """One act of the player. `how` and `values` are empty unless `do` says otherwise above."""

    do: Do
    what: str = ""
    how: str = ""
    values: tuple[str, ...] = ()


class Event(Shape):
    """One thing that happened. Fields at their default are left out of the record.

    `secret` events are in the record but must never reach a View before the reveal.
    """

    did: str
    what: str = ""
    amount: int = 0
    why: str = ""
    secret: bool = False
    # the rest belongs to did="chose" (a moment's choice) and to answers
    condition: str = ""
    family: str = ""
    coat: str = ""
    choice: str = ""
    keeps: bool | None = None
    keeping: str = ""  # kind | neutral | harmful
    tags: tuple[str, ...] = ()
    watched: bool | None = None  # truly looked at, as the seed had it
    nudge: str = ""  # default | social_proof | salience | framing | friction | reminder | order
    arm: str = ""  # toward | away (matched, H);  x | z | none (unscored nudge)
    values: tuple[str, ...] = ()
    truth: tuple[str, ...] = ()

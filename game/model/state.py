"""The whole of a play at one instant: frozen, small, integers and tuples, no text, no clock, no chance."""

from game.model.base import Shape
from game.model.record import Setup


class Memory(Shape):
    """The last time of a family: what was chosen and whether that kept the rule."""

    family: str
    choice: str
    keeps: bool


class State(Shape):
    setup: Setup
    plan: tuple[tuple[str, ...], ...]  # a tuple of moment ids for each day
    phase: str = "title"
    day: int = 0  # index into plan
    beat: int = 0  # index into today's plan
    minute: int = 480  # of the day
    at: str = "no_7"
    way: str = "row"
    place: str = ""  # inside this place
    did: str = ""  # the activity just done in this place; with "!" if one was cheated
    inset: str = ""  # the scene that a choice led to; it stands before what is due
    chosen: str = ""  # option just chosen, in phase "then"
    coins: int = 0
    tick: int = 0
    rest: int = 8
    ties: tuple[tuple[str, int], ...] = ()
    trust: int = 40  # the town's, 0..100
    balances: tuple[tuple[str, int], ...] = ()  # regime -> points
    dawn: int = 0  # the running regime's balance when the day began
    opened: int = 0  # the same when the regime's first day began
    read: tuple[tuple[str, int], ...] = ()  # posted line -> day it was read
    memory: tuple[Memory, ...] = ()
    today: tuple[tuple[str, str], ...] = ()  # moment, choice: of the running day
    used: tuple[str, ...] = ()  # activities and roams used today
    asks: tuple[str, ...] = ()  # still to be asked, the first is open
    after: str = ""  # the phase that follows when nothing is left to ask
    prefers: tuple[str, ...] = ()  # declared by unpacking
    doors: tuple[tuple[str, str, bool], ...] = ()  # regime, door, open
    flags: tuple[str, ...] = ()
    ate: bool = False
    cheated: int = 0  # times cheated so far
    told: int = 0  # people's ends that stood on the pages before this one
    tried: int = 0  # purchases in which one could have been cheated

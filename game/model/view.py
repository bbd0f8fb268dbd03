"""All that a player, or a bot, may know at one instant. Secrets never get in here."""

from typing import Literal

from game.model.base import Shape
from game.model.record import Shown

World = Literal["daylight", "print", "phone"]
Phase = Literal[
    "title",  # before "begin"
    "morning",  # a page: what the day is; "on"
    "street",  # walking; "meet", "visit", "look", "roam", "home"
    "moment",  # a choice is open; "choose" (and "look")
    "then",  # its consequence; "on"
    "place",  # indoors; "use", "leave"
    "ask",  # a thing asks; "answer"
    "ledger",  # the night's page in the regime's voice; "on"
    "ending",  # the last page; "on"
    "epilogue",  # what became of the others; "on"
    "over",  # the play is done; the debrief is open
]


class Standing(Shape):
    """What the regime shows the player of their own standing. All empty: it shows nothing."""

    points: int | None = None
    grade: str = ""
    word: str = ""
    arrow: str = ""  # up | level | down


class Spot(Shape):
    """A door on the Row, in order from left to right."""

    id: str
    name: str
    closed: str = ""  # why it is shut now


class Passer(Shape):
    """Somebody standing on the Row with a line to say."""

    who: str
    name: str
    spot: str
    line: str = ""


class RoamView(Shape):
    """A free act on the pavement: an object that can be used, once a day."""

    id: str
    text: str
    spot: str
    prop: str
    mark: str = ""
    points: int | None = None


class Activity(Shape):
    id: str
    text: str
    minutes: int = 0
    coins: int = 0
    rest: int = 0
    mark: str = ""
    points: int | None = None
    closed: str = ""


class PlaceView(Shape):
    id: str
    name: str
    line: str
    activities: tuple[Activity, ...]


class BoardLine(Shape):
    id: str
    text: str
    points: int | None  # None: not read since it changed
    fresh: bool = False  # pasted over the board, and not read since


class Choice(Shape):
    id: str
    text: str


class PaneView(Shape):
    figures: tuple[str, ...]  # how those in it stand
    outside: bool


class AskView(Shape):
    """A thing that asks; `kind` says how it is handled.

    unpack  pairs in `items` (two ids "a/b" an entry, texts in `texts`): values = the ids taken out first
    diary   one entry a moment: values = (moment id, ending id or "blank" or "own:words")
    pegs    values = ("0".."10",): of ten moments, in how many was somebody looking
    chalk   values = ("act id=raises|lowers|uncounted", ...), any may be missing
    token   values = ("1".."5",)
    pick    one of `items`
    dial    values = ("0"..str(top),)
    chair   windows in `items`, seen as in `panes`: values = ("window id=stamp|be", ...) in the order looked
    """

    id: str
    public: bool = False  # token: before the office, or behind a curtain
    kind: Literal["unpack", "diary", "pegs", "chalk", "token", "pick", "dial", "chair"]
    title: str
    line: str
    items: tuple[Choice, ...] = ()
    about: tuple[Choice, ...] = ()  # diary: the moments (id, what you did)
    panes: tuple[PaneView, ...] = ()  # chair: what is seen in each window
    low: str = ""
    high: str = ""
    top: int = 0


class DoorView(Shape):
    id: str  # deposit | seat | bed
    name: str
    open: bool
    why: str = ""  # empty where the regime gives no reason


class Page(Shape):
    """A page to read: morning, ledger, ending."""

    kind: str  # morning | ledger | ending
    title: str
    lines: tuple[str, ...]
    rows: tuple[tuple[str, str], ...] = ()  # label, figure
    doors: tuple[DoorView, ...] = ()
    rests: bool = False  # a good moment to stop for now


class View(Shape):
    phase: Phase
    world: World
    light: Literal["dawn", "noon", "dusk"]
    watch: Literal["none", "plain", "dark", "away", "phone"]
    lantern: Literal["plain", "lit", "dark", "out"]
    day: int  # from 1
    days: int
    train: bool = True  # a train goes on the last day
    weekday: str
    clock: str  # "08:40"
    minutes_left: int
    coins: int
    tick: int  # owed on tick
    rest: int  # 0..10
    ties: int  # how strong they are, all together
    close: int = 0  # people whom one could ask for something
    need: int  # fare, bed, a deposit that is not waived and what is owed, as it stands now
    standing: Standing | None
    boxed: bool = False  # the phone of this world still lies in its box: nothing of it shows yet
    wall: int | None = None  # your points on a list that hangs in this room, beside the regime of the day
    at: str  # place id nearest the player
    way: Literal["row", "lane"]
    spots: tuple[Spot, ...] = ()
    people: tuple[Passer, ...] = ()
    roams: tuple[RoamView, ...] = ()
    board: tuple[BoardLine, ...] = ()
    cheer: str = ""  # what the phone says when looked at
    due: str = ""  # who waits ahead: text for a hint and for screen readers; "" is nobody
    due_who: str = ""  # person id, to be drawn ahead
    due_mode: str = ""
    due_hour: str = ""  # "18:00", if it does not happen before then
    due_where: str = ""  # where it will take place, so that the street can show it there
    due_thing: str = ""  # what is to be seen there: a drawing of an object
    due_lies: bool = False  # whoever it is lies on the ground
    cars_stop: bool = False
    errand: str = ""  # one line: what one wants now
    moment: Shown | None = None
    chosen: str = ""  # phase "then": option id
    then: str = ""  # the consequence in words: of a choice, or of what was done indoors
    seen: str = ""  # phase "then": the consequence on the street (animation id)
    place: PlaceView | None = None
    ask: AskView | None = None
    page: Page | None = None
    home_closed: str = ""  # why one cannot go home yet
    matched_done: int = 0  # moments met so far, for the calendar
    matched_all: int = 0

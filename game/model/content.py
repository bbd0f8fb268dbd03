"""What a level file may say. Every file under levels/ is one of these shapes.

Words on a play screen are counted by `game check`: scene + memory + sight + choices stay within 60.
Signs: `minutes` are spent (0 or more); `coins`, `rest`, `tie`, `trust` are changes (minus is a loss).
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from game.model.base import READ, Shape, Text, Words
from game.model.check import Case

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
DoorId = Literal["deposit", "seat", "bed"]
ConditionId = Literal["U0", "P", "D", "UV", "H", "UH"]
Mode = Literal["sheet", "walk", "wait", "counter", "line"]
Where = Literal[
    "row",
    "square",
    "crossing",
    "doorstep",
    "quay",
    "bakery",
    "market",
    "ferry_office",
    "station",
    "clinic",
    "cafe",
    "library",
    "laundry",
    "pawnshop",
    "park",
    "stairwell",
    "kitchen",
    "call_floor",
    "lodging",
    "carriage",
]
Prop = Literal[
    "",
    # walk: things on the street
    "person",
    "phone_box",
    "way_on",
    "neighbour",
    "bell",
    "crate",
    "bench",
    "doorway",
    "bin",
    # wait
    "kerb",
    "road",
    "bridge",
    # counter
    "cup",
    "coin",
    "slip",
    "tin",
    "basket_plain",
    "basket_fun",
    "basket_mixed",
    "stall_cash",
    "shelf",
    "note",
    "form",
    "stamp",
    "box",
    "bottle",
    "parcel",
    "radio",
    "book",
    "bread",
    "ticket",
    "umbrella",
    "jar",
    "card_red",
    "card_brown",
    "oil_clear",
    "oil_amber",
    "loaf_round",
    "loaf_long",
    "bag_paper",
    "bag_string",
    "soap_pine",
    "soap_lavender",
    # line
    "plug",
    "headset",
    "notepad",
]
Seen = Literal[
    "",
    "hat_raised",
    "turns_away",
    "waves",
    "walks_off",
    "sits_down",
    "laughs",
    "embrace",
    "shutter_down",
    "shutter_up",
    "bus_leaves",
    "lamp_on",
    "lamp_off",
    "coin_drops",
    "paper_flies",
    "gull_dives",
    "goose_marches",
    "door_closes",
    "door_opens",
    "car_splashes",
    "car_stops",
    "crowd_gathers",
    "crowd_parts",
    "cat_crosses",
    "phone_rings",
    "line_dead",
    "steam_rises",
    "stamp_falls",
    "name_pinned",
    "rain_starts",
    "window_lights",
]
Drawing = Literal[
    "",
    # the crossing
    "goose",
    "folding_chair",
    "tulips",
    "fish_oil",
    # falls
    "sheets",
    "shoes_crate",
    "umbrellas",
    "walking_stick",
    # baskets
    "marzipan",
    "submarine",
    "comic",
    "chocolates",
    "robot",
    "dice",
    # tins on trust
    "urn",
    "duck_umbrella",
    "jam",
    "hot_tap",
    "plums",
    # debts
    "washing",
    "hen",
    "pump",
    "biscuits",
    "tandem",
    "atlas",
    # friends on a list
    "draughts",
    "key",
    "invitation",
    "wizard",
    # an unsigned hand
    "milk_tin",
    "funnel",
    "card",
    "teapot_chalk",
    "notice",
    "typewriter",
    # a card with a figure on it
    "scissors",
    "wet_parcel",
    "cake",
    # twice by mistake
    "envelope",
    "drops",
    "boots",
    # a sheet that nobody licensed
    "petition",
    "lifebelt",
    "bench_wall",
    # a better word on it
    "milk_powder",
    "spring_water",
    "linen",
    "life_jackets",
    "pie",
    "novel",
    # story and free moments
    "drum",
    "ladder",
    "mangle",
    "bowl",
    "foghorn",
    "gull_loaf",
    "heater",
    "coins",
    "lens",
    "glove",
    "flour",
    "leaf",
    "hats",
    "drawer",
    # nudges
    "slots",
    "wireless",
    "scarves",
    "teapot",
    "umbrella_stand",
    "cushions",
    # a day of the market
    "kilo",
    "fallen_porter",
    "cold_box",
    "two_tins",
    "minute_tea",
    "sock",
    # the kiosk, the roll, the ban
    "booth",
    "kiosk_drawer",
    "word_cards",
    "framed_word",
    "roll",
    "roll_lines",
    "held_door",
    "last_train",
    "ban_notice",
    "cap_slips",
    "perk_shelf",
    "lonely_page",
    # the call floor
    "peppermint",
    "four_minutes",
    "chalk_box",
    "dog_form",
    "open_till",
    # the second app
    "whelk",
    "two_phones",
    "hire_cart",
    "hire_rack",
    "nappies",
    "pencil_list",
    # the square, the desks
    "big_screen",
    "list_glass",
    "two_drawers",
    "ticket_machine",
    "two_years",
    "form_boxes",
    "stamp_rack",
    "digits",
    "old_bicycle",
    "town_book",
    "stamped_copy",
    # five stars
    "number_letter",
    "oak_frame",
    "two_papers",
    "cab",
    "cab_card",
    "notebook",
    "buns",
    "gold_stars",
    "trifle",
    "sandy_cake",
    # told at the end, or the first morning
    "regret_slip",
    "bed_key",
    "grapes",
    "noodles",
    "warm_phone",
    "rake",
    # met on the way
    "piano",
    "sleeper",
    "wedding_camera",
    "pear",
    # found to say something else than the words
    "letter",
    "shy_book",
    "gull_list",
    "gangway",
    "dome_held",
]
Pose = Literal["stand", "walk", "talk", "sit", "lie", "wave", "hat", "carry", "point"]
Source = Annotated[str, StringConstraints(min_length=3), READ]


class Tie(Shape):
    who: Id
    by: int = Field(ge=-3, le=3)


class Way(Shape):
    """How one choice reads and what it costs in one coat or scene."""

    text: Text
    then: Text  # the consequence in words, at most 12
    seen: Seen = ""  # the consequence on the street, before the words
    prop: Prop = ""  # moments by hand: the thing that stands for this choice
    minutes: int = Field(0, ge=0, le=360)
    coins: int = Field(0, ge=-16, le=16)
    rest: int = Field(0, ge=-3, le=3)
    tie: Tie | None = None
    trust: int = Field(0, ge=-3, le=3)


class Role(Shape):
    """One choice of a family, the same in all its coats."""

    id: Id
    keeps: bool
    acts: tuple[Id, ...] = ()
    tags: tuple[Id, ...] = ()
    plain: Words = ""  # what it is called, and ...
    plain_then: Words = ""  # ... what comes of it, where the opening of a play goes without the coat's words


class Recall(Shape):
    """A line from memory, where this is not the first of its family. At most 9 words each."""

    kept: Text
    not_kept: Text


class Word(Shape):
    """The app's line beside the scene, pushing toward keeping or away from it. At most 7 words each."""

    toward: Text
    away: Text


class Coat(Shape):
    id: Id
    asks: Literal["met", "asked", "found"]
    mood: Literal["grave", "absurd"]
    who: Id
    where: Where
    thing: Drawing = ""  # what the text turns on, where nothing else shows it: a drawing in assets/images/things
    scene: Text  # at most 24 words
    memory: Recall
    word: Word
    choices: dict[Id, Way]  # role id -> way


class Family(Shape):
    """Six coats of one temptation with one rule; `keeps` is the same in every condition."""

    id: Id
    name: Text  # the debrief's label, e.g. "Somebody falls"
    rule: Text  # the rule in plain words, e.g. "Stay with a person who has fallen"
    keeping: Literal["kind", "neutral", "harmful"]
    mode: Mode
    nudge: Literal["default", "social_proof", "framing", "salience", "friction", "reminder"]
    away: Id  # the choice that the app puts forward when it pushes away
    choices: tuple[Role, ...] = Field(min_length=2, max_length=4)
    coats: tuple[Coat, ...] = Field(min_length=6, max_length=6)
    sources: tuple[Source, ...] = Field(min_length=1)


class Needs(Shape):
    """What a choice of a story needs. A choice that lacks it is closed, and says why."""

    coins: int = 0
    doors: tuple[DoorId, ...] = ()  # by the latest word these are open ...
    shut: tuple[DoorId, ...] = ()  # ... and these shut
    flag: str = ""
    tie: Id | None = None
    regime: Id | None = None  # a side system by whose word it goes: it must know you ...
    at_least: int | None = None  # ... with so many points, and no fewer
    why: Text


class Turn(Way):
    """A choice of a story scene or a free moment. Not matched: it may be closed, and may leave a flag."""

    id: Id
    acts: tuple[Id, ...] = ()
    tags: tuple[Id, ...] = ()
    flags: tuple[Id, ...] = ()
    needs: Needs | None = None
    instead: Id | None = None
    joins: Id | None = None  # lets this side system count from now on
    reads: Id | None = None  # `then` may hold {points} and {grade} of this system
    next: Id | None = None  # the scene that follows at once, without a step between
    cheats: bool = False  # a purchase in which one is cheated
    coins: int = Field(0, ge=-200, le=200)


class Scene(Shape):
    """A story scene or a free moment: unscored unless its acts are on a tariff."""

    id: Id
    who: Id
    where: Where
    thing: Drawing = ""
    mode: Mode = "sheet"
    scene: Text
    aside: Words = ""
    conditions: tuple[ConditionId, ...] = ()  # where it may appear; empty is everywhere
    unless: str = ""  # passed over if this flag is set
    brings_phone: bool = False  # until this has been met there is no phone to take out
    at_once: bool = False  # comes straight after what was before it, without a step between
    hour: int = Field(0, ge=0, le=1320)  # minute of the day before which it does not happen; the clock goes on to it
    choices: tuple[Turn, ...] = Field(min_length=1, max_length=4)
    sources: tuple[Source, ...] = ()


class Nudge(Shape):
    """An unscored choice between like goods whose default the seed draws: x, z or none."""

    id: Id
    kind: Literal["default", "social_proof", "framing", "salience", "friction", "reminder"]
    who: Id
    where: Where
    thing: Drawing = ""
    mode: Literal["sheet", "counter"] = "sheet"
    scene: Text
    x: Id
    z: Id
    line_x: Text  # the line that pushes to x; at most 9 words
    line_z: Text
    phone_x: Words = ""  # the same push in the app's voice, where a phone is about; at most 9 words
    phone_z: Words = ""
    pair: Id | None = None  # the pair in the box that declares a preference: its left is x, its right is z
    choices: tuple[Turn, ...] = Field(min_length=2, max_length=3)
    sources: tuple[Source, ...] = ()


class ActName(Shape):
    """An entry of the one vocabulary of acts that rules refer to."""

    id: Id
    name: Text  # as chalked on the wall: "Waiting at a red light"
    source: Words = ""


class Rule(Shape):
    """act -> points."""

    act: Id
    points: int = Field(ge=-30, le=30)
    text: Text  # as posted: "Crossing on red"
    origin: Literal["reported", "invented"]
    source: Source


class Tariff(Shape):
    """A list of rules that several regimes may share."""

    id: Id
    rules: tuple[Rule, ...]


class FileRule(Shape):
    """A rule about who one is on paper: if the starting file has `has`, add points at the regime's start."""

    has: Id
    points: int = Field(ge=-60, le=60)
    text: Text
    origin: Literal["reported", "invented"]
    source: Source


class Pasted(Shape):
    """A line pasted over the board on the regime's n-th morning. Always about free acts."""

    morning: int = Field(ge=1)
    rule: Rule


class Grade(Shape):
    at_least: int
    name: Text


class Ledger(Shape):
    """The night's page in the regime's voice. Fields in braces: points, change, grade, count, day."""

    title: Text
    opening: Text
    up: Text
    down: Text
    level: Text
    judged: Words = ""  # the last day: what it says above the doors
    closing: Text


class DoorRule(Shape):
    door: DoorId
    at_least: int
    why_open: Words = ""  # said only where the regime explains; fields: points, at_least
    why_shut: Words = ""


class Felt(Shape):
    """Something that plainly gets better or worse under a regime, and where a player meets it."""

    side: Literal["better", "worse"]
    where: Annotated[str, StringConstraints(pattern=r"^(scene|place|person|family|door|roam|town|night):[a-z_]+$")]
    text: Text


class Regime(Shape):
    """How a life is rated. Everything about it is here; no rule of it is in code.

    A side system (`side`) runs beside the regime of the day in the chapters that name it, and rates the same acts.
    """

    id: Id
    name: Text
    side: bool = False
    world: Literal["daylight", "print", "phone"]
    light: Literal["dawn", "noon", "dusk"] | None = None
    watch: Literal["none", "plain", "dark", "away", "phone"]
    lantern: Literal["plain", "lit", "dark", "out"]
    scores: Literal["nothing", "all", "looked_at"]  # which moments count
    one_look_in: int = Field(0, ge=0)  # dark glass: one moment in so many is truly looked at
    posted: bool = False
    tariff: Id | None = None
    extra: tuple[Rule, ...] = ()  # beyond the tariff: purchases, friends ...
    pasted: tuple[Pasted, ...] = ()
    carries_on: Id | None = None  # goes on with that regime's balance if it was lived before
    start: int = 0
    file: tuple[FileRule, ...] = ()
    shows: Literal["nothing", "points_and_grade", "word", "arrow"]
    grades: tuple[Grade, ...] = ()
    doors: tuple[DoorRule, ...] = ()
    explains: bool = False
    entry: Literal["none", "compulsory", "opt_in", "opted_in_by_default"]
    others_see: bool = False
    shared: bool = False  # can other offices read it
    appeal: Words = ""  # what an appeal costs, in words; empty: nobody could tell you
    lasts: Words = ""  # how long a mark lasts; empty: nobody could tell you
    data: tuple[Id, ...] = ()  # conduct, purchases, friends, bills, degree, file
    trust: int = Field(0, ge=-20, le=20)  # what a day under it does to the town's trust
    sights: tuple[Text, ...] = ()  # a line about the watch under a scene, at most 7 words
    cheer: tuple[Text, ...] = ()  # what the phone says
    ledger: Ledger | None = None  # a side system has none
    mirror: Words = ""  # its cousin at home, for the debrief
    felt: tuple[Felt, ...] = ()
    sources: tuple[Source, ...] = ()


class Condition(Shape):
    id: ConditionId
    regime: Id
    coat: int = Field(ge=0, le=5)  # the fixed i of the coats' rotation
    name: Text  # for the debrief: "before any rule"


class ActivityOf(Shape):
    id: Id
    text: Text
    minutes: int = Field(0, ge=0, le=240)
    coins: int = Field(0, ge=-60, le=60)
    rest: int = Field(0, ge=-3, le=4)
    tie: Tie | None = None
    acts: tuple[Id, ...] = ()
    a_day: int = Field(1, ge=1, le=3)  # how often in a day
    food: bool = False
    shop: bool = False  # one can be cheated here, as the town's trust has it
    once: bool = False
    conditions: tuple[ConditionId, ...] = ()
    flag: str = ""
    needs: Needs | None = None
    joins: Id | None = None
    reads: Id | None = None
    then: Text
    others: tuple[Text, ...] = ()  # in turn with `then`, so that a week of it is not one sentence
    cheated: Words = ""  # what is said when one is cheated


class Place(Shape):
    id: Id
    name: Text  # the sign
    line: Text  # what one sees on going in, at most 25 words
    who: Id | None = None
    opens: int = Field(0, ge=0, le=1440)
    closes: int = Field(1440, ge=0, le=1440)
    activities: tuple[ActivityOf, ...]


class Person(Shape):
    id: Id
    name: Text
    skin: int = Field(ge=0, le=5)
    hair: Literal[
        "none", "short", "bun", "long", "curly", "cap", "hat", "scarf", "grey_short", "grey_bun", "plait", "bob",
        "topknot", "flatcap", "souwester", "puff", "quiff", "nurse", "kepi", "cap_back", "veil", "feather", "kerchief",
    ]
    hair_tone: int = Field(0, ge=0, le=5)
    coat: Literal[
        "coat", "apron", "uniform", "cardigan", "jacket", "dress", "raincoat", "overall", "greatcoat", "suit", "robe",
        "waiter",
    ]
    tone: int = Field(0, ge=0, le=7)
    height: Literal["little", "small", "middle", "tall"] = "middle"
    build: Literal["slight", "middle", "broad"] = "middle"
    carries: Literal[
        "", "bag", "basket", "stick", "papers", "phone", "broom", "bread", "roll", "linen", "ledger", "books",
        "trolley", "paddle", "umbrella", "salver", "flags", "clock",
    ] = ""
    mark: Literal[
        "", "backpack", "rope", "bow", "long_scarf", "shawl", "tray", "cape", "headset", "beard", "short_beard"
    ] = ""  # what somebody is known by
    tie: int = Field(0, ge=0, le=5)  # at the start


class File(Shape):
    """A starting file: what is on paper about you before you do anything."""

    id: Id
    name: Text
    has: tuple[Id, ...]  # e.g. lane_postcode, parents_debt, friends_listed, degree
    text: Text
    middle: bool = False


class Pair(Shape):
    """Two things in the box at No. 7; which comes out first declares a preference."""

    id: Id
    left: Text
    right: Text
    filler: bool = False


class Ending(Shape):
    """The diary's sentence endings. `kind` is never shown."""

    id: Id
    kind: Literal["external", "introjected", "identified", "intrinsic", "amotivation"]
    text: Text


class Window(Shape):
    """A lit window, as it is seen from the Lantern: somebody does what a choice of a family does. Nobody is named."""

    id: Id
    family: Id
    choice: Id
    text: Text  # one sentence, at most 12 words; neither side looks plainly bad
    figures: tuple[Pose, ...] = Field(("stand",), min_length=1, max_length=2)  # who is seen, and how they stand
    outside: bool = False  # not in a room: through the glass one sees the street


class Ask(Shape):
    """A thing that asks."""

    id: Id
    kind: Literal["unpack", "diary", "pegs", "chalk", "token", "pick", "dial", "chair"]
    title: Text
    line: Text
    picks: tuple[Text, ...] = ()
    low: Words = ""
    high: Words = ""
    acts: tuple[Id, ...] = ()  # chalk: the acts on the wall
    public: bool = False  # token: asked before the office
    regime: Id | None = None  # chalk, token: about this regime; left out: the one that is running
    condition: ConditionId | None = None  # pegs: about this one; asked once, and only if it has been lived
    late: bool = False  # unpack: the half of the pairs that is asked only after the play


class Standing(Shape):
    """Somebody on the Row with a line, on one day of a chapter."""

    who: Id
    spot: Id
    line: Text
    flag: str = ""  # only if this flag is set ...
    unless: str = ""  # ... or not set
    trust: Literal["", "low", "high"] = ""  # only while the town's trust is so
    day: int = Field(1, ge=1)


class Morning(Shape):
    title: Text
    lines: tuple[Text, ...]
    errand: Words = ""  # the last day's: what one wants now is no longer what its chapter wanted


class StoryAt(Shape):
    scene: Id
    day: int = Field(1, ge=1)
    # before this matched moment of the day (0 is the first); a shorter day passes it over (a chapter that is the whole
    # play tells it later). Left out: the day's end
    before: int | None = Field(None, ge=0)
    only_first: bool = False  # only if this chapter opens the play
    campaigns: tuple[Id, ...] = ()  # only in these; empty: in all, and where the chapter is played by itself


class Roam(Shape):
    """A free act on the pavement."""

    id: Id
    act: Id
    text: Text
    spot: Id
    prop: Literal["gulls", "bench", "step", "railing", "litter", "cat", "flag"]
    then: Text
    rest: int = Field(0, ge=-1, le=1)
    minutes: int = Field(5, ge=0, le=30)


class Chapter(Shape):
    """A day or more of one condition. Chapters of one condition follow each other and share its matched moments."""

    id: Id
    condition: ConditionId
    name: Text
    mornings: tuple[Morning, ...] = Field(min_length=1)
    alone: tuple[Text, ...] = ()  # what the first morning says first where this chapter is the whole play
    story: tuple[StoryAt, ...] = ()
    people: tuple[Standing, ...] = ()
    asks_morning: tuple[Id, ...] = ()  # its first morning
    asks_evening: tuple[Id, ...] = ()  # its first night
    asks_night: tuple[Id, ...] = ()  # the last night of its condition, be it in a later chapter
    diary: bool = False  # the diary lies open on each night
    beside: tuple[Id, ...] = ()  # side systems that run here
    # first and last line of its night pages, where the regime's own were read the night before
    night: tuple[()] | tuple[Text, Text] = ()
    errand: Text


class Need(Shape):
    fare: int
    bed: int
    deposit: int
    rent: int  # a night
    food: int  # what a day costs in rest if one has not eaten


class Campaign(Shape):
    id: Id
    name: Text
    blurb: Text
    families: tuple[Id, ...]
    opening: Id  # the family that comes first
    visible_first: tuple[Id, ...]  # chapters
    hidden_first: tuple[Id, ...]
    last_day: tuple[Id, ...]  # scenes of the last day, in order
    last_morning: Morning
    nudges: tuple[Id, ...]
    nudge_arms: tuple[int, int, int]  # how many x, z, none
    free: tuple[Id, ...]
    free_every: int = Field(3, ge=1)  # after so many matched moments comes an unmatched one: a nudge or a free scene
    asks: tuple[Id, ...] = ()  # only these things ask; empty: all that the chapters name
    after_asks: tuple[Id, ...] = ()  # before the debrief
    arcs: tuple[Id, ...] = ()  # whose ends are told after the last page
    rests_after: int = Field(0, ge=0)  # after this day it is a good moment to stop for now; 0: never
    coins: int
    need: Need


class ArcEnd(Shape):
    """How it went with somebody. The first whose conditions all hold is told."""

    id: Id
    flags: tuple[Id, ...] = ()  # all of these are set ...
    unless: tuple[Id, ...] = ()  # ... and none of these
    tie_at_least: int | None = None
    tie_at_most: int | None = None
    text: Text


class Arc(Shape):
    """What becomes of somebody, by what the player did. `who` is the person's id."""

    id: Id
    who: Id
    ends: tuple[ArcEnd, ...] = Field(min_length=2)


class Close(Shape):
    """A last page of the story. The first whose flags all hold is taken."""

    id: Id
    flags: tuple[str, ...] = ()
    doors: tuple[str, ...] = ()  # "seat", "bed": these must be open; "!bed": shut
    title: Text
    lines: tuple[Text, ...]


class DoorName(Shape):
    id: DoorId
    name: Text
    opened: Text
    shut: Text


class PackInfo(Shape):
    id: Id
    name: Text
    language: str = "en"


class Pack(Shape):
    """All level files of a folder, read and checked together."""

    info: PackInfo
    digest: str
    acts: dict[str, ActName]
    tariffs: dict[str, Tariff]
    regimes: dict[str, Regime]
    conditions: dict[str, Condition]
    families: dict[str, Family]
    scenes: dict[str, Scene]
    nudges: dict[str, Nudge]
    places: dict[str, Place]
    people: dict[str, Person]
    files: dict[str, File]
    box: dict[str, Pair]
    endings: dict[str, Ending]
    windows: dict[str, Window]
    asks: dict[str, Ask]
    roams: dict[str, Roam]
    chapters: dict[str, Chapter]
    campaigns: dict[str, Campaign]
    arcs: dict[str, Arc]
    closes: dict[str, Close]
    doors: dict[str, DoorName]
    cases: dict[str, Case] = Field(default={}, repr=False)  # of the learning check, outside every play
    alone: dict[str, Campaign] = Field(default={}, repr=False)  # each chapter as a play by itself

    def play(self, name: str) -> Campaign:
        """The campaign of that name, or the chapter as one. Raises KeyError for a name that is neither."""
        return self.campaigns[name] if name in self.campaigns else self.alone[name]

"""A play on disk: one header line, then one line a step."""

from typing import Literal

from game.model.acts import Act, Event
from game.model.base import Shape

Order = Literal["visible-first", "hidden-first"]


class Setup(Shape):
    """All that a play needs besides the pack. `file` is the starting file's id."""

    campaign: str
    seed: int
    order: Order
    file: str
    untimed: bool = False


class Header(Shape):
    format: Literal[1] = 1
    game: str
    pack: str  # id of the pack
    digest: str  # sha256 of the pack's content, hex
    play: str  # random id; no name, no clock
    setup: Setup


class Option(Shape):
    """What was shown of one option, kept beside what was chosen."""

    id: str
    text: str
    minutes: int = 0
    coins: int = 0
    tie: int = 0
    mark: str = ""  # "" | "posted"
    points: int | None = None  # only where the player had read the line
    preselected: bool = False
    lit: bool = False
    near: int = 0  # 0 is nearest (moments by hand)
    prop: str = ""
    friction: int = 0  # extra presses before it takes
    closed: str = ""  # why it cannot be chosen now; "" is open


class Shown(Shape):
    """The moment as it stood on the screen: enough to draw it again."""

    moment: str  # e.g. "P.fall", "free.gull", "nudge.box", "story.heater"
    mode: str  # sheet | walk | wait | counter | line
    world: str  # daylight | print | phone
    light: str  # dawn | noon | dusk
    watch: str  # none | plain | dark | away | phone
    day: int
    clock: str
    who: str
    where: str
    thing: str = ""  # what is drawn there besides: an object that the scene turns on
    scene: str
    wordless: bool = False  # the scene was not put into words: the first choice of a play is made with the feet
    voice: str = ""  # whose word the aside is: the app's name
    aside: str = ""  # the line under the scene: a sight of the watch, the app's word, a memory
    options: tuple[Option, ...]


class Line(Shape):
    """One step. `ms` is time spent, added by the shell; it is outside the digest and never read by the rules."""

    n: int
    act: Act
    events: tuple[Event, ...] = ()
    shown: Shown | None = None
    ms: int = 0
    digest: str


class Record(Shape):
    header: Header
    lines: tuple[Line, ...] = ()
    torn: bool = False  # the last line was cut short and dropped

"""Rooms: a backdrop, what the regime has put in it, people, and where there is one a counter before them."""

import math
from collections.abc import Sequence
from typing import Protocol

from game.language import N_, _
from game.screens import art
from game.screens.paint import board, clocks, far, life, light, people, plan, weather
from game.screens.paint.brush import Brush

COUNTER_Y = 430.0  # things stand on it
BEHIND = 512.0  # feet of one who stands behind a counter; the counter hides them
BEFORE = 556.0  # feet of one who stands before it
HAPPENS = (980.0, 640.0)  # where a consequence is seen
SCALE = 2.0  # people are nearer than on the street
ROOMS = (
    "bakery", "market", "ferry_office", "station", "clinic", "cafe", "library", "laundry", "pawnshop", "park",
    "stairwell", "kitchen", "call_floor", "lodging", "carriage", "quay", "doorstep",
    "square",
)
COUNTERS = (
    "bakery", "market", "ferry_office", "station", "clinic", "cafe", "library", "laundry", "pawnshop", "kitchen",
    "call_floor",
)
RANKS = (("14", "Abara N.", 212), ("09", "Falk J.", 207), ("17", "Moreau C.", 195), ("03", "Tamm O.", 171))
OWN = ("22", N_("you"), 198)  # the wall of the call floor: desk, name, figure; yours while nothing else is known of it
SAILINGS = (  # what hangs there instead as long as nobody is ranked
    ("06:40", N_("North shore")), ("09:30", N_("The islands")), ("12:15", N_("North shore")),
    ("15:50", N_("The islands")), ("18:45", N_("Last boat home")),
)
UNRANKED = ("none", "away")  # under these watches nobody is ranked
LISTENED = {"plain": N_("every call is counted"), "dark": N_("a call may be listened to")}
OPEN_AIR = ("park", "quay", "doorstep", "square")
INLAND = ("lodging", "carriage")  # where nothing of the town's hangs
PANE = {"lit": "lamp", "dark": "glass", "plain": "window", "out": "stone"}
# Where the watch hangs, and the ceiling or post it hangs from; where a phone lies.
WATCH: dict[str, tuple[float, float]] = {
    "park": (650, 348), "square": (268, 208),
    "quay": (940, 210), "doorstep": (420, 96), "station": (560, 110), "call_floor": (620, 70),
    "market": (700, 74), "kitchen": (820, 70), "lodging": (470, 70), "stairwell": (720, 84), "bakery": (720, 74),
    "pawnshop": (640, 70), "cafe": (842, 64), "clinic": (570, 70), "library": (640, 68),
}
PHONE: dict[str, tuple[float, float]] = {
    "park": (420, 428), "quay": (560, 482), "doorstep": (800, 508), "stairwell": (440, 222), "lodging": (960, 352),
    "square": (478, 384), "carriage": (1160, 506),
}
SKY = {"park": (0, 0, 344), "quay": (0, 0, 300), "square": (0, 0, 300), "doorstep": (1040, 44, 380)}
USUAL = 1.7  # how much larger a watch is than on the street ...
SMALL = {"park": 1.0}  # ... but where it hangs on something far away
BOARD = (640.0, 424.0, 1.15)  # the board in the square: its middle, its foot, how large
SIGNS: dict[str, tuple[tuple[tuple[float, float, float, float], str], ...]] = {
    "doorstep": (((598, 54, 84, 40), N_("No. 7")),),
    "square": (((-154, 66, 288, 39), N_("LIBRARY")), ((1088, 198, 341, 37), N_("CLINIC"))),
}


class Seen(Protocol):
    """What a room needs to know of a picture."""

    world: str
    light: str
    watch: str
    clock: str
    lantern: str
    weather: str
    wall: int | None
    t: float
    still: bool
    @property
    def board_lines(self) -> Sequence[board.Line]: ...
    @property
    def figures(self) -> Sequence["Body"]: ...


class Body(Protocol):
    """One of the people in it."""

    look: object
    x: float
    y: float
    facing: int
    pose: str
    phase: float


def _sky(brush: Brush, left: float, top: float, low: float) -> None:
    """The sky as over the Row, from `top` down to where the land begins; what is drawn of the place lies over it."""
    above, below = brush.palette["sky_top"], brush.palette["sky_low"]
    middle = brush.palette["sky_mid"] if "sky_mid" in brush.palette else art.mix(above, below, 0.5)
    half, wide = (low - top) / 2, 1280 - left
    brush.canvas.rect((left, top, wide, 720 - top), below)
    brush.canvas.gradient((left, top, wide, half), above, middle)
    brush.canvas.gradient((left, top + half, wide, half), middle, below)
    now = light.hour(brush.palette)
    x, y = light.SUN.get(now, light.SUN["noon"])
    if left:  # a narrow piece of sky between two walls
        x, y = left + (x - 40) * wide / 1280, y + 30
    with brush.canvas.clip((left, top, wide, 720 - top)):
        if now in light.AWAY:
            light.low_sun(brush, (x, y))
        if now in light.AWAY or not left:  # it does not reach up to the sun of noon
            brush.put(far.disc(brush.palette), x - 65, y - 65)


def _watch(brush: Brush, where: str, kind: str, t: float) -> None:
    x, y = WATCH.get(where, (860.0, 74.0))
    size = SMALL.get(where, USUAL)
    if where == "quay" and kind in ("plain", "dark", "away"):
        brush.rect(x - 4, y - 30, 8, 262, "iron", radius=3)
    if kind == "plain":
        turn = math.sin(t * math.tau / 9)
        if where == "doorstep":
            brush.rect(x - 20, y - 34, 40, 9, "iron", radius=2)  # a plate on the wall
            brush.rect(x - 4, y - 30, 8, 34, "iron", radius=3)
        elif where in OPEN_AIR:
            brush.rect(x - 4, y - 20, 8, 24, "iron", radius=3)
        else:
            brush.rect(x - 3, 28, 7, y - 36, "iron")
        brush.circle(x, y - 8, 4.7 * size, "iron")
        life.lens(brush, x, y + 6, 0.9 * turn, size)
    elif kind == "dark":
        rows = [x] if where != "call_floor" else [90, 310, 530, 750, 970, 1190]
        for one in rows:
            top = y - 34 * size / USUAL if where in OPEN_AIR else 28
            brush.put("street/dome_big", one - 48 * size / USUAL, top, 0.8 * size / USUAL)
    elif kind == "away":
        top = y - 20 * size / USUAL if where in OPEN_AIR else y - 40
        brush.put("street/lens_away", x - 30 * size / USUAL, top, 1.2 * size / USUAL)
    elif kind == "phone":
        px, py = PHONE.get(where, (900.0, COUNTER_Y))
        glow = 40 + int(26 * math.sin(t * 1.6))
        brush.circle(px, py - 14, 52, "phone", glow // 2)
        brush.circle(px, py - 14, 36, "phone", glow)
        brush.put("props/phone_lying", px - 40, py - 36, 0.9)


def _sailings(brush: Brush) -> None:
    """The wall of the call floor before anybody is ranked, and while nobody is: when the boats go."""
    brush.fitted(684, 133, _("FLOOR C · SAILINGS TODAY"), "condensed", 16, "sign_text", 512)
    for k, (hour, where) in enumerate(SAILINGS):
        y = 168.0 + 36 * k
        brush.rect(680, y - 4, 520, 30, "sign", radius=2)
        brush.rect(680, y - 4, 520, 30, "ink.light", 76, radius=2)
        brush.text(694, y, hour, "mono", 16, "sign_text")
        brush.fitted(780, y, _(where), "sans", 16, "sign_text", 412)


def _ranks(brush: Brush, watch: str, own: int | None) -> None:
    """The wall of the call floor: who stands where today. Who has as many as another is put above."""
    brush.fitted(684, 133, _("FLOOR C · RANKS TODAY"), "condensed", 16, "sign_text", 250)
    brush.fitted(1196, 133, _(LISTENED.get(watch, "")), "serif_italic", 16, "accent_2", 250, "right")
    you = (*OWN[:2], OWN[2] if own is None else own)
    for k, one in enumerate(sorted((you, *RANKS), key=lambda row: -row[2])):
        desk, name, figure = one
        y = 168.0 + 36 * k
        brush.rect(680, y - 4, 520, 30, "sign", radius=2)
        token, dense = ("accent.deep", 255) if one is you else ("ink.light", 76)
        brush.rect(680, y - 4, 520, 30, token, dense, radius=2)
        if one is you:  # under a lamp it must still be dark enough for its words
            brush.rect(680, y - 4, 520, 30, "ink", 90, radius=2)
        brush.rect(920, y + 7, max(30, min(200, figure - 20)), 8, "accent_2" if one is you else "stone", radius=4)
        brush.text(694, y, desk, "mono", 16, "sign_text")
        brush.fitted(740, y, _(name), "sans_semibold" if one is you else "sans", 16, "sign_text", 172)
        brush.text(1188, y, str(figure), "mono_semibold", 16, "sign_text", "right")


def hour(where: str, light: str) -> str:
    """The light in a room: at dusk its lamps are on, so that no evening is gloomier for having rules."""
    return art.LAMPLIT if light == "dusk" and where not in OPEN_AIR and where in ROOMS else light


def interior(brush: Brush, where: str, picture: Seen) -> None:
    """A room filling the canvas. Whoever's feet are at FEET or above is put behind the counter, if there is one.

    An unknown room is a plain labelled wall.
    """
    t = 0.0 if picture.still else picture.t
    if where in SKY:
        _sky(brush, *SKY[where])
    pane = (("pane", brush.palette[PANE.get(picture.lantern, "window")]),)
    brush.stretch(f"rooms/{where}", 0, 0, 1280, 720, extra=pane)
    for pane_box in art.data(f"rooms/{where}", "panes"):
        weather.through(brush, pane_box, picture.weather, t)
    clocks.hands(brush, f"rooms/{where}", 0, 0, picture.clock)
    for box, name in SIGNS.get(where, ()):
        brush.sign(box, _(name))
    if where == "square" and picture.world == "phone":
        brush.stand("street/flowerbed", BOARD[0], BOARD[1] + 4, BOARD[2])  # what stands there on the Row as well
    elif where == "square":
        board.standing(brush, *BOARD, picture.watch, picture.board_lines)
    if where == "call_floor" and picture.watch in UNRANKED and picture.wall is None:
        _sailings(brush)
    elif where == "call_floor":
        _ranks(brush, picture.watch, picture.wall)
    if picture.watch != "phone" and where not in INLAND:
        _watch(brush, where, picture.watch, t)
    has_counter = where in COUNTERS
    for one in sorted(picture.figures, key=lambda f: f.y):
        if has_counter and one.y <= plan.FEET:
            y = min(one.y, BEHIND)
            people.figure(brush, one.look, one.x, y, one.facing, one.pose, one.phase, SCALE, shadow=False)
    if has_counter:
        brush.stretch(f"rooms/{where}_front", 0, 0, 1280, 720)
    light.indoors(brush, where, sun=picture.weather not in ("rain", "fog"))
    if picture.watch == "phone":
        _watch(brush, where, "phone", t)
    for one in sorted(picture.figures, key=lambda f: f.y):
        if not has_counter or one.y > plan.FEET:
            people.figure(brush, one.look, one.x, one.y, one.facing, one.pose, one.phase, SCALE)
    if picture.watch == "dark" and where == "call_floor":
        brush.canvas.rect((0, 486, 1280, 234), brush.ink("shadow", 18))


def has(where: str) -> bool:
    """Whether there is a backdrop of that name."""
    return bool(art.source(f"rooms/{where}"))

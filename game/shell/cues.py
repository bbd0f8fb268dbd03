"""Which sound belongs to what, and what is said of it for those who do not hear it. Tables, and how they are read.

Everything here is decided from two Views (what the player could know before an act, and after it) and the act itself.
A secret is in neither, so it cannot be heard.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from game.language import N_

if TYPE_CHECKING:
    from game.model.acts import Act
    from game.model.view import View

Kind = Literal["effect", "bed", "music"]
KINDS: tuple[Kind, ...] = ("effect", "bed", "music")
"""In the order of Settings.volumes."""


@dataclass(frozen=True)
class Sound:
    """A file in assets/sounds. `gain` from 0 to 1; `rests`: seconds until its caption is worth repeating."""

    caption: str
    kind: Kind = "effect"
    gain: float = 0.7
    rests: float = 0.0


class Cue(NamedTuple):
    """A sound, and the seconds until it is heard: a stamp sounds when it touches the paper."""

    name: str
    after: float = 0.0


SOUNDS: dict[str, Sound] = {
    "gull": Sound(N_("Gulls"), gain=0.3, rests=120),
    "steps_stone": Sound(N_("Steps on stone"), gain=0.34, rests=300),
    "steps_wood": Sound(N_("Steps on floorboards"), gain=0.36, rests=120),
    "foghorn": Sound(N_("A foghorn, far out"), gain=0.5),
    "stamp": Sound(N_("A stamp comes down"), gain=0.75),
    "coin": Sound(N_("A coin"), gain=0.42, rests=20),
    "shutter": Sound(N_("A shutter rattles"), gain=0.6),
    "signal": Sound(N_("The crossing signal ticks"), gain=0.4, rests=60),
    "chime": Sound(N_("The phone chimes"), gain=0.42),
    "telephone": Sound(N_("A telephone rings"), gain=0.45),
    "door": Sound(N_("A door"), gain=0.55, rests=40),
    "page": Sound(N_("A page is turned"), gain=0.4, rests=120),
    "bell": Sound(N_("A shop bell"), gain=0.36, rests=40),
    "clock": Sound(N_("The harbour clock strikes"), gain=0.5),
    "murmur": Sound(N_("People murmur"), gain=0.5),
    "bus": Sound(N_("The bus pulls away"), gain=0.6),
    "car": Sound(N_("A car stops"), gain=0.5),
    "splash": Sound(N_("A car, a puddle"), gain=0.6),
    "rain": Sound(N_("Rain begins"), gain=0.45),
    "steam": Sound(N_("Coffee is poured"), gain=0.4),
    "cat": Sound(N_("A cat remarks on it"), gain=0.4),
    "goose": Sound(N_("A goose, then smaller geese"), gain=0.5),
    "lamp": Sound(N_("A switch clicks"), gain=0.4, rests=10),
    "paper": Sound(N_("Paper, in the wind"), gain=0.4),
    "pin": Sound(N_("A tack goes in"), gain=0.5),
    "dead_line": Sound(N_("The line goes dead"), gain=0.4),
    "creak": Sound(N_("A bench creaks"), gain=0.5),
    "pencil": Sound(N_("A pencil ticks"), gain=0.3, rests=120),
    "tap": Sound(N_("A soft tap"), gain=0.36, rests=120),
    "bed_sea": Sound(N_("Only the sea"), "bed", 0.8),
    "bed_posted": Sound(N_("Wind; a brass band, far off"), "bed", 0.8),
    "bed_app": Sound(N_("Warm chords, close by"), "bed", 0.6),
    "bed_dark_glass": Sound(N_("The domes hum"), "bed", 0.6),
    "theme_daylight": Sound(N_("A tune on a music box"), "music", 0.55),
    "theme_print": Sound(N_("The tune, by the town band"), "music", 0.55),
    "theme_phone": Sound(N_("The tune, soft and bright"), "music", 0.55),
}

SEEN: dict[str, Cue | None] = {  # a consequence on the street; None: it makes no sound
    "hat_raised": None, "turns_away": None, "waves": None, "laughs": None, "embrace": None,
    "walks_off": Cue("steps_stone", 0.2), "sits_down": Cue("creak", 0.7), "shutter_down": Cue("shutter"),
    "shutter_up": Cue("shutter"), "bus_leaves": Cue("bus"), "lamp_on": Cue("lamp", 0.55), "lamp_off": Cue("lamp", 0.55),
    "coin_drops": Cue("coin", 0.6), "paper_flies": Cue("paper", 0.1), "gull_dives": Cue("gull", 0.1),
    "goose_marches": Cue("goose", 0.1), "door_closes": Cue("door", 0.3), "door_opens": Cue("door"),
    "car_splashes": Cue("splash"), "car_stops": Cue("car"), "crowd_gathers": Cue("murmur"),
    "crowd_parts": Cue("murmur"), "cat_crosses": Cue("cat", 0.4), "phone_rings": Cue("telephone"),
    "line_dead": Cue("dead_line", 0.4), "steam_rises": Cue("steam"), "stamp_falls": Cue("stamp", 0.33),
    "name_pinned": Cue("pin", 0.6), "rain_starts": Cue("rain"), "window_lights": Cue("lamp", 0.55),
}  # fmt: skip
HANDLED: dict[str, str] = {  # what the hand was put to, by prop
    "coin": "coin", "stall_cash": "coin", "cup": "steam", "note": "page", "book": "page", "slip": "page",
    "notepad": "pencil", "form": "pencil", "bell": "bell", "stamp": "stamp", "doorway": "door", "plug": "lamp",
    "radio": "lamp", "bench": "creak", "bridge": "steps_wood", "gulls": "gull", "cat": "cat", "flag": "paper",
    "litter": "paper", "umbrella": "paper",
}  # fmt: skip
CHOSEN = {"print": "pencil", "phone": "tap", "daylight": "page"}  # a choice on a sheet, a page turned
NIGHT = {"print": "stamp", "phone": "chime", "daylight": "page"}  # the ledger, in the voice of the regime
ENTERED: dict[str, tuple[str, ...]] = {  # a place, by id; another one is only a door
    "board": (), "park": (), "market": ("murmur",), "station": ("door", "steps_wood"), "no_7": ("door", "steps_wood"),
    "ferry_office": ("door", "steps_wood"), "library": ("door", "steps_wood"), "bakery": ("bell",), "cafe": ("bell",),
    "laundry": ("bell",), "pawnshop": ("bell", "steps_wood"),
}  # fmt: skip
USED: dict[str, str] = {  # what is done in a place, by id; another one sounds of what it costs
    "coffee": "steam", "telephone": "telephone", "watch_boats": "foghorn", "sit_square": "creak", "papers": "page",
    "long_book": "page", "read_in_bed": "page", "desk": "stamp", "listen_clocks": "clock", "lie_down": "creak",
}  # fmt: skip
ANSWERED = {  # what a thing that asks is handled with
    "unpack": "paper", "diary": "pencil", "pegs": "pin", "chalk": "pencil", "token": "coin", "pick": "page",
    "dial": "lamp", "chair": "page",
}  # fmt: skip
PAGES = ("morning", "ledger", "ending", "epilogue")
ENDINGS = ("ending", "epilogue")


def bed(view: "View | None") -> str:
    """The sound that lies under all others: of the title (None), or of where the play stands; "" is none."""
    if view is None:
        return "bed_sea"
    if view.phase == "over":
        return ""
    if view.world == "phone":
        return "bed_app"
    if view.watch == "dark":
        return "bed_dark_glass"
    return "bed_posted" if view.world == "print" else "bed_sea"


def music(before: "View | None", now: "View | None", playing: str = "") -> str:
    """The tune that goes with it: at the title, on the first morning of a town that looks different, at the end.

    `playing` goes on for as long as the page is open that it began with.
    """
    if now is None:
        return "theme_daylight"
    if now.phase in ENDINGS:
        return f"theme_{now.world}"
    if now.phase != "morning":
        return ""
    changed = before is not None and now.world not in (before.world, "daylight")
    return f"theme_{now.world}" if changed else playing if playing == f"theme_{now.world}" else ""


def reading(view: "View | None") -> bool:
    """Whether there are words to be read, so that what lies under them makes room."""
    return view is not None and view.phase not in ("street", "over")


def gulls(view: "View | None") -> bool:
    """Whether gulls are about: outdoors in the morning, but not where nothing is to be heard but the sea."""
    return view is None or (view.phase == "street" and view.light == "dawn" and view.lantern not in ("out", "dark"))


def heard(before: "View | None", now: "View", act: "Act") -> tuple[Cue, ...]:
    """What an act sounds like. Before the first act of a play there is no View."""
    made = [*_done(before, now, act)]
    if now.phase == "morning" and (before is None or before.phase != "morning"):
        made.append(Cue("chime" if now.world == "phone" else "clock", 0.3))
    if now.phase == "ledger" and (before is None or before.phase != "ledger"):
        made.append(Cue(NIGHT[now.world], 0.4))
    if before is not None and before.light != now.light == "dusk":
        made.append(Cue("foghorn", 0.8))
    return tuple(made)


def _done(before: "View | None", now: "View", act: "Act") -> tuple[Cue, ...]:
    """The sound of the act itself."""
    found: tuple[str, ...] = ()
    if before is None:
        return ()
    if act.do == "choose":
        return _chose(before, now, act.what)
    if act.do == "visit":
        found = ENTERED.get(act.what, ("door",))
    elif act.do == "leave":
        came_by = ENTERED.get(before.place.id, ("door",)) if before.place else ()
        found = tuple(name for name in came_by if name in ("door", "bell"))
    elif act.do == "home":
        found = ("door", "steps_wood")
    elif act.do == "use":
        found = (USED.get(act.what) or ("coin" if before.coins != now.coins else CHOSEN[now.world]),)
    elif act.do == "roam":
        prop = next((one.prop for one in before.roams if one.id == act.what), "")
        found = (HANDLED[prop],) if prop in HANDLED else ()
    elif act.do == "look" and act.what != "lantern":
        found = ("chime" if act.what == "phone" else "page",)
    elif act.do == "answer" and before.ask is not None:
        found = (ANSWERED[before.ask.kind],)
    elif act.do == "on" and before.phase in PAGES:
        found = ("tap" if before.world == "phone" else "page",)
    return tuple(Cue(name, 0.45 * n) for n, name in enumerate(found))


def _chose(before: "View", now: "View", what: str) -> tuple[Cue, ...]:
    """What came of it, if that can be heard; else the thing that was taken; else the pencil."""
    seen = SEEN.get(now.seen) if now.phase == "then" else None
    if seen:
        return (seen,)
    if before.moment is None:
        return ()
    if before.moment.mode == "sheet":
        return (Cue(CHOSEN[before.world]),)
    prop = next((one.prop for one in before.moment.options if one.id == what), "")
    return (Cue(HANDLED[prop]),) if prop in HANDLED else ()

"""What can be done, and with which key or button: the one table behind remapping, hints and the page “Keys”.

Screens know plain names alone ("e", "l", "escape"). Which key of the keyboard gives which plain name is the player's
affair: `pairs` are (plain name, key) for what was changed; everything else is as it was. Keys are named as the shell
names them: letters as they are typed, else "f2", "pageup" and so on.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.language import N_, _

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Action:
    """One line of the page. `always` are keys that do it whatever was changed; `pad` the buttons that do."""

    plain: str
    name: str
    always: tuple[str, ...] = ()
    pad: str = ""


ACTIONS = (
    Action("a", N_("Walk to the left"), ("left",), N_("stick, cross")),
    Action("d", N_("Walk to the right"), ("right",), N_("stick, cross")),
    Action("w", N_("Use what is here, go in"), ("up", "enter", "space"), "A"),
    Action("e", N_("The second thing here"), (), "X"),
    Action("s", N_("Down, out of the lane, off the kerb; the stamp"), ("down",), N_("stick, cross")),
    Action("b", N_("Let it be, in the chair"), (), "B"),
    Action("l", N_("Look up at the Lantern"), (), "Y"),
    Action("p", N_("Take out the phone"), (), N_("left stick")),
    Action("h", N_("Name the figures at the top"), (), N_("right stick")),
    Action("n", N_("Pass by what can be passed by; the note")),
    Action("c", N_("Take up the cards that are offered")),
    Action("t", N_("The same without its push, in the debrief")),
    Action("backspace", N_("What was before this"), (), N_("LB, at the top")),
    Action("pageup", N_("A page up"), (), "LB"),
    Action("pagedown", N_("A page down"), (), "RB"),
    Action("f10", N_("The menu"), ("escape",), N_("Start")),
    Action("f2", N_("Say everything again"), (), N_("Back")),
    Action("m", N_("Sound off and on")),
    Action("f11", N_("Full screen")),
)
KNOWN = {one.plain: one for one in ACTIONS}
FIXED = ("enter", "space", "escape", "left", "right", "up", "down", "tab", "backtab", *"1234567890-=", "delete",
         "home", "end")  # fmt: skip
"""Keys that mean the same whatever was changed, so that nobody can lock themselves out; the numbers choose."""
CAPS = {
    "enter": N_("Enter"), "space": N_("Space"), "escape": N_("Esc"), "left": "←", "right": "→", "up": "↑", "down": "↓",
    "tab": N_("Tab"), "pageup": N_("Page up"), "pagedown": N_("Page down"), "backspace": N_("Backspace"),
    "delete": N_("Del"), "home": N_("Home"), "end": N_("End"), "insert": N_("Ins"),
}
PAD_CAPS = {
    "enter": "A", "space": "A", "w": "A", "escape": "B", "b": "B", "e": "X", "l": "Y", "f10": N_("Start"),
    "pageup": "LB", "pagedown": "RB", "backspace": "LB", "f2": N_("Back"), "p": N_("left stick"),
    "h": N_("right stick"), "left": "←", "right": "→", "up": "↑", "down": "↓", "tab": "RT", "backtab": "LT",
}
ARROWS = {"←": N_("Left"), "→": N_("Right"), "↑": N_("Up"), "↓": N_("Down")}
LONGEST = 20  # characters of a key's name


def key_of(plain: str, pairs: Pairs) -> str:
    """The key that gives a plain name now; "" if none does."""
    if plain not in KNOWN:
        return plain
    return dict(pairs).get(plain, plain)


def plain_of(key: str, pairs: Pairs) -> str:
    """The plain name that a key gives now; "" for a key that has been given away and stands for nothing."""
    if key in FIXED or not pairs:
        return key
    for plain, other in pairs:
        if other == key:
            return plain
    return "" if key in dict(pairs) else key


def given(pairs: Pairs, plain: str, key: str) -> tuple[Pairs, str]:
    """`pairs` with that key for that plain name, and whose key it was before: those two change places. "" if nobody's.

    Raises ValueError for a key that cannot be given away.
    """
    if key in FIXED or plain not in KNOWN or not 0 < len(key) <= LONGEST:
        raise ValueError(key)
    now = {one: key_of(one, pairs) for one in KNOWN}
    other = next((one for one, its in now.items() if its == key and one != plain), "")
    if other:
        now[other] = now[plain]
    now[plain] = key
    return tuple((one, its) for one, its in now.items() if its != one), other


def kept(value: object) -> Pairs:
    """What of a value from the settings file makes sense, pair by pair."""
    found: Pairs = ()
    for pair in value if isinstance(value, list | tuple) else ():
        if not isinstance(pair, list | tuple) or len(pair) != 2 or not all(isinstance(part, str) for part in pair):
            continue
        plain, key = pair
        if plain in KNOWN and 0 < len(key) <= LONGEST and key not in FIXED and key.isprintable():
            found = given(found, plain, key)[0]
    return found


def cap(plain: str, pairs: Pairs = (), *, pad: bool = False) -> str:
    """What stands on the key for a plain name; with `pad`, on the button. "" where no button does it."""
    if pad:
        return _(PAD_CAPS[plain]) if plain in PAD_CAPS else ""
    return named(key_of(plain, pairs))


def named(key: str) -> str:
    """A key as it is called."""
    return _(CAPS[key]) if key in CAPS else key.upper()


def spoken(name: str) -> str:
    """What stands on a key, for a voice: an arrow by its name."""
    return _(ARROWS[name]) if name in ARROWS else name


def caps(action: Action, pairs: Pairs) -> Sequence[str]:
    """All keys that do it, those that can be changed last."""
    return tuple(dict.fromkeys(named(key) for key in (*action.always, key_of(action.plain, pairs))))

"""People, put together from drawings in assets/images/people and two limbs of each kind.

Whoever comes again is told by their outline alone: what is on the head, the cut of the coat, height and build, what
is carried and where, and a mark of their own. A mood is told by brows and mouth, and by how head and shoulders are
held, since a face is small at the size of the street.
"""

import math
from collections.abc import Mapping

import pygame

from game.screens import art
from game.screens.kit.store import kept
from game.screens.paint import light, stride
from game.screens.paint.brush import Brush, outlined
from game.screens.paint.limbs import AHEAD, Point, arms, hand, legs, limb

POSES = ("stand", "walk", "talk", "sit", "lie", "wave", "hat", "carry", "point", "bear", "hug", "run", "brake", "turn")
HEIGHTS = {"little": 0.8, "small": 0.86, "middle": 1.0, "tall": 1.1}
BUILDS = {"slight": 0.88, "middle": 1.0, "broad": 1.16}  # how wide a body is; a head stays round
MOODS: dict[str, tuple[float, float, float, float]] = {  # the head's turn in degrees, its shift; how far shoulders sink
    "calm": (0.0, 0.0, 0.0, 0.0),
    "glad": (-7.0, -1.0, -1.0, -1.2),
    "troubled": (13.0, 2.5, 2.5, 3.0),
}
BEHIND, OVER, HEAD = range(3)
MARKS = {  # what somebody is known by, and whether it lies behind the body, over it, or on the head
    "backpack": BEHIND, "rope": OVER, "bow": BEHIND, "long_scarf": OVER, "shawl": OVER, "tray": OVER, "cape": OVER,
    "headset": HEAD, "beard": HEAD, "short_beard": HEAD,
}
SET_DOWN = frozenset({"trolley", "linen", "roll", "paddle", "flags", "salver", "umbrella"})  # by whoever sits
LOOSE = frozenset({"backpack", "rope", "bow", "long_scarf", "tray"})  # what one who lies there no longer has on
RAISED = ("cap", "you", "flatcap", "souwester", "kepi", "cap_back")  # hair that is a hat, and comes off
SHEET_W, SHEET_H, FOOT_X, FOOT_Y = 176.0, 172.0, 88.0, 150.0
FRAMES = {"talk": 6, "wave": 6, "stand": 4, "sit": 4, "carry": 4, "point": 4, "hat": 8, "lie": 4, "hug": 4}
FRAMES |= {gait: one.frames for gait, one in stride.GAITS.items()} | dict.fromkeys(stride.SKIDS, 1)
PACE = {"walk": 12.0, "bear": 12.0, "run": 12.0, "talk": 5.0, "wave": 8.0, "hat": 5.0}
FIELDS = ("skin", "hair", "hair_tone", "coat", "tone", "height", "carries", "build", "mark", "mood")
CARRIES = FIELDS.index("carries")
Look = tuple[object, ...]


def key_of(look: object) -> Look:
    """A look as a hashable tuple: "you", a mapping or an object with the fields of a Person; gaps are filled in.

    "you.dome" is the player with a dome in both hands.
    """
    if isinstance(look, str):
        return tuple(look.split("."))
    given = look if isinstance(look, Mapping) else {f: getattr(look, f, None) for f in FIELDS}
    plain: dict[str, object] = {
        "skin": 2, "hair": "short", "hair_tone": 0, "coat": "coat", "tone": 0, "height": "middle", "carries": "",
        "build": "middle", "mark": "", "mood": "calm",
    }
    return tuple(plain[f] if given.get(f) is None else given[f] for f in FIELDS)


def with_phone(look: object) -> object:
    """The same person with a phone in a hand that was empty; every third keeps it in the pocket."""
    key = key_of(look)
    if key[0] == "you" or key[CARRIES] or sum(map(ord, str(key[:CARRIES]))) % 3 == 0:
        return look
    return {**dict(zip(FIELDS, key, strict=True)), "carries": "phone"}


def holds_phone(look: object) -> bool:
    """Whether somebody has a phone in the hand."""
    key = key_of(look)
    return len(key) > CARRIES and key[CARRIES] == "phone"


def _face(mood: str, *, closed: bool, speaks: bool) -> str:
    """Eyes, brows and mouth."""
    eyes = "blink" if closed else "eyes_glad" if mood == "glad" else "eyes"
    mouth = "mouth_open" if speaks else "mouth" if mood == "calm" else f"mouth_{mood}"
    brows = "" if mood == "calm" else art.inner(f"people/brow_{mood}")
    return art.inner(f"people/{eyes}") + brows + art.inner(f"people/{mouth}")


def _head(hair: str, mark: str, face: str, lift: float, *, raises: bool) -> str:
    """Head, face, hair and hat; a hat that is `raised` by `lift` leaves short hair."""
    hat = art.inner("people/hat") if hair == "hat" else ""
    crown = art.inner(f"people/hair_{hair}")
    if raises and hair in RAISED:
        hat, crown = crown, art.inner("people/hair_short")
    on = art.inner(f"people/mark_{mark}") if MARKS.get(mark) == HEAD else ""
    beard, over = ("", on) if mark == "headset" else (on, "")
    return art.inner("people/head") + beard + face + crown + over + _moved(hat, 0, -lift)


def _moved(inside: str, dx: float, dy: float) -> str:
    return f'<g transform="translate({dx:.1f} {dy:.1f})">{inside}</g>'


def _upper(
    person: tuple[str, str, str, str], pose: str, turn: float, mood: str, face: str,
) -> str:
    """Everything of somebody above the legs: hair, coat, what is carried, the mark; `turn` is how far in its cycle."""
    hair, coat, carries, mark = person
    mark = "" if pose == "lie" and mark in LOOSE else mark
    both = pose in ("carry", "bear")  # hands are full
    load = "crate" if both and not carries else carries
    load = "" if pose in ("lie", "hug") or (pose == "sit" and load in SET_DOWN) else load
    ahead = load if load in AHEAD and not both else ""
    far, near = arms(pose, turn, near_holds=bool(load) and not ahead, ahead=ahead)
    raised = math.sin(turn * math.pi) if pose == "hat" else 0.0
    hatted = pose == "hat" and hair in ("hat", *RAISED)
    lift = 15.0 * raised if hatted else 0.0
    if hatted:
        far = [(49.0, 54.0), (63.0, 40.0), (58.0, 24.0 - lift)]
    elif pose == "hat":
        far = [(49.0, 54.0), (58.0, 67.0), (45.0, 62.0)]  # whoever has no hat bows, a hand on the heart
    tilt, aside, low, sunk = MOODS[mood] if pose != "lie" else MOODS["calm"]
    bowed = raised if pose == "hat" and not hatted else 0.0
    tilt, aside, low = tilt + 20 * bowed, aside + 3 * bowed, low + 3 * bowed
    bare = coat in ("apron", "waiter")

    def arm(points: list[Point], colour: str) -> str:
        moved = [(x, y + sunk * (1 - k / 4)) for k, (x, y) in enumerate(points)]
        sleeve = moved[:2] if bare else moved
        return (limb(moved[1:], "{skin}", 6.6) if bare else "") + limb(sleeve, colour, 9.4) + hand(moved[-1])

    grip = far[-1] if both or (ahead and pose != "hat") else near[-1]
    held = _moved(art.inner("people/carry_" + load), grip[0] - 20, grip[1] - 12) if load else ""
    layer, own = MARKS.get(mark, -1), art.inner(f"people/mark_{mark}") if mark else ""
    first, last = ("", held) if not both or load == "dome" else (held, "")
    if ahead:
        first, last = held, ""
    head = _head(hair, mark, face, lift, raises=hatted)
    head = _moved(f'<g transform="rotate({tilt:g} 40 44)">{head}</g>', aside, low)
    sleeve = "{white}" if coat == "waiter" else "{coat.dark}"
    return (
        art.inner(f"people/back_{hair}") + (own if layer == BEHIND else "")
        + "<B>" + first + arm(far, "{white.dark}" if coat == "waiter" else "{coat.deep}")
        + art.inner(f"people/body_{coat}") + "</B>" + ("" if mark == "cape" else own if layer == OVER else "") + head
        + "<B>" + last + arm(near, sleeve) + "</B>" + (own if mark == "cape" else "")
    )


@kept
def _frame(
    look: Look, pose: str, step: int, tone: str, tall: int, *, closed: bool, left: bool
) -> tuple[pygame.Surface, int, int]:
    """One drawn frame of a person, cut to its outline, and where that lies on a sheet `tall` real pixels high."""
    colours = art.palette(*tone.split("."))
    you = look[0] == "you"
    mine = (1, "you", 1, "you", 0, "middle", "".join(map(str, look[1:])), "middle", "", "calm")
    skin, hair, hair_tone, coat, cloth, height, carries, build, mark, mood = map(str, mine if you else look)
    own = {
        "skin": colours[f"skin_{skin}"],
        "hair": colours["hair_5" if hair.startswith("grey") else f"hair_{hair_tone}"],
        "coat": colours["you_coat" if you else f"cloth_{cloth}"],
        "hat": colours[f"cloth_{(int(cloth) + 5) % 8}"],
    }
    turn = step / FRAMES.get(pose, 4)
    breath = -stride.rise(pose, turn) if pose in stride.MOVES else 0.9 * math.sin(turn * math.tau)
    lean = stride.lean(pose)
    drop = 19.0 if pose == "sit" else 0.0
    far_leg, near_leg = legs(pose, turn)
    face = _face(mood, closed=closed, speaks=pose == "talk" and step % 2 == 1)
    wide = BUILDS.get(build, 1.0)
    broad = f'<g transform="translate({40 * (1 - wide):.2f} 0) scale({wide:g} 1)">'
    upper = _moved(_upper((hair, coat, carries, mark), pose, turn, mood, face), 0, breath)
    upper = upper.replace("<B>", broad).replace("</B>", "</g>")
    upper = f'<g transform="rotate({lean} 40 92)">{upper}</g>' if lean else upper
    if pose == "sit":
        inside = broad + far_leg + "</g>" + upper + broad + near_leg + "</g>"
    else:
        inside = broad + far_leg + near_leg + "</g>" + upper
    inside = _moved(inside, 0, drop)
    size = HEIGHTS.get(height, 1.0)
    place = f"translate({FOOT_X} {FOOT_Y}) scale({size}) translate(-40 -124)"
    if pose == "sit":
        place = f"translate({FOOT_X} {FOOT_Y}) scale({size}) translate(-40 -143)"
    if pose == "lie":
        feet = FOOT_X + 52 + 90 * (size - 1)
        place = f"translate({feet:g} {FOOT_Y - 14}) rotate(-86) scale({size}) translate(-40 -124)"
        inside = _moved(inside, 0, breath)
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SHEET_W:g} {SHEET_H:g}" '
        f'width="{SHEET_W:g}" height="{SHEET_H:g}"><g transform="{place}">{inside}</g></svg>'
    )
    drawn = art.raster(art.fill(text, colours, own), round(tall * SHEET_W / SHEET_H), tall)
    if left:
        drawn = pygame.transform.flip(drawn, True, False)
    used = drawn.get_bounding_rect()
    return drawn.subsurface(used).copy(), used.x, used.y


def _bold(frame: tuple[pygame.Surface, int, int], wide: int) -> tuple[pygame.Surface, int, int]:
    """A drawn frame with a dark rim and a light one round it, each `wide` real pixels."""
    drawn, x, y = frame
    made = outlined(drawn, wide)
    return made, x - 2 * wide, y - 2 * wide


def figure(
    brush: Brush,
    look: object,
    x: float,
    y: float,
    facing: int,
    pose: str,
    phase: float,
    scale: float,
    *,
    shadow: bool = True,
    solid: float = 1.0,
) -> None:
    """A person with the feet at (x, y). `phase` is in seconds and drives steps, breath and blinking.

    `look` is "you" ("you.dome" with a dome in both hands), or a mapping or object
    with a Person's skin, hair, hair_tone, coat, tone, height, carries, build and mark, and perhaps a mood of MOODS.
    One who is not quite there is less than `solid`.
    """
    pose = pose if pose in FRAMES else "stand"
    key = key_of(look)
    frames = FRAMES[pose]
    own = sum(map(ord, str(key[:CARRIES]))) % 97 / 9.7
    step = int((phase + (0 if pose in (*stride.GAITS, "hat") else own)) * PACE.get(pose, 2.6)) % frames
    closed = (phase + own) % 3.7 < 0.13 or (pose == "lie")
    tall = round(SHEET_H * scale * brush.scale)
    if shadow and solid >= 1:
        wide = 46 if pose == "lie" else 22
        brush.shade_ellipse(x, y, wide * scale, 4.5 * scale)
    drawn, right, down = _frame(key, pose, step, brush.palette.name, tall, closed=closed, left=facing < 0)
    left = x - (FOOT_X if facing >= 0 else SHEET_W - FOOT_X) * scale
    if shadow and pose != "lie" and solid >= 1:
        light.throw(brush, drawn, left + right / brush.scale, y)
    if brush.canvas.bold:
        drawn, right, down = _bold((drawn, right, down), brush.canvas.length(1.6))
    if solid < 1:
        drawn = drawn.copy()  # the kept one is shared
        drawn.set_alpha(round(255 * solid))
    brush.blit(drawn, left + right / brush.scale, y - FOOT_Y * scale + down / brush.scale)

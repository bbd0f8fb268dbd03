"""People, put together from drawings in assets/images/people and two limbs of each kind."""

import math
from collections.abc import Mapping
from functools import lru_cache

import pygame

from game.screens import art
from game.screens.paint.brush import Brush, outlined

POSES = ("stand", "walk", "talk", "sit", "lie", "wave", "hat", "carry", "point", "bear")
HEIGHTS = {"small": 0.86, "middle": 1.0, "tall": 1.1}
SHEET_W, SHEET_H, FOOT_X, FOOT_Y = 140.0, 160.0, 70.0, 150.0
FRAMES = {"walk": 8, "talk": 6, "wave": 6, "stand": 4, "sit": 4, "carry": 4, "point": 4, "hat": 8, "lie": 4, "bear": 8}
PACE = {"walk": 12.0, "bear": 12.0, "talk": 5.0, "wave": 8.0, "hat": 5.0}
FIELDS = ("skin", "hair", "hair_tone", "coat", "tone", "height", "carries")
Point = tuple[float, float]
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
    }
    return tuple(plain[f] if given.get(f) is None else given[f] for f in FIELDS)


def with_phone(look: object) -> object:
    """The same person with a phone in a hand that was empty; every third keeps it in the pocket."""
    key = key_of(look)
    if key[0] == "you" or key[6] or sum(map(ord, str(key))) % 3 == 0:
        return look
    return dict(zip(FIELDS, (*key[:6], "phone"), strict=True))


def _limb(points: list[Point], colour: str, width: float) -> str:
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _hand(at: Point) -> str:
    return f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="4.2" fill="{{skin}}"/>'


def _shoe(at: Point) -> str:
    return f'<path d="M{at[0] - 5:.1f} {at[1] + 5:.1f}v-7h6l7 4v3z" fill="{{shoe}}"/>'


def _legs(pose: str, turn: float) -> tuple[str, str]:
    """The far and the near leg; `turn` is where in its cycle a walk is, 0..1."""
    if pose == "sit":
        legs = [[(37.0, 92.0), (58.0, 93.0), (59.0, 119.0)], [(36.0, 94.0), (55.0, 95.0), (54.0, 119.0)]]
    elif pose in ("walk", "bear"):
        legs = []
        for shift in (0.5, 0.0):
            swing = math.sin((turn + shift) * math.tau)
            lift = max(0.0, math.cos((turn + shift) * math.tau))
            foot = (40 + 15 * swing, 119 - 7 * lift)
            knee = (41 + 8 * swing + 4 * lift, 106 - 2 * lift)
            legs.append([(40.0, 92.0), knee, foot])
    else:
        legs = [[(45.0, 92.0), (45.0, 119.0)], [(35.0, 92.0), (35.0, 119.0)]]
    drawn = [_limb(leg, "{trousers}", 8.4) + _shoe(leg[-1]) for leg in legs]
    return drawn[0], drawn[1]


def _arms(pose: str, turn: float, *, holds: bool) -> tuple[list[Point], list[Point]]:
    """Shoulder, elbow and hand of the far and the near arm."""
    swing = math.sin(turn * math.tau)
    far: list[Point] = [(49, 54), (53, 70), (53, 84)]
    near: list[Point] = [(31, 54), (27, 70), (29, 85)]
    if pose == "walk":
        far = [(48, 54), (50 + 6 * swing, 70), (52 + 14 * swing, 82)]
        near = [(32, 54), (30 - 5 * swing, 70), (33 - 13 * swing, 83)]
    elif pose == "talk":
        near = [(31, 54), (32, 72), (50 + 3 * swing, 66 - 5 * swing)]
        far = [(49, 54), (56, 68), (62 + 2 * swing, 58 + 3 * swing)]
    elif pose == "sit":
        far, near = [(48, 55), (54, 72), (57, 86)], [(32, 55), (35, 74), (48, 87)]
    elif pose == "wave":
        far = [(49, 54), (64, 48), (69 + 7 * swing, 29)]
    elif pose in ("carry", "bear"):
        far, near = [(49, 56), (56, 72), (64, 74)], [(31, 56), (36, 74), (54, 76)]
    elif pose == "point":
        far = [(49, 55), (62, 54), (77, 51)]
    if holds and pose in ("stand", "walk"):
        near = [(31, 54), (28, 69), (30, 83)]
    return far, near


@lru_cache(maxsize=400)
def _frame(
    look: Look, pose: str, step: int, tone: str, tall: int, *, closed: bool, left: bool
) -> tuple[pygame.Surface, int, int]:
    """One drawn frame of a person, cut to its outline, and where that lies on a sheet `tall` real pixels high."""
    colours = art.palette(*tone.split("."))
    you = look[0] == "you"
    both = pose in ("carry", "bear")  # hands are full
    mine = (1, "you", 1, "you", 0, "middle", "".join(map(str, look[1:])))
    skin, hair, hair_tone, coat, cloth, height, carries = mine if you else look
    grey = str(hair).startswith("grey")
    own = {
        "skin": colours[f"skin_{skin}"],
        "hair": colours["hair_5" if grey else f"hair_{hair_tone}"],
        "coat": colours["you_coat" if you else f"cloth_{cloth}"],
        "hat": colours[f"cloth_{(int(str(cloth)) + 5) % 8}"],
    }
    turn = step / FRAMES.get(pose, 4)
    calm = pose not in ("walk", "bear", "lie")
    breath = 0.9 * math.sin(turn * math.tau) if calm else -1.6 * abs(math.sin(turn * math.tau))
    drop = 19.0 if pose == "sit" else 0.0
    load = "crate" if both and not carries else str(carries)
    far_leg, near_leg = _legs(pose, turn)
    far, near = _arms(pose, turn, holds=bool(load))
    lift = 15.0 * math.sin(turn * math.pi) if pose == "hat" else 0.0
    if pose == "hat":
        far = [(49, 54), (63, 40), (58, 24 - lift)]
    bare = coat == "apron"
    grip = far[-1] if both else near[-1]

    def arm(points: list[Point], colour: str) -> str:
        sleeve = points[:2] if bare else points
        skin_part = _limb(points[1:], "{skin}", 6.6) if bare else ""
        return skin_part + _limb(sleeve, colour, 9.4) + _hand(points[-1])

    held = f'<g transform="translate({grip[0] - 20:.1f} {grip[1] - 12:.1f})">{art.inner("people/carry_" + load)}</g>'
    hat = art.inner("people/hat") if hair == "hat" or (pose == "hat" and hair not in ("cap", "scarf", "you")) else ""
    crown = art.inner(f"people/hair_{hair}")
    if pose == "hat" and hair in ("cap", "you"):
        hat, crown = crown, art.inner("people/hair_short")
    face = art.inner("people/blink" if closed else "people/eyes")
    face += art.inner("people/mouth_open" if pose == "talk" and step % 2 else "people/mouth")
    head = (
        art.inner("people/head") + face + crown + f'<g transform="translate(0 {-lift:.1f})">{hat}</g>'
    )
    upper = (
        art.inner(f"people/back_{hair}") + arm(far, "{coat.deep}") + (held if both and load != "dome" else "")
        + art.inner(f"people/body_{coat}") + head
        + (held if load and (not both or load == "dome") else "") + arm(near, "{coat.dark}")
    )
    legs = far_leg + near_leg
    inside = (
        f'<g transform="translate(0 {drop:.1f})">'
        + ("" if pose == "sit" else legs)
        + f'<g transform="translate(0 {breath:.1f})">{upper}</g>'
        + "</g>"
    )
    if pose == "sit":
        inside = f'<g transform="translate(0 {drop:.1f})">{far_leg}<g transform="translate(0 {breath:.1f})">{upper}</g>'
        inside += f"{near_leg}</g>"
    size = HEIGHTS.get(str(height), 1.0)
    place = f"translate({FOOT_X} {FOOT_Y}) scale({size}) translate(-40 -124)"
    if pose == "sit":
        place = f"translate({FOOT_X} {FOOT_Y}) scale({size}) translate(-40 -143)"
    if pose == "lie":
        place = f"translate({FOOT_X + 52} {FOOT_Y - 14}) rotate(-86) scale({size}) translate(-40 -124)"
        inside = f'<g transform="translate(0 {breath:.1f})">{inside}</g>'
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
) -> None:
    """A person with the feet at (x, y). `phase` is in seconds and drives steps, breath and blinking.

    `look` is "you" ("you.dome" with a dome in both hands), or a mapping or object
    with a Person's skin, hair, hair_tone, coat, tone, height and carries.
    """
    pose = pose if pose in FRAMES else "stand"
    key = key_of(look)
    frames = FRAMES[pose]
    own = sum(map(ord, str(key))) % 97 / 9.7
    step = int((phase + (0 if pose in ("walk", "bear", "hat") else own)) * PACE.get(pose, 2.6)) % frames
    closed = (phase + own) % 3.7 < 0.13 or (pose == "lie")
    tall = round(SHEET_H * scale * brush.scale)
    if shadow:
        wide = 46 if pose == "lie" else 22
        brush.shade_ellipse(x, y, wide * scale, 4.5 * scale)
    drawn, right, down = _frame(key, pose, step, brush.palette.name, tall, closed=closed, left=facing < 0)
    if brush.canvas.bold:
        drawn, right, down = _bold((drawn, right, down), brush.canvas.length(1.6))
    left = x - (FOOT_X if facing >= 0 else SHEET_W - FOOT_X) * scale
    brush.blit(drawn, left + right / brush.scale, y - FOOT_Y * scale + down / brush.scale)

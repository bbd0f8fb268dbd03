"""How one whole picture gives way to another: only its outlines move, so that a picture costs two or three blits.

Every function draws on `on.surface` what there is to see at `p` (0..1); at 1 that is `new`, to the pixel.
`old` and `new` are as large as the window.
"""

from collections.abc import Callable, Sequence
from math import hypot

import pygame

from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.paint import pace, plan

Point = tuple[float, float]
Mask = Callable[[Canvas, pygame.Surface, pygame.Surface, float, Point], None]
KEY = (255, 0, 255)  # where a picture has been cut away
SHEETS = (150.0, 170.0, 158.0, 146.0, 178.0, 162.0, 154.0, 162.0)  # cut by hand; together as wide as the screen
TAKES = 0.42  # how much of the time one sheet takes
PAPER, SHADE, EDGE = "#FBF5E4", "#DDD0B0", "#F1E7CB"
LEAN = (0.40, 0.917)  # across the fold of a sheet that is peeled off: from its top left to its bottom right
CURL = 96.0  # how much of a sheet's back is seen
MINT, VIOLET, DEAD = "#7FE0C3", "#5B4FD6", "#17182F"
PHONE = Box(0, 0, 9, 15)  # in a hand


def fade(on: Canvas, old: pygame.Surface, new: pygame.Surface, p: float, _hand: Point = (0, 0)) -> None:
    """One picture through the other."""
    on.surface.blit(old, (0, 0))
    laid(on.surface, new, pace.ease(p))


def laid(surface: pygame.Surface, picture: pygame.Surface, much: float) -> None:
    """Lay a picture over what is there, so much (0..1) of it."""
    picture.set_alpha(round(255 * much) if much < 1 else None)
    surface.blit(picture, (0, 0))
    picture.set_alpha(None)


def _sheets(p: float) -> list[tuple[float, float, float]]:
    """Left edge and width of each sheet, and how far it has come (0..1): one after the other, from the left."""
    found, left = [], 0.0
    for number, wide in enumerate(SHEETS):
        start = (1 - TAKES) * number / (len(SHEETS) - 1)
        found.append((left, wide, pace.share(p, start, start + TAKES)))
        left += wide
    return found


def paste(on: Canvas, old: pygame.Surface, new: pygame.Surface, p: float, _hand: Point = (0, 0)) -> None:
    """The new picture is pasted up in sheets, each unrolled from the top, and tacked."""
    if p >= 1:
        on.surface.blit(new, (0, 0))
        return
    on.surface.blit(old, (0, 0))
    rolls = []
    for left, wide, q in _sheets(p):
        if q <= 0:
            continue
        down = HEIGHT * pace.ease(q)
        area = on.area((left, 0, wide, down))
        on.surface.blit(new, area, area)
        on.rect((left + wide - 1, 0, 1.4, down), (32, 38, 58, round(90 * (1 - pace.share(p, 0.85, 1.0)))))
        if q < 1:
            rolls.append((left, wide, down, q))
    for left, wide, down, q in rolls:
        thick = 12 + 26 * (1 - q)
        on.rect((left + 4, down, wide, thick + 9), "#20263A44")
        on.rect((left - 3, down - 4, wide + 6, thick), SHADE, 4)
        on.rect((left - 3, down - 4, wide + 6, thick * 0.72), EDGE, 4)
        on.rect((left - 3, down - 1, wide + 6, thick * 0.34), PAPER, 3)
    tack = 5.0 * (1 - pace.share(p, 0.88, 1.0))
    for left, wide, q in _sheets(p):
        if q > 0.12 and tack > 0.6:
            for x in (left + 12, left + wide - 12):
                on.circle((x + 1, 15), tack, "#20263A55")
                on.circle((x, 13), tack, "#D2402B")


def peel(on: Canvas, old: pygame.Surface, new: pygame.Surface, p: float, _hand: Point = (0, 0)) -> None:
    """The old picture comes off in sheets, each from its lower right corner, and curls away."""
    on.surface.blit(new, (0, 0))
    if p >= 1:
        return
    kept = old.copy()
    kept.set_colorkey(KEY)
    curls = []
    for left, wide, q in _sheets(p):
        if q <= 0:
            continue
        whole = [(left, 0.0), (left + wide, 0.0), (left + wide, HEIGHT), (left, HEIGHT)]
        far, near = _across((left + wide, HEIGHT)), _across((left, 0.0))
        fold = far - (far - near) * pace.ease(q)
        gone = _beyond(whole, fold)
        if len(gone) > 2:
            pygame.draw.polygon(kept, KEY, [on.px(*point) for point in gone])
        if q < 1:
            curls.append((gone, fold, CURL * min(1.0, 4 * q) * min(1.0, 3 * (1 - q))))
    on.surface.blit(kept, (0, 0))
    for gone, fold, wide in curls:
        back = [_mirrored(point, fold) for point in gone]
        for start, end, ink in ((1.0, 1.22, "#20263A3C"), (0.62, 1.0, EDGE), (0.2, 0.62, PAPER), (0.0, 0.2, SHADE)):
            band = _beyond(_beyond(back, fold - end * wide), fold - start * wide, away=True)
            if len(band) > 2 and wide > 1:
                on.polygon(band, ink)


def _across(point: Point) -> float:
    return point[0] * LEAN[0] + point[1] * LEAN[1]


def _mirrored(point: Point, fold: float) -> Point:
    off = 2 * (_across(point) - fold) / hypot(*LEAN) ** 2
    return point[0] - off * LEAN[0], point[1] - off * LEAN[1]


def _beyond(shape: Sequence[Point], fold: float, *, away: bool = False) -> list[Point]:
    """The part of a shape on the far side of a fold, or on the near one (Sutherland and Hodgman 1974)."""
    side = -1.0 if away else 1.0
    cut: list[Point] = []
    for index, here in enumerate(shape):
        last = shape[index - 1]
        a, b = side * (_across(last) - fold), side * (_across(here) - fold)
        if (a < 0) != (b < 0):
            t = a / (a - b)
            cut.append((last[0] + t * (here[0] - last[0]), last[1] + t * (here[1] - last[1])))
        if b >= 0:
            cut.append(here)
    return cut


def swallow(on: Canvas, old: pygame.Surface, new: pygame.Surface, p: float, hand: Point = (640, 500)) -> None:
    """A screen lights up in a hand, and grows until the street lies in its light."""
    if p >= 1:
        on.surface.blit(new, (0, 0))
        return
    lit, grown = pace.part(p, 0.0, 0.16), pace.ease(pace.share(p, 0.2, 1.0)) ** 1.5
    on.surface.blit(new, (0, 0))
    kept = old.copy()
    glow = round(34 * lit * (1 - 0.6 * grown))
    kept.fill((glow * 5 // 10, glow, glow * 9 // 10), special_flags=pygame.BLEND_RGB_ADD)
    box = _screen(hand, grown)
    _cut(on, kept, box)
    on.surface.blit(kept, (0, 0))
    _held(on, box, grown, lit)


def shrink(on: Canvas, old: pygame.Surface, new: pygame.Surface, p: float, hand: Point = (640, 500)) -> None:
    """The light goes back into the hand, and out."""
    if p >= 1:
        on.surface.blit(new, (0, 0))
        return
    grown = 1 - pace.out(pace.share(p, 0.0, 0.72))
    on.surface.blit(old, (0, 0))
    kept = new.copy()
    box = _screen(hand, grown**1.4)
    _cut(on, kept, box)
    on.surface.blit(kept, (0, 0))
    _held(on, box, grown**1.4, 1 - pace.part(p, 0.74, 0.84))


def _screen(hand: Point, grown: float) -> Box:
    """Where the edge of the screen is: from a phone in a hand to a little beyond the window."""
    wide = PHONE.w + (WIDTH * 1.5 - PHONE.w) * grown
    tall = PHONE.h + (HEIGHT * 1.9 - PHONE.h) * grown**0.75
    x, y = hand[0] + (WIDTH / 2 - hand[0]) * grown, hand[1] + (HEIGHT / 2 - hand[1]) * grown
    return Box(x - wide / 2, y - tall / 2, wide, tall)


def _cut(on: Canvas, kept: pygame.Surface, box: Box) -> None:
    kept.set_colorkey(KEY)
    pygame.draw.rect(kept, KEY, on.area(box), border_radius=on.length(0.2 * min(box.w, box.h)))


def _held(on: Canvas, box: Box, grown: float, lit: float) -> None:
    """The rim of the screen; while it is small, the phone itself, dark or lit."""
    round_off = 0.2 * min(box.w, box.h)
    if box.w < 14:
        on.rect(box.grown(2), DEAD, 3)
        if lit > 0:
            on.rect(box, (127, 224, 195, round(255 * lit)), 2)
            for reach in (10, 18, 28):
                on.circle(box.centre, reach, (127, 224, 195, round(46 * lit)))
        return
    for by, ink, thick in ((3 + 9 * grown, MINT, 5 + 9 * grown), (8 + 20 * grown, VIOLET, 4 + 6 * grown)):
        rim = on.area(box.grown(by))
        pygame.draw.rect(on.surface, pygame.Color(ink), rim, on.length(thick), on.length(round_off + by))


LENS_BOX = (-70.0, plan.GROUND - 190.0, 140.0, 130.0)  # of a lens on its arm, from its middle and the ground


class Bowls:
    """The Lantern's glass goes dark; then a bowl comes up over each lens. `cam` is the picture's camera."""

    def __init__(self, cam: float, lantern: Point, dome: Callable[[Canvas, float, float], None]) -> None:
        """`lantern`: the middle of its glass on the screen; `dome(on, x, y)` draws a bowl whose lens hangs at x, y."""
        self.lantern, self.dome = lantern, dome
        self.lenses = [x - cam for x in plan.LENSES if -60 < x - cam < WIDTH + 60]
        self._veil: pygame.Surface | None = None

    def __call__(self, on: Canvas, old: pygame.Surface, new: pygame.Surface, p: float, _hand: Point = (0, 0)) -> None:
        """One instant."""
        if p >= 1:
            on.surface.blit(new, (0, 0))
            return
        on.surface.blit(old, (0, 0))
        laid(on.surface, new, pace.part(p, 0.12, 0.42))
        for number, x in enumerate(self.lenses):
            q = pace.share(p, 0.48 + 0.06 * number, 0.78 + 0.06 * number)
            if q < 1:
                box = on.area((x + LENS_BOX[0], LENS_BOX[1], LENS_BOX[2], LENS_BOX[3]))
                on.surface.blit(old, box, box)
            if 0 < q < 1:
                self.dome(on, x, 130 * (1 - pace.over(q)))
        dim = min(pace.part(p, 0.0, 0.2), 1 - pace.part(p, 0.84, 1.0))
        veil = self._veil = self._veil or self._holed(on)
        veil.set_alpha(round(255 * dim))
        on.surface.blit(veil, (0, 0))

    def _holed(self, on: Canvas) -> pygame.Surface:
        """Shade over all but what changes."""
        veil = pygame.Surface(on.surface.get_size(), pygame.SRCALPHA)
        veil.fill((18, 20, 36, 128))
        for at, reach in ((self.lantern, 92), *(((x, 400.0), 84) for x in self.lenses)):
            for ring in range(6):
                ink = (18, 20, 36, 128 - round(128 * (ring + 1) / 6))
                pygame.draw.circle(veil, ink, on.px(*at), on.length(reach - 5 * ring))
        return veil


MASKS: dict[str, Mask] = {"paste": paste, "peel": peel, "swallow": swallow, "shrink": shrink, "fade": fade}

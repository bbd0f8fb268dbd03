"""The night over the street, between two whole pictures: dusk, lamps, windows that go out, stars, and the dawn."""

import math

import pygame

from game.model.view import View
from game.screens import art
from game.screens.kit.canvas import WIDTH, Canvas
from game.screens.paint import far, pace, plan, row
from game.screens.paint.brush import Brush
from game.screens.passing.masks import laid

STARS = 90
DEEP = {"phone": (92, 84, 148)}  # what is left of the light at midnight, of 255
DARK = (74, 82, 132)
BEGUN = 0.1  # how much of the night has passed when the last page of the day is turned
HEAD = (30.0, 368.0)  # of a lamp, from the foot of its post


class Night:
    """One night over the Row, as seen from `cam`."""

    def __init__(self, view: View, cam: float, depth: float) -> None:
        """`view`: whose night it is; `depth`: where the painter thinks the Lantern, which is far off, is seen from."""
        self.view, self.cam, self.depth = view, cam, depth
        self._stars: list[tuple[float, float]] | None = None
        lit = []
        for name, x in plan.HOUSES:
            for index, wx, wy, ww, wh in row.windows(name, x):
                if row.lit_at(name, index, "dusk", 0) >= 0 and -ww < wx - cam < WIDTH:
                    lit.append((wx - cam, wy, ww, wh, row.chance("sleeps", name, index)))
        self._windows = lit

    def __call__(
        self, on: Canvas, dusk: pygame.Surface, dawn: pygame.Surface, p: float, _hand: tuple[float, float] = (0, 0)
    ) -> None:
        """What there is to see at `p` (0..1); at 1 it is `dawn`, to the pixel."""
        on.surface.blit(dusk, (0, 0))
        laid(on.surface, dawn, pace.part(p, 0.55, 0.9))
        if p >= 1:
            return
        q = BEGUN + (1 - BEGUN) * p
        much = math.sin(math.pi * q) ** 0.7
        deep = DEEP.get(self.view.world, DARK)
        veil = tuple(round(255 - (255 - ink) * much) for ink in deep)
        on.surface.fill(veil, special_flags=pygame.BLEND_RGB_MULT)
        self._heavens(on, dusk, q, much)
        self._houses(on, q, much)
        self._lamps(on, min(1.0, 1.3 * much) * (1 - pace.part(p, 0.6, 0.85)))
        if self.view.lantern == "lit":
            self._beam(on, q, much)

    def _heavens(self, on: Canvas, dusk: pygame.Surface, q: float, much: float) -> None:
        """Stars where the picture shows nothing but sky. They turn a little, as they do."""
        if self._stars is None:
            self._stars = self._free(on, dusk)
        shown = pace.share(much, 0.45, 0.95)
        for number, (x, y) in enumerate(self._stars):
            ink = (255, 250, 226, round((120 + 22 * (number % 6)) * shown))
            if ink[3] > 8:
                on.circle((x + 16 * (q - 0.5), y), 0.9 + 0.35 * (number % 3), ink)

    def _free(self, on: Canvas, dusk: pygame.Surface) -> list[tuple[float, float]]:
        sky = pygame.Surface(dusk.get_size())
        colours = art.palette(self.view.world, "dusk")
        far.sky(Brush(Canvas(sky, on.scale, on.origin), colours), self.view.world, "dusk", 0.0)
        found = []
        for number in range(STARS):
            x = 12 + (WIDTH - 24) * row.chance("star", number, "x")
            y = 8 + 330 * row.chance("star", number, "y") ** 1.3
            around = [on.px(x + dx, y + dy) for dx in (-11, 0, 11) for dy in (-3, 3)]
            if all(dusk.get_rect().collidepoint(at) and sky.get_at(at) == dusk.get_at(at) for at in around):
                found.append((x, y))
        return found

    def _houses(self, on: Canvas, q: float, much: float) -> None:
        """One window after the other goes out; somebody is always up."""
        for x, y, w, h, luck in self._windows:
            asleep = pace.share(q, 0.3 + 0.4 * luck, 0.34 + 0.4 * luck) if luck < 0.93 else 0.0
            if asleep < 1:
                area = on.area((x, y, w, h))
                light = much * (1 - asleep)
                ink = tuple(round(part * light) for part in (88, 62, 18))
                on.surface.fill(ink, area, special_flags=pygame.BLEND_RGB_ADD)
            if asleep > 0 and q < 0.95:
                on.rect((x, y, w, h), (24, 26, 48, round(170 * asleep * much)))

    def _lamps(self, on: Canvas, much: float) -> None:
        if much <= 0.02:
            return
        ink = (round(190 * much), round(140 * much), round(70 * much))
        glow = _halo(on.length(120), ink)
        pool = _pool(on, round(16 * much))
        for post in plan.LAMPS:
            x = post + HEAD[0] - self.cam
            if -140 < x < WIDTH + 140:
                on.surface.blit(glow, on.px(x - 60, HEAD[1] - 60), special_flags=pygame.BLEND_RGB_ADD)
                if pool:
                    on.surface.blit(pool, on.px(x - 80, HEAD[1]), special_flags=pygame.BLEND_RGB_ADD)

    def _beam(self, on: Canvas, q: float, much: float) -> None:
        """It goes round twice in a night: brightest where it points along the Row, gone where it points out to sea."""
        x, y = far.lantern_x(self.depth), far.LANTERN_TOP + 82
        for side in (1, -1):
            along = side * math.cos(q * 2 * math.tau)
            alpha = round(78 * much * max(0.0, along) ** 1.4)
            if alpha > 3:
                spread = 56 + 90 * (1 - along)
                ends = [(x + side * 1300, y - spread), (x + side * 1300, y + spread)]
                on.polygon([(x, y - 8), *ends, (x, y + 8)], (255, 240, 190, alpha))


def _halo(side: int, ink: tuple[int, int, int]) -> pygame.Surface:
    """A round light, to be added: bright in the middle, nothing at its edge."""
    sheet = pygame.Surface((side, side))
    rings = 24
    for ring in range(rings):
        part = ((ring + 1) / rings) ** 2
        reach = round(side / 2 * (1 - ring / rings))
        pygame.draw.circle(sheet, [round(one * part) for one in ink], (side // 2, side // 2), reach)
    return sheet


def _pool(on: Canvas, much: int) -> pygame.Surface | None:
    """The light of a lamp down to the pavement, to be added."""
    if much < 1:
        return None
    sheet = pygame.Surface((on.length(160), on.length(plan.KERB - HEAD[1])))
    w, h = sheet.get_size()
    for part, step in ((1.0, 1), (0.66, 2), (0.36, 3)):
        ends = [(w / 2 - 3, 0), (w / 2 + 3, 0), (w / 2 + w / 2 * part, h), (w / 2 - w / 2 * part, h)]
        pygame.draw.polygon(sheet, (much * step, round(much * step * 0.8), round(much * step * 0.45)), ends)
    return sheet

"""The notice board and the small cards on doors: the only writing that changes on the street."""

from collections.abc import Sequence

import pygame

from game.language import _
from game.language.spoken import when_changed
from game.screens import art
from game.screens.kit.canvas import Canvas
from game.screens.kit.store import kept
from game.screens.paint import plan
from game.screens.paint.brush import Brush

LEFT, TOP = plan.BOARD_X - 92.0, 338.0  # the face of the board
WIDE, TALL = 178, 118
Line = tuple[str, int | None, bool]


def _before(brush: Brush) -> None:
    """Two old notices: a lost cat and the ferry's times."""
    brush.rect(22, 18, 46, 58, "paper")
    brush.put("street/cat_sit", 32, 26, 0.55)
    brush.rect(28, 64, 34, 4, "ink", 150)
    brush.rect(98, 34, 56, 40, "white")
    for k in range(4):
        brush.rect(104, 41 + k * 8, 26, 3, "sea_deep")
        brush.rect(138, 41 + k * 8, 10, 3, "sea_deep")
    for x, y in ((45, 20), (126, 36)):
        brush.circle(x, y, 2.2, "accent")


def _bare(brush: Brush) -> None:
    """Paler oblongs where sheets have hung, and the pins."""
    for x, y, w, h in ((6, 5, 98, 108), (112, 5, 60, 48), (112, 60, 60, 53)):
        brush.rect(x, y, w, h, "wood.light", 150)
        brush.circle(x + 3, y + 3, 1.8, "brass")
        brush.circle(x + w - 3, y + 3, 1.8, "brass")


def _posted(brush: Brush, lines: Sequence[Line]) -> None:
    canvas = brush.canvas
    brush.rect(5, 4, 102, 110, "paper")
    brush.fitted(56, 5, _("TARIFF"), "condensed", 12, "accent", 96, "centre")
    over = [line for line in lines if line[2]][:2]
    under = [line for line in lines if not line[2]][: 6 - len(over)]
    for k, (words, points, fresh) in enumerate((*under, *over)):
        y = 22 + k * 15
        if fresh:
            brush.polygon([(4, y - 1), (108, y - 3), (109, y + 12), (5, y + 14)], "accent_2")
        short = words if len(words) <= 21 else words[:20] + "…"
        canvas.text((9, y), short, "condensed", 8.4, brush.ink("ink"))
        mark = "·" if points is None else f"{points:+d}".replace("-", "−")
        ink = brush.ink("accent" if (points or 0) < 0 and not fresh else "ink")
        canvas.text((103, y), mark, "condensed", 8.6, ink, align="right")
    brush.rect(112, 4, 62, 50, "accent_2")
    brush.fitted(143, 6, _("HONOUR"), "condensed", 11, "ink", 56, "centre")
    brush.rect(112, 60, 62, 54, "accent")
    brush.fitted(143, 62, _("THE LIST"), "condensed", 11, "paper", 56, "centre")
    for k in range(4):
        brush.rect(119, 24 + k * 7, (46, 40, 48, 30)[k], 2, "ink")
        brush.rect(119, 80 + k * 7, (44, 36, 46, 20)[k], 2, "paper")


@kept
def _face(lines: tuple[Line, ...], watch: str, tone: str, scale: float) -> pygame.Surface:
    sheet = pygame.Surface((round(WIDE * scale), round(TALL * scale)), pygame.SRCALPHA)
    brush = Brush(Canvas(sheet, scale, (0, 0)), art.palette(*tone.split(".")))
    if lines:
        _posted(brush, lines)
    elif watch == "none":
        _before(brush)
    else:
        _bare(brush)
    return sheet.convert_alpha() if pygame.display.get_surface() else sheet


when_changed(_face.cache_clear)


def standing(brush: Brush, x: float, foot: float, scale: float, watch: str, lines: Sequence[Line]) -> None:
    """The whole board with its middle at `x`, where no street is drawn that has it."""
    wide, tall = art.size("street/board")
    left, top = x - wide * scale / 2, foot - tall * scale
    brush.put("street/board", left, top, scale)
    kept = tuple((str(a), b, bool(c)) for a, b, c in lines)
    brush.blit(_face(kept, watch, brush.palette.name, brush.scale * scale), left + 10 * scale, top + 14 * scale)


def board(brush: Brush, world: str, watch: str, lines: Sequence[Line]) -> None:
    """What hangs on the board in the square. Under the app there is no board."""
    if world != "phone":
        kept = tuple((str(a), b, bool(c)) for a, b, c in lines)
        brush.blit(_face(kept, watch, brush.palette.name, brush.scale), LEFT, TOP)


def cards(brush: Brush, cam: float, spots: Sequence[tuple[str, str, str]]) -> None:
    """A card on the door of every place that is shut."""
    for place, _name, closed in spots:
        x = plan.SPOT_X.get(place)
        if closed and x is not None and cam - 40 < x < cam + 1320:
            y = plan.GROUND - 70
            brush.line([(x - 11, y), (x, y - 8), (x + 11, y)], "ink", 1)
            brush.rect(x - 18, y - 1, 36, 18, "accent", radius=3)
            brush.rect(x - 16, y + 1, 32, 14, "sign", radius=2)
            brush.sign((x - 17, y, 34, 16), _("SHUT"), "sign_text")

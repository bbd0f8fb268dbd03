"""The canvas draws in logical units at any size."""

from pathlib import Path

import pygame
import pytest

from game.screens.kit import fonts
from game.screens.kit.canvas import Box, Canvas, fit
from game.screens.kit.lettering import FACES
from game.screens.kit.palette import PALETTES, rgba


@pytest.mark.parametrize("size", [(480, 270), (1280, 720), (1000, 1000), (3840, 2160)])
def test_the_logical_sheet_is_fitted_and_centred(size: tuple[int, int]) -> None:
    canvas = Canvas(pygame.Surface(size))
    left, top = canvas.px(0, 0)
    right, bottom = canvas.px(1280, 720)
    assert left >= 0 and top >= 0
    assert abs(left - (size[0] - right)) <= 1 and abs(top - (size[1] - bottom)) <= 1
    assert right - left == size[0] or bottom - top == size[1]


def test_boxes_that_share_an_edge_leave_no_gap() -> None:
    canvas = Canvas(pygame.Surface((1117, 631)))
    for x in range(0, 1200, 37):
        assert canvas.area((x, 0, 37, 5)).right == canvas.area((x + 37, 0, 37, 5)).left


def test_a_filled_box_colours_its_middle_and_nothing_outside() -> None:
    surface = pygame.Surface((1280, 720))
    Canvas(surface).rect((100, 100, 50, 50), "#D2402B", radius=12)
    assert surface.get_at((125, 125))[:3] == (0xD2, 0x40, 0x2B)
    assert surface.get_at((99, 125))[:3] == (0, 0, 0)
    assert surface.get_at((100, 100))[:3] == (0, 0, 0)


def test_a_round_end_stays_within_its_box_at_any_height() -> None:
    for high in range(8, 60):
        surface = pygame.Surface((1280, 720))
        Canvas(surface).rect((100, 100, 200, high), "#D2402B", radius=90)
        painted = pygame.mask.from_threshold(surface, (0xD2, 0x40, 0x2B), (1, 1, 1, 255)).get_bounding_rects()[0]
        assert painted.top >= 100 and painted.bottom <= 100 + high


def test_a_hairline_is_seen_in_a_small_window_wherever_it_falls() -> None:
    surface = pygame.Surface((960, 540))
    for y in range(100, 120):
        surface.fill("#000000")
        Canvas(surface).rect((100, y, 50, 1), "#FFFFFF")
        assert any(surface.get_at((90, row))[0] == 255 for row in range(540))


def test_clip_keeps_drawing_inside_and_is_lifted_afterwards() -> None:
    surface = pygame.Surface((1280, 720))
    canvas = Canvas(surface)
    with canvas.clip((0, 0, 10, 10)):
        canvas.rect((0, 0, 100, 100), "#FFFFFF")
    assert surface.get_at((50, 50))[:3] == (0, 0, 0)
    canvas.rect((40, 40, 20, 20), "#FFFFFF")
    assert surface.get_at((50, 50))[:3] == (255, 255, 255)


def test_wrapped_lines_stay_within_the_width_and_lose_no_word() -> None:
    text = "Mr. Adeyemi has slipped on the wet steps of the board, incomprehensibilitiesandmore, and laughs"
    lines = fonts.wrap(text, "serif", 20, 1.0, 160)
    assert all(fonts.width(line, "serif", 20, 1.0) <= 160 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_measured_text_takes_the_box_that_it_is_drawn_in() -> None:
    canvas = Canvas(pygame.Surface((960, 540)))
    box = canvas.text((10, 20), "Two lines of it, at the least", "sans", 18, width=120)
    assert (box.w, box.h) == canvas.measure("Two lines of it, at the least", "sans", 18, width=120)


def test_every_face_of_the_design_is_on_disk() -> None:
    assert [name for name in FACES.values() if not (fonts.folder() / f"{name}.ttf").is_file()] == []


def test_without_typefaces_a_plain_one_stands_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fonts, "folder", lambda: tmp_path)
    fonts.font.cache_clear()
    fonts._say_missing.cache_clear()
    try:
        assert fonts.font("sans", 21).size("word")[0] > 0
        assert fonts.font("serif_bold", 23).size("word")[0] > 0
        assert capsys.readouterr().err.count("missing") == 1
    finally:
        fonts.font.cache_clear()


def _luminance(colour: str) -> float:
    parts = [(c / 255) / 12.92 if c / 255 <= 0.03928 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgba(colour)[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(a: str, b: str) -> float:
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", sorted(PALETTES))
def test_text_meets_contrast_and_the_grey_way_out_meets_it_as_large_text(name: str) -> None:
    """WCAG 2.1 AA: 4.5 to 1 for text, 3 to 1 for large text."""
    pal = PALETTES[name]
    for ink, ground in ((pal.ink, pal.paper), (pal.ink, pal.panel), (pal.soft, pal.paper), (pal.on_strong, pal.strong),
                        (pal.on_accent, pal.accent), (pal.bad, pal.paper), (pal.good, pal.paper)):
        assert _contrast(ink, ground) >= 4.5, (ink, ground)
    assert _contrast(pal.faint, pal.paper) >= 3


def test_fit_never_reaches_nothing() -> None:
    assert fit(1, 1) > 0
    assert Box(0, 0, 4, 4).grown(2) == Box(-2, -2, 8, 8)

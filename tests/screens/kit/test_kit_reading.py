"""How letters are set and how stark colours are: what is measured is what is drawn, and nothing of it is global."""

from itertools import pairwise

import pygame
import pytest

from game.screens import art
from game.screens.kit import fonts
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.lettering import FACES, FAMILIES, PLEX, Lettering
from game.screens.kit.node import ring
from game.screens.kit.palette import GROUNDS, PALETTES, WORDS, Palette, faint, luminance, rgba, stark
from game.screens.paint.brush import Brush, outlined
from tests.screens.ruler import contrast

TEXT = "The ferry office has work, and the light takes its time: Il1 O0 bdpq, “ä é ő ł”."
SETS = (Lettering("plex"), Lettering("plain"), Lettering("plain", 1.5), Lettering("plex", 1.25))


@pytest.mark.parametrize("lettering", SETS, ids=str)
@pytest.mark.parametrize("face", FACES)
def test_what_a_frame_measures_is_what_its_canvas_draws(face: str, lettering: Lettering) -> None:
    pygame.font.init()
    frame = Frame((960, 540), lettering=lettering)
    canvas = frame.canvas(pygame.Surface(frame.size))
    for wide in (None, 220.0):
        box = canvas.text((10, 10), TEXT, face, 20, width=wide)
        assert (box.w, box.h) == pytest.approx(frame.measure(TEXT, face, 20, wide))
        assert canvas.measure(TEXT, face, 20, wide) == frame.measure(TEXT, face, 20, wide)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_role_of_every_family_has_its_file_and_its_licence(family: str) -> None:
    assert set(FAMILIES[family]) == set(FACES)
    for name in FAMILIES[family].values():
        assert (fonts.folder() / f"{name}.ttf").is_file(), name
    told = "\n".join(path.read_text(encoding="utf-8") for path in fonts.folder().glob("OFL*.txt"))
    assert {"plex": "Plex", "plain": "Atkinson"}[family] in told and "SIL OPEN FONT LICENSE" in told


def test_the_plain_face_tells_l_i_and_one_apart_and_mirrors_no_letter() -> None:
    pygame.font.init()

    def letter(one: str, family: str, *, mirrored: bool = False) -> pygame.Mask:
        drawn = fonts.font("sans", 120, family).render(one, antialias=False, color="white")
        drawn = drawn.subsurface(drawn.get_bounding_rect())
        return pygame.mask.from_surface(pygame.transform.flip(drawn, mirrored, flip_y=False))

    def unlike(pair: str, family: str, *, mirrored: bool = False) -> float:
        a, b = letter(pair[0], family), letter(pair[1], family, mirrored=mirrored)
        return 1 - 2 * a.overlap_area(b, (0, 0)) / (a.count() + b.count())

    assert min(unlike(pair, "plain") for pair in ("lI", "l1", "I1", "O0")) > 0.4
    assert unlike("pq", "plain", mirrored=True) > 0.5
    assert unlike("bd", "plain", mirrored=True) > 2 * unlike("bd", "plex", mirrored=True)


def test_a_line_with_a_letter_that_the_plain_face_lacks_is_set_in_plex_and_no_box_is_seen() -> None:
    pygame.font.init()
    assert fonts.font_for("Walk ↑", "sans", 20, "plain") is fonts.font("sans", 20, "plex")
    assert fonts.font_for("Été – “ł”", "sans", 20, "plain") is fonts.font("sans", 20, "plain")
    assert fonts.width("Walk ↑", "sans", 20, 1.0, "plain") == fonts.width("Walk ↑", "sans", 20, 1.0)


def test_wider_lines_move_the_second_line_and_not_the_first() -> None:
    pygame.font.init()
    one, two = "One line", "One line\nand a second"
    usual, wide = Frame(), Frame(lettering=Lettering("plex", 1.5))
    assert usual.measure(one)[1] == wide.measure(one)[1]
    step = usual.measure(two)[1] - usual.measure(one)[1]
    assert wide.measure(two)[1] - wide.measure(one)[1] == pytest.approx(1.5 * step)


def test_what_is_painted_keeps_its_letters_and_its_colours() -> None:
    canvas = Canvas(pygame.Surface((400, 200)), lettering=Lettering("plain"), stark=True)
    painted = Brush(canvas, art.palette("print", "noon")).canvas
    assert painted.lettering == PLEX and not painted.stark and painted.bold
    assert painted.ink("#DFA02E") == rgba("#DFA02E")
    plain = Canvas(pygame.Surface((4, 2)))
    assert plain.picture() is plain


@pytest.mark.parametrize("pal", PALETTES.values(), ids=tuple(PALETTES))
def test_with_high_contrast_every_ink_of_a_world_is_seven_to_one_on_its_grounds(pal: Palette) -> None:
    grounds = (pal.paper, pal.panel)
    pairs = [(ink, on) for ink in (pal.ink, pal.soft, pal.letters, pal.good, pal.bad, pal.faint) for on in grounds]
    pairs += [(pal.on_accent, pal.accent), (pal.on_strong, pal.strong), (pal.mark, pal.strong)]
    low = [(ink, on) for ink, on in pairs if contrast(stark(rgba(ink), WORDS), stark(rgba(on), GROUNDS)) < 7.0]
    assert low == []


def test_the_apps_way_out_is_faint_only_where_nobody_asked_for_more() -> None:
    phone = PALETTES["phone"]
    assert contrast(phone.faint, phone.paper) < 4.5
    assert contrast(faint(phone, 1.3), phone.paper) >= 4.5
    assert contrast(stark(rgba(phone.faint), WORDS), phone.paper) >= 7.0


def test_the_worlds_stay_apart_in_high_contrast() -> None:
    accents = {stark(rgba(pal.accent)) for name, pal in PALETTES.items() if name != "debrief"}
    assert len(accents) == 3
    assert PALETTES["print"].radius < 6 < PALETTES["phone"].radius


@pytest.mark.parametrize("ground", ["#000000", "#FFFFFF", "#D2402B", "#7F7F7F", "#5B4FD6"])
def test_the_ring_of_the_focus_is_three_wide_and_seen_on_any_ground(ground: str) -> None:
    surface = pygame.Surface((200, 100))
    surface.fill(ground)
    canvas = Canvas(surface, scale=1.0, origin=(0, 0), stark=True)
    ring(canvas, Box(40, 30, 100, 40), "#000000", 0)
    line = [tuple(surface.get_at((x, 50)))[:3] for x in range(20, 60)]
    inks = [ink for ink, before in zip(line, [None, *line], strict=False) if ink != before]
    dark = [x for x, ink in enumerate(line) if luminance(ink) < 0.02]
    assert ground == "#000000" or len(dark) == 3
    assert contrast("#000000", "#FFFFFF") > 3
    assert any(contrast(a, b) >= 3 for a, b in pairwise(inks))
    assert (255, 255, 255) in inks and any(luminance(ink) < 0.02 for ink in inks)


def test_what_is_rimmed_is_the_same_drawing_with_a_dark_and_a_light_rim() -> None:
    drawn = pygame.Surface((20, 30), pygame.SRCALPHA)
    pygame.draw.rect(drawn, "#D2402B", (4, 4, 12, 22))
    made = outlined(drawn, 2)
    assert made.get_size() == (28, 38)
    across = [tuple(made.get_at((x, 19))) for x in range(28)]
    assert across[14][:3] == rgba("#D2402B")[:3]
    assert sum(ink[3] == 255 and luminance(ink) > 0.9 for ink in across) == 4
    assert sum(ink[3] == 255 and luminance(ink) < 0.02 for ink in across) == 4

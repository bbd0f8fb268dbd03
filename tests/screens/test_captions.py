"""Captions stand at the edge, small, and never on other words or on what can be pressed."""

from collections.abc import Iterator

import pygame
import pytest

from game.model.content import Pack
from game.screens.captions import STAY, Captions, placed
from game.screens.kit.canvas import HEIGHT, WIDTH, Box
from game.screens.kit.frame import Frame
from game.screens.title import Title
from game.shell.cues import SOUNDS
from tests.screens.ruler import touch, within
from tests.screens.test_layout import Shot, laid, shots

LONG = max((one.caption for one in SOUNDS.values()), key=len)
LONGEST = " · ".join(sorted((one.caption for one in SOUNDS.values()), key=len)[-2:])
FRAMES = tuple(Frame(size=size, zoom=zoom) for size in ((960, 540), (2560, 1440)) for zoom in (1.0, 1.6, 2.0))


def every(pack: Pack) -> Iterator[Shot]:
    title = Title()
    title.know((), ())
    yield Shot("title", (title,))
    yield from shots(pack, "taste", "fox", "visible-first")


def test_a_caption_lies_on_no_word_and_on_no_button_and_nearly_always_finds_a_place(pack: Pack) -> None:
    pygame.font.init()
    shown = missed = 0
    faults = []
    for shot in every(pack):
        for frame in FRAMES:
            found = placed(LONGEST, shot.screens, frame) or placed(LONG, shot.screens, frame)
            if found is None:
                missed += 1
                continue
            shown += 1
            node, _ = found
            assert within(node.box, Box(0, 0, WIDTH, HEIGHT))
            for screen in shot.screens:
                root, words = laid(screen, frame)
                faults += [f"{shot.name}: on “{word.text}”" for word in words if touch(node.box, word.box)]
                faults += [f"{shot.name}: on {one.key}" for one in root.focusables()
                           if touch(node.box, one.box) and one.box.w < 0.9 * WIDTH]
    assert faults == []
    assert shown > 15 * missed


def test_a_caption_goes_by_itself_and_the_same_one_does_not_stand_twice() -> None:
    captions = Captions()
    for text in ("Gulls", "A coin", "Gulls"):
        captions.say(text)
    assert captions.text == "A coin · Gulls"
    captions.say("The bus pulls away")
    assert captions.text == "Gulls · The bus pulls away"
    captions.tick(STAY - 0.1)
    assert captions.text
    captions.dirty = False
    captions.tick(0.2)
    assert not captions.text and captions.dirty


@pytest.mark.parametrize("frame", FRAMES)
def test_even_the_longest_caption_is_narrower_than_the_screen(frame: Frame) -> None:
    pygame.font.init()
    found = placed(LONGEST, (), frame)
    assert found is not None and found[0].box.w < WIDTH - 28


def test_a_caption_stays_where_it_stood_as_long_as_there_is_room() -> None:
    pygame.font.init()
    assert (placed("Gulls", (), Frame(), (1.0, 380.0)) or (None, None))[1] == (1.0, 380.0)

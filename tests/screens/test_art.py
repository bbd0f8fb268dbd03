"""Promises of the drawings: every file is one that can be shown, in every world, at every hour."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pygame
import pytest

from game.model.content import Drawing
from game.screens import art
from game.screens.paint import things

FILES = sorted((art.folder() / "images").rglob("*.svg"))
NAMES = [path.relative_to(art.folder() / "images").with_suffix("").as_posix() for path in FILES]
WORLDS = ("print", "phone", "daylight")
LIGHTS = ("dawn", "noon", "dusk")
SHAPES = {"svg", "g", "path", "rect", "circle", "ellipse", "polygon"}
ATTRIBUTES = {
    "xmlns", "viewBox", "width", "height", "transform", "d", "points", "fill", "opacity", "stroke", "stroke-width",
    "stroke-linecap", "stroke-linejoin", "x", "y", "rx", "ry", "cx", "cy", "r",
}
LOCAL = {"skin", "hair", "coat", "hat", "pane"}  # given by whoever draws the person or the room


@pytest.fixture(autouse=True)
def display() -> Iterator[None]:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))
    yield
    art.forget()
    pygame.display.quit()


def faults(text: str, known: art.Palette) -> list[str]:
    """What a drawing must not have. Empty for a good one."""
    found = []
    root = ET.fromstring(text)
    if not re.fullmatch(r"0 0 [\d.]+ [\d.]+", root.get("viewBox", "")):
        found.append("no viewBox from 0 0")
    for part in root.iter():
        kind = part.tag.rpartition("}")[2]
        if kind not in SHAPES:
            found.append(f"<{kind}>")
        for name, value in part.attrib.items():
            if name not in ATTRIBUTES and not name.startswith("data-"):
                found.append(f"attribute {name}")
            if name in ("fill", "stroke") and value != "none":
                token = value[1:-1]
                if not art.TOKEN.fullmatch(value) or (token not in known and token.split(".")[0] not in LOCAL):
                    found.append(f"{name} {value}")
            if "nan" in value or "inf" in value:
                found.append(f"number {value}")
    return found


def test_there_are_drawings() -> None:
    assert len(NAMES) > 120


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_has_flat_shapes_and_named_colours_only(name: str) -> None:
    assert faults(art.source(name), art.palette("print", "noon")) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('<text fill="{ink}">A</text>', "<text>"),
        ('<use href="#a"/>', "<use>"),
        ('<rect fill="currentColor"/>', "fill currentColor"),
        ('<rect fill="#FF0000"/>', "fill #FF0000"),
        ('<rect fill="{no_such_colour}"/>', "fill {no_such_colour}"),
        ('<rect fill="{ink.darker}"/>', "fill {ink.darker}"),
        ('<rect filter="url(#f)"/>', "attribute filter"),
        ('<rect clip-path="url(#c)"/>', "attribute clip-path"),
    ],
)
def test_the_lint_rings(text: str, fault: str) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{text}</svg>'
    assert fault in faults(drawing, art.palette("print", "noon"))


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("light", LIGHTS)
def test_every_world_has_every_colour_at_every_hour(world: str, light: str) -> None:
    assert set(art.palette("print", "noon").names()) <= set(art.palette(world, light).names())


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_fills_the_size_it_is_asked_for_and_shows_something(name: str) -> None:
    w, h = art.size(name)
    made = art.image(name, art.palette("phone", "dusk"), 48, max(1, round(48 * h / w)))
    assert made.get_size() == (48, max(1, round(48 * h / w)))
    assert pygame.mask.from_surface(made, 20).count() > 0


def test_a_drawing_reaches_the_far_corner_of_an_odd_size() -> None:
    made = art.image("street/sheet", art.palette("print", "noon"), 37, 91)
    assert made.get_at((36, 90))[:3] == art.palette("print", "noon")["paper"]


def test_every_thing_that_levels_may_name_has_its_drawing_and_no_drawing_lies_unnamed() -> None:
    drawn = {name.removeprefix("things/") for name in NAMES if name.startswith("things/")}
    second = {f"{name}_b" for name in things.LIVELY}
    assert drawn == set(get_args(Drawing)) - {""} | second


def test_a_thing_and_its_second_drawing_stand_in_the_same_place() -> None:
    assert {name for name in things.LIVELY if art.size(f"things/{name}") != art.size(f"things/{name}_b")} == set()


def test_a_missing_drawing_is_a_box_and_not_a_crash() -> None:
    assert art.image("houses/no_such_house", art.palette("print", "noon"), 80, 40).get_size() == (80, 40)


def test_a_broken_drawing_is_a_box_and_not_a_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "broken.svg").write_text("<svg viewBox='0 0 8 8'><rect", encoding="utf-8")
    monkeypatch.setattr(art, "folder", lambda: tmp_path)
    assert art.image("broken", art.palette("print", "noon"), 30, 30).get_size() == (30, 30)


def test_without_palettes_everything_is_magenta_and_nothing_crashes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(art, "folder", lambda: tmp_path)
    art.palette.cache_clear()
    assert art.palette("print", "noon")["ink"] == (255, 0, 255)
    art.palette.cache_clear()


def test_one_drawing_wears_three_worlds() -> None:
    looks = {
        pygame.image.tobytes(art.image("houses/bakery", art.palette(world, "noon"), 60), "RGBA") for world in WORLDS
    }
    assert len(looks) == len(WORLDS)


def test_an_image_is_made_once() -> None:
    colours = art.palette("print", "noon")
    assert art.image("street/bin", colours, 40) is art.image("street/bin", colours, 40)


def test_palettes_say_only_colours() -> None:
    table = json.loads((art.folder() / "palettes.json").read_text(encoding="utf-8"))
    for world in WORLDS:
        for hour in table[world].values():
            for colour in hour["colours"].values():
                assert art.rgb(colour)

"""How light the game is, beside a bare window of the same library measured in the same run. docs/speed.md says how."""

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from game.shell.bench import children
from game.shell.bench.children import MB

__all__ = ["Figure", "assets", "bench", "figures", "machine", "table"]


MOVING = ("street in motion, median", "street in motion, 99th percentile", "street in rain with a crowd, median",
          "one world gives way to another, median")  # fmt: skip


class Figure(NamedTuple):
    """One thing that was measured: what, how much, what it is to be compared with, and the limit it is held to."""

    what: str
    shown: str
    beside: str
    limit: str
    kept: bool


def figures() -> Iterator[Figure]:
    """Everything, one after the other; it takes some minutes."""
    from game.shell.bench import here

    bare, start = children.start(children.BARE), children.start(children.GAME)
    yield Figure("start to the first frame that answers", f"{start:.0f} ms",
                 f"{start / bare:.1f} × a bare window ({bare:.0f} ms)", "2.5 × a bare window", start <= 2.5 * bare)
    blit, *moving = here.frames()
    for name, took, limit in zip(MOVING, moving, (8, 16, 8, 16), strict=True):
        yield Figure(name, f"{took:.1f} ms", f"{took / blit:.1f} × one full blit ({blit:.2f} ms)", f"{limit} ms",
                     took <= limit)  # fmt: skip
    frames, late = children.answer()
    yield Figure("a key until it is seen", f"{frames:.0f} frame" + ("s" if frames > 1 else ""),
                 f"{late:.0f} ms, counted from the frame before", "1 frame", frames <= 1)
    for place, name in (("title", "at the title"), ("street", "on the street"), ("sheet", "with a sheet open"),
                        ("debrief", "in the debrief")):
        share = children.idling(place)
        yield Figure(f"idle {name}, nobody there", f"{share:.1%}", "of one core", "1 %", share <= 0.01)
    first, slowest, page = here.debrief()
    yield Figure("debrief of a full play, first page", f"{first * 1000:.0f} ms", "after the bet", "1000 ms", first <= 1)
    yield Figure("debrief, slowest page to turn to", f"{slowest:.0f} ms", page, "100 ms", slowest <= 100)
    most, ever, growth = children.remembered()
    if most:
        yield Figure("memory, the most in a full play and its debrief", f"{most:.0f} MB",
                     f"{ever:.0f} MB over {children.PLAYS} such plays", "160 MB", most <= 160)
        yield Figure(f"memory, growth from play {children.EARLY} to play {children.PLAYS}", f"{growth:+.0f} MB",
                     "at the title again", "8 MB", growth <= 8)
    speed = here.rules()
    yield Figure("rules without a screen", f"{speed:.0f} moments a second", "one core", "3000", speed >= 3000)
    size = assets()
    yield Figure("pictures, sounds, typefaces", f"{size:.1f} MB", "in the repository", "25 MB", size < 25)


def assets() -> float:
    """MB of everything in assets/."""
    from game.screens import art

    return sum(path.stat().st_size for path in art.folder().rglob("*") if path.is_file()) / MB


def machine() -> str:
    """The computer in general words: nothing that names it or whose it is."""
    import pygame

    family = {"linux": "Linux", "darwin": "macOS", "win32": "Windows"}.get(sys.platform, "another system")
    cores = os.cpu_count() or 1
    where = "a dummy display" if children.environment().get("SDL_VIDEODRIVER") == "dummy" else "a real window"
    return (
        f"{cores} core{'s' if cores > 1 else ''}, {family}, Python {platform.python_version()}, "
        f"pygame-ce {version('pygame-ce')}, SDL {'.'.join(map(str, pygame.get_sdl_version()))}, {where}"
    )


def table(found: list[Figure], on: str) -> str:
    """The figures as a Markdown table, with the machine above it."""
    rows = [f"| {' | '.join((*one[:4], 'yes' if one.kept else 'no'))} |" for one in found]
    return "\n".join([
        f"Measured on: {on}.", "", "| what | here | beside | limit | kept |", "|---|---|---|---|---|", *rows, "",
    ])


def bench(file: Path | None = None) -> int:
    """Print the measurements beside their floor and their limit; with `file`, also as a table. Returns the exit code.

    Raises OSError if the file cannot be written.
    """
    found = []
    for one in figures():
        found.append(one)
        mark = " " if one.kept else "!"
        print(f"{mark} {one.what:<48} {one.shown:>22}   {one.beside}; limit {one.limit}", flush=True)
    on = machine()
    print(f"measured on {on}")
    if file:
        file.write_text(table(found, on), encoding="utf-8")
    return 0

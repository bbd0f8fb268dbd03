"""The tune in its three dresses, and the sound of each place. Everything here is two waves wide: left and right."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from tines import (
    RATE,
    add_round,
    box,
    brass,
    echo_round,
    hertz,
    hiss,
    hiss_round,
    mallet,
    pad,
    pluck,
    ring,
    seconds,
)

Wave = NDArray[np.float64]
Voice = Callable[[float, float], Wave]

# A waltz of sixteen bars in F: (note, beats). It nearly trips in the seventh bar, and gets away with it.
TUNE = (
    ("A4", 2), ("C5", 1), ("F5", 2), ("E5", 1), ("D5", 1.5), ("E5", 0.5), ("C5", 1), ("A4", 3),
    ("G4", 2), ("A4", 1), ("Bb4", 1), ("D5", 1), ("F5", 1), ("E5", 1.5), ("B4", 0.5), ("D5", 1), ("C5", 3),
    ("A4", 2), ("C5", 1), ("F5", 2), ("G5", 1), ("A5", 1.5), ("G5", 0.5), ("F5", 1), ("D5", 3),
    ("Bb4", 1), ("D5", 1), ("F5", 1), ("E5", 1), ("C5", 1), ("G4", 1), ("A4", 1.5), ("G4", 0.5), ("E4", 1), ("F4", 3),
)  # fmt: skip
CHORDS = (
    "F2 A3 C4", "F2 A3 C4", "Bb2 Bb3 D4", "F2 A3 C4", "G2 Bb3 D4", "Bb2 Bb3 D4", "C3 G3 E4", "C3 Bb3 E4",
    "F2 A3 C4", "D3 A3 F4", "A2 A3 C4", "Bb2 Bb3 D4", "G2 Bb3 D4", "C3 G3 E4", "C3 Bb3 E4", "F2 A3 C4",
)  # fmt: skip
TAIL = 2.6  # seconds in which the last chord dies


class Stage:
    """Two waves to play into. Notes that reach past the end come round again, or are cut off where it does not loop."""

    def __init__(self, long: float) -> None:
        """`long` in seconds."""
        self.sides = [np.zeros(round(long * RATE)), np.zeros(round(long * RATE))]

    def play(self, at: float, made: Wave, loud: float, place: float = 0.0) -> None:
        """Add a note at a time, at a place from -1 (left) to 1."""
        for side, share in zip(self.sides, ((1 - place) / 2, (1 + place) / 2), strict=True):
            add_round(side, at, made * (loud * np.sqrt(share)))

    def wave(self, chance: np.random.Generator, room: float, wet: float) -> Wave:
        """All that was played, in a room."""
        return np.stack([side + wet * echo_round(side, chance, room) for side in self.sides], axis=1)


def _melody(stage: Stage, beat: float, voice: Voice, loud: float, place: float, *, up: int = 0) -> None:
    at = 0.0
    for name, beats in TUNE:
        stage.play(at * beat, voice(hertz(name) * 2**up, beats * beat), loud, place)
        at += beats


def _end(made: Wave) -> Wave:
    """Let it die: the last part of a second goes to nothing."""
    t = np.arange(len(made)) / RATE
    return made * np.clip((t[-1] - t) / 1.2, 0, 1)[:, None] ** 1.5


def daylight(chance: np.random.Generator) -> Wave:
    """A music box on a window sill, and a string."""
    beat = 0.56
    stage = Stage(48 * beat + TAIL)
    _melody(stage, beat, box, 0.5, 0.15, up=1)
    for bar, chord in enumerate(CHORDS):
        low, *high = chord.split()
        stage.play(bar * 3 * beat, pluck(hertz(low) * 2, 2 * beat), 0.3, -0.3)
        if bar % 4 != 3:
            for n, name in enumerate(high, 1):
                stage.play((bar * 3 + n) * beat, pluck(hertz(name), beat), 0.14, -0.1)
    return _end(stage.wave(chance, 1.2, 0.16))


def brass_band(chance: np.random.Generator) -> Wave:
    """The town band, which has rehearsed."""
    beat = 0.53
    stage = Stage(48 * beat + TAIL)
    _melody(stage, beat, lambda f, long: brass(f, 0.9 * long, 1.25), 0.3, 0.2)
    for bar, chord in enumerate(CHORDS):
        low, *high = chord.split()
        at = bar * 3 * beat
        stage.play(at, brass(hertz(low), 0.75 * beat if bar < 15 else 2.6 * beat, 0.8), 0.42, -0.35)
        stage.play(at, ring([62, 93], [1, 0.4], [0.13, 0.08], 0.5), 0.32)
        for n in (1, 2) if bar < 15 else ():
            for name in high:
                stage.play(at + n * beat, brass(hertz(name), 0.32 * beat, 0.7), 0.16, -0.1)
            brush = hiss(chance, 0.09, 1800, 7000) * np.exp(-seconds(0.09) / 0.02)
            stage.play(at + n * beat, brush, 0.07, 0.4)
        if bar >= 8:  # a second horn joins below the tune
            stage.play(at, brass(hertz(high[-1]), 2.7 * beat, 0.7), 0.13, 0.5)
    return _end(stage.wave(chance, 0.9, 0.12))


def phone(chance: np.random.Generator) -> Wave:
    """The same, with its corners rounded."""
    beat = 0.6
    stage = Stage(48 * beat + TAIL)
    _melody(stage, beat, mallet, 0.32, 0.1, up=1)
    _melody(stage, beat, lambda f, long: pad(f, long, 0.12), 0.06, -0.1)
    for bar, chord in enumerate(CHORDS):
        low, *high = chord.split()
        at = bar * 3 * beat
        for n, name in enumerate((low, *high)):
            stage.play(at, pad(hertz(name) * (2 if n == 0 else 1), 3 * beat, 0.5), 0.16, (-0.5, 0.0, 0.5)[n])
        sweet = "E4" if low == "F2" and bar < 15 else high[-1]  # a seventh, where it can be had
        stage.play(at, pad(hertz(sweet), 3 * beat, 0.6), 0.05, 0.3)
        for n in range(6):  # something small that never stops being pleased
            stage.play(at + n * beat / 2, mallet(hertz(high[n % 2]) * 4, 0.1), 0.035, -0.6 + 0.24 * n)
    return _end(stage.wave(chance, 1.6, 0.3))


def _swell(t: Wave, long: float, waves: int, shift: float) -> Wave:
    """How waves come in: slowly up, and quicker down; so many in all."""
    phase = (waves * t / long + shift) % 1.0
    return np.interp(phase, [0, 0.55, 0.68, 1], [0, 1, 0.75, 0]) ** 1.6


def _water(chance: np.random.Generator, long: float) -> Wave:
    t = seconds(long)
    sides = []
    for side in (0.0, 0.06):
        deep = hiss_round(chance, long, 60, 420, -3) * (0.5 + 0.5 * _swell(t, long, 4, side))
        surf = hiss_round(chance, long, 500, 3200, -4) * (0.12 + _swell(t, long, 4, 0.04 + side))
        far = hiss_round(chance, long, 250, 1500, -3) * (0.3 + 0.7 * _swell(t, long, 7, 0.4 + side))
        sides.append(0.8 * deep + 0.5 * surf + 0.28 * far)
    return np.stack(sides, axis=1)


def sea(chance: np.random.Generator) -> Wave:
    """Waves on a quay wall, and nothing else."""
    return _water(chance, 26.0)


def wind_and_band(chance: np.random.Generator) -> Wave:
    """Wind round the corners; a long way off, a band is practising the second half of something."""
    long = 28.0
    t = seconds(long)
    sides = []
    for side in (0.0, 0.9):
        turn = 2 * np.pi * t / long
        gusts = 0.55 + 0.3 * np.sin(2 * turn + side) + 0.15 * np.sin(5 * turn + 2 + side)
        low = hiss_round(chance, long, 140, 420, -2)
        high = hiss_round(chance, long, 420, 820, -3) * (0.5 + 0.5 * np.sin(2 * np.pi * 3 * t / long + 1 + side))
        sides.append(gusts * (low + 0.5 * high))
    wind = np.stack(sides, axis=1) + 0.35 * _water(chance, long)
    stage = Stage(long)
    beat = 0.62
    at = 2.0
    for name, beats in TUNE[17:]:
        stage.play(at, brass(hertz(name), 0.85 * beats * beat), 0.5, 0.3)
        at += beats * beat
    for bar, chord in enumerate(CHORDS[8:]):
        names = chord.split()
        stage.play(2.0 + bar * 3 * beat, brass(hertz(names[0]), 0.8 * beat, 0.8), 0.5, 0.2)
        stage.play(2.0 + bar * 3 * beat, ring([58, 87], [1, 0.4], [0.14, 0.08], 0.5), 0.6, 0.3)
        for n in (1, 2):
            for name in names[1:]:
                stage.play(2.0 + (bar * 3 + n) * beat, brass(hertz(name), 0.35 * beat, 0.7), 0.2, 0.4)
    heard = [0.3 * side + 0.9 * echo_round(side, chance, 1.8) for side in stage.sides]
    n = len(t)
    f = np.fft.rfftfreq(n, 1 / RATE)
    far_off = 1 / (1 + (f / 900) ** 4) * (f > 70)
    drift = 0.75 + 0.25 * np.sin(2 * np.pi * 4 * t / long)  # the wind carries it, and does not
    music = np.stack([np.fft.irfft(np.fft.rfft(one) * far_off, n) * drift for one in heard], axis=1)
    return wind / np.sqrt(np.mean(wind**2)) + 0.55 * music / np.sqrt(np.mean(music**2))


def warm_air(chance: np.random.Generator) -> Wave:
    """Four chords that want nothing of you."""
    long, each = 28.0, 7.0
    stage = Stage(long)
    for n, chord in enumerate(("F3 C4 E4 A4", "D3 A3 C4 F4", "Bb2 F3 A3 D4", "C3 G3 Bb3 E4")):
        for place, name in zip((-0.5, 0.4, -0.2, 0.6), chord.split(), strict=True):
            stage.play(n * each, pad(hertz(name), each, 2.4), 0.2, place)
        for k in range(3):
            at = n * each + 1.1 + 1.9 * k + 0.3 * chance.random()
            stage.play(at, mallet(hertz(chord.split()[1 + (k + n) % 3]) * 4, 0.4), 0.028, chance.uniform(-0.7, 0.7))
    made = stage.wave(chance, 2.4, 0.35)
    air = np.stack([hiss_round(chance, long, 300, 2200, -5) for _ in range(2)], axis=1)
    return made / np.sqrt(np.mean(made**2)) + 0.06 * air


def dome(chance: np.random.Generator) -> Wave:
    """The hum of something that is switched on. It sounds the same whether or not anybody is there."""
    long = 24.0
    t = seconds(long)
    sides = []
    for side in (0.0, 1.1):
        made = np.zeros(len(t))
        for cycles, loud in ((50, 0.6), (100, 1.0), (150, 0.34), (200, 0.42), (300, 0.2), (400, 0.12), (600, 0.06)):
            beat = 1 + 0.22 * np.sin(2 * np.pi * (3 + cycles // 100) * t / long + side + cycles)
            made += loud * beat * np.sin(2 * np.pi * round(cycles * long) / long * t + side * cycles)
            made += 0.35 * loud * np.sin(2 * np.pi * (round(cycles * long) + 7) / long * t + side)
        glass = hiss_round(chance, long, 1900, 2300) * (0.5 + 0.5 * np.sin(2 * np.pi * 2 * t / long + side))
        fan = hiss_round(chance, long, 180, 700, -3)
        sides.append(made + 0.06 * glass + 0.3 * fan)
    return np.stack(sides, axis=1)


BEDS: dict[str, Callable[[np.random.Generator], Wave]] = {
    "bed_sea": sea, "bed_posted": wind_and_band, "bed_app": warm_air, "bed_dark_glass": dome,
}
THEMES: dict[str, Callable[[np.random.Generator], Wave]] = {
    "theme_daylight": daylight, "theme_print": brass_band, "theme_phone": phone,
}

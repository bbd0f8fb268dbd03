"""Make every sound of the game from nothing: `python assets/sounds/render.py` writes the .ogg files beside itself.

It wants numpy and scipy (both come with the tests' needs) and `oggenc` of vorbis-tools. `--wav DIR` writes plain WAV
files and needs no encoder; names after it make only those. There is no chance in it: each sound draws its noise from
a seed of its own, so the same script gives the same waves. What loops is made on a circle (noise by its spectrum, notes
and echoes added round the end), so that there is no seam to hear.

Instruments: tines.py. The tune and the places: tunes.py.
"""

import argparse
import subprocess
import sys
import tempfile
import wave
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import signal

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # it is run as a file, and its neighbours lie beside it
sys.dont_write_bytecode = True  # nothing but sounds and their script lies here

from tines import (
    RATE,
    band,
    bent,
    burst,
    echo,
    fade,
    hiss,
    ring,
    seconds,
    smooth,
)
from tunes import BEDS, THEMES

Wave = NDArray[np.float64]
QUALITY = {"effect": "2", "bed": "3", "theme": "2"}  # oggenc's scale
LOUD = {"effect": 0.7, "bed": 0.045, "theme": 0.1}  # effects by their peak, the others by their root mean square
PEAK = 0.85  # nothing is louder than this


def lay(length: float, parts: list[tuple[float, Wave]]) -> Wave:
    """Sounds laid into silence at their times, in seconds."""
    whole = np.zeros(round(length * RATE))
    for at, part in parts:
        begin = round(at * RATE)
        end = min(len(whole), begin + len(part))
        whole[begin:end] += part[: end - begin]
    return whole


def luck(name: str) -> np.random.Generator:
    """The noise of a sound, the same every time."""
    return np.random.default_rng(zlib.crc32(name.encode()))


def gull() -> Wave:
    """Three cries, each falling, the first drawn out."""
    made = []
    for at, long, high in ((0.0, 0.62, 1.0), (0.7, 0.34, 1.1), (1.06, 0.3, 1.04)):
        t = seconds(long)
        rise = np.interp(t / long, [0, 0.14, 0.45, 1], [860, 1500, 1320, 780]) * high
        cry = bent(rise, [1, 0.55, 0.5, 0.28, 0.12], rasp=26, depth=0.35)
        made.append((at, cry * np.interp(t / long, [0, 0.08, 0.5, 1], [0, 1, 0.7, 0])))
    return echo(lay(1.7, made), luck("gull"), 0.7, 0.25)


def _step(name: str, *, wood: bool, n: int) -> Wave:
    chance = luck(f"{name}{n}")
    heel = burst(chance, 0.09, 0.012, 900, 5200) * 0.5
    if wood:
        knock = ring([128 + 9 * n, 221, 342 + 11 * n, 505], [0.6, 0.8, 0.7, 0.4], [0.05, 0.045, 0.03, 0.02], 0.22)
        return lay(0.3, [(0, knock), (0, heel * 0.35), (0.085, knock * 0.3)])
    thud = ring([88 + 6 * n, 150], [0.7, 0.3], [0.022, 0.016], 0.12)
    scrape = burst(chance, 0.1, 0.03, 1800, 6500) * 0.16
    return lay(0.3, [(0, thud), (0, heel), (0.07, heel * 0.34), (0.05, scrape)])


def steps(name: str, *, wood: bool) -> Wave:
    """Four steps that go round: about a step each 0.42 seconds."""
    parts = [(0.02 + 0.42 * n + 0.01 * (n % 2), _step(name, wood=wood, n=n) * (1, 0.82, 0.93, 0.78)[n])
             for n in range(4)]
    return lay(1.68, parts)


def foghorn() -> Wave:
    """A diaphone: a long low tone and the grunt it ends in, over the water."""
    t = seconds(2.5)
    tone = np.interp(t, [0, 0.1, 2.0, 2.2, 2.5], [96, 104, 104, 78, 70])
    horn = bent(tone, [1, 0.8, 0.6, 0.45, 0.3, 0.22, 0.14, 0.1], rasp=13, depth=0.1)
    shape = np.interp(t, [0, 0.15, 1.9, 2.1, 2.35, 2.5], [0, 1, 0.9, 0.75, 0.4, 0])
    return band(echo(lay(4.2, [(0, horn * shape)]), luck("foghorn"), 1.6, 0.4), 60, 1500)


def stamp() -> Wave:
    """Ink pad, then paper on a desk."""
    chance = luck("stamp")
    pad = ring([170, 300], [0.3, 0.2], [0.03, 0.02], 0.15) + burst(chance, 0.15, 0.03, 400, 2000) * 0.1
    desk = ring([74, 118, 196, 310], [0.6, 0.7, 0.7, 0.5], [0.11, 0.08, 0.05, 0.03], 0.45)
    slap = burst(chance, 0.45, 0.015, 700, 6000) * 0.8
    return lay(0.75, [(0, pad), (0.24, desk + slap)])


def _clink(high: float, loud: float) -> Wave:
    notes = [high * k for k in (1, 1.34, 1.87, 2.41, 3.1)]
    return ring(notes, [loud, 0.8 * loud, 0.5 * loud, 0.3 * loud, 0.2 * loud], [0.16, 0.12, 0.09, 0.05, 0.03], 0.5)


def coin() -> Wave:
    """It falls, bounces and lies down."""
    falls = ((0, 1), (0.19, 0.6), (0.31, 0.42), (0.39, 0.3), (0.44, 0.22), (0.48, 0.16), (0.51, 0.12), (0.535, 0.08))
    return lay(1.0, [(at, _clink(2900 + 90 * n, loud)) for n, (at, loud) in enumerate(falls)])


def shutter() -> Wave:
    """Slats over a roller, faster and faster, and the bolt."""
    chance = luck("shutter")
    parts: list[tuple[float, Wave]] = []
    at = 0.0
    for n in range(17):
        slat = ring([410 + 30 * (n % 3), 760, 1310], [0.3, 0.25, 0.2], [0.02, 0.016, 0.012], 0.1)
        parts.append((at, (slat + burst(chance, 0.1, 0.02, 800, 5000) * 0.3) * (0.5 + 0.03 * n)))
        at += 0.085 - 0.0032 * n
    bang = ring([66, 105, 171, 420], [0.5, 0.7, 0.7, 0.5], [0.14, 0.12, 0.08, 0.05], 0.5)
    parts.append((at, bang + burst(chance, 0.5, 0.03, 300, 4000) * 0.5))
    return echo(lay(at + 0.7, parts), chance, 0.4, 0.15)


def signal_tick() -> Wave:
    """The box on the post: two ticks that go round."""
    tick = ring([1180, 1760, 2650], [0.6, 0.3, 0.2], [0.012, 0.009, 0.006], 0.1)
    return lay(1.8, [(0.05, tick), (0.95, tick * 0.85)])


def chime() -> Wave:
    """A phone that is glad to have you."""
    def note(f: float) -> Wave:
        return ring([f, 2 * f, 3.93 * f], [1, 0.22, 0.16], [0.42, 0.2, 0.06], 1.2)
    return echo(lay(1.6, [(0, note(987.8) * 0.7), (0.11, note(1318.5)), (0.24, note(1975.5) * 0.45)]),
                luck("chime"), 0.8, 0.2)  # fmt: skip


def telephone() -> Wave:
    """Two rings of the bell in the box."""
    t = seconds(0.75)
    strikes = 0.5 + 0.5 * signal.square(2 * np.pi * 21 * t, 0.35)
    bells = ring([1245, 1502, 2730, 3320], [1, 0.9, 0.35, 0.3], [9, 9, 4, 4], 0.75)
    once = bells * smooth(strikes, 0.004) * np.interp(t, [0, 0.02, 0.62, 0.75], [0, 1, 1, 0])
    return echo(lay(2.3, [(0, once), (1.05, once)]), luck("telephone"), 0.35, 0.15)


def door() -> Wave:
    """A latch, a hinge, wood against wood."""
    chance = luck("door")
    latch = ring([1900, 2700, 640], [0.35, 0.2, 0.4], [0.012, 0.01, 0.02], 0.12)
    t = seconds(0.3)
    hinge = bent(np.interp(t, [0, 0.3], [310, 420]), [1, 0.5, 0.3], rasp=58, depth=0.7) * fade(t, 0.1, 0.1) * 0.05
    shut = ring([82, 143, 236], [0.6, 0.7, 0.7], [0.09, 0.06, 0.04], 0.4) + burst(chance, 0.4, 0.015, 300, 2500) * 0.5
    return lay(1.0, [(0, latch), (0.1, hinge), (0.42, shut), (0.5, latch * 0.5)])


def page() -> Wave:
    """A leaf is turned."""
    chance = luck("page")
    t = seconds(0.5)
    rustle = hiss(chance, 0.5, 1500, 8000) * np.interp(t, [0, 0.08, 0.2, 0.3, 0.5], [0, 0.5, 0.2, 0.9, 0])
    return rustle * (0.6 + 0.4 * smooth(chance.random(len(t)), 0.006) * 2)


def bell() -> Wave:
    """The small brass bell over a shop door."""
    def jingle(loud: float) -> Wave:
        return ring([2093, 2107, 3510, 5280, 6900], [loud, 0.7 * loud, 0.5 * loud, 0.25 * loud, 0.1 * loud],
                    [0.3, 0.28, 0.2, 0.1, 0.05], 1.1)  # fmt: skip
    return lay(1.5, [(0, jingle(1)), (0.13, jingle(0.5)), (0.25, jingle(0.65)), (0.41, jingle(0.25))])


def clock() -> Wave:
    """The clock of the harbour strikes once, a few streets off."""
    f = 262.0
    partials = [0.5 * f, f, 1.19 * f, 1.5 * f, 2 * f, 2.52 * f, 3.01 * f]
    stroke = ring(partials, [0.5, 1, 0.6, 0.35, 0.6, 0.2, 0.15], [1.4, 1.1, 0.8, 0.6, 0.5, 0.3, 0.2], 3.0)
    return band(echo(stroke, luck("clock"), 1.2, 0.35), 90, 3200)


def murmur() -> Wave:
    """A dozen people, none of whom can be understood."""
    chance = luck("murmur")
    t = seconds(2.6)
    whole = np.zeros(len(t))
    for _ in range(12):
        pitch = chance.uniform(95, 230)
        sway = smooth(chance.standard_normal(len(t)), 0.09)
        voice = signal.sawtooth(2 * np.pi * np.cumsum(pitch * (1 + 0.1 * sway / np.abs(sway).max())) / RATE)
        low, high = chance.uniform(350, 700), chance.uniform(1000, 1900)
        said = band(voice, low - 120, low + 120) + 0.5 * band(voice, high - 200, high + 200)
        syllables = np.clip(smooth(chance.standard_normal(len(t)), 0.045) * 40, 0, 1.4)
        whole += said * syllables * chance.uniform(0.5, 1)
    return band(whole, 150, 2600) * fade(t, 0.5, 0.9)


def bus() -> Wave:
    """The doors sigh, and it goes without you."""
    chance = luck("bus")
    t = seconds(3.2)
    turns = np.interp(t, [0, 0.7, 1.5, 1.62, 3.2], [24, 26, 46, 36, 58])
    motor = bent(turns, [1, 0.9, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2], rasp=9, depth=0.2)
    motor = band(motor, 30, 700) + hiss(chance, 3.2, 120, 900) * 0.4
    gone = np.interp(t, [0, 0.4, 1.3, 3.2], [0.35, 0.5, 1, 0])
    sigh = hiss(chance, 0.7, 1800, 8000) * np.interp(seconds(0.7), [0, 0.05, 0.7], [0, 0.4, 0])
    return lay(3.2, [(0, motor * gone), (0.05, sigh)])


def _passing(name: str, long: float, *, brakes: bool) -> Wave:
    chance = luck(name)
    t = seconds(long)
    loud = np.interp(t / long, [0, 0.45, 0.55, 1], [0, 1, 0.9, 0]) ** 1.5
    motor = bent(np.interp(t / long, [0, 0.45, 0.6, 1], [82, 80, 70, 44 if brakes else 62]), [1, 0.7, 0.4, 0.3, 0.2])
    tyres = hiss(chance, long, 250, 1600)
    return (0.5 * motor + 0.9 * tyres) * loud


def car() -> Wave:
    """A car comes, and stops."""
    whole = _passing("car", 1.7, brakes=True)
    t = seconds(0.35)
    squeal = bent(np.interp(t, [0, 0.35], [1500, 1180]), [1, 0.3], rasp=35, depth=0.3) * fade(t, 0.08, 0.15) * 0.07
    return lay(1.9, [(0, whole), (1.0, squeal)])


def splash() -> Wave:
    """A car, a puddle, a coat."""
    chance = luck("splash")
    water = hiss(chance, 0.9, 500, 7000) * np.interp(seconds(0.9), [0, 0.05, 0.25, 0.9], [0, 1, 0.45, 0])
    drops = [(0.85 + 0.05 * n + chance.uniform(0, 0.04), _drop(chance) * 0.4) for n in range(10)]
    return lay(1.9, [(0, _passing("splash_car", 1.6, brakes=False) * 0.6), (0.62, water), *drops])


def _drop(chance: np.random.Generator) -> Wave:
    t = seconds(0.06)
    high = chance.uniform(900, 2400)
    return np.sin(2 * np.pi * np.cumsum(high * (1 + 6 * t)) / RATE) * np.exp(-t / 0.012) * chance.uniform(0.2, 0.6)


def rain() -> Wave:
    """It begins."""
    chance = luck("rain")
    t = seconds(3.4)
    whole = hiss(chance, 3.4, 900, 9000) * np.interp(t, [0, 1.4, 2.2, 3.4], [0, 0.5, 0.5, 0])
    return lay(3.4, [(0, whole), *((chance.uniform(0, 2.9), _drop(chance) * 0.5) for _ in range(90))])


def steam() -> Wave:
    """Coffee is poured."""
    chance = luck("steam")
    t = seconds(1.5)
    rising = np.interp(t, [0, 1.3], [420, 980])
    gurgle = bent(rising * (1 + 0.06 * smooth(chance.standard_normal(len(t)), 0.01) * 12), [1, 0.3], rasp=17, depth=0.6)
    water = hiss(chance, 1.5, 700, 4500) * 0.7
    return (0.35 * gurgle + water) * np.interp(t, [0, 0.15, 1.0, 1.3, 1.5], [0, 0.9, 0.8, 0.3, 0])


def cat() -> Wave:
    """One remark."""
    t = seconds(0.75)
    pitch = np.interp(t / 0.75, [0, 0.25, 0.55, 1], [480, 690, 640, 400])
    voice = bent(pitch, [1, 0.8, 0.7, 0.5, 0.35, 0.2], rasp=7, depth=0.08)
    opens = np.interp(t / 0.75, [0, 0.4, 1], [0.2, 1, 0.2])
    return (band(voice, 300, 1100) * (1.2 - opens) + band(voice, 900, 2700) * opens) * fade(t, 0.12, 0.3)


def goose() -> Wave:
    """Three honks, in marching order."""
    made = []
    for at, long, high in ((0, 0.3, 1), (0.42, 0.24, 1.07), (0.78, 0.34, 0.96)):
        t = seconds(long)
        pitch = np.interp(t / long, [0, 0.2, 1], [330, 420, 300]) * high
        honk = band(bent(pitch, [1, 0.9, 1, 0.8, 0.7, 0.4, 0.3], rasp=48, depth=0.4), 500, 2600)
        made.append((at, honk * fade(t, 0.03, 0.1)))
    return echo(lay(1.3, made), luck("goose"), 0.3, 0.12)


def lamp() -> Wave:
    """A switch."""
    click = ring([2300, 3400, 900], [0.5, 0.3, 0.4], [0.007, 0.005, 0.012], 0.1)
    return lay(0.25, [(0, click * 0.5), (0.035, click)])


def paper() -> Wave:
    """A sheet goes with the wind."""
    chance = luck("paper")
    t = seconds(1.3)
    flaps = 0.35 + 0.65 * np.clip(np.sin(2 * np.pi * np.cumsum(np.interp(t, [0, 1.3], [9, 15])) / RATE), 0, 1)
    sheet = hiss(chance, 1.3, 1200, 7000) * flaps
    wind = hiss(chance, 1.3, 200, 700) * 0.5
    return (sheet + wind) * np.interp(t, [0, 0.25, 0.7, 1.3], [0, 1, 0.7, 0])


def pin() -> Wave:
    """A tack goes into a board."""
    tap = ring([330, 560, 1240], [1, 0.6, 0.3], [0.03, 0.022, 0.01], 0.15)
    return lay(0.55, [(0, tap * 0.7), (0.16, tap), (0.3, tap * 0.85)])


def dead_line() -> Wave:
    """A click, and the tone of nobody."""
    t = seconds(0.9)
    click = ring([800, 1500], [0.8, 0.5], [0.008, 0.006], 0.06)
    tone = (np.sin(2 * np.pi * 425 * t) + 0.2 * np.sin(2 * np.pi * 850 * t)) * fade(t, 0.02, 0.05) * 0.4
    return lay(1.1, [(0, click), (0.14, tone)])


def creak() -> Wave:
    """A bench takes somebody's weight."""
    chance = luck("creak")
    parts: list[tuple[float, Wave]] = []
    at = 0.0
    for n in range(24):
        catch = ring([395 + 5 * n, 830 + 9 * n, 1460], [0.5, 0.4, 0.15], [0.014, 0.01, 0.006], 0.06)
        parts.append((at, catch * (0.3 + 0.7 * np.sin(np.pi * n / 24))))
        at += 0.016 + 0.008 * chance.random() + 0.0005 * n
    thud = ring([96, 160], [0.6, 0.3], [0.06, 0.04], 0.25)
    return lay(at + 0.3, [*parts, (at * 0.35, thud)])


def pencil() -> Wave:
    """A tick on paper."""
    chance = luck("pencil")
    down = hiss(chance, 0.07, 2200, 9000) * fade(seconds(0.07), 0.01, 0.03)
    up = hiss(chance, 0.12, 2600, 9500) * fade(seconds(0.12), 0.02, 0.08)
    return lay(0.3, [(0, down * 0.7), (0.085, up)])


def tap() -> Wave:
    """A fingertip on glass, made rounder than it is."""
    return ring([660, 1320, 2590], [1, 0.25, 0.1], [0.05, 0.02, 0.01], 0.25)


EFFECTS: dict[str, Callable[[], Wave]] = {
    "gull": gull, "steps_stone": lambda: steps("stone", wood=False), "steps_wood": lambda: steps("wood", wood=True),
    "foghorn": foghorn, "stamp": stamp, "coin": coin, "shutter": shutter, "signal": signal_tick, "chime": chime,
    "telephone": telephone, "door": door, "page": page, "bell": bell, "clock": clock, "murmur": murmur, "bus": bus,
    "car": car, "splash": splash, "rain": rain, "steam": steam, "cat": cat, "goose": goose, "lamp": lamp,
    "paper": paper, "pin": pin, "dead_line": dead_line, "creak": creak, "pencil": pencil, "tap": tap,
}
LOOPS = ("steps_stone", "steps_wood", "signal", *BEDS)
NAMES = (*EFFECTS, *BEDS, *THEMES)


def kind_of(name: str) -> str:
    """Whether it is an "effect", a "bed" or a "theme"."""
    return "effect" if name in EFFECTS else "bed" if name in BEDS else "theme"


def cut_where_quiet(made: Wave) -> Wave:
    """What goes round begins where it is quietest: an encoder is least exact at the ends."""
    loud = np.sum(made**2, axis=1)
    n = round(0.03 * RATE)
    near = np.fft.irfft(np.fft.rfft(loud) * np.fft.rfft(np.ones(n), len(loud)), len(loud))
    return np.roll(made, n // 2 - int(near.argmin()), axis=0)


def render(name: str) -> Wave:
    """The finished wave of a sound: (samples,) for an effect, (samples, 2) for the others, within -1 and 1."""
    kind = kind_of(name)
    if kind == "effect":
        made = EFFECTS[name]()
        t = np.arange(len(made)) / RATE
        made = (made - made.mean()) * np.minimum(1, np.minimum(t / 0.001, (t[-1] - t) / 0.02))
        return made * (LOUD[kind] / np.abs(made).max())
    made = (BEDS | THEMES)[name](luck(name))
    made = made - made.mean(axis=0)
    made = cut_where_quiet(made) if kind == "bed" else made
    made = made * (LOUD[kind] / np.sqrt(np.mean(made**2)))
    return made * min(1.0, PEAK / np.abs(made).max())


def write_wav(path: Path, made: Wave) -> None:
    """16 bits a sample."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(made.ndim if made.ndim == 1 else made.shape[1])
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.round(made * 32767).astype("<i2").tobytes())


def main() -> None:
    """Make what is asked for, or all."""
    known = argparse.ArgumentParser(description="Make the sounds of the game.")
    known.add_argument("--wav", type=Path, metavar="DIR", help="plain WAV files instead, into this folder")
    known.add_argument("names", nargs="*", metavar="NAME", help="only these")
    said = known.parse_args()
    for name in said.names or NAMES:
        made = render(name)
        if said.wav:
            said.wav.mkdir(parents=True, exist_ok=True)
            write_wav(said.wav / f"{name}.wav", made)
            continue
        with tempfile.TemporaryDirectory() as folder:
            plain = Path(folder) / f"{name}.wav"
            write_wav(plain, made)
            serial = str(zlib.crc32(name.encode()) % 30000)
            quiet = ["oggenc", "-Q", "-q", QUALITY[kind_of(name)], "-s", serial, "-o", str(HERE / f"{name}.ogg")]
            subprocess.run([*quiet, str(plain)], check=True)


if __name__ == "__main__":
    main()

"""The instruments: noise in a band, struck bars, bent tones, echoes. All take and give plain waves at RATE."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import signal

Wave = NDArray[np.float64]
RATE = 32000  # samples a second


def seconds(long: float) -> Wave:
    """The times of the samples of a wave that long."""
    return np.arange(round(long * RATE)) / RATE


def fade(t: Wave, rise: float, fall: float) -> Wave:
    """From nothing to one in `rise` seconds and back in the last `fall`."""
    last = t[-1] if len(t) else 0.0
    return np.clip(np.minimum(t / rise, (last - t) / fall), 0, 1)


def smooth(what: Wave, over: float) -> Wave:
    """The mean over so many seconds."""
    n = max(1, round(over * RATE))
    return np.convolve(what, np.ones(n) / n, "same")


def band(what: Wave, low: float, high: float) -> Wave:
    """Only what lies between two frequencies, in hertz."""
    sos = signal.butter(2, [low, min(high, RATE * 0.49)], "bandpass", fs=RATE, output="sos")
    return np.asarray(signal.sosfilt(sos, what))


def hiss(chance: np.random.Generator, long: float, low: float, high: float) -> Wave:
    """Noise in a band, about as loud as one."""
    made = band(chance.standard_normal(round(long * RATE)), low, high)
    return made / (np.abs(made).max() or 1)


def burst(chance: np.random.Generator, long: float, decay: float, low: float, high: float) -> Wave:
    """Noise that dies away."""
    return hiss(chance, long, low, high) * np.exp(-seconds(long) / decay)


def ring(notes: Sequence[float], loud: Sequence[float], decay: Sequence[float], long: float) -> Wave:
    """Something struck: partials in hertz, how loud each is, and the seconds in which each falls to a third."""
    t = seconds(long)
    return np.asarray(sum(a * np.sin(2 * np.pi * f * t) * np.exp(-t / d)
                          for f, a, d in zip(notes, loud, decay, strict=True) if f < RATE / 2))  # fmt: skip


def bent(pitch: Wave, partials: Sequence[float], *, rasp: float = 0.0, depth: float = 0.0) -> Wave:
    """A tone whose pitch (hertz, sample by sample) moves; `rasp` is how often a second it trembles, and how deep."""
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    made = sum(a * np.sin(n * phase) * (n * pitch < RATE * 0.47) for n, a in enumerate(partials, 1))
    t = np.arange(len(pitch)) / RATE
    return np.asarray(made * (1 - depth * (0.5 + 0.5 * np.sin(2 * np.pi * rasp * t))))


def _room(chance: np.random.Generator, long: float) -> Wave:
    t = seconds(long)
    return chance.standard_normal(len(t)) * np.exp(-t / (long / 5)) * np.minimum(1, t / 0.004)


def echo(what: Wave, chance: np.random.Generator, long: float, wet: float) -> Wave:
    """The same in a room whose echo takes so many seconds; what rings past the end is let die within it."""
    tail = signal.fftconvolve(what, band(_room(chance, long), 150, 5000))[: len(what)]
    return what + tail * (wet * np.abs(what).max() / (np.abs(tail).max() or 1))


def echo_round(what: Wave, chance: np.random.Generator, long: float) -> Wave:
    """Only the echo, of something that goes round: what rings past the end is heard at the beginning."""
    room = np.zeros(len(what))
    made = band(_room(chance, long), 150, 5000)
    room[: len(made)] = made
    tail = np.fft.irfft(np.fft.rfft(what) * np.fft.rfft(room), len(what))
    return np.asarray(tail * (np.abs(what).max() / (np.abs(tail).max() or 1)))


def hiss_round(chance: np.random.Generator, long: float, low: float, high: float, slope: float = 0.0) -> Wave:
    """Noise without a seam: made by its spectrum. `slope` is in decibels an octave above `low`."""
    n = round(long * RATE)
    f = np.fft.rfftfreq(n, 1 / RATE)
    safe = np.maximum(f, 1.0)
    shape = (safe / low) ** (slope / 6.02) / np.sqrt((1 + (low / safe) ** 6) * (1 + (safe / high) ** 6))
    spectrum = shape * np.exp(2j * np.pi * chance.random(len(f)))
    spectrum[0] = 0
    made = np.fft.irfft(spectrum, n)
    return np.asarray(made / np.sqrt(np.mean(made**2)))


def add_round(whole: Wave, at: float, part: Wave) -> None:
    """Add a note to something that goes round."""
    index = (round(at * RATE) + np.arange(len(part))) % len(whole)
    np.add.at(whole, index, part)


def hertz(name: str) -> float:
    """The pitch of a note like "A4" or "Bb3" (equal temperament, A4 = 440)."""
    steps = {"C": -9, "D": -7, "E": -5, "F": -4, "G": -2, "A": 0, "B": 2}[name[0]]
    steps += name.count("#") - name[1:].count("b")
    return 440.0 * 2 ** (steps / 12 + int(name[-1]) - 4)


def box(f: float, long: float) -> Wave:
    """A tine of a music box."""
    return ring([f, 2.01 * f, 3.02 * f, 6.3 * f], [1, 0.25, 0.12, 0.1], [0.7, 0.35, 0.2, 0.03], long + 1.2)


def pluck(f: float, long: float) -> Wave:
    """A string."""
    n = range(1, 9)
    return ring([k * f for k in n], [0.8 / k**1.3 for k in n], [0.6 / k**0.6 for k in n], long + 0.8)


def mallet(f: float, long: float) -> Wave:
    """A bar of rosewood, or of glass that means well."""
    return ring([f, 2 * f, 3.93 * f], [1, 0.18, 0.2], [0.5, 0.25, 0.05], long + 0.9)


def brass(f: float, long: float, bright: float = 1.0) -> Wave:
    """A small horn: the louder, the brighter."""
    t = seconds(long + 0.12)
    blown = np.clip(np.minimum(t / 0.05, (t[-1] - t) / 0.12), 0, 1) * (1 - 0.15 * np.clip(t / max(long, 0.1), 0, 1))
    sway = 1 + 0.004 * np.sin(2 * np.pi * 5.1 * t) * np.clip((t - 0.25) / 0.3, 0, 1)
    phase = 2 * np.pi * np.cumsum(f * sway) / RATE
    made = np.zeros(len(t))
    for n in range(1, 13):
        if n * f < RATE * 0.45:
            made += blown ** (1 + 0.28 * n / bright) * np.sin(n * phase) * (1.0 if n < 4 else (4 / n) ** 1.7) / n**0.55
    return made * 0.4


def pad(f: float, long: float, rise: float = 0.8) -> Wave:
    """Warm air: three strings a little apart, without edges."""
    t = seconds(long + rise)
    made = np.zeros(len(t))
    for apart in (-0.35, 0.0, 0.41):
        for n in range(1, 7):
            made += np.sin(2 * np.pi * (n * f + apart * n) * t + n * (1.3 + apart)) / n**1.9
    return made * np.clip(np.minimum(t / rise, (t[-1] - t) / rise), 0, 1) ** 1.5 * 0.3

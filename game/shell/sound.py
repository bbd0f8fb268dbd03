"""The loudspeaker: the only place that knows the mixer. It is opened late, beside the loop, and may be missing.

Where there is no device it stays silent and says nothing about it; captions go on.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pygame

from game.shell.cues import KINDS, SOUNDS
from game.shell.ear import Score

if TYPE_CHECKING:
    from game.screens.saved import Settings

RATE, BUFFER = 32000, 1024  # samples a second, as the files have them; samples handed over at a time
CHANNELS, BEDS, MUSIC, NOISE, ONCE = 12, (0, 1), 2, 3, range(4, 12)  # the last are for what sounds once
CROSS = 2.5  # seconds in which one bed gives way to another
LEAVE = 5000  # milliseconds in which a tune that is left dies away
LIFT = 90  # milliseconds until a foot is down again
ROOM, HUSH, UNDER = 0.6, 0.45, 0.35  # what is left of a bed below words, below a sound, below a tune or a voice
SOFTER = 0.7  # and of a tune below a sound
DOWN, UP = 8.0, 1.2  # how fast it makes room and comes back, a second
LATE = 0.5  # seconds after which a sound that could not be played is past


class Sound:
    """Plays scores. Nothing of the mixer is touched before `open`; without a device everything is a shrug."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds the files, by name."""
        self._folder = folder
        self._thread: threading.Thread | None = None
        self._wanted: SimpleQueue[str] = SimpleQueue()
        self._asked: set[str] = set()
        self._files: dict[str, pygame.mixer.Sound] = {}
        self._ready = self.missing = False
        self._waiting: list[tuple[float, str]] = []
        self._beds = ["", ""]
        self._levels = [0.0, 0.0]
        self._music = self._noise = ""
        self._duck = 1.0
        self._loud: dict[int, float] = {}

    @property
    def opened(self) -> bool:
        """Whether somebody has asked for it."""
        return self._thread is not None

    @property
    def settled(self) -> bool:
        """Whether it is known if there is a device."""
        return self._ready or self.missing

    def open(self) -> None:
        """Look for a device, beside the loop. A second call changes nothing."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Silence, before the window goes."""
        if self._thread:
            self._wanted.put("")
            self._thread.join(2)

    def _work(self) -> None:
        """Open the device, then read what is asked for until the empty name comes."""
        try:
            with _unspoken():
                pygame.mixer.init(RATE, -16, 2, BUFFER)
            pygame.mixer.set_num_channels(CHANNELS)
        except Exception:  # whatever is missing, the game is playable without it
            self.missing = True
            return
        for name in (name for name, one in SOUNDS.items() if one.kind == "effect"):
            self._read(name)
        self._ready = True
        while name := self._wanted.get():
            self._read(name)

    def _read(self, name: str) -> None:
        self._asked.add(name)
        with suppress(pygame.error, OSError):
            self._files[name] = pygame.mixer.Sound(str(self._folder / f"{name}.ogg"))

    def _file(self, name: str) -> "pygame.mixer.Sound | None":
        """The sound, if it has been read; else have it read."""
        if name not in self._asked:
            self._asked.add(name)
            self._wanted.put(name)
        return self._files.get(name)

    def play(self, score: Score, settings: "Settings", seconds: float) -> None:
        """Go on playing, `seconds` after the last call."""
        if not self._ready:
            return
        self._waiting += [(cue.after, cue.name) for cue in score.cues]
        self._waiting = [(left - seconds, name) for left, name in self._waiting if left - seconds > -LATE]
        if settings.muted:
            self._hush()
            return
        effects, beds, music = (settings.volumes[n] / 10 for n in range(len(KINDS)))
        self._strike(effects)
        self._go(score.noise, effects)
        busy = any(pygame.mixer.Channel(n).get_busy() for n in ONCE)
        self._tune(score.music, music * (UNDER if score.aloud else SOFTER if busy else 1.0))
        tune = pygame.mixer.Channel(MUSIC).get_busy()
        want = min(ROOM if score.low else 1.0, HUSH if busy else 1.0, UNDER if tune or score.aloud else 1.0)
        self._duck += max(-DOWN * seconds, min(UP * seconds, want - self._duck))
        self._lie(score.bed, beds * self._duck, seconds)

    def _hush(self) -> None:
        """Muted: what has begun stops, and what would have begun is past."""
        if self._loud or self._music or self._noise:
            pygame.mixer.stop()
        self._waiting, self._beds, self._levels, self._loud = [], ["", ""], [0.0, 0.0], {}
        self._music = self._noise = ""

    def _strike(self, volume: float) -> None:
        """Begin what is due and has been read."""
        still = []
        for left, name in self._waiting:
            if left > 0 or not (file := self._file(name)):
                still.append((left, name))
            elif channel := next((one for one in map(pygame.mixer.Channel, ONCE) if not one.get_busy()), None):
                channel.play(file)
                channel.set_volume(volume * SOUNDS[name].gain)  # after: to begin makes a channel loud again
        self._waiting = still

    def _tune(self, name: str, volume: float) -> None:
        """Play a tune once; leave it slowly."""
        channel = pygame.mixer.Channel(MUSIC)
        if name != self._music:
            if not name:
                channel.fadeout(LEAVE)
                self._drop(self._music)  # the channel holds it until it has died away
                self._music = ""
            elif file := self._file(name):
                self._begin(MUSIC, file, 0)
                self._music = name
        if self._music:
            self._turn(MUSIC, volume * SOUNDS[self._music].gain)

    def _go(self, name: str, volume: float) -> None:
        """Steps, or the signal: as long as they last."""
        channel = pygame.mixer.Channel(NOISE)
        if name != self._noise:
            if not name:
                channel.fadeout(LIFT)
                self._noise = ""
            elif file := self._file(name):
                self._begin(NOISE, file, -1)
                self._noise = name
        if self._noise:
            self._turn(NOISE, volume * SOUNDS[self._noise].gain)

    def _lie(self, name: str, volume: float, seconds: float) -> None:
        """Let one bed come and the other go."""
        if name and name not in self._beds and (file := self._file(name)):
            free = 0 if self._levels[0] <= self._levels[1] else 1
            self._begin(BEDS[free], file, -1)
            self._beds[free], self._levels[free] = name, 0.0
        for n, number in enumerate(BEDS):
            one = self._beds[n]
            if not one:
                continue
            self._levels[n] = max(0.0, min(1.0, self._levels[n] + (seconds if one == name else -seconds) / CROSS))
            if self._levels[n] == 0 and one != name:
                pygame.mixer.Channel(number).stop()
                self._beds[n] = ""
                self._drop(one)
                continue
            self._turn(number, volume * SOUNDS[one].gain * self._levels[n])

    def _drop(self, name: str) -> None:
        """Let go of some megabytes that are perhaps not wanted again."""
        self._asked.discard(name)
        self._files.pop(name, None)

    def _begin(self, number: int, file: "pygame.mixer.Sound", loops: int) -> None:
        """Begin unheard; how loud it is to be comes at once."""
        self._loud.pop(number, None)
        channel = pygame.mixer.Channel(number)
        channel.play(file, loops)
        channel.set_volume(0.0)

    def _turn(self, number: int, volume: float) -> None:
        """Set how loud a channel is, where that is another loudness."""
        if abs(self._loud.get(number, -1.0) - volume) > 0.004:
            self._loud[number] = volume
            pygame.mixer.Channel(number).set_volume(volume)


@contextmanager
def _unspoken() -> Iterator[None]:
    """A library below complains of a missing device on the console by itself; nobody can do anything with that."""
    if os.name != "posix":
        yield
        return
    try:
        kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    except OSError:
        yield
        return
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)

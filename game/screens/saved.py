"""What the screens know of the shell's things: plays on disk, campaigns on offer, the player's settings."""

from dataclasses import dataclass
from typing import Any

from game.language import _
from game.screens.kit.lettering import FAMILIES, Lettering

TEXT_SIZES = (100, 130, 160, 200)
FACES = tuple(FAMILIES)
LEADINGS = (100, 125, 150)  # hundredths of the usual step from line to line
CONTRASTS = ("usual", "high")
POINTERS = ("usual", "large")
CAPTIONS = ("quiet", "always", "never")  # when sounds are written as well: while they cannot be heard, always, never


@dataclass(frozen=True)
class Saved:
    """A play on disk. `trouble` says why it cannot be continued ("" if it can)."""

    play: str
    campaign: str
    day: int = 1
    days: int = 1
    done: bool = False
    trouble: str = ""
    words: str = ""  # the two words by which it is found again on a computer that several people use

    @property
    def label(self) -> str:
        """How a list names it."""
        if self.trouble:
            return self.campaign
        if self.done:
            return _("{campaign} · finished").format(campaign=self.campaign)
        return _("{campaign} · day {day} of {days}").format(campaign=self.campaign, day=self.day, days=self.days)


@dataclass(frozen=True)
class Offer:
    """A campaign that can be started."""

    id: str
    name: str
    blurb: str

    @property
    def label(self) -> str:
        """Its name and how long it takes: a blurb of several sentences says that in its last."""
        story, _stop, length = self.blurb.rstrip(".").rpartition(". ")
        return f"{self.name} · {length[:1].lower()}{length[1:]}" if story else self.name

    @property
    def line(self) -> str:
        """The blurb without its length."""
        story = self.blurb.rstrip(".").rpartition(". ")[0]
        return f"{story}." if story else self.blurb


@dataclass(frozen=True)
class Settings:
    """What the player likes; kept between starts."""

    text: int = 100
    untimed: bool = False
    still: bool = False
    full: bool = False
    size: tuple[int, int] = (1280, 720)
    volumes: tuple[int, int, int] = (8, 8, 8)  # effects, bed of sound, music; 0 to 10
    muted: bool = False
    captions: str = "quiet"
    language: str = ""  # the code of a catalogue; "" is English
    keys: tuple[tuple[str, str], ...] = ()  # keys that were changed: (plain name, key), see kit.bindings
    sure: bool = False  # ask again before a choice counts
    learnt: tuple[str, ...] = ()  # hints of the first minutes that have been given
    face: str = "plex"
    leading: int = 100
    contrast: str = "usual"
    pointer: str = "usual"
    asked: bool = False  # whether the questions of the first start have been put
    shared: bool = False  # several people use this computer: nobody is shown another's plays

    @property
    def zoom(self) -> float:
        """The text size as a factor."""
        return self.text / 100

    @property
    def lettering(self) -> Lettering:
        """How letters are set."""
        return Lettering(self.face, self.leading / 100)

    @property
    def stark(self) -> bool:
        """Whether dark is to be darker and light lighter."""
        return self.contrast == "high"


PROJECTOR: dict[str, Any] = {"text": 200, "contrast": "high", "captions": "always", "pointer": "large"}
"""What one press sets for a room: eight metres from a picture two metres wide (docs/accessibility.md reckons it)."""
USUAL: dict[str, Any] = {name: getattr(Settings(), name) for name in PROJECTOR}
"""The way back."""

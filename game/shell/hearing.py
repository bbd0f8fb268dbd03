"""Ear, loudspeaker and captions, tied to a desk. Nothing sounds before the player has pressed something."""

from dataclasses import replace

from game.language import _
from game.shell.cues import KINDS, SOUNDS
from game.shell.desk import Desk
from game.shell.sound import Sound


class Hearing:
    """Follows a desk and lets be heard what it shows. A room full of computers at the title is a silent room."""

    def __init__(self, desk: Desk, sound: Sound) -> None:
        """Neither is touched."""
        self.desk, self.sound = desk, sound
        self._time = 0.0
        self._last: dict[str, float] = {}  # when a sound was last written
        self._going = ("", "", "")
        self._unwritten: list[str] = []  # what began before it was known whether it can be heard
        self._muted = desk.settings.muted

    def tick(self, seconds: float) -> None:
        """Let time pass: once a turn of the loop, after the desk's own."""
        desk = self.desk
        desk.captions.tick(seconds)
        if not desk.touched:
            return
        self._time += seconds
        if desk.paused:
            seconds = 0.0
        score = replace(desk.ear.listen(desk.view, desk.running(), seconds), aloud=desk.aloud)
        if desk.settings.muted != self._muted:
            self._muted = desk.settings.muted
            key = desk.frame.key("m")
            said = _("Sound off · {key}") if self._muted else _("Sound on · {key}")
            desk.captions.say(said.format(key=key) if key else said.partition(" · ")[0])
        if not self._muted:
            self.sound.open()
        going = (score.bed, score.music, score.noise)
        begun = [one for one, before in zip(going, self._going, strict=True) if one and one != before]
        self._going = going
        self._unwritten += [*begun, *(cue.name for cue in score.cues)]
        if self._muted or self.sound.settled:
            for name in self._unwritten:
                self._write(name)
            self._unwritten = []
        self.sound.play(score, replace(desk.settings, muted=True) if desk.paused else desk.settings, seconds)

    def _write(self, name: str) -> None:
        """The caption of a sound, if it is wanted and was not there a moment ago."""
        wish, sound = self.desk.settings, SOUNDS[name]
        unheard = wish.muted or self.sound.missing or not wish.volumes[KINDS.index(sound.kind)]
        if wish.captions == "never" or (wish.captions == "quiet" and not unheard):
            return
        if name not in self._last or self._time - self._last[name] >= sound.rests:
            self._last[name] = self._time
            self.desk.captions.say(_(sound.caption))

"""The game's own voice, for whoever has no screen reader: what the system has to speak with, a process a sentence."""

import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Sequence

from game.screens.voice import Line

WINDOWS = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)
# Each takes its text from standard input, so that nothing in it can be taken for an option.
PROGRAMS = {
    "darwin": (("say", "-f", "-"),),
    "win32": (("powershell", "-NoProfile", "-NonInteractive", "-Command", WINDOWS),),
}
OTHERS = (("espeak-ng", "-v", "en-gb", "--stdin"), ("espeak", "-v", "en-gb", "--stdin"))
MISSING = "good-standing: no program to speak with was found ({names}); the game goes on without a voice.\n"


class Speech:
    """Says lines one after the other. A new screen and a new focus cut off what is being said; news waits its turn."""

    def __init__(self, command: Sequence[str]) -> None:
        """`command` speaks what it is given on its standard input, and ends."""
        self._command = tuple(command)
        self._waiting: deque[str] = deque()
        self._speaking: subprocess.Popen[bytes] | None = None

    @classmethod
    def found(cls, find: Callable[[str], str | None] = shutil.which) -> "Speech | None":
        """With the first program that there is here; without one, a word on the console, and None."""
        known = PROGRAMS.get(sys.platform, OTHERS)
        for name, *rest in known:
            if path := find(name):
                return cls((path, *rest))
        sys.stderr.write(MISSING.format(names=", ".join(name for name, *_ in known)))
        return None

    def __call__(self, lines: Sequence[Line]) -> None:
        """Have these said."""
        if any(one.why != "news" for one in lines):
            self.hush()
        self._waiting.extend(one.text for one in lines)
        self.go_on()

    def go_on(self) -> None:
        """Begin the next line, if the last is over. Never waits."""
        if self._speaking is not None and self._speaking.poll() is None:
            return
        self._speaking = None
        if not self._waiting:
            return
        try:
            self._speaking = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            assert self._speaking.stdin is not None
            self._speaking.stdin.write(self._waiting.popleft().encode())
            self._speaking.stdin.close()
        except OSError:
            self._waiting.clear()  # a voice that cannot be had costs nothing else

    def hush(self) -> None:
        """Say no more."""
        self._waiting.clear()
        if self._speaking is not None:
            self._speaking.kill()
            self._speaking.wait()
            self._speaking = None

"""The loudspeaker is found late or not at all, and nobody is told; M, three sliders, captions."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.bots import Bot, keeps_table
from game.journal import Session
from game.model.content import Pack
from game.model.finding import Finding
from game.model.record import Setup
from game.model.said import Said
from game.screens import art
from game.screens.debrief.objection import Objecting
from game.screens.kit.answers import Do, Key, Order, Pointer, Push, Typed
from game.screens.preferences import Preferences
from game.screens.saved import Settings
from game.shell import settings as kept
from game.shell.cues import SOUNDS, Cue
from game.shell.desk import Desk
from game.shell.ear import Score
from game.shell.hearing import Hearing
from game.shell.sound import BEDS, MUSIC, Sound, _unspoken
from tests.conftest import ROOT

RUN = """
import os, sys, time
from pathlib import Path
import pygame
from game.screens.kit.answers import Key
from game.shell.app import Start, run
told = []
def drawn(desk):
    told.append(pygame.mixer.get_init() is None)
    if desk.library is None and not desk.trouble:
        desk.dirty = True
        return
    if not hasattr(desk, "since"):
        desk.since, desk.pressed = time.monotonic(), False
    desk.dirty = True
    if not desk.pressed and time.monotonic() - desk.since > 0.5:
        print("silent until then" if all(told) else "too early")
        desk.pressed = True
        if {press!r}:
            desk.feed(Key({press!r})); desk.feed(Key({press!r}, down=False))
    if time.monotonic() - desk.since > 2.0:
        print("open" if pygame.mixer.get_init() else "none", desk.captions.text)
        desk.done = True
run(Start(size=(480, 270), plays=Path(sys.argv[1]), muted={muted}), settings_file=Path(sys.argv[1]) / "s.json",
    after_frame=drawn)
"""


def run(tmp_path: Path, driver: str, press: str, *, muted: bool = False) -> tuple[list[str], str]:
    """What the game says of its mixer before a key is pressed and after; and what stands on the console."""
    env = {**os.environ, "SDL_AUDIODRIVER": driver, "PYTHONPATH": str(ROOT)}
    code = RUN.format(press=press, muted=muted or None)
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], env=env, capture_output=True, text=True,
                          timeout=60, check=True)  # fmt: skip
    return done.stdout.splitlines(), done.stderr


def test_nothing_of_the_mixer_is_touched_before_a_key_is_pressed(tmp_path: Path) -> None:
    assert run(tmp_path, "dummy", "tab") == (["silent until then", "open "], "")


@pytest.mark.long
def test_a_room_full_of_titles_is_a_silent_room(tmp_path: Path) -> None:
    assert run(tmp_path, "dummy", "") == (["silent until then", "none "], "")


def test_without_a_device_the_game_is_silent_without_a_word(tmp_path: Path) -> None:
    """The captions say what would be heard."""
    (before, after), complaint = run(tmp_path, "nosuch", "tab")
    assert (before, complaint) == ("silent until then", "")
    assert after.startswith("none ") and "Only the sea" in after


@pytest.mark.long
def test_muted_from_the_start_no_device_is_looked_for(tmp_path: Path) -> None:
    (_, after), complaint = run(tmp_path, "dummy", "tab", muted=True)
    assert after.startswith("none ") and complaint == ""


@pytest.mark.skipif(os.name != "posix", reason="a console of another kind")
def test_what_a_library_below_says_of_a_missing_device_is_swallowed(capfd: pytest.CaptureFixture[str]) -> None:
    with _unspoken():
        os.write(2, b"ALSA lib confmisc.c:855: cannot find card '0'\n")
    os.write(2, b"heard\n")
    assert capfd.readouterr().err == "heard\n"


def test_the_volumes_mute_and_captions_are_kept_between_starts(tmp_path: Path) -> None:
    wish = Settings(volumes=(1, 0, 10), muted=True, captions="always")
    kept.write(tmp_path / "s.json", wish)
    assert kept.read(tmp_path / "s.json") == wish


def test_a_settings_file_from_before_there_was_sound_still_counts(tmp_path: Path) -> None:
    old = '{"text": 130, "untimed": true, "still": false, "full": false, "size": [800, 600], "volumes": [8, 8, 8]}'
    (tmp_path / "s.json").write_text(old, encoding="utf-8")
    found = kept.read(tmp_path / "s.json")
    assert (found.text, found.untimed, found.size) == (130, True, (800, 600))
    assert (found.muted, found.captions) == (False, "quiet")


NONSENSE = ('{"muted": 1}', '{"captions": "loud"}', '{"captions": []}', '{"volumes": [8, 8, 11]}')


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_about_sound_is_as_at_the_first_start(tmp_path: Path, text: str) -> None:
    (tmp_path / "s.json").write_text(text, encoding="utf-8")
    assert kept.read(tmp_path / "s.json") == Settings()


def desk(**changes: object) -> tuple[Desk, list[Settings]]:
    told: list[Settings] = []
    made = Desk(Settings(still=True, **changes), keep=told.append, clock=lambda: 0.0)  # type: ignore[arg-type]
    made.title.know((), ())
    return made, told


def test_m_turns_the_sound_off_and_on_wherever_one_is() -> None:
    made, told = desk()
    made.feed(Key("m"))
    made.apply(Push(Preferences(made.settings)))
    made.feed(Key("m", down=False))
    made.feed(Key("m"))
    assert [one.muted for one in told] == [True, False]


def test_where_one_writes_an_m_is_an_m() -> None:
    made, told = desk()
    said = Said(objections={"approval": "Hm"})
    finding = Finding(id="approval", concept="approval", verdict="described", direction=None, n=2, value=None,
                      counts={}, p=None, statement="You liked it.", caveat="", evidence=(), sources=())  # fmt: skip
    made.apply(Push(Objecting(finding, said, lambda _words: None)))
    made.feed(Key("m"))
    made.feed(Typed("m"))
    top = made.screens[-1]
    assert told == [] and isinstance(top, Objecting) and top.draft == "Hmm"


def test_sliders_go_by_arrows_and_to_where_the_mouse_presses_and_drags() -> None:
    made, told = desk()
    made.apply(Push(Preferences(made.settings)))
    screen = made.screens[-1]
    screen.focus = "volume.1"
    made.feed(Key("left"))
    assert told[-1].volumes == (8, 7, 8)
    screen.turn_to("volume.0", made.frame)
    box = screen.tree(made.frame).find("volume.0").box  # type: ignore[union-attr]
    made.feed(Pointer("down", box.x + 0.3 * box.w, box.bottom - 8))
    made.feed(Pointer("move", box.x + 0.5 * box.w, box.bottom - 8))
    made.feed(Pointer("move", box.x - 50, box.bottom - 8))
    made.feed(Pointer("up", box.x, box.bottom - 8))
    made.feed(Pointer("move", box.right, box.bottom - 8))
    assert [one.volumes[0] for one in told[1:]] == [3, 5, 0]


class Unheard(Sound):
    """Keeps what it is given."""

    def __init__(self) -> None:
        super().__init__(Path("nowhere"))
        self.scores: list[Score] = []

    @property
    def settled(self) -> bool:
        return True

    def open(self) -> None:
        """No device."""

    def play(self, score: Score, settings: Settings, seconds: float) -> None:
        self.scores.append(score)


def test_nothing_sounds_before_the_first_key_and_then_the_sea_and_the_tune() -> None:
    made, _ = desk()
    sound = Unheard()
    hearing = Hearing(made, sound)
    made.feed(Pointer("move", 5, 5))
    hearing.tick(0.1)
    assert sound.scores == []
    made.feed(Key("tab"))
    hearing.tick(0.1)
    assert (sound.scores[-1].bed, sound.scores[-1].music) == ("bed_sea", "theme_daylight")


def test_whoever_is_read_to_has_everything_else_low() -> None:
    made, _ = desk()
    sound = Unheard()
    made.aloud = True
    made.feed(Key("tab"))
    Hearing(made, sound).tick(0.1)
    assert sound.scores[-1].aloud


@pytest.mark.parametrize(("wish", "muted", "volume", "written"), [
    ("quiet", True, 8, True), ("quiet", False, 8, False), ("quiet", False, 0, True),
    ("always", False, 8, True), ("never", True, 8, False),
])
def test_captions_stand_in_for_what_cannot_be_heard_or_always_or_never(
    wish: str, muted: bool, volume: int, written: bool
) -> None:
    made, _ = desk(captions=wish, muted=muted, volumes=(8, volume, 8))
    hearing = Hearing(made, Unheard())
    made.feed(Key("tab"))
    hearing.tick(0.1)
    assert (SOUNDS["bed_sea"].caption in made.captions.text) == written


def test_steps_are_written_once_and_not_at_every_step() -> None:
    made, _ = desk(captions="always")
    hearing = Hearing(made, Unheard())
    made.feed(Key("tab"))
    for n in range(400):
        made.title.walked = 0.1 if n // 10 % 2 else -1.0
        hearing.tick(0.1)
        if n > 100:
            assert SOUNDS["steps_stone"].caption not in made.captions.text


def test_a_desk_alone_hears_nothing_and_writes_nothing(pack: Pack) -> None:
    """So a demo's pictures are what they were."""
    made, _ = desk(captions="always")
    session = Session.new(pack, Setup(campaign="taste", seed=7, order="visible-first", file="middle"), None, game="t")
    bot = Bot("fox", 7, keeps_table(pack))
    made.begin(session)
    while session.view().phase != "over":
        made.apply(Do(bot.choose(session.view(), session.legal())))
        made.tick(0.1)
    assert made.captions.heard == [] and pygame.mixer.get_init() is None


@pytest.fixture
def sound() -> Iterator[Sound]:
    made = Sound(art.folder() / "sounds")
    made.open()
    yield made
    made.close()
    pygame.mixer.quit()


def follow(sound: Sound, score: Score, seconds: float, settings: Settings | None = None) -> None:
    """Let it play, in steps, with a little real time for the files to be read."""
    for _ in range(int(seconds * 20)):
        sound.play(score, settings or Settings(), 0.05)
        time.sleep(0.004)


def volume(channel: int) -> float:
    here = pygame.mixer.Channel(channel)
    return here.get_volume() if here.get_busy() else 0.0


def ready(sound: Sound, score: Score) -> None:
    for _ in range(300):
        follow(sound, score, 0.05)
        if volume(BEDS[0]) or volume(BEDS[1]):
            return
        time.sleep(0.01)
    raise AssertionError("no bed within three seconds")


def test_one_bed_gives_way_to_another_and_is_never_cut_off(sound: Sound) -> None:
    ready(sound, Score(bed="bed_sea"))
    follow(sound, Score(bed="bed_sea"), 4)
    full = max(volume(n) for n in BEDS)
    seen = []
    for _ in range(120):
        follow(sound, Score(bed="bed_posted"), 0.05)
        seen.append(sorted(volume(n) for n in BEDS))
        time.sleep(0.005)
    assert any(low > 0.1 * full for low, _ in seen), "both are heard for a while"
    assert seen[-1][0] == 0 and seen[-1][1] > 0.5 * full
    follow(sound, Score(), 4)
    assert [volume(n) for n in BEDS] == [0, 0]


def test_a_bed_makes_room_for_words_and_for_what_sounds(sound: Sound) -> None:
    ready(sound, Score(bed="bed_sea"))
    follow(sound, Score(bed="bed_sea"), 5)
    full = max(volume(n) for n in BEDS)
    follow(sound, Score(bed="bed_sea", low=True), 2)
    reading = max(volume(n) for n in BEDS)
    follow(sound, Score(bed="bed_sea", aloud=True), 2)
    voiced = max(volume(n) for n in BEDS)
    follow(sound, Score(bed="bed_sea", low=True), 2)
    sound.play(Score(bed="bed_sea", low=True, cues=(Cue("foghorn"),)), Settings(), 0.05)
    follow(sound, Score(bed="bed_sea", low=True), 1)
    under = max(volume(n) for n in BEDS)
    assert full > reading > under > 0 and full > reading > voiced > 0


def test_muted_everything_stops_at_once_and_a_slider_at_nothing_is_nothing(sound: Sound) -> None:
    ready(sound, Score(bed="bed_sea", music="theme_print"))
    follow(sound, Score(bed="bed_sea", music="theme_print"), 2)
    assert pygame.mixer.Channel(MUSIC).get_busy()
    follow(sound, Score(bed="bed_sea", music="theme_print"), 0.1, Settings(volumes=(8, 8, 0)))
    assert volume(MUSIC) == 0
    sound.play(Score(bed="bed_sea", cues=(Cue("bell"),)), Settings(muted=True), 0.05)
    assert not pygame.mixer.get_busy()


def test_the_command_line_can_start_in_silence() -> None:
    from game.command_line import parser  # noqa: PLC0415

    assert parser().parse_args(["--mute"]).mute and parser().parse_args(["play", "taste", "--mute"]).mute
    assert parser().parse_args(["--mute", "play", "taste"]).mute and not parser().parse_args(["play", "taste"]).mute
    assert Order("set", {"muted": True}).args

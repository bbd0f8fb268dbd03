"""A real browser of a phone's size votes, with scripts and without; axe finds nothing, and nothing is too wide."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.debrief.browser import axe
from tests.host.phone import Phone, patiently, phone
from tests.host.polled import CHOICES, Poll, door
from tests.host.test_real_browser import opens, value, wait

pytestmark = pytest.mark.long

NEXT = (("x", "A", "Say nothing"), ("y", "B", "Say it was you, and that you would do it again if anybody asked you to"),
        ("z", "C", "Ask for the warden"), ("w", "D", "Leave"))  # fmt: skip
LOOK = os.environ.get("PICTURES", "")  # a folder, to look at what was seen


@pytest.fixture
def poll() -> Iterator[Poll]:
    with door() as made:
        yield made()


def taps(one: Phone, letter: str) -> None:
    value(one, f"document.querySelector('button[value=\"{letter}\"]').click()")


def shows(one: Phone, words: str) -> None:
    wait(one, f"document.readyState == 'complete' && document.body.innerText.includes({words!r})")


def faults(one: Phone, name: str) -> list[str]:
    """What axe and the width of the page have against what is shown."""
    if LOOK:
        one.picture(Path(LOOK) / f"{name}.png")
    value(one, axe())
    said = value(
        one,
        "axe.run(document, {resultTypes: ['violations']}).then(found => JSON.stringify("
        "found.violations.map(v => `${v.impact} ${v.id}: ${v.nodes[0].html}`.slice(0, 300))))",
    )
    wide = value(one, "document.documentElement.scrollWidth - document.documentElement.clientWidth")
    small = value(one, "[...document.querySelectorAll('button')].filter(b => b.offsetHeight < 44).length")
    return [f"{name}: {fault}" for fault in json.loads(said)] + ([f"{name}: {wide} too wide"] if wide > 0 else []) + (
        [f"{name}: {small} too small to tap"] if small else [])  # fmt: skip


def test_with_scripts_the_page_follows_the_room_by_itself(poll: Poll, tmp_path: Path) -> None:
    urn, found = poll.urn, []
    with phone(tmp_path) as one:
        one.size(360, 640)
        one.ask("Page.setBypassCSP", enabled=True)
        opens(one, f"http://127.0.0.1:{poll.port}/")
        shows(one, "nothing to vote on")
        found += faults(one, "rest")
        urn.ask("q", CHOICES)
        shows(one, "Help him up")
        found += faults(one, "open")
        stands = "document.querySelector('button[value=A]').getBoundingClientRect().top"
        before = value(one, stands)
        taps(one, "B")
        shows(one, "Your vote counts: B")
        found += faults(one, "voted")
        assert value(one, stands) == before  # a second tap in the same place is a tap on the same letter
        taps(one, "A")
        shows(one, "Your vote counts: A")
        assert urn.seal("q") == ({"keep": 1, "drop": 0}, 0)
        shows(one, "The vote is closed")
        found += faults(one, "closed")
        urn.ask("r", NEXT)
        shows(one, "Ask for the warden")
        found += faults(one, "next")
        assert value(one, "document.cookie") == ""
        value(one, "Object.defineProperty(document, 'hidden', {get: () => window.asleep, configurable: true})")
        value(one, "window.asleep = true")
        urn.rest()
        still = "setTimeout(() => then(document.body.innerText.includes('warden')), 3000)"
        assert value(one, f"new Promise(then => {still})")
        value(one, "window.asleep = false; document.dispatchEvent(new Event('visibilitychange'))")
        shows(one, "nothing to vote on")
    assert found == []


def test_without_scripts_a_button_looks_again_and_a_late_tap_is_told_so(poll: Poll, tmp_path: Path) -> None:
    urn = poll.urn
    with phone(tmp_path) as one:
        one.size(360, 640)
        one.without_script()
        opens(one, f"http://127.0.0.1:{poll.port}/")
        urn.ask("q", CHOICES)
        value(one, "document.querySelector('a.button').click()")
        shows(one, "Help him up")
        taps(one, "B")
        shows(one, "Your vote counts: B")
        assert urn.seal("q") == ({"keep": 0, "drop": 1}, 0)
        urn.ask("r", NEXT)
        taps(one, "A")  # of the old page
        shows(one, "was not counted")
        if LOOK:
            one.picture(Path(LOOK) / "late.png")
        taps(one, "C")
        shows(one, "Your vote counts: C")
        assert urn.seal("r") == ({"x": 0, "y": 0, "z": 1, "w": 0}, 0)


def test_what_is_tapped_while_the_page_looks_is_not_cut_off(poll: Poll, tmp_path: Path) -> None:
    urn = poll.urn
    urn.ask("q", CHOICES)
    with phone(tmp_path) as one:
        opens(one, f"http://127.0.0.1:{poll.port}/")
        for letter, other in ("AB", "BA") * 3:
            taps(one, letter)
            shows(one, f"Your vote counts: {letter}")
            assert urn.heard()[0] == 1
            pressed = f"document.querySelector('button[value={other}]').getAttribute('aria-pressed')"
            assert value(one, pressed) == "false"
    patiently(lambda: urn.seal("q") == ({"keep": 0, "drop": 1}, 0))

"""A real browser at a phone's size plays `taste` to the debrief; axe finds nothing on the host's own pages."""

import json
from pathlib import Path
from typing import Any

import pytest

from game.journal import load_text, replay
from game.model.content import Pack
from tests.debrief.browser import axe
from tests.host.phone import Phone, patiently, phone
from tests.host.rooms import LITE, Opens, Room

pytestmark = [pytest.mark.long, LITE]


def value(one: Phone, words: str) -> Any:
    """What these words come to, in the end; None while one page makes room for another."""
    try:
        said = one.ask("Runtime.evaluate", expression=words, returnByValue=True, awaitPromise=True)
    except AssertionError:
        return None
    return said["result"].get("value")


def wait(one: Phone, words: str) -> Any:
    """Wait until they come to something."""
    found: list[Any] = []
    patiently(lambda: found.append(value(one, words)) or found[-1])
    return found[-1]


def opens(one: Phone, url: str) -> None:
    one.ask("Page.navigate", url=url)
    wait(one, f"location.href.startsWith({url!r}) && document.readyState == 'complete'")


STEP = "Number((document.querySelector('main [name=n]') || {}).value || -1)"
PRESS = """(() => {
  const ways = [...document.querySelectorAll('main form[method=post] button')]
    .filter(one => one.offsetHeight && one.name != 'alone')
  for (const one of document.querySelectorAll('main input[type=radio]'))
    if (!one.disabled && !document.querySelector(`[name="${one.name}"]:checked`)) one.click()
  const way = ways.find(one => one.classList.contains('big')) || ways[0]
  if (way) way.click()
  return Boolean(way)
})()"""


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_browser_joins_and_plays_to_the_debrief(room: Room, tmp_path: Path, pack: Pack, *, scripts: bool) -> None:
    with phone(tmp_path) as one:
        if not scripts:
            one.without_script()
        opens(one, room.host.address)
        value(one, "document.querySelector('form[action=\"/begin\"] button').click()")
        wait(one, f"{STEP} >= 0")
        for _ in range(400):
            step = wait(one, f"location.pathname == '/play' && document.readyState == 'complete' && ({STEP} + 2)")
            if step == 1:
                break
            value(one, PRESS)
            wait(one, f"document.readyState == 'complete' && {STEP} + 2 != {step}")
        assert "over" in value(one, "document.body.innerText").lower()
        room.do("debrief")
        opens(one, f"{room.host.address}debrief")
        assert value(one, "document.querySelector('h1').innerText") == "Debrief"
        assert value(one, "getComputedStyle(document.querySelector('h1')).fontFamily").startswith('"IBM Plex')
    held = room.host.store.all_held()
    assert len(held) == 1 and held[0].done
    assert replay(pack, load_text(room.host.store.text(held[0].id).encode(), "record")).phase == "over"


def test_axe_finds_nothing_on_the_hosts_own_pages_and_all_fit_a_phone(rooms: Opens, tmp_path: Path) -> None:
    room = rooms(go=False, mode="rows", minutes=20)
    found: list[str] = []

    def look(one: Phone, path: str) -> None:
        opens(one, room.host.address.rstrip("/") + path)
        value(one, axe())
        said = value(
            one,
            "axe.run(document, {resultTypes: ['violations']}).then(found => JSON.stringify("
            "found.violations.map(v => `${v.impact} ${v.id}: ${v.nodes[0].html}`.slice(0, 300))))",
        )
        found.extend(f"{path} {room.desk.state}: {fault}" for fault in json.loads(said))
        wide = value(one, "document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            found.append(f"{path} {room.desk.state}: {wide} too wide")

    with phone(tmp_path) as one:
        one.ask("Page.setBypassCSP", enabled=True)
        look(one, "/")
        value(one, "document.querySelector('form[action=\"/begin\"] button').click()")
        wait(one, "location.pathname == '/play' && document.readyState == 'complete'")
        for path in ("/play", "/mine", "/arm", "/back", "/screen", room.lectern):
            look(one, path)
        room.do("start")
        room.do("pause")
        for path in ("/play", room.lectern):
            look(one, path)
        room.do("stop")
        for path in ("/play", "/mine", "/arm", "/screen", room.lectern, f"{room.lectern}/figures"):
            look(one, path)
    assert found == []


def test_a_waiting_page_goes_on_by_itself_where_scripts_run(rooms: Opens, tmp_path: Path) -> None:
    room = rooms(go=False)
    with phone(tmp_path) as one:
        opens(one, room.host.address)
        value(one, "document.querySelector('form[action=\"/begin\"] button').click()")
        wait(one, "document.body.innerText.includes('It begins when everybody is')")
        room.do("start")
        wait(one, f"{STEP} == 0")
    with phone(tmp_path / "lecturer") as lecturer:
        opens(lecturer, room.host.address.rstrip("/") + room.lectern)
        assert value(lecturer, "document.querySelector('td.number').innerText") == "1"
        room.student()
        wait(lecturer, "document.querySelector('td.number').innerText == '2'")

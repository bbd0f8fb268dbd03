"""A real browser at a phone's size plays `taste` to the debrief; axe finds nothing on the host's own pages."""

import json
from pathlib import Path

import pytest

from game.journal import load_text, replay
from game.model.content import Pack
from tests.debrief.browser import axe
from tests.host.chrome import Chrome
from tests.host.conftest import Opens, Room

pytestmark = pytest.mark.long

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
    one = Chrome(tmp_path / "profile", scripts=scripts)
    try:
        one.open(room.host.address)
        one.value("document.querySelector('form[action=\"/begin\"] button').click()")
        one.wait(f"{STEP} >= 0")
        for _ in range(400):
            step = one.wait(f"location.pathname == '/play' && document.readyState == 'complete' && ({STEP} + 2)")
            if step == 1:
                break
            one.value(PRESS)
            one.wait(f"document.readyState == 'complete' && {STEP} + 2 != {step}")
        assert "over" in one.value("document.body.innerText").lower()
        room.do("debrief")
        one.open(f"{room.host.address}debrief")
        assert one.value("document.querySelector('h1').innerText") == "Debrief"
        assert one.value("getComputedStyle(document.querySelector('h1')).fontFamily").startswith('"IBM Plex')
    finally:
        one.close()
    held = room.host.store.all_held()
    assert len(held) == 1 and held[0].done
    assert replay(pack, load_text(room.host.store.text(held[0].id).encode(), "record")).phase == "over"


def test_axe_finds_nothing_on_the_hosts_own_pages_and_all_fit_a_phone(rooms: Opens, tmp_path: Path) -> None:
    room = rooms(go=False, mode="rows", minutes=20)
    one = Chrome(tmp_path / "profile")
    found: list[str] = []

    def look(path: str) -> None:
        one.open(room.host.address.rstrip("/") + path)
        one.value(axe())
        said = one.value(
            "axe.run(document, {resultTypes: ['violations']}).then(found => JSON.stringify("
            "found.violations.map(v => `${v.impact} ${v.id}: ${v.nodes[0].html}`.slice(0, 300))))"
        )
        found.extend(f"{path} {room.desk.state}: {fault}" for fault in json.loads(said))
        wide = one.value("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            found.append(f"{path} {room.desk.state}: {wide} too wide")

    try:
        one.without_policy()
        look("/")
        one.value("document.querySelector('form[action=\"/begin\"] button').click()")
        one.wait("location.pathname == '/play' && document.readyState == 'complete'")
        for path in ("/play", "/mine", "/arm", "/back", "/screen", room.lectern):
            look(path)
        room.do("start")
        room.do("pause")
        for path in ("/play", room.lectern):
            look(path)
        room.do("stop")
        for path in ("/play", "/mine", "/arm", "/screen", room.lectern, f"{room.lectern}/figures"):
            look(path)
    finally:
        one.close()
    assert found == []


def test_a_waiting_page_goes_on_by_itself_where_scripts_run(rooms: Opens, tmp_path: Path) -> None:
    room = rooms(go=False)
    one = Chrome(tmp_path / "profile")
    try:
        one.open(room.host.address)
        one.value("document.querySelector('form[action=\"/begin\"] button').click()")
        one.wait("document.body.innerText.includes('It begins when everybody is')")
        room.do("start")
        one.wait(f"{STEP} == 0")
        lecturer = Chrome(tmp_path / "lecturer")
        try:
            lecturer.open(room.host.address.rstrip("/") + room.lectern)
            assert lecturer.value("document.querySelector('td.number').innerText") == "1"
            room.student()
            lecturer.wait("document.querySelector('td.number').innerText == '2'")
        finally:
            lecturer.close()
    finally:
        one.close()

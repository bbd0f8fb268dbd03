"""The pages in a real browser: axe-core finds nothing, nothing is wider than a phone, and the script keeps its word."""

import html
import json
import os
import re
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qsl

import pytest

from game.bots.bots import Bot, keeps_table
from game.host.web.page import BACK, FILES, LOST, RED, page, served
from game.journal import Session
from game.journal.replay import replay
from tests.debrief.browser import QUIET, axe, program, run
from tests.host.forms import Pairs, read
from tests.host.lived import begun, kinds, not_by_hand, room, without
from tests.host.phone import patiently, phone
from tests.town import the_pack

pytestmark = pytest.mark.long

WIDTHS = (320, 768)
BATCHES = 12  # of the kinds of page, so that none takes too long
LARGE = 200  # per cent of text, in as wide a window as a phone's
LOOK = """
const found = [], frames = [...document.querySelectorAll('iframe')]
const look = async frame => {
  const inside = frame.contentWindow, page = frame.contentDocument, script = page.createElement('script')
  page.querySelectorAll('details').forEach(one => { one.open = true })
  page.querySelectorAll('.opened').forEach(one => one.classList.add('open'))
  if (frame.dataset.large) page.documentElement.style.fontSize = '36px'
  script.textContent = document.getElementById('axe').textContent
  page.head.append(script)
  const name = frame.dataset.name + ' ' + frame.clientWidth + (frame.dataset.large ? ' large: ' : ': ')
  const said = frame.dataset.large ? [] :
    (await inside.axe.run(page, {iframes: false, resultTypes: ['violations']})).violations
  for (const one of said) found.push(name + one.impact + ' ' + one.id + ': ' + one.nodes[0].html.slice(0, 300))
  const root = page.documentElement
  if (root.scrollWidth > root.clientWidth) found.push(name + 'is ' + root.scrollWidth + ' wide')
  const small = [...page.querySelectorAll('button, summary, a, label')].filter(one => {
    const box = one.getBoundingClientRect()
    return box.height && (box.height < 43.5 || box.width < 43.5) && !one.closest('.opened .line')
  })
  for (const one of small) found.push(name + 'small: ' + one.outerHTML.slice(0, 200))
}
addEventListener('load', async () => {
  for (const frame of frames) try { await look(frame) } catch (error) { found.push(String(error)) }
  document.body.innerHTML = '<pre id="said"></pre>'
  document.getElementById('said').textContent = JSON.stringify(found)
})
"""


def with_style(page_: str) -> str:
    """A page that brings its style along: where it is looked at there is no host. Nothing moves in it."""
    style = f"<style>{served('/static/play.css').decode()} * {{ animation: none !important }}</style>"
    bare = re.sub(r'<script src="[^"]*" defer></script>', "", page_)
    return re.sub(r'<link rel="stylesheet"[^>]*>', lambda _found: style, bare)


def complaints(pages: dict[str, str], folder: Path) -> list[str]:
    """What is wrong with some pages, at each width, and with large text."""
    frames = "".join(
        f'<iframe data-name="{name}"{" data-large=1" if large else ""} srcdoc="{html.escape(with_style(one))}" '
        f'style="width:{wide}px;height:800px;border:0"></iframe>'
        for name, one in pages.items() for wide, large in (*((w, False) for w in WIDTHS), (320, True))
    )  # fmt: skip
    outer = folder / "outer.html"
    script = axe().replace("</script", "<\\/script")
    outer.write_text(
        f'<!doctype html><meta charset="utf-8"><body><script type="text/plain" id="axe">{script}</script>'
        f"{frames}<script>{LOOK}</script>",
        encoding="utf-8",
    )
    dumped = run(folder, outer, "--window-size=1400,1000", "--virtual-time-budget=90000", "--dump-dom")
    said = re.search(r'<pre id="said">(.*?)</pre>', dumped, re.DOTALL)
    assert said, "the browser came to no end"
    found: list[str] = json.loads(html.unescape(said[1]))
    return found


@pytest.mark.parametrize("batch", range(BATCHES))
def test_axe_finds_nothing_and_everything_fits_a_phone_and_a_finger(batch: int, tmp_path: Path) -> None:
    names = sorted(kinds())[batch::BATCHES]
    assert complaints({name: kinds()[name][1] for name in names}, tmp_path) == []


def test_it_would_find_something(tmp_path: Path) -> None:
    whole = kinds()["daylight.title"][1]
    bad = whole.replace("<main>", f"<main><button></button><pre>{'wide' * 200}</pre>")
    found = complaints({"bad": bad}, tmp_path)
    assert any("button-name" in one for one in found) and any("wide" in one for one in found)
    assert any("small" in one for one in found)


PRESSER = """
// A hand that presses whatever is large, always twice, and never waits to see whether it helped.
const press = () => {
  const ways = [...document.querySelectorAll('main button')].filter(one => !one.closest('details') && one.offsetHeight)
  const big = ways.find(one => one.classList.contains('big')) || ways[0]
  const picks = new Map([...document.querySelectorAll('main input[type=radio]')].map(one => [one.name, one]))
  for (const one of picks.values())
    if (!one.disabled && !document.querySelector(`[name="${one.name}"]:checked`)) one.click()
  const said = document.getElementById('said').textContent
  fetch('/saw?' + new URLSearchParams({at: document.activeElement.tagName, said}))
  if (big) { big.click(); big.click() }
}
setInterval(press, 40)
"""


class Host(BaseHTTPRequestHandler):
    """As much of a host as a page needs, with a line that breaks: before an act is taken, and after it was."""

    session: ClassVar[Session]
    tries: ClassVar[int]
    broken: ClassVar[list[str]]
    saw: ClassVar[set[tuple[str, str]]]
    hand: ClassVar[str] = PRESSER
    still: ClassVar[str] = ""  # a page that stays, whatever is sent
    sent: ClassVar[list[Pairs]]
    breaks: ClassVar[bool] = True

    def log_message(self, *_said: object) -> None:
        pass

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'"
        self.send_header("content-security-policy", policy)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path in FILES:
            self._send(served(path), FILES[path])
        elif path == "/press.js":
            self._send(self.hand.encode(), "text/javascript")
        elif path == "/play":
            session = self.session
            text = self.still or page(session.view(), len(session.lines), room(session.legal()))
            self._send(text.replace("</head>", '<script src="/press.js" defer></script></head>').encode(), "text/html")
        elif path == "/saw":
            Host.saw |= set(parse_qsl(self.path.partition("?")[2]))
            self._send(b"", "text/plain")
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        pairs = parse_qsl(self.rfile.read(int(self.headers["content-length"])).decode(), keep_blank_values=True)
        kind = type(self)
        kind.sent.append(pairs)
        if self.still:
            self._redirect()
            return
        kind.tries += 1
        if self.breaks and kind.tries % 7 == 3:
            kind.broken.append("before")
            self.close_connection = True
            self.connection.close()
            return
        if int(dict(pairs)["n"]) == len(self.session.lines) and self.session.state.phase != "over":
            self.session.do(read(pairs))
        if self.breaks and kind.tries % 7 == 5:
            kind.broken.append("after")
            self.close_connection = True
            self.connection.close()
            return
        self._redirect()

    def _redirect(self) -> None:
        self.send_response(303)
        self.send_header("location", "/play")
        self.send_header("content-length", "0")
        self.end_headers()


@pytest.fixture
def host() -> Iterator[ThreadingHTTPServer]:
    Host.session, Host.tries, Host.broken = begun("taste", "hidden-first", 9), 0, []
    Host.saw, Host.sent, Host.still, Host.hand, Host.breaks = set(), [], "", PRESSER, True
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def watched(host: ThreadingHTTPServer, folder: Path, done: Callable[[], bool], seconds: int = 90) -> None:
    """A browser that looks at the host's page until something is done, or so many seconds are over."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    address = f"http://127.0.0.1:{host.server_address[1]}/play"
    words = [program(), *QUIET, *root, f"--user-data-dir={folder / 'profile'}", address]
    browser = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _turn in range(4 * seconds):
            if done():
                return
            time.sleep(0.25)
    finally:
        browser.terminate()
        browser.wait()


def test_windows_are_sent_in_the_order_in_which_they_were_looked_at(host: ThreadingHTTPServer, tmp_path: Path) -> None:
    view, Host.still = next(one for name, one in kinds().items() if "ask.chair" in name)
    Host.hand = """
    for (const id of ['w5', 'w1', 's1', 'w8', 's5']) document.getElementById(id).click()
    document.querySelector('main form .big').click()
    """
    watched(host, tmp_path, lambda: bool(Host.sent))
    assert view.ask is not None
    ids = [item.id for item in view.ask.items]
    assert [act.values for act in map(read, Host.sent)] == [(f"{ids[5]}=stamp", f"{ids[1]}=stamp", f"{ids[8]}=be")]


def test_a_red_light_takes_its_seconds_and_can_be_walked_away_from(host: ThreadingHTTPServer, tmp_path: Path) -> None:
    Host.still = next(html for name, (_view, html) in kinds().items() if ".moment.wait" in name)
    Host.hand = """
    const form = document.querySelector('[data-wait]'), began = Date.now()
    form.querySelector('button').click()
    setInterval(() => {
      const said = document.getElementById('said').textContent
      fetch('/saw?' + new URLSearchParams({said, at: Math.floor((Date.now() - began) / 1000)}))
    }, 300)
    """
    watched(host, tmp_path, lambda: bool(Host.sent))
    waits = int(re.findall(r'data-wait="(\d+)"', Host.still)[0])
    assert len(Host.sent) == 1 and ("said", RED.format(count=waits)) in Host.saw
    assert ("at", str(waits - 2)) in Host.saw, "it was not sent at once"
    Host.sent.clear()
    Host.hand = """
    document.querySelector('[data-wait] button').click()
    document.querySelector('main form:not([data-wait]) button').click()
    """
    watched(host, tmp_path / "again", lambda: bool(Host.sent))
    kerb = re.findall(r'data-wait.*?name="what" value="(\w+)"', Host.still)[0]
    assert [read(one).what for one in Host.sent] != [kerb]


def test_the_board_stays_open_while_one_reads(host: ThreadingHTTPServer, tmp_path: Path) -> None:
    Host.still = next(html for name, (_view, html) in kinds().items() if name.startswith("print.street"))
    Host.hand = """
    [...document.querySelectorAll('form[action="/play#board"] button')][0].click()
    setInterval(() => {
      const board = document.getElementById('board')
      fetch('/saw?' + new URLSearchParams({open: board.offsetHeight > 0, at: document.activeElement.id}))
    }, 200)
    """
    watched(host, tmp_path, lambda: ("open", "true") in Host.saw, 20)
    assert ("open", "true") in Host.saw and ("at", "board") in Host.saw


def test_with_the_script_a_play_goes_on_through_broken_lines_and_double_presses(
    host: ThreadingHTTPServer, tmp_path: Path
) -> None:
    watched(host, tmp_path, lambda: len(Host.session.lines) > 16)
    record = Host.session.record
    assert len(record.lines) > 16, "the play came to a halt"
    assert {"before", "after"} <= set(Host.broken)
    replay(Host.session.pack, record)
    assert ("at", "H1") in Host.saw, "after each page a screen reader stands at its heading"
    assert ("said", LOST) in Host.saw and ("said", BACK) in Host.saw, "a line that is gone, and back, is said in words"


@pytest.mark.parametrize("script", [True, False], ids=["with the script", "without"])
def test_a_phone_plays_a_taste_to_its_end_and_leaves_the_record_it_would_have_left_anywhere(
    host: ThreadingHTTPServer, tmp_path: Path, *, script: bool
) -> None:
    Host.breaks, Host.hand = False, ""
    session, bot = Host.session, Bot("fox", 9, keeps_table(the_pack()))
    step = "document.querySelector('main input[name=n]')?.value ?? document.querySelector('main a.big')?.pathname"
    with phone(tmp_path) as held:
        if not script:
            held.without_script()
        held.ask("Page.navigate", url=f"http://127.0.0.1:{host.server_address[1]}/play")
        while session.state.phase != "over":
            n = len(session.lines)
            patiently(lambda n=n: held.see(step) == str(n))
            assert held.see("document.documentElement.scrollWidth <= 360")
            view, legal = session.view(), session.legal()
            hidden = not_by_hand(view, legal)
            held.press(bot.choose(view, tuple(act for act in legal if act not in hidden)))
            patiently(lambda n=n: len(session.lines) == n + 1)
        patiently(lambda: held.see(step) == "/play")
    assert session.text() == without("taste", "fox", "hidden-first", 9)

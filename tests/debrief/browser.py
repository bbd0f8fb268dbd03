"""A browser without a window: it lets axe-core look a page over, and prints. Skips with a word where there is none."""

import html
import importlib.util
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
QUIET = (
    "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions",
)  # fmt: skip
WIDTHS = (1280, 320)
LOOK_OVER = """
document.querySelectorAll('details').forEach(one => { one.open = true })
const wide = document.documentElement
axe.run(document, {iframes: false, resultTypes: ['violations']}).then(
  found => parent.tell(found.violations.map(v => `${innerWidth}: ${v.impact} ${v.id}: ${v.nodes[0].html}`.slice(0, 300))
    .concat(wide.scrollWidth > wide.clientWidth ? [`${innerWidth}: is ${wide.scrollWidth} wide`] : [])),
  error => parent.tell([String(error)]))
"""
GATHER = """
const said = []
window.tell = found => {
  said.push(found)
  if (said.length == %d) document.body.innerHTML = '<pre id="said"></pre>',
    document.getElementById('said').textContent = JSON.stringify(said.flat())
}
"""


def program() -> str:
    """The browser. Skips."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("there is no Chromium, Chrome or Edge to look at pages with")
    return found


def axe() -> str:
    """The script of axe-core, as a package carries it that need not be imported. Skips."""
    there = importlib.util.find_spec("axe_playwright_python")
    if there is None or not there.origin:
        pytest.skip("there is no axe-core; “pip install --no-deps axe-playwright-python” brings it")
    return Path(there.origin).with_name("axe.min.js").read_text(encoding="utf-8")


def run(folder: Path, page: Path, *words: str) -> str:
    """Open the page in a browser of its own that is gone afterwards, and return what it wrote."""
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    done = subprocess.run(
        [program(), *QUIET, *root, f"--user-data-dir={folder / 'profile'}", *words, page.as_uri()],
        capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=120, check=False,
    )  # fmt: skip
    return done.stdout


def complaints(page: str, folder: Path, *, dark: bool) -> list[str]:
    """What axe-core finds in a page, with everything opened, in a wide window and in one as wide as a telephone."""
    script = axe().replace("</script", "<\\/script")
    watched = page.replace("</body>", f"<script>{script}</script><script>{LOOK_OVER}</script></body>")
    inside = f'srcdoc="{html.escape(watched)}"></iframe>'
    frames = "".join(f'<iframe style="width:{wide}px;height:900px;border:0" {inside}' for wide in WIDTHS)
    outer = folder / "outer.html"
    outer.write_text(
        f'<!doctype html><meta charset="utf-8"><body><script>{GATHER % len(WIDTHS)}</script>{frames}', encoding="utf-8"
    )
    scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
    dumped = run(folder, outer, scheme, "--window-size=1400,1000", "--virtual-time-budget=90000", "--dump-dom")
    said = re.search(r'<pre id="said">(.*?)</pre>', dumped, re.DOTALL)
    assert said, "the browser came to no end"
    found: list[str] = json.loads(html.unescape(said[1]))
    return found


def sheets(page: str, folder: Path) -> int:
    """On how many sheets a page is printed."""
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(page, encoding="utf-8")
    run(folder, source, "--no-pdf-header-footer", f"--print-to-pdf={target}")
    return len(re.findall(rb"/Type\s*/Page\b", target.read_bytes()))

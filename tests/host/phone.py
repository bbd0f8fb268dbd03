"""A phone in a test's hand: a real browser of a phone's size, told what to do through its debugging pipe."""

import base64
import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.model.acts import Act
from tests.debrief.browser import QUIET, program

PRESS = """
(said => {
  const value = (form, name) => form.querySelector(`input[type=hidden][name="${name}"]`)?.value || ''
  const sends = (form, name, one) => [...form.querySelectorAll(`[name="${name}"]`)].find(f => f.value === one)
  const form = [...document.forms].find(f => value(f, 'do') === said.do && value(f, 'how') === said.how &&
    (value(f, 'what') === said.what || (!value(f, 'what') && sends(f, 'what', said.what))))
  if (!form) return 'no form'
  for (let one = form.closest('details'); one; one = one.parentElement.closest('details')) {
    if (!one.open) one.querySelector('summary').click()
  }
  for (const one of said.values) [...form.querySelectorAll('input[type=radio]')].find(f => f.value === one)?.click()
  const radio = form.querySelector('input[type=radio][name=what]') && sends(form, 'what', said.what)
  if (radio) radio.click()
  const own = !radio && sends(form, 'what', said.what)
  const alone = said.do === 'answer' && !said.values.length && form.querySelector('[name=alone]')
  const button = own?.tagName === 'BUTTON' ? own : alone || form.querySelector('button')
  button.click()
  return ''
})
"""


BEGIN = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3]]
for end, place in zip(ends, (3, 4)):
    os.dup2(end, place)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Starts a browser that reads on 3 and writes on 4."""


class Phone:
    """One page of a browser, 360 by 740."""

    def __init__(self, write: int, read: int) -> None:
        self._write, self._read, self._left, self._number = write, read, b"", 0
        self.session = ""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime"):
            self.ask(f"{domain}.enable")
        self.size(360, 740)

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """One command, answered."""
        self._number += 1
        said: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self.session:
            said["sessionId"] = self.session
        os.write(self._write, json.dumps(said).encode() + b"\0")
        while True:
            while b"\0" not in self._left:
                more = os.read(self._read, 1 << 16)
                assert more, "the browser is gone"
                self._left += more
            one, _, self._left = self._left.partition(b"\0")
            heard = json.loads(one)
            if heard.get("id") == self._number:
                assert "error" not in heard, heard
                found: dict[str, Any] = heard["result"]
                return found

    def size(self, wide: int, high: int) -> None:
        self.ask("Emulation.setDeviceMetricsOverride", width=wide, height=high, deviceScaleFactor=1, mobile=True)

    def without_script(self) -> None:
        self.ask("Emulation.setScriptExecutionDisabled", value=True)

    def see(self, what: str) -> Any:
        """What an expression comes to on the page."""
        return self.ask("Runtime.evaluate", expression=what, returnByValue=True)["result"].get("value")

    def press(self, act: Act) -> None:
        said = json.dumps(act.model_dump())
        assert self.see(f"({PRESS})({said})") == "", act

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot")["data"]))


@contextlib.contextmanager
def phone(folder: Path) -> Iterator[Phone]:
    """A browser of its own, gone afterwards. Skips where there is none."""
    if os.name == "nt":
        pytest.skip("the pipe to the browser is made in another way there")
    to_it, from_us = os.pipe()
    to_us, from_it = os.pipe()

    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    words = [program(), *QUIET, *root, "--remote-debugging-pipe", f"--user-data-dir={folder / 'profile'}"]
    begin = [sys.executable, "-c", BEGIN, str(to_it), str(from_it), *words]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(begin, pass_fds=(to_it, from_it), stdout=quiet, stderr=quiet) as browser:
        os.close(to_it)
        os.close(from_it)
        try:
            yield Phone(from_us, to_us)
        finally:
            browser.terminate()
            browser.wait()
            os.close(from_us)
            os.close(to_us)


def patiently(true: Any, seconds: float = 20.0) -> None:
    """Wait until something is so."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it never came about"
        time.sleep(0.01)

"""A real browser at a phone's size, told what to do over a pipe (the DevTools protocol), with scripts or without."""

import base64
import itertools
import json
import os
import subprocess
import time
from pathlib import Path
from typing import Any

from tests.debrief.browser import QUIET, program

PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}


class Chrome:
    def __init__(self, folder: Path, *, scripts: bool = True) -> None:
        hears, self._out = os.pipe()
        self._in, says = os.pipe()
        root = ["--no-sandbox"] if os.geteuid() == 0 else []
        words = [program(), *QUIET, *root, "--remote-debugging-pipe", f"--user-data-dir={folder}", "about:blank"]
        self._process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{hears} 4>&{says}', "bash", *words], pass_fds=(hears, says),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(hears)
        os.close(says)
        self._left, self._numbers, self._session = b"", itertools.count(1), ""
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Emulation.setDeviceMetricsOverride", **PHONE)
        self._call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self._call("Page.enable")

    def _call(self, method: str, **words: Any) -> dict[str, Any]:
        number = next(self._numbers)
        told = {"id": number, "method": method, "params": words}
        if self._session:
            told["sessionId"] = self._session
        os.write(self._out, json.dumps(told).encode() + b"\0")
        while True:
            while b"\0" not in self._left:
                piece = os.read(self._in, 1 << 16)
                assert piece, "the browser has gone"
                self._left += piece
            one, _, self._left = self._left.partition(b"\0")
            said = json.loads(one)
            if said.get("id") == number:
                assert "error" not in said, said
                return dict(said["result"])

    def value(self, words: str) -> Any:
        """What these words of JavaScript come to; None while one page makes room for another."""
        try:
            found = self._call("Runtime.evaluate", expression=words, returnByValue=True, awaitPromise=True)
        except AssertionError:
            return None
        return found["result"].get("value")

    def wait(self, words: str, seconds: float = 15) -> Any:
        """Wait until they come to something."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = self.value(words)
            if found:
                return found
            time.sleep(0.01)
        raise AssertionError(f"never: {words}; at {self.value('location.href + document.body.innerText')}")

    def open(self, url: str) -> None:
        self._call("Page.navigate", url=url)
        self.wait(f"location.href.startsWith({url!r}) && document.readyState == 'complete'")

    def without_policy(self) -> None:
        """Let a test put a script into pages that take none."""
        self._call("Page.setBypassCSP", enabled=True)

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self._call("Page.captureScreenshot", format="png")["data"]))

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(10)
        os.close(self._in)
        os.close(self._out)

"""Several processes that serve one room from one socket. Only on PostgreSQL: SQLite's one file has one writer."""

import asyncio
import multiprocessing
import signal
import socket
import time
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from game.content import levels, load
from game.host.app import Host
from game.host.desk import Desk
from game.host.postgres import on
from game.host.serve import server, settle
from game.host.tongue import speak_in


def work(url: str, address: str, listening: socket.socket, language: str, languages: tuple[Path, ...]) -> None:
    """Serve the room that is open in this database, in a process of its own, until told to end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the first process's to pass on
    pack, store = load(levels()), on(url)
    speak_in(language, languages, pack)
    desk = Desk(store, shared=True)
    settle()
    try:
        asyncio.run(server(Host(pack, store, desk, address).app()).serve(sockets=[listening]))
    finally:
        store.close()


class Workers:
    """So many of them; one that dies is replaced."""

    def __init__(self, count: int, *words: Any) -> None:
        """`words` are those of `work`."""
        self._made: Any = multiprocessing.get_context("spawn")
        self._words = words
        self._running: list[BaseProcess] = [self._start() for _ in range(count)]

    def _start(self) -> BaseProcess:
        process: BaseProcess = self._made.Process(target=work, args=self._words, daemon=True)
        process.start()
        return process

    def tend(self) -> None:
        """Replace those that have died."""
        self._running = [one if one.is_alive() else self._start() for one in self._running]

    def stop(self) -> None:
        """Let them answer what they have begun, and end."""
        for one in self._running:
            one.terminate()
        until = time.monotonic() + 5
        for one in self._running:
            one.join(max(0.0, until - time.monotonic()))
            if one.is_alive():
                one.kill()

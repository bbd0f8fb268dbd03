"""The room itself: opened from its store, served until Ctrl+C, and watched so that it ends and is deleted in time."""

import asyncio
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from game.content import levels, load
from game.host.app import Host
from game.host.console import self_test
from game.host.desk import Desk, Settled, days_from_now
from game.host.pages import day
from game.host.serve import many_files, server, settle
from game.host.store import Store
from game.host.tongue import speak_in
from game.host.wish import CAMPAIGN, CannotKeep, CannotOpen, Wish, folder_of


def store_of(wish: Wish) -> Store:
    """Where the room lies, or is to lie. Raises CannotKeep."""
    if wish.database:
        from game.host.postgres import on

        return on(wish.database)
    return Store.at(wish.data or folder_of(wish.campaign or CAMPAIGN))


def hold(wish: Wish, listening: socket.socket, urls: Sequence[str]) -> int:
    """Open the room and serve it on this socket. Returns the exit code. Raises CannotOpen, CannotKeep, BadLevels."""
    many_files()
    pack = load(levels())
    speak_in(wish.language, wish.languages, pack)
    store = store_of(wish)
    try:
        desk = Desk(store, shared=wish.workers > 1)
        until = wish.until or days_from_now()
        settled = Settled(wish.campaign or CAMPAIGN, wish.mode, until, wish.minutes, tower=wish.tower)
        new = desk.open(pack, settled)
        if wish.campaign not in ("", desk.settled.campaign):
            lies = f"A room for “{desk.settled.campaign}” lies there."
            raise CannotOpen(f"{lies} Name that campaign, or another --data folder.")
        if wish.go and desk.state == "open":
            desk.start()
        room = Host(pack, store, desk, wish.address or urls[0])
        with _workers(wish, room.address, listening) as tend:
            asyncio.run(_serve(room, listening, settled_words(room, listening.getsockname()[1], new=new), urls, tend))
    finally:
        store.close()
    return 0


@contextmanager
def _workers(wish: Wish, address: str, listening: socket.socket) -> Iterator[Callable[[], None]]:
    """The other processes, if there are any; what is handed out looks after them."""
    if wish.workers < 2:
        yield lambda: None
        return
    from game.host.workers import Workers

    others = Workers(wish.workers - 1, wish.database, address, listening, wish.language, wish.languages)
    try:
        yield others.tend
    finally:
        others.stop()


def settled_words(room: Host, port: int, *, new: bool) -> str:
    """What is settled, and the address that is for the lecturer alone."""
    settled = room.desk.settled
    secret = f"http://127.0.0.1:{port}/host/{room.keys.instructor}"
    mode = "figures of the room only" if settled.mode == "aggregate" else "figures, and the rows of those who agree"
    lines = [
        f"For you alone   {secret}   (do not project this console)",
        "",
        f"{settled.campaign}; {mode}; everything is deleted when {day(settled)} begins.",
        f"The lot, fixed now: {room.arms.hash}",
    ]
    if settled.tower:
        lines.append(
            "One in ten of the choices of half of the room may be shown, and that half is told so: keep the page for "
            "the projector open while they play."
        )  # fmt: skip
    if not new:
        counts = room.store.counts()
        lines.append(
            f"This room goes on where it was ({room.desk.state}): {counts.joined} joined, {counts.done} done. What was "
            "settled when it was opened holds."
        )  # fmt: skip
    if room.desk.state == "open":
        lines.append("Nobody plays before you press Start on your page. End the host with Ctrl+C; nothing is lost.")
    return "\n".join(lines)


async def _serve(
    room: Host, listening: socket.socket, said: str, urls: Sequence[str], tend: Callable[[], None]
) -> None:
    web = server(room.app())
    serving = asyncio.create_task(web.serve(sockets=[listening]))
    while not web.started and not serving.done():
        await asyncio.sleep(0.01)
    print(said, flush=True)
    print("\n".join(await asyncio.to_thread(self_test, urls, listening.getsockname()[1])), flush=True)
    settle()
    keeping = asyncio.create_task(_keep_watch(room, tend))
    try:
        await serving
    finally:
        keeping.cancel()


async def _keep_watch(room: Host, tend: Callable[[], None]) -> None:
    """Stop the room in time, and delete on the day, also when nobody asks for a page."""
    while True:
        await asyncio.sleep(5)
        try:
            room.desk.tick()
            tend()
        except CannotKeep as error:
            print(f"The disk does not take it: {error}", file=sys.stderr)

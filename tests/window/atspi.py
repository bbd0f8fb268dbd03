"""A listener in another process: finds the game's window by at-spi, as Orca would, reads it and presses things there.

It needs a session bus with at-spi (Debian: apt install dbus at-spi2-core) and the packages accesskit and jeepney.
"""

import importlib.util
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.spoken.player import SOON, Listener, Thing
from tests.window.driver import PATIENCE, until

LAUNCHER = next((at for at in ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher",
                               "/usr/lib/at-spi-bus-launcher") if Path(at).exists()), "")  # fmt: skip
LACKS = [
    *(name for name in ("dbus-daemon",) if shutil.which(name) is None),
    *(() if LAUNCHER else ("at-spi2-core",)),
    *(name for name in ("accesskit", "jeepney") if importlib.util.find_spec(name) is None),
]
WHY = f"no screen reader's way in without {', '.join(LACKS)} (Debian: apt install dbus at-spi2-core; pip: the rest)"
ACCESSIBLE, ACTION, VALUE = (f"org.a11y.atspi.{part}" for part in ("Accessible", "Action", "Value"))
LIST, SLIDER, PUSH, TAB = 31, 51, 43, 37  # roles, by their numbers in at-spi
FOCUSED = 12  # a state, likewise
Ref = tuple[str, str]


@contextmanager
def bus(folder: Path) -> Iterator[str]:
    """A session bus of its own; yields its address. What it starts ends with it."""
    folder.mkdir(parents=True, exist_ok=True)
    read, write = os.pipe()
    env = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    env.pop("DISPLAY", None)
    words = ["dbus-daemon", "--session", "--nofork", f"--print-address={write}", "--nopidfile"]
    daemon = subprocess.Popen(
        words, pass_fds=[write], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    os.close(write)
    try:
        said = b""
        while not said.endswith(b"\n"):
            assert select.select([read], [], [], PATIENCE)[0], "dbus-daemon says no address"
            got = os.read(read, 256)
            assert got, "dbus-daemon has gone"
            said += got
        yield said.decode().strip()
    finally:
        os.close(read)
        daemon.terminate()
        daemon.wait()


class Bus:
    """The wire: calls, properties, and the announcements that came."""

    def __init__(self, session: str) -> None:
        """Say that a screen reader runs, and connect to the bus where screen readers talk."""
        from jeepney import DBusAddress, MatchRule, Properties, message_bus, new_method_call  # noqa: PLC0415
        from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415

        self._at, self._new, self._properties = DBusAddress, new_method_call, Properties
        self._session = open_dbus_connection(bus=session)
        door = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
        address = self._session.send_and_get_reply(new_method_call(door, "GetAddress"), timeout=PATIENCE).body[0]
        status = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Status")
        self._status = status
        self.runs(yes=True)
        self._wire = open_dbus_connection(bus=address)
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement")
        self._wire.send_and_get_reply(message_bus.AddMatch(rule))
        self._news = self._wire.filter(rule, bufsize=200)
        self.rule = self._news.__enter__()

    def runs(self, *, yes: bool) -> None:
        """Say whether a screen reader runs."""
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            self._session.send_and_get_reply(self._properties(self._status).set(name, "b", yes), timeout=PATIENCE)

    def call(self, ref: Ref, interface: str, member: str, signature: str | None = None, *body: object) -> Any:
        """Call a method and return what it gives."""
        place = self._at(ref[1], bus_name=ref[0], interface=interface)
        reply = self._wire.send_and_get_reply(self._new(place, member, signature, body), timeout=PATIENCE)
        if reply.header.message_type.name == "error":
            raise LookupError(f"{member}: {reply.body}")
        return reply.body[0] if reply.body else None

    def get(self, ref: Ref, interface: str, name: str) -> Any:
        """A property."""
        place = self._at(ref[1], bus_name=ref[0], interface=interface)
        reply = self._wire.send_and_get_reply(self._properties(place).get(name), timeout=PATIENCE)
        if reply.header.message_type.name == "error":
            raise LookupError(f"{name}: {reply.body}")
        return reply.body[0][1]

    def put(self, ref: Ref, interface: str, name: str, signature: str, value: object) -> None:
        """Set a property."""
        place = self._at(ref[1], bus_name=ref[0], interface=interface)
        self._wire.send_and_get_reply(self._properties(place).set(name, signature, value), timeout=PATIENCE)

    def heard(self, seconds: float) -> list[str]:
        """The announcements of the next so many seconds."""
        ends = time.monotonic() + seconds
        found: list[str] = []
        while (left := ends - time.monotonic()) > 0:
            try:
                found.append(str(self._wire.recv_until_filtered(self.rule, timeout=left).body[3][1]))
            except TimeoutError:
                break
        return found

    def close(self) -> None:
        """Hang up."""
        self._wire.close()
        self._session.close()


class Orca(Listener):
    """Knows the bus and nothing else: no screens, no record, no keys, no pixels."""

    def __init__(self, wire: Bus) -> None:
        """Wait until the game has come to the bus."""
        self.wire = wire
        self.told = []
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")

        def found() -> Ref | None:
            for app in wire.call(root, ACCESSIBLE, "GetChildren"):
                for window in wire.call(app, ACCESSIBLE, "GetChildren"):
                    if wire.get(window, ACCESSIBLE, "Name") == "Good Standing":
                        return (str(window[0]), str(window[1]))
            return None

        self.window = until("the window on the bus", lambda: _tried(found))

    def things(self) -> list[Thing]:
        """Read the tree until it holds still for as long as that takes."""
        return until("a tree that holds still", lambda: _tried(self._things)) or []

    def words(self) -> list[str]:
        """Every name on the bus, in reading order."""
        found: list[str] = []

        def read(ref: Ref) -> None:
            found.append(self.wire.get(ref, ACCESSIBLE, "Name"))
            for child in self.wire.call(ref, ACCESSIBLE, "GetChildren"):
                read(child)

        read(self.window)
        return found

    def focus(self) -> str:
        """The name of what has the focus."""
        return until("a focus", lambda: _tried(lambda: self._focused(self.window)))

    def _focused(self, ref: Ref) -> str:
        if self.wire.call(ref, ACCESSIBLE, "GetState")[0] & 1 << FOCUSED and ref != self.window:
            return str(self.wire.get(ref, ACCESSIBLE, "Name"))
        return next(filter(None, map(self._focused, self.wire.call(ref, ACCESSIBLE, "GetChildren"))), "")

    def _things(self) -> list[Thing]:
        found: list[Thing] = []

        def read(ref: Ref, within: str | None) -> None:
            role = self.wire.call(ref, ACCESSIBLE, "GetRole")
            name = self.wire.get(ref, ACCESSIBLE, "Name")
            can = self.wire.call(ref, ACCESSIBLE, "GetInterfaces")
            if role == SLIDER or (ACTION in can and self.wire.get(ref, ACTION, "NActions")):
                more = self.wire.get(ref, ACCESSIBLE, "Description")
                found.append(Thing(name, more, within, role == SLIDER, ref))
            for child in self.wire.call(ref, ACCESSIBLE, "GetChildren"):
                read(child, name if role == LIST else None)

        read(self.window, None)
        return found

    def press(self, thing: Thing, *, more: bool = False) -> None:
        """The one action that a thing has; of a slider, the next number."""
        ref = thing.at
        assert isinstance(ref, tuple)
        try:
            if more:
                self.wire.put(ref, VALUE, "CurrentValue", "d", 1.0)
            else:
                self.wire.call(ref, ACTION, "DoAction", "i", 0)
        except LookupError:
            pass  # it went while one reached for it, as happens to a hand
        self.listen(SOON)

    def listen(self, seconds: float) -> None:
        """Hear what is announced."""
        self.told += self.wire.heard(seconds)


def _tried(look: Any) -> Any:
    """What it finds; nothing, where a thing went while it was being looked at."""
    try:
        return look()
    except LookupError:
        return None

"""One line to the host of a room: a request, an answer, and nothing believed that has not been looked at."""

import http.client
from typing import TypeVar

from pydantic import ValidationError

from game.model.base import Shape
from game.model.room import PATH, SCHEME
from game.shell.address import Address

PATIENCE = 8  # seconds for an answer
LARGEST = 1 << 20  # bytes of one
Message = TypeVar("Message", bound=Shape)


class Away(Exception):
    """No answer, or none that could be given now. It may come later."""


class Foreign(Exception):
    """What answers there is no host of this game, or one that says other things than this game knows."""


class Refused(Exception):
    """The host says no, and will tomorrow. `status` is that of HTTP."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


class Line:
    """A connection that is kept for the next question, and made anew when it has gone. For one thread."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.token = ""
        self._open: http.client.HTTPConnection | None = None

    def get(self, what: str, shape: type[Message]) -> Message:
        """Ask. Raises Away, Foreign, Refused."""
        return self._read(self._ask("GET", what, None), shape)

    def post(self, what: str, said: Shape, shape: type[Message]) -> Message:
        """Say something, and have the answer. Raises Away, Foreign, Refused."""
        return self._read(self._ask("POST", what, said), shape)

    def close(self) -> None:
        """Let go of it."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _ask(self, method: str, what: str, said: Shape | None) -> bytes:
        for again in (True, False):
            kept = self._open is not None
            try:
                return self._once(method, what, said)
            except (OSError, http.client.HTTPException):
                self.close()
                if not (again and kept):  # one that was kept may have been closed while nobody spoke
                    raise Away from None
        raise AssertionError  # one of the two has answered or raised

    def _once(self, method: str, what: str, said: Shape | None) -> bytes:
        if self._open is None:
            make = http.client.HTTPSConnection if self.address.scheme == "https" else http.client.HTTPConnection
            self._open = make(self.address.name, self.address.port, timeout=PATIENCE)
        heads = {"accept": "application/json"}
        if self.token:
            heads["authorization"] = SCHEME + self.token
        body = None
        if said is not None:
            heads["content-type"], body = "application/json", said.model_dump_json().encode()
        self._open.request(method, f"{PATH}/{what}", body, heads)
        answer = self._open.getresponse()
        raw = answer.read(LARGEST + 1)
        if len(raw) > LARGEST:
            self.close()
            raise Foreign
        if answer.status in (408, 429) or answer.status >= 500:
            raise Away
        if answer.status in (400, 401, 409, 410, 413):
            raise Refused(answer.status)
        if answer.status != 200 or answer.headers.get_content_type() != "application/json":
            raise Foreign
        return raw

    def _read(self, raw: bytes, shape: type[Message]) -> Message:
        try:
            return shape.model_validate_json(raw)
        except (ValidationError, ValueError, RecursionError):
            raise Foreign from None

"""Where a room is. Light, so that a wrong address is said before anything else is loaded."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

NAME = re.compile(r"[0-9A-Za-z._:\-]{1,255}")
USUAL = {"http": 80, "https": 443}


class NoAddress(ValueError):
    """Words that are no address of a host."""


@dataclass(frozen=True)
class Address:
    """Where a host is: `http` or `https`, a name or number, a port."""

    scheme: str
    name: str
    port: int

    @classmethod
    def of(cls, words: str) -> "Address":
        """Read it as it stands on the projector or was typed from there. Raises NoAddress."""
        said = words.strip()
        try:
            parts = urlsplit(said if "://" in said else f"http://{said}")
            name, port = parts.hostname or "", parts.port
        except ValueError:
            raise NoAddress(words) from None
        plain = parts.path in ("", "/") and not (parts.query or parts.fragment or "@" in parts.netloc)
        if parts.scheme not in ("http", "https") or not plain or not NAME.fullmatch(name):
            raise NoAddress(words)
        return cls(parts.scheme, name, port or USUAL[parts.scheme])

    def __str__(self) -> str:
        name = f"[{self.name}]" if ":" in self.name else self.name
        return f"{self.scheme}://{name}" + ("" if USUAL[self.scheme] == self.port else f":{self.port}")

"""Phones without a network: an urn as the desk of a room sees it, and people who tap."""

from game.host.urn import Urn

PICTURE = tuple(tuple((x * y + x) % 3 == 0 for x in range(25)) for y in range(25))


class Pocket(Urn):
    """So many phones that are here. Time stands still unless a test lets it go by."""

    address = "http://192.168.178.112:8080/"
    others = ("http://[2001:db8:85a3::8a2e:370:7334]:8080/",)
    picture = PICTURE

    def __init__(self, phones: int = 0) -> None:
        self.now = 1000.0
        super().__init__(self._later)
        self.come(phones)

    def _later(self) -> float:
        self.now += 1.0
        return self.now

    def come(self, phones: int) -> None:
        for n in range(phones):
            assert self.hear(f"{n}")

    def tap(self, **letters: int) -> None:
        """So many phones send each letter, in the order of their numbers."""
        wanted = [letter for letter, many in letters.items() for _ in range(many)]
        for n, letter in enumerate(wanted):
            assert self.cast(f"{n}", self.sight(f"{n}").serial, letter) == "counted"

    @property
    def letters(self) -> str:
        """Those that phones see now, if they can be tapped."""
        sight = self.sight("")
        return "".join(letter for letter, _words in sight.choices) if sight.stage == "open" else ""

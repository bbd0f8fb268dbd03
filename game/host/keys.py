"""What only this room can have said: cookies, codes, form tokens, the lecturer's address. All from one key, by HMAC.

The key is made when the room is made, lies in the room's own file and is shown to nobody. No list of cookies or codes
is kept: each can be made again from a play's id, and is compared in constant time. Source: Krawczyk, Bellare and
Canetti 1997, RFC 2104. The two words are proquints (Wilkerson 2009, arXiv:0901.4016): 32 bits that can be read aloud.
"""

import hashlib
import hmac
import re
import secrets

CONSONANTS, VOWELS = "bdfghjklmnprstvz", "aiou"
RUDE = ("fuk", "nig", "fag", "rap", "nazi", "jud", "gook", "kik", "tit", "pusi", "dik", "shit")
TOKEN = re.compile(r"([0-9a-f]{16})\.([0-9a-f]{40})")
NONCE = re.compile(r"([0-9a-f]{32})\.([0-9a-f]{40})")


class Keys:
    """Makes and checks what only this room can have said."""

    def __init__(self, key: str) -> None:
        self._key = bytes.fromhex(key)

    def _mark(self, *words: str) -> str:
        return hmac.new(self._key, "\0".join(words).encode(), hashlib.sha256).hexdigest()[:40]

    def token(self, play: str) -> str:
        """The cookie of a play."""
        return f"{play}.{self._mark('cookie', play)}"

    def play_of(self, token: str) -> str:
        """The play that a cookie opens; "" for one that this room did not give."""
        found = TOKEN.fullmatch(token)
        return found[1] if found and hmac.compare_digest(found[2], self._mark("cookie", found[1])) else ""

    def form(self, play: str) -> str:
        """What each form of a play brings back."""
        return self._mark("form", play)

    def is_form(self, play: str, said: str) -> bool:
        return hmac.compare_digest(said.encode(), self.form(play).encode())

    def nonce(self) -> str:
        """What a page to join with holds: the play that it will begin, not yet begun."""
        random = secrets.token_hex(16)
        return f"{random}.{self._mark('nonce', random)}"

    def play_from(self, nonce: str) -> str:
        """The play that this page begins, however often it is sent; "" for a page that this room did not make."""
        found = NONCE.fullmatch(nonce)
        if not found or not hmac.compare_digest(found[2], self._mark("nonce", found[1])):
            return ""
        return self._mark("play", found[1])[:16]

    def code(self, play: str) -> str:
        """Two words that open a play on another device."""
        for turn in range(100):
            words = proquints(int(self._mark("code", play, str(turn))[:8], 16))
            if not any(rude in words for rude in RUDE):
                return words
        raise AssertionError("a hundred rude codes in a row")

    @property
    def instructor(self) -> str:
        """The secret part of the lecturer's address."""
        return self._mark("instructor")[:32]

    def is_instructor(self, said: str) -> bool:
        return hmac.compare_digest(said.encode(), self.instructor.encode())


def proquints(number: int) -> str:
    """32 bits as two words of five letters."""
    return " ".join(_word(half) for half in (number >> 16 & 0xFFFF, number & 0xFFFF))


def _word(half: int) -> str:
    letters = ""
    for at, width in ((12, 4), (10, 2), (6, 4), (4, 2), (0, 4)):
        part = half >> at & (1 << width) - 1
        letters += (CONSONANTS if width == 4 else VOWELS)[part]
    return letters


def tidy_code(said: str) -> str:
    """A code as somebody typed it, in the form in which it is compared: small letters, one space."""
    return " ".join(re.findall(r"[a-z]{5}", said.lower()[:60])[:2])

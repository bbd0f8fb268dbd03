"""What level files and rules say, in the player's language.

Views and records hold finished English sentences: a scene with a memory after it, a reason with its figures filled
in. `told` finds the texts they were made of, and puts them together again.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from game.language.spoken import now

_ENDS = re.compile(r"(?<=[.!?:;…”’)\w]) ")  # where one text may end and the next begin
_HOLE = re.compile(r"\{(\w+)\}")


def told(text: str) -> str:
    """`text` in the language in force; as it stands where that has no words for it.

    Looked up are, in this order: the whole text, a pattern that it fills, and texts that it is strung together from.
    """
    spoken = now()
    if spoken.levels is None or not text:
        return text
    known = spoken.told.get(text)
    if known is None:
        known = spoken.told[text] = _find(text) or text
    return known


def _find(text: str) -> str | None:
    levels = now().levels
    assert levels is not None
    whole = levels.gettext(text)
    if whole != text:
        return whole
    cuts = [found.start() for found in reversed(list(_ENDS.finditer(text)))]
    return _strung(text, cuts, levels.gettext) or _filled(text) or _strung(text, cuts, _filled)


def _strung(text: str, cuts: list[int], look_up: Callable[[str], str | None]) -> str | None:
    """Two texts or more with spaces between them, of which `look_up` knows the first."""
    for cut in cuts:
        first = look_up(text[:cut])
        rest = _find(text[cut + 1 :]) if first and first != text[:cut] else None
        if rest is not None:
            return f"{first} {rest}"
    return None


def _filled(text: str) -> str | None:
    """A pattern with its holes filled, and what fills them looked up as well."""
    spoken = now()
    assert spoken.levels is not None
    for pattern in spoken.patterns:
        found = _regex(pattern).fullmatch(text)
        if found and found.groups():
            parts = {name: told(part) for name, part in found.groupdict().items()}
            return _HOLE.sub(lambda hole, parts=parts: parts.get(hole[1], hole[0]),  # type: ignore[misc]
                             spoken.levels.gettext(pattern))
    return None


@lru_cache(maxsize=1024)
def _regex(pattern: str) -> re.Pattern[str]:
    """What a pattern looks like when its holes are filled. A name that comes twice is the same both times."""
    seen: set[str] = set()
    made = ""
    last = 0
    for hole in _HOLE.finditer(pattern):
        made += re.escape(pattern[last : hole.start()])
        made += f"(?P={hole[1]})" if hole[1] in seen else f"(?P<{hole[1]}>.+?)"
        seen.add(hole[1])
        last = hole.end()
    return re.compile(made + re.escape(pattern[last:]), re.DOTALL)

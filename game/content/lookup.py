"""What the checks across files share: looking a name up, reading a template, counting words."""

import difflib
from string import Formatter
from typing import TYPE_CHECKING

from game.content.words import count_words

if TYPE_CHECKING:
    from game.content.load import Found
    from game.content.reader import Path_


def refers(found: "Found", kind: str, name: str, path: "Path_", target: str, of: str) -> None:
    """Note a fault if no thing of the kind `of` has the id `target`."""
    known = found.things[of]
    if target in known:
        return
    near = difflib.get_close_matches(target, list(known), 1)
    cure = f"did you mean “{near[0]}”" if near else f"write it under {of}, or mend the name"
    found.fault(kind, name, path, f"“{target}” is not among the {of}", "an id that is there", cure)


def template(found: "Found", kind: str, name: str, path: "Path_", text: str, fields: set[str]) -> None:
    """Note a fault for every field in braces that is not among `fields`."""
    try:
        used = {part for _, part, _, _ in Formatter().parse(text) if part is not None}
    except ValueError:
        found.fault(kind, name, path, "has a brace without its partner", "{field}", "close it, or delete it")
        return
    for field in sorted(used - fields):
        expected = "one of " + ", ".join(sorted(fields))
        found.fault(kind, name, path, f"“{{{field}}}” is not a field here", expected, "mend the name")


def words(found: "Found", kind: str, name: str, path: "Path_", text: str, most: int) -> None:
    """Note a fault if a text has more than `most` words."""
    count = count_words(text)
    if count > most:
        found.fault(kind, name, path, f"has {count} words", f"at most {most}", "say it shorter")

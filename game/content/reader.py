"""Read one YAML file into plain values with the position of each: strict, without YAML 1.1's surprises."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from game.content.faults import Fault

LARGEST = 1 << 20  # bytes
DEEPEST = 40
OPENS = (
    yaml.FlowSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.BlockMappingStartToken,
)
CLOSES = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken, yaml.BlockEndToken)
LOADERS = (yaml.CSafeLoader, yaml.SafeLoader) if yaml.__with_libyaml__ else (yaml.SafeLoader,)  # the first is fast
Place = tuple[int, int]
Path_ = tuple[str | int, ...]


@dataclass
class Read:
    """A file's value, where each part of it stands, and what was wrong."""

    value: Any = None
    places: dict[Path_, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def place(self, path: Path_) -> Place:
        """The position of the nearest part that has one."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, (1, 1))


def read(file: Path, name: str) -> Read:
    """Read `file`; `name` is what faults call it. Never raises for what is in the file or for a file it cannot open."""
    out = Read()

    def fault(place: Place, what: str, expected: str = "", cure: str = "") -> None:
        out.faults.append(Fault(name, place[0], place[1], what, expected, cure))

    try:
        if file.stat().st_size > LARGEST:
            fault((1, 1), "the file is larger than 1 MiB", "a small level file", "split it")
            return out
        raw = file.read_bytes()
    except OSError as error:
        fault((1, 1), f"cannot be read ({error.strerror})", "a readable file", "check the name and the rights")
        return out
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        fault((line, 1), "is not text", "UTF-8", "save the file as UTF-8 text")
        return out
    bad = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    if bad:
        before = text[: bad.start()]
        column = bad.start() - (before.rfind("\n") + 1) + 1
        fault(
            (before.count("\n") + 1, column),
            f"holds the control character U+{ord(bad.group()):04X}",
            "text",
            "delete it",
        )
        return out
    for loader in LOADERS:
        try:
            node = _node(text, loader, fault)
        except yaml.MarkedYAMLError as error:
            if loader is not LOADERS[-1]:
                continue  # the slow one says it in words that people know
            mark_ = error.problem_mark or error.context_mark
            place = (mark_.line + 1, mark_.column + 1) if mark_ else (1, 1)
            cure = "check quotes, colons and indentation"
            fault(place, f"is not YAML here: {error.problem or error}", "plain YAML", cure)
            return out
        except (yaml.YAMLError, RecursionError) as error:
            if loader is not LOADERS[-1]:
                continue
            fault((1, 1), f"is not YAML: {type(error).__name__}", "plain YAML", "check the file")
            return out
        break
    if out.faults:
        return out
    if node is None:
        fault((1, 1), "the file is empty", "a level", "write one, or delete the file")
        return out
    out.value = _value(node, (), out, name, 0)
    return out


def _node(text: str, loader: Any, fault: Callable[..., None]) -> Any:
    """The tree of a text, or None for an empty one and where a fault was found. Raises YAMLError, RecursionError."""
    depth = 0
    for token in yaml.scan(text, Loader=loader):
        mark = token.start_mark
        place = (mark.line + 1, mark.column + 1)
        if isinstance(token, yaml.AnchorToken | yaml.AliasToken):
            cure = "write them out, or put quotes round & and *"
            fault(place, "anchors and aliases are not read", "the words themselves", cure)
            return None
        depth += isinstance(token, OPENS) - isinstance(token, CLOSES)
        if depth > DEEPEST:
            fault(place, "is nested too deeply", f"at most {DEEPEST} levels", "make it flatter")
            return None
    return yaml.compose(text, Loader=loader)


def _value(node: yaml.Node, path: Path_, out: Read, name: str, depth: int) -> Any:
    place = (node.start_mark.line + 1, node.start_mark.column + 1)
    out.places.setdefault(path, place)
    if depth > DEEPEST:
        out.faults.append(Fault(name, *place, "is nested too deeply", f"at most {DEEPEST} levels", "make it flatter"))
        return None
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            where = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            if not isinstance(key_node, yaml.ScalarNode):
                out.faults.append(Fault(name, *where, "a key is not a word", "a plain word", "mend the key"))
                continue
            key = str(key_node.value)
            if key in result:
                out.faults.append(
                    Fault(name, *where, f"“{key}” stands twice", "each key once", "delete one of the two")
                )
                continue
            out.places[(*path, key)] = where
            result[key] = _value(value_node, (*path, key), out, name, depth + 1)
        return result
    if isinstance(node, yaml.SequenceNode):
        return tuple(_value(child, (*path, i), out, name, depth + 1) for i, child in enumerate(node.value))
    assert isinstance(node, yaml.ScalarNode)
    return _scalar(node)


def _scalar(node: yaml.ScalarNode) -> Any:
    """`true`, `false`, `null` and whole numbers are what they look like; all else is text ("no", "12:30", "010")."""
    text = str(node.value)
    if node.style in ("'", '"', "|", ">"):
        return text.strip() if node.style in ("|", ">") else text
    if text in ("true", "false"):
        return text == "true"
    if text in ("null", "~", ""):
        return None
    if re.fullmatch(r"[-+]?(0|[1-9][0-9]{0,17})", text):
        return int(text)
    return text

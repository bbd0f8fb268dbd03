"""Every word that a player is shown is marked for the catalogue: found by reading the code, not by running it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

ROOMS = ("telling", "screens", "shell", "journal", "rules", "debrief")
LATER = ("game/debrief", "game/screens/debrief")
"""The debrief has a test of its own, test_marked_debrief.py."""
NOT_A_PLAYERS = {
    **{f"game/shell/bench/{name}.py": "times the game, on the console of whoever works on it"
       for name in ("__init__", "children", "drive", "here")},
    "game/shell/two_words.py": "the words of a play are a name, the same in every language",
    "game/shell/gallery.py": "makes sheets of pictures, and says on the console what was measured",
    "game/journal/lean.py": "reads a class, and says on the instructor’s console what is no play",
    "game/shell/film.py": "makes pictures, and says on the console what went wrong",
    "game/rules/said.py": "what rules say stays English in a record: `patterns` hands it to the other catalogue",
}
KNOWN = (  # what else is no word for a player, by how it looks
    (r"good-standing: .*| are missing; a plain one stands in.\n", "written on the console"),
    (r"the name of this language in itself", "tells a translator what is meant"),
    (r"no display was found", "a part of what is written on the console"),
    (r"not a colour: |no such order: ", "a mistake of ours, not of a player's"),
    (r".*(<|=\"|/>|translate\(|\) scale\().*", "a piece of a drawing, or of a pattern that finds one"),
    (r"\[Console\].*", "a command for the system's own voice"),
    (r"\[closed: ", "the outline of a screen, for snapshots"),
    (r"(star|wave|brick|said) |roam acts", "names something inside the program"),
    (r"(Abara|Falk|Moreau|Tamm) .\.", "a person's name"),
)
MARKS = ("_", "N_", "ngettext", "pgettext")


def sources() -> list[str]:
    found = (path.relative_to(ROOT).as_posix() for room in ROOMS for path in (ROOT / "game" / room).rglob("*.py"))
    return sorted(one for one in found if not one.startswith(LATER))


@cache
def tree(path: str) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def calls(path: str) -> Iterator[tuple[str, ast.Call]]:
    """What is marked in a file, and by what."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            yield node.func.id, node


def silent(path: str) -> Iterator[ast.AST]:
    """What of a file is never shown or is marked: docstrings, names of types, arguments of the marks."""
    for node in ast.walk(tree(path)):
        for name, value in ast.iter_fields(node):
            if name == "body" and isinstance(value, list):  # and texts that stand alone, below what they speak of
                yield from (one.value for one in value if isinstance(one, ast.Expr))
            elif name in ("annotation", "returns") and value is not None:
                yield value
    for _name, call in calls(path):
        yield from call.args


def unmarked(path: str) -> Iterator[tuple[int, str]]:
    """(line, text) of every text in a file with a letter and a space in it that is not marked and not known."""
    spared = {id(part) for node in silent(path) if isinstance(node, ast.AST) for part in spoken(node)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spared:
            text = node.value
            known = any(re.fullmatch(look, text, re.DOTALL) for look, _why in KNOWN)
            if " " in text and re.search(r"[^\W\d_]", text) and not known:
                yield node.lineno, text


def spoken(node: ast.AST) -> Iterator[ast.AST]:
    """A node and what lies in it; of a call that stands alone only its own name, for its arguments are not spared."""
    if not isinstance(node, ast.Call):
        yield from ast.walk(node)


def bound(path: str) -> Iterator[int]:
    """The lines that give `_` another meaning."""
    for node in ast.walk(tree(path)):
        if (isinstance(node, ast.Name) and node.id == "_" and not isinstance(node.ctx, ast.Load)) or (
            isinstance(node, ast.arg) and node.arg == "_"
        ):
            yield getattr(node, "lineno", 0)


def imports_it(path: str) -> bool:
    return any(
        alias.asname is None and alias.name == "_"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module == "game.language"
        for alias in node.names
    )


@pytest.mark.parametrize("path", [path for path in sources() if path not in NOT_A_PLAYERS])
def test_every_text_that_a_player_may_see_is_marked(path: str) -> None:
    assert list(unmarked(path)) == []


@pytest.mark.parametrize("path", sources())
def test_where_words_are_marked_the_mark_is_never_a_throw_away_name(path: str) -> None:
    assert not imports_it(path) or list(bound(path)) == []


@pytest.mark.parametrize("path", sources())
def test_what_is_marked_is_a_whole_text_with_its_holes_by_name(path: str) -> None:
    """An f-string or a sum is finished before it could be looked up; a hole without a name cannot be moved."""
    wrong = []
    for name, call in calls(path):
        texts = call.args[:2] if name in ("ngettext", "pgettext") else call.args
        for part in (part for text in texts for part in ast.walk(text)):
            put_together = isinstance(part, ast.JoinedStr) or (
                isinstance(part, ast.BinOp) and isinstance(part.op, ast.Add | ast.Mod)
            )
            nameless = isinstance(part, ast.Constant) and re.search(r"\{\W|\{\d|%[sd]", str(part.value))
            if put_together or nameless:
                wrong.append(call.lineno)
    assert wrong == []


def test_there_is_something_to_mark() -> None:
    marked = [call for path in sources() for _name, call in calls(path)]
    assert len(marked) > 250, "hardly anything was found"
    assert any(imports_it(path) and path.startswith("game/journal") for path in sources())


def test_what_is_known_is_still_there() -> None:
    """An exception that nobody needs any more would cover the next one that is made by mistake."""
    texts = [
        node.value for path in sources() for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]  # fmt: skip
    assert [look for look, _why in KNOWN if not any(re.fullmatch(look, text, re.DOTALL) for text in texts)] == []
    assert [path for path in NOT_A_PLAYERS if not Path(ROOT / path).exists()] == []

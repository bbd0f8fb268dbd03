"""What the debrief shows is marked for the catalogue: read off the code, so that nothing is added in English only."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

ROOMS = ("game/debrief", "game/screens/debrief", "game/host/web")
TO_DO: tuple[str, ...] = ()
"""Files of game/debrief whose words are still to be marked."""
STYLES = ("norm_style", "style", "worksheet_style", "static")  # CSS, and the script of a page, from end to end
EVERY = tuple(path for room in ROOMS for path in sorted((ROOT / room).glob("*.py")))
FILES = tuple(path for path in EVERY if path.stem not in STYLES
              and (path.parent != ROOT / "game/debrief" or path.stem not in TO_DO))  # fmt: skip
MARKERS = {"_": 1, "N_": 1, "told": 1, "ngettext": 2, "pgettext": 2}
"""A marker, and how many of its arguments are words."""
HEARD = re.compile(r'(aria-label|alt|title|placeholder)="([^"]*)"')
ATTRIBUTE = re.compile(r'[\w:-]+="[^"]*"')
TAG = re.compile(r"<[^>]*(>|$)")
NO_WORDS = {
    "facets.py: The": "what an English name begins with",
    "facets.py: A": "the same",
    "names.py: The": "the same",
    "facets.py: a mark lasts": "what an English line of a level file begins with, which its row says already",
    "two_readings.py: two readings": "what the seed calls the draw",
    "report.py: printed": "a class of CSS, as the three that follow",
    "report.py: opt taken": "a class",
    "report.py: alone": "a class",
    "worksheet.py: close": "a class",
    "asks.py: required": "an attribute of HTML, as the five that follow",
    "asks.py: checked": "an attribute",
    "moments.py: disabled": "an attribute",
    "moments.py: checked": "an attribute",
    "moments.py: hand": "a class",
    "drawing.py: red": "a class",
    "page.py: text/css; charset=utf-8": "what a file is",
    "page.py: text/javascript; charset=utf-8": "the same",
}
"""What has a letter and a space in it and is not said: where, and why."""


def ids(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a marker, with the marker's name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS:
            yield node.func.id, node


def text_of(node: ast.AST) -> str | None:
    """The words that stand in a string or an f-string; None of anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(p.value for p in node.values if isinstance(p, ast.Constant) and isinstance(p.value, str))
    return None


def without_tags(text: str) -> str:
    """What is read or heard of a piece of HTML or SVG: what stands between tags, and the attributes that are spoken."""
    heard = [value for _name, value in HEARD.findall(text)]
    return " ".join([TAG.sub(" ", ATTRIBUTE.sub("", text)), *heard])


def left_out(tree: ast.Module) -> Iterator[ast.AST]:
    """What need not be marked: docstrings and what is raised; and what is, by a marker. A type is no word either."""
    for _name, call in calls(tree):
        yield from call.args
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.Raise):
            yield node
        elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
            yield node.annotation
        elif isinstance(node, ast.FunctionDef) and node.returns is not None:
            yield node.returns


def unmarked(source: str) -> list[str]:
    """Every string that is said without having been marked."""
    tree = ast.parse(source)
    skip = {id(inner) for node in left_out(tree) for inner in ast.walk(node)}
    skip |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
             if isinstance(part, ast.Constant)}  # fmt: skip
    found = [text_of(node) for node in ast.walk(tree) if id(node) not in skip]
    return [text for text in found if text and " " in text and spoken(text)]


def spoken(text: str) -> bool:
    """Whether there is a word in it, tags and attributes apart."""
    return any(c.isalpha() for c in without_tags(text))


def binds_the_marker(source: str) -> list[int]:
    """The lines on which `_` is made a name for something else, in a file that has it from the language."""
    tree = ast.parse(source)
    has = any(isinstance(node, ast.ImportFrom) and node.module == "game.language"
              and any(alias.name == "_" for alias in node.names) for node in ast.walk(tree))  # fmt: skip
    bound = [node.lineno for node in ast.walk(tree)
             if (isinstance(node, ast.Name) and node.id == "_" and isinstance(node.ctx, ast.Store | ast.Del))
             or (isinstance(node, ast.arg) and node.arg == "_")
             or (isinstance(node, ast.ExceptHandler) and node.name == "_")
             or (isinstance(node, ast.MatchAs | ast.MatchStar) and node.name == "_")]  # fmt: skip
    return bound if has else []


def pieced(source: str) -> list[str]:
    """Marked words that a catalogue cannot find, since they are only put together when they are said."""
    found = []
    for name, call in calls(ast.parse(source)):
        words = call.args[: MARKERS[name]] if name != "told" else []
        for word in words:
            ways = [word.body, word.orelse] if isinstance(word, ast.IfExp) else [word]
            found += [ast.unparse(call) for way in ways
                      if isinstance(way, ast.JoinedStr | ast.BinOp)
                      or (isinstance(way, ast.Call) and isinstance(way.func, ast.Attribute)
                          and way.func.attr in ("format", "join"))]  # fmt: skip
    return found


def odd(source: str) -> list[str]:
    """Marked words that stand there for nothing: none at all, which is a catalogue's own head, or holes by number."""
    words = [text_of(word) for name, call in calls(ast.parse(source)) for word in call.args[: MARKERS[name]]]
    return [word for word in words if word is not None and (not word or "{}" in word)]


def test_every_file_still_to_do_is_there():
    assert {name for name in TO_DO if not (ROOT / "game/debrief" / f"{name}.py").exists()} == set()
    assert {path.name for path in EVERY} >= {text.partition(":")[0] for text in NO_WORDS}


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_every_sentence_is_marked(path):
    """Single words are not found by this: "open" may be an id. Whoever writes one marks it by hand."""
    said = [f"{path.name}: {text.strip()}" for text in unmarked(path.read_text(encoding="utf-8"))]
    assert [text for text in said if text not in NO_WORDS] == []


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_the_marker_is_no_throw_away_name_where_words_are_marked(path):
    assert binds_the_marker(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", EVERY, ids=ids)
def test_what_is_marked_is_whole_and_a_translator_can_move_its_parts(path):
    source = path.read_text(encoding="utf-8")
    assert pieced(source) == []
    assert odd(source) == []


def test_this_finds_what_it_is_to_find():
    """The reading itself can fail: here are the faults that it is there for."""
    assert unmarked('x = "two words"\ny = f"{x} points"') == ["two words", " points"]
    assert unmarked('"""Not this."""\nx = _("two words")\nraise ValueError("nor this")\ny = "points"') == []
    assert unmarked('x = ngettext("{n} thing here", "{n} things here", 3)\ny = pgettext("head", "a thing")') == []
    assert unmarked('x = \'<p class="a b"><b></b></p>\'; y = \' fill="none" d="M 1"\'') == []
    assert len(unmarked('x = \'<p aria-label="Two words"></p>\'; y = "<h2>Two words</h2>"')) == 2
    assert unmarked('def f(x: "a | b") -> "c | d": ...') == []
    assert binds_the_marker("from game.language import _\nfor _ in x: pass") == [2]
    assert binds_the_marker("from game.language import _\ny = lambda _: 1") == [2]
    assert binds_the_marker("for _ in x: pass") == []
    assert pieced('_(f"{x} words")') and pieced('_("two" + words)') and pieced('_("%s words" % x)')
    assert pieced('_("{x} words".format(x=1))') and pieced('ngettext("one", f"{n} of them", n)')
    assert pieced('_("{x} words").format(x=1)') == [] == pieced("_(WORDS[key])") == pieced("told(f'{x} y')")
    assert odd('_("")') == [""] and odd('_("{} words")') == ["{} words"] and odd("_(x)") == []

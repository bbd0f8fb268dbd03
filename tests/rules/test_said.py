"""What the rules say by themselves is in one place, so that it can be said in another language."""

import ast
import re

from game.rules import said
from tests.conftest import ROOT

RULES = sorted((ROOT / "game" / "rules").glob("*.py"))


def test_all_of_it_is_handed_to_the_catalogue_once() -> None:
    texts = said.patterns()
    assert len(texts) > 25
    assert len(set(texts)) == len(texts)
    assert {said.COSTS, said.RENT, said.TRAVEL, said.SOMETHING} <= set(texts)
    assert all(text == text.strip() and text for text in texts)


def test_holes_have_names_and_are_apart() -> None:
    """A hole beside another could not be told from it in a finished sentence."""
    for text in said.patterns():
        assert re.fullmatch(r"(?:[^{}]|\{\w+\}(?!\{))*", text), text


def test_no_rule_says_anything_elsewhere() -> None:
    """A sentence in another file of the rules would be shown in English whatever is spoken."""
    found = []
    for path in RULES:
        if path.name == "said.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value:
                sentence = re.fullmatch(r"[A-Z“].* .*\.", node.value)
                found += [(path.name, node.lineno)] if sentence and not documents(path.name, node.value) else []
    assert found == []


def documents(name: str, text: str) -> bool:
    """Whether it is a docstring: those stand alone in their line, in three quotes."""
    source = (ROOT / "game" / "rules" / name).read_text(encoding="utf-8")
    return f'"""{text}"""' in source

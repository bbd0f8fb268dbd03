"""`schema`: what an editor is told about the level files."""

import json
from pathlib import Path

import pytest

from game.content import levels
from game.content.load import FOLDERS, INFO, LISTS
from game.tools.schema import all_schemas, schema


def test_every_kind_of_level_file_has_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "schemas"
    assert schema(folder) == 0
    kinds = [INFO, *LISTS, *FOLDERS]
    names = {f"{kind.removesuffix('.yaml')}.schema.json" for kind in kinds}
    assert {path.name for path in folder.iterdir()} == names
    assert f"{len(kinds)} schemas" in capsys.readouterr().out
    assert {path.name for path in levels().iterdir()} == set(kinds)


def test_files_at_the_top_are_lists_and_those_in_folders_are_one_thing() -> None:
    made = all_schemas()
    assert made["people.schema.json"]["type"] == "array"
    assert made["families.schema.json"]["type"] == "object"
    assert made["town.schema.json"]["type"] == "object"


def test_a_schema_knows_the_keys_and_lets_in_no_other() -> None:
    family = all_schemas()["families.schema.json"]
    assert family["additionalProperties"] is False
    assert {"id", "keeps", "coats"} & set(family["properties"]) == {"id", "coats"}
    assert family["properties"]["keeping"]["enum"] == ["kind", "neutral", "harmful"]


def test_the_same_schemas_are_written_each_time(tmp_path: Path) -> None:
    schema(tmp_path / "a")
    schema(tmp_path / "b")
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()
        assert json.loads(path.read_text(encoding="utf-8"))["$schema"].startswith("https://json-schema.org/")

"""`schema`: JSON Schemas of all level files, so that an editor can help while one writes."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from game.content.load import FOLDERS, INFO, LISTS
from game.model.content import PackInfo

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(folder: Path) -> int:
    """Write one schema a kind of file into `folder`, which is made if need be. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    schemas = all_schemas()
    for name, content in schemas.items():
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{len(schemas)} schemas written to {folder}")
    return 0


def all_schemas() -> dict[str, dict[str, Any]]:
    """File name -> schema. Files at the top are lists of one shape (town.yaml: one); a folder's files are one each."""
    out = {_name(INFO): _schema(PackInfo, INFO)}
    for name, (_, shape) in LISTS.items():
        out[_name(name)] = _schema(tuple[shape, ...], name)  # type: ignore[valid-type]  # made from a table
    for name, (_, shape) in FOLDERS.items():
        out[_name(name)] = _schema(shape, f"{name}/*.yaml")
    return out


def _name(kind: str) -> str:
    return f"{kind.removesuffix('.yaml')}.schema.json"


def _schema(shape: Any, title: str) -> dict[str, Any]:
    made = TypeAdapter[Any](shape).json_schema() if not _is_model(shape) else shape.model_json_schema()
    return {"$schema": DIALECT, **made, "title": f"Good Standing: {title}"}


def _is_model(shape: Any) -> bool:
    return isinstance(shape, type) and issubclass(shape, BaseModel)

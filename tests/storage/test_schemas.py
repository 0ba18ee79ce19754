import json
import runpy
import sys
from pathlib import Path
from typing import Any

import pytest

from ladder_app.storage import places, schemas
from ladder_app.storage.places import resources_folder
from ladder_app.storage.roles import shipped_roles
from ladder_app.storage.yaml_reading import PlainDocument


@pytest.mark.parametrize("name", ["role.schema.json", "assessment.schema.json"])
def test_that_the_schema_that_comes_with_the_program_is_current(name: str) -> None:
    text = schemas.schemas()[name]
    assert (resources_folder() / name).read_text(encoding="utf-8") == text, "run python -m ladder_app.storage.schemas"
    schema = json.loads(text)
    assert schema["$schema"] == schemas.DIALECT
    assert schema["required"][0] == "format"


def test_that_the_schema_names_every_key_of_the_shipped_roles() -> None:
    schema = json.loads(schemas.schemas()["role.schema.json"])
    known = names_in(schema)
    for file in shipped_roles():
        value = PlainDocument(file.path.read_text(encoding="utf-8")).value
        assert set(value) <= set(schema["properties"])
        assert {key for level in value["levels"] for key in level} <= known


def names_in(schema: Any) -> set[str]:
    return {name for part in [schema, *schema["$defs"].values()] for name in part.get("properties", ())}


def test_that_running_the_module_writes_both_schemas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "resources"
    folder.mkdir()
    monkeypatch.setattr(places, "resources_folder", lambda: folder)
    monkeypatch.delitem(sys.modules, "ladder_app.storage.schemas")
    runpy.run_module("ladder_app.storage.schemas", run_name="__main__")
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == schemas.schemas()

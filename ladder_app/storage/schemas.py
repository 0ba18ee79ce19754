"""JSON Schemas of both file formats, for editors that check and complete while one types.

`python -m ladder_app.storage.schemas` writes them to the resources.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.role import Role
from ladder_app.storage.atomic import write_atomically
from ladder_app.storage.places import resources_folder

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """The text of each schema by file name."""
    return {"assessment.schema.json": _schema(Assessment), "role.schema.json": _schema(Role)}


def write_schemas(folder: Path) -> None:
    """Write the schemas to a folder. Raises `CannotWrite`."""
    for name, text in schemas().items():
        write_atomically(folder / name, text.encode(), private=False)


def _schema(model: type[BaseModel]) -> str:
    schema = model.model_json_schema()
    # The models give `format` a default; a file has to say it.
    schema["required"] = ["format", *schema["required"]]
    return json.dumps({"$schema": DIALECT, **schema}, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    write_schemas(resources_folder())

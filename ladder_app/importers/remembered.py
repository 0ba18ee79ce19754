"""What a person decided in earlier imports, kept for the next one: about columns by the head of the sheet, about lines
by the id of the role."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ladder_app.errors import LadderError
from ladder_app.importers.columns import Columns, columns_from
from ladder_app.importers.decisions import Decision, Says
from ladder_app.storage.atomic import write_atomically
from ladder_app.storage.places import data_folder
from ladder_app.storage.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_MOST_HEADS, _MOST_ROLES = 50, 50


def _file() -> Path:
    return data_folder() / "imports.json"


def known_columns() -> list[Columns]:
    """The columns that were said to be something, the latest first."""
    found = (columns_from(value) for value in _kept().get("columns", []))
    return [columns for columns in found if columns is not None]


def remember_columns(columns: Columns) -> None:
    """Keep this for the next sheet with that head. Raises `CannotWrite`."""
    kept = _kept()
    older = [known for known in known_columns() if known.head != columns.head]
    kept["columns"] = [known.plain() for known in (columns, *older)][:_MOST_HEADS]
    _write(kept)


def known_decisions(role: str) -> tuple[Decision, ...]:
    """What was decided when the role of that id was saved."""
    values = _kept().get("decisions", {}).get(role, [])
    words = {says.value: says for says in Says}
    return tuple(
        Decision(words[value[0]], value[1], value[2], value[3])
        for value in (values if isinstance(values, list) else [])
        if isinstance(value, list) and [type(part) for part in value] == [str, int, str, str] and value[0] in words
    )


def remember_decisions(role: str, decisions: Sequence[Decision]) -> None:
    """Keep what was decided for a newer page of the role of that id. Raises `CannotWrite`."""
    kept = _kept()
    known = {name: values for name, values in kept.get("decisions", {}).items() if name != role}
    mine = {role: [[d.says.value, d.line, d.text, d.value] for d in decisions]} if decisions else {}
    kept["decisions"] = dict([*mine.items(), *known.items()][:_MOST_ROLES])
    _write(kept)


def _kept() -> dict[str, Any]:
    try:
        value = json.loads(read_text(_file()))
    except (LadderError, ValueError, RecursionError):
        return {}
    if not isinstance(value, dict):
        return {}
    shapes = {"columns": list, "decisions": dict}
    return {name: value[name] for name, shape in shapes.items() if isinstance(value.get(name), shape)}


def _write(kept: dict[str, Any]) -> None:
    _file().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_atomically(_file(), json.dumps(kept, ensure_ascii=False, indent=1).encode(), private=True)

"""What a person decided in imports, kept for the next one: about columns by the head of the sheet, about lines by the
id of the role, each role in a file of its own."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ladder_app.errors import LadderError
from ladder_app.importers.columns import Columns, columns_from
from ladder_app.importers.decisions import Decision, Says
from ladder_app.storage.atomic import make_private_folder, write_atomically
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.places import data_folder
from ladder_app.storage.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_MOST_HEADS, _MOST_ROLES = 50, 50
_OF_LINES = ".lines.json"


def imports_folder() -> Path:
    """Where it is kept; it may not exist yet."""
    return data_folder() / "imports"


def known_columns() -> list[Columns]:
    """The columns that were said to be something, the latest first."""
    found = (columns_from(value) for value in _list_in(_heads()))
    return [columns for columns in found if columns is not None]


def remember_columns(columns: Columns, disk: Disk = DISK) -> None:
    """Keep this for the next sheet with that head. Raises `CannotWrite`."""
    older = [known for known in known_columns() if known.head != columns.head]
    _write(_heads(), [known.plain() for known in (columns, *older)][:_MOST_HEADS], disk)


def known_decisions(role: str) -> tuple[Decision, ...]:
    """What was decided the last time about a page of the role of that id."""
    words = {says.value: says for says in Says}
    return tuple(
        Decision(words[value[0]], value[1], value[2], value[3])
        for value in _list_in(_lines_of(role))
        if isinstance(value, list) and [type(part) for part in value] == [str, int, str, str] and value[0] in words
    )


def remember_decisions(role: str, decisions: Sequence[Decision], disk: Disk = DISK) -> None:
    """Keep what was decided for the next page of the role of that id. Raises `CannotWrite`."""
    file = _lines_of(role)
    if decisions or file.exists():
        _write(file, [[d.says.value, d.line, d.text, d.value] for d in decisions], disk)
        _let_go_of_the_oldest(disk)


def _heads() -> Path:
    return imports_folder() / "columns.json"


def _lines_of(role: str) -> Path:
    return imports_folder() / f"{sha256(role.encode()).hexdigest()[:32]}{_OF_LINES}"


def _list_in(file: Path) -> list[Any]:
    try:
        value = json.loads(read_text(file))
    except (LadderError, ValueError, RecursionError):
        return []
    return value if isinstance(value, list) else []


def _write(file: Path, value: list[Any], disk: Disk) -> None:
    make_private_folder(file.parent, disk)
    write_atomically(file, json.dumps(value, ensure_ascii=False, indent=1).encode(), private=True, disk=disk)


def _let_go_of_the_oldest(disk: Disk) -> None:
    with suppress(OSError):
        files = sorted(imports_folder().glob("*" + _OF_LINES), key=_age)
        for file in files[:-_MOST_ROLES]:
            disk.remove(file)


def _age(file: Path) -> float:
    return file.stat().st_mtime

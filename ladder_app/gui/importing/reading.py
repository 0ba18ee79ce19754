"""What an import begins with: the source as it is read, and what is known of it from the last time. No Qt.

It is read on a thread of its own: disks take their time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ladder_app.errors import LadderError
from ladder_app.gui.importing.kinds import FOREIGN_OR_OURS
from ladder_app.importers.decisions import Says
from ladder_app.storage.patience import answered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.domain.role import Role
    from ladder_app.gui.importing.understanding import Understanding
    from ladder_app.importers.columns import Columns
    from ladder_app.importers.result import Imported
    from ladder_app.importers.sheets import Grid
    from ladder_app.storage.disk import Disk

_OURS = re.compile(rb"^format:\s*[\"']?ladder-", re.MULTILINE)
_HEAD_BYTES = 65_536
_OTHERS_WITHIN_S = 2.0
"""Files beside the source are not waited for any longer: what is known of them holds."""
_SHEETS = (".csv", ".tsv", ".xlsx")


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: `grids` of a sheet, `columns` if they were known from before; `now` with what was decided the
    last time, and the role in use that it is a newer state of. `imported` is none where the person is to say which
    column is what."""

    imported: Imported | None
    grids: list[Grid] = field(default_factory=list)
    columns: Columns | None = None
    now: Understanding | None = None
    is_ours: bool = False
    """Whether it is a role or an assessment of ours, to be opened as that."""


def read_source(path: Path) -> Read:
    """A file as it is understood, with what is known of it. Raises `LadderError`."""
    from ladder_app.errors import InvalidFile
    from ladder_app.importers.columns import fitting, import_columns
    from ladder_app.importers.remembered import known_columns
    from ladder_app.importers.sources import import_file

    if path.suffix.lower() in FOREIGN_OR_OURS and _is_ours(path):
        return Read(None, is_ours=True)
    grids = _sheets(path)
    columns = fitting(known_columns(), grids) if grids else None
    if columns is not None:
        return _known(import_columns(grids, path.name.split(".")[0], columns), grids, columns)
    try:
        return _known(import_file(path), grids, None)
    except InvalidFile:
        if not any(len(grid.rows) > 1 for grid in grids):
            raise
        return Read(None, grids)


def read_several(pages: Sequence[Path], folder: Path, is_by_level: bool) -> Read:
    """The one role that these files are, called as their folder is. Raises `LadderError`."""
    from ladder_app.importers.one_role import read_as_one

    return _known(read_as_one(pages, folder.name, is_by_level=is_by_level), [], None)


def _is_ours(path: Path) -> bool:
    from ladder_app.errors import Problem, UnreadableFile

    try:
        with path.open("rb") as file:
            return _OURS.search(file.read(_HEAD_BYTES)) is not None
    except OSError as error:
        raise UnreadableFile(Problem(error.strerror or str(error), str(path))) from error


def _sheets(path: Path) -> list[Grid]:
    from ladder_app.errors import InvalidFile, Problem, UnreadableFile
    from ladder_app.importers.columns import grids_of
    from ladder_app.storage.reading import MAX_BYTES

    if path.suffix.lower() not in _SHEETS:
        return []
    try:
        if path.stat().st_size > MAX_BYTES:
            return []
        return grids_of(path.read_bytes())
    except OSError as error:
        raise UnreadableFile(Problem(error.strerror or str(error), str(path))) from error
    except InvalidFile:
        return []  # the import says what is wrong with it


def kept_and_known(found: Imported, grids: list[Grid], columns: Columns, disk: Disk) -> tuple[Read, LadderError | None]:
    """A sheet with what is known of it, and why the columns could not be kept, if they could not."""
    from ladder_app.importers.remembered import remember_columns

    fault = None
    try:
        remember_columns(columns, disk)
    except LadderError as error:
        fault = error
    return _known(found, grids, columns), fault


def _known(imported: Imported, grids: list[Grid], columns: Columns | None) -> Read:
    """With what was decided the last time, and the role in use that it is a newer state of, if there is one."""
    from ladder_app.gui.importing.understanding import understood
    from ladder_app.importers.deciding import decided
    from ladder_app.importers.elsewhere import renewed_choice
    from ladder_app.importers.ids import slug
    from ladder_app.importers.origin import with_origin
    from ladder_app.importers.remembered import known_decisions
    from ladder_app.storage.roles import load_role, role_in_use

    imported = with_origin(imported)
    role = imported.role
    name = slug(imported.name) if role is None else role.id
    address = (role.source.url or "") if role is not None and role.source is not None else ""
    path = role_in_use(name, role.title, address) if role is not None else None
    try:
        earlier = load_role(path) if path is not None else None
    except LadderError:
        earlier = None
    known = known_decisions(name) or (known_decisions(earlier.id) if earlier is not None else ())
    said = next((decision for decision in reversed(known) if decision.says is Says.COMPARED), None)
    if said is not None:
        chosen = _role_at(Path(said.value)) if said.value else None
        if chosen is None and said.value:
            known = tuple(decision for decision in known if decision is not said)  # that role is gone
        else:
            earlier = chosen
    known = tuple(renewed_choice(decision, _other_page) for decision in known)
    result = decided(imported, known)
    holding = [decision for decision in known if decision not in result.unused]
    return Read(imported, grids, columns, understood(result.imported, holding, earlier))


def _role_at(path: Path) -> Role | None:
    """The role in a file; none where there is none, or its disk does not answer."""
    from ladder_app.storage.roles import load_role

    try:
        return answered(partial(load_role, path), _OTHERS_WITHIN_S)
    except LadderError:
        return None


def _other_page(path: Path) -> Imported:
    from ladder_app.importers.sources import import_file

    return answered(partial(import_file, path), _OTHERS_WITHIN_S)

"""What is in a folder, or in several files of one: read file by file, with word of how far that is. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ladder_app.gui.importing.kinds import is_ladder
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from ladder_app.importers.folder import FromFile

MOST_FILES = 1000
_PDF = ".pdf"
_ROLES = (".role.yaml", ".role.yml")
_LONGEST_NAME = 60


@dataclass(slots=True)
class Progress:
    """How far a look is: said by the thread that looks, and read by the window."""

    done: int = 0
    of: int = 0
    name: str = ""
    is_given_up: bool = False
    """Whether nobody waits for it any more."""

    def say(self, done: int, of: int, name: str) -> None:
        """The file of this name is the next one."""
        self.done, self.of, self.name = done, of, name

    @property
    def words(self) -> str:
        """`3 of 12 – baker.md`; nothing before the first file."""
        half = _LONGEST_NAME // 2
        name = self.name if len(self.name) <= _LONGEST_NAME else f"{self.name[:half]}…{self.name[-half:]}"
        return f"{self.done} of {self.of} – {isolated(name)}" if self.of else ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found in a folder, or in files of one.

    `pages` are those that can be read as one role, in order; `is_one` says that they seem to be that. `ladders` are
    files that hold a role each; `people` counts the assessments, `roles` the role files, which are opened and not
    imported.
    """

    folder: Path
    is_folder: bool
    files: tuple[FromFile, ...] = ()
    pages: tuple[Path, ...] = ()
    is_one: bool = False
    is_by_level: bool = True
    people: int = 0
    roles: int = 0

    @property
    def ladders(self) -> tuple[FromFile, ...]:
        return tuple(file for file in self.files if file.imported is not None and file.imported.role is not None)

    @property
    def readable(self) -> tuple[FromFile, ...]:
        """The files that could be read, with a role or without: a person may say where its levels are."""
        return tuple(file for file in self.files if file.imported is not None)


def looked_into(paths: tuple[Path, ...], folder: Path, progress: Progress, *, is_folder: bool) -> Gathered:
    """What these are. Raises `LadderError`; what was given up is not looked into any further."""
    from ladder_app.errors import InvalidFile, Problem
    from ladder_app.importers.folder import files_in, joined, read_files
    from ladder_app.storage.team import SUFFIXES, team_files

    inside = team_files(folder, (*SUFFIXES, _PDF, *_ROLES)) if is_folder else []
    wanted = [path for path in files_in(paths) if is_ladder(path)]
    if len(wanted) > MOST_FILES:
        message = f"There are {len(wanted)} files in it that could be ladders; {MOST_FILES} are read at most."
        raise InvalidFile(Problem(message, str(folder)))
    pdfs = [path for path in inside if path.name.lower().endswith(_PDF)]
    roles = sum(path.name.lower().endswith(_ROLES) for path in inside)
    people = len(inside) - len(pdfs) - roles
    files: list[FromFile] = []
    for number, path in enumerate((*wanted, *pdfs), 1):
        if progress.is_given_up:
            break
        progress.say(number, len(wanted) + len(pdfs), path.name)
        if number > len(wanted):
            people += _may_be_somebody(path)
        else:
            files += read_files([path])
    return _understood(Gathered(folder, is_folder, tuple(joined(files)), people=people, roles=roles))


def _may_be_somebody(pdf: Path) -> bool:
    """Whether a PDF carries an assessment; who can tell of a locked one?"""
    from ladder_app.errors import LadderError, LockedFile
    from ladder_app.report.pdf.embedded import assessment_if_any

    try:
        return bool(assessment_if_any(pdf))
    except LockedFile:
        return True
    except LadderError:
        return False


def _understood(found: Gathered) -> Gathered:
    """With the pages that can be read together, in order."""
    from ladder_app.importers.level_order import in_order
    from ladder_app.importers.one_role import can_be_part, together

    group = max(together(found.files), key=_size, default=None)
    if group is not None:
        return replace(found, pages=group.pages, is_one=True, is_by_level=group.is_by_level)
    parts = [(file.path, file.imported) for file in found.ladders if can_be_part(file)]
    pages = [(path, part.role) for path, part in parts if part is not None and part.role is not None]
    order = in_order([role.levels[0].title for _, role in pages])
    is_by_level = all(len(role.levels) == 1 for _, role in pages)
    return replace(found, pages=tuple(pages[i][0] for i in order), is_by_level=is_by_level)


def _size(group: object) -> int:
    return len(getattr(group, "pages", ()))

"""What is found behind a path that is to be opened: looked at beside the window, since its disk may be far away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder_app.storage.assessments import load_assessment
from ladder_app.storage.file_stamp import FileStamp, file_stamp
from ladder_app.storage.lock import DocumentLock

if TYPE_CHECKING:
    from pathlib import Path

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.role import Role
    from ladder_app.storage.life import Life
    from ladder_app.storage.lock import Holder

_ROLE_FILES = (".role.yaml", ".role.yml")


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A role, to start an assessment from."""

    path: Path
    role: Role


@dataclass(frozen=True, slots=True)
class FoundPdf:
    """A PDF that carries an assessment."""

    path: Path
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class FoundFile:
    """An assessment in a file of its own, as it was at that `stamp`, and which other Ladder has it open."""

    path: Path
    assessment: Assessment
    stamp: FileStamp
    holder: Holder | None = None


Found = FoundRole | FoundPdf | FoundFile


def look_into(path: Path, life: Life) -> Found:
    """Read what is there. Raises `LockedFile` for a PDF with a passphrase, and other `FileError`s."""
    from ladder_app.gui.carried import carried_assessment, is_pdf

    if path.name.endswith(_ROLE_FILES):
        from ladder_app.storage.roles import load_role

        return FoundRole(path, load_role(path))
    if is_pdf(path):
        return FoundPdf(path, carried_assessment(path))
    return look_into_assessment(path, life)


def look_into_assessment(path: Path, life: Life) -> FoundFile:
    """Read an assessment that has a file of its own. Raises `FileError`."""
    # Whoever writes it while it is read is noticed: the stamp is then an older one.
    stamp = file_stamp(path)
    assessment = load_assessment(path)
    return FoundFile(path, assessment, stamp, DocumentLock(path, life).holder())

"""What is wrong with a file, for those who keep role files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.role import Role
from ladder_app.domain.role_warnings import role_warnings
from ladder_app.errors import FileError, Problem
from ladder_app.storage.migrations import ROLE
from ladder_app.storage.positions import Lines
from ladder_app.storage.reading import SourceText, read_text
from ladder_app.storage.yaml_reading import PlainDocument

if TYPE_CHECKING:
    from pathlib import Path


def problems_in(path: Path) -> tuple[Problem, ...]:
    """Every fault in a role or assessment file, in file order; none if it is good. Its `format:` says what it is."""
    try:
        source = SourceText(read_text(path), str(path))
        kind = source.kind()
        source.as_model(Role if kind == ROLE else Assessment, kind)
    except FileError as error:
        return error.problems
    return ()


def warnings_in(path: Path) -> tuple[Problem, ...]:
    """What deserves a look in a role file but is no fault, in file order; none for other files and broken ones."""
    try:
        text = read_text(path)
        source = SourceText(text, str(path))
        if source.kind() != ROLE:
            return ()
        role = source.as_model(Role, ROLE)
    except FileError:
        return ()
    positions, lines = PlainDocument(text).positions, Lines(text)
    found = sorted((positions.find(warning.path), warning.message) for warning in role_warnings(role))
    return tuple(Problem(f"warning: {message}", str(path), *lines.place(index)) for index, message in found)

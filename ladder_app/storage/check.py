"""What is wrong with a file, for those who keep role files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.role import Role
from ladder_app.errors import FileError, Problem
from ladder_app.storage.migrations import ROLE
from ladder_app.storage.reading import SourceText, read_text

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

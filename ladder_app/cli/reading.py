"""The commands that only read: roles, check, readiness."""

import argparse
import sys
from typing import TYPE_CHECKING

from ladder_app.cli.failures import complain

if TYPE_CHECKING:
    from pathlib import Path


def roles(_: argparse.Namespace) -> int:
    """List the shipped roles, each with its levels."""
    from ladder_app.domain.role import Role
    from ladder_app.storage.roles import shipped_roles

    def lines(name: str, role: Role) -> str:
        width = max(len(level.id) for level in role.levels)
        levels = [f"    {level.id:{width}}  {_level_words(level.title, level.grade)}" for level in role.levels]
        return "\n".join([f"{name}  –  {role.title}", *levels])

    sys.stdout.write("\n\n".join(lines(file.id, file.load()) for file in shipped_roles()) + "\n")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Say every fault of every file on standard error."""
    from ladder_app.storage.check import problems_in

    files: list[Path] = arguments.files
    found = [problem for file in files for problem in problems_in(file)]
    if found:
        complain(*(str(problem) for problem in found))
        return 1
    sys.stdout.write("No faults.\n" if len(files) == 1 else f"{len(files)} files, no faults.\n")
    return 0


def readiness(arguments: argparse.Namespace) -> int:
    """Print the readiness report, or its figures as JSON."""
    from ladder_app.cli.choosing import level_id
    from ladder_app.storage.assessments import load_assessment

    assessment = load_assessment(arguments.file)
    level = level_id(assessment.role, arguments.level)
    raise NotImplementedError(level)


def _level_words(title: str, grade: int | None) -> str:
    return title if grade is None else f"{title}, grade {grade}"

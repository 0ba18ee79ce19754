"""The commands that only read: roles, check, readiness."""

import argparse
import os
import shutil
import sys
from datetime import date
from typing import TYPE_CHECKING

from ladder_app.cli.failures import complain
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from pathlib import Path


def roles(_: argparse.Namespace) -> int:
    """List the shipped roles, each with its levels."""
    from ladder_app.domain.role import Role
    from ladder_app.storage.roles import shipped_roles

    def lines(name: str, role: Role) -> str:
        width = max(len(level.id) for level in role.levels)
        levels = [f"    {level.id:{width}}  {_level_words(level.title, level.grade)}" for level in role.levels]
        return "\n".join([f"{name}  –  {isolated(role.title)}", *levels])

    sys.stdout.write("\n\n".join(lines(file.id, file.load()) for file in shipped_roles()) + "\n")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Say every fault and every warning of every file on standard error; warnings alone are no failure."""
    from ladder_app.storage.check import problems_in, warnings_in

    files: list[Path] = arguments.files
    faulty = False
    for file in files:
        found, warnings = problems_in(file), warnings_in(file)
        complain(*(str(problem) for problem in (*found, *warnings)))
        faulty = faulty or bool(found or (warnings and arguments.strict))
    if faulty:
        return 1
    sys.stdout.write("No faults.\n" if len(files) == 1 else f"{len(files)} files, no faults.\n")
    return 0


def readiness(arguments: argparse.Namespace) -> int:
    """Print the readiness report, or its figures as JSON."""
    from ladder_app.cli.choosing import level_id
    from ladder_app.cli.opening import opened

    assessment = opened(arguments.file)
    level = level_id(assessment.role, arguments.level)
    if arguments.json:
        from ladder_app.domain.readiness import readiness as readiness_of
        from ladder_app.report.json_export import json_text, readiness_json

        show_json(json_text(readiness_json(readiness_of(assessment, level, arguments.rater))))
        return 0
    from ladder_app.report.content import report
    from ladder_app.report.terminal import terminal

    said = report(assessment, date.today(), level=level, rater=arguments.rater)
    width = shutil.get_terminal_size((80, 24)).columns
    sys.stdout.write(terminal(said, width=width, encoding=sys.stdout.encoding, colour=_in_colour()))
    return 0


def show_json(text: str) -> None:
    """Write JSON to standard output; what its encoding lacks is escaped, so that it stays the same JSON."""
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        import json

        text = json.dumps(json.loads(text), indent=2) + "\n"
    sys.stdout.write(text)


def _in_colour() -> bool:
    """Only for a person at a terminal that has not been told otherwise (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _level_words(title: str, grade: int | None) -> str:
    return isolated(title) if grade is None else f"{isolated(title)}, grade {grade}"

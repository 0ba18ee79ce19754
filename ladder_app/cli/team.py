"""The command for a manager with a folder of assessments."""

import argparse
import os
import shutil
import sys
from datetime import date
from typing import TYPE_CHECKING

from ladder_app.cli.failures import complain

if TYPE_CHECKING:
    from pathlib import Path

    from ladder_app.report.team.tables import Row
    from ladder_app.storage.team import Team


def team(arguments: argparse.Namespace) -> int:
    """Print the team's table, or write it; the files that cannot be read are said at the end."""
    from ladder_app.report.pdf.embedded import assessment_if_any
    from ladder_app.report.team.words import by_name
    from ladder_app.storage.team import TeamReader

    found = TeamReader(arguments.folder, assessment_if_any).read(_progress)
    if found is None:
        return 1
    rows = by_name(found.people)
    if arguments.csv is not None:
        from ladder_app.report.team.tables import csv_bytes

        _write(csv_bytes(rows), arguments.csv, force=arguments.force)
    if arguments.pdf is not None:
        from ladder_app.cli.failures import complain_of_missing
        from ladder_app.cli.paper import customary_paper
        from ladder_app.report.pdf.team import team_missing, team_pdf

        members = [member for _, member in rows]
        name = arguments.folder.resolve().name or "Team"
        content = team_pdf(name, members, found.problems, date.today(), customary_paper(os.environ))
        _write(content, arguments.pdf, force=arguments.force)
        complain_of_missing(team_missing(name, members, found.problems))
    _show(found, rows, arguments)
    complain(*(str(problem) for problem in found.problems))
    return 1 if found.problems else 0


def _show(found: "Team", rows: "list[Row]", arguments: argparse.Namespace) -> None:
    from ladder_app.report.team.tables import team_json, team_json_lines

    if arguments.jsonl:
        for line in team_json_lines(rows):
            sys.stdout.write(line)
    elif arguments.json:
        from ladder_app.cli.reading import show_json
        from ladder_app.report.json_export import json_text

        show_json(json_text(team_json(str(found.folder), rows, found.problems)))
    elif arguments.csv is None and arguments.pdf is None:
        from ladder_app.report.team.terminal import team_text
        from ladder_app.report.team.words import summary_words

        summary = summary_words(len(rows), found.unread, found.older_copies)
        width = shutil.get_terminal_size((110, 24)).columns
        sys.stdout.write(team_text(rows, summary, date.today(), width=width, encoding=sys.stdout.encoding))


def _write(content: bytes, file: "Path", *, force: bool) -> None:
    from ladder_app.errors import CannotWrite, Problem
    from ladder_app.storage.atomic import write_atomically

    if file.is_file() and not force:
        raise CannotWrite(Problem("There is a file of that name; --force replaces it.", str(file)))
    write_atomically(file, content, private=True)
    complain(f"Wrote {file}")


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty() and of:
        sys.stderr.write(f"\r{done} of {of}" + ("\n" if done == of else ""))
        sys.stderr.flush()

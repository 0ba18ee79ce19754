"""The arguments of every command, and its help."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn, TypeAlias

from ladder_app import __version__
from ladder_app.cli import importing, journal, merging, reading, team, writing

_EXAMPLES = """\
examples:
  ladder-app                                        open the window
  ladder-app mine.assessment.yaml                   open it on a file
  ladder-app roles                                  see which roles there are
  ladder-app new --role engineering-productivity-manager --person "Sample Engineer" \\
      --current engineering-manager -o mine.assessment.yaml
  ladder-app rate mine.assessment.yaml recruit-talent 3
  ladder-app log mine.assessment.yaml "yesterday moved the last team, build 40 min → 9 min https://…"
  ladder-app readiness mine.assessment.yaml         how ready, and what stands in the way
  ladder-app export mine.assessment.yaml -o talk.pdf
  ladder-app export mine.assessment.yaml -o talk.pdf --force    once more, in its place
  ladder-app export mine.assessment.yaml -o form.pdf --preset fillable
  ladder-app export mine.assessment.yaml -o plan.ics            the open actions for a calendar
  ladder-app export mine.assessment.yaml -o plan.md --preset plan    the plan as a checklist
  ladder-app merge mine.assessment.yaml form-filled.pdf         take the manager's answers back

Every command has its own --help. Exit status: 0 done, 1 the input is at fault, 2 wrong usage.
"""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line and where the help is."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {message}\nSee {self.prog} --help.\n")
        sys.exit(2)


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; the parsed `command` is the function that does it."""
    root = _Parser(
        prog="ladder-app",
        usage="ladder-app [FILE]\n       ladder-app COMMAND …",
        description="Career conversations: rate yourself against a role, see how ready you are and why, export a PDF.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    root.add_argument("--version", action="version", version=f"Ladder {__version__}")
    commands = root.add_subparsers(title="commands", metavar="COMMAND", required=True, prog=root.prog)
    _roles(commands)
    _new(commands)
    _rate(commands)
    _log(commands)
    _check(commands)
    _import(commands)
    _readiness(commands)
    _export(commands)
    _merge(commands)
    _team(commands)
    return root


def _command(commands: _Commands, name: str, purpose: str) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=purpose,
        description=f"{purpose[0].upper()}{purpose[1:]}.",
        allow_abbrev=False,
    )


def _roles(commands: _Commands) -> None:
    command = _command(commands, "roles", "list the roles that come with Ladder, with their levels")
    command.set_defaults(command=reading.roles)


def _new(commands: _Commands) -> None:
    command = _command(commands, "new", "start an assessment")
    command.add_argument("--role", required=True, metavar="ROLE", help="the id of a role, or a role file")
    command.add_argument("--person", required=True, type=_text, metavar="NAME", help="whose assessment it is")
    command.add_argument("--current", metavar="LEVEL", help="the level the person is at")
    command.add_argument("--target", metavar="LEVEL", help="the level aimed for (default: the one after the current)")
    command.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="NAME.assessment.yaml")
    command.add_argument("--force", action="store_true", help="replace a file that is there")
    command.set_defaults(command=writing.new)


def _rate(commands: _Commands) -> None:
    command = _command(commands, "rate", "rate one criterion")
    command.usage = (
        "ladder-app rate FILE CRITERION STEP\n"
        "       ladder-app rate FILE CRITERION --clear\n"
        "       ladder-app rate FILE CRITERION --not-applicable REASON"
    )
    command.add_argument("file", type=Path, metavar="FILE", help="an assessment")
    command.add_argument(
        "criterion", metavar="CRITERION", help="its id, as the role file spells it and readiness --json lists it"
    )
    command.add_argument("step", nargs="?", metavar="STEP", help="the number or the label of a step: 3, or Meets")
    command.add_argument("--clear", action="store_true", help="make it unrated again")
    command.add_argument("--not-applicable", type=_text, metavar="REASON", help="leave it out of the sum, and say why")
    command.set_defaults(command=writing.rate, usage_error=command.error)


def _log(commands: _Commands) -> None:
    command = _command(commands, "log", "add evidence: what you achieved, in a line")
    command.usage = (
        "ladder-app log FILE TEXT [--date DAY] [--link URL] [--result TEXT] [--criterion ID] …\n"
        "       ladder-app log FILE --git FOLDER [--author NAME] [--since DAY] [--take HASH …] [--criterion ID] …"
    )
    command.epilog = (
        "A date at the beginning or the end of TEXT (yesterday, 3 Nov, 2026-11-03), a web address and a figure that "
        "moved (40 min → 9 min, or ->) are understood. Without --criterion it is attached later, in the window."
    )
    command.add_argument("file", type=Path, metavar="FILE", help="an assessment")
    command.add_argument("text", nargs="?", type=_text, metavar="TEXT", help="what you achieved")
    command.add_argument(
        "--date", type=_day, metavar="DAY", help="when: 2026-11-03 (default: what TEXT says, or today)"
    )
    command.add_argument("--link", type=_text, metavar="URL", help="where it can be seen")
    command.add_argument("--result", type=_text, metavar="TEXT", help="what came of it")
    command.add_argument(
        "--criterion", action="append", default=[], metavar="ID", help="what it supports; may be given several times"
    )
    command.add_argument("--git", type=Path, metavar="FOLDER", help="list your commits; * marks what is logged already")
    command.add_argument(
        "--author", type=_text, metavar="NAME", help="whose commits (default: yours, as Git knows you)"
    )
    command.add_argument("--since", type=_day, metavar="DAY", help="from when on (default: when the cycle was opened)")
    command.add_argument("--take", nargs="+", default=[], metavar="HASH", help="log these commits, an entry for each")
    command.set_defaults(command=journal.log, usage_error=command.error)


def _check(commands: _Commands) -> None:
    command = _command(commands, "check", "find the faults of role and assessment files")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a role or an assessment")
    command.add_argument("--strict", action="store_true", help="warnings about roles count as faults")
    command.set_defaults(command=reading.check)


def _import(commands: _Commands) -> None:
    command = _command(commands, "import", "make role files of the ladders that companies publish")
    command.add_argument(
        "sources", nargs="+", type=Path, metavar="SOURCE", help="a page, YAML, a spreadsheet, or a folder of them"
    )
    command.add_argument("-o", "--output", type=Path, metavar="OUT", help="ROLE.role.yaml, or a folder for several")
    command.add_argument("--json", action="store_true", help="the role and where each line went, for programs")
    command.add_argument(
        "--one-role", action="store_true", help="pages of a folder that hold a level or a competency each are one role"
    )
    command.add_argument("--force", action="store_true", help="replace files that are there")
    command.set_defaults(command=importing.import_, usage_error=command.error)


def _readiness(commands: _Commands) -> None:
    command = _command(commands, "readiness", "say how ready the person is, and what stands in the way")
    command.add_argument("file", type=Path, metavar="FILE", help="an assessment, or a PDF that carries one")
    _whose(command)
    command.add_argument("--json", action="store_true", help="for programs")
    command.set_defaults(command=reading.readiness)


def _export(commands: _Commands) -> None:
    command = _command(commands, "export", "write the document for the conversation")
    command.add_argument("file", type=Path, metavar="FILE", help="an assessment, or a PDF that carries one")
    command.add_argument(
        "-o", "--output", required=True, type=Path, metavar="OUT", help="ends in .pdf, .md, .json or .ics"
    )
    command.add_argument("--force", action="store_true", help="replace a file that is there")
    command.add_argument(
        "--preset",
        choices=("full", "summary", "conversation", "promotion", "fillable", "plan"),
        default="full",
        help="all of it, one page, for the conversation, a promotion case, to be filled in, or the plan alone",
    )
    command.add_argument("--paper", choices=("a4", "letter"), help="of the PDF (default: what your country uses)")
    command.add_argument("--no-data", action="store_true", help="a PDF without the assessment inside it")
    command.add_argument(
        "--no-evidence", action="store_true", help="pages without the texts of the evidence; the data inside keeps them"
    )
    command.add_argument("--no-inherited", action="store_true", help="without the criteria of the levels it extends")
    command.add_argument("--with-notes", action="store_true", help="with your private notes")
    lock = command.add_mutually_exclusive_group()
    lock.add_argument("--lock", action="store_true", help="lock the PDF with a passphrase that is asked for (no PDF/A)")
    lock.add_argument("--passphrase-file", type=Path, metavar="FILE", help="lock the PDF with the first line of FILE")
    _whose(command)
    command.set_defaults(command=writing.export, usage_error=command.error)


def _merge(commands: _Commands) -> None:
    command = _command(commands, "merge", "take a review into an assessment, once you have seen what changes")
    command.add_argument("file", type=Path, metavar="FILE", help="the assessment")
    command.add_argument(
        "review", type=Path, metavar="REVIEW", help="a filled PDF, or a copy of the assessment with reviews"
    )
    command.add_argument("--yes", action="store_true", help="take it over without asking")
    command.add_argument("--reviewer", type=_text, metavar="NAME", help="whose review it is, if the PDF has no name")
    command.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="unlock the PDF with the first line of FILE"
    )
    command.set_defaults(command=merging.merge, usage_error=command.error)


def _team(commands: _Commands) -> None:
    command = _command(commands, "team", "show how the people of a folder of assessments stand")
    command.add_argument("folder", type=Path, metavar="FOLDER", help="assessments, also in the folders inside it")
    command.add_argument("--csv", type=Path, metavar="OUT", help="write the table for a spreadsheet")
    command.add_argument("--pdf", type=Path, metavar="OUT", help="write the table and the map of areas")
    command.add_argument("--force", action="store_true", help="replace a file that is there")
    shape = command.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="all of it as one value, for programs")
    shape.add_argument("--jsonl", action="store_true", help="one line of JSON for each person")
    command.set_defaults(command=team.team)


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{value}” is no day such as 2026-11-03") from None


def _text(value: str) -> str:
    """A text that a file can hold: not blank, and characters all through."""
    if not value.strip():
        raise argparse.ArgumentTypeError("must not be empty")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise argparse.ArgumentTypeError("holds bytes that are no characters in this terminal's encoding")
    return value.strip()


def _whose(command: argparse.ArgumentParser) -> None:
    command.add_argument("--level", metavar="LEVEL", help="id or grade of a level (default: the one aimed for)")
    command.add_argument("--rater", default="self", metavar="NAME", help="self (default), agreed, or a reviewer")

"""Running one command: arguments in, its exit status out."""

import io
import os
import sys

from ladder_app.cli.arguments import parser
from ladder_app.cli.names import COMMANDS
from ladder_app.cli.plain_characters import PLAIN
from ladder_app.errors import Problem, UnreadableFile, did_you_mean


def run(asked: list[str]) -> int:
    """Do what the arguments ask for and see that its output arrives."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=PLAIN)
    status = _run(asked)
    sys.stdout.flush()
    return status


def _run(asked: list[str]) -> int:
    parse = parser()
    try:
        if not asked[0].startswith("-") and asked[0] not in COMMANDS:
            if len(asked) == 1 and _looks_like_a_file(asked[0]):
                raise UnreadableFile(Problem("There is no such file.", asked[0]))
            parse.error(_neither_file_nor_command(asked))
        arguments = parse.parse_args(asked)
        status: int = arguments.command(arguments)
    except SystemExit as end:  # argparse ends the process after help and on wrong usage
        return end.code if isinstance(end.code, int) else 0
    return status


def _looks_like_a_file(argument: str) -> bool:
    """Whether it was meant for a file, though there is none: no command has a dot or a slash in it."""
    return any(sign in argument for sign in (".", "/", os.sep))


def _neither_file_nor_command(asked: list[str]) -> str:
    hint = did_you_mean(asked[0], COMMANDS) or f" The commands are {', '.join(COMMANDS)}."
    what = "no command" if len(asked) > 1 else "neither a file nor a command"
    return f"there is {what} “{asked[0]}”.{hint}"

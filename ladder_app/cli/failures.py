"""What is said when something goes wrong: one line or a few on standard error, never a trace."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from ladder_app.errors import LadderError

AT_FAULT = 1


def failed(error: Exception) -> int:
    """Say what went wrong; gives the exit status."""
    if isinstance(error, BrokenPipeError):
        # Whoever read our output has had enough. Nothing may be flushed to it at exit.
        silence(sys.stdout.fileno())
    elif isinstance(error, LadderError):
        complain(*(str(problem) for problem in error.problems))
    elif isinstance(error, OSError) and error.filename is None:
        complain(f"The output could not be written: {error.strerror or error}.")
        silence(sys.stdout.fileno())
    else:
        complain(
            f"Something went wrong inside Ladder ({type(error).__name__}: {error}).",
            "Your files are as they were. Please report this with the command you gave; "
            "with LADDER_DEBUG=1 in the environment it shows where it happened.",
        )
    return AT_FAULT


def complain(*lines: str) -> None:
    """Write lines to standard error, whatever characters it can show; what they quote keeps its own direction."""
    from ladder_app.markup import isolated_quotations

    with suppress(OSError, ValueError):
        sys.stderr.write("".join(f"{isolated_quotations(line)}\n" for line in lines))
        sys.stderr.flush()


def complain_of_missing(characters: Sequence[str]) -> None:
    """Name the characters that a PDF shows as empty boxes; silent where there are none."""
    from ladder_app.report.characters import character_name

    if characters:
        complain(
            "No font on this computer has these characters; each prints as an empty box:",
            *(f"  {character} {character_name(character)}" for character in characters),
        )


def silence(descriptor: int) -> None:
    """Let everything still to be written to a stream vanish."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)

"""The command line: opens the window, or does one job without it.

This module decides which of the two, and imports next to nothing to do so: what it imports, every
start of the window waits for.
"""

import os
import sys
from collections.abc import Sequence

from ladder_app.cli.names import COMMANDS

DONE = 0
AT_FAULT = 1
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments (those of the process unless given) ask for; gives the exit status.

    0 is done, 1 means that the input is at fault, 2 wrong usage; all that goes wrong is said on
    standard error in one line or a few. With `LADDER_DEBUG=1` in the environment an error inside
    Ladder shows its trace.
    """
    if getattr(sys, "frozen", False):
        # A packaged program starts itself again for every further process, which has to turn off here.
        from multiprocessing import freeze_support

        freeze_support()
    asked = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _do(asked)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("LADDER_DEBUG") == "1":
            raise
        from ladder_app.cli.failures import failed

        return failed(error)


def _do(asked: list[str]) -> int:
    if not asked or (len(asked) == 1 and _is_file(asked[0])):
        from ladder_app.cli.window import open_window

        return open_window(asked[0] if asked else None)
    from ladder_app.cli.run import run

    return run(asked)


def _is_file(argument: str) -> bool:
    """Whether it names a file to open; a file called as a command is `./check`."""
    return not argument.startswith("-") and argument not in COMMANDS and os.path.lexists(argument)

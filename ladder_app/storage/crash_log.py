"""What is written down when something inside Ladder goes wrong: where in the program, and nothing of the person's.

The words of an error may hold a name or a note, and a path holds the name of a home folder; so neither is kept.
"""

from __future__ import annotations

import faulthandler
import os
import re
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ladder_app import __version__
from ladder_app.errors import CannotWrite
from ladder_app.storage.atomic import make_private_folder
from ladder_app.storage.life import is_running
from ladder_app.storage.places import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from ladder_app.storage.life import Life

_PACKAGE = Path(__file__).parent.parent
_LARGEST_LOG_BYTES = 200_000
_OLDER_LOGS = 3
_LARGEST_FAULT_BYTES = 100_000
_IN_FAULT = re.compile(r'File "([^"]*)"')


def logs_folder() -> Path:
    """Where logs are; it may not exist yet."""
    return data_folder() / "logs"


def log_file() -> Path:
    """The log that is being written; older ones have a number behind their name."""
    return logs_folder() / "ladder.log"


def report_of(error: BaseException) -> str:
    """What may be told about an error: its kind and causes, the lines of Ladder's own code, the versions."""
    lines = [f"Ladder {__version__}, Python {sys.version.split()[0]}, {sys.platform}"]
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        lines.append(("" if at is error else "after ") + f"{type(at).__module__}.{type(at).__qualname__}")
        lines += [f"  {place}" for place in _places(at.__traceback__)]
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return "\n".join(lines) + "\n"


def log(report: str) -> None:
    """Add a report to the log. Raises nothing."""
    with suppress(OSError, CannotWrite):
        make_private_folder(logs_folder())
        _rotate()
        entry = f"{datetime.now(UTC).isoformat(timespec='seconds')} {report}\n"
        descriptor = os.open(log_file(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "ab") as file:
            file.write(entry.encode(errors="replace"))


class FaultLog:
    """The file into which the interpreter writes where it was when the whole process breaks down."""

    def __init__(self, life: Life) -> None:
        self._path = logs_folder() / f"fault-{life.token}.txt"
        self._file: BinaryIO | None = None

    def start(self) -> None:
        """Write there from now on. Raises nothing; without a log the program runs all the same."""
        with suppress(OSError, CannotWrite):
            make_private_folder(logs_folder())
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            self._file = os.fdopen(descriptor, "wb")
            faulthandler.enable(self._file)

    def end(self) -> None:
        """The program ends as it should: nothing is to be told. Ending twice is no fault."""
        file, self._file = self._file, None
        if file is not None:
            faulthandler.disable()
            file.close()
            with suppress(OSError):
                self._path.unlink()


def faults_left() -> tuple[str, ...]:
    """What Ladders that broke down wrote, once each, without anything of the person's; in the log from now on.

    Raises nothing.
    """
    found = []
    for path in sorted(logs_folder().glob("fault-*.txt")):
        if is_running(path.stem.removeprefix("fault-")):
            continue
        with suppress(OSError):
            with path.open("rb") as file:
                text = file.read(_LARGEST_FAULT_BYTES).decode(errors="replace")
            path.unlink()
            if text.strip():
                report = _IN_FAULT.sub(_without_folder, text)
                log(report)
                found.append(report)
    return tuple(found)


def _places(traceback: TracebackType | None) -> Iterator[str]:
    """The places of a traceback in Ladder's own code; what lies between in one word."""
    foreign = 0
    while traceback is not None:
        code = traceback.tb_frame.f_code
        own = _own_path(code.co_filename)
        if own is None:
            foreign += 1
        else:
            if foreign:
                yield f"({foreign} elsewhere)"
            foreign = 0
            yield f"{own}:{traceback.tb_lineno} {code.co_name}"
        traceback = traceback.tb_next
    if foreign:
        yield f"({foreign} elsewhere)"


def _own_path(file: str) -> str | None:
    path = Path(file)
    return path.relative_to(_PACKAGE.parent).as_posix() if path.is_relative_to(_PACKAGE) else None


def _without_folder(found: re.Match[str]) -> str:
    file = found.group(1)
    return f'File "{_own_path(file) or Path(file).name}"'


def _rotate() -> None:
    """Make room: the log becomes number 1, number 1 number 2, and the last goes."""
    log = log_file()
    if not log.exists() or log.stat().st_size < _LARGEST_LOG_BYTES:
        return
    for number in range(_OLDER_LOGS - 1, 0, -1):
        older = log.with_name(f"{log.name}.{number}")
        if older.exists():
            older.replace(log.with_name(f"{log.name}.{number + 1}"))
    log.replace(log.with_name(f"{log.name}.1"))

"""Which files an assessment was kept in: a small list beside its versions, so that each is known to be of which file.

A version carries a mark for its file in its own name; this says which file has that mark. So it is written when a
file is new to it, or was not seen for an hour, and no save waits for more than that.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ladder_app.errors import CannotWrite, LadderError
from ladder_app.storage.atomic import make_private_folder, write_atomically
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_FILES = 20
_NAME = "files.json"
_SEEN_AGAIN = timedelta(hours=1)


class KeptFiles:
    """The files of which there are versions in a folder."""

    def __init__(self, folder: Path, disk: Disk = DISK) -> None:
        self._folder = folder
        self._disk = disk

    def by_mark(self) -> dict[str, Path]:
        """Each file by the mark that its versions carry. Raises nothing."""
        return {mark_of(path): path for path in self.seen()}

    def seen(self) -> dict[Path, datetime]:
        """When a version of each file was kept last, to the hour, in UTC; the latest first. Raises nothing."""
        found = sorted(self._read(), key=_when, reverse=True)
        return dict(found[:MOST_FILES])

    def see(self, path: Path, now: datetime) -> None:
        """A version of this file is being kept. Raises nothing: without its name it is still a version."""
        seen, path = self.seen(), absolute(path)
        last = seen.get(path)
        if last is not None and abs(now - last) < _SEEN_AGAIN:
            return
        latest = sorted((*seen.items(), (path, now)), key=_when)[-MOST_FILES:]
        content = {"files": [[str(each), when.isoformat()] for each, when in dict(latest).items()]}
        with suppress(CannotWrite):
            make_private_folder(self._folder, self._disk)
            file = self._folder / _NAME
            write_atomically(file, json.dumps(content).encode(), private=True, durable=False, disk=self._disk)

    def _read(self) -> Iterator[tuple[Path, datetime]]:
        try:
            said: Any = json.loads(read_text(self._folder / _NAME))
        except (LadderError, ValueError, RecursionError):
            return
        entries = said.get("files") if isinstance(said, dict) else None
        for entry in entries if isinstance(entries, list) else ():
            match entry:
                case [str() as path, str() as when]:
                    with suppress(ValueError, OverflowError):
                        yield Path(path), datetime.fromisoformat(when).astimezone(UTC)


def absolute(path: Path) -> Path:
    """The path as it is known everywhere on this machine; a link keeps the name the person knows."""
    return Path(os.path.abspath(path))  # noqa: PTH100 – resolving would follow the link


def mark_of(path: Path) -> str:
    """What the names of a file's versions carry."""
    return hashlib.sha256(os.fsencode(absolute(path))).hexdigest()[:12]


def _when(seen: tuple[Path, datetime]) -> datetime:
    return seen[1]

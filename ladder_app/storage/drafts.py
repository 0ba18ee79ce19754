"""What stands half typed in forms: kept apart from every assessment, and there for the next start.

A file of drafts belongs to the Ladder that wrote it (see `life`); those of one that has ended are left for whoever
opens the assessment next.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ladder_app.storage.atomic import make_private_folder, write_atomically
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.life import Life, is_running
from ladder_app.storage.places import data_folder

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from pathlib import Path

_SUFFIX = ".drafts.json"
_CLOSED = "closed"

Values = dict[str, str]
"""What stands in the fields of one form, by their names."""


def form_of(key: str) -> str:
    """The form of a draft: of several that were left in one, each but the first has a number behind it."""
    return key.partition("\n")[0]


def free_key(key: str, taken: Container[str]) -> str:
    """The key, or with a number behind it where it is taken: another draft of the same form."""
    form, number, free = form_of(key), 1, key
    while free in taken:
        number += 1
        free = f"{form}\n{number}"
    return free


def drafts_folder() -> Path:
    """Where files of drafts are; it may not exist yet."""
    return data_folder() / "drafts"


class DraftFile:
    """The drafts of one open assessment."""

    def __init__(self, life: Life, identity: str, disk: Disk = DISK) -> None:
        self._identity = identity
        self._disk = disk
        self._file = drafts_folder() / f"{life.token}-{os.urandom(6).hex()}{_SUFFIX}"

    def keep(self, drafts: Mapping[str, Values]) -> None:
        """Put these on disk in place of those before; once it returns the program may end. Raises `CannotWrite`."""
        if not drafts:
            with suppress(OSError):
                self._disk.remove(self._file)
            return
        make_private_folder(self._file.parent, self._disk)
        content = json.dumps({"assessment": self._identity, "drafts": drafts}, ensure_ascii=False)
        write_atomically(self._file, content.encode(), private=True, durable=False, disk=self._disk)

    def let_go(self) -> None:
        """The assessment is closed: what is in the file is for whoever opens it next. Raises nothing."""
        with suppress(OSError):
            self._disk.replace(self._file, self._file.with_name(f"{_CLOSED}-{os.urandom(6).hex()}{_SUFFIX}"))


@dataclass(frozen=True, slots=True)
class LeftDrafts:
    """What was left half typed of one assessment, by form, and the files it is in."""

    drafts: dict[str, Values] = field(default_factory=dict)
    files: tuple[Path, ...] = ()

    def discard(self) -> None:
        """It is kept elsewhere now. Raises nothing."""
        for file in self.files:
            with suppress(OSError):
                file.unlink()


def left_drafts(identity: str) -> LeftDrafts:
    """What Ladders that have ended, or closed the assessment, left half typed of it, all of it. Raises nothing."""
    drafts: dict[str, Values] = {}
    files = []
    for file in _left():
        with suppress(OSError, ValueError):
            said = json.loads(file.read_text(encoding="utf-8"))
            found = _checked(said, identity)
            if found is not None:
                for key, values in found.items():
                    if values not in (drafts[name] for name in drafts if form_of(name) == form_of(key)):
                        drafts[free_key(key, drafts)] = values
                files.append(file)
    return LeftDrafts(drafts, tuple(files))


def _left() -> Iterator[Path]:
    # Later ones count: sorted by when they were written.
    with suppress(OSError):
        for _, file in sorted((file.stat().st_mtime_ns, file) for file in drafts_folder().glob(f"*{_SUFFIX}")):
            if not is_running(file.name.partition("-")[0]):
                yield file


def _checked(said: object, identity: str) -> dict[str, Values] | None:
    match said:
        case {"assessment": name, "drafts": dict(drafts)} if name == identity:
            return {
                str(key): {str(field): str(value) for field, value in values.items()}
                for key, values in drafts.items()
                if isinstance(values, dict)
            }
    return None

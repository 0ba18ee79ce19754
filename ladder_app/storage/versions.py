"""The last good states of an assessment: every five minutes for an hour, hourly for a day, daily for a month.

Of what is older still, the last one of each month, and never fewer than the newest few: neither half a year without
an edit nor a clock that ran ahead for a moment leaves nothing to go back to.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ladder_app.storage.assessments import ASSESSMENT_SUFFIX, assessment_from_text, assessment_text
from ladder_app.storage.atomic import make_private_folder, write_atomically
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.identity import folder_name
from ladder_app.storage.kept_files import KeptFiles, absolute, mark_of
from ladder_app.storage.places import data_folder
from ladder_app.storage.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from ladder_app.domain.assessment import Assessment

_STAMP = "%Y%m%dT%H%M%S.%fZ"
_PINNED = "-pinned"
_HOUR, _DAY, _MONTH = timedelta(hours=1), timedelta(days=1), timedelta(days=31)
_MOMENT_S = 300
_FEWEST = 10
"""How many of the newest versions stay though they are older than a month."""


@dataclass(frozen=True, slots=True)
class Version:
    """One state that was safely saved. `saved` is when, in UTC; `digest` is the same for the same content.

    A pinned one is a side of a conflict: it is kept for a month whatever came soon after it. `path` is the file that
    it is a state of, wherever that is by now; None where that is not known.
    """

    file: Path
    saved: datetime
    digest: str
    pinned: bool = False
    path: Path | None = None

    def text(self) -> str:
        """The file as it was. Raises `FileError`."""
        return read_text(self.file)

    def read(self) -> Assessment:
        """The assessment as it was. Raises `FileError`."""
        return assessment_from_text(self.text(), str(self.file))


class Versions:
    """The kept versions of one assessment, found by its id wherever its file is."""

    def __init__(self, identity: str, disk: Disk = DISK) -> None:
        self._folder = _folder_of_all() / folder_name(identity)
        self._disk = disk

    def keep(self, assessment: Assessment, saved: datetime, path: Path | None = None, *, pinned: bool = False) -> None:
        """Keep this state of the file at `path`, saved at that time, and let go of those no longer needed.

        What is just as the version before it is not kept again, unless it is of another file or to be pinned. Raises
        `CannotWrite`.
        """
        saved = saved.astimezone(UTC)
        content = assessment_text(assessment).encode()
        digest = hashlib.sha256(content).hexdigest()[:16]
        if path is not None:
            path = absolute(path)
            KeptFiles(self._folder, self._disk).see(path, saved)
        before = [version for version in self._all() if version.saved <= saved]
        if pinned or not before or (before[0].digest, before[0].path) != (digest, path):
            make_private_folder(self._folder, self._disk)
            name = f"{saved:{_STAMP}}-{digest}{'' if path is None else '-' + mark_of(path)}{_PINNED if pinned else ''}"
            write_atomically(self._folder / (name + ASSESSMENT_SUFFIX), content, private=True, disk=self._disk)
        self.thin_out(saved)

    def newest_first(self) -> tuple[Version, ...]:
        """The versions, each content once, with the time it was saved last. Raises nothing."""
        found: dict[str, Version] = {}
        for version in self._all():
            found.setdefault(version.digest, version)
        return tuple(found.values())

    def thin_out(self, now: datetime) -> None:
        """Let go of the versions that are not worth keeping any longer. Raises nothing."""
        everything = self._all()
        wanted = set(worth_keeping(everything, now))
        for version in everything:
            if version not in wanted:
                with suppress(OSError):
                    self._disk.remove(version.file)

    def _all(self) -> list[Version]:
        return _versions_in(self._folder)


def last_version_of(path: Path) -> Version | None:
    """The newest version of whatever assessment was kept in the file of that path; None if none was. Raises nothing."""
    path = absolute(path)
    found = (version for folder in _folders_knowing(path) for version in _versions_in(folder) if version.path == path)
    return max(found, key=_saved, default=None)


def worth_keeping(newest_first: Iterable[Version], now: datetime) -> Iterable[Version]:
    """Of each stretch of time the last version of each file; of the stretches of the last hour the first as well.

    The first may be what the file was before the edits that are being made. Where all are older than a month, as they
    are to a clock that is ahead, the newest few stay, too.
    """
    stretches: dict[tuple[int, int, Path | None], list[Version]] = {}
    for number, version in enumerate(newest_first):
        old = now - version.saved > _MONTH
        if number < _FEWEST if old else version.pinned:
            yield version
        stretches.setdefault((*_stretch(version.saved, now), version.path), []).append(version)
    for (seconds, _, _), versions in stretches.items():
        yield versions[0]
        if seconds == _MOMENT_S:
            yield versions[-1]


def _folder_of_all() -> Path:
    return data_folder() / "versions"


def _folders_knowing(path: Path) -> Iterator[Path]:
    try:
        names = os.listdir(_folder_of_all())  # noqa: PTH208 - no path is made for what is none of ours
    except OSError:
        return
    for name in names:
        folder = _folder_of_all() / name
        if path in KeptFiles(folder).seen():
            yield folder


def _versions_in(folder: Path) -> list[Version]:
    """Every version in a folder, newest first."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - no path is made for what is none of ours
    except OSError:
        return []
    files = KeptFiles(folder).by_mark()
    found = [version for name in names if (version := _version(folder, name, files)) is not None]
    return sorted(found, key=_saved, reverse=True)


def _version(folder: Path, name: str, files: Mapping[str, Path]) -> Version | None:
    stem = name.removesuffix(ASSESSMENT_SUFFIX)
    stamp, _, rest = stem.removesuffix(_PINNED).partition("-")
    digest, _, mark = rest.partition("-")
    try:
        saved = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Version(folder / name, saved, digest, stem.endswith(_PINNED), files.get(mark))


def _stretch(saved: datetime, now: datetime) -> tuple[int, int]:
    """The stretch of time a version stands for: its length in seconds and its number."""
    age = now - saved
    seconds = _MOMENT_S if age <= _HOUR else 3600 if age <= _DAY else 86400 if age <= _MONTH else 31 * 86400
    return seconds, int(saved.timestamp()) // seconds


def _saved(version: Version) -> datetime:
    return version.saved

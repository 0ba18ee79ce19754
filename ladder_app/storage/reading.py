"""A file → a role or an assessment, or every fault with file, line and column."""

from __future__ import annotations

import errno
import os
import re
from typing import TYPE_CHECKING, Any, TypeVar

from ladder_app.domain.values import Frozen
from ladder_app.errors import InvalidFile, NewerFormat, Problem, UnreadableFile, did_you_mean
from ladder_app.storage import wording
from ladder_app.storage.migrations import ASSESSMENT, ROLE, current_version, migrate
from ladder_app.storage.positions import Lines
from ladder_app.storage.validation import NotValid, validated
from ladder_app.storage.yaml_reading import PlainDocument, SyntaxFault

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 8_000_000
"""A file larger than this is not read; a role of 1,000 criteria has a fortieth of it."""

_KINDS = {ROLE: "a role", ASSESSMENT: "an assessment"}
_FORMAT = re.compile(r"([a-z-]+)/([0-9]{1,9})")

_REASONS: dict[int | None, str] = {
    errno.ENOENT: "There is no such file.",
    errno.ENOTDIR: "There is no such file.",
    errno.EISDIR: "This is a folder, not a file.",
    errno.EACCES: "You may not open this file: no permission.",
    errno.EPERM: "You may not open this file: no permission.",
}

M = TypeVar("M", bound=Frozen)


def read_text(path: Path) -> str:
    """The text of a file. Raises `UnreadableFile` or `InvalidFile`; the file is only read."""
    name = str(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        number = errno.EISDIR if os.path.isdir(path) else getattr(error, "errno", None)  # noqa: PTH112 - asks without raising
        reason = _REASONS.get(number, f"The file cannot be opened: {getattr(error, 'strerror', None) or error}.")
        raise UnreadableFile(Problem(reason, name)) from error
    if len(content) > MAX_BYTES:
        raise InvalidFile(Problem(f"The file is larger than {MAX_BYTES // 1_000_000} MB; that is not read.", name))
    if content.startswith(b"%PDF-"):
        raise UnreadableFile(Problem("This is a PDF, and no role or assessment file.", name))
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        line, column = Lines(before).place(len(before))
        message = "This is not UTF-8 text; save the file as UTF-8, or open another one."
        raise UnreadableFile(Problem(message, name, line, column)) from error


class SourceText:
    """The text of a role or assessment file, read as plain values; says what it is and turns it into a model.

    `file` is the name that problems carry. Raises `InvalidFile` if the text cannot be read to its end.
    """

    def __init__(self, text: str, file: str | None = None) -> None:
        self._text = text
        self._file = file
        try:
            self._document = PlainDocument(text)
        except SyntaxFault as fault:
            raise InvalidFile(*self._problems([(fault.message, fault.index)])) from fault

    @property
    def value(self) -> dict[str, Any]:
        """The root mapping as plain values, not validated."""
        return self._document.value

    def kind(self) -> str:
        """`ladder-role` or `ladder-assessment`, as its `format:` says.

        Raises `InvalidFile` if that is missing or unknown and `NewerFormat` if it is ahead of this program.
        """
        return self._format()[0]

    def _format(self) -> tuple[str, int]:
        """What it is, and in which version."""
        written = self.value.get("format")
        if not isinstance(written, str):
            formats = " or ".join(f"“format: {kind}/{current_version(kind)}”" for kind in _KINDS)
            raise InvalidFile(*self._problems([(f"“format” is missing; start the file with {formats}.", 0)]))
        index = self._document.positions.find(("format",))
        parts = _FORMAT.fullmatch(written)
        kind, version = (parts[1], int(parts[2])) if parts else (written, 0)
        if kind not in _KINDS or version < 1:
            known = [f"{name}/{current_version(name)}" for name in _KINDS]
            hint = did_you_mean(written, known) or f" Known are {' and '.join(known)}."
            raise InvalidFile(*self._problems([(f"“{written}” is not a format that is known here.{hint}", index)]))
        if version > current_version(kind):
            message = f"A newer Ladder wrote this file ({written}); update Ladder to open it. It was left as it is."
            raise NewerFormat(*self._problems([(message, index)]))
        return kind, version

    def as_model(self, model: type[M], kind: str) -> M:
        """The value of the file, brought up to the current format.

        Raises `InvalidFile` with every fault, or `NewerFormat`.
        """
        found, version = self._format()
        if found != kind:
            message = f"This is {_KINDS[found]} file, not {_KINDS[kind]} file."
            raise InvalidFile(*self._problems([(message, self._document.positions.find(("format",)))]))
        faults = self._document.faults
        migrate(self.value, kind, version)
        try:
            result = validated(model, self.value, self._document.positions)
        except NotValid as error:
            faults = [*faults, *error.faults]
        if faults:
            raise InvalidFile(*self._problems(faults))
        return result

    def _problems(self, faults: list[tuple[str, int]]) -> list[Problem]:
        lines = Lines(self._text)
        ordered = sorted(faults, key=lambda fault: fault[1])
        return [Problem(wording.legible(message), self._file, *lines.place(index)) for message, index in ordered]

"""A disk that does everything as the real one, until it does not."""

import errno
import os
from pathlib import Path
from typing import BinaryIO

from ladder_app.storage.disk import Disk

OPERATIONS = ("create", "write", "flush", "set_mode", "replace")


class FailingDisk(Disk):
    """Fails in one operation, from the time it is told to; `error` is the system's number for why."""

    def __init__(self, operation: str = "", error: int = errno.EIO) -> None:
        self.operation = operation
        self.error = error
        self.done: list[str] = []

    def _do(self, operation: str) -> None:
        self.done.append(operation)
        if operation == self.operation:
            raise OSError(self.error, os.strerror(self.error))

    def create(self, path: Path, mode: int) -> BinaryIO:
        self._do("create")
        return super().create(path, mode)

    def write(self, file: BinaryIO, content: bytes) -> None:
        if self.operation == "write":
            super().write(file, content[: len(content) // 2])
        self._do("write")
        super().write(file, content)

    def flush(self, descriptor: int) -> None:
        self._do("flush")
        super().flush(descriptor)

    def set_mode(self, path: Path, mode: int) -> None:
        self._do("set_mode")
        super().set_mode(path, mode)

    def replace(self, old: Path, new: Path) -> None:
        self._do("replace")
        super().replace(old, new)

    def remove(self, path: Path) -> None:
        self._do("remove")
        super().remove(path)

    def make_folder(self, path: Path) -> None:
        self._do("make_folder")
        super().make_folder(path)

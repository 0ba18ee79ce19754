"""Taking back what was asked of a disk, as far as it has not been done yet."""

from __future__ import annotations

import errno
import os
from threading import Event
from typing import TYPE_CHECKING

from ladder_app.storage.disk import Disk

if TYPE_CHECKING:
    from pathlib import Path


class RevocableDisk(Disk):
    """The disk of this machine, until it is revoked: from then on no file gets its name any more.

    What waits for a disk cannot be stopped, but once that disk answers nothing comes of it – unless giving the
    name itself is what it was waiting for.
    """

    def __init__(self) -> None:
        self._is_revoked = Event()

    def revoke(self) -> None:
        """Let nothing come of what is still under way. From any thread."""
        self._is_revoked.set()

    def replace(self, old: Path, new: Path) -> None:
        self._go_on()
        super().replace(old, new)

    def rename(self, old: Path, new: Path) -> None:
        self._go_on()
        super().rename(old, new)

    def _go_on(self) -> None:
        if self._is_revoked.is_set():
            raise OSError(errno.ECANCELED, os.strerror(errno.ECANCELED))

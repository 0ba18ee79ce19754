"""Content as a file that is nowhere but in memory."""

from __future__ import annotations

import os
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO


@contextmanager
def file_in_memory(content: bytes) -> Iterator[BinaryIO]:
    """The content as a file without a place on a disk; where the system has none, as a stream.

    qpdf can map such a file, and asks a stream for a few bytes at a time: reading the pages of a
    document takes it twice as long.
    """
    made = getattr(os, "memfd_create", None)
    try:
        place = None if made is None else made("pages")
    except OSError:
        place = None
    if place is None:
        yield BytesIO(content)
        return
    with open(place, "w+b") as file:  # noqa: PTH123 – it has no path
        file.write(content)
        file.seek(0)
        yield file

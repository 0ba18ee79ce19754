"""Opening PDFs that came from elsewhere: within bounds, and with every way of being broken said in words."""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ladder_app.errors import InvalidFile, LockedFile, Problem, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pikepdf

_LARGEST_FILE = 100_000_000
# No part of a document of ours unpacks to as much; a small file of somebody else's may claim any number of gigabytes.
_LARGEST_PART = 64_000_000
_MOST_PACKINGS = 2


@contextmanager
def foreign_pdf(path: Path, passphrase: str | None = None) -> Iterator[pikepdf.Pdf]:
    """A PDF opened to be read, for as long as the `with` statement lasts.

    Raises `UnreadableFile` for a file that cannot be opened (`LockedFile` without its passphrase), and
    `InvalidFile` for one that is too large or broken; that also where its parts turn out to be so later.
    """
    import pikepdf  # loads a library

    name = str(path)
    # For the whole process; always the same, so it does not matter how often and on which thread.
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=_LARGEST_PART,
        png_max_memory=_LARGEST_PART,
        tiff_max_memory=_LARGEST_PART,
        run_length_max_memory=_LARGEST_PART,
        max_stream_filters=_MOST_PACKINGS,
    )
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise invalid(name, "This PDF is too large for one that Ladder made.")
        with pikepdf.open(path, password=passphrase or "") as pdf:
            yield pdf
    except OSError as error:
        raise UnreadableFile(Problem(f"Cannot be opened: {error.strerror or error}.", name)) from error
    except pikepdf.PasswordError as error:
        known = "This PDF is locked with a passphrase." if passphrase is None else "This is not the PDF’s passphrase."
        raise LockedFile(Problem(known, name)) from error
    except (
        pikepdf.PdfError, KeyError, ValueError, TypeError, AttributeError, RuntimeError, RecursionError, zlib.error
    ) as error:  # fmt: skip
        raise invalid(name, "This PDF is broken and cannot be read.") from error


def is_attached(pdf: pikepdf.Pdf, name: str) -> bool:
    """Whether there is an attachment of that name."""
    tree = _attachments(pdf)
    return tree is not None and name in tree


def attached(pdf: pikepdf.Pdf, name: str, what: str, largest: int, file: str) -> str | None:
    """The text of the attachment of that name, unpacked no further than `largest` bytes; None if there is none.

    `what` names it in the messages. Raises `InvalidFile` for one that is larger, no text, or packed
    as Ladder never does.
    """
    import pikepdf

    tree = _attachments(pdf)
    if tree is None or name not in tree:
        return None
    stream = tree[name]["/EF"]["/F"]
    raw = stream.read_raw_bytes()
    packing = stream.get("/Filter")
    if isinstance(packing, pikepdf.Array) and len(packing) == 1:
        packing = packing[0]
    if packing == pikepdf.Name.FlateDecode and "/DecodeParms" not in stream:
        raw = zlib.decompressobj().decompress(raw, largest + 1)
    elif packing is not None:
        raise invalid(file, f"{what} in this PDF is packed in a way that Ladder does not use.")
    if len(raw) > largest:
        raise invalid(file, f"{what} in this PDF is too large.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise invalid(file, f"{what} in this PDF is not text.") from error


def _attachments(pdf: pikepdf.Pdf) -> pikepdf.NameTree | None:
    import pikepdf

    entry = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/EmbeddedFiles")
    return None if entry is None else pikepdf.NameTree(entry)


def invalid(file: str, message: str) -> InvalidFile:
    """The error for a file that was read and is at fault."""
    return InvalidFile(Problem(message, file))

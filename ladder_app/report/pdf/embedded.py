"""The assessment that a PDF of ours carries. The file is foreign until it has been read: nothing in it is run."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from ladder_app.errors import InvalidFile, LockedFile, Problem, UnreadableFile

if TYPE_CHECKING:
    from pathlib import Path

    import pikepdf

_LARGEST_FILE = 100_000_000
_LARGEST_ASSESSMENT = 20_000_000
_SIGNATURE = b"%PDF-"
_SIGNATURE_WITHIN = 1024


def looks_like_pdf(path: Path) -> bool:
    """Whether a file begins as PDFs do; false for one that cannot be read."""
    try:
        with path.open("rb") as file:
            return _SIGNATURE in file.read(_SIGNATURE_WITHIN)
    except OSError:
        return False


def embedded_assessment(path: Path, passphrase: str | None = None) -> str:
    """The text of the assessment that a PDF carries, as its file would hold it.

    Only the one attachment that is ours is read. Raises `UnreadableFile` for a file that cannot be
    opened (`LockedFile` without its passphrase), and `InvalidFile` for one that is broken, carries
    no assessment or too large a one.
    """
    import pikepdf  # loads a library

    from ladder_app.report.pdf.archive import ATTACHMENT_NAME

    name = str(path)
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise _invalid(name, "This PDF is too large for one that Ladder made.")
        with pikepdf.open(path, password=passphrase or "") as pdf:
            entry = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/EmbeddedFiles")
            tree = None if entry is None else pikepdf.NameTree(entry)
            if tree is None or ATTACHMENT_NAME not in tree:
                message = "This PDF carries no assessment: it was exported without its data, or not by Ladder."
                raise _invalid(name, message)
            content = _content(tree[ATTACHMENT_NAME]["/EF"]["/F"], name)
        return content.decode("utf-8")
    except OSError as error:
        raise UnreadableFile(Problem(f"Cannot be opened: {error.strerror or error}.", name)) from error
    except pikepdf.PasswordError as error:
        known = "This PDF is locked with a passphrase." if passphrase is None else "This is not the PDF’s passphrase."
        raise LockedFile(Problem(known, name)) from error
    except UnicodeDecodeError as error:
        raise _invalid(name, "The assessment in this PDF is not text.") from error
    except (pikepdf.PdfError, KeyError, ValueError, TypeError, AttributeError, RuntimeError, zlib.error) as error:
        raise _invalid(name, "This PDF is broken and cannot be read.") from error


def _content(stream: pikepdf.Object, file: str) -> bytes:
    """The bytes of an attachment, unpacked no further than an assessment may be large."""
    import pikepdf

    raw = stream.read_raw_bytes()
    packing = stream.get("/Filter")
    if isinstance(packing, pikepdf.Array) and len(packing) == 1:
        packing = packing[0]
    if packing == pikepdf.Name.FlateDecode and "/DecodeParms" not in stream:
        raw = zlib.decompressobj().decompress(raw, _LARGEST_ASSESSMENT + 1)
    elif packing is not None:
        raise _invalid(file, "The assessment in this PDF is packed in a way that Ladder does not use.")
    if len(raw) > _LARGEST_ASSESSMENT:
        raise _invalid(file, "The assessment in this PDF is too large.")
    return raw


def _invalid(file: str, message: str) -> InvalidFile:
    return InvalidFile(Problem(message, file))

"""The assessment that a PDF of ours carries. The file is foreign until it has been read: nothing in it is run."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

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


class Held(Enum):
    """What a PDF of ours may hold beside its pages."""

    FORM = "ladder.form.json"
    ASSESSMENT = "ladder.assessment.yaml"


def held_by(path: Path, passphrase: str | None = None) -> frozenset[Held]:
    """What a PDF holds, by the names of its attachments; none of them is read.

    Raises `UnreadableFile` for a file that cannot be opened (`LockedFile` without its passphrase), and
    `InvalidFile` for one that is broken.
    """
    from ladder_app.report.pdf.foreign import foreign_pdf, is_attached

    with foreign_pdf(path, passphrase) as pdf:
        return frozenset(held for held in Held if is_attached(pdf, held.value))


def embedded_assessment(path: Path, passphrase: str | None = None) -> str:
    """The text of the assessment that a PDF carries, as its file would hold it.

    Only the one attachment that is ours is read. Raises `UnreadableFile` for a file that cannot be
    opened (`LockedFile` without its passphrase), and `InvalidFile` for one that is broken, carries
    no assessment or too large a one.
    """
    from ladder_app.report.pdf.foreign import attached, foreign_pdf, invalid

    name = str(path)
    with foreign_pdf(path, passphrase) as pdf:
        text = attached(pdf, Held.ASSESSMENT.value, "The assessment", _LARGEST_ASSESSMENT, name)
        if text is None:
            message = "This PDF carries no assessment: it was exported without its data, or not by Ladder."
            raise invalid(name, message)
        return text


def assessment_if_any(path: Path) -> str:
    """The same; empty for a PDF that carries none."""
    from ladder_app.report.pdf.archive import ATTACHMENT_NAME
    from ladder_app.report.pdf.foreign import attached, foreign_pdf

    with foreign_pdf(path, None) as pdf:
        return attached(pdf, ATTACHMENT_NAME, "The assessment", _LARGEST_ASSESSMENT, str(path)) or ""

"""Reading the assessment that a PDF carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ladder_app.domain.assessment import Assessment

_TEXT_FILES = (".yaml", ".yml")


def is_pdf(path: Path) -> bool:
    """Whether a file is to be opened as a PDF: by its name, or, where that says nothing, by how it begins."""
    ending = path.suffix.lower()
    if ending == ".pdf" or ending in _TEXT_FILES:
        return ending == ".pdf"
    from ladder_app.report.pdf.embedded import looks_like_pdf

    return looks_like_pdf(path)


def carried_assessment(path: Path, passphrase: str | None = None) -> Assessment:
    """The assessment in a PDF. Raises `LockedFile` without its passphrase, and other `FileError`s."""
    from ladder_app.report.pdf.embedded import embedded_assessment
    from ladder_app.storage.assessments import assessment_from_text

    return assessment_from_text(embedded_assessment(path, passphrase), str(path))

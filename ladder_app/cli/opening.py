"""Opening whatever holds an assessment: its own file, or a PDF that carries one; and the passphrases of PDFs."""

import sys
from pathlib import Path

from ladder_app.domain.assessment import Assessment
from ladder_app.errors import ExportFailed, LockedFile, Problem, UnreadableFile


def opened(path: Path) -> Assessment:
    """The assessment in a file. Raises what `load_assessment` and `embedded_assessment` raise."""
    from ladder_app.report.pdf.embedded import embedded_assessment, looks_like_pdf
    from ladder_app.storage.assessments import assessment_from_text, load_assessment

    if not looks_like_pdf(path):
        return load_assessment(path)
    try:
        text = embedded_assessment(path)
    except LockedFile:
        passphrase = passphrase_asked(path)
        if passphrase is None:
            raise
        text = embedded_assessment(path, passphrase)
    return assessment_from_text(text, str(path))


def passphrase_in(path: Path) -> str:
    """The passphrase in a file: its first line. Raises `UnreadableFile`."""
    try:
        first = path.read_text("utf-8-sig").partition("\n")[0]
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise UnreadableFile(Problem(f"The passphrase cannot be read: {reason}.", str(path))) from error
    if not first:
        raise UnreadableFile(Problem("The first line is empty; it should be the passphrase.", str(path)))
    return first


def passphrase_asked(path: Path) -> str | None:
    """What somebody at the terminal types, unseen, to unlock a PDF; None where there is nobody, or nothing is typed."""
    from ladder_app.markup import isolated

    return _asked(f"Passphrase of “{isolated(path.name)}”: ") if sys.stdin.isatty() else None


def new_passphrase() -> str:
    """What somebody at the terminal types, twice and unseen, to lock a PDF. Raises `ExportFailed`."""
    first = _asked("Passphrase to lock the PDF with: ")
    if first is None:
        raise ExportFailed("No passphrase was given; the PDF was not written.")
    if _asked("The same again: ") != first:
        raise ExportFailed("The two passphrases differ; the PDF was not written.")
    return first


def _asked(words: str) -> str | None:
    from getpass import getpass

    try:
        return getpass(words) or None
    except EOFError:
        return None

"""Opening whatever holds an assessment: its own file, or a PDF that carries one."""

from pathlib import Path

from ladder_app.domain.assessment import Assessment
from ladder_app.errors import Problem, UnreadableFile


def opened(path: Path) -> Assessment:
    """The assessment in a file. Raises what `load_assessment` and `embedded_assessment` raise."""
    from ladder_app.report.pdf.embedded import embedded_assessment, looks_like_pdf
    from ladder_app.storage.assessments import assessment_from_text, load_assessment

    if looks_like_pdf(path):
        return assessment_from_text(embedded_assessment(path), str(path))
    return load_assessment(path)


def passphrase_in(path: Path) -> str:
    """The passphrase in a file: its first line. Raises `UnreadableFile`."""
    try:
        first, *_ = path.read_text("utf-8").splitlines() or [""]
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise UnreadableFile(Problem(f"The passphrase cannot be read: {reason}.", str(path))) from error
    if not first:
        raise UnreadableFile(Problem("The first line is empty; it should be the passphrase.", str(path)))
    return first

"""A report as a PDF."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Literal

from ladder_app.errors import ExportFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ladder_app.report.parts import Report

Paper = Literal["a4", "letter"]


def pdf_bytes(report: Report, *, paper: Paper, progress: Callable[[float], None] | None = None) -> bytes:
    """The report as a PDF on A4 or Letter paper: the same report gives the same bytes.

    `progress` is told the share that is done, from 0 to 1; an exception it raises ends the export.
    Safe to call from several threads at once. Raises `ExportFailed` for another paper.
    """
    from ladder_app.report.pdf.document import Document  # loads reportlab
    from ladder_app.report.pdf.styles import PAPERS

    if paper not in PAPERS:
        raise ExportFailed(f"There is no paper “{paper}”. The papers are: {', '.join(PAPERS)}.")
    return Document(report, PAPERS[paper], progress or _untold).bytes()


def missing_characters(report: Report) -> tuple[str, ...]:
    """The characters of the report that none of the fonts can draw, sorted; each prints as □."""
    from ladder_app.report.pdf.typefaces import Typefaces, printable  # loads reportlab

    typefaces = Typefaces()
    found: set[str] = set()
    for text in _texts(report):
        if not text.isascii():
            found |= typefaces.missing(printable(text))
    return tuple(sorted(found))


def _texts(value: object) -> Iterator[str]:
    """Every text in a value made of dataclasses, tuples and strings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))


def _untold(share: float) -> None:
    """Nobody wants to know."""

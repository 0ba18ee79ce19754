"""A report as a PDF."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Literal

from ladder_app.errors import ExportFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ladder_app.report.parts import Report

Paper = Literal["a4", "letter"]


def pdf_bytes(
    report: Report,
    *,
    paper: Paper,
    progress: Callable[[float], None] | None = None,
    attachment: bytes | None = None,
    passphrase: str | None = None,
) -> bytes:
    """The report as a PDF on A4 or Letter paper: the same report gives the same bytes.

    It is PDF/UA-1 and PDF/A-3a, and carries the `attachment`, an assessment as its file holds it,
    if one is given. A `passphrase` locks it with AES-256: then it is no PDF/A, and no two exports
    are the same. `progress` is told the share that is done, from 0 to 1; an exception it raises
    ends the export. Safe to call from several threads at once. Raises `ExportFailed` for another
    paper, or a passphrase that is empty or longer than 127 bytes.
    """
    from ladder_app.report.pdf.archive import Finish
    from ladder_app.report.pdf.document import Document  # loads reportlab
    from ladder_app.report.pdf.styles import PAPERS

    if paper not in PAPERS:
        raise ExportFailed(f"There is no paper “{paper}”. The papers are: {', '.join(PAPERS)}.")
    finish = Finish(attachment, passphrase)
    with _no_collecting():
        return Document(report, PAPERS[paper], progress or _untold, finish).bytes()


def missing_characters(report: Report) -> tuple[str, ...]:
    """The characters of the report that none of the fonts can draw, sorted; each prints as □."""
    return missing_in(_texts(report))


def missing_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The characters of the texts that none of the fonts can draw, sorted."""
    from ladder_app.report.pdf.scripts import printable
    from ladder_app.report.pdf.typefaces import Typefaces  # loads HarfBuzz

    typefaces = Typefaces()
    found: set[str] = set()
    for text in texts:
        if not text.isascii():
            found |= typefaces.missing(printable(text))
    return tuple(sorted(found))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Python's collector pauses: going through a document's many thousand objects takes a third of the time.

    However many exports run at once, the last to end leaves the collector as the first found it.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


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

"""Making a document away from the window's thread."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from ladder_app.errors import LadderError, Problem
from ladder_app.report.parts import Preset

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ladder_app.domain.assessment import Assessment
    from ladder_app.report.parts import Report


class Format(Enum):
    """What kind of file is made; the value is its ending."""

    PDF = "pdf"
    MARKDOWN = "md"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What the person asks of the document; `with_data` and `passphrase` (empty for none) are for a PDF only."""

    format: Format = Format.PDF
    preset: Preset = Preset.FULL
    paper: Literal["a4", "letter"] = "a4"
    with_evidence: bool = True
    with_notes: bool = False
    with_inherited: bool = True
    with_data: bool = True
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Exported:
    """A document that is made; `missing` are characters that no font could draw."""

    options: ExportOptions
    content: bytes
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotExported:
    """Why there is no document."""

    options: ExportOptions
    problems: tuple[Problem, ...]


class _StoppedError(Exception):
    """The person changed their mind."""


class ExportJob(QObject):
    """Makes one document. Its signals arrive in the thread that it was created in.

    It ends with exactly one of `made`, `failed` or, after `stop`, none; `finished` comes last in any case. What was
    said before it was stopped may still be under way: it carries the `options` it is about, the very ones that were
    given.
    A plain thread does the work and holds the job until it is done: a QThread ends the program when
    the last one who knows it lets go of it too early.
    """

    progressed = Signal(float)
    """The share that is done, from 0 to 1."""
    made = Signal(object)
    """The document: `Exported`."""
    failed = Signal(object)
    """Why there is none: `NotExported`."""
    finished = Signal()

    def __init__(
        self, assessment: Assessment, today: date, options: ExportOptions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._assessment = assessment
        self._today = today
        self.options = options
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._work, name="export")

    def start(self) -> None:
        """Begin; can be done once."""
        self._thread.start()

    def stop(self) -> None:
        """Give up at the next step; does not wait for it."""
        self._stopped.set()

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive()

    def wait(self) -> None:
        """Come back when the work has ended."""
        self._thread.join()

    def _work(self) -> None:
        self._make()
        self.finished.emit()

    def _make(self) -> None:
        try:
            exported = export(self._assessment, self._today, self.options, self._tell)
        except _StoppedError:
            return
        except LadderError as error:
            self.failed.emit(NotExported(self.options, tuple(error.problems)))
        except Exception as error:  # whatever it is, the person is told and the window goes on
            fault = Problem(f"The document could not be made ({type(error).__name__}: {error}).")
            self.failed.emit(NotExported(self.options, (fault,)))
        else:
            if not self._stopped.is_set():
                self.made.emit(exported)

    def _tell(self, share: float) -> None:
        if self._stopped.is_set():
            raise _StoppedError
        self.progressed.emit(share)


def export(assessment: Assessment, today: date, options: ExportOptions, progress: Callable[[float], None]) -> Exported:
    """Make a document; `progress` is told the share that is done. Raises `LadderError`s in the person's words."""
    from ladder_app.report.content import report

    progress(0.0)
    said = report(
        assessment,
        today,
        preset=options.preset,
        with_evidence=options.with_evidence,
        with_notes=options.with_notes,
        with_inherited=options.with_inherited,
    )
    if options.format is Format.PDF:
        return _pdf(assessment, said, options, progress)
    if options.format is Format.MARKDOWN:
        from ladder_app.report.markdown import markdown

        return Exported(options, markdown(said).encode())
    from ladder_app.domain.readiness import readiness
    from ladder_app.report.json_export import json_text, report_json

    return Exported(options, json_text(report_json(said, readiness(assessment))).encode())


def _pdf(assessment: Assessment, said: Report, options: ExportOptions, progress: Callable[[float], None]) -> Exported:
    from ladder_app.report.pdf.export import missing_characters, pdf_bytes
    from ladder_app.report.sharing import shared
    from ladder_app.storage.assessments import assessment_text

    data = None
    if options.with_data:
        data = assessment_text(
            shared(assessment, with_notes=options.with_notes, with_promotion=options.preset is Preset.PROMOTION)
        ).encode()
    content = pdf_bytes(
        said, paper=options.paper, progress=progress, attachment=data, passphrase=options.passphrase or None
    )
    return Exported(options, content, missing_characters(said))

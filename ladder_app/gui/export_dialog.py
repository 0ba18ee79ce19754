"""Export: choose what goes in, look at it, save it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from ladder_app.errors import LadderError, Problem
from ladder_app.gui.document import Document
from ladder_app.gui.errand import Errand
from ladder_app.gui.export_form import ExportForm
from ladder_app.gui.export_job import Exported, ExportJob, ExportOptions, Format, NotExported
from ladder_app.gui.fault_words import fault_words
from ladder_app.gui.file_choices import choose_to_save
from ladder_app.gui.folder_shown import FolderShown
from ladder_app.gui.missing_characters import MissingCharacters
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.pdf_preview import PdfPreview
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.theme import Theme
from ladder_app.gui.trouble import show_trouble
from ladder_app.markup import isolated, plain
from ladder_app.storage.atomic import write_atomically
from ladder_app.storage.disk import Disk
from ladder_app.storage.file_names import file_stem
from ladder_app.storage.places import documents_folder
from ladder_app.storage.settings import Settings

_KINDS = {Format.PDF: "PDF (*.pdf)", Format.MARKDOWN: "Markdown (*.md)", Format.JSON: "JSON (*.json)"}


class ExportDialog(PlainDialog):
    """Shows the document before it is saved.

    It is made beside the window's own work, and made again whenever the options change. What is
    looked at is never locked; a passphrase locks what is saved.
    """

    settings_changed = Signal(object)
    """What was saved was asked for otherwise than last time: the `Settings` to remember it by."""

    def __init__(self, document: Document, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Export", 980, parent, height_px=760)
        self._document = document
        self._settings = settings
        self._job: ExportJob | None = None
        self._leaving: list[ExportJob] = []
        self._exported: Exported | None = None
        self._made_of = document.assessment
        self._saved_to: Path | None = None
        self._is_saving = False
        self._is_busy = False
        self._writing = Errand(self)
        self._folder_shown = FolderShown(self)
        self._form = ExportForm(theme, settings, document)
        self._pages = PdfPreview(theme)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setFont(theme.font(12))
        self._text.setAccessibleName("Preview")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._pages)
        self._stack.addWidget(self._text)
        self._missing = MissingCharacters(theme)
        self._state = text_label(theme, "", 12, tone="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(theme.px(140), theme.px(6))
        self._bar.setAccessibleName("Progress")
        self._stop = button(theme, "Stop", "link")
        self._again = button(theme, "Make it again", "link")
        self._folder = button(theme, "Show in folder", "link")
        self._lay_out()
        self._close = self.add_button("Close")
        self._save = self.add_button("Save…", "primary")
        self._form.changed.connect(self._make)
        self._form.case_written.connect(self._write_case)
        self._form.case.setEnabled(not document.read_only)
        for changed in (document.criteria_changed, document.level_changed):
            changed.connect(self._on_changed)
        self._form.lock_changed.connect(self._show_whether_complete)
        self._pages.page_changed.connect(self._say_page)
        self._stop.clicked.connect(self._give_up)
        self._again.clicked.connect(self._make)
        self._folder.clicked.connect(self._show_in_folder)
        self._close.clicked.connect(self.reject)
        self._save.clicked.connect(self._ask_where)
        self._make()

    def _lay_out(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(self.theme.px(12))
        state.addWidget(self._state, 1)
        for part in (self._bar, self._stop, self._again, self._folder):
            state.addWidget(part)
        shown = QVBoxLayout()
        shown.setSpacing(self.theme.px(8))
        shown.addWidget(self._stack, 1)
        shown.addWidget(self._missing)
        shown.addLayout(state)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(14))
        row.addWidget(self._form)
        row.addLayout(shown, 1)
        self.body.addLayout(row, 1)

    def _write_case(self, summary: str, justification: str) -> None:
        self._document.write_promotion(summary, justification)

    def _on_changed(self, _touched: object = None) -> None:
        """What is looked at is made anew: the words were written, or another program changed something."""
        self._form.case.show_case(self._document.assessment.cycle.promotion)
        if not self._is_saving:
            self._make()

    # Making it

    @property
    def _is_outdated(self) -> bool:
        """Whether what is looked at is of another state than the document is in."""
        return self._made_of is not self._document.assessment

    def _make(self) -> None:
        self._retire()
        self._exported = None
        self._made_of = self._document.assessment
        job = ExportJob(self._document.assessment, self._document.today, self._form.options())
        job.made.connect(self._show)
        job.failed.connect(self._show_failure)
        self._begin(job, "Making the document…")

    def _begin(self, job: ExportJob, words: str) -> None:
        job.progressed.connect(self._show_progress)
        self._job = job
        self._bar.setRange(0, 100)
        self._bar.setValue(0)
        self._say(words, is_busy=True)
        job.start()

    def _retire(self) -> None:
        """Let go of the job that runs: what it still says is not heard, and it ends by itself."""
        job, self._job = self._job, None
        self._is_saving = False
        if job is None:
            return
        job.stop()
        self._leaving = [old for old in (*self._leaving, job) if old.is_running]

    def _is_awaited(self, options: ExportOptions) -> bool:
        """Whether word comes from the job that runs; a thread may have sent it just before it was let go of."""
        return self._job is not None and self._job.options is options

    def _give_up(self) -> None:
        self._retire()
        self._say("Stopped.", may_retry=self._exported is None)

    def _show_progress(self, share: float) -> None:
        self._bar.setValue(round(100 * share))

    def _show(self, exported: Exported) -> None:
        if not self._is_awaited(exported.options):
            return
        self._exported = exported
        if exported.options.format is Format.PDF:
            self._stack.setCurrentWidget(self._pages)
            self._say("")
            self._pages.show_pdf(exported.content)
        else:
            self._stack.setCurrentWidget(self._text)
            self._text.setPlainText(exported.content.decode())
            self._say(f"{len(exported.content.splitlines())} lines")
        self._missing.show_characters(exported.missing)

    def _show_failure(self, failed: NotExported) -> None:
        if not self._is_awaited(failed.options):
            return
        self._pages.clear()
        self._missing.show_characters(())
        self._say(fault_words(failed.problems), may_retry=True)

    def _say_page(self, page: int, count: int) -> None:
        if self._exported is not None and self._saved_to is None and not self._is_saving:
            self._state.setText(f"Page {page} of {count}" if page else "")

    def _say(self, words: str, *, is_busy: bool = False, may_retry: bool = False) -> None:
        self._saved_to = None
        self._state.setText(words)
        self._bar.setVisible(is_busy)
        self._stop.setVisible(is_busy)
        self._again.setVisible(may_retry)
        self._folder.hide()
        self._is_busy = is_busy
        self._form.setEnabled(not self._is_saving)
        self._show_whether_complete()

    def _show_whether_complete(self) -> None:
        is_ready = self._exported is not None and not self._is_busy
        self._save.setEnabled(is_ready and self._form.is_complete)

    # Saving it

    def _ask_where(self) -> None:
        if self._is_outdated:
            self._make()
        elif self._exported is not None:
            kind = _KINDS[self._exported.options.format]
            choose_to_save(self, "Save", self._proposed_path(self._exported), kind, self.save_to)

    def _proposed_path(self, exported: Exported) -> Path:
        assessment = self._document.assessment
        level = plain(assessment.role.level(assessment.target).title)
        stem = file_stem(assessment.person.name, level, self._document.today.isoformat())
        folder = self._document.path.parent if self._document.path else documents_folder()
        return folder / f"{stem}.{exported.options.format.value}"

    def save_to(self, path: Path) -> None:
        """Write what is shown to this file, locked if that is wanted; where that fails, say why."""
        exported = self._exported
        if exported is None or self._is_outdated or self._is_busy or not self._form.is_complete:
            return
        ending = f".{exported.options.format.value}"
        if path.suffix.lower() != ending:
            path = path.with_name(path.name + ending)
        if self._form.is_locked:
            self._lock(path, exported)
        else:
            self._write(path, exported)

    def _lock(self, path: Path, shown: Exported) -> None:
        """Make what is shown once more with its lock, and write that."""
        options = replace(shown.options, passphrase=self._form.passphrase())
        job = ExportJob(self._document.assessment, self._document.today, options)
        job.made.connect(partial(self._on_locked, path))
        job.failed.connect(partial(self._on_not_locked, path))
        self._is_saving = True
        self._begin(job, "Locking it…")

    def _on_locked(self, path: Path, exported: Exported) -> None:
        if self._is_awaited(exported.options):
            self._write(path, exported)

    def _on_not_locked(self, path: Path, failed: NotExported) -> None:
        if self._is_awaited(failed.options):
            self._tell_failure(path, failed.problems)

    def _write(self, path: Path, exported: Exported) -> None:
        self._is_saving = True
        self._say("")
        self._is_busy = True
        self._show_whether_complete()
        words, work = f"Saving “{isolated(path.name)}”…", partial(_write, path, exported.content)
        then, refused = partial(self._tell_success, path), partial(self._on_not_written, path)
        self._writing.write(self.theme, words, work, then, refused, partial(self._on_given_up, words))

    def _tell_success(self, path: Path, _done: object) -> None:
        self._is_saving = False
        self._say(f"Saved as “{isolated(path.name)}”{', locked' if self._form.is_locked else ''}.")
        self._saved_to = path
        self._folder.show()
        self._remember()

    def _on_not_written(self, path: Path, error: LadderError) -> None:
        self._tell_failure(path, error.problems)

    def _tell_failure(self, path: Path, problems: Sequence[Problem]) -> None:
        self._is_saving = False
        self._say("Not saved.")
        show_trouble(self, f"“{isolated(path.name)}” could not be written.", problems)

    def _on_given_up(self, words: str) -> None:
        self._is_saving = False
        self._say("Given up.")
        self._writing.tell_given_up(self.theme, words)

    def _remember(self) -> None:
        before, self._settings = self._settings, self._form.remembered()
        if self._settings != before:
            self.settings_changed.emit(self._settings)

    def _show_in_folder(self) -> None:
        if self._saved_to is not None:
            self._folder_shown.show(self.theme, self._saved_to.parent)

    def reject(self) -> None:
        # What is just being saved was asked for; it is finished or given up first.
        if self._writing.is_busy:
            self._writing.cancel()
        elif not self._is_saving:
            super().reject()

    def done(self, result: int) -> None:
        # The longest step takes a moment only, and nobody is there any more to hear what comes of it.
        self._form.case.keep()
        self._retire()
        self._writing.stop()
        for job in self._leaving:
            job.wait()
        self._pages.clear()
        self._form.forget_passphrase()
        super().done(result)


def _write(path: Path, content: bytes, disk: Disk) -> None:
    write_atomically(path, content, private=True, disk=disk)

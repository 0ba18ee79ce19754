"""What goes into the exported document: the options beside the preview."""

from typing import Literal

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ladder_app.domain.effective import effective_level
from ladder_app.gui.carried_words import NOT_CARRIED, carried_words
from ladder_app.gui.case_fields import CaseFields
from ladder_app.gui.choice import Choice
from ladder_app.gui.document import Document
from ladder_app.gui.export_job import ExportOptions, Format
from ladder_app.gui.parts import text_label
from ladder_app.gui.passphrase_fields import PassphraseFields
from ladder_app.gui.scroll_page import Sheet
from ladder_app.gui.theme import SEMIBOLD, SMALL_PX, Theme
from ladder_app.gui.tick import Tick
from ladder_app.report.paper import paper_of
from ladder_app.report.parts import Preset
from ladder_app.storage.settings import Settings

_FORMATS = (("PDF", Format.PDF), ("Markdown", Format.MARKDOWN), ("JSON", Format.JSON))
_PRESETS = (
    ("Everything", Preset.FULL),
    ("Summary on one page", Preset.SUMMARY),
    ("For the conversation", Preset.CONVERSATION),
    ("Promotion case", Preset.PROMOTION),
    ("For a review, to fill in", Preset.FILLABLE),
)
_PAPERS = (("A4", "a4"), ("Letter", "letter"))
_WIDTH_PX = 248
_BAR_PX = 12


class ExportForm(QScrollArea):
    """Asks for format, content and paper, what a PDF carries, and whether it is locked.

    It scrolls by itself where the window is low, so that the preview beside it stays in view.
    """

    changed = Signal()
    """Another document is asked for."""
    case_written = Signal(str, str)
    """The words of the promotion case were written: its summary and its justification."""
    lock_changed = Signal()
    """The same document is to be locked otherwise, or not."""

    def __init__(self, theme: Theme, settings: Settings, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        assessment = self._assessment = document.assessment
        level = effective_level(assessment.role, assessment.target)
        self._has_inherited = any(criterion.inherited for criterion in level.criteria)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(theme.px(_WIDTH_PX) + theme.px(_BAR_PX))
        sheet = Sheet()
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(0, 0, theme.px(_BAR_PX), 0)
        self._column.setSpacing(theme.px(6))
        presets = [preset.value for _, preset in _PRESETS]
        wanted = presets.index(settings.export_preset) if settings.export_preset in presets else 0
        self._format = self._choice("Format", _FORMATS, 0)
        self._preset = self._choice("Content", _PRESETS, wanted)
        self._filling = text_label(
            theme, "A rating and a comment for every criterion, answered in any PDF viewer.", SMALL_PX, tone="muted"
        )
        self._column.addWidget(self._filling)
        self.case = CaseFields(theme, assessment.cycle.promotion, document.being_typed, sheet)
        self.case.written.connect(self.case_written)
        self._column.addWidget(self.case)
        self._paper = self._choice("Paper", _PAPERS, 1 if usual_paper(settings) == "letter" else 0)
        self._column.addSpacing(theme.px(8))
        self._evidence = self._tick("With the texts of the evidence", is_on=settings.export_with_evidence)
        self._inherited = self._tick("With the criteria carried over", is_on=settings.export_with_inherited)
        self._notes = self._tick("With my private notes", is_on=settings.export_with_notes)
        self._column.addSpacing(theme.px(8))
        self._data = self._tick("Carry the data, so that this PDF opens in Ladder", is_on=settings.export_with_data)
        self._inside = text_label(theme, "", SMALL_PX, tone="muted")
        indented = QHBoxLayout()
        indented.addSpacing(theme.px(24))
        indented.addWidget(self._inside, 1)
        self._column.addLayout(indented)
        self._column.addSpacing(theme.px(4))
        self._lock = Tick(theme, "Lock with a passphrase", is_on=settings.export_locked, wraps=True, parent=sheet)
        self._lock.toggled.connect(self._on_lock)
        self._column.addWidget(self._lock)
        self._passphrase = PassphraseFields(theme, sheet)
        self._passphrase.changed.connect(self.lock_changed)
        self._column.addWidget(self._passphrase)
        self._column.addStretch(1)
        self.setWidget(sheet)
        self._show_what_applies()

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self._theme.px(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), 0)

    def options(self) -> ExportOptions:
        """What is asked for now, without the passphrase: what is looked at is not locked.

        Only a PDF has fields to fill in; another format of that content is everything as text.
        """
        preset = self._chosen_preset
        return ExportOptions(
            format=_FORMATS[self._format.currentIndex()][1],
            preset=preset if self._is_pdf or preset is not Preset.FILLABLE else Preset.FULL,
            paper="letter" if self._paper.currentIndex() else "a4",
            with_evidence=self._evidence.isChecked(),
            with_notes=self._notes.isChecked(),
            with_inherited=self._inherited.isChecked(),
            with_data=self._data.isChecked(),
        )

    @property
    def is_locked(self) -> bool:
        """Whether a passphrase is wanted."""
        return self._is_pdf and self._lock.isChecked()

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing for saving: a passphrase that is wanted is there."""
        return not self.is_locked or bool(self._passphrase.passphrase())

    def passphrase(self) -> str:
        """What to lock the PDF with; empty where it is not locked."""
        return self._passphrase.passphrase() if self.is_locked else ""

    def forget_passphrase(self) -> None:
        """Nothing that was typed is needed any more."""
        self._passphrase.clear()

    def remembered(self) -> Settings:
        """The settings with what was chosen here."""
        options = self.options()
        changes: dict[str, object] = {
            "export_preset": self._chosen_preset.value,
            "export_with_evidence": options.with_evidence,
            "export_with_notes": options.with_notes,
            "export_with_inherited": options.with_inherited,
        }
        if self._is_pdf:
            changes |= {"export_with_data": options.with_data, "export_locked": self._lock.isChecked()}
            if options.paper != usual_paper(self._settings):
                changes["paper"] = options.paper
        self._settings = self._settings.model_copy(update=changes)
        return self._settings

    @property
    def _chosen_preset(self) -> Preset:
        return _PRESETS[self._preset.currentIndex()][1]

    @property
    def _is_pdf(self) -> bool:
        return _FORMATS[self._format.currentIndex()][1] is Format.PDF

    def _choice(self, name: str, entries: tuple[tuple[str, object], ...], chosen: int) -> Choice:
        self._column.addSpacing(self._theme.px(4))
        self._column.addWidget(text_label(self._theme, name, SMALL_PX, SEMIBOLD, tone="muted"))
        box = Choice(self._theme, name, self)
        box.addItems([words for words, _ in entries])
        box.setCurrentIndex(chosen)
        box.currentIndexChanged.connect(self._on_option)
        self._column.addWidget(box)
        return box

    def _tick(self, words: str, *, is_on: bool) -> Tick:
        box = Tick(self._theme, words, is_on=is_on, wraps=True, parent=self)
        box.toggled.connect(self._on_option)
        self._column.addWidget(box)
        return box

    def _on_option(self) -> None:
        self._show_what_applies()
        self.changed.emit()

    def _on_lock(self) -> None:
        self._show_what_applies()
        if not self._lock.isChecked():
            self._passphrase.clear()
        self.lock_changed.emit()

    def _show_what_applies(self) -> None:
        options = self.options()
        self._paper.setEnabled(self._is_pdf)
        for part in (self._data, self._inside, self._lock):
            part.setVisible(self._is_pdf)
        self._passphrase.setVisible(self.is_locked)
        self._inherited.setVisible(self._has_inherited and options.preset in (Preset.FULL, Preset.FILLABLE))
        self._filling.setVisible(options.preset is Preset.FILLABLE)
        self.case.setVisible(options.preset is Preset.PROMOTION)
        self._evidence.setVisible(options.preset is not Preset.PROMOTION)
        inside = carried_words(self._assessment, with_evidence=options.with_evidence, with_notes=options.with_notes)
        self._inside.setText(inside if options.with_data else NOT_CARRIED)


def usual_paper(settings: Settings) -> Literal["a4", "letter"]:
    """The paper of the settings, else of the country that the desktop is set to."""
    if settings.paper != "auto":
        return settings.paper
    return paper_of(QLocale.territoryToCode(QLocale.system().territory()))

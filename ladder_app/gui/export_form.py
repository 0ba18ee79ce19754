"""What goes into the exported document: the options beside the preview."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ladder_app.gui.choice import Choice
from ladder_app.gui.export_job import ExportOptions, Format
from ladder_app.gui.parts import text_label
from ladder_app.gui.theme import SEMIBOLD, SMALL_PX, Theme
from ladder_app.gui.tick import Tick
from ladder_app.report.paper import paper_of
from ladder_app.report.parts import Preset
from ladder_app.storage.settings import Settings

_FORMATS = (("PDF", Format.PDF), ("Markdown", Format.MARKDOWN), ("JSON", Format.JSON))
_PRESETS = (("Everything", Preset.FULL), ("Summary on one page", Preset.SUMMARY))
_PAPERS = (("A4", "a4"), ("Letter", "letter"))


class ExportForm(QWidget):
    """Asks for format, content and paper."""

    changed = Signal()

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._format = self._choice("Format", _FORMATS, 0)
        self._preset = self._choice("Content", _PRESETS, 1 if settings.export_preset == "summary" else 0)
        self._paper = self._choice("Paper", _PAPERS, 1 if usual_paper(settings) == "letter" else 0)
        self._column.addSpacing(theme.px(10))
        self._evidence = self._tick("With the texts of the evidence", is_on=True)
        self._notes = self._tick("With my own notes", is_on=False)

    def options(self) -> ExportOptions:
        """What is asked for now."""
        return ExportOptions(
            format=_FORMATS[self._format.currentIndex()][1],
            preset=_PRESETS[self._preset.currentIndex()][1],
            paper="letter" if self._paper.currentIndex() else "a4",
            with_evidence=self._evidence.isChecked(),
            with_notes=self._notes.isChecked(),
        )

    def _choice(self, name: str, entries: tuple[tuple[str, object], ...], chosen: int) -> Choice:
        self._column.addSpacing(self._theme.px(4))
        self._column.addWidget(text_label(self._theme, name, SMALL_PX, SEMIBOLD, tone="muted"))
        box = Choice(self._theme, name, self)
        box.addItems([words for words, _ in entries])
        box.setCurrentIndex(chosen)
        box.currentIndexChanged.connect(self._say_changed)
        self._column.addWidget(box)
        return box

    def _tick(self, words: str, *, is_on: bool) -> Tick:
        box = Tick(self._theme, words, is_on=is_on, parent=self)
        box.toggled.connect(self._say_changed)
        self._column.addWidget(box)
        return box

    def _say_changed(self) -> None:
        self._paper.setEnabled(self.options().format is Format.PDF)
        self.changed.emit()


def usual_paper(settings: Settings) -> str:
    """The paper of the settings, else of the country that the desktop is set to."""
    if settings.paper != "auto":
        return settings.paper
    return paper_of(QLocale.territoryToCode(QLocale.system().territory()))

"""The words of a reviewer for the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.voices import ReviewVoice
from ladder_app.gui.kept_field import KeptField
from ladder_app.gui.plain_dialog import PlainDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.document import Document
    from ladder_app.gui.theme import Theme


class OverallDialog(PlainDialog):
    """What the reviewer says about the whole."""

    def __init__(self, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Overall comments", 560, parent, height_px=320)
        self._document = document
        voice = document.voice
        assert isinstance(voice, ReviewVoice)  # noqa: S101 – nobody else has any
        self._voice = voice
        hint = "What you see over the whole cycle, and what comes next"
        self.field = KeptField(theme, document.being_typed, "Overall comments", hint, 6)
        self._show()
        for changed in (document.criteria_changed, document.level_changed):
            changed.connect(self._show)
        self.field.written.connect(self._on_written)
        self.body.addWidget(self.field)
        self.add_button("Done", "primary").clicked.connect(self.accept)
        self.finished.connect(self.field.keep)
        self.field.setFocus()

    def _show(self, _touched: object = None) -> None:
        review = self._voice.review(self._document.assessment.cycle)
        self.field.show_text((review.overall or "") if review is not None else "")

    def _on_written(self, text: str) -> None:
        after = self._voice.summed_up(self._document.assessment, text)
        self._document.edit("overall comments", after, (), merge_key="overall comments")

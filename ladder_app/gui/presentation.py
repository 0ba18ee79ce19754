"""The conversation on a screen that both look at: one criterion at a time, in large letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.domain.entries import Rating
from ladder_app.gui.kept_field import KeptField
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.slide import Slide
from ladder_app.gui.step_cells import StepCells
from ladder_app.gui.theme import SEMIBOLD, SMALL_PX, Theme
from ladder_app.markup import isolated
from ladder_app.report.conversation_words import agreed_hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from ladder_app.gui.conversation_model import ConversationModel
    from ladder_app.gui.document import Document
    from ladder_app.gui.talking import Talking

_USUAL_WIDTH, _USUAL_HEIGHT = 800, 500
_SMALLEST_PERCENT, _LARGEST_PERCENT = 100, 400
_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_J, Qt.Key.Key_Space)
_PREVIOUS = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_K)


class Presentation(QWidget):
    """Shows criteria one after the other over the whole screen; letters are as large as it allows.

    Arrows go on and back, digits record what is agreed, Return leads to the words for it, Escape leaves.
    """

    left = Signal(str)
    """It is over; the criterion that was shown last."""

    def __init__(
        self,
        theme: Theme,
        document: Document,
        model: ConversationModel,
        talking: Talking,
        ids: Sequence[str],
        first: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("presentation")
        self.setAccessibleName("Presentation")
        self.setWindowTitle(f"{isolated(document.assessment.person.name)} – Ladder")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._base = theme
        self._theme = theme
        self._document = document
        self._model = model
        self._talking = talking
        self._ids = list(ids)
        self._place = self._ids.index(first) if first in self._ids else 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._sheet: QWidget | None = None
        self._words: KeptField | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._show_larger)
        document.criteria_changed.connect(self._on_changed)
        document.level_changed.connect(self._on_everything_changed)

    @property
    def criterion_id(self) -> str:
        """The criterion on screen."""
        return self._ids[self._place]

    def step_by(self, steps: int) -> None:
        """Go on, or back if negative; stays at the ends."""
        place = min(max(self._place + steps, 0), len(self._ids) - 1)
        if place != self._place:
            self._keep()
            self._place = place
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        elif control and key == Qt.Key.Key_Z:
            stack = self._document.undo_stack
            (stack.redo if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else stack.undo)()
        elif key in _NEXT or key in _PREVIOUS:
            self.step_by(1 if key in _NEXT else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.step_by(-len(self._ids) if key == Qt.Key.Key_Home else len(self._ids))
        elif text.isdecimal() and int(text) <= self._document.assessment.role.scale.highest:
            self._agree(Rating(step=int(text)))
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_N):
            self._agree(None if key == Qt.Key.Key_Backspace else Rating(not_applicable=""))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._words is not None:
            self._words.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = event.size()
        percent = 100 * min(size.width() / _USUAL_WIDTH, size.height() / _USUAL_HEIGHT)
        percent = min(max(percent, _SMALLEST_PERCENT), _LARGEST_PERCENT)
        self._theme = Theme(self._base.dark, round(percent), self._base.family)
        self._settled.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep()
        self.left.emit(self.criterion_id)
        super().closeEvent(event)

    def _show_larger(self) -> None:
        """The same in letters of another size; whoever was writing goes on."""
        words = self._words
        is_writing = words is not None and words.hasFocus()
        self._keep()
        self._show()
        if is_writing and self._words is not None:
            self._words.setFocus()
            self._words.moveCursor(QTextCursor.MoveOperation.End)

    def _show(self) -> None:
        theme = self._theme
        self._keep()
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet.deleteLater()
        sheet = self._sheet = QWidget(self)
        sheet.setObjectName("panel")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(theme.px(34), theme.px(18), theme.px(34), theme.px(20))
        column.setSpacing(theme.px(12))
        column.addLayout(self._head())
        self._slide = self._made_slide(sheet)
        column.addWidget(self._slide, 1)
        column.addLayout(self._foot(sheet))
        self._column.addWidget(sheet)
        sheet.show()
        self._show_agreed()
        self.setFocus()

    def _made_slide(self, sheet: QWidget) -> Slide:
        review = self._model.review
        item = self._model.compared(self.criterion_id)
        reviewer = review.reviewer if review is not None else ""
        return Slide(self._theme, self._document.assessment, item, reviewer, sheet)

    def _head(self) -> QHBoxLayout:
        theme = self._theme
        head = QHBoxLayout()
        where = f"{self._place + 1} of {len(self._ids)}"
        head.addWidget(text_label(theme, where, SMALL_PX, SEMIBOLD, tone="muted", wrap=False))
        head.addStretch(1)
        last = self._place == len(self._ids) - 1
        for words, slot, can in (
            ("Previous", self._back, self._place > 0),
            ("Next", self._on, not last),
            ("Leave", self.close, True),
        ):
            made = button(theme, words, "link")
            made.setFont(theme.font(SMALL_PX))
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setEnabled(can)
            made.clicked.connect(slot)
            head.addSpacing(theme.px(10))
            head.addWidget(made)
        return head

    def _foot(self, sheet: QWidget) -> QVBoxLayout:
        theme = self._theme
        foot = QVBoxLayout()
        foot.setSpacing(theme.px(6))
        head = QHBoxLayout()
        head.addWidget(text_label(theme, "Agreed", SMALL_PX, SEMIBOLD, tone="muted", wrap=False))
        self._hint = text_label(theme, "", SMALL_PX, wrap=False)
        head.addWidget(self._hint)
        head.addStretch(1)
        foot.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        self._cells = StepCells(theme, self._document.assessment.role.scale, "Agreed", sheet)
        self._cells.chosen.connect(self._agree)
        row.addWidget(self._cells, 0, Qt.AlignmentFlag.AlignTop)
        self._words = KeptField(theme, self._document.being_typed, "What we agreed", "What we agreed…", 1, sheet)
        self._words.most_lines = 3
        self._words.written.connect(self._on_written)
        self._words.submitted.connect(self.setFocus)
        self._words.abandoned.connect(self.setFocus)
        row.addWidget(self._words, 1)
        foot.addLayout(row)
        if self._document.read_only:
            self._cells.setEnabled(False)
            self._words.setReadOnly(True)
        return foot

    def _show_agreed(self) -> None:
        assessment = self._document.assessment
        recorded = assessment.cycle.agreed.get(self.criterion_id)
        agreed = self._model.compared(self.criterion_id).agreed
        self._cells.show_rating(recorded.rating if recorded is not None else None)
        self._hint.setText(agreed_hint(assessment.role.scale, recorded, agreed))
        if self._words is not None:
            self._words.show_text((recorded.text or "") if recorded is not None else "")

    def _on_changed(self, touched: frozenset[str]) -> None:
        self._model.refresh()
        if self._sheet is not None and self.criterion_id in touched:
            if self._document.is_meeting:
                self._show_slide(self._sheet)
            self._show_agreed()

    def _on_everything_changed(self) -> None:
        """What another program changed leaves the presentation where it is, as long as its criteria are there."""
        known = self._document.target.by_id
        if not self._document.is_meeting or any(name not in known for name in self._ids):
            self.close()
            return
        self._model.refresh()
        if self._sheet is not None:
            self._show_slide(self._sheet)
            self._show_agreed()

    def _show_slide(self, sheet: QWidget) -> None:
        """Show both views as they are now; what is being written below stays."""
        before, self._slide = self._slide, self._made_slide(sheet)
        layout = sheet.layout()
        if layout is not None:
            layout.replaceWidget(before, self._slide)
        before.hide()
        before.deleteLater()
        self._slide.show()

    def _on(self) -> None:
        self.step_by(1)

    def _back(self) -> None:
        self.step_by(-1)

    def _keep(self) -> None:
        if self._words is not None:
            self._words.keep()

    def _agree(self, rating: object) -> None:
        self._talking.agree(self.criterion_id, rating)  # type: ignore[arg-type] # a Rating or None

    def _on_written(self, text: str) -> None:
        self._talking.write_agreed(self.criterion_id, text)

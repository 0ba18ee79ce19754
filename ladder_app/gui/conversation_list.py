"""The card with the list of the Conversation page: the scale above it, or words where nothing is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ladder_app.domain.comparison import Outcome
from ladder_app.gui.conversation_columns import Columns, ScaleHeader
from ladder_app.gui.conversation_view import ConversationView
from ladder_app.gui.parts import text_label
from ladder_app.report.conversation_words import nothing_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ladder_app.domain.scale import Scale
    from ladder_app.gui.conversation_model import ConversationModel
    from ladder_app.gui.theme import Theme

_EDGE_PX, _PAD_PX, _LINE_PX = 4, 18, 1


class TalkList(QFrame):
    """As high as its rows where there is room."""

    def __init__(self, theme: Theme, scale: Scale, model: ConversationModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._model = model
        column = QVBoxLayout(self)
        column.setContentsMargins(1, theme.px(_EDGE_PX), 1, theme.px(_EDGE_PX))
        column.setSpacing(0)
        self._header = ScaleHeader(theme, scale, self)
        column.addWidget(self._header)
        self.view = ConversationView(theme, model, self)
        self.view.columns_changed.connect(self._show_columns)
        column.addWidget(self.view, 1)
        self._nothing = text_label(theme, "", tone="muted")
        self._nothing.setContentsMargins(*[theme.px(_PAD_PX)] * 4)
        column.addWidget(self._nothing)

    def refresh(self, person: str) -> None:
        """Show whose marks are which, and the rows or what there is to say instead."""
        model = self._model
        has_rows = model.rowCount() > 0
        for part in (self._header, self.view):
            part.setVisible(has_rows)
        self._nothing.setVisible(not has_rows)
        self._header.show_names(person, model.comparison.reviewer)
        if not has_rows:
            same, one_sided = len(model.comparison.of(Outcome.SAME)), len(model.comparison.one_sided)
            self._nothing.setText("\n".join(nothing_words(model.tab.value, same=same, one_sided=one_sided)))
        self.fit()
        if has_rows and self.view.current_key() is None:
            self.view.step_by(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """Be no higher than what is shown."""
        self.view.fit()
        highest = 2 * (self._theme.px(_EDGE_PX) + _LINE_PX)
        if self._model.rowCount():
            highest += self._header.height() + self.view.maximumHeight()
        else:
            highest += self._nothing.heightForWidth(max(self.width(), self._theme.px(200)))
        self.setMaximumHeight(highest)

    def _show_columns(self, columns: Columns) -> None:
        self._header.show_columns(columns)

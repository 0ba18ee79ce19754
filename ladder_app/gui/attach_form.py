"""The quick chooser: which criteria do these entries support?"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Evidence
from ladder_app.gui.attach_model import AttachModel
from ladder_app.gui.painted import lay_out
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.search_field import SearchField
from ladder_app.gui.theme import BODY_PX, HEADING_PX, SEMIBOLD, SMALL_PX, Theme
from ladder_app.markup import plain
from ladder_app.report.words import counted

_LINE, _PAD, _BOX, _GAP = 18, 7, 16, 10
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MARK = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.32))
_DASH = ((0.25, 0.5), (0.75, 0.5))


class _Boxes(QStyledItemDelegate):
    """Paints a box and the whole text of a criterion beside it."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = theme.font(BODY_PX)
        self.width = 200

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        height = lay_out(index.data(), self._font, self._text_width(), self._theme.px(_LINE))[1]
        return QSize(0, round(height) + 2 * self._theme.px(_PAD))

    def _text_width(self) -> float:
        return max(60.0, self.width - self._theme.px(2 * _PAD + _BOX + _GAP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, px, rect = self._theme, self._theme.px, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("tint"))
            painter.drawRoundedRect(rect, px(5), px(5))
        state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        side = px(_BOX)
        box = QRectF(rect.left() + px(_PAD), rect.top() + px(_PAD) + (px(_LINE) - side) / 2, side, side)
        box.adjust(0.5, 0.5, -0.5, -0.5)
        is_on = state is not Qt.CheckState.Unchecked
        painter.setPen(QPen(theme.colour("accent" if is_on else "control"), 1))
        painter.setBrush(theme.colour("accent" if is_on else "panel"))
        painter.drawRoundedRect(box, px(4), px(4))
        if is_on:
            shares = _MARK if state is Qt.CheckState.Checked else _DASH
            painter.setPen(QPen(theme.colour("accent_text"), box.width() / 9, c=Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(
                QPolygonF([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in shares])
            )
        painter.setPen(theme.colour("text"))
        text = lay_out(index.data(), self._font, self._text_width(), px(_LINE))[0]
        text.draw(painter, QPointF(rect.left() + px(_PAD + _BOX + _GAP), rect.top() + px(_PAD)))
        painter.restore()


class _Choices(QListView):
    def __init__(self, theme: Theme, model: AttachModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._boxes = _Boxes(theme, self)
        self._criteria = model
        self.setObjectName("choices")
        self.setAccessibleName("Criteria to attach to")
        self.setItemDelegate(self._boxes)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        self.clicked.connect(model.toggle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._boxes.width = self.viewport().width()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # Qt does so by itself only where the height changed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._criteria.toggle(self.currentIndex())
        elif event.key() in (*_RETURN, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)


class AttachForm(QWidget):
    """A search field over boxes: arrows move, Space or a click ticks, Return attaches, Escape leaves."""

    kept = Signal(object)
    """The entries as they are to be."""
    abandoned = Signal()

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[Evidence],
        names: Mapping[str, str],
        suggested: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entries = list(entries)
        self.model = AttachModel(names, entries, suggested, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(18), theme.px(18), theme.px(12), theme.px(16))
        column.setSpacing(theme.px(8))
        many = len(entries) > 1
        caption = capitalised_count(len(entries)) if many else plain(entries[0].text)
        column.addWidget(text_label(theme, "What it supports", SMALL_PX, SEMIBOLD, tone="muted"))
        column.addWidget(
            text_label(theme, caption if len(caption) < 160 else f"{caption[:159]}…", HEADING_PX, SEMIBOLD)
        )
        self.search = SearchField(self)
        self.search.setFont(theme.font())
        self.search.setPlaceholderText("Type to find criteria")
        self.search.setAccessibleName("Find criteria")
        self.search.textChanged.connect(self._on_typed)
        self.search.installEventFilter(self)
        column.addWidget(self.search)
        self.choices = _Choices(theme, self.model, self)
        column.addWidget(self.choices, 1)
        self._nothing = text_label(theme, "No criterion has these words.", tone="muted")
        self._nothing.hide()
        column.addWidget(self._nothing)
        column.addWidget(
            text_label(theme, "Likely ones first. ↓ and Space tick, Return attaches.", SMALL_PX, tone="muted")
        )
        foot = QHBoxLayout()
        foot.addStretch(1)
        cancel = button(theme, "Cancel")
        cancel.clicked.connect(self.abandoned)
        attach = button(theme, "Attach", "primary")
        attach.clicked.connect(self.keep)
        foot.addWidget(cancel)
        foot.addWidget(attach)
        column.addLayout(foot)
        self.choices.setCurrentIndex(self.model.index(0))

    def meet(self, assessment: Assessment) -> None:
        """Another program changed the entries, or took some of them away."""
        known = {entry.id: entry for entry in assessment.cycle.evidence}
        self._entries = [known.get(entry.id, entry) for entry in self._entries]
        self.model.meet(self._entries)

    def keep(self) -> None:
        """Attach as ticked."""
        self.kept.emit(self.model.changed())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search field move in the list; Escape empties it first, then leaves."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.choices.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and not self.search.text():
                self.abandoned.emit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURN:
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.abandoned.emit()
        else:
            super().keyPressEvent(event)

    def _on_typed(self, words: str) -> None:
        self.model.search(words)
        self.choices.setCurrentIndex(self.model.index(0))
        self._nothing.setVisible(self.model.rowCount() == 0)


def capitalised_count(count: int) -> str:
    """`Three entries`."""
    words = counted(count, "entry", "entries")
    return words[:1].upper() + words[1:]

"""The lines of a source, each marked with where it went."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ladder_app.gui.importing.words import MARKS
from ladder_app.gui.theme import REGULAR, SEMIBOLD
from ladder_app.importers.result import Place
from ladder_app.importers.source_files import number_at
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection, QObject
    from PySide6.QtGui import QPainter, QResizeEvent

    from ladder_app.gui.theme import Theme
    from ladder_app.importers.result import AccountLine, Imported
    from ladder_app.importers.source_files import SourceFile

Index = QModelIndex | QPersistentModelIndex

LINE = Qt.ItemDataRole.UserRole
HEAD = Qt.ItemDataRole.UserRole + 1
"""The name of the file that begins with a line, where several are one source."""
NUMBER = Qt.ItemDataRole.UserRole + 2
"""The line as its file counts it; empty where no file has it."""
_ROOT = QModelIndex()
_NUMBER_PX, _MARK_PX, _PAD_PX, _HEAD_PX = 44, 122, 4, 30
_TEXT_PX, _NOTE_PX = 13, 11.5
_STRONG = (Place.LEVEL, Place.TITLE, Place.UNPLACED)


class SourceModel(QAbstractListModel):
    """The account, line by line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[SourceFile, ...] = ()
        self._heads: dict[int, str] = {}
        self._lines: tuple[AccountLine, ...] = ()
        self._asked: frozenset[int] = frozenset()

    def show_account(self, found: Imported) -> None:
        """Show where each line went."""
        asked = frozenset(q.line for q in found.questions)
        if [line.line for line in found.account] != [line.line for line in self._lines]:
            self.beginResetModel()
            self._lines, self._asked, self._files = found.account, asked, found.files
            self._heads = {self._lines[self.row_of(file.first)].line: file.name for file in found.files}
            self.endResetModel()
            return
        self._lines, self._asked = found.account, asked
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    @property
    def lines(self) -> tuple[AccountLine, ...]:
        """The lines as they are placed now."""
        return self._lines

    def row_of(self, line: int) -> int:
        """The row of a line of the source, or of the next below it."""
        return next((row for row, known in enumerate(self._lines) if known.line >= line), len(self._lines) - 1)

    def is_asked(self, line: AccountLine) -> bool:
        """Whether a question is open about this line."""
        return line.line in self._asked

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == LINE:
            return line
        if role == HEAD:
            return self._heads.get(line.line, "")
        if role == NUMBER:
            return str(number_at(self._files, line.line) or "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def _spoken(self, line: AccountLine) -> str:
        head, number = self._heads.get(line.line, ""), number_at(self._files, line.line)
        file = f"File {isolated(head)}. " if head else ""
        question = ", question" if self.is_asked(line) else ""
        at = "Not in a file" if number is None else f"Line {number}"
        return f"{file}{at}, {MARKS[line.place][1]}{question}: {line.text.strip()}"


class SourceDelegate(QStyledItemDelegate):
    """Draws number, glyph and word of the place, and the text, wrapped."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heights: dict[tuple[str, bool, int], int] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, line = self._theme, index.data(LINE)
        glyph, word, tone = MARKS[line.place]
        model = index.model()
        asks = isinstance(model, SourceModel) and model.is_asked(line)
        room, state = option.rect, option.state
        painter.save()
        head = str(index.data(HEAD) or "")
        if head:
            room = room.adjusted(0, theme.px(_HEAD_PX), 0, 0)
            self._draw_head(painter, QRect(option.rect.topLeft(), room.topRight()), head)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, theme.colour("tint"))
        painter.fillRect(
            QRect(room.left(), room.top(), theme.px(3), room.height()), theme.colour("warn" if asks else tone)
        )
        pad = theme.px(_PAD_PX)
        top, height = room.top() + pad, room.height() - 2 * pad
        painter.setFont(theme.font(_NOTE_PX))
        painter.setPen(theme.colour("muted"))
        number = QRect(room.left(), top, theme.px(_NUMBER_PX) - theme.px(6), height)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(index.data(NUMBER)))
        painter.setFont(theme.font(_NOTE_PX, SEMIBOLD))
        painter.setPen(theme.colour("warn" if asks else tone))
        mark = QRect(room.left() + theme.px(_NUMBER_PX), top, theme.px(_MARK_PX) - theme.px(4), height)
        words = f"{glyph} {word}" + (" ?" if asks and line.place is not Place.UNPLACED else "")
        painter.drawText(mark, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)
        faint = line.place in (Place.LAYOUT, Place.FRONT_MATTER)
        painter.setPen(theme.colour("muted" if faint else "text"))
        place = self._text_rect(room)
        _laid_out(line, self._font(line), place.width())[0].draw(painter, QPointF(place.topLeft()))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(room.adjusted(0, 0, -1, -1))
        painter.restore()

    def _draw_head(self, painter: QPainter, room: QRect, head: str) -> None:
        theme = self._theme
        painter.setPen(theme.colour("line"))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.setFont(theme.font(_TEXT_PX, SEMIBOLD))
        painter.setPen(theme.colour("text"))
        place = room.adjusted(theme.px(8), theme.px(8), -theme.px(8), -theme.px(2))
        words = painter.fontMetrics().elidedText(head, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _text_rect(self, room: QRect) -> QRect:
        pad, left = self._theme.px(_PAD_PX), self._theme.px(_NUMBER_PX + _MARK_PX)
        return room.adjusted(left, pad, -self._theme.px(8), -pad)

    def _font(self, line: AccountLine) -> QFont:
        return self._theme.font(_TEXT_PX, SEMIBOLD if line.place in _STRONG else REGULAR)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 600
        line = index.data(LINE)
        key = (line.text, line.place in _STRONG, width)
        height = self._heights.get(key)
        if height is None:
            room = self._text_rect(QRect(0, 0, width, 0)).width()
            height = self._heights[key] = ceil(_laid_out(line, self._font(line), room)[1])
        head = self._theme.px(_HEAD_PX) if index.data(HEAD) else 0
        return QSize(width, height + head + 2 * self._theme.px(_PAD_PX))


def _laid_out(line: AccountLine, font: QFont, width: int) -> tuple[QTextLayout, float]:
    """The text of a line, broken at words, and how high it is."""
    layout = QTextLayout(_shown(line), font)
    layout.setTextOption(_WRAPPED)
    layout.beginLayout()
    height = 0.0
    while (row := layout.createLine()).isValid():
        row.setLineWidth(max(width, 40))
        row.setPosition(QPointF(0, height))
        height += row.height()
    layout.endLayout()
    return layout, height


_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


def _shown(line: AccountLine) -> str:
    return line.text.strip().replace("\t", "  ")[:4000]


class SourceView(QListView):
    """The source; the person selects lines and says what they are."""

    lines_selected = Signal()

    def __init__(self, theme: Theme, model: SourceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = model
        self.setObjectName("importsource")
        self.setAccessibleName("Source")
        self.setModel(model)
        self.setItemDelegate(SourceDelegate(theme, self))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def selected_lines(self) -> list[AccountLine]:
        """The selected lines, in order."""
        return [self.source.lines[row] for row in sorted(index.row() for index in self.selectedIndexes())]

    def go_to(self, line: int) -> None:
        """Select a line and bring it into view."""
        index = self.source.index(self.source.row_of(line))
        # The view itself would look at the keys that are held, and Ctrl+J would select one more line.
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, only)
        self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def search(self, words: str, *, onward: bool = False) -> bool:
        """Go to the next line that holds these words, from where the person is; says whether there is one."""
        wanted, count = words.casefold().strip(), len(self.source.lines)
        start = max(self.currentIndex().row(), 0) + onward
        for step in range(count if wanted else 0):
            line = self.source.lines[(start + step) % count]
            if wanted in line.text.casefold():
                self.go_to(line.line)
                return True
        return False

    def next_of(self, place: Place) -> bool:
        """Go to the next line of that place; says whether there is one."""
        count, start = len(self.source.lines), self.currentIndex().row() + 1
        for step in range(count):
            line = self.source.lines[(start + step) % count]
            if line.place is place:
                self.go_to(line.line)
                return True
        return False

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.lines_selected.emit()

    def keyboardSearch(self, _search: str) -> None:
        """Letters are decisions here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

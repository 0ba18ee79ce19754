"""A layout that fills lines as a text does: what has no room on a line goes onto the next."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets one after the other, each as wide as it wants to be and never wider than the line.

    Those that can grow share what is left of their line; those of less height stand in its middle.
    """

    def __init__(self, gap: int, line_gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._gap = gap
        self._line_gap = line_gap
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = list(self._lines(width))
        return sum(_height(line) for line in lines) + self._line_gap * max(len(lines) - 1, 0)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            height = _height(line)
            self._place(line, QRect(rect.left(), top, rect.width(), height))
            top += height + self._line_gap

    def _place(self, line: list[QLayoutItem], room: QRect) -> None:
        wanted = [min(item.sizeHint().width(), room.width()) for item in line]
        growing = [place for place, item in enumerate(line) if item.expandingDirections() & Qt.Orientation.Horizontal]
        left_over = room.width() - sum(wanted) - self._gap * (len(line) - 1)
        for place in growing:
            wanted[place] += left_over // len(growing)
        left = room.left()
        for item, width in zip(line, wanted, strict=True):
            height = min(item.sizeHint().height(), room.height())
            item.setGeometry(QRect(QPoint(left, room.top() + (room.height() - height) // 2), QSize(width, height)))
            left += width + self._gap

    def _shown(self) -> Iterator[QLayoutItem]:
        return (item for item in self._items if not item.isEmpty())

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        line: list[QLayoutItem] = []
        used = 0
        for item in self._shown():
            wanted = item.sizeHint().width()
            if line and used + self._gap + wanted > width:
                yield line
                line, used = [], 0
            used += wanted + (self._gap if line else 0)
            line.append(item)
        if line:
            yield line


def _height(line: list[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in line)

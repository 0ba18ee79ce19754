"""Input fields that the inspector's forms are made of."""

from datetime import date
from math import ceil

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QDateEdit, QLineEdit, QPlainTextEdit, QWidget

from ladder_app.gui.choice import draw_arrow
from ladder_app.gui.theme import Theme

_MOST_LINES = 12


class TextField(QPlainTextEdit):
    """A plain text field that is as high as its text, up to a dozen lines (or `most_lines`).

    Tab leaves it, Ctrl+Return submits, Escape gives up.
    """

    submitted = Signal()
    abandoned = Signal()
    left = Signal()

    def __init__(
        self, theme: Theme, name: str, placeholder: str = "", lines: int = 2, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fewest_lines = lines
        self.most_lines = _MOST_LINES
        self.setFont(theme.font())
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_words(self, words: str) -> None:
        """Have this text, as if nobody had typed it: the cursor stays where it was in what is the same."""
        before = self.toPlainText()
        if before == words:
            return
        start, end = kept_ends(before, words)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(len(before) - end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words[start : len(words) - end])
        self.document().clearUndoRedoStacks()  # or a key would type again what was there before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.abandoned.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        lines = round(self.document().size().height())
        height = self._height_of(min(max(lines, self._fewest_lines), self.most_lines))
        if lines <= self.most_lines:  # lines in other scripts may be higher
            height = max(height, self._text_height())
        margins = self.contentsMargins()
        height += margins.top() + margins.bottom() + 2
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def _height_of(self, lines: int) -> int:
        return ceil(QFontMetricsF(self.font()).lineSpacing() * lines + 2 * self.document().documentMargin())

    def _text_height(self) -> int:
        """How high the whole text is, with the margin that Qt asks for below it before it scrolls."""
        height, block = self.document().documentMargin() + 1, self.document().firstBlock()
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return ceil(height)


def kept_ends(before: str, after: str) -> tuple[int, int]:
    """How many characters at the beginning and at the end of a text are the same in another."""
    start = _alike(before, after)
    return start, _alike(before[start:][::-1], after[start:][::-1])


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def show_in_line(field: QLineEdit, words: str) -> None:
    """Have a line say this; the cursor stays where it was in what is the same."""
    before, cursor = field.text(), field.cursorPosition()
    if before == words:
        return
    start, end = kept_ends(before, words)
    field.setText(words)
    if cursor <= start:
        field.setCursorPosition(cursor)
    elif cursor >= len(before) - end:
        field.setCursorPosition(len(words) - (len(before) - cursor))


class ReasonField(QLineEdit):
    """One line that says when the keyboard leaves it, also where nothing was written."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class DateField(QDateEdit):
    """A date with a calendar, written as `15 Mar 2027`."""

    def __init__(self, theme: Theme, name: str, value: date, parent: QWidget | None = None) -> None:
        super().__init__(QDate(value.year, value.month, value.day), parent)
        self._theme = theme
        self.setFont(theme.font())
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy")
        self.setMinimumWidth(theme.px(128))
        self.setFixedHeight(theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_arrow(painter, self._theme, self.width() - self._theme.px(10), self.height() / 2)
        painter.end()

    def show_value(self, value: date) -> None:
        """Show another date."""
        self.setDate(QDate(value.year, value.month, value.day))

    def value(self) -> date:
        """The date shown."""
        day = self.date()
        return date(day.year(), day.month(), day.day())

"""A list that shows its first rows, and the rest when asked."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.gui.parts import button, rule
from ladder_app.gui.theme import Theme

T = TypeVar("T")


class FoldedList(QWidget, Generic[T]):
    """Rows under each other, with thin lines between if `ruled`.

    Those after the first few are made when the person asks for them. `row` makes the widget of
    one item inside its parent. `all_of_them` is what the button says: `Show all 23 gaps`.
    """

    def __init__(
        self,
        theme: Theme,
        items: Sequence[T],
        row: Callable[[T, QWidget], QWidget],
        all_of_them: str,
        first: int = 8,
        *,
        ruled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = row
        self._ruled = ruled
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        # A button in place of a single row would save nothing.
        shown = first if len(items) > first + 1 else len(items)
        self._rest = items[shown:]
        for item in items[:shown]:
            self._add(item)
        if self._rest:
            self._more = button(theme, all_of_them, "link")
            self._more.clicked.connect(self.unfold)
            below = QHBoxLayout()
            below.setContentsMargins(theme.px(8), theme.px(8), 0, theme.px(6))
            below.addWidget(self._more)
            self._column.addLayout(below)

    def unfold(self) -> None:
        """Show all of the rows; the first new one gets the focus that the button had."""
        rest, self._rest = self._rest, ()
        if not rest:
            return
        first_new = self._add(rest[0])
        for item in rest[1:]:
            self._add(item)
        first_new.show()
        first_new.setFocus()
        self._more.hide()

    def _add(self, item: T) -> QWidget:
        if self._ruled and self._column.count():
            self._column.addWidget(rule())
        row = self._make(item, self)
        self._column.addWidget(row)
        return row

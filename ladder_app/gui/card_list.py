"""Lists of cards: rows as wide as the list, less a margin; and what is the current one when other rows are shown."""

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ladder_app.gui.row_delegate import CardDelegate
from ladder_app.gui.row_list import RowList
from ladder_app.gui.row_model import ListedRows, R, RowModel


class CardList(RowList):
    """Tells its delegate how much room there is."""

    def __init__(
        self, model: RowModel, delegate: CardDelegate, name: str, right_inset: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, delegate, name, parent)
        self._cards = delegate
        self._right_inset = right_inset

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._cards.content_width = self.width() - self._right_inset
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # Qt does so by itself only where the height changed


class ValueList(CardList, Generic[R]):
    """Shows rows that are values, and others in their place when something has changed."""

    def __init__(
        self, model: ListedRows[R], delegate: CardDelegate, name: str, right_inset: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, delegate, name, right_inset, parent)
        self._values = model

    def current_row(self) -> R | None:
        """The row that keys act on."""
        return self._values.row_at(self.currentIndex())

    def show_rows(self, rows: Sequence[R], is_made: Callable[[str], bool]) -> None:
        """Show other rows, and stay where the person is: at the row that is the current one, wherever it has gone.

        `is_made` says of a key that was not listed before whether the person has just made what it names: if so of
        exactly one, that is the next thing to look at. Where the current row is gone, the nearest to it is.
        """
        before, current, scrolled_to = self._values.row_keys(), self.current_key(), self.verticalScrollBar().value()
        self._cards.forget()
        self._values.show_rows(rows)
        self.verticalScrollBar().setValue(scrolled_to)
        keys = self._values.row_keys()
        made = [key for key in set(keys).difference(before) if is_made(key)] if before else []
        wanted = made[0] if len(made) == 1 else current
        if keys and (wanted is None or not self.show_key(wanted)):
            place = before.index(wanted) if wanted in before else 0
            self.show_key(keys[min(place, len(keys) - 1)])

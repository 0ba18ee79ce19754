"""One level that another builds on: which, with which kinds of its criteria, and the sentence that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.domain.role import Extends, Kind
from ladder_app.gui.choice import Choice
from ladder_app.gui.parts import button
from ladder_app.gui.role_editor.line_field import line_field, show_line
from ladder_app.gui.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.gui.theme import Theme


class BaseCard(QFrame):
    """Shows an `Extends`, and says what the person makes of it."""

    edited = Signal(object)
    """The `Extends` as it is to be; None where it is to go."""

    def __init__(self, theme: Theme, levels: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._levels = levels
        self._shown: Extends | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(10)] * 4)
        column.setSpacing(theme.px(6))
        top = QHBoxLayout()
        self._level = Choice(theme, "Level it builds on", self)
        for name, title in levels:
            self._level.addItem(title, name)
        self._level.activated.connect(self._tell)
        away = button(theme, "Remove", "link")
        away.clicked.connect(self._remove)
        top.addWidget(self._level, 1)
        top.addWidget(away)
        column.addLayout(top)
        kinds = QHBoxLayout()
        self._kinds = {
            Kind.RESPONSIBILITY: Tick(theme, "its responsibilities", parent=self),
            Kind.REQUIREMENT: Tick(theme, "its requirements", parent=self),
        }
        for tick in self._kinds.values():
            tick.clicked.connect(self._tell)
            kinds.addWidget(tick)
        kinds.addStretch(1)
        column.addLayout(kinds)
        self._text = line_field(theme, "Sentence that says so", "All of the responsibilities of …", self)
        self._text.textEdited.connect(self._tell)
        column.addWidget(self._text)
        self.stops: tuple[QWidget, ...] = (self._level, away, *self._kinds.values(), self._text)
        """Where Tab stops, in this order."""

    def show_extends(self, extends: Extends) -> None:
        """Show this."""
        self._shown = extends
        place = next((place for place, (name, _) in enumerate(self._levels) if name == extends.level), -1)
        self._level.setCurrentIndex(place)
        for kind, tick in self._kinds.items():
            tick.setChecked(kind in extends.kinds)
        show_line(self._text, extends.text or "")

    def _tell(self, _value: object = None) -> None:
        if self._shown is None:
            return
        level = self._level.currentData() or self._shown.level
        kinds = tuple(kind for kind, tick in self._kinds.items() if tick.isChecked())
        if not kinds:  # one of the two is what it is there for
            self.show_extends(self._shown)
            return
        self.edited.emit(
            self._shown.model_copy(update={"level": level, "kinds": kinds, "text": self._text.text() or None})
        )

    def _remove(self) -> None:
        self.edited.emit(None)

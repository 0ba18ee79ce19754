"""The way back from the inspector to the list, where there is room for one of them only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.gui.parts import button, rule
from ladder_app.gui.theme import Theme


class WayBack(QWidget):
    """A link above the inspector; Escape does the same."""

    taken = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        back = button(theme, "← All criteria", "link")
        back.setAccessibleName("Back to all criteria")
        back.setToolTip("Escape")
        back.clicked.connect(self.taken)
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(18), 0, theme.px(18), 0)
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(10), 0, 0)
        column.setSpacing(theme.px(9))
        column.addLayout(line)
        column.addWidget(rule())

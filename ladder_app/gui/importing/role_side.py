"""The right side of the import window: the role, and what is different against one in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ladder_app.gui.importing.role_marks import marks_of
from ladder_app.gui.importing.role_tree import RoleTree
from ladder_app.gui.parts import text_label
from ladder_app.gui.theme import BODY_PX, SEMIBOLD
from ladder_app.markup import isolated, plain

if TYPE_CHECKING:
    from ladder_app.domain.history import RoleDifference
    from ladder_app.gui.importing.understanding import Understanding
    from ladder_app.gui.theme import Theme

_NEXT = QKeySequence("Ctrl+D").toString(QKeySequence.SequenceFormat.NativeText)
_NOTHING = "No role yet: press L on a line that is a level."


class RoleSide(QWidget):
    """The role as a tree, under the words about the role that it is a newer state of."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(10), theme.px(8), 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(text_label(theme, "Role", BODY_PX, SEMIBOLD, wrap=False))
        self._difference = text_label(theme, "", 12, tone="accent")
        self._difference.setContentsMargins(0, 0, theme.px(16), 0)
        column.addWidget(self._difference)
        self._nothing = text_label(theme, _NOTHING, tone="muted")
        self._nothing.setContentsMargins(0, 0, theme.px(16), 0)
        column.addWidget(self._nothing)
        self.tree = RoleTree(theme, self)
        # Lists scroll; words above them are never cut for them.
        self.tree.setMinimumHeight(theme.px(24))
        column.addWidget(self.tree, 1)

    def show_state(self, now: Understanding) -> None:
        """Show the role as it is now."""
        words = ""
        if now.difference is not None and now.earlier is not None:
            words = _words(now.difference, plain(now.earlier.title))
        self._difference.setText(words)
        self._difference.setVisible(bool(words))
        self._nothing.setVisible(now.role is None)
        self.tree.show_role(now.role, marks_of(now))


def _words(difference: RoleDifference, title: str) -> str:
    if difference.is_empty:
        return f"Every criterion is as in the role in use, “{isolated(title)}”."
    counts = f"{len(difference.new)} new, {len(difference.reworded)} reworded, {len(difference.gone)} gone"
    return f"Against the role in use, “{isolated(title)}”: {counts}. {_NEXT} goes to the next of them."

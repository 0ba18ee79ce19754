"""The order in which Tab goes through what was made later than what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


def tab_before(anchor: QWidget, widgets: Sequence[QWidget]) -> None:
    """Let Tab go through these, in this order, right before it comes to the anchor."""
    before: QWidget | None = anchor.previousInFocusChain()
    while before and before is not anchor and (before in widgets or before.focusPolicy() is Qt.FocusPolicy.NoFocus):
        before = before.previousInFocusChain()
    for widget in (*widgets, anchor):
        if before and before is not anchor:
            QWidget.setTabOrder(before, widget)
        before = widget

"""The keys of the window, as its menus have them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QMainWindow, QMenu, QVBoxLayout, QWidget

from ladder_app.gui.parts import text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.scroll_page import SideBySide
from ladder_app.gui.theme import BODY_PX, MEDIUM, SEMIBOLD, Theme

Group = tuple[str, list[tuple[str, str]]]
"""A heading, and under it what keys do and which they are."""

_NARROW_PX = 520
_IN_LISTS = (
    ("Assess: all of a criterion", "Enter"),
    ("Evidence: edit the entry", "Enter"),
    ("Evidence: choose the entry, or all", "Space  Ctrl+A"),
    ("Evidence: take a suggestion", "1  2  3"),
    ("Plan: done, or open again", "Space"),
    ("Plan: edit, or unfold", "Enter"),
    ("Conversation: talked about", "Space"),
    ("Conversation: words for what is agreed", "Enter"),
)
_ELSEWHERE = (
    ("Next, previous in a list", "↓  ↑"),
    ("First, last in a list", "Home  End"),
    ("Next, previous control", "Tab  Shift+Tab"),
    ("Press a button", "Space"),
    ("Keep what you write", "Ctrl+Enter"),
    ("Close, or leave a form", "Esc"),
)


class ShortcutsDialog(PlainDialog):
    """Every key that a menu entry of the window has, by menu, and those that lists and forms have."""

    def __init__(self, window: QMainWindow, theme: Theme, *, has_pages: bool = False) -> None:
        super().__init__(theme, "Keyboard shortcuts", 680, window)
        sides = SideBySide(theme, _NARROW_PX, gap_px=30, parent=self)
        lists: list[Group] = [("In the lists", list(_IN_LISTS))] if has_pages else []
        for groups in _balanced([*_menus(window), *lists, ("Everywhere", list(_ELSEWHERE))]):
            sides.add(self._column(groups), 1)
        self.body.addWidget(sides)
        self.body.addStretch(1)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName("Keyboard shortcuts")
        self.add_button("Close", "primary").clicked.connect(self.accept)

    def _column(self, groups: list[Group]) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, self.theme.px(8), 0)
        column.setSpacing(self.theme.px(6))
        for name, entries in groups:
            column.addWidget(text_label(self.theme, name, BODY_PX, SEMIBOLD))
            column.addLayout(self._table(entries))
            column.addSpacing(self.theme.px(12))
        column.addStretch(1)
        return side

    def _table(self, entries: list[tuple[str, str]]) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(self.theme.px(12))
        table.setVerticalSpacing(self.theme.px(4))
        table.setColumnStretch(0, 1)
        for line, (words, keys) in enumerate(entries):
            key = text_label(self.theme, keys, 12, MEDIUM, tone="muted", wrap=False)
            table.addWidget(text_label(self.theme, words), line, 0)
            table.addWidget(key, line, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return table


def _balanced(groups: list[Group]) -> tuple[list[Group], list[Group]]:
    """The groups in two columns, in their order, about as high as each other."""
    heights = [len(entries) + 2 for _, entries in groups]
    cut = min(range(len(groups) + 1), key=lambda place: abs(sum(heights[:place]) - sum(heights[place:])))
    return groups[:cut], groups[cut:]


def _menus(window: QMainWindow) -> Iterator[Group]:
    for entry in window.menuBar().actions():
        menu = entry.menu()
        if isinstance(menu, QMenu):
            found = [(_words(action), _keys(action)) for action in menu.actions() if _keys(action)]
            if found:
                yield _words(entry), found


def _words(action: QAction) -> str:
    # Undo and Redo say what of; the key is for anything.
    marked = (action.objectName() or action.text()).replace("&&", "\0").replace("&", "").replace("\0", "&")
    return marked.removesuffix("…")


def _keys(action: QAction) -> str:
    menu = action.menu()
    if isinstance(menu, QMenu):
        inside = [_keys(each) for each in menu.actions() if each.shortcuts()]
        return f"{inside[0]} … {inside[-1]}" if inside else ""
    # A key that is there under several names (the standard ones often are) is said once.
    native = QKeySequence.SequenceFormat.NativeText
    return "  ".join(dict.fromkeys(keys.toString(native) for keys in action.shortcuts()[:2]))

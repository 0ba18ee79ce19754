"""The keys of the window, as its menus have them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QMainWindow, QMenu, QScrollArea, QVBoxLayout, QWidget

from ladder_app.gui.parts import text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.scroll_page import Sheet
from ladder_app.gui.theme import BODY_PX, MEDIUM, SEMIBOLD, Theme

_ELSEWHERE = (
    ("Next or previous item of a list", "↓  ↑"),
    ("First or last item of a list", "Home  End"),
    ("Next or previous control", "Tab  Shift+Tab"),
    ("Press the button or link in focus", "Space"),
    ("Keep the evidence or action being written", "Ctrl+Enter"),
    ("Close a dialog, leave a form", "Esc"),
)


class ShortcutsDialog(PlainDialog):
    """Every key that a menu entry of the window has, by menu, and those that lists and forms have."""

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        super().__init__(theme, "Keyboard shortcuts", 620, window, height_px=620)
        sheet = Sheet()
        sheet.setObjectName("")
        columns = QGridLayout(sheet)
        columns.setContentsMargins(0, 0, theme.px(8), 0)
        columns.setHorizontalSpacing(theme.px(36))
        columns.setVerticalSpacing(theme.px(18))
        groups = [*_menus(window), ("Everywhere", list(_ELSEWHERE))]
        for place, (name, entries) in enumerate(groups):
            columns.addWidget(self._group(name, entries), place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
            columns.setColumnStretch(place % 2, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName("Keyboard shortcuts")
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(sheet)
        self.body.addWidget(scroll, 1)
        self.add_button("Close", "primary").clicked.connect(self.accept)

    def _group(self, name: str, entries: list[tuple[str, str]]) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(6))
        column.addWidget(text_label(self.theme, name, BODY_PX, SEMIBOLD))
        table = QGridLayout()
        table.setHorizontalSpacing(self.theme.px(12))
        table.setVerticalSpacing(self.theme.px(4))
        table.setColumnStretch(0, 1)
        for line, (words, keys) in enumerate(entries):
            key = text_label(self.theme, keys, 12, MEDIUM, tone="muted", wrap=False)
            table.addWidget(text_label(self.theme, words), line, 0)
            table.addWidget(key, line, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column.addLayout(table)
        return group


def _menus(window: QMainWindow) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for entry in window.menuBar().actions():
        menu = entry.menu()
        if isinstance(menu, QMenu):
            found = [(_words(action), _keys(action)) for action in menu.actions() if action.shortcuts()]
            if found:
                yield _words(entry), found


def _words(action: QAction) -> str:
    marked = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    return marked.removesuffix("…")


def _keys(action: QAction) -> str:
    # A key that is there under several names (the standard ones often are) is said once.
    native = QKeySequence.SequenceFormat.NativeText
    return "  ".join(dict.fromkeys(keys.toString(native) for keys in action.shortcuts()[:2]))

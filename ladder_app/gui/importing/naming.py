"""What the role and its levels are called, where the source does not say it or says it wrongly."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget

from ladder_app.gui.parts import text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.importers.decisions import Says, decision_on
from ladder_app.importers.result import Place
from ladder_app.markup import isolated, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from ladder_app.gui.importing.draft import ImportDraft
    from ladder_app.gui.importing.role_tree import RoleTree
    from ladder_app.gui.importing.source_view import SourceView
    from ladder_app.gui.theme import Theme
    from ladder_app.importers.result import AccountLine, Imported

_LONGEST = 200


class NameDialog(PlainDialog):
    """Asks for a name; Enter takes it."""

    given = Signal(str)

    def __init__(self, theme: Theme, headline: str, words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, headline, 480, parent)
        self.body.addWidget(text_label(theme, words, tone="muted"))
        self.field = QLineEdit(name)
        self.field.setFont(theme.font())
        self.field.setMaxLength(_LONGEST)
        self.field.setAccessibleName(headline)
        self.field.selectAll()
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self.ok = self.add_button("Call it that", "primary")
        self.ok.clicked.connect(self._give)
        self.field.textChanged.connect(self._show)
        self._was = name
        self._show()
        self.field.setFocus()

    def _show(self) -> None:
        said = self.field.text().strip()
        self.ok.setEnabled(bool(said) and said != self._was)

    def _give(self) -> None:
        self.given.emit(self.field.text().strip())
        self.accept()


class Naming(QObject):
    """Asks for names, and says them: undoable, and kept for the next time as all that is decided."""

    told = Signal(str)

    def __init__(self, draft: ImportDraft, window: QMainWindow) -> None:
        super().__init__(window)
        self._draft = draft
        self._window = window
        self._theme: Theme | None = None
        self._source: SourceView | None = None
        self._tree: RoleTree | None = None
        self.dialog: NameDialog | None = None

    def dress(self, theme: Theme, source: SourceView, tree: RoleTree) -> None:
        """Ask in this look; the level that is meant is the one chosen on either side."""
        self._theme, self._source, self._tree = theme, source, tree

    def ask_title(self) -> None:
        """Ask what the role is called."""
        role = self._draft.found.role
        if role is None:
            self.told.emit("There is no role yet: press L on a line that is a level.")
            return
        words = "What people look for it by; its id stays."
        self._ask("Title of the role", words, plain(role.title), self.entitle)

    def ask_level(self) -> None:
        """Ask what the level is called that is chosen."""
        tree, source = self._tree, self._source
        lines = source.selected_lines() if source is not None and tree is not None and not tree.hasFocus() else []
        level = next((line.level for line in lines if line.level), None) or (tree.level if tree is not None else None)
        role = self._draft.found.role
        known = next((one for one in role.levels if one.id == level), None) if role is not None else None
        if known is None:
            self.told.emit("Select a level first, or a line that belongs to one.")
            return
        self._ask("Name of the level", "Its id stays.", plain(known.title), partial(self.rename, known.id))

    def entitle(self, title: str) -> None:
        """The role is called that."""
        self._say(f"title {isolated(title)}", Says.TITLE, title, _line_of_title(self._draft.found))

    def rename(self, level: str, name: str) -> None:
        """The level is called that."""
        value, line = f"{level}:{name}", _line_of_level(self._draft.found, level)
        self._say(f"level {isolated(name)}", Says.RENAME, value, line)

    def _say(self, name: str, says: Says, value: str, line: AccountLine) -> None:
        self._draft.say_all(name, [decision_on(line, says, value)])

    def _ask(self, headline: str, words: str, name: str, given: Callable[[str], object]) -> None:
        if self._theme is None:
            return
        dialog = NameDialog(self._theme, headline, words, name, self._window)
        dialog.given.connect(given)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _line_of_title(found: Imported) -> AccountLine:
    return next((line for line in found.account if line.place is Place.TITLE), found.account[0])


def _line_of_level(found: Imported, level: str) -> AccountLine:
    own = [line for line in found.account if line.level == level]
    return next((line for line in own if line.place is Place.LEVEL), own[0] if own else found.account[0])

"""The import window: the source at the left, the role it comes to at the right, what is asked above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from ladder_app.gui.importing.keeping import DecisionKeeper
from ladder_app.gui.importing.menus import ImportMenus
from ladder_app.gui.importing.naming import Naming
from ladder_app.gui.importing.review_page import ReviewPage
from ladder_app.gui.importing.saving import Saving
from ladder_app.gui.importing.saying import Saying
from ladder_app.gui.importing.source_view import SourceModel
from ladder_app.gui.importing.words import holding, left_out, still_open
from ladder_app.gui.window_place import fit
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QShowEvent

    from ladder_app.domain.role import Role
    from ladder_app.gui.importing.draft import ImportDraft
    from ladder_app.gui.theme import Theme
    from ladder_app.importers.decisions import Says

_USUAL, _SMALLEST = QSize(1240, 760), QSize(760, 520)


class ImportWindow(QMainWindow):
    """Shows an import and changes it as the person says. Nothing is written before they save."""

    start_wanted = Signal(object)
    """The person wants to start an assessment with the role in this `Path`."""
    edit_wanted = Signal(object)
    """The person wants to go on with this `Role` in the role editor."""
    columns_wanted = Signal(object)
    """The person wants to say anew which column is what; with this window."""
    closed = Signal(object)
    """This window, closed."""

    def __init__(self, draft: ImportDraft, theme: Theme, *, is_sheet: bool = False) -> None:
        super().__init__(None)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        draft.setParent(self)
        self.draft = draft
        self._is_sheet = is_sheet
        self.setWindowTitle(f"Import {isolated(draft.path.name)} – Ladder")
        self.setMinimumSize(_SMALLEST)
        self.model = SourceModel(self)
        self.saying = Saying(draft, self)
        self.saying.told.connect(self.tell)
        self.naming = Naming(draft, self)
        self.naming.told.connect(self.tell)
        self.saving = Saving(draft, self)
        self.keeping = DecisionKeeper(draft, self)
        self.keeping.told.connect(self.tell)
        self._menus = ImportMenus(self, draft)
        fit(self, _USUAL)
        self.dress(theme)
        self.tell(f"{left_out(draft.found)} {holding(draft.decisions)}".strip())
        draft.changed.connect(self._on_changed)
        self.saving.saved.connect(self._on_changed)
        self.saving.started.connect(self._on_started)

    @property
    def role(self) -> Role | None:
        """The role as it would be saved: that in use keeps its ids."""
        return self.draft.now.role

    def dress(self, theme: Theme) -> None:
        """Make everything in this look."""
        self._theme = theme
        self.page = page = ReviewPage(theme, self.draft, self.model, is_sheet=self._is_sheet)
        self.questions, self.source, self.tree, self.foot = page.questions, page.source, page.tree, page.foot
        self.search_field = page.source_side.search_field
        page.head.title_wanted.connect(self.naming.ask_title)
        page.head.columns_wanted.connect(self._ask_columns)
        page.questions.answered.connect(self.saying.answer)
        page.questions.all_answered.connect(self.saying.answer_all)
        page.questions.page_wanted.connect(self.saying.browse_page)
        page.questions.title_wanted.connect(self.naming.ask_title)
        page.questions.close_wanted.connect(self.close)
        page.foot.said.connect(self.say)
        page.foot.edit_wanted.connect(self.edit_role)
        page.foot.save_wanted.connect(self.save)
        page.foot.start_wanted.connect(self.start)
        self.setCentralWidget(page)
        for side in (self.questions, self.source, self.tree):
            side.addActions(list(self._menus.line_actions.values()))
        self.saying.dress(theme, self.source)
        self.naming.dress(theme, self.source, self.tree)
        self._show()
        page.begin(self.width())

    # What the menus offer

    def say(self, says: Says) -> None:
        """Say this about the selected lines."""
        self.saying.say(says)

    def save(self) -> None:
        """Ask where to, and save the role; what is still asked is said, and hinders nothing."""
        left = still_open(self.draft.found)
        if left:
            self.tell(f"{left}; the role can be saved as it is.")
        self.saving.ask(self._theme)

    def save_to(self, path: Path) -> bool:
        """Save the role in this file. Says whether that has worked by now; if not, why is on screen, or will be."""
        return self.saving.save_to(self._theme, path)

    def start(self) -> None:
        """Start an assessment with the role: kept among the person's own, unless it is in a file already."""
        self.saving.start(self._theme)

    def answer(self, number: int) -> None:
        """Give that answer, from 1, to what is asked."""
        self.questions.answer_number(number)

    def edit_role(self) -> None:
        """Go on with the role in the role editor."""
        self.draft.when_settled(self._edit)

    def browse_earlier(self) -> None:
        """Ask for the role that the source is a newer state of."""
        self.saving.browse_earlier(self._theme)

    def compare_with(self, path: Path) -> None:
        """The source is a newer state of the role in this file."""
        self.saving.compare_with(self._theme, path)

    def focus_search(self) -> None:
        """Search in the source."""
        self.page.source_side.focus_search()

    def search_on(self) -> None:
        """Go to the next line that holds what is searched for."""
        self.page.source_side.search_on()

    def next_question(self) -> None:
        """Go to the next question."""
        self.page.next_question()

    def first_suggestion(self) -> None:
        """Go to the suggestions."""
        self.page.first_suggestion()

    def next_unplaced(self) -> None:
        """Go to the next line that went nowhere."""
        self.page.next_unplaced()

    def next_difference(self) -> None:
        """Go to what is next different against the role in use."""
        self.page.next_difference()

    def show_shortcuts(self) -> None:
        """Which keys there are."""
        from ladder_app.gui.shortcuts_dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self, self._theme)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def tell(self, words: str) -> None:
        """Say this in the foot; nothing is what is always said there."""
        self.page.tell(words)

    def _on_changed(self) -> None:
        self.tell("")
        self._show()

    def _show(self) -> None:
        now, saving = self.draft.now, self.saving
        self.page.show_state()
        rated = now.role is not None and any(True for _ in now.role.criteria())
        for button in (self.foot.save_button, self.foot.start_button):
            button.setEnabled(rated)
        self.foot.edit_button.setEnabled(now.role is not None)
        left = still_open(now.found)
        self.page.tell_usually(f"Saved as {saving.saved_to}{f' – {left}' if left else ''}" if saving.is_saved else "")

    # On from here

    def _on_started(self, path: Path) -> None:
        self.start_wanted.emit(path)
        self.close()

    def _edit(self) -> None:
        if self.role is not None:
            self.edit_wanted.emit(self.role)

    def _ask_columns(self) -> None:
        self.columns_wanted.emit(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.page.come_up()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.draft.is_busy:
            # What was said is kept, and for that it must have its effect.
            event.ignore()
            self.tell("Closes once that is done.")
            self.draft.when_settled(self.close)
            return
        if self.saving.is_writing:
            event.ignore()
            self.tell("Closes once the role is saved.")
            self.saving.when_written(self.close)
            return
        if not self.keeping.finish(self._theme, self.close):
            event.ignore()
            return
        for part in (self.saving, self.keeping, self.saying, self.draft):
            part.stop()
        super().closeEvent(event)
        self.closed.emit(self)

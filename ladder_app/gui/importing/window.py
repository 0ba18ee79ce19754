"""The import window: the source at the left, the role it comes to at the right, what is asked above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from ladder_app.gui.importing.foot import ImportFoot
from ladder_app.gui.importing.head import ImportHead
from ladder_app.gui.importing.keeping import DecisionKeeper
from ladder_app.gui.importing.menus import ImportMenus
from ladder_app.gui.importing.naming import Naming
from ladder_app.gui.importing.question_panel import QuestionPanel
from ladder_app.gui.importing.role_side import RoleSide
from ladder_app.gui.importing.saving import Saving
from ladder_app.gui.importing.saying import Saying
from ladder_app.gui.importing.source_side import SourceSide
from ladder_app.gui.importing.source_view import SourceModel, SourceView
from ladder_app.gui.importing.words import holding, still_open
from ladder_app.gui.parts import rule
from ladder_app.gui.window_place import fit
from ladder_app.importers.result import Place
from ladder_app.importers.same_lines import line_that_says, said_on
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent

    from ladder_app.domain.role import Role
    from ladder_app.gui.importing.draft import ImportDraft
    from ladder_app.gui.theme import Theme
    from ladder_app.importers.decisions import Says

_USUAL, _SMALLEST = QSize(1240, 760), QSize(760, 520)
_SHORT_HINT = "F1 lists the keys."
_LOW_PX = 480
_HINT = "Every line is listed with where it went; select some and say what they are – F1 lists the keys."


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
        self._said = holding(len(draft.decisions))
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
        self.dress(theme)
        fit(self, _USUAL)
        draft.changed.connect(self._on_changed)
        self.saving.saved.connect(self._on_changed)

    @property
    def role(self) -> Role | None:
        """The role as it would be saved: that in use keeps its ids."""
        return self.draft.now.role

    def dress(self, theme: Theme) -> None:
        """Make everything in this look."""
        self._theme = theme
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = self._made_head(theme)
        column.addWidget(self._head)
        self.questions = QuestionPanel(theme, page)
        self.questions.answered.connect(self.saying.answer)
        self.questions.all_answered.connect(self.saying.answer_all)
        self.questions.page_wanted.connect(self.saying.browse_page)
        self.questions.title_wanted.connect(self.naming.ask_title)
        self.questions.close_wanted.connect(self.close)
        self.questions.shown.connect(self._go_to)
        self.questions.abandoned.connect(self._focus_source)
        column.addWidget(self.questions)
        column.addWidget(self._sides(theme), 1)
        column.addWidget(rule())
        self.foot = ImportFoot(theme, self.draft)
        self.foot.said.connect(self.say)
        self.foot.edit_wanted.connect(self.edit_role)
        self.foot.save_wanted.connect(self._save_or_start)
        column.addWidget(self.foot)
        self.setCentralWidget(page)
        for side in (self.questions, self.source, self.tree):
            side.addActions(list(self._menus.line_actions.values()))
        self.saying.dress(theme, self.source)
        self.naming.dress(theme, self.source, self.tree)
        self._show()
        self.source.go_to(self.questions.current.line if self.questions.current else 1)
        self.source.setFocus()

    def _made_head(self, theme: Theme) -> ImportHead:
        head = ImportHead(theme, is_sheet=self._is_sheet)
        head.title_wanted.connect(self.naming.ask_title)
        head.columns_wanted.connect(self._ask_columns)
        head.questions_wanted.connect(self.next_question)
        head.suggestions_wanted.connect(self.first_suggestion)
        head.unplaced_wanted.connect(self.next_unplaced)
        return head

    def _sides(self, theme: Theme) -> QSplitter:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.px(6))
        self._source_side = SourceSide(theme, self.model)
        self._source_side.told.connect(self.tell)
        self.search_field, self.source = self._source_side.search_field, self._source_side.view
        self.source.lines_selected.connect(self._on_selected)
        self._role_side = RoleSide(theme)
        self.tree = self._role_side.tree
        self.tree.chosen.connect(self._show_in_source)
        split.addWidget(self._source_side)
        split.addWidget(self._role_side)
        split.setSizes([self.width() * 3 // 5, self.width() * 2 // 5])
        return split

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
        self._source_side.focus_search()

    def search_on(self) -> None:
        """Go to the next line that holds what is searched for."""
        self._source_side.search_on()

    def next_question(self) -> None:
        """Go to the next question."""
        self.questions.go_to_questions()
        self.questions.focus_answers()

    def first_suggestion(self) -> None:
        """Go to the suggestions."""
        self.questions.go_to_suggestions()
        self.questions.focus_answers()

    def next_unplaced(self) -> None:
        """Go to the next line that went nowhere."""
        if self.source.next_of(Place.UNPLACED):
            self.source.setFocus()
        else:
            self.tell("Every line has its place.")

    def show_shortcuts(self) -> None:
        """Which keys there are."""
        from ladder_app.gui.shortcuts_dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self, self._theme)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def tell(self, words: str) -> None:
        """Say this in the foot; nothing is what is always said there."""
        self._said = words
        self.foot.tell(words or self._word())

    # What is shown

    def _go_to(self, line: int) -> None:
        self.source.go_to(line)

    def _focus_source(self) -> None:
        self.source.setFocus()

    def _on_selected(self) -> None:
        lines = self.source.selected_lines()
        if lines:
            self.tree.show_target(said_on(self.draft.now.found, lines[-1]))

    def _show_in_source(self, name: str) -> None:
        found = line_that_says(self.draft.found, name)
        if found is not None:
            self.source.go_to(found.line)

    def _on_changed(self) -> None:
        self._said = ""
        self._show()

    def _show(self) -> None:
        now = self.draft.now
        self.model.show_account(now.found)
        self.questions.show_asked(now.asked)
        self._head.show_state(now)
        self._role_side.show_state(now)
        self._on_selected()
        rated = now.role is not None and any(True for _ in now.role.criteria())
        self.foot.save_button.setText("Start an assessment" if self.saving.is_saved else "Save role…")
        self.foot.save_button.setEnabled(rated)
        self.foot.edit_button.setEnabled(now.role is not None)
        self._fit()

    def _word(self) -> str:
        if self.saving.is_saved:
            left = still_open(self.draft.found)
            return f"Saved as {self.saving.saved_to}" + (f" – {left}" if left else "")
        return _SHORT_HINT if self._is_low() else _HINT

    def _is_low(self) -> bool:
        """Whether the lines need all the room there is: then keys and menus alone say what the chips do."""
        return self.height() < self._theme.px(_LOW_PX)

    def _fit(self) -> None:
        self.foot.fit(low=self._is_low())
        self._head.fit(self.width())
        self.foot.tell(self._said or self._word())

    # On from here

    def _save_or_start(self) -> None:
        if self.saving.is_saved:
            self.start_wanted.emit(self.saving.saved_to)
            self.close()
        else:
            self.save()

    def _edit(self) -> None:
        if self.role is not None:
            self.edit_wanted.emit(self.role)

    def _ask_columns(self) -> None:
        self.columns_wanted.emit(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now the lines are as high as they will be.
        self.source.doItemsLayout()
        self.source.scrollTo(self.source.currentIndex(), SourceView.ScrollHint.PositionAtCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

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

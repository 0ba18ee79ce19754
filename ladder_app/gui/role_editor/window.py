"""The role editor's window: the tree at the left, the words at the right, what is wrong below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ladder_app.domain.role import Kind
from ladder_app.domain.role_editing import Place, place_at
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.parts import button, rule
from ladder_app.gui.questions import ask
from ladder_app.gui.role_editor.criterion_form import CriterionForm
from ladder_app.gui.role_editor.draft import RoleDraft
from ladder_app.gui.role_editor.edits import RoleEdits
from ladder_app.gui.role_editor.keeping import RoleFileKeeper
from ladder_app.gui.role_editor.level_form import LevelForm
from ladder_app.gui.role_editor.menus import add_menus
from ladder_app.gui.role_editor.remarks_list import RemarksList
from ladder_app.gui.role_editor.role_form import RoleForm
from ladder_app.gui.role_editor.tree_model import RoleTreeModel
from ladder_app.gui.role_editor.tree_view import RoleTreeView
from ladder_app.gui.scroll_page import Sheet
from ladder_app.gui.slots import bare
from ladder_app.gui.window_place import fit
from ladder_app.markup import isolated, plain

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from ladder_app.gui.role_editor.role_on_disk import RoleOnDisk
    from ladder_app.gui.theme import Theme
    from ladder_app.storage.role_drafts import Remark

_USUAL, _SMALLEST = QSize(1180, 760), QSize(720, 480)
_TREE_SHARE, _FORM_SHARE = 9, 11


class RoleEditor(QMainWindow):
    """Edits one role file. What is saved is a role without faults; until then nothing on disk changes."""

    start_wanted = Signal(object)
    """The person wants to start an assessment with the role in this `Path`."""
    closed = Signal(object)
    """This window, closed."""

    def __init__(self, found: RoleOnDisk, theme: Theme) -> None:
        super().__init__(None)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.draft = RoleDraft(found.role, found.path, None if found.is_new else found.role, self)
        self.files = RoleFileKeeper(self.draft, found, theme, self)
        self.files.saved.connect(self._show_name)
        self.files.fault_shown.connect(self._go_to)
        self._closes_for_good = False
        self._told: Place | None = None
        self.edits = RoleEdits(self.draft, self)
        self.edits.added.connect(self.focus_words)
        self.edits.removed.connect(self.focus_tree)
        self.setMinimumSize(_SMALLEST)
        fit(self, _USUAL)
        self._of_tree = add_menus(self)
        self.draft.changed.connect(self._show_place)
        self.draft.checked.connect(self._show_remarks)
        self.draft.undo_stack.cleanChanged.connect(self._show_name)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Make everything in this look."""
        self._theme = theme
        self.files.dress(theme)
        middle = QWidget()
        middle.setObjectName("page")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.model = RoleTreeModel(self.draft, theme, middle)
        self.tree = RoleTreeView(theme, self.model, middle)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.tree.addActions(self._of_tree)
        self.tree.place_wanted.connect(self.draft.look_at)
        self.tree.step_wanted.connect(self.edits.step)
        self.tree.aside_wanted.connect(self.edits.aside)
        self.tree.removal_wanted.connect(self.edits.remove)
        self.tree.words_wanted.connect(self.focus_words)
        self.role_form = RoleForm(theme, self.draft)
        self.level_form = LevelForm(theme, self.draft)
        self.criterion_form = CriterionForm(theme, self.draft)
        self._stack = QStackedWidget()
        for form in (self.role_form, self.level_form, self.criterion_form):
            self._stack.addWidget(_scrolling(form, theme))
        self.remarks = RemarksList(theme, middle)
        self.remarks.chosen.connect(self._go_to)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.px(6))
        split.addWidget(self._left(theme))
        split.addWidget(self._stack)
        split.setStretchFactor(0, _TREE_SHARE)
        split.setStretchFactor(1, _FORM_SHARE)
        split.setSizes([self.width() * share // (_TREE_SHARE + _FORM_SHARE) for share in (_TREE_SHARE, _FORM_SHARE)])
        column.addWidget(split, 1)
        column.addWidget(rule())
        column.addWidget(self.remarks)
        self.setCentralWidget(middle)
        self._show_place()
        self._show_remarks()
        self._show_name()

    def _left(self, theme: Theme) -> QWidget:
        left = QWidget()
        left.setObjectName("panel")
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.px(8), theme.px(10), theme.px(8), theme.px(8))
        column.setSpacing(theme.px(8))
        column.addWidget(self.tree, 1)
        row = FlowLayout(theme.px(6), theme.px(6))
        for words, slot in (
            ("Level", self.edits.add_level),
            ("Responsibility", partial(self.edits.add_criterion, Kind.RESPONSIBILITY)),
            ("Requirement", partial(self.edits.add_criterion, Kind.REQUIREMENT)),
        ):
            made = button(theme, f"+ {words}")
            made.setAccessibleName(f"Add a {words.lower()}")
            made.clicked.connect(bare(slot))
            row.addWidget(made)
        column.addLayout(row)
        return left

    def focus_words(self) -> None:
        """Put the keyboard into the words of what the person is at."""
        self._form().focus_words()

    def focus_tree(self) -> None:
        """Put the keyboard into the tree."""
        self.tree.setFocus()

    # Files

    def start_assessment(self) -> None:
        """Go on with an assessment of this role, saved first where it is not."""
        if self.draft.path is None or not self.draft.undo_stack.isClean():
            self.files.save(self._start_now)
        else:
            self._start_now()

    def _start_now(self) -> None:
        if self.draft.path is not None:
            self.start_wanted.emit(self.draft.path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closes_for_good or self._is_left():
            self.files.stop()
            event.accept()
            self.closed.emit(self)
        else:
            event.ignore()

    def _is_left(self) -> bool:
        """Whether nothing would be lost by closing; if not, it is asked about."""
        if self.files.pending:
            reason = "Its disk has not answered yet. Nothing comes of it once this window is closed."
            ask(self, f"{self.files.pending} is not done yet.", reason, ("Close all the same", self.close_for_good))
            return False
        if self.draft.undo_stack.isClean():
            return True
        reason = "They would be lost."
        choices = (("Save", partial(self.files.save, self.close)), ("Leave without them", self.close_for_good))
        ask(self, "Your changes are in no file yet.", reason, *choices)
        return False

    def close_for_good(self) -> None:
        """Close, whatever is not saved."""
        self._closes_for_good = True
        self.close()

    # What is on screen

    def _form(self) -> RoleForm | LevelForm | CriterionForm:
        place = self.draft.place
        if place is None:
            return self.role_form
        return self.level_form if place.kind is None else self.criterion_form

    def _show_place(self) -> None:
        self.model.follow()
        form = self._form()
        form.show_place()
        # The tree first: where the form that had the keyboard is hidden, Qt hands that to the tree, and a tree that is
        # nowhere would go to its first row.
        self.tree.show_place(self.draft.place)
        forms = (self.role_form, self.level_form, self.criterion_form)
        self._stack.setCurrentIndex(forms.index(form))
        self._show_at_fields()
        self._show_name()

    def _show_at_fields(self) -> None:
        """What is wrong with what is shown; while it is being looked at anew, what was wrong with it stays."""
        place = self.draft.place
        if self.draft.is_checked or place != self._told:
            found = self.draft.remarks if self.draft.is_checked else ()
            here = [remark for remark in found if place_at(remark.path) == place]
            self._form().show_remarks(here, 0 if place is None else len(place.path))
            self._told = place

    def _show_remarks(self) -> None:
        if not self.draft.is_checked:
            return
        self._show_at_fields()
        self.remarks.show_remarks(self.draft.remarks, self.draft.role)
        places = frozenset(place_at(remark.path) for remark in self.draft.faults)
        self.model.show_faults(places)

    def _show_name(self) -> None:
        name = self.draft.path.name if self.draft.path is not None else plain(self.draft.role.title) or "New role"
        star = "" if self.draft.undo_stack.isClean() else " – not saved"
        self.setWindowTitle(f"{isolated(name)}{star} – Ladder")

    def go_to_next_remark(self) -> None:
        """Go to the next thing that is wrong."""
        self.remarks.go_to_next()

    def _go_to(self, remark: Remark) -> None:
        place = place_at(remark.path)
        self.draft.look_at(place)
        if not self._form().focus_on(remark, 0 if place is None else len(place.path)):
            self.focus_words()


def _scrolling(form: QWidget, theme: Theme) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName("page")
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    sheet = Sheet()
    column = QVBoxLayout(sheet)
    margin = theme.px(20)
    column.setContentsMargins(margin, theme.px(16), margin, margin)
    column.addWidget(form)
    area.setWidget(sheet)
    return area

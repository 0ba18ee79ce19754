"""The window's menus and keys. Each key does one thing and stands in a menu."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from ladder_app.domain.scale import Scale
from ladder_app.gui.evidence_commands import EvidenceCommands
from ladder_app.gui.file_commands import FileCommands
from ladder_app.gui.opening import Opening
from ladder_app.gui.pages import REVIEWED, Page
from ladder_app.gui.plan_commands import PlanCommands
from ladder_app.gui.rating_commands import RatingCommands
from ladder_app.gui.slots import bare
from ladder_app.gui.stage import Stage
from ladder_app.gui.window_dialogs import WindowDialogs
from ladder_app.markup import isolated, plain

Slot = Callable[..., object]
Keys = QKeySequence.StandardKey


class WindowCommands(Protocol):
    """What the menus can ask of the window."""

    def open_path(self, path: Path) -> object: ...
    @property
    def opening(self) -> Opening: ...
    def close_document(self) -> None: ...
    def close(self) -> bool: ...
    @property
    def stage(self) -> Stage: ...


class Menus(QObject):
    """Fills the menu bar of a window and keeps its entries' state."""

    def __init__(
        self,
        window: QMainWindow,
        commands: WindowCommands,
        files: FileCommands,
        dialogs: WindowDialogs,
        keys: tuple[RatingCommands, EvidenceCommands, PlanCommands],
        undo_group: QUndoGroup,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._files = files
        self._dialogs = dialogs
        self._rating_commands, self._evidence_commands, self._plan_commands = keys
        self._with_document: list[QAction] = []
        self._on_rating: list[QAction] = []
        self._on_evidence: list[QAction] = []
        self._on_plan: list[QAction] = []
        self._edits: list[QAction] = []
        self._own: list[QAction] = []
        self._pages: dict[Page, QAction] = {}
        self._steps: list[QAction] = []
        self._file_menu()
        self._edit_menu(undo_group)
        self._view_menu()
        self._rating = self._menu("&Rating")
        self._rating_menu()
        self._plan_menu()
        self._help_menu()

    def _menu(self, title: str) -> QMenu:
        menu: QMenu = self._window.menuBar().addMenu(title)
        return menu

    def _add(
        self, menu: QMenu, text: str, slot: Slot, keys: str | Keys = "", group: list[QAction] | None = None
    ) -> QAction:
        action = QAction(self._window)
        action.setText(text)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(bare(slot))
        menu.addAction(action)
        if group is not None:
            group.append(action)
        return action

    def _file_menu(self) -> None:
        c, files, menu = self._commands, self._files, self._menu("&File")
        self._add(menu, "&New assessment…", c.close_document, Keys.New)
        self._add(menu, "&Open…", files.browse, Keys.Open)
        self._recent: QMenu = menu.addMenu("Open &recent")
        self._add(menu, "Open as revie&wer…", files.browse_as_reviewer)
        self._add(menu, "Open a &team folder…", self._dialogs.teams.browse)
        self._add(menu, "Open the sample", c.opening.open_sample)
        self._add(menu, "&Import a role…", self._dialogs.gathering.browse, "Ctrl+I")
        self._add(menu, "Import a fol&der…", self._dialogs.gathering.browse_folder, "Ctrl+Shift+I")
        self._role_menu(menu.addMenu("Ro&les"))
        menu.addSeparator()
        self._add(menu, "Save &as…", files.save_as, "Ctrl+Shift+S", self._with_document)
        self._add(menu, "Save a cop&y…", files.save_copy, "", self._with_document)
        self._add(menu, "Save a co&py for review…", files.save_copy_for_review, "", self._own)
        self._in_file = [
            self._add(menu, "Rena&me…", files.renaming.rename),
            self._add(menu, "Re&vert to…", files.reverting.begin, "", self._own),
            self._add(menu, "Show in &folder", files.show_in_folder),
        ]
        menu.addSeparator()
        self._add(menu, "Take &in a review…", files.take_review, "", self._edits)
        self._add(menu, "&Update the role…", files.update_role, "", self._edits)
        self._add(menu, "&Export…", self._dialogs.export, "Ctrl+E", self._own)
        self._add(menu, "Export p&lan…", files.plan.ask, "", self._own)
        menu.addSeparator()
        self._add(menu, "&Close", c.close_document, Keys.Close, self._with_document)
        quit_entry = self._add(menu, "&Quit", c.close, Keys.Quit)
        quit_entry.setMenuRole(QAction.MenuRole.QuitRole)

    def _role_menu(self, menu: QMenu) -> None:
        self._add(menu, "&New role…", self._dialogs.roles.begin)
        self._add(menu, "&Edit a role file…", self._dialogs.roles.browse)
        self._add(menu, "Edit a &copy of this role…", self._dialogs.roles.edit_copy, "", self._with_document)

    def _edit_menu(self, undo_group: QUndoGroup) -> None:
        c, menu = self._commands, self._menu("&Edit")
        undo = undo_group.createUndoAction(self._window, "Undo")
        undo.setShortcut(QKeySequence("Ctrl+Z"))
        redo = undo_group.createRedoAction(self._window, "Redo")
        undo.setObjectName("Undo")
        redo.setObjectName("Redo")
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        menu.addAction(undo)
        menu.addAction(redo)
        menu.addSeparator()
        self._add(menu, "&Find…", c.stage.search, Keys.Find, self._with_document)
        menu.addSeparator()
        self._evidence_entries(menu)
        menu.addSeparator()
        self._add(menu, "P&rofile…", self._dialogs.edit_profile, "", self._edits)
        self._add(menu, "Close this c&ycle…", self._dialogs.close_cycle, "", self._edits)
        preferences = self._add(menu, "&Preferences…", self._dialogs.edit_preferences, "Ctrl+,")
        preferences.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _view_menu(self) -> None:
        c, menu = self._commands, self._menu("&View")
        for page in Page:
            self._pages[page] = self._add(menu, page.value, partial(c.stage.show_page, page), page.shortcut)
        menu.addSeparator()
        self._add(menu, "&Present the conversation", c.stage.present, "F11", self._own)
        menu.addSeparator()
        self._add(menu, "Larger text", partial(self._dialogs.change_text_size, 10), Keys.ZoomIn)
        self._add(menu, "Smaller text", partial(self._dialogs.change_text_size, -10), Keys.ZoomOut)

    def _rating_menu(self) -> None:
        c, menu, group = self._rating_commands, self._rating, self._on_rating
        self._first_after_steps = self._add(menu, "Clear rating", c.clear_rating, "Backspace", group)
        self._add(menu, "Not applicable…", c.rate_not_applicable, "N", group)
        self._add(menu, "Confirm rating", c.confirm_rating, "C", group)
        menu.addSeparator()
        self._add(menu, "Add evidence", c.add_evidence, "E", group)
        self._add(menu, "Add action", c.add_action, "A", group)
        menu.addSeparator()
        self._add(menu, "Next criterion", partial(c.step_by, 1), "J", group)
        self._add(menu, "Previous criterion", partial(c.step_by, -1), "K", group)
        self._add(menu, "Next unrated", c.go_to_next_unrated, "U", group)

    def _evidence_entries(self, menu: QMenu) -> None:
        c, group = self._evidence_commands, self._on_evidence
        self._add(menu, "&Log evidence…", self._dialogs.log_evidence, "Ctrl+Shift+E", self._edits)
        self._add(menu, "Evidence from &Git…", self._dialogs.browse_git, "", self._edits)
        self._add(menu, "A&ttach evidence…", c.attach, "A", group)
        self._add(menu, "&Delete evidence", c.remove, "Delete", group)
        self._add(menu, "Next entry", partial(c.step_by, 1), "J", group)
        self._add(menu, "Previous entry", partial(c.step_by, -1), "K", group)

    def _plan_menu(self) -> None:
        c, menu, group = self._plan_commands, self._menu("&Actions"), self._on_plan
        self._add(menu, "Edit action…", c.edit, "", group)
        self._add(menu, "Action done, or open again", c.tick, "D", group)
        self._add(menu, "Add action…", c.add, "A", group)
        self._add(menu, "Remove action", c.remove, "Delete", group)
        menu.addSeparator()
        self._add(menu, "Next action or gap", partial(c.step_by, 1), "J", group)
        self._add(menu, "Previous action or gap", partial(c.step_by, -1), "K", group)

    def _help_menu(self) -> None:
        menu = self._menu("&Help")
        self._add(menu, "Keyboard shortcuts", self._dialogs.show_shortcuts, "F1")
        about = self._add(menu, "About Ladder", self._dialogs.show_about)
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def show_scale(self, scale: Scale | None) -> None:
        """Put the steps of a scale at the head of the rating menu; none without a document."""
        for action in self._steps:
            self._rating.removeAction(action)
            self._on_rating.remove(action)
            action.deleteLater()
        self._steps = []
        for number, step in enumerate(scale.steps if scale else ()):
            words = f"{number} {isolated(plain(step.label))}".replace("&", "&&")
            action = self._add(
                self._rating, words, partial(self._rating_commands.rate, number), str(number), self._on_rating
            )
            self._rating.removeAction(action)
            self._rating.insertAction(self._first_after_steps, action)
            self._steps.append(action)

    def show_recent(self, paths: Iterable[str]) -> None:
        """Fill the menu of recent files."""
        self._recent.clear()
        for name in paths:
            path = Path(name)
            words = path.name.removesuffix(".yaml").removesuffix(".assessment").replace("&", "&&")
            entry = self._add(self._recent, words, partial(self._commands.open_path, path))
            entry.setToolTip(name)
        self._recent.setEnabled(not self._recent.isEmpty())

    def enable(self, *, document: bool, in_file: bool, page: Page | None, is_own: bool = True) -> None:
        """Switch entries on or off: with a document open, kept in a file, with that page in front for editing.

        Where it is not their own, a reviewer sees it: what changes or passes on more than the review is off.
        """
        for action in self._with_document:
            action.setEnabled(document)
        for action in self._in_file:
            action.setEnabled(in_file)
        for action in self._own:
            action.setEnabled(document and is_own and (in_file or action not in self._in_file))
        for name, action in self._pages.items():
            action.setEnabled(document and (is_own or name in REVIEWED))
        for action in self._edits:
            action.setEnabled(document and page is not None and is_own)
        for action in self._on_rating:
            action.setEnabled(document and page in (Page.ASSESS, Page.CONVERSATION))
        for action in self._on_evidence:
            action.setEnabled(document and page is Page.EVIDENCE)
        for action in self._on_plan:
            action.setEnabled(document and page is Page.PLAN)

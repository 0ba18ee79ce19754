"""The main window: what is open in it, and the way from files to pages and back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QUndoGroup
from PySide6.QtWidgets import QDialog, QMainWindow

from ladder_app.errors import LadderError
from ladder_app.gui.assess_commands import AssessCommands
from ladder_app.gui.dates import today
from ladder_app.gui.document import Document
from ladder_app.gui.menus import Menus
from ladder_app.gui.parts import text_label
from ladder_app.gui.saver import Saver, SaveState
from ladder_app.gui.theme import MEDIUM, Theme
from ladder_app.gui.workspace import Page, Workspace
from ladder_app.storage.assessments import ASSESSMENT_SUFFIX, load_assessment, sample_assessment
from ladder_app.storage.places import documents_folder, settings_folder
from ladder_app.storage.settings import Settings, save_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ladder_app.domain.assessment import Assessment
    from ladder_app.errors import Problem
    from ladder_app.gui.assess_page import AssessPage
    from ladder_app.gui.welcome_page import NewAssessment, WelcomePage

_SMALLEST = QSize(760, 480)
_USUAL = QSize(1280, 800)
_TEXT_SIZES_PERCENT = (100, 200)


class MainWindow(QMainWindow):
    """Shows the welcome page, or one open assessment."""

    settings_changed = Signal()
    """The look was changed: the application dresses itself and the window anew."""

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.settings = settings
        self._theme = theme
        self._document: Document | None = None
        self._saver: Saver | None = None
        self._workspace: Workspace | None = None
        self._welcome: WelcomePage | None = None
        self._closes_for_good = False
        self._undo_group = QUndoGroup(self)
        self._menus = Menus(self, self, AssessCommands(self._assess_page), self._undo_group)
        self._file_name = text_label(theme, "", 12, MEDIUM, wrap=False)
        self._file_name.setContentsMargins(0, theme.px(6), theme.px(14), 0)
        self.menuBar().setCornerWidget(self._file_name, Qt.Corner.TopRightCorner)
        self._menus.show_recent(settings.recent_files)
        self.setAcceptDrops(True)
        self.setMinimumSize(_SMALLEST)
        self._restore_geometry()

    @property
    def document(self) -> Document | None:
        """What is open."""
        return self._document

    @property
    def saver(self) -> Saver | None:
        """What keeps it on disk."""
        return self._saver

    @property
    def workspace(self) -> Workspace | None:
        """What shows it."""
        return self._workspace

    def show_first(self, path: Path | None) -> None:
        """Show a file, or the welcome page where there is none or it does not open."""
        if path is None or not self.open_path(path):
            self.show_welcome()

    # Opening and leaving

    def open_path(self, path: Path) -> bool:
        """Open an assessment, or start one from a role file.

        Says whether it is open now; if not, the reason or a question is on screen.
        """
        if path.name.endswith((".role.yaml", ".role.yml")):
            return self._leave(partial(self.show_welcome, path))
        try:
            assessment = load_assessment(path)
        except LadderError as error:
            self._show_trouble(f"“{path.name}” cannot be opened.", error.problems)
            return False
        return self._leave(partial(self._show_file, assessment, path))

    def open_sample(self) -> None:
        """Open the sample; it is kept in a file only when the person says so."""
        self._leave(self._show_sample)

    def start(self, wanted: NewAssessment) -> None:
        """Make a new assessment in a file of its own, and open it."""
        self._leave(partial(self._start, wanted))

    def close_document(self) -> None:
        """Go back to the welcome page."""
        self._leave(self.show_welcome)

    def _leave(self, then: Callable[[], object]) -> bool:
        """Go on with `then` once nothing would be lost by it; where something would, ask first.

        Says whether it was done at once.
        """
        trouble = self._not_kept()
        if trouble is None:
            then()
            return True
        from ladder_app.gui.leaving import ask_to_leave

        headline, reason = trouble
        ask_to_leave(self, headline, reason, partial(self.save_as, then), then)
        return False

    def _not_kept(self) -> tuple[str, str] | None:
        """What of the open document is in no file, and why; None where all of it is on disk."""
        document, saver, workspace = self._document, self._saver, self._workspace
        if document is None or saver is None or workspace is None:
            return None
        workspace.assess.inspector.keep_everything()
        if document.path is None:
            if document.undo_stack.isClean():
                return None
            return "The sample has your changes in it.", "They are not kept in a file."
        return None if saver.flush() else ("Your last changes are not on disk.", saver.words)

    def _show_sample(self) -> None:
        self._show_document(sample_assessment(), None)

    def _show_file(self, assessment: Assessment, path: Path) -> None:
        self._show_document(assessment, path)
        self._remember(path)

    def _start(self, wanted: NewAssessment) -> None:
        from ladder_app.gui.new_file import start_assessment

        try:
            assessment, path = start_assessment(wanted, today())
        except LadderError as error:
            self._show_trouble("The assessment could not be started.", error.problems)
            return
        self.change_settings(self.settings.model_copy(update={"name": wanted.name}))
        self._show_file(assessment, path)

    def _show_document(self, assessment: Assessment, path: Path | None) -> None:
        self._let_go()
        document = Document(assessment, path, today(), self)
        self._undo_group.addStack(document.undo_stack)
        self._undo_group.setActiveStack(document.undo_stack)
        self._document = document
        self._saver = Saver(document, self)
        self._saver.state_changed.connect(self._show_what_is_open)
        self._fill(document, self._saver, Page.ASSESS)
        self._menus.show_scale(assessment.role.scale)
        self._show_what_is_open()

    def show_welcome(self, role_file: Path | None = None) -> None:
        """Show the welcome page, with a role file already chosen if one is given."""
        from ladder_app.gui.welcome_page import WelcomePage
        from ladder_app.storage.roles import shipped_roles

        page = WelcomePage(self._theme, self.settings, shipped_roles())
        page.new_wanted.connect(self.start)
        page.open_wanted.connect(self.open_path)
        page.browse_wanted.connect(self.browse)
        page.sample_wanted.connect(self.open_sample)
        page.forget_wanted.connect(self._forget)
        self._let_go()
        self._welcome = page
        self.setCentralWidget(page)
        self._menus.show_scale(None)
        self._show_what_is_open()
        if role_file is not None:
            page.choose_role_file(role_file)

    def _let_go(self) -> None:
        """Forget what was open; the widgets that show it go with the next central widget."""
        for gone in (self._saver, self._document):
            if gone is not None:
                gone.deleteLater()
        self._document = self._saver = self._workspace = self._welcome = None

    def _fill(self, document: Document, saver: Saver, page: Page) -> None:
        workspace = Workspace(document, saver, self._theme, self)
        workspace.page_changed.connect(self._show_what_is_open)
        workspace.profile_wanted.connect(self.edit_profile)
        workspace.save_as_wanted.connect(self.save_as)
        workspace.conflict_wanted.connect(self.resolve_conflict)
        self._workspace = workspace
        self.setCentralWidget(workspace)
        workspace.show_page(page)

    def dress(self, theme: Theme) -> None:
        """Show the same things in another look: pages are made anew."""
        self._theme = theme
        self._file_name.setFont(theme.font(12, MEDIUM))
        if self._document is not None and self._saver is not None and self._workspace is not None:
            page = self._workspace.page
            current = self._workspace.assess.current_criterion()
            self._workspace.assess.inspector.keep_everything()
            self._fill(self._document, self._saver, page)
            if current is not None:
                self._workspace.assess.go_to(current)
        elif self._welcome is not None:
            self.show_welcome()

    def _show_what_is_open(self) -> None:
        document = self._document
        in_file = document is not None and document.path is not None
        name = "" if document is None else "Sample" if document.path is None else document.path.name
        if name != self._file_name.text() or not name:
            # A menu bar makes room for what stands in its corner only when that is shown.
            self._file_name.hide()
            self._file_name.setText(name)
            self._file_name.show()
            self.setWindowTitle(f"{name} – Ladder" if name else "Ladder")
        assess = self._workspace is not None and self._workspace.page is Page.ASSESS
        self._menus.enable(document=document is not None, in_file=in_file, assess=assess)

    def _show_trouble(self, headline: str, problems: Sequence[Problem | str]) -> None:
        from ladder_app.gui.trouble import show_trouble

        show_trouble(self, headline, problems)

    # Files

    def browse(self) -> None:
        """Ask for a file and open it."""
        from ladder_app.gui.file_choices import READABLE, choose_to_open

        choose_to_open(self, "Open", self._folder(), READABLE, self.open_path)

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Ask for another file, keep the assessment there from now on, and go on with `then`."""
        from ladder_app.gui.file_choices import ASSESSMENTS, choose_to_save
        from ladder_app.gui.new_file import proposed_path

        document = self._document
        if document is not None:
            proposed = document.path or proposed_path(document.assessment, self._folder())
            choose_to_save(self, "Save as", proposed, ASSESSMENTS, partial(self._save_to, then))

    def save_to(self, path: Path) -> bool:
        """Keep the assessment in this file from now on. Says whether that worked; if not, why is on screen."""
        if self._saver is None or self._workspace is None:
            return False
        self._workspace.assess.inspector.keep_everything()
        if not path.name.endswith((".yaml", ".yml")):
            path = path.with_name(path.name + ASSESSMENT_SUFFIX)
        if not self._saver.save_to(path):
            self._show_trouble(f"“{path.name}” could not be written.", [self._saver.words])
            return False
        self._remember(path)
        self._show_what_is_open()
        return True

    def _save_to(self, then: Callable[[], object] | None, path: Path) -> None:
        if self.save_to(path) and then is not None:
            then()

    def show_in_folder(self) -> None:
        """Open the folder of the file in the desktop's file browser."""
        from PySide6.QtGui import QDesktopServices

        if self._document is not None and self._document.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._document.path.parent)))

    def resolve_conflict(self) -> None:
        """Ask which of two versions of the file to go on with; the other is kept beside it."""
        from ladder_app.gui.conflict import ask_about_conflict

        if self._document is not None and self._saver is not None and self._saver.state is SaveState.CHANGED_ON_DISK:
            ask_about_conflict(self, self._document, self._saver, self.open_path)

    def _folder(self) -> Path:
        path = self._document.path if self._document is not None else None
        return documents_folder() if path is None else path.parent

    def _remember(self, path: Path) -> None:
        self.change_settings(self.settings.with_recent(path))
        self._menus.show_recent(self.settings.recent_files)

    def _forget(self, name: str) -> None:
        self.change_settings(self.settings.without_recent(Path(name)))
        self._menus.show_recent(self.settings.recent_files)

    def change_settings(self, settings: Settings) -> None:
        """Take other settings and keep them; dresses the window anew where the look changed."""
        before, self.settings = self.settings, settings
        if settings == before:
            return
        try:
            save_settings(settings)
        except LadderError as error:
            self._show_trouble("Your settings could not be kept.", error.problems)
        if (settings.theme, settings.text_size_percent) != (before.theme, before.text_size_percent):
            self.settings_changed.emit()

    # Pages and dialogs

    def _assess_page(self) -> AssessPage | None:
        return self._workspace.assess if self._workspace is not None else None

    def show_page(self, number: int) -> None:
        """Put a page in front."""
        if self._workspace is not None:
            self._workspace.show_page(number)

    def search(self) -> None:
        """Put the keyboard into the search field."""
        if self._workspace is not None:
            self._workspace.show_page(Page.ASSESS)
            self._workspace.assess.focus_search()

    def change_text_size(self, step_percent: int) -> None:
        """Make all text larger or smaller."""
        smallest, largest = _TEXT_SIZES_PERCENT
        size = min(max(self.settings.text_size_percent + step_percent, smallest), largest)
        self.change_settings(self.settings.model_copy(update={"text_size_percent": size}))

    def export(self) -> None:
        """Open the export dialog."""
        from ladder_app.gui.export_dialog import ExportDialog

        if self._document is not None and self._workspace is not None:
            self._workspace.assess.inspector.keep_everything()
            dialog = ExportDialog(self._document, self._theme, self.settings, self)
            dialog.settings_changed.connect(self.change_settings)
            _open(dialog)

    def edit_profile(self) -> None:
        """Open the profile dialog."""
        from ladder_app.gui.profile_dialog import ProfileDialog

        if self._document is not None:
            _open(ProfileDialog(self._document, self._theme, self))

    def edit_preferences(self) -> None:
        """Open the preferences."""
        from ladder_app.gui.preferences_dialog import PreferencesDialog

        dialog = PreferencesDialog(self.settings, self._theme, self)
        dialog.settings_changed.connect(self.change_settings)
        _open(dialog)

    def show_shortcuts(self) -> None:
        """Open the list of shortcuts."""
        from ladder_app.gui.shortcuts_dialog import ShortcutsDialog

        _open(ShortcutsDialog(self, self._theme))

    def show_about(self) -> None:
        """Open the words about the program."""
        from ladder_app.gui.about_dialog import AboutDialog

        _open(AboutDialog(self._theme, self))

    # What comes from outside: dropped files, closing, the place on screen

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event.mimeData().urls()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event.mimeData().urls())
        if path is not None:
            event.acceptProposedAction()
            self.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closes_for_good or self._not_kept() is None:
            self._store_geometry()
            event.accept()
        else:
            event.ignore()
            self._leave(self._close_for_good)

    def _close_for_good(self) -> None:
        self._closes_for_good = True
        self.close()

    def _geometry_file(self) -> QSettings:
        return QSettings(str(settings_folder() / "window.ini"), QSettings.Format.IniFormat)

    def _restore_geometry(self) -> None:
        stored = self._geometry_file().value("geometry")
        if stored is None or not self.restoreGeometry(stored):
            self.resize(_USUAL)

    def _store_geometry(self) -> None:
        stored = self._geometry_file()
        stored.setValue("geometry", self.saveGeometry())
        stored.sync()


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _dropped_file(urls: list[QUrl]) -> Path | None:
    """The file that was dropped, if it is one that opens."""
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in (".yaml", ".yml") else None

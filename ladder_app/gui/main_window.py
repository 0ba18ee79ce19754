"""The main window: what is open in it, and the way from files to pages and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QUndoGroup
from PySide6.QtWidgets import QMainWindow

from ladder_app.domain.voices import OWN, ReviewVoice
from ladder_app.gui.at_once import at_once
from ladder_app.gui.dates import today
from ladder_app.gui.dropping import Dropping
from ladder_app.gui.evidence_commands import EvidenceCommands
from ladder_app.gui.file_commands import FileCommands
from ladder_app.gui.leaving import Leaving
from ladder_app.gui.menus import Menus
from ladder_app.gui.opened import Opened
from ladder_app.gui.opening import Opening
from ladder_app.gui.plan_commands import PlanCommands
from ladder_app.gui.rating_commands import RatingCommands
from ladder_app.gui.reviewing import Reviewing
from ladder_app.gui.role_news import RoleNews
from ladder_app.gui.stage import Stage
from ladder_app.gui.title import Title
from ladder_app.gui.window_dialogs import WindowDialogs
from ladder_app.gui.window_place import restore_place, smallest_size, store_place
from ladder_app.gui.window_settings import WindowSettings
from ladder_app.gui.wishes import fulfil, fulfil_welcome
from ladder_app.storage.life import Life

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.role import Role
    from ladder_app.errors import Problem
    from ladder_app.gui.document import Document
    from ladder_app.gui.pages import Page
    from ladder_app.gui.saver import Saver
    from ladder_app.gui.theme import Theme
    from ladder_app.gui.welcome_page import WelcomePage
    from ladder_app.gui.workspace import Workspace
    from ladder_app.storage.file_stamp import FileStamp
    from ladder_app.storage.settings import Settings

_USUAL = QSize(1280, 800)


class MainWindow(QMainWindow):
    """Shows the welcome page, or one open assessment."""

    settings_changed = Signal()
    """The look was changed: the application dresses itself and the window anew."""

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.life = Life(at_once=False)
        at_once(self.life.begin, None)
        self._settings = WindowSettings(settings, self, self)
        self.kept_settings = self._settings.kept
        self._settings.look_changed.connect(self.settings_changed)
        self._opened: Opened | None = None
        self._welcome: WelcomePage | None = None
        self._is_asked_to_close = self._closes_for_good = False
        self._undo_group = QUndoGroup(self)
        self.stage = Stage(self, self)
        self.stage.filled.connect(self._on_filled)
        self.stage.changed.connect(self.show_what_is_open)
        self.files = FileCommands(self, self)
        self.leaving = Leaving(self, self)
        self.reviewing = Reviewing(self, self)
        self.opening = Opening(self, self.leaving, self)
        self.dialogs = WindowDialogs(self, self)
        keys = (
            RatingCommands(self.stage.rating_page),
            EvidenceCommands(self.stage.evidence_page),
            PlanCommands(self.stage.plan_page),
        )
        self.news = RoleNews(self, self)
        self._menus = Menus(self, self, self.files, self.dialogs, keys, self._undo_group)
        self._title = Title(theme, self)
        self._menus.show_recent(settings.recent_files)
        self._settings.recent_changed.connect(self._menus.show_recent)
        self._dropping = Dropping(self, self)
        self.setAcceptDrops(True)
        self.setMinimumSize(smallest_size(self, theme.text_size_percent))
        restore_place(self, _USUAL)

    @property
    def opened(self) -> Opened | None:
        """What is open, with all that looks after it."""
        return self._opened

    @property
    def document(self) -> Document | None:
        """What is open."""
        return self._opened.document if self._opened is not None else None

    @property
    def shown(self) -> Document | None:
        """What is on screen: what is open, or an earlier cycle of it."""
        return self.workspace.document if self.workspace is not None else self.document

    @property
    def saver(self) -> Saver | None:
        """What keeps it on disk."""
        return self._opened.saver if self._opened is not None else None

    @property
    def workspace(self) -> Workspace | None:
        """What shows it."""
        return self.stage.workspace

    def show_first(self, path: Path | None) -> None:
        """Show a file, or the welcome page where there is none or it does not open."""
        if path is None:
            self.show_welcome()
        else:
            self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Open a file of any kind that Ladder reads; see `Opening.open_path`."""
        return self.opening.open_path(path)

    def close_document(self) -> None:
        """Go back to the welcome page."""
        self.leaving.leave(self.show_welcome)

    def keep_what_is_typed(self) -> None:
        """Put what stands in an open form or a note into the document."""
        self.stage.keep_what_is_typed()

    def secure(self, then: Callable[[bool], object]) -> None:
        """Put the document in safety, whatever happens next; `then` is told whether that worked."""
        if self._opened is None:
            then(True)
            return
        self.keep_what_is_typed()
        self._opened.secure(then)

    def show_document(
        self,
        assessment: Assessment,
        path: Path | None,
        *,
        read_only: str = "",
        origin: str = "",
        stamp: FileStamp | None = None,
        reviewer: str = "",
    ) -> Opened:
        """Show a document in place of what was there before; `stamp` is that of the file it was read from.

        With a `reviewer` it is shown for them to write their review.
        """
        self._let_go()
        opened = Opened(
            assessment,
            path,
            self.life,
            today(),
            self,
            read_only=read_only,
            origin=origin,
            stamp=stamp,
            voice=ReviewVoice(reviewer, today()) if reviewer else OWN,
        )
        self._undo_group.addStack(opened.document.undo_stack)
        opened.saver.state_changed.connect(self.show_what_is_open)
        opened.reconciler.undecided.connect(self.files.settling.ask)
        opened.document.clashed.connect(self.files.settling.ask_about_form)
        opened.reconciler.taken_over.connect(self.files.settling.say)
        self._opened = opened
        self.stage.show(opened)
        return opened

    def show_welcome(self, role_file: Path | None = None, role: Role | None = None) -> None:
        """Show the welcome page, with the role of a file already chosen if one is given."""
        from ladder_app.gui.welcome_page import WelcomePage
        from ladder_app.storage.roles import own_roles, shipped_roles

        page = WelcomePage(self.theme, self.settings, shipped_roles(), own_roles)
        page.forget_wanted.connect(self._settings.forget)
        fulfil_welcome(page, self)
        self._let_go()
        self._welcome = page
        self.setCentralWidget(page)
        self._menus.show_scale(None)
        self.show_what_is_open()
        if role_file is not None and role is not None:
            page.choose_role(role_file, role)

    def _let_go(self) -> None:
        """Forget what was open; the widgets that show it go with the next central widget."""
        self.files.forget()
        self.leaving.stop()
        if self._opened is not None:
            self._opened.close()
        self._opened = self._welcome = None
        self.stage.clear()
        self.news.forget()

    def _on_filled(self, workspace: Workspace) -> None:
        fulfil(workspace, self)
        self.news.show_on(workspace)
        self.setCentralWidget(workspace)
        self._menus.show_scale(workspace.document.assessment.role.scale)

    def dress(self, theme: Theme) -> None:
        """Show the same things in another look: pages are made anew."""
        self.theme = theme
        self.setMinimumSize(smallest_size(self, theme.text_size_percent))
        self._title.dress(theme)
        if self._opened is not None:
            self.keep_what_is_typed()
            self.stage.show_anew()
        elif self._welcome is not None:
            self.show_welcome()
        self.dialogs.dress(theme)

    def show_what_is_open(self) -> None:
        """Show the name of what is open, and switch the menus' entries on or off."""
        document = self.document
        self._title.show(document)
        page = self.workspace.page if self.workspace is not None and self.stage.can_edit else None
        self._menus.enable(
            document=document is not None,
            in_file=document is not None and document.path is not None,
            page=page,
            is_own=document is None or document.voice.is_own,
        )

    def show_trouble(self, headline: str, problems: Sequence[Problem | str]) -> None:
        """Say what went wrong, without stopping the window."""
        from ladder_app.gui.trouble import show_trouble

        show_trouble(self, headline, problems)

    # Settings

    @property
    def settings(self) -> Settings:
        """Those that hold now."""
        return self._settings.now

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        self.change_settings(self.settings.with_recent(path))

    def change_settings(self, settings: Settings) -> None:
        """Take other settings and keep them; dresses the window anew where the look changed."""
        self._settings.change(settings)

    def take_settings(self, read: Settings) -> None:
        """Take over settings that could not be read before the window was there; what was chosen since stays."""
        self._settings.take(read)
        if self._welcome is not None:
            self.show_welcome()

    def show_page(self, page: Page) -> None:
        """Put a page in front."""
        self.stage.show_page(page)

    # What comes from outside: dropped files, closing, the place on screen

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._dropping.enter(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropping.take(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closes_for_good:
            self._is_asked_to_close = True
            self.leaving.leave_for_good(self._close_for_good)
            self._is_asked_to_close = False
        if not self._closes_for_good:
            event.ignore()
            return
        self.opening.stop()
        self.dialogs.close_windows()
        self.files.forget()
        if self._opened is not None:
            self._opened.close()
            self._opened = None
        store_place(self, self.life.end)
        event.accept()

    def _close_for_good(self) -> None:
        self._closes_for_good = True
        if not self._is_asked_to_close:
            self.close()

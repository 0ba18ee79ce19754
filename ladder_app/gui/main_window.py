"""The main window: what is open in it, and the way from files to pages and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QUndoGroup
from PySide6.QtWidgets import QMainWindow

from ladder_app.domain.voices import OWN, ReviewVoice
from ladder_app.errors import LadderError
from ladder_app.gui.dates import today
from ladder_app.gui.dropping import Dropping
from ladder_app.gui.evidence_commands import EvidenceCommands
from ladder_app.gui.file_commands import FileCommands
from ladder_app.gui.leaving import Leaving
from ladder_app.gui.menus import Menus
from ladder_app.gui.one_line import FileNameLabel
from ladder_app.gui.opened import Opened
from ladder_app.gui.opening import Opening
from ladder_app.gui.pages import REVIEWED, Page
from ladder_app.gui.plan_commands import PlanCommands
from ladder_app.gui.rating_commands import RatingCommands
from ladder_app.gui.reviewing import Reviewing
from ladder_app.gui.role_news import RoleNews
from ladder_app.gui.theme import MEDIUM, Theme
from ladder_app.gui.window_dialogs import WindowDialogs
from ladder_app.gui.window_place import restore_place, smallest_size, store_place
from ladder_app.gui.workspace import Workspace
from ladder_app.storage.life import Life
from ladder_app.storage.settings import Settings, save_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.role import Role
    from ladder_app.errors import Problem
    from ladder_app.gui.document import Document
    from ladder_app.gui.evidence_page import EvidencePage
    from ladder_app.gui.plan_page import PlanPage
    from ladder_app.gui.rating_commands import RatingPage
    from ladder_app.gui.saver import Saver
    from ladder_app.gui.welcome_page import WelcomePage
    from ladder_app.storage.file_stamp import FileStamp

_USUAL = QSize(1280, 800)
_TEXT_SIZES_PERCENT = (100, 200)


class MainWindow(QMainWindow):
    """Shows the welcome page, or one open assessment."""

    settings_changed = Signal()
    """The look was changed: the application dresses itself and the window anew."""

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.settings = settings
        self.theme = theme
        self.life = Life()
        self._opened: Opened | None = None
        self._workspace: Workspace | None = None
        self._welcome: WelcomePage | None = None
        self._earlier: int | None = None
        self._is_asked_to_close = self._closes_for_good = False
        self._undo_group = QUndoGroup(self)
        self.files = FileCommands(self, self)
        self.leaving = Leaving(self, self)
        self.reviewing = Reviewing(self, self)
        self.opening = Opening(self, self.leaving, self)
        self.dialogs = WindowDialogs(self, self)
        keys = (
            RatingCommands(self._rating_page),
            EvidenceCommands(self._evidence_page),
            PlanCommands(self._plan_page),
        )
        self.news = RoleNews(self, self)
        self._menus = Menus(self, self, self.files, self.dialogs, keys, self._undo_group)
        self._file_name = FileNameLabel(theme)
        self._file_name.setContentsMargins(0, theme.px(6), theme.px(14), 0)
        self.menuBar().setCornerWidget(self._file_name, Qt.Corner.TopRightCorner)
        self._menus.show_recent(settings.recent_files)
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
        return self._workspace.document if self._workspace is not None else self.document

    @property
    def saver(self) -> Saver | None:
        """What keeps it on disk."""
        return self._opened.saver if self._opened is not None else None

    @property
    def workspace(self) -> Workspace | None:
        """What shows it."""
        return self._workspace

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
        if self._workspace is not None:
            self._workspace.keep_everything()

    def secure(self) -> bool:
        """Put the document in safety, whatever happens next; says whether that worked."""
        if self._opened is None:
            return True
        self.keep_what_is_typed()
        return self._opened.secure()

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
        opened.document.undo_stack.setActive(not read_only)
        opened.saver.state_changed.connect(self.show_what_is_open)
        opened.reconciler.undecided.connect(self.files.settling.ask)
        opened.document.role_changed.connect(self._show_anew)
        opened.document.access_changed.connect(self._on_access_changed)
        self._opened = opened
        self._fill(opened, Page.ASSESS)
        self.show_what_is_open()
        return opened

    def show_welcome(self, role_file: Path | None = None, role: Role | None = None) -> None:
        """Show the welcome page, with the role of a file already chosen if one is given."""
        from ladder_app.gui.welcome_page import WelcomePage
        from ladder_app.storage.roles import own_roles, shipped_roles

        page = WelcomePage(self.theme, self.settings, (*own_roles(), *shipped_roles()))
        page.new_wanted.connect(self.opening.start)
        page.open_wanted.connect(self.open_path)
        page.browse_wanted.connect(self.files.browse)
        page.sample_wanted.connect(self.opening.open_sample)
        page.forget_wanted.connect(self._forget)
        page.import_wanted.connect(self.dialogs.browse_import)
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
        self._opened = self._workspace = self._welcome = self._earlier = None
        self.news.forget()

    def look_back(self, number: int) -> None:
        """Show an earlier cycle, by its number from 0, as it was when it was closed; nothing in it can be changed."""
        if self._opened is not None and 0 <= number < len(self._opened.document.assessment.cycles) - 1:
            self.keep_what_is_typed()
            self._earlier = number
            self._opened.document.undo_stack.setActive(False)
            self._fill(self._opened, Page.ASSESS)
            self.show_what_is_open()

    def look_at_present(self, page: Page = Page.HISTORY) -> None:
        """Go back from an earlier cycle to the one that is being worked on."""
        if self._opened is not None and self._earlier is not None:
            self._earlier = None
            self._opened.document.undo_stack.setActive(not self._opened.document.read_only)
            self._fill(self._opened, page)
            self.show_what_is_open()

    def _fill(self, opened: Opened, page: Page) -> None:
        if self._earlier is not None and self._earlier >= len(opened.document.assessment.cycles) - 1:
            self._earlier = None
            opened.document.undo_stack.setActive(not opened.document.read_only)
        if self._earlier is None:
            workspace = Workspace(opened.document, opened.saver, self.theme)
        else:
            from ladder_app.gui.earlier import earlier_workspace

            workspace = earlier_workspace(opened, self._earlier, self.theme)
        workspace.page_changed.connect(self.show_what_is_open)
        is_own = opened.document.voice.is_own
        workspace.profile_wanted.connect(self.dialogs.edit_profile if is_own else self.reviewing.change_name)
        if self._earlier is None:
            workspace.reviewing_wanted.connect(self.reviewing.begin)
        workspace.overall_wanted.connect(self.reviewing.write_overall)
        workspace.own_voice_wanted.connect(self.reviewing.stop)
        workspace.save_as_wanted.connect(self.files.save_as)
        workspace.conflict_wanted.connect(self.files.settling.resolve)
        workspace.calendar_wanted.connect(self.files.plan.ask_for_calendar)
        workspace.checklist_wanted.connect(self.files.plan.ask_for_checklist)
        workspace.close_cycle_wanted.connect(self.dialogs.close_cycle)
        workspace.log_wanted.connect(self.dialogs.log_evidence)
        workspace.git_wanted.connect(self.dialogs.browse_git)
        workspace.earlier_wanted.connect(self.look_back)
        workspace.present_wanted.connect(self.look_at_present)
        workspace.taking_wanted.connect(self.files.take_review)
        workspace.export_wanted.connect(self.dialogs.export)
        self._workspace = workspace
        self.news.show_on(workspace)
        self.setCentralWidget(workspace)
        self._menus.show_scale(opened.document.assessment.role.scale)
        workspace.show_page(page)

    def _show_anew(self) -> None:
        """Make the pages anew, and go back to where the person was."""
        if self._opened is None or self._workspace is None:
            return
        page = self._workspace.page
        if not self._opened.document.voice.is_own and page not in REVIEWED:
            page = Page.ASSESS
        current = self._workspace.assess.current_criterion()
        self._fill(self._opened, page)
        if current is not None and current in self._workspace.document.level.by_id:
            self._workspace.assess.go_to(current)

    def _on_access_changed(self) -> None:
        if self._opened is not None:
            document = self._opened.document
            document.undo_stack.setActive(not document.read_only and self._earlier is None)
            self._show_anew()
            self.show_what_is_open()

    def dress(self, theme: Theme) -> None:
        """Show the same things in another look: pages are made anew."""
        self.theme = theme
        self.setMinimumSize(smallest_size(self, theme.text_size_percent))
        self._file_name.setFont(theme.font(12, MEDIUM))
        if self._opened is not None:
            self.keep_what_is_typed()
            self._show_anew()
        elif self._welcome is not None:
            self.show_welcome()
        self.dialogs.dress(theme)

    def show_what_is_open(self) -> None:
        """Show the name of what is open, and switch the menus' entries on or off."""
        document = self.document
        in_file = document is not None and document.path is not None
        name = "" if document is None else _name(document)
        if name != self._file_name.text() or not name:
            self._file_name.show_name(name, "" if document is None or document.path is None else str(document.path))
            self.setWindowTitle(f"{name} – Ladder" if name else "Ladder")
        can_edit = document is not None and not document.read_only and self._earlier is None
        page = self._workspace.page if self._workspace is not None and can_edit else None
        is_own = document is None or document.voice.is_own
        self._menus.enable(document=document is not None, in_file=in_file, page=page, is_own=is_own)

    def show_trouble(self, headline: str, problems: Sequence[Problem | str]) -> None:
        """Say what went wrong, without stopping the window."""
        from ladder_app.gui.trouble import show_trouble

        show_trouble(self, headline, problems)

    def tell_accident(self, report: str, is_safe: bool) -> None:
        """Say that something went wrong that nobody thought of, and how the document is."""
        from ladder_app.gui.accidents import tell

        safe = "Your document is in safety." if is_safe else "Your last edits may not be on disk: use Save as."
        tell(self, "Something went wrong inside Ladder.", f"{safe} You can go on.", report)

    def tell_breakdown(self, report: str) -> None:
        """Say that an earlier Ladder broke down."""
        from ladder_app.gui.accidents import tell

        tell(self, "Ladder broke down the last time.", "Unsaved edits, if there were any, are offered.", report)

    # Settings

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
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
            self.show_trouble("Your settings could not be kept.", error.problems)
        if (settings.theme, settings.text_size_percent) != (before.theme, before.text_size_percent):
            self.settings_changed.emit()

    # Pages and dialogs

    def _rating_page(self) -> RatingPage | None:
        """The page in front, if the keys of the Rating menu mean something there."""
        return self._workspace.rating_page if self._workspace is not None else None

    def _evidence_page(self) -> EvidencePage | None:
        return self._workspace.evidence if self._workspace is not None else None

    def _plan_page(self) -> PlanPage | None:
        return self._workspace.plan if self._workspace is not None else None

    def show_page(self, page: Page) -> None:
        """Put a page in front."""
        if self._workspace is not None:
            self._workspace.show_page(page)

    def present(self) -> None:
        """Show the conversation on the whole screen."""
        if self._workspace is not None:
            self._workspace.present()

    def search(self) -> None:
        """Put the keyboard into the search field."""
        if self._workspace is not None:
            if self._workspace.page is Page.EVIDENCE and self._workspace.evidence is not None:
                self._workspace.evidence.focus_search()
                return
            self._workspace.show_page(Page.ASSESS)
            self._workspace.assess.focus_search()

    def change_text_size(self, step_percent: int) -> None:
        """Make all text larger or smaller."""
        smallest, largest = _TEXT_SIZES_PERCENT
        size = min(max(self.settings.text_size_percent + step_percent, smallest), largest)
        self.change_settings(self.settings.model_copy(update={"text_size_percent": size}))

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
        store_place(self)
        self.opening.stop()
        self.dialogs.close_windows()
        self.files.forget()
        if self._opened is not None:
            self._opened.close()
            self._opened = None
        self.life.end()
        event.accept()

    def _close_for_good(self) -> None:
        self._closes_for_good = True
        if not self._is_asked_to_close:
            self.close()


def _name(document: Document) -> str:
    """What the person calls what is open; a reviewer's window says whose it is."""
    name = (document.origin or "Sample") if document.path is None else document.path.name
    if document.voice.is_own:
        return name
    return f"Reviewing {document.assessment.person.name} as {document.voice.rater} – {name}"

"""What of the open document is on screen: the cycle that is being worked on, or an earlier one to look back at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from ladder_app.gui.pages import REVIEWED, Page
from ladder_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from ladder_app.gui.evidence_page import EvidencePage
    from ladder_app.gui.opened import Opened
    from ladder_app.gui.plan_page import PlanPage
    from ladder_app.gui.rating_commands import RatingPage
    from ladder_app.gui.theme import Theme


class StageWindow(Protocol):
    """What the stage needs of the window."""

    @property
    def theme(self) -> Theme: ...


class Stage(QObject):
    """Makes the pages of a document, makes them anew where everything is another, and puts one in front."""

    filled = Signal(object)
    """This `Workspace` is to be in the window; no page is in front yet."""
    changed = Signal()
    """Another page or another cycle is on screen, or it can be edited no longer, or again."""

    def __init__(self, window: StageWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._opened: Opened | None = None
        self._earlier: int | None = None
        self.workspace: Workspace | None = None

    @property
    def is_earlier(self) -> bool:
        """Whether an earlier cycle is looked at."""
        return self._earlier is not None

    @property
    def can_edit(self) -> bool:
        """Whether what is on screen can be changed there."""
        return self._opened is not None and not self._opened.document.read_only and not self.is_earlier

    def show(self, opened: Opened) -> None:
        """Show a document from its first page."""
        self._opened = opened
        opened.document.role_changed.connect(self.show_anew)
        opened.losing.connect(self.keep_what_is_typed)
        opened.document.access_changed.connect(self._on_access_changed)
        self._fill(opened, Page.ASSESS)

    def clear(self) -> None:
        """Show nothing; the widgets go with the next central widget."""
        self._opened = self._earlier = self.workspace = None

    def look_back(self, number: int) -> None:
        """Show an earlier cycle, by its number from 0, as it was when it was closed; nothing in it can be changed."""
        if self._opened is not None and 0 <= number < len(self._opened.document.assessment.cycles) - 1:
            self.keep_what_is_typed()
            self._earlier = number
            self._fill(self._opened, Page.ASSESS)

    def look_at_present(self, page: Page = Page.HISTORY) -> None:
        """Go back from an earlier cycle to the one that is being worked on."""
        if self._opened is not None and self.is_earlier:
            self._earlier = None
            self._fill(self._opened, page)

    def show_anew(self) -> None:
        """Make the pages anew, and go back to where the person was."""
        if self._opened is None or self.workspace is None:
            return
        from ladder_app.gui.left_off import LeftOff

        page, left_off = self.workspace.page, LeftOff(self.workspace)
        if not self._opened.document.voice.is_own and page not in REVIEWED:
            page = Page.ASSESS
        current = self.workspace.assess.current_criterion()
        self._fill(self._opened, page)
        if current is not None and current in self.workspace.document.level.by_id:
            self.workspace.assess.go_to(current)
        if page is not Page.ASSESS:
            self.workspace.show_page(page)
        left_off.take_up(self.workspace)

    def _fill(self, opened: Opened, page: Page) -> None:
        if self._earlier is not None and self._earlier >= len(opened.document.assessment.cycles) - 1:
            self._earlier = None
        opened.document.undo_stack.setActive(self.can_edit)
        if self._earlier is None:
            workspace = Workspace(opened.document, opened.saver, self._window.theme)
        else:
            from ladder_app.gui.earlier import earlier_workspace

            workspace = earlier_workspace(opened, self._earlier, self._window.theme)
        workspace.page_changed.connect(self.changed)
        self.workspace = workspace
        self.filled.emit(workspace)
        workspace.show_page(page)
        self.changed.emit()

    def _on_access_changed(self) -> None:
        self.show_anew()
        self.changed.emit()

    # Its pages

    def keep_what_is_typed(self) -> None:
        """Put what stands in an open form, a note or a dialog into the document, or its draft on disk."""
        if self.workspace is not None:
            self.workspace.keep_everything()
        if self._opened is not None:
            self._opened.document.being_typed.keep()

    def rating_page(self) -> RatingPage | None:
        """The page in front, if the keys of the Rating menu mean something there."""
        return self.workspace.rating_page if self.workspace is not None else None

    def evidence_page(self) -> EvidencePage | None:
        """The Evidence page, if it has been looked at."""
        return self.workspace.evidence if self.workspace is not None else None

    def plan_page(self) -> PlanPage | None:
        """The Plan page, if it has been looked at."""
        return self.workspace.plan if self.workspace is not None else None

    def show_page(self, page: Page) -> None:
        """Put a page in front."""
        if self.workspace is not None:
            self.workspace.show_page(page)

    def present(self) -> None:
        """Show the conversation on the whole screen."""
        if self.workspace is not None:
            self.workspace.present()

    def search(self) -> None:
        """Put the keyboard into the search field."""
        if self.workspace is None:
            return
        if self.workspace.page is Page.EVIDENCE and self.workspace.evidence is not None:
            self.workspace.evidence.focus_search()
            return
        self.workspace.show_page(Page.ASSESS)
        self.workspace.assess.focus_search()

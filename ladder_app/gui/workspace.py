"""The window's inside while a document is open: sidebar, pages and status bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ladder_app.gui.assess_page import AssessPage
from ladder_app.gui.pages import REVIEWED, Page
from ladder_app.gui.sidebar import Sidebar
from ladder_app.gui.status_bar import StatusBar
from ladder_app.gui.typed_before import TypedBefore
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from ladder_app.gui.conversation_page import ConversationPage
    from ladder_app.gui.document import Document
    from ladder_app.gui.evidence_page import EvidencePage
    from ladder_app.gui.notice_bar import NoticeBar
    from ladder_app.gui.plan_page import PlanPage
    from ladder_app.gui.rating_commands import RatingPage
    from ladder_app.gui.saver import Saver
    from ladder_app.gui.theme import Theme

_NARROW_PX = 906
_LOW_PX = 420


class Workspace(QWidget):
    """Shows one page at a time; a page is made when it is first looked at."""

    page_changed = Signal()
    profile_wanted = Signal()
    save_as_wanted = Signal()
    conflict_wanted = Signal()
    edit_wanted = Signal()
    calendar_wanted = Signal()
    checklist_wanted = Signal()
    close_cycle_wanted = Signal()
    log_wanted = Signal()
    git_wanted = Signal()
    earlier_wanted = Signal(int)
    """The cycle of this number, an earlier one, is to be looked at."""
    present_wanted = Signal()
    """The person has looked back long enough."""
    taking_wanted = Signal()
    """The person has a review to take in."""
    reviewing_wanted = Signal()
    review_copy_wanted = Signal()
    """Somebody wants to be the reviewer."""
    overall_wanted = Signal()
    """The reviewer wants to write about the whole."""
    stop_reviewing_wanted = Signal()
    """The reviewer is done."""
    export_wanted = Signal(str)
    """The person wants to export with this preset."""

    def __init__(self, document: Document, saver: Saver, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        # Each widget is made inside its parent: Qt dresses a whole family anew whenever it moves into another.
        self.sidebar = Sidebar(document, theme, self)
        self.sidebar.page_wanted.connect(self.show_page)
        self.sidebar.profile_wanted.connect(self.profile_wanted)
        self._stack = QStackedWidget(self)
        self.assess = AssessPage(document, theme, self._stack)
        self.assess.profile_wanted.connect(self.profile_wanted)
        self._pages: dict[Page, QWidget] = {Page.ASSESS: self.assess}
        self.conversation: ConversationPage | None = None
        self._makers: dict[Page, Callable[[], QWidget]] = {
            Page.EVIDENCE: self._evidence_page,
            Page.READINESS: self._readiness_page,
            Page.PLAN: self._plan_page,
            Page.CONVERSATION: self._conversation_page,
            Page.HISTORY: self._history_page,
            Page.ROLE: self._role_page,
        }
        self._stack.addWidget(self.assess)
        self.status_bar = StatusBar(document, saver, theme, self)
        self.status_bar.save_as_wanted.connect(self.save_as_wanted)
        self.status_bar.conflict_wanted.connect(self.conflict_wanted)
        self.status_bar.edit_wanted.connect(self.edit_wanted)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._notices = QVBoxLayout()
        layout.addLayout(self._notices)
        layout.addLayout(middle, 1)
        layout.addWidget(self.status_bar)
        self._page = Page.ASSESS
        self._is_earlier = False
        self._reviewing: NoticeBar | None = None
        self.sidebar.show_page(Page.ASSESS)
        self._typed_before = TypedBefore(self)
        if not document.voice.is_own:
            self._say_reviewing()

    @property
    def theme(self) -> Theme:
        """Its look."""
        return self._theme

    @property
    def document(self) -> Document:
        """What is shown."""
        return self._document

    def say_earlier(self, words: str, back_words: str) -> None:
        """Say that this is an earlier cycle, and offer the way back, which the History page is as well."""
        self._is_earlier = True
        notice = self.add_notice(words)
        notice.add_button(back_words).clicked.connect(self.present_wanted)

    def _say_reviewing(self) -> None:
        """Say whose review is written, and of whom."""
        voice, person = self._document.voice, self._document.assessment.person
        notice = self.add_notice(
            f"You are reviewing {isolated(person.name)} as {isolated(voice.rater)}. Only your review changes."
        )
        self._reviewing = notice
        notice.add_button("Overall comments…").clicked.connect(self.overall_wanted)
        stop = notice.add_button("Stop reviewing")
        stop.setToolTip("Keeps your review and closes the file")
        stop.clicked.connect(self.stop_reviewing_wanted)

    def add_notice(self, words: str) -> NoticeBar:
        """Say something about all pages, above them."""
        from ladder_app.gui.notice_bar import NoticeBar

        notice = NoticeBar(self._theme, words, self)
        self._notices.addWidget(notice)
        return notice

    @property
    def page(self) -> Page:
        """The page on screen."""
        return self._page

    @property
    def rating_page(self) -> RatingPage | None:
        """The page in front, if the keys of the Rating menu mean something there."""
        if self._page is Page.ASSESS:
            return self.assess
        return self.conversation if self._page is Page.CONVERSATION else None

    def page_widget(self, page: Page) -> QWidget:
        """The widget of a page; made now if it has not been looked at yet."""
        made = self._pages.get(page)
        if made is None:
            made = self._makers[page]()
            self._pages[page] = made
            self._stack.addWidget(made)
        return made

    def show_page(self, page: Page) -> None:
        """Put a page in front; one that is not for this voice is not shown."""
        if not self._document.voice.is_own and page not in REVIEWED:
            return
        self.keep_everything()
        if self._is_earlier and page is Page.HISTORY:
            self.sidebar.show_page(self._page)
            self.present_wanted.emit()
            return
        self._page = page
        shown = self.page_widget(page)
        self._stack.setCurrentWidget(shown)
        self.sidebar.show_page(page)
        if page is Page.ASSESS:
            self.assess.focus_list()
        elif page is Page.CONVERSATION and self.conversation is not None:
            self.conversation.focus_list()
        else:
            shown.setFocus()
        self.page_changed.emit()

    @property
    def plan(self) -> PlanPage | None:
        """The Plan page, if it has been looked at."""
        return cast("PlanPage | None", self._pages.get(Page.PLAN))

    @property
    def evidence(self) -> EvidencePage | None:
        """The Evidence page, if it has been looked at."""
        return cast("EvidencePage | None", self._pages.get(Page.EVIDENCE))

    def keep_everything(self) -> None:
        """Keep what is being typed, on every page."""
        self.assess.inspector.keep_everything()
        if self.evidence is not None:
            self.evidence.keep_everything()
        if self.plan is not None:
            self.plan.keep_everything()
        if self.conversation is not None:
            self.conversation.keep_everything()

    def present(self) -> None:
        """Show the conversation on the whole screen."""
        self.show_page(Page.CONVERSATION)
        if self.conversation is not None:
            self.conversation.present()

    def go_to_criterion(self, criterion_id: str) -> None:
        """Show a criterion on the Assess page."""
        self.show_page(Page.ASSESS)
        self.assess.go_to(criterion_id)

    def add_action_for(self, criterion_id: str) -> None:
        """Open an empty action form for a criterion."""
        self.go_to_criterion(criterion_id)
        self.assess.add_action()

    def add_evidence_for(self, criterion_id: str) -> None:
        """Open an empty evidence form for a criterion."""
        self.go_to_criterion(criterion_id)
        self.assess.add_evidence()

    def show_unrated(self, level_id: str) -> None:
        """List what is unrated of a level on the Assess page."""
        self.show_page(Page.ASSESS)
        self.assess.show_unrated(level_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.sidebar.show_icons_only(event.size().width() < self._theme.px(_NARROW_PX))
        if self._reviewing is not None:  # title and status bar say it as well
            self._reviewing.show_words(event.size().height() >= self._theme.px(_LOW_PX))
        super().resizeEvent(event)

    def _evidence_page(self) -> QWidget:
        from ladder_app.gui.evidence_page import EvidencePage

        page = EvidencePage(self._document, self._theme)
        page.log_wanted.connect(self.log_wanted)
        page.git_wanted.connect(self.git_wanted)
        return page

    def _readiness_page(self) -> QWidget:
        from ladder_app.gui.readiness_page import ReadinessPage

        readiness = ReadinessPage(self._document, self._theme)
        readiness.criterion_activated.connect(self.go_to_criterion)
        readiness.action_wanted.connect(self.add_action_for)
        readiness.unrated_wanted.connect(self.show_unrated)
        return readiness

    def _plan_page(self) -> QWidget:
        from ladder_app.gui.plan_page import PlanPage

        page = PlanPage(self._document, self._theme)
        page.criterion_activated.connect(self.go_to_criterion)
        page.calendar_wanted.connect(self.calendar_wanted)
        page.checklist_wanted.connect(self.checklist_wanted)
        return page

    def _history_page(self) -> QWidget:
        from ladder_app.gui.history_page import HistoryPage

        history = HistoryPage(self._document, self._theme)
        history.close_wanted.connect(self.close_cycle_wanted)
        history.earlier_wanted.connect(self.earlier_wanted)
        history.criterion_activated.connect(self.go_to_criterion)
        return history

    def _conversation_page(self) -> QWidget:
        from ladder_app.gui.conversation_page import ConversationPage

        page = ConversationPage(self._document, self._theme)
        page.criterion_activated.connect(self.go_to_criterion)
        page.action_wanted.connect(self.add_action_for)
        page.evidence_wanted.connect(self.add_evidence_for)
        page.plan_wanted.connect(self._show_plan)
        page.taking_wanted.connect(self.taking_wanted)
        page.export_wanted.connect(self.export_wanted)
        page.reviewing_wanted.connect(self.reviewing_wanted)
        page.review_copy_wanted.connect(self.review_copy_wanted)
        self.conversation = page
        return page

    def _show_plan(self) -> None:
        self.show_page(Page.PLAN)

    def _role_page(self) -> QWidget:
        from ladder_app.gui.role_page import RolePage

        return RolePage(self._document, self._theme)

"""The Conversation page: two views side by side, what is seen differently first, and what is agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ladder_app.domain.entries import Rating
from ladder_app.gui.conversation_details import TalkCard
from ladder_app.gui.conversation_head import ConversationHead
from ladder_app.gui.conversation_list import TalkList
from ladder_app.gui.conversation_model import ConversationModel
from ladder_app.gui.conversation_readiness import ViewsCard
from ladder_app.gui.conversation_rows import Tab
from ladder_app.gui.conversation_ways import WaysCard
from ladder_app.gui.conversation_whole import WholeCard
from ladder_app.gui.scroll_page import GAP_PX, ScrollPage, SideBySide
from ladder_app.gui.talking import Talking

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.document import Document
    from ladder_app.gui.presentation import Presentation
    from ladder_app.gui.theme import Theme

_DETAILS_PX, _LOW_DETAILS_PX, _MOST_DETAILS_PX = 272, 244, 460
_LOW_PX, _LOWEST_PX, _NARROW_PX = 660, 420, 700


class ConversationPage(ScrollPage):
    """Shows the target level in two views and records what is agreed; brought up to date when somebody looks."""

    criterion_activated = Signal(str)
    """The person wants to see a criterion on the Assess page."""
    action_wanted = Signal(str)
    """The person wants to add an action for a criterion."""
    evidence_wanted = Signal(str)
    """The person wants to add evidence for a criterion."""
    plan_wanted = Signal()
    taking_wanted = Signal()
    """The person has a review to take in."""
    review_copy_wanted = Signal()
    """The person wants a copy that their manager reviews with Ladder."""
    reviewing_wanted = Signal()
    """Somebody wants to be the reviewer, here and now."""
    export_wanted = Signal(str)
    """The person wants to export with this preset."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Conversation", parent)
        self._document = document
        self._is_outdated = True
        self._talking = Talking(document)
        self.model = ConversationModel(document, self)
        self._fill()
        document.criteria_changed.connect(self._on_changed)
        document.level_changed.connect(self._on_everything_changed)
        document.revisited.connect(self._on_revisited)

    def _fill(self) -> None:
        column = self.new_column()
        inside = column.parentWidget()
        self.head = ConversationHead(self.theme, self._document, inside)
        self.head.chosen.connect(self._choose)
        self.head.taking_wanted.connect(self.taking_wanted)
        self.head.export_wanted.connect(self._export)
        self.head.presenting_wanted.connect(self.present)
        column.addWidget(self.head)
        self.ways = WaysCard(self.theme, inside)
        self.ways.form_wanted.connect(self._export_form)
        self.ways.taking_wanted.connect(self.taking_wanted)
        self.ways.copy_wanted.connect(self.review_copy_wanted)
        self.ways.reviewing_wanted.connect(self.reviewing_wanted)
        self.ways.rating_wanted.connect(self._rate_first)
        column.addWidget(self.ways)
        self._list = TalkList(self.theme, self._document.assessment.role.scale, self.model, inside)
        self.view = self._list.view
        self.view.current_changed.connect(self._show_current)
        self.view.tick_toggled.connect(self._toggle_tick)
        self.view.details_wanted.connect(self._write)
        column.addWidget(self._list, 1)
        self._details = self._details_row(inside)
        column.addWidget(self._details)
        self.whole = WholeCard(self.theme, self._document, self._talking, inside)
        self.whole.finished.connect(self.setFocus)
        column.addWidget(self.whole)
        if self._document.read_only:
            self.card.be_read_only()
            self.whole.be_read_only()
            self.ways.be_read_only()
            self.head.be_read_only()
        column.addStretch(0)
        self.show_column()

    def _details_row(self, parent: QWidget | None) -> SideBySide:
        row = SideBySide(self.theme, _NARROW_PX, gap_px=GAP_PX, parent=parent)
        self.card = TalkCard(self.theme, self._document, self.model, self._talking, row)
        self.card.finished.connect(self.focus_list)
        self.card.criterion_activated.connect(self.criterion_activated)
        self.views = ViewsCard(self.theme, self._document, self.model, row)
        self.views.plan_wanted.connect(self.plan_wanted)
        for part in (self.card, self.views):
            row.add(part, 3 if part is self.card else 2)
        return row

    # Looking

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_outdated:
            self._refresh(texts=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self.theme
        low = event.size().height() < theme.px(_LOW_PX)
        self.head.be_compact(low=event.size().height() < theme.px(_LOWEST_PX))
        for part in (self.card, self.views):
            part.setMinimumHeight(theme.px(_LOW_DETAILS_PX if low else _DETAILS_PX))
            part.setMaximumHeight(theme.px(_MOST_DETAILS_PX))
        self._list.fit()

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        (self if self._list.isHidden() else self.view).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_everything(self) -> None:
        """Put what is being written into the document."""
        self.card.keep_everything()
        self.whole.keep_everything()

    def current_criterion(self) -> str | None:
        """The criterion that is talked about; None where the list is not in front."""
        return self.view.current_key() if self.model.rowCount() and not self._list.isHidden() else None

    def present(self) -> Presentation | None:
        """Show what is listed, or else the agenda, one after the other in large letters; None where that is nothing."""
        from ladder_app.gui.presentation import Presentation

        self.keep_everything()
        self.model.refresh()
        ids = self.model.row_keys() or [point.criterion.id for point in self.model.agenda.points]
        if not ids:
            return None
        first = self.current_criterion() or ids[0]
        shown = Presentation(self.theme, self._document, self.model, self._talking, ids, first, self)
        shown.left.connect(self.view.show_key)
        shown.showFullScreen()
        return shown

    # What the keys of the Rating menu mean here

    def rate_current(self, rating: Rating | None) -> None:
        """Record the agreed rating of the current criterion."""
        current = self.current_criterion()
        if current is not None:
            self._talking.agree(current, rating)

    def rate_not_applicable(self) -> None:
        """Record that both agree that the current criterion does not apply."""
        self.rate_current(Rating(not_applicable=""))

    def confirm_current(self) -> None:
        """Record the rating that counts as agreed because all say so."""
        current = self.current_criterion()
        if current is not None:
            agreed = self.model.compared(current).agreed
            self.rate_current(
                None if agreed is None else Rating(step=agreed.step, not_applicable=agreed.not_applicable)
            )

    def step_by(self, steps: int) -> None:
        """Go to another criterion."""
        self.view.step_by(steps)

    def go_to_next_unrated(self) -> None:
        """Go to the next criterion for which nothing counts as agreed yet, from the top again after the last."""
        rows = [self.model.row(place) for place in range(self.model.rowCount())]
        start = self.view.currentIndex().row() + 1
        following = (row.id for row in (*rows[start:], *rows[:start]) if not row.is_agreed)
        found = next(following, None)
        if found is not None:
            self.view.show_key(found)

    def add_evidence(self) -> None:
        """Add evidence for the current criterion, on its page."""
        current = self.current_criterion()
        if current is not None:
            self.evidence_wanted.emit(current)

    def add_action(self) -> None:
        """Add an action for the current criterion, on its page."""
        current = self.current_criterion()
        if current is not None:
            self.action_wanted.emit(current)

    # What changes

    def _choose(self) -> None:
        self.keep_everything()
        self.model.choose(self.head.tab, self.head.reviewer)
        self._refresh(texts=True)
        if self.head.tab is Tab.WHOLE:
            self.whole.take_focus()
        else:
            self.focus_list()

    def _refresh(self, *, texts: bool) -> None:
        self._is_outdated = False
        model, tab, review = self.model, self.head.tab, self.model.review
        model.refresh()
        self.head.refresh(model)
        if self.head.tab is not tab:
            tab = self.head.tab
            model.choose(tab, self.head.reviewer)
        is_whole = tab is Tab.WHOLE
        lists = not is_whole and not (review is None and tab is Tab.DIFFERENCES)
        has_rows = model.rowCount() > 0
        self.ways.setVisible(not is_whole and not lists)
        self.ways.show_whether_rated(bool(self._document.readiness.figures.rated))
        self._list.setVisible(lists)
        self._list.refresh(self._document.assessment.person.name)
        self._details.setVisible(lists)
        self.card.setVisible(has_rows)
        self.whole.setVisible(is_whole)
        if texts:
            self.card.show_criterion(self.view.current_key() if has_rows else None)
        self.card.refresh()
        self.views.refresh()
        self.whole.refresh()

    def _on_changed(self, touched: frozenset[str]) -> None:
        self._is_outdated = True
        if self.isVisible():
            self._refresh(texts=self.card.criterion_id in touched)

    def _on_everything_changed(self) -> None:
        self._is_outdated = True
        if self.isVisible():
            self._refresh(texts=True)

    def _on_revisited(self, touched: frozenset[str]) -> None:
        if self.isVisible() and self.current_criterion() not in touched:
            found = next((name for name in self.model.row_keys() if name in touched), None)
            if found is not None:
                self.view.show_key(found)

    def _show_current(self, criterion_id: str | None) -> None:
        if criterion_id is not None and criterion_id != self.card.criterion_id:
            self.card.show_criterion(criterion_id)
        if self.view.hasFocus():
            self.ensureWidgetVisible(self._list, 0, 0)

    def _toggle_tick(self, criterion_id: str) -> None:
        if self.model.tab is Tab.AGENDA:
            discussed = self._document.assessment.cycle.conversation.discussed
            self._talking.tick_off(criterion_id, is_discussed=criterion_id not in discussed)

    def _write(self) -> None:
        self.card.write()

    def _export(self) -> None:
        self.export_wanted.emit("conversation")

    def _export_form(self) -> None:
        self.export_wanted.emit("fillable")

    def _rate_first(self) -> None:
        unrated = self._document.readiness.unrated
        if unrated:
            self.criterion_activated.emit(unrated[0].id)

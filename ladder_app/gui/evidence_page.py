"""The Evidence page: the journal of a cycle, newest first; edited, attached and suggested beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ladder_app.domain.entries import Evidence
from ladder_app.domain.journal import JournalFilter, attached, journal
from ladder_app.gui.document import Document
from ladder_app.gui.evidence_head import EvidenceHead
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.journal_delegate import JournalDelegate
from ladder_app.gui.journal_model import JournalModel
from ladder_app.gui.journal_rows import Row, journal_rows
from ladder_app.gui.journal_side import JournalSide
from ladder_app.gui.journal_view import JournalView
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.side_page import MARGIN_PX, RIGHT_INSET_PX, SidePage
from ladder_app.gui.theme import SEMIBOLD, Theme
from ladder_app.markup import plain
from ladder_app.report.words import capitalised, counted

if TYPE_CHECKING:
    from ladder_app.importers.suggesting import Suggesting

_PANEL_PX = 360
_SEARCH_PAUSE_MS = 120


@dataclass(frozen=True, slots=True)
class JournalPlace:
    """Where a person is on the page: in the list, in what is listed of it, and in a form."""

    current: str | None
    writing: str
    filter: JournalFilter
    searched: str
    chosen: tuple[str, ...]
    attaching: Mapping[str, bool] | None


class EvidencePage(SidePage):
    """Lists the evidence of the cycle."""

    git_wanted = Signal()
    """The person wants to take the commits of a repository."""
    log_wanted = Signal()
    """The person wants to write an achievement in a line."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _PANEL_PX, parent)
        self._document = document
        self._fill_left()
        self.side = JournalSide(theme, document, self)
        self.side.finished.connect(self._on_finished)
        self.put_side(self.side)
        self._search_pause = QTimer(self)
        self._search_pause.setSingleShot(True)
        self._search_pause.setInterval(_SEARCH_PAUSE_MS)
        self._search_pause.timeout.connect(self._relist)
        self.setFocusProxy(self.view)
        document.criteria_changed.connect(self.outdate)
        document.level_changed.connect(self.outdate)
        document.role_changed.connect(self._forget_role)

    def _fill_left(self) -> None:
        theme, column = self._theme, self._column
        column.setSpacing(theme.px(8))
        self.head = EvidenceHead(theme, self._left)
        self.head.setContentsMargins(0, 0, theme.px(RIGHT_INSET_PX), 0)
        self.head.log_wanted.connect(self.log_wanted)
        self.head.git_wanted.connect(self.git_wanted)
        self.head.git.setEnabled(not self._document.read_only)
        self.head.filter_chosen.connect(self._relist)
        self.head.log.setEnabled(not self._document.read_only)
        self.search = self.head.search
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self.focus_list)
        self.search.abandoned.connect(self._on_search_abandoned)
        column.addWidget(self.head)
        column.addWidget(self._make_bar())
        self.model = JournalModel(self)
        self.model.chosen_changed.connect(self._show_bar)
        self._delegate = JournalDelegate(theme, self)
        self.view = JournalView(self.model, self._delegate, theme.px(RIGHT_INSET_PX), self._left)
        self.view.edit_wanted.connect(self._edit)
        self.view.suggestion_taken.connect(self._take)
        column.addWidget(self.view, 1)
        self._nothing = text_label(theme, "", tone="muted")
        self._nothing.setContentsMargins(0, theme.px(24), theme.px(MARGIN_PX), 0)
        self._nothing.hide()
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)

    def _make_bar(self) -> QWidget:
        theme = self._theme
        self._bar = QWidget(self._left)
        flow = FlowLayout(theme.px(8), theme.px(6))
        self._bar.setLayout(flow)
        self._chosen_words = text_label(theme, "", weight=SEMIBOLD, wrap=False)
        flow.addWidget(self._chosen_words)
        for words, slot, key in (
            ("Attach…", self.attach_chosen, "A"),
            ("Delete", self.remove_chosen, "Delete"),
            ("Choose none", self.let_go, ""),
        ):
            made = button(theme, words)
            made.setToolTip(key)
            made.clicked.connect(slot)
            flow.addWidget(made)
        self._bar.hide()
        return self._bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.be_compact(low=self.is_low)

    # What the hands do

    def keep_everything(self) -> None:
        """Keep what stands in an open form."""
        self.side.keep_everything()

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.view.current_row() is None:
            self.view.step_by(0)

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def attach_chosen(self) -> None:
        """Choose criteria for the chosen entries, or for the current one."""
        entries = self._meant()
        if entries and not self._document.read_only:
            self._attach(entries)

    def remove_chosen(self) -> None:
        """Delete the chosen entries, or the current one; it can be undone."""
        self._document.remove_many_evidence(self._meant())

    @property
    def is_busy(self) -> bool:
        return self.side.is_busy

    def let_go(self) -> None:
        """Choose nothing."""
        self.model.let_go()
        self.focus_list()

    def _meant(self) -> list[Evidence]:
        known = {entry.id: entry for entry in self._document.assessment.cycle.evidence}
        row = self.view.current_row()
        keys = self.model.chosen or ([row.key] if row is not None else [])
        return [known[key] for key in keys if key in known]

    def change(self, entry_id: str) -> None:
        """Open the form of an entry, if it is still there."""
        entry = next((e for e in self._document.assessment.cycle.evidence if e.id == entry_id), None)
        if entry is not None:
            self.view.show_key(entry_id)
            self._edit(entry)

    def _edit(self, entry: Evidence) -> None:
        if not self._document.read_only:
            self.side.edit(entry)
            self.show_sides()

    def _take(self, entry: Evidence, place: int) -> None:
        suggested = self._suggesting.for_evidence(entry)
        if place < len(suggested):
            self._document.put_many_evidence("attach evidence", attached([entry], [suggested[place]]))

    def _attach(self, entries: Sequence[Evidence], said: Mapping[str, bool] | None = None) -> None:
        suggested = [name for entry in entries for name in self._suggesting.for_evidence(entry)]
        self.side.attach(entries, self._names, suggested, said)
        self.show_sides()

    def _on_finished(self) -> None:
        self.show_sides()
        self.focus_list()

    # Where the person is

    def place(self) -> JournalPlace:
        """Where the person is on the page, for the one that takes its place."""
        return JournalPlace(
            current=self.view.current_key(),
            writing=self.side.writing,
            filter=self.head.filter,
            searched=self.search.text(),
            chosen=tuple(self.model.chosen),
            attaching=self.side.attaching,
        )

    def go_back_to(self, place: JournalPlace) -> None:
        """Be where the person was, as far as it is still there."""
        self.head.choose_filter(place.filter)
        self.search.setText(place.searched)
        self._relist()
        self.model.toggle([key for key in place.chosen if key in self.model.row_keys()])
        if place.current is not None:
            self.view.show_key(place.current)
        self.change(place.writing)
        if place.attaching is not None and self._meant():
            self._attach(self._meant(), place.attaching)

    # Showing it

    @cached_property
    def _names(self) -> dict[str, str]:
        assessment = self._document.assessment
        names = {c.id: plain(c.text) for c in self._document.target.criteria}
        for criterion in (*(c for _, _, c in assessment.role.criteria()), *assessment.retired):
            names.setdefault(criterion.id, plain(criterion.text))
        return names

    @cached_property
    def _suggesting(self) -> "Suggesting":
        from ladder_app.importers.suggesting import suggesting

        return suggesting([c.criterion for c in self._document.target.criteria])

    def _forget_role(self) -> None:
        for name in ("_names", "_suggesting"):
            self.__dict__.pop(name, None)
        self.outdate()

    def _on_typed(self) -> None:
        self._search_pause.start()

    def _on_search_abandoned(self) -> None:
        self._relist()
        self.focus_list()

    def _relist(self) -> None:
        self._search_pause.stop()
        self._outdated = True
        self.bring_up_to_date()

    def refresh(self) -> None:
        document = self._document
        cycle = document.assessment.cycle
        found = journal(cycle, document.today, self.head.filter, self.search.text(), self._names)
        rows: list[Row] = list(journal_rows(found, self._names, document.today, self._suggesting.for_evidence))
        self.view.show_rows(rows, bool)
        self.head.show_counts(found.counts, are_any=bool(cycle.evidence))
        self._nothing.setVisible(not rows)
        self.view.setVisible(bool(rows))
        if not rows:
            self._nothing.setText(self._why_nothing())
        self.setFocusProxy(self.view if rows else self.head.log)

    def _why_nothing(self) -> str:
        if not self._document.assessment.cycle.evidence:
            return (
                "Nothing is logged in this cycle yet. Write down an achievement when it happens – a line is enough:"
                " press Ctrl+Shift+E, and attach it to what it supports now or later."
            )
        words = self.search.text().strip()
        if words:
            return f"No entry here has “{words}” in it."
        return {
            JournalFilter.NOT_ATTACHED: "Everything is attached to what it supports.",
            JournalFilter.NO_RESULT: "Every entry says what came of it.",
            JournalFilter.OLD: "Nothing is older than a year.",
        }.get(self.head.filter, "")

    def _show_bar(self) -> None:
        count = len(self.model.chosen)
        self._bar.setVisible(count > 0)
        self._chosen_words.setText(f"{capitalised(counted(count, 'entry', 'entries'))} chosen")

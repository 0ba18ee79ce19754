"""What stands above the list of the Conversation page: whose views, the tabs, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ladder_app.gui.choice import Choice
from ladder_app.gui.conversation_rows import Tab, tab_words
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.theme import BOLD, HEADING_PX, REGULAR, SEMIBOLD, TITLE_PX, Theme
from ladder_app.report.conversation_words import heading_words

if TYPE_CHECKING:
    from ladder_app.gui.conversation_model import ConversationModel
    from ladder_app.gui.document import Document

_NEED_A_REVIEW = (Tab.SAME, Tab.NOT_REVIEWED)


class ConversationHead(QWidget):
    """Names the page, and lets the person choose the tab and the reviewer."""

    chosen = Signal()
    """Another tab or another reviewer."""
    taking_wanted = Signal()
    export_wanted = Signal()
    presenting_wanted = Signal()

    def __init__(self, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document = document
        self._tab = Tab.DIFFERENCES
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        column.addLayout(self._top())
        self._subtitle = text_label(theme, "", tone="muted")
        column.addWidget(self._subtitle)
        column.addSpacing(theme.px(5))
        tools = FlowLayout(theme.px(8), theme.px(8))
        self._chips: dict[Tab, QPushButton] = {}
        group = QButtonGroup(self)
        for tab in Tab:
            chip = button(theme, tab.value, "chip")
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._choose_tab, tab))
            group.addButton(chip)
            self._chips[tab] = chip
            tools.addWidget(chip)
        self._chips[self._tab].setChecked(True)
        self._reviewers = Choice(theme, "Whose review", self, fits=True)
        self._reviewers.setToolTip("Whose review stands beside the person’s own view")
        self._reviewers.activated.connect(self._on_reviewer)
        tools.addWidget(self._reviewers)
        column.addLayout(tools)

    def _top(self) -> FlowLayout:
        theme = self._theme
        top = FlowLayout(theme.px(8), theme.px(6))
        self._title = text_label(theme, "Conversation", TITLE_PX, BOLD, wrap=False)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        top.addWidget(self._title)
        for words, wanted, key in (
            ("Take in a review…", self.taking_wanted, ""),
            ("Present", self.presenting_wanted, "One after the other in large letters, for a shared screen (F11)"),
            ("Export for the conversation…", self.export_wanted, ""),
        ):
            made = button(theme, words, "primary" if wanted is self.export_wanted else "")
            made.setToolTip(key)
            made.clicked.connect(wanted)
            top.addWidget(made)
            if wanted is self.taking_wanted:
                self._taking = made
        return top

    @property
    def tab(self) -> Tab:
        """The tab that is chosen."""
        return self._tab

    @property
    def reviewer(self) -> str | None:
        """The reviewer that is chosen; None for the newest."""
        reviews = self._document.assessment.cycle.reviews
        place = self._reviewers.currentIndex()
        return reviews[place].reviewer if 0 <= place < len(reviews) else None

    def be_read_only(self) -> None:
        """Take in nothing that would change what is shown."""
        self._taking.setEnabled(False)

    def be_compact(self, *, low: bool) -> None:
        """Leave the list more room where the page is low."""
        self._subtitle.setVisible(not low)
        self._title.setFont(self._theme.font(HEADING_PX if low else TITLE_PX, BOLD))

    def choose(self, tab: Tab) -> None:
        """Put a tab in front."""
        self._chips[tab].setChecked(True)
        self._choose_tab(tab)

    def refresh(self, model: ConversationModel) -> None:
        """Show names and counts as they are now."""
        assessment, review = self._document.assessment, model.review
        self._subtitle.setText(heading_words(assessment.cycle, assessment.person.name, review))
        if review is None and self._tab in _NEED_A_REVIEW:
            self._chips[Tab.DIFFERENCES].setChecked(True)
            self._tab = Tab.DIFFERENCES
        for tab, chip in self._chips.items():
            chip.setVisible(review is not None or tab not in _NEED_A_REVIEW)
            words = tab_words(tab, model.comparison, model.agenda)
            chip.setText("Review" if review is None and tab is Tab.DIFFERENCES else words)
            chip.setFont(self._theme.font(12, SEMIBOLD if chip.isChecked() else REGULAR))
        names = [review.reviewer for review in assessment.cycle.reviews]
        if names != [self._reviewers.itemText(place) for place in range(self._reviewers.count())]:
            self._reviewers.clear()
            self._reviewers.addItems(names)
            self._reviewers.updateGeometry()
            self._reviewers.setMinimumWidth(min(self._reviewers.sizeHint().width(), self._theme.px(280)))
        self._reviewers.setVisible(len(names) > 1)
        if review is not None:
            self._reviewers.setCurrentIndex(names.index(review.reviewer))

    def _choose_tab(self, tab: Tab, _checked: object = None) -> None:
        self._tab = tab
        self.chosen.emit()

    def _on_reviewer(self, _place: int) -> None:
        self.chosen.emit()

"""What a team's window shows: search and views above, the table, and below it what cannot be read."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ladder_app.domain.team import View
from ladder_app.errors import Problem
from ladder_app.gui.choice import Choice
from ladder_app.gui.fault_words import placed_fault_words
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.parts import button, card, text_label
from ladder_app.gui.scroll_page import MARGIN_PX, SheetArea
from ladder_app.gui.search_field import SearchField
from ladder_app.gui.team_model import TeamModel
from ladder_app.gui.team_rows import VIEW_NAMES, VerdictFilter
from ladder_app.gui.team_view import TeamView
from ladder_app.gui.theme import BOLD, HEADING_PX, SEMIBOLD, TITLE_PX, Theme
from ladder_app.markup import isolated
from ladder_app.report.team.words import summary_words
from ladder_app.report.words import counted
from ladder_app.storage.team import Team

_UNREAD_HEIGHT_PX = 130


class TeamPage(QWidget):
    """Shows one folder's people, the progress of reading them, or what to do where there are none."""

    again_wanted = Signal()
    cancel_wanted = Signal()
    csv_wanted = Signal()
    pdf_wanted = Signal()
    person_wanted = Signal(str)

    def __init__(self, theme: Theme, folder: Path, model: TeamModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folder = folder
        self._model = model
        self.setObjectName("page")
        column = QVBoxLayout(self)
        margin = theme.px(MARGIN_PX)
        column.setContentsMargins(margin, theme.px(20), margin, theme.px(14))
        column.setSpacing(theme.px(12))
        column.addLayout(self._head())
        self._tools = QWidget(self)
        self._tools.setLayout(self._make_tools())
        column.addWidget(self._tools)
        self._stack = QStackedWidget(self)
        self.view = TeamView(theme, model, self._stack)
        self.view.person_wanted.connect(self.person_wanted)
        self._message = self._make_message()
        self._progress = self._make_progress()
        for part in (self.view, self._message, self._progress):
            self._stack.addWidget(part)
        column.addWidget(self._stack, 1)
        self._nobody = text_label(theme, "Nobody matches this search.", tone="muted")
        self._nobody.hide()
        column.addWidget(self._nobody)
        column.addLayout(self._make_unread())
        self._said = text_label(theme, "", 12, tone="muted")
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said.hide()
        column.addWidget(self._said)

    def _head(self) -> QVBoxLayout:
        theme = self._theme
        head = QVBoxLayout()
        head.setSpacing(theme.px(4))
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(text_label(theme, self._folder.name or str(self._folder), TITLE_PX, BOLD), 1)
        self._again = button(theme, "Read again")
        self._again.setToolTip("Read what has changed (F5)")
        self._again.clicked.connect(self.again_wanted)
        self._csv = button(theme, "Export CSV…")
        self._csv.clicked.connect(self.csv_wanted)
        self._pdf = button(theme, "Export PDF…", "primary")
        self._pdf.clicked.connect(self.pdf_wanted)
        for made in (self._again, self._csv, self._pdf):
            top.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(top)
        self._summary = text_label(theme, "", tone="muted")
        self._summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head.addWidget(self._summary)
        return head

    def _make_tools(self) -> FlowLayout:
        theme = self._theme
        tools = FlowLayout(theme.px(8), theme.px(6))
        self.search = SearchField(self)
        self.search.setFont(theme.font())
        self.search.setPlaceholderText("Search people, levels, files (Ctrl+F)")
        self.search.setAccessibleName("Search people, levels and files")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(theme.px(32))
        self.search.setMinimumWidth(theme.px(240))
        self.search.textChanged.connect(self._list)
        self.search.abandoned.connect(self._back_to_table)
        tools.addWidget(self.search)
        self.verdicts = Choice(theme, "Verdicts to list", self, fits=True)
        for verdict in VerdictFilter:
            self.verdicts.addItem(verdict.words)
        self.verdicts.currentIndexChanged.connect(self._list)
        tools.addWidget(self.verdicts)
        self.views = Choice(theme, "Whose verdicts and areas are shown", self, fits=True)
        self.views.setToolTip("Whose verdicts and areas are shown")
        for view in View:
            self.views.addItem(f"As seen by {VIEW_NAMES[view]}")
        self.views.currentIndexChanged.connect(self._choose_view)
        tools.addWidget(self.views)
        group = QButtonGroup(self)
        self.people, self.areas = (button(theme, words, "chip") for words in ("People", "Areas"))
        for chip in (self.people, self.areas):
            chip.setFont(theme.font(12))
            chip.setCheckable(True)
            group.addButton(chip)
            tools.addWidget(chip)
        self.people.setChecked(True)
        group.buttonClicked.connect(self._choose_shape)
        return tools

    def _make_message(self) -> QWidget:
        theme = self._theme
        frame = card(self._stack)
        column = QVBoxLayout(frame)
        column.setContentsMargins(*[theme.px(28)] * 4)
        column.setSpacing(theme.px(10))
        self._message_head = text_label(theme, "", HEADING_PX, SEMIBOLD)
        self._message_text = text_label(theme, "", tone="muted")
        column.addWidget(self._message_head)
        column.addWidget(self._message_text)
        column.addStretch(1)
        return frame

    def _make_progress(self) -> QWidget:
        theme = self._theme
        frame = card(self._stack)
        column = QVBoxLayout(frame)
        column.setContentsMargins(*[theme.px(28)] * 4)
        column.setSpacing(theme.px(12))
        self._progress_words = text_label(theme, "Reading…", HEADING_PX, SEMIBOLD)
        self._bar = QProgressBar(frame)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(theme.px(6))
        self._bar.setMaximumWidth(theme.px(420))
        self._bar.setAccessibleName("Files read")
        self._cancel = button(theme, "Cancel")
        self._cancel.clicked.connect(self.cancel_wanted)
        column.addWidget(self._progress_words)
        column.addWidget(self._bar)
        column.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return frame

    def _make_unread(self) -> QVBoxLayout:
        theme = self._theme
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        self._unread_button = button(theme, "", "link")
        self._unread_button.clicked.connect(self._toggle_unread)
        self._unread_button.hide()
        self._unread = SheetArea(self)
        self._unread.setFixedHeight(theme.px(_UNREAD_HEIGHT_PX))
        self._unread.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._unread.hide()
        self._reasons: QLabel = text_label(theme, "", 12)
        self._reasons.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._unread.column.addWidget(self._reasons)
        self._unread.column.addStretch(1)
        column.addWidget(self._unread_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._unread)
        return column

    def show_progress(self, done: int, of: int) -> None:
        """Say how many of how many files are read."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._progress_words.setText(f"Reading {done:,} of {of:,}…" if of else "Reading…")
        if self._stack.currentWidget() is not self._progress:
            self._stack.setCurrentWidget(self._progress)
            self._enable(is_there=False)

    def show_team(self, team: Team) -> None:
        """Show who is in the folder; the model lists them already."""
        summary = summary_words(len(team.people), team.unread, team.older_copies)
        self._summary.setText(f"{summary} {isolated(str(self._folder))}")
        self._show_unread(team.problems, team.unread)
        if not team.people:
            head = "No assessments here" if not team.unread else "None of the assessments here can be read"
            self.show_message(
                head,
                "Put the files or PDFs that people send you – the files end in .assessment.yaml – into this folder,"
                " or into folders inside it, and read it again.",
            )
            return
        self._enable(is_there=True)
        self._stack.setCurrentWidget(self.view)
        self._list()
        self.view.setFocus()

    def show_message(self, head: str, text: str) -> None:
        """Say something in place of the table."""
        self._message_head.setText(head)
        self._message_text.setText(text)
        self._stack.setCurrentWidget(self._message)
        self._enable(is_there=False)
        self._again.setEnabled(True)

    def say(self, words: str) -> None:
        """Say what was done, below everything."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def _show_unread(self, problems: Sequence[Problem], unread: int) -> None:
        self._unread_button.setVisible(bool(unread))
        self._unread_button.setText(f"{counted(unread, 'file', 'files').capitalize()} cannot be read")
        self._reasons.setText("\n".join(placed_fault_words(problem) for problem in problems))
        if not unread:
            self._unread.hide()

    def _toggle_unread(self) -> None:
        self._unread.setVisible(self._unread.isHidden())

    def _enable(self, *, is_there: bool) -> None:
        for part in (self._tools, self._again, self._csv, self._pdf):
            part.setEnabled(is_there)
        self._nobody.setVisible(is_there and not self._model.rows)

    def _list(self) -> None:
        self._model.search(self.search.text(), list(VerdictFilter)[self.verdicts.currentIndex()])
        self._nobody.setVisible(not self._model.rows)

    def _choose_shape(self) -> None:
        self._model.show_areas(are_shown=self.areas.isChecked())

    def _choose_view(self) -> None:
        self._model.show_view(list(View)[self.views.currentIndex()])

    def _back_to_table(self) -> None:
        self.view.setFocus()

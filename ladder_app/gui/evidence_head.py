"""What stands above the journal of evidence: what it is for, the ways to add, the search and the filters."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from ladder_app.domain.journal import JournalFilter
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.journal_rows import FILTER_NAMES
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.search_field import SearchField
from ladder_app.gui.theme import BOLD, HEADING_PX, REGULAR, SEMIBOLD, TITLE_PX, Theme


class EvidenceHead(QWidget):
    """It wraps where the page is narrow."""

    log_wanted = Signal()
    git_wanted = Signal()
    filter_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._title = text_label(theme, "Evidence", TITLE_PX, BOLD)
        self._subtitle = text_label(
            theme, "What you achieved, as it happens: one entry can support many criteria.", tone="muted"
        )
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        self.tools = FlowLayout(theme.px(8), theme.px(6))
        self.log = button(theme, "Log evidence…", "primary")
        self.log.setToolTip("Ctrl+Shift+E, from anywhere")
        self.log.setMinimumHeight(theme.px(32))
        self.log.clicked.connect(self.log_wanted)
        self.tools.addWidget(self.log)
        self.git = button(theme, "From Git…")
        self.git.setToolTip("Take your commits in a repository as evidence")
        self.git.setMinimumHeight(theme.px(32))
        self.git.clicked.connect(self.git_wanted)
        self.tools.addWidget(self.git)
        self.search = SearchField(self)
        self.search.setFont(theme.font())
        self.search.setPlaceholderText("Search (Ctrl+F)")
        self.search.setAccessibleName("Search evidence")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(theme.px(32))
        self.search.setMinimumWidth(theme.px(150))
        self.tools.addWidget(self.search)
        self._chips: dict[JournalFilter, QPushButton] = {}
        group = QButtonGroup(self)
        for chosen in JournalFilter:
            chip = button(theme, FILTER_NAMES[chosen], "chip")
            chip.setCheckable(True)
            chip.setChecked(chosen is JournalFilter.ALL)
            group.addButton(chip)
            self._chips[chosen] = chip
            self.tools.addWidget(chip)
        group.buttonClicked.connect(self._on_chip_clicked)
        column.addLayout(self.tools)

    @property
    def filter(self) -> JournalFilter:
        """What the person wants listed."""
        return next(chosen for chosen, chip in self._chips.items() if chip.isChecked())

    def choose_filter(self, wanted: JournalFilter) -> None:
        """Mark a filter as chosen."""
        self._chips[wanted].setChecked(True)

    def show_counts(self, counts: Mapping[JournalFilter, int], *, are_any: bool) -> None:
        """Say on each filter how many entries it lists; what is old is offered only where there is some."""
        self.search.setVisible(are_any)
        for chosen, chip in self._chips.items():
            chip.setText(f"{FILTER_NAMES[chosen]} {counts[chosen]}")
            chip.setFont(self._theme.font(12, SEMIBOLD if chip.isChecked() else REGULAR))
            is_offered = chosen is not JournalFilter.OLD or counts[chosen] > 0 or chip.isChecked()
            chip.setVisible(are_any and is_offered)

    def be_compact(self, *, low: bool) -> None:
        """Leave the list more room where the page is low."""
        self._subtitle.setVisible(not low)
        self._title.setFont(self._theme.font(HEADING_PX if low else TITLE_PX, BOLD))

    def _on_chip_clicked(self) -> None:
        self.filter_chosen.emit()

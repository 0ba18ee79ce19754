"""What stands above the list of criteria: the level, the search and the filters."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from ladder_app.domain.effective import EffectiveLevel
from ladder_app.domain.readiness import Readiness
from ladder_app.gui.assess_rows import RowFilter, matching
from ladder_app.gui.choice import Choice
from ladder_app.gui.document import Document
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.parts import at_left, button, text_label
from ladder_app.gui.search_field import SearchField
from ladder_app.gui.theme import BOLD, HEADING_PX, SEMIBOLD, TITLE_PX, Theme
from ladder_app.markup import plain
from ladder_app.report.sentences import level_name

_CHOOSER_SHARE = 0.45


class AssessHead(QWidget):
    """Names the level on screen and offers what is listed of it. It wraps where the page is narrow."""

    level_chosen = Signal(str)
    """The person wants the criteria of this level."""
    filter_chosen = Signal()
    details_wanted = Signal()

    def __init__(self, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document = document
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(theme.px(12))
        self._title = at_left(text_label(theme, "", TITLE_PX, BOLD))
        self._top.addWidget(self._title, 1)
        self._levels = Choice(theme, "Level to rate", self, fits=True)
        self._levels.setToolTip("Rate the criteria of another level")
        self._levels.activated.connect(self._on_level_chosen)
        self._top.addWidget(self._levels, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._top)
        column.addSpacing(theme.px(4))
        self._subtitle = text_label(theme, "", tone="muted")
        self._subtitle.setContentsMargins(0, 0, 0, theme.px(8))
        column.addWidget(self._subtitle)
        column.addSpacing(theme.px(4))
        column.addLayout(self._make_tools())

    def _make_tools(self) -> FlowLayout:
        theme = self._theme
        tools = FlowLayout(theme.px(8), theme.px(6))
        self.search = SearchField(self)
        self.search.setFont(theme.font())
        self.search.setPlaceholderText("Search (Ctrl+F)")
        self.search.setAccessibleName("Search criteria and evidence")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(theme.px(32))
        self.search.setMinimumWidth(theme.px(150))
        tools.addWidget(self.search)
        self._details = button(theme, "Details")
        self._details.setToolTip("Rating, evidence, actions and notes of the current criterion (Return)")
        self._details.clicked.connect(self.details_wanted)
        self._details.hide()
        tools.addWidget(self._details)
        self._chips: dict[RowFilter, QPushButton] = {}
        group = QButtonGroup(self)
        for chosen in RowFilter:
            chip = button(theme, chosen.value, "chip")
            chip.setCheckable(True)
            chip.setChecked(chosen is RowFilter.ALL)
            group.addButton(chip)
            self._chips[chosen] = chip
            if chosen.is_passing:
                chip.hide()  # to show one that is in no window yet would open a window for it
            if chosen is RowFilter.OLD_EVIDENCE:
                chip.setToolTip("Met, and nothing that supports it is newer than a year")
            tools.addWidget(chip)
        group.buttonClicked.connect(self._on_chip_clicked)
        return tools

    @property
    def filter(self) -> RowFilter:
        """What the person wants listed."""
        return next(chosen for chosen, chip in self._chips.items() if chip.isChecked())

    def choose_filter(self, wanted: RowFilter) -> None:
        """Mark a filter as chosen."""
        self._chips[wanted].setChecked(True)

    def show_level(self) -> None:
        """Name the level that is on screen."""
        document = self._document
        level = document.level
        self._title.setText(plain(level.level.title))
        self._subtitle.setText(
            _summary(
                level,
                "what you do today, and show the evidence" if document.voice.is_own else "what you see, and say why",
            )
        )
        role = document.assessment.role
        self._levels.clear()
        for offered in role.levels:
            words = level_name(offered)
            note = {document.assessment.current: " – now", document.assessment.target: " – next"}.get(offered.id, "")
            self._levels.addItem(f"{words[:1].upper()}{words[1:]}{note}")
        self._levels.setCurrentIndex([offered.id for offered in role.levels].index(level.level.id))
        self._levels.updateGeometry()
        self._levels.setVisible(len(role.levels) > 1)
        self._turn(self.width())

    def show_counts(self, readiness: Readiness) -> None:
        """Say on each filter how many criteria it lists."""
        document = self._document
        for chosen, chip in self._chips.items():
            count = len(matching(readiness, document.cycle, document.today, chosen))
            chip.setText(f"{chosen.value} {count}")
            chip.setVisible(not chosen.is_passing or count > 0 or chip.isChecked())
            chip.setFont(self._theme.font(12, SEMIBOLD if chip.isChecked() else 400))

    def be_compact(self, *, folded: bool, low: bool) -> None:
        """Offer the details where they are folded away; leave the list more room where the page is low."""
        self._details.setVisible(folded)
        self._subtitle.setVisible(not low)
        self._title.setFont(self._theme.font(HEADING_PX if low else TITLE_PX, BOLD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(event.size().width())

    def _turn(self, width: int) -> None:
        """A chooser with long words stands under the title."""
        below = self._levels.sizeHint().width() > width * _CHOOSER_SHARE
        wanted = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if width and wanted != self._top.direction():
            self._top.setDirection(wanted)

    def _on_chip_clicked(self) -> None:
        self.filter_chosen.emit()

    def _on_level_chosen(self, position: int) -> None:
        self.level_chosen.emit(self._document.assessment.role.levels[position].id)


def _summary(level: EffectiveLevel, what: str) -> str:
    kinds = [c.kind.value for c in level.criteria]
    parts = [] if level.level.grade is None else [f"Grade {level.level.grade}"]
    counts = []
    for kind, many in (("responsibility", "responsibilities"), ("requirement", "requirements")):
        if kind in kinds:
            counts.append(f"{kinds.count(kind)} {kind if kinds.count(kind) == 1 else many}")
    if counts:
        parts.append(", ".join(counts))
    parts.append(f"rate {what}")
    return " · ".join(parts)

"""The Role page: two levels side by side, and everything else that the role says."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.domain.effective import effective_level
from ladder_app.domain.role import Role
from ladder_app.gui.choice import Choice
from ladder_app.gui.document import Document
from ladder_app.gui.fresh_page import FreshPage
from ladder_app.gui.parts import at_left, empty, text_label
from ladder_app.gui.role_about import notes_cards, source_card
from ladder_app.gui.role_comparison import default_levels
from ladder_app.gui.role_hiring import HiringCard
from ladder_app.gui.role_indicators import IndicatorsCard
from ladder_app.gui.role_levels import lower_card, marked_label, upper_card
from ladder_app.gui.scroll_page import SideBySide
from ladder_app.gui.theme import BOLD, TITLE_PX, Theme
from ladder_app.markup import plain
from ladder_app.report.sentences import level_title

_NARROW_PX = 560


class RolePage(FreshPage):
    """Shows the role of the document; made when it is first looked at, and anew when the role or the levels change."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Role", parent)
        self._document = document
        document.level_changed.connect(self.outdate)
        document.criteria_changed.connect(self._outdate_for)

    def _outdate_for(self, criteria: frozenset[str]) -> None:
        """Of what a person writes, only what is about no criterion stands on this page."""
        if not criteria:
            self.outdate()

    def fill(self, column: QVBoxLayout) -> None:
        assessment = self._document.assessment
        role = assessment.role
        column.addLayout(self._head(role))
        column.addWidget(
            LevelsSideBySide(self.theme, role, assessment.current, assessment.target, column.parentWidget())
        )
        self._add_about(column, role)

    def _head(self, role: Role) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(self.theme.px(5))
        head.addWidget(at_left(text_label(self.theme, plain(role.title), TITLE_PX, BOLD)))
        if role.description:
            head.addWidget(marked_label(self.theme, role, role.description, tone="muted"))
        if role.summary:
            head.addSpacing(self.theme.px(4))
            head.addWidget(marked_label(self.theme, role, role.summary))
        return head

    def _add_about(self, layout: QVBoxLayout, role: Role) -> None:
        column = layout.parentWidget()
        pair = SideBySide(self.theme, _NARROW_PX, parent=column)
        if role.performance_indicators or self._document.assessment.retired_indicators:
            pair.add(IndicatorsCard(self.theme, self._document, pair), 1)
        if role.hiring_process is not None or self._document.assessment.hiring:
            pair.add(HiringCard(self.theme, self._document, pair), 1)
        layout.addWidget(pair)
        for card in notes_cards(self.theme, role, column):
            layout.addWidget(card)
        source = source_card(self.theme, role, column)
        if source is not None:
            layout.addWidget(source)


class LevelsSideBySide(QWidget):
    """Two levels beside each other, with a choice of which where the role has more than two."""

    def __init__(
        self, theme: Theme, role: Role, current: str | None, target: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        lower, upper = default_levels(role, current, target)
        self._lower = self._chooser("The level on the left", lower)
        self._upper = self._chooser("The level on the right", upper)
        if len(role.levels) > 2:
            self._column.addLayout(self._choice())
        self._cards = QVBoxLayout()
        self._column.addLayout(self._cards)
        self._compare()
        self._lower.currentIndexChanged.connect(self._compare)
        self._upper.currentIndexChanged.connect(self._compare)

    def _chooser(self, name: str, chosen: str | None) -> Choice:
        box = Choice(self._theme, name, self)
        for level in self._role.levels:
            box.addItem(level_title(level), level.id)
        if chosen is not None:
            box.setCurrentIndex(box.findData(chosen))
        box.setVisible(len(self._role.levels) > 2)
        return box

    def _choice(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(10))
        row.addWidget(self._lower, 1)
        row.addWidget(text_label(self._theme, "→", tone="muted", wrap=False), 0, Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._upper, 1)
        return row

    def _compare(self) -> None:
        empty(self._cards)
        lower = effective_level(self._role, self._lower.currentData())
        upper = effective_level(self._role, self._upper.currentData())
        pair = SideBySide(self._theme, _NARROW_PX, parent=self)
        if lower.level.id == upper.level.id:
            pair.add(lower_card(self._theme, lower, None, pair), 1)
        else:
            pair.add(lower_card(self._theme, lower, upper, pair), 1)
            pair.add(upper_card(self._theme, lower, upper, pair), 1)
        self._cards.addWidget(pair)

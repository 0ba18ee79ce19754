"""The card of the Role page for performance indicators: what each is, and its values with their trend."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.charts.sparkline import sparkline
from ladder_app.domain.cycle import IndicatorValue
from ladder_app.domain.indicators import DatedValue, number, values_of
from ladder_app.domain.role import PerformanceIndicator
from ladder_app.gui.chart_view import ChartView
from ladder_app.gui.document import Document
from ladder_app.gui.folded_list import FoldedList
from ladder_app.gui.parts import button, rule, text_label
from ladder_app.gui.pressing import Cross
from ladder_app.gui.role_about import AboutCard
from ladder_app.gui.row_button import RowButton
from ladder_app.gui.theme import BODY_PX, SEMIBOLD, SMALL_PX, Theme
from ladder_app.markup import isolated, plain
from ladder_app.report.indicator_words import basis_words, value_line, value_words

_SMALL_PX = 12
_FIRST = 4


class IndicatorsCard(AboutCard):
    """Lists the indicators; those of the document's role take values while the cycle is open."""

    def __init__(self, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        assessment = document.assessment
        super().__init__(theme, assessment.role, "Performance indicators", parent)
        self._document = document
        for indicator in assessment.role.performance_indicators:
            self._add(indicator)
        for indicator in assessment.retired_indicators:
            if values_of(assessment, indicator.id):
                self._add(indicator, retired=True)
        self.end()

    def _add(self, indicator: PerformanceIndicator, *, retired: bool = False) -> None:
        theme = self._theme
        if self._column.count() > 1:
            self._column.addSpacing(theme.px(4))
            self._column.addWidget(rule())
        self._column.addSpacing(theme.px(4))
        self.add_link(indicator.text, indicator.url)
        if indicator.measure:
            self.add_text(indicator.measure, _SMALL_PX, tone="muted")
        if retired:
            self.add_text("No longer in the role", SMALL_PX, tone="warn")
        values = values_of(self._document.assessment, indicator.id)
        figures = [found for dated in values if (found := number(dated.value)) is not None]
        if len(figures) > 1:
            described = f"{isolated(plain(indicator.text))}: {'; '.join(value_line(dated.value) for dated in values)}"
            self._column.addWidget(ChartView(theme, sparkline(figures, described), self), 0, Qt.AlignmentFlag.AlignLeft)
        if values:
            newest_first = tuple(reversed(values))
            row = partial(self._row, indicator)
            more = f"Show all {len(values)}"
            self._column.addWidget(FoldedList(theme, newest_first, row, more, _FIRST, ruled=False, parent=self))
        if not retired and self._document.takes_entries:
            add = button(theme, "Add a value…", "link")
            add.setAccessibleName(f"Add a value: {isolated(plain(indicator.text))}")
            add.clicked.connect(partial(self._open, indicator, None))
            self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, indicator: PerformanceIndicator, dated: DatedValue, parent: QWidget) -> QWidget:
        theme, value = self._theme, dated.value
        row = QWidget(parent)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(4))
        changeable = dated.is_current and self._document.takes_entries
        words = RowButton(theme, value_line(value), parent=row)
        words.setToolTip("Change this value" if changeable else f"Written in {isolated(dated.cycle)}")
        words.setEnabled(changeable)
        words.clicked.connect(partial(self._open, indicator, value))
        column = QVBoxLayout(words)
        column.setContentsMargins(theme.px(4), theme.px(3), theme.px(4), theme.px(3))
        column.setSpacing(theme.px(1))
        basis = basis_words(value)
        column.addWidget(
            text_label(theme, f"{isolated(value.period)}: {isolated(value_words(value))}", BODY_PX, SEMIBOLD)
        )
        if basis:
            column.addWidget(text_label(theme, basis, SMALL_PX, tone="muted"))
        line.addWidget(words, 1)
        if changeable:
            remove = Cross(theme, f"Remove {value_line(value)}", "Remove (can be undone)", 15, row)
            remove.clicked.connect(partial(self._remove, value))
            line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _open(self, indicator: PerformanceIndicator, value: IndicatorValue | None, _checked: object = None) -> None:
        from ladder_app.gui.indicator_dialog import IndicatorDialog
        from ladder_app.gui.window_dialogs import show_dialog

        show_dialog(IndicatorDialog(self._document, self._theme, indicator, value, self.window()))

    def _remove(self, value: IndicatorValue, _checked: object = None) -> None:
        self._document.remove_indicator_value(value)

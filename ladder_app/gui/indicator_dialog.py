"""A value of a performance indicator: written as it is, or worked out from a small table."""

import json
from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import IndicatorValue, ProjectRow, SurveyAnswer
from ladder_app.domain.indicators import quarter, with_value, without_value
from ladder_app.domain.role import IndicatorKind, PerformanceIndicator
from ladder_app.gui.basis import Basis
from ladder_app.gui.choice import Choice
from ladder_app.gui.document import Document
from ladder_app.gui.form_draft import FormDraft
from ladder_app.gui.parts import text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.rows_table import Column, Kind, RowsModel, RowsTable
from ladder_app.gui.theme import BODY_PX, SEMIBOLD, SMALL_PX, Theme
from ladder_app.gui.typed_edit import TypedEdit, TypingPause
from ladder_app.markup import plain
from ladder_app.report.indicator_words import basis_words, value_words

_WAYS: tuple[tuple[IndicatorKind | None, str], ...] = (
    (None, "A value"),
    (IndicatorKind.PROJECTS, "Projects: share on time and within budget"),
    (IndicatorKind.SURVEY, "Survey: mean of the scores"),
)
_PROJECT_COLUMNS = (Column("Project"), Column("On time", Kind.FLAG), Column("In budget", Kind.FLAG))
_ANSWER_COLUMNS = (Column("Who"), Column("Question"), Column("Score", Kind.NUMBER))
_NOBODY = "Somebody"


class IndicatorDialog(PlainDialog):
    """Adds or changes one value as one edit, at every pause; what the table comes to is said while it is filled in."""

    def __init__(
        self,
        document: Document,
        theme: Theme,
        indicator: PerformanceIndicator,
        value: IndicatorValue | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Change the value" if value else "Add a value", 560, parent)
        self._document = document
        self._indicator = indicator
        self._typed = TypedEdit(document, "change indicator value" if value else "add indicator value")
        self._pause = TypingPause(document.being_typed, self._write, self)
        document.about_to_meet.connect(self._pause.now)
        self.body.addWidget(text_label(theme, plain(indicator.text), BODY_PX, SEMIBOLD))
        if indicator.measure:
            self.body.addWidget(text_label(theme, plain(indicator.measure), SMALL_PX, tone="muted"))
        self.period = self._line("Period", value.period if value else quarter(document.today))
        self.way = Choice(theme, "How it is measured", self, wraps=True)
        for _, words in _WAYS:
            self.way.addItem(words)
        self.way.setCurrentIndex([kind for kind, _ in _WAYS].index(_kind(indicator, value)))
        self.value = self._line("Value", (value.value or "") if value else "")
        self.note = self._line("Note", (value.note or "") if value else "")
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(theme.px(18))
        form.setVerticalSpacing(theme.px(10))
        self._form = form
        for field in (self.period, self.way, self.value, self.note):
            caption = text_label(theme, field.accessibleName(), wrap=False)
            caption.setMinimumHeight(field.sizeHint().height())
            caption.setBuddy(field)
            form.addRow(caption, field)
        self.body.addLayout(form)
        self.projects = RowsModel(_PROJECT_COLUMNS, [_project(row) for row in value.projects] if value else [], self)
        self.answers = RowsModel(_ANSWER_COLUMNS, [_answer(row) for row in value.answers] if value else [], self)
        self.project_table = RowsTable(theme, "Projects", self.projects, self)
        self.answer_table = RowsTable(theme, "Answers", self.answers, self)
        self.body.addWidget(self.project_table)
        self.body.addWidget(self.answer_table)
        self._hint = text_label(theme, "", SMALL_PX, tone="muted")
        self.body.addWidget(self._hint)
        self._result = text_label(theme, "", BODY_PX, SEMIBOLD)
        self.body.addWidget(self._result)
        self.body.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self._keep_button = self.add_button("Keep", "primary")
        self._keep_button.clicked.connect(self._keep)
        for line in (self.period, self.value, self.note):
            line.textChanged.connect(self._on_changed)
        for model in (self.projects, self.answers):
            model.dataChanged.connect(self._on_changed)
        self.way.currentIndexChanged.connect(self._show_way)
        self._show_way()
        about = indicator.id if value is None else f"{indicator.id} {value.period}"
        self._draft = FormDraft(document.drafts, f"indicator {about}", self)
        thing = ValueThing(document.assessment, indicator.id, self.period)
        self._basis: Basis[IndicatorValue] = Basis(document, thing, value, self, self._shown)
        self._basis.filled.connect(self._draft.was_filled)

    def _line(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setFont(self.theme.font())
        field.setAccessibleName(name)
        return field

    @property
    def _chosen(self) -> IndicatorKind | None:
        return _WAYS[self.way.currentIndex()][0]

    def _show_way(self) -> None:
        kind = self._chosen
        self._form.setRowVisible(self.value, kind is None)
        self.project_table.setVisible(kind is IndicatorKind.PROJECTS)
        self.answer_table.setVisible(kind is IndicatorKind.SURVEY)
        self._hint.setVisible(kind is not None)
        self._hint.setText(
            "Type to add a row, Space ticks, Delete takes a row away; rows of a spreadsheet can be pasted."
        )
        self._show_result()

    def _on_changed(self) -> None:
        self._show_result()
        self._pause.typed()

    def _show_result(self) -> None:
        found = self._made()
        self._keep_button.setEnabled(found is not None)
        computed = found is not None and found.value is None
        self._result.setVisible(computed)
        if found is not None and computed:
            self._result.setText(f"{value_words(found)} – {basis_words(found.model_copy(update={'note': None}))}")
        self.grow()

    def _made(self) -> IndicatorValue | None:
        """The value as it is filled in; None while something is missing."""
        period, value, kind = self.period.text().strip(), self.value.text().strip(), self._chosen
        projects = _projects(self.projects.rows()) if kind is IndicatorKind.PROJECTS else ()
        answers = _answers(self.answers.rows()) if kind is IndicatorKind.SURVEY else ()
        if not period or not (projects or answers or (kind is None and value)):
            return None
        return IndicatorValue(
            indicator=self._indicator.id,
            period=period,
            value=value if kind is None else None,
            note=self.note.text().strip() or None,
            projects=projects,
            answers=answers,
        )

    def _shown(self, value: IndicatorValue) -> list[tuple[QWidget, str]]:
        return [
            (self.period, value.period),
            (self.way, str([kind for kind, _ in _WAYS].index(_kind(self._indicator, value)))),
            (self.value, value.value or ""),
            (self.note, value.note or ""),
            (self.project_table, json.dumps([_project(row) for row in value.projects])),
            (self.answer_table, json.dumps([_answer(row) for row in value.answers])),
        ]

    def reject(self) -> None:
        """Close and have the value as it was; what was written can be brought back."""
        self._pause.now()
        if self._typed.is_put:
            self._basis.put_back(self._typed.give_up)
        self._draft.drop()
        super().reject()

    def _keep(self) -> None:
        if self._write():
            self.accept()

    def _write(self) -> bool:
        self._pause.stop()
        found = self._made()
        is_put = found is not None and self._basis.put(found, self._typed.put)
        (self._draft.drop if is_put else self._draft.keep)()
        return is_put


class ValueThing:
    """A value of an indicator, by its period; of one that is being added, what another program wrote for its period."""

    def __init__(self, before: Assessment, indicator_id: str, period: QLineEdit) -> None:
        self._indicator_id = indicator_id
        self._period = period
        self._seen = self._values(before)

    def find(self, assessment: Assessment, last: IndicatorValue | None) -> IndicatorValue | None:
        """The value itself, else that of its period."""
        values = self._values(assessment)
        if last is not None:
            there = (value for value in values if value.period == last.period)
            return last if last in values else next(there, None)
        period = self._period.text().strip()
        return next((value for value in values if value.period == period and value not in self._seen), None)

    def put(self, assessment: Assessment, value: IndicatorValue | None, there: IndicatorValue | None) -> Assessment:
        """A copy with the value in place of the one that is there, or without it."""
        if value is not None:
            return with_value(assessment, value, there)
        return without_value(assessment, there) if there is not None else assessment

    def _values(self, assessment: Assessment) -> tuple[IndicatorValue, ...]:
        return tuple(value for value in assessment.cycle.indicators if value.indicator == self._indicator_id)


def _kind(indicator: PerformanceIndicator, value: IndicatorValue | None) -> IndicatorKind | None:
    if value is None:
        return indicator.kind
    if value.projects:
        return IndicatorKind.PROJECTS
    return IndicatorKind.SURVEY if value.answers else None


def _project(row: ProjectRow) -> tuple[str, bool, bool]:
    return row.name, row.on_time, row.within_budget


def _answer(row: SurveyAnswer) -> tuple[str, str, float]:
    return row.by, row.question or "", row.score


def _projects(rows: Sequence[tuple[str, bool, bool]]) -> tuple[ProjectRow, ...]:
    return tuple(ProjectRow(name=name, on_time=on_time, within_budget=budget) for name, on_time, budget in rows)


def _answers(rows: Sequence[tuple[str, str, float | None]]) -> tuple[SurveyAnswer, ...]:
    """Rows without a score are not answers yet; one without a name is somebody's."""
    return tuple(
        SurveyAnswer(by=by or _NOBODY, question=question or None, score=score)
        for by, question, score in rows
        if score is not None
    )

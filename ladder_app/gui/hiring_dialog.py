"""What came of one step of the hiring process: the day, with whom, the outcome."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QWidget

from ladder_app.domain.assessment import Assessment, HiringRecord
from ladder_app.domain.hiring import TrackedStep, with_record
from ladder_app.domain.matching import flat
from ladder_app.gui.basis import Basis
from ladder_app.gui.document import Document
from ladder_app.gui.fields import DateField
from ladder_app.gui.form_draft import value_of
from ladder_app.gui.parts import spans_label, text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.theme import SMALL_PX, Theme
from ladder_app.gui.tick import Tick
from ladder_app.gui.typed_edit import TypedEdit, TypingPause
from ladder_app.markup import linked


class HiringDialog(PlainDialog):
    """Records a step as one edit, at every pause; emptied of everything, it is not recorded any more."""

    def __init__(self, document: Document, theme: Theme, step: TrackedStep, parent: QWidget | None = None) -> None:
        super().__init__(theme, "A step of the hiring process", 520, parent)
        self._document = document
        self._step = step
        self._typed = TypedEdit(document, "record hiring step")
        self._pause = TypingPause(document.being_typed, self._write, self)
        document.about_to_meet.connect(self._pause.now)
        thing = RecordThing(step.text)
        record = thing.find(document.assessment, None)
        role = document.assessment.role
        self.body.addWidget(spans_label(theme, linked(step.text, role.link), role))
        self.has_day = Tick(theme, "Day", is_on=step.record is None or record.date is not None, parent=self)
        self.day = DateField(theme, "Day of the step", record.date or document.today, self)
        self.day.setEnabled(self.has_day.isChecked())
        self.has_day.toggled.connect(self.day.setEnabled)
        self.has_day.toggled.connect(self._pause.typed)
        self.day.dateChanged.connect(self._pause.typed)
        row = QHBoxLayout()
        row.addWidget(self.has_day)
        row.addWidget(self.day)
        row.addStretch(1)
        self.body.addLayout(row)
        self.with_whom = self._line("With whom", record.with_whom or "")
        self.outcome = self._line("Outcome", record.outcome or "")
        self.outcome.setPlaceholderText("Arranged, passed, declined …")
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(theme.px(18))
        form.setVerticalSpacing(theme.px(10))
        for field in (self.with_whom, self.outcome):
            caption = text_label(theme, field.accessibleName(), wrap=False)
            caption.setMinimumHeight(field.sizeHint().height())
            caption.setBuddy(field)
            form.addRow(caption, field)
        self.body.addLayout(form)
        note = "Only in your file: it goes into a PDF together with your private notes alone."
        self.body.addWidget(text_label(theme, note, SMALL_PX, tone="muted"))
        self.body.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self.add_button("Keep", "primary").clicked.connect(self._keep)
        self._basis: Basis[HiringRecord] = Basis(document, thing, record, self, self._shown)
        self._basis.propose(self.has_day)

    def _line(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setFont(self.theme.font())
        field.setAccessibleName(name)
        field.textChanged.connect(self._pause.typed)
        return field

    def _shown(self, record: HiringRecord) -> list[tuple[QWidget, str]]:
        day = record.date
        return [
            (self.has_day, str(int(day is not None))),
            (self.day, day.isoformat() if day else value_of(self.day)),
            (self.with_whom, record.with_whom or ""),
            (self.outcome, record.outcome or ""),
        ]

    def reject(self) -> None:
        """Close and have the step as it was; what was written can be brought back."""
        self._pause.now()
        if self._typed.is_put:
            self._basis.put_back(self._typed.give_up)
        super().reject()

    def _keep(self) -> None:
        if self._write():
            self.accept()

    def _write(self) -> bool:
        self._pause.stop()
        record = HiringRecord(
            step=self._step.text,
            date=self.day.value() if self.has_day.isChecked() else None,
            with_whom=self.with_whom.text().strip() or None,
            outcome=self.outcome.text().strip() or None,
        )
        return self._basis.put(record, self._typed.put)


@dataclass(frozen=True, slots=True)
class RecordThing:
    """What is recorded of a step, by its words; nothing recorded is a record that says nothing."""

    step: str

    def find(self, assessment: Assessment, _last: HiringRecord | None) -> HiringRecord:
        """The record of the step."""
        found = (record for record in assessment.hiring if flat(record.step) == flat(self.step))
        return next(found, HiringRecord(step=self.step))

    def put(self, assessment: Assessment, value: HiringRecord | None, _there: HiringRecord | None) -> Assessment:
        """A copy with this recorded of the step."""
        return with_record(assessment, value or HiringRecord(step=self.step))

"""What came of one step of the hiring process: the day, with whom, the outcome."""

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QWidget

from ladder_app.domain.assessment import HiringRecord
from ladder_app.domain.hiring import TrackedStep, with_record
from ladder_app.gui.document import Document
from ladder_app.gui.fields import DateField
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
        record = step.record
        role = document.assessment.role
        self.body.addWidget(spans_label(theme, linked(step.text, role.link), role))
        self.has_day = Tick(theme, "Day", is_on=record is None or record.date is not None, parent=self)
        self.day = DateField(theme, "Day of the step", (record.date if record else None) or document.today, self)
        self.day.setEnabled(self.has_day.isChecked())
        self.has_day.toggled.connect(self.day.setEnabled)
        self.has_day.toggled.connect(self._pause.typed)
        self.day.dateChanged.connect(self._pause.typed)
        row = QHBoxLayout()
        row.addWidget(self.has_day)
        row.addWidget(self.day)
        row.addStretch(1)
        self.body.addLayout(row)
        self.with_whom = self._line("With whom", (record.with_whom or "") if record else "")
        self.outcome = self._line("Outcome", (record.outcome or "") if record else "")
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

    def _line(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setFont(self.theme.font())
        field.setAccessibleName(name)
        field.textChanged.connect(self._pause.typed)
        return field

    def reject(self) -> None:
        """Close and have the step as it was; what was written can be brought back."""
        self._pause.now()
        before = self._step.record or HiringRecord(step=self._step.text)
        self._typed.give_up(with_record(self._document.assessment, before))
        super().reject()

    def _keep(self) -> None:
        self.accept()
        self._write()

    def _write(self) -> None:
        self._pause.stop()
        record = HiringRecord(
            step=self._step.text,
            date=self.day.value() if self.has_day.isChecked() else None,
            with_whom=self.with_whom.text().strip() or None,
            outcome=self.outcome.text().strip() or None,
        )
        self._typed.put(with_record(self._document.assessment, record))

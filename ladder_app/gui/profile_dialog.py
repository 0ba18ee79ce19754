"""The profile: who the assessment is about, their experience, and from which level to which."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QWidget

from ladder_app.domain.assessment import Experience, Person
from ladder_app.domain.role import Role
from ladder_app.domain.years import matching_experience, months_later
from ladder_app.gui.choice import Choice
from ladder_app.gui.dialog_draft import DialogDraft
from ladder_app.gui.document import Document
from ladder_app.gui.fields import DateField
from ladder_app.gui.parts import text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.theme import BODY_PX, SEMIBOLD, Theme
from ladder_app.gui.tick import Tick
from ladder_app.markup import isolated, plain
from ladder_app.report.sentences import level_title

NOT_YET = "Not in this role yet"


class OptionalDate(QWidget):
    """A date that may be left out: a box to tick, and the date beside it."""

    def __init__(self, theme: Theme, name: str, value: date | None, proposal: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._ticked = Tick(theme, name, is_on=value is not None, parent=self)
        self._date = DateField(theme, f"{isolated(name)} since", value or proposal, self)
        self._date.setEnabled(value is not None)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(self._ticked, 1)
        row.addWidget(text_label(theme, "since", tone="muted", wrap=False))
        row.addWidget(self._date)
        self._ticked.toggled.connect(self._date.setEnabled)

    def value(self) -> date | None:
        """The date, or None where it is left out."""
        return self._date.value() if self._ticked.isChecked() else None


class ProfileDialog(PlainDialog):
    """Changes the profile of a document as one edit, when the person says so."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Profile", 520, parent)
        self._document = document
        assessment = document.assessment
        person = assessment.person
        self._name = self._field("Name", person.name)
        self._title = self._field("Title", person.title or "")
        self._current = self._levels("Current level", assessment.role)
        self._current.insertItem(0, NOT_YET, None)
        self._current.setCurrentIndex(0 if assessment.current is None else self._current.findData(assessment.current))
        self._target = self._levels("Aiming for", assessment.role)
        self._target.setCurrentIndex(self._target.findData(assessment.target))
        self._add_form()
        proposal = months_later(document.today, -12)
        self._in_role = OptionalDate(theme, "In this role", person.in_role_since, proposal, self)
        self.body.addWidget(self._in_role)
        self._experience: dict[str, OptionalDate] = {}
        subjects = tuple(_subjects(assessment.role, person))
        if subjects:
            self.body.addSpacing(theme.px(4))
            self.body.addWidget(text_label(theme, "Experience", BODY_PX, SEMIBOLD))
            note = "Suggests a rating for criteria that ask for years, and the day on which they are met."
            self.body.addWidget(text_label(theme, note, 12, tone="muted"))
        for subject in subjects:
            known = matching_experience(subject, person)
            row = OptionalDate(theme, plain(subject), known.since if known else None, proposal, self)
            self._experience[subject] = row
            self.body.addWidget(row)
        self.body.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self._keep_button = self.add_button("Keep", "primary")
        self._keep_button.clicked.connect(self._keep)
        self._name.textChanged.connect(self._show_whether_complete)
        self._draft = DialogDraft(document, "profile", self)

    def _field(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setFont(self.theme.font())
        field.setAccessibleName(name)
        return field

    def _levels(self, name: str, role: Role) -> Choice:
        box = Choice(self.theme, name, self, wraps=True)
        for level in role.levels:
            box.addItem(level_title(level), level.id)
        return box

    def _add_form(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(self.theme.px(18))
        form.setVerticalSpacing(self.theme.px(10))
        fields: tuple[QWidget, ...] = (self._name, self._title, self._current, self._target)
        for field in fields:
            caption = text_label(self.theme, field.accessibleName(), wrap=False)
            caption.setMinimumHeight(field.sizeHint().height())
            caption.setBuddy(field)
            form.addRow(caption, field)
        self.body.addLayout(form)

    def _show_whether_complete(self, name: str) -> None:
        self._keep_button.setEnabled(bool(name.strip()))

    def reject(self) -> None:
        """Close and change nothing."""
        self._draft.drop()
        super().reject()

    def _keep(self) -> None:
        found = ((subject, row.value()) for subject, row in self._experience.items())
        person = Person(
            name=self._name.text().strip(),
            title=self._title.text().strip() or None,
            in_role_since=self._in_role.value(),
            experience=tuple(Experience(of=subject, since=since) for subject, since in found if since is not None),
        )
        self._draft.drop()
        self.accept()
        self._document.change_profile(person, self._current.currentData(), self._target.currentData())


def _subjects(role: Role, person: Person) -> Iterator[str]:
    """What the person has experience in, then what else the role asks years of; each once."""
    seen: set[str] = set()
    asked = (criterion.years.of for _, _, criterion in role.criteria() if criterion.years is not None)
    for subject in (*(known.of for known in person.experience), *asked):
        key = subject.strip().casefold()
        if key not in seen:
            seen.add(key)
            yield subject

"""The profile: who the assessment is about, their experience, and from which level to which."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ladder_app.domain.assessment import Assessment, Experience, Person
from ladder_app.domain.role import Role
from ladder_app.domain.years import matching_experience, months_later
from ladder_app.gui.basis import Basis
from ladder_app.gui.choice import Choice
from ladder_app.gui.dialog_draft import DialogDraft
from ladder_app.gui.document import Document
from ladder_app.gui.fields import DateField
from ladder_app.gui.form_draft import value_of
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

    def shown(self, value: date | None) -> list[tuple[QWidget, str]]:
        """Its two fields, and what they say of a date; left out, the date that is proposed stays."""
        return [
            (self._ticked, str(int(value is not None))),
            (self._date, value.isoformat() if value is not None else value_of(self._date)),
        ]

    def value(self) -> date | None:
        """The date, or None where it is left out."""
        return self._date.value() if self._ticked.isChecked() else None


class Profile(NamedTuple):
    """Who an assessment is about, and from which level to which."""

    person: Person
    current: str | None
    target: str


class ProfileThing:
    """The profile of an assessment."""

    def find(self, assessment: Assessment, _last: Profile | None) -> Profile:
        """The profile as it stands there."""
        return Profile(assessment.person, assessment.current, assessment.target)

    def put(self, assessment: Assessment, value: Profile | None, _there: Profile | None) -> Assessment:
        """A copy with this profile."""
        return assessment.with_profile(*value) if value is not None else assessment


class ProfileDialog(PlainDialog):
    """Changes the profile of a document as one edit, when the person says so."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Profile", 520, parent)
        self._document = document
        self._role = document.assessment.role
        profile = ProfileThing().find(document.assessment, None)
        person = profile.person
        self._name = self._field("Name", person.name)
        self._title = self._field("Title", person.title or "")
        self._current = Choice(theme, "Current level", self, wraps=True)
        self._target = Choice(theme, "Aiming for", self, wraps=True)
        self._offer_levels(profile)
        self._add_form()
        self._in_role = self._date("In this role", person.in_role_since)
        self.body.addWidget(self._in_role)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(self.body.spacing())
        self.body.addLayout(self._rows)
        self._experience: dict[str, OptionalDate] = {}
        self._offer_subjects(profile)
        self.body.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self._keep_button = self.add_button("Keep", "primary")
        self._keep_button.clicked.connect(self._keep)
        self._name.textChanged.connect(self._show_whether_complete)
        self._draft = DialogDraft(document, "profile", self)
        document.level_changed.connect(self._follow_role)
        self._basis: Basis[Profile] = Basis(document, ProfileThing(), profile, self, self._shown)
        self._basis.about_to_show.connect(self._offer_subjects)
        self._basis.filled.connect(self._draft.was_filled)
        self._basis.decided.connect(self._close)

    def _offer_subjects(self, profile: Profile) -> None:
        """Ask since when for all that the profile or the role speaks of, and that is not asked yet."""
        subjects = [s for s in _subjects(self._document.assessment.role, profile.person) if s not in self._experience]
        if subjects and not self._experience:
            self._rows.addSpacing(self.theme.px(4))
            self._rows.addWidget(text_label(self.theme, "Experience", BODY_PX, SEMIBOLD))
            note = "Suggests a rating for criteria that ask for years, and the day on which they are met."
            self._rows.addWidget(text_label(self.theme, note, 12, tone="muted"))
        for subject in subjects:
            known = matching_experience(subject, profile.person) if not self.isVisible() else None
            row = self._date(plain(subject), known.since if known else None)
            self._experience[subject] = row
            self._rows.addWidget(row)
            if self.isVisible():
                self._draft.follow(row)
        self.grow()

    def _date(self, name: str, value: date | None) -> OptionalDate:
        return OptionalDate(self.theme, name, value, months_later(self._document.today, -12), self)

    def _offer_levels(self, profile: Profile) -> None:
        for box, chosen in ((self._current, profile.current), (self._target, profile.target)):
            box.clear()
            if box is self._current:
                box.addItem(NOT_YET, None)
            for level in self._role.levels:
                box.addItem(level_title(level), level.id)
            box.setCurrentIndex(self._place(box, chosen))

    def _follow_role(self) -> None:
        """Another program may have taken another version of the role over: its levels are to be chosen from."""
        if self._document.assessment.role != self._role:
            self._role = self._document.assessment.role
            known = {None, *(level.id for level in self._role.levels)}
            there = ProfileThing().find(self._document.assessment, None)
            current, target = self._current.currentData(), self._target.currentData()
            self._offer_levels(
                Profile(
                    there.person,
                    current if current in known else there.current,
                    target if target in known else there.target,
                )
            )

    @staticmethod
    def _place(box: Choice, level_id: str | None) -> int:
        return 0 if level_id is None else box.findData(level_id)

    def _shown(self, profile: Profile) -> list[tuple[QWidget, str]]:
        person = profile.person
        fields: list[tuple[QWidget, str]] = [
            (self._name, person.name),
            (self._title, person.title or ""),
            (self._current, str(self._place(self._current, profile.current))),
            (self._target, str(self._place(self._target, profile.target))),
            *self._in_role.shown(person.in_role_since),
        ]
        for subject, row in self._experience.items():
            known = matching_experience(subject, person)
            fields += row.shown(known.since if known else None)
        return fields

    def _field(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setFont(self.theme.font())
        field.setAccessibleName(name)
        return field

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
        profile = Profile(person, self._current.currentData(), self._target.currentData())
        if self._basis.is_untouched or self._basis.put(profile, self._take):
            self._close()

    def _take(self, after: Assessment) -> None:
        self._document.change_profile(after.person, after.current, after.target)

    def _close(self) -> None:
        self._draft.drop()
        if self.result() != QDialog.DialogCode.Accepted:
            self.accept()


def _subjects(role: Role, person: Person) -> Iterator[str]:
    """What the person has experience in, then what else the role asks years of; each once."""
    seen: set[str] = set()
    asked = (criterion.years.of for _, _, criterion in role.criteria() if criterion.years is not None)
    for subject in (*(known.of for known in person.experience), *asked):
        key = subject.strip().casefold()
        if key not in seen:
            seen.add(key)
            yield subject

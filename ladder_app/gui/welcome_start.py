"""Who it is about and from which level to which: the form on the welcome page."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ladder_app.gui.choice import Choice
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.theme import Theme
from ladder_app.gui.welcome_roles import ChosenRole
from ladder_app.report.sentences import level_title

NOT_YET = "Not in this role yet"


@dataclass(frozen=True, slots=True)
class NewAssessment:
    """A new assessment that the person asks for: of which role, for whom, from where to where.

    `role` is the id of a shipped role or the path of a role file; `current` and `target` are ids of
    its levels, `current` None for somebody who is not in the role yet.
    """

    role: str
    name: str
    current: str | None
    target: str


class StartForm(QWidget):
    """Name, current and next level of a chosen role; asks for nothing that has a sensible default."""

    new_wanted = Signal(object)
    """A `NewAssessment`."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: ChosenRole | None = None
        self._target_is_own_choice = False
        self._name = QLineEdit(name, self)
        self._name.setPlaceholderText("Your name, as it stands on the PDF")
        self._current = Choice(theme, "Current level", self, wraps=True)
        self._target = Choice(theme, "Next level", self, wraps=True)
        self._start = button(theme, "Start", "primary")
        self._hint = text_label(theme, "", 12, tone="muted")
        self._name.setAccessibleName("Name")
        self._name.setFont(theme.font())
        self._name.setAcceptDrops(False)  # a file that is dropped here is for the window
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(theme.px(14))
        form.setVerticalSpacing(theme.px(8))
        rows: tuple[tuple[str, QWidget], ...]
        rows = ("Name", self._name), ("I am", self._current), ("Aiming for", self._target)
        for label, field in rows:
            caption = text_label(theme, label, wrap=False)
            caption.setMinimumHeight(field.sizeHint().height())
            caption.setBuddy(field)
            form.addRow(caption, field)
        last = QHBoxLayout()
        last.setSpacing(theme.px(12))
        last.addWidget(self._start)
        last.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addLayout(form)
        column.addLayout(last)
        self._name.textChanged.connect(self._show_what_is_missing)
        self._name.returnPressed.connect(self._ask)
        self._current.activated.connect(self._follow_current)
        self._target.activated.connect(self._keep_target)
        self._start.clicked.connect(self._ask)
        self._show_what_is_missing()

    def show_role(self, chosen: ChosenRole) -> None:
        """Offer the levels of a role: the first as the current one, the one after it as the next."""
        self._chosen = chosen
        self._target_is_own_choice = False
        self._current.clear()
        self._target.clear()
        self._current.addItem(NOT_YET, None)
        for level in chosen.role.levels:
            self._current.addItem(level_title(level), level.id)
            self._target.addItem(level_title(level), level.id)
        self._current.setCurrentIndex(1)
        self._follow_current()
        self._show_what_is_missing()
        if self._name.text().strip():
            self._start.setFocus()
        else:
            self._name.setFocus()

    def _follow_current(self) -> None:
        if self._chosen is not None and not self._target_is_own_choice:
            level = self._chosen.role.next_level(self._current.currentData())
            self._target.setCurrentIndex(self._target.findData(level.id))

    def _keep_target(self) -> None:
        self._target_is_own_choice = True

    def _show_what_is_missing(self) -> None:
        missing = ""
        if self._chosen is None:
            missing = "Pick a role first."
        elif not self._name.text().strip():
            missing = "A name is missing."
        for box in (self._current, self._target):
            box.setEnabled(self._chosen is not None)
        self._start.setEnabled(not missing)
        self._hint.setText(missing or "Kept in a file of your own; you can change all of this later.")

    def _ask(self) -> None:
        name = self._name.text().strip()
        if self._chosen is not None and name:
            wanted = NewAssessment(self._chosen.name, name, self._current.currentData(), self._target.currentData())
            self.new_wanted.emit(wanted)

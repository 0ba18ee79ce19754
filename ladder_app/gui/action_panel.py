"""The actions about one criterion: what will be done, by when, and what will show that it is done."""

from datetime import timedelta

from PySide6.QtWidgets import QCheckBox

from ladder_app.domain.assessment import Action, ActionStatus
from ladder_app.gui.choice import Choice
from ladder_app.gui.document import Document
from ladder_app.gui.entry_card import EntryCard
from ladder_app.gui.entry_panel import EntryForm, EntryPanel, new_id
from ladder_app.gui.fields import DateField
from ladder_app.gui.theme import Theme
from ladder_app.markup import plain
from ladder_app.report.words import day

_USUAL_TIME = timedelta(days=90)
_STATUS_WORDS = {ActionStatus.OPEN: "Open", ActionStatus.DONE: "Done", ActionStatus.DROPPED: "Dropped"}


class ActionForm(EntryForm[Action]):
    """Writes or changes one action."""

    def __init__(self, theme: Theme, document: Document, criterion_id: str, action: Action | None) -> None:
        super().__init__(theme, action, "What you will do", "What you will do about it")
        self._document = document
        self._criteria = action.criteria if action else (criterion_id,)
        self.done_when = self.line_field("What will show it is done", (action.done_when or "") if action else "")
        self.has_due = QCheckBox("Due")
        self.has_due.setFont(theme.font())
        self.has_due.setChecked(action is None or action.due is not None)
        self.due = DateField(theme, "Due date", action.due if action and action.due else document.today + _USUAL_TIME)
        self.due.setEnabled(self.has_due.isChecked())
        self.has_due.toggled.connect(self.due.setEnabled)
        self.status = Choice(theme, "Status")
        self.status.setMinimumContentsLength(8)
        self.status.addItems([_STATUS_WORDS[status] for status in ActionStatus])
        self.status.setCurrentIndex(list(ActionStatus).index(action.status) if action else 0)
        self.status.setVisible(action is not None)
        self.add_row(self.has_due, self.due, self.status)

    def put(self, text: str) -> None:
        self._document.put_action(
            Action(
                id=self.entry.id if self.entry else new_id(),
                text=text,
                due=self.due.value() if self.has_due.isChecked() else None,
                done_when=self.done_when.text().strip() or None,
                status=list(ActionStatus)[self.status.currentIndex()],
                criteria=self._criteria,
            )
        )


class ActionPanel(EntryPanel[Action]):
    """Lists the actions about a criterion, in the order they were made."""

    def __init__(self, theme: Theme, document: Document) -> None:
        super().__init__(theme, document, "Add action", "A")

    def entries(self) -> tuple[Action, ...]:
        return self.document.assessment.cycle.actions_for(self.criterion_id)

    def form(self, entry: Action | None) -> ActionForm:
        return ActionForm(self.theme, self.document, self.criterion_id, entry)

    def remove(self, entry: Action) -> None:
        self.document.remove_action(entry)

    def card(self, entry: Action) -> EntryCard:
        made = EntryCard(self.theme, entry.text, f"Action: {plain(entry.text)}")
        made.add_words(_in_short(entry))
        return made


def _in_short(action: Action) -> str:
    parts = [] if action.status is ActionStatus.OPEN else [_STATUS_WORDS[action.status]]
    if action.due is not None:
        parts.append(f"Due {day(action.due)}")
    if action.done_when:
        parts.append(f"done when: {action.done_when}")
    return " · ".join(parts) or "No date yet"

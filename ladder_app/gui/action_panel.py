"""The actions about one criterion: what will be done, by when, and what will show that it is done."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from ladder_app.domain.entries import Action, ActionKind, ActionStatus
from ladder_app.gui.choice import Choice
from ladder_app.gui.document import Document
from ladder_app.gui.entry_card import EntryCard
from ladder_app.gui.entry_panel import EntryForm, EntryPanel
from ladder_app.gui.fields import DateField
from ladder_app.gui.form_draft import value_of
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.theme import Theme
from ladder_app.gui.tick import Tick
from ladder_app.gui.typed_entry import TypedEntry
from ladder_app.markup import isolated, plain
from ladder_app.report.plan_words import KIND_NAMES, details
from ladder_app.report.words import capitalised

_USUAL_TIME = timedelta(days=90)
_STATUS_WORDS = {ActionStatus.OPEN: "Open", ActionStatus.DONE: "Done", ActionStatus.DROPPED: "Dropped"}
_NO_KIND = "Kind: not said"


class ActionForm(EntryForm[Action]):
    """Writes or changes one action; who helps and of which kind it is are folded away until there is something."""

    def __init__(
        self,
        theme: Theme,
        document: Document,
        criterion_id: str,
        action: Action | None,
        *,
        unfolded: bool = False,
    ) -> None:
        typed = TypedEntry(document, Action, action)
        super().__init__(theme, typed, action, "What you will do", "What you will do about it")
        self._document = document
        self._criteria = action.criteria if action else (criterion_id,)
        self.done_when = self.line_field("What will show it is done", (action.done_when or "") if action else "")
        self.has_due = Tick(theme, "Due", is_on=action is None or action.due is not None)
        self.due = DateField(theme, "Due date", action.due if action and action.due else document.today + _USUAL_TIME)
        self.due.setEnabled(self.has_due.isChecked())
        self.has_due.toggled.connect(self.due.setEnabled)
        self.status = Choice(theme, "Status")
        self.status.setMinimumContentsLength(8)
        self.status.addItems([_STATUS_WORDS[status] for status in ActionStatus])
        self.status.setCurrentIndex(list(ActionStatus).index(action.status) if action else 0)
        self.status.setVisible(action is not None)
        self.add_row(self.has_due, self.due, self.status)
        self._add_done_on(action)
        self._add_folded(action, unfolded=unfolded)
        for changed in (
            self.has_due.toggled,
            self.due.dateChanged,
            self.done_on.dateChanged,
            self.status.currentIndexChanged,
            self.kind.currentIndexChanged,
        ):
            changed.connect(self._pause.typed)

    def _add_done_on(self, action: Action | None) -> None:
        today = self._document.today
        self.done_on = DateField(self.theme, "Done on", action.done_on if action and action.done_on else today)
        self._done_label = text_label(self.theme, "Done on", tone="muted", wrap=False)
        self.add_row(self._done_label, self.done_on)
        self.status.currentIndexChanged.connect(self._show_done_on)
        self._knows_day = action is None or action.status is not ActionStatus.DONE or action.done_on is not None
        self._show_done_on()

    def _add_folded(self, action: Action | None, *, unfolded: bool) -> None:
        self.more = button(self.theme, "Who helps, and how…", "link")
        self.add_row(self.more)
        self.helper = self.line_field("Who helps", (action.helper or "") if action else "")
        self.kind = Choice(self.theme, "Kind", fits=True)
        self.kind.addItems([_NO_KIND, *(capitalised(KIND_NAMES[kind]) for kind in ActionKind)])
        self.kind.setCurrentIndex(list(ActionKind).index(action.kind) + 1 if action and action.kind else 0)
        self.add_row(self.kind)
        says_something = action is not None and bool(action.helper or action.kind)
        self._unfold(is_unfolded=unfolded or says_something)
        self.more.clicked.connect(self._on_more)

    def _on_more(self) -> None:
        self._unfold(is_unfolded=True)
        self.helper.setFocus()

    def unfold_what_is_filled(self) -> None:
        if self.helper.text() or self.kind.currentIndex():
            self._unfold(is_unfolded=True)

    def _unfold(self, *, is_unfolded: bool) -> None:
        self.more.setVisible(not is_unfolded)
        self.helper.setVisible(is_unfolded)
        self.kind.setVisible(is_unfolded)

    @property
    def _status(self) -> ActionStatus:
        return list(ActionStatus)[self.status.currentIndex()]

    def _show_done_on(self) -> None:
        is_done = self._status is ActionStatus.DONE and self._knows_day
        self.done_on.setVisible(is_done)
        self._done_label.setVisible(is_done)

    def shown(self, entry: Action) -> list[tuple[QWidget, str]]:
        due, done_on = entry.due, entry.done_on
        return [
            (self.text, entry.text),
            (self.done_when, entry.done_when or ""),
            (self.has_due, str(int(due is not None))),
            (self.due, due.isoformat() if due else value_of(self.due)),
            (self.helper, entry.helper or ""),
            (self.kind, str(list(ActionKind).index(entry.kind) + 1 if entry.kind else 0)),
            (self.status, str(list(ActionStatus).index(entry.status))),
            (self.done_on, done_on.isoformat() if done_on else value_of(self.done_on)),
        ]

    def made(self, text: str) -> Action:
        status = self._status
        kind = self.kind.currentIndex()
        return Action(
            id=self._typed.id,
            text=text,
            due=self.due.value() if self.has_due.isChecked() else None,
            done_when=self.done_when.text().strip() or None,
            helper=self.helper.text().strip() or None,
            kind=list(ActionKind)[kind - 1] if kind > 0 else None,
            status=status,
            done_on=self.done_on.value() if status is ActionStatus.DONE and self._knows_day else None,
            criteria=self._criteria,
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
        made = EntryCard(self.theme, entry.text, f"Action: {isolated(plain(entry.text))}")
        made.add_words(_in_short(entry, self.document.today))
        return made


def _in_short(action: Action, today: date) -> str:
    return capitalised(details(action, today))

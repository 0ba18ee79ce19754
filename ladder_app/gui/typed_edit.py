"""What is written in a form is in the document while it is being typed, so that nothing that happens can lose it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar
from uuid import uuid4

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from ladder_app.domain.entries import Action, Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ladder_app.domain.assessment import Assessment
    from ladder_app.gui.being_typed import BeingTyped
    from ladder_app.gui.document import Document
    from ladder_app.gui.drafts import Drafts

_PAUSE_MS = 400
_AT_LATEST_MS = 1200

E = TypeVar("E", bound=Evidence | Action)


def new_id() -> str:
    """An id that no other entry has, here or in a copy of the file elsewhere."""
    return uuid4().hex[:12]


class TypedEdit:
    """What is typed in one form is one edit, however often it is put; given up, it can be brought back by undo."""

    def __init__(self, document: Document, name: str) -> None:
        self._document = document
        self._name = name
        self._key = f"typed {new_id()}"
        self.is_put = False
        """Whether the document has had something of it."""

    def put(self, after: Assessment, touched: Iterable[str] = ()) -> None:
        """Take this state over, in place of what was put before."""
        if after != self._document.assessment:
            self._document.edit(self._name, after, touched, self._key)
            self.is_put = True

    def give_up(self, before: Assessment, touched: Iterable[str] = ()) -> None:
        """Go back to this state, which is without what was typed, as an edit of its own."""
        if self.is_put:
            self._document.edit(f"give up: {self._name}", before, touched)


class TypedEntry(Generic[E]):
    """One piece of evidence or one action that is being written; `former` is what it was before, if it was."""

    def __init__(self, document: Document, kind: type[E], former: E | None) -> None:
        self._document = document
        self._kind = kind
        self._former = former
        self.last = former
        """What the document has of it as far as is known here; None where it has nothing."""
        self.about_to_meet = document.about_to_meet
        self.changed = (document.criteria_changed, document.level_changed)
        self.id = former.id if former is not None else new_id()
        self._edit = TypedEdit(document, f"{'add' if former is None else 'change'} {self.kind}")

    @property
    def drafts(self) -> Drafts:
        """Where it is kept while it is no whole entry yet."""
        return self._document.drafts

    @property
    def being_typed(self) -> BeingTyped:
        """Where it is said that something of it is typed and not put yet."""
        return self._document.being_typed

    @property
    def kind(self) -> str:
        """`evidence` or `action`."""
        return "evidence" if self._kind is Evidence else "action"

    def write(self, entry: E | None) -> None:
        """Put the entry as it stands now; None where nothing is written, or no longer."""
        if entry is not None and entry == self.last:
            return  # nothing was typed: what came from elsewhere stays
        if entry is not None:
            self.last = entry
            self._edit.put(self._with(entry), self._touched(entry))
        elif self._edit.is_put:
            self.last = self._former
            self._edit.put(self._before(), self._touched(None))

    def met(self) -> tuple[E, E] | None:
        """What the document had and what it has of it now, where another program changed it; it goes on from there."""
        there = self._there()
        before = self.last
        if not self._document.is_meeting or there is None or before is None or there == before:
            return None
        self.last = self._former = there
        return before, there

    def _there(self) -> E | None:
        cycle = self._document.assessment.cycle
        entries = cycle.evidence if self._kind is Evidence else cycle.actions
        return next((entry for entry in entries if entry.id == self.id), None)  # type: ignore[return-value] # of the kind

    def give_up(self) -> None:
        """Have it as it was before the form was opened."""
        self._edit.give_up(self._before(), self._touched(None))

    def _with(self, entry: E) -> Assessment:
        assessment = self._document.assessment
        return assessment.with_evidence(entry) if isinstance(entry, Evidence) else assessment.with_action(entry)

    def _before(self) -> Assessment:
        if self._former is not None:
            return self._with(self._former)
        assessment = self._document.assessment
        return assessment.without_evidence(self.id) if self._kind is Evidence else assessment.without_action(self.id)

    def _touched(self, entry: E | None) -> set[str]:
        cycle = self._document.assessment.cycle
        there = cycle.evidence if self._kind is Evidence else cycle.actions
        found = (entry, self._former, *(each for each in there if each.id == self.id))
        return {name for each in found if each is not None for name in each.criteria}


class TypingPause(QTimer):
    """Calls `keep` once the person pauses, and every second or so for one who never does.

    What has to wait for it is kept earlier with `now`. Until then it is said to be typed and not saved.
    """

    def __init__(self, being_typed: BeingTyped, keep: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._being_typed = being_typed
        self._keep = keep
        self.setSingleShot(True)
        self._since = QElapsedTimer()
        self.timeout.connect(self._on_pause)
        being_typed.wanted.connect(self.now)

    def typed(self) -> None:
        """Something was typed."""
        if not self.isActive():
            self._since.start()
        self.start(max(0, min(_PAUSE_MS, _AT_LATEST_MS - self._since.elapsed())))
        self._being_typed.begin(self)

    def stop(self) -> None:
        """What was typed is kept, or not wanted any more."""
        super().stop()
        self._being_typed.end(self)

    def now(self) -> None:
        """Keep what was typed since the last time, if anything was."""
        if self.isActive():
            self._on_pause()

    def _on_pause(self) -> None:
        super().stop()
        self._keep()
        self._being_typed.end(self)

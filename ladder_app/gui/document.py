"""The open assessment: its value, its undo history, and what follows from it.

Widgets show what the document says and change it by pushing edits; nothing else changes it.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from ladder_app.domain.assessment import Assessment, Person
from ladder_app.domain.comparison import Comparison
from ladder_app.domain.cycle import Cycle, IndicatorValue
from ladder_app.domain.effective import EffectiveLevel
from ladder_app.domain.entries import Action, ActionStatus, Evidence, Rating
from ladder_app.domain.indicators import without_value
from ladder_app.domain.readiness import Readiness
from ladder_app.domain.voices import OWN, Voice
from ladder_app.gui.being_typed import BeingTyped
from ladder_app.gui.commands import Edit, can_stay
from ladder_app.gui.consequences import Consequences
from ladder_app.gui.drafts import Drafts


class Document(QObject):
    """An assessment that is being worked on.

    `path` is None for one that is not kept in a file: the sample, or what came out of a PDF, whose
    name `origin` then is. `level_id` is the level whose criteria are on screen: the target, unless
    the person looks at another.
    """

    criteria_changed = Signal(object)
    """Ratings, evidence, notes or actions of these criteria changed: a frozenset of ids."""
    level_changed = Signal()
    """Another level, another person or another role is on screen: everything is new."""
    role_changed = Signal()
    """The assessment is about another version of its role; what is made for a role is made anew."""
    access_changed = Signal()
    """The document became read only, or is no longer."""
    about_to_meet = Signal()
    """What another program wrote is about to be brought together with this: what is typed is to be in it by then."""
    clashed = Signal(object)
    """What is written in a form is also another program’s by now: a `Clash` that the person has to decide."""
    revisited = Signal(object)
    """An edit was undone or redone: the criteria it touched, a frozenset of ids."""

    def __init__(
        self,
        assessment: Assessment,
        path: Path | None,
        today: date,
        parent: QObject | None = None,
        *,
        origin: str = "",
        voice: Voice = OWN,
    ) -> None:
        super().__init__(parent)
        self._assessment = assessment
        self._voice = voice
        self.path = path
        self.origin = origin
        self.today = today
        self.undo_stack = QUndoStack(self)
        self.being_typed = BeingTyped(self)
        self.about_to_meet.connect(self.being_typed.keep)
        self.drafts = Drafts(self)
        self.is_meeting = False
        """Whether what changes just now is another program’s doing: what is being written stays as it is."""
        self._read_only = ""
        self._level_id = assessment.target
        self._following = Consequences()

    @property
    def assessment(self) -> Assessment:
        return self._assessment

    @property
    def voice(self) -> Voice:
        """Whose view is written here: the person's own, or a review."""
        return self._voice

    @property
    def cycle(self) -> Cycle:
        """The current cycle as the voice sees it: its `ratings` and `notes` are what is written here."""
        return self._following.cycle(self._assessment, self._voice)

    @property
    def takes_entries(self) -> bool:
        """Whether evidence and actions can be written here."""
        return self._voice.is_own and not self._read_only

    def speak_as(self, voice: Voice) -> None:
        """Write another view from now on. What was done before can no longer be undone: it is another's."""
        if voice != self._voice:
            self._voice = voice
            self.undo_stack.clear()
            self._following.forget_views()
            self.access_changed.emit()

    @property
    def read_only(self) -> str:
        """Why nothing can be changed here; empty where it can."""
        return self._read_only

    def forbid_edits(self, reason: str) -> None:
        """Let nothing be changed from now on, and say why; an empty reason allows it again."""
        if reason != self._read_only:
            self._read_only = reason
            self.access_changed.emit()

    @property
    def level(self) -> EffectiveLevel:
        """The level on screen."""
        return self.effective(self._level_id)

    @property
    def target(self) -> EffectiveLevel:
        return self.effective(self._assessment.target)

    @property
    def readiness(self) -> Readiness:
        """Readiness for the target level, as the voice rates it."""
        return self.readiness_for(self._assessment.target)

    def readiness_for(self, level_id: str, rater: str | None = None) -> Readiness:
        """Readiness for a level as one rater (the voice, unless named) sees it; computed once until something changes.

        Raises `UnknownName` for somebody who has not rated.
        """
        rater = self._voice.rater if rater is None else rater
        return self._following.readiness(self._assessment, level_id, rater, self._voice)

    def comparison(self, reviewer: str) -> Comparison:
        """The person's own view of the target level beside a reviewer's. Raises `UnknownName`."""
        return self._following.comparison(self._assessment, reviewer)

    def show_level(self, level_id: str) -> None:
        """Put another level of the role on screen. Raises `UnknownName`."""
        if level_id != self._level_id:
            self._assessment.role.level(level_id)
            self._level_id = level_id
            self.level_changed.emit()

    def rate(self, criterion_id: str, rating: Rating | None) -> None:
        """Give, change or clear the rating of a criterion."""
        before = self.cycle.ratings.get(criterion_id)
        if before != rating:
            after = self._voice.rated(self._assessment, criterion_id, rating)
            is_reason = before is not None and rating is not None and not (before.applies or rating.applies)
            self._push(_rating_name(rating), after, [criterion_id], f"reason {criterion_id}" if is_reason else "")

    def confirm(self, criterion_id: str) -> None:
        """Stand by the rating of a criterion as it is: its marks are taken off."""
        rating = self.cycle.ratings.get(criterion_id)
        if rating is not None and rating.is_marked:
            bare = rating.model_copy(update={"carried": False, "check_again": False})
            self._push("confirm rating", self._voice.rated(self._assessment, criterion_id, bare), [criterion_id])

    def note(self, criterion_id: str, text: str) -> None:
        """Change the note on a criterion (a reviewer's: the comment); one stretch of typing is one edit."""
        if self.cycle.notes.get(criterion_id, "") != text:
            after = self._voice.noted(self._assessment, criterion_id, text)
            name = "note" if self._voice.is_own else "comment"
            self._push(name, after, [criterion_id], merge_key=f"note {criterion_id}")

    def remove_evidence(self, evidence: Evidence) -> None:
        """Take evidence away."""
        self._push("remove evidence", self._assessment.without_evidence(evidence.id), evidence.criteria)

    def put_many_evidence(self, name: str, entries: Iterable[Evidence]) -> None:
        """Add or replace several as one edit of that name; nothing changed is no edit."""
        before = self._assessment
        after = before
        known = {e.id: e for e in before.cycle.evidence}
        touched: set[str] = set()
        for entry in entries:
            touched.update(entry.criteria, known[entry.id].criteria if entry.id in known else ())
            after = after.with_evidence(entry)
        if after != before:
            self._push(name, after, touched)

    def remove_many_evidence(self, entries: Iterable[Evidence]) -> None:
        """Take several away as one edit."""
        gone = tuple(entries)
        if len(gone) == 1:
            self.remove_evidence(gone[0])
        elif gone:
            after = self._assessment.without_evidence(*(e.id for e in gone))
            touched = {name for e in gone for name in e.criteria}
            self._push(f"remove {len(gone)} entries", after, touched)

    def put_action_status(self, action: Action, status: ActionStatus) -> None:
        """Say that an action is done, dropped, or open again."""
        after = action.with_status(status, self.today)
        if after != action:
            name = {ActionStatus.OPEN: "reopen action", ActionStatus.DONE: "action done"}.get(status, "drop action")
            self._push(name, self._assessment.with_action(after), action.criteria)

    def remove_action(self, action: Action) -> None:
        """Take an action away."""
        self._push("remove action", self._assessment.without_action(action.id), action.criteria)

    def write_promotion(self, summary: str, justification: str) -> None:
        """Write what the person says for their next grade; one stretch of typing is one edit."""
        after = self._assessment.with_promotion(summary, justification)
        if after.cycle.promotion != self._assessment.cycle.promotion:
            self._push("promotion case", after, (), merge_key="promotion case")

    def remove_indicator_value(self, value: IndicatorValue) -> None:
        """Take a value of a performance indicator away."""
        self._push("remove indicator value", without_value(self._assessment, value), ())

    def change_profile(self, person: Person, current: str | None, target: str) -> None:
        """Change who this is about, and from which level to which. Raises `UnknownName`."""
        after = self._assessment.with_profile(person, current, target)
        if after != self._assessment:
            self._push("change profile", after, None)

    def edit(self, name: str, after: Assessment, touched: Iterable[str], merge_key: str = "") -> None:
        """Take over a state that differs in these criteria alone; one that differs in nothing is no edit."""
        if after != self._assessment:
            self._push(name, after, touched, merge_key)

    def adopt(self, assessment: Assessment, name: str) -> None:
        """Take over another state of the assessment as one edit of that name."""
        if assessment != self._assessment:
            self._push(name, assessment, None)

    def meet(self, assessment: Assessment, name: str) -> None:
        """Take over what came of another program’s writing, whatever it changed.

        It stays while one’s own edits are undone; where it touches what they do, it is an edit of that name.
        """
        if assessment == self._assessment or self._read_only:
            return
        from ladder_app.domain.differing import difference

        found = difference(self._assessment, assessment)
        self.is_meeting = True
        try:
            if can_stay(self.undo_stack, self._assessment, assessment, found):
                self.put(assessment, found.touched, revisiting=False)
            else:
                self.undo_stack.push(Edit(name, self, self._assessment, assessment, found.touched))
        finally:
            self.is_meeting = False

    def follow(self, assessment: Assessment) -> None:
        """Show what the file holds now, where it is only looked at; nothing before that can be undone."""
        self.undo_stack.clear()
        self.put(assessment, None, revisiting=False)

    def put(self, assessment: Assessment, touched: frozenset[str] | None, *, revisiting: bool) -> None:
        """Called by edits: make this the document's value. `touched` None means everything."""
        before = self._assessment
        self._assessment = assessment
        if touched is None:
            self._put_everything(before)
            return
        self._following.touch(assessment, touched, self._voice)
        self.criteria_changed.emit(touched)
        if revisiting:
            self.revisited.emit(touched)

    def _put_everything(self, before: Assessment) -> None:
        role = self._assessment.role
        self._following.forget()
        if self._level_id == before.target or self._level_id not in {level.id for level in role.levels}:
            self._level_id = self._assessment.target
        self.level_changed.emit()
        if role is not before.role and role != before.role:
            self.role_changed.emit()

    def effective(self, level_id: str) -> EffectiveLevel:
        """A level of the role with all it asks for; worked out once. Raises `UnknownName`."""
        return self._following.level(self._assessment, level_id)

    def _push(self, name: str, after: Assessment, touched: Iterable[str] | None, merge_key: str = "") -> None:
        if self._read_only or not self._voice.may(self._assessment, after):
            return
        ids = None if touched is None else frozenset(touched)
        self.undo_stack.push(Edit(name, self, self._assessment, after, ids, merge_key))


def _rating_name(rating: Rating | None) -> str:
    if rating is None:
        return "clear rating"
    return "not applicable" if rating.step is None else f"rating {rating.step}"

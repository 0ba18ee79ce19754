"""The open assessment: its value, its undo history, and what follows from it.

Widgets show what the document says and change it by pushing edits; nothing else changes it.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from ladder_app.domain.assessment import Action, ActionStatus, Assessment, Evidence, Person, Rating
from ladder_app.domain.comparison import Comparison, compared
from ladder_app.domain.effective import EffectiveLevel, effective_level
from ladder_app.domain.raters import SELF, raters, ratings_by
from ladder_app.domain.readiness import Readiness, readiness_of
from ladder_app.gui.commands import Edit


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
    ) -> None:
        super().__init__(parent)
        self._assessment = assessment
        self.path = path
        self.origin = origin
        self.today = today
        self.undo_stack = QUndoStack(self)
        self._read_only = ""
        self._level_id = assessment.target
        self._levels: dict[str, EffectiveLevel] = {}
        self._readiness: dict[tuple[str, str], Readiness] = {}
        self._comparisons: dict[str, Comparison] = {}

    @property
    def assessment(self) -> Assessment:
        return self._assessment

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
        """The person's own readiness for the target level."""
        return self.readiness_for(self._assessment.target)

    def readiness_for(self, level_id: str, rater: str = SELF) -> Readiness:
        """Readiness for a level as one rater sees it; computed once until something changes.

        Raises `UnknownName` for somebody who has not rated.
        """
        found = self._readiness.get((level_id, rater))
        if found is None:
            cycle = self._assessment.cycle
            found = readiness_of(self.effective(level_id), ratings_by(cycle, rater), cycle.evidenced(), rater)
            self._readiness[level_id, rater] = found
        return found

    def comparison(self, reviewer: str) -> Comparison:
        """The person's own view of the target level beside a reviewer's. Raises `UnknownName`."""
        found = self._comparisons.get(reviewer)
        if found is None:
            found = compared(self.target, self._assessment.cycle, reviewer)
            self._comparisons[reviewer] = found
        return found

    def show_level(self, level_id: str) -> None:
        """Put another level of the role on screen. Raises `UnknownName`."""
        if level_id != self._level_id:
            self._assessment.role.level(level_id)
            self._level_id = level_id
            self.level_changed.emit()

    def rate(self, criterion_id: str, rating: Rating | None) -> None:
        """Give, change or clear the person's rating of a criterion."""
        if self._assessment.cycle.ratings.get(criterion_id) == rating:
            return
        self._push(_rating_name(rating), self._assessment.rated(criterion_id, rating), [criterion_id])

    def confirm(self, criterion_id: str) -> None:
        """Stand by the person's rating of a criterion as it is: its marks are taken off."""
        after = self._assessment.confirmed(criterion_id)
        if after is not self._assessment:
            self._push("confirm rating", after, [criterion_id])

    def note(self, criterion_id: str, text: str) -> None:
        """Change the note on a criterion; one stretch of typing is one edit."""
        if self._assessment.cycle.notes.get(criterion_id, "") != text:
            after = self._assessment.noted(criterion_id, text)
            self._push("note", after, [criterion_id], merge_key=f"note {criterion_id}")

    def put_evidence(self, evidence: Evidence) -> None:
        """Add evidence, or replace the one with its id."""
        old = next((e for e in self._assessment.cycle.evidence if e.id == evidence.id), None)
        if old == evidence:
            return
        touched = {*evidence.criteria, *(old.criteria if old else ())}
        name = "change evidence" if old else "add evidence"
        self._push(name, self._assessment.with_evidence(evidence), touched)

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

    def put_action(self, action: Action) -> None:
        """Add an action, or replace the one with its id."""
        old = next((a for a in self._assessment.cycle.actions if a.id == action.id), None)
        if old == action:
            return
        touched = {*action.criteria, *(old.criteria if old else ())}
        self._push("change action" if old else "add action", self._assessment.with_action(action), touched)

    def put_action_status(self, action: Action, status: ActionStatus) -> None:
        """Say that an action is done, dropped, or open again."""
        after = action.with_status(status, self.today)
        if after != action:
            name = {ActionStatus.OPEN: "reopen action", ActionStatus.DONE: "action done"}.get(status, "drop action")
            self._push(name, self._assessment.with_action(after), action.criteria)

    def remove_action(self, action: Action) -> None:
        """Take an action away."""
        self._push("remove action", self._assessment.without_action(action.id), action.criteria)

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

    def put(self, assessment: Assessment, touched: frozenset[str] | None, *, revisiting: bool) -> None:
        """Called by edits: make this the document's value. `touched` None means everything."""
        before = self._assessment
        self._assessment = assessment
        self._comparisons.clear()
        if touched is None:
            self._readiness.clear()
            self._put_everything(before)
            return
        cycle = assessment.cycle
        evidenced = cycle.evidenced()
        ratings = {rater: ratings_by(cycle, rater) for rater in raters(cycle)}
        self._readiness = {
            (level_id, rater): known.updated(ratings[rater], evidenced, touched)
            for (level_id, rater), known in self._readiness.items()
            if rater in ratings
        }
        self.criteria_changed.emit(touched)
        if revisiting:
            self.revisited.emit(touched)

    def _put_everything(self, before: Assessment) -> None:
        role = self._assessment.role
        self._levels.clear()
        if self._level_id == before.target or self._level_id not in {level.id for level in role.levels}:
            self._level_id = self._assessment.target
        self.level_changed.emit()
        if role is not before.role and role != before.role:
            self.role_changed.emit()

    def effective(self, level_id: str) -> EffectiveLevel:
        """A level of the role with all it asks for; worked out once. Raises `UnknownName`."""
        if level_id not in self._levels:
            self._levels[level_id] = effective_level(self._assessment.role, level_id)
        return self._levels[level_id]

    def _push(self, name: str, after: Assessment, touched: Iterable[str] | None, merge_key: str = "") -> None:
        if self._read_only:
            return
        ids = None if touched is None else frozenset(touched)
        self.undo_stack.push(Edit(name, self, self._assessment, after, ids, merge_key))


def _rating_name(rating: Rating | None) -> str:
    if rating is None:
        return "clear rating"
    return "not applicable" if rating.step is None else f"rating {rating.step}"

"""Random edits, undo, redo, save, reload, kill and restore, against a plain model of what has to be there."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtWidgets import QApplication

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Evidence, Rating
from ladder_app.gui.background import Background
from ladder_app.gui.document import Document
from ladder_app.gui.saver import Saver
from ladder_app.storage.assessments import load_assessment, sample_assessment, save_assessment
from ladder_app.storage.life import Life
from ladder_app.storage.recovery import leftovers
from tests.gui.conftest import TODAY
from tests.gui.hands import is_saved
from tests.gui.staging import put_evidence

CRITERIA = ("budget-and-resources", "budgets", "lead-a-team")


def linked(assessment: Assessment, name: str, link: str) -> Assessment:
    """The assessment with this link of an entry, where it has the entry."""
    for entry in assessment.cycle.evidence:
        if entry.id == name:
            return assessment.with_evidence(entry.model_copy(update={"link": link}))
    return assessment


class LifeOfADocument(RuleBasedStateMachine):
    """The model: the states that were, where in them the person is, and what the file was last told."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.path = Path(self._folder.name) / "mine.assessment.yaml"
        save_assessment(self.path, sample_assessment())

    @initialize()
    def open(self) -> None:
        self._open(load_assessment(self.path))

    def _open(self, assessment: Assessment) -> None:
        self.life = Life()
        self.document = Document(assessment, self.path, TODAY)
        self.saver = Saver(self.document, self.life)
        self.states = [assessment]
        self.at = 0
        self.on_disk = assessment

    def _went_on(self) -> None:
        """An edit was made: what had been undone is gone."""
        if self.document.assessment is not self.states[self.at]:
            self.states = [*self.states[: self.at + 1], self.document.assessment]
            self.at += 1

    @rule(criterion=st.sampled_from(CRITERIA), step=st.one_of(st.none(), st.integers(0, 4)))
    def rate(self, criterion: str, step: int | None) -> None:
        self.document.rate(criterion, None if step is None else Rating(step=step))
        rating = self.document.assessment.cycle.ratings.get(criterion)
        assert (None if rating is None else rating.step) == step
        self._went_on()

    @rule(number=st.integers(0, 3), text=st.text(min_size=1, max_size=8).filter(str.strip))
    def write_evidence(self, number: int, text: str) -> None:
        printable = "".join(c for c in text if c.isprintable()) or "x"
        there = {entry.id: entry for entry in self.document.assessment.cycle.evidence}
        entry = Evidence(id=f"e{number}", date=TODAY, text=printable, criteria=CRITERIA[:1])
        put_evidence(self.document, there.get(entry.id, entry).model_copy(update={"text": printable}))
        self._went_on()

    @rule()
    def undo(self) -> None:
        if self.at:
            self.document.undo_stack.undo()
            self.at -= 1

    @rule()
    def redo(self) -> None:
        if self.at < len(self.states) - 1:
            self.document.undo_stack.redo()
            self.at += 1

    @rule()
    def save(self) -> None:
        assert is_saved(self.saver)
        self.on_disk = self.document.assessment

    @rule()
    def reload(self) -> None:
        """The file is opened anew, as another start would."""
        self.save()
        self.saver.recovery.discard()
        self.life.end()
        self._open(load_assessment(self.path))

    @rule(criterion=st.sampled_from((*CRITERIA, "analyze-processes")), step=st.integers(0, 4))
    @precondition(lambda self: self.saver.is_current)
    def take_over_from_disk(self, criterion: str, step: int) -> None:
        """Another program wrote the file: what it wrote stays, or is one edit more where it met one's own."""
        self.save()
        rating = Rating(step=step)
        theirs = self.document.assessment.rated(criterion, rating)
        if theirs == self.document.assessment:
            return
        place = self.document.undo_stack.index()
        self.document.meet(theirs, "take over changes on disk")
        assert self.document.assessment is theirs
        if self.document.undo_stack.index() > place:
            assert criterion != "analyze-processes" or self.states_differ_in(criterion)
            self._went_on()
        else:
            self.states = [state.rated(criterion, rating) for state in self.states]
            self.states[self.at] = theirs  # the very one, by which the next edit is known to be one

    @rule(number=st.integers(0, 3), link=st.sampled_from(["https://example.org/1", "https://example.org/2"]))
    @precondition(lambda self: self.saver.is_current)
    def take_over_a_link_from_disk(self, number: int, link: str) -> None:
        """Another program wrote another field of an entry that was edited here: it stays beside the words."""
        self.save()
        theirs = linked(self.document.assessment, f"e{number}", link)
        if theirs == self.document.assessment:
            return
        place = self.document.undo_stack.index()
        self.document.meet(theirs, "take over changes on disk")
        assert self.document.assessment is theirs
        if self.document.undo_stack.index() > place:
            self._went_on()
        else:
            self.states = [linked(state, f"e{number}", link) for state in self.states]
            self.states[self.at] = theirs

    def states_differ_in(self, criterion: str) -> bool:
        return len({repr(state.cycle.ratings.get(criterion)) for state in self.states}) > 1

    @rule()
    def kill_and_restore(self) -> None:
        """The process ends at once; the next start offers what was not saved, and nothing else."""
        last = self.document.assessment
        keeping = self.saver.recovery.findChild(Background)
        assert keeping is not None
        while keeping.is_busy:
            assert keeping.wait(60_000)
        self.life.end()
        left = leftovers().restorable
        assert [found.assessment for found in left] == ([] if last == self.on_disk else [last])
        assert load_assessment(self.path) == self.on_disk
        for found in left:
            found.discard()
        self._open(load_assessment(self.path))
        if last != self.on_disk:
            self.document.adopt(last, "restore unsaved edits")
            self._went_on()

    @invariant()
    def agrees_with_the_model(self) -> None:
        if hasattr(self, "document"):
            assert self.document.assessment == self.states[self.at]
            assert self.document.undo_stack.canUndo() == (self.at > 0)
            assert self.document.undo_stack.canRedo() == (self.at < len(self.states) - 1)

    def teardown(self) -> None:
        if hasattr(self, "saver"):
            self.saver.recovery.discard()
            self.life.end()
        self._folder.cleanup()


def test_that_undo_saving_and_restoring_agree_with_a_plain_model(qapp: QApplication) -> None:  # noqa: ARG001
    run_state_machine_as_test(LifeOfADocument, settings=settings(max_examples=25, stateful_step_count=25))

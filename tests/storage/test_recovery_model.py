"""Edits, saves that work and fail, ends of every kind and starts, in any order, against a model in four variables."""

import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ladder_app.domain.assessment import Assessment
from ladder_app.errors import CannotWrite
from ladder_app.storage.assessments import load_assessment, save_assessment
from ladder_app.storage.life import Life
from ladder_app.storage.places import HOME_VARIABLE
from ladder_app.storage.recovery import Recovery, leftovers, recovery_folder
from tests.storage.failing_disk import OPERATIONS, FailingDisk
from tests.storage.people import EMPTY


class OneDocument(RuleBasedStateMachine):
    """A document that is edited in one Ladder after the other."""

    def __init__(self) -> None:
        super().__init__()
        self._temporary = tempfile.TemporaryDirectory()
        self._patch = pytest.MonkeyPatch()
        folder = Path(self._temporary.name)
        self._patch.setenv(HOME_VARIABLE, str(folder / "home"))
        self.path = folder / "mine.assessment.yaml"
        save_assessment(self.path, EMPTY)
        self.disk = FailingDisk()
        self.runs = False
        self.count = 0
        self.on_disk = self.shown = self.kept = EMPTY

    def teardown(self) -> None:
        if self.runs:
            self.life.end()
        self._patch.undo()
        self._temporary.cleanup()

    @initialize()
    def begin(self) -> None:
        self._open(load_assessment(self.path))

    @precondition(lambda self: self.runs)
    @rule()
    def edit(self) -> None:
        self.count += 1
        self._show(self.shown.noted("a", f"Edit {self.count}"))

    @precondition(lambda self: self.runs)
    @rule()
    def undo_to_what_was_saved(self) -> None:
        self._show(self.on_disk)

    @precondition(lambda self: self.runs)
    @rule()
    def save(self) -> None:
        save_assessment(self.path, self.shown)
        self.on_disk = self.kept = self.shown
        self.recovery.saved(self.shown)

    @precondition(lambda self: self.runs and self.kept == self.shown)
    @rule()
    def end_between_saving_and_clearing_up(self) -> None:
        save_assessment(self.path, self.shown)
        self.on_disk = self.kept = self.shown
        self._end()

    @precondition(lambda self: self.runs)
    @rule()
    def fail_to_save(self) -> None:
        for operation in OPERATIONS[:2]:
            with pytest.raises(CannotWrite):
                save_assessment(self.path, self.shown, FailingDisk(operation))

    @precondition(lambda self: self.runs)
    @rule()
    def fail_to_keep(self) -> None:
        self.count += 1
        self.disk.operation = "replace"
        with suppress(CannotWrite):
            self._show(self.shown.noted("a", f"Edit {self.count}"))
        self.disk.operation = ""

    @precondition(lambda self: self.runs)
    @rule()
    def be_killed(self) -> None:
        self._end()

    @precondition(lambda self: not self.runs)
    @rule()
    def start_and_take_what_is_offered(self) -> None:
        offered = leftovers()
        assert offered.unreadable == ()
        wanted = [self.kept] if self.kept != self.on_disk else []
        assert [found.assessment for found in offered.restorable] == wanted
        self._open(load_assessment(self.path))
        for found in offered.restorable:
            self._show(found.assessment)
            found.discard()

    @precondition(lambda self: not self.runs)
    @rule()
    def start_and_decline(self) -> None:
        for found in leftovers().restorable:
            found.discard()
        self._open(load_assessment(self.path))

    @invariant()
    def the_file_is_whole_and_what_was_saved_last(self) -> None:
        assert load_assessment(self.path) == self.on_disk

    @invariant()
    def nothing_of_a_running_ladder_is_offered(self) -> None:
        if self.runs:
            assert leftovers().restorable == ()

    def _open(self, assessment: Assessment) -> None:
        self.life = Life()
        self.recovery = Recovery(self.life, self.path, self.disk)
        self.shown = self.kept = assessment
        self.runs = True
        assert not list(recovery_folder().glob(f"{self.life.token}*"))

    def _show(self, assessment: Assessment) -> None:
        """What the window does with every edit: the value changes, and is kept."""
        self.shown = assessment
        self.recovery.keep(assessment)
        self.kept = assessment

    def _end(self) -> None:
        self.life.end()
        self.runs = False


OneDocument.TestCase.settings = settings(max_examples=15, stateful_step_count=20)
test_that_no_edit_is_lost_and_none_is_offered_that_was_saved = OneDocument.TestCase

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import HiringRecord
from ladder_app.domain.assessment_integrity import assessment_faults
from ladder_app.domain.hiring import followed, tracked_steps, with_record
from ladder_app.domain.history import take_over
from ladder_app.domain.merging import merge
from ladder_app.domain.role import Role
from tests.domain.builders import assessment, level, role

CALL, TALK, FINAL = "A screening call.", "An interview with the VP.", "A final discussion with the director."
WORDS = ("call", "talk", "interview", "with", "the", "VP", "director", "final", "30", "minutes")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


def about(*steps: str) -> Role:
    return role(level("l"), hiring_process={"steps": steps})


def said(step: str, outcome: str = "passed") -> HiringRecord:
    return HiringRecord(step=step, outcome=outcome)


def test_that_steps_stand_in_the_roles_order_with_what_is_recorded_and_the_retired_last() -> None:
    file = with_record(with_record(assessment(about(CALL, TALK)), said(FINAL)), said(f" {TALK}\n"))
    found = tracked_steps(file)
    assert [(step.text, step.record is not None, step.retired) for step in found] == [
        (CALL, False, False),
        (TALK, True, False),
        (FINAL, True, True),
    ]
    assert tracked_steps(assessment(role(level("l")))) == ()


def test_that_a_second_record_of_a_step_takes_the_place_of_the_first_and_an_empty_one_takes_it_away() -> None:
    file = with_record(with_record(assessment(about(CALL, TALK)), said(CALL)), said(TALK))
    file = with_record(file, said(CALL, "declined"))
    assert [(r.step, r.outcome) for r in file.hiring] == [(CALL, "declined"), (TALK, "passed")]
    file = with_record(file, HiringRecord(step=CALL))
    assert [r.step for r in file.hiring] == [TALK]
    assert with_record(file, HiringRecord(step=FINAL, date=date(2026, 5, 4))).hiring[-1].step == FINAL


def test_that_records_follow_a_step_that_is_reworded_and_keep_the_words_of_one_that_is_gone() -> None:
    file = with_record(with_record(assessment(about(CALL, TALK)), said(CALL)), said(TALK))
    reworded = "An interview of 50 minutes with the VP."
    after = take_over(file, about(reworded, FINAL))
    assert [r.step for r in after.hiring] == [CALL, reworded]
    assert [step.retired for step in tracked_steps(after)] == [False, False, True]
    back = take_over(after, about(CALL, TALK))
    assert [r.step for r in back.hiring] == [CALL, TALK]


@given(st.lists(texts, max_size=5, unique=True), st.lists(texts, max_size=6))
def test_that_nothing_recorded_is_lost_and_no_step_gets_two_records(recorded: list[str], steps: list[str]) -> None:
    records = tuple(said(step, f"outcome {place}") for place, step in enumerate(recorded))
    after = followed(records, about(*steps))
    assert [record.outcome for record in after] == [record.outcome for record in records]
    names = [record.step for record in after]
    assert len(set(names)) == len(names)
    for before, now in zip(records, after, strict=True):
        assert now.step == before.step or (before.step not in steps and now.step in steps)
    assert followed(after, about(*steps)) == after


def test_that_both_sides_records_merge_and_a_step_recorded_twice_is_a_fault() -> None:
    base = assessment(about(CALL, TALK))
    merged = merge(base, with_record(base, said(CALL)), with_record(base, said(TALK)))
    assert not merged.conflicts
    assert {r.step for r in merged.assessment.hiring} == {CALL, TALK}
    both = merge(base, with_record(base, said(CALL)), with_record(base, said(CALL, "declined")))
    assert [conflict.place for conflict in both.conflicts] == [("hiring", CALL, "outcome")]
    twice = base.model_copy(update={"hiring": (said(CALL), said(f" {CALL}"))})
    assert [fault.path for fault in assessment_faults(twice)] == [("hiring", 1, "step")]

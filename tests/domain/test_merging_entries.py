"""One entry that two sides went on from: field by field, and what says something only together as one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment, Experience, HiringRecord, Person
from ladder_app.domain.cycle import IndicatorValue, ProjectRow
from ladder_app.domain.entries import Action, ActionKind, ActionStatus, Change, Evidence
from ladder_app.domain.matching import merged_names
from ladder_app.domain.merging import merge
from ladder_app.domain.role import Role
from tests.domain.builders import TODAY, assessment, level, role

LADDER = Role.model_validate(
    {
        **role(level("junior", ["a", "b", "c"])).model_dump(),
        "performance_indicators": [{"id": "rate", "text": "Completion rate"}],
    }
)
START = assessment(LADDER)
EARLIER, LATER = date(2026, 5, 4), date(2026, 9, 1)
OPEN = {"status": ActionStatus.OPEN, "done_on": None}
FASTER = Change(before="40 min", after="9 min")
PROJECT = ProjectRow(name="New runners", on_time=True, within_budget=True)


@dataclass(frozen=True)
class Kind:
    """A kind of thing: what it is at least, where it stands, and by group of fields what they may say."""

    model: type[Any]
    least: Mapping[str, object]
    place: tuple[str | int, ...]
    groups: Sequence[Sequence[Mapping[str, object]]]

    def of(self, found: Assessment) -> Any:
        things: Any = found.hiring if self.model is HiringRecord else getattr(found.cycle, str(self.place[2]))
        return things[0] if things else None

    def put(self, thing: Any) -> Assessment:
        if self.model is HiringRecord:
            return START.model_copy(update={"hiring": (thing,)})
        return START.with_cycle(**{str(self.place[2]): (thing,)})


def saying(field: str, *values: object) -> list[Mapping[str, object]]:
    return [{field: value} for value in values]


KINDS = {
    "evidence": Kind(
        Evidence,
        {"id": "e"},
        ("cycles", 0, "evidence", "e"),
        [
            saying("date", TODAY, EARLIER, LATER),
            saying("text", "Did it.", "Did all of it.", "Did some."),
            [
                {"result": None, "change": None},
                {"result": "Nobody waits.", "change": None},
                {"result": None, "change": FASTER},
            ],
            saying("link", None, "https://example.org/1", "https://example.org/2"),
        ],
    ),
    "action": Kind(
        Action,
        {"id": "a"},
        ("cycles", 0, "actions", "a"),
        [
            saying("text", "Do it.", "Do all of it.", "Do some."),
            saying("due", None, EARLIER, LATER),
            saying("done_when", None, "It runs.", "It is seen."),
            saying("helper", None, "Sample Manager", "Sample Peer"),
            saying("kind", None, ActionKind.TRAINING, ActionKind.ON_THE_JOB),
            [
                OPEN,
                {"status": ActionStatus.DONE, "done_on": EARLIER},
                {"status": ActionStatus.DONE, "done_on": LATER},
                {"status": ActionStatus.DONE, "done_on": None},
                {"status": ActionStatus.DROPPED, "done_on": None},
            ],
        ],
    ),
    "indicator value": Kind(
        IndicatorValue,
        {"indicator": "rate", "period": "Q1"},
        ("cycles", 0, "indicators", "rate", "Q1"),
        [
            [
                {"value": "90 %", "projects": (), "answers": ()},
                {"value": "88 %", "projects": (), "answers": ()},
                {"value": None, "projects": (PROJECT,), "answers": ()},
            ],
            saying("note", None, "Two weeks late.", "Late."),
        ],
    ),
    "hiring step": Kind(
        HiringRecord,
        {"step": "A call."},
        ("hiring", "A call."),
        [
            saying("date", EARLIER, LATER, TODAY),
            saying("with_whom", None, "Sample Recruiter", "Sample Peer"),
            saying("outcome", None, "arranged", "passed"),
        ],
    ),
}

picks = st.lists(st.sampled_from([0, 0, 1, 2, 3, 4]), min_size=8, max_size=8)


def said(kind: Kind, picked: Sequence[int]) -> list[Mapping[str, object]]:
    return [group[pick % len(group)] for group, pick in zip(kind.groups, picked, strict=False)]


def made(kind: Kind, parts: Sequence[Mapping[str, object]]) -> Any:
    return kind.model.model_validate({**kind.least, **{k: v for part in parts for k, v in part.items()}})


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(base=picks, here=picks, there=picks)
def test_that_nothing_one_side_changed_is_lost_and_what_both_did_is_asked(
    kind: Kind, base: Sequence[int], here: Sequence[int], there: Sequence[int]
) -> None:
    parts = [said(kind, side) for side in (base, here, there)]
    things = [made(kind, each) for each in parts]
    sides = [kind.put(thing) for thing in things]
    merged = merge(sides[0], sides[1], sides[2])
    found = kind.of(merged.assessment)
    conflicts = {conflict.place: conflict for conflict in merged.conflicts}
    asked = set()
    for before, mine, theirs in zip(*parts, strict=True):
        expected = theirs if mine == before else mine
        if mine != theirs and before not in (mine, theirs):
            asked.add((*kind.place, next(iter(mine))))
        assert {name: getattr(found, name) for name in expected} == expected
    assert set(conflicts) == asked
    assert Assessment.model_validate(merged.assessment.model_dump()) == merged.assessment


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(base=picks, here=picks, there=picks)
def test_that_it_does_not_matter_who_is_here(
    kind: Kind, base: Sequence[int], here: Sequence[int], there: Sequence[int]
) -> None:
    before, mine, theirs = (kind.put(made(kind, said(kind, side))) for side in (base, here, there))
    one = merge(before, mine, theirs)
    assert merge(before, theirs, mine, {each.place for each in one.conflicts}).assessment == one.assessment


names = st.lists(st.sampled_from("abcdef"), unique=True)


@given(names, names, names)
def test_that_names_of_both_sides_come_together(base: list[str], mine: list[str], theirs: list[str]) -> None:
    found = merged_names(base, mine, theirs)
    assert set(found) == {
        name
        for name in "abcdef"
        if (name in mine and name in theirs) or (name not in base and (name in mine or name in theirs))
    }
    assert len(set(found)) == len(found)
    assert merged_names(base, mine, base) == tuple(mine)
    assert merged_names(base, base, theirs) == tuple(theirs)
    assert set(merged_names(base, theirs, mine)) == set(found)


def test_that_an_action_done_elsewhere_and_reworded_here_is_both() -> None:
    before = START.with_action(Action(id="x", text="Ask for it.", criteria=("a",)))
    (action,) = before.cycle.actions
    mine = before.with_action(action.model_copy(update={"text": "Ask for two.", "criteria": ("a", "b")}))
    done = action.with_status(ActionStatus.DONE, TODAY)
    theirs = before.with_action(done.model_copy(update={"criteria": ("a", "c")}))
    merged = merge(before, mine, theirs)
    assert merged.conflicts == ()
    assert merged.assessment.cycle.actions == (
        Action(id="x", text="Ask for two.", status=ActionStatus.DONE, done_on=TODAY, criteria=("a", "b", "c")),
    )


def test_that_a_status_is_decided_with_its_day() -> None:
    before = START.with_action(Action(id="x", text="Ask.", status=ActionStatus.DONE, done_on=EARLIER))
    (action,) = before.cycle.actions
    mine = before.with_action(action.model_copy(update={"done_on": LATER}))
    theirs = before.with_action(action.with_status(ActionStatus.DROPPED, TODAY))
    (conflict,) = merge(before, mine, theirs).conflicts
    assert conflict.place == ("cycles", 0, "actions", "x", "status")
    assert (conflict.mine, conflict.theirs) == ((ActionStatus.DONE, LATER), (ActionStatus.DROPPED, None))
    decided = merge(before, mine, theirs, [conflict.place]).assessment
    assert decided.cycle.actions == theirs.cycle.actions


def test_that_one_added_by_both_under_one_id_is_compared_field_by_field() -> None:
    mine = START.with_action(Action(id="x", text="Ask.", helper="Sample Peer"))
    theirs = START.with_action(Action(id="x", text="Ask.", due=LATER))
    merged = merge(START, mine, theirs)
    assert merged.conflicts == ()
    assert merged.assessment.cycle.actions == (Action(id="x", text="Ask.", helper="Sample Peer", due=LATER),)


def test_that_a_record_of_which_nothing_is_left_is_none() -> None:
    record = HiringRecord(step="A call.", with_whom="Sample Recruiter", outcome="arranged")
    before = START.model_copy(update={"hiring": (record,)})
    mine = before.model_copy(update={"hiring": (record.model_copy(update={"with_whom": None}),)})
    theirs = before.model_copy(update={"hiring": (record.model_copy(update={"outcome": None}),)})
    assert merge(before, mine, theirs).assessment.hiring == ()


def test_that_experience_is_compared_by_what_it_is_in() -> None:
    def known(**since: date) -> Assessment:
        experience = tuple(Experience(of=of, since=day) for of, day in since.items())
        return START.with_profile(Person(name="Sample Engineer", experience=experience), None, "junior")

    before = known(coding=EARLIER)
    merged = merge(before, known(coding=EARLIER, leading=TODAY), known(Coding=LATER))
    assert merged.conflicts == ()
    assert {(each.of, each.since) for each in merged.assessment.person.experience} == {
        ("Coding", LATER),
        ("leading", TODAY),
    }

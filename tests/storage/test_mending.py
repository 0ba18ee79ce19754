"""Faults of shape do not hide contradictions, and are not told a second time by what follows from them."""

from collections.abc import Iterable
from copy import deepcopy
from datetime import date
from operator import itemgetter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ladder_app.domain.assessment import Assessment, Person, new_assessment
from ladder_app.domain.values import Path
from ladder_app.errors import InvalidFile
from ladder_app.storage.annotations import is_model, type_at
from ladder_app.storage.assessments import assessment_from_text, assessment_text, sample_assessment
from ladder_app.storage.mending import hidden_contradictions
from ladder_app.storage.roles import role_from_text
from ladder_app.storage.typed_scalars import give_types
from ladder_app.storage.validation import NotValid, validated
from ladder_app.storage.yaml_reading import PlainDocument
from tests.storage.people import ROLE

HEAD = "format: ladder-role/1\nid: sample\ntitle: Sample\n"
SAMPLE = assessment_text(sample_assessment())


def told(text: str) -> list[str]:
    """Every problem of a role file as `line:column: message`."""
    with pytest.raises(InvalidFile) as caught:
        role_from_text(text)
    return [str(problem) for problem in caught.value.problems]


def told_of_assessment(text: str) -> list[str]:
    with pytest.raises(InvalidFile) as caught:
        assessment_from_text(text)
    return [str(problem) for problem in caught.value.problems]


def test_that_shape_and_contradictions_are_told_together_in_the_order_of_lines() -> None:
    text = HEAD + (
        "colour: red\n"
        "areas: {craft: Craft}\n"
        "levels:\n"
        "  - id: one\n"
        "    extends: [{level: two}]\n"
        "    requirements:\n"
        "      - {id: a, text: A, area: crafts, weight: heavy}\n"
        "      - {id: a, text: '', refines: nothing}\n"
        "  - id: two\n"
        "    title: [Two]\n"
        "    grade: high\n"
        "    extends: [{level: one}, {level: thre}]\n"
    )
    assert [problem.split(". Did")[0] for problem in told(text)] == [
        "4:1: “colour” is not a key that is known here. Known here: format, id, title, description, summary, source,"
        " base_url, scale, readiness, areas, levels, performance_indicators, hiring_process, notes.",
        "7:5: “title” is missing.",
        "8:23: These levels extend each other in a circle: one → two → one.",
        "10:32: “crafts” is not among the areas",
        "10:48: “weight” must be a number, not “heavy”.",
        "11:14: A second criterion has the id “a”; ids must differ.",
        "11:23: “text” is empty; give it a value.",
        "11:36: No criterion has the id “nothing”.",
        "13:5: “title” must be a text, not a list.",
        "14:12: “grade” must be a whole number, not “high”.",
        "15:37: No level has the id “thre”.",
    ]


def test_that_the_faults_of_an_assessment_its_role_and_its_ratings_are_told_together() -> None:
    good = assessment_text(
        new_assessment(ROLE, Person(name="Sample Engineer"), date(2026, 11, 23), target="one", identity="sample")
    )
    text = (
        good.replace("target: one\n", "target: ones\n")
        .replace(
            "    opened: 2026-11-23\n",
            "    opened: today\n    ratings:\n      a: {step: 7}\n      b: {step: x, not_applicable: Held by finance}\n"
            "      d: {step: 1}\n    notes: none\n",
        )
        .replace("text: B\n", "text: B\n          area: craft\n")
    )
    assert told_of_assessment(text) == [
        "5:9: The role has no level “ones”. Did you mean “one”?",
        "8:13: A day of the calendar is written as 2026-04-30, not “today”.",
        "10:17: The scale goes from 0 to 4; 7 is not on it.",
        "11:7: A rating is either a step or not_applicable with a reason, one of the two.",
        "11:17: “step” must be a whole number, not “x”.",
        "12:7: The role has no criterion “d”.",
        "13:12: “notes” must be keys with values, not “none”.",
        "26:17: “craft” is not among the areas.",
    ]


def test_that_two_steps_of_one_label_are_told_with_their_line_beside_other_faults() -> None:
    text = HEAD + "scale:\n  meets: x\n  steps:\n    - label: Yes\n    - label: No\n    - label: yes\n"
    assert told(text + "levels: [{id: a, title: A}, {id: a, title: B}]\n") == [
        "5:10: “meets” must be a whole number, not “x”.",
        "9:14: A second step has the label “yes”; labels must differ.",
        "10:34: A second level has the id “a”; ids must differ.",
    ]


def test_that_contradictions_in_the_role_of_an_assessment_do_not_hide_those_outside_it() -> None:
    good = assessment_text(
        new_assessment(ROLE, Person(name="Sample Engineer"), date(2026, 11, 23), target="one", identity="sample")
    )
    problems = told_of_assessment(good.replace("target: one\n", "target: ones\n").replace("id: b\n", "id: a\n"))
    assert [problem.partition(": ")[2][:16] for problem in problems] == ["The role has no ", "A second criteri"]


@pytest.mark.parametrize(
    "text",
    [
        "areas: [craft]\nlevels: [{id: one, title: One, requirements: [{id: a, text: A, area: craft}]}]\n",
        "areas: none\nlevels: [{id: one, title: One, requirements: [{id: a, text: A, area: craft}]}]\n",
        "arees: {craft: Craft}\nlevels: [{id: one, title: One, requirements: [{id: a, text: A, area: craft}]}]\n",
        "areas: {c d: Craft}\nlevels: [{id: one, title: One, requirements: [{id: a, text: A, area: c d}]}]\n",
        "levels: [{id: o n e, title: One}, {id: two, title: Two, extends: [{level: o n e}]}]\n",
        "levels: [{id: [one], title: One}, {id: two, title: Two, extends: [{level: one}]}]\n",
        "levels: [{id: a, title: One, requirments: [{id: a, text: A}]},"
        " {id: two, title: Two, requirements: [{id: c, text: C, refines: a}]}]\n",
        "levels: [{id: a, title: One, requirements: {id: a, text: A}},"
        " {id: two, title: Two, requirements: [{id: c, text: C, refines: a}]}]\n",
        "levels: [{id: a, title: One, requirements: [{id: a, text: A, refines: [x]}]}]\n",
    ],
)
def test_that_what_only_follows_from_a_fault_is_not_told(text: str) -> None:
    assert len({problem.partition(":")[0] for problem in told(HEAD + text)}) == 1
    assert not [problem for problem in told(HEAD + text) if "the areas" in problem or "has the id" in problem]


def entries(value: Any) -> Iterable[tuple[Any, Any]]:
    """What is directly inside a plain value, each with its key or position."""
    return value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()


def places(value: Any, path: Path = ()) -> list[Path]:
    """The path of everything in a plain value."""
    return [path, *(place for step, entry in entries(value) for place in places(entry, (*path, step)))]


PLACES = places(PlainDocument(SAMPLE).value)[1:]


@given(st.sampled_from(PLACES), st.booleans())
def test_that_one_fault_in_a_good_file_is_not_taken_for_a_contradiction(path: Path, misspelled: bool) -> None:
    value: Any = deepcopy(PlainDocument(SAMPLE).value)
    give_types(Assessment, value)
    around = value
    for step in path[:-1]:
        around = around[step]
    step = path[-1]
    if misspelled and is_model(type_at(Assessment, path[:-1])):
        around[f"{step}x"] = around.pop(step)
    else:
        around[step] = {"broken": around[step]} if isinstance(around[step], list) else [around[step]]
    faults: list[Any] = []
    try:
        Assessment.model_validate(value)
    except ValidationError as error:
        faults += error.errors()
    assert hidden_contradictions(Assessment, value, faults) == []


PUT: list[Any] = [None, "", "7", "a b", [], {}, ["x"], {"[key]": {}}]


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(PUT)), min_size=1))
def test_that_no_heap_of_faults_is_too_much(changes: list[tuple[Path, Any]]) -> None:
    document = PlainDocument(SAMPLE)
    for path, put in changes:
        around: Any = document.value
        for step in path[:-1]:
            around = next((entry for at, entry in entries(around) if at == step), None)
        if isinstance(around, dict):
            around[str(path[-1])] = deepcopy(put)
    faults = [("", 0)]
    try:
        validated(Assessment, document.value, document.positions)
    except NotValid as error:
        faults = error.faults
    assert faults
    assert faults == sorted(faults, key=itemgetter(1))


def test_that_a_list_that_is_too_long_hides_nothing_that_is_not_about_it() -> None:
    steps = "".join(f"    - {{label: {number}}}\n" for number in range(12))
    text = HEAD + "scale:\n  meets: 1\n  steps:\n" + steps + "levels: [{id: a, title: A, extends: [{level: b}]}]\n"
    assert told(text) == ["6:3: “steps” may have 10 entries at most.", "19:46: No level has the id “b”."]


def test_that_a_contradiction_is_told_among_hundreds_of_unknown_keys() -> None:
    levels = "".join(f"  - {{id: l{number}, title: A, titel: B}}\n" for number in range(200))
    problems = told(HEAD + "levels:\n" + levels + "  - {id: l0, title: C}\n")
    assert len(problems) == 201
    assert "A second level has the id “l0”" in problems[-1]


def test_that_a_value_that_cannot_be_mended_leaves_it_at_what_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + "areas: {a b: [x]}\nlevels: [{id: a, title: A}, {id: a, title: B}]\n"
    assert len(told(text)) == 3
    monkeypatch.setattr("ladder_app.storage.mending._ROUNDS", 1)
    assert len(told(text)) == 2

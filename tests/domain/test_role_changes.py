import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.history import take_over
from ladder_app.domain.role import Role
from ladder_app.domain.role_changes import Aspect, role_changes
from tests.domain.builders import assessment, evidence_required, level, one, rated, responsibilities_of, role, scale
from tests.domain.strategies import assessments, roles
from tests.domain.test_history import later_versions


@given(st.data(), roles(), roles())
def test_that_nothing_is_said_to_differ_only_where_nothing_does(data: st.DataObject, about: Role, other: Role) -> None:
    file = data.draw(assessments(about))
    new = data.draw(st.one_of(later_versions(about), st.just(other), st.just(about)))
    assert role_changes(file, new).is_empty == (new == about)


@given(st.data(), roles())
def test_that_after_it_is_taken_over_nothing_differs_any_more(data: st.DataObject, about: Role) -> None:
    file = data.draw(assessments(about))
    new = data.draw(later_versions(about))
    changes = role_changes(file, new)
    after = take_over(file, new)
    assert role_changes(after, new).is_empty
    new_names = {pair.new.id for pair in changes.criteria.reworded if pair.old.id in changes.rated}
    assert all(after.cycle.ratings[name].check_again for name in new_names)


def said(old: Role, new: Role) -> list[tuple[Aspect, str, str, str]]:
    return [(c.aspect, c.about, c.before, c.after) for c in role_changes(assessment(old), new).other]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            {"scale": scale(2, 1)},
            (
                Aspect.SCALE,
                "",
                "0 Step 0 · 1 Step 1 · 2 Step 2; the bar is 1 Step 1",
                "0 Step 0 · 1 Step 1; the bar is 1 Step 1",
            ),
        ),
        ({"readiness": {"near": 0.8}}, (Aspect.READINESS, "share met that counts as nearly ready", "0.9", "0.8")),
        ({"readiness": evidence_required()}, (Aspect.READINESS, "evidence", "expected", "required")),
        (
            {"readiness": {"weights": {"requirement": 2}}},
            (Aspect.READINESS, "weight of a requirement that names none", "1", "2"),
        ),
        ({"title": "Other"}, (Aspect.TEXTS, "title", "Role", "Other")),
        ({"summary": "New."}, (Aspect.TEXTS, "summary", "", "New.")),
        ({"notes": [{"title": "a", "text": "b"}]}, (Aspect.TEXTS, "notes", "", "")),
    ],
)
def test_that_what_differs_beside_the_criteria_is_named_with_both_sides(
    more: dict[str, object], expected: tuple[Aspect, str, str, str]
) -> None:
    old = role(level("l", ["a"]), scale=scale(3, 1))
    new = Role.model_validate({**dict(old), **more})
    assert said(old, new) == [expected]


def test_that_levels_and_grades_that_differ_are_named() -> None:
    a, b = level("a", ["x"]), level("b", ["y"])
    graded = a.model_copy(update={"grade": 8})
    assert said(role(a), role(graded)) == [(Aspect.GRADE, "A", "", "8")]
    worded = [a.model_copy(update={"grade": grade, "grade_text": "Grade of its own"}) for grade in (8, 9)]
    assert said(role(worded[0]), role(worded[1])) == [
        (Aspect.GRADE, "A", "8 (Grade of its own)", "9 (Grade of its own)")
    ]
    assert said(role(a, b), role(b, a)) == [
        (Aspect.LEVEL, "order", "A · B", "B · A"),
        (Aspect.PLACE, "order of the criteria", "", ""),
    ]
    assert said(role(a), role(a, level("c"))) == [(Aspect.LEVEL, "C", "", "C")]
    assert said(role(a, level("c")), role(a)) == [(Aspect.LEVEL, "C", "C", "")]
    renamed, summed = a.model_copy(update={"title": "Z"}), a.model_copy(update={"summary": "s"})
    assert said(role(a), role(renamed)) == [(Aspect.LEVEL, "Z", "A", "Z")]
    assert said(role(a), role(summed)) == [(Aspect.TEXTS, "A: summary", "", "s")]
    built = level("b", ["y"], extends=[responsibilities_of("a").model_copy(update={"text": "All of it."})])
    assert said(role(a, b), role(a, built)) == [
        (Aspect.LEVEL, "B: what it builds on", "", "a (responsibility) “All of it.”")
    ]
    plainly = level("b", ["y"], extends=[responsibilities_of("a")])
    assert said(role(a, b), role(a, plainly)) == [(Aspect.LEVEL, "B: what it builds on", "", "a (responsibility)")]


def test_that_weight_place_and_the_like_of_a_criterion_are_named_whatever_it_is_called_now() -> None:
    old = role(level("l", ["a"]), level("m"), areas={"x": "X"})
    text = "Text of a."
    assert said(old, role(level("l", [one("a", weight=2)]), level("m"), areas={"x": "X"})) == [
        (Aspect.WEIGHT, text, "1", "2")
    ]
    renamed = role(level("l"), level("m", [], [one("a2", text, plus=True, area="x")]), areas={"x": "X"})
    assert said(old, renamed) == [
        (Aspect.PLACE, text, "L, responsibility", "M, requirement"),
        (Aspect.PLACE, text, "a plus: no", "a plus: yes"),
        (Aspect.PLACE, text, "area: none", "area: x"),
    ]
    refining = role(level("l", ["a"]), level("m", [one("b", refines="a")]))
    assert said(role(level("l", ["a"]), level("m", ["b"])), refining) == [
        (Aspect.PLACE, "Text of b.", "refines: none", "refines: a")
    ]


def test_that_white_space_alone_is_said_to_differ() -> None:
    old, new = role(level("l", [one("a", "Some  text.")])), role(level("l", [one("a", "Some text.")]))
    assert [c.aspect for c in role_changes(assessment(old), new).other] == [Aspect.TEXTS]


def test_that_lost_levels_and_reworded_ratings_are_named() -> None:
    file = assessment(role(level("l", ["a"])), rated(a=2)).model_copy(update={"current": "l"})
    changes = role_changes(file, role(level("k", [one("a", "Other words.")])))
    assert changes.lost_levels == ("current", "target")
    assert changes.rated == {"a"}

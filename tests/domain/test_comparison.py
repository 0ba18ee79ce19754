import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.comparison import Comparison, Outcome, compared
from ladder_app.domain.effective import effective_level
from ladder_app.domain.entries import Rating
from ladder_app.domain.raters import AGREED, ratings_by
from ladder_app.errors import UnknownName
from tests.domain.builders import TODAY, assessment, level, one, rated, role
from tests.domain.strategies import reviewed

MANAGER = "Sample Manager"


@st.composite
def comparisons(draw: st.DrawFn) -> tuple[Assessment, Comparison]:
    file = draw(reviewed())
    level = effective_level(file.role, file.target)
    return file, compared(level, file.cycle, file.cycle.reviews[0].reviewer)


def between(own: dict[str, Rating], theirs: dict[str, Rating], **more: object) -> Comparison:
    about = role(level("l", ["a", "b", "c"], ["d", "e", one("f", plus=True)]))
    review = {"reviewer": MANAGER, "date": TODAY, "ratings": theirs, "comments": {"b": "Well done."}}
    cycle = assessment(about, own, reviews=[review], **more).cycle
    return compared(effective_level(about, "l"), cycle, MANAGER)


def test_that_each_criterion_has_its_outcome() -> None:
    found = between(rated(a=3, b=2, c=None, d=1), rated(a=1, b=2, c=3, e=0))
    assert [item.outcome for item in found.criteria] == [
        Outcome.DIFFERENT,
        Outcome.SAME,
        Outcome.ONE_DOES_NOT_APPLY,
        Outcome.NOT_REVIEWED,
        Outcome.NOT_SELF_RATED,
        Outcome.UNRATED,
    ]
    assert [item.steps for item in found.criteria] == [-2, 0, None, None, None, None]
    assert [item.comment for item in found.criteria] == ["", "Well done.", "", "", "", ""]
    assert found.reviewer == MANAGER


def test_that_both_saying_it_does_not_apply_is_the_same_view() -> None:
    found = between(rated(a=None, b=None), rated(a=None, b=4))
    assert [item.criterion.id for item in found.of(Outcome.SAME)] == ["a"]
    assert [item.criterion.id for item in found.of(Outcome.ONE_DOES_NOT_APPLY)] == ["b"]


def test_that_the_largest_difference_comes_first_then_role_order() -> None:
    found = between(rated(a=3, b=2, c=0, d=4, e=2, f=4), rated(a=2, b=3, c=3, d=1, e=2, f=0))
    assert [(item.criterion.id, item.steps) for item in found.differences] == [
        ("f", -4),
        ("c", 3),
        ("d", -3),
        ("a", -1),
        ("b", 1),
    ]


def test_that_somebody_who_has_not_reviewed_is_told() -> None:
    file = assessment(role(level("l", ["a"])))
    for name in ("Sample Manager", "self", "agreed"):
        with pytest.raises(UnknownName, match=f"Nobody called “{name}” has rated"):
            compared(effective_level(file.role, "l"), file.cycle, name)


@given(comparisons())
def test_that_every_effective_criterion_is_compared_once_in_role_order(case: tuple[Assessment, Comparison]) -> None:
    file, found = case
    criteria = effective_level(file.role, file.target).criteria
    assert tuple(item.criterion for item in found.criteria) == criteria
    outcomes = [item for outcome in Outcome for item in found.of(outcome)]
    assert sorted(item.criterion.id for item in outcomes) == sorted(criterion.id for criterion in criteria)
    agreed = ratings_by(file.cycle, AGREED)
    for item in found.criteria:
        assert item.own == file.cycle.ratings.get(item.criterion.id)
        assert item.theirs == file.cycle.reviews[0].ratings.get(item.criterion.id)
        assert item.agreed == agreed.get(item.criterion.id)


@given(comparisons())
def test_that_the_outcome_follows_from_the_two_ratings(case: tuple[Assessment, Comparison]) -> None:
    for item in case[1].criteria:
        own, theirs = item.own, item.theirs
        if own is not None and theirs is not None and own.step is not None and theirs.step is not None:
            assert item.steps == theirs.step - own.step
            assert item.outcome is (Outcome.DIFFERENT if item.steps else Outcome.SAME)
        else:
            assert item.steps is None
            assert item.outcome is not Outcome.DIFFERENT
        assert (item.outcome is Outcome.UNRATED) == (own is None and theirs is None)
        assert (item.outcome is Outcome.NOT_REVIEWED) == (own is not None and theirs is None)
        assert (item.outcome is Outcome.NOT_SELF_RATED) == (own is None and theirs is not None)


@given(comparisons())
def test_that_differences_are_sorted_by_size_then_role_order(case: tuple[Assessment, Comparison]) -> None:
    _, found = case
    place = {item.criterion.id: i for i, item in enumerate(found.criteria)}
    keys = [(-abs(item.steps or 0), place[item.criterion.id]) for item in found.differences]
    assert keys == sorted(keys)
    assert set(found.differences) == set(found.of(Outcome.DIFFERENT))


@given(comparisons())
def test_that_self_against_a_review_is_the_review_against_self_turned_around(
    case: tuple[Assessment, Comparison],
) -> None:
    file, found = case
    review = file.cycle.reviews[0]
    turned = file.with_cycle(
        ratings=review.ratings, reviews=(review.model_copy(update={"ratings": file.cycle.ratings}),)
    )
    other = compared(effective_level(file.role, file.target), turned.cycle, review.reviewer)
    for one_way, other_way in zip(found.criteria, other.criteria, strict=True):
        assert other_way.steps == (None if one_way.steps is None else -one_way.steps)
    assert [item.criterion.id for item in other.of(Outcome.SAME)] == [
        item.criterion.id for item in found.of(Outcome.SAME)
    ]
    assert [item.criterion.id for item in other.differences] == [item.criterion.id for item in found.differences]


@given(comparisons())
def test_that_every_criterion_is_seen_differently_alike_or_from_one_side(both: tuple[Assessment, Comparison]) -> None:
    found = both[1]
    parts = [*found.apart, *found.of(Outcome.SAME), *found.one_sided]
    assert sorted(item.criterion.id for item in parts) == sorted(item.criterion.id for item in found.criteria)

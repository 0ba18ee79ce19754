import pytest
from hypothesis import given

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Agreed
from ladder_app.domain.entries import Rating
from ladder_app.domain.raters import AGREED, SELF, raters, ratings_by, review_by, same_view
from ladder_app.errors import UnknownName
from tests.domain.builders import TODAY, assessment, level, na, rated, role
from tests.domain.strategies import assessments, ids_of

LADDER = role(level("l", ["a", "b", "c", "d", "e"]))


def reviewed(own: dict[str, Rating], *theirs: dict[str, Rating], **agreed: Agreed) -> Assessment:
    names = ("Sample Manager", "Sample Peer")
    reviews = [{"reviewer": name, "date": TODAY, "ratings": r} for name, r in zip(names, theirs, strict=False)]
    return assessment(LADDER, own, reviews=reviews, agreed=agreed)


def test_that_self_each_reviewer_and_the_agreement_are_raters() -> None:
    assert raters(reviewed({}, {}, {}).cycle) == ("self", "Sample Manager", "Sample Peer", "agreed")
    assert raters(assessment(LADDER).cycle) == (SELF, AGREED)


def test_that_each_rater_has_their_own_ratings() -> None:
    cycle = reviewed(rated(a=1), rated(a=2), rated(b=3)).cycle
    assert ratings_by(cycle) == ratings_by(cycle, SELF) == rated(a=1)
    assert ratings_by(cycle, "Sample Manager") == rated(a=2)
    assert ratings_by(cycle, "Sample Peer") == rated(b=3)
    assert review_by(cycle, "Sample Peer") is cycle.reviews[1]


def test_that_a_rater_nobody_knows_is_told_with_the_nearest_and_all_there_are() -> None:
    cycle = reviewed({}, {}).cycle
    with pytest.raises(UnknownName) as caught:
        ratings_by(cycle, "Sample Manger")
    assert str(caught.value) == (
        "Nobody called “Sample Manger” has rated in 2026 H2. Did you mean “Sample Manager”?"
        " Raters: self, Sample Manager, agreed."
    )


def test_that_self_and_review_giving_the_same_counts_as_agreed() -> None:
    cycle = reviewed(rated(a=2, b=3, c=None, d=1), rated(a=2, b=2, c=None, e=1)).cycle
    assert ratings_by(cycle, AGREED) == rated(a=2, c=None)


def test_that_what_was_recorded_goes_before_what_both_gave() -> None:
    cycle = reviewed(rated(a=2, b=3), rated(a=2), a=Agreed(rating=Rating(step=4)), d=Agreed(rating=na())).cycle
    assert ratings_by(cycle, AGREED) == rated(a=4, d=None)


def test_that_words_without_a_rating_record_no_agreement() -> None:
    cycle = reviewed(rated(a=2, b=3), rated(a=2, b=1), a=Agreed(text="Fine."), b=Agreed(text="Open.")).cycle
    assert ratings_by(cycle, AGREED) == rated(a=2)


def test_that_all_reviewers_who_rated_it_must_give_the_same() -> None:
    cycle = reviewed(rated(a=2, b=3, c=1), rated(a=2, b=3), rated(a=1, c=1)).cycle
    assert ratings_by(cycle, AGREED) == rated(b=3, c=1)


def test_that_nothing_is_agreed_with_oneself() -> None:
    assert ratings_by(reviewed(rated(a=2)).cycle, AGREED) == {}


def test_that_reasons_and_marks_make_no_other_view() -> None:
    assert same_view(na("no budget"), na("no team"))
    assert same_view(Rating(step=2, carried=True), Rating(step=2, check_again=True))
    assert not same_view(Rating(step=2), Rating(step=3))
    assert not same_view(Rating(step=0), na())


@given(assessments())
def test_that_agreed_is_recorded_or_the_view_of_all_who_rated(file: Assessment) -> None:
    cycle = file.cycle
    agreed = ratings_by(cycle, AGREED)
    for name in ids_of(file.role):
        recorded = cycle.agreed[name].rating if name in cycle.agreed else None
        own = cycle.ratings.get(name)
        theirs = [review.ratings[name] for review in cycle.reviews if name in review.ratings]
        if recorded is not None:
            assert agreed[name] == recorded
        elif own is not None and theirs and all((r.step, r.applies) == (own.step, own.applies) for r in theirs):
            assert agreed[name] == own
        else:
            assert name not in agreed

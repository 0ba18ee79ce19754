"""What one sees of the kept versions before one is taken."""

from datetime import UTC, datetime, timedelta

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Agreed, Review
from ladder_app.domain.entries import Rating
from ladder_app.gui.versions_dialog import differences, moments, when
from tests.gui.conftest import TODAY

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
BUDGET = "budget-and-resources"


def test_that_moments_have_seconds_only_where_two_fall_into_one_minute() -> None:
    saved = [NOON + timedelta(seconds=70), NOON + timedelta(seconds=9), NOON]
    assert moments(saved) == [when(saved[0]), f"{when(NOON)}:09", f"{when(NOON)}:00"]


def test_that_going_back_to_before_a_review_and_an_agreement_says_that_they_would_go(sample: Assessment) -> None:
    review = Review(reviewer="Another Manager", date=TODAY, ratings={BUDGET: Rating(step=2)})
    cycle = sample.cycle.model_copy(
        update={
            "reviews": (*sample.cycle.reviews, review),
            "agreed": {**sample.cycle.agreed, BUDGET: Agreed(rating=Rating(step=4))},
        }
    )
    now = sample.model_copy(update={"cycles": (*sample.cycles[:-1], cycle)})
    said = differences(sample, now)
    assert "The review by Another Manager would go" in said
    assert "What was agreed about one criterion would be as then" in said
    assert "The review by Another Manager would come back" in differences(now, sample)

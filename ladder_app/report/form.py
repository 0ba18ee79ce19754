"""What a reviewer is asked in the fillable document, and what they answered earlier."""

from collections.abc import Sequence

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Cycle, Review
from ladder_app.domain.effective import EffectiveCriterion
from ladder_app.domain.entries import Rating
from ladder_app.domain.reviewing import Origin, step_choices
from ladder_app.markup import plain
from ladder_app.report.form_parts import Answer, Form

NOT_APPLICABLE = "not applicable"
"""The choice after the steps of the scale."""


def asked(assessment: Assessment, rater: str, criteria: Sequence[EffectiveCriterion]) -> Form:
    """Each of the criteria as a question, *plus* ones too.

    Where the rater is a reviewer, or there is only one, their earlier answers stand in the fields.
    """
    earlier = _earlier(assessment.cycle, rater)
    steps = step_choices(assessment.role.scale)
    origin = Origin(
        assessment.id,
        assessment.person.name,
        assessment.role.id,
        assessment.cycle.name,
        tuple(criterion.id for criterion in criteria),
        steps,
    )
    ratings = {} if earlier is None else earlier.ratings
    comments = {} if earlier is None else earlier.comments
    return Form(
        origin=origin,
        choices=(*steps, NOT_APPLICABLE),
        answers=tuple(
            Answer(
                criterion.id,
                plain(criterion.text),
                _choice(steps, ratings.get(criterion.id)),
                comments.get(criterion.id, ""),
            )
            for criterion in criteria
        ),
        reviewer="" if earlier is None else earlier.reviewer,
        overall="" if earlier is None else earlier.overall or "",
    )


def without_review(assessment: Assessment, reviewer: str) -> Assessment:
    """The assessment without what that reviewer said: that stands in the fields."""
    silent: dict[str, object] = {"ratings": {}, "comments": {}, "overall": None}
    reviews = assessment.cycle.reviews
    return assessment.with_cycle(
        reviews=tuple(one.model_copy(update=silent) if one.reviewer == reviewer else one for one in reviews)
    )


def _earlier(cycle: Cycle, rater: str) -> Review | None:
    by_rater = [review for review in cycle.reviews if review.reviewer == rater]
    if by_rater or len(cycle.reviews) == 1:
        return (*by_rater, *cycle.reviews)[0]
    return None


def _choice(steps: tuple[str, ...], rating: Rating | None) -> str:
    if rating is None:
        return ""
    return NOT_APPLICABLE if rating.step is None else steps[rating.step]

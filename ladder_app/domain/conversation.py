"""What is recorded in the conversation: agreed ratings, what was agreed, what was talked about, and the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.cycle import Agreed
from ladder_app.errors import UnknownName

if TYPE_CHECKING:
    from datetime import date

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.entries import Rating


def with_agreed_rating(assessment: Assessment, criterion_id: str, rating: Rating | None) -> Assessment:
    """A copy with this as the agreed rating of a criterion; None takes it back, and what was agreed in words stays.

    Raises `UnknownName` for a criterion the role does not have or a step off its scale.
    """
    highest = assessment.role.scale.highest
    if rating is not None and rating.step is not None and rating.step > highest:
        raise UnknownName(f"The scale goes from 0 to {highest}; {rating.step} is not on it.")
    before = assessment.cycle.agreed.get(criterion_id, Agreed())
    return _with_agreed(assessment, criterion_id, Agreed(rating=rating, text=before.text))


def with_agreed_text(assessment: Assessment, criterion_id: str, text: str) -> Assessment:
    """A copy with this as what was agreed about a criterion; empty text removes it. Raises `UnknownName`."""
    before = assessment.cycle.agreed.get(criterion_id, Agreed())
    return _with_agreed(assessment, criterion_id, Agreed(rating=before.rating, text=text or None))


def with_discussed(assessment: Assessment, criterion_id: str, on: date | None) -> Assessment:
    """A copy in which a criterion was talked about on that day; None takes it back. Raises `UnknownName`."""
    assessment.role.criterion(criterion_id)
    discussed = dict(assessment.cycle.conversation.discussed)
    if on is None:
        discussed.pop(criterion_id, None)
    else:
        discussed[criterion_id] = on
    return _with_conversation(assessment, discussed=discussed)


def with_summary(assessment: Assessment, text: str) -> Assessment:
    """A copy with this as what came of the conversation as a whole; empty text removes it."""
    return _with_conversation(assessment, summary=text or None)


def with_day_held(assessment: Assessment, on: date | None) -> Assessment:
    """A copy in which the conversation was held on that day; None where it was not held yet."""
    return _with_conversation(assessment, held=on)


def _with_agreed(assessment: Assessment, criterion_id: str, agreed: Agreed) -> Assessment:
    assessment.role.criterion(criterion_id)
    entries = dict(assessment.cycle.agreed)
    if agreed == Agreed():
        entries.pop(criterion_id, None)
    else:
        entries[criterion_id] = agreed
    return assessment.with_cycle(agreed=entries)


def _with_conversation(assessment: Assessment, **changes: object) -> Assessment:
    return assessment.with_cycle(conversation=assessment.cycle.conversation.model_copy(update=changes))

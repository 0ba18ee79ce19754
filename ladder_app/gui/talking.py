"""What a person records in the conversation, as edits of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.conversation import (
    with_agreed_rating,
    with_agreed_text,
    with_day_held,
    with_discussed,
    with_summary,
)

if TYPE_CHECKING:
    from datetime import date

    from ladder_app.domain.entries import Rating
    from ladder_app.gui.document import Document


class Talking:
    """Records agreed ratings, words and days, each as an edit of its own; what changes nothing is none."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def agree(self, criterion_id: str, rating: Rating | None) -> None:
        """Record the agreed rating of a criterion, or take it back. A step also says that it was talked about."""
        document = self._document
        after = with_agreed_rating(document.assessment, criterion_id, rating)
        if rating is not None and criterion_id not in after.cycle.conversation.discussed:
            after = with_discussed(after, criterion_id, document.today)
        words = "clear agreed rating" if rating is None else "agreed: not applicable"
        if rating is not None and rating.step is not None:
            words = f"agreed rating {rating.step}"
        document.edit(words, after, [criterion_id])

    def write_agreed(self, criterion_id: str, text: str) -> None:
        """Record what was agreed about a criterion; one stretch of typing is one edit."""
        after = with_agreed_text(self._document.assessment, criterion_id, text)
        self._document.edit("what was agreed", after, [criterion_id], merge_key=f"agreed {criterion_id}")

    def tick_off(self, criterion_id: str, *, is_discussed: bool) -> None:
        """Say that a criterion was talked about today, or that it was not."""
        document = self._document
        after = with_discussed(document.assessment, criterion_id, document.today if is_discussed else None)
        document.edit("tick off" if is_discussed else "take the tick back", after, [criterion_id])

    def summarise(self, text: str) -> None:
        """Record what came of the conversation as a whole; one stretch of typing is one edit."""
        self._document.edit("summary", with_summary(self._document.assessment, text), (), merge_key="summary")

    def hold(self, on: date | None) -> None:
        """Record the day of the conversation, or that it was not held yet."""
        words = "day of the conversation" if on else "conversation not held"
        self._document.edit(words, with_day_held(self._document.assessment, on), (), merge_key=words if on else "")

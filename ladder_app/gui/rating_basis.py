"""The rating that a reason is written for, where another program gave another one meanwhile."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ladder_app.gui.basis import Basis

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.entries import Rating
    from ladder_app.gui.document import Document


class RatingThing:
    """The rating of one criterion, as the voice of the document gives it."""

    def __init__(self, document: Document, criterion_id: str) -> None:
        self._document = document
        self._criterion_id = criterion_id

    def find(self, assessment: Assessment, _last: Rating | None) -> Rating | None:
        """The rating, where there is one."""
        return self._document.voice.seen(assessment.cycle).ratings.get(self._criterion_id)

    def put(self, assessment: Assessment, value: Rating | None, _there: Rating | None) -> Assessment:
        """A copy with this rating, or without one."""
        return self._document.voice.rated(assessment, self._criterion_id, value)

    def bring(self, before: Rating, mine: Rating, form: QWidget, show: Callable[[], object]) -> None:
        """Bring what is written in a form together with what the document has by now; both went on from `before`.

        `show` is called once it is decided what came of it.
        """
        basis: Basis[Rating] = Basis(self._document, self, before, form, _nothing_else, is_behind=True)
        basis.decided.connect(show)
        basis.decided.connect(basis.deleteLater)
        basis.put(mine, partial(self._document.edit, "not applicable", touched=[self._criterion_id]))


def _nothing_else(_rating: Rating) -> list[tuple[QWidget, str]]:
    """The scale shows what the document has by itself."""
    return []

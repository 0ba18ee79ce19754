"""The list of the Conversation page as a Qt model."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from ladder_app.domain.agenda import Agenda, agenda
from ladder_app.domain.comparison import Compared, Comparison
from ladder_app.domain.raters import AGREED, ratings_by
from ladder_app.gui.conversation_rows import Tab, TalkRow, TalkWriter, listed
from ladder_app.gui.row_model import Index, RowModel

if TYPE_CHECKING:
    from datetime import date

    from ladder_app.domain.cycle import Review
    from ladder_app.gui.document import Document


class TalkRole(IntEnum):
    """What the model gives beside text: the row itself."""

    ROW = Qt.ItemDataRole.UserRole


class ConversationModel(RowModel):
    """The criteria of the target level that the chosen tab lists, beside the chosen review."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._reviewer: str | None = None
        self._tab = Tab.DIFFERENCES
        self._rows: list[TalkRow] = []
        self._places: dict[str, int] = {}
        self._look()
        self._list()

    @property
    def review(self) -> Review | None:
        """The review that is looked at: the chosen reviewer's, or the newest; None where there is none."""
        reviews = self._document.assessment.cycle.reviews
        chosen = next((review for review in reviews if review.reviewer == self._reviewer), None)
        return chosen or max(reviews, key=_by_date, default=None)

    @property
    def comparison(self) -> Comparison:
        return self._comparison

    @property
    def agenda(self) -> Agenda:
        return self._agenda

    @property
    def tab(self) -> Tab:
        return self._tab

    def choose(self, tab: Tab, reviewer: str | None) -> None:
        """List what a tab is about, beside the review of somebody (None: the newest)."""
        if (tab, reviewer) != (self._tab, self._reviewer):
            self._tab, self._reviewer = tab, reviewer
            self._relist()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 – Qt's names and defaults
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == TalkRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.CheckStateRole and row.ticked is not None:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return None

    def row(self, position: int) -> TalkRow:
        """What a row says."""
        return self._rows[position]

    def key_at(self, index: Index) -> str | None:
        """The id of the criterion in a row; None outside the list."""
        return self._rows[index.row()].id if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        position = self._places.get(key)
        return QModelIndex() if position is None else self.index(position)

    def row_keys(self) -> list[str]:
        """The ids of the listed criteria, in order."""
        return [row.id for row in self._rows]

    def compared(self, criterion_id: str) -> Compared:
        """A criterion in both views."""
        return next(item for item in self._comparison.criteria if item.criterion.id == criterion_id)

    def _look(self) -> None:
        """Take in the state of the document."""
        document = self._document
        review = self.review
        self._comparison = self._alone() if review is None else document.comparison(review.reviewer)
        self._agenda = agenda(document.assessment, document.readiness, document.today)

    def _alone(self) -> Comparison:
        """The person's own view, with nobody's beside it."""
        cycle = self._document.assessment.cycle
        agreed = ratings_by(cycle, AGREED)
        return Comparison(
            "",
            tuple(
                Compared(criterion, cycle.ratings.get(criterion.id), None, agreed.get(criterion.id))
                for criterion in self._document.target.criteria
            ),
        )

    def _list(self) -> None:
        self._rows = self._written(listed(self._tab, self._comparison, self._agenda))
        self._places = {row.id: place for place, row in enumerate(self._rows)}

    def _written(self, ids: list[str]) -> list[TalkRow]:
        assessment = self._document.assessment
        writer = TalkWriter(
            comparison=self._comparison,
            agenda=self._agenda,
            cycle=assessment.cycle,
            scale=assessment.role.scale,
            person=assessment.person.name,
            with_ticks=self._tab is Tab.AGENDA,
        )
        return writer.rows(ids)

    def _relist(self) -> None:
        self.beginResetModel()
        self._look()
        self._list()
        self.endResetModel()

    def refresh(self) -> None:
        """Take in what the document has become."""
        self._look()
        ids = listed(self._tab, self._comparison, self._agenda)
        if ids != self.row_keys():
            self._relist()
            return
        for place, (old, new) in enumerate(zip(self._rows, self._written(ids), strict=True)):
            if old != new:
                self._rows[place] = new
                index = self.index(place)
                self.dataChanged.emit(index, index)


def _by_date(review: Review) -> date:
    return review.date

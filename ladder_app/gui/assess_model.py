"""The list of the Assess page as a Qt model: headings and criteria, filtered and searched."""

from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from ladder_app.domain.readiness import SectionKind
from ladder_app.gui.assess_rows import CriterionRow, Heading, RowFilter, RowWriter, found, matching, sections
from ladder_app.gui.document import Document
from ladder_app.gui.row_model import Index, RowModel
from ladder_app.markup import isolated

Key = str | SectionKind


class RowRole(IntEnum):
    """What the model gives beside text: the row itself."""

    ROW = Qt.ItemDataRole.UserRole


class AssessModel(RowModel):
    """Headings and criteria of the level on screen.

    What is listed is decided when the filter, the search or the level changes, not while rating,
    so that a row does not vanish under the person's hands. A change repaints its own row and its
    heading; no other row is told.
    """

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._filter = RowFilter.ALL
        self._search = ""
        self._keys: list[Key] = []
        self._positions: dict[Key, int] = {}
        self._ends: dict[str, tuple[bool, bool]] = {}
        self._refining: dict[str, list[str]] = {}
        self._written: dict[Key, Heading | CriterionRow] = {}
        self._writer = self._new_writer()
        self._list()
        document.criteria_changed.connect(self._on_criteria_changed)
        document.level_changed.connect(self.relist)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 – Qt's names and defaults
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == RowRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def row(self, position: int) -> Heading | CriterionRow:
        """What a row says; written when first asked for."""
        key = self._keys[position]
        found_row = self._written.get(key)
        if found_row is None:
            found_row = self._write(key)
            self._written[key] = found_row
        return found_row

    def key_at(self, index: Index) -> str | None:
        """The id of the criterion in a row; None for headings and outside the list."""
        key = self._keys[index.row()] if index.isValid() else None
        return key if isinstance(key, str) else None

    def index_of(self, key: str) -> QModelIndex:
        position = self._positions.get(key)
        return QModelIndex() if position is None else self.index(position)

    def row_keys(self) -> list[str]:
        """The ids of the listed criteria, in order."""
        return [key for key in self._keys if isinstance(key, str)]

    def choose(self, chosen: RowFilter, search: str) -> None:
        """List what the filter and the search let through."""
        if (chosen, search) != (self._filter, self._search):
            self._filter, self._search = chosen, search
            self.relist()

    @property
    def filter(self) -> RowFilter:
        return self._filter

    def relist(self) -> None:
        """Decide anew what is listed."""
        self.beginResetModel()
        self._writer = self._new_writer()
        self._list()
        self.endResetModel()

    def _new_writer(self) -> RowWriter:
        document = self._document
        return RowWriter(document.readiness_for(document.level.level.id), document.cycle, document.today)

    def _list(self) -> None:
        wanted = matching(self._writer.readiness, self._writer.cycle, self._writer.today, self._filter)
        wanted &= found(self._writer.cycle, self._document.level, self._search)
        self._keys.clear()
        self._ends.clear()
        self._written.clear()
        for kind, ids in sections(self._document.level, wanted):
            self._keys.append(kind)
            self._keys.extend(ids)
            for name in ids:
                self._ends[name] = (name == ids[0], name == ids[-1])
        self._positions = {key: position for position, key in enumerate(self._keys)}
        self._refining.clear()
        for criterion in self._document.level.criteria:
            for refined in criterion.refined:
                self._refining.setdefault(refined.criterion.id, []).append(criterion.id)

    def _write(self, key: Key) -> Heading | CriterionRow:
        if isinstance(key, str):
            first, last = self._ends[key]
            return self._writer.row(key, first=first, last=last)
        return self._writer.heading(key)

    def _on_criteria_changed(self, touched: frozenset[str]) -> None:
        self._writer = self._new_writer()
        refining = (name for below in touched for name in self._refining.get(below, ()))
        for key in (*SectionKind, *dict.fromkeys((*touched, *refining))):
            old = self._written.get(key)
            if old is not None and (new := self._written_anew(key, old)) != old:
                self._written[key] = new
                place = self.index(self._positions[key])
                self.dataChanged.emit(place, place)

    def _written_anew(self, key: Key, old: Heading | CriterionRow) -> Heading | CriterionRow:
        if isinstance(old, Heading):  # its text stays, and takes a look at every criterion
            return replace(old, count=self._writer.count(old.kind))
        return self._write(key)

    def _spoken(self, row: Heading | CriterionRow) -> str:
        if isinstance(row, Heading):
            return f"{isolated(row.text)}, {row.count}"
        scale = self._document.assessment.role.scale
        rating = "not rated" if row.step is None else f"rated {isolated(scale.named(row.step))}"
        parts = [row.text, "not applicable" if row.not_applicable else rating]
        parts += [remark.text for remark in row.remarks]
        if row.evidence:
            parts.append(row.evidence)
        return ", ".join(parts)

"""A role as a tree: itself, then its levels with their two lists of criteria. Things can be dragged about in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from ladder_app.domain.role import Kind
from ladder_app.domain.role_editing import Place, criteria_of, criterion_at, moved
from ladder_app.gui.theme import REGULAR, SEMIBOLD
from ladder_app.gui.tips import tip
from ladder_app.markup import isolated, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from ladder_app.domain.role import Role
    from ladder_app.gui.role_editor.draft import RoleDraft
    from ladder_app.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_MIME = "application/x-ladder-role-place"
_KINDS = (Kind.RESPONSIBILITY, Kind.REQUIREMENT)
_KIND_NAMES = {Kind.RESPONSIBILITY: "Responsibilities", Kind.REQUIREMENT: "Requirements"}
_ROLE = 1
_LEVEL_BITS, _GROUP_BITS = 40, 32
_NONE = QModelIndex()


class RoleTreeModel(QAbstractItemModel):
    """Shows a draft; the row of the role first, then a row for each level.

    What an index stands for is in its internal id: the level (from 1), then the list (from 1), then the criterion
    (from 1); 0 where it is none.
    """

    def __init__(self, draft: RoleDraft, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._theme = theme
        self._shown: Role = draft.role
        self._faulty: frozenset[Place | None] = frozenset()
        self._mime = f"{_MIME}.{os.getpid()}.{id(self)}"  # a place in another window is no place here

    def show_faults(self, places: frozenset[Place | None]) -> None:
        """Mark what something is wrong with."""
        if places != self._faulty:
            self._faulty = places
            self.layoutChanged.emit()

    def index_of(self, place: Place | None) -> QModelIndex:
        """Where a level or a criterion is, or the role itself."""
        if place is None:
            return self.createIndex(0, 0, _ROLE)
        if place.kind is None:
            return self.createIndex(place.level + 1, 0, _level_id(place.level))
        group = _KINDS.index(place.kind)
        return self.createIndex(place.position, 0, _level_id(place.level, group + 1, place.position + 1))

    def group_index(self, level: int, kind: Kind) -> QModelIndex:
        """Where a list of criteria is."""
        group = _KINDS.index(kind)
        return self.createIndex(group, 0, _level_id(level, group + 1))

    def place_of(self, index: Index) -> Place | None:
        """The level or criterion that an index stands for; a list stands for its level."""
        level, group, criterion = _parts(index)
        if not level:
            return None
        if not criterion:
            return Place(level - 1)
        return Place(level - 1, _KINDS[group - 1], criterion - 1)

    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        if column or row < 0 or row >= self.rowCount(parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, 0, _ROLE if not row else _level_id(row - 1))
        level, group, _ = _parts(parent)
        return self.createIndex(
            row, 0, _level_id(level - 1, row + 1) if not group else _level_id(level - 1, group, row + 1)
        )

    def parent(self, index: Index = _NONE) -> QModelIndex:  # type: ignore[override] # Qt has two of this name
        level, group, criterion = _parts(index) if index.isValid() else (0, 0, 0)
        if criterion:
            return self.createIndex(group - 1, 0, _level_id(level - 1, group))
        return self.createIndex(level, 0, _level_id(level - 1)) if group else QModelIndex()

    def rowCount(self, parent: Index = _NONE) -> int:
        if not parent.isValid():
            return 1 + len(self._shown.levels)
        level, group, criterion = _parts(parent)
        if not level or criterion or parent.column():
            return 0
        return len(criteria_of(self._shown.levels[level - 1], _KINDS[group - 1])) if group else len(_KINDS)

    def columnCount(self, parent: Index = _NONE) -> int:  # noqa: ARG002 – the same everywhere
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index)
        if role in (Qt.ItemDataRole.FontRole, Qt.ItemDataRole.ForegroundRole):
            return self._look(index, role)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return tip(self._whole(index)) if role == Qt.ItemDataRole.ToolTipRole else self._whole(index)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        level, group, criterion = _parts(index) if index.isValid() else (0, 0, 0)
        if criterion or (level and not group):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [self._mime]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        made.setData(self._mime, QByteArray(" ".join(map(str, _parts(indexes[0]))).encode()))
        return made

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: ARG002
        return data.hasFormat(self._mime) and self._target(self._dragged(data), row, parent) is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: ARG002
        source = self._dragged(data)
        target = self._target(source, row, parent)
        if source is None or target is None:
            return False
        role, place = moved(self._draft.role, source, target)
        self._draft.change("move level" if source.kind is None else "move criterion", role, place)
        return True

    def _dragged(self, data: QMimeData) -> Place | None:
        level, group, criterion = map(int, bytes(data.data(self._mime).data()).split())
        if not level:
            return None
        return Place(level - 1, _KINDS[group - 1], criterion - 1) if criterion else Place(level - 1)

    def _target(self, source: Place | None, row: int, parent: Index) -> Place | None:
        """Where something that is dropped goes; None where it cannot."""
        if source is None:
            return None
        level, group, criterion = _parts(parent) if parent.isValid() else (0, 0, 0)
        if source.kind is None:
            if not parent.isValid():
                return Place(max(row, 1) - 1) if row >= 0 else Place(len(self._shown.levels))
            return Place(level - 1 + (source.level < level - 1)) if level and not group else None
        if not level:
            if parent.isValid() or row >= 0:
                return None
            level = len(self._shown.levels)  # below everything is the end of the last
        kind = _KINDS[group - 1] if group else source.kind
        end = len(criteria_of(self._shown.levels[level - 1], kind))
        if not criterion:
            return Place(level - 1, kind, row if group and row >= 0 else end)
        on = Place(level - 1, kind, criterion - 1)
        # What is dropped on another takes its place, wherever it comes from.
        is_above = (source.level, source.kind) == (on.level, on.kind) and source.position < on.position
        return Place(on.level, kind, on.position + is_above)

    def follow(self) -> None:
        """Show the draft as it is now."""
        before, self._shown = self._shown, self._draft.role
        if before is self._shown:
            return
        if _shape(before) != _shape(self._shown):
            self._shown = before
            self.beginResetModel()
            self._shown = self._draft.role
            self.endResetModel()
        else:
            self.layoutChanged.emit()

    def _words(self, index: Index) -> str:
        level, group, criterion = _parts(index)
        if not level:
            return f"{self._mark(None)}{isolated(plain(self._shown.title) or 'Role')}"
        shown = self._shown.levels[level - 1]
        if criterion:
            place = Place(level - 1, _KINDS[group - 1], criterion - 1)
            found = criterion_at(self._shown, place)
            return f"{self._mark(place)}{isolated(plain(found.text) or 'Nothing written yet')}"
        if group:
            kind = _KINDS[group - 1]
            return f"{_KIND_NAMES[kind]} ({len(criteria_of(shown, kind))})"
        grade = "" if shown.grade is None else f" · grade {shown.grade}"
        return f"{self._mark(Place(level - 1))}{isolated(plain(shown.title) or 'Level')}{grade}"

    def _look(self, index: Index, role: int) -> object:
        """Levels stand out, and what lists are called stands back."""
        level, group, criterion = _parts(index)
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font(weight=REGULAR if group else SEMIBOLD)
        return self._theme.colour("muted") if level and group and not criterion else None

    def _whole(self, index: Index) -> str:
        place = self.place_of(index)
        if place is not None and place.kind is not None:
            return criterion_at(self._shown, place).text
        return self._words(index)

    def _mark(self, place: Place | None) -> str:
        return "⚠ " if place in self._faulty else ""


def _level_id(level: int, group: int = 0, criterion: int = 0) -> int:
    return (level + 1) << _LEVEL_BITS | group << _GROUP_BITS | criterion << 1


def _parts(index: Index) -> tuple[int, int, int]:
    number = index.internalId()
    if number == _ROLE:
        return 0, 0, 0
    group = (number >> _GROUP_BITS) & 0xFF
    return number >> _LEVEL_BITS, group, (number & 0xFFFFFFFF) >> 1


def _shape(role: Role) -> list[tuple[int, int]]:
    return [(len(level.responsibilities), len(level.requirements)) for level in role.levels]

"""The criteria that evidence can be attached to, each with a box."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ladder_app.domain.entries import Evidence
from ladder_app.markup import isolated

Index = QModelIndex | QPersistentModelIndex
Check = Qt.CheckState


class AttachModel(QAbstractListModel):
    """Lists criteria by a search; a box that is touched is on or off for every entry, any other stays as it is."""

    touched = Signal()

    def __init__(
        self, names: Mapping[str, str], entries: Sequence[Evidence], first: Sequence[str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._entries = entries
        supported = [name for name in names if any(name in entry.criteria for entry in entries)]
        self._order = list(dict.fromkeys((*supported, *first, *names)))
        self._listed = self._order
        self._said: dict[str, bool] = {}

    def meet(self, entries: Sequence[Evidence]) -> None:
        """Another program changed the entries: a box that nobody touched stands as it is for them by now."""
        self._entries = entries
        if self._listed:
            self.dataChanged.emit(self.index(0), self.index(len(self._listed) - 1))

    def search(self, words: str) -> None:
        """List the criteria in whose text every word stands."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self._listed = [n for n in self._order if all(w in self._names[n].casefold() for w in wanted)]
        self.endResetModel()

    def toggle(self, index: Index) -> None:
        """Turn a box on, or off."""
        if index.isValid():
            name = self._listed[index.row()]
            self._said[name] = self.state(name) is not Check.Checked
            self.dataChanged.emit(index, index)
            self.touched.emit()

    @property
    def said(self) -> dict[str, bool]:
        """The boxes that were touched, and whether they are on."""
        return dict(self._said)

    def say(self, said: Mapping[str, bool]) -> None:
        """Have these boxes touched, before anybody sees them."""
        self._said = {name: is_on for name, is_on in said.items() if name in self._names}

    def state(self, name: str) -> Check:
        """Whether all, some or none of the entries are to support a criterion."""
        if name in self._said:
            return Check.Checked if self._said[name] else Check.Unchecked
        supporting = sum(name in entry.criteria for entry in self._entries)
        if supporting == len(self._entries):
            return Check.Checked
        return Check.PartiallyChecked if supporting else Check.Unchecked

    def changed(self) -> list[Evidence]:
        """The entries as they are to be."""
        on = [name for name in self._names if self._said.get(name)]
        off = {name for name, is_on in self._said.items() if not is_on}
        return [
            entry.model_copy(
                update={"criteria": tuple(n for n in dict.fromkeys((*entry.criteria, *on)) if n not in off)}
            )
            for entry in self._entries
        ]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 – Qt's names and defaults
        return 0 if parent.isValid() else len(self._listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        name = self._listed[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[name]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = {Check.Checked: "attached", Check.PartiallyChecked: "attached to some"}.get(self.state(name), "")
            return f"{isolated(self._names[name])}, {said or 'not attached'}"
        return self.state(name) if role == Qt.ItemDataRole.CheckStateRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag.NoItemFlags

"""The role that the source comes to, as a tree of levels and criteria."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView, QWidget

from ladder_app.domain.role import Kind
from ladder_app.gui.importing.role_marks import NO_MARKS, RoleMarks
from ladder_app.gui.theme import SEMIBOLD
from ladder_app.gui.tips import tip
from ladder_app.markup import isolated, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.domain.role import Criterion, Level, Role
    from ladder_app.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ID = Qt.ItemDataRole.UserRole
_KINDS = {Kind.RESPONSIBILITY: "Responsibilities", Kind.REQUIREMENT: "Requirements"}


class RoleTree(QTreeView):
    """Levels with what they extend and their criteria. What is chosen is a level or a criterion, by id."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_led = False
        self._items: dict[str, QStandardItem] = {}
        self._marked: list[QStandardItem] = []
        self._shown: tuple[Role | None, RoleMarks] | None = None
        self._model = QStandardItemModel(self)
        self.setObjectName("role")
        self.setAccessibleName("Role")
        self.setHeaderHidden(True)
        self.setModel(self._model)
        self.setFont(theme.font())
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIndentation(theme.px(16))
        self.clicked.connect(self._say)
        self.activated.connect(self._say)

    def show_role(self, role: Role | None, marks: RoleMarks = NO_MARKS) -> None:
        """Show the role, and what is different about it."""
        if self._shown == (role, marks):
            return
        self._shown = (role, marks)
        self._is_led = True
        place = self.verticalScrollBar().value()
        self._model.clear()
        self._items, self._marked = {}, []
        if role is not None:
            for level in role.levels:
                self._add(level, role, marks)
            self._add_gone(self._model.invisibleRootItem(), marks.lost)
        self.expandAll()
        self.verticalScrollBar().setValue(place)
        self._is_led = False

    def go_to_next_difference(self) -> bool:
        """Go to the next criterion that is new, reworded or gone; says whether there is one."""
        if not self._marked:
            return False
        now = self.currentIndex()
        rows = [self._model.indexFromItem(item) for item in self._marked]
        at = rows.index(now) if now in rows else -1
        below = next((row for row in rows if at < 0 and self._place(row) > self._place(now)), None)
        self.setFocus()
        self.setCurrentIndex(below or rows[(at + 1) % len(rows)])
        return True

    def _place(self, index: Index) -> tuple[int, ...]:
        """Where a row stands in the whole tree, to be compared."""
        rows: list[int] = []
        while index.isValid():
            rows.insert(0, index.row())
            index = index.parent()
        return tuple(rows)

    def show_target(self, name: str | None) -> None:
        """Select the level or criterion of that id."""
        item = self._items.get(name or "")
        if item is None:
            self.clearSelection()
            return
        index = self._model.indexFromItem(item)
        self._is_led = True
        self.setCurrentIndex(index)
        self._is_led = False
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        # Who goes through the role with the arrows wants to see where it comes from.
        if not self._is_led and self.hasFocus():
            self._say(current)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are decisions here."""

    @property
    def level(self) -> str | None:
        """The level that the current row is, or stands under."""
        index = self.currentIndex()
        while index.parent().isValid():
            index = index.parent()
        return index.data(_ID) or None

    def _add(self, level: Level, role: Role, marks: RoleMarks) -> None:
        titles = {known.id: known.title for known in role.levels}
        grade = "" if level.grade is None else f" · grade {level.grade}"
        top = self._item(plain(level.title) + grade, level.id)
        top.setFont(self._theme.font(weight=SEMIBOLD))
        self._model.appendRow(top)
        taken: dict[str, set[Kind]] = {}
        for extends in level.extends:
            taken.setdefault(extends.level, set()).update(extends.kinds)
        for base, kinds in taken.items():
            of = "" if len(kinds) > 1 else f" ({_KINDS[min(kinds, key=list(Kind).index)].casefold()})"
            item = self._item(f"↑ extends {isolated(plain(titles[base]))}{of}", "")
            item.setForeground(self._theme.colour("accent"))
            top.appendRow(item)
        for kind, name in _KINDS.items():
            own = [criterion for of, criterion in level.criteria() if of is kind]
            if not own:
                continue
            group = self._item(f"{name} ({len(own)})", "")
            group.setForeground(self._theme.colour("muted"))
            top.appendRow(group)
            # A competency is named over its criteria, in the order of the role.
            for area, inside in groupby(own, attrgetter("area")):
                under = self._area(role.areas.get(area, area), group) if area else group
                for criterion in inside:
                    under.appendRow(self._criterion(criterion, marks))
        self._add_gone(top, marks.gone.get(level.id, ()))

    def _add_gone(self, top: QStandardItem, gone: Sequence[Criterion]) -> None:
        """What is asked no more, where it stood."""
        if not gone:
            return
        group = self._item(f"No longer asked ({len(gone)})", "")
        group.setForeground(self._theme.colour("muted"))
        top.appendRow(group)
        for criterion in gone:
            item = self._item(f"gone · {_one_line(criterion.text)}", "")
            item.setForeground(self._theme.colour("bad"))
            self._marked.append(item)
            group.appendRow(item)

    def _area(self, name: str, group: QStandardItem) -> QStandardItem:
        item = self._item(plain(name), "")
        item.setForeground(self._theme.colour("accent"))
        group.appendRow(item)
        return item

    def _criterion(self, criterion: Criterion, marks: RoleMarks) -> QStandardItem:
        words = ["a plus" if criterion.plus else "", f"{criterion.years.minimum:g} years" if criterion.years else ""]
        words += ["refines" if criterion.refines else ""]
        said = ", ".join(word for word in words if word)
        text = _one_line(criterion.text) + (f" [{said}]" if said else "")
        before = marks.former.get(criterion.id)
        if before is None and criterion.id not in marks.new:
            return self._item(text, criterion.id)
        # In front: the end of a long text is not seen.
        item = self._item(f"{'new' if before is None else 'reworded'} · {text}", criterion.id)
        item.setForeground(self._theme.colour("good" if before is None else "warn"))
        self._marked.append(item)
        if before is not None:
            former = self._item(f"was · {_one_line(before)}", "")
            former.setForeground(self._theme.colour("muted"))
            item.appendRow(former)
        return item

    def _item(self, text: str, name: str) -> QStandardItem:
        item = QStandardItem(text)
        item.setData(name, _ID)
        item.setToolTip(tip(text))
        if name:
            self._items[name] = item
        return item

    def _say(self, index: Index) -> None:
        name = index.data(_ID)
        if name:
            self.chosen.emit(name)


def _one_line(text: str) -> str:
    return plain(text).replace("\n", " / ")

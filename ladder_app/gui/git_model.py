"""The commits of one author as a Qt model: which are chosen, which were taken before."""

from collections.abc import Sequence, Set
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ladder_app.gui.painted import paint_box
from ladder_app.gui.theme import BODY_PX, SMALL_PX, Theme
from ladder_app.gui.tips import tip
from ladder_app.importers.git_log import SHORT_HASH, Commit
from ladder_app.markup import isolated, shown
from ladder_app.report.words import day

Index = QModelIndex | QPersistentModelIndex
_ROW, _PAD, _MARK, _TOP, _LINE, _SMALL_LINE = 46, 8, 24, 5, 19, 16


class GitModel(QAbstractListModel):
    """Lists commits, newest first; those taken already cannot be chosen."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commits: Sequence[Commit] = ()
        self._taken: Set[str] = frozenset()
        self._chosen: dict[str, Commit] = {}

    @property
    def chosen(self) -> list[Commit]:
        """The chosen commits, newest first."""
        return [commit for commit in self._commits if commit.hash in self._chosen]

    def show_commits(self, commits: Sequence[Commit], taken: Set[str]) -> None:
        """List these; nothing is chosen of them."""
        self.beginResetModel()
        self._commits, self._taken = commits, taken
        self._chosen.clear()
        self.endResetModel()
        self.chosen_changed.emit()

    def show_taken(self, taken: Set[str]) -> None:
        """These are evidence by now; what is chosen of the others stays so."""
        self._taken = taken
        self._chosen = {name: commit for name, commit in self._chosen.items() if not self.is_taken(commit)}
        if self._commits:
            self.dataChanged.emit(self.index(0), self.index(len(self._commits) - 1))
        self.chosen_changed.emit()

    def commit(self, index: Index) -> Commit:
        return self._commits[index.row()]

    def is_taken(self, commit: Commit) -> bool:
        """Whether it is evidence already."""
        return commit.source in self._taken

    def is_chosen(self, commit: Commit) -> bool:
        return commit.hash in self._chosen

    def toggle(self, index: Index) -> None:
        """Choose a commit, or let it go."""
        if not index.isValid() or self.is_taken(self.commit(index)):
            return
        commit = self.commit(index)
        if self._chosen.pop(commit.hash, None) is None:
            self._chosen[commit.hash] = commit
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 – Qt's names and defaults
        return 0 if parent.isValid() else len(self._commits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        commit = self.commit(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(commit.subject)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = "logged already, " if self.is_taken(commit) else "chosen, " if self.is_chosen(commit) else ""
            return f"{said}{isolated(commit.subject)}, {day(commit.date)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(shown(commit.subject))
        return None


class GitDelegate(QStyledItemDelegate):
    """Paints a commit on two lines: the subject with its box, then day and short hash."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._body, self._small = theme.font(BODY_PX), theme.font(SMALL_PX)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(0, self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, GitModel)  # noqa: S101 – the only one whose rows are painted here
        theme, px, rect = self._theme, self._theme.px, QRect(option.rect)
        commit = model.commit(index)
        taken = model.is_taken(commit)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("tint"))
        if not taken:
            self._paint_box(painter, rect, is_chosen=model.is_chosen(commit))
        left_middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        place = QRect(rect.left() + px(_PAD + _MARK), rect.top() + px(_TOP), rect.width(), px(_LINE))
        place.setRight(rect.right() - px(_PAD))
        painter.setFont(self._small)
        painter.setPen(theme.colour("muted"))
        words = f"{'logged already · ' if taken else ''}{day(commit.date)} · {commit.hash[:SHORT_HASH]}"
        below = QRect(place.left(), place.bottom() + 1, place.width(), px(_SMALL_LINE))
        painter.drawText(below, left_middle, words)
        painter.setFont(self._body)
        painter.setPen(theme.colour("muted" if taken else "text"))
        cut = QFontMetrics(self._body).elidedText(index.data(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, left_middle, cut)
        painter.restore()

    def _paint_box(self, painter: QPainter, rect: QRect, *, is_chosen: bool) -> None:
        px = self._theme.px
        side = px(16)
        box = QRectF(rect.left() + px(_PAD), rect.top() + px(_TOP) + (px(_LINE) - side) / 2, side, side)
        paint_box(painter, self._theme, box, is_chosen=is_chosen)

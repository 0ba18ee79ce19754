"""What a new version of a role changes, old and new side by side, and taking it over."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from ladder_app.gui.choice import Choice
from ladder_app.gui.folded_list import FoldedList
from ladder_app.gui.parts import LinkLabel, breakable, card, empty, rule, text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.profile_dialog import NOT_YET
from ladder_app.gui.scroll_page import SideBySide
from ladder_app.gui.theme import BODY_PX, SEMIBOLD, SMALL_PX
from ladder_app.markup import isolated, plain
from ladder_app.report.role_change_words import (
    Piece,
    changes_sentence,
    kept_sentence,
    marked,
    other_words,
    years_words,
)
from ladder_app.report.sentences import level_title

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.history import Reworded
    from ladder_app.domain.role import Criterion
    from ladder_app.domain.role_changes import OtherChange, RoleChanges
    from ladder_app.gui.theme import Theme

    T = TypeVar("T")

_FIRST = 12
_NARROW_PX = 440


class RoleUpdateDialog(PlainDialog):
    """Lists what differs: reworded, new, gone, everything else. Nothing changes before the person agrees."""

    taken = Signal(object, str)
    """The new version is wanted: the current level, or None, and the target to go on with."""
    put_off = Signal()

    def __init__(
        self, theme: Theme, assessment: Assessment, changes: RoleChanges, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, f"The role {isolated(plain(changes.new.title))} has moved on", 780, parent)
        self._choosers: dict[str, Choice] = {}
        self._leave = self.add_button("Not now")
        self._leave.clicked.connect(self._put_off)
        self._take_button = self.add_button("Take it over", "primary")
        self._take_button.clicked.connect(self._take)
        self.meet(assessment, changes)
        if not changes.is_empty:
            self._take_button.setFocus()

    def meet(self, assessment: Assessment, changes: RoleChanges) -> None:
        """List what differs from the assessment as it is by now."""
        self._assessment = assessment
        self._changes = changes
        chosen = {field: box.currentData() for field, box in self._choosers.items()}
        self._choosers = {}
        empty(self.body)
        self.body.addWidget(text_label(self.theme, changes_sentence(changes), BODY_PX, SEMIBOLD))
        if changes.is_empty:
            self.setWindowTitle("Nothing has changed")
            self.body.addStretch(1)
            self._leave.setText("Close")
            self._take_button.hide()
            return
        self.body.addWidget(text_label(self.theme, kept_sentence(changes), tone="muted"))
        if changes.lost_levels:
            self._ask_for_levels()
        for field, level_id in chosen.items():
            if field in self._choosers:
                self._choosers[field].setCurrentIndex(self._choosers[field].findData(level_id) if level_id else 0)
        difference = changes.criteria
        self._add_list("Reworded", difference.reworded, self._reworded)
        self._add_list("New", difference.new, partial(self._criterion, "+"))
        self._add_list("Gone", difference.gone, partial(self._criterion, "–"))
        self._add_list("Also different", changes.other, self._other)
        self.body.addStretch(1)
        self.grow()

    def chooser(self, field: str) -> Choice:
        """The choice of the level for `current` or `target`, where it has to be made."""
        return self._choosers[field]

    def _ask_for_levels(self) -> None:
        words = "The new version no longer has your level; say which one to go on with."
        self.body.addWidget(text_label(self.theme, words, tone="warn"))
        part = QWidget()
        form = QFormLayout(part)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        names = {"current": "Current level", "target": "Aiming for"}
        for field in self._changes.lost_levels:
            box = Choice(self.theme, names[field], self, wraps=True)
            if field == "current":
                box.addItem(NOT_YET, None)
            for level in self._changes.new.levels:
                box.addItem(level_title(level), level.id)
            box.setCurrentIndex(0 if field == "current" else box.count() - 1)
            caption = text_label(self.theme, names[field], wrap=False)
            caption.setBuddy(box)
            form.addRow(caption, box)
            self._choosers[field] = box
        self.body.addWidget(part)

    def _level(self, field: str) -> str | None:
        found: str | None = getattr(self._assessment, field)
        return self._choosers[field].currentData() if field in self._choosers else found

    def _take(self) -> None:
        self.accept()
        self.taken.emit(self._level("current"), self._level("target"))

    def _put_off(self) -> None:
        self.reject()
        if not self._changes.is_empty:
            self.put_off.emit()

    def _add_list(self, name: str, items: Sequence[T], row: Callable[[T, QWidget], QWidget]) -> None:
        if not items:
            return
        frame = card()
        margin = self.theme.px(12)
        column = QVBoxLayout(frame)
        column.setContentsMargins(margin, margin, margin, self.theme.px(6))
        column.setSpacing(self.theme.px(6))
        column.addWidget(text_label(self.theme, f"{name} {len(items)}", BODY_PX, SEMIBOLD))
        column.addWidget(rule())
        column.addWidget(FoldedList(self.theme, items, row, f"Show all {len(items)}", _FIRST, parent=frame))
        self.body.addWidget(frame)

    def _row(self, parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
        row = QWidget(parent)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, self.theme.px(6), 0, self.theme.px(6))
        column.setSpacing(self.theme.px(3))
        return row, column

    def _criterion(self, sign: str, criterion: Criterion, parent: QWidget) -> QWidget:
        row, column = self._row(parent)
        column.addWidget(text_label(self.theme, f"{sign} {isolated(plain(criterion.text))}"))
        return row

    def _reworded(self, pair: Reworded, parent: QWidget) -> QWidget:
        row, column = self._row(parent)
        before, after = marked(pair.old.text, pair.new.text)
        sides = SideBySide(self.theme, _NARROW_PX, parent=row)
        sides.add(self._wording("Before", before, "s", sides), 1)
        sides.add(self._wording("Now", after, "b", sides), 1)
        column.addWidget(sides)
        if pair.old.years != pair.new.years:
            words = f"Before: {years_words(pair.old.years)}. Now: {years_words(pair.new.years)}."
            column.addWidget(text_label(self.theme, words, SMALL_PX, tone="muted"))
        if pair.old.id in self._changes.rated:
            column.addWidget(text_label(self.theme, "Keeps its rating, to be checked again", SMALL_PX, tone="warn"))
        return row

    def _wording(self, name: str, pieces: Sequence[Piece], tag: str, parent: QWidget) -> QWidget:
        side = QWidget(parent)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(2))
        column.addWidget(text_label(self.theme, name, SMALL_PX, tone="muted"))
        column.addWidget(_marked_label(self.theme, pieces, tag))
        column.addStretch(1)
        return side

    def _other(self, change: OtherChange, parent: QWidget) -> QWidget:
        row, column = self._row(parent)
        about = f"{change.aspect.value}: {isolated(plain(change.about))}" if change.about else change.aspect.value
        column.addWidget(text_label(self.theme, about))
        column.addWidget(text_label(self.theme, other_words(change), SMALL_PX, tone="muted"))
        return row


def _marked_label(theme: Theme, pieces: Sequence[Piece], tag: str) -> QLabel:
    """A wording whose own words are struck out (`s`) or bold (`b`)."""
    parts = []
    for piece in pieces:
        text = escape(breakable(piece.text))
        parts.append(f"<{tag}>{text}</{tag}>" if piece.differs else text)
    label = LinkLabel(" ".join(parts))
    label.setFont(theme.font())
    label.setWordWrap(True)
    label.setAccessibleName(" ".join(piece.text for piece in pieces))
    return label

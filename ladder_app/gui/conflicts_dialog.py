"""Deciding what two programs changed differently: mine or the other's, one by one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.merging import Conflict, Merged
from ladder_app.domain.values import Path
from ladder_app.gui.parts import card, text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.side_choice import SideChoice
from ladder_app.gui.theme import SEMIBOLD, SMALL_PX, Theme
from ladder_app.markup import isolated
from ladder_app.report.conflict_words import conflict_about, conflict_kind, side_words
from ladder_app.report.words import counted

_KEPT = "Both versions are kept under File → Revert to."
_NOT_KEPT = "They could not be kept under File → Revert to: what you do not choose is gone."


class ConflictsDialog(PlainDialog):
    """Lists what both sides changed. Both versions are kept whatever is chosen, or it is said that they could not be.

    `mine` is what is here; `later` the words for not deciding now.
    """

    decided = Signal(object)
    """The places at which theirs is taken, a frozenset."""

    def __init__(
        self,
        theme: Theme,
        mine: Assessment,
        merged: Merged,
        parent: QWidget | None = None,
        *,
        later: str,
        are_kept: bool = True,
    ) -> None:
        super().__init__(theme, "Changed here and elsewhere", 620, parent)
        self._mine = mine
        self._theirs: set[Path] = set()
        count = counted(len(merged.conflicts), "thing was", "things were")
        words = (
            f"Another program changed the file while you were working on it. What only one side changed is merged; "
            f"{count} changed on both. {_KEPT if are_kept else _NOT_KEPT}"
        )
        self.body.addWidget(text_label(theme, words, tone="muted"))
        for conflict in merged.conflicts:
            self.body.addWidget(self._row(conflict))
        self.body.addStretch(1)
        self.add_button(later).clicked.connect(self.reject)
        self.add_button("Go on with these", "primary").clicked.connect(self._decide)

    def _row(self, conflict: Conflict) -> QFrame:
        theme = self.theme
        frame = card()
        layout = QVBoxLayout(frame)
        margin = theme.px(12)
        layout.setContentsMargins(margin, theme.px(9), margin, theme.px(10))
        layout.setSpacing(theme.px(5))
        about = conflict_about(conflict, self._mine)
        layout.addWidget(text_label(theme, conflict_kind(conflict), SMALL_PX, SEMIBOLD, tone="muted"))
        if about:
            layout.addWidget(text_label(theme, about))
        group = QButtonGroup(frame)
        for words, value, is_theirs in (("Mine", conflict.mine, False), ("Theirs", conflict.theirs, True)):
            choice = SideChoice(theme, f"{words}: {isolated(side_words(conflict, value, self._mine))}")
            choice.setChecked(not is_theirs)
            choice.toggled.connect(partial(self._choose, conflict.place, is_theirs))
            group.addButton(choice)
            layout.addWidget(choice)
        return frame

    def _choose(self, place: Path, is_theirs: bool, checked: bool) -> None:
        if checked:
            (self._theirs.add if is_theirs else self._theirs.discard)(place)

    def _decide(self) -> None:
        self.accept()
        self.decided.emit(frozenset(self._theirs))

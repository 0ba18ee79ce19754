"""Deciding what two programs changed differently: mine or the other's, one by one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from ladder_app.domain.assessment import Assessment, HiringRecord
from ladder_app.domain.cycle import Agreed, IndicatorValue
from ladder_app.domain.entries import Action, Evidence, Rating
from ladder_app.domain.merging import ABSENT, Conflict, Merged, merge
from ladder_app.domain.scale import Scale
from ladder_app.domain.values import Path
from ladder_app.gui.file_work import FoundOnDisk
from ladder_app.gui.parts import card, text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.theme import SEMIBOLD, SMALL_PX, Theme
from ladder_app.markup import isolated, plain
from ladder_app.report.hiring_words import record_words
from ladder_app.report.indicator_words import value_line
from ladder_app.report.sentences import rating_words
from ladder_app.report.words import capitalised, counted

_FIELD_WORDS = {
    "ratings": "rating",
    "notes": "note",
    "evidence": "evidence",
    "actions": "action",
    "reviews": "review",
    "agreed": "what was agreed",
    "comments": "comment",
    "conversation": "conversation",
    "promotion": "promotion case",
    "indicators": "indicator value",
    "hiring": "hiring step",
    "person": "profile",
    "current": "current level",
    "target": "level aimed for",
    "role": "role",
}


class ConflictsDialog(PlainDialog):
    """Lists what both sides changed. Both versions are kept whatever is chosen."""

    decided = Signal(object, object)
    """The `FoundOnDisk` and the `Merged` as decided."""

    def __init__(
        self, theme: Theme, found: FoundOnDisk, sides: tuple[Assessment, Assessment, Assessment], merged: Merged,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, "Changed here and elsewhere", 620, parent)
        self._found = found
        self._sides = sides
        self._theirs: set[Path] = set()
        count = counted(len(merged.conflicts), "thing was", "things were")
        words = (
            f"Another program changed the file while you were working on it. What only one side changed is merged; "
            f"{count} changed on both. Both versions are kept under File → Revert to."
        )
        self.body.addWidget(text_label(theme, words, tone="muted"))
        for conflict in merged.conflicts:
            self.body.addWidget(self._row(conflict))
        self.body.addStretch(1)
        self.add_button("Decide later").clicked.connect(self.reject)
        self.add_button("Go on with these", "primary").clicked.connect(self._decide)

    def _row(self, conflict: Conflict) -> QFrame:
        theme = self.theme
        frame = card()
        layout = QVBoxLayout(frame)
        margin = theme.px(12)
        layout.setContentsMargins(margin, theme.px(9), margin, theme.px(10))
        layout.setSpacing(theme.px(5))
        what, about = describe(conflict, self._sides[1])
        layout.addWidget(text_label(theme, what, SMALL_PX, SEMIBOLD, tone="muted"))
        if about:
            layout.addWidget(text_label(theme, about))
        scale = self._sides[1].role.scale
        group = QButtonGroup(frame)
        for words, value, is_theirs in (("Mine", conflict.mine, False), ("Theirs", conflict.theirs, True)):
            choice = QRadioButton(f"{words}: {isolated(in_words(value, scale))}".replace("&", "&&"))
            choice.setFont(theme.font())
            choice.setChecked(not is_theirs)
            choice.toggled.connect(partial(self._choose, conflict.place, is_theirs))
            group.addButton(choice)
            layout.addWidget(choice)
        return frame

    def _choose(self, place: Path, is_theirs: bool, checked: bool) -> None:
        if checked:
            (self._theirs.add if is_theirs else self._theirs.discard)(place)

    def _decide(self) -> None:
        self.decided.emit(self._found, merge(*self._sides, taking_theirs=self._theirs))
        self.accept()


def describe(conflict: Conflict, mine: Assessment) -> tuple[str, str]:
    """What a conflict is about: the kind of thing, and the text of its criterion where there is one."""
    fields = [str(step) for step in conflict.place if str(step) in _FIELD_WORDS]
    kind = capitalised(", ".join(_FIELD_WORDS[field] for field in fields) or "file")
    name = conflict.criterion_id
    criteria = {criterion.id: criterion for _, _, criterion in mine.role.criteria()}
    return kind, plain(criteria[name].text) if name in criteria else ""


def in_words(value: object, scale: Scale) -> str:
    """A side of a conflict in a line."""
    if value is None or value is ABSENT:
        return "nothing"
    if isinstance(value, Rating):
        return rating_words(scale, value)
    if isinstance(value, Evidence | Action):
        return _shortened(value.text)
    if isinstance(value, IndicatorValue):
        return _shortened(value_line(value))
    if isinstance(value, HiringRecord):
        return _shortened(record_words(value))
    if isinstance(value, Agreed):
        return _shortened(value.text or rating_words(scale, value.rating))
    return _shortened(str(getattr(value, "title", value)))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 160 else f"{line[:157]}…"

"""One criterion: its words, and all that is said about it beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ladder_app.domain.role import Criterion, Kind, Years
from ladder_app.domain.role_editing import (
    Place,
    criteria_of,
    criterion_at,
    criterion_changed,
    criterion_renamed,
    moved,
    refinable,
)
from ladder_app.gui.choice import Choice
from ladder_app.gui.role_editor.form import Form, show_text
from ladder_app.gui.role_editor.line_field import line_field, show_line
from ladder_app.gui.role_editor.number_line import NumberLine
from ladder_app.gui.tick import Tick
from ladder_app.markup import isolated, plain
from ladder_app.report.role_use_words import use_sentence

if TYPE_CHECKING:
    from ladder_app.gui.role_editor.draft import RoleDraft
    from ladder_app.gui.theme import Theme

_NONE = "None"
_MOST_LETTERS = 90
_KINDS = (Kind.RESPONSIBILITY, Kind.REQUIREMENT)


class CriterionForm(Form):
    """Shows the criterion that the draft is at, and changes it as the person types."""

    def __init__(self, theme: Theme, draft: RoleDraft, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Criterion", parent)
        self._draft = draft
        self.words = self.text("Text", "What somebody at this level does, or brings along", 3)
        self.answers_for(self.words, ("text",), ())
        self.words.textChanged.connect(self._on_words)
        self._kept = self.note()
        self.level = self.add("Level", Choice(theme, "Level", self, wraps=True))
        self.level.activated.connect(self._on_level)
        self.kind = self.add("Kind", Choice(theme, "Kind", self))
        self.kind.addItems(["Responsibility", "Requirement"])
        self.kind.activated.connect(self._on_kind)
        self.area = self.add("Area", Choice(theme, "Area", self, wraps=True), about=("area",))
        self.area.activated.connect(self._on_area)
        self.refines = self.add(
            "Refines",
            Choice(theme, "Refines", self, wraps=True),
            "The criterion of a lower level that this one is the sharper wording of; it is not counted twice.",
            about=("refines",),
        )
        self.refines.activated.connect(self._on_refines)
        self.plus = Tick(theme, "A plus: listed, and never counted", parent=self)
        self.plus.clicked.connect(self._on_plus)
        self.column.addSpacing(theme.px(10))
        self.column.addWidget(self.plus)
        self.weight = self.number("Weight", "usual", "How much it counts; empty is the usual.", about=("weight",))
        self.weight.edited.connect(self._on_weight)
        self.years = NumberLine(theme, "Years", "none", self)
        self.years.edited.connect(self._on_years)
        self.of = line_field(theme, "Years of what", "of what, such as software engineering", self)
        self.of.textEdited.connect(self._on_years)
        years = QWidget(self)
        row = QHBoxLayout(years)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.years)
        row.addWidget(self.of, 1)
        years.setFocusProxy(self.years)
        self.add("Years asked for", years, about=("years",))
        note = (
            "What files refer to it by. Once people have rated it, it should stay as it is: with another id and other "
            "words it counts as another criterion."
        )
        self._name = self.line("Id", note, about=("id",))
        self._name.editingFinished.connect(self._on_name)
        self.column.addStretch(1)

    def show_place(self) -> None:
        """Show the criterion that the draft is at."""
        place = self._place
        role, criterion = self._draft.role, criterion_at(self._draft.role, place)
        show_text(self.words, criterion.text)
        assessment = self._draft.in_use()
        kept = "" if assessment is None else use_sentence(assessment, criterion)
        self._kept.setText(kept)
        self._kept.setVisible(bool(kept))
        self.level.clear()
        self.level.addItems([plain(level.title) for level in role.levels])
        self.level.setCurrentIndex(place.level)
        self.kind.setCurrentIndex(_KINDS.index(place.kind or Kind.RESPONSIBILITY))
        _fill(self.area, [(None, _NONE), *((key, plain(title)) for key, title in role.areas.items())], criterion.area)
        offered = [
            (one.id, f"{isolated(plain(level.title))}: {isolated(_short(one.text))}")
            for level, one in refinable(role, place)
        ]
        _fill(self.refines, [(None, _NONE), *offered], criterion.refines)
        self.plus.setChecked(criterion.plus)
        self.weight.show_value(criterion.weight)
        self.years.show_value(None if criterion.years is None else criterion.years.minimum)
        show_line(self.of, "" if criterion.years is None else criterion.years.of)
        show_line(self._name, criterion.id)

    def focus_words(self) -> None:
        """Put the keyboard into the words."""
        self.words.setFocus()
        self.words.selectAll()

    @property
    def _place(self) -> Place:
        return self._draft.place or Place(0, Kind.RESPONSIBILITY)

    @property
    def _criterion(self) -> Criterion:
        return criterion_at(self._draft.role, self._place)

    def _change(self, name: str, key: str = "", **changes: object) -> None:
        place = self._place
        merge_key = f"{key} {place.path}" if key else ""
        self._draft.change(name, criterion_changed(self._draft.role, place, **changes), place, merge_key=merge_key)

    def _on_words(self) -> None:
        text, place, role = self.words.toPlainText(), self._place, self._draft.role
        taken = {criterion.id for _, _, criterion in role.criteria()}
        name = self._draft.name_for(self._criterion.id, text, taken)
        role = criterion_renamed(role, place, name) if name != self._criterion.id else role
        self._draft.change("text", criterion_changed(role, place, text=text), place, merge_key=f"text {place.path}")

    def _on_level(self, number: int) -> None:
        place, role = self._place, self._draft.role
        if number != place.level and place.kind is not None:
            end = len(criteria_of(role.levels[number], place.kind))
            name = f"move to {isolated(plain(role.levels[number].title))}"
            self._draft.change(name, *moved(role, place, Place(number, place.kind, end)))

    def _on_kind(self, number: int) -> None:
        kind, place = _KINDS[number], self._place
        if kind is not place.kind:
            end = len(criteria_of(self._draft.role.levels[place.level], kind))
            self._draft.change(
                f"make it a {kind.value}", *moved(self._draft.role, place, Place(place.level, kind, end))
            )

    def _on_area(self) -> None:
        self._change("area", area=self.area.currentData())

    def _on_refines(self) -> None:
        self._change("refines", refines=self.refines.currentData())

    def _on_plus(self, is_plus: bool) -> None:
        self._change("plus", plus=is_plus)

    def _on_weight(self, weight: object) -> None:
        self._change("weight", "weight", weight=weight)

    def _on_years(self, _value: object = None) -> None:
        minimum, of = self.years.value(), self.of.text()
        years = None if minimum is None and not of else Years.model_construct(minimum=minimum, of=of)
        self._change("years", "years", years=years)

    def _on_name(self) -> None:
        name = self._name.text().strip()
        if name and name != self._criterion.id:
            self._draft.change("id", criterion_renamed(self._draft.role, self._place, name), self._place)


def _fill(box: Choice, items: list[tuple[str | None, str]], chosen: str | None) -> None:
    """Offer these, with one chosen; one that is not among them is offered all the same, by its id."""
    if chosen is not None and all(key != chosen for key, _ in items):
        items = [*items, (chosen, f"“{isolated(chosen)}”, which is not there")]
    box.clear()
    for key, words in items:
        box.addItem(words, key)
    box.setCurrentIndex([key for key, _ in items].index(chosen))


def _short(text: str) -> str:
    words = plain(text)
    return words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS]}…"

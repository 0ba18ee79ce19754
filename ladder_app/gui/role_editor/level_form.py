"""One level: its title and grade, and the levels it builds on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.domain.role_editing import Place, bases_of, blank_extends, level_changed, level_renamed
from ladder_app.gui.parts import button, empty, text_label
from ladder_app.gui.role_editor.base_card import BaseCard
from ladder_app.gui.role_editor.form import Form, show_text
from ladder_app.gui.role_editor.line_field import show_line
from ladder_app.gui.role_editor.tab_order import tab_before
from ladder_app.gui.theme import MEDIUM, SMALL_PX
from ladder_app.markup import plain

if TYPE_CHECKING:
    from ladder_app.domain.role import Extends, Level
    from ladder_app.gui.role_editor.draft import RoleDraft
from ladder_app.gui.theme import Theme


class LevelForm(Form):
    """Shows the level that the draft is at, and changes it as the person types."""

    def __init__(self, theme: Theme, draft: RoleDraft, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Level", parent)
        self._draft = draft
        self._cards: list[BaseCard] = []
        self._offered: list[tuple[str, str]] = []
        self._title_field = self.line("Title", about=("title",))
        self._title_field.textEdited.connect(self._on_title)
        self.grade = self.number("Grade", "none", about=("grade",))
        self.grade.edited.connect(self._on_grade)
        self._link = self.line("Link to the grade")
        self._link.textEdited.connect(self._on_link)
        self._summary = self.text("Summary", "What this level is about, in a sentence or two")
        self._summary.textChanged.connect(self._on_summary)
        self.column.addSpacing(theme.px(8))
        self.column.addWidget(text_label(theme, "Builds on", SMALL_PX, MEDIUM, tone="muted"))
        self._bases = QVBoxLayout()
        self._bases.setSpacing(theme.px(6))
        self.column.addLayout(self._bases)
        self._add = button(theme, "Build on another level", "link")
        self._add.clicked.connect(self._on_added)
        self.answers_for(self._add, ("extends",), ())
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        self.column.addLayout(row)
        self._name = self.line("Id", "What files refer to it by.", about=("id",))
        self._name.editingFinished.connect(self._on_name)
        self.column.addStretch(1)

    def show_place(self) -> None:
        """Show the level that the draft is at."""
        level = self._level
        show_line(self._title_field, level.title)
        self.grade.show_value(level.grade)
        show_line(self._link, level.grade_url or "")
        show_text(self._summary, level.summary or "")
        show_line(self._name, level.id)
        others = [one for one in self._draft.role.levels if one is not level]
        self._add.setEnabled(bool(others))
        self._show_bases(level, others)

    def focus_words(self) -> None:
        """Put the keyboard into the title."""
        self._title_field.setFocus()
        self._title_field.selectAll()

    @property
    def _place(self) -> Place:
        return self._draft.place or Place(0)

    @property
    def _level(self) -> Level:
        return self._draft.role.levels[self._place.level]

    def _change(self, name: str, key: str = "", **changes: object) -> None:
        place = self._place
        merge_key = f"{key} {place.path}" if key else ""
        self._draft.change(name, level_changed(self._draft.role, place, **changes), place, merge_key=merge_key)

    def _on_title(self, text: str) -> None:
        role, place = self._draft.role, self._place
        name = self._draft.name_for(self._level.id, text, {level.id for level in role.levels})
        role = level_renamed(role, place, name) if name != self._level.id else role
        self._draft.change("title", level_changed(role, place, title=text), place, merge_key=f"title {place.path}")

    def _on_grade(self, grade: object) -> None:
        self._change("grade", "grade", grade=grade)

    def _on_link(self, text: str) -> None:
        self._change("link", "link", grade_url=text.strip() or None)

    def _on_summary(self) -> None:
        self._change("summary", "summary", summary=self._summary.toPlainText() or None)

    def _on_name(self) -> None:
        name = self._name.text().strip()
        if name and name != self._level.id:
            self._draft.change("id", level_renamed(self._draft.role, self._place, name), self._place)

    def _on_added(self) -> None:
        role, here = self._draft.role, self._level
        taken = {extends.level for extends in here.extends}
        lower = role.levels[: self._place.level][::-1]
        others = [level for level in (*lower, *role.levels) if level is not here]
        others.sort(
            key=lambda level: here.id in bases_of(role, level)
        )  # those that build on this one would be a circle
        base = next((level for level in others if level.id not in taken), others[0])
        self._change("build on a level", extends=(*self._level.extends, blank_extends(base)))

    def _show_bases(self, level: Level, others: list[Level]) -> None:
        offered = [(one.id, plain(one.title)) for one in others]
        if offered != self._offered or len(level.extends) != len(self._cards):
            empty(self._bases)
            self._offered = offered
            self._cards = [BaseCard(self.theme, offered, self) for _ in level.extends]
            for number, made in enumerate(self._cards):
                made.edited.connect(partial(self._on_base, number))
                self._bases.addWidget(made)
                made.show()
            tab_before(self._add, [stop for made in self._cards for stop in made.stops])
        for made, extends in zip(self._cards, level.extends, strict=True):
            made.show_extends(extends)

    def _on_base(self, number: int, extends: Extends | None) -> None:
        all_of_them = list(self._level.extends)
        if extends is None:
            del all_of_them[number]
            self._change("build on one level less", extends=tuple(all_of_them))
        else:
            is_words = extends.text != all_of_them[number].text
            all_of_them[number] = extends
            self._change("what it builds on", f"sentence {number}" if is_words else "", extends=tuple(all_of_them))

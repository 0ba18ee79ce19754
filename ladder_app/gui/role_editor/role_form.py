"""The role itself: what it is called, where it comes from, how it is rated, and what else its page says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.history import rates_alike
from ladder_app.domain.role import (
    EvidencePolicy,
    HiringProcess,
    Note,
    PerformanceIndicator,
    ReadinessPolicy,
    Source,
    Weights,
)
from ladder_app.domain.role_editing import changed, new_name
from ladder_app.domain.role_references import with_areas
from ladder_app.domain.scale import DEFAULT_SCALE, Scale, Step
from ladder_app.gui.choice import Choice
from ladder_app.gui.parts import button
from ladder_app.gui.role_editor.form import Form, show_text
from ladder_app.gui.role_editor.line_field import show_line
from ladder_app.markup import isolated, plain
from ladder_app.report.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.role import Role
    from ladder_app.gui.role_editor.draft import RoleDraft
    from ladder_app.gui.role_editor.lines import Row
    from ladder_app.gui.theme import Theme
    from ladder_app.storage.role_drafts import Remark

_OTHER_SCALE = (
    "Who has rated keeps the number of each rating, and is asked to check it again. What is above the highest step "
    "becomes the highest."
)
_POLICIES = {
    EvidencePolicy.EXPECTED: "expected: a claim without it is marked",
    EvidencePolicy.REQUIRED: "required: without it a rating does not meet",
}


class RoleForm(Form):
    """Shows the role of the draft, and changes it as the person types."""

    def __init__(self, theme: Theme, draft: RoleDraft, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Role", parent)
        self._draft = draft
        self._title_field = self.line("Title", about=("title",))
        self._title_field.textEdited.connect(self._on_title)
        self._description = self.text("Description", "One line for the list of roles", 1)
        self._description.textChanged.connect(self._on_description)
        self._summary = self.text("Summary", "What the role is there for")
        self._summary.textChanged.connect(self._on_summary)
        self._add_areas()
        self._add_rating()
        self._add_more()
        self._add_source()
        note = "What assessments know the role by. Once it is in use, it should stay as it is."
        self._name = self.line("Id", note, about=("id",))
        self._name.editingFinished.connect(self._on_name)
        self.column.addStretch(1)

    def _add_areas(self) -> None:
        self.section("Areas")
        caption = "What criteria are about. Where one goes, its criteria are in none."
        self._areas = self.lines(caption, "area", [("Area", 1)], "Add an area", about=("areas",))
        self._areas.edited.connect(self._on_areas)

    def _add_rating(self) -> None:
        theme = self.theme
        self.section("Rating")
        columns = [("Step", 2), ("What it looks like", 5)]
        self._steps = self.lines("Steps of the scale, from 0", "step", columns, "Add a step")
        self._steps.edited.connect(self._on_steps)
        self.answers_for(self._steps, ("scale",), ("scale", "steps"))
        self._usual = button(theme, "Use the usual scale", "link")
        self._usual.clicked.connect(self._on_usual)
        self.column.addWidget(self._usual)
        self._rated = self.note()
        meets = Choice(theme, "Step that meets the bar", self)
        self._meets = self.add("Step that meets the bar", meets, about=("scale", "meets"))
        self._meets.activated.connect(self._on_meets)
        self._evidence = self.add("Evidence", Choice(theme, "Evidence", self, wraps=True))
        for policy, words in _POLICIES.items():
            self._evidence.addItem(words, policy)
        self._evidence.activated.connect(self._on_policy)
        note = "The share of criteria that must be met, in percent."
        self.near = self.number("Nearly ready from", "90", note, about=("readiness", "near"), usual=90)
        weights = ("readiness", "weights")
        self._responsibility = self.number(
            "Weight of a responsibility", "1", about=(*weights, "responsibility"), usual=1
        )
        self._requirement = self.number("Weight of a requirement", "1", about=(*weights, "requirement"), usual=1)
        for field in (self.near, self._responsibility, self._requirement):
            field.edited.connect(self._on_policy)

    def _add_more(self) -> None:
        self.section("Performance indicators")
        columns = [("Indicator", 4), ("How it is measured", 4), ("Link", 3)]
        about = ("performance_indicators",)
        self._indicators = self.lines(
            "Figures the role is measured by", "indicator", columns, "Add an indicator", about=about
        )
        self._indicators.edited.connect(self._on_indicators)
        self.section("Hiring process")
        self._intro = self.text("Introduction", "", 1)
        about = ("hiring_process",)
        self._hiring_steps = self.lines("Steps, in order", "hiring step", [("Step", 1)], "Add a step", about=about)
        self._outro = self.text("Closing words", "", 1)
        for field in (self._intro, self._outro):
            field.textChanged.connect(self._on_hiring)
        self._hiring_steps.edited.connect(self._on_hiring)
        self.section("Notes")
        columns = [("Title", 2), ("Text", 5)]
        self._notes = self.lines("Whatever else the page says", "note", columns, "Add a note", about=("notes",))
        self._notes.edited.connect(self._on_notes)

    def _add_source(self) -> None:
        self.section("Source")
        self._source = self.line("Where it was published", about=("source",))
        self._url = self.line("Address")
        self._licence = self.line("Licence")
        for field in (self._source, self._url, self._licence):
            field.textEdited.connect(self._on_source)
        self._base = self.line("Address that links starting with / begin with")
        self._base.textEdited.connect(self._on_base)

    def show_place(self) -> None:
        """Show the role."""
        role = self._draft.role
        show_line(self._title_field, role.title)
        show_text(self._description, role.description or "")
        show_text(self._summary, role.summary or "")
        used = [criterion.area for _, _, criterion in role.criteria()]
        counts = [counted(used.count(key), "criterion", "criteria") for key in role.areas]
        self._areas.show_values([(title,) for title in role.areas.values()], counts)
        self._show_rating(role)
        self._indicators.show_values(
            [(one.text, one.measure or "", one.url or "") for one in role.performance_indicators]
        )
        hiring = role.hiring_process or HiringProcess()
        show_text(self._intro, hiring.intro or "")
        self._hiring_steps.show_values([(step,) for step in hiring.steps])
        show_text(self._outro, hiring.outro or "")
        self._notes.show_values([(note.title, note.text) for note in role.notes])
        source = role.source
        show_line(self._source, "" if source is None else source.title)
        show_line(self._url, "" if source is None else source.url or "")
        show_line(self._licence, "" if source is None else source.licence or "")
        show_line(self._base, role.base_url or "")
        show_line(self._name, role.id)

    def _show_rating(self, role: Role) -> None:
        scale, policy = role.scale, role.readiness
        self._steps.show_values([(step.label, step.descriptor) for step in scale.steps])
        self._meets.clear()
        self._meets.addItems([f"{number} {isolated(plain(step.label))}" for number, step in enumerate(scale.steps)])
        self._meets.setCurrentIndex(scale.meets)
        self._usual.setVisible(scale != DEFAULT_SCALE)
        self._evidence.setCurrentIndex(list(_POLICIES).index(policy.evidence))
        self.near.show_value(round(policy.near * 100, 6) if isinstance(policy.near, (int, float)) else policy.near)
        self._responsibility.show_value(policy.weights.responsibility)
        self._requirement.show_value(policy.weights.requirement)
        base = self._draft.base
        self._rated.setText(_OTHER_SCALE)
        self._rated.setVisible(base is not None and not rates_alike(base.scale, scale))

    def focus_on(self, remark: Remark, start: int) -> bool:
        is_there = super().focus_on(remark, start)
        if remark.path[:1] == ("areas",) and remark.path[-1] in self._draft.role.areas:
            self._areas.focus_line(list(self._draft.role.areas).index(str(remark.path[-1])))
        return is_there

    def focus_words(self) -> None:
        """Put the keyboard into the title."""
        self._title_field.setFocus()
        self._title_field.selectAll()

    def _change(self, name: str, key: str = "", **changes: object) -> None:
        self._draft.change(name, changed(self._draft.role, **changes), None, merge_key=key)

    def _on_title(self, text: str) -> None:
        self._change("title", "title", title=text, id=self._draft.name_for(self._draft.role.id, text, set()))

    def _on_description(self) -> None:
        self._change("description", "description", description=self._description.toPlainText() or None)

    def _on_summary(self) -> None:
        self._change("summary", "summary", summary=self._summary.toPlainText() or None)

    def _on_areas(self, rows: Sequence[Row]) -> None:
        """Areas keep their ids while their titles change; a new one is called by its title until it is saved."""
        role, draft = self._draft.role, self._draft
        old = list(role.areas)
        areas: dict[str, str] = {}
        names: dict[str, str] = {}
        for at, (title,) in rows:
            if at is None:
                key = new_name("area", [*old, *areas])
                draft.mark_fresh(key)
            else:
                taken = {*areas, *old} - {old[at]}
                key = names[old[at]] = draft.name_for(old[at], title, taken)
            areas[key] = title
        is_typed = [at for at, _ in rows] == list(range(len(old)))
        draft.change("areas", with_areas(role, areas, names), None, merge_key="areas" if is_typed else "")

    def _on_steps(self, rows: Sequence[Row]) -> None:
        """The bar stays with its step where that moves."""
        scale = self._draft.role.scale
        steps = tuple(Step.model_construct(label=label, descriptor=descriptor) for _, (label, descriptor) in rows)
        places = [at for at, _ in rows]
        meets = places.index(scale.meets) if scale.meets in places else scale.meets
        meets = min(max(meets, 1), max(len(steps) - 1, 1))
        is_typed = places == list(range(len(scale.steps)))
        self._change("scale", "scale" if is_typed else "", scale=Scale.model_construct(meets=meets, steps=steps))

    def _on_meets(self, number: int) -> None:
        self._change("bar", scale=self._draft.role.scale.model_copy(update={"meets": number}))

    def _on_usual(self) -> None:
        self._change("usual scale", scale=DEFAULT_SCALE)

    def _on_policy(self, _value: object = None) -> None:
        near, usual = self.near.value(), ReadinessPolicy()
        if isinstance(near, (int, float)):
            near = near / 100
        by_kind = (self._responsibility.value(), self._requirement.value())
        weights = [1 if weight is None else weight for weight in by_kind]
        policy = ReadinessPolicy.model_construct(
            near=usual.near if near is None else near,
            evidence=self._evidence.currentData(),
            weights=Weights.model_construct(responsibility=weights[0], requirement=weights[1]),
        )
        self._change("rules of readiness", "policy", readiness=policy)

    def _on_indicators(self, rows: Sequence[Row]) -> None:
        old = self._draft.role.performance_indicators
        made: list[PerformanceIndicator] = []
        for at, (text, measure, url) in rows:
            taken = {one.id for one in (*old, *made)}
            if at is None:
                name = new_name("indicator", sorted(taken))
                self._draft.mark_fresh(name)
                one = PerformanceIndicator.model_construct(id=name, text=text)
            else:
                one = old[at]
            name = self._draft.name_for(one.id, text, taken)
            words = {"id": name, "text": text, "measure": measure or None, "url": url.strip() or None}
            made.append(one.model_copy(update=words))
        is_typed = [at for at, _ in rows] == list(range(len(old)))
        self._change("performance indicators", "indicators" if is_typed else "", performance_indicators=tuple(made))

    def _on_hiring(self, rows: Sequence[Row] | None = None) -> None:
        old = self._draft.role.hiring_process or HiringProcess()
        intro, outro = self._intro.toPlainText() or None, self._outro.toPlainText() or None
        steps = old.steps if rows is None else tuple(step for _, (step,) in rows)
        hiring = (
            HiringProcess.model_construct(intro=intro, steps=steps, outro=outro) if intro or outro or steps else None
        )
        self._change("hiring process", "hiring" if len(steps) == len(old.steps) else "", hiring_process=hiring)

    def _on_notes(self, rows: Sequence[Row]) -> None:
        notes = tuple(Note.model_construct(title=title, text=text) for _, (title, text) in rows)
        is_typed = len(notes) == len(self._draft.role.notes)
        self._change("notes", "notes" if is_typed else "", notes=notes)

    def _on_source(self, _text: str) -> None:
        title, url, licence = (field.text() for field in (self._source, self._url, self._licence))
        source = Source.model_construct(title=title, url=url.strip() or None, licence=licence or None)
        self._change("source", "source", source=source if title or url or licence else None)

    def _on_base(self, text: str) -> None:
        self._change("address of links", "base", base_url=text.strip() or None)

    def _on_name(self) -> None:
        name = self._name.text().strip()
        if name and name != self._draft.role.id:
            self._change("id", id=name)

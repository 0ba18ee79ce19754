"""The role itself: what it is called, where it comes from, how it is rated, and what else its page says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSpinBox, QWidget

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
from ladder_app.domain.scale import DEFAULT_SCALE, Scale, Step
from ladder_app.gui.choice import Choice
from ladder_app.gui.parts import button
from ladder_app.gui.role_editor.criterion_form import number_field, show_number, whole
from ladder_app.gui.role_editor.form import Form, show_line, show_text
from ladder_app.importers.ids import slug
from ladder_app.markup import isolated, plain

if TYPE_CHECKING:
    from ladder_app.domain.role import Role
    from ladder_app.gui.role_editor.draft import RoleDraft
    from ladder_app.gui.theme import Theme

_POLICIES = {
    EvidencePolicy.EXPECTED: "expected: a claim without it is marked",
    EvidencePolicy.REQUIRED: "required: without it a rating does not meet",
}


class RoleForm(Form):
    """Shows the role of the draft, and changes it as the person types."""

    def __init__(self, theme: Theme, draft: RoleDraft, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Role", parent)
        self._draft = draft
        self._title_field = self.line("Title")
        self._title_field.textEdited.connect(self._on_title)
        self._description = self.text("Description", "One line for the list of roles", 1)
        self._description.textChanged.connect(self._on_description)
        self._summary = self.text("Summary", "What the role is there for")
        self._summary.textChanged.connect(self._on_summary)
        self._add_areas()
        self._add_rating()
        self._add_more()
        self._add_source()
        self._name = self.line("Id", "What assessments know the role by. Once it is in use, it should stay as it is.")
        self._name.editingFinished.connect(self._on_name)
        self.column.addStretch(1)

    def _add_areas(self) -> None:
        self.section("Areas")
        self._areas = self.lines("Areas that criteria belong to", "area", [("Area", 1)], "Add an area")
        self._areas.changed.connect(self._on_areas)

    def _add_rating(self) -> None:
        theme = self.theme
        self.section("Rating")
        columns = [("Step", 2), ("What it looks like", 5)]
        self._steps = self.lines("Steps of the scale, from 0", "step", columns, "Add a step")
        self._steps.changed.connect(self._on_steps)
        self._meets = self.add("Step that meets the bar", Choice(theme, "Step that meets the bar", self))
        self._meets.activated.connect(self._on_meets)
        self._usual = button(theme, "Use the usual scale", "link")
        self._usual.clicked.connect(self._on_usual)
        self.column.addWidget(self._usual)
        self._evidence = self.add("Evidence", Choice(theme, "Evidence", self, wraps=True))
        for policy, words in _POLICIES.items():
            self._evidence.addItem(words, policy)
        self._evidence.activated.connect(self._on_policy)
        self.near = self.add("Nearly ready from", QSpinBox(self), "The share of criteria that must be met.")
        self.near.setFont(theme.font())
        self.near.setRange(0, 100)
        self.near.setSuffix(" %")
        self.near.setMinimumHeight(theme.px(30))
        self.near.setMaximumWidth(theme.px(120))
        self.near.valueChanged.connect(self._on_policy)
        self._responsibility = self.add(
            "Weight of a responsibility", number_field(theme, "Weight of a responsibility", 1000)
        )
        self._requirement = self.add("Weight of a requirement", number_field(theme, "Weight of a requirement", 1000))
        for field in (self._responsibility, self._requirement):
            field.setMinimum(0.01)
            field.valueChanged.connect(self._on_policy)

    def _add_more(self) -> None:
        self.section("Performance indicators")
        columns = [("Indicator", 4), ("How it is measured", 4), ("Link", 3)]
        self._indicators = self.lines("Figures the role is measured by", "indicator", columns, "Add an indicator")
        self._indicators.changed.connect(self._on_indicators)
        self.section("Hiring process")
        self._intro = self.text("Introduction", "", 1)
        self._hiring_steps = self.lines("Steps, in order", "hiring step", [("Step", 1)], "Add a step")
        self._outro = self.text("Closing words", "", 1)
        for field in (self._intro, self._outro):
            field.textChanged.connect(self._on_hiring)
        self._hiring_steps.changed.connect(self._on_hiring)
        self.section("Notes")
        self._notes = self.lines("Whatever else the page says", "note", [("Title", 2), ("Text", 5)], "Add a note")
        self._notes.changed.connect(self._on_notes)

    def _add_source(self) -> None:
        self.section("Source")
        self._source = self.line("Where it was published")
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
        self._areas.show_values([(title,) for title in role.areas.values()])
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
        blocked = self.near.blockSignals(True)
        self.near.setValue(round(policy.near * 100))
        self.near.blockSignals(blocked)
        show_number(self._responsibility, policy.weights.responsibility)
        show_number(self._requirement, policy.weights.requirement)

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

    def _on_areas(self) -> None:
        """Areas keep their ids while their titles change; what comes new is named by its title."""
        titles = [title for (title,) in self._areas.values]
        old = list(self._draft.role.areas.items())
        areas: dict[str, str] = {}
        if len(titles) == len(old):
            areas = {key: title for (key, _), title in zip(old, titles, strict=True)}
        else:
            ids = {title: key for key, title in old}
            for title in titles:
                areas[new_name(ids.get(title) or slug(title or "area"), tuple(areas))] = title
        self._change("areas", "areas" if len(titles) == len(old) else "", areas=areas)

    def _on_steps(self) -> None:
        steps = tuple(
            Step.model_construct(label=label, descriptor=descriptor) for label, descriptor in self._steps.values
        )
        meets = min(self._draft.role.scale.meets, max(len(steps) - 1, 1))
        self._change("scale", "scale", scale=Scale.model_construct(meets=meets, steps=steps))

    def _on_meets(self, number: int) -> None:
        self._change("bar", scale=self._draft.role.scale.model_copy(update={"meets": number}))

    def _on_usual(self) -> None:
        self._change("usual scale", scale=DEFAULT_SCALE)

    def _on_policy(self, _value: object = None) -> None:
        weights = Weights(
            responsibility=whole(self._responsibility.value()), requirement=whole(self._requirement.value())
        )
        policy = ReadinessPolicy(near=self.near.value() / 100, evidence=self._evidence.currentData(), weights=weights)
        self._change("rules of readiness", "policy", readiness=policy)

    def _on_indicators(self) -> None:
        old = self._draft.role.performance_indicators
        made: list[PerformanceIndicator] = []
        for number, (text, measure, url) in enumerate(self._indicators.values):
            kept = len(old) == len(self._indicators.values)
            same = old[number] if kept else next((one for one in old if one.text == text), None)
            name = same.id if same is not None else new_name(slug(text or "indicator"), [one.id for one in made])
            fresh = PerformanceIndicator.model_construct(id=name, text=text)
            words = {"text": text, "measure": measure or None, "url": url.strip() or None}
            made.append((same or fresh).model_copy(update=words))
        self._change("performance indicators", "indicators", performance_indicators=tuple(made))

    def _on_hiring(self) -> None:
        intro, outro = self._intro.toPlainText() or None, self._outro.toPlainText() or None
        steps = tuple(step for (step,) in self._hiring_steps.values)
        hiring = (
            HiringProcess.model_construct(intro=intro, steps=steps, outro=outro) if intro or outro or steps else None
        )
        self._change("hiring process", "hiring", hiring_process=hiring)

    def _on_notes(self) -> None:
        notes = tuple(Note.model_construct(title=title, text=text) for title, text in self._notes.values)
        self._change("notes", "notes", notes=notes)

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

"""The plan as a Markdown checklist, to be ticked anywhere."""

from collections.abc import Iterator
from datetime import date

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Action
from ladder_app.domain.plan import Plan, Planned, Waiting, plan
from ladder_app.domain.readiness import Readiness
from ladder_app.markup import isolated, linked, shown
from ladder_app.report.markdown_text import cell, escaped, one_line
from ladder_app.report.plan_words import details, focus_effect, nothing_planned, serves_words, waiting_words, why_words
from ladder_app.report.sentences import SEPARATOR, level_title
from ladder_app.report.words import capitalised, long_day, points


def checklist(assessment: Assessment, readiness: Readiness, today: date) -> str:
    """The checklist for a level as of a day."""
    found = plan(assessment, readiness, today)
    return "\n".join([*_head(assessment, found, today), *_Lines(assessment, found, today).all()]) + "\n"


def _head(assessment: Assessment, found: Plan, today: date) -> Iterator[str]:
    yield f"# Plan for {isolated(escaped(level_title(found.readiness.level.level)))}"
    yield ""
    parts = [assessment.person.name, assessment.cycle.name, long_day(today)]
    yield escaped(SEPARATOR.join(isolated(" ".join(shown(part).split())) for part in parts))
    nothing = nothing_planned(found)
    for words in (focus_effect(found), "" if nothing is None else f"{nothing[0]}. {nothing[1]}"):
        if words:
            yield ""
            yield escaped(words)


class _Lines:
    """Writes the parts of a plan."""

    def __init__(self, assessment: Assessment, found: Plan, today: date) -> None:
        self._assessment = assessment
        self._plan = found
        self._today = today

    def all(self) -> Iterator[str]:
        plan = self._plan
        yield from self._part(
            "In focus", [self._planned(item.planned, why_words(item, self._today)) for item in plan.focus]
        )
        yield from self._part(
            "Gaps without an action",
            [[f"- {isolated(self._role_text(item.gap.criterion.text))} – {_waiting(item)}"] for item in plan.waiting],
        )
        yield from self._part("Later", [self._planned(item) for item in plan.later])
        yield from self._part(
            "For no gap", [[*self._action(i.action), f"  - {serves_words(i.serves, plan)}"] for i in plan.idle]
        )
        yield from self._part("Done", [list(self._action(action)) for action in plan.done])

    @staticmethod
    def _part(heading: str, entries: list[list[str]]) -> Iterator[str]:
        if entries:
            yield from ("", f"## {heading}", "")
            for lines in entries:
                yield from lines

    def _planned(self, item: Planned, why: str = "") -> list[str]:
        gaps = [f"  - For: {isolated(self._role_text(gap.criterion.text))}" for gap in item.gaps]
        return [*self._action(item.action), *gaps, *([f"  - {escaped(why)}"] if why else [])]

    def _action(self, action: Action) -> Iterator[str]:
        box = " " if action.is_open else "x"
        yield f"- [{box}] {one_line(linked(action.text, str))}"
        yield f"  - {cell(capitalised(details(action, self._today)))}"

    def _role_text(self, text: str) -> str:
        return one_line(linked(text, self._assessment.role.link))


def _waiting(item: Waiting) -> str:
    return f"{points(item.gap.adds_points)}, {waiting_words(item)}"

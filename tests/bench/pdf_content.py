"""Reports of a given size, for the figures about the PDF."""

from datetime import date, timedelta

from ladder_app.domain.assessment import Assessment, Person
from ladder_app.domain.cycle import Cycle
from ladder_app.domain.entries import Evidence, Rating
from ladder_app.domain.role import Criterion, Level, Role
from ladder_app.report.content import report
from ladder_app.report.parts import Report

_SENTENCE = (
    "team release pipeline review budget customer incident quarter measured shipped agreed wrote taught moved planned "
    "reduced from minutes with three other engineers across two regions because the old way cost us every week and "
    "nobody owned it until we sat down together and decided what to keep"
)
_WORDS = tuple(_SENTENCE.split())
_DAY = date(2026, 11, 23)
_STEPS = (3, 4, 3, 2, 3, 1)


def rated_report(count: int, words: int = 40) -> Report:
    """The full report of `count` rated criteria, each with one piece of evidence of so many words."""
    criteria = tuple(Criterion(id=f"c{i}", text=f"Criterion {i}: {_text(i, 12)}.", area="work") for i in range(count))
    half = count // 2
    level = Level(
        id="senior", title="Senior Engineer", grade=6, responsibilities=criteria[:half], requirements=criteria[half:]
    )
    role = Role(id="engineer", title="Engineer", areas={"work": "The work"}, levels=(level,))
    cycle = Cycle(
        name="2026 H2",
        opened=date(2026, 7, 1),
        ratings={c.id: Rating(step=_STEPS[i % len(_STEPS)]) for i, c in enumerate(criteria)},
        evidence=tuple(
            Evidence(id=f"e{i}", date=_DAY - timedelta(days=i % 120), text=_text(i * 7, words), criteria=(c.id,))
            for i, c in enumerate(criteria)
        ),
    )
    assessment = Assessment(
        id="sample", person=Person(name="Sample Engineer"), target="senior", cycles=(cycle,), role=role
    )
    return report(assessment, _DAY)


def _text(start: int, words: int) -> str:
    return " ".join(_WORDS[(start + i * i) % len(_WORDS)] for i in range(words))

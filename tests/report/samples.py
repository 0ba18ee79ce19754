"""What the tests of reports look at: the shipped sample, small roles, any assessment at all."""

from datetime import date
from functools import lru_cache

from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Rating
from ladder_app.domain.raters import raters
from ladder_app.domain.readiness import Readiness, readiness
from ladder_app.domain.role import Role
from ladder_app.report.content import report
from ladder_app.report.parts import Report
from ladder_app.storage.assessments import sample_assessment
from tests.domain.builders import assessment, level, one, rated, role
from tests.domain.strategies import assessments

DAY = date(2026, 11, 23)


@lru_cache(maxsize=1)
def sample() -> Assessment:
    return sample_assessment()


@lru_cache(maxsize=1)
def sample_report() -> Report:
    return report(sample(), DAY, with_notes=True)


def graded(count: int = 4, **more: object) -> Role:
    """A role of one level, grade 9, with `count` criteria called a, b, c, …"""
    names = [chr(ord("a") + i) for i in range(count)]
    only = level("senior", names).model_copy(update={"grade": 9})
    return role(only, **more)


def of_steps(*steps: int | None, about: Role | None = None, current: str | None = None) -> Assessment:
    """An assessment of `graded` with these ratings in order; None leaves one unrated, -1 says it does not apply."""
    names = [chr(ord("a") + i) for i in range(len(steps))]
    given = rated(
        **{name: None if step < 0 else step for name, step in zip(names, steps, strict=True) if step is not None}
    )
    made = assessment(about or graded(len(steps)), given)
    return made.model_copy(update={"current": current})


def ready(*steps: int | None, about: Role | None = None) -> Readiness:
    return readiness(of_steps(*steps, about=about))


@st.composite
def views(draw: st.DrawFn) -> tuple[Assessment, str, str]:
    """Any assessment with any of its levels and any of its raters."""
    made = draw(assessments())
    target = draw(st.sampled_from([found.id for found in made.role.levels]))
    return made, target, draw(st.sampled_from(raters(made.cycle)))


__all__ = ["DAY", "Rating", "graded", "of_steps", "one", "ready", "sample", "sample_report", "views"]

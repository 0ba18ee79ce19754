"""Small roles and assessments, said in one line each."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest
from pydantic import ValidationError

from ladder_app.domain.assessment import Assessment, Person
from ladder_app.domain.cycle import Cycle
from ladder_app.domain.entries import Evidence, Rating
from ladder_app.domain.role import Criterion, EvidencePolicy, Extends, Kind, Level, ReadinessPolicy, Role
from ladder_app.domain.scale import Scale, Step
from ladder_app.domain.values import Inconsistent, Path

TODAY = date(2026, 7, 1)
SAMPLE = Person(name="Sample Engineer")


def one(criterion_id: str, text: str = "", **more: object) -> Criterion:
    return Criterion.model_validate({"id": criterion_id, "text": text or f"Text of {criterion_id}.", **more})


def level(
    level_id: str,
    responsibilities: Iterable[str | Criterion] = (),
    requirements: Iterable[str | Criterion] = (),
    extends: Iterable[str | Extends] = (),
) -> Level:
    """A level from ids or criteria; an id in `extends` stands for both kinds."""
    return Level(
        id=level_id,
        title=level_id.upper(),
        responsibilities=tuple(one(c) if isinstance(c, str) else c for c in responsibilities),
        requirements=tuple(one(c) if isinstance(c, str) else c for c in requirements),
        extends=tuple(Extends(level=e) if isinstance(e, str) else e for e in extends),
    )


def responsibilities_of(level_id: str) -> Extends:
    return Extends(level=level_id, kinds=(Kind.RESPONSIBILITY,))


def scale(steps: int, meets: int) -> Scale:
    return Scale(meets=meets, steps=tuple(Step(label=f"Step {i}") for i in range(steps)))


def role(*levels: Level, **more: object) -> Role:
    return Role.model_validate({"id": "role", "title": "Role", "levels": levels, **more})


def evidence_required() -> ReadinessPolicy:
    return ReadinessPolicy(evidence=EvidencePolicy.REQUIRED)


def na(reason: str = "no budget here") -> Rating:
    return Rating(not_applicable=reason)


def rated(**steps: int | None) -> dict[str, Rating]:
    """Ratings by criterion id; None stands for not applicable."""
    return {name: na() if step is None else Rating(step=step) for name, step in steps.items()}


def proof(evidence_id: str, *criteria: str, day: date = TODAY) -> Evidence:
    return Evidence(id=evidence_id, date=day, text="Did it.", criteria=criteria)


def assessment(about: Role, ratings: Mapping[str, Rating] | None = None, **cycle: object) -> Assessment:
    """An assessment of the role's last level, in its first cycle."""
    opened = Cycle.model_validate({"name": "2026 H2", "opened": TODAY, "ratings": ratings or {}, **cycle})
    return Assessment(id="sample", person=SAMPLE, target=about.levels[-1].id, cycles=(opened,), role=about)


def faults_in(make: Callable[[], object]) -> dict[Path, str]:
    """What a value says is wrong with it, by place."""
    with pytest.raises(ValidationError) as caught:
        make()
    found: dict[Path, str] = {}
    for error in caught.value.errors():
        inner = error.get("ctx", {}).get("error")
        if isinstance(inner, Inconsistent):
            found.update({(*error["loc"], *fault.path): fault.message for fault in inner.faults})
        else:
            found[tuple(error["loc"])] = error["msg"]
    return found

"""The steps of a hiring process as the person takes them: when, with whom, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ladder_app.domain.assessment import Assessment, HiringRecord
from ladder_app.domain.matching import flat
from ladder_app.domain.role import Role

_ALIKE = 0.6
"""From this share of letters in common on, a step that differs is the same one, worded otherwise."""


@dataclass(frozen=True, slots=True)
class TrackedStep:
    """A step of the role's hiring process with what is recorded of it; `retired` is one the role no longer has."""

    text: str
    record: HiringRecord | None
    retired: bool = False


def hiring_steps(role: Role) -> tuple[str, ...]:
    """The steps of the role's hiring process, in order."""
    return () if role.hiring_process is None else role.hiring_process.steps


def tracked_steps(assessment: Assessment) -> tuple[TrackedStep, ...]:
    """The role's steps in order, then what is recorded of steps that it no longer has."""
    records = {flat(record.step): record for record in assessment.hiring}
    steps = hiring_steps(assessment.role)
    known = {flat(step) for step in steps}
    return (
        *(TrackedStep(step, records.get(flat(step))) for step in steps),
        *(TrackedStep(r.step, r, retired=True) for r in assessment.hiring if flat(r.step) not in known),
    )


def with_record(assessment: Assessment, record: HiringRecord) -> Assessment:
    """A copy with this recorded of its step; what says nothing takes away what was recorded."""
    wanted = flat(record.step)
    kept = [one for one in assessment.hiring if flat(one.step) != wanted]
    if not record.says_nothing:
        places = [place for place, one in enumerate(assessment.hiring) if flat(one.step) == wanted]
        kept.insert(places[0] if places else len(kept), record)
    return assessment.model_copy(update={"hiring": tuple(kept)})


def followed(records: Sequence[HiringRecord], new: Role) -> tuple[HiringRecord, ...]:
    """The records under the words of another version of the role.

    A step is known again by its text, white space aside, else by its likeness, the likest first. Records of
    steps that are gone stay as they are.
    """
    steps = hiring_steps(new)
    recorded = {flat(record.step) for record in records}
    free = [step for step in dict.fromkeys(steps) if flat(step) not in recorded]
    known = {flat(step) for step in steps}
    alike = sorted(
        (
            (-_likeness(record.step, step), place, offered)
            for place, record in enumerate(records)
            if flat(record.step) not in known
            for offered, step in enumerate(free)
        ),
    )
    found: dict[int, int] = {}
    for likeness, place, offered in alike:
        if -likeness >= _ALIKE and place not in found and offered not in found.values():
            found[place] = offered
    return tuple(
        record.model_copy(update={"step": free[found[place]]}) if place in found else record
        for place, record in enumerate(records)
    )


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, flat(one), flat(other), autojunk=False).ratio()

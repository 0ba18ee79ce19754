"""Older formats → the current one, a numbered step at a time, on plain values.

A step knows nothing of the models: they move on, the steps stay. It never fails; what it does not find as it
should be is left for validation to name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ladder_app.storage.identity import readable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROLE = "ladder-role"
ASSESSMENT = "ladder-assessment"


def assessment_1_to_2(value: dict[str, Any]) -> None:
    """An assessment has an id.

    It follows from what never changes about the file – who, which role, the first cycle – so that the file has
    the same one however often it is read before it is written.
    """
    if "id" in value:
        return
    import hashlib
    import json

    person, role, cycles = value.get("person"), value.get("role"), value.get("cycles")
    first = cycles[0] if isinstance(cycles, list) and cycles else None
    known_by = [_scalar(person, "name"), _scalar(role, "id"), _scalar(first, "name"), _scalar(first, "opened")]
    digest = hashlib.sha256(json.dumps(known_by).encode()).hexdigest()
    rest = dict(value)
    value.clear()
    value.update({"format": rest.pop("format", None), "id": readable(digest[:32]), **rest})


MIGRATIONS: Mapping[str, tuple[Callable[[dict[str, Any]], None], ...]] = {
    ROLE: (),
    ASSESSMENT: (assessment_1_to_2,),
}
"""For each kind of file, the step from version 1 to 2, from 2 to 3, and so on."""


def current_version(kind: str) -> int:
    """The version that this Ladder writes."""
    return len(MIGRATIONS[kind]) + 1


def migrate(value: dict[str, Any], kind: str, version: int) -> None:
    """Bring the plain value of a file of that version up to the current one, in place."""
    for step in MIGRATIONS[kind][version - 1 :]:
        step(value)
    value["format"] = f"{kind}/{current_version(kind)}"


def _scalar(mapping: object, key: str) -> str | None:
    found = mapping.get(key) if isinstance(mapping, dict) else None
    return found if isinstance(found, str) else None

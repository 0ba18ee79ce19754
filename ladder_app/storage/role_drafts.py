"""What is wrong with a role that is being edited, and what deserves a look, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from ladder_app.domain.role import Role
from ladder_app.domain.role_editing import Place, criterion_at, place_at
from ladder_app.domain.role_warnings import role_warnings
from ladder_app.domain.values import CONTRADICTIONS_ALLOWED, Fault
from ladder_app.storage.mending import KEY_MARKER, inconsistencies
from ladder_app.storage.role_draft_words import draft_words
from ladder_app.storage.validation import is_real
from ladder_app.storage.wording import legible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ladder_app.domain.values import Path

_ADVICE = {
    "extend each other in a circle": " Take one of them out.",
    "refine each other in a circle": " Let one of them refine none.",
    "not of its own": " Choose another, or none.",
}
_MOST_LETTERS = 60
_QUOTE = re.compile("“([^”]*)”")


@dataclass(frozen=True, slots=True)
class Remark:
    """A fault, which keeps the role from being used, or a warning; `path` is that of the value it is about."""

    path: Path
    message: str
    is_fault: bool


def draft_remarks(role: Role) -> tuple[Remark, ...]:
    """All faults of the draft; where there are none, all warnings."""
    faults = tuple(Remark(fault.path, legible(fault.message), is_fault=True) for fault in _faults(role))
    if faults:
        return faults
    texts = {criterion.id: criterion.text for _, _, criterion in role.criteria()}
    warned = ((fault.path, _of_itself(role, fault)) for fault in role_warnings(role))
    return tuple(Remark(path, _by_text(message, texts), is_fault=False) for path, message in warned)


def _of_itself(role: Role, fault: Fault) -> str:
    """A warning that begins with what it is about, for where that is said already."""
    place = place_at(fault.path) or Place(0)
    level = role.levels[place.level]
    name, what = (level.title, "level") if place.kind is None else (criterion_at(role, place).id, "criterion")
    own = f"“{name}” "
    is_of_itself = fault.message.startswith(own) and fault.path[-1] != "title"
    return f"This {what} {fault.message.removeprefix(own)}" if is_of_itself else fault.message


def _by_text(message: str, texts: Mapping[str, str]) -> str:
    """A warning that names criteria by their words: who looks at a form sees no ids."""

    def named(quote: re.Match[str]) -> str:
        words = " ".join(texts.get(quote[1], quote[1]).split())
        return f"“{words if len(words) <= _MOST_LETTERS else f'{words[: _MOST_LETTERS - 1]}…'}”"

    return _QUOTE.sub(named, message)


def _faults(role: Role) -> Iterator[Fault]:
    try:
        Role.model_validate(role.model_dump(warnings=False), context=CONTRADICTIONS_ALLOWED)
    except ValidationError as error:
        for fault in filter(is_real, error.errors(include_url=False)):
            contradictions = inconsistencies(fault)
            if contradictions:
                yield from contradictions
            else:
                path: Path = tuple(step for step in fault["loc"] if step != KEY_MARKER)
                yield Fault(path, draft_words(fault, path))
    for found in role.contradictions():
        advice = next((words for end, words in _ADVICE.items() if end in found.message), "")
        yield Fault(found.path, found.message + advice)

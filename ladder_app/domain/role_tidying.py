"""A role without the spaces that slip in at the ends of a text while it is typed."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from ladder_app.domain.role import Role
from ladder_app.domain.values import Frozen

T = TypeVar("T")


def tidied(role: Role, base: Role | None = None) -> Role:
    """The role with no text that begins or ends with a space. What stands in `base` like that stays as it is."""
    return _tidied(role, frozenset(_texts(base)))


def _tidied(value: T, kept: frozenset[str]) -> T:
    """The value with its texts tidied; itself where there is nothing to tidy."""
    made: Any = value
    if isinstance(value, str):
        made = value if value in kept else value.strip()
    elif isinstance(value, Frozen):
        changes = _changes(value.__dict__, kept)
        made = value.model_copy(update=changes) if changes else value
    elif isinstance(value, Mapping):
        changes = _changes(value, kept)
        made = {**value, **changes} if changes else value
    elif isinstance(value, tuple):
        parts = tuple(_tidied(part, kept) for part in value)
        made = value if all(one is other for one, other in zip(parts, value, strict=True)) else parts
    found: T = made
    return found


def _changes(values: Mapping[str, Any], kept: frozenset[str]) -> dict[str, Any]:
    tidy = {name: _tidied(value, kept) for name, value in values.items()}
    return {name: value for name, value in tidy.items() if value is not values[name]}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Frozen):
        yield from _texts(value.__dict__)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)

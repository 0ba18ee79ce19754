"""Gives scalars the type that the model wants at their place.

In a file every scalar is text; which of them are numbers or flags only the model knows. The models
themselves take no text for a number, so that nothing but a file can be read that way.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ladder_app.storage.annotations import bare, entry_type, is_model

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import BaseModel

_WHOLE = re.compile(r"[-+]?[0-9]{1,300}")
_NUMBER = re.compile(r"[-+]?(?:[0-9]{1,300}(?:\.[0-9]{0,300})?|\.[0-9]{1,300})(?:[eE][-+]?[0-9]{1,3})?")
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def give_types(model: type[BaseModel], value: Any) -> None:
    """Replace, in the plain value of a model, the texts of numbers and flags by what they say.

    What does not look like one stays text, for validation to object to.
    """
    if not isinstance(value, dict):
        return
    for name, convert in _plan(model):
        found = value.get(name)
        if found is not None:
            value[name] = convert(found)


@lru_cache(maxsize=64)
def _plan(model: type[BaseModel]) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """The fields of a model that hold a number or a flag, or something that does."""
    steps = ((name, _conversion(bare(field.annotation))) for name, field in model.model_fields.items())
    return tuple((name, convert) for name, convert in steps if convert is not None)


def _conversion(annotation: Any) -> Callable[[Any], Any] | None:
    if annotation in _CONVERSIONS:
        return _CONVERSIONS[annotation]
    if is_model(annotation):
        return _ModelConversion(annotation) if _plan(annotation) else None
    entries = entry_type(annotation)
    inner = None if entries is None else _conversion(entries)
    return None if inner is None else _EntriesConversion(inner)


class _ModelConversion:
    def __init__(self, model: type[BaseModel]) -> None:
        self._model = model

    def __call__(self, value: Any) -> Any:
        give_types(self._model, value)
        return value


class _EntriesConversion:
    """Converts every entry of a list, or every value of a mapping."""

    def __init__(self, convert: Callable[[Any], Any]) -> None:
        self._convert = convert

    def __call__(self, value: Any) -> Any:
        if isinstance(value, dict):
            for key, entry in value.items():
                value[key] = self._convert(entry)
        elif isinstance(value, list):
            value[:] = map(self._convert, value)
        return value


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, str) and _WHOLE.fullmatch(value) else value


def _number(value: Any) -> Any:
    return float(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else value


def _flag(value: Any) -> Any:
    return _FLAGS.get(value.lower(), value) if isinstance(value, str) else value


_CONVERSIONS: dict[Any, Callable[[Any], Any]] = {int: _whole, float: _number, bool: _flag}

"""Stand-ins for what is at fault in a file, so that contradictions in the rest of it can be told as well.

A reference that leads nowhere, a doubled id or a circle shows only once everything has the shape that the model
wants. So each value that has not is replaced by one that has, at its place, and what then contradicts that
stand-in, or misses what it took the place of, is not told: it goes away with the fault that was told already.
"""

from __future__ import annotations

import typing
from collections.abc import Mapping
from datetime import date
from enum import Enum
from itertools import count
from typing import Any

from pydantic import BaseModel, ValidationError

from ladder_app.domain.values import CONTRADICTIONS_ALLOWED, Fault, Frozen, Inconsistent, Path
from ladder_app.errors import did_you_mean
from ladder_app.storage.annotations import bare, entry_type, is_model, type_at

KEY_MARKER = "[key]"
"""What pydantic puts behind a mapping's key where the key itself is at fault."""

_ROUNDS = 3
"""How often the value is tried: with its shape mended, with its parts mended, and once to be sure."""

_MOST_GUESSES = 20
"""In so many mappings with unknown keys it is guessed what was meant; more are no slips of the finger."""

_SCALARS: dict[Any, Any] = {bool: False, int: 1, float: 1.0, date: "2000-01-01"}


def hidden_contradictions(model: type[Frozen], value: dict[str, Any], faults: list[Any]) -> list[Fault]:
    """The contradictions in a plain value that do not follow from its faults (as pydantic lists them).

    The value is mended in place; it must not be used any further.
    """
    mending = _Mending(model, value)
    found: list[Fault] = []
    for turn in range(_ROUNDS):
        contradictions = [inner for fault in faults for inner in inconsistencies(fault)] if turn else []
        found += [fault for fault in contradictions if not mending.explains(fault)]
        for fault in faults:
            mending.mend(fault)
        try:
            mended = model.model_validate(value, context=CONTRADICTIONS_ALLOWED)
        except ValidationError as error:
            faults = error.errors(include_url=False)
        else:
            return [*found, *(fault for fault in mended.contradictions() if not mending.explains(fault))]
    return found


def inconsistencies(fault: Any) -> list[Fault]:
    """The contradictions inside one value that pydantic's fault is about, with paths from the root."""
    cause = fault.get("ctx", {}).get("error")
    if not isinstance(cause, Inconsistent):
        return []
    return [Fault((*fault["loc"], *inner.path), inner.message, inner.looked_in) for inner in cause.faults]


class _Mending:
    """Mends the plain value of a model in place and keeps in mind what was there.

    `_mended` are the paths of stand-ins, `_cut` those of mappings that lost an unknown key, `_lost` the fields
    whose whole content is gone, `_texts` every text that is gone: what refers to one of these is not lost.
    """

    def __init__(self, model: type[Frozen], value: dict[str, Any]) -> None:
        self._model = model
        self._value = value
        self._mended: set[Path] = set()
        self._cut: set[Path] = set()
        self._lost: set[str] = set()
        self._texts: set[str] = set()
        self._numbers = count(1)

    def explains(self, fault: Fault) -> bool:
        """Whether the contradiction may well be gone once what was mended is put right."""
        if not self._lost.isdisjoint(fault.looked_in) or fault.path in self._cut:
            return True
        around = (fault.path[:length] for length in range(1, len(fault.path) + (not is_about_key(fault))))
        if any(path in self._mended for path in around):
            return True
        name = fault.path[-1] if is_about_key(fault) else self._at(fault.path)
        return bool(fault.looked_in) and name in self._texts

    def mend(self, fault: Any) -> None:
        """Give the value at fault, as pydantic lists it, a shape that the model takes."""
        path: Path = fault["loc"]
        kind = fault["type"]
        if kind == "extra_forbidden":
            self._cut_key(path)
        elif path and path[-1] == KEY_MARKER and not isinstance(self._at(path[:-1]), dict):
            self._forget(path[:-1])
        elif kind == "value_error":
            for inner in inconsistencies(fault):
                if not self._may_contradict_itself(path):
                    self._replace(inner.path)
        elif kind == "too_long":
            self._shorten(path, fault["ctx"]["max_length"])
        elif kind != "too_short" or len(fault["input"]) < fault["ctx"]["min_length"]:
            self._replace(path)

    def _at(self, path: Path) -> Any:
        """The value at a path; None if nothing is there."""
        value: Any = self._value
        for step in path:
            inside = isinstance(value, dict) or (isinstance(value, list) and isinstance(step, int))
            try:
                value = value[step] if inside else None
            except LookupError:
                return None
        return value

    def _may_contradict_itself(self, path: Path) -> bool:
        """Whether the model at a path passes with its contradictions, for them to be told later."""
        model = type_at(self._model, path)
        return is_model(model) and issubclass(model, Frozen) and model.contradictions is not Frozen.contradictions

    def _replace(self, path: Path) -> None:
        wanted = type_at(self._model, path)
        around = self._at(path[:-1])
        step: Any = path[-1]
        self._texts.update(_texts_in(self._at(path)))
        around[step] = self._stand_in(wanted)
        self._mended.add(path)
        if isinstance(around[step], dict | list):
            self._lost.add(str(step))

    def _forget(self, path: Path) -> None:
        """Remove a key of a mapping with all there is behind it."""
        key = path[-1]
        self._texts.update((str(key), *_texts_in(self._at(path[:-1]).pop(key))))

    def _cut_key(self, path: Path) -> None:
        """Remove a key that means nothing at its place; it may have been meant for another."""
        self._forget(path)
        self._cut.add(path[:-1])
        model = type_at(self._model, path[:-1])
        if is_model(model) and len(self._cut) <= _MOST_GUESSES:
            hint = did_you_mean(str(path[-1]), model.model_fields)
            self._lost.update(name for name in model.model_fields if f"“{name}”" in hint)

    def _shorten(self, path: Path, length: int) -> None:
        entries: list[Any] = self._at(path)
        self._texts.update(_texts_in(entries[length:]))
        self._lost.add(str(path[-1]))
        del entries[length:]

    def _stand_in(self, wanted: Any) -> Any:
        """A plain value that a bare type takes; every text in it is one of its own, as ids have to be."""
        if is_model(wanted):
            return self._stand_in_model(wanted)
        if isinstance(wanted, type) and issubclass(wanted, Enum):
            return next(iter(wanted)).value
        origin = typing.get_origin(wanted)
        if origin is typing.Literal:
            return typing.get_args(wanted)[0]
        if origin is tuple:
            # No list of ours has to be longer than two.
            return [self._stand_in(entry_type(wanted)) for _ in range(2)]
        if origin is Mapping:
            return {}
        return _SCALARS[wanted] if wanted in _SCALARS else f"_{next(self._numbers)}_"

    def _stand_in_model(self, model: type[BaseModel]) -> dict[str, Any]:
        """With what the model requires, or with its first field where it requires one of several."""
        fields = {name: bare(field.annotation) for name, field in model.model_fields.items()}
        required = [name for name, field in model.model_fields.items() if field.is_required()]
        return {name: self._stand_in(fields[name]) for name in required or list(fields)[:1]}


def is_about_key(fault: Fault) -> bool:
    """Whether a contradiction is about the last key of its path and not about the value behind it."""
    return bool(fault.path) and f"“{fault.path[-1]}”" in fault.message


def _texts_in(value: Any) -> typing.Iterator[str]:
    """Every text in a plain value, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for entry in value:
            yield from _texts_in(entry)

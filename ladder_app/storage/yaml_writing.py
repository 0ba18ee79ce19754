"""A model → YAML that a person can read, diff and mend by hand.

Block style, keys in the order of the model's fields, what has its default left out. The same value always
gives the same text, and reading the text gives the same value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from ladder_app.domain.role import Role
from ladder_app.storage.scalars import on_one_line, value_of

STEP = 2
"""Spaces per level."""

_ALWAYS_WRITTEN = object()


def yaml_text(model: BaseModel) -> str:
    """The whole document, ending with a line break."""
    lines: list[str] = []
    _write_model(lines, model, 0)
    return "\n".join(lines or ["{}"]) + "\n"


def written_fields(model: BaseModel) -> Iterator[tuple[str, Any]]:
    """What of a model is written: its fields in their order, those with their defaults left out."""
    for name, default in _fields(type(model)):
        value = getattr(model, name)
        if value != default:
            yield name, value


def entry_lines(name: str, value: Any, indent: int) -> str:
    """A key with its value, as lines indented by so many spaces, each ending with a line break."""
    lines: list[str] = []
    _write_entry(lines, " " * indent + name, value, indent)
    return "\n".join(lines) + "\n"


def item_lines(item: Any, indent: int) -> str:
    """An entry of a list, in the same way; its dash is indented by so many spaces."""
    lines: list[str] = []
    _write_list(lines, [item], indent)
    return "\n".join(lines) + "\n"


def _write_model(lines: list[str], model: BaseModel, indent: int) -> None:
    margin = " " * indent
    values = model.__dict__
    for name, default in _fields(type(model)):
        value = values[name]
        if value is default or value == default:
            continue
        if type(value) is str:
            lines.append(f"{margin}{name}: {value_of(value, indent + STEP, indent + len(name) + 2)}")
        else:
            _write_entry(lines, margin + name, value, indent)


def _write_entry(lines: list[str], key: str, value: Any, indent: int) -> None:
    """A key and its value; `key` comes with its margin."""
    inside = indent + STEP
    if isinstance(value, (BaseModel, Mapping, tuple, list)):
        start = len(lines)
        lines.append(key + ":")
        if isinstance(value, Role):
            lines.append(_role_lines(_Same(value), inside))
        elif isinstance(value, BaseModel):
            _write_model(lines, value, inside)
        elif isinstance(value, Mapping):
            for name, item in value.items():
                _write_entry(lines, " " * inside + on_one_line(name), item, inside)
        else:
            _write_list(lines, value, inside)
        if len(lines) == start + 1:
            lines[start] = key + (": []" if isinstance(value, (tuple, list)) else ": {}")
    elif isinstance(value, str):
        lines.append(f"{key}: {value_of(value, inside, len(key) + 2)}")
    else:
        lines.append(f"{key}: {scalar_of(value)}")


def _write_list(lines: list[str], items: Sequence[Any], indent: int) -> None:
    margin = " " * indent
    for item in items:
        if isinstance(item, BaseModel):
            start = len(lines)
            _write_model(lines, item, indent + STEP)
            lines[start] = f"{margin}- {lines[start][indent + STEP :]}"
        elif isinstance(item, str):
            lines.append(f"{margin}- {value_of(item, indent + STEP, indent + STEP)}")
        else:
            lines.append(f"{margin}- {scalar_of(item)}")


def scalar_of(value: Any) -> str:
    """A number, a day, a yes or a no, or one of a few words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, Enum):
        return on_one_line(str(value.value))
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = repr(value)
    # Other readers take an exponent for part of a number only after a point.
    return text if "." in text else text.replace("e", ".0e")


@lru_cache(maxsize=64)
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    """Each field's name and default; one that is always written has a default that nothing equals."""
    return tuple(
        (name, _ALWAYS_WRITTEN if name == "format" else field.default) for name, field in model.model_fields.items()
    )


class _Same:
    """A frozen value compared by identity: the same object has the same text."""

    def __init__(self, value: BaseModel) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)


@lru_cache(maxsize=2)
def _role_lines(role: _Same, indent: int) -> str:
    """The role inside an assessment: by far its largest part, and the same from one save to the next."""
    lines: list[str] = []
    _write_model(lines, role.value, indent)
    return "\n".join(lines)

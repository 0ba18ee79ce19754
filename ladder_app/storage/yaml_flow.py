"""Values on one line, as a person writes short ones: `{id: bread, area: craft}`, `[responsibility]`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from ladder_app.storage.scalars import on_one_line
from ladder_app.storage.yaml_writing import scalar_of, written_fields

_SIGNS = frozenset(",[]{}")


def in_flow(value: Any) -> str:
    """The value on one line."""
    if isinstance(value, BaseModel):
        return in_braces(f"{name}: {in_flow(inner)}" for name, inner in written_fields(value))
    if isinstance(value, Mapping):
        return in_braces(f"{text_in_flow(name)}: {in_flow(inner)}" for name, inner in value.items())
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(map(in_flow, value))}]"
    return text_in_flow(value) if isinstance(value, str) else scalar_of(value)


def in_braces(entries: Any) -> str:
    """Entries that are written already as one mapping."""
    return "{" + ", ".join(entries) + "}"


def text_in_flow(text: str) -> str:
    """A text between other values: what separates those has to be in quotes."""
    written = on_one_line(text)
    if written == text and not _SIGNS.isdisjoint(text):
        return "'" + text.replace("'", "''") + "'"
    return written

"""What the annotations of a model's fields say, without what pydantic wraps around them."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeGuard

from pydantic import BaseModel

if TYPE_CHECKING:
    from ladder_app.domain.values import Path


def bare(annotation: Any) -> Any:
    """The type itself, without `Annotated` and `| None` around it."""
    while typing.get_origin(annotation) in (typing.Annotated, typing.Union, types.UnionType):
        annotation = typing.get_args(annotation)[0]
    return annotation


def is_model(annotation: Any) -> TypeGuard[type[BaseModel]]:
    """Whether a bare annotation is a model."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def entry_type(annotation: Any) -> Any:
    """The bare type of a mapping's values or of a list's entries; None for anything else."""
    origin = typing.get_origin(annotation)
    if origin is tuple:
        return bare(typing.get_args(annotation)[0])
    return bare(typing.get_args(annotation)[1]) if origin is Mapping else None


def type_at(model: type[BaseModel], path: Path) -> Any:
    """The bare type of the value at `path` in a model; None where nothing can be."""
    at: Any = model
    for step in path:
        if not is_model(at):
            at = entry_type(at)
        else:
            at = bare(at.model_fields[str(step)].annotation) if step in at.model_fields else None
    return at

"""The names of the fields in a fillable document, and the key to them that it carries."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ladder_app.report.form_parts import Form

FORM_FORMAT: Final = "ladder-form/1"

REVIEWER: Final = "reviewer"
DATE: Final = "date"
OVERALL: Final = "overall"


def rating_name(number: int) -> str:
    """The field with the rating of a criterion, the criteria counted from 1."""
    return f"rating_{number}"


def comment_name(number: int) -> str:
    """The field with the comment on a criterion, the criteria counted from 1."""
    return f"comment_{number}"


def form_key(form: Form) -> bytes:
    """What the fields are about, as JSON: all of the form's origin, its criteria in the order of their fields."""
    return json.dumps({"format": FORM_FORMAT, **asdict(form.origin)}, ensure_ascii=False, indent=1).encode()

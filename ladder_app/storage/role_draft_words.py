"""What is wrong with a value of a role that is being edited, said to somebody who looks at a form and not at a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ladder_app.storage import wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ladder_app.domain.values import Path

_EMPTY = {
    "areas": "An area has no name yet: give it one, or remove it.",
    "steps": "A step has no name yet: give it one, or remove it.",
    "performance_indicators": "An indicator has no words yet: write them, or remove it.",
    "hiring_process": "A step has no words yet: write them, or remove it.",
    "notes": "A note has no text yet: write it, or remove the note.",
    "source": "Say where it was published, or clear the address and the licence.",
    "years": "Say what the years are of, such as software engineering.",
    "responsibilities": "No words yet: write what somebody does, or remove it.",
    "requirements": "No words yet: write what somebody brings along, or remove it.",
    "levels": "A level needs a title.",
}
"""By the innermost of these keys in the path of what is empty."""

_NUMBERS = {
    "weight": "A weight is a number above 0, such as 0.5 or 3. What is listed and never counted is a plus.",
    "weights": "A weight is a number above 0, such as 0.5 or 3.",
    "minimum": "Years are a number above 0, such as 5; leave both fields empty if none are asked for.",
    "grade": "A grade is a whole number, such as 7; leave it empty if there is none.",
    "near": "A share is a number from 0 to 100.",
}
_OUTSIDE = frozenset(("greater_than", "greater_than_equal", "less_than", "less_than_equal", "int_from_float"))


def draft_words(error: Mapping[str, Any], path: Path) -> str:
    """One validation error as a sentence that says what to do."""
    kind = error["type"]
    names = [step for step in reversed(path) if isinstance(step, str)]
    if kind == "string_too_short":
        return next((_EMPTY[name] for name in names if name in _EMPTY), "The role needs a title.")
    if kind in _OUTSIDE or kind.endswith("_type"):
        told = next((name for name in names if name in _NUMBERS), None)
        if told is not None:
            return _NUMBERS[told]
    if kind in ("too_short", "too_long") and names[0] == "steps":
        return "A scale has 2 to 10 steps."
    return wording.words(error, path)

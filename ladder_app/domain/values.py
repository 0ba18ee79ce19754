"""What every value of the domain shares: frozen, strict about names, exact about faults."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict

Path = tuple[str | int, ...]


class Frozen(BaseModel):
    """A value: never changed, only replaced by a changed copy."""

    # Validators are built on first use: the largest values build those of their parts along with
    # their own, so building each class's own at import would only delay the start.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def contradictions(self) -> "list[Fault]":
        """What `CONTRADICTIONS_ALLOWED` lets pass; none wherever validation ran without it."""
        return []


CONTRADICTIONS_ALLOWED: Final = object()
"""As the context of a validation: roles and assessments come out even where their parts contradict each other,
for a checker that tells all that is wrong with a file. Nothing else may do with such a value."""


# The length is a bound of its own: as a counted repetition in the pattern it costs milliseconds per use to compile.
Id = Annotated[str, Field(max_length=100, pattern=r"^\w(?:[\w.-]*\w)?$")]
"""Letters and digits of any script, with `-`, `_` and `.` inside; at most 100."""

Text = Annotated[str, Field(min_length=1)]
"""Verbatim text of one or more characters."""

Whole = Annotated[int, Strict()]
"""A whole number; neither a text that looks like one nor true or false."""

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
"""A finite number."""

Flag = Annotated[bool, Strict()]
"""True or false, and nothing that might be taken for either."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A contradiction inside a value, at `path` (keys and list positions from its root).

    `looked_in` are the fields that were consulted, for a checker to know whether they were whole.
    """

    path: Path
    message: str
    looked_in: tuple[str, ...] = field(default=(), compare=False)


class Inconsistent(ValueError):
    """Raised by a value whose parts contradict each other; carries every fault."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.message for fault in faults))


def refuse(faults: list[Fault]) -> None:
    """Raise `Inconsistent` if there are any faults."""
    if faults:
        raise Inconsistent(faults)


def _as_a_day(value: object) -> object:
    """Only days and texts such as `2026-04-30`; pydantic alone would take a bare number for seconds since 1970."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise Inconsistent([Fault((), f"A day of the calendar is written as 2026-04-30, not “{str(value)[:40]}”.")])


Day = Annotated[date, BeforeValidator(_as_a_day)]
"""A day of the calendar; in files as `2026-04-30`."""

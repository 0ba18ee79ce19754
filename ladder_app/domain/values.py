"""What every value of the domain shares: frozen, strict about names, exact about faults."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Path = tuple[str | int, ...]


class Frozen(BaseModel):
    """A value: never changed, only replaced by a changed copy."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Id = Annotated[str, Field(pattern=r"^[\w](?:[\w.\-]{0,98}[\w])?$")]
"""Letters and digits of any script, with `-`, `_` and `.` inside; at most 100."""

Text = Annotated[str, Field(min_length=1)]
"""Verbatim text of one or more characters."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A contradiction inside a value, at `path` (keys and list positions from its root)."""

    path: Path
    message: str


class Inconsistent(ValueError):
    """Raised by a value whose parts contradict each other; carries every fault."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.message for fault in faults))


def refuse(faults: list[Fault]) -> None:
    """Raise `Inconsistent` if there are any faults."""
    if faults:
        raise Inconsistent(faults)

"""The rating scale: ordered steps, one of which is the bar."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from ladder_app.domain.values import Fault, Frozen, Text, Whole, refuse


class Step(Frozen):
    """One step of a scale: a short label and what it looks like in practice."""

    label: Text
    descriptor: str = ""


class Scale(Frozen):
    """Two to ten steps, counted from 0, of different labels; `meets` reaches the bar and is never the lowest."""

    meets: Whole
    steps: Annotated[tuple[Step, ...], Field(min_length=2, max_length=10)]

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        faults = []
        if not 1 <= self.meets <= self.highest:
            message = f"meets must be a step from 1 to {self.highest}, not {self.meets}."
            faults.append(Fault(("meets",), message, looked_in=("steps",)))
        seen: set[str] = set()
        for number, step in enumerate(self.steps):
            plain = " ".join(step.label.split()).casefold()
            if plain in seen:
                message = f"A second step has the label “{step.label}”; labels must differ."
                faults.append(Fault(("steps", number, "label"), message))
            seen.add(plain)
        refuse(faults)
        return self

    @property
    def highest(self) -> int:
        """The number of the top step."""
        return len(self.steps) - 1

    def named(self, step: int) -> str:
        """The step as people read it: `3 Meets`."""
        return f"{step} {self.steps[step].label}"


# Constants known to be right are constructed without validation, which spares the start from building validators.
DEFAULT_SCALE = Scale.model_construct(
    meets=3,
    steps=(
        Step.model_construct(label="Not yet"),
        Step.model_construct(label="Starting", descriptor="with close guidance"),
        Step.model_construct(label="Growing", descriptor="sometimes, or with support"),
        Step.model_construct(label="Meets", descriptor="consistently, on your own; this is the bar"),
        Step.model_construct(label="Exceeds", descriptor="others learn it from you"),
    ),
)

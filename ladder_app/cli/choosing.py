"""What the person named on the command line, found in their role."""

from ladder_app.domain.role import Role
from ladder_app.domain.scale import Scale
from ladder_app.errors import UnknownName, did_you_mean


def level_id(role: Role, name: str | None) -> str | None:
    """The id of the level of that id, grade (`9`, `grade 9`) or title. Raises `UnknownName`."""
    if name is None or any(level.id == name for level in role.levels):
        return name
    wanted = name.strip().casefold()
    found = [
        level.id for level in role.levels if wanted in (str(level.grade), level.short_name, level.title.casefold())
    ]
    return found[0] if len(found) == 1 else role.level(name).id


def step_number(scale: Scale, name: str) -> int:
    """The step of that number, label, or both (`3 Meets`). Raises `UnknownName`, naming the nearest."""
    wanted = name.strip().casefold()
    for number, step in enumerate(scale.steps):
        if wanted in (str(number), step.label.casefold(), scale.named(number).casefold()):
            return number
    known = {step.label.casefold(): step.label for step in scale.steps}
    hint = did_you_mean(wanted, known)
    for plain, label in known.items():
        hint = hint.replace(f"“{plain}”", f"“{label}”")
    steps = ", ".join(scale.named(number) for number in range(len(scale.steps)))
    raise UnknownName(f"The scale has no step “{name}”.{hint} It has: {steps}.")

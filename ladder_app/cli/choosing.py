"""What the person named on the command line, found in their role."""

from ladder_app.domain.role import Role
from ladder_app.domain.scale import Scale
from ladder_app.errors import UnknownName, did_you_mean
from ladder_app.markup import isolated


def level_id(role: Role, name: str | None) -> str | None:
    """The id of the level of that id, grade (`9`, `grade 9`) or title. Raises `UnknownName`."""
    if name is None or any(level.id == name for level in role.levels):
        return name
    wanted = name.strip().casefold()
    found = [
        level.id for level in role.levels if wanted in (str(level.grade), level.short_name, level.title.casefold())
    ]
    if len(found) > 1:
        raise UnknownName(f"“{isolated(name)}” could be any of {', '.join(map(isolated, found))}; give the id.")
    return found[0] if found else role.level(name).id


def step_number(scale: Scale, name: str) -> int:
    """The step of that number, label, or both (`3 Meets`).

    Raises `UnknownName`, naming the nearest, and where the number of one step is the label of another.
    """
    wanted = name.strip().casefold()
    found = [
        number
        for number, step in enumerate(scale.steps)
        if wanted in (str(number), step.label.strip().casefold(), scale.named(number).strip().casefold())
    ]
    if len(found) == 1:
        return found[0]
    if found:
        choices = " or ".join(f"“{isolated(scale.named(number))}”" for number in found)
        raise UnknownName(f"“{isolated(name)}” could be {choices}; give the number and the label.")
    known = {step.label.casefold(): step.label for step in scale.steps}
    hint = did_you_mean(wanted, known)
    for plain, label in known.items():
        hint = hint.replace(f"“{plain}”", f"“{isolated(label)}”")
    steps = ", ".join(isolated(scale.named(number)) for number in range(len(scale.steps)))
    raise UnknownName(f"The scale has no step “{isolated(name)}”.{hint} It has: {steps}.")

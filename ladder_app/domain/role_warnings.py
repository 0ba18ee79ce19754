"""What is allowed in a role but seldom meant: for the ladder's owner, who keeps role files in order.

Faults make a role unusable and are in `role_integrity`; these only deserve a look.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.domain.least_figures import least_figures
from ladder_app.domain.values import Fault, Path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.domain.role import Criterion, Level, Role

NEARLY = 0.75
"""From which share of words in common on two texts are nearly the same."""

_LISTS = ("responsibilities", "requirements")
_WORD = re.compile(r"\w+")

_Placed = tuple[Path, "Level", "Criterion", frozenset[str]]


def role_warnings(role: Role) -> list[Fault]:
    """All that deserves a look, each with the path of the value it is about, in file order."""
    placed = list(_placed(role))
    found = [
        *_said_twice(role, placed),
        *_same_names(role),
        *_alone(role),
        *_grades(role),
        *_without_area(placed),
        *_weakened(placed),
    ]
    return sorted(found, key=lambda fault: [str(step).zfill(6) for step in fault.path])


def _placed(role: Role) -> Iterator[_Placed]:
    for i, level in enumerate(role.levels):
        for name in _LISTS:
            for j, criterion in enumerate(getattr(level, name)):
                words = frozenset(_WORD.findall(criterion.text.casefold()))
                yield ("levels", i, name, j), level, criterion, words


def _said_twice(role: Role, placed: list[_Placed]) -> Iterator[Fault]:
    """The same text again; and, where both count for one level, nearly the same."""
    bases = {level.id: _bases(role, level) for level in role.levels}
    roots = _roots(placed)
    for position, (path, level, criterion, words) in enumerate(placed):
        for _, other_level, other, other_words in placed[:position]:
            if roots[criterion.id] == roots[other.id] or not words:
                continue
            if words == other_words and _same(criterion.text, other.text):
                where = "" if other_level is level else f" of “{other_level.title}”"
                yield Fault(path, f"This says the same as “{other.id}”{where}; it is rated twice.")
                break
            together = other_level is level or other_level.id in bases[level.id]
            if together and _alike(words, other_words):
                hint = "" if other_level is level else "; if it takes its place, say “refines”"
                yield Fault(path, f"This says nearly the same as “{other.id}”{hint}.")
                break


def _roots(placed: list[_Placed]) -> dict[str, str]:
    """For each criterion the one at the start of its chain of refinements; its own id if it refines none."""
    refines = {criterion.id: criterion.refines for _, _, criterion, _ in placed}
    found = {}
    for name in refines:
        root = name
        while (further := refines.get(root)) is not None:
            root = further
        found[name] = root
    return found


def _same(one: str, other: str) -> bool:
    return _WORD.findall(one.casefold()) == _WORD.findall(other.casefold())


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    shorter, longer = sorted((len(words), len(others)))
    if shorter < 4 or shorter < NEARLY * longer:
        return False
    shared = len(words & others)
    return shared >= NEARLY * (shorter + longer - shared)


def _bases(role: Role, level: Level) -> set[str]:
    """The ids of all levels that this one builds on."""
    found: set[str] = set()
    open_levels = [level]
    while open_levels:
        for extends in open_levels.pop().extends:
            if extends.level not in found:
                found.add(extends.level)
                open_levels.append(role.level(extends.level))
    return found


def _same_names(role: Role) -> Iterator[Fault]:
    """Levels that nothing a person sees tells apart: the same title, and the same grade or none."""
    seen: dict[tuple[str, int | None], str] = {}
    for i, level in enumerate(role.levels):
        name = (" ".join(level.title.split()).casefold(), level.grade)
        if name in seen:
            yield Fault(("levels", i, "title"), f"“{level.title}” is also what “{seen[name]}” is called.")
        seen.setdefault(name, level.id)


def _alone(role: Role) -> Iterator[Fault]:
    """Levels that no other builds on, and that build on none, where the others do."""
    linked = {level.id for level in role.levels if level.extends}
    linked |= {extends.level for level in role.levels for extends in level.extends}
    if not linked:
        return
    for i, level in enumerate(role.levels):
        if level.id not in linked:
            message = f"“{level.title}” cannot be reached: it extends no level and none extends it, as the others do."
            yield Fault(("levels", i), message)


def _grades(role: Role) -> Iterator[Fault]:
    for i, level in enumerate(role.levels):
        if level.grade is None:
            continue
        below = [other for other in role.levels[:i] if other.grade is not None]
        if below and below[-1].grade is not None and level.grade < below[-1].grade:
            message = f"Grade {level.grade} comes after grade {below[-1].grade}; levels go from the lowest up."
            yield Fault(("levels", i, "grade"), message)
        for j, extends in enumerate(level.extends):
            base = role.level(extends.level)
            if base.grade is not None and base.grade > level.grade:
                message = f"Grade {level.grade} extends “{base.title}”, which is grade {base.grade}."
                yield Fault(("levels", i, "extends", j, "level"), message)


def _without_area(placed: list[_Placed]) -> Iterator[Fault]:
    if not any(criterion.area for _, _, criterion, _ in placed):
        return
    for path, _, criterion, _ in placed:
        if criterion.area is None:
            yield Fault((*path, "area"), f"“{criterion.id}” has no area, as other criteria have; it counts for none.")


def _weakened(placed: list[_Placed]) -> Iterator[Fault]:
    """Criteria that ask for less than the one they refine."""
    criteria = {criterion.id: criterion for _, _, criterion, _ in placed}
    for path, _, criterion, _ in placed:
        refined = criteria.get(criterion.refines or "")
        if refined is None:
            continue
        if criterion.plus and not refined.plus:
            yield Fault((*path, "refines"), f"“{refined.id}” is required, and what refines it only a plus.")
        if criterion.years and refined.years:
            less = {"year": (criterion.years.minimum, refined.years.minimum)}
        else:
            asked, before = least_figures(criterion.text), least_figures(refined.text)
            less = {unit: (asked[unit], before[unit]) for unit in asked if unit in before}
        for unit, (now, then) in less.items():
            if now < then:
                what = f"{now:g} years" if unit == "year" else f"At least {now:g}"
                message = f"{what} refine {then:g} of “{refined.id}”; that is less."
                yield Fault((*path, "refines"), message)
                break

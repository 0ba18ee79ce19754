"""Contradictions inside a role: doubled ids, references that lead nowhere, circles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.values import Fault, Path
from ladder_app.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ladder_app.domain.role import Criterion, Role

_LISTS = ("responsibilities", "requirements")


def role_faults(role: Role) -> list[Fault]:
    """Every contradiction in the role, each with the path of the value at fault."""
    return [*_doubled_ids(role), *_lost_references(role), *_circles(role)]


def _placed(role: Role) -> Iterable[tuple[Path, Criterion]]:
    for level_position, level in enumerate(role.levels):
        for name in _LISTS:
            for position, criterion in enumerate(getattr(level, name)):
                yield ("levels", level_position, name, position), criterion


def _doubled_ids(role: Role) -> list[Fault]:
    faults = []
    groups: tuple[tuple[str, Iterable[tuple[Path, str]]], ...] = (
        ("level", ((("levels", i, "id"), level.id) for i, level in enumerate(role.levels))),
        ("criterion", (((*path, "id"), criterion.id) for path, criterion in _placed(role))),
        (
            "performance indicator",
            ((("performance_indicators", i, "id"), p.id) for i, p in enumerate(role.performance_indicators)),
        ),
    )
    for what, places in groups:
        seen: set[str] = set()
        for path, name in places:
            if name in seen:
                faults.append(Fault(path, f"A second {what} has the id “{name}”; ids must differ."))
            seen.add(name)
    return faults


def _lost_references(role: Role) -> list[Fault]:
    faults = []
    level_ids = [level.id for level in role.levels]
    home = {c.id: level.id for level in role.levels for _, c in level.criteria()}
    for i, level in enumerate(role.levels):
        for j, extends in enumerate(level.extends):
            if extends.level not in level_ids:
                hint = did_you_mean(extends.level, level_ids)
                faults.append(
                    Fault(("levels", i, "extends", j, "level"), f"No level has the id “{extends.level}”.{hint}")
                )
    for path, criterion in _placed(role):
        if criterion.area is not None and criterion.area not in role.areas:
            hint = did_you_mean(criterion.area, role.areas)
            faults.append(Fault((*path, "area"), f"“{criterion.area}” is not among the areas.{hint}"))
        if criterion.refines is None:
            continue
        place = (*path, "refines")
        if criterion.refines not in home:
            hint = did_you_mean(criterion.refines, home)
            faults.append(Fault(place, f"No criterion has the id “{criterion.refines}”.{hint}"))
        elif home[criterion.refines] == level_ids[int(path[1])]:
            faults.append(Fault(place, "A criterion can refine one of another level only, not of its own."))
    return faults


def _circles(role: Role) -> list[Fault]:
    faults = []
    extends = {level.id: [e.level for e in level.extends] for level in role.levels}
    circle = _circle_in(extends)
    if circle:
        at = next(i for i, level in enumerate(role.levels) if level.id == circle[0])
        faults.append(
            Fault(("levels", at, "extends"), f"These levels extend each other in a circle: {' → '.join(circle)}.")
        )
    refines = {c.id: [c.refines] if c.refines else [] for _, c in _placed(role)}
    circle = _circle_in(refines)
    if circle:
        at_path = next(path for path, c in _placed(role) if c.id == circle[0])
        faults.append(
            Fault((*at_path, "refines"), f"These criteria refine each other in a circle: {' → '.join(circle)}.")
        )
    return faults


def _circle_in(graph: Mapping[str, list[str]]) -> list[str] | None:
    """The first circle of a directed graph as `[a, b, …, a]`, or None. Iterative: depth is the file's to choose."""
    done: set[str] = set()
    for start in graph:
        path: list[str] = []
        on_path: set[str] = set()
        stack: list[tuple[str, int]] = [(start, 0)]
        while stack:
            node, turn = stack.pop()
            if turn == 0:
                if node in on_path:
                    return [*path[path.index(node) :], node]
                if node in done:
                    continue
                path.append(node)
                on_path.add(node)
            neighbours = graph.get(node, [])
            if turn < len(neighbours):
                stack.append((node, turn + 1))
                stack.append((neighbours[turn], 0))
            else:
                path.pop()
                on_path.discard(node)
                done.add(node)
    return None

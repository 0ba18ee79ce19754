"""Contradictions inside a role: doubled ids, references that lead nowhere, circles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.values import Fault, Path
from ladder_app.errors import Guesses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ladder_app.domain.role import Criterion, Role

_LISTS = ("responsibilities", "requirements")
_CRITERIA = ("levels", *_LISTS)


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
    known_levels = frozenset(level_ids)
    home = {c.id: level.id for level in role.levels for _, c in level.criteria()}
    near_levels, near_criteria, near_areas = Guesses(level_ids), Guesses(home), Guesses(role.areas)
    for i, level in enumerate(role.levels):
        for j, extends in enumerate(level.extends):
            if extends.level not in known_levels:
                hint = near_levels.nearest(extends.level)
                faults.append(
                    Fault(
                        ("levels", i, "extends", j, "level"),
                        f"No level has the id “{extends.level}”.{hint}",
                        looked_in=("levels",),
                    )
                )
    for path, criterion in _placed(role):
        if criterion.area is not None and criterion.area not in role.areas:
            hint = near_areas.nearest(criterion.area)
            message = f"“{criterion.area}” is not among the areas.{hint}"
            faults.append(Fault((*path, "area"), message, looked_in=("areas",)))
        if criterion.refines is None:
            continue
        place = (*path, "refines")
        if criterion.refines not in home:
            hint = near_criteria.nearest(criterion.refines)
            message = f"No criterion has the id “{criterion.refines}”.{hint}"
            faults.append(Fault(place, message, looked_in=_CRITERIA))
        elif home[criterion.refines] == level_ids[int(path[1])]:
            faults.append(Fault(place, "A criterion can refine one of another level only, not of its own."))
    return faults


def _circles(role: Role) -> list[Fault]:
    faults = []
    extends = {level.id: [e.level for e in level.extends] for level in role.levels}
    level_places = {level.id: i for i, level in enumerate(role.levels)}
    for circle in _circles_in(extends):
        i, j = level_places[circle[0]], extends[circle[0]].index(circle[1])
        message = f"These levels extend each other in a circle: {' → '.join(circle)}."
        faults.append(Fault(("levels", i, "extends", j, "level"), message))
    refines = {c.id: [c.refines] if c.refines else [] for _, c in _placed(role)}
    criterion_places = {c.id: path for path, c in _placed(role)}
    for circle in _circles_in(refines):
        message = f"These criteria refine each other in a circle: {' → '.join(circle)}."
        faults.append(Fault((*criterion_places[circle[0]], "refines"), message))
    return faults


def _circles_in(graph: Mapping[str, list[str]]) -> Iterable[list[str]]:
    """The circles of a directed graph, each as `[a, b, …, a]`: none if and only if there is no circle.

    Of several that close at one node, only the first, so that a tangle is not told a thousandfold.
    Iterative: how deep it goes is the file's to choose.
    """
    done: set[str] = set()
    told: set[str] = set()
    for start in graph:
        path: list[str] = []
        on_path: set[str] = set()
        stack: list[tuple[str, int]] = [(start, 0)]
        while stack:
            node, turn = stack.pop()
            if turn == 0:
                if node in on_path:
                    if node not in told:
                        told.add(node)
                        yield [*path[path.index(node) :], node]
                    continue
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

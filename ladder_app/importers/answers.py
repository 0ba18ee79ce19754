"""Answers that deny what was understood: lists that are asked after all, levels that are none, or several."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ladder_app.domain.role import Criterion, Extends, Kind, Level
from ladder_app.importers.apart import reached, set_apart, unrefine
from ladder_app.importers.result import Asks, Place
from ladder_app.importers.wordings import letters

if TYPE_CHECKING:
    from ladder_app.importers.result import AccountLine, Question
    from ladder_app.importers.workbench import Workbench

_OF_ALL = "Shared by all levels"
_ASIDE = (Place.NOTE, Place.SPECIALTY)
_ENDS = (Place.HEADING, Place.LEVEL, Place.AREA)


def take_lists(bench: Workbench, line: AccountLine, value: str) -> bool:
    """What lists say that were kept as notes is asked of the level of this id; of every level if there is none."""
    question = _asked(bench, line, Asks.SHARED)
    known = {each.line for each in bench.lines_after(0)}
    entries = [] if question is None else [[n for n in entry if n in known] for entry in question.lists]
    entries = [entry for entry in entries if entry and bench.line(entry[0]).place in _ASIDE]
    if not entries or (value and value not in [level.id for level in bench.levels]):
        return False
    level = value or _level_of_all(bench)
    for entry in entries:
        text = "\n".join(bench.take_out(bench.line(number))[0] for number in entry)
        bench.add_criterion(level, Kind.REQUIREMENT, text, entry)
    bench.settle(line.line, Asks.SHARED)
    return True


def place_lists(bench: Workbench, line: AccountLine, value: str) -> bool:
    """Lists that were taken for responsibilities are requirements, or notes."""
    question = _asked(bench, line, Asks.SHARED)
    if question is None or value not in (Place.REQUIREMENT.value, Place.NOTE.value):
        return False
    title, changed = bench.title_at(line.line), False
    for entry in question.lists:
        first = next((each for each in bench.lines_after(entry[0] - 1) if each.line in entry), None)
        for criterion in bench.criteria_on(first) if first is not None else ():
            changed = True
            if value == Place.REQUIREMENT.value:
                bench.change_kind(criterion, Kind.REQUIREMENT)
            elif first is not None:
                text, lines = bench.take_out(first)
                bench.notes.add(title, text)
                bench.put(lines, Place.NOTE)
    bench.settle(line.line, Asks.SHARED)
    return changed


def set_levels_aside(bench: Workbench, line: AccountLine, _value: str) -> bool:
    """The levels that were asked about are none: all that they say becomes notes."""
    question = _asked(bench, line, Asks.LEVELS)
    if question is None or not question.choices or len(question.choices) >= len(bench.levels):
        return False
    bench.settle(line.line, Asks.LEVELS)
    for name in question.choices:
        bench.drop_level(name, Place.NOTE)
    return True


def mean_other(bench: Workbench, line: AccountLine, value: str) -> bool:
    """What stands below the line up to the next heading is meant for another level."""
    if value not in [level.id for level in bench.levels]:
        return False
    moved = False
    for below in bench.lines_after(line.line):
        if below.place in _ENDS:
            break
        if below.level is not None and below.level != value:
            bench.hand_over(below, below.level, value)
            moved = True
    bench.settle(line.line, Asks.LEVELS)
    return moved


def entitle_own(bench: Workbench, line: AccountLine, value: str) -> bool:
    """A level that was taken for the one of this id is one of its own, above it."""
    asked = (q for q in bench.questions if q.line == line.line and q.asks is Asks.LEVELS and q.level == value)
    question = next((q for q in asked if q.names and q.shared), None)
    if question is None:
        return False
    base = bench.levels[bench.number_of(value)]
    moved = [(kind, criterion) for kind, criterion in base.criteria() if criterion.id in question.shared]
    own = _level(bench, question.names[0], moved)
    _leave_out(bench, base.id, set(question.shared))
    bench.levels.insert(bench.number_of(base.id) + 1, own)
    _move_lines(bench, set(question.shared), own.id)
    bench.questions.remove(question)
    return True


def split_tracks(bench: Workbench, line: AccountLine, _value: str) -> bool:
    """What was taken for areas of the same levels are ladders of their own; what is in none of them stays with all."""
    question = _asked(bench, line, Asks.LEVELS)
    if question is None or len(question.names) < 2:
        return False
    before = reached(bench.levels)
    shared = {level.id: level for level in bench.levels}
    made: dict[tuple[str, str], Level] = {}
    for name in question.names:
        for level in shared.values():
            own = [(kind, c) for kind, c in level.criteria() if _is_in(bench, c, name)]
            if own:
                made[name, level.id] = _level(bench, f"{level.title} ({name})", own, level.grade)
                bench.levels.append(made[name, level.id])
    if not made:
        return False
    for (name, old), level in made.items():
        ids = {criterion.id for _, criterion in level.criteria()}
        _leave_out(bench, old, ids)
        _move_lines(bench, ids, level.id)
        bases = [
            e.model_copy(update={"level": made[name, e.level].id})
            for e in shared[old].extends
            if (name, e.level) in made
        ]
        bench.change_level(level.id, extends=tuple(bases))
    _let_go_of_empty(bench, made)
    unrefine(bench, before)
    bench.settle(line.line, Asks.LEVELS)
    return True


def bind(bench: Workbench, line: AccountLine, _value: str) -> bool:
    """What all levels share holds for the level that was taken out of it, too."""
    question = _asked(bench, line, Asks.SHARED)
    if question is None or question.level is None:
        return False
    known = {c.id for level in bench.levels for _, c in level.criteria()}
    question = replace(question, shared=tuple(name for name in question.shared if name in known))
    if question.level is None or not question.shared:
        return False
    home = bench.home_of(question.shared[0])[0]
    base = bench.levels[bench.number_of(home)]
    if any(criterion.id not in question.shared for _, criterion in base.criteria()):
        takers = tuple(one.id for one in bench.levels if any(e.level == home and not e.text for e in one.extends))
        first = next((each for each in bench.lines_after(0) if each.target in question.shared), line)
        if not set_apart(bench, first, replace(question, choices=(home,), takers=takers)):
            return False
    home = bench.home_of(question.shared[0])[0]
    kinds = tuple(kind for kind in Kind if any(bench.home_of(name)[1] is kind for name in question.shared))
    bench.add_extends(question.level, home, kinds, "")
    bench.settle(line.line, Asks.SHARED)
    return True


def _asked(bench: Workbench, line: AccountLine, asks: Asks) -> Question | None:
    return next((q for q in bench.questions if q.line == line.line and q.asks is asks), None)


def _level_of_all(bench: Workbench) -> str:
    """A level that all others extend for what is asked of everybody; the only one, where there is one."""
    if len(bench.levels) == 1:
        return bench.levels[0].id
    shared = Level(id=bench.new_id(_OF_ALL), title=_OF_ALL)
    for level in list(bench.levels):
        if not any(Kind.REQUIREMENT in extends.kinds for extends in level.extends):
            extends = Extends(level=shared.id, kinds=(Kind.REQUIREMENT,))
            bench.change_level(level.id, extends=(*level.extends, extends))
    bench.levels.insert(0, shared)
    return shared.id


def _level(bench: Workbench, title: str, own: list[tuple[Kind, Criterion]], grade: int | None = None) -> Level:
    duties = tuple(criterion for kind, criterion in own if kind is Kind.RESPONSIBILITY)
    asked = tuple(criterion for kind, criterion in own if kind is Kind.REQUIREMENT)
    return Level(id=bench.new_id(title), title=title, grade=grade, responsibilities=duties, requirements=asked)


def _leave_out(bench: Workbench, name: str, gone: set[str]) -> None:
    level = bench.levels[bench.number_of(name)]
    duties = tuple(c for c in level.responsibilities if c.id not in gone)
    asked = tuple(c for c in level.requirements if c.id not in gone)
    bench.change_level(name, responsibilities=duties, requirements=asked)


def _move_lines(bench: Workbench, criteria: set[str], level: str) -> None:
    for line in bench.lines_after(0):
        if line.target in criteria:
            bench.put([line.line], line.place, level, line.target)


def _is_in(bench: Workbench, criterion: Criterion, name: str) -> bool:
    """Whether a criterion is in the area of that name, or in one inside it."""
    area = bench.areas.get(criterion.area or "", "")
    return letters(area) == letters(name) or area.startswith(f"{name} – ")


def _let_go_of_empty(bench: Workbench, made: dict[tuple[str, str], Level]) -> None:
    """Levels of which all is in ladders of their own go; those of which something is left are taken over from."""
    for old in {old for _, old in made}:
        level = bench.levels[bench.number_of(old)]
        heirs = [new.id for (_, name), new in made.items() if name == old]
        if any(True for _ in level.criteria()) or level.summary:
            for heir in heirs:
                bench.add_extends(heir, old, tuple(Kind), "")
            continue
        for other in list(bench.levels):
            kept = tuple(extends for extends in other.extends if extends.level != old)
            if kept != other.extends:
                bench.change_level(other.id, extends=kept)
        for line in bench.lines_after(0):
            if line.level == old:
                bench.put([line.line], line.place, heirs[0], line.target)
        bench.levels.pop(bench.number_of(old))

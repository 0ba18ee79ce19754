"""A source as it was understood + what a person decided → the source as it is to be understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ladder_app.domain.role import Kind
from ladder_app.domain.role_integrity import role_faults
from ladder_app.importers.answers import (
    bind,
    entitle_own,
    mean_other,
    place_lists,
    set_levels_aside,
    split_tracks,
    take_lists,
)
from ladder_app.importers.apart import build_up, entitle, put_apart, rename, turn_round
from ladder_app.importers.areas_as_levels import with_areas_as_levels
from ladder_app.importers.decisions import Decision, Says, found_at
from ladder_app.importers.elsewhere import with_chosen
from ladder_app.importers.first_level import FIXED, with_first_level
from ladder_app.importers.level_making import make_level
from ladder_app.importers.result import Asks, Imported, Place
from ladder_app.importers.same_lines import place_anew
from ladder_app.importers.whole_page import as_one_level, with_entries, with_headings, with_notes_below, with_only
from ladder_app.importers.wordings import split_after
from ladder_app.importers.workbench import PLACE_OF, Workbench

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ladder_app.importers.result import AccountLine

_KINDS = {Says.RESPONSIBILITY: Kind.RESPONSIBILITY, Says.REQUIREMENT: Kind.REQUIREMENT}
_ASIDE = {Says.NOTE: Place.NOTE, Says.SPECIALTY: Place.SPECIALTY}
_OPENS = (Place.HEADING, Place.LEVEL, Place.AREA)
_NAMES = {
    Says.RENAME: rename,
    Says.TITLE: entitle,
    Says.LISTED: take_lists,
    Says.UNLISTED: place_lists,
    Says.NO_LEVELS: set_levels_aside,
    Says.MEANT: mean_other,
    Says.OWN_LEVEL: entitle_own,
    Says.TRACKS: split_tracks,
    Says.HOLDS: bind,
}
_OF_ALL = {Says.APART: put_apart, Says.TURN: turn_round, Says.BUILD_UP: build_up}
_SUGGESTED: dict[str, object] = {"plus": False, "years": None, "refines": None}


@dataclass(frozen=True, slots=True)
class Decided:
    """A source after the decisions; `unused` are those that do not fit it (any more)."""

    imported: Imported
    unused: tuple[Decision, ...] = ()


def decided(imported: Imported, decisions: Iterable[Decision]) -> Decided:
    """The source with these decisions, one after the other."""
    unused = []
    for decision in decisions:
        found = with_decision(imported, decision)
        if found is None:
            unused.append(decision)
        else:
            imported = found
    return Decided(imported, tuple(unused))


def with_decision(imported: Imported, decision: Decision) -> Imported | None:
    """The source with one more decision; none if that does not fit: the line is gone, the role would contradict
    itself, or would be left without a level."""
    if decision.says is Says.COMPARED:
        return imported  # what is compared with changes nothing of the source
    line = found_at(decision, imported.account)
    if line is None:
        return None
    if decision.says in _OF_SOURCE:
        return _sound(_OF_SOURCE[decision.says](imported, line, decision.value))
    if decision.says is Says.SETTLE:
        return _without_questions(imported, line, decision.value)
    if decision.says is Says.TAKE:
        return _taken(imported, line, decision.value)
    if decision.says is Says.LEVEL and imported.role is None:
        return with_first_level(imported, line)
    if imported.role is None:
        return None
    bench = Workbench(imported)
    return _sound(bench.done()) if _apply(bench, line, decision) else None


def _sound(found: Imported | None) -> Imported | None:
    """The source, unless its role would contradict itself."""
    return None if found is None or found.role is None or role_faults(found.role) else found


def _one_level(imported: Imported, _line: AccountLine, _value: str) -> Imported | None:
    return as_one_level(imported)


def _headings(imported: Imported, _line: AccountLine, value: str) -> Imported | None:
    return with_headings(imported, value)


def _entries(imported: Imported, _line: AccountLine, value: str) -> Imported | None:
    return with_entries(imported, value)


def _only(imported: Imported, _line: AccountLine, value: str) -> Imported | None:
    return with_only(imported, value)


def _areas(imported: Imported, _line: AccountLine, _value: str) -> Imported | None:
    return with_areas_as_levels(imported)


def _below(imported: Imported, line: AccountLine, _value: str) -> Imported | None:
    return with_notes_below(imported, line)


_OF_SOURCE = {
    Says.ONE_LEVEL: _one_level,
    Says.HEADINGS: _headings,
    Says.ENTRIES: _entries,
    Says.BELOW: _below,
    Says.ONLY: _only,
    Says.AREAS: _areas,
    Says.ELSEWHERE: with_chosen,
}


def _without_questions(imported: Imported, line: AccountLine, asks: str) -> Imported | None:
    kind, _, level = asks.partition(":")
    left = tuple(
        q for q in imported.questions if q.line != line.line or q.asks.value != kind or (level and q.level != level)
    )
    return replace(imported, questions=left) if len(left) < len(imported.questions) else None


def _taken(imported: Imported, line: AccountLine, field: str) -> Imported | None:
    left = tuple(s for s in imported.suggestions if not (s.line == line.line and s.field == field))
    return replace(imported, suggestions=left) if len(left) < len(imported.suggestions) else None


def _apply(bench: Workbench, line: AccountLine, decision: Decision) -> bool:
    says = decision.says
    if says is Says.REFUSE:
        return _refused(bench, line, decision.value)
    if says is Says.GRADE:
        return _grade(bench, line, decision.value)
    if says in _NAMES:
        return _NAMES[says](bench, line, decision.value)
    if line.place in FIXED:
        return False
    if says in _OF_ALL:
        return _OF_ALL[says](bench, line)
    if says is Says.LEVEL:
        return make_level(bench, line)
    if says in _ASIDE:
        return _aside(bench, line, _ASIDE[says])
    if says is Says.EXTENDS:
        return _extends(bench, line, decision.value)
    if says is Says.SPLIT:
        return _split(bench, line, decision.value)
    if says is Says.JOIN:
        return _join(bench, line)
    return _kind(bench, line, _KINDS[says])


def _aside(bench: Workbench, line: AccountLine, place: Place) -> bool:
    if line.place is Place.LEVEL:
        return line.level is not None and len(bench.levels) > 1 and bench.drop_level(line.level, place)
    if line.place is place or line.place is Place.HEADING:
        return False
    title = bench.title_at(line.line)
    text, lines = bench.take_out(line)
    bench.notes.add(title, text)
    bench.put(lines, place, line.level)
    return True


def _extends(bench: Workbench, line: AccountLine, base: str) -> bool:
    level = line.level or bench.level_at(line.line)
    if level is None or line.place is Place.LEVEL or base not in [known.id for known in bench.levels]:
        return False
    kind = bench.kind_of(line)
    kinds = (kind,) if kind is not None else bench.kinds_asked(line)
    text, lines = bench.take_out(line)
    bench.add_extends(level, base, kinds, text)
    bench.put(lines, Place.EXTENDS, level)
    bench.settle(line.line, Asks.EXTENDS)
    return True


def _split(bench: Workbench, line: AccountLine, second: str) -> bool:
    for criterion in bench.criteria_on(line):
        parts = split_after(criterion.text, second)
        if parts is not None:
            return bench.split(criterion, parts)
    return False


def _join(bench: Workbench, line: AccountLine) -> bool:
    if line.place in (Place.LEVEL, Place.HEADING):
        return False
    above = bench.criterion_above(line)
    if above is None:
        return False
    text, lines = bench.take_out(line)
    bench.change(above.id, text=f"{above.text}\n{text}")
    here = bench.home_of(above.id)
    bench.put(lines, PLACE_OF[here[1]], here[0], above.id)
    return True


def _kind(bench: Workbench, line: AccountLine, kind: Kind) -> bool:
    if line.place is Place.LEVEL:
        return False
    if line.place not in _OPENS:
        return _one_kind(bench, line, kind)
    changed = False
    for later in bench.lines_after(line.line):
        if later.place in _OPENS:
            break
        now = bench.line(later.line)
        if now.place not in (*FIXED, Place.GRADE, Place.EXTENDS):
            changed = _one_kind(bench, now, kind) or changed
    return changed


def _one_kind(bench: Workbench, line: AccountLine, kind: Kind) -> bool:
    on_it = bench.criteria_on(line)
    if on_it:
        others = [criterion for criterion in on_it if bench.home_of(criterion.id)[1] is not kind]
        for criterion in others:
            bench.change_kind(criterion, kind)
        place_anew(bench, others)
        return bool(others)
    level = line.level or bench.level_at(line.line) or bench.levels[0].id
    text, lines = bench.take_out(line)
    if not text or not re.search(r"\w", text):
        return False
    bench.add_criterion(level, kind, text, lines)
    return True


def _refused(bench: Workbench, line: AccountLine, field: str) -> bool:
    meant = [s for s in bench.suggestions if s.line == line.line and s.field == field]
    for suggestion in meant:
        bench.suggestions.remove(suggestion)
        bench.change(suggestion.criterion, **{field: _SUGGESTED[field]})
    return bool(meant)


def _grade(bench: Workbench, line: AccountLine, value: str) -> bool:
    level, _, number = value.rpartition(":")
    if level not in [known.id for known in bench.levels] or not number.isdecimal():
        return False
    bench.change_level(level, grade=int(number))
    bench.settle(line.line, Asks.GRADE)
    return True

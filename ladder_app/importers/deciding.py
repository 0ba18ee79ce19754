"""A source as it was understood + what a person decided → the source as it is to be understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ladder_app.domain.role import Kind, Level, Note, Role
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
from ladder_app.importers.decisions import Decision, Says, found_at
from ladder_app.importers.elsewhere import with_chosen
from ladder_app.importers.ids import slug
from ladder_app.importers.result import Asks, Imported, Place
from ladder_app.importers.same_lines import place_anew
from ladder_app.importers.wordings import bare, split_after
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
_FIXED = (Place.FRONT_MATTER, Place.TITLE, Place.DESCRIPTION, Place.LAYOUT)
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
    if decision.says is Says.ELSEWHERE:
        return with_chosen(imported, line, decision.value)
    if decision.says is Says.SETTLE:
        return _without_questions(imported, line, decision.value)
    if decision.says is Says.TAKE:
        return _taken(imported, line, decision.value)
    if decision.says is Says.LEVEL and imported.role is None:
        return _first_level(imported, line)
    if imported.role is None:
        return None
    bench = Workbench(imported)
    if not _apply(bench, line, decision):
        return None
    found = bench.done()
    if found.role is None or role_faults(found.role):
        return None
    return found


def _without_questions(imported: Imported, line: AccountLine, asks: str) -> Imported | None:
    kind, _, level = asks.partition(":")
    left = tuple(
        q for q in imported.questions if q.line != line.line or q.asks.value != kind or (level and q.level != level)
    )
    return replace(imported, questions=left) if len(left) < len(imported.questions) else None


def _taken(imported: Imported, line: AccountLine, field: str) -> Imported | None:
    left = tuple(s for s in imported.suggestions if not (s.line == line.line and s.field == field))
    return replace(imported, suggestions=left) if len(left) < len(imported.suggestions) else None


def _first_level(imported: Imported, line: AccountLine) -> Imported | None:
    title = bare(line.text)
    if not title or line.place in _FIXED:
        return None
    level = Level(id=slug(title), title=title)
    # Nothing of the page was in a role yet: all that it says goes with the level.
    aside = (*_FIXED, Place.UNPLACED)
    said = [a for a in imported.account if a.line != line.line and a.place not in aside]
    notes = (Note(title=imported.name, text="\n".join(a.text for a in said)),) if said else ()
    named, described = _front(imported, Place.TITLE), _front(imported, Place.DESCRIPTION)
    role = Role(
        id=slug(imported.name), title=named or imported.name, description=described, levels=(level,), notes=notes
    )
    noted = {a.line for a in said}
    account = tuple(
        replace(a, place=Place.LEVEL, level=level.id)
        if a.line == line.line
        else replace(a, place=Place.NOTE, level=None, target=None)
        if a.line in noted
        else a
        for a in imported.account
    )
    left = tuple(q for q in imported.questions if q.asks is not Asks.LEVELS)
    return replace(imported, role=role, account=account, questions=left)


_KEY = re.compile(r"^\s*[\w-]+:\s+")


def _front(imported: Imported, place: Place) -> str | None:
    """What the line that is placed there says, without its key."""
    text = next((a.text for a in imported.account if a.place is place), "")
    return bare(_KEY.sub("", text)).strip(" \"'") or None


def _apply(bench: Workbench, line: AccountLine, decision: Decision) -> bool:
    says = decision.says
    if says is Says.REFUSE:
        return _refused(bench, line, decision.value)
    if says is Says.GRADE:
        return _grade(bench, line, decision.value)
    if says in _NAMES:
        return _NAMES[says](bench, line, decision.value)
    if line.place in _FIXED:
        return False
    if says in _OF_ALL:
        return _OF_ALL[says](bench, line)
    if says is Says.LEVEL:
        return _level(bench, line)
    if says in _ASIDE:
        return _aside(bench, line, _ASIDE[says])
    if says is Says.EXTENDS:
        return _extends(bench, line, decision.value)
    if says is Says.SPLIT:
        return _split(bench, line, decision.value)
    if says is Says.JOIN:
        return _join(bench, line)
    return _kind(bench, line, _KINDS[says])


def _level(bench: Workbench, line: AccountLine) -> bool:
    if line.place is Place.LEVEL or not bare(line.text):
        return False
    before = bench.level_at(line.line)
    number = bench.number_of(before) if before else -1
    text, lines = bench.take_out(line)
    title = " ".join(text.split())
    level = Level(id=bench.new_id(title), title=title)
    bench.levels.insert(number + 1, level)
    bench.put(lines, Place.LEVEL, level.id)
    for later in bench.lines_after(max(lines)):
        if later.place is Place.LEVEL:
            break
        if before is not None and later.level == before:
            bench.hand_over(later, before, level.id)
    return True


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
        if now.place not in (*_FIXED, Place.GRADE, Place.EXTENDS):
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

"""Answers about levels as a whole: what all share on a level of its own, the other way round, one on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.role import Extends, Kind, Level
from ladder_app.importers.result import Asks, Place
from ladder_app.importers.wordings import bare
from ladder_app.importers.words import tokens
from ladder_app.importers.workbench import BOTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.importers.result import AccountLine, Question
    from ladder_app.importers.workbench import Workbench

_OF_ALL = frozenset(("all", "every", "everyone", "each", "common", "shared", "general"))


def put_apart(bench: Workbench, line: AccountLine) -> bool:
    """What several levels share stands on a level of its own, which they extend; so none takes over what only the
    lowest asks for. Ids stay."""
    question = _asked_at(bench, line)
    return question is not None and set_apart(bench, line, question)


def set_apart(bench: Workbench, line: AccountLine, question: Question) -> bool:
    """See `put_apart`; the question says what is shared, by whom, and who has it."""
    base = bench.levels[bench.number_of(question.choices[0])]
    moved = {kind: [c for own, c in base.criteria() if own is kind and c.id in question.shared] for kind in Kind}
    kinds = tuple(kind for kind in Kind if moved[kind])
    if not kinds:
        return False
    takers = [level for level in bench.levels if level.id in question.takers]
    before = reached(bench.levels)
    title = _title(bench, line, is_of_all=len(takers) + 1 == len(bench.levels))
    shared = Level(
        id=bench.new_id(title),
        title=title,
        responsibilities=tuple(moved[Kind.RESPONSIBILITY]),
        requirements=tuple(moved[Kind.REQUIREMENT]),
    )
    bench.change_level(
        base.id,
        extends=(Extends(level=shared.id, kinds=kinds), *base.extends),
        responsibilities=tuple(c for c in base.responsibilities if c not in moved[Kind.RESPONSIBILITY]),
        requirements=tuple(c for c in base.requirements if c not in moved[Kind.REQUIREMENT]),
    )
    for taker in takers:
        # Sentences of the page stay; what was only taken over for what is shared leads there now.
        extends = [
            e.model_copy(update={"level": shared.id}) if e.level == base.id and not e.text else e for e in taker.extends
        ]
        bench.change_level(taker.id, extends=tuple(extends))
    bench.levels.insert(min(bench.number_of(level.id) for level in (base, *takers)), shared)
    for each in bench.lines_after(0):
        if each.target in question.shared and each.level == base.id:
            bench.put([each.line], each.place, shared.id, each.target)
    unrefine(bench, before)
    bench.settle(question.line, Asks.SHARED)
    return True


def turn_round(bench: Workbench, line: AccountLine) -> bool:
    """The levels stand the other way round."""
    if len(bench.levels) < 2:
        return False
    bench.levels.reverse()
    bench.settle(line.line, Asks.ORDER)
    return True


def build_up(bench: Workbench, line: AccountLine) -> bool:
    """Each level takes over all of the one before it."""
    if len(bench.levels) < 2:
        return False
    for lower, level in zip(bench.levels[:-1], bench.levels[1:], strict=True):
        if all(extends.level != lower.id for extends in level.extends):
            bench.add_extends(level.id, lower.id, BOTH, "")
    bench.settle(line.line, Asks.EXTENDS)
    return True


def rename(bench: Workbench, line: AccountLine, value: str) -> bool:
    """The level is called that (`level:name`); its id stays."""
    name, _, said = value.partition(":")
    title = " ".join(said.split())
    level = next((level for level in bench.levels if level.id == name), None)
    if level is None or not title or level.title == title:
        return False
    bench.change_level(name, title=title)
    at = line.line, Asks.LEVELS, name
    bench.questions = [q for q in bench.questions if (q.line, q.asks, q.level) != at]
    return True


def entitle(bench: Workbench, _line: AccountLine, said: str) -> bool:
    """The role is called that; its id stays."""
    title = " ".join(said.split())
    if not title or title == bench.title:
        return False
    bench.title = title
    bench.questions = [q for q in bench.questions if q.asks is not Asks.TITLE]
    return True


def _asked_at(bench: Workbench, line: AccountLine) -> Question | None:
    """What is asked about this line, or, in a newer page, about the list that it stands in."""
    return next(
        (q for q in bench.questions if q.shared and q.takers and (q.line == line.line or line.target in q.shared)),
        None,
    )


def _title(bench: Workbench, line: AccountLine, *, is_of_all: bool) -> str:
    """The heading above, if it speaks of all; else the plainest words there are."""
    plainest = "Shared by all levels" if is_of_all else "Shared by several levels"
    headings = [near for near in bench.lines_after(0) if near.line < line.line and near.place is Place.HEADING]
    title = " ".join(bare(headings[-1].text).strip(" :").split()) if headings else ""
    taken = [level.title for level in bench.levels]
    return title if title not in taken and _OF_ALL.intersection(tokens(title)) else plainest


def reached(levels: Sequence[Level]) -> dict[str, set[str]]:
    """For each level, those it builds on."""
    found = {}
    bases = {level.id: [e.level for e in level.extends] for level in levels}
    for level in levels:
        seen: set[str] = set()
        open_ones = list(bases[level.id])
        while open_ones:
            name = open_ones.pop()
            if name not in seen:
                seen.add(name)
                open_ones += bases.get(name, [])
        found[level.id] = seen
    return found


def unrefine(bench: Workbench, before: dict[str, set[str]]) -> None:
    """A criterion refines none of a level that its own does not build on any more."""
    after = reached(bench.levels)
    home = {c.id: level.id for level in bench.levels for _, c in level.criteria()}
    for level in list(bench.levels):
        lost = before.get(level.id, set()) - after[level.id]
        for _, criterion in level.criteria():
            if criterion.refines is not None and home.get(criterion.refines) in lost:
                bench.change(criterion.id, refines=None)
                bench.suggestions = [
                    s for s in bench.suggestions if (s.criterion, s.field) != (criterion.id, "refines")
                ]

"""Answers about a source as a whole: it is one level, its headings are levels, its lists are what they ask for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ladder_app.domain.role import Criterion, Kind
from ladder_app.importers.building import NO_CRITERIA, question_of_title
from ladder_app.importers.first_level import FIXED, with_first_level
from ladder_app.importers.level_making import make_level
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.result import Asks, Imported, Place, Question
from ladder_app.importers.wordings import bare, letters
from ladder_app.importers.workbench import PLACE_OF, Workbench

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ladder_app.importers.result import AccountLine

_HEADING = re.compile(
    r"\s{0,3}(?P<marks>#{1,6})\s+\S|\s*<h(?P<depth>[1-6])\b|\s*(?P<bold>\*\*[^*]+\*\*:?|__[^_]+__:?)\s*$"
)
_BOLD = 7
"""How deep a line in bold stands that heads what is below it."""
_ENTRY = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+\S")
_INDENTED = re.compile(r"\s+\S")
_FEWEST, _LONGEST = 2, 90
_ASIDE = (Place.NOTE, Place.SPECIALTY, Place.LEVEL_SUMMARY)
_KINDS = {Topic.RESPONSIBILITY: Kind.RESPONSIBILITY, Topic.REQUIREMENT: Kind.REQUIREMENT}


@dataclass(frozen=True, slots=True)
class Headings:
    """Headings of one depth that may be levels, by what they say."""

    depth: int
    titles: tuple[str, ...]


def headings_of(imported: Imported) -> list[Headings]:
    """What may be levels: for each depth its headings, if there are several and they are short; where lists stand below
    some of them, those alone."""
    found: dict[int, list[str]] = {}
    over_lists: Counter[int] = Counter()
    last = 0
    for line in imported.account:
        depth = _depth(line) if line.place not in FIXED else 0
        if depth:
            found.setdefault(depth, []).append(bare(line.text))
            last = depth
        elif last and (line.place in PLACE_OF.values() or _ENTRY.match(line.text)):
            over_lists[last] += 1
            last = 0
    kept = [
        Headings(depth, tuple(titles))
        for depth, titles in sorted(found.items())
        if len({letters(title) for title in titles}) == len(titles) >= _FEWEST
        and all(letters(title) and len(title) <= _LONGEST for title in titles)
    ]
    return [group for group in kept if over_lists[group.depth] >= _FEWEST] or ([] if over_lists else kept)


def entries_of(imported: Imported) -> list[tuple[int, ...]]:
    """The lines of what could be criteria: of each entry of the lists beside them, or of each text if there are no
    lists."""
    return [tuple(line.line for line in entry) for entry in _entries(imported.account)]


def has_lists(imported: Imported) -> bool:
    """Whether `entries_of` are those of lists."""
    return any(_ENTRY.match(line.text) for line in imported.account if line.place in _ASIDE)


def as_one_level(imported: Imported) -> Imported | None:
    """All of the source is one level, called as the role; what its lists say is asked of it."""
    if imported.role is None:
        head = None if _is_titled(imported) else _head_of_all(imported)
        found = with_first_level(imported, head)
        return None if found is None else _with_title_asked(_with_lists(found), is_called=head is not None)
    if len(imported.role.levels) < _FEWEST:
        return None
    bench = Workbench(imported)
    _merge(bench)
    return bench.done()


def with_headings(imported: Imported, value: str) -> Imported | None:
    """The headings of this depth are levels; a level that is left with nothing to ask is none."""
    depth = int(value) if value.isdecimal() else 0
    heads = [line for line in imported.account if depth and _depth(line) == depth and line.place not in FIXED]
    if len(heads) < _FEWEST:
        return None
    found: Imported | None = imported
    if imported.role is None:
        found = with_first_level(imported, heads[0])
        heads = heads[1:]
    if found is None:
        return None
    bench = Workbench(found)
    known = {level.id for level in bench.levels} if imported.role is not None else set()
    made = [line for line in heads if _is_level_now(bench, line.line, known)]
    if not made:
        return None
    for name in known:
        _let_go_of(bench, name)
    bench.questions = [q for q in bench.questions if q.asks is not Asks.LEVELS]
    found = bench.done()
    return _with_title_asked(_with_lists(found), is_called=False) if imported.role is None else found


def _is_level_now(bench: Workbench, number: int, known: set[str]) -> bool:
    """Whether the heading on a line could be made a level; what stood below it in a known one goes with it."""
    if not make_level(bench, bench.line(number)):
        return False
    for below in bench.lines_after(number):
        if below.place is Place.LEVEL:
            break
        if below.level in known:
            bench.hand_over(below, below.level or "", bench.line(number).level or "")
    return True


def _let_go_of(bench: Workbench, name: str) -> None:
    """A level that asks nothing is none."""
    level = bench.levels[bench.number_of(name)]
    if any(True for _ in level.criteria()):
        return
    if level.summary or any(line.level == name for line in bench.lines_after(0)):
        bench.drop_level(name, Place.NOTE)
    else:
        bench.levels.remove(level)


def with_entries(imported: Imported, value: str) -> Imported | None:
    """What stands beside levels that ask nothing is asked of them, as this kind."""
    kind = next((kind for kind in Kind if kind.value == value), None)
    if kind is None or imported.role is None or any(True for _ in imported.role.criteria()):
        return None
    return _with_criteria(imported, entries_of(imported), kind)


def with_only(imported: Imported, value: str) -> Imported | None:
    """The level of this id is all that the role is about; what others say are notes, and the role is called as it."""
    levels = imported.role.levels if imported.role is not None else ()
    kept = next((level for level in levels if level.id == value), None)
    if kept is None or len(levels) < _FEWEST:
        return None
    bench = Workbench(imported)
    for level in levels:
        if level is not kept:
            bench.drop_level(level.id, Place.NOTE)
    bench.title = kept.title
    bench.questions = [q for q in bench.questions if q.asks not in (Asks.LEVELS, Asks.ORDER, Asks.TITLE)]
    return bench.done()


def with_notes_below(imported: Imported, line: AccountLine) -> Imported | None:
    """What is asked for on the lines below this one, up to the next heading, is only a note."""
    if imported.role is None:
        return None
    bench, changed = Workbench(imported), False
    for below in bench.lines_after(line.line):
        if below.place in (Place.HEADING, Place.LEVEL):
            break
        now = bench.line(below.line)
        if bench.criteria_on(now):
            text, lines = bench.take_out(now)
            bench.notes.add(bench.title_at(line.line), text)
            bench.put(lines, Place.NOTE, now.level)
            changed = True
    bench.settle(line.line, Asks.LEVELS)
    return bench.done() if changed else None


def _depth(line: AccountLine) -> int:
    """How deep a heading is; 0 for any other line."""
    found = _HEADING.match(line.text)
    if found is None:
        return 0
    if found["bold"]:
        return _BOLD
    return len(found["marks"]) if found["marks"] else int(found["depth"])


def _with_title_asked(imported: Imported, *, is_called: bool) -> Imported:
    """With the question what the role is called, where only the name of the source tells it; as its one level, if that
    says it."""
    role = imported.role
    if role is None or _is_titled(imported):
        return imported
    if is_called:
        return replace(imported, role=role.model_copy(update={"title": role.levels[0].title}))
    asked = question_of_title(imported.name, imported.account[0].line)
    return replace(imported, questions=(asked, *imported.questions))


def _head_of_all(imported: Imported) -> AccountLine | None:
    """The heading that stands above all others; none if there is none, or several are as high."""
    heads = [line for line in imported.account if _depth(line) and line.place not in FIXED]
    return heads[0] if heads and all(_depth(heads[0]) < _depth(line) for line in heads[1:]) else None


def _is_titled(imported: Imported) -> bool:
    return any(line.place is Place.TITLE for line in imported.account)


def _entries(account: Sequence[AccountLine]) -> Iterator[list[AccountLine]]:
    """Entries of lists with the lines that belong to them; paragraphs where there are no lists."""
    lines = [line for line in account if line.place in _ASIDE and not _depth(line)]
    are_lists = any(_ENTRY.match(line.text) for line in lines)
    entry: list[AccountLine] = []
    for line in lines:
        follows = bool(entry) and line.line == entry[-1].line + 1
        is_more = follows and (_INDENTED.match(line.text) is not None or not are_lists)
        if are_lists and _ENTRY.match(line.text) is not None:
            is_more = False
        if is_more:
            entry.append(line)
            continue
        if entry:
            yield entry
        entry = [line] if not are_lists or _ENTRY.match(line.text) else []
    if entry:
        yield entry


def _with_lists(imported: Imported) -> Imported:
    """What the lists of a source say is asked of the level above; what sort it is, the heading says."""
    entries = entries_of(imported) if has_lists(imported) else []
    return _with_criteria(imported, entries, None)


def _with_criteria(imported: Imported, entries: Sequence[tuple[int, ...]], kind: Kind | None) -> Imported:
    bench = Workbench(imported)
    for entry in entries:
        level = bench.level_at(entry[0]) or bench.levels[0].id
        sort = kind or _KINDS.get(meaning(_head_over(imported, entry[0])).topic, Kind.RESPONSIBILITY)
        text = "\n".join(bench.take_out(bench.line(number))[0] for number in entry)
        _strike_summary(bench, level, text)
        bench.add_criterion(level, sort, text, list(entry))
    rated = any(True for level in bench.levels for _ in level.criteria())
    bench.questions = [q for q in bench.questions if q.message != NO_CRITERIA]
    if not rated:
        first = next((line for line in imported.account if line.level), imported.account[0])
        bench.questions.append(Question(first.line, Asks.LEVELS, NO_CRITERIA))
    return _without_bare_note(bench.done())


def _without_bare_note(imported: Imported) -> Imported:
    """Of a note that held the whole source nothing may be left but what that is called."""
    role, name = imported.role, letters(imported.name)
    if role is None:
        return imported
    notes = tuple(note for note in role.notes if {letters(note.title), letters(note.text)} != {name})
    return replace(imported, role=role.model_copy(update={"notes": notes}))


def _strike_summary(bench: Workbench, name: str, text: str) -> None:
    """What a level is asked is not said about it once more."""
    said = bench.levels[bench.number_of(name)].summary
    if said:
        left = [part for part in said.split("\n\n") if letters(part) != letters(text)]
        bench.change_level(name, summary="\n\n".join(left) or None)


def _head_over(imported: Imported, number: int) -> str:
    heads = [line for line in imported.account if line.line < number and _depth(line)]
    return bare(heads[-1].text).strip(" :") if heads else ""


def _merge(bench: Workbench) -> None:
    """All levels are one, with all that any of them asks."""
    base, others = bench.levels[0], bench.levels[1:]
    criteria: dict[Kind, list[Criterion]] = {kind: [] for kind in Kind}
    for level in bench.levels:
        for kind, criterion in level.criteria():
            criteria[kind].append(criterion.model_copy(update={"refines": None}))
    ids = {level.id for level in bench.levels}
    for line in bench.lines_after(0):
        if line.level in ids:
            place = Place.HEADING if line.place is Place.LEVEL else line.place
            place = Place.NOTE if place in (Place.EXTENDS, Place.GRADE) else place
            bench.put([line.line], place, base.id, line.target)
    for level in bench.levels:
        said = [level.grade_text, *(extends.text for extends in level.extends)]
        for text in said:
            if text:
                bench.notes.add(level.title, text)
    summaries = [level.summary for level in (base, *others) if level.summary]
    merged = base.model_copy(
        update={
            "title": bench.title, "grade": None, "grade_text": None, "grade_url": None, "extends": (),
            "summary": "\n\n".join(summaries) or None,
            "responsibilities": tuple(criteria[Kind.RESPONSIBILITY]),
            "requirements": tuple(criteria[Kind.REQUIREMENT]),
        }
    )  # fmt: skip
    bench.levels[:] = [merged]
    bench.questions = [q for q in bench.questions if q.asks is Asks.TITLE]
    bench.suggestions = [s for s in bench.suggestions if s.field != "refines"]

"""The workbench of decisions: an import taken apart to be changed line by line. Every line stays in the account, every
text in the role."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ladder_app.domain.role import Criterion, Extends, Kind
from ladder_app.importers.ids import slug
from ladder_app.importers.note_pile import NotePile
from ladder_app.importers.result import Asks, Place
from ladder_app.importers.wordings import bare, letters, without_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ladder_app.importers.result import AccountLine, Imported

PLACE_OF = {Kind.RESPONSIBILITY: Place.RESPONSIBILITY, Kind.REQUIREMENT: Place.REQUIREMENT}
_LISTS = {Kind.RESPONSIBILITY: "responsibilities", Kind.REQUIREMENT: "requirements"}
_OF_LEVEL = (
    Place.LEVEL, Place.LEVEL_SUMMARY, Place.GRADE, Place.AREA, Place.RESPONSIBILITY, Place.REQUIREMENT, Place.EXTENDS,
)  # fmt: skip
BOTH = (Kind.RESPONSIBILITY, Kind.REQUIREMENT)


class Workbench:
    """The parts of an import that has a role, taken apart; `done` puts them together again."""

    def __init__(self, imported: Imported) -> None:
        assert imported.role is not None  # noqa: S101 – the caller has looked
        self._imported = imported
        self._role = imported.role
        self._lines = {line.line: line for line in imported.account}
        self._by_target: dict[str, set[int]] = {}
        for line in imported.account:
            if line.target:
                self._by_target.setdefault(line.target, set()).add(line.line)
        self.title, self.areas = imported.role.title, imported.role.areas
        self.notes = NotePile(imported.role.notes)
        self.levels = list(imported.role.levels)
        self.questions = list(imported.questions)
        self.suggestions = list(imported.suggestions)

    def done(self) -> Imported:
        """The import as it is now."""
        known = {c.id for level in self.levels for _, c in level.criteria()}
        ids = {level.id for level in self.levels}
        role = self._role.model_copy(
            update={"title": self.title, "levels": tuple(self.levels), "notes": self.notes.kept}
        )
        questions = (replace(q, choices=tuple(c for c in q.choices if c in ids)) for q in self.questions)
        return replace(
            self._imported,
            role=role,
            account=tuple(self._lines.values()),
            questions=tuple(q for q in questions if q.level is None or q.level in ids),
            suggestions=tuple(s for s in self.suggestions if s.criterion in known),
            anchors={anchor: level for anchor, level in self._imported.anchors.items() if level in ids},
        )

    # Lines

    def line(self, number: int) -> AccountLine:
        """The line of that number as it is placed now."""
        return self._lines[number]

    def lines_after(self, number: int) -> Iterator[AccountLine]:
        """The lines below, in order."""
        return iter([line for line in self._lines.values() if line.line > number])

    def put(self, numbers: Iterable[int], place: Place, level: str | None = None, target: str | None = None) -> None:
        """These lines are placed there."""
        for number in numbers:
            before = self._lines[number].target
            if before:
                self._by_target[before].discard(number)
            if target:
                self._by_target.setdefault(target, set()).add(number)
            self._lines[number] = replace(self._lines[number], place=place, level=level, target=target)

    def level_at(self, number: int) -> str | None:
        """The level that a line stands under, by the lines above it."""
        ids = {level.id for level in self.levels}
        above = [line for line in self._lines.values() if line.line <= number and line.level in ids]
        return above[-1].level if above else None

    def title_at(self, number: int) -> str:
        """What a note from this line is headed: the level it stands under, or the role."""
        level = self.level_at(number)
        return self.title if level is None else self.levels[self.number_of(level)].title

    def settle(self, number: int, asks: Asks) -> None:
        """Nothing of that kind is asked about the line any more."""
        self.questions = [q for q in self.questions if not (q.line == number and q.asks is asks)]

    def kinds_asked(self, line: AccountLine) -> tuple[Kind, ...]:
        """The kinds of criteria that a sentence on this line is about, by the headings and lines around it."""
        around = (
            *reversed([near for near in self._lines.values() if near.line < line.line]),
            *self.lines_after(line.line),
        )
        for near in around:
            if near.place in (Place.LEVEL, Place.LEVEL_SUMMARY):
                return BOTH
            if near.place is Place.HEADING:
                words = letters(near.text)
                found = tuple(kind for kind in BOTH if kind.value[:9] in words)
                return found or BOTH
            kind = next((kind for kind, place in PLACE_OF.items() if near.place is place), None)
            if kind is not None:
                return (kind,)
        return BOTH

    # Levels

    def number_of(self, level: str) -> int:
        """Where a level stands."""
        return next(i for i, known in enumerate(self.levels) if known.id == level)

    def new_id(self, text: str) -> str:
        """An id that is free, made of a text."""
        taken = {c.id for level in self.levels for _, c in level.criteria()} | {level.id for level in self.levels}
        name, number = slug(text), 2
        chosen = name
        while chosen in taken:
            chosen, number = f"{name[:92]}-{number}", number + 1
        return chosen

    def change_level(self, level: str, **changes: object) -> None:
        """Other fields for a level."""
        number = self.number_of(level)
        self.levels[number] = self.levels[number].model_copy(update=changes)

    def drop_level(self, name: str, place: Place) -> bool:
        """The level is none: all it says becomes a note."""
        level = self.levels.pop(self.number_of(name))
        own = [line for line in self._lines.values() if line.level == name]
        parts = [line.text.strip() for line in own if line.place in _OF_LEVEL]
        said = letters(" ".join(parts))
        texts = [
            level.grade_text,
            level.summary,
            *(e.text for e in level.extends),
            *(c.text for _, c in level.criteria()),
        ]
        parts += [text for text in texts if text and letters(text) not in said]
        for other in self.levels:
            for extends in other.extends:
                if extends.level == name and extends.text:
                    self.notes.add(other.title, extends.text)
            self.change_level(other.id, extends=tuple(e for e in other.extends if e.level != name))
        self._unrefine({criterion.id for _, criterion in level.criteria()})
        self.notes.add(level.title, "\n".join(parts) or level.title)
        for line in own:
            of_level = line.place in _OF_LEVEL
            self.put([line.line], place if of_level else line.place, None, None if of_level else line.target)
        return True

    def hand_over(self, line: AccountLine, old: str, new: str) -> None:
        """What stands on a line belongs to another level."""
        self._lines[line.line] = replace(self._lines[line.line], level=new)
        for criterion in self.criteria_on(line):
            level, kind = self.home_of(criterion.id)
            if level == old:
                self._remove(criterion.id)
                self._insert(new, kind, criterion, line.line)
        if line.place is Place.EXTENDS:
            said = letters(line.text)
            moving = [e for e in self.levels[self.number_of(old)].extends if e.text and said in letters(e.text)]
            kept = tuple(e for e in self.levels[self.number_of(old)].extends if e not in moving)
            self.change_level(old, extends=kept)
            for extends in moving:
                self.add_extends(new, extends.level, extends.kinds, extends.text or "")

    def add_extends(self, level: str, base: str, kinds: tuple[Kind, ...], text: str) -> None:
        """The level takes over another's criteria of these kinds."""
        own = self.levels[self.number_of(level)].extends
        self.change_level(level, extends=(*own, Extends(level=base, kinds=kinds, text=text or None)))

    # Criteria

    def criteria_on(self, line: AccountLine) -> list[Criterion]:
        """The criteria that stand on a line: the one it is placed as, and those without a line of their own that
        it spells out."""
        if line.place not in PLACE_OF.values():
            return []
        said = letters(line.text)
        return [
            criterion
            for level in self.levels
            for _, criterion in level.criteria()
            if criterion.id == line.target
            or (
                not self._by_target.get(criterion.id)
                and line.level in (None, level.id)
                and letters(criterion.text)
                and letters(criterion.text) in said
            )
        ]

    def kind_of(self, line: AccountLine) -> Kind | None:
        """The kind of the criterion on a line."""
        return next((kind for kind, place in PLACE_OF.items() if line.place is place), None)

    def home_of(self, criterion: str) -> tuple[str, Kind]:
        """The level and kind of a criterion."""
        return next((level.id, kind) for level in self.levels for kind, c in level.criteria() if c.id == criterion)

    def change(self, criterion: str, **changes: object) -> None:
        """Other fields for a criterion."""
        level, kind = self.home_of(criterion)
        own = self._of(level, kind)
        self._set(level, kind, [c.model_copy(update=changes) if c.id == criterion else c for c in own])

    def change_kind(self, criterion: Criterion, kind: Kind) -> None:
        """The criterion is of the other kind."""
        level, _ = self.home_of(criterion.id)
        self._remove(criterion.id)
        self._unrefine({criterion.id})
        lines = self._lines_of(criterion.id)
        self._insert(level, kind, criterion.model_copy(update={"refines": None}), min(lines, default=0))
        self.put(lines, PLACE_OF[kind], level, criterion.id)

    def add_criterion(self, level: str, kind: Kind, text: str, lines: list[int]) -> None:
        """A criterion that stands on these lines."""
        criterion = Criterion(id=self.new_id(text), text=text)
        self._insert(level, kind, criterion, lines[0])
        self.put(lines, PLACE_OF[kind], level, criterion.id)

    def split(self, criterion: Criterion, parts: tuple[str, str]) -> bool:
        """One criterion becomes two; the first keeps the id."""
        level, kind = self.home_of(criterion.id)
        second = Criterion(id=self.new_id(parts[1]), text=parts[1], area=criterion.area, plus=criterion.plus)
        own = self._of(level, kind)
        at = next(i for i, c in enumerate(own) if c.id == criterion.id)
        own[at : at + 1] = [criterion.model_copy(update={"text": parts[0]}), second]
        self._set(level, kind, own)
        for number in self._lines_of(criterion.id)[1:]:
            if letters(self._lines[number].text) in letters(parts[1]):
                self.put([number], PLACE_OF[kind], level, second.id)
        return True

    def criterion_above(self, line: AccountLine) -> Criterion | None:
        """The nearest criterion above a line that is not the line's own, in the same level and kind."""
        kind = self.kind_of(line)
        known = {c.id: c for level in self.levels for _, c in level.criteria()}
        for other in reversed([near for near in self._lines.values() if near.line < line.line]):
            if other.place is Place.LEVEL:
                return None
            if other.target in known and other.target != line.target and kind in (None, self.kind_of(other)):
                return known[other.target or ""]
        return None

    def take_out(self, line: AccountLine) -> tuple[str, list[int]]:
        """Take what a line says from where it is; gives its words, and the lines they stand on."""
        on_it = self.criteria_on(line)
        if on_it:
            lines = sorted({line.line}.union(*(self._lines_of(c.id) for c in on_it)))
            for criterion in on_it:
                self._remove(criterion.id)
            self._unrefine({criterion.id for criterion in on_it})
            return "\n".join(criterion.text for criterion in on_it), lines
        said = letters(line.text)
        if line.place is Place.EXTENDS:
            for level in self.levels:
                kept = tuple(left for e in level.extends if (left := without_row(e, said)) is not None)
                if kept != level.extends:
                    self.change_level(level.id, extends=kept)
        if said and line.place in (Place.NOTE, Place.SPECIALTY, Place.EXTENDS, Place.HIRING):
            self.notes.strike(said)
        return bare(line.text), [line.line]

    def _lines_of(self, criterion: str) -> list[int]:
        return sorted(self._by_target.get(criterion, ()))

    def _of(self, level: str, kind: Kind) -> list[Criterion]:
        found: tuple[Criterion, ...] = getattr(self.levels[self.number_of(level)], _LISTS[kind])
        return list(found)

    def _set(self, level: str, kind: Kind, criteria: list[Criterion]) -> None:
        self.change_level(level, **{_LISTS[kind]: tuple(criteria)})

    def _insert(self, level: str, kind: Kind, criterion: Criterion, line: int) -> None:
        own = self._of(level, kind)
        at = next((i for i, c in enumerate(own) if min(self._lines_of(c.id), default=0) > line), len(own))
        self._set(level, kind, [*own[:at], criterion, *own[at:]])

    def _remove(self, criterion: str) -> None:
        level, kind = self.home_of(criterion)
        self._set(level, kind, [c for c in self._of(level, kind) if c.id != criterion])

    def _unrefine(self, gone: set[str]) -> None:
        for level in self.levels:
            for _, criterion in level.criteria():
                if criterion.refines in gone:
                    self.change(criterion.id, refines=None)

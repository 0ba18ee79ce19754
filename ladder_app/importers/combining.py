"""Several sources, each understood by itself → one role: levels of the same name are one, and nothing is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ladder_app.domain.role import Criterion, Extends, Level, Note, PerformanceIndicator, Role
from ladder_app.domain.role_integrity import role_faults
from ladder_app.domain.values import CONTRADICTIONS_ALLOWED
from ladder_app.errors import InvalidFile
from ladder_app.importers.building import AT_ALL, NO_CRITERIA
from ladder_app.importers.ids import numbered, slug
from ladder_app.importers.level_order import in_order
from ladder_app.importers.result import AccountLine, Asks, Imported, Place, Question, Suggestion
from ladder_app.importers.source_files import SourceFile
from ladder_app.importers.words import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

Part = tuple[str, Imported]
"""The name of a file (empty where it names its files itself), and what it holds: a role, always."""


def combined(name: str, parts: Sequence[Part], *, is_by_level: bool) -> Imported:
    """The one role of this name that these come to. What is a level of its own in several of them is asked nowhere.

    Where each is a competency, criteria without an area have its name as theirs. Raises `InvalidFile` if the parts
    contradict each other.
    """
    found = _Combining(is_by_level=is_by_level)
    for file, imported in parts:
        found.add(file, imported)
    return found.done(name)


class _Combining:
    """Takes one part after the other."""

    def __init__(self, *, is_by_level: bool) -> None:
        self._is_by_level = is_by_level
        self._levels: dict[tuple[str, ...], Level] = {}
        self._areas: dict[str, str] = {}
        self._taken: set[str] = set()
        self._indicators: list[PerformanceIndicator] = []
        self._notes: list[Note] = []
        self._hiring: list[str] = []
        self._account: list[AccountLine] = []
        self._questions: list[Question] = []
        self._suggestions: list[Suggestion] = []
        self._anchors: dict[str, str] = {}
        self._files: list[SourceFile] = []
        self._first = 0
        """How many lines stand before those of the next part."""

    def add(self, file: str, part: Imported) -> None:
        """Take all of a part."""
        role = part.role
        assert role is not None  # noqa: S101 – the caller has looked
        levels = self._names_of_levels(role)
        criteria = {c.id: self._free(c.id) for _, _, c in role.criteria()}
        indicators = {i.id: self._free(i.id) for i in role.performance_indicators}
        areas = self._names_of_areas(role)
        own = None if self._is_by_level or not file else self._area_of(part, role)
        for level in role.levels:
            self._add_level(level, _Named(levels, criteria, areas, own))
        self._add_rest(role, indicators)
        self._files += [each.moved(self._first) for each in part.files] or [SourceFile(file, self._first + 1)]
        self._add_lines(part, levels, criteria, indicators)
        self._anchors |= {anchor: levels[level] for anchor, level in part.anchors.items()}
        self._first = self._account[-1].line if self._account else self._first

    def done(self, name: str) -> Imported:
        """All of it. Raises `InvalidFile`."""
        levels = list(self._levels.values())
        levels = [levels[i] for i in in_order([level.title for level in levels])]
        values = {
            "id": slug(name),
            "title": name,
            "areas": self._areas,
            "levels": tuple(levels),
            "performance_indicators": tuple(self._indicators),
            "notes": (*self._notes, *[Note(title="Hiring process", text=text) for text in self._hiring]),
        }
        role = Role.model_validate(values, context=CONTRADICTIONS_ALLOWED)
        faults = role_faults(role)
        if faults:
            raise InvalidFile(*(f"These files contradict each other as one role: {fault.message}" for fault in faults))
        rated = {level.id for level in levels if any(True for _ in level.criteria())}
        account = tuple(self._account)
        # A level that one file only names may be what another is about.
        questions = tuple(q for q in self._questions if not (q.choices == (q.level,) and q.level in rated))
        return Imported(name, role, account, questions, tuple(self._suggestions), self._anchors, tuple(self._files))

    # Names

    def _names_of_levels(self, role: Role) -> dict[str, str]:
        """What the levels of a part are called here: as those of the same name, if there are any."""
        names: dict[str, str] = {}
        for level in role.levels:
            known = self._levels.get(_key(level))
            names[level.id] = self._free(level.id) if known is None else known.id
        return names

    def _names_of_areas(self, role: Role) -> dict[str, str]:
        """The ids of areas: of the same name the same, of other names free ones."""
        return {area: self._area(area, title) for area, title in role.areas.items()}

    def _area(self, wanted: str, title: str) -> str:
        known = next((area for area, name in self._areas.items() if name == title), None)
        if known is not None:
            return known
        free = numbered([*self._areas, wanted])[-1]
        self._areas[free] = title
        return free

    def _free(self, wanted: str) -> str:
        name, number = wanted, 2
        while name in self._taken:
            name, number = f"{wanted[:92]}-{number}", number + 1
        self._taken.add(name)
        return name

    def _area_of(self, part: Imported, role: Role) -> str:
        """The competency that a part is, by its title or else its file."""
        named = role.title if role.title != part.name else part.name.replace("-", " ").replace("_", " ").capitalize()
        return self._area(slug(named), named)

    # Values

    def _add_level(self, level: Level, named: _Named) -> None:
        new = named.level(level)
        known = self._levels.get(_key(level))
        if known is None:
            self._levels[_key(level)] = new
            return
        summaries = [text for text in (known.summary, new.summary) if text]
        has_grade = known.grade is not None or known.grade_text is not None
        graded = known if has_grade else new
        self._levels[_key(level)] = known.model_copy(
            update={
                "grade": graded.grade,
                "grade_text": graded.grade_text,
                "grade_url": graded.grade_url,
                "summary": "\n\n".join(dict.fromkeys(summaries)) or None,
                "extends": (*known.extends, *(e for e in new.extends if e not in known.extends)),
                "responsibilities": (*known.responsibilities, *new.responsibilities),
                "requirements": (*known.requirements, *new.requirements),
            }
        )
        if has_grade and new.grade_text and new.grade_text != known.grade_text:
            self._notes.append(Note(title=level.title, text=new.grade_text))

    def _add_rest(self, role: Role, indicators: dict[str, str]) -> None:
        """What a role says beside its levels; what only one can have becomes a note of the part's."""
        self._indicators += [i.model_copy(update={"id": indicators[i.id]}) for i in role.performance_indicators]
        told = "\n\n".join(text for text in (role.description, role.summary) if text)
        if told:
            self._notes.append(Note(title=role.title, text=told))
        self._notes += role.notes
        hiring = role.hiring_process
        if hiring is not None:
            steps = [part for part in (hiring.intro, "\n".join(hiring.steps), hiring.outro) if part]
            self._hiring.append("\n\n".join(steps))

    def _add_lines(
        self, part: Imported, levels: dict[str, str], criteria: dict[str, str], indicators: dict[str, str]
    ) -> None:
        first, targets = self._first, {**levels, **criteria, **indicators}
        heads = {line.level for line in part.account if line.place is Place.LEVEL}
        only = next(iter(levels)) if len(levels) == 1 and not heads else None
        begins = min((file.first for file in part.files), default=1)
        for line in part.account:
            if line.line < begins:
                continue  # the name of all, which no file has
            place = line.place
            level = levels.get(line.level or "")
            if place is Place.TITLE and only is not None:
                # The title of a page that is a level is the name of that.
                place, level = Place.LEVEL, levels[only]
            target = targets.get(line.target or "")
            self._account.append(AccountLine(line.line + first, line.text, place, level, target))
        for q in part.questions:
            if q.asks is Asks.TITLE or q.message == AT_ALL:
                continue  # what all are called is asked once, and with the others it is a ladder
            if q.message == NO_CRITERIA:
                self._questions += [self._about_empty(level) for level in levels.values()]
                continue
            self._questions.append(
                replace(
                    q,
                    line=q.line + first,
                    level=levels.get(q.level or ""),
                    choices=tuple(levels[each] for each in q.choices),
                    shared=tuple(criteria[each] for each in q.shared),
                    takers=tuple(levels[each] for each in q.takers),
                    lists=tuple(tuple(number + first for number in entry) for entry in q.lists),
                )
            )
        for s in part.suggestions:
            value = criteria.get(s.value, s.value) if s.field == "refines" else s.value
            self._suggestions.append(Suggestion(criteria[s.criterion], s.field, value, s.line + first))

    def _about_empty(self, level: str) -> Question:
        """What is asked of a level that none of its files asks anything of, beside others that do."""
        title = next(one.title for one in self._levels.values() if one.id == level)
        named = [line.line for line in self._account if line.level == level and line.place is Place.LEVEL]
        line = named[-1] if named else self._account[-1].line
        return Question(line, Asks.LEVELS, f"“{title}” asks nothing; is it a level?", level, (level,))


def _key(level: Level) -> tuple[str, ...]:
    """What levels of the same name have in common."""
    return tokens(level.title) or (level.title.casefold(),)


class _Named:
    """Levels and criteria of one part under the names that they have in the whole."""

    def __init__(
        self, levels: dict[str, str], criteria: dict[str, str], areas: dict[str, str], own_area: str | None
    ) -> None:
        self._levels, self._criteria, self._areas, self._own_area = levels, criteria, areas, own_area

    def level(self, level: Level) -> Level:
        """The level with its criteria."""
        extends = tuple(Extends(level=self._levels[e.level], kinds=e.kinds, text=e.text) for e in level.extends)
        return level.model_copy(
            update={
                "id": self._levels[level.id],
                "extends": extends,
                "responsibilities": tuple(map(self._criterion, level.responsibilities)),
                "requirements": tuple(map(self._criterion, level.requirements)),
            }
        )

    def _criterion(self, criterion: Criterion) -> Criterion:
        area = self._own_area if criterion.area is None else self._areas.get(criterion.area, criterion.area)
        refines = self._criteria[criterion.refines] if criterion.refines else None
        return criterion.model_copy(update={"id": self._criteria[criterion.id], "area": area, "refines": refines})

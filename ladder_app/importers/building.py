"""A draft → the role, its account and what is left to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.role import (
    Criterion,
    Extends,
    HiringProcess,
    Kind,
    Level,
    Note,
    PerformanceIndicator,
    Role,
    Years,
)
from ladder_app.errors import InvalidFile
from ladder_app.importers.bases import Bases
from ladder_app.importers.doubts import doubts_about, put_in_order
from ladder_app.importers.ids import distinct, numbered, slug
from ladder_app.importers.legend import name_by_legend
from ladder_app.importers.marks import is_plus, refined_by
from ladder_app.importers.names_only import holds_names_alone, set_names_aside
from ladder_app.importers.result import AccountLine, Asks, Imported, Place, Question, Suggestion
from ladder_app.importers.shaping import shape_levels
from ladder_app.importers.wordings import letters
from ladder_app.importers.years_asked import years_in

if TYPE_CHECKING:
    from ladder_app.importers.drafts import Draft, DraftCriterion, DraftLevel, PageGrade
    from ladder_app.importers.taken_over import TakenOver


AT_ALL = "No heading speaks of levels, responsibilities or requirements; is this a ladder at all?"
"""What is asked of a page whose lists were taken for criteria though nothing says so."""
NO_CRITERIA = "No criteria were found, only levels; which lines are what they ask for?"
NO_LEVEL = "No level was found: no heading, grade or list of criteria that could be rated."
_WANTED = "Expected were headings or columns that name levels, or responsibilities and requirements."
MOST_LEVELS = 150
"""Of one role; the longest ladder that is known has a tenth of it."""


def question_of_title(name: str, line: int) -> Question:
    """What is asked where a role is called as its file is."""
    message = f"Nothing says what the role is called; “{name}” is the name of the file. Is it right?"
    return Question(line, Asks.TITLE, message)


def imported(draft: Draft, name: str) -> Imported:
    """What a draft comes to. `name` is what the source is called. Raises `InvalidFile` if it has too many levels."""
    return _Building(draft, name).done()


class _Building:
    """Turns a draft into values, step by step."""

    def __init__(self, draft: Draft, name: str) -> None:
        self._draft = draft
        self._name = name
        self._questions: list[Question] = []
        self._suggestions: list[Suggestion] = []
        self._years: dict[int, Years] = {}
        self._plus: set[int] = set()
        self._refines: dict[int, str] = {}

    def done(self) -> Imported:
        draft = self._draft
        is_called = bool(draft.title or len(draft.levels) == 1)
        draft.title = draft.title or (draft.levels[0].title if len(draft.levels) == 1 else self._name)
        set_names_aside(draft)
        self._lost_grades(shape_levels(draft))
        if len(draft.levels) > MOST_LEVELS:
            raise InvalidFile(f"There are {len(draft.levels)} levels in it; a role has {MOST_LEVELS} at most.")
        draft.instead = draft.instead or holds_names_alone(draft)
        if draft.instead:
            draft.levels.clear()
        if not draft.levels:
            message = NO_LEVEL if not draft.instead else f"No level was found: this reads as {draft.instead}. {_WANTED}"
            question = Question(1, Asks.LEVELS, message)
            return Imported(self._name, None, self._account(), (question,))
        name_by_legend(draft)
        put_in_order(draft)
        bases = Bases(draft)
        bases.resolve()
        for level, text in bases.kept:
            self._keep(level, text)
        self._name_levels()
        self._name_criteria()
        self._mark(bases.taken)
        so_far = [*draft.questions, *bases.questions]
        asked = {id(question.level) for question in so_far}
        self._questions += [
            Question(
                q.line + 1,
                q.asks,
                q.message,
                q.level.id if q.level else None,
                tuple(c.id for c in q.choices),
                q.page,
                tuple(c.id for c in q.shared),
                tuple(level.id for level in q.takers),
                q.names,
                tuple(tuple(line + 1 for line in lines) for lines in q.lists),
            )
            for q in (*so_far, *doubts_about(draft, bases.taken, asked))
        ]
        if not is_called:
            self._ask_title()
        role = self._role(bases.taken)
        if draft.guessed_line is not None and len(draft.levels) == 1:
            self._questions.append(Question(draft.guessed_line + 1, Asks.LEVELS, AT_ALL))
        if not any(level.criteria for level in draft.levels):
            self._questions.append(Question(draft.levels[0].line + 1, Asks.LEVELS, NO_CRITERIA))
        anchors = {anchor: level.id for anchor, level in draft.anchors.items() if level is not None}
        questions = tuple(sorted(self._questions, key=lambda q: q.line))
        return Imported(self._name, role, self._account(), questions, tuple(self._suggestions), anchors)

    def _keep(self, level: DraftLevel, text: str) -> None:
        """Nothing disappears: a sentence that led nowhere stays as a note."""
        from ladder_app.importers.drafts import DraftNote

        note = next((n for n in self._draft.notes if n.title == level.title), None)
        if note is None:
            note = DraftNote(level.title)
            self._draft.notes.append(note)
        note.parts.append(text)

    def _lost_grades(self, lost: list[PageGrade]) -> None:
        for found in lost:
            text, line = found.grade.text, found.line
            self._note_grade(text)
            message = f"“{text[:90]}” gives a grade, but to which level?"
            self._questions.append(Question(line + 1, Asks.GRADE, message))

    def _note_grade(self, text: str) -> None:
        from ladder_app.importers.drafts import DraftNote

        if not any(text in note.parts for note in self._draft.notes):
            self._draft.notes.append(DraftNote("Grades", [text]))

    # Names

    def _ask_title(self) -> None:
        first = next((number for number, line in enumerate(self._draft.ledger.lines) if line.strip()), 0)
        self._questions.append(question_of_title(self._name, first + 1))

    def _name_levels(self) -> None:
        levels = self._draft.levels
        names = [slug(level.title) for level in levels]
        for i, level in enumerate(levels):
            if names.count(names[i]) > 1 and level.grade is not None and level.grade.number is not None:
                names[i] = f"{names[i]}-grade-{level.grade.number}"
        for level, name in zip(levels, numbered(names), strict=True):
            level.id = name

    def _name_criteria(self) -> None:
        pairs = [(criterion, level.id) for level in self._draft.levels for criterion in level.criteria]
        ids = distinct([criterion.text for criterion, _ in pairs], [home for _, home in pairs])
        given = numbered(slug(c.given_id, 90) if c.given_id else name for (c, _), name in zip(pairs, ids, strict=True))
        for (criterion, _), name in zip(pairs, given, strict=True):
            criterion.id = name
        indicators = self._draft.indicators
        taken = set(given)
        named = [f"{name}-indicator" if name in taken else name for name in (slug(i.text) for i in indicators)]
        for indicator, name in zip(indicators, numbered(named), strict=True):
            indicator.id = name

    # What the words say

    def _mark(self, taken: TakenOver) -> None:
        for level in self._draft.levels:
            for criterion in level.criteria:
                self._mark_words(criterion)
        for level in self._draft.levels:
            older = list(taken.built_on(level))
            for kind in Kind:
                self._mark_refined(
                    [c for c in level.criteria if c.kind is kind],
                    [c for base in older for c in base.criteria if c.kind is kind],
                )

    def _mark_words(self, criterion: DraftCriterion) -> None:
        if criterion.kind is Kind.REQUIREMENT and (criterion.plus or is_plus(criterion.text)):
            self._plus.add(id(criterion))
            self._suggest(criterion, "plus", "true")
        years = years_in(criterion.text)
        if years is not None:
            self._years[id(criterion)] = years
            self._suggest(criterion, "years", f"{years.minimum:g} of {years.of}")

    def _mark_refined(self, own: list[DraftCriterion], older: list[DraftCriterion]) -> None:
        if not own or not older:
            return
        texts = [(c.text, self._years.get(id(c))) for c in older]
        best: dict[int, tuple[float, DraftCriterion]] = {}
        same = {letters(c.text): number for number, c in reversed(list(enumerate(older)))}
        for criterion in own:
            duty = criterion.kind is Kind.RESPONSIBILITY
            again = same.get(letters(criterion.text))
            if again is not None:
                # Said again word for word, and rated once.
                best[again] = (1.0, criterion)
                continue
            found = refined_by(criterion.text, self._years.get(id(criterion)), texts, duty=duty)
            if found is not None and (found[0] not in best or best[found[0]][0] < found[1]):
                best[found[0]] = (found[1], criterion)
        for number, (_, criterion) in sorted(best.items(), key=lambda pair: pair[1][1].line):
            self._refines[id(criterion)] = older[number].id
            self._suggest(criterion, "refines", older[number].id)

    def _suggest(self, criterion: DraftCriterion, field: str, value: str) -> None:
        self._suggestions.append(Suggestion(criterion.id, field, value, criterion.line + 1))

    # Values

    def _role(self, taken: TakenOver) -> Role:
        draft = self._draft
        hiring = None
        if draft.hiring is not None:
            hiring = HiringProcess(
                intro="\n\n".join(draft.hiring.intro) or None,
                steps=tuple(draft.hiring.steps),
                outro="\n\n".join(draft.hiring.outro) or None,
            )
        return Role(
            id=slug(draft.title),
            title=draft.title,
            description=draft.description,
            summary="\n\n".join(draft.summary) or None,
            areas=draft.areas,
            levels=tuple(self._level(level, taken) for level in draft.levels),
            performance_indicators=tuple(
                PerformanceIndicator(id=i.id, text=i.text, url=i.url, measure=i.measure) for i in draft.indicators
            ),
            hiring_process=hiring,
            notes=tuple(Note(title=n.title, text="\n\n".join(n.parts)) for n in draft.notes if any(n.parts)),
        )

    def _level(self, level: DraftLevel, taken: TakenOver) -> Level:
        grade = level.grade
        if grade is not None and grade.number is None:
            message = f"“{grade.text[:90]}” is not one whole number; which grade is meant?"
            self._questions.append(Question(level.grade_line + 1, Asks.GRADE, message, level.id))
        return Level(
            id=level.id,
            title=level.title,
            grade=grade.number if grade else None,
            grade_text=grade.text if grade else None,
            grade_url=grade.url if grade else None,
            summary="\n\n".join(level.summary) or None,
            extends=tuple(Extends(level=t.base.id, kinds=t.kinds, text=t.text or None) for t in taken.of(level)),
            responsibilities=tuple(self._criterion(c) for c in level.criteria if c.kind is Kind.RESPONSIBILITY),
            requirements=tuple(self._criterion(c) for c in level.criteria if c.kind is Kind.REQUIREMENT),
        )

    def _criterion(self, draft: DraftCriterion) -> Criterion:
        return Criterion(
            id=draft.id,
            text=draft.text,
            area=draft.area,
            years=self._years.get(id(draft)),
            plus=id(draft) in self._plus,
            refines=self._refines.get(id(draft)),
        )

    def _account(self) -> tuple[AccountLine, ...]:
        found = []
        entries = self._draft.ledger.entries
        homes = {id(c): level.id for level in self._draft.levels for c in level.criteria}
        for number, text in enumerate(self._draft.ledger.lines):
            if not text.strip():
                continue
            entry = entries.get(number)
            if entry is None:
                found.append(AccountLine(number + 1, text, Place.UNPLACED))
                continue
            level = homes.get(id(entry.target)) or (entry.level.id if entry.level is not None else "") or None
            target = entry.target.id or None if entry.target is not None else None
            found.append(AccountLine(number + 1, text, entry.place, level, target))
        return tuple(found)


def _id(level: DraftLevel | None) -> str | None:
    return None if level is None else level.id

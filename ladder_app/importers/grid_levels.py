"""What a grid says → the levels of a draft."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ladder_app.domain.role import Kind
from ladder_app.importers.cell_lines import lines_of
from ladder_app.importers.drafts import Draft, DraftCriterion, DraftExtends, DraftLevel, DraftNote, DraftQuestion
from ladder_app.importers.grades import grade_in
from ladder_app.importers.grid_reading import Entry, GridReading, Says, joined_names
from ladder_app.importers.ids import slug
from ladder_app.importers.inheritance import Base, Reference
from ladder_app.importers.level_names import same_but_for_code
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.pointer_questions import PointerQuestions
from ladder_app.importers.result import Asks, Place
from ladder_app.importers.words import plain, tokens

_KIND_OF = {
    Topic.RESPONSIBILITY: Kind.RESPONSIBILITY,
    Topic.REQUIREMENT: Kind.REQUIREMENT,
    Topic.PLUS: Kind.REQUIREMENT,
}
_PLACE = {Kind.RESPONSIBILITY: Place.RESPONSIBILITY, Kind.REQUIREMENT: Place.REQUIREMENT}


def question_of_rows(line: int) -> DraftQuestion:
    """What is asked about a grid that numbers its rows as levels are, with tracks or levels as columns."""
    message = "The rows of a table are numbered as levels are, but its columns were taken for levels; is that right?"
    return DraftQuestion(line, Asks.LEVELS, message)


def question_of_scale(line: int) -> DraftQuestion:
    """What is asked about a grid whose cells are but words or figures of a scale."""
    message = (
        "The cells say by the steps of a scale how well each level does what its row names; the rows are criteria "
        "now, the steps a note. Is that right?"
    )
    return DraftQuestion(line, Asks.LEVELS, message)


class GridLevels:
    """Gives the criteria of a grid to the levels of a draft, and makes those that are not there yet."""

    def __init__(self, draft: Draft, kind: Kind, note_title: str = "", around: str = "") -> None:
        """`kind` is for criteria of which the grid does not say it; `around` the area that all of it is in."""
        self._draft = draft
        self._kind = kind
        self._note_title = note_title
        self._around = around
        self._before = list(draft.levels)
        self._alike: dict[str, tuple[DraftLevel, int, list[DraftCriterion]]] = {}
        self._pointers = PointerQuestions()

    def put(self, reading: GridReading) -> None:
        """Everything that the grid says, to its place."""
        entries = self._meant(reading)
        criteria = [entry for entry in entries if entry.says in (Says.CRITERION, Says.POINTER)]
        on_lines = Counter(self._lines(entry) for entry in criteria)
        for entry in entries:
            if entry.says in (Says.LEVEL, Says.CRITERION, Says.POINTER):
                self._level(entry)
        # What a row asks is what it is; that it says the grade of its level, too, comes after.
        for entry in sorted(entries, key=lambda entry: entry.says is Says.GRADE and self._lines(entry) in on_lines):
            lines = self._lines(entry)
            if entry.says is Says.CRITERION:
                self._criterion(entry, lines, alone=on_lines[lines] == 1)
            elif entry.says is Says.POINTER:
                self._pointer(entry, lines, alone=on_lines[lines] == 1)
            elif entry.says is Says.AREA and any(c.area.startswith(joined_names(entry.text)) for c in criteria):
                self._draft.ledger.put(lines, Place.AREA)
            else:
                self._other(entry, lines)
        for entry in reading.entries:
            # What is left of rows over several lines: blank cells, and marks between them.
            self._draft.ledger.put(entry.lines, Place.LAYOUT)
        self._ask_alike()
        if reading.crossed_at is not None:
            self._draft.questions.append(question_of_rows(reading.crossed_at))
        if reading.scaled_at is not None:
            self._draft.questions.append(question_of_scale(reading.scaled_at))
        self._pointers.ask(self._draft)

    def _meant(self, reading: GridReading) -> list[Entry]:
        """The entries; of levels that the page tells of elsewhere, marks say no more than what each is asked.

        That such levels build on each other, with all that they are asked elsewhere, nobody wrote.
        """
        builds = [entry for entry in reading.entries if entry.says is Says.BUILDS]
        if not builds:
            return reading.entries
        named = {tokens(name) for entry in builds for name in (entry.level, entry.text)}
        before = [level for level in self._before if tokens(level.title) in named]
        if not before or any(not extends.text for level in before for extends in level.extends):
            return [entry for entry in reading.entries if entry.says is not Says.AGAIN]
        return [
            replace(entry, says=Says.CRITERION) if entry.says is Says.AGAIN else entry
            for entry in reading.entries
            if entry.says is not Says.BUILDS
        ]

    def _lines(self, entry: Entry) -> range:
        return lines_of(entry.text, entry.lines, self._draft.ledger.lines)

    def _criterion(self, entry: Entry, lines: range, *, alone: bool) -> None:
        level = self._level(entry)
        kind = _KIND_OF.get(entry.topic, self._kind) if entry.topic is not None else self._kind
        area = self._area(joined_names(self._around, entry.area))
        criterion = DraftCriterion(entry.text, kind, lines.start, area, entry.topic is Topic.PLUS)
        level.criteria.append(criterion)
        if entry.level in self._alike:
            self._alike[entry.level][2].append(criterion)
        self._draft.ledger.put(lines, _PLACE[kind], level if alone else None, criterion if alone else None)

    def _pointer(self, entry: Entry, lines: range, *, alone: bool) -> None:
        """It is asked whether the level extends the one that a cell leads to; a cell that says more says it, too."""
        level = self._level(entry)
        found = self._pointers.found(entry.text, level, entry.area, lines.start, self._draft.levels)
        if found is None or not found.alone:
            self._criterion(entry, lines, alone=alone)
            return
        title = joined_names(level.title, self._around, entry.area)
        self._draft.notes.append(DraftNote(title, [entry.text]))
        self._draft.ledger.put(lines, Place.NOTE, level if alone else None)

    def _other(self, entry: Entry, lines: range) -> None:
        ledger = self._draft.ledger
        if entry.says is Says.GRADE and self._graded(self._level(entry), entry):
            ledger.put(lines, Place.GRADE)
        elif entry.says is Says.SUMMARY:
            level = self._level(entry)
            level.summary.append(entry.text)
            ledger.put(lines, Place.LEVEL_SUMMARY, level)
        elif entry.says is Says.LEVEL:
            level = self._level(entry)
            ledger.put(lines, Place.LEVEL, level if level.line == entry.lines.start else None)
        elif entry.says is Says.BUILDS:
            level = self._level(entry)
            level.extends.append(DraftExtends("", lines.start, Reference((Base(entry.text),), ()), None))
        elif entry.says is Says.HEAD:
            ledger.put(entry.lines, Place.HEADING)
        elif entry.text:
            title = joined_names(self._note_title, self._around, entry.area)
            self._draft.notes.append(DraftNote(title, [entry.text]))
            ledger.put(lines, Place.NOTE)

    @staticmethod
    def _graded(level: DraftLevel, entry: Entry) -> bool:
        """Whether the level has this grade now, or had it already."""
        if level.grade is None:
            level.grade, level.grade_line = grade_in(entry.text, alone=True), entry.lines.start
        return level.grade is not None and level.grade.text == entry.text

    def _level(self, entry: Entry) -> DraftLevel:
        wanted = tokens(entry.level)
        level = next((one for one in self._draft.levels if tokens(one.title) == wanted), None)
        level = level or self._same_by_code(entry)
        if level is None or not wanted:
            level = DraftLevel(plain(entry.level) or entry.level, entry.lines.start)
            self._draft.levels.append(level)
        return level

    def _same_by_code(self, entry: Entry) -> DraftLevel | None:
        """The level of an earlier grid that is called alike but for how its number is written; that is asked."""
        found = same_but_for_code(entry.level, [level.title for level in self._before])
        if found is None:
            return None
        level = self._before[found]
        self._alike.setdefault(entry.level, (level, entry.lines.start, []))
        return level

    def _ask_alike(self) -> None:
        for name, (level, line, criteria) in self._alike.items():
            message = f"“{plain(name)}” was taken for “{plain(level.title)}”; is it the same level?"
            shared, names = tuple(criteria), (plain(name),)
            self._draft.questions.append(DraftQuestion(line, Asks.LEVELS, message, level, shared=shared, names=names))

    def _area(self, text: str) -> str | None:
        if not text:
            return None
        key = slug(text)
        self._draft.areas.setdefault(key, text)
        return key

"""What a grid says → the levels of a draft."""

from __future__ import annotations

from collections import Counter

from ladder_app.domain.role import Kind
from ladder_app.importers.drafts import Draft, DraftCriterion, DraftLevel, DraftNote
from ladder_app.importers.grades import grade_in
from ladder_app.importers.grids import Entry, GridReading, Says, joined_names
from ladder_app.importers.ids import slug
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.result import Place
from ladder_app.importers.words import plain, tokens

_KIND_OF = {
    Topic.RESPONSIBILITY: Kind.RESPONSIBILITY,
    Topic.REQUIREMENT: Kind.REQUIREMENT,
    Topic.PLUS: Kind.REQUIREMENT,
}
_PLACE = {Kind.RESPONSIBILITY: Place.RESPONSIBILITY, Kind.REQUIREMENT: Place.REQUIREMENT}


class GridLevels:
    """Gives the criteria of a grid to the levels of a draft, and makes those that are not there yet."""

    def __init__(self, draft: Draft, kind: Kind, note_title: str = "", around: str = "") -> None:
        """`kind` is for criteria of which the grid does not say it; `around` the area that all of it is in."""
        self._draft = draft
        self._kind = kind
        self._note_title = note_title
        self._around = around

    def put(self, reading: GridReading) -> None:
        """Everything that the grid says, to its place."""
        criteria = [entry for entry in reading.entries if entry.says is Says.CRITERION]
        on_lines = Counter(entry.lines for entry in criteria)
        for entry in reading.entries:
            if entry.says is Says.CRITERION:
                self._criterion(entry, alone=on_lines[entry.lines] == 1)
            elif entry.says is Says.AREA and any(c.area.startswith(joined_names(entry.text)) for c in criteria):
                self._draft.ledger.put(entry.lines, Place.AREA)
            else:
                self._other(entry)

    def _criterion(self, entry: Entry, *, alone: bool) -> None:
        level = self._level(entry)
        kind = _KIND_OF.get(entry.topic, self._kind) if entry.topic is not None else self._kind
        area = self._area(joined_names(self._around, entry.area))
        criterion = DraftCriterion(entry.text, kind, entry.lines.start, area, entry.topic is Topic.PLUS)
        level.criteria.append(criterion)
        self._draft.ledger.put(entry.lines, _PLACE[kind], level if alone else None, criterion if alone else None)

    def _other(self, entry: Entry) -> None:
        ledger = self._draft.ledger
        if entry.says is Says.GRADE and self._graded(self._level(entry), entry):
            ledger.put(entry.lines, Place.GRADE)
        elif entry.says is Says.SUMMARY:
            level = self._level(entry)
            level.summary.append(entry.text)
            ledger.put(entry.lines, Place.LEVEL_SUMMARY, level)
        elif entry.says is Says.LEVEL:
            level = self._level(entry)
            ledger.put(entry.lines, Place.LEVEL, level if level.line == entry.lines.start else None)
        elif entry.says is Says.HEAD:
            ledger.put(entry.lines, Place.HEADING)
        elif entry.text:
            title = joined_names(self._note_title, self._around, entry.area)
            self._draft.notes.append(DraftNote(title, [entry.text]))
            ledger.put(entry.lines, Place.NOTE)

    @staticmethod
    def _graded(level: DraftLevel, entry: Entry) -> bool:
        """Whether the level has this grade now, or had it already."""
        if level.grade is None:
            level.grade, level.grade_line = grade_in(entry.text, alone=True), entry.lines.start
        return level.grade is not None and level.grade.text == entry.text

    def _level(self, entry: Entry) -> DraftLevel:
        wanted = tokens(entry.level)
        level = next((one for one in self._draft.levels if tokens(one.title) == wanted), None)
        if level is None or not wanted:
            level = DraftLevel(plain(entry.level) or entry.level, entry.lines.start)
            self._draft.levels.append(level)
        return level

    def _area(self, text: str) -> str | None:
        if not text:
            return None
        key = slug(text)
        self._draft.areas.setdefault(key, text)
        return key

"""The grades that a page gives in a sentence or a list: a level's own, or the page's where it names a level."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Paragraph
from ladder_app.importers.drafts import PageGrade
from ladder_app.importers.grades import grade_in, grade_sentence
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.page_prose import after_first_sentence
from ladder_app.importers.result import Place
from ladder_app.importers.words import tokens

if TYPE_CHECKING:
    from ladder_app.importers.blocks import Listing
    from ladder_app.importers.drafts import Draft, DraftLevel
    from ladder_app.importers.grades import Grade
    from ladder_app.importers.page_criteria import PageCriteria
    from ladder_app.importers.sections import Section


_IS_A_GRADE = re.compile(r"\b(?:is|are) (?:at )?an? \[?(?:job )?grade \d", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:^|[.!?]\s+)(?:the |an? )?([^.!?]{2,90}?) (?:role |position )?(?:is|are) ", re.IGNORECASE)


class PageGrades:
    """Gives grades to the levels of a draft, or to the draft itself."""

    def __init__(self, draft: Draft, criteria: PageCriteria) -> None:
        self._draft = draft
        self._ledger = draft.ledger
        self._criteria = criteria

    def sentence(self, block: Paragraph, section: Section, level: DraftLevel | None) -> bool:
        """Whether a paragraph under the heading of a level or a grade gave a grade."""
        text = block.text
        if level is None and section.topic is Topic.GRADE and self._several(block):
            return True
        if section.topic is not Topic.LEVELS and (grade := grade_sentence(text)) is not None:
            if level is not None and level.grade is None:
                self._give(grade, block, level)
                for further in after_first_sentence(text):
                    self._criteria.extends(further, block.lines.start, level, None)
                return True
            if level is None and section.topic is Topic.GRADE:
                self._of_the_page(grade, block)
                return True
        elif section.topic is Topic.GRADE and (bare := grade_in(text, alone=True)) is not None:
            if level is None:
                self._of_the_page(bare, block)
                return True
            if level.grade is None:
                self._give(bare, block, level)
                return True
        return False

    def _several(self, block: Paragraph) -> bool:
        """Whether each line of a paragraph gives a grade, to one level each."""
        graded = [(line, grade_sentence(row)) for line, row in block.rows]
        if len(graded) < 2 or not all(grade for _, grade in graded):
            return False
        self._draft.page_grades += [PageGrade(grade, line) for line, grade in graded if grade is not None]
        self._ledger.put(block.lines, Place.GRADE)
        return True

    def in_notes(self, section: Section, level: DraftLevel | None) -> None:
        """A level without a grade has it from the sentence that says it, wherever in it that stands."""
        for block in section.blocks:
            if not isinstance(block, Paragraph) or not _IS_A_GRADE.search(block.text):
                continue
            grade = grade_in(block.text)
            if grade is None:
                continue
            if level is not None and level.grade is None:
                self._give(grade, block, level)
            elif level is None and not self._draft.levels and tokens(self._draft.title) == _subject(block.text):
                self._of_the_page(grade, block)

    def _give(self, grade: Grade, block: Paragraph, level: DraftLevel) -> None:
        level.grade, level.grade_line = grade, block.lines.start
        self._ledger.put(block.lines, Place.GRADE, level)

    def _of_the_page(self, grade: Grade, block: Paragraph) -> None:
        self._draft.page_grades.append(PageGrade(grade, block.lines.start))
        self._ledger.put(block.lines, Place.GRADE)

    def listed(self, block: Listing) -> bool:
        """Whether every entry of a list gave a grade."""
        graded = [(item, grade_in(item.text, alone=True)) for item in block.items]
        if not all(grade for _, grade in graded):
            return False
        for item, grade in graded:
            if grade is not None:
                self._draft.page_grades.append(PageGrade(grade, item.lines.start))
                self._ledger.put(item.all_lines, Place.GRADE)
        return True


def _subject(text: str) -> tuple[str, ...]:
    """Whom the sentence is about that gives the grade."""
    at = _IS_A_GRADE.search(text)
    found = [one for one in _SUBJECT.finditer(text) if at is not None and one.end(1) <= at.start()]
    return tokens(found[-1][1]) if found else ()

"""The criteria of a page, and the sentences in their place that take over those of other levels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.domain.role import Kind
from ladder_app.importers.bases import parts_of_title
from ladder_app.importers.blocks import Block, Paragraph, Table
from ladder_app.importers.criteria import NOTHING_YET, REPORTS, Found, found_in
from ladder_app.importers.drafts import Draft, DraftCriterion, DraftExtends, DraftLevel, Shared
from ladder_app.importers.figures import figures_in, question_of_figures
from ladder_app.importers.grades import grade_sentence
from ladder_app.importers.grid_levels import GridLevels
from ladder_app.importers.grids import read_grid
from ladder_app.importers.ids import slug
from ladder_app.importers.inheritance import Reference, reference_in
from ladder_app.importers.lengths import words_in
from ladder_app.importers.likeness import Likeness
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.page_prose import after_first_sentence
from ladder_app.importers.pointer_questions import PointerQuestions
from ladder_app.importers.result import Place
from ladder_app.importers.sections import plain_title
from ladder_app.importers.tables import grade_rows, rows_of
from ladder_app.importers.words import looks_like_title, plain, tokens
from ladder_app.importers.years_asked import asks_for_years

if TYPE_CHECKING:
    from ladder_app.importers.page_notes import PageNotes
    from ladder_app.importers.sections import Section

KIND_OF = {
    Topic.RESPONSIBILITY: Kind.RESPONSIBILITY,
    Topic.REQUIREMENT: Kind.REQUIREMENT,
    Topic.PLUS: Kind.REQUIREMENT,
}
_LEADS_BRIEFLY = 12
"""How many words a paragraph has at most that only leads to another level."""
NEAR = 0.6
"""How like a level’s name a name must be for a sentence that says no more to be about that level."""
_PLACE = {Kind.RESPONSIBILITY: Place.RESPONSIBILITY, Kind.REQUIREMENT: Place.REQUIREMENT}
_ABOUT_ALL = re.compile(
    r"(?:(?:the|our|job|career|\w+) )?(?:titles?|ranks?|ladder|matrix|framework|overview|summary|table|grid"
    r"|rubric|chart)",
    re.IGNORECASE,
)
_OF_LEVELS = re.compile(r"\b(?:levels|(?:each|every|per|by) (?:level|role|grade|rank)|seniority)\b", re.IGNORECASE)
"""What a heading over a table of all levels says: “What changes at each level”."""
_FAMILY = re.compile(r"\b(?:job|role|famil|career|ladder|position)", re.IGNORECASE)


class PageCriteria:
    """Gives criteria, and what is taken over, to the levels of a draft; what all levels share to the draft itself."""

    def __init__(self, draft: Draft, notes: PageNotes) -> None:
        self._draft = draft
        self._notes = notes
        self._ledger = draft.ledger
        names = [
            (i, name) for i, level in enumerate(draft.levels) for name in (level.title, *parts_of_title(level.title))
        ]
        self._likeness = Likeness(names)
        self._pointers = PointerQuestions()
        self._shared = Shared([], draft.shared, draft.page_extends)

    def said_to(self, some: Shared | None) -> None:
        """For whom what belongs to no one level is meant from now on: some of them, or all."""
        self._shared = some or Shared([], self._draft.shared, self._draft.page_extends)

    def section(
        self, section: Section, level: DraftLevel | None, kind: Kind, *, plus: bool = False, area: str | None = None
    ) -> None:
        """What stands right under the heading of a section."""
        whole: list[Block] = []
        tabled = any(isinstance(block, Table) and self._is_about_levels(block) for block in section.blocks)
        for block in section.blocks:
            if tabled and isinstance(block, Paragraph) and reference_in(block.text) is None:
                # What is asked stands in the table; this only tells of it.
                self._notes.prose(block, section, level)
            elif isinstance(block, Table) and self._is_about_levels(block):
                self.blocks(whole, section, level, kind, plus=plus, area=area)
                whole = []
                self.table(block, section)
            else:
                whole.append(block)
        self.blocks(whole, section, level, kind, plus=plus, area=area)

    def blocks(
        self,
        blocks: list[Block],
        section: Section,
        level: DraftLevel | None,
        kind: Kind,
        *,
        plus: bool = False,
        area: str | None = None,
    ) -> None:
        """What these blocks of a section hold."""
        of_level = level is not None and tokens(section.title) == tokens(level.title)
        said = None if of_level or section.topic is Topic.GRADE else kind
        for found in found_in(blocks):
            if found.what == "empty":
                self._ledger.put(found.lines, Place.LAYOUT)
            elif found.what == "category":
                if found.topic is None:
                    self.area(plain(found.text).rstrip(": "))
                self._ledger.put(found.lines, Place.HEADING if found.topic else Place.AREA, level)
            elif found.what == "head":
                self._notes.add(self._notes.title_of(section, level), found.lines, Place.NOTE, level)
            elif found.what == "remark":
                self._notes.append(self._notes.title_of(section, level), found.text)
                self._ledger.put(found.lines, Place.NOTE, level)
            elif (area or found.category) and found.what == "criterion" and self._leads_to_another(found, level):
                # Said of a competency, it takes over no more than that: only a person can tell.
                self._notes.add(self._notes.title_of(section, level), found.lines, Place.NOTE, level)
            elif found.text and self.extends(found.text, found.lines.start, level, said, found.lines):
                continue
            elif found.what == "criterion" and self._leads_to_another(found, level):
                self._notes.add(self._notes.title_of(section, level), found.lines, Place.NOTE, level)
            elif found.what == "criterion":
                if not self._is_about_the_level(found, section, level):
                    said_plus = found.category is not None and meaning(found.category).topic is Topic.PLUS
                    is_plus = plus or said_plus or found.topic is Topic.PLUS
                    of_kind = KIND_OF[found.topic] if found.topic else kind
                    self._criterion(found, level, of_kind, plus=is_plus, area=area)
            else:
                self._lead(found, section, level)

    def _leads_to_another(self, found: Found, level: DraftLevel | None) -> bool:
        """Whether a text says no more than that another level is meant; what it leads to is asked."""
        if level is None:
            return False
        pointer = self._pointers.found(found.text, level, found.category or "", found.lines.start, self._draft.levels)
        return pointer is not None and pointer.alone

    def asked_about(self, block: Paragraph, level: DraftLevel) -> bool:
        """Whether a short paragraph under a level leads to another one, in whatever language; that is asked."""
        text = block.text
        if words_in(text) > _LEADS_BRIEFLY:
            return False
        found = self._pointers.found(text, level, "", block.lines.start, self._draft.levels)
        if found is not None:
            self._notes.add(level.title, block.lines, Place.NOTE, level)
        return found is not None

    def ask(self) -> None:
        """Ask about the texts that lead to other levels."""
        self._pointers.ask(self._draft)

    def _lead(self, found: Found, section: Section, level: DraftLevel | None) -> None:
        grade = grade_sentence(found.text) if level is not None and level.grade is None else None
        if grade is not None and level is not None:
            level.grade, level.grade_line = grade, found.lines.start
            self._ledger.put(found.lines, Place.GRADE, level)
        else:
            if level is not None and asks_for_years(found.text):
                self._criterion(found, level, Kind.REQUIREMENT, plus=False, area=None)
                return
            self.further(found.text, found.lines, level, KIND_OF.get(section.topic))
            self._notes.add(self._notes.title_of(section, level), found.lines, Place.NOTE, level)

    def _said_of(self, found: Found) -> DraftLevel | None:
        """The level that an entry among what all share begins with: “Senior Baker: five years”."""
        name, rest = _subject_and_rest(found.text)
        if not rest or len(name) > 60:
            return None
        wanted = tokens(name)
        return next((level for level in self._draft.levels if wanted and tokens(level.title) == wanted), None)

    def _is_about_the_level(self, found: Found, section: Section, level: DraftLevel | None) -> bool:
        """Whether an entry only says whom the level reports to, or that there is nothing yet."""
        own = level is not None and section.topic is Topic.NAME
        if not (own and REPORTS.match(found.text)) and NOTHING_YET.fullmatch(plain(found.text)) is None:
            return False
        if level is not None and own:
            level.summary.append(found.text)
            self._ledger.put(found.lines, Place.LEVEL_SUMMARY, level)
        else:
            self._notes.add(self._notes.title_of(section, level), found.lines, Place.NOTE, level)
        return True

    def _criterion(self, found: Found, level: DraftLevel | None, kind: Kind, *, plus: bool, area: str | None) -> None:
        if level is None and (level := self._said_of(found)) is not None:
            text = found.text if _ONLY.match(found.text) else _subject_and_rest(found.text)[1].lstrip(" *_")
            found = Found(text, found.lines, found.what, found.category)
        category = self.area(found.category) if found.category else area
        criterion = DraftCriterion(found.text, kind, found.lines.start, category, plus)
        (self._shared.criteria if level is None else level.criteria).append(criterion)
        self._ledger.put(found.lines, _PLACE[kind], level, criterion)

    def of_kind(self, topic: Topic, text: str, lines: range, level: DraftLevel) -> None:
        """A text under a level that begins with what kind of criteria it says."""
        self._criterion(Found(text, lines, "criterion"), level, KIND_OF[topic], plus=topic is Topic.PLUS, area=None)

    def labelled(self, label: str, text: str, lines: range, level: DraftLevel) -> None:
        """A text under a level that begins with the name of a competency."""
        self._criterion(Found(text, lines, "criterion", label), level, Kind.RESPONSIBILITY, plus=False, area=None)

    def extends(
        self, text: str, line: int, level: DraftLevel | None, kind: Kind | None, lines: range | None = None
    ) -> bool:
        """Whether the text takes something over; if so, it is noted."""
        reference = reference_in(text)
        if reference is None or not self.is_believable(reference):
            return False
        self.take_over(text, lines or range(line, line), level, reference, kind)
        return True

    def further(self, text: str, lines: range, level: DraftLevel | None, kind: Kind | None) -> None:
        """What the later sentences of a paragraph take over; the paragraph itself stays where it is."""
        if level is not None:
            for sentence in after_first_sentence(text)[:3]:
                self.extends(sentence, lines.start, level, kind, lines)

    def is_believable(self, reference: Reference) -> bool:
        """Whether a sentence that may take something over names a level, or leads to one."""
        if reference.sure or reference.above:
            return True
        for base in reference.bases:
            if base.href is not None and ("#" in base.href or _FAMILY.search(base.href)):
                return True
            ranked = self._likeness.ranking(base.name)
            if (ranked and ranked[0][0] >= NEAR) or tokens(base.name) == tokens(self._draft.title):
                return True
        return False

    def take_over(
        self, text: str, lines: range, level: DraftLevel | None, reference: Reference, kind: Kind | None
    ) -> None:
        """The level, or else the whole page, takes over what the sentence says."""
        extends = DraftExtends(text, lines.start, reference, kind)
        (self._shared.extends if level is None else level.extends).append(extends)
        self._ledger.put(lines, Place.EXTENDS, level)

    def area(self, text: str) -> str:
        """The key of the area with this name."""
        key = slug(text)
        self._draft.areas.setdefault(key, text)
        return key

    @staticmethod
    def _is_about_levels(block: Table) -> bool:
        return bool(grade_rows(block)) or read_grid(rows_of(block)) is not None

    def table(self, block: Table, section: Section) -> bool:
        """Whether the table gave grades to levels, or held the criteria of several."""
        figures = figures_in(block) if section.holds_figures else None
        rows = grade_rows(block) if figures is None else []
        if rows:
            self._draft.page_grades += rows
            self._notes.append(self._notes.title_of(section, None), self._notes.raw(block.lines))
            self._ledger.put(block.lines, Place.GRADE)
            return True
        reading = read_grid(rows_of(block)) if figures is None else figures
        if figures is not None:
            self._notes.append(self._notes.title_of(section, None), self._notes.raw(block.lines))
            self._draft.questions.append(question_of_figures(plain_title(section), section.lines.start))
        if reading is None:
            return False
        kind = KIND_OF.get(section.topic, Kind.REQUIREMENT)
        title = self._notes.title_of(section, None)
        around = plain_title(section) if self._names_area(section) else ""
        GridLevels(self._draft, kind, title, around).put(reading)
        self._ledger.put(block.lines, Place.LAYOUT)
        return True

    def _names_area(self, section: Section) -> bool:
        """Whether the heading over a table says what all of its rows are about."""
        if section.topic is not Topic.NAME or not section.depth or self._notes.is_title(section):
            return False
        if _ABOUT_ALL.fullmatch(plain_title(section)) or _OF_LEVELS.search(section.title):
            return False
        return not looks_like_title(section.title) and section.parent is not None and bool(section.parent.depth)


_ONLY = re.compile(r"(.{3,60}?) only\s*(?::|\s[-–—])\s+")


def _subject_and_rest(text: str) -> tuple[str, str]:
    """The name that an entry begins with, and the rest: “Senior Baker: five years”, “Staff Baker only – rye”."""
    if (found := _ONLY.match(text)) is not None:
        return found[1], text[found.end() :].strip()
    name, _, rest = text.partition(":")
    return name, rest.strip()

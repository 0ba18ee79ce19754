"""What stands on a page beside its criteria: introductions, summaries, grades and sentences that take over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.role import Kind
from ladder_app.importers.blocks import Block, Listing, Paragraph, Table
from ladder_app.importers.criteria import is_remark_label, kind_rows, labelled_rows
from ladder_app.importers.drafts import DraftQuestion
from ladder_app.importers.grid_heads import heads_levels
from ladder_app.importers.inheritance import reference_in, referred_to
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.page_prose import are_steps, is_about_the_page, is_image, kind_of_lead, leads_elsewhere
from ladder_app.importers.result import Asks, Place
from ladder_app.importers.words import plain

if TYPE_CHECKING:
    from collections.abc import Collection

    from ladder_app.importers.drafts import Draft, DraftLevel
    from ladder_app.importers.page_areas import PageAreas
    from ladder_app.importers.page_criteria import PageCriteria
    from ladder_app.importers.page_grades import PageGrades
    from ladder_app.importers.page_notes import PageNotes
    from ladder_app.importers.sections import Section


class PageBeside:
    """Puts single blocks of a page: those under a level's own heading, a grade's, a “Levels” heading or the title."""

    def __init__(
        self,
        draft: Draft,
        notes: PageNotes,
        criteria: PageCriteria,
        grades: PageGrades,
        areas: PageAreas,
        *,
        told_at_length: bool,
        headed: Collection[int],
    ) -> None:
        """With `told_at_length`, what levels are asked is told in prose alone.

        `headed` are the levels (by identity) whose criteria of both kinds stand under headings that say so.
        """
        self._draft = draft
        self._ledger = draft.ledger
        self._notes = notes
        self._criteria = criteria
        self._grades = grades
        self._areas = areas
        self._told_at_length = told_at_length
        self._headed = headed

    def about(self, block: Block, section: Section, level: DraftLevel | None) -> None:
        """What a section without a name of its own, such as “Summary”, says of the role or a level."""
        if isinstance(block, Paragraph) and level is not None:
            self._paragraph(block, section, level)
        else:
            self.introduction(block, section)

    def introduction(self, block: Block, section: Section) -> None:
        if isinstance(block, Paragraph):
            self._draft.summary.append(block.text)
            self._ledger.put(block.lines, Place.SUMMARY)
        elif isinstance(block, Table) and self._criteria.table(block, section):
            return
        else:
            self._notes.prose(block, section, None)

    def block(self, block: Block, section: Section, level: DraftLevel | None, area: str | None = None) -> None:
        """A block under a level's own heading, a grade's or a “Levels” heading."""
        if isinstance(block, Paragraph):
            self._paragraph(block, section, level)
        elif isinstance(block, Table) and self._criteria.table(block, section):
            return
        elif isinstance(block, (Listing, Table)) and level is not None and section.topic in (Topic.NAME, Topic.GRADE):
            self._ask_about_rows(block, level)
            kind = kind_of_lead(block, section.blocks)
            if isinstance(block, Listing) and (leads_elsewhere(section) or are_steps(block, section.blocks)):
                self._notes.prose(block, section, level)
                return
            if kind is None and id(level) in self._headed and area is None:
                # What is asked follows under its own headings; this introduces the level.
                if section.topic is not Topic.GRADE:
                    self._notes.left.keep(section)
                self._notes.prose(block, section, level)
                return
            kind = kind or Kind.RESPONSIBILITY
            self._criteria.blocks([block], section, level, kind, area=area)
        elif isinstance(block, Listing) and section.topic is Topic.GRADE and self._grades.listed(block):
            return
        else:
            self._notes.prose(block, section, level)

    def _ask_about_rows(self, block: Block, level: DraftLevel) -> None:
        """A table that is headed by “Level” has levels of its own, whatever the heading over it is called."""
        if isinstance(block, Table) and block.rows[0].cells and heads_levels(block.rows[0].cells[0]):
            message = (
                f"The table under “{plain(level.title)}” is headed by “{plain(block.rows[0].cells[0])}”, but its rows "
                f"were taken for areas of one level; are they levels?"
            )
            self._draft.questions.append(DraftQuestion(block.lines.start, Asks.LEVELS, message, level))

    def _paragraph(self, block: Paragraph, section: Section, level: DraftLevel | None) -> None:
        if self._grades.sentence(block, section, level):
            return
        if level is not None and is_image(block):
            self._notes.prose(block, section, level)
            return
        if level is not None and is_about_the_page(block):
            self._notes.append("", self._notes.raw(block.lines))
            self._ledger.put(block.lines, Place.NOTE)
            return
        text = block.text
        if (
            level is not None
            and (reference := reference_in(text)) is not None
            and self._criteria.is_believable(reference)
        ):
            self._criteria.take_over(text, block.lines, level, reference, None)
        elif level is not None and section.topic is Topic.NAME and (labelled := labelled_rows(block)):
            for label, said, line in labelled:
                self._criteria.labelled(label, said, line, level)
        elif level is not None and section.topic is Topic.NAME and (of_kinds := kind_rows(block)):
            for topic, label, said, line in of_kinds:
                self._labelled(topic, label, said, line, level)
        elif level is not None and self._areas.tells_in_prose(section):
            self._criteria.blocks([block], section, level, Kind.RESPONSIBILITY, area=self._areas.around(section))
        elif level is not None and section.topic is Topic.NAME and self._told_at_length:
            self._criteria.blocks([block], section, level, Kind.RESPONSIBILITY)
        elif level is not None and section.topic is Topic.NAME:
            reference = referred_to(text) if section.blocks == [block] else None
            if reference is not None:
                self._criteria.take_over(text, block.lines, level, reference, None)
                return
            if self._criteria.asked_about(block, level):
                return
            self._criteria.further(text, block.lines, level, None)
            level.summary.append(block.text)
            self._ledger.put(block.lines, Place.LEVEL_SUMMARY, level)
        else:
            self._notes.prose(block, section, level)

    def _labelled(self, topic: Topic | None, label: str, text: str, lines: range, level: DraftLevel) -> None:
        if topic is not None:
            self._criteria.of_kind(topic, text, lines, level)
        elif is_remark_label(label):
            level.summary.append(text)
            self._ledger.put(lines, Place.LEVEL_SUMMARY, level)
        else:
            self._criteria.labelled(label, text, lines, level)

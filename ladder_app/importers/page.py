"""A page of a job family, section by section → a draft of the role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.role import Kind
from ladder_app.importers.arranging import arranged
from ladder_app.importers.blocks import Block, Blocks, Listing, Paragraph
from ladder_app.importers.drafts import Draft, DraftLevel, DraftNote, Shared, line_of
from ladder_app.importers.level_names import level_name
from ladder_app.importers.level_tables import mark_what_explains
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.numbered_ladders import question_of_numbers
from ladder_app.importers.other_documents import reads_as
from ladder_app.importers.outline import outline_of
from ladder_app.importers.page_areas import PageAreas
from ladder_app.importers.page_beside import PageBeside
from ladder_app.importers.page_closing import PageClosing
from ladder_app.importers.page_criteria import KIND_OF, PageCriteria
from ladder_app.importers.page_doubts import question_of_prose, question_of_unread, tells_of_duties, told_in_brief
from ladder_app.importers.page_grades import PageGrades
from ladder_app.importers.page_notes import PageNotes
from ladder_app.importers.page_prose import (
    comes_back,
    holds_prose_only,
    is_about_the_role,
    is_introduced,
    is_labelled,
    is_prose,
    is_told_like_others,
    leads_elsewhere,
    says_purpose,
    tells_of_interviews,
    title_heading,
)
from ladder_app.importers.result import Place
from ladder_app.importers.sections import Section, anchor_of, plain_title, sections_of
from ladder_app.importers.specialties import question_of_parts
from ladder_app.importers.tracks import question_of_tracks
from ladder_app.importers.words import plain, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ladder_app.importers.rungs import Outline, Rung


class PageReader:
    """Goes through a page once and puts everything somewhere."""

    def __init__(self, draft: Draft, page: Blocks, topics: Mapping[int, Topic]) -> None:
        self._draft = draft
        self._page = page
        self._ledger = draft.ledger
        mark_what_explains(page.blocks)
        if not draft.title:
            self._title_from_heading(page.blocks)
        self._sections = arranged(sections_of(page.blocks, topics))
        self._outline: Outline = outline_of(self._sections, draft.title)
        self._levels: dict[int, DraftLevel] = {}
        for rung in self._outline.rungs:
            self._levels[id(rung)] = self._level(rung)
        asked = (
            question_of_tracks(self._outline.area_of),
            question_of_numbers(self._sections),
            question_of_parts(self._sections),
        )
        draft.questions += [question for question in asked if question is not None]
        self._notes = PageNotes(draft, page)
        self._criteria = PageCriteria(draft, self._notes)
        self._grades = PageGrades(draft, self._criteria)
        self._closing = PageClosing(draft, self._notes, self._outline)
        self._has_duties = any(s.topic is Topic.RESPONSIBILITY for s in self._sections)
        self._areas = PageAreas(self._outline, draft, self._criteria, self._notes)
        self._told: list[Section] = []
        self._single = not self._outline.rungs
        self._tabled = any(section.holds_levels for section in self._sections)
        if not topics:
            draft.instead = reads_as(self._sections, draft.title, has_levels=not self._single or self._tabled)
        heads = [rung.head for rung in self._outline.rungs if rung.head is not None]
        prose = holds_prose_only(self._sections)
        brief = told_in_brief(heads) if prose else []
        if brief:
            draft.questions.append(question_of_prose(brief))
        told = bool(brief) or (prose and any(len(head.blocks) > 1 for head in heads))
        both = {id(self._levels[id(rung)]) for rung in self._outline.rungs if rung.heads_both_kinds}
        self._beside = PageBeside(
            draft, self._notes, self._criteria, self._grades, self._areas, told_at_length=told, headed=both
        )

    def _title_from_heading(self, blocks: list[Block]) -> None:
        heading = title_heading(blocks)
        if heading is not None:
            self._draft.title = plain(heading.text)
            self._draft.title_line = heading.lines.start
            if blocks[0].lines == heading.lines and isinstance(blocks[0], Paragraph):
                self._ledger.put(heading.lines, Place.TITLE)
                del blocks[0]

    def _level(self, rung: Rung) -> DraftLevel:
        line = rung.head.lines.start if rung.head else rung.sections[0].lines.start
        title = level_name(rung.title)
        if rung.track and sum(tokens(other.title) == tokens(rung.title) for other in self._outline.rungs) > 1:
            title = f"{title} ({rung.track})"
        level = DraftLevel(title, line, list(rung.aliases), implicit=rung.head is None, track=rung.track)
        self._draft.levels.append(level)
        return level

    def read(self) -> Draft:
        for i, section in enumerate(self._sections):
            rung = self._outline.owner.get(i)
            level = self._levels[id(rung)] if rung is not None else None
            self._criteria.said_to(self._some(i))
            self._anchors(section, level)
            if rung is not None and rung.named_by is section:
                self._ledger.put(section.lines, Place.LEVEL, level)
            self._section(i, section, level)
        self._areas.ask()
        if self._told:
            self._draft.questions.append(question_of_prose(self._told))
        self._criteria.ask()
        self._notes.close()
        for criteria in (self._draft.shared, *(level.criteria for level in self._draft.levels)):
            criteria.sort(key=line_of)
        self._ledger.put(self._page.layout, Place.LAYOUT)
        if self._page.definitions:
            lines = [self._page.source[line] for line in self._page.definitions]
            self._draft.notes.append(DraftNote("Links", lines))
            self._ledger.put(self._page.definitions, Place.NOTE)
        return self._draft

    def _some(self, i: int) -> Shared | None:
        """Those who share a section, if it is not all of them."""
        rungs = self._outline.shared_by.get(i)
        if not rungs:
            return None
        levels = [self._levels[id(rung)] for rung in rungs]
        some = next((shared for shared in self._draft.groups if shared.levels == levels), None)
        if some is None:
            some = Shared(levels)
            self._draft.groups.append(some)
        return some

    def _anchors(self, section: Section, level: DraftLevel | None) -> None:
        if not section.depth:
            return
        for anchor in (*section.anchors, anchor_of(section.title)):
            self._draft.anchors.setdefault(anchor, level)
            if level is not None:
                level.anchors.append(anchor)

    # Sections

    def _section(self, i: int, section: Section, level: DraftLevel | None) -> None:
        topic = section.topic
        rung = self._outline.owner.get(i)
        heads = rung is not None and rung.head is section
        if topic in (Topic.NAME, Topic.SPECIALTY) and not heads and section.is_inside(Topic.INDICATOR):
            self._closing.indicators(section, level)
        elif i in self._outline.specialties:
            self._notes.section(section, level, Place.SPECIALTY)
        elif i in self._outline.aside:
            self._notes.section(section, None, Place.NOTE)
        elif topic is Topic.CONTENTS:
            self._ledger.put(section.lines, Place.LAYOUT)
            for block in section.blocks:
                if isinstance(block, Listing):
                    self._ledger.put(block.lines, Place.LAYOUT)
                else:
                    self._notes.prose(block, section, level)
        elif (
            topic is Topic.HIRING
            or (not heads and tells_of_interviews(section))
            or (topic is Topic.NAME and not heads and section.is_inside(Topic.HIRING))
        ):
            self._closing.hiring(section, level)
        elif topic is Topic.INDICATOR:
            self._closing.indicators(section, level)
        elif topic is Topic.GRADE:
            self._ledger.put(section.lines, Place.HEADING, level)
            for block in section.blocks:
                self._beside.block(block, section, level)
        elif topic in KIND_OF and (is_introduced(section) or leads_elsewhere(section)):
            self._ledger.put(section.lines, Place.HEADING, level)
            for block in section.blocks:
                if not isinstance(block, Paragraph) or not self._criteria.extends(
                    block.text, block.lines.start, level, KIND_OF[topic], block.lines
                ):
                    self._notes.prose(block, section, level)
        elif topic in KIND_OF and level is None and self._areas.is_beside_levels(section):
            self._notes.section(section, None, Place.NOTE)
        elif topic in KIND_OF:
            self._ledger.put(section.lines, Place.HEADING, level)
            if section.brackets:
                self._criteria.extends(section.brackets, section.lines.start, level, KIND_OF[topic])
            area = self._areas.around(section)
            self._criteria.section(section, level, KIND_OF[topic], plus=topic is Topic.PLUS, area=area)
        elif topic is Topic.LEVELS:
            self._ledger.put(section.lines, Place.HEADING)
            known = self._said_of_levels()
            for block in section.blocks:
                self._beside.block(block, section, level)
            if self._single and known == self._said_of_levels():
                self._draft.questions += question_of_unread(section)
        elif topic is Topic.NOTE:
            self._grades.in_notes(section, level)
            self._notes.section(section, level, Place.NOTE)
        else:
            self._named(i, section, level)

    def _named(self, i: int, section: Section, level: DraftLevel | None) -> None:
        decided = self._outline.kind_of.get(i)
        rung = self._outline.owner.get(i)
        if self._areas.is_area(section):
            self._areas.put(section)
            return
        if leads_elsewhere(section) and not (rung is not None and rung.head is section):
            self._notes.section(section, level, Place.NOTE)
            return
        if level is not None and says_purpose(section) and not (rung is not None and rung.head is section):
            self._ledger.put(section.lines, Place.HEADING, level)
            for block in section.blocks:
                self._beside.about(block, section, level)
            return
        if rung is not None and level is not None and decided is None:
            if rung.head is section or i in self._outline.again or tokens(section.title) == tokens(rung.title):
                self._ledger.put(section.lines, Place.LEVEL, level)
                if section.brackets:
                    self._criteria.extends(section.brackets, section.lines.start, level, None)
                around = self._areas.around(section)
                if around is not None and is_prose(section) and not section.children:
                    self._criteria.section(section, level, Kind.RESPONSIBILITY, area=around)
                    return
                for block in section.blocks:
                    self._beside.block(block, section, level, around)
                return
            decided = Topic.RESPONSIBILITY if section.has_list or self._is_told(section) else None
            if decided is not None and rung.heads_both_kinds:
                self._notes.left.guess(section)
        if decided is not None:
            named = rung is not None and tokens(section.title) == tokens(rung.title)
            self._ledger.put(section.lines, Place.LEVEL if named else Place.AREA, level)
            area = None if named or not plain_title(section) else self._criteria.area(plain_title(section))
            self._criteria.section(section, level, KIND_OF[decided], plus=decided is Topic.PLUS, area=area)
        elif level is None and self._single and section.holds_levels:
            self._ledger.put(section.lines, Place.TITLE if self._notes.is_title(section) else Place.AREA)
            for block in section.blocks:
                self._beside.introduction(block, section)
        elif level is None and self._is_all_there_is() and self._may_be_criteria(section):
            titled = self._notes.is_title(section)
            self._ledger.put(section.lines, Place.TITLE if titled else Place.AREA)
            if any(s.is_kind for s in self._sections):
                self._notes.left.guess(section)
            elif self._draft.guessed_line is None:
                self._draft.guessed_line = section.lines.start
            area = None if titled else self._criteria.area(plain_title(section))
            self._criteria.section(section, None, Kind.RESPONSIBILITY, area=area)
        elif len(self._outline.rungs) < 2 and tells_of_duties(section, self._draft.title):
            self._ledger.put(section.lines, Place.AREA, level)
            area = self._criteria.area(plain_title(section))
            self._criteria.section(section, level, Kind.RESPONSIBILITY, area=area)
            self._told.append(section)
        elif is_about_the_role(section):
            self._ledger.put(section.lines, Place.HEADING, level)
            for block in section.blocks:
                self._beside.about(block, section, level)
        elif level is None and (not section.depth or self._notes.is_title(section)):
            self._ledger.put(section.lines, Place.TITLE)
            for block in section.blocks:
                self._beside.introduction(block, section)
        else:
            self._grades.in_notes(section, level)
            self._notes.left_over(section, level, beside_levels=level is None and self._is_beside_levels(section))

    def _said_of_levels(self) -> int:
        return len(self._draft.levels) + len(self._draft.page_grades)

    def _is_beside_levels(self, section: Section) -> bool:
        """Whether it stands among the levels, by its heading and by those around."""
        heads = [rung.head for rung in self._outline.rungs if rung.head is not None]
        return any(head.depth == section.depth and head.parent is section.parent for head in heads)

    def _is_all_there_is(self) -> bool:
        """Whether lists can be criteria though nothing says so: neither headings nor tables name levels or duties."""
        return self._single and not self._tabled and not self._has_duties

    def _is_told(self, section: Section) -> bool:
        """Whether the prose under a heading of a level is what is asked for: other levels have such a heading."""
        owners = self._outline.owner
        if is_labelled(section):
            return True
        told = comes_back(section, self._sections, owners) or is_told_like_others(section, self._sections, owners)
        return is_prose(section) and told

    @staticmethod
    def _may_be_criteria(section: Section) -> bool:
        return section.has_list and bool(section.depth) and not leads_elsewhere(section)

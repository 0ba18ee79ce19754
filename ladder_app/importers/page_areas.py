"""Competencies that say below what each level is to do: the areas of pages that do not go by level first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.drafts import DraftQuestion
from ladder_app.importers.left_over import ask_about_twice, entries_of
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.result import Asks, Place
from ladder_app.importers.sections import plain_title

if TYPE_CHECKING:
    from ladder_app.importers.drafts import Draft
    from ladder_app.importers.page_criteria import PageCriteria
    from ladder_app.importers.page_notes import PageNotes
    from ladder_app.importers.rungs import Outline
    from ladder_app.importers.sections import Section


class PageAreas:
    """Knows which section of a page is an area, and what is in it beside its levels."""

    def __init__(self, outline: Outline, draft: Draft, criteria: PageCriteria, notes: PageNotes) -> None:
        self._draft = draft
        self._outline = outline
        self._criteria = criteria
        self._notes = notes
        named = {i: area for i, area in outline.area_of.items() if self._says_area(area)}
        self._areas = {id(outline.sections[i]): area for i, area in named.items()}
        self._over_levels = {id(area) for area in named.values()}
        self._in_prose = not any(one.has_list for i in outline.area_of for one in outline.sections[i].subtree())
        self._beside: list[Section] = []

    def _says_area(self, section: Section) -> bool:
        return bool(section.depth) and section.topic is not Topic.LEVELS and not self._notes.is_title(section)

    def is_area(self, section: Section) -> bool:
        """Whether a section is a competency with levels below."""
        return id(section) in self._over_levels

    def put(self, section: Section) -> None:
        """A competency that says below what each level is to do."""
        self._draft.ledger.put(section.lines, Place.AREA)
        self._criteria.area(plain_title(section))
        for block in section.blocks:
            self._notes.prose(block, section, None)

    def around(self, section: Section) -> str | None:
        """The area that a section of a level is in."""
        inside: Section | None = section
        while inside is not None:
            area = self._areas.get(id(inside))
            if area is not None:
                return None if area.is_kind else self._criteria.area(plain_title(area))
            inside = inside.parent
        return None

    def tells_in_prose(self, section: Section) -> bool:
        """Whether the texts of a level in an area are what is asked for, as there are no lists in any of them."""
        return self._in_prose and id(section) in self._areas

    def is_beside_levels(self, section: Section) -> bool:
        """Whether lists stand in a competency beside its levels, such as what there is to know; then they are notes."""
        if section.parent is None or id(section.parent) not in self._over_levels or not section.has_list:
            return False
        self._beside.append(section)
        return True

    def ask(self) -> None:
        """Ask about the lists that stand beside levels, and levels that a competency names twice."""
        ask_about_twice(self._outline, self._draft)
        self._notes.left.ask(self._draft)
        if not self._beside:
            return
        first, further = self._beside[0], len(self._beside) - 1
        where = plain_title(first.parent) if first.parent is not None else ""
        said = f"“{plain_title(first)}” in “{where}”" + (f" and {further} more" if further else "")
        kept = "belong to no level and were kept as notes" if further else "belongs to no level and was kept as a note"
        question = DraftQuestion(
            first.lines.start, Asks.SHARED, f"{said} {kept}; is that right?", lists=entries_of(self._beside)
        )
        self._draft.questions.append(question)

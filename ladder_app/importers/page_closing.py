"""What closes a page: how the role is measured, and how people are hired for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.drafts import DraftIndicator
from ladder_app.importers.hiring import hiring_of, indicators_in
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.result import Place

if TYPE_CHECKING:
    from ladder_app.importers.drafts import Draft, DraftLevel
    from ladder_app.importers.outline import Outline
    from ladder_app.importers.page_notes import PageNotes
    from ladder_app.importers.sections import Section


class PageClosing:
    """Gives indicators and the hiring process to a draft."""

    def __init__(self, draft: Draft, notes: PageNotes, outline: Outline) -> None:
        self._draft = draft
        self._ledger = draft.ledger
        self._notes = notes
        self._hiring_sections = sum(
            section.topic is Topic.HIRING for i, section in enumerate(outline.sections) if i not in outline.specialties
        )

    def indicators(self, section: Section, level: DraftLevel | None) -> None:
        """A section of performance indicators."""
        self._ledger.put(section.lines, Place.HEADING, level)
        for indicator, lines in indicators_in(section.blocks):
            if isinstance(indicator, DraftIndicator):
                self._draft.indicators.append(indicator)
                self._ledger.put(lines, Place.INDICATOR, level, indicator)
            else:
                self._notes.add(self._notes.title_of(section, level), lines, Place.NOTE, level)

    def hiring(self, section: Section, level: DraftLevel | None) -> None:
        """A section about hiring: the role's process, or a note where there are several."""
        alone = self._draft.hiring is None and level is None and section.topic is Topic.HIRING
        one = alone or (self._draft.hiring is None and self._hiring_sections == 1 and section.topic is Topic.HIRING)
        if not one or not section.blocks:
            self._notes.section(section, level, Place.HIRING)
            return
        self._ledger.put(section.lines, Place.HEADING, level)
        self._draft.hiring, used = hiring_of(section.blocks, self._notes.raw)
        for lines in used:
            self._ledger.put(lines, Place.HIRING, level)

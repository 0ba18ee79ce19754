"""What closes a page: how the role is measured, and how people are hired for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.acting_headings import BOLD_DEPTH
from ladder_app.importers.drafts import DraftIndicator
from ladder_app.importers.hiring import hiring_of, indicators_in
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.result import Place
from ladder_app.importers.sections import plain_title

if TYPE_CHECKING:
    from ladder_app.importers.drafts import Draft, DraftHiring, DraftLevel
    from ladder_app.importers.page_notes import PageNotes
    from ladder_app.importers.rungs import Outline
    from ladder_app.importers.sections import Section


class PageClosing:
    """Gives indicators and the hiring process to a draft."""

    def __init__(self, draft: Draft, notes: PageNotes, outline: Outline) -> None:
        self._draft = draft
        self._ledger = draft.ledger
        self._notes = notes
        self._listed = False
        self._main = _main_hiring(outline)

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
        """A section about hiring: the role's process or a part of it, or a note where there are several."""
        if section is self._main:
            self._ledger.put(section.lines, Place.HEADING, level)
            self._draft.hiring, used = hiring_of(section.blocks, self._notes.raw)
            self._listed = bool(self._draft.hiring.steps)
            for lines in used:
                self._ledger.put(lines, Place.HIRING, level)
        elif self._main is not None and section.is_in(self._main) and self._draft.hiring is not None:
            self._step(section, self._draft.hiring, level)
        else:
            self._notes.section(section, level, Place.HIRING)

    def _step(self, section: Section, hiring: DraftHiring, level: DraftLevel | None) -> None:
        """A heading inside the hiring process: a step with what is said of it, or a label over further steps."""
        self._ledger.put([line for block in section.blocks for line in block.lines], Place.HIRING, level)
        self._ledger.put(section.lines, Place.HIRING, level)
        parts, _ = hiring_of(section.blocks, self._notes.raw)
        if section.depth >= BOLD_DEPTH and parts.steps:
            hiring.steps += [plain_title(section), *parts.intro, *parts.steps, *parts.outro]
        elif self._listed:
            # The steps are named already; this tells of one of them.
            hiring.outro.append("\n\n".join([plain_title(section), *parts.intro, *parts.steps, *parts.outro]))
        else:
            steps = [f"- {step}" for step in parts.steps]
            hiring.steps.append("\n".join([plain_title(section), *parts.intro, *steps, *parts.outro]))


def _main_hiring(outline: Outline) -> Section | None:
    """The section that is the role's process: the highest that says something, or the only one, though a level's."""
    found = [
        (section, outline.owner.get(i))
        for i, section in enumerate(outline.sections)
        if section.topic is Topic.HIRING and i not in outline.specialties
    ]
    whole = [(section, owner) for section, owner in found if any(one.blocks for one in section.subtree())]
    free = [section for section, owner in whole if owner is None or len(outline.rungs) == 1]
    if free:
        return min(free, key=lambda section: section.depth)
    alone = [section for section, _ in whole if not any(section.is_in(other) for other, _ in whole)]
    return alone[0] if len(alone) == 1 else None

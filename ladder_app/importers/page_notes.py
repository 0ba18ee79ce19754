"""What a page says beside its levels becomes notes: nothing disappears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Block, Blocks, Listing, Other, Paragraph, Table, plain_block
from ladder_app.importers.drafts import Draft, DraftLevel, DraftNote
from ladder_app.importers.left_over import LeftOver
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.result import Place
from ladder_app.importers.sections import plain_title
from ladder_app.importers.words import tokens

if TYPE_CHECKING:
    from ladder_app.importers.sections import Section

_MACHINERY = re.compile(r"(?s)(?:<%.*%>|<iframe.*|<video.*|<script.*|<img[^>]*>|\{\{.*\}\}|<figure.*)")


class PageNotes:
    """Collects the notes of a page under the headings they stand under."""

    def __init__(self, draft: Draft, page: Blocks) -> None:
        self._draft = draft
        self._page = page
        self._notes: dict[str, DraftNote] = {}
        self.left = LeftOver()
        """What could be criteria as well."""
        self._empty: list[tuple[str, str]] = []

    def section(self, section: Section, level: DraftLevel | None, place: Place) -> None:
        """A section with all that stands right under it."""
        title = self.title_of(section, level)
        structural = place is Place.HIRING and not section.blocks
        self._draft.ledger.put(section.lines, Place.HEADING if structural else place, level)
        for block in section.blocks:
            self.add(title, block.lines, place, level, self._said(block))
        if not section.blocks and section.depth:
            around = section.parent
            parent = self.title_of(around, level) if around is not None and around.depth else ""
            self._empty.append((parent, plain_title(section)))

    def close(self) -> None:
        """Keep the headings over nothing of their own that no note is called by."""
        for parent, title in self._empty:
            if not any(title in note.title for note in self._draft.notes):
                self.append(parent, title)

    def left_over(self, section: Section, level: DraftLevel | None, *, beside_levels: bool = False) -> None:
        """A section of which nothing says that it is a note, but that nothing else took."""
        self.left.keep(section, beside_levels=beside_levels)
        self.section(section, level, Place.NOTE)

    def prose(self, block: Block, section: Section, level: DraftLevel | None) -> None:
        """A block that is about no level; what only a machine reads stays unplaced."""
        text = self.raw(block.lines)
        if _MACHINERY.search(text) and not isinstance(block, (Paragraph, Listing, Table)):
            self._draft.ledger.put(block.lines, Place.UNPLACED, level)
            return
        self.add(self.title_of(section, level), block.lines, Place.NOTE, level, self._said(block))

    def _said(self, block: Block) -> str | None:
        """What a block of an HTML page says; lines of other pages are kept as they are written."""
        return plain_block(block) if self._page.is_html and not isinstance(block, Other) else None

    def add(self, title: str, lines: range, place: Place, level: DraftLevel | None, said: str | None = None) -> None:
        """These lines, as they are written, or what they say."""
        if text := said or self.raw(lines):
            machinery = _MACHINERY.fullmatch(text.strip()) is not None
            if machinery:
                self._draft.ledger.put(lines, Place.UNPLACED, level)
                return
            self.append(title, text)
        self._draft.ledger.put(lines, place, level)

    def append(self, title: str, text: str) -> None:
        """A text under a title."""
        if title not in self._notes:
            self._notes[title] = DraftNote(title)
            self._draft.notes.append(self._notes[title])
        self._notes[title].parts.append(text)

    def title_of(self, section: Section, level: DraftLevel | None) -> str:
        """The headings down to a section, with the level it belongs to."""
        path = [plain_title(section)]
        around = section.parent
        while around is not None and around.depth:
            if around.topic is not Topic.LEVELS and not self.is_title(around):
                path.append(plain_title(around))
            around = around.parent
        names = [name for name in reversed(path) if name]
        if level is not None and level.title not in names:
            names.insert(0, level.title)
        return " – ".join(names)

    def is_title(self, section: Section) -> bool:
        """Whether the heading of a section is the title of the page."""
        if section.lines.start == self._draft.title_line and self._draft.title_line:
            return True
        words = tokens(section.title)
        return bool(words) and (words == tokens(self._draft.title) or words == (*tokens(self._draft.title), "family"))

    def raw(self, lines: range) -> str:
        """Lines of the source as they are written."""
        return "\n".join(self._page.source[lines.start : lines.stop]).strip("\n").rstrip()

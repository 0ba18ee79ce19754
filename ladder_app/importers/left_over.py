"""Lists that no level took: they are kept as notes, and it is asked whether that is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Listing, Table
from ladder_app.importers.drafts import DraftQuestion
from ladder_app.importers.lengths import words_in
from ladder_app.importers.result import Asks
from ladder_app.importers.sections import plain_title
from ladder_app.importers.tabled_levels import levels_in_rows
from ladder_app.importers.words import plain, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.importers.drafts import Draft
    from ladder_app.importers.rungs import Outline
    from ladder_app.importers.sections import Section

_FEWEST = _NAMED = 2
_SENTENCE = 4
"""How many words an entry has at least, on average, that could be a criterion."""


class LeftOver:
    """Remembers which sections with lists became notes though nothing in their headings says so."""

    def __init__(self) -> None:
        self._sections: list[Section] = []
        self._guessed: list[Section] = []
        self._tabled: list[Section] = []

    def guess(self, section: Section) -> None:
        """The list of this section was taken for criteria though its heading does not say so, as others do."""
        self._guessed.append(section)

    def keep(self, section: Section, *, beside_levels: bool = False) -> None:
        """This section became a note. Beside levels it may be one itself, however short the entries of its list are."""
        if section.holds_levels:
            self._tabled.append(section)
        fewest = _NAMED if beside_levels else _SENTENCE
        if any(isinstance(block, Listing) and _could_be_criteria(block, fewest) for block in section.blocks) or (
            not section.holds_levels and any(isinstance(block, Table) and _tells(block) for block in section.blocks)
        ):
            self._sections.append(section)

    def ask(self, draft: Draft) -> None:
        """One question about all of them, where the page has levels that they could belong to."""
        if self._guessed:
            first, further = self._guessed[0], len(self._guessed) - 1
            said = f"“{plain_title(first)}”" + (f" and {further} more" if further else "")
            do = (
                "do not say what they hold; their lists were" if further else "does not say what it holds; its list was"
            )
            message = f"{said} {do} taken for responsibilities. Is that right?"
            draft.questions.append(
                DraftQuestion(first.lines.start, Asks.SHARED, message, lists=entries_of(self._guessed))
            )
        if not draft.levels:
            return
        if self._tabled:
            draft.questions.append(_question_of_tables(self._tabled, draft))
        if not self._sections:
            return
        first, further = self._sections[0], len(self._sections) - 1
        said = f"“{plain_title(first)}”" + (f" and {further} more" if further else "")
        kept = "were kept as notes, though they hold lists" if further else "was kept as a note, though it holds a list"
        listed = any(isinstance(block, Listing) for section in self._sections for block in section.blocks)
        message = f"{said} {kept if listed else kept.replace('list', 'table')}; is that right, or are these criteria?"
        lists = (*entries_of(self._sections), *_rows_of(self._sections))
        draft.questions.append(DraftQuestion(first.lines.start, Asks.SHARED, message, lists=lists))


def _question_of_tables(sections: Sequence[Section], draft: Draft) -> DraftQuestion:
    """What is asked of tables that became notes though their rows or columns are levels."""
    known = {tokens(level.title) for level in draft.levels}
    named = dict.fromkeys(name for section in sections for name in levels_in_rows(section) if tokens(name) not in known)
    first, further = sections[0], len(sections) - 1
    said = f"“{plain_title(first)}”" + (f" and {further} more" if further else "")
    kept = "were kept as notes, though their tables tell" if further else "was kept as a note, though its table tells"
    message = f"{said} {kept} of levels" + (f", also of {', '.join(f'“{name}”' for name in named)}" if named else "")
    tables = [block for section in sections for block in section.blocks if isinstance(block, Table)]
    return DraftQuestion(
        first.lines.start,
        Asks.LEVELS if named else Asks.SHARED,
        f"{message}; is that right, or do they say what is asked?",
        lists=tuple(row.lines for table in tables for row in table.rows[1:]),
    )


def _could_be_criteria(block: Listing, fewest: int) -> bool:
    words = [words_in(plain(item.text)) for item in block.items]
    links = sum("](" in item.text for item in block.items)
    return len(words) >= _FEWEST and sum(words) >= fewest * len(words) and links * 2 < len(words)


def _rows_of(sections: Sequence[Section]) -> tuple[range, ...]:
    """The lines of each row below the head of the tables in these that say something."""
    tables = [block for section in sections for block in section.blocks if isinstance(block, Table)]
    return tuple(row.lines for table in tables if _tells(table) for row in table.rows[1:])


def _tells(block: Table) -> bool:
    """Whether the rows of a table say something in sentences."""
    cells = [cell for row in block.rows[1:] for cell in row.cells[1:] if cell]
    return len(block.rows) > _FEWEST and sum(words_in(plain(cell)) for cell in cells) >= _SENTENCE * max(1, len(cells))


def entries_of(sections: Sequence[Section]) -> tuple[range, ...]:
    """The lines of each entry of the lists in these."""
    return tuple(
        item.all_lines
        for section in sections
        for block in section.blocks
        if isinstance(block, Listing)
        for item in block.items
    )


def ask_about_twice(outline: Outline, draft: Draft) -> None:
    """Ask about a level that one list of a competency names twice: one of them may be another level’s."""
    seen: set[tuple[int, tuple[str, ...]]] = set()
    for i, area in outline.area_of.items():
        section = outline.sections[i]
        key = id(section.parent), tokens(section.title)
        if key in seen:
            message = (
                f"“{plain_title(area)}” names “{plain_title(section)}” twice; is one of them meant for another level?"
            )
            draft.questions.append(
                DraftQuestion(section.lines.start, Asks.LEVELS, message, lists=entries_of([section]))
            )
        seen.add(key)

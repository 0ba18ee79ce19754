"""A text in YAML or JSON → criteria of the level that it was found in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder_app.domain.role import Kind
from ladder_app.importers.cell_lines import lines_of
from ladder_app.importers.cells import read_cell, says_nothing
from ladder_app.importers.drafts import DraftCriterion, DraftNote
from ladder_app.importers.grid_reading import joined_names
from ladder_app.importers.ids import slug
from ladder_app.importers.pointer_questions import PointerQuestions
from ladder_app.importers.result import Place

if TYPE_CHECKING:
    from ladder_app.importers.drafts import Draft, DraftLevel
    from ladder_app.importers.mapping_levels import Path
    from ladder_app.importers.yaml_source import YamlSource

_PLACES = {Kind.RESPONSIBILITY: Place.RESPONSIBILITY, Kind.REQUIREMENT: Place.REQUIREMENT}


@dataclass(frozen=True, slots=True)
class Here:
    """What is known of the place that is being read."""

    level: DraftLevel | None = None
    area: str = ""
    kind: Kind | None = None
    plus: bool = False
    example: bool = False


class MappingCriteria:
    """Gives texts to the levels of a draft, or to its notes."""

    def __init__(self, source: YamlSource, draft: Draft) -> None:
        self._source = source
        self._draft = draft
        self._pointers = PointerQuestions()

    def text(self, text: str, path: Path, here: Here) -> None:
        """One text, or one with bullets and paragraphs, as a cell of a table may have."""
        start = self._source.line(*path)
        read = read_cell(text)
        lines = self._draft.ledger.lines
        span = range(start, min(len(lines), start + text.count("\n") + 2))
        for lead in read.leads:
            self._aside(lead, start, here)
        for part in read.statements:
            line = start if len(read.statements) == 1 else lines_of(part, span, lines).start
            self._criterion(part, line, here)

    def _aside(self, text: str, line: int, here: Here) -> None:
        title = joined_names(here.level.title if here.level else "", here.area)
        self._draft.notes.append(DraftNote(title, [text]))
        self._source.put(line, Place.NOTE, here.level)

    def _criterion(self, text: str, line: int, here: Here) -> None:
        if here.example or (here.level is None and here.kind is None) or says_nothing(text):
            self._aside(text, line, here)
            return
        if here.level is not None:
            pointer = self._pointers.found(text, here.level, here.area, line, self._draft.levels)
            if pointer is not None and pointer.alone:
                self._aside(text, line, here)
                return
        kind = here.kind or Kind.REQUIREMENT
        area = slug(here.area) if here.area else None
        if area is not None:
            self._draft.areas.setdefault(area, here.area)
        criterion = DraftCriterion(text, kind, line, area, here.plus)
        (self._draft.shared if here.level is None else here.level.criteria).append(criterion)
        self._source.put(line, _PLACES[kind], here.level, criterion)

    def close(self) -> None:
        """Ask about the texts that lead to other levels; lines that are comments are notes."""
        self._pointers.ask(self._draft)
        ledger = self._draft.ledger
        for number, line in enumerate(ledger.lines):
            if line.lstrip().startswith("#") and number not in ledger.entries:
                self._draft.notes.append(DraftNote("", [line.strip("# \t")]))
                ledger.put([number], Place.NOTE)

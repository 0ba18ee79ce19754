"""What is asked about texts that lead to another level: one question for each pair of levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.bases import parts_of_title
from ladder_app.importers.drafts import DraftQuestion
from ladder_app.importers.likeness import Likeness
from ladder_app.importers.pointers import Pointer, pointer_in
from ladder_app.importers.result import Asks
from ladder_app.importers.words import plain

if TYPE_CHECKING:
    from ladder_app.importers.drafts import Draft, DraftLevel


def _likeness(levels: list[DraftLevel]) -> Likeness:
    names = [(i, name) for i, one in enumerate(levels) for name in (one.title, *parts_of_title(one.title))]
    return Likeness(names)


class PointerQuestions:
    """Collects the texts that lead to other levels, and asks about them together."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, int], list[tuple[str, str, int, DraftLevel, DraftLevel | None]]] = {}

    def found(self, text: str, level: DraftLevel, area: str, line: int, levels: list[DraftLevel]) -> Pointer | None:
        """Where a text of a level leads; none if the name in it is no level’s."""
        pointer = pointer_in(text)
        if pointer is None:
            return None
        base: DraftLevel | None
        if pointer.name:
            number = _likeness(levels).resolve(pointer.name)
            base = None if number is None else levels[number]
            if base is None or base is level:
                return None
        else:
            before = levels[: levels.index(level)] if level in levels else levels
            base = before[-1] if before else None
        self._found.setdefault((id(level), id(base)), []).append((text, area, line, level, base))
        return pointer

    def ask(self, draft: Draft) -> None:
        """Put the questions into the draft."""
        for texts in self._found.values():
            text, area, line, level, base = texts[0]
            said = plain(text)
            short = said if len(said) <= 90 else said[:89] + "…"
            where = f" in “{area}”" if area else ""
            further = f" and {len(texts) - 1} more" if len(texts) > 1 else ""
            message = (
                f"“{short}”{where}{further} leads to what another level is asked; which one does this level extend?"
            )
            choices = () if base is None else (base,)
            draft.questions.append(DraftQuestion(line, Asks.EXTENDS, message, level, choices))
        self._found.clear()

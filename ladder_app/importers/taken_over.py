"""Who takes over from whom, as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.domain.role import Kind
    from ladder_app.importers.drafts import DraftLevel


@dataclass(frozen=True, slots=True)
class Taken:
    """One level takes over another's criteria of these kinds; `text` is the sentence that says so."""

    level: DraftLevel
    base: DraftLevel
    kinds: tuple[Kind, ...]
    text: str | None


class TakenOver:
    """All that levels take over, the same of the same base once."""

    def __init__(self) -> None:
        self._by_level: dict[int, list[Taken]] = {}

    def take(self, level: DraftLevel, base: DraftLevel, kinds: tuple[Kind, ...], text: str | None = None) -> None:
        """The level takes over these kinds; a sentence that says again what another said stands with that."""
        ours = self._by_level.setdefault(id(level), [])
        same = next((i for i, taken in enumerate(ours) if taken.base is base and taken.kinds == kinds), None)
        if same is None:
            ours.append(Taken(level, base, kinds, text))
        elif text and text not in (ours[same].text or "").split("\n"):
            said = ours[same].text
            ours[same] = replace(ours[same], text=f"{said}\n{text}" if said else text)

    def of(self, level: DraftLevel) -> tuple[Taken, ...]:
        """What one level takes over, in the order it was said."""
        return tuple(self._by_level.get(id(level), ()))

    def built_on(self, level: DraftLevel) -> Iterator[DraftLevel]:
        """The levels that this one builds on, nearest first, each once."""
        seen = {id(level)}
        open_levels = [level]
        while open_levels:
            for taken in self.of(open_levels.pop(0)):
                if id(taken.base) not in seen:
                    seen.add(id(taken.base))
                    open_levels.append(taken.base)
                    yield taken.base

    def reaches(self, start: DraftLevel, goal: DraftLevel, kind: Kind | None = None) -> bool:
        """Whether `start` is `goal` or builds on it, in one kind or in any."""
        open_levels, seen = [start], set()
        while open_levels:
            level = open_levels.pop()
            if level is goal:
                return True
            if id(level) not in seen:
                seen.add(id(level))
                open_levels += [taken.base for taken in self.of(level) if kind is None or kind in taken.kinds]
        return False

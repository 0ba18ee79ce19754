"""Texts in the place of criteria that are but the name of a level or an area, or a figure: nothing to be rated by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.drafts import DraftNote
from ladder_app.importers.result import Place
from ladder_app.importers.words import plain, tokens

if TYPE_CHECKING:
    from ladder_app.importers.drafts import Draft, DraftCriterion

_LONGEST = 60


def set_names_aside(draft: Draft) -> None:
    """Make notes of them, unless nothing else is there."""
    lists = [draft.shared, *(group.criteria for group in draft.groups), *(level.criteria for level in draft.levels)]
    names = {tokens(level.title) for level in draft.levels if len(draft.levels) > 1}
    aside = {id(criterion) for criteria in lists for criterion in criteria if _is_name(criterion, names, draft)}
    if not aside or len(aside) == sum(map(len, lists)):
        return
    note = DraftNote("")
    for criteria in lists:
        note.parts += [criterion.text for criterion in criteria if id(criterion) in aside]
        criteria[:] = [criterion for criterion in criteria if id(criterion) not in aside]
    draft.notes.append(note)
    for entry in draft.ledger.entries.values():
        if entry.target is not None and id(entry.target) in aside:
            entry.place, entry.target = Place.NOTE, None


def _is_name(criterion: DraftCriterion, levels: set[tuple[str, ...]], draft: Draft) -> bool:
    text = criterion.text
    if len(text) > _LONGEST or "\n" in text:
        return False
    if _is_figure(text):
        return True
    words = tokens(text)
    if not words:
        return False
    areas = {tokens(title) for key, title in draft.areas.items() if key != criterion.area}
    return words in levels or (len(areas) > 1 and words in areas)


def _is_figure(text: str) -> bool:
    return not any(letter.isalpha() for letter in plain(text))

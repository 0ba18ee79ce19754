"""Texts in the place of criteria that are but the name of a level or an area, or a figure: nothing to be rated by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.drafts import DraftNote
from ladder_app.importers.grid_scale import is_step
from ladder_app.importers.result import Place
from ladder_app.importers.words import looks_like_title, plain, tokens

if TYPE_CHECKING:
    from ladder_app.importers.drafts import Draft, DraftCriterion

_LONGEST = 60
_LONGEST_TITLE = 5
_SHORT = 4
_COUNT = re.compile(r"[\W_]*\d")
_FEWEST = 3


def set_names_aside(draft: Draft) -> None:
    """Make notes of them, unless nothing else is there."""
    lists = [draft.shared, *(group.criteria for group in draft.groups), *(level.criteria for level in draft.levels)]
    names = {tokens(level.title) for level in draft.levels if len(draft.levels) > 1}
    areas: dict[tuple[str, ...], set[str]] = {}
    for key, title in draft.areas.items():
        areas.setdefault(tokens(title), set()).add(key)
    aside = {id(criterion) for criteria in lists for criterion in criteria if _is_name(criterion, names, areas)}
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


def holds_names_alone(draft: Draft) -> str:
    """What the source is a list of, if all that it asks for are titles of jobs, or steps of a scale on one level."""
    criteria = [criterion for level in draft.levels for criterion in level.criteria] + draft.shared
    if len(criteria) < _FEWEST or sum(len(criterion.text) > _LONGEST for criterion in criteria) * 10 > len(criteria):
        return ""
    texts = [plain(criterion.text) for criterion in criteria]
    titles = sum(map(_is_title, texts))
    figures = sum(_COUNT.match(text) is not None and len(text.split()) <= _SHORT for text in texts)
    if titles * 2 >= len(texts) and (titles + figures) * 10 >= len(texts) * 9:
        return "a list of titles"
    return "a list of skills" if len(draft.levels) < 2 and all(map(is_step, texts)) else ""


def _is_title(text: str) -> bool:
    """Whether a text is the title of a job and nothing else: every word of it begins as a name does."""
    words = text.split()
    if len(words) > _LONGEST_TITLE or text[-1:] == ".":
        return False
    named = all(word[:1].isupper() or not word[:1].isalpha() or len(word) < _SHORT for word in words)
    return named and looks_like_title(text.rstrip(" 0123456789"))


def _is_name(criterion: DraftCriterion, levels: set[tuple[str, ...]], areas: dict[tuple[str, ...], set[str]]) -> bool:
    """Whether a criterion is but a figure, or the name of a level or of another area than its own."""
    text = criterion.text
    if len(text) > _LONGEST or "\n" in text:
        return False
    if _is_figure(text):
        return True
    words = tokens(text)
    if not words:
        return False
    own = {criterion.area}
    if words in levels or areas.get(words, own) <= own:
        return words in levels
    return len(areas) > 2 or sum(not keys <= own for keys in areas.values()) > 1


def _is_figure(text: str) -> bool:
    return not any(letter.isalpha() for letter in plain(text))

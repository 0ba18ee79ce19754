"""Whether YAML or JSON is about a ladder at all, and what in it is said in a word or a figure for programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ladder_app.domain.role import Kind
from ladder_app.importers.drafts import DraftNote, DraftQuestion
from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.grid_scale import is_step
from ladder_app.importers.lengths import words_in
from ladder_app.importers.mapping_levels import key_words
from ladder_app.importers.result import Asks, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.importers.drafts import Draft, DraftCriterion, DraftLevel

NO_KEY = "No key speaks of skills, duties or seniority, and no level is called as one; is this a ladder at all?"

_OF_PEOPLE = frozenset(
    (
        "email", "e-mail", "mail", "e_mail", "phone", "github", "gitlab", "twitter", "linkedin", "username", "login",
        "birthday", "hired", "hire_date", "start_date", "startdate", "employee_id", "employeeid", "firstname",
        "first_name", "lastname", "last_name", "surname",
    )
)  # fmt: skip
"""Keys that only entries about people have."""
_OF_A_LADDER = re.compile(
    r"competenc|compét|kompeten|fähigkeit|habilid|skill|capabilit|behaviou?r|signal|criteri|expect|responsib|requirement"
    r"|duties|qualification|milestone|rubric|ladder|career|seniority|grade|proficien|maturity|autonomy|scope|impact"
    r"|influence|knowledge|experience|accountab|leadership|communication|delivery|role|position|компетенц|навык"
    r"|обязан|требован|スキル|能力|技能|职责|역량",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\W*(?:level|stage|step)? ?\d{1,3}\W*(?=\S)", re.IGNORECASE)
_DEEPEST = 20
_FEWEST_LEFT = 2


def is_about_people(value: object) -> bool:
    """Whether a list in it goes through people: most of its entries say how to reach somebody, or since when."""
    for entries in _lists(value, 0):
        keys = [{key.casefold() for key in entry} for entry in entries if isinstance(entry, dict)]
        if len(keys) > 1 and sum(bool(one & _OF_PEOPLE) for one in keys) * 2 > len(entries):
            return True
    return False


def set_values_aside(draft: Draft) -> None:
    """Make notes of what is said in a word or a figure alone, where levels are called as such and asked sentences."""
    if not _are_called(draft):
        return
    filled = [level for level in draft.levels if level.criteria]
    values = {id(c) for level in filled for c in level.criteria if _is_value(c, level)}
    if not values or any(sum(id(c) not in values for c in level.criteria) < _FEWEST_LEFT for level in filled):
        return
    for level in filled:
        for criterion in level.criteria:
            if id(criterion) in values:
                area = draft.areas.get(criterion.area or "", "")
                draft.notes.append(DraftNote(" – ".join(filter(None, (level.title, area))), [criterion.text]))
        level.criteria = [criterion for criterion in level.criteria if id(criterion) not in values]
    for entry in draft.ledger.entries.values():
        if entry.target is not None and id(entry.target) in values:
            entry.place, entry.target = Place.NOTE, None
    used = {c.area for level in filled for c in level.criteria} | {c.area for c in draft.shared}
    draft.areas = {key: name for key, name in draft.areas.items() if key in used}


def holds_ladder(draft: Draft) -> bool:
    """Whether enough of it is said in sentences: programs keep single words and numbers under such keys."""
    texts = [c.text for c in draft.shared] + [c.text for level in draft.levels for c in level.criteria]
    said = sum(words_in(text) > 1 and any(c.isalpha() for c in text) for text in texts)
    filled = sum(bool(level.criteria) for level in draft.levels)
    if not texts or said * 2 < len(texts) or (filled < 2 and len(texts) < 2):
        return False
    return bool(draft.levels) or {c.kind for c in draft.shared} == set(Kind)


def doubt_about_keys(value: object, draft: Draft) -> Iterator[DraftQuestion]:
    """A question about a source of which neither the keys nor the names of levels say that it is a ladder."""
    if len(draft.levels) < 2 or _are_called(draft):
        return
    if not any(_OF_A_LADDER.search(key_words(key)) for key in _keys(value, 0)):
        yield DraftQuestion(draft.levels[0].line, Asks.LEVELS, NO_KEY)


def _are_called(draft: Draft) -> bool:
    """Whether half of the levels at least are called as levels are, whatever their numbers."""
    titles = [_NUMBERED.sub("", level.title) for level in draft.levels]
    return bool(titles) and sum(map(names_level, titles)) * 2 >= len(titles)


def _is_value(criterion: DraftCriterion, level: DraftLevel) -> bool:
    """Whether a text is a step of a scale, a figure, or the one word that there is under its key."""
    if is_step(criterion.text) or not any(map(str.isalpha, criterion.text)):
        return True
    alone = sum(other.area == criterion.area for other in level.criteria) == 1
    return alone and criterion.area is not None and words_in(criterion.text) == 1 and criterion.text.isascii()


def _lists(value: Any, depth: int) -> Iterator[list[Any]]:
    if isinstance(value, list):
        yield value
    inside = value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
    for one in inside if depth < _DEEPEST else ():
        yield from _lists(one, depth + 1)


def _keys(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    inside = value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
    for one in inside if depth < _DEEPEST else ():
        yield from _keys(one, depth + 1)

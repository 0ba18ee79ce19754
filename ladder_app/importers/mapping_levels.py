"""Which keys of YAML and JSON stand for levels though their words do not say so: by what stands beside them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.mapping_words import CODES, GROUPS, KINDS, LEVELS, NAMES, SILENT, SORTS, TEXTS
from ladder_app.importers.meanings import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.importers.meaning_words import Topic


_WORDS = re.compile(r"[_-]+|(?<=[a-z])(?=[A-Z])")
Path = tuple[str | int, ...]
"""Where something is: the keys and numbers that lead there."""
_OVER_LEVELS = re.compile(
    r"(?:(?:by|per|for|at|each|expectations?|criteria|descriptions?) )*levels?"
    r"(?: (?:descriptions?|expectations?|criteria|map))?"
    r"|rubrics?|progressions?|scales?|steps|(?:by|per) (?:role|seniority|grade|rank)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?P<stem>[^\W\d_]+[ _-]?)(?P<number>\d{1,2})")
DEEPEST = 40


def levels_at(value: dict[str, Any]) -> dict[Path, frozenset[str]]:
    """For each mapping whose keys are levels: where it is, and which of its keys are.

    Under a key that speaks of levels all are; beside one that names a level, those that hold the same shape and come
    back in other mappings beside it. Keys that differ in their number alone are, whatever else is beside them.
    """
    every = list(_mappings(value, ()))
    again = Counter(key_set for _, inside in every if (key_set := _key_set(inside)))
    found: dict[Path, frozenset[str]] = {}
    for path, inside in every:
        if counted := _counted(inside):
            found[path] = frozenset(counted)
            continue
        keys = [key for key in inside if not is_known(key)]
        if len(keys) < 2 or not _are_of_one_shape(inside, keys) or _hold_levels(inside, keys):
            continue
        named = sum(map(key_names_level, keys))
        comes_back = again[_key_set(inside)] > 1
        of_texts = all(isinstance(inside[key], str) for key in keys)
        under = bool(path) and _speaks_of_levels(str(path[-1])) and len(keys) == len(inside)
        if under or (named and (comes_back or (named * 2 >= len(keys) and not of_texts))):
            found[path] = frozenset(keys)
    return found


def lists_competencies(entries: list[Any], path: Path, known: dict[Path, frozenset[str]]) -> bool:
    """Whether the entries of a list have levels inside, so that they are none themselves."""
    if any(isinstance(entry, dict) and _is_called_as_a_level(entry) for entry in entries):
        return all(
            isinstance(entry, dict) and ((*path, i) in known or any(_speaks_of_levels(k) and entry[k] for k in entry))
            for i, entry in enumerate(entries)
        )
    depth = len(path) + 1
    holding = {at[:depth] for at in known if len(at) >= depth}
    return all(
        isinstance(entry, dict) and ((*path, i) in holding or any(_speaks_of_levels(k) and entry[k] for k in entry))
        for i, entry in enumerate(entries)
    )


def _is_called_as_a_level(entry: dict[str, Any]) -> bool:
    return any(key.casefold() in NAMES and isinstance(entry[key], str) and names_level(entry[key]) for key in entry)


def sort_told(entry: dict[str, Any]) -> tuple[str, Topic] | None:
    """The key of an entry whose text says what kind of criteria it holds, and that kind; none if none does."""
    for key, value in entry.items():
        if key.casefold() in SORTS and isinstance(value, str) and (topic := meaning(value).topic) in KINDS:
            return key, topic
    return None


def key_names_level(key: str) -> bool:
    """Whether a key is the name of a level by its words."""
    return names_level(key_words(key)) or key.isdecimal()


def is_over_levels(words: str) -> bool:
    """Whether a key in words only says that levels stand under it: “by level”, “level descriptions”, “rubric”."""
    return _OVER_LEVELS.fullmatch(words.strip()) is not None


def key_words(key: str) -> str:
    """A key as words: “seniorBaker”, “senior_baker”."""
    return _WORDS.sub(" ", key)


def is_known(key: str) -> bool:
    """Whether a key says what it holds, so that it is no level."""
    lowered = key.casefold()
    if lowered in GROUPS or lowered in TEXTS or lowered in SILENT or lowered in NAMES or lowered in LEVELS:
        return True
    return lowered in CODES or lowered.startswith("_") or meaning(key_words(key)).topic in KINDS


def _mappings(value: object, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    if len(path) > DEEPEST:
        return
    if isinstance(value, dict):
        yield path, value
        for key, inside in value.items():
            yield from _mappings(inside, (*path, key))
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _mappings(entry, (*path, number))


def _speaks_of_levels(key: str) -> bool:
    """Whether all that stands under a key are levels; under “roles” and the like may be anything."""
    return key.casefold() in LEVELS - {"roles", "positions", "grades", "stages", "ladder"}


def _counted(inside: dict[str, Any]) -> list[str]:
    """The keys of texts or lists that differ in their number alone and count up: “level1”, “level2”."""
    found = [(match, key) for key in inside if (match := _NUMBERED.fullmatch(key))]
    first = int(found[0][0]["number"]) if found else 0
    counts_up = [int(match["number"]) for match, _ in found] == list(range(first, first + len(found)))
    stems = {match["stem"].casefold() for match, _ in found}
    keys = [key for _, key in found]
    told = all(isinstance(inside[key], (str, list)) or inside[key] is None for key in keys)
    is_levels = len(found) > 1 and len(stems) == 1 and counts_up and told and all(map(key_names_level, keys))
    return keys if is_levels else []


def _key_set(inside: dict[str, Any]) -> frozenset[str]:
    return frozenset(key.casefold() for key in inside if not is_known(key))


def _are_of_one_shape(inside: dict[str, Any], keys: list[str]) -> bool:
    """Whether the values are all texts, all lists or all mappings; one that is empty fits any."""
    return len({type(inside[key]) for key in keys if inside[key] not in (None, "", [], {})}) <= 1


def _hold_levels(inside: dict[str, Any], keys: list[str]) -> bool:
    """Whether the mappings inside have levels themselves: then these are tracks or competencies."""
    held = [inside[key] for key in keys if isinstance(inside[key], dict) and inside[key]]
    return bool(held) and all(
        any(map(key_names_level, one)) or any(k.casefold() in LEVELS for k in one) for one in held
    )

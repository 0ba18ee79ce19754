"""What the entries of a list of levels in YAML or JSON are called, whatever key says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ladder_app.importers.lengths import words_in
from ladder_app.importers.mapping_names import CODE, composed
from ladder_app.importers.mapping_words import CODES, GROUPS, KEY_TOPICS, KINDS, LEVELS, NAMES, SILENT, TEXTS
from ladder_app.importers.meanings import meaning
from ladder_app.importers.words import is_rank, looks_like_title
from ladder_app.importers.yaml_source import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 4
"""How many words a name has at most that stands under a key of its own."""
_GRADES = ("grade", "band", "job_grade", "pay_grade", "grade_level")
_SCALE = re.compile(r"(?:.* )?(?:levels?|scale|ratings?|proficienc(?:y|ies)|mastery)", re.IGNORECASE)
_FLAGS = frozenset(("true", "false", "yes", "no", "null", "none"))


@dataclass(frozen=True, slots=True)
class Called:
    """The keys of an entry that name its level, and what they come to."""

    name: str | None
    code: str | None
    title: str
    grade: str = ""
    """The number of the level, where its title stands for itself."""


def called(entry: dict[str, Any], key: str | int, fallback: str, telling: str | None) -> Called:
    """What a level is called. `telling` is the key that tells it from those beside it, if no known one does."""
    name = next((k for k in entry if k.casefold() in NAMES and text_of(entry[k])), telling)
    code = next((k for k in entry if k.casefold() in CODES and k != name and text_of(entry[k])), None)
    of_key = key if isinstance(key, str) and CODE.fullmatch(key) and key[0].isupper() else ""
    said = text_of(entry[code]) if code else of_key
    title = text_of(entry[name]) if name else ""
    graded = any(k.casefold() in _GRADES for k in entry)
    if said.isdecimal() and code and code.casefold() == "level" and not graded and _is_a_job(title):
        return Called(name, code, title, said)
    if not title and code and code.casefold() in ("level", "rank") and _is_a_name(said):
        return Called(name, code, said)
    return Called(name, code, composed(title, said, fallback))


def _is_a_name(text: str) -> bool:
    return 0 < words_in(text) <= _LONGEST and text.replace(" ", "").replace("-", "").isalpha()


def _is_a_job(title: str) -> bool:
    return looks_like_title(title) and not is_rank(title)


def telling_key(entries: Iterable[Any]) -> str | None:
    """The key whose short texts tell the entries of a list apart, where none has a name that is called so."""
    found = [entry for entry in entries if isinstance(entry, dict)]
    if len(found) < 2 or any(_is_named(entry) for entry in found):
        return None
    keys: list[str] = list(found[0])
    for key in keys:
        if _says_more(key):
            continue
        texts = [entry.get(key) for entry in found]
        short = [text for text in texts if isinstance(text, str) and 0 < words_in(text) <= _LONGEST]
        letters = [text for text in short if any(letter.isalpha() for letter in text) and not is_flag(text)]
        if len(letters) == len(found) and len({text.casefold() for text in letters}) == len(found):
            return key
    return None


def _is_named(entry: dict[str, Any]) -> bool:
    return any(k.casefold() in NAMES or (k.casefold() in CODES and not is_silent(k)) for k in entry)


def _says_more(key: str) -> bool:
    lowered = key.casefold()
    return lowered in (*TEXTS, *SILENT, *GROUPS, *KEY_TOPICS) or meaning(key).topic in KINDS


def is_silent(key: str) -> bool:
    """Whether a key holds what only a program reads."""
    return key.casefold() in SILENT


def is_flag(text: str) -> bool:
    """Whether a text only says yes or no."""
    return text.casefold() in _FLAGS


def is_said(value: object) -> bool:
    """Whether a value is a text that says something."""
    return isinstance(value, str) and bool(value.strip())


def is_holding(key: str, value: object) -> bool:
    """Whether an entry says something under a key that is for people."""
    return not is_silent(key) and bool(text_of(value)) and not is_flag(text_of(value))


def speaks_of_levels(key: str) -> bool:
    """Whether a key says, however its words are joined, that it holds levels: “career-levels”, “careerLevels”."""
    joined = re.sub(r"(?<=[a-z])(?=[A-Z])|[ -]", "_", key).casefold()
    return key.casefold() in LEVELS or joined in LEVELS


def is_of_a_scale(words: str) -> bool:
    """Whether a key speaks of steps of a scale: “capability levels”, “ratings”."""
    return _SCALE.fullmatch(words) is not None

"""What levels and areas are called that YAML or JSON knows by keys and codes."""

from __future__ import annotations

import re
from typing import Any

from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.mapping_words import NAMES
from ladder_app.importers.words import looks_like_title
from ladder_app.importers.yaml_source import text_of

CODE = re.compile(r"[A-Za-z]{1,3}\d{1,2}")
_EXPECTED = re.compile(r"(?!key |main |general |job |level |role )[^\W\d_]+ expectation", re.IGNORECASE)
_LAST_OF_NAMES = ("title", "name", "titel", "nombre", "nome", "nom")
_NUMBERED = re.compile(r"Level (\d{1,3})\b")


def level_name(key: str, words: str) -> str:
    """A key as the name of a level."""
    if key.isdecimal():
        return f"Level {key}"
    if key.islower() and ("_" in key or "-" in key or key.isalpha()):
        return sentence(words.replace("_", " "))
    return key


def is_called(inside: dict[str, Any], *, in_area: bool) -> bool:
    """Whether a mapping under the key of a level gives the level a name; in a competency only a title is one."""
    names = [text_of(inside[key]) for key in inside if key.casefold() in NAMES and text_of(inside[key])]
    return bool(names) and (not in_area or looks_like_title(names[0]))


def names(words: str) -> bool:
    """Whether a key in words is one more name of what it stands in: “management title”, “short name”."""
    return " " in words.strip() and words.rsplit(maxsplit=1)[-1].casefold() in _LAST_OF_NAMES


def is_of_an_area(words: str) -> bool:
    """Whether a key in words is an area that says in passing what is in it: “autonomy expectation”."""
    return _EXPECTED.fullmatch(words) is not None


def sentence(words: str) -> str:
    """Words with a capital in front."""
    return words[:1].upper() + words[1:]


def composed(name: str, code: str, fallback: str) -> str:
    """The name of a level that has a name or a code, or both."""
    if not name:
        return level_name(code, code) if code and (code.isdecimal() or names_level(code)) else fallback
    if code and code.casefold() not in name.casefold() and (code.isdecimal() or CODE.fullmatch(code)):
        return f"{level_name(code, code)} – {name}"
    return name


def order(title: str) -> tuple[int, str]:
    """Where a level of this name stands: those with numbers first, by these."""
    found = _NUMBERED.match(title)
    return (int(found[1]), "") if found else (1_000, "")

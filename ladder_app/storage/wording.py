"""What validation objects to, in words: never the library's, always what to write instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ladder_app.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ladder_app.domain.values import Path

_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "bool_type": "true or false",
    "tuple_type": "a list, each entry on a line that starts with “- ”",
    "model_type": "keys with values",
    "mapping_type": "keys with values",
    "dict_type": "keys with values",
}
_SHOWN_LENGTH = 40
_QUOTED_LENGTH = 120
_LONG_QUOTE = re.compile(f"“([^”]{{{_QUOTED_LENGTH + 1},}})”")
_QUOTED = re.compile("'((?:[^'])*)'")


def legible(message: str) -> str:
    """A message about a file as it can be shown anywhere, whatever of the file it quotes.

    Long quotes are cut; characters that show nothing or turn the text around stand as their code, spaces of
    any kind as a space.
    """
    if len(message) > _QUOTED_LENGTH:
        message = _LONG_QUOTE.sub(_cut, message)
    return message if message.isprintable() else "".join(map(_shown_character, message))


def _shown_character(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else f"\\u{ord(character):04x}"


def _cut(quote: re.Match[str]) -> str:
    return f"“{quote[1][: _QUOTED_LENGTH - 1]}…”"


def words(error: Mapping[str, Any], path: Path) -> str:
    """One validation error as a sentence; `path` is that of the value."""
    kind = error["type"]
    if kind in _SENTENCES:
        return _SENTENCES[kind](error, path)
    return f"{_named(path)} must be {_EXPECTED.get(kind, 'something else')}, not {_shown(error['input'])}."


def unknown_key(path: Path, known: tuple[str, ...]) -> str:
    """For a key that means nothing at its place; `known` are those that would."""
    key = str(path[-1])
    hint = did_you_mean(key, known)
    if known and not hint:
        hint = f" Known here: {', '.join(known)}."
    return f"“{_short(key)}” is not a key that is known here.{hint}"


def empty(path: Path) -> str:
    """For a value that has to be there and was left empty."""
    return f"{_named(path)} is empty; give it a value."


def _named(path: Path) -> str:
    """What a person calls the value: the key, and the position where it is one of a list."""
    name = next(step for step in reversed(path) if isinstance(step, str))
    last = path[-1]
    return f"Entry {last + 1} of “{name}”" if isinstance(last, int) else f"“{name}”"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f"“{_short(value)}”" if value else "empty"
    if isinstance(value, dict):
        return "keys with values"
    if isinstance(value, list):
        return "a list"
    return "empty" if value is None else _figure(value)


def _short(text: str) -> str:
    """A text on one line, cut where it gets long."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_LENGTH else line[: _SHOWN_LENGTH - 1] + "…"


def _figure(value: Any) -> str:
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def _missing(_error: Mapping[str, Any], path: Path) -> str:
    return f"{_named(path)} is missing."


def _empty_text(_error: Mapping[str, Any], path: Path) -> str:
    return empty(path)


def _not_an_id(error: Mapping[str, Any], _path: Path) -> str:
    return (
        f"{_shown(error['input'])} cannot be an id: use letters and digits, with “-”, “_” and “.” inside,"
        " at most 100 characters."
    )


def _not_a_choice(error: Mapping[str, Any], path: Path) -> str:
    choices = _QUOTED.findall(str(error["ctx"]["expected"]))
    hint = did_you_mean(str(error["input"]), choices)
    return f"{_named(path)} must be one of {', '.join(choices)}, not {_shown(error['input'])}.{hint}"


def _too_few(error: Mapping[str, Any], path: Path) -> str:
    least = error["ctx"]["min_length"]
    return f"{_named(path)} needs at least {least} {'entry' if least == 1 else 'entries'}."


def _too_many(error: Mapping[str, Any], path: Path) -> str:
    return f"{_named(path)} may have {error['ctx']['max_length']} entries at most."


def _bound(words_of_bound: str, key: str) -> Callable[[Mapping[str, Any], Path], str]:
    def sentence(error: Mapping[str, Any], path: Path) -> str:
        return f"{_named(path)} must be {words_of_bound} {_figure(error['ctx'][key])}, not {_shown(error['input'])}."

    return sentence


_SENTENCES: dict[str, Callable[[Mapping[str, Any], Path], str]] = {
    "missing": _missing,
    "string_too_short": _empty_text,
    "string_pattern_mismatch": _not_an_id,
    "string_too_long": _not_an_id,
    "enum": _not_a_choice,
    "literal_error": _not_a_choice,
    "too_short": _too_few,
    "too_long": _too_many,
    "greater_than": _bound("greater than", "gt"),
    "greater_than_equal": _bound("at least", "ge"),
    "less_than": _bound("less than", "lt"),
    "less_than_equal": _bound("at most", "le"),
}

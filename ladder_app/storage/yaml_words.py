"""What the YAML parser objects to, in words for the person who wrote the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import yaml

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

_UNCLOSED_BRACKET = "The “{” or “[” that opens here is not closed; close it, or put the text in quotes."
_WORDS: tuple[tuple[str, str], ...] = (
    (
        "mapping values are not allowed",
        "A colon followed by a space is not expected here. If it belongs to a text, put the text in quotes;"
        " if this is a key, check how far the line is indented.",
    ),
    ("unexpected end of stream", "A quotation mark that opens here is never closed."),
    ("unexpected document indicator", "A quotation mark that opens here is not closed before “---” or “...”."),
    ("did not find expected ',' or", _UNCLOSED_BRACKET),
    (
        "did not find expected key",
        "This line does not fit the lines above it: check how far it is indented, and that a text with quotation"
        " marks, “: ” or “ #” in it is in quotes as a whole.",
    ),
    ("did not find expected '-'", "A list entry must start with “- ” here; check how far the line is indented."),
    ("block sequence entries are not allowed", "A list entry may not start here; put it on a line of its own."),
    ("could not find expected ':'", "A colon is missing after this key."),
    ("unknown escape character", "After “\\” in double quotes comes an escape that does not exist; write “\\\\”."),
    ("did not find expected node content", "A value was expected here; if this is a text, put it in quotes."),
    (
        "cannot start any token",
        "A text may not start with this character (a tab, “@”, “`” or “%”): indent with spaces,"
        " and put such a text in quotes.",
    ),
    ("comment or line break", "After “|” or “>” the text must start on a new line."),
    (
        "expected <document start>",
        "The value of the file has ended before this; check how far this line is indented, or remove it.",
    ),
    ("mapping keys are not allowed", "A “?” may not start a key here; put the text in quotes."),
    ("invalid Unicode character escape", "After “\\u” in double quotes comes no character; write “\\\\u”."),
    ("incompatible YAML document", "This version of YAML cannot be read; remove the line that starts with “%YAML”."),
)
_ABOUT_WHERE_IT_BEGAN = (
    "unexpected end of stream",
    "unexpected document indicator",
    "did not find expected ',' or",
    "could not find expected ':'",
)


def syntax_fault(error: yaml.YAMLError | UnicodeError, text: str) -> tuple[str, int]:
    """The parser's objection to a text as a message and the index of the character it is about."""
    forbidden = _FORBIDDEN.search(text)
    if forbidden is not None:
        code = ord(forbidden.group())
        return f"The character U+{code:04X} cannot be part of a file like this; remove it.", forbidden.start()
    problem = str(getattr(error, "problem", error))
    message = next((words for part, words in _WORDS if part in problem), f"This is not valid YAML: {problem}.")
    mark: Any = getattr(error, "problem_mark", None)
    if any(part in problem for part in _ABOUT_WHERE_IT_BEGAN):
        mark = getattr(error, "context_mark", None)
    return message, mark.index if mark else 0

"""One scalar → YAML: the plainest form that every YAML reader takes for the same text."""

from __future__ import annotations

import re

WIDTH = 100
"""The column near which long text is wrapped."""
LEAST_WIDTH = 40

# What may stand without quotes: starts like a word, and holds nothing that YAML could read as more than text.
_PLAIN = re.compile(
    r"(?![-?:,\[\]{}#&*!|>'\"%@`=~<.+\s])"
    r"(?:[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff: ]|:(?! |\Z)| (?!#))+(?<! )"
)
_OTHER_MEANING = re.compile(r"(?:y|n|yes|no|on|off|true|false|null)\Z|[0-9][0-9a-f_.,:xo+\-tz ]*\Z", re.IGNORECASE)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\\": "\\\\", '"': '\\"'}


def on_one_line(text: str) -> str:
    """The text plain if that is safe, else in quotes."""
    if _PLAIN.fullmatch(text) and not _OTHER_MEANING.match(text):
        return text
    if "\n" in text or "\t" in text or _UNPRINTABLE.search(text):
        return double_quoted(text)
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def value_of(text: str, indent: int, column: int) -> str:
    """The text as the value that starts at `column`: on that line, or as a block indented by `indent` spaces.

    Several lines become a literal block (`|`), a long line a folded one (`>-`).
    """
    if "\n" in text:
        if _fits_a_block(text):
            return _literal(text, indent)
    elif column + len(text) > WIDTH and _fits_a_block(text):
        lines = folded_lines(text, max(WIDTH - indent, LEAST_WIDTH))
        if len(lines) > 1:
            margin = "\n" + " " * indent
            return ">-" + margin + margin.join(lines)
    return on_one_line(text)


def _fits_a_block(text: str) -> bool:
    """Whether a block can hold the text: it starts and ends with something to see, and all of it may stand as it is."""
    return not (text[0].isspace() or _UNPRINTABLE.search(text) or text.rstrip("\n")[-1].isspace())


def _literal(text: str, indent: int) -> str:
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    margin = " " * indent
    lines = [margin + line if line else "" for line in body.split("\n")]
    return "\n".join(["|" + ("-", "", "+")[min(ends, 2)], *lines]) + "\n" * max(ends - 1, 0)


def folded_lines(text: str, width: int) -> list[str]:
    """The lines of a folded block: broken only at single spaces, since only those come back as they were."""
    lines = []
    start = 0
    while len(text) - start > width:
        end = _break_before(text, start, start + width)
        if end < 0:
            end = _break_after(text, start + width)
        if end < 0:
            break
        lines.append(text[start:end])
        start = end + 1
    return [*lines, text[start:]]


def _is_break(text: str, at: int) -> bool:
    return text[at - 1] not in " \t" and text[at + 1] not in " \t"


def _break_before(text: str, start: int, end: int) -> int:
    at = text.rfind(" ", start + 1, end + 1)
    while at >= 0 and not _is_break(text, at):
        at = text.rfind(" ", start + 1, at)
    return at


def _break_after(text: str, start: int) -> int:
    at = text.find(" ", start)
    while at >= 0 and not _is_break(text, at):
        at = text.find(" ", at + 1)
    return at


def double_quoted(text: str) -> str:
    """The text in quotes that can hold any."""
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:  # half a character: no file can hold it
        return "\ufffd"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"

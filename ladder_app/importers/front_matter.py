"""The lines of YAML before a page's text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_FENCE = re.compile(r"(?:---|\+\+\+)\s*$")
_EQUALS = re.compile(r"([A-Za-z_][\w-]*)\s*=\s*(.*)")
_KEY = re.compile(r"[A-Za-z_][\w-]*\s*:")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Its values, how many lines of the page it takes, and on which of them keys start (from 0)."""

    values: dict[str, Any]
    length: int
    keys: dict[str, int]

    def text(self, *names: str) -> str | None:
        """The first of these keys that holds a text."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, str) and value.strip():
                return " ".join(value.split())
        return None


def front_matter(lines: list[str]) -> FrontMatter:
    """What stands before the text; empty if nothing does, or if it cannot be read."""
    start = next((i for i, line in enumerate(lines[:20]) if line.strip()), 0)
    if not lines or not (_FENCE.match(lines[start]) or _unfenced(lines, start)):
        return FrontMatter({}, 0, {})
    first = start + 1 if _FENCE.match(lines[start]) else start
    end = next((i for i in range(first, len(lines)) if _FENCE.match(lines[i]) or lines[i].rstrip() == "..."), None)
    if end is None:
        return FrontMatter({}, 0, {})
    inside = lines[first:end]
    if lines[start].startswith("+++"):
        return _toml(inside, first, end)
    keys = {line.split(":")[0].strip(): first + i for i, line in enumerate(inside) if _KEY.match(line)}
    return FrontMatter(_values("\n".join(inside)), end + 1, keys)


def _toml(inside: list[str], first: int, end: int) -> FrontMatter:
    """Front matter between lines of “+++”."""
    import tomllib

    keys = {found[1]: first + i for i, line in enumerate(inside) if (found := _EQUALS.match(line))}
    try:
        return FrontMatter(tomllib.loads("\n".join(inside)), end + 1, keys)
    except (tomllib.TOMLDecodeError, RecursionError):
        return FrontMatter({}, end + 1, keys)


def _unfenced(lines: list[str], start: int) -> bool:
    """Keys from the first line on up to a fence, for pages whose opening fence went missing."""
    for i, line in enumerate(lines[start : start + 30]):
        if _FENCE.match(line):
            return i > 0
        if line.strip() and not _KEY.match(line):
            return False
    return False


def _values(text: str) -> dict[str, Any]:
    from ladder_app.storage.yaml_reading import PlainDocument, SyntaxFault

    try:
        return PlainDocument(text).value if text.strip() else {}
    except SyntaxFault:
        return _line_by_line(text)


def _line_by_line(text: str) -> dict[str, Any]:
    """What can be read of YAML that is not: one key a line."""
    found: dict[str, Any] = {}
    for line in text.split("\n"):
        if _KEY.match(line):
            key, value = line.split(":", 1)
            found.setdefault(key.strip(), value.strip().strip("\"'"))
    return found

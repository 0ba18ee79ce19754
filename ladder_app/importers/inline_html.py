"""HTML inside a line of Markdown: what only sets words in another face is left out, or said as Markdown says it."""

from __future__ import annotations

import re

_ATTRIBUTES = r"""(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s<>"'=]+))*\s*/?"""
_STRONG = re.compile(rf"</?(?:b|strong){_ATTRIBUTES}>", re.IGNORECASE)
_FACE = re.compile(
    r"</?(?:i|em|u|s|del|ins|mark|small|big|span|font|cite|abbr|tt|kbd|code|samp|var|q|nobr|center|sub|sup|wbr)"
    rf"{_ATTRIBUTES}>",
    re.IGNORECASE,
)
_LINK = re.compile(r"""<a\s[^<>]*?href\s*=\s*["']([^"'<>\s]+)["'][^<>]*>([^<>\[\]]+)</a\s*>""", re.IGNORECASE)
_IN_CODE = re.compile(r"`[^`]*<[^`]*`")
_NOTHING = re.compile(r"\*\*\s*\*\*")


def as_markdown(text: str) -> str:
    """A text with its inline HTML as the same page would have it if all of it were HTML; code stays as it is."""
    if "<" not in text or _IN_CODE.search(text):
        return text
    text = _FACE.sub("", _LINK.sub(r"[\2](\1)", text))
    return _NOTHING.sub("", _STRONG.sub("**", text)).strip(" \t")

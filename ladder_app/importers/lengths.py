"""How long a text is in words, also where words are not parted by blanks."""

from __future__ import annotations

import re

_UNPARTED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese; Korean parts its words."""
_MARKS = re.compile(r"^[\W_]+")
_PER_WORD = 2
"""How many of these characters are taken for a word."""


def words_in(text: str) -> int:
    """About how many words a text has."""
    if text.isascii():
        return len(text.split())
    unparted = len(_UNPARTED.findall(text))
    return len(_UNPARTED.sub(" ", text).split()) + (unparted + _PER_WORD - 1) // _PER_WORD


def starts_anew(text: str) -> bool:
    """Whether a text begins as a statement does: with a capital, a number, or in a script that has no capitals."""
    first = _MARKS.sub("", text)[:1]
    return first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())

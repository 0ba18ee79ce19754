"""Ids from texts: the same text gets the same id whenever and wherever its page is imported again."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from ladder_app.importers.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST = 60

_WORD = re.compile(r"[^\W_]+")


def slug(text: str, longest: int = LONGEST) -> str:
    """Lower-case words with hyphens, cut at a word; `x` if the text has none."""
    return _cut(_hyphened(text), longest)


def _hyphened(text: str) -> str:
    return "-".join(_WORD.findall(unicodedata.normalize("NFKC", plain(text)).casefold().replace("'", "")))


def _cut(words: str, longest: int) -> str:
    if len(words) > longest:
        cut = words.rfind("-", 0, longest + 1)
        words = words[: cut if cut > 0 else longest].strip("-")
    return words or "x"


def distinct(texts: Sequence[str], homes: Sequence[str]) -> list[str]:
    """An id for each text, all different; `homes` are the ids of the levels they stand in.

    A text that is alone in beginning as it does is named by its beginning. Texts that begin alike get, all of
    them, the level's name too, and within a level a mark made of the whole text – so no id depends on the
    order, nor on which of them was there first. Only the same text twice in one level is numbered.
    """
    words = [_hyphened(text) for text in texts]
    names = [_cut(hyphened, LONGEST) for hyphened in words]
    again = Counter(names)
    behind = {home: slug(home, 40) for home in set(homes)}
    for i, home in enumerate(homes):
        if again[names[i]] > 1:
            names[i] = f"{_cut(words[i], 45)}-{behind[home]}"
    again = Counter(names)
    return numbered(f"{n}-{_mark(text)}" if again[n] > 1 else n for n, text in zip(names, texts, strict=True))


def numbered(names: Iterable[str]) -> list[str]:
    """The names, those that were there before with a number."""
    seen: set[str] = set()
    following: dict[str, int] = {}
    result = []
    for name in names:
        chosen, number = name, following.get(name, 2)
        while chosen in seen:
            chosen, number = f"{name[:92]}-{number}", number + 1
        following[name] = number
        seen.add(chosen)
        result.append(chosen)
    return result


def _mark(text: str) -> str:
    return sha256(plain(text).encode("utf-8", "surrogatepass")).hexdigest()[:6]

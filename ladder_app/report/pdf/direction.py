"""The order of mixed scripts on a line, by the Unicode Bidirectional Algorithm (UAX #9)."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from ladder_app.markup import FIRST_STRONG_ISOLATE, POP_ISOLATE
from ladder_app.report.pdf.scripts import ISOLATES

if TYPE_CHECKING:
    from collections.abc import Sequence

_RIGHT_TO_LEFT = frozenset(("R", "AL"))
_TURNING = _RIGHT_TO_LEFT | {"AN", "RLI"}
_RIGHT_TO_LEFT_ISOLATE = "\u2067"
# What an isolate is for the text that it stands in.
_NEUTRAL = "\ufffc"
_PAIRED = (
    "()[]{}\u2045\u2046\u207d\u207e\u208d\u208e\u27e6\u27e7\u27e8\u27e9\u27ea\u27eb\u3008\u3009\u300a\u300b\u300c\u300d"
    "\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\uff08\uff09\uff3b\uff3d\uff5b\uff5d"
)
_CLOSING = dict(zip(_PAIRED[::2], _PAIRED[1::2], strict=True))
# For the algorithm a joiner is part of the character before it, as a mark is.
_JOINERS_AS_MARKS = {0x200C: 0x0300, 0x200D: 0x0300}


def reads_right_to_left(text: str) -> bool:
    """Whether the first character outside of isolates with a direction runs from right to left (rules P2 and P3)."""
    return _first_strong(text, 0, len(text), _isolates(text))


def _first_strong(text: str, start: int, end: int, isolates: dict[int, int]) -> bool:
    at = start
    while at < end:
        kind = unicodedata.bidirectional(text[at])
        at = isolates.get(at, at) + 1
        if kind == "L":
            return False
        if kind in _RIGHT_TO_LEFT:
            return True
    return False


def levels(text: str) -> list[int]:
    """The embedding level of each character of a paragraph: odd ones run from right to left.

    Isolates are resolved each by itself, and stand for one neutral character in what they are in (rules X5a to X6a).
    """
    isolates = _isolates(text)
    base = int(_first_strong(text, 0, len(text), isolates))
    if not base and not any(unicodedata.bidirectional(c) in _TURNING for c in text):
        return [0] * len(text)
    found = [base] * len(text)
    waiting = [(0, len(text), base)]
    while waiting:
        start, end, base = waiting.pop()
        places: list[int] = []
        at = start
        while at < end:
            places.append(at)
            inside_end = isolates.get(at)
            if inside_end is None:
                at += 1
                continue
            right_to_left = text[at] == _RIGHT_TO_LEFT_ISOLATE or (
                text[at] == FIRST_STRONG_ISOLATE and _first_strong(text, at + 1, inside_end, isolates)
            )
            waiting.append((at + 1, inside_end, base + (2 if right_to_left == base % 2 else 1)))
            at = inside_end
        own = "".join([_NEUTRAL if text[place] in ISOLATES else text[place] for place in places])
        for place, level in zip(places, _resolved(own, base), strict=True):
            found[place] = level
    return found


def _isolates(text: str) -> dict[int, int]:
    """Where each isolate begins, with where it ends (BD9); one without an end goes on to that of the paragraph."""
    found: dict[int, int] = {}
    if text.isascii():
        return found
    begun: list[int] = []
    for place, character in enumerate(text):
        if character == POP_ISOLATE:
            if begun:
                found[begun.pop()] = place
        elif character in ISOLATES:
            begun.append(place)
    return found | dict.fromkeys(begun, len(text))


def _resolved(text: str, base: int) -> list[int]:
    """The levels of text without isolates in a part whose own level is `base`."""
    from bidi import algorithm  # type: ignore[import-untyped]  # for text that needs it only

    if not text:
        return []
    direction = "LR"[base % 2]
    text = text.translate(_JOINERS_AS_MARKS)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = direction
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    characters: list[dict[str, Any]] = storage["chars"]
    if len(characters) != len(text):
        return [base] * len(text)
    _resolve_brackets(text, characters, direction)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return [character["level"] for character in characters]


def in_order_of_sight(given: Sequence[int]) -> list[int]:
    """The indexes of pieces of a line from left to right, by the level of each (rule L2)."""
    order = list(range(len(given)))
    for level in range(max(given, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and given[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _resolve_brackets(text: str, characters: list[dict[str, Any]], base: str) -> None:
    """Rule N0: a pair of brackets takes the direction of what it holds, or else of what stands before it."""
    for start, end in _pairs(text):
        inside = {_strong(characters[i]["type"]) for i in range(start + 1, end)} - {None}
        if base in inside:
            found = base
        elif inside:
            before = next((kind for i in range(start - 1, -1, -1) if (kind := _strong(characters[i]["type"]))), base)
            found = before if before in inside else base
        else:
            continue
        characters[start]["type"] = characters[end]["type"] = found


def _strong(kind: str) -> str | None:
    if kind == "L":
        return "L"
    return "R" if kind in ("R", "AL", "EN", "AN") else None


def _pairs(text: str) -> list[tuple[int, int]]:
    """The places of opening brackets with those of their closing ones, in text order (BD16)."""
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for i, character in enumerate(text):
        if character in _CLOSING:
            waiting.append((_CLOSING[character], i))
        else:
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == character:
                    found.append((waiting[depth][1], i))
                    del waiting[depth:]
                    break
    return sorted(found)

"""The colours of print: the tokens of the light theme, as red, green and blue from 0 to 1."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

Rgb: TypeAlias = tuple[float, float, float]

_TOKENS = {
    "paper": "#ffffff",
    "panel": "#ffffff",
    "text": "#1b1f27",
    "muted": "#626b7a",
    "line": "#e2e5ea",
    "rule": "#b9c0cb",
    "track": "#eceef2",
    "accent": "#2f5bd3",
    "good": "#1f7a4d",
    "warn": "#a65b00",
    "bad": "#b3261e",
}
# The five rating colours of the screen. Other scales take shades from along this row.
_RATINGS = ("#f1f2f4", "#d7e3f8", "#a9c4f1", "#5f8de0", "#2a4fb0")

# On a fill of this luminance `text` and `paper` have the same contrast by WCAG 2.
_EVEN_LUMINANCE = 0.208


@lru_cache(maxsize=64)
def colour(token: str) -> Rgb:
    """The colour of a token such as `muted` or `rating.3`. Raises `KeyError` for one that is not known."""
    family, _, step = token.partition(".")
    if family == "rating" and step:
        return _rgb(_RATINGS[min(int(step), len(_RATINGS) - 1)])
    return _rgb(_TOKENS[token])


def shade(step: int, highest: int) -> Rgb:
    """The colour of a step on a scale from 0 to `highest`, evenly along the rating colours."""
    place = step / highest * (len(_RATINGS) - 1)
    left = min(int(place), len(_RATINGS) - 2)
    part = place - left
    low, high = _rgb(_RATINGS[left]), _rgb(_RATINGS[left + 1])
    red, green, blue = (a + (b - a) * part for a, b in zip(low, high, strict=True))
    return red, green, blue


def is_pale(fill: Rgb) -> bool:
    """Whether a fill hardly differs from the paper, so that it needs an outline."""
    return _luminance(fill) > 0.8


def ink_on(fill: Rgb) -> str:
    """The token of the text colour that reads best on a fill: `text` or `paper`."""
    return "text" if _luminance(fill) > _EVEN_LUMINANCE else "paper"


def _luminance(value: Rgb) -> float:
    """Relative luminance as WCAG 2 defines it."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in value)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(text: str) -> Rgb:
    red, green, blue = (int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue

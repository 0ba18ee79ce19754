"""The figures that a text asks for at least: `8+ years`, `at least 500 loaves`, `five or more teams`."""

import re

_WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_NUMBER = rf"(?P<number>\d[\d,.]*\d|\d|{'|'.join(_WORDS)})"
_LEAST = re.compile(
    rf"(?P<before>\b(?:at least|(?:a )?minimum(?: of)?|more than|over|no fewer than|no less than)\s+)?"
    rf"(?P<not>\b(?:within|under|below|less than|fewer than|at most|up to|every|last|next|in|of)\s+)?"
    rf"\b{_NUMBER}(?P<range>\s*(?:-|–|to)\s*\d+)?"
    rf"(?P<after>\s?\+|\s+or more\b|\s+plus\b)?\s*(?P<unit>[^\W\d]+)?",
    re.IGNORECASE,
)
_TIMES = frozenset(("year", "yr", "month"))


def least_figures(text: str) -> dict[str, float]:
    """For each thing of which the text asks for at least so many, how many; the first figure counts."""
    found: dict[str, float] = {}
    for match in _LEAST.finditer(text):
        unit = (match["unit"] or "").casefold().removesuffix("s")
        is_least = match["before"] or match["after"] or (unit in _TIMES and not match["not"])
        if is_least and unit:
            found.setdefault("year" if unit == "yr" else unit, _value(match["number"]))
    return found


def _value(number: str) -> float:
    word = number.casefold()
    if word in _WORDS:
        return _WORDS.index(word) + 1
    whole, point, rest = number.replace(",", "").partition(".")
    return (
        float(f"{whole}.{rest}")
        if point and "." not in rest and len(rest) < 3
        else float(whole + rest.replace(".", ""))
    )

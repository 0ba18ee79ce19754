"""Whether levels are listed from the lowest up or from the highest down, by grades, numbers and words of rank."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ladder_app.importers.level_names import without_remark
from ladder_app.importers.words import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.importers.drafts import DraftLevel

_HEIGHTS = {
    word: height
    for height, words in enumerate(
        (
            "intern trainee apprentice praktikant stagiaire estagiário becario stażysta стажёр",
            "graduate entry beginner novice starter",
            "junior associate assistant júnior débutant młodszy младший",
            "intermediate mid medior pleno confirmé средний journeyman journeywoman",
            "senior sénior sênior starszy старший craftsman craftswoman craftsperson",
            "staff lead tech ведущий",
            "principal manager expert",
            "distinguished director head",
            "fellow vice president",
            "chief",
        )
    )
    for word in words.split()
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
_NUMBER = re.compile(r"(?P<stem>[^\W\d]*)\s*(?P<number>\d{1,2})")


def goes_down(levels: Sequence[DraftLevel]) -> bool:
    """Whether each level stands below the one listed before it, as far as that can be told of all of them."""
    for heights in (_grades(levels), _numbers(levels), _ranks(levels)):
        if len(heights) == len(levels) > 1:
            return all(first > second for first, second in pairwise(heights))
    return False


def in_order(titles: Sequence[str]) -> list[int]:
    """The numbers of these names from the lowest level up, as far as that can be told of all; else as they are."""
    for heights in (_numbers_of(titles), _ranks_of(titles)):
        if len(heights) == len(titles):
            return sorted(range(len(titles)), key=heights.__getitem__)
    return list(range(len(titles)))


def _grades(levels: Sequence[DraftLevel]) -> list[int]:
    return [level.grade.number for level in levels if level.grade is not None and level.grade.number is not None]


def _numbers(levels: Sequence[DraftLevel]) -> list[int]:
    return _numbers_of([level.title for level in levels])


def _numbers_of(titles: Sequence[str]) -> list[int]:
    """The numbers that all names bear in the same place: “L3”, “Level 2: Baker”, “Baker II”."""
    found: list[tuple[str, int]] = []
    for title in titles:
        words = tokens(title)
        at = next((word for word in words if _NUMBER.fullmatch(word)), None)
        if at is not None and (match := _NUMBER.fullmatch(at)) is not None:
            found.append((match["stem"], int(match["number"])))
        elif words and words[-1] in _ROMAN:
            found.append((" ".join(words[:-1]), _ROMAN[words[-1]]))
    return [number for _, number in found] if len({stem for stem, _ in found}) == 1 else []


def _ranks(levels: Sequence[DraftLevel]) -> list[int]:
    return _ranks_of([level.title for level in levels])


def _ranks_of(titles: Sequence[str]) -> list[int]:
    """How high the words of rank are; a name without any is in the middle where another is it with one."""
    names = [set(tokens(without_remark(title))) for title in titles]
    result = []
    for name in names:
        heights = [_HEIGHTS[word] for word in name if word in _HEIGHTS]
        if heights:
            result.append(max(heights))
        elif any(name < other for other in names):
            result.append(_HEIGHTS["intermediate"])
    return result

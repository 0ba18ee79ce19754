"""What can be answered where a source as a whole is in question: its levels, or what they ask for. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.building import AT_ALL, NO_CRITERIA
from ladder_app.importers.decisions import Says
from ladder_app.importers.whole_page import as_one_level, entries_of, has_lists, headings_of
from ladder_app.markup import isolated, plain

if TYPE_CHECKING:
    from ladder_app.importers.result import Imported, Question
    from ladder_app.importers.whole_page import Headings

Way = tuple[str, Says, str]
"""The words of an answer, what it says and the value of that."""

ELSEWHERE = (
    "If its levels stand on other pages, import them together: File → Import takes several files, or a folder. "
    "Or press L on a line on the left that is a level."
)
CRITERIA = "Or select lines on the left and press R or Q to say that they are what is asked for."
_AT_ALL, _LEVELS, _JOBS = "is this a ladder at all?", "are they levels?", "or jobs of their own?"
_AREAS = "were taken for areas"
_RIGHT = "s that right?"
_MOST_KEPT = 6
_MOST_GROUPS, _MOST_NAMED, _LONGEST = 2, 3, 32


def whole_ways(found: Imported, question: Question) -> list[Way]:
    """The answers beside that all is right as it is."""
    if found.role is None:
        one = as_one_level(found)
        title = one.role.title if one is not None and one.role is not None else found.name
        all_of_it: Way = (f"All of it is one level, {_quoted(title)}", *_ONE)
        return [*_of_headings(found, "The headings {} are levels"), all_of_it]
    if question.message == AT_ALL:
        return _of_headings(found, "No, its levels are {}")
    if question.message == NO_CRITERIA:
        count = len(entries_of(found))
        what = _counted(count, "entry of its lists", "entries of its lists")
        what = what if has_lists(found) else _counted(count, "text below the levels", "texts below the levels")
        kinds = ("responsibility", "requirement") if count == 1 else ("responsibilities", "requirements")
        values = ("responsibility", "requirement")
        return [(f"{what}, as {kind}", Says.ENTRIES, value) for kind, value in zip(kinds, values, strict=True) if count]
    if _AREAS in question.message:
        return [("Yes, they are", Says.AREAS, "")]
    if question.message.endswith(_JOBS):
        levels = found.role.levels[:_MOST_KEPT]
        return [(f"Jobs of their own: keep {_quoted(level.title)}", Says.ONLY, level.id) for level in levels]
    is_of_levels = question.message.endswith((_AT_ALL, _LEVELS))
    below: list[Way] = [("No, keep what is below as notes", Says.BELOW, "")]
    ways = below if not is_of_levels and _has_below(found, question) else []
    return [*ways, ("No, all of it is one level", *_ONE)] if len(found.role.levels) > 1 else ways


def hint_for(found: Imported, question: Question) -> str:
    """What else can be done about it."""
    if found.role is None:
        return ELSEWHERE
    return CRITERIA if question.message == NO_CRITERIA else ""


def closing_for(found: Imported, question: Question) -> str:
    """The words of the answer that gives the import up; nothing where that is none."""
    if found.role is None:
        return "There are no levels here – close"
    is_doubted = question.message == NO_CRITERIA or question.message.endswith((_AT_ALL, _LEVELS))
    return "No – close" if is_doubted and not question.choices and _AREAS not in question.message else ""


def agreement(question: Question) -> str:
    """The words of the answer that all is right as it is."""
    if question.message == AT_ALL:
        return "Yes, it is one level"
    if _AREAS in question.message:
        return "No, they are areas"
    ends = {_AT_ALL: "Yes, it is", _LEVELS: "Yes, they are", _JOBS: "Levels of one ladder", _RIGHT: "Yes, it is"}
    return next((words for end, words in ends.items() if question.message.endswith(end)), "Leave it as it is")


_ONE = (Says.ONE_LEVEL, "")


def _of_headings(found: Imported, words: str) -> list[Way]:
    groups = headings_of(found)[:_MOST_GROUPS]
    return [(words.format(_named(group)), Says.HEADINGS, str(group.depth)) for group in groups]


def _named(group: Headings) -> str:
    more = len(group.titles) - _MOST_NAMED
    return ", ".join(map(_quoted, group.titles[:_MOST_NAMED])) + (f" and {more} more" if more > 0 else "")


def _quoted(text: str) -> str:
    text = plain(text)
    return f"“{isolated(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…')}”"


def _counted(count: int, one: str, more: str) -> str:
    return f"The {one}" if count == 1 else f"The {count} {more}"


def _has_below(found: Imported, question: Question) -> bool:
    from ladder_app.importers.result import Place

    for line in found.account:
        if line.line > question.line:
            if line.place in (Place.HEADING, Place.LEVEL):
                return False
            if line.place in (Place.RESPONSIBILITY, Place.REQUIREMENT):
                return True
    return False

"""Which levels a draft has in the end: a page without any is one level, and page-wide grades find theirs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.drafts import Draft, DraftLevel, DraftNote, DraftQuestion, line_of
from ladder_app.importers.likeness import Likeness
from ladder_app.importers.result import Asks
from ladder_app.importers.words import looks_like_title, plain, tokens

if TYPE_CHECKING:
    from ladder_app.importers.drafts import PageGrade

_SUBJECT = re.compile(
    r"^\W*(?:the |an? )?(?P<name>.{2,90}?)\s+(?:role |position |level |job )?(?:(?:is"
    r"|are)\b|(?=(?:job )?(?:grade|level) \d))",
    re.IGNORECASE,
)
_HREF = re.compile(r"^\W*\[[^\]]*\]\(([^)\s]+)\)")


def shape_levels(draft: Draft) -> list[PageGrade]:
    """Settle the levels of the draft; gives the grades that belong to none of them."""
    if not draft.levels:
        return _one_level(draft)
    subjects = [(found, found.subject or _subject(found.grade.text)) for found in draft.page_grades]
    base = _base(draft, [name for _, name in subjects])
    lost = []
    likeness = Likeness([(i, level.title) for i, level in enumerate(draft.levels)])
    for found, name in subjects:
        grade, line = found.grade, found.line
        level = _linked(draft, grade.text)
        if level is None:
            number = likeness.resolve(name) if name else None
            level = draft.levels[number] if number is not None else _named_by_rank(draft, name)
        if level is None and len(draft.levels) == 1 and len(subjects) == 1:
            level = draft.levels[0]
        if level is None:
            lost.append(found)
        elif level.grade is None:
            level.grade, level.grade_line = grade, line
            if level.implicit and name and len(tokens(level.title)) < len(tokens(name)):
                level.title = name
    if base is not None:
        _ask_about_the_own(draft, base)
        base.criteria, draft.shared = draft.shared, []
        base.extends, draft.page_extends = draft.page_extends, []
    elif len(draft.levels) == 1:
        draft.levels[0].criteria = sorted([*draft.shared, *draft.levels[0].criteria], key=line_of)
        draft.levels[0].extends[:0] = draft.page_extends
        draft.shared, draft.page_extends = [], []
    return lost


def _one_level(draft: Draft) -> list[PageGrade]:
    described = looks_like_title(draft.title) and (draft.indicators or draft.hiring is not None)
    if not draft.shared and not draft.page_grades and not described:
        return []
    graded = [found for found in draft.page_grades if found.grade.number is not None]
    names = [found.subject or _subject(found.grade.text) for found in graded]
    several = len({tokens(name) for name in names}) == len(names) and all(looks_like_title(name) for name in names)
    if len(graded) > 1 and (several or not draft.shared):
        for name, found in zip(names, graded, strict=True):
            level = DraftLevel(name or draft.title, found.line, grade=found.grade, grade_line=found.line)
            draft.levels.append(level)
            draft.ledger.give([found.line], level)
        return []
    level = DraftLevel(draft.title, draft.title_line)
    level.criteria, draft.shared = draft.shared, []
    level.extends, draft.page_extends = draft.page_extends, []
    draft.levels.append(level)
    if draft.page_grades:
        level.grade, level.grade_line = draft.page_grades[0].grade, draft.page_grades[0].line
    for found in draft.page_grades[1:]:
        draft.notes.append(DraftNote(draft.title, [found.grade.text]))
    return draft.page_grades[1:]


def _base(draft: Draft, subjects: list[str]) -> DraftLevel | None:
    """The level that the page itself is, where only the higher ones have headings of their own."""
    title = tokens(draft.title)
    if not draft.shared or any(tokens(level.title) == title for level in draft.levels):
        return None
    own_grade = any(tokens(name) == title for name in subjects)
    within = any(set(tokens(level.title)) <= set(title) for level in draft.levels)
    if (not own_grade or within) and not all(level.implicit for level in draft.levels):
        return None
    base = DraftLevel(draft.title, draft.title_line)
    draft.levels.insert(0, base)
    return base


def _ask_about_the_own(draft: Draft, base: DraftLevel) -> None:
    """Ask whether levels that say of no other that they take it over do so of the one that the page itself is."""
    apart = [level for level in draft.levels if level is not base and not level.extends]
    if len(apart) < len(draft.levels) - 1 or not draft.shared or len(apart) < 1:
        return
    names = ", ".join(f"“{plain(level.title)}”" for level in apart)
    message = (
        f"What stands before the other levels was put on “{plain(base.title)}” alone, as the page gives it a grade; "
        f"do {names} build on it, each on the one before?"
    )
    draft.questions.append(DraftQuestion(draft.shared[0].line, Asks.EXTENDS, message))


def _linked(draft: Draft, text: str) -> DraftLevel | None:
    """The level that the first link of a line leads to, if it leads to one."""
    found = _HREF.search(text)
    return draft.anchors.get(found[1].rsplit("#", 1)[-1]) if found else None


def _named_by_rank(draft: Draft, name: str) -> DraftLevel | None:
    """The one level whose short title (“Senior”) is a part of the name."""
    words = set(tokens(name))
    fitting = [level for level in draft.levels if len(tokens(level.title)) < 3 and set(tokens(level.title)) <= words]
    return fitting[0] if len(fitting) == 1 and words else None


def _subject(text: str) -> str:
    words = plain(text)
    found = _SUBJECT.match(words)
    return found["name"].strip(" ,.:|") if found else ""

"""Ladders of which it is asked whether they are any: answers of a rating, jobs with nothing in common, people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.drafts import DraftQuestion
from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.other_documents import called_as
from ladder_app.importers.result import Asks
from ladder_app.importers.words import CODED, PROFICIENCY, RANKS, is_rank, looks_like_title, plain, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ladder_app.importers.drafts import Draft

_ANSWER = re.compile(
    r"(?:(?:far|significantly|consistently|partly|partially|mostly|fully|largely|sometimes|often|does|do|did|not) )*"
    r"(?:below|meets?|met|meeting|exceeds?|exceeded|exceeding|above|at|beyond|under)"
    r"(?: (?:the )?(?:expectations?|standards?|targets?|average|requirements?|bar))?"
    r"|(?:un)?satisfactory|needs (?:improvement|work|development|attention)"
    r"|(?:(?:strong|strongly|weak|definite|definitely|lean|leaning|soft|hard) )?(?:no|yes|agree|disagree)(?: hire)?"
    r"|(?:(?:very|quite|pretty|too) )?(?:poor|bad|weak|fair|good|ok|okay|great|average|acceptable)"
    r"|excellent|outstanding"
    r"|never|rarely|seldom|sometimes|often|usually|always|neutral|red|amber|yellow|green"
    r"|not (?:started|met|achieved|demonstrated|observed|applicable)|in progress|done|completed?|achieved",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^\W*(?:(?:level|step|score|rating) )?\d{0,2}\W*", re.IGNORECASE)
_PROJECT = frozenset(
    (
        "participant", "member", "user", "contributor", "triager", "reviewer", "approver", "committer", "maintainer",
        "owner", "moderator", "ambassador",
    )
)  # fmt: skip
"""Whom open projects have; these follow on each other though they have no word in common."""
_LADDER = re.compile(r"\b(?:ladder|level|career|progress|path|promotion|seniority|growth|track)", re.IGNORECASE)
_PERSON = re.compile(
    r"(?P<who>[^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]*){1,2})(?:\s[-–—|]\s|, | \()(?P<job>[^()]{3,60})\)?"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_BEFORE = re.compile(r"(?:\*\*|__)(?P<name>[^*_\n]{2,40}?)[:.]?(?:\*\*|__)")
_FEWEST, _MOST = 2, 12
_SHORT = 6
_NAMED = 3


def doubts_about_ladder(draft: Draft) -> Iterator[DraftQuestion]:
    """What is to be asked about all levels together; at most one question."""
    titles = [plain(level.title) for level in draft.levels]
    ranked = _ranks_among_areas(draft)
    if len(ranked) > 1:
        names = ", ".join(f"“{name}”" for name in ranked[:_NAMED]) + ("…" if len(ranked) > _NAMED else "")
        message = f"{names} were taken for areas, though levels are called so; are they levels?"
        yield DraftQuestion(draft.levels[0].line, Asks.LEVELS, message)
        return
    before = _levels_before_texts(draft)
    if len(before) > 1:
        names = ", ".join(f"“{name}”" for name in before[:_NAMED]) + ("…" if len(before) > _NAMED else "")
        message = f"{names} stand before what is asked, and levels are called so; are they levels?"
        yield DraftQuestion(draft.levels[0].line, Asks.LEVELS, message)
        return
    if len(titles) < 2:
        return
    line = draft.levels[0].line
    names = ", ".join(f"“{title}”" for title in titles[:_NAMED]) + ("…" if len(titles) > _NAMED else "")
    if _are_answers(titles):
        yield DraftQuestion(line, Asks.LEVELS, f"{names} are answers of a rating; are they levels?")
    elif _are_people(titles):
        yield DraftQuestion(line, Asks.LEVELS, f"{names} seem to be people; are they levels?")
    elif what := called_as(draft.title):
        message = f"“{plain(draft.title)}” reads as {what}; is this a ladder at all?"
        yield DraftQuestion(draft.title_line, Asks.LEVELS, message)
    elif _are_jobs(draft, titles):
        message = f"{names} have no word in common; are they levels of one ladder, or jobs of their own?"
        yield DraftQuestion(line, Asks.LEVELS, message)


def _ranks_among_areas(draft: Draft) -> list[str]:
    """The areas of criteria that are called by a rank alone: “Junior”, “Level 2”."""
    used = dict.fromkeys(c.area for level in draft.levels for c in level.criteria if c.area)
    names = [plain(draft.areas.get(key, "")) for key in used]
    known = {tokens(level.title) for level in draft.levels}
    return [name for name in names if _is_rank(name) and tokens(name) not in known]


def _levels_before_texts(draft: Draft) -> list[str]:
    """The names of levels that most texts of one level begin with: “**Senior** leads others”."""
    for level in draft.levels:
        if not _FEWEST <= len(level.criteria) <= _MOST:
            continue
        found = [_BEFORE.match(criterion.text) for criterion in level.criteria]
        names = [plain(match["name"]) for match in found if match is not None]
        names = [name for name in names if names_level(name) and tokens(name) != tokens(level.title)]
        if len(set(names)) > 1 and len(names) * 3 >= len(level.criteria) * 2:
            return list(dict.fromkeys(names))
    return []


def _is_rank(name: str) -> bool:
    words = tokens(name)
    if not words or len(words) > _NAMED:
        return False
    foreign = not name.isascii() and len(words) == 1 and len(name) <= _SHORT and looks_like_title(name)
    return is_rank(name) or PROFICIENCY.issuperset(words) or foreign


def _are_answers(titles: Sequence[str]) -> bool:
    """Whether most are called as the answers of a rating are: “Exceeds expectations”, “1 – Strong no”."""
    answers = sum(_ANSWER.fullmatch(_LEADING.sub("", title)) is not None for title in titles)
    return answers > 1 and answers * 3 >= len(titles) * 2


def _are_people(titles: Sequence[str]) -> bool:
    """Whether all are a name of two or three words that no level has, and what that person is: “Ada Byron – Baker”."""
    found = [_PERSON.fullmatch(title) for title in titles]
    names = [match["who"] for match in found if match is not None and looks_like_title(match["job"])]
    return len(names) == len(titles) == len(set(names)) and all(map(_is_a_name, names))


def _is_a_name(text: str) -> bool:
    return text.istitle() and not looks_like_title(text)


def _are_jobs(draft: Draft, titles: Sequence[str]) -> bool:
    """Whether nothing in the names of levels says that one follows on another."""
    words = [set(tokens(_BRACKETS.sub("", title))) for title in titles]
    bare = [one - RANKS for one in words]
    if not all(bare) or any(one <= RANKS | PROFICIENCY for one in words):
        return False
    if sum(bool(one & _PROJECT) for one in words) > 1:
        return False
    if any(any(map(str.isdecimal, title)) or is_rank(title) or CODED.fullmatch(title) for title in titles):
        return False
    if any(question.asks is Asks.LEVELS for question in draft.questions):
        return False
    if any(level.extends for level in draft.levels) or _LADDER.search(draft.title):
        return False
    return len(set().union(*bare)) == sum(map(len, bare))

"""What a person says about lines of a source. A decision knows its line by words and place, so it holds when the
source is read again, and for a newer page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.importers.result import AccountLine


class Says(Enum):
    """What is said about a line."""

    LEVEL = "a level"
    SPECIALTY = "a specialty"
    NOTE = "a note"
    EXTENDS = "extends"
    RESPONSIBILITY = "responsibility"
    REQUIREMENT = "requirement"
    SPLIT = "two criteria"
    JOIN = "one criterion"
    GRADE = "grade"
    APART = "shared apart"
    TURN = "levels turned round"
    BUILD_UP = "each on the one before"
    RENAME = "level renamed"
    TITLE = "role titled"
    LISTED = "lists are criteria"
    UNLISTED = "lists are something else"
    NO_LEVELS = "levels are none"
    MEANT = "another level meant"
    OWN_LEVEL = "a level of its own"
    TRACKS = "ladders of their own"
    HOLDS = "what is shared holds"
    TAKE = "take suggestion"
    REFUSE = "refuse suggestion"
    SETTLE = "question settled"
    ONE_LEVEL = "all is one level"
    HEADINGS = "headings are levels"
    ENTRIES = "lists are asked for"
    BELOW = "what is below is notes"
    AREAS = "areas are levels"
    ONLY = "only one is a level"
    ELSEWHERE = "level of another page"
    COMPARED = "compared with a role"


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing said about the line `line` (from 1), which reads `text`.

    `value` is, for `EXTENDS`, the id of the level taken over; for `SPLIT`, how the second criterion begins; for
    `GRADE`, `level:number`; for `RENAME`, `level:name`; for `TITLE`, the title; for `LISTED` and `MEANT`, the id of
    the level (empty for every level); for `UNLISTED`, the place; for `TAKE` and `REFUSE`, the suggestion's field;
    for `SETTLE`, what the question asks, and of which level if it says so; for `HEADINGS`, how deep
    they are; for `ENTRIES`, the kind; for `ONLY`, the id of the level; for `ELSEWHERE`, see `elsewhere`; for
    `COMPARED`, which is about no line, the path of the role (empty for none).
    """

    says: Says
    line: int
    text: str
    value: str = ""


def decision_on(line: AccountLine, says: Says, value: str = "") -> Decision:
    """The decision about this line."""
    return Decision(says, line.line, line.text.strip(), value)


def found_at(decision: Decision, account: Sequence[AccountLine]) -> AccountLine | None:
    """The line that is meant: of those that read the same, the nearest to where it stood; none if none does."""
    same = [line for line in account if line.text.strip() == decision.text]
    return min(same, key=lambda line: abs(line.line - decision.line), default=None)

"""What two sides changed differently, in words: what it is, what it is about, and what either side says."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from ladder_app.domain.assessment import Assessment, Experience, HiringRecord
from ladder_app.domain.cycle import Agreed, IndicatorValue, ProjectRow, SurveyAnswer
from ladder_app.domain.entries import Action, ActionKind, ActionStatus, Change, Evidence, Rating
from ladder_app.domain.indicators import share, survey
from ladder_app.domain.merging import ABSENT
from ladder_app.markup import isolated, plain
from ladder_app.report.evidence_words import change_words
from ladder_app.report.hiring_words import record_words
from ladder_app.report.indicator_words import value_line
from ladder_app.report.plan_words import KIND_NAMES
from ladder_app.report.sentences import level_title, rating_words
from ladder_app.report.words import NO_BREAK_SPACE, capitalised, day, percent, plain_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.domain.merging import Conflict
    from ladder_app.domain.values import Path

_KINDS = {
    "ratings": "rating",
    "notes": "note",
    "evidence": "evidence",
    "actions": "action",
    "reviews": "review",
    "agreed": "what was agreed",
    "conversation": "conversation",
    "promotion": "promotion case",
    "indicators": "indicator value",
    "hiring": "hiring step",
    "person": "profile",
    "current": "current level",
    "target": "level aimed for",
    "role": "role",
}
_FIELDS = {
    "name": "name",
    "title": "title",
    "in_role_since": "in this role since",
    "experience": "experience",
    "date": "date",
    "link": "link",
    "result": "what came of it",
    "due": "due date",
    "done_when": "what will show it is done",
    "helper": "who helps",
    "kind": "kind",
    "status": "where it stands",
    "value": "value",
    "note": "note",
    "with_whom": "with whom",
    "outcome": "outcome",
    "rating": "rating",
    "ratings": "rating",
    "comments": "comment",
    "overall": "overall comments",
    "held": "day",
    "summary": "summary",
    "justification": "justification",
    "discussed": "when it was talked about",
}
_KEYS = {"ratings": 1, "notes": 1, "evidence": 1, "actions": 1, "agreed": 1, "reviews": 1, "hiring": 1, "indicators": 2}
"""How many steps of a place name one of a kind."""
_STATUS = {ActionStatus.OPEN: "open", ActionStatus.DONE: "done", ActionStatus.DROPPED: "dropped"}
_LONGEST = 320
_BEFORE = 40
"""How much of what both sides say alike is said before that in which they differ."""
_SPACE = re.compile(rf"[^\S{NO_BREAK_SPACE}]+")


def conflict_kind(conflict: Conflict) -> str:
    """`Rating`, `Action, due date`, `Profile, name`."""
    kind, fields = _steps(conflict.place)
    found = [_KINDS.get(kind, "file"), *(_FIELDS[step] for step in fields if step in _FIELDS)]
    return capitalised(", ".join(found))


def conflict_about(conflict: Conflict, mine: Assessment) -> str:
    """The text of the criterion, the entry or the indicator that it is about; empty where the kind says all."""
    criteria = {criterion.id: criterion for _, _, criterion in mine.role.criteria()}
    if conflict.criterion_id in criteria:
        return plain(criteria[str(conflict.criterion_id)].text)
    kind, fields = _steps(conflict.place)
    if kind == "hiring":
        return plain(str(conflict.place[1]))
    if kind not in ("evidence", "actions", "indicators") or not fields:
        return ""
    cycle, name = mine.cycles[int(conflict.place[1])], conflict.place[3]
    if kind == "indicators":
        indicators = (*mine.role.performance_indicators, *mine.retired_indicators)
        texts = (plain(each.text) for each in indicators if each.id == name)
        return f"{isolated(_shortened(next(texts, str(name))))}, {isolated(str(conflict.place[4]))}"
    entries: Sequence[Evidence | Action] = cycle.evidence if kind == "evidence" else cycle.actions
    return "" if fields == ["text"] else _shortened(next((plain(e.text) for e in entries if e.id == name), ""))


def side_words(conflict: Conflict, value: object, mine: Assessment) -> str:
    """What a side of a conflict says, in a line; of a long text, from shortly before where the other differs."""
    other = conflict.theirs if value is conflict.mine else conflict.mine
    if isinstance(value, str) and isinstance(other, str):
        value = _from_difference(_flat(value), _flat(other))
    if conflict.place[0] in ("current", "target"):
        titles = {level.id: level_title(level) for level in mine.role.levels}
        return titles.get(str(value), "not in this role yet")
    return "; ".join(_shortened(part) for part in _parts(value, mine) if part) or "nothing"


def _steps(place: Path) -> tuple[str, list[str]]:
    """The kind of thing, and the fields of it."""
    steps = [str(step) for step in place]
    kind, *rest = steps[2:] if steps[0] == "cycles" and len(steps) > 2 else steps
    return kind, rest[_KEYS.get(kind, 0) :]


def _parts(value: object, mine: Assessment) -> list[str]:
    match value:
        case None:
            return []
        case _ if value is ABSENT:
            return []
        case str():
            return [value]
        case (ActionStatus() as status, done_on):
            return [_STATUS[status] + (f" on {day(done_on)}" if isinstance(done_on, date) else "")]
        case tuple():
            return _rows(value, mine)
        case Rating():
            reason = f": {isolated(value.not_applicable)}" if value.not_applicable else ""
            return [rating_words(mine.role.scale, value) + reason]
        case Evidence() | Action():
            return [value.text]
        case IndicatorValue():
            return [value_line(value)]
        case HiringRecord():
            return [record_words(value)]
        case Agreed():
            return [value.text or rating_words(mine.role.scale, value.rating)]
        case Change():
            return [change_words(value)]
        case Experience():
            return [f"{isolated(value.of)}, since {day(value.since)}"]
        case ActionKind():
            return [KIND_NAMES[value]]
        case date():
            return [day(value)]
    return [str(getattr(value, "title", value))]


def _rows(values: tuple[object, ...], mine: Assessment) -> list[str]:
    """Several that say one thing between them: a table is what it comes to."""
    projects = [row for row in values if isinstance(row, ProjectRow)]
    answers = [row for row in values if isinstance(row, SurveyAnswer)]
    if projects:
        return [percent(share(projects).percent)]
    if answers:
        return [plain_number(survey(answers).mean, 1)]
    return [words for value in values for words in _parts(value, mine)]


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _from_difference(line: str, other: str) -> str:
    same = next((i for i, (a, b) in enumerate(zip(line, other, strict=False)) if a != b), min(len(line), len(other)))
    if max(len(line), len(other)) <= _LONGEST or same <= 2 * _BEFORE:
        return line
    return f"…{line[line.rfind(' ', 0, same - _BEFORE) + 1 :]}"


def _shortened(text: str) -> str:
    line = _flat(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3]}…"

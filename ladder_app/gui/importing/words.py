"""How the places of lines are named and coloured, and what is asked of the person. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder_app.gui.importing.whole_answers import agreement, closing_for, hint_for, whole_ways
from ladder_app.importers.apart import reached
from ladder_app.importers.building import AT_ALL, NO_CRITERIA
from ladder_app.importers.decisions import Says
from ladder_app.importers.result import Asks, Place
from ladder_app.importers.source_files import place_at
from ladder_app.markup import isolated, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ladder_app.importers.decisions import Decision
    from ladder_app.importers.result import Imported, Question, Suggestion

MARKS = {
    Place.FRONT_MATTER: ("·", "front matter", "muted"),
    Place.TITLE: ("T", "title", "accent"),
    Place.DESCRIPTION: ("S", "summary", "muted"),
    Place.SUMMARY: ("S", "summary", "muted"),
    Place.HEADING: ("§", "heading", "muted"),
    Place.LEVEL: ("▲", "level", "accent"),
    Place.LEVEL_SUMMARY: ("s", "about the level", "muted"),
    Place.GRADE: ("№", "grade", "accent"),
    Place.AREA: ("▣", "area", "accent"),
    Place.RESPONSIBILITY: ("●", "responsibility", "good"),
    Place.REQUIREMENT: ("◆", "requirement", "good"),
    Place.EXTENDS: ("↑", "extends", "accent"),
    Place.INDICATOR: ("◔", "indicator", "muted"),
    Place.HIRING: ("→", "hiring step", "muted"),
    Place.SPECIALTY: ("◇", "specialty", "muted"),
    Place.NOTE: ("¶", "note", "muted"),
    Place.LAYOUT: ("·", "layout", "muted"),
    Place.UNPLACED: ("?", "unplaced", "warn"),
}
"""The glyph, the word and the colour of each place."""

SAID = {
    Says.LEVEL: ("Level", "L"),
    Says.RESPONSIBILITY: ("Responsibility", "R"),
    Says.REQUIREMENT: ("Requirement", "Q"),
    Says.EXTENDS: ("Extends…", "E"),
    Says.SPECIALTY: ("Specialty", "S"),
    Says.NOTE: ("Note", "N"),
    Says.SPLIT: ("Two criteria", "2"),
    Says.JOIN: ("One with above", "1"),
}
"""What can be said about a line, and its key."""

_MOST_LEVELS = 6
_MOST_LEFT_OUT = 4
_NUMBER = re.compile(r"\b\d{1,2}\b")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to what is asked: its words, and the decision it stands for."""

    words: str
    says: Says
    value: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question or a suggestion as it is put to the person.

    `graded` are ids and titles of the levels that a grade of any number can be given to; with `is_elsewhere`, the level
    that is meant may stand on another page: at `page`, if the source says so. `hint` is what else can be done;
    `closing` are the words of the answer that gives the import up, if that is one.
    """

    line: int
    at: str
    """Where that is, as a person counts it: `line 4`, or `baker.md, line 4`."""
    words: str
    answers: tuple[Answer, ...]
    is_suggestion: bool = False
    graded: tuple[tuple[str, str], ...] = ()
    is_elsewhere: bool = False
    page: str | None = None
    hint: str = ""
    closing: str = ""
    is_title: bool = False
    """Whether the role may be called something else."""

    @property
    def key(self) -> tuple[int, str, bool]:
        """What stays the same while answers change with the titles of levels."""
        return self.line, self.words, self.is_suggestion


def asked(found: Imported) -> tuple[Asked, ...]:
    """All that is asked: questions first, then suggestions."""
    questions = [
        Asked(
            q.line,
            place_at(found.files, q.line),
            q.message,
            _answers(found, q),
            graded=_graded(found, q),
            is_elsewhere=q.asks is Asks.EXTENDS and q.level is not None,
            page=q.page,
            hint=hint_for(found, q) if q.asks is Asks.LEVELS else "",
            closing=closing_for(found, q) if q.asks is Asks.LEVELS else "",
            is_title=q.asks is Asks.TITLE,
        )
        for q in found.questions
    ]
    texts = {c.id: c.text for _, _, c in found.role.criteria()} if found.role else {}
    suggestions = [
        Asked(
            s.line,
            place_at(found.files, s.line),
            _suggested(texts, s),
            (Answer("Take it", Says.TAKE, s.field), Answer("Refuse it", Says.REFUSE, s.field)),
            is_suggestion=True,
        )
        for s in found.suggestions
    ]
    return (*questions, *suggestions)


def _answers(found: Imported, question: Question) -> tuple[Answer, ...]:
    titles = {level.id: level.title for level in found.role.levels} if found.role else {}
    if question.asks is Asks.LEVELS:
        return _about_levels(found, question)
    if question.asks is Asks.TITLE:
        return (_leave(question, "Yes, as it is"),)
    if question.asks is Asks.ORDER:
        return _leave(question, "Yes, it is"), Answer("No, as the page lists them", Says.TURN, "")
    if question.asks is Asks.SHARED and question.lists:
        return _about_lists(found, question)
    if question.asks is Asks.SHARED and question.level is not None:
        return _leave(question, "Nothing of it"), Answer("All of it", Says.HOLDS, "")
    if question.asks is Asks.SHARED:
        apart = (Answer("No, only what is shared", Says.APART, ""),) if question.takers else ()
        return (_leave(question, "Yes, they do" if apart else "Yes, as it is"), *apart)
    if question.asks is Asks.EXTENDS and question.level is None:
        return Answer("Yes, each on the one before", Says.BUILD_UP, ""), _leave(question, "No, they do not")
    answers = []
    if question.asks is Asks.EXTENDS:
        free = _free_of(found, question.level)
        likely = [level for level in question.choices if level in free] or _nearest(list(titles), question.level, free)
        answers = [Answer(plain(titles[level]), Says.EXTENDS, level) for level in likely]
        return (*answers, Answer("It is only a note", Says.NOTE, ""), _leave(question, "Leave it open"))
    quoted = question.message[: question.message.rfind("”")]
    numbers = list(dict.fromkeys(_NUMBER.findall(quoted)))[:4]
    levels = [question.level] if question.level else list(titles)[:6]
    for level in levels:
        at = "" if question.level else f" for {isolated(plain(titles[level]))}"
        answers += [Answer(f"Grade {number}{at}", Says.GRADE, f"{level}:{number}") for number in numbers]
    return (*answers, _leave(question, "No grade"))


def _about_levels(found: Imported, question: Question) -> tuple[Answer, ...]:
    role = found.role
    ways = tuple(Answer(*way) for way in whole_ways(found, question))
    if role is None or question.message == NO_CRITERIA:
        return ways
    if question.message == AT_ALL:
        return _leave(question, agreement(question)), *ways
    if question.names and question.shared:
        own = Answer(f"No, “{_short(question.names[0])}” is one of its own", Says.OWN_LEVEL, question.level or "")
        return _leave(question, "Yes, the same level"), own
    if question.names:
        return _leave(question, "Areas of one ladder"), Answer("Ladders of their own", Says.TRACKS, "")
    if question.lists:
        others = [level for level in role.levels if level.id != _level_below(found, question)][:_MOST_LEVELS]
        meant = [Answer(f"For “{_short(plain(level.title))}”", Says.MEANT, level.id) for level in others]
        return _leave(question, "No, both are right"), *meant
    if question.choices and len(question.choices) < len(role.levels):
        many_of_them = len(question.choices) > 1
        yes, no = ("Yes, they are", "No, they are notes") if many_of_them else ("Yes, it is", "No, it is a note")
        return _leave(question, yes), Answer(no, Says.NO_LEVELS, "")
    only = role.levels[0]
    if len(role.levels) == 1 and question.level == only.id and only.title != role.title:
        kept = _leave(question, f"“{_short(plain(only.title))}”")
        return kept, Answer(f"“{_short(plain(role.title))}”", Says.RENAME, f"{only.id}:{plain(role.title)}")
    return _leave(question, agreement(question)), *ways


def _about_lists(found: Imported, question: Question) -> tuple[Answer, ...]:
    """Lists kept as notes: they may be asked of every level, or of the one that they stand under."""
    titles = {level.id: level.title for level in found.role.levels} if found.role else {}
    lines = {line for entry in question.lists for line in entry}
    if any(line.line in lines and line.place is Place.RESPONSIBILITY for line in found.account):
        other = Answer("No, requirements", Says.UNLISTED, Place.REQUIREMENT.value)
        return _leave(question, "Yes, they are"), other, Answer("No, notes", Says.UNLISTED, Place.NOTE.value)
    above = [line.level for line in found.account if line.line <= question.line and line.level in titles]
    answers = [_leave(question, "Yes, as it is")]
    if titles:
        answers.append(Answer("No, every level is asked this", Says.LISTED, ""))
    if above and len(titles) > 1:
        title = _short(plain(titles[above[-1] or ""]))
        answers.append(Answer(f"No, “{title}” is asked this", Says.LISTED, above[-1] or ""))
    return tuple(answers)


def _level_below(found: Imported, question: Question) -> str | None:
    """The level that has the lists asked about."""
    lines = {line for entry in question.lists for line in entry}
    return next((line.level for line in found.account if line.line in lines and line.level), None)


def _graded(found: Imported, question: Question) -> tuple[tuple[str, str], ...]:
    if question.asks is not Asks.GRADE or found.role is None:
        return ()
    levels = [level for level in found.role.levels if question.level in (None, level.id)]
    return tuple((level.id, plain(level.title)) for level in levels)


def _free_of(found: Imported, own: str | None) -> frozenset[str]:
    """The levels that one may extend: those that do not build on it themselves."""
    levels = found.role.levels if found.role else ()
    return frozenset(name for name, bases in reached(levels).items() if name != own and own not in bases)


def _nearest(levels: list[str], own: str | None, free: frozenset[str]) -> list[str]:
    """The levels that stand before one and that it may extend, nearest first."""
    before = levels[: levels.index(own)] if own in levels else levels
    return [level for level in reversed(before) if level in free][:4]


def _leave(question: Question, words: str) -> Answer:
    return Answer(words, Says.SETTLE, question.asks.value + (f":{question.level}" if question.level else ""))


def _suggested(texts: Mapping[str, str], suggestion: Suggestion) -> str:
    text = _short(plain(texts.get(suggestion.criterion, "")))
    if suggestion.field == "plus":
        return f"Suggested: “{isolated(text)}” is a plus, and never moves readiness."
    if suggestion.field == "years":
        return f"Suggested: “{isolated(text)}” asks for years – {suggestion.value}."
    return f"Suggested: “{isolated(text)}” refines “{isolated(_short(plain(texts.get(suggestion.value, ''))))}”."


def counts(found: Imported) -> str:
    """`2 levels · 14 criteria`."""
    levels = len(found.role.levels) if found.role else 0
    criteria = sum(1 for _ in found.role.criteria()) if found.role else 0
    return f"{many(levels, 'level')} · {many(criteria, 'criterion', 'criteria')}"


def left_out(found: Imported) -> str:
    """What of the source is not read; nothing where all of it is."""
    names = [isolated(name) for name in found.left_out]
    more = f" and {len(names) - _MOST_LEFT_OUT} more" if len(names) > _MOST_LEFT_OUT else ""
    return f"Left out, as hidden: {', '.join(names[:_MOST_LEFT_OUT])}{more}." if names else ""


def holding(decisions: Sequence[Decision]) -> str:
    """That so many decisions of an earlier import hold; nothing where none does."""
    kept = sum(decision.says is not Says.COMPARED for decision in decisions)
    hold = "holds" if kept == 1 else "hold"
    return f"{many(kept, 'decision')} from the last time {hold}; Edit → Start over undoes that." if kept else ""


def still_open(found: Imported) -> str:
    """`2 questions are open`; nothing if none is."""
    count = len(found.questions)
    return f"{many(count, 'question')} {'is' if count == 1 else 'are'} open" if count else ""


def many(count: int, one: str, more: str = "") -> str:
    """`1 line`, `2 lines`."""
    return f"{count} {one if count == 1 else more or one + 's'}"


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:89] + "…"

"""What a change of a role means for an assessment that has ratings of it, in words, before it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.role import Level
from ladder_app.domain.role_use import use_of
from ladder_app.markup import isolated, plain
from ladder_app.report.words import capitalised, counted, series

if TYPE_CHECKING:
    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.role import Criterion
    from ladder_app.domain.role_use import RoleUse

_MOST_LETTERS = 60


def use_sentence(assessment: Assessment, criterion: Criterion) -> str:
    """What becomes of what is written about a criterion, whatever is done to it; empty where nothing is."""
    use = use_of(assessment, (criterion.id,))
    if use.is_none:
        return ""
    return (
        f"The open assessment of {_person(assessment)} has {_counts(use)} for this. Moved or with another weight it "
        "keeps them; reworded, it is to be checked again; removed, they stay readable and count no more."
    )


def removal_words(assessment: Assessment, gone: Level | Criterion) -> tuple[str, str] | None:
    """What to ask before a level or a criterion is removed: headline and reason; None where nothing is at stake."""
    is_level = isinstance(gone, Level)
    criteria = [criterion for _, criterion in gone.criteria()] if isinstance(gone, Level) else [gone]
    use = use_of(assessment, [criterion.id for criterion in criteria])
    is_stood_on = is_level and gone.id in (assessment.current, assessment.target)
    if use.is_none and not is_stood_on:
        return None
    person = _person(assessment)
    parts = []
    if not use.is_none:
        parts.append(
            f"{capitalised(_counts(use))} for it stay readable there, and count no more once it takes over "
            "this version of the role."
        )
    if is_stood_on:
        parts.append(f"It is a level that {person} is at or aims for: another has to be chosen there then.")
    parts.append("Undo brings it back.")
    words = plain(gone.title if isinstance(gone, Level) else gone.text)
    name = isolated(words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS]}…")
    return f"“{name}” is in use in the open assessment of {person}.", " ".join(parts)


def _person(assessment: Assessment) -> str:
    return isolated(plain(assessment.person.name))


def _counts(use: RoleUse) -> str:
    parts = (
        (use.rated, "rating", "ratings"),
        (use.evidence, "entry of evidence", "entries of evidence"),
        (use.actions, "action", "actions"),
    )
    return series([counted(count, one, many) for count, one, many in parts if count])

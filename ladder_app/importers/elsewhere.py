"""A level of another page that was chosen: kept with what it says, so that it holds wherever that page is by then."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ladder_app.domain.role import Role
from ladder_app.errors import LadderError
from ladder_app.importers.decisions import Decision, Says
from ladder_app.importers.folder import with_level_of
from ladder_app.importers.result import Asks

if TYPE_CHECKING:
    from collections.abc import Callable

    from ladder_app.importers.result import AccountLine, Imported


def chosen(page: Path, role: Role, level: str) -> str:
    """The value of a decision: this level of the role that a page holds, with all that it builds on."""
    needed = [level]
    for name in needed:
        needed += [e.level for e in role.level(name).extends if e.level not in needed]
    levels = [_unrefined(one) for one in role.model_dump(mode="json")["levels"] if one["id"] in needed]
    values = {"id": role.id, "title": role.title, "areas": dict(role.areas), "levels": levels}
    small = Role.model_validate_json(json.dumps(values)).model_dump(mode="json", exclude_defaults=True)
    return json.dumps({"page": str(page), "level": level, "role": small}, ensure_ascii=False)


def with_chosen(imported: Imported, line: AccountLine, value: str) -> Imported | None:
    """The source where the question on this line is answered so; none if it is not asked, or not so."""
    asked = (q for q in imported.questions if q.line == line.line and q.asks is Asks.EXTENDS and q.level)
    question, kept = next(asked, None), _kept(value)
    if question is None or kept is None:
        return None
    _, level, role = kept
    return with_level_of(imported, question, role, level)


def renewed_choice(decision: Decision, read: Callable[[Path], Imported]) -> Decision:
    """The decision with the level as its page says it now; as it was kept, where that cannot be told any more."""
    kept = _kept(decision.value) if decision.says is Says.ELSEWHERE else None
    if kept is None:
        return decision
    page, level, _ = kept
    try:
        role = read(page).role
    except LadderError:
        return decision
    if role is None or level not in [one.id for one in role.levels]:
        return decision
    return replace(decision, value=chosen(page, role, level))


def _kept(value: str) -> tuple[Path, str, Role] | None:
    try:
        found = json.loads(value)
        role = Role.model_validate_json(json.dumps(found["role"]))
        page, level = Path(found["page"]), str(found["level"])
    except (ValueError, KeyError, TypeError):
        return None
    return (page, level, role) if level in [one.id for one in role.levels] else None


def _unrefined(level: dict[str, object]) -> dict[str, object]:
    """A level of which no criterion refines one that may not come with it."""
    kinds = ("responsibilities", "requirements")
    return {**level, **{kind: [{**c, "refines": None} for c in _entries(level[kind])] for kind in kinds}}


def _entries(value: object) -> list[dict[str, object]]:
    return value if isinstance(value, list) else []

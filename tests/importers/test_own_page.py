"""The page that our own role was made of by hand gives the same role, without a question."""

from pathlib import Path

import pytest

from ladder_app.domain.role import Criterion, Level, Role
from ladder_app.importers.markdown import import_markdown
from ladder_app.storage.places import roles_folder
from ladder_app.storage.roles import load_role

_PAGE = Path(__file__).parents[3] / "shared" / "corpus" / "engineering-productivity-manager.md"

pytestmark = pytest.mark.skipif(not _PAGE.is_file(), reason="the page is not here")


def _plain_criterion(role: Role, criterion: Criterion) -> tuple[object, ...]:
    refined = role.criterion(criterion.refines).text if criterion.refines else None
    return (criterion.text, criterion.years, criterion.plus, criterion.weight, refined)


def _plain_level(role: Role, level: Level) -> tuple[object, ...]:
    return (
        level.title,
        level.grade,
        level.grade_text,
        level.grade_url,
        level.summary,
        [(role.level(e.level).title, e.kinds, e.text) for e in level.extends],
        [(kind, _plain_criterion(role, criterion)) for kind, criterion in level.criteria()],
    )


def test_that_it_equals_the_role_made_by_hand_field_by_field() -> None:
    by_hand = load_role(roles_folder() / "engineering-productivity-manager.role.yaml")
    found = import_markdown(_PAGE.read_text(encoding="utf-8"), "page")
    role = found.role
    assert role is not None
    for field in ("id", "title", "description", "summary", "scale", "readiness", "hiring_process", "notes"):
        assert getattr(role, field) == getattr(by_hand, field), field
    for level, expected in zip(role.levels, by_hand.levels, strict=True):
        assert _plain_level(role, level) == _plain_level(by_hand, expected)
    indicators = [[(i.text, i.url, i.measure) for i in one.performance_indicators] for one in (role, by_hand)]
    assert indicators[0] == indicators[1]
    assert found.questions == ()
    assert list(found.unplaced()) == []


def test_that_what_was_read_out_of_words_is_marked_as_a_suggestion() -> None:
    found = import_markdown(_PAGE.read_text(encoding="utf-8"), "page")
    assert found.role is not None
    marked = {(s.criterion, s.field) for s in found.suggestions}
    said = {(c.id, "refines") for _, _, c in found.role.criteria() if c.refines}
    said |= {(c.id, "years") for _, _, c in found.role.criteria() if c.years}
    said |= {(c.id, "plus") for _, _, c in found.role.criteria() if c.plus}
    assert marked == said
    assert len(said) == 10

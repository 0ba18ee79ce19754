"""A newer page of a role in use: ids stay, also where a wording was touched; what is said of it is true."""

from hypothesis import given, settings

from ladder_app.domain.role import Role
from ladder_app.domain.role_integrity import role_faults
from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.renewal import renewed
from tests.importers.test_properties import pages

_PAGE = """# Baker

## Baker

### Responsibilities

- Bakes bread every morning of the week.
- Cleans the oven.

### Requirements

- 3 years of baking.

## Senior Baker

### Responsibilities

- Bakes bread every evening of the week.
"""


def _role(text: str) -> Role:
    role = import_markdown(text, "baker").role
    assert role is not None
    return role


def test_that_what_is_only_said_otherwise_keeps_its_id_and_is_reworded() -> None:
    newer = _PAGE.replace("every morning of", "every single morning of").replace("3 years", "5 years")
    earlier = _role(_PAGE)
    role, difference = renewed(_role(newer), earlier)
    assert role is not None
    assert difference is not None
    assert [(pair.old.text, pair.new.text) for pair in difference.reworded] == [
        ("Bakes bread every morning of the week.", "Bakes bread every single morning of the week."),
        ("3 years of baking.", "5 years of baking."),
    ]
    assert not difference.new
    assert not difference.gone
    assert [c.id for _, _, c in role.criteria()] == [c.id for _, _, c in earlier.criteria()]


def test_that_what_says_something_else_or_stands_elsewhere_is_new_and_gone() -> None:
    newer = _PAGE.replace("- Cleans the oven.\n", "- Sells cake to guests.\n")
    _, difference = renewed(_role(newer), _role(_PAGE))
    assert difference is not None
    assert [c.text for c in difference.new] == ["Sells cake to guests."]
    assert [c.text for c in difference.gone] == ["Cleans the oven."]
    moved = _PAGE.replace("- Bakes bread every morning of the week.\n", "").replace(
        "every evening of the week.\n", "every evening of the week.\n- Bakes bread each morning of the week.\n"
    )
    _, difference = renewed(_role(moved), _role(_PAGE))
    assert difference is not None
    assert not difference.reworded, "a level that asks nearly the same asks it anew"


def test_that_the_likeliest_of_several_wordings_is_taken_and_each_but_once() -> None:
    two = _PAGE.replace("- Cleans the oven.\n", "- Bakes bread every morning of the year.\n")
    newer = two.replace("morning of the week", "morning of this week").replace("of the year", "of this year")
    _, difference = renewed(_role(newer), _role(two))
    assert difference is not None
    assert [(pair.old.text[-5:], pair.new.text[-5:]) for pair in difference.reworded] == [
        ("week.", "week."), ("year.", "year."),
    ]  # fmt: skip


@given(pages(), pages())
@settings(max_examples=40)
def test_that_whatever_the_pages_are_the_role_is_sound_and_every_criterion_is_accounted_for(
    page: str, newer: str
) -> None:
    before, after = import_markdown(page, "page").role, import_markdown(newer, "page").role
    if before is None or after is None:
        return
    role, difference = renewed(after, before)
    assert role is not None
    assert difference is not None
    assert not role_faults(role)
    assert [c.text for _, _, c in role.criteria()] == [c.text for _, _, c in after.criteria()]
    known = {c.id for _, _, c in before.criteria()}
    kept = {c.id for _, _, c in role.criteria()} & known
    assert {c.id for c in difference.new} == {c.id for _, _, c in role.criteria()} - known
    assert {c.id for c in difference.gone} == known - kept

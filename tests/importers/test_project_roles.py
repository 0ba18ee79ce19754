"""Ladders of open projects: roles of no company, kinds as labels in lists, what must be done to become one."""

import pytest

from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks
from tests.importers.pages import rungs

_KINDS = (
    "- Responsibilities include:\n  - Follows the house rules.\n  - Answers other bakers.\n"
    "- Requirements (one or several):\n  - Has baked bread for a year.\n  - Knows the ovens well.\n"
)


@pytest.mark.parametrize("name", ["Maintainer", "Approver", "Reviewer", "Committer", "Triager"])
def test_that_who_keeps_a_project_going_is_a_level(name: str) -> None:
    page = f"# Ladder\n\n## Bakery Member\n\n{_KINDS}\n## {name}\n\n{_KINDS}"
    assert [rung.title for rung in rungs(page)] == ["Bakery Member", name]


def test_that_labels_in_a_list_say_the_kind_of_what_is_inside_and_are_no_areas() -> None:
    page = f"# Ladder\n\n## Contributor\n\n{_KINDS}\n## Maintainer\n\n{_KINDS}"
    assert [(len(rung.duties), len(rung.needs)) for rung in rungs(page)] == [(2, 2), (2, 2)]
    role = import_markdown(page, "x").role
    assert role is not None
    assert not role.areas


def test_that_a_label_for_what_is_nice_to_have_says_so() -> None:
    page = f"# Ladder\n\n## Baker Engineer\n\n{_KINDS}- Preferred requirements:\n  - Has baked cakes for years.\n"
    role = import_markdown(page, "x").role
    assert role is not None
    assert [c.plus for c in role.levels[0].requirements] == [False, False, True]


def test_that_the_steps_of_a_process_under_a_level_are_no_criteria() -> None:
    page = f"# Ladder\n\n## Contributor\n\n{_KINDS}\n## Maintainer\n\n{_KINDS}\n"
    page += "The process of becoming a Maintainer is:\n\n1. Somebody names the person.\n2. All the others agree.\n"
    assert [(len(rung.duties), len(rung.needs)) for rung in rungs(page)] == [(2, 2), (2, 2)]


_OPEN = "# Ladder\n\n## Contributor\n\n- Bakes bread every day.\n- Cleans the oven.\n\n"
_MORE = "## Maintainer\n\n- Mends the oven.\n- Orders the flour.\n\n"


@pytest.mark.parametrize(
    "heading", ["### How to become a contributor", "### Becoming a Contributor", "### How do I become a contributor?"]
)
def test_that_what_must_be_done_to_become_one_is_required(heading: str) -> None:
    page = _OPEN + f"{heading}\n\n- Bake a loaf with us.\n- Taste it with us.\n\n" + _MORE
    assert [rung.needs for rung in rungs(page)] == [["Bake a loaf with us.", "Taste it with us."], []]


def test_that_a_section_among_levels_is_one_if_it_says_who_that_is() -> None:
    page = _OPEN + _MORE + "## Warden\n\nWardens are bakers with keys:\n\n- Lock the shop.\n- Count the till.\n"
    assert [rung.title for rung in rungs(page)] == ["Contributor", "Maintainer", "Warden"]


def test_that_a_section_among_levels_with_a_list_is_asked_about_however_short_its_entries_are() -> None:
    page = _OPEN + _MORE + "## Warden\n\nSome have keys:\n\n- Lock the shop.\n- Count the till.\n"
    assert [q.asks for q in import_markdown(page, "x").questions] == [Asks.SHARED]
    assert len(rungs(page)) == 2


def test_that_what_becomes_of_who_is_not_there_any_more_is_no_criterion() -> None:
    page = _OPEN + "## Inactivity\n\n- Is away for longer than half a year.\n- Answers nobody at all.\n\n" + _MORE
    found = import_markdown(page, "x")
    assert [rung.title for rung in rungs(page)] == ["Contributor", "Maintainer"]
    assert not found.questions

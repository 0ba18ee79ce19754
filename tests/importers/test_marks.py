"""What the words of a criterion say: a plus, years of something, a refinement."""

import pytest

from ladder_app.importers.marks import is_plus, refined_by
from ladder_app.importers.years_asked import years_in
from tests.importers.pages import role_of


@pytest.mark.parametrize(
    "text",
    [
        "Experience with tooling is a plus.",
        "DevOps experience a plus",
        "MBA preferred",
        "Bonus points: ovens",
        "Nice to have: a hat",
        "(Optional) a licence",
        "Experience of bread would be a big advantage",
        "A degree is helpful but not required",
    ],
)
def test_that_a_plus_is_seen(text: str) -> None:
    assert is_plus(text)


@pytest.mark.parametrize(
    "text",
    ["Must know ERP, Netsuite is a plus", "BA required, MBA a plus", "Work with A-plus teams", "Can bake", "2 plus 2"],
)
def test_that_what_is_needed_is_no_plus(text: str) -> None:
    assert not is_plus(text)


@pytest.mark.parametrize(
    ("text", "minimum", "of"),
    [
        ("5+ years of experience in software engineering with a strong understanding", 5, "software engineering"),
        ("2+ years of experience leading and managing a team.", 2, "leading and managing a team"),
        ("8 + years accounts receivable experience", 8, "accounts receivable"),
        ("At least 10 years of experience in bread baking, and more", 10, "bread baking"),
        ("3-5 years’ experience in sales", 3, "sales"),
        ("Minimum of five years experience as a baker", 5, "baker"),
        ("1-2 years of relevant experience with ovens preferred", 1, "ovens"),
        ("7 or more years of software engineering experience in Test Automation", 7, "software engineering"),
    ],
)
def test_that_years_are_read_with_what_they_are_of(text: str, minimum: float, of: str) -> None:
    years = years_in(text)
    assert years is not None
    assert (years.minimum, years.of) == (minimum, of)


@pytest.mark.parametrize(
    "text",
    [
        "7+ years of experience.",
        "Within the last 5 years, you have baked",
        "Founded 20 years ago",
        "Years of experience",
    ],
)
def test_that_years_of_nothing_said_are_left_alone(text: str) -> None:
    assert years_in(text) is None


def test_that_more_years_of_the_same_refine() -> None:
    older = [("5+ years of experience in baking", years_in("5+ years of experience in baking"))]
    newer, fewer = "8+ years of experience in baking", "3+ years of experience in baking"
    assert refined_by(newer, years_in(newer), older, duty=False) == (0, 0.95)
    assert refined_by(fewer, years_in(fewer), older, duty=False) is None


def test_that_a_widened_duty_refines_and_another_does_not() -> None:
    older = [("Conduct reviews and planning for team members.", None), ("Bake bread for the town.", None)]
    found = refined_by("Conduct reviews and planning for managers and team members.", None, older, duty=True)
    assert found is not None
    assert found[0] == 0
    assert refined_by("Sell bread for the town.", None, older, duty=True) is None


def test_that_the_same_text_is_no_refinement() -> None:
    assert refined_by("Bake the bread well.", None, [("Bake the bread well.", None)], duty=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "Prefer experience with rye.",
        "Experience with salt and flour are plusses.",
        "Years at an oven. This is a plus.",
        "A degree preferred",
        "Rye (preferred)",
    ],
)
def test_that_what_is_preferred_as_a_whole_is_a_plus(text: str) -> None:
    assert is_plus(text)


@pytest.mark.parametrize(
    "text",
    [
        "Some experience at an oven. Rye is preferred.",
        "Twelve years at a mill, 12+ years of baking, at a town bakery preferred",
        "Experience with rye (preferred) or wheat",
    ],
)
def test_that_what_is_preferred_of_a_part_is_required(text: str) -> None:
    assert not is_plus(text)


def test_that_what_is_said_again_is_rated_once() -> None:
    page = (
        "# B\n## Engineer\n### Requirements\n- Bakes rye well.\n- Is early.\n"
        "## Senior Engineer\n### Requirements\n- Extends the Engineer requirements\n- Bakes *rye* well\n- Plans.\n"
    )
    junior, senior = role_of(page).levels
    assert [c.refines for c in senior.requirements] == [junior.requirements[0].id, None]

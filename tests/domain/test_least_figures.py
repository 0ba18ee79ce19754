import pytest

from ladder_app.domain.least_figures import least_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("8+ years of baking", {"year": 8}),
        ("8 + yrs in the field", {"year": 8}),
        ("Eight years at the oven", {"year": 8}),
        ("5-8 years, or 5 to 8 years", {"year": 5}),
        ("Bakes at least 1,500 loaves a day", {"loave": 1500}),
        ("A minimum of 2.5 months, more than three teams", {"month": 2.5, "team": 3}),
        ("Leads 12 or more people and 3 plus teams", {"people": 12, "team": 3}),
        ("At least 1.000.000 lines", {"line": 1000000}),
        ("Answers within 2 years, in 3 years, at most 4 months", {}),
        ("Python 3, level 4 and 10 people", {}),
        ("At least 80 %", {}),
    ],
)
def test_that_figures_are_found_where_they_are_the_least(text: str, figures: dict[str, float]) -> None:
    assert least_figures(text) == figures

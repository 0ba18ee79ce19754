"""HTML in lines of Markdown says no more than the marks of Markdown do."""

import pytest

from tests.importers.pages import role_of, rungs, table


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<strong>Bakes</strong> bread.", "**Bakes** bread."),
        ('<b class="x">Bakes</b> <em>good</em> bread.', "**Bakes** good bread."),
        ('Bakes <span style="color: red">red</span> bread<sup>1</sup>.', "Bakes red bread1."),
        ('Reads <a href="https://example.org/rye">the recipe</a>.', "Reads [the recipe](https://example.org/rye)."),
        ("Bakes <3 loaves, and 4 > 3.", "Bakes <3 loaves, and 4 > 3."),
        ("Writes `<b>` in HTML.", "Writes `<b>` in HTML."),
        ("Knows a<b and b>c.", "Knows a<b and b>c."),
    ],
)
def test_that_criteria_have_no_tags(written: str, said: str) -> None:
    assert rungs(f"# Baker\n\n## Requirements\n\n- {written}\n- Sweeps.\n")[0].needs == [said, "Sweeps."]
    grid = table("Area|Junior Baker|Senior Baker", f"Craft|{written}|Plans all of it.")
    criteria = [c.text for level in role_of(f"# Bakery\n\n{grid}").levels for _, c in level.criteria()]
    assert criteria == [said, "Plans all of it."]


def test_that_a_line_in_bold_html_is_a_heading_as_in_markdown() -> None:
    page = "# Baker\n\n## Senior Baker\n\n<b>Responsibilities</b>\n\n- Bakes.\n\n<b>Requirements</b>\n\n- Knows rye.\n"
    assert rungs(page)[0][2:] == (["Bakes."], ["Knows rye."])

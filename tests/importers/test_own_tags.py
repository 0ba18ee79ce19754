"""Tags of a site's own around lines: the lines are entries, the tags only their frame."""

import pytest

from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Place
from tests.importers.pages import places, rungs

_PAGE = "# Baker Engineer\n\n## Skills that are important\n\n<skills>\nRye of 2 kinds\nHeat\n- Salt\n</skills>\n\n"
_PAGE += "<inherit doc='a'/>\n"


def test_that_lines_in_a_tag_of_a_site_s_own_are_entries() -> None:
    assert rungs(_PAGE)[0].needs == ["Rye of 2 kinds", "Heat", "Salt"]
    found = places(import_markdown(_PAGE, "x"))
    assert (found[5], found[6], found[9]) == (Place.LAYOUT, Place.REQUIREMENT, Place.LAYOUT)


@pytest.mark.parametrize("tag", ["pre", "script", "blockquote"])
def test_that_tags_that_html_knows_are_read_as_html(tag: str) -> None:
    page = _PAGE.replace("skills>", f"{tag}>") + "\n- Oats\n"
    assert "Rye of 2 kinds" not in rungs(page)[0].needs

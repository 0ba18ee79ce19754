"""Levels that ask nothing, or are not called as levels are, are asked about; folds are no part of lists."""

import pytest

from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks
from tests.importers.pages import rungs

_LEVELS = "## Junior Engineer\n- Heats the oven.\n## Senior Engineer\n- Mends the oven.\n"


def _asked(page: str) -> list[tuple[Asks, str | None]]:
    return [(q.asks, q.level) for q in import_markdown(page, "x").questions]


def test_that_a_level_that_asks_nothing_is_asked_about() -> None:
    page = f"# Bakers\n{_LEVELS}## Staff Engineer\n### Requirements\n"
    assert _asked(page) == [(Asks.LEVELS, "staff-engineer")]
    assert _asked(f"# Bakers\n{_LEVELS}") == []


def test_that_a_level_that_takes_over_another_s_asks_something() -> None:
    page = f"# Bakers\n{_LEVELS}## Staff Engineer\n### Requirements\n- Extends the Senior Engineer requirements.\n"
    assert _asked(page) == []


@pytest.mark.parametrize(
    ("title", "asked"), [("Bread Guidelines", True), ("Engineer", False), ("Miller", False), ("Engineer Guide", False)]
)
def test_that_a_level_that_is_called_as_a_chapter_is_asked_about(title: str, asked: bool) -> None:
    part = "### Responsibilities\n- Heats the oven.\n"
    page = f"# Bakers\n## Levels\n### Junior Engineer\n#{part}### Senior Engineer\n#{part}### {title}\n#{part}"
    assert len(rungs(page)) == 3
    assert bool(_asked(page)) is asked


def test_that_the_name_of_a_fold_is_no_part_of_the_list_before_it() -> None:
    fold = "<details>\n  <summary>More</summary>\n\n- Cleans it.\n\n</details>\n\n"
    page = f"# Bakers\n## Junior Engineer\n- Heats it.\n\n{fold}## Senior Engineer\n- Mends it.\n"
    assert [rung.duties[0] for rung in rungs(page)] == ["Heats it.", "Mends it."]


def test_that_what_stands_under_a_heading_behind_the_last_level_is_not_its_own() -> None:
    levels = "## Roles\n### Junior Engineer\n- Heats it.\n### Senior Engineer\n- Mends it.\n"
    page = f"# Bakers\n{levels}## Kneading by hand\n### Goals\n- Kneads a loaf a day.\n- Shapes the loaf by hand.\n"
    assert [rung.duties for rung in rungs(page)] == [["Heats it."], ["Mends it."]]
    assert _asked(page) == [(Asks.SHARED, None)]
    assert rungs(page.replace("## Kneading", "#### Kneading").replace("### Goals", "##### Goals"))[1].duties[1:]

"""Tabs and folds of site generators are headings over what stands in them."""

from collections.abc import Callable

import pytest

from ladder_app.importers.result import Place
from ladder_app.importers.sources import import_text
from tests.importers.pages import rungs

_NAMES = ("Junior Level", "Mid Level", "Senior Level")


def _mkdocs(name: str, entries: list[str]) -> str:
    return f'=== ":material-leaf: {name}"\n\n' + "".join(f"    - {entry}\n" for entry in entries) + "\n"


def _docusaurus(name: str, entries: list[str]) -> str:
    return f'<TabItem value="x" label="{name}">\n\n' + "".join(f"- {e}\n" for e in entries) + "\n</TabItem>\n\n"


def _gitbook(name: str, entries: list[str]) -> str:
    return f'{{% tab title="{name}" %}}\n\n' + "".join(f"* {e}\n" for e in entries) + "\n{% endtab %}\n\n"


def _hugo(name: str, entries: list[str]) -> str:
    return f'{{{{< tab "{name}" >}}}}\n\n' + "".join(f"* {e}\n" for e in entries) + "\n{{< /tab >}}\n\n"


def _vuepress(name: str, entries: list[str]) -> str:
    return f"::: details {name}\n\n" + "".join(f"- {e}\n" for e in entries) + "\n:::\n\n"


@pytest.mark.parametrize("tab", [_mkdocs, _docusaurus, _gitbook, _hugo, _vuepress])
def test_that_tabs_are_the_levels_under_each_skill(tab: Callable[[str, list[str]], str]) -> None:
    page = "# Beekeeping\n\n"
    for skill in ("Hives", "Honey"):
        page += f"## {skill}\n\n" + "".join(tab(n, [f"{skill} for {n} one.", f"{skill} two."]) for n in _NAMES)
    found = import_text(page, "page")
    assert found.role is not None
    assert [level.title for level in found.role.levels] == list(_NAMES)
    assert [[found.role.areas[c.area or ""] for _, c in level.criteria()] for level in found.role.levels] == [
        ["Hives", "Hives", "Honey", "Honey"]
    ] * 3
    assert not found.questions
    assert Place.UNPLACED not in {line.place for line in found.account}


def test_that_quoted_lines_and_code_are_no_tabs() -> None:
    page = '# Baker\n\n## Requirements\n\n- Writes `a === "b"` in tests.\n- Knows ::: and {{ braces }}.\n'
    assert rungs(page)[0].needs == ['Writes `a === "b"` in tests.', "Knows ::: and {{ braces }}."]


@pytest.mark.parametrize("level", ["Entry Level", "Mid-level", "Beginner Level", "Senior level"])
def test_that_one_level_called_level_is_no_heading_over_all(level: str) -> None:
    page = f"# Mill\n\n## {level}\n\n- Grinds rye.\n- Sweeps.\n\n## Staff Level\n\n- Grinds all.\n- Plans.\n"
    assert [one.title for one in rungs(page)] == [level, "Staff Level"]

"""Ladders that go by competency first, and other ways of companies to say who is what."""

import re

import pytest

from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks
from tests.importers.pages import bases, role_of


def _short(page: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    role = role_of(page)
    return [
        (level.title, [(c.text, role.areas[c.area] if c.area else None) for _, c in level.criteria()])
        for level in role.levels
    ]


_HEADINGS = """# Baking skills

## Oven

Heat and time.

### Junior
- Heats it.

### Senior
- Mends it.

## Shop

### Junior
- Sells.

### Senior
- Buys.
"""
_BAKING = [
    ("Junior", [("Heats it.", "Oven"), ("Sells.", "Shop")]),
    ("Senior", [("Mends it.", "Oven"), ("Buys.", "Shop")]),
]


def _written(before: str, after: str) -> str:
    """The same with the levels written otherwise: what stands before and after their names."""
    return re.sub(r"### (Junior|Senior)\n- ", lambda found: before + found[1] + after, _HEADINGS)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("### ", "\n- ", id="headings"),
        pytest.param("#### ", ":\n- ", id="h4 with colons"),
        pytest.param("**", "**\n\n- ", id="bold"),
        pytest.param("- **", ":** ", id="in a list"),
        pytest.param("- **", "**: ", id="in a list, colon outside"),
        pytest.param("- ", ": ", id="with colons"),
        pytest.param("- ", "\n  - ", id="nested"),
    ],
)
def test_that_levels_that_come_back_under_every_competency_are_the_levels(before: str, after: str) -> None:
    page = _written(before, after)
    assert _short(page) == _BAKING
    assert [note.text for note in role_of(page).notes] == ["Heat and time."]


def test_that_levels_under_kinds_are_of_that_kind() -> None:
    page = "# Bakers\n"
    for kind, verb in (("Responsibilities", "does"), ("Requirements", "can do")):
        page += f"## {kind}\n" + "".join(f"### {rank} Baker\n- {rank} {verb}.\n" for rank in ("Junior", "Senior"))
    levels = role_of(page).levels
    assert [([c.text for c in lv.responsibilities], [c.text for c in lv.requirements]) for lv in levels] == [
        (["Junior does."], ["Junior can do."]),
        (["Senior does."], ["Senior can do."]),
    ]


def test_that_tracks_with_numbered_levels_share_them() -> None:
    page = "# Growth\n"
    for track in ("Oven", "Shop"):
        page += f"## {track}\n"
        for n in (1, 2):
            page += f"### Level {n}\nIs at {n}.\n#### Example behaviors\n- {track} {n} goes.\n"
            page += f"#### Example tasks\n- Went {n}.\n"
    assert _short(page) == [
        ("Level 1", [("Oven 1 goes.", "Oven"), ("Shop 1 goes.", "Shop")]),
        ("Level 2", [("Oven 2 goes.", "Oven"), ("Shop 2 goes.", "Shop")]),
    ]
    assert any(note.text == "- Went 1." for note in role_of(page).notes)


def test_that_a_competency_that_comes_back_under_levels_is_no_level() -> None:
    page = "# Bakers\n" + "".join(
        f"## {rank} Baker\n### Craft\n- {rank} bakes.\n### Leadership\n- {rank} leads.\n"
        for rank in ("Junior", "Senior")
    )
    assert _short(page) == [
        ("Junior Baker", [("Junior bakes.", "Craft"), ("Junior leads.", "Leadership")]),
        ("Senior Baker", [("Senior bakes.", "Craft"), ("Senior leads.", "Leadership")]),
    ]


def test_that_a_heading_that_only_brings_levels_together_is_none() -> None:
    page = "# Levels\n## Individual Contributor\n### L1 Baker\n- Bakes.\n### L2 Baker\n- Mends.\n"
    page += "## Manager Track\n### M1\n- Leads.\n### M2\n- Leads leaders.\n"
    assert [title for title, _ in _short(page)] == ["L1 Baker", "L2 Baker", "M1", "M2"]


def test_that_a_title_about_careers_is_a_title() -> None:
    page = "# Career progression\n## Baker levels\n### P1: Baker\n- Bakes.\n### P2: Baker\n- Mends.\n"
    role = role_of(page)
    assert (role.title, [level.title for level in role.levels]) == ("Career progression", ["P1: Baker", "P2: Baker"])


@pytest.mark.parametrize("name", ["Level 1", "L1", "level 1"])
def test_that_a_level_may_be_called_by_its_code(name: str) -> None:
    code = name.title() if name.startswith("l") else name
    page = f"## {code}: Junior Baker\n### Duties\n- Bakes.\n## {code[:-1]}2: Senior Baker\n"
    page += f"Everything in {name}, plus:\n### Duties\n- Mends.\n"
    assert bases(page) == [(f"{code[:-1]}2: Senior Baker", f"{code}: Junior Baker", ("responsibility", "requirement"))]


def test_that_plain_text_without_any_mark_is_read() -> None:
    page = ""
    for rank in ("Junior Engineer", "Senior Engineer"):
        page += f"{rank}\n\nResponsibilities\n- {rank} does.\n\nRequirements\n- {rank} can.\n\n"
    levels = role_of(page).levels
    assert [(lv.title, lv.responsibilities[0].text, lv.requirements[0].text) for lv in levels] == [
        ("Junior Engineer", "Junior Engineer does.", "Junior Engineer can."),
        ("Senior Engineer", "Senior Engineer does.", "Senior Engineer can."),
    ]


def test_that_levels_of_prose_alone_are_asked_about() -> None:
    found = import_markdown("# Levels\n## Baker Engineer\nBakes.\n## Senior Engineer\nMends.\n", "x")
    assert found.role is not None
    assert [level.summary for level in found.role.levels] == ["Bakes.", "Mends."]
    assert [(q.asks, q.line) for q in found.questions] == [(Asks.LEVELS, 2)]


def test_that_lists_of_hiring_steps_and_of_people_make_no_levels() -> None:
    page = "# Baker\n## Responsibilities\n- Bakes.\n## Hiring Process\n- Junior: a call\n- Senior: a cake\n"
    role = role_of(page)
    assert [level.title for level in role.levels] == ["Baker"]
    assert role.hiring_process is not None
    assert role.hiring_process.steps == ("Junior: a call", "Senior: a cake")


def test_that_a_page_that_speaks_of_no_criteria_at_all_is_asked_about() -> None:
    found = import_markdown("# Bread\n\n## Ingredients\n\n- Flour\n- Water\n\n## Steps\n\n1. Mix\n", "x")
    assert [(q.asks, q.line) for q in found.questions] == [(Asks.LEVELS, 3)]


def test_that_prose_of_levels_under_competencies_is_what_they_ask_for() -> None:
    page = re.sub(r"\n- (\w)", r"\n\1", _HEADINGS)
    assert _short(page) == _BAKING

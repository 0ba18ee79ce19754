"""Headings that count levels up, headings of other markup, heads of two rows, and lists that only look like keys."""

import pytest

from ladder_app.importers.sources import import_text
from tests.importers.pages import rungs


def _of(page: str) -> list[tuple[str, list[tuple[str, str]]]]:
    role = import_text(page, "x").role
    assert role is not None
    return [
        (level.title, [(c.text, role.areas.get(c.area or "", "")) for _, c in level.criteria()])
        for level in role.levels
    ]


@pytest.mark.parametrize("names", [("N1", "N2", "N3"), ("G4 – Helper", "G5 – Weaver"), ("BK 1", "BK 2", "BK 3")])
def test_that_headings_that_count_up_behind_the_same_letters_are_levels(names: tuple[str, ...]) -> None:
    page = "# Framework\n\n" + "".join(
        f"## {name}\n\n### Impact\nDelivers at {name}.\n\n### Craft\nWeaves at {name}.\n\n" for name in names
    )
    assert _of(page) == [(n, [(f"Delivers at {n}.", "Impact"), (f"Weaves at {n}.", "Craft")]) for n in names]


@pytest.mark.parametrize("names", [("Q1", "Q2"), ("FY 23", "FY 24"), ("A1", "A4")])
def test_that_quarters_and_other_counts_are_no_levels(names: tuple[str, ...]) -> None:
    page = "# Baker\n\n## Responsibilities\n\n- Bakes.\n\n" + "".join(f"## {n}\n\n- Opened a shop.\n\n" for n in names)
    assert [level.title for level in rungs(page)] == ["Baker"]


@pytest.mark.parametrize("behind", ["", "{marks}"])
def test_that_headings_of_asciidoc_and_mediawiki_are_headings(behind: str) -> None:
    page = ""
    for marks, name in (("=", "Guild"), ("==", "Junior Weaver"), ("==", "Senior Weaver")):
        page += f"{marks} {name} {behind.format(marks=marks)}".rstrip() + "\n\n"
        page += f"* Weaves as {name}\n* Mends what is torn\n\n" if marks == "==" else ""
    found = import_text(page, "x")
    assert found.role is not None
    assert found.role.title == "Guild"
    assert [level.title for level in found.role.levels] == ["Junior Weaver", "Senior Weaver"]
    assert not found.questions


def test_that_a_head_of_two_rows_says_both() -> None:
    page = (
        '<table>\n<tr><th rowspan="2">Level</th><th colspan="2">Craft</th><th>People</th></tr>\n'
        "<tr><th>Weaving</th><th>Design</th><th>Mentoring</th></tr>\n"
        "<tr><td>Junior Weaver</td><td>Weaves small cloth</td><td>Follows designs</td><td>Learns here</td></tr>\n"
        "<tr><td>Senior Weaver</td><td>Weaves the hard parts</td><td>Draws designs</td><td>Mentors others</td></tr>\n"
        "</table>\n"
    )
    areas = ["Craft – Weaving", "Craft – Design", "People – Mentoring"]
    assert _of(page) == [
        ("Junior Weaver", list(zip(["Weaves small cloth", "Follows designs", "Learns here"], areas, strict=True))),
        ("Senior Weaver", list(zip(["Weaves the hard parts", "Draws designs", "Mentors others"], areas, strict=True))),
    ]


@pytest.mark.parametrize("mark", ["{n}.", "-", "*"])
def test_that_a_list_of_names_in_bold_is_no_yaml(mark: str) -> None:
    page = "# Career levels\n\n"
    for n, name in enumerate(("Starter", "Weaver", "Master"), 1):
        page += f"{mark.format(n=n)} **Level {n}: {name}.** Works as the {name} does.\n"
    assert [title for title, _ in _of(page)] == ["Level 1: Starter", "Level 2: Weaver", "Level 3: Master"]


def test_that_the_root_of_yaml_names_the_role_by_its_ladder() -> None:
    page = "ladder: Weaving\nlevels:\n  - name: Junior\n    criteria: [Weaves small cloth]\n"
    found = import_text(page + "  - name: Senior\n    criteria: [Weaves the hard parts]\n", "x")
    assert found.role is not None
    assert found.role.title == "Weaving"
    assert not found.questions

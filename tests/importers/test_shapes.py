"""Ladders that are no prose: YAML, tables, spreadsheets and our own files, told apart by what they hold."""

import io
from pathlib import Path

import pytest

from ladder_app.domain.role import Kind, Role
from ladder_app.errors import InvalidFile, UnreadableFile
from ladder_app.importers.result import Imported, Place
from ladder_app.importers.sheets import csv_grid, import_grid
from ladder_app.importers.sources import import_content, import_file, import_text
from ladder_app.storage.roles import role_text

_COMPETENCIES = """\
name: Bakers
summary: All who bake.
sheetId: abc
levels:
  - id: junior
    name: Junior Baker
  - id: senior
    name: Senior Baker
themes:
  - id: oven
    name: The Oven
    summary: Heat and time.
competencies:
  - id: 5a7a1356-86cd-49b4-8fae-7431837986c9
    level: junior
    theme: oven
    summary: |
      Heats the oven.
    proficiency: Awareness
  - id: two
    level: senior
    theme: oven
    summary: Mends the oven.
    examples:
      - A door
      - A lamp
  - id: lost
    level: nobody
    theme: oven
    summary: Nobody's.
"""

_TOPICS = """\
---
path: "/bakers"
title: "Bakers"
levels: 2
topics:
  - name: "oven"
    title: "The Oven"
    content:
      - level: 2
        criteria:
          - "Mends the oven."
        exampleCriteria:
          - criteria: "Explains the oven."
            examples:
              - "To a child"
      - level: 1
        criteria:
          - "Heats the oven."
---
All who bake.

## How it works

- Slowly
"""


def _role(found: Imported) -> Role:
    assert found.role is not None
    return found.role


def _short(role: Role) -> list[tuple[str, list[tuple[str, str | None]]]]:
    return [(level.title, [(c.text, c.area) for _, c in level.criteria()]) for level in role.levels]


def test_that_competencies_in_yaml_are_read() -> None:
    found = import_text(_COMPETENCIES, "x")
    role = _role(found)
    assert (role.title, role.summary, role.areas) == ("Bakers", "All who bake.", {"oven": "The Oven"})
    assert _short(role) == [
        ("Junior Baker", [("Heats the oven.\nproficiency: Awareness", "oven")]),
        ("Senior Baker", [("Mends the oven.\n- A door\n- A lamp", "oven")]),
    ]
    assert [c.id for _, _, c in role.criteria()] == ["5a7a1356-86cd-49b4-8fae-7431837986c9", "two"]
    assert [(n.title, n.text) for n in role.notes] == [("The Oven", "Heat and time.")]
    assert [line.line for line in found.unplaced()] == [27, 28, 29, 30]
    assert [line.line for line in found.account] == list(range(1, 31))


def test_that_topics_in_front_matter_are_read_in_the_order_of_levels() -> None:
    found = import_text(_TOPICS, "x")
    role = _role(found)
    assert (role.title, role.summary) == ("Bakers", "All who bake.")
    assert _short(role) == [
        ("Level 1", [("Heats the oven.", "oven")]),
        ("Level 2", [("Mends the oven.", "oven"), ("Explains the oven.\n- To a child", "oven")]),
    ]
    assert [(n.title, n.text) for n in role.notes] == [("How it works", "- Slowly")]
    assert {line.line for line in found.account if line.place is Place.REQUIREMENT} == {11, 13, 14, 15, 18}
    assert not list(found.unplaced())


def test_that_our_own_role_file_is_taken_as_it_is() -> None:
    role = _role(import_text(_COMPETENCIES, "x"))
    assert _role(import_text(role_text(role), "x")) == role


def test_that_a_sheet_with_a_row_for_each_criterion_is_read() -> None:
    rows = "Baker;Responsibility;Oven;Heats it;6\n;Requirement;;Can bake;\nHead;Nice to have;;A hat;9\n"
    sheet = "Level;Kind;Area;Text;Grade\n" + rows
    role = _role(import_text(sheet, "bakers"))
    assert [(level.title, level.grade) for level in role.levels] == [("Baker", 6), ("Head", 9)]
    assert [(k, c.text, c.area, c.plus) for _, k, c in role.criteria()] == [
        (Kind.RESPONSIBILITY, "Heats it", "oven", False),
        (Kind.REQUIREMENT, "Can bake", None, False),
        (Kind.REQUIREMENT, "A hat", None, True),
    ]


_MATRIX = 'Skill,Junior Baker,Senior Baker\nOven,Heats it,"- Mends it\n- Buys it"\nShop,,Sells\n'


def test_that_a_sheet_with_a_column_for_each_level_is_read() -> None:
    found = import_text(_MATRIX, "bakers")
    assert _short(_role(found)) == [
        ("Junior Baker", [("Heats it", "oven")]),
        ("Senior Baker", [("Mends it", "oven"), ("Buys it", "oven"), ("Sells", "shop")]),
    ]
    assert [line.line for line in found.account] == [1, 2, 3, 4]


def test_that_a_workbook_is_read_as_its_rows() -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Skill", "Junior Baker", "Senior Baker"])
    sheet.append(["Oven", "Heats it", "Mends it"])
    content = io.BytesIO()
    book.save(content)
    assert _short(_role(import_content(content.getvalue(), "bakers"))) == [
        ("Junior Baker", [("Heats it", "oven")]),
        ("Senior Baker", [("Mends it", "oven")]),
    ]


def test_that_a_person_can_say_which_column_is_what() -> None:
    grid = csv_grid("Wer,Was\nBaker,Heats it\n")
    with pytest.raises(InvalidFile, match="Expected a sheet with columns for level and text"):
        import_grid(grid, "x")
    assert _short(_role(import_grid(grid, "x", {"level": "Wer", "text": "Was"}))) == [("Baker", [("Heats it", None)])]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n",
        b"levels: []\nother: 1\nmore: 2\n",
        b'{"a": 1, "b": 2, "c": 3}',
        b"\x00\x01\x02",
        b"PK\x03\x04broken",
        b"a line",
    ],
)
def test_that_other_shapes_are_refused_with_what_was_expected(content: bytes) -> None:
    with pytest.raises(InvalidFile, match=r"Expected|workbook"):
        import_content(content, "x")


def test_that_a_page_in_an_old_encoding_is_read() -> None:
    page = "# Baker\n## Responsibilities\n- Don’t burn – bake.\n".encode("cp1252")
    assert _short(_role(import_content(page, "x"))) == [("Baker", [("Don’t burn – bake.", None)])]


def test_that_what_a_file_is_does_not_depend_on_its_name(tmp_path: Path) -> None:
    path = tmp_path / "page.xlsx"
    path.write_text("# Baker\n## Responsibilities\n- Bakes.\n", encoding="utf-8")
    assert _short(_role(import_file(path))) == [("Baker", [("Bakes.", None)])]


def test_that_a_missing_file_is_said_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"none\.md"):
        import_file(tmp_path / "none.md")


def test_that_a_whole_page_of_html_is_read() -> None:
    page = """<!DOCTYPE html>
<html>
<head><title>Jobs</title>
<style>h1 { color: red }</style></head>
<body>
  <div class="page">
    <h1>Bakers</h1>
    <h2>Junior Baker</h2>
    <h3>Responsibilities</h3>
    <ul>
      <li>Bakes <b>bread</b>.</li>
      <li>Sells it at the <a href="/shop">shop</a>.</li>
    </ul>
    <h2>Senior Baker</h2>
    <h3>Requirements</h3>
    <p>Has taught.</p>
  </div>
</body>
</html>
"""
    found = import_text(page, "x")
    assert _short(_role(found)) == [
        ("Junior Baker", [("Bakes **bread**.", None), ("Sells it at the [shop](/shop).", None)]),
        ("Senior Baker", [("Has taught.", None)]),
    ]
    assert [line.line for line in found.account] == list(range(1, 20))


def test_that_a_row_with_a_grade_is_the_criterion_in_it() -> None:
    text = "Level,Grade,Kind,Expectation\nBaker,4,Responsibility,Mixes a dough\nBaker,4,Requirement,Two years\n"
    found = import_grid(csv_grid(text), "bakery")
    assert found.role is not None
    assert [level.grade for level in found.role.levels] == [4]
    assert [(line.place, line.level, line.target) for line in found.account[1:]] == [
        (Place.RESPONSIBILITY, "baker", "mixes-a-dough"),
        (Place.REQUIREMENT, "baker", "two-years"),
    ]

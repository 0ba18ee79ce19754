"""Tables and sheets in every arrangement: levels across, levels down, a row for each criterion."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from ladder_app.domain.role import Kind, Role
from ladder_app.errors import InvalidFile
from ladder_app.importers.result import Asks, Imported, Place
from ladder_app.importers.sources import import_content, import_text
from tests.importers.pages import rungs, table

_ACROSS = "{top}Skill,Junior Baker,Senior Baker\nOven,Heats it well,Mends it\nShop,,Sells\n"


def _role(found: Imported) -> Role:
    assert found.role is not None
    return found.role


def _short(found: Imported) -> list[tuple[str, list[tuple[str, str | None]]]]:
    role = _role(found)
    return [
        (level.title, [(c.text, role.areas[c.area] if c.area else None) for _, c in level.criteria()])
        for level in role.levels
    ]


def _bytes(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


_BAKERS = [
    ("Junior Baker", [("Heats it well", "Oven")]),
    ("Senior Baker", [("Mends it", "Oven"), ("Sells", "Shop")]),
]


@pytest.mark.parametrize("top", ["", "Bakers 2024,,\n", "Bakers 2024,,\n,,\n", "\n\n", "Our bakers,,\nWe bake.,,\n"])
def test_that_heads_are_found_under_titles_and_remarks(top: str) -> None:
    found = import_text(_ACROSS.format(top=top), "x")
    assert _short(found) == _BAKERS
    title = top.split(",", maxsplit=1)[0].strip()
    assert _role(found).title == (title or "x")
    assert any(q.asks is Asks.TITLE for q in found.questions) is not bool(title), "a file’s name is only a guess"
    assert not list(found.unplaced())


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_that_any_separator_will_do(separator: str) -> None:
    assert _short(import_text(_ACROSS.format(top="").replace(",", separator), "x")) == _BAKERS


def test_that_a_sheet_with_a_row_for_each_level_is_read() -> None:
    sheet = "Level,Title,Grade,Summary,Oven,Requirements\nL1,Baker,5,Bakes.,Heats it,Can bake\nL2,Head,8,,Mends it,\n"
    found = import_text(sheet, "x")
    role = _role(found)
    assert [(level.title, level.grade, level.summary) for level in role.levels] == [
        ("L1 – Baker", 5, "Bakes."),
        ("L2 – Head", 8, None),
    ]
    assert [(k, c.text, c.area) for _, k, c in role.criteria()] == [
        (Kind.REQUIREMENT, "Heats it", "oven"),
        (Kind.REQUIREMENT, "Can bake", None),
        (Kind.REQUIREMENT, "Mends it", "oven"),
    ]


def test_that_levels_may_be_numbers() -> None:
    across = import_text("Skill,1,2\nOven,Heats it,Mends it\n", "x")
    down = import_text("Level,Oven,Shop\n1,Heats it now,Sells to all\n2,Mends it now,Buys for all\n", "x")
    assert [title for title, _ in _short(across)] == [title for title, _ in _short(down)] == ["Level 1", "Level 2"]


def test_that_rows_over_others_and_blank_names_are_areas() -> None:
    sheet = "Category,Skill,Baker I,Baker II\nCraft,Oven,Heats it,Mends it\n,Dough,Kneads it,Makes it\n"
    sheet += "Town,Shop,Sells,Buys\n"
    assert _short(import_text(sheet, "x"))[0] == (
        "Baker I",
        [("Heats it", "Craft – Oven"), ("Kneads it", "Craft – Dough"), ("Sells", "Town – Shop")],
    )
    rows = "Skill,Baker I,Baker II\nCraft,,\nOven,Heats it,Mends it\nTown,,\nShop,Sells,Buys\n"
    found = import_text(rows, "x")
    assert _short(found)[1] == ("Baker II", [("Mends it", "Craft – Oven"), ("Buys", "Town – Shop")])
    assert [line.line for line in found.account if line.place is Place.AREA] == [2, 4]


def test_that_a_column_that_explains_a_competency_is_a_note() -> None:
    found = import_text("Skill,Definition,Baker I,Baker II\nOven,Heat and time.,Heats it,Mends it\n", "x")
    assert _short(found) == [("Baker I", [("Heats it", "Oven")]), ("Baker II", [("Mends it", "Oven")])]
    assert [(note.title, note.text) for note in _role(found).notes] == [("Oven", "Heat and time.")]


def test_that_columns_of_examples_are_notes() -> None:
    found = import_text("Skill,Junior,Examples,Senior,Examples\nOven,Heats it,A pan,Mends it,A door\n", "x")
    assert _short(found) == [("Junior", [("Heats it", "Oven")]), ("Senior", [("Mends it", "Oven")])]
    assert [(note.title, note.text) for note in _role(found).notes] == [
        ("Junior – Oven", "A pan"),
        ("Senior – Oven", "A door"),
    ]


def test_that_columns_may_be_kinds() -> None:
    page = "# Baker\n\n| | Responsibilities | Requirements |\n|---|---|---|\n"
    page += "| Junior Baker | Bakes bread | Can bake |\n| Senior Baker | Leads all | Can lead |\n"
    levels = _role(import_text(page, "x")).levels
    assert [(lv.title, lv.responsibilities[0].text, lv.requirements[0].text) for lv in levels] == [
        ("Junior Baker", "Bakes bread", "Can bake"),
        ("Senior Baker", "Leads all", "Can lead"),
    ]


def test_that_rows_may_be_kinds_and_grades() -> None:
    sheet = (
        "What,Baker,Head Baker\nGrade,5,8\nResponsibilities,Bakes bread,Leads bakers\nRequirements,Can bake,Can lead\n"
    )
    role = _role(import_text(sheet, "x"))
    assert [(level.title, level.grade) for level in role.levels] == [("Baker", 5), ("Head Baker", 8)]
    assert [(c.text, c.area) for c in role.levels[1].responsibilities] == [("Leads bakers", None)]
    assert [(c.text, c.area) for c in role.levels[1].requirements] == [("Can lead", None)]


def test_that_merged_cells_are_filled_and_a_wide_one_is_the_title() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Bakers"])
    sheet.merge_cells("A1:D1")
    sheet.append(["Area", "Skill", "Baker I", "Baker II"])
    sheet.append(["Craft", "Oven", "Heats it", "Mends it"])
    sheet.append([None, "Dough", "Kneads it", None])
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("C4:D4")
    found = import_content(_bytes(book), "x")
    assert _role(found).title == "Bakers"
    assert _short(found) == [
        ("Baker I", [("Heats it", "Craft – Oven"), ("Kneads it", "Craft – Dough")]),
        ("Baker II", [("Mends it", "Craft – Oven"), ("Kneads it", "Craft – Dough")]),
    ]


def test_that_sheets_are_areas_or_levels_by_their_names() -> None:
    areas, levels = Workbook(), Workbook()
    for book, names, head in (
        (areas, ("Craft", "Town"), ["Skill", "Baker I", "Baker II"]),
        (levels, ("Junior Baker", "Head Baker"), ["Skill", "Expectation"]),
    ):
        book.remove(book.worksheets[0])
        for name in names:
            sheet = book.create_sheet(name)
            sheet.append(head)
            sheet.append([f"{name} skill", *(f"does {i}" for i in range(1, len(head)))])
    assert _short(import_content(_bytes(areas), "x"))[0] == (
        "Baker I",
        [("does 1", "Craft – Craft skill"), ("does 1", "Town – Town skill")],
    )
    assert _short(import_content(_bytes(levels), "x")) == [
        ("Junior Baker", [("does 1", "Junior Baker skill")]),
        ("Head Baker", [("does 1", "Head Baker skill")]),
    ]


def test_that_cells_over_several_rows_and_columns_of_html_count_for_each() -> None:
    page = """<h1>Bakers</h1>
<table><tr><th></th><th>Baker I</th><th>Baker II</th></tr>
<tr><th rowspan="2">Oven</th><td>Heats it</td><td>Mends it</td></tr>
<tr><td>Cleans it</td><td>Buys it</td></tr>
<tr><th colspan="3">Town</th></tr>
<tr><th>Shop</th><td colspan="2">Sells bread</td></tr></table>
"""
    assert _short(import_text(page, "x")) == [
        ("Baker I", [("Heats it", "Oven"), ("Cleans it", "Oven"), ("Sells bread", "Town – Shop")]),
        ("Baker II", [("Mends it", "Oven"), ("Buys it", "Oven"), ("Sells bread", "Town – Shop")]),
    ]


def test_that_tables_under_several_headings_are_one_ladder() -> None:
    page = "# Bakers\n"
    for area, skill in (("Craft", "Oven"), ("Town", "Shop")):
        page += f"## {area}\n\n| Skill | Junior | Senior |\n|---|---|---|\n| {skill} | starts it | runs it |\n\n"
    assert _short(import_text(page, "x")) == [
        ("Junior", [("starts it", "Craft – Oven"), ("starts it", "Town – Shop")]),
        ("Senior", [("runs it", "Craft – Oven"), ("runs it", "Town – Shop")]),
    ]


def test_that_a_table_of_competencies_under_a_level_has_areas() -> None:
    page = "# Bakers\n"
    for level, text in (("Baker I", "Heats it."), ("Baker II", "Mends it.")):
        page += f"## {level}\n\n| Competency | Expectation |\n|---|---|\n| Oven | {text} |\n\n"
    assert _short(import_text(page, "x")) == [
        ("Baker I", [("Heats it.", "Oven")]),
        ("Baker II", [("Mends it.", "Oven")]),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| Country | Manager | Phone |\n|---|---|---|\n| NL | Anna | 1 |\n",
        "| Name | Count | Owner |\n|---|---|---|\n| a | 1 | Ben |\n",
        "| Year | 2023 | 2024 |\n|---|---|---|\n| Loaves | 1 | 2 |\n",
    ],
)
def test_that_other_tables_make_no_levels(table: str) -> None:
    page = f"# Baker\n## Responsibilities\n- Bakes.\n\n## Reporting\n\n{table}"
    assert [level.title for level in _role(import_text(page, "x")).levels] == ["Baker"]


def test_that_a_workbook_that_unpacks_to_very_much_is_refused() -> None:
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    with pytest.raises(InvalidFile, match="holds more than"):
        import_content(content.getvalue(), "x")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["XFD1000000"] = "far away"
    with pytest.raises(InvalidFile, match="rows by"):
        import_content(_bytes(book), "x")


def test_that_a_workbook_with_cells_merged_over_everything_is_refused() -> None:
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    with pytest.raises(InvalidFile, match="Merged cells cover"):
        import_content(content.getvalue(), "x")


def test_that_a_line_of_bars_without_end_stays_unplaced() -> None:
    page = "# Baker\n## Duties\n- Bakes.\n\n" + "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n"
    found = import_text(page, "x")
    assert [line.line for line in found.unplaced()] == [5, 6]


def test_that_what_has_hundreds_of_levels_is_refused() -> None:
    page = "".join(f"## Engineer {i}\n### Duties\n- Bakes {i}.\n" for i in range(200))
    with pytest.raises(InvalidFile, match="200 levels"):
        import_text(page, "x")


def test_that_a_column_of_cells_that_say_nothing_is_no_level() -> None:
    rows = ["Ovens|Heats one oven|Heats all the ovens|N/A", "Bread|Bakes a simple loaf|Bakes every loaf|N/A"]
    assert [rung.title for rung in rungs(table("Area|Novice|Expert|NA", *rows))] == ["Novice", "Expert"]


def test_that_who_begins_is_a_level_beside_those_with_a_rank() -> None:
    rows = ["Ovens|Heats one oven|Heats all the ovens|Buys them", "Bread|Bakes a loaf|Bakes all of it|Sells it all"]
    titles = [rung.title for rung in rungs(table("|Early career|Senior|Staff", *rows))]
    assert titles == ["Early career", "Senior", "Staff"]

"""What a person says about the columns of a sheet, and what is kept for the next."""

import os
import stat
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import Workbook

from ladder_app.errors import InvalidFile
from ladder_app.importers.column_guesses import likely_columns, likely_head
from ladder_app.importers.columns import (
    Columns,
    Use,
    columns_from,
    fitting,
    grids_of,
    guessed,
    heads_of,
    import_columns,
)
from ladder_app.importers.decisions import Decision, Says
from ladder_app.importers.remembered import (
    imports_folder,
    known_columns,
    known_decisions,
    remember_columns,
    remember_decisions,
)
from ladder_app.importers.result import Imported, Place
from ladder_app.importers.sheets import Grid

DOWN = "Who;What they are to do;Sort;Remark\n"
DOWN += "Baker;Bakes bread;Responsibility;daily\n;Knows rye;Requirement;\nChief;Teaches;;\n"
ACROSS = "Our bakers,,\nField,Novice one,Old hand\nOvens,Lights them,Mends them\nDough,,Invents it\n"


HEAD = ("Who", "What they are to do", "Sort", "Remark")


def _criteria(found: Imported) -> list[tuple[str, str, str, str]]:
    role = found.role
    assert role is not None
    return [(level.title, kind.value, c.text, role.areas.get(c.area or "", "")) for level, kind, c in role.criteria()]


def _notes(found: Imported) -> dict[str, str]:
    assert found.role is not None
    return {note.title: note.text for note in found.role.notes}


def test_that_columns_are_read_as_the_person_says() -> None:
    grids = grids_of(DOWN.encode())
    assert heads_of(grids[0])[0] == HEAD
    found = import_columns(grids, "bakers", Columns(HEAD, False, (Use.LEVEL, Use.TEXT, Use.KIND, Use.TEXT)))
    assert _criteria(found) == [
        ("Baker", "responsibility", "Bakes bread\ndaily", ""),
        ("Baker", "requirement", "Knows rye", ""),
        ("Chief", "requirement", "Teaches", ""),
    ]


def test_that_a_column_that_is_left_out_and_a_row_without_a_criterion_are_notes() -> None:
    grids = grids_of((DOWN + "Chief;;;asks for it;and more\n").encode())
    found = import_columns(grids, "bakers", Columns(HEAD, False, (Use.LEVEL, Use.TEXT, Use.KIND, Use.NOTE)))
    assert _criteria(found)[0] == ("Baker", "responsibility", "Bakes bread", "")
    assert _notes(found) == {"Remark": "daily", "bakers": "Chief\nasks for it\nand more"}
    assert [line.place for line in found.account][-1] is Place.NOTE
    assert not list(found.unplaced())


def test_that_levels_can_stand_across_under_names_of_the_persons_choice() -> None:
    grids = grids_of(ACROSS.encode())
    head = ("Field", "Novice one", "Old hand")
    columns = Columns(head, True, (Use.AREA, Use.LEVEL, Use.LEVEL), ("", "Apprentice", ""))
    found = import_columns(grids, "bakers", columns)
    assert _criteria(found) == [
        ("Apprentice", "requirement", "Lights them", "Ovens"),
        ("Old hand", "requirement", "Mends them", "Ovens"),
        ("Old hand", "requirement", "Invents it", "Dough"),
    ]
    assert [line.line for line in found.account] == [1, 2, 3, 4]
    assert not list(found.unplaced())


def test_that_across_a_column_is_what_the_person_says() -> None:
    text = "Group,Field,Sort,1,2,For whom\nCraft,Ovens,Responsibility,Lights them,Mends them,all\n"
    head = ("Group", "Field", "Sort", "1", "2", "For whom")
    uses = (Use.AREA, Use.AREA, Use.KIND, Use.LEVEL, Use.LEVEL, Use.NOTE)
    found = import_columns(grids_of(text.encode()), "bakers", Columns(head, True, uses))
    assert _criteria(found) == [
        ("Level 1", "responsibility", "Lights them", "Craft – Ovens"),
        ("Level 2", "responsibility", "Mends them", "Craft – Ovens"),
    ]
    assert _notes(found) == {"For whom": "all"}


def test_that_other_sheets_are_read_by_themselves_or_kept_as_notes() -> None:
    one, other = grids_of(DOWN.encode())[0], grids_of(b"Level,Criterion\nMiller,Grinds the corn\n")[0]
    rows = [(range(r.start + len(one.lines), r.stop + len(one.lines)), cells) for r, cells in other.rows]
    grids = [one, Grid(rows, other.lines, "Mill")]
    columns = Columns(HEAD, False, (Use.LEVEL, Use.TEXT, Use.KIND, Use.NOTE))
    assert ("Miller", "requirement", "Grinds the corn", "Mill") in _criteria(import_columns(grids, "x", columns))
    found = import_columns(grids, "x", replace(columns, alone=True))
    assert {title for title, *_ in _criteria(found)} == {"Baker", "Chief"}
    assert any("Grinds the corn" in note for note in _notes(found).values())


def test_that_heads_are_guessed_as_far_as_they_say_it() -> None:
    level, note, area = Use.LEVEL, Use.NOTE, Use.AREA
    assert guessed(("Level", "Criterion", "x"), across=False).uses == (level, Use.TEXT, note)
    assert guessed(("Level", "x", "Grade"), across=False).uses == (level, note, Use.GRADE)
    assert guessed(("Theme", "Expectation"), across=False).uses == (area, Use.TEXT)
    assert guessed(("x", "Kind"), across=False).uses == (note, Use.KIND)
    assert guessed(HEAD, across=False).uses == (note,) * 4
    assert guessed(("x", "One", "Two", "Remarks"), across=True).uses == (area, level, level, note)
    assert guessed(("Theme", "Skill", "One", "Two"), across=True).uses == (area, area, level, level)


def test_that_too_little_is_refused() -> None:
    grids = grids_of(DOWN.encode())
    incomplete = Columns(HEAD, False, (Use.LEVEL, Use.NOTE, Use.NOTE, Use.NOTE))
    assert not incomplete.is_complete
    with pytest.raises(InvalidFile):
        import_columns(grids, "bakers", incomplete)
    with pytest.raises(InvalidFile):
        grids_of(b"\x00\x01")


def test_that_a_head_is_known_again() -> None:
    columns = Columns(HEAD, False, (Use.LEVEL, Use.TEXT, Use.NOTE, Use.NOTE), alone=True)
    across = Columns(("a", "b"), True, (Use.AREA, Use.LEVEL), ("", "Second"))
    remember_columns(across)
    remember_columns(columns)
    assert known_columns() == [columns, across]
    assert fitting(known_columns(), grids_of(DOWN.encode())) == columns
    assert fitting(known_columns(), grids_of(ACROSS.encode())) is None
    kept = across.plain()
    values: list[object] = [[], {"head": ["a"]}, {**kept, "uses": ["level"]}, {**kept, "uses": ["a", "b"]}]
    assert [columns_from(value) for value in values] == [None] * 4


def test_that_decisions_are_kept_by_role() -> None:
    said = (Decision(Says.NOTE, 3, "- x"), Decision(Says.EXTENDS, 4, "y", "baker"))
    remember_decisions("baker", said)
    remember_decisions("cook", said[:1])
    assert known_decisions("baker") == said
    remember_decisions("baker", ())
    assert known_decisions("baker") == ()
    assert known_decisions("cook") == said[:1]


@pytest.mark.parametrize(
    "text", ["{", "{}", '[[1], "x", ["a note", 1, "y", 2], ["nothing", 1, "y", ""]]', "[" * 100_000]
)
def test_that_a_broken_memory_is_none(text: str) -> None:
    remember_columns(Columns(("a", "b"), True, (Use.AREA, Use.LEVEL)))
    remember_decisions("baker", (Decision(Says.NOTE, 3, "- x"),))
    for file in imports_folder().iterdir():
        file.write_text(text)
    assert known_columns() == []
    assert known_decisions("baker") == ()


def test_that_what_was_decided_is_private_and_of_the_latest_roles_alone() -> None:
    said = (Decision(Says.NOTE, 3, "- x"),)
    remember_decisions("never", ())
    assert not imports_folder().exists()
    for number in range(53):
        remember_decisions(f"role {number}", said)
        for file in imports_folder().iterdir():  # as if the others had been written before
            age = file.stat().st_mtime - 60
            os.utime(file, (age, age))
    assert known_decisions("role 52") == said
    assert len([number for number in range(53) if known_decisions(f"role {number}")]) == 50
    assert known_decisions("role 0") == ()
    if os.name != "nt":
        assert {stat.S_IMODE(file.stat().st_mode) for file in imports_folder().iterdir()} == {0o600}
        assert stat.S_IMODE(imports_folder().stat().st_mode) == 0o700


def test_that_columns_whose_heads_say_nothing_are_guessed_by_what_stands_in_them() -> None:
    rows = [["Baker", "Bakes bread and sells it", "Duties", "1"], ["", "Knows rye", "Duties", "2"]]
    rows += [["Chief", "Leads", "", ""]]
    level, text, note = Use.LEVEL, Use.TEXT, Use.NOTE
    found = likely_columns(("Who", "What", "Sort", ""), rows, across=False)
    assert found.uses == (level, text, Use.KIND, note)
    assert likely_columns(("Level", "What", "Sort", ""), rows, across=False).uses[:2] == (level, text)
    swapped = [[row[1], row[0], *row[2:]] for row in rows]
    assert likely_columns(("What", "Criterion", "", ""), swapped, across=False).uses[1] is text, "a head is believed"
    assert likely_columns(("a", "b"), [["1", "2"], ["3", "4"]], across=False).uses == (note, note)
    assert likely_columns(("a", "b"), [["x", "Bakes bread daily"]], across=False).uses == (note, note)
    assert likely_columns(("a", "b"), [], across=False).uses == (note, note)
    assert likely_columns(("x", "One"), rows, across=True) == guessed(("x", "One"), across=True)
    sorts = [["Oven", "Duties", "Heats it", "Mends it"]]
    assert likely_columns(("x", "y", "One", "Two"), sorts, across=True).uses == (Use.AREA, Use.KIND, level, level)


def test_that_the_head_is_the_second_row_only_if_that_fills_the_gaps_of_the_first() -> None:
    people, names = ("Our people", "", "Our bakery", ""), ("Who", "What", "Sort", "Remark")
    body = [("Baker", "Bakes bread", "Duty", "old"), ("Chief", "Leads", "Duty", "new")]
    assert likely_head([people, names, *body]) == 1
    assert likely_head([names, *body]) == 0
    assert likely_head([people, *body]) == 0, "what stands in it comes again below"
    assert likely_head([people, names]) == 0


def test_that_what_is_hidden_in_a_workbook_is_left_out_and_named_and_formulas_are_not_lost() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Who", "What", "Pay", "More"], ["Baker", "=1+1", "much", "m"], ["Chief", "Leads", "more", "n"]):
        sheet.append(row)
    for column in ("C", "D"):
        sheet.column_dimensions[column].hidden = True
    book.create_sheet("Old").append(["x", "y"])
    book["Old"].sheet_state = "hidden"
    content = BytesIO()
    book.save(content)
    (grid,) = grids_of(content.getvalue())
    assert [cells for _, cells in grid.rows] == [["Who", "What"], ["Baker", "=1+1"], ["Chief", "Leads"]]
    assert grid.left_out == ("sheet “Old”", "column “Pay”", "column “More”")
    found = import_columns([grid], "x", Columns(("Who", "What"), False, (Use.LEVEL, Use.TEXT)))
    assert found.left_out == grid.left_out
    assert "much" not in str(found.role)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_that_a_sheet_is_read_in_whatever_way_its_letters_are_written(encoding: str) -> None:
    (grid,) = grids_of("Wer;Was\nBäcker;Bäckt\n".encode(encoding))
    assert [cells for _, cells in grid.rows] == [["Wer", "Was"], ["Bäcker", "Bäckt"]]

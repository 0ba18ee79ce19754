"""What a person says about the columns of a sheet, and what is kept for the next."""

import pytest

from ladder_app.errors import InvalidFile
from ladder_app.importers.columns import Columns, columns_from, fitting, grids_of, heads_of, import_columns
from ladder_app.importers.decisions import Decision, Says
from ladder_app.importers.remembered import known_columns, known_decisions, remember_columns, remember_decisions
from ladder_app.storage.places import data_folder

DOWN = "Who;What they are to do;Sort;Remark\n"
DOWN += "Baker;Bakes bread;Responsibility;daily\n;Knows rye;Requirement;\nChief;Teaches;;\n"
ACROSS = "Our bakers,,\nField,Novice one,Old hand\nOvens,Lights them,Mends them\nDough,,Invents it\n"


def test_that_columns_are_read_as_the_person_says() -> None:
    grids = grids_of(DOWN.encode())
    assert heads_of(grids)[0] == ("Who", "What they are to do", "Sort", "Remark")
    columns = Columns(heads_of(grids)[0], across=False, fields={"level": 0, "text": 1, "kind": 2})
    role = import_columns(grids, "bakers", columns).role
    assert role is not None
    assert [(level.title, kind.value, c.text) for level, kind, c in role.criteria()] == [
        ("Baker", "responsibility", "Bakes bread\ndaily"),
        ("Baker", "requirement", "Knows rye"),
        ("Chief", "requirement", "Teaches"),
    ]


def test_that_levels_can_stand_across() -> None:
    grids = grids_of(ACROSS.encode())
    columns = Columns(("Field", "Novice one", "Old hand"), across=True, fields={"area": 0})
    found = import_columns(grids, "bakers", columns)
    role = found.role
    assert role is not None
    assert [(level.title, c.text, role.areas[c.area or ""]) for level, _, c in role.criteria()] == [
        ("Novice one", "Lights them", "Ovens"),
        ("Old hand", "Mends them", "Ovens"),
        ("Old hand", "Invents it", "Dough"),
    ]
    assert [line.line for line in found.account] == [1, 2, 3, 4]


def test_that_too_little_is_refused() -> None:
    grids = grids_of(DOWN.encode())
    incomplete = Columns(heads_of(grids)[0], across=False, fields={"level": 0})
    assert not incomplete.is_complete
    with pytest.raises(InvalidFile):
        import_columns(grids, "bakers", incomplete)
    with pytest.raises(InvalidFile):
        grids_of(b"\x00\x01")


def test_that_a_head_is_known_again() -> None:
    columns = Columns(("Who", "What they are to do", "Sort", "Remark"), across=False, fields={"level": 0, "text": 1})
    remember_columns(Columns(("a", "b"), across=True))
    remember_columns(columns)
    assert known_columns()[0] == columns
    assert fitting(known_columns(), grids_of(DOWN.encode())) == columns
    assert fitting(known_columns(), grids_of(ACROSS.encode())) is None
    assert columns_from({"head": ["a"], "fields": {"level": 3, "text": "x"}}) == Columns(("a",), across=False)
    assert columns_from([]) is None


def test_that_decisions_are_kept_by_role() -> None:
    said = (Decision(Says.NOTE, 3, "- x"), Decision(Says.EXTENDS, 4, "y", "baker"))
    remember_decisions("baker", said)
    remember_decisions("cook", said[:1])
    assert known_decisions("baker") == said
    remember_decisions("baker", ())
    assert known_decisions("baker") == ()
    assert known_decisions("cook") == said[:1]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"columns": 3, "decisions": {"baker": [[1], "x", ["a note", 1, "y", 2]]}}']
)
def test_that_a_broken_memory_is_none(text: str) -> None:
    data_folder().mkdir(parents=True, exist_ok=True)
    (data_folder() / "imports.json").write_text(text)
    assert known_columns() == []
    assert known_decisions("baker") == ()

"""What stands in the cells of tables: several statements, marks, remarks, nothing yet, and what leads elsewhere."""

import pytest

from ladder_app.importers.cells import read_cell, says_nothing
from ladder_app.importers.lengths import starts_anew, words_in
from ladder_app.importers.result import Asks, Imported, Place
from ladder_app.importers.sources import import_text
from tests.importers.pages import doubts, table


def _levels(text: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    role = import_text(text, "x").role
    assert role is not None
    return [
        (level.title, [(c.text, role.areas[c.area] if c.area else None) for _, c in level.criteria()])
        for level in role.levels
    ]


def _notes(found: Imported) -> list[tuple[str | None, str]]:
    assert found.role is not None
    return [(note.title, note.text) for note in found.role.notes]


@pytest.mark.parametrize(
    ("cell", "statements"),
    [
        ("- Heats it\n- Cleans it", ["Heats it", "Cleans it"]),
        ("• Heats it • Cleans it", ["Heats it", "Cleans it"]),
        ("– Heats it\n– Cleans it", ["Heats it", "Cleans it"]),
        ("✓ Heats it<br/>✓ Cleans it", ["Heats it", "Cleans it"]),
        ("[x] Heats it<br>[ ] Cleans it", ["Heats it", "Cleans it"]),
        ("<ul><li>Heats it</li><li>Cleans it</li></ul>", ["Heats it", "Cleans it"]),
        ("<p>Heats it.</p><p>cleans it.</p>", ["Heats it.", "cleans it."]),
        ("1. Heats it\n2) Cleans it", ["Heats it", "Cleans it"]),
        ("Élève la pâte\n\nÉvite le feu", ["Élève la pâte", "Évite le feu"]),
        ("Öffnet den Ofen.\n\nheizt ihn.", ["Öffnet den Ofen.", "heizt ihn."]),
        ("Жарит хлеб<br>Печёт хлеб", ["Жарит хлеб", "Печёт хлеб"]),
        ("“Bake” is known\n“Mill” is not", ["“Bake” is known", "“Mill” is not"]),
        ("heats the oven\n\ncleans the oven", ["heats the oven", "cleans the oven"]),
        (
            "パンを焼くことができる。\n窯を掃除することができる。",
            ["パンを焼くことができる。", "窯を掃除することができる。"],
        ),
        (
            "パンを焼くことができて、\n窯も掃除する。それから\n店に出る。",
            ["パンを焼くことができて、\n窯も掃除する。それから\n店に出る。"],
        ),
        ("Heats the oven and\ncleans it", ["Heats the oven and\ncleans it"]),
        ("Heats the\n\noven", ["Heats the\n\noven"]),
        ("3 ovens at once", ["3 ovens at once"]),
        ("", []),
    ],
)
def test_that_the_statements_of_a_cell_are_told_apart(cell: str, statements: list[str]) -> None:
    found = read_cell(cell)
    assert [*found.leads, *found.statements] == statements


def test_that_what_introduces_bullets_is_no_statement() -> None:
    found = read_cell("Is able to:\n- heat it\n- clean it")
    assert (found.leads, found.statements) == (["Is able to:"], ["heat it", "clean it"])


@pytest.mark.parametrize(
    "text", ["", "–", "-", "n/a", "N.A.", "NA", "TBD", "*tbc*", "To be defined", "…", "未定", "Level to be defined."]
)
def test_that_what_keeps_a_place_says_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "No",
        "x",
        "✓",
        "Nothing burns",
        "Bakes",
        "The recipe is to be defined by them alone, every day and with the whole of the team.",
    ],
)
def test_that_what_says_something_keeps_no_place(text: str) -> None:
    assert not says_nothing(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [("one two", 2), ("パンを焼く", 3), ("面包", 1), ("อบขนมปัง", 4), ("빵을 굽는다", 2), ("Brot パン", 2)],
)
def test_that_words_are_counted_without_blanks_too(text: str, words: int) -> None:
    assert words_in(text) == words


@pytest.mark.parametrize("text", ["É", "Ö", "Ж", "9 lives", "“Yes”", "(A", "パ", "ابدأ"])
def test_that_statements_begin_in_any_script(text: str) -> None:
    assert starts_anew(text)
    assert not starts_anew("é")
    assert not starts_anew("")


_MARKS = [("✓", "–"), ("x", ""), ("☑", "☐"), ("[x]", "[ ]"), ("✅", "❌"), ("Yes", "No"), ("●", "n/a")]


@pytest.mark.parametrize(("yes", "no"), _MARKS)
def test_that_marks_say_which_levels_a_row_is_for(yes: str, no: str) -> None:
    page = table("Skill|Junior|Senior", f"Heats it|{yes}|{no}", f"Mends it|{no}|{yes}")
    assert _levels(page) == [("Junior", [("Heats it", None)]), ("Senior", [("Mends it", None)])]


@pytest.mark.parametrize(("yes", "no"), _MARKS)
def test_that_marks_that_only_grow_make_levels_build_on_each_other(yes: str, no: str) -> None:
    sheet = (
        "Area,Skill,Junior,Senior,Staff\n"
        f"Oven,Heats it,{yes},{yes},{yes}\n"
        f",Mends it,{no},{yes},{yes}\n"
        f"Shop,Sells,{no},{no},{yes}\n"
    )
    found = import_text(sheet, "x")
    assert _levels(sheet) == [
        ("Junior", [("Heats it", "Oven")]),
        ("Senior", [("Mends it", "Oven")]),
        ("Staff", [("Sells", "Shop")]),
    ]
    assert found.role is not None
    assert [q.asks for q in found.questions] == [Asks.TITLE]
    assert [[e.level for e in level.extends] for level in found.role.levels] == [[], ["junior"], ["senior"]]
    assert [e.text for level in found.role.levels for e in level.extends] == [None, None]


@pytest.mark.parametrize("nothing", ["", "-", "–", "n/a", "TBD", "to be defined"])
def test_that_cells_that_say_nothing_are_no_criteria(nothing: str) -> None:
    page = table("Skill|Junior|Senior", f"Oven|{nothing}|Mends it well", f"Shop|Sells bread|{nothing}")
    assert _levels(page) == [("Junior", [("Sells bread", "Shop")]), ("Senior", [("Mends it well", "Oven")])]
    down = f"Level,Oven,Shop\nJunior,{nothing},Sells bread every day\nSenior,Mends it well enough,{nothing}\n"
    assert _levels(down) == [
        ("Junior", [("Sells bread every day", "Shop")]),
        ("Senior", [("Mends it well enough", "Oven")]),
    ]


@pytest.mark.parametrize("head", ["Notes", "Comments", "Example", "Links", "Bemerkungen", "Exemples", "備考"])
def test_that_columns_of_remarks_are_notes(head: str) -> None:
    across = f"Skill,Junior,Senior,{head}\nOven,Heats it,Mends it,Mind the door\n"
    down = (
        f"Level,Oven,Shop,{head}\n"
        "Junior,Heats it every day,Sells the bread,Mind the door\n"
        "Senior,Mends it by hand,Runs the shop,\n"
    )
    for sheet in (across, down):
        found = import_text(sheet, "x")
        assert found.role is not None
        assert "Mind the door" not in [c.text for level in found.role.levels for _, c in level.criteria()]
        assert "Mind the door" in [text for _, text in _notes(found)]
        assert head not in found.role.areas.values()


def test_that_other_columns_of_a_list_of_criteria_are_notes_and_no_part_of_a_text() -> None:
    sheet = "Level,Competency,Text,Weight,Seen in\nJunior,Oven,Heats it,2,Every shift\nSenior,Oven,Mends it,3,\n"
    assert _levels(sheet) == [("Junior", [("Heats it", "Oven")]), ("Senior", [("Mends it", "Oven")])]
    assert ("Junior – Oven – Seen in", "Every shift") in _notes(import_text(sheet, "x"))


@pytest.mark.parametrize("zero", ["Level 0", "L0", "Band 0", "Baker 0", "cold (Level 0)", "Baker IX"])
def test_that_numbers_of_levels_begin_anywhere(zero: str) -> None:
    page = table(f"Skill|{zero}|Level 1", "Oven|Heats it well|Mends it well")
    assert [title for title, _ in _levels(page)] == [zero, "Level 1"]


def test_that_two_rows_of_heads_are_one_head() -> None:
    sheet = (
        "Level,Scope,Fire,Shop,\n"
        ",,Ovens,Sales,Notes\n"
        "E0,One oven at a time,Heats it well,Sells the bread,Mind it\n"
        ",,,,\n"
        "E1,All of the ovens,Mends it well,Runs the shop,\n"
    )
    assert _levels(sheet) == [
        ("E0", [("One oven at a time", "Scope"), ("Heats it well", "Ovens"), ("Sells the bread", "Sales")]),
        ("E1", [("All of the ovens", "Scope"), ("Mends it well", "Ovens"), ("Runs the shop", "Sales")]),
    ]
    assert not list(import_text(sheet, "x").unplaced())


def test_that_the_name_of_the_first_group_stands_over_the_head() -> None:
    page = (
        "<table><tr><th colspan='3'>Fire</th></tr><tr><td></td><td>Level 0</td><td>Level 1</td></tr>"
        "<tr><td>Oven</td><td>Heats it</td><td>Mends it</td></tr><tr><th colspan='3'>Shop</th></tr>"
        "<tr><td></td><td>Level 0</td><td>Level 1</td></tr>"
        "<tr><td>Till</td><td>Counts</td><td>Sums it up</td></tr></table>"
    )
    assert _levels(f"<html>{page}</html>") == [
        ("Level 0", [("Heats it", "Fire – Oven"), ("Counts", "Shop – Till")]),
        ("Level 1", [("Mends it", "Fire – Oven"), ("Sums it up", "Shop – Till")]),
    ]


def test_that_breaks_and_paragraphs_in_cells_of_html_part_statements() -> None:
    page = (
        "<html><table><tr><th>Skill</th><th>Junior</th><th>Senior</th></tr>\n<tr><td>Oven</td>"
        "<td><p>Heats it.</p><p>Cleans it.</p></td><td>Mends it well<br>Builds it</td></tr></table></html>"
    )
    assert _levels(page) == [
        ("Junior", [("Heats it.", "Oven"), ("Cleans it.", "Oven")]),
        ("Senior", [("Mends it well", "Oven"), ("Builds it", "Oven")]),
    ]


@pytest.mark.parametrize(
    ("said", "alone"),
    [
        ("Same as Junior", True),
        ("same as left", True),
        ("See Junior.", True),
        ("wie Junior", True),
        ("As above", True),
        ("〃", True),
        ("Juniorと同じ", True),
        ("Same as Junior, but also alone", False),
        ("Everything from the previous level, plus the mill", False),
    ],
)
def test_that_a_cell_that_leads_to_another_level_is_asked_about(said: str, alone: bool) -> None:
    page = table("Skill|Junior|Senior", f"Oven|Heats it well|{said}", "Shop|Sells bread|Runs the shop")
    found = import_text(page, "x")
    assert [(q.asks, q.level, q.choices) for q in doubts(found)] == [(Asks.EXTENDS, "senior", ("junior",))]
    expected = [("Runs the shop", "Shop")]
    assert _levels(page)[1][1] == (expected if alone else [(said, "Oven"), *expected])
    assert not alone or ("Senior – Oven", said) in _notes(found)


def test_that_what_only_sounds_like_leading_elsewhere_is_a_criterion() -> None:
    page = table("Skill|Junior|Senior", "Oven|Sees smoke|See the whole shop", "Shop|As fast as light|Like a rock")
    assert _levels(page)[1][1] == [("See the whole shop", "Oven"), ("Like a rock", "Shop")]
    assert not doubts(import_text(page, "x"))


def test_that_each_line_of_a_cell_over_several_lines_is_placed_as_what_it_is() -> None:
    sheet = 'Skill,Junior,Senior\nOven,"Heats it well\n\nCleans it well",Mends it well\n'
    found = import_text(sheet, "x")
    assert [(a.line, a.place, a.level) for a in found.account[1:]] == [
        (2, Place.REQUIREMENT, "junior"),
        (4, Place.REQUIREMENT, None),
    ]
    rows = [
        "<html><table>\n<tr>\n<th>Level</th>\n<th>Oven</th>\n<th>Shop</th>\n</tr>",
        "<tr>\n<td>Junior Baker</td>\n<td>Heats it every day</td>\n<td>Sells all of the bread</td>\n</tr>",
        "<tr>\n<td>Senior Baker</td>\n<td>Mends it with care</td>\n<td>Runs the whole shop</td>\n</tr>",
        "</table></html>",
    ]
    html = "\n".join(rows)
    placed = {a.line: a.place for a in import_text(html, "x").account}
    assert [placed[line] for line in (8, 9, 10, 13, 14)] == [
        Place.LEVEL,
        Place.REQUIREMENT,
        Place.REQUIREMENT,
        Place.LEVEL,
        Place.REQUIREMENT,
    ]
    assert not list(import_text(html, "x").unplaced())


def test_that_the_number_of_a_level_in_brackets_names_it_whatever_stands_before() -> None:
    page = table("|2n (Level 0)|n2 (Level 1)|log(n) (L2)", "Oven|Heats it well|Mends it well|Builds it anew")
    assert [title for title, _ in _levels(page)] == ["2n (Level 0)", "n2 (Level 1)", "log(n) (L2)"]

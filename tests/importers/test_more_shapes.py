"""Further ways in which pages are written: lists of levels, labels in bold, definition lists, other languages."""

import pytest

from ladder_app.importers.sources import import_text
from tests.importers.pages import bases, role_of


def _short(page: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    role = import_text(page, "x").role
    assert role is not None
    return [
        (level.title, [(c.text, role.areas[c.area] if c.area else None) for _, c in level.criteria()])
        for level in role.levels
    ]


_TWO = [("Junior Engineer", [("Writes code.", None)]), ("Senior Engineer", [("Designs.", None)])]


@pytest.mark.parametrize(
    "page",
    [
        "# Ladder\n1. Junior Engineer\n   - Writes code.\n2. Senior Engineer\n   - Designs.\n",
        "# Levels\n- **Junior Engineer**\n  - Writes code.\n- **Senior Engineer:**\n  - Designs.\n",
        "<h1>Ladder</h1>\n<dl><dt>Junior Engineer</dt>\n<dd>Writes code.</dd>\n"
        "<dt>Senior Engineer</dt>\n<dd>Designs.</dd></dl>\n",
        "<h1>Ladder</h1>\n<details><summary>Junior Engineer</summary>\n<h3>Duties</h3>\n"
        "<ul><li>Writes code.</li></ul>\n</details>\n<details><summary>Senior Engineer</summary>\n<h3>Duties</h3>\n"
        "<ul><li>Designs.</li></ul></details>\n",
        "+++\ntitle = 'Ladder'\n+++\n## Junior Engineer\n### What you'll do\n- Writes code.\n"
        "## Senior Engineer\n### What you'll do\n- Designs.\n",
    ],
)
def test_that_levels_are_read_from_lists_and_folds(page: str) -> None:
    assert _short(page) == _TWO
    found = import_text(page, "x")
    assert found.role is not None
    assert found.role.title in ("Ladder", "Levels")
    assert not list(found.unplaced())


def test_that_paragraphs_with_a_label_in_bold_are_criteria() -> None:
    page = "# Levels\n## Engineer 1\n**Code:** Writes it\nwith help.\n\n**Talk**: Asks.\n"
    page += "## Engineer 2\n**Code:** Designs it.\n"
    assert _short(page) == [
        ("Engineer 1", [("Writes it with help.", "Code"), ("Asks.", "Talk")]),
        ("Engineer 2", [("Designs it.", "Code")]),
    ]


@pytest.mark.parametrize("lead", ["What you’ll bring", "What you will need", "What you bring", "What they should know"])
def test_that_what_you_bring_is_required(lead: str) -> None:
    role = role_of(f"# Engineer\n## What you’ll do\n- Writes.\n## {lead}\n- Python.\n")
    assert [c.text for c in role.levels[0].requirements] == ["Python."]


def test_that_a_rank_cut_short_is_still_one() -> None:
    page = "## Coordinator\n### Duties\n- Helps.\n## Sr. Coordinator\n"
    page += "The Sr. Coordinator shares the same responsibilities outlined above, and also:\n### Duties\n- Leads.\n"
    assert bases(page) == [("Sr. Coordinator", "Coordinator", ("responsibility",))]


def test_that_french_and_german_headings_are_known() -> None:
    page = "# Échelle\n## Niveau 1 : Développeur\n### Responsabilités\n- Écrit.\n### Exigences\n- Python.\n"
    page += "## Niveau 2 : Entwickler\n### Aufgaben\n- Plant.\n### Anforderungen\n- Viel.\n"
    levels = role_of(page).levels
    assert [([c.text for c in lv.responsibilities], [c.text for c in lv.requirements]) for lv in levels] == [
        (["Écrit."], ["Python."]),
        (["Plant."], ["Viel."]),
    ]


def test_that_lines_of_a_cell_are_criteria_each() -> None:
    page = "# L\n\n| | Engineer | Senior Engineer |\n|---|---|---|\n"
    page += "| Code | Writes code<br>Reviews code | • Leads<br>• Plans |\n"
    assert _short(page) == [
        ("Engineer", [("Writes code", "Code"), ("Reviews code", "Code")]),
        ("Senior Engineer", [("Leads", "Code"), ("Plans", "Code")]),
    ]


def test_that_notes_of_an_html_page_are_without_its_tags() -> None:
    page = "<html><body><h1>Engineer</h1>\n<h2>Duties</h2>\n<ul><li>Writes.</li></ul>\n"
    page += "<h2>Tools</h2>\n<ul><li>A <b>pen</b></li>\n<li>Paper</li></ul>\n</body></html>\n"
    role = import_text(page, "x").role
    assert role is not None
    assert [(note.title, note.text) for note in role.notes] == [("Engineer – Tools", "- A **pen**\n- Paper")]

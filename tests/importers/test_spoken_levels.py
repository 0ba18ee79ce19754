"""Levels that only a sentence names: “A **Senior Baker** is expected to:” over a list."""

import pytest

from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks, Place
from tests.importers.pages import role_of


def _levels(page: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    role = role_of(page)
    return [
        (level.title, [(c.text, role.areas[c.area] if c.area else None) for _, c in level.criteria()])
        for level in role.levels
    ]


_SENTENCES = [
    "A **{}** is expected to:",
    "A __{}__ is capable of:",
    "*{}*:",
    "{}s should:",
    "At the {} level, you:",
    "As a {}, you can",
    "{}",
    "The {} also:",
    "For a {} (see above):",
    "Ein {} soll:",
    "En tant que {}:",
    "Un {} debe:",
    "Our `{}`s:",
    "What we expect of a **{}**:",
]


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_that_a_sentence_over_a_list_gives_it_to_the_level_it_names(sentence: str) -> None:
    junior, senior = sentence.format("Junior Baker"), sentence.format("Senior Baker")
    page = (
        "# Bakers\n\n## Oven\n\nIt is hot.\n\n"
        f"{junior}\n\n- heating it\n- cleaning it\n\n{senior}\n\n- mending it\n\n"
        f"## Shop\n\n{junior}\n\n- selling\n\n{senior}\n\n1. buying\n2. counting\n"
    )
    found = import_markdown(page, "x")
    assert [(title.removesuffix("s"), said) for title, said in _levels(page)] == [
        ("Junior Baker", [("heating it", "Oven"), ("cleaning it", "Oven"), ("selling", "Shop")]),
        ("Senior Baker", [("mending it", "Oven"), ("buying", "Shop"), ("counting", "Shop")]),
    ]
    assert not list(found.unplaced())
    assert not found.questions
    notes = "\n".join(note.text for note in role_of(page).notes)
    assert "It is hot." in notes
    assert junior in notes or junior.strip("*") in ("Junior Baker", "Junior Baker:")


def test_that_levels_that_are_told_of_first_get_what_sentences_give_them() -> None:
    page = (
        "# Bakers\n\n## Levels\n\n### Baker I\n\nBegins.\n\n### Baker II\n\nGoes on.\n\n# Skills\n\n"
        "## Oven\n\nWhat it is.\n\n### Knowledge\n\n- Wood\n\n### Capabilities\n\n"
        "A Baker I is capable of:\n\n- heating it\n\nA Baker II is capable of:\n\n- mending it\n\n"
        "## Shop\n\n### Knowledge\n\n- Tills\n\n### Capabilities\n\nA Baker II is capable of:\n\n- buying\n"
    )
    assert _levels(page) == [
        ("Baker I", [("heating it", "Oven")]),
        ("Baker II", [("mending it", "Oven"), ("buying", "Shop")]),
    ]
    found = import_markdown(page, "x")
    assert [(q.asks, q.line) for q in found.questions] == [(Asks.SHARED, 19)]
    assert not list(found.unplaced())


def test_that_levels_told_of_behind_the_competencies_are_the_same() -> None:
    page = "# Bakers\n\n## Oven\n\nA Junior Baker:\n\n- heats it\n\nA Senior Baker:\n\n- mends it\n\n"
    page += "## Shop\n\nA Junior Baker:\n\n- sells\n\nA Senior Baker:\n\n- buys\n\n"
    page += "## Levels\n\n### Junior Baker\n\nBegins.\n\n### Senior Baker\n\nGoes on.\n"
    assert [title for title, _ in _levels(page)] == ["Junior Baker", "Senior Baker"]


@pytest.mark.parametrize("top", ["# Bakers\n\n", "# Bakers\n\nWelcome.\n\n", "# Bakers\n\n## Levels\n\n", ""])
def test_that_sentences_alone_are_enough(top: str) -> None:
    page = top + "A Junior Baker is expected to:\n\n- heat it\n\nA Senior Baker is expected to:\n\n- mend it\n"
    assert _levels(page) == [("Junior Baker", [("heat it", None)]), ("Senior Baker", [("mend it", None)])]
    assert not list(import_markdown(page, "x").unplaced())


def test_that_a_sentence_in_a_level_stays_there() -> None:
    page = "# Bakers\n\n## Junior Baker\n\nA Junior Baker will work with a Senior Baker to:\n\n- heat it\n\n"
    page += "## Senior Baker\n\nAs a Senior Baker, you help the Junior Baker to:\n\n- clean it\n"
    assert _levels(page) == [("Junior Baker", [("heat it", None)]), ("Senior Baker", [("clean it", None)])]


def test_that_sentences_about_no_level_open_none() -> None:
    page = "# Baker\n\n## Responsibilities\n\nYou will work with managers:\n\n- heats it\n\nYou will also:\n\n- sells\n"
    assert [title for title, _ in _levels(page)] == ["Baker"]


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (("Comportamentos", "Responsabilidades"), ("Junior", "Pleno", "Sênior")),
        (("Verhalten", "Aufgaben"), ("Lehrling", "Geselle", "Senior")),
        (("Duties", "Habits"), ("Junior", "Steady", "Grand")),
        (("行動", "責任"), ("新人", "一人前", "シニア")),
    ],
)
def test_that_headings_that_hold_the_same_labels_are_levels_beside_one_that_is(
    labels: tuple[str, str], names: tuple[str, ...]
) -> None:
    page = "# Backstube\n\n"
    for name in names:
        page += f"## {name}\n\n> {name}!\n\n<details>\n  <summary><b>{labels[0]}</b></summary>\n  <ul>\n"
        page += (
            f"    <li>{name} bäckt Brot.</li>\n  </ul>\n\n</details>\n\n### {labels[1]}\n\n- {name} verkauft Brot.\n\n"
        )
    page += f"## Glossar\n\n### {labels[0]}\n\nWie man bäckt.\n\n### {labels[1]}\n\nWas man verkauft.\n"
    assert [(title, [text for text, _ in said]) for title, said in _levels(page)] == [
        (name, [f"{name} bäckt Brot.", f"{name} verkauft Brot."]) for name in names
    ]
    assert not list(import_markdown(page, "x").unplaced())


@pytest.mark.parametrize(
    "heading",
    [
        "Anti-patterns", "Common mistakes", "Glossary", "FAQ", "How to use this ladder", "Changelog", "Our values",
        "What this role is not", "Glossaire", "用語集", "Legend", "About the ladder",
    ],
)  # fmt: skip
@pytest.mark.parametrize("first", [True, False])
def test_that_chapters_about_the_ladder_are_notes(heading: str, *, first: bool) -> None:
    aside = f"## {heading}\n\n- Burning the bread.\n\n### Responsibilities\n\n- What one does.\n\n"
    levels = "## Junior Baker\n\n- Heats it.\n\n## Senior Baker\n\n- Mends it.\n\n"
    page = "# Bakers\n\n" + (aside + levels if first else levels + aside)
    assert _levels(page) == [("Junior Baker", [("Heats it.", None)]), ("Senior Baker", [("Mends it.", None)])]
    found = import_markdown(page, "x")
    assert not found.questions
    assert not list(found.unplaced())


def test_that_what_is_not_wanted_of_a_level_is_a_note() -> None:
    page = (
        "# L2\n\n### Responsibilities\n\n#### Oven\n\n- Heats it.\n\n### Anti-patterns\n\n- **Burning**. It smells.\n"
    )
    assert _levels(page) == [("L2", [("Heats it.", "Oven")])]


def test_that_lists_beside_a_table_of_levels_are_notes() -> None:
    page = (
        "# Bakers\n\n## About the shop\n\nWe hold:\n\n* We bake\n* We sell\n\n## About the framework\n\n### Titles\n\n"
        "| Title | Scope | Ownership |\n|---|---|---|\n| Apprentice | One oven at a time | None of them yet |\n"
        "| Baker | All of the ovens here | Owns what is broken |\n\n### Distinctions\n\n| Kind | What |\n|---|---|\n"
        "| Bread | Rye and wheat and all |\n| Cake | Sugar and butter and all |\n"
    )
    assert _levels(page) == [
        ("Apprentice", [("One oven at a time", "Scope"), ("None of them yet", "Ownership")]),
        ("Baker", [("All of the ovens here", "Scope"), ("Owns what is broken", "Ownership")]),
    ]
    places = {line.line: line.place for line in import_markdown(page, "x").account}
    assert places[7] is places[8] is places[22] is Place.NOTE

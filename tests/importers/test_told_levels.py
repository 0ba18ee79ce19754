"""Further ways in which ladders on the web name their levels, and what they ask."""

import json

import pytest

from ladder_app.importers.result import Asks, Place
from ladder_app.importers.sources import import_text
from tests.importers.pages import table


def _levels(text: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    role = import_text(text, "x").role
    assert role is not None
    return [
        (level.title, [(c.text, role.areas[c.area] if c.area else None) for _, c in level.criteria()])
        for level in role.levels
    ]


_TWO = [("Junior Engineer", [("Heats it.", None)]), ("Senior Engineer", [("Mends it.", None)])]
_PLAIN = [
    "# Ladder\n\n**Junior Engineer** – Heats it.\n\n**Senior Engineer** – Mends it.\n",
    "# Ladder\n\nWelcome.\n\n**Junior Engineer:** Heats it.\n\n**Senior Engineer:** Mends it.\n",
    "# Ladder\n\n## What we expect from a Junior Engineer\n\n- Heats it.\n\n"
    "## What we expect from a Senior Engineer\n\n- Mends it.\n\n## What we don't expect\n\n- Burns it.\n",
    "Ladder\n======\n\nJunior Engineer\n---------------\n\n- Heats it.\n\n"
    "Senior Engineer\n---------------\n\n- Mends it.\n",
    "# Ladder\n\nJunior Engineer\n- [ ] Heats it.\n\nSenior Engineer\n- [x] Mends it.\n",
]


@pytest.mark.parametrize("page", _PLAIN)
def test_that_levels_are_found_however_they_are_told(page: str) -> None:
    assert _levels(page) == _TWO
    found = import_text(page, "x")
    assert not list(found.unplaced())
    assert not found.questions


_IN_AREAS = [
    ("Junior", [("Heats it.", "Oven"), ("Sells it.", "Shop")]),
    ("Senior", [("Mends it.", "Oven"), ("Runs it.", "Shop")]),
]


@pytest.mark.parametrize(
    "page",
    [
        "# Ladder\n\n## Oven\n\n- **Junior**\n  - Heats it.\n- **Senior**\n  - Mends it.\n\n"
        "## Shop\n\n- **Junior**\n  - Sells it.\n- **Senior**\n  - Runs it.\n",
        "# Ladder\n\n## Oven\n\n### Junior\nHeats it.\n\n### Senior\nMends it.\n\n"
        "## Shop\n\n### Junior\nSells it.\n\n### Senior\nRuns it.\n",
        "# Ladder\n\n## Junior\n\nOven\n: Heats it.\n\nShop\n: Sells it.\n\n"
        "## Senior\n\nOven\n: Mends it.\n\nShop\n: Runs it.\n",
        "- level: Junior\n  competencies:\n    - name: Oven\n      criteria: [Heats it.]\n    - name: Shop\n"
        "      criteria: [Sells it.]\n- level: Senior\n  competencies:\n    - name: Oven\n      criteria: [Mends it.]\n"
        "    - name: Shop\n      criteria: [Runs it.]\n",
    ],
)
def test_that_areas_are_kept_in_every_arrangement(page: str) -> None:
    assert _levels(page) == _IN_AREAS
    assert not list(import_text(page, "x").unplaced())


def test_that_lists_of_levels_under_a_heading_of_requirements_are_levels() -> None:
    page = "# Ladder\n\n## Skills\n\n- **Junior**\n  - Heats it.\n- **Senior**\n  - Mends it.\n\n"
    page += "## Communication\n\n- **Junior**\n  - Asks.\n- **Senior**\n  - Tells.\n"
    assert [(title, [text for text, _ in said]) for title, said in _levels(page)] == [
        ("Junior", ["Asks.", "Heats it."]),
        ("Senior", ["Tells.", "Mends it."]),
    ]


def test_that_a_list_of_three_titles_with_texts_is_the_ladder() -> None:
    page = "# Ladder\n\n1. **Associate Engineer (L1):** Heats it.\n2. **Engineer (L2):** Cleans it.\n"
    page += "3. **Senior Engineer (L3):** Mends it.\n"
    assert [title for title, _ in _levels(page)] == ["Associate Engineer (L1)", "Engineer (L2)", "Senior Engineer (L3)"]


@pytest.mark.parametrize(
    "names", [("Basic", "Decent", "Good"), ("Novice", "Solid", "Superb"), ("Some", "More", "Expert")]
)
def test_that_columns_beside_one_that_is_a_level_are_levels(names: tuple[str, str, str]) -> None:
    texts = ["Heats it well", "Cleans it well", "Mends it well"]
    sheet = f"Area\t{'	'.join(names)}\nOven\t{'	'.join(texts)}\nShop\t{'	'.join(texts)}\n"
    assert [title for title, _ in _levels(sheet)] == list(names)
    described = f"Area,Description,{','.join(names)}\nOven,What is hot here,{','.join(texts)}\n"
    assert [title for title, _ in _levels(described)] == list(names)


def test_that_the_head_of_the_first_column_is_no_level() -> None:
    sheet = (
        "Role,Engineer I,Engineer II\nCraft,Heats it well,Mends it well\nSalary,50k,60k\nReports to,Manager,Manager\n"
    )
    assert _levels(sheet) == [
        ("Engineer I", [("Heats it well", "Craft")]),
        ("Engineer II", [("Mends it well", "Craft")]),
    ]


@pytest.mark.parametrize("said", ["Same as L0", "Same as L0.", "As in L0", "Wie L0", "See L0"])
def test_that_what_is_the_same_in_one_area_only_is_asked(said: str) -> None:
    page = "# Levels\n\n## 🌱 L0 – Engineer\n\n### Oven\n- Heats it\n\n### Shop\n- Sells it\n\n"
    page += f"## 🌿 L1 – Engineer\n\n### Oven\n- Mends it\n\n### Shop\n- {said}\n"
    found = import_text(page, "x")
    assert found.role is not None
    assert not found.role.levels[1].extends
    assert [(q.asks, q.line, q.choices) for q in found.questions] == [(Asks.EXTENDS, 17, ("l0-engineer",))]
    assert {line.line: line.place for line in found.account}[17] is Place.NOTE


@pytest.mark.parametrize(
    "text",
    [
        "**Years of experience:** 2+",
        "Experience: typically 3 years",
        "Requires at least 5 years of experience",
        "3-5 years of experience",
    ],
)
def test_that_a_paragraph_about_years_is_a_requirement_of_its_level(text: str) -> None:
    page = f"# Ladder\n\n## Junior Engineer\n\n**Craft**\n- Heats it\n\n{text}\n\n"
    page += "## Senior Engineer\n\n**Craft**\n- Mends it\n"
    role = import_text(page, "x").role
    assert role is not None
    assert [c.text for c in role.levels[0].requirements] == [text]


def test_that_explaining_columns_of_few_words_are_known_by_their_head() -> None:
    page = "# Ladder\n\n"
    for title, text in (("Analyst", "Answers what is asked"), ("Senior Analyst", "Asks what nobody did")):
        page += f"## {title}\n\n" + table("Pillar|What it means|Looks like", f"Impact|Value|{text}") + "\n"
    assert [said for _, said in _levels(page)] == [
        [("Answers what is asked", "Impact")],
        [("Asks what nobody did", "Impact")],
    ]


def test_that_milestones_in_tracks_stay_levels_with_examples_as_notes() -> None:
    shape = {"tracks": {"A": {"displayName": "Oven", "milestones": [{"signals": ["Heats it"], "examples": ["Once"]}]}}}
    shape["tracks"]["B"] = {"displayName": "Shop", "milestones": [{"signals": ["Sells it"], "examples": ["Twice"]}]}
    assert _levels(json.dumps(shape)) == [("Level 1", [("Heats it", "Oven"), ("Sells it", "Shop")])]


def test_that_names_over_short_entries_are_areas_where_all_of_a_list_are() -> None:
    page = "# Levels\n\n## Level 1: Engineer\n\n- Oven\n  - Heats it\n  - Cleans it\n- Shop\n  - Sells\n\n"
    page += "## Level 2: Engineer\n\n- Oven\n  - Mends it\n- Shop\n  - Buys\n"
    assert _levels(page) == [
        ("Level 1: Engineer", [("Heats it", "Oven"), ("Cleans it", "Oven"), ("Sells", "Shop")]),
        ("Level 2: Engineer", [("Mends it", "Oven"), ("Buys", "Shop")]),
    ]


def test_that_numbers_of_headings_are_no_part_of_names() -> None:
    page = "# Ladder\n\n## 1. Junior Engineer\n\n- Heats it.\n\n## 2. Senior Engineer\n\n- Mends it.\n"
    assert _levels(page) == _TWO


@pytest.mark.parametrize(
    ("names", "titles"),
    [
        ({"junior": "Junior Engineer", "senior": "Senior Engineer"}, ["Junior Engineer", "Senior Engineer"]),
        ({"L1": "Engineer", "L2": "Senior"}, ["L1 – Engineer", "L2 – Senior"]),
    ],
)
def test_that_the_name_of_a_level_under_its_key_is_no_area(names: dict[str, str], titles: list[str]) -> None:
    said = {"salary": "50000", "oven": ["Heats it", "Cleans it"]}
    filled = {key: {"title": name, **said} for key, name in names.items()}
    found = import_text(json.dumps(filled), "x")
    expected = [("Heats it", "Oven"), ("Cleans it", "Oven")]
    assert _levels(json.dumps(filled)) == [(title, expected) for title in titles]
    assert found.role is not None
    assert "50000" in [note.text for note in found.role.notes]


def test_that_what_a_competency_is_a_part_of_stands_before_its_name() -> None:
    levels = [{"level": 1, "description": "Heats it well"}, {"level": 2, "description": "Mends it well"}]
    shape = {"competencies": [{"name": "Oven", "area": "Craft", "levels": levels}]}
    assert _levels(json.dumps(shape)) == [
        ("Level 1", [("Heats it well", "Craft – Oven")]),
        ("Level 2", [("Mends it well", "Craft – Oven")]),
    ]


def test_that_a_level_of_which_little_is_said_yet_is_one_beside_others_of_its_name() -> None:
    page = ""
    for number, text in ((1, "Heats it."), (2, "Mends it.")):
        page += f"## Developer {number}\n\n__Craft__\n\n* {text}\n\n"
    page += "## Developer 3\n\nUnder construction\n"
    assert _levels(page) == [
        ("Developer 1", [("Heats it.", "Craft")]),
        ("Developer 2", [("Mends it.", "Craft")]),
        ("Developer 3", []),
    ]


@pytest.mark.parametrize(
    "said",
    ["Además de lo anterior:", "Zusätzlich zu Junior Engineer:", "Wie Junior Engineer", "En plus du Junior Engineer :"],
)
def test_that_a_line_under_a_level_that_leads_to_another_is_asked_about_in_any_language(said: str) -> None:
    page = f"# Ladder\n\n## Junior Engineer\n\n- Heats it.\n\n## Senior Engineer\n\n{said}\n\n- Mends it.\n"
    found = import_text(page, "x")
    assert _levels(page) == _TWO
    assert [(q.asks, q.line, q.choices) for q in found.questions] == [(Asks.EXTENDS, 9, ("junior-engineer",))]


def test_that_levels_with_the_same_labels_over_prose_are_levels() -> None:
    page = "# Expectations by level\n\n## Engineering\n\n"
    for title, text in (("Entry-level engineer", "Heats it."), ("Mid-level engineer", "Mends it.")):
        page += f"### {title}\n\n#### Execution\n{text}\n\n#### Collaboration\nTells others: {text}\n\n"
    assert _levels(page) == [
        ("Entry-level engineer", [("Heats it.", "Execution"), ("Tells others: Heats it.", "Collaboration")]),
        ("Mid-level engineer", [("Mends it.", "Execution"), ("Tells others: Mends it.", "Collaboration")]),
    ]


def test_that_what_stands_around_the_text_of_a_page_of_html_is_a_note() -> None:
    page = "<html><body><nav><ul><li><a href='/'>Home</a></li><li>Jobs</li></ul></nav><main><h1>Ladder</h1>\n"
    page += (
        "<h2>Junior Engineer</h2>\n<ul><li>Heats it.</li></ul>\n<h2>Senior Engineer</h2>\n<ul><li>Mends it.</li></ul>\n"
    )
    page += "</main>\n<footer><p>Our shop</p>\n<ul><li>Privacy is dear</li></ul></footer></body></html>\n"
    assert _levels(page) == _TWO
    assert not list(import_text(page, "x").unplaced())


def test_that_sentences_over_lists_are_no_keys_and_comments_are_notes() -> None:
    page = "# A list\n\nA senior engineer:\n\n- Mends it.\n\nA junior engineer:\n\n- Heats it.\n"
    found = import_text(page, "x")
    assert [title for title, _ in _levels(page)] == ["Junior engineer", "Senior engineer"]
    assert [q.asks for q in found.questions] == [Asks.ORDER]
    values = "# Ours.\njunior:\n  must: [Heats it well, Cleans it well]\n"
    values += "senior:\n  must: [Mends it well]\n  nice: [Builds it anew]\n"
    found = import_text(values, "x")
    assert found.role is not None
    assert [[(c.text, c.plus) for c in level.requirements] for level in found.role.levels] == [
        [("Heats it well", False), ("Cleans it well", False)],
        [("Mends it well", False), ("Builds it anew", True)],
    ]
    assert "Ours." in [note.text for note in found.role.notes]
    assert not list(found.unplaced())


def test_that_days_and_chapters_are_no_levels() -> None:
    for what in ("Day", "Chapter", "Week"):
        page = f"# Guide\n\n## {what} 1\n\n- Get a desk\n- Meet us\n\n## {what} 2\n\n- Read this\n"
        found = import_text(page, "x")
        assert [q.asks for q in found.questions] == [Asks.LEVELS]


def test_that_labels_over_lists_that_come_back_are_areas() -> None:
    page = ""
    for title, heats, sells in (
        ("Level 1 - Junior", "Heats it.", "Sells."),
        ("Level 2 - Senior", "Mends it.", "Buys."),
    ):
        page += f"**{title}**\n\nOven:\n- {heats}\n\nIn the shop:\n- {sells}\n\n"
    assert _levels(page) == [
        ("Level 1 - Junior", [("Heats it.", "Oven"), ("Sells.", "In the shop")]),
        ("Level 2 - Senior", [("Mends it.", "Oven"), ("Buys.", "In the shop")]),
    ]
    once = "# Ladder\n\n## Junior Engineer\n\nYou heat:\n- Ovens.\n\n## Senior Engineer\n\nYou mend:\n- Mills.\n"
    assert [said for _, said in _levels(once)] == [[("Ovens.", None)], [("Mills.", None)]]


@pytest.mark.parametrize(
    ("front", "asked"), [("level: 2\n", False), ("grade: 5\n", False), ("date: 2020-01-01\n", True)]
)
def test_that_a_page_that_says_of_itself_that_it_is_a_level_is_not_asked_about(front: str, *, asked: bool) -> None:
    page = f"---\ntitle: Product Manager\n{front}---\n\n### You plan your work\n\n- You ask.\n\n"
    page += "### You tell\n\n- You say.\n"
    found = import_text(page, "x")
    assert [said for _, said in _levels(page)] == [[("You ask.", "You plan your work"), ("You say.", "You tell")]]
    assert bool(found.questions) is asked


def test_that_tracks_of_ladders_are_the_areas_of_their_levels() -> None:
    tracks = {
        "craft": {"levels": [{"name": "Engineer", "criteria": ["Heats it"]}]},
        "people": {"levels": [{"name": "Manager", "criteria": ["Leads us"]}]},
    }
    assert _levels(json.dumps({"ladders": tracks})) == [
        ("Engineer", [("Heats it", "Craft")]),
        ("Manager", [("Leads us", "People")]),
    ]


def test_that_stressed_grades_are_read_and_what_somebody_is_not_is_a_note() -> None:
    page = "# Senior Engineer\n\n**Grade**: 7\n\n## You will\n\n- Lead.\n\n## You are not\n\n- A hero.\n"
    role = import_text(page, "x").role
    assert role is not None
    assert [(level.title, level.grade) for level in role.levels] == [("Senior Engineer", 7)]
    assert _levels(page) == [("Senior Engineer", [("Lead.", None)])]


def test_that_columns_that_say_in_brackets_for_whom_they_are_are_levels() -> None:
    sheet = "Area,Skill,Expectation (Junior),Expectation (Senior)\nCraft,Oven,Heats it well,Mends it well\n"
    assert [said for _, said in _levels(sheet)] == [
        [("Heats it well", "Craft – Oven")],
        [("Mends it well", "Craft – Oven")],
    ]

"""Shapes of published ladders that job pages do not have: prose under headings, headings between levels, tables."""

import pytest

from ladder_app.domain.role import Kind
from ladder_app.importers.result import Asks
from ladder_app.importers.sources import import_text
from tests.importers.pages import Rung, bases, doubts, role_of, rungs

_GRADE = "### Job Grade\nThe {0} is a [grade {1}](/grades).\n"


def _of(page: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    role = import_text(page, "x").role
    assert role is not None
    return [
        (level.title, [(c.text, role.areas[c.area] if c.area else None) for _, c in level.criteria()])
        for level in role.levels
    ]


def test_that_labelled_texts_under_any_heading_of_a_level_are_criteria() -> None:
    page = "# Ladder\n"
    for rank in ("Junior Baker", "Senior Baker"):
        page += f"## {rank} Engineer\n### Skills\n**Dough**: {rank} kneads.\n\n**Heat**: Watches.\n\n"
        page += "### Engagement\n**Trust**: Is trusted.\n\n"
    assert [len(texts) for _, texts in _of(page)] == [3, 3]
    assert ("**Trust**: Is trusted.", "Engagement") in _of(page)[1][1]


def test_that_prose_under_a_heading_that_every_level_has_is_a_criterion() -> None:
    page = "# Ladder\n## L1: Baker Engineer\n### Scope\nOne oven.\n### Work\n- Bakes.\n"
    page += "## L2: Senior Baker Engineer\n### Scope\nThe bakery.\n### Work\n- Mends.\n### History\nOnce we had none.\n"
    assert _of(page) == [
        ("L1: Baker Engineer", [("One oven.", "Scope"), ("Bakes.", "Work")]),
        ("L2: Senior Baker Engineer", [("The bakery.", "Scope"), ("Mends.", "Work")]),
    ]


def test_that_paragraphs_are_criteria_where_a_page_has_nothing_else() -> None:
    page = "# Baker Engineer I\n\nBakes.\n\nCleans.\n\n# Senior Baker Engineer\n\nMends.\n\nTeaches.\n"
    assert rungs(page) == [
        Rung("Baker Engineer I", None, ["Bakes.", "Cleans."], []),
        Rung("Senior Baker Engineer", None, ["Mends.", "Teaches."], []),
    ]


def test_that_what_follows_the_grade_under_its_heading_is_read() -> None:
    page = "# Bakers\n## Baker Engineer\n" + _GRADE.format("Baker Engineer", 5) + "### Responsibilities\n- Bakes.\n"
    page += "## Senior Baker Engineer\n" + _GRADE.format("Senior Baker Engineer", 6)
    page += "\nSenior Baker Engineers are Baker Engineers who additionally meet the following:\n\nHands:\n\n1. Mends.\n"
    page += "## Head Baker Engineer\n### Job Grade\nThe Head is a [grade 7](/grades).  "
    page += (
        "This role extends the [Senior Baker Engineer](#senior-baker-engineer) role.\n### Responsibilities\n- Leads.\n"
    )
    both = ("responsibility", "requirement")
    assert [rung.duties for rung in rungs(page)] == [["Bakes."], ["Mends."], ["Leads."]]
    assert [rung.grade for rung in rungs(page)] == [5, 6, 7]
    assert bases(page) == [
        ("Senior Baker Engineer", "Baker Engineer", both),
        ("Head Baker Engineer", "Senior Baker Engineer", both),
    ]


def test_that_criteria_beside_specialties_are_for_all() -> None:
    page = "# Baker Engineer\n### Responsibilities\n- Bakes.\n### Specializations\n### Bread\nKneads.\n- Rye.\n"
    page += "### Cake\nStirs.\n- Cream.\n### Requirements\n- Two hands.\n"
    assert rungs(page) == [Rung("Baker Engineer", None, ["Bakes."], ["Two hands."])]


def test_that_a_list_about_levels_does_not_replace_their_headings() -> None:
    page = "# Oven Roles\n\nRelevant experience:\n\n"
    page += "- Junior Engineer: Two years.\n- Senior Engineer: Five years.\n\n---\n\n"
    page += "## Junior Engineer\n> I learn.\n\n#### I bake good bread.\n- Kneads.\n\n---\n\n"
    page += "## Senior Engineer\n#### I am a trusted leader.\n- Teaches.\n"
    assert _of(page) == [
        ("Junior Engineer", [("Kneads.", "I bake good bread."), ("Two years.", None)]),
        ("Senior Engineer", [("Teaches.", "I am a trusted leader."), ("Five years.", None)]),
    ]


@pytest.mark.parametrize("between", ["How we promote", "Benefits"])
def test_that_criteria_of_what_stands_between_levels_are_no_level_s(between: str) -> None:
    page = "# Ladder\n## Baker Engineer\n### Duties\n- Bakes.\n"
    page += f"## {between}\nOnce a year.\n### Our criteria\n- Six months.\n## Senior Engineer\n### Duties\n- Mends.\n"
    assert rungs(page) == [Rung("Baker Engineer", None, ["Bakes."], []), Rung("Senior Engineer", None, ["Mends."], [])]
    role = role_of(page)
    assert any("Six months." in note.text for note in role.notes)


def test_that_categories_under_duties_with_a_name_are_that_level_s_at_any_depth() -> None:
    page = "# Bakers\n## Levels\n### Baker Engineer\n#### Baker Engineer Responsibilities\n- Bakes.\n"
    page += (
        "### Head Baker Engineer\nReports to nobody.\n#### Head Baker Engineer Job Grade\nIs a [grade 9](/grades).\n"
    )
    page += "## Head Baker Engineer Responsibilities\nBy area.\n### Ovens\n- Buys.\n### People\n- Hires.\n"
    page += "#### Head Baker Engineer Requirements\n- Ten years.\n"
    assert rungs(page) == [
        Rung("Baker Engineer", None, ["Bakes."], []),
        Rung("Head Baker Engineer", 9, ["Buys.", "Hires."], ["Ten years."]),
    ]


def test_that_an_introduction_to_categories_is_none() -> None:
    page = (
        "# Baker Engineer\n## Responsibilities\nThere are two kinds of work.\n### Ovens\n- Heats.\n### Shop\n- Sells.\n"
    )
    assert _of(page) == [("Baker Engineer", [("Heats.", "Ovens"), ("Sells.", "Shop")])]
    assert role_of(page).notes[0].text == "There are two kinds of work."


def test_that_a_category_after_another_kind_inside_stays_of_the_kind_around() -> None:
    page = "# Baker Engineer\n## Duties\n- Bakes.\n## Required Experience\n### Years of experience\n- Two.\n"
    page += "### What was shown\n- Bread.\n"
    assert [c.text for c in role_of(page).levels[0].requirements] == ["Two.", "Bread."]


def test_that_levels_of_proficiency_in_lists_are_levels() -> None:
    page = "# Competencies\nThere are two.\n"
    for area in ("Ovens", "Shop"):
        page += f"## {area}\nAbout it.\n- **Beginner**\n  - {area} seen.\n- **Expert**\n  - {area} known.\n"
        page += f"- **Leading Expert**\n  - {area} written about.\n"
    assert [(title, [area for _, area in texts]) for title, texts in _of(page)] == [
        (title, ["Ovens", "Shop"]) for title in ("Beginner", "Expert", "Leading Expert")
    ]


def test_that_a_table_in_html_goes_on_behind_blank_lines() -> None:
    page = "<table>\n  <tr>\n    <th>Level/Skill</th>\n    <th>Ovens</th>\n    <th>Shop</th>\n  </tr>\n\n"
    for number, said in (("1", "Heats the oven"), ("2", "Mends the oven")):
        page += (
            f"  <tr>\n    <td>{number}</td>\n    <td>{said}</td>\n    <td>\n      <ul>\n        <li>Sells {number}</li>"
        )
        page += "\n      </ul>\n    </td>\n  </tr>\n\n"
    found = import_text(page + "</table>\n", "bakers")
    assert [title for title, _ in _of(page + "</table>\n")] == ["Level 1", "Level 2"]
    assert [text for text, _ in _of(page + "</table>\n")[1][1]] == ["Mends the oven", "Sells 2"]
    assert not list(found.unplaced())


def test_that_every_table_of_a_page_with_two_titles_gives_its_levels() -> None:
    page = "# Titles for the shop\n\n| Area | Junior Sales Rep (L1) | Sales Rep (L2) |\n|--|--|--|\n"
    page += "| Talk | Listens well. | Talks well. |\n\n# Titles for its heads\n\n"
    page += "| Area | Sales Manager (M1) | Head of Sales (M2) |\n|--|--|--|\n| Talk | Hears out. | Speaks out. |\n"
    role = role_of(page)
    assert role.title == "Titles for the shop"
    assert [level.title for level in role.levels] == [
        "Junior Sales Rep (L1)", "Sales Rep (L2)", "Sales Manager (M1)", "Head of Sales (M2)",
    ]  # fmt: skip


def test_that_the_first_of_several_chapters_is_the_title() -> None:
    page = "# Baker\nBakes bread.\n\n## Baker Engineer 1\n- Bakes.\n\n## Baker Engineer 2\n- Mends.\n\n"
    page += "# Other pages\n- [Shop](shop.md)\n"
    assert role_of(page).title == "Baker"


def test_that_a_list_of_links_is_a_way_to_other_pages() -> None:
    page = "# [Home](a.md)\n* [Baker 1](b1.md)\n* [Baker 2](b2.md)\n\n### Ovens\n#### Heats\n* Heats it.\n"
    found = import_text(page, "baker")
    assert found.role is not None
    assert [c.text for _, _, c in found.role.criteria()] == ["Heats it."]
    assert [question.asks for question in doubts(found)] == [Asks.LEVELS]


def test_that_permanent_links_and_the_word_level_are_no_part_of_a_name() -> None:
    page = '<html><h2 id="b">Baker Engineer\n<a href="#b">#</a></h2><ul><li>Bakes.</li></ul>'
    page += '<h2 id="s">Level: Senior Engineer <a href="#s">¶</a></h2><ul><li>Mends.</li></ul></html>'
    assert [title for title, _ in _of(page)] == ["Baker Engineer", "Senior Engineer"]


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("Baker 2 duties extend those of [Baker 1](#baker-1), plus:", ("responsibility",)),
        ("Extends the Baker 1 responsibilities in complexity and scope.", ("responsibility",)),
        ("Everything a Baker 1 does plus...", ("responsibility",)),
    ],
)
def test_that_further_sentences_of_inheritance_are_understood(said: str, kinds: tuple[str, ...]) -> None:
    page = f"## Baker 1\n### Duties\n- Bakes.\n## Baker 2\n### Duties\n- {said}\n- Mends.\n"
    assert bases(page) == [("Baker 2", "Baker 1", kinds)]
    assert [rung.duties for rung in rungs(page)] == [["Bakes."], ["Mends."]]


def test_that_a_level_is_also_called_without_its_brackets() -> None:
    page = "## Team Lead (Senior Baker)\n- Leads.\n## Baker Manager\n- Everything a team lead does plus...\n- Hires.\n"
    assert [(one, other) for one, other, _ in bases(page)] == [("Baker Manager", "Team Lead (Senior Baker)")]


def test_that_a_link_to_what_all_share_that_names_a_level_is_that_level() -> None:
    page = "## Baker Engineer\n### Baker Engineer Responsibilities\n- Bakes.\n## Head Engineer\n"
    page += "The Head Engineer role extends the [Baker Engineer](#duties) role.\n### Head Engineer Responsibilities\n"
    page += "- Leads.\n## Specialties\n### Cakes\n#### Duties\n- Cream.\n"
    assert [(one, other) for one, other, _ in bases(page)] == [("Head Engineer", "Baker Engineer")]


@pytest.mark.parametrize("heading", ["Nice-to-have's", "Requirements (all levels)", "Requirements (for each role)"])
def test_that_headings_with_something_behind_keep_their_meaning(heading: str) -> None:
    page = f"# Baker\n## Duties\n- Bakes.\n## {heading}\n- Hands.\n"
    found = role_of(page)
    assert [(kind, c.text) for _, kind, c in found.criteria()][-1] == (Kind.REQUIREMENT, "Hands.")


def test_that_a_level_over_several_rows_of_a_table_is_one() -> None:
    page = "# Bakers\n<table>\n<tr><th>Level</th><th>Ovens</th><th>Shop</th></tr>\n<!-- one -->\n"
    for number in (1, 2):
        page += f'<tr><th rowspan="3">IC{number}</th></tr>\n<tr><td colspan="2">Baker of rank {number}.</td></tr>\n'
        page += (
            f"<tr><td><ul><li>Heats the oven {number}</li></ul></td><td>Sells bread {number}</td></tr>\n<!-- next -->\n"
        )
    role = role_of(page + "</table>\n")
    assert [(level.title, level.summary) for level in role.levels] == [
        ("IC1", "Baker of rank 1."), ("IC2", "Baker of rank 2."),
    ]  # fmt: skip
    assert [[text for text, _ in texts] for _, texts in _of(page + "</table>\n")] == [
        ["Heats the oven 1", "Sells bread 1"],
        ["Heats the oven 2", "Sells bread 2"],
    ]


def test_that_headings_that_are_statements_say_nothing_of_kinds() -> None:
    page = "---\ntitle: Senior Engineer\n---\n"
    page += "### You can look beyond your own work and the team's responsibilities\n- Asks.\n"
    page += "### You are the one who cares for quality and requirements\n- Tests.\n"
    assert [c.text for c in role_of(page).levels[0].responsibilities] == ["Asks.", "Tests."]


def test_that_tables_of_figures_are_nothing_to_be_rated_by() -> None:
    page = (
        "# Team Lead\n## Duties\n- Leads.\n## Competencies\n\n| Competency | Importance |\n|--|--|\n| Ovens | 25 % |\n"
    )
    page += "\n## Job Titles\n- **Title** - What it is.\n\n| Job title | From | Salary |\n|--|--|--|\n"
    page += "| Manager | 0.0 | 0 |\n| Manager | 2.6 | 0 |\n"
    found = import_text(page, "x")
    assert found.role is not None
    assert [c.text for _, _, c in found.role.criteria()] == ["Leads."]
    assert not found.questions


def test_that_a_level_told_in_prose_between_levels_with_lists_is_one() -> None:
    page = "### Junior Baker Engineer\n- Bakes.\n### Mid Level Baker Engineers\nBetween the two.\n"
    page += "### Senior Baker Engineers\n- Mends.\n"
    assert [level.title for level in role_of(page).levels] == [
        "Junior Baker Engineer", "Mid Level Baker Engineers", "Senior Baker Engineers",
    ]  # fmt: skip


def test_that_the_responsibilities_of_a_rank_plus_more_are_taken_over() -> None:
    page = "## Levels\n### Junior\n#### Junior Responsibilities\n- Bakes.\n### Senior\n#### Senior Responsibilities\n"
    page += "The Junior responsibilities, plus the responsibilities below:\n- Mends.\n"
    assert bases(page) == [("Senior", "Junior", ("responsibility",))]


def test_that_kinds_for_the_roles_of_a_family_are_shared_and_a_grade_level_is_a_grade() -> None:
    page = "## Responsibilities for Baker roles\n- Bakes.\n## General requirements for Baker roles\n- Hands.\n"
    page += "## Levels of Baker roles\n### Junior Baker Engineer\n#### Junior Baker Engineer Grade Level\n"
    page += "The Junior is a [grade 5](/grades).\n#### Junior Baker Engineer Responsibilities\n- Kneads.\n"
    assert rungs(page) == [Rung("Junior Baker Engineer", 5, ["Bakes.", "Kneads."], ["Hands."])]


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("The requirements of the Baker Engineer extend the Junior Baker Engineer role and include:", ("requirement",)),
        ("One must meet the requirements for a [Junior Baker Engineer](#j) (or above).", ("requirement",)),
    ],
)
def test_that_requirements_to_be_met_are_taken_over(said: str, kinds: tuple[str, ...]) -> None:
    page = "## Junior Baker Engineer\n### Requirements\n- Hands.\n## Baker Engineer\n### Requirements\n"
    page += f"{said}\n\n- Two years.\n"
    assert bases(page) == [("Baker Engineer", "Junior Baker Engineer", kinds)]
    assert rungs(page)[1].needs == ["Two years."]


def test_that_a_section_above_is_what_all_share_not_the_level_before() -> None:
    page = "## Requirements\n- Hands.\n## Levels\n### Baker Intern\n#### Baker Intern Requirements\n- Asks.\n"
    page += (
        "### Junior Baker\n#### Junior Baker Requirements\nThe Requirements extend the section above:\n- One year.\n"
    )
    assert [one for one, other, _ in bases(page) if other == "Baker Intern"] == ["Junior Baker"]  # for what all share
    role = role_of(page)
    assert [extends.text for level in role.levels for extends in level.extends] == [None]


def test_that_what_stands_inside_a_taken_over_entry_is_not_lost() -> None:
    page = "## Baker 1\n### Duties\n- Bakes.\n## Baker 2\n### Duties\n- Extends the Baker 1 duties by:\n"
    page += "  - Mending ovens at night.\n  - Teaching whoever asks.\n"
    assert bases(page) == [("Baker 2", "Baker 1", ("responsibility",))]
    assert rungs(page)[1].duties == ["Mending ovens at night.", "Teaching whoever asks."]


def test_that_each_bullet_in_a_table_of_behaviours_is_a_criterion() -> None:
    page = "<html><h2>Baker Engineer</h2><table><tr><td>Responsibility</td><td>Key behaviors</td></tr>"
    page += "<tr><td>Ovens</td><td><ul><li>Heats them.</li></ul><ul><li>Mends them.</li></ul></td></tr></table></html>"
    assert _of(page)[0][1] == [("Heats them.", "Ovens"), ("Mends them.", "Ovens")]

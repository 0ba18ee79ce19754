"""The many ways in which pages say which levels there are and what they ask for."""

import pytest

from ladder_app.importers.markdown import import_markdown
from tests.importers.pages import Rung, role_of, rungs

_JUNIOR = Rung("Junior Baker", None, ["Bakes bread."], ["Can bake."])
_SENIOR = Rung("Senior Baker", None, ["Teaches bakers."], ["Has taught."])

_H3_UNDER_LEVELS = """
## Levels
### Junior Baker
#### Responsibilities
* Bakes bread.
#### Requirements
* Can bake.
### Senior Baker
#### Responsibilities
* Teaches bakers.
#### Requirements
* Has taught.
"""
_H2_WITHOUT_LEVELS = _H3_UNDER_LEVELS.replace("## Levels\n", "").replace("###", "##").replace("####", "###")
_H4_LEVELS = _H3_UNDER_LEVELS.replace("#### ", "##### ").replace("### J", "#### J").replace("### S", "#### S")
_NAMED_IN_FRONT = _H3_UNDER_LEVELS.replace("#### R", "#### Baker R")
_FLAT_AND_NAMED = """
## Levels
### Junior Baker
### Junior Baker Responsibilities
* Bakes bread.
### Junior Baker Requirements
* Can bake.
### Senior Baker
### Senior Baker Responsibilities
* Teaches bakers.
### Senior Baker Requirements
* Has taught.
"""
_ONLY_IN_THE_SECTIONS = """
## Junior Baker Responsibilities
* Bakes bread.
## Junior Baker Requirements
* Can bake.
## Senior Baker Responsibilities
* Teaches bakers.
## Senior Baker Requirements
* Has taught.
"""
_NAMED_BEHIND = """
## Responsibilities of the Junior Baker
* Bakes bread.
## Requirements for the Junior Baker
* Can bake.
## Responsibilities of the Senior Baker
* Teaches bakers.
## Requirements for the Senior Baker
* Has taught.
"""
_BOLD = """
**Junior Baker**

**Responsibilities:**

- Bakes bread.

**Requirements:**

- Can bake.

**Senior Baker**

**Responsibilities:**

- Teaches bakers.

**Requirements:**

- Has taught.
"""
_LABELS = """
## Junior Baker

Responsibilities:
- Bakes bread.

Requirements:
- Can bake.

## Senior Baker

Responsibilities:
- Teaches bakers.

Requirements:
- Has taught.
"""
_SETEXT = """
Junior Baker
------------

### What you'll do

1. Bakes bread.

### Who you are

1. Can bake.

Senior Baker
------------

### What you will be doing

1. Teaches bakers.

### What we're looking for

1. Has taught.
"""
_CODED = """
## L1
### Key responsibilities
* Bakes bread.
### Qualifications
* Can bake.
## L2
### Key responsibilities
* Teaches bakers.
### Qualifications
* Has taught.
"""
_HTML = """
<h2>Junior Baker</h2>
<h3>Responsibilities</h3>
<ul>
  <li>Bakes bread.</li>
</ul>
<h3>Requirements</h3>
<ul><li>Can bake.</li></ul>
<h2>Senior Baker</h2>
<h3>Responsibilities</h3>
<ul>
  <li>
    Teaches
    bakers.
  </li>
</ul>
<h3>Requirements</h3>
<ul><li>Has taught.</li></ul>
"""
_PROSE_ONLY = """
## Junior Baker
### Responsibilities
Bakes bread.
### Requirements
Can bake.
## Senior Baker
### Responsibilities
Teaches bakers.
### Requirements
Has taught.
"""


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(_H3_UNDER_LEVELS, id="h3 under Levels"),
        pytest.param(_H2_WITHOUT_LEVELS, id="h2 without Levels"),
        pytest.param(_H4_LEVELS, id="h4"),
        pytest.param(_NAMED_IN_FRONT, id="name in front"),
        pytest.param(_FLAT_AND_NAMED, id="sections beside their level"),
        pytest.param(_ONLY_IN_THE_SECTIONS, id="levels only named by their sections"),
        pytest.param(_NAMED_BEHIND, id="name behind"),
        pytest.param(_BOLD, id="bold lines"),
        pytest.param(_LABELS, id="labels"),
        pytest.param(_SETEXT, id="underlined headings, other words, numbers"),
        pytest.param(_HTML, id="HTML"),
        pytest.param(_PROSE_ONLY, id="prose only"),
        pytest.param(_H3_UNDER_LEVELS.replace("Responsibilities", "Responsibilites"), id="misspelled"),
        pytest.param(_H3_UNDER_LEVELS.replace("Requirements", "Requirments:"), id="misspelled with a colon"),
        pytest.param(_H3_UNDER_LEVELS.replace("* ", "1. "), id="numbered"),
        pytest.param(_H3_UNDER_LEVELS.replace(" Baker\n", " Baker {#here}\n"), id="kramdown id"),
        pytest.param(_H3_UNDER_LEVELS.replace(" Baker\n", " Baker\n{: .no_toc}\n"), id="kramdown attribute"),
        pytest.param(
            _H3_UNDER_LEVELS.replace("### J", "### **J").replace("r Baker\n", "r Baker**\n", 1), id="bold heading"
        ),
        pytest.param(_H3_UNDER_LEVELS.replace("#### ", "<a name='x'></a>\n#### "), id="anchors before headings"),
        pytest.param(_H3_UNDER_LEVELS.replace("\n", "\r\n"), id="Windows line ends"),
        pytest.param("---\ntitle: Baker\n---\n" + _H3_UNDER_LEVELS, id="front matter"),
    ],
)
def test_that_two_levels_with_one_duty_and_one_need_are_read(page: str) -> None:
    found = rungs(page)
    titles = [rung.title for rung in found]
    assert [(r.duties, r.needs) for r in found] == [(_JUNIOR.duties, _JUNIOR.needs), (_SENIOR.duties, _SENIOR.needs)]
    assert [title.casefold() for title in titles] in (["junior baker", "senior baker"], ["l1", "l2"])


def test_that_levels_of_unknown_jobs_are_levels_by_what_they_hold() -> None:
    page = "# Ladder\n## Barista\n### Responsibilities\n- Brews.\n## Sommelière\n### Responsibilities\n- Pours.\n"
    assert [(rung.title, rung.duties) for rung in rungs(page)] == [("Barista", ["Brews."]), ("Sommelière", ["Pours."])]


def test_that_coded_levels_are_levels() -> None:
    assert [rung.title for rung in rungs(_CODED)] == ["L1", "L2"]


def test_that_a_page_without_levels_is_one_level() -> None:
    page = "---\ntitle: Baker\n---\nHi.\n\n## Job Grade\nThe Baker is a [grade 6](/g).\n## Responsibilities\n- Bakes.\n"
    assert rungs(page) == [Rung("Baker", 6, ["Bakes."], [])]


def test_that_a_title_may_be_the_only_first_heading() -> None:
    role = role_of("# Baker\n\nBakes for all.\n\n## Responsibilities\n- Bakes.\n")
    assert (role.title, role.summary, role.levels[0].title) == ("Baker", "Bakes for all.", "Baker")


def test_that_what_all_levels_share_is_on_the_lowest_and_reaches_the_others() -> None:
    page = "---\ntitle: Bakers\n---\n## Requirements\n- Can bake.\n" + _H3_UNDER_LEVELS.replace(
        "#### Requirements\n* Can bake.\n", ""
    ).replace("#### Requirements\n* Has taught.\n", "")
    role = role_of(page)
    assert [c.text for c in role.levels[0].requirements] == ["Can bake."]
    assert [(e.level, [k.value for k in e.kinds]) for e in role.levels[1].extends] == [
        ("junior-baker", ["requirement"])
    ]


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("The Baker is a [grade 8](/grades/#job-grades).", 8),
        ("The Baker is a [8](/grades/#job-grades).", 8),
        ("The Baker is a [level 8](/grades/#job-grades).", 8),
        ("The Baker is a [Grade](/grades) 8 job.", 8),
        ("The Baker is a grade [8].", 8),
        ("The Baker is [Job Grade 8](/grades).", 8),
        ("The Baker is a grade 8 role and reports to the Head Baker.", 8),
        ("Grade: 8", 8),
        ("8", 8),
        ("The Baker is a grade 8 or 9.", None),
        ("The Baker is a [grade 9.5](/grades).", None),
    ],
)
def test_that_a_grade_is_read_in_every_spelling(sentence: str, grade: int | None) -> None:
    page = f"## Baker\n### Job Grade\n{sentence}\n### Responsibilities\n- Bakes.\n"
    (level,) = role_of(page).levels
    assert (level.grade, level.grade_text) == (grade, sentence)


def test_that_a_table_gives_grades_to_levels() -> None:
    table = "| Role | Grade |\n|---|---|\n| Junior Baker | 5 |\n| [Senior Baker](#senior-baker) | [Grade 7](/g) |\n"
    page = _H3_UNDER_LEVELS.replace("## Levels\n", "## Levels\n\n" + table + "\n")
    assert [rung.grade for rung in rungs(page)] == [5, 7]


def test_that_specialties_are_no_levels() -> None:
    page = (
        _H3_UNDER_LEVELS
        + "## Specialties\n### Cake Engineer\n#### Requirements\n- Knows cake.\n## Hiring Process\n- A call.\n"
    )
    role = role_of(page)
    assert [level.title for level in role.levels] == ["Junior Baker", "Senior Baker"]
    assert "- Knows cake." in next(
        n.text for n in role.notes if n.title == "Specialties – Cake Engineer – Requirements"
    )
    assert role.hiring_process is not None


def test_that_a_level_after_the_specialties_is_one_if_it_has_a_grade() -> None:
    page = (
        _H3_UNDER_LEVELS
        + "## Specialties\n### Cake\nCakes.\n### Head Baker\n#### Job Grade\nThe Head Baker is a grade 9.\n"
    )
    assert [rung.title for rung in rungs(page)] == ["Junior Baker", "Senior Baker", "Head Baker"]


def test_that_nice_to_haves_are_requirements_that_are_a_plus() -> None:
    (level,) = role_of("# Baker\n## Requirements\n- Can bake.\n## Nice-to-haves\n- Has an oven.\n").levels
    assert [(c.text, c.plus) for c in level.requirements] == [("Can bake.", False), ("Has an oven.", True)]


def test_that_sub_bullets_are_part_of_a_sentence() -> None:
    ((_, _, duties, _),) = rungs(
        "# Baker\n## Duties\n- Bakes at least two kinds of bread.\n  - Rye\n  - Wheat\n- Cleans.\n"
    )
    assert duties == ["Bakes at least two kinds of bread.\n- Rye\n- Wheat", "Cleans."]


def test_that_the_bullets_of_a_category_are_the_criteria() -> None:
    page = (
        "# Baker\n## Responsibilities\n- **Oven**\n"
        "  - Heats the oven in time.\n  - Cleans the oven at night.\n- Sells.\n"
    )
    role = role_of(page)
    found = [(c.text, c.area) for c in role.levels[0].responsibilities]
    assert found == [("Heats the oven in time.", "oven"), ("Cleans the oven at night.", "oven"), ("Sells.", None)]
    assert role.areas == {"oven": "Oven"}


def test_that_headings_inside_a_section_are_areas() -> None:
    page = "# Baker\n## Responsibilities\n### Oven\n- Heats it.\n### Shop\n- Sells.\n## Requirements\n- Can bake.\n"
    role = role_of(page)
    assert [(c.text, c.area) for _, c in role.levels[0].criteria()] == [
        ("Heats it.", "oven"),
        ("Sells.", "shop"),
        ("Can bake.", None),
    ]


def test_that_lead_ins_are_notes_and_no_criteria() -> None:
    role = role_of("# Baker\n## Responsibilities\nAs a baker you will often:\n- Bake.\n")
    assert [c.text for c in role.levels[0].responsibilities] == ["Bake."]
    assert [n.text for n in role.notes] == ["As a baker you will often:"]


def test_that_wrapped_bullets_are_one_text() -> None:
    ((_, _, duties, _),) = rungs("# Baker\n## Responsibilities\n- Bakes bread\n  at night\nand sells it.\n- Sleeps.\n")
    assert duties == ["Bakes bread at night and sells it.", "Sleeps."]


def test_that_bare_lines_and_foreign_bullets_are_criteria() -> None:
    ((_, _, duties, needs),) = rungs(
        "# Baker\n## Responsibilities\nBakes bread\nSells bread\n"
        "Cleans the shop\n## Requirements\n• Can bake\n• Can sell\n"
    )
    assert duties == ["Bakes bread", "Sells bread", "Cleans the shop"]
    assert needs == ["Can bake", "Can sell"]


def test_that_a_wrapped_paragraph_is_one_criterion() -> None:
    ((_, _, duties, _),) = rungs("# Baker\n## Duties\nBakes bread for the whole town, every night,\nand sells it.\n")
    assert duties == ["Bakes bread for the whole town, every night, and sells it."]


def test_that_a_table_of_levels_is_read_by_columns() -> None:
    rows = "| Oven | Heats it. | Mends it. |\n| Shop | Sells. | |\n"
    page = "# Bakers\n\n| Skill | Junior Baker | Senior Baker |\n|---|---|---|\n" + rows
    role = role_of(page)
    assert [(level.title, [(c.text, c.area) for _, c in level.criteria()]) for level in role.levels] == [
        ("Junior Baker", [("Heats it.", "oven"), ("Sells.", "shop")]),
        ("Senior Baker", [("Mends it.", "oven")]),
    ]


def test_that_tables_per_level_are_read() -> None:
    page = "# Bakers\n"
    for title, text in (("Baker I", "Heats it."), ("Baker II", "Mends it.")):
        page += f"## {title} Engineer\n### Craft\n| | |\n|--|--|\n| **Oven** | {text} |\n"
    assert [(level.title, [(c.text, c.area) for _, c in level.criteria()]) for level in role_of(page).levels] == [
        ("Baker I Engineer", [("Heats it.", "oven")]),
        ("Baker II Engineer", [("Mends it.", "oven")]),
    ]


def test_that_indicators_are_read_with_links_and_measures() -> None:
    role = role_of(
        "# Baker\n## Responsibilities\n- Bakes.\n## Performance Indicators\n"
        "1. [Loaves](/loaves)\n1. Smiles\n   - Count them.\n"
    )
    assert [(i.text, i.url, i.measure) for i in role.performance_indicators] == [
        ("Loaves", "/loaves", None),
        ("Smiles", None, "Count them."),
    ]


def test_that_a_hiring_process_has_intro_steps_and_outro() -> None:
    hiring = role_of(
        "# Baker\n## Responsibilities\n- Bakes.\n## Hiring Process\nFirst:\n1. A call.\n1. A cake.\n\nThat is all.\n"
    ).hiring_process
    assert hiring is not None
    assert (hiring.intro, hiring.steps, hiring.outro) == ("First:", ("A call.", "A cake."), "That is all.")


def test_that_texts_stay_as_written() -> None:
    text = "Uses “quotes”, don’t, [links][ref], `code` &amp; *stars* – all\u00a0of it"
    role = role_of(f"# Baker\n## Responsibilities\n- {text}\n\n[ref]: /somewhere\n")
    assert role.levels[0].responsibilities[0].text == text
    assert [(n.title, n.text) for n in role.notes] == [("Links", "[ref]: /somewhere")]


def test_that_a_page_without_anything_to_rate_has_no_role() -> None:
    from ladder_app.importers.markdown import import_markdown
    from ladder_app.importers.result import Asks

    found = import_markdown("---\ntitle: Roles\n---\n\nSee elsewhere.\n", "roles")
    assert found.role is None
    assert [q.asks for q in found.questions] == [Asks.LEVELS]


def test_that_a_table_with_a_row_for_each_level_is_read() -> None:
    page = """# Bakers

<table>
  <tr>
    <th>Level/Skill</th>
    <th>Oven</th>
    <th>Shop</th>
  </tr>
  <tr>
    <td>1</td>
    <td>Heats the oven every night</td>
    <td>
      <ul>
        <li>Sells bread to the town</li>
        <li>Cleans the shop at night</li>
      </ul>
    </td>
  </tr>
</table>
"""
    role = role_of(page)
    assert [(level.title, [(c.text, c.area) for _, c in level.criteria()]) for level in role.levels] == [
        (
            "Level 1",
            [
                ("Heats the oven every night", "oven"),
                ("Sells bread to the town", "shop"),
                ("Cleans the shop at night", "shop"),
            ],
        )
    ]


def test_that_categories_that_come_back_under_each_level_are_areas() -> None:
    page = "# Ladder\n"
    for title in ("Junior Engineer (L3)", "Senior Engineer (L5)"):
        page += (
            f"## {title}\n**Experience**: some\n### Craft\n- Writes code as {title}.\n### Impact\n- Ships as {title}.\n"
        )
    role = role_of(page)
    assert [level.title for level in role.levels] == ["Junior Engineer (L3)", "Senior Engineer (L5)"]
    assert [c.area for _, c in role.levels[1].criteria()] == ["craft", "impact"]


def test_that_a_label_right_under_a_list_or_a_text_heads_the_next_list() -> None:
    page = (
        "# Bakery\n## Levels\n### Baker\nBakes for the town.\n**Responsibilities**\n- Bakes bread\n"
        "**Requirements:**\n1. Can knead\n2. Reads\nNice-to-haves:\n- Speaks French\n"
    )
    (baker,) = role_of(page).levels
    assert baker.summary == "Bakes for the town."
    assert [c.text for c in baker.responsibilities] == ["Bakes bread"]
    assert [(c.text, c.plus) for c in baker.requirements] == [
        ("Can knead", False),
        ("Reads", False),
        ("Speaks French", True),
    ]


def test_that_a_bold_word_in_a_bullet_over_several_lines_stays_in_it() -> None:
    page = "# Baker\n## Responsibilities\n- Bakes bread by the\n  **Requirements**\n  of the shop\n- Sells\n"
    duties = role_of(page).levels[0].responsibilities
    assert [duty.text for duty in duties] == ["Bakes bread by the **Requirements** of the shop", "Sells"]


@pytest.mark.parametrize("form", ["{} - {}", "{} – {}", "{}: {}", "{} ({})", "{}, {}", "{} / {}"])
@pytest.mark.parametrize("name", ["Payroll", "Engineer", "Level 1"])
def test_that_the_name_of_the_level_may_stand_behind_a_kind_whatever_it_sounds_like(form: str, name: str) -> None:
    duties, needs = form.format("Responsibilities", name), form.format("Requirements", name)
    page = f"# Office\n## Levels\n### {name}\n#### {duties}\n- Pays.\n- Files.\n#### {needs}\n- Can count.\n"
    role = role_of(page + "### Senior Clerk\n#### Responsibilities\n- Leads.\n")
    (first, _) = role.levels
    assert (first.title, [c.text for c in first.responsibilities]) == (name, ["Pays.", "Files."])
    assert [c.text for c in first.requirements] == ["Can count."]
    assert not role.areas


def test_that_marks_with_no_break_spaces_are_marks() -> None:
    page = "# Baker\n##\u00a0Responsibilities\n-\u00a0Bakes\u00a0bread\n- Sells\n\n1.\u00a0Cleans\n"
    duties = role_of(page).levels[0].responsibilities
    assert [duty.text for duty in duties] == ["Bakes\u00a0bread", "Sells", "Cleans"]


def test_that_what_stands_beside_levels_that_have_such_a_heading_of_their_own_is_for_all_and_asked_about() -> None:
    own = "".join(
        f"## {who} Baker\n\n### Responsibilities\n\n- Bakes {who}.\n\n### Requirements\n\n- Knows {who}.\n\n"
        for who in ("Junior", "Senior")
    )
    found = import_markdown(f"# Bakers\n\n{own}## Requirements\n\n- Gets up early.\n", "bakers")
    assert found.role is not None
    first, last = found.role.levels
    assert "Gets up early." in [c.text for c in first.requirements]
    assert "Gets up early." not in [c.text for c in last.requirements]
    assert last.extends
    assert [question.line for question in found.questions] == [25]

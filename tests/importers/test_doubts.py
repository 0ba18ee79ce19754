"""What is odd about a ladder as a whole is asked: its order, its name, levels that grow; and what names carry."""

import pytest

from ladder_app.importers.level_names import level_name
from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks, Imported, Place
from ladder_app.importers.sources import import_text
from ladder_app.importers.years_asked import years_in
from tests.importers.pages import places, role_of, rungs, table


def _asked(found: Imported) -> list[tuple[Asks, int]]:
    return [(question.asks, question.line) for question in found.questions]


def _page(*titles: str) -> str:
    return "# Bakery\n\n" + "".join(f"## {title}\n\n- Bakes the {number}.\n\n" for number, title in enumerate(titles))


@pytest.mark.parametrize(
    "titles",
    [
        ("Staff Engineer", "Senior Engineer", "Engineer", "Junior Engineer"),
        ("L3", "L2", "L1"),
        ("Level 2: Baker", "Level 1: Helper", "Level 0: Guest"),
        ("Baker III", "Baker II", "Baker I"),
        ("Sênior", "Pleno", "Júnior"),
    ],
)
def test_that_levels_listed_downwards_are_turned_round_and_asked_about(titles: tuple[str, ...]) -> None:
    found = import_markdown(_page(*titles), "x")
    assert found.role is not None
    assert [level.title for level in found.role.levels] == list(reversed(titles))
    assert _asked(found) == [(Asks.ORDER, 3)]
    upwards = import_markdown(_page(*reversed(titles)), "x")
    assert upwards.role is not None
    assert [level.title for level in upwards.role.levels] == list(reversed(titles))
    assert not upwards.questions


@pytest.mark.parametrize(
    "titles",
    [
        ("Senior Baker", "Baker Manager", "Junior Baker", "Staff Baker"),
        ("Head Engineer", "Analyst", "Designer"),
        ("Senior Baker", "Staff Baker", "Baker Manager", "Senior Baker Manager"),
        ("L1", "Senior Baker", "L0"),
    ],
)
def test_that_levels_in_no_order_stay_as_they_are(titles: tuple[str, ...]) -> None:
    found = import_markdown(_page(*titles), "x")
    assert found.role is not None
    assert [level.title for level in found.role.levels] == list(titles)
    assert Asks.ORDER not in [question.asks for question in found.questions]


def test_that_tables_and_grades_tell_the_order_too() -> None:
    found = import_text(table("Skill|Senior|Junior", "Oven|Mends it well|Heats it well"), "x")
    assert found.role is not None
    assert [level.title for level in found.role.levels] == ["Junior", "Senior"]
    graded = "# Bakery\n\n" + "".join(
        f"## {title}\n\nThe {title} is a grade {grade}.\n\n- Bakes {grade} loaves.\n\n"
        for title, grade in (("Analyst", 9), ("Designer", 7), ("Clerk", 5))
    )
    assert [level.grade for level in role_of(graded).levels] == [5, 7, 9]


def test_that_what_stands_before_is_the_lower_level_also_where_they_are_listed_downwards() -> None:
    page = (
        "# B\n## Senior Baker\n- Everything from the previous level, plus:\n- Mends it.\n## Junior Baker\n- Heats it.\n"
    )
    role = role_of(page)
    assert [level.title for level in role.levels] == ["Junior Baker", "Senior Baker"]
    assert [extends.level for extends in role.levels[1].extends] == ["junior-baker"]


def test_that_a_title_that_has_nothing_in_common_with_the_level_is_asked_about() -> None:
    page = "# Mill Manager\n\n## Quote\n\nWe bake.\n\n## Junior Baker – Job Profile\n\n"
    page += "### Responsibilities\n\n- Heats it.\n"
    found = import_markdown(page, "x")
    assert [rung.title for rung in rungs(page)] == ["Junior Baker"]
    assert _asked(found) == [(Asks.LEVELS, 7)]
    assert not import_markdown(page.replace("Mill Manager", "Bakers"), "x").questions
    assert not import_markdown(page.replace("Mill Manager", "Our bakery"), "x").questions


@pytest.mark.parametrize(
    "sentence",
    [
        "All levels are cumulative.",
        "Each level builds on the one before it.",
        "Every role includes the expectations of the roles below.",
        "Todos os níveis são cumulativos.",
        "Los niveles son acumulativos.",
        "Die Stufen sind kumulativ.",
        "Les niveaux sont cumulatifs.",
        "各レベルは累積します。",
    ],
)
def test_that_levels_that_are_said_to_grow_are_asked_about(sentence: str) -> None:
    page = f"# Bakery\n\n{sentence}\n\n## Junior Baker\n\n- Heats it.\n\n## Senior Baker\n\n- Mends it.\n"
    assert _asked(import_markdown(page, "x")) == [(Asks.EXTENDS, 3)]
    assert _asked(import_markdown(page.replace(sentence, "- We bake.\n- " + sentence), "x")) == [(Asks.EXTENDS, 4)]
    assert not import_markdown(page.replace(sentence, "We bake at all levels of heat."), "x").questions


@pytest.mark.parametrize(
    "heading",
    [
        "Senior Baker", "Senior Baker – Job Profile", "Senior Baker - Job Description", "Senior Baker: Role Profile",
        "Senior Baker (Job Description)", "Role: Senior Baker", "Level: Senior Baker", "Job Title – Senior Baker",
        "Job Description: Senior Baker", "Senior Baker Role", "Senior Baker | Expectations", "Poste : Senior Baker",
        "**Senior Baker** – Role Overview", "Senior Baker – Stellenbeschreibung",
    ],
)  # fmt: skip
def test_that_words_that_say_that_it_is_a_level_are_no_part_of_its_name(heading: str) -> None:
    assert level_name(heading) == "Senior Baker"


@pytest.mark.parametrize(
    "heading", ["Baker – Bread", "Role Model Baker", "Level 3 – Baker", "Job Coach", "Head of Profile"]
)
def test_that_other_words_stay(heading: str) -> None:
    assert level_name(heading) == heading


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Usually at least 5-8 years of experience in baking", (5, "baking")),
        ("Typically requires a minimum of 5 years of professional experience.", (5, "professional experience")),
        ("Usually less than 2 years of experience in baking", None),
        ("Up to 3 years of experience in baking", None),
        ("Plans the next 3 years of the bakery", None),
    ],
)
def test_that_years_are_suggested_wherever_they_stand(text: str, years: tuple[int, str] | None) -> None:
    found = years_in(text)
    assert (None if found is None else (found.minimum, found.of)) == years
    for page in (
        f"# B\n## Junior Baker\n- Heats it.\n## Senior Baker\n- {text}\n",
        table("Skill|Junior Baker|Senior Baker", f"Oven|Heats it well|{text}"),
        f"Skill,Junior Baker,Senior Baker\nOven,Heats it well,{text}\n",
    ):
        suggested = [s.field for s in import_text(page, "x").suggestions]
        assert suggested == ([] if years is None else ["years"])


def test_that_a_statement_in_bold_is_no_heading() -> None:
    page = "# Junior Baker\n\nHeats the oven.\n\n__Experience: has baked for some years before.__\n\n"
    page += "# Senior Baker\n\nMends the oven.\n\nBuilds it.\n"
    assert [rung.duties for rung in rungs(page)] == [
        ["Heats the oven.", "Experience: has baked for some years before."],
        ["Mends the oven.", "Builds it."],
    ]


def test_that_pictures_are_layout() -> None:
    picture = '<picture>\n<source media="(x)" srcset="a.png">\n<img src="b.png" alt="b">\n</picture>\n'
    page = f"# Bakery\n\n{picture}\n## Junior Baker\n\n- Heats it.\n\n<img src='c.png'/> <img src='d.png'/>\n"
    found = import_markdown(page, "x")
    assert {places(found)[line] for line in (3, 4, 5, 6, 12)} == {Place.LAYOUT}


@pytest.mark.parametrize("base", ["L1", "Junior Baker"])
def test_that_a_level_that_is_said_to_meet_what_another_is_asked_is_asked_about(base: str) -> None:
    page = "# L2\n\n## Responsibilities\n\n### Oven\n\n"
    page += f"Bakers are comfortable with the requirements for success at the {base} level. They mend it.\n"
    found = import_markdown(page, "x")
    assert _asked(found) == [(Asks.EXTENDS, 7)]
    assert [len(rung.duties) for rung in rungs(page)] == [1]
    assert not import_markdown(page.replace(f"the {base} level", "the oven"), "x").questions


def test_that_a_page_with_one_link_that_is_called_as_no_role_is_asked_about() -> None:
    entry = "[A script](./code) that turns a sheet of duties into another format.\n"
    assert _asked(import_markdown(f"# Tools for skills & duties\n\n{entry}", "tools")) == [(Asks.LEVELS, 1)]

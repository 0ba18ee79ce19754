"""Ladders that are counted: numbered lists under competencies, and figures of a scale in tables."""

import pytest

from ladder_app.importers.result import Asks, Place
from ladder_app.importers.sources import import_text
from tests.importers.pages import doubts, places, role_of, rungs, table

_STEPS = "1. Kneads with help of others.\n2. Kneads alone every day.\n3. Teaches how to knead.\n\n"


def _page(*skills: str, steps: str = _STEPS, over: str = "Levels") -> str:
    return f"# Bakers\n## {over}\n" + "".join(f"### {skill}\n{steps}" for skill in skills)


def test_that_numbered_lists_of_one_length_under_levels_count_the_levels_up_and_that_is_asked() -> None:
    page = _page("Dough", "Heat", "Shop")
    role = role_of(page)
    assert [level.title for level in role.levels] == ["Level 1", "Level 2", "Level 3"]
    assert [c.text for _, c in role.levels[2].criteria()] == ["Teaches how to knead."] * 3
    assert [role.areas[c.area or ""] for _, c in role.levels[0].criteria()] == ["Dough", "Heat", "Shop"]
    assert [(q.line, q.asks) for q in doubts(import_text(page, "x"))] == [(2, Asks.LEVELS)]
    assert set(places(import_text(page, "x")).values()) == {
        Place.TITLE,
        Place.HEADING,
        Place.AREA,
        Place.RESPONSIBILITY,
    }


@pytest.mark.parametrize(
    "page",
    [
        _page("Dough", "Heat"),
        _page("Dough", "Heat", "Shop", over="Duties"),
        _page("Dough", "Heat", "Shop", steps=_STEPS.replace("1.", "-").replace("2.", "-").replace("3.", "-")),
        _page("Dough", "Heat", "Shop") + "### Team\n1. Works with others in peace.\n2. Leads others in peace.\n",
        _page("Junior Baker", "Senior Baker", "Head Baker"),
        _page("Dough", "Heat", "Shop", steps="1. Rye\n2. Oats\n3. Wheat\n\n"),
    ],
)
def test_that_other_lists_count_no_levels_up(page: str) -> None:
    role = import_text(page, "x").role
    assert role is None or "Level 1" not in [level.title for level in role.levels]


_SCALE = "".join(
    f"### {number} - {name}\n- {name} in the bakery.\n- Asks {name} questions.\n\n"
    for number, name in ((1, "Novice"), (2, "Competent"), (3, "Expert"))
)
_FIGURES = table("Skill|Junior|Senior|Staff", "Rye|1|2|3", "Oats|0|1|2")


def test_that_a_scale_that_tables_speak_of_by_figures_is_no_ladder_and_their_columns_are() -> None:
    page = f"# Bakers\n## Proficiency Levels\n{_SCALE}## Programming Languages\n{_FIGURES}"
    assert [(rung.title, rung.grade, rung.needs) for rung in rungs(page)] == [
        ("Junior", None, ["Rye"]),
        ("Senior", None, ["Rye", "Oats"]),
        ("Staff", None, ["Rye", "Oats"]),
    ]
    found = import_text(page, "x")
    assert [q.asks for q in found.questions] == [Asks.LEVELS]
    assert found.role is not None
    said = "\n".join(note.text for note in found.role.notes)
    assert "Novice in the bakery." in said
    assert "| Rye | 1 | 2 | 3 |" in said


def test_that_steps_without_such_a_table_are_levels() -> None:
    page = f"# Bakers\n## Levels\n{_SCALE}"
    assert [rung.title for rung in rungs(page)] == ["1 - Novice", "2 - Competent", "3 - Expert"]


def test_that_figures_beside_levels_with_headings_of_their_own_are_a_note() -> None:
    page = f"# Bakers\n{_FIGURES}\n## Junior Baker\n- Heats the oven.\n## Senior Baker\n- Mends it.\n"
    assert [(rung.title, [*rung.duties, *rung.needs]) for rung in rungs(page)] == [
        ("Junior Baker", ["Heats the oven."]),
        ("Senior Baker", ["Mends it."]),
    ]

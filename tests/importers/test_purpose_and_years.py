"""Why a job is there, remarks behind criteria, kinds in other languages, and years with two ends or an upper one."""

import pytest

from ladder_app.importers.years_asked import years_in
from tests.importers.pages import role_of, rungs


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Between 2 and 5 years of experience in baking", (2, "baking")),
        ("between **3 and 5** years of baking", (3, "baking")),
        ("Usually 5+ years of baking", (5, "baking")),
        ("Not more than 4 years of experience in baking", None),
        ("no more than 4 years of baking", None),
        ("< 2 years of baking", None),
        ("≤ 2 years of baking", None),
        ("Usually has 2+ years of experience or has a degree in baking", None),
        ("Ovens stood between 2 and 5 metres; 3+ years of baking", (3, "baking")),
    ],
)
def test_that_years_have_their_lower_end_and_an_upper_end_alone_is_none(
    text: str, years: tuple[float, str] | None
) -> None:
    found = years_in(text)
    assert (found and (found.minimum, found.of)) == years


@pytest.mark.parametrize(
    "heading",
    [
        "Job purpose",
        "Purpose of the role",
        "Objetivo del cargo",
        "Descripción & objetivo del cargo",
        "Zweck der Stelle",
    ],
)
def test_that_why_a_job_is_there_is_a_summary(heading: str) -> None:
    page = "# Bakers\n"
    for rank in ("Junior", "Senior"):
        page += f"## {rank} Baker\n### {heading}\n{rank} bread for all.\n\n### Responsibilities\n- {rank} work.\n"
    assert [rung.duties for rung in rungs(page)] == [["Junior work."], ["Senior work."]]
    assert [level.summary for level in role_of(page).levels] == ["Junior bread for all.", "Senior bread for all."]


def test_that_a_purpose_of_something_else_is_asked_for() -> None:
    page = "# Bakers\n"
    for rank in ("Junior", "Senior"):
        page += f"## {rank} Baker\n### Sense of purpose\n{rank} bread for all.\n\n### Oven\n- {rank} work.\n"
    assert [len(rung.duties) for rung in rungs(page)] == [2, 2]


@pytest.mark.parametrize("mark", ["PD:", "P.S.:", "PS:", "N.B.:", "Note:", "**Note**:"])
def test_that_a_remark_behind_criteria_is_a_note(mark: str) -> None:
    page = f"# Baker Engineer\n## Responsibilities\nBakes the bread.\n\nCleans.\n\n{mark} all of this is new.\n"
    assert rungs(page)[0].duties == ["Bakes the bread.", "Cleans."]
    assert role_of(page).notes


@pytest.mark.parametrize(
    ("duties", "needs"),
    [
        ("Funciones & Responsabilidades", "Competencias requeridas (técnicas, sociales)"),
        ("Funciones y tareas", "Requisitos"),
        ("Aufgaben und Verantwortung", "Kenntnisse und Fähigkeiten"),
        ("Missions et tâches", "Compétences requises"),
    ],
)
def test_that_kinds_in_other_languages_may_be_two_words_joined(duties: str, needs: str) -> None:
    page = f"# Baker Engineer\n## {duties}\n- Bakes.\n## {needs}\n- Rye.\n"
    assert [(rung.duties, rung.needs) for rung in rungs(page)] == [(["Bakes."], ["Rye."])]


def test_that_a_list_of_the_names_of_levels_makes_no_levels_beside_their_headings() -> None:
    page = "# Bakers\n## Structure\nEach has levels:\n- Level 1: Beginner\n- Level 2: Expert\n\n"
    for skill in ("Oven", "Shop"):
        page += f"### {skill}\n**Level 1 (Beginner):**\n- Begins.\n\n**Level 2 (Expert):**\n- Masters it.\n\n"
    assert [rung.title for rung in rungs(page)] == ["Level 1 (Beginner)", "Level 2 (Expert)"]

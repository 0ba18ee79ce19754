"""Where less was understood than a source promises, it says so: levels among areas, in rows, in prose, in nothing."""

import pytest

from ladder_app.domain.role import Level
from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks
from ladder_app.importers.sources import import_text
from tests.importers.pages import rungs, table


def _asked(page: str) -> list[tuple[Asks, str]]:
    return [(q.asks, q.message) for q in import_text(page, "x").questions]


@pytest.mark.parametrize(("low", "high"), [("Junior", "Senior"), ("Level 1", "Level 2"), ("ジュニア", "シニア")])
def test_that_areas_that_are_called_as_levels_are_asked_about(low: str, high: str) -> None:
    page = f"# Baker\n\n## Requirements\n\n- {low}\n  - Heats the oven at six.\n  - Cleans the oven at night.\n"
    page += f"- {high}\n  - Mends the oven alone.\n  - Orders flour for all of us.\n"
    if len(rungs(page)) > 1:
        assert [rung.title for rung in rungs(page)] == [low, high]
    else:
        assert any(asks is Asks.LEVELS and "areas" in message for asks, message in _asked(page))


def test_that_a_heading_that_speaks_of_levels_but_gives_none_is_asked_about() -> None:
    page = "# Baker\n\n## Responsibilities\n\n- Heats the oven at six.\n\n## Levels\n\n"
    unread = "- The young heat the oven at six\n- The old ones mend the oven alone\n"
    assert [asks for asks, message in _asked(page + unread) if "none was found" in message] == [Asks.LEVELS]
    assert not _asked(page + "- Associate\n- Senior\n")
    assert not _asked(page + "- [How the young work here](a.md)\n- [How the old ones work here](b.md)\n")


def test_that_lines_that_each_tell_of_a_level_are_levels() -> None:
    page = "# Baker\n\n## Baker Levels\n\n**Baker 1**: heats the oven.\n**Baker 2**: mends the oven.\n"
    assert [(rung.title, rung.duties or rung.needs) for rung in rungs(page)] == [
        ("Baker 1", ["heats the oven."]),
        ("Baker 2", ["mends the oven."]),
    ]


def test_that_rows_that_count_up_are_none_of_them_the_head() -> None:
    rows = ["G1|Trainee|Fresher", "G2|Baker Engineer|1-3 years", "G3|Senior Baker Engineer|3-6 years"]
    found = import_markdown(f"# Grades\n\n{table('Grade|Designation|Experience', *rows)}", "x")
    assert found.role is None


def test_that_columns_beside_numbered_rows_are_asked_about() -> None:
    rows = ["4|Leads projects of a team|Leads a team of five", "5|Leads projects of all|Leads two teams of five"]
    head = "|Individual contributor|Manager"
    crossed = "# Bakers\n\n" + table(f"Level{head}", *rows)
    assert any("numbered as levels" in message for _, message in _asked(crossed))
    assert not any("numbered as levels" in message for _, message in _asked(crossed.replace("Level", "No", 1)))


_TOLD = "A baker of this kind heats the oven at six in the morning, and {} the oven at night."


def test_that_levels_told_of_in_one_paragraph_each_are_asked_that() -> None:
    page = (
        f"# Bakers\n\n## Junior Engineer\n\n{_TOLD.format('cleans')}\n\n## Senior Engineer\n\n{_TOLD.format('mends')}\n"
    )
    assert [rung.duties for rung in rungs(page)] == [[_TOLD.format("cleans")], [_TOLD.format("mends")]]
    found = import_markdown(page, "x")
    assert [(q.asks, q.lists) for q in found.questions] == [(Asks.SHARED, ((5,), (9,)))]


def test_that_levels_told_of_in_a_word_are_asked_nothing() -> None:
    page = "# Bakers\n\n## Junior Engineer\n\nHeats it.\n\n## Senior Engineer\n\nMends it.\n"
    assert [rung.duties for rung in rungs(page)] == [[], []]


def test_that_the_same_label_under_several_headings_is_no_key_of_yaml() -> None:
    page = "# Bakers\n\n## Junior Engineer\n\nSkills: Heats it.\n\n## Senior Engineer\n\nSkills: Mends it.\n"
    assert [level.title for level in _levels(page)] == ["Junior Engineer", "Senior Engineer"]


def test_that_the_name_under_a_key_for_levels_is_theirs() -> None:
    steps = '[{"level": "Growing", "text": "Heats %s oven"}, {"level": "Leading", "text": "Mends %s oven"}]'
    entry = '{"competency": "%s", "levels": ' + steps + "}"
    text = "[" + ", ".join(entry % (name, name, name) for name in ("Big", "Small")) + "]"
    assert [level.title for level in _levels(text)] == ["Growing", "Leading"]


def _levels(text: str) -> tuple[Level, ...]:
    role = import_text(text, "x").role
    assert role is not None
    return role.levels


_JOB = "# Oven Controller\n\n## Requirements\n\n- Knows ovens.\n\n"


@pytest.mark.parametrize("text", ["We expect our controller to heat it.", "You heat it at six.", "You'll clean it."])
def test_that_prose_that_says_what_is_to_be_done_is_asked_for(text: str) -> None:
    page = f"{_JOB}## To keep the heads of ovens hot\n\n{text}\n"
    assert [(rung.title, rung.duties) for rung in rungs(page)] == [("Oven Controller", [text])]
    assert [asks for asks, message in _asked(page) if "in prose alone" in message] == [Asks.SHARED]


@pytest.mark.parametrize("text", ["You have an oven.", "You get free bread.", "Our ovens are hot.", "You'll love it."])
def test_that_other_prose_of_a_job_stays_a_note(text: str) -> None:
    assert rungs(f"{_JOB}## Our ovens\n\n{text}\n")[0].duties == []


def test_that_a_table_in_sentences_that_became_a_note_is_asked_about() -> None:
    levels = "## Junior Engineer\n\n- Heats the oven.\n\n## Senior Engineer\n\n- Mends the oven.\n"
    rows = table("What|How", "Ovens|They must be hot at six", "Doors|They must be shut at night")
    found = import_markdown(f"# Bakers\n\n## Surroundings\n\n{rows}\n{levels}", "x")
    asked = [(q.asks, "holds a table" in q.message, q.lists) for q in found.questions]
    assert asked == [(Asks.SHARED, True, ((7,), (8,)))]
    short = rows.replace("They must be ", "").replace(" at ", "")
    assert not import_markdown(f"# Bakers\n\n## Surroundings\n\n{short}\n{levels}", "x").questions


def test_that_labels_in_rows_say_the_kind_of_what_follows() -> None:
    rows = "**Summary:** Works with ovens.\n**Responsibilities:** heats the oven\n**Requirements:** knows the oven\n"
    page = f"# Bakers\n\n## Junior Engineer\n\n{rows}\n## Senior Engineer\n\n{rows}\n**Skills**: mends the oven\n"
    assert [(rung.duties, rung.needs) for rung in rungs(page)] == [
        (["heats the oven"], ["knows the oven"]),
        (["heats the oven"], ["knows the oven", "mends the oven"]),
    ]


def test_that_levels_that_stand_before_texts_are_asked_about() -> None:
    page = (
        "# Baking levels\n\n## What we expect\n\n* **Level 1 (Young)** You heat it.\n* **Level 2 (Old)** You mend it.\n"
    )
    if len(rungs(page)) == 1:
        assert any("stand before" in message for _, message in _asked(page))
    assert not any(
        "stand before" in message for _, message in _asked(page.replace("Level 1", "Oven").replace("Level 2", "Bread"))
    )

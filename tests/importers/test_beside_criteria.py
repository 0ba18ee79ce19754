"""What stands on a ladder beside its criteria and is none: reading lists, setbacks, pictures, remarks on the whole."""

import pytest

from ladder_app.importers.result import Asks, Place
from ladder_app.importers.sources import import_text
from tests.importers.pages import bases, places, role_of, rungs, table

_TWO = "# Bakers\n## Junior Baker\n{0}\n### Skills\n- Heats the oven.\n## Senior Baker\n{0}\n### Skills\n- Mends it.\n"


def _texts(page: str) -> list[list[str]]:
    return [[*rung.duties, *rung.needs] for rung in rungs(page)]


@pytest.mark.parametrize("heading", ["Setbacks", "Weaknesses", "Shortcomings", "Deal-breakers", "What holds you back"])
def test_that_what_speaks_against_a_level_is_no_criterion(heading: str) -> None:
    page = _TWO.format(f"### {heading}\n- Burns the bread.\n- Leaves early.\n")
    assert _texts(page) == [["Heats the oven."], ["Mends it."]]


@pytest.mark.parametrize(
    "entry",
    [
        "[On Rye](https://books.example/rye)",
        "[On Rye](https://books.example/rye) - Sample Author",
        "[On Rye (second edition)](https://books.example/rye_(book)) – Sample Author (2012)",
        "[ ] [On Rye](https://books.example/rye)",
    ],
)
def test_that_links_with_no_more_than_an_author_are_there_to_be_read(entry: str) -> None:
    page = _TWO.format(f"### Books\n- {entry}\n- [On Wheat](https://books.example/wheat) by A. Baker\n")
    assert _texts(page) == [["Heats the oven."], ["Mends it."]]
    single = _TWO.format(f"### Books\n- {entry}\n### Talks\n- [One](https://a.example)\n- [Two](https://b.example)\n")
    assert _texts(single) == [["Heats the oven."], ["Mends it."]]


@pytest.mark.parametrize("entry", ["Reads [On Rye](https://books.example/rye)", "[Dough](#d): kneads it well by hand"])
def test_that_a_sentence_with_a_link_is_a_criterion(entry: str) -> None:
    page = _TWO.format(f"### Work\n- {entry}\n- Cleans.\n")
    assert [len(texts) for texts in _texts(page)] == [3, 3]


def test_that_pictures_and_remarks_on_all_levels_are_no_summary_of_a_level() -> None:
    page = (
        "# Bakers\n## Junior Baker\n![chart](a.png)\n\n- Heats.\n## Senior Baker\nMost know rye.\n\n- Mends.\n\n---\n\n"
    )
    page += "These levels are a guide and no list to tick.\n"
    role = role_of(page)
    assert [level.summary for level in role.levels] == [None, "Most know rye."]
    assert {note.text for note in role.notes} == {"![chart](a.png)", "These levels are a guide and no list to tick."}


def test_that_a_paragraph_about_its_own_level_stays_its_summary() -> None:
    page = (
        "# Bakers\n## Junior Baker\nThis level is where all begin.\n\n- Heats.\n## Senior Baker\nThe top.\n\n- Mends.\n"
    )
    assert [level.summary for level in role_of(page).levels] == ["This level is where all begin.", "The top."]


_MARKS = table("Duty|Level 1|Level 2", "Sells bread|yes|yes", "Counts the till|no|yes", "Locks up|no|yes")


def test_that_marks_make_no_level_take_over_what_the_page_tells_of_another() -> None:
    page = f"# Bakers\n## Must-have requirements\n{_MARKS}\n## Level 1\n- Heats the oven.\n## Level 2\n- Mends it.\n"
    assert not bases(page)
    assert [[*rung.duties, *rung.needs] for rung in rungs(page)] == [
        ["Heats the oven.", "Sells bread"],
        ["Mends it.", "Sells bread", "Counts the till", "Locks up"],
    ]


def test_that_marks_alone_still_say_that_each_level_takes_over_the_one_before() -> None:
    assert [(upper, lower) for upper, lower, _ in bases(f"# Bakers\n{_MARKS}")] == [("Level 2", "Level 1")]


def _prose(*more: str) -> str:
    page = "# Bakers\n"
    for rank in ("Junior", "Senior"):
        page += f"## {rank} Baker\n### Expectations\n{rank} work.\n\n"
        for name in ("Dough", "Heat", "Shop", "Team"):
            page += f"### {name}\n{rank} work on the {name.lower()}.\n\n"
    return page + "".join(f"### {name}\nLeads the {name.lower()}.\n\n" for name in more)


def test_that_prose_beside_that_of_all_levels_is_a_criterion_of_the_one_that_has_it() -> None:
    assert [len(texts) for texts in _texts(_prose("Rounds"))] == [5, 6]


def test_that_many_texts_of_one_level_alone_stay_notes() -> None:
    assert [len(texts) for texts in _texts(_prose("Past", "Story", "Origin"))] == [5, 5]


def test_that_a_label_that_ends_a_paragraph_over_a_list_heads_it() -> None:
    part = "**Scope**: one oven.\n**Skills**:\n- Heats it.\n- Cleans it.\n\n"
    page = f"# Bakers\n## Junior Baker\n{part}## Senior Baker\n{part}"
    assert [rung.needs for rung in rungs(page)] == [["Heats it.", "Cleans it."]] * 2
    assert [level.summary for level in role_of(page).levels] == [None, None]
    plain = "# Bakers\n## Junior Baker\nHeats it,\n**always**\n- Cleans it.\n## Senior Baker\n- Mends it.\n"
    assert [rung.duties for rung in rungs(plain)] == [["Cleans it."], ["Mends it."]]


# What a page is called


def _title(page: str) -> tuple[str, list[Asks]]:
    found = import_text(page, "file-name")
    assert found.role is not None
    return found.role.title, [q.asks for q in found.questions]


_ROWS = "Skill | Junior | Senior |\n---|---|---|\nOven | Heats it well. | Mends it well. |\n"


def test_that_a_bar_table_without_outer_bars_is_read_under_the_line_over_it() -> None:
    page = f"Ladder of Bakers\n{_ROWS}"
    assert _title(page) == ("Ladder of Bakers", [])
    assert places(import_text(page, "x"))[1] is Place.TITLE
    assert [[*rung.needs] for rung in rungs(page)] == [["Heats it well."], ["Mends it well."]]
    assert _title(f"We bake bread, and this is how.\n\n{_ROWS}") == ("file-name", [Asks.TITLE])


def test_that_the_first_of_several_equal_headings_is_no_title_where_it_only_begins_the_page() -> None:
    page = "# {0}\nBread for all.\n\n# Experience\n- Heats the oven.\n- Mends it.\n\n# Curricula\nBooks.\n"
    assert _title(page.format("Objective")) == ("file-name", [Asks.TITLE])
    assert _title(page.format("Bread Makers")) == ("Bread Makers", [])


def test_that_a_page_without_a_first_heading_is_called_by_the_one_it_begins_with() -> None:
    page = "## {0}\nBread for all.\n\n## Responsibilities\n- Heats the oven.\n\n## Qualifications\n- Knows rye.\n"
    assert _title(page.format("Software Engineer – Rye")) == ("Software Engineer – Rye", [])
    levels = "### Junior Engineer\n- Heats the oven.\n\n### Senior Engineer\n- Mends it.\n"
    assert _title(levels) == ("file-name", [Asks.TITLE])
    assert _title(f"## Ladder of the Bakery\n{levels}") == ("Ladder of the Bakery", [])


@pytest.mark.parametrize(
    "source", ["levels:\n  - name: Junior\n    skills: [Heats it]\n  - name: Senior\n    skills: [Mends it]\n"]
)
def test_that_a_name_taken_from_the_file_is_asked_about(source: str) -> None:
    assert _title(source) == ("file-name", [Asks.TITLE])
    assert _title(f"title: Bakers\n{source}") == ("Bakers", [])

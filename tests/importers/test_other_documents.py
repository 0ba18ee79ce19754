"""What is no ladder, though it has headings, lists and tables, is refused by what it is, or asked about."""

import pytest

from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks, Imported
from ladder_app.importers.words import is_dated, looks_like_title
from tests.importers.pages import rungs, table

_LISTS = "- Heats the oven at six.\n- Cleans the oven at night.\n\n"


def _refused(found: Imported) -> str:
    assert found.role is None
    return found.questions[0].message


@pytest.mark.parametrize(
    "heading",
    [
        "[1.0.0] - 2019-03-06", "2.1.0 (2023-04-01)", "v1.0.0", "March 2024", "[Unreleased]", "2024-01",
        "Version 2.0", "[v0.3.0](https://example.org) (2020-01-01)", "1.0.0-beta.2 (March 3, 2021)", "10.12.2020",
    ],
)  # fmt: skip
def test_that_a_version_or_a_day_is_no_level(heading: str) -> None:
    assert is_dated(heading)
    assert not looks_like_title(heading)


@pytest.mark.parametrize("heading", ["1.1 Communication", "1. Delivery", "L1", "2.3 - Senior Baker", "Level 2.5"])
def test_that_a_number_before_a_name_is_no_version(heading: str) -> None:
    assert not is_dated(heading)


@pytest.mark.parametrize("title", ["Changelog", "Release notes", "News", "Oven"])
def test_that_a_list_of_changes_is_refused(title: str) -> None:
    versions = "".join(f"## {number}.0.0 - 2020-0{number}-01\n\n### Added\n\n{_LISTS}" for number in (3, 2, 1))
    found = import_markdown(f"# {title}\n\n{versions}", "x")
    assert "a list of changes" in _refused(found)
    assert len(found.account) == 13


def test_that_changes_at_the_end_of_a_ladder_are_no_reason_to_refuse_it() -> None:
    page = f"# Bakers\n\n## Junior Baker Engineer\n\n{_LISTS}## Senior Baker Engineer\n\n{_LISTS}"
    assert len(rungs(f"{page}## Changelog\n\n### 1.0.0\n\n- Adds it all.\n\n### 1.1.0\n\n- Adds more.\n")) == 2


def test_that_the_first_page_of_a_program_is_refused() -> None:
    page = f"# Oven Timer\n\n## Features\n\n{_LISTS}## Requirements\n\n- Needs an oven.\n- Needs a clock.\n\n"
    assert import_markdown(page, "x").role is not None
    page += "## Installation\n\n1. Take it home.\n2. Switch it on.\n\n## License\n\nFree.\n"
    assert "the first page of a program" in _refused(import_markdown(page, "x"))


@pytest.mark.parametrize(
    "title", ["OKRs of spring", "Onboarding checklist", "Oven FAQ", "Coding standards", "Awesome Ovens", "Glossary"]
)
def test_that_a_page_that_is_called_otherwise_is_refused(title: str) -> None:
    page = f"# {title}\n\n## Ovens\n\n{_LISTS}## Bread\n\n{_LISTS}"
    assert _refused(import_markdown(page, "x"))
    assert import_markdown(page.replace(title, "Baking"), "x").role is not None


@pytest.mark.parametrize("title", ["Onboarding Specialist", "Engineering Levels: FAQ", "Career roadmap"])
def test_that_the_name_of_a_job_or_a_ladder_is_none_of_these(title: str) -> None:
    assert import_markdown(f"# {title}\n\n## Ovens\n\n{_LISTS}## Bread\n\n{_LISTS}", "x").role is not None


def test_that_levels_on_a_page_that_is_called_otherwise_are_asked_about() -> None:
    page = f"# Roadmap of a baker\n\n## Beginner\n\n{_LISTS}## Advanced\n\n{_LISTS}"
    found = import_markdown(page, "x")
    assert found.role is not None
    assert [(q.asks, "a plan for learning" in q.message) for q in found.questions] == [(Asks.LEVELS, True)]


def test_that_a_person_s_word_on_a_heading_counts_more() -> None:
    from ladder_app.importers.meaning_words import Topic

    page = f"# Oven FAQ\n\n## Ovens\n\n{_LISTS}## Bread\n\n{_LISTS}"
    assert import_markdown(page, "x", {2: Topic.RESPONSIBILITY}).role is not None


def test_that_titles_alone_are_no_criteria() -> None:
    rows = table("Level|Baking|Selling", "1|Junior Baker Engineer|Junior Clerk", "2|Baker Engineer|Senior Clerk")
    assert "a list of titles" in _refused(import_markdown(f"# Titles\n\n{rows}", "x"))


def test_that_skills_with_how_well_somebody_has_them_are_no_criteria() -> None:
    rows = table("Skill|Level|Years", "Bread|Expert|8", "Cake|Beginner|2", "Rye|Advanced|3")
    assert import_markdown(f"# Skills\n\n{rows}", "x").role is None


def test_that_numbers_of_a_rating_are_no_levels() -> None:
    rows = ["1|Below|Does not heat the oven at all", "2|Meets|Heats the oven well and early"]
    asked = import_markdown("# Scale\n\n" + table("Rating|Label|Description", *rows), "x").questions
    assert ["at all" in q.message for q in asked] == [True]
    assert len(rungs("# Scale\n\n" + table("Level|Label|Description", *rows))) == 2


@pytest.mark.parametrize(
    "names",
    [
        ("1 - Strong no", "2 - No", "3 - Yes", "4 - Strong yes"),
        ("Below expectations", "Meets expectations", "Exceeds expectations"),
        ("Poor", "Fair", "Good", "Excellent"),
    ],
)
def test_that_answers_of_a_rating_are_asked_about(names: tuple[str, ...]) -> None:
    texts = [f"Heats the oven {'very ' * i}well" for i in range(len(names))]
    page = "# Bakers\n\n" + table(f"Area|{'|'.join(names)}", f"Ovens|{'|'.join(texts)}", f"Bread|{'|'.join(texts)}")
    if "1" not in page:
        levels = (f"## Level {i}: {name}\n\n- {texts[i]}\n- Cleans.\n\n" for i, name in enumerate(names))
        page = "# Bakers\n\n" + "".join(levels)
    asked = [q.message for q in import_markdown(page, "x").questions]
    assert len(asked) == 1
    assert "answers of a rating" in asked[0]


def test_that_people_are_asked_about() -> None:
    page = f"# Our bakery\n\n## Ada Byron - Engineering Manager\n\n{_LISTS}## Alan Mathison - Engineer\n\n{_LISTS}"
    assert ["people" in q.message for q in import_markdown(page, "x").questions] == [True]
    kinds = page.replace("Ada Byron", "Bread Baking").replace("Alan Mathison", "Bread Baking")
    assert not import_markdown(kinds, "x").questions


def _with_jobs(title: str, *names: str) -> list[str]:
    page = f"# {title}\n\n" + "".join(f"## {name}\n\n### Responsibilities\n\n{_LISTS}" for name in names)
    return [q.message for q in import_markdown(page, "x").questions]


def test_that_jobs_with_no_word_in_common_are_asked_about() -> None:
    assert any("no word in common" in asked for asked in _with_jobs("Our team", "Product Owner", "Oven Developer"))
    assert not _with_jobs("Career ladder", "Product Owner", "Oven Developer")
    assert not _with_jobs("Our team", "Junior Developer", "Senior Developer")
    assert not _with_jobs("Our team", "Contributor", "Maintainer")
    assert not _with_jobs("Our team", "Junior", "Senior")

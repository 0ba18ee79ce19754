"""Headings that ask, or speak to the reader."""

import pytest

from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from tests.importers.pages import role_of, rungs


@pytest.mark.parametrize(
    ("heading", "topic", "who"),
    [
        ("What does a Staff Engineer do?", Topic.RESPONSIBILITY, "staff engineer"),
        ("What will you do?", Topic.RESPONSIBILITY, ""),
        ("What you’ll do", Topic.RESPONSIBILITY, ""),
        ("What is expected of a Senior Engineer?", Topic.RESPONSIBILITY, "senior engineer"),
        ("What we expect from you", Topic.RESPONSIBILITY, ""),
        ("As a Senior Engineer, you will:", Topic.RESPONSIBILITY, "senior engineer"),
        ("Senior Engineers are expected to", Topic.RESPONSIBILITY, "senior engineers"),
        ("All Engineers will", Topic.RESPONSIBILITY, ""),
        ("Who are you?", Topic.REQUIREMENT, ""),
        ("Who we’re looking for", Topic.REQUIREMENT, ""),
        ("What are we looking for?", Topic.REQUIREMENT, ""),
        ("What do you need to know?", Topic.REQUIREMENT, ""),
        ("What makes a great Senior Engineer?", Topic.REQUIREMENT, "senior engineer"),
        ("Is this you?", Topic.REQUIREMENT, ""),
        ("You’ll be successful if you", Topic.REQUIREMENT, ""),
        ("Person specification", Topic.REQUIREMENT, ""),
        ("Which skills do you bring?", Topic.REQUIREMENT, ""),
        ("What would be nice?", Topic.PLUS, ""),
        ("What sets you apart", Topic.PLUS, ""),
        ("Bonus points if you have", Topic.PLUS, ""),
        ("How do we hire?", Topic.HIRING, ""),
        ("How to apply", Topic.HIRING, ""),
        ("How will I be measured?", Topic.INDICATOR, ""),
        ("What success looks like", Topic.INDICATOR, ""),
        ("What we offer", Topic.NOTE, ""),
        ("What’s in it for you?", Topic.NOTE, ""),
        ("Who we are", Topic.NOTE, ""),
        ("Why join us?", Topic.NOTE, ""),
        ("What does the team do?", Topic.NOTE, ""),
    ],
)
def test_that_a_question_is_about_what_it_asks_for(heading: str, topic: Topic, who: str) -> None:
    found = meaning(heading)
    assert (found.topic, found.who) == (topic, who)


@pytest.mark.parametrize(
    "heading",
    ["Director, Education", "Bakers for Education", "Manager, Oven Experience", "Senior Engineer, Build Tools", "Rye?"],
)
def test_that_the_name_of_a_team_is_no_section(heading: str) -> None:
    assert meaning(heading).topic is Topic.NAME


@pytest.mark.parametrize("heading", ["Skills, knowledge and experience", "Experience in education", "Education"])
def test_that_what_has_been_learned_is_required(heading: str) -> None:
    assert meaning(heading).topic is Topic.REQUIREMENT


def test_that_a_page_of_questions_is_read() -> None:
    page = (
        "# Baker\n\n## What does a Baker do?\n- Bakes bread.\n\n## Who are you?\n- Early.\n\n"
        "## What does a Senior Baker do?\n- Plans.\n\n## What makes a great Senior Baker?\n- Years.\n\n"
        "## What we offer\n- Bread.\n"
    )
    assert [(level.title, level.duties, level.needs) for level in rungs(page)] == [
        ("Baker", ["Bakes bread."], ["Early."]),
        ("Senior Baker", ["Plans."], ["Years."]),
    ]


def test_that_a_title_over_both_kinds_is_a_level_whatever_its_team_is_called() -> None:
    page = (
        "# Bakery\n## Engineer, Oven\n### Responsibilities\n- Bakes.\n### Requirements\n- Early.\n"
        "## Developer Experience\n### Responsibilities\n- Helps.\n### Requirements\n- Patience.\n"
    )
    assert [level.title for level in rungs(page)] == ["Engineer, Oven", "Developer Experience"]


def test_that_a_question_opens_no_specialties() -> None:
    assert meaning("Can I switch tracks?").topic is Topic.NAME
    assert meaning("Which levels are there?").topic is Topic.NAME


def test_that_skills_among_categories_are_one_of_them() -> None:
    page = "# B\n"
    for rank in ("Junior", "Senior"):
        page += f"## {rank} Engineer\n### Technical skills\n- Ovens.\n### Delivery\n- Bread.\n"
    assert [(level.duties, level.needs) for level in rungs(page)] == [(["Ovens.", "Bread."], [])] * 2
    apart = page.replace("Delivery", "Responsibilities")
    assert [(level.duties, level.needs) for level in rungs(apart)] == [(["Bread."], ["Ovens."])] * 2


def test_that_a_lead_says_what_is_listed() -> None:
    page = (
        "# B\n## Engineer\nEngineers build.\n\n- Ovens.\n\nThey should know:\n\n- Rye.\n## Senior Engineer\n- Plans.\n"
    )
    assert [(level.duties, level.needs) for level in rungs(page)] == [(["Ovens."], ["Rye."]), (["Plans."], [])]


def test_that_what_is_to_be_avoided_is_a_note() -> None:
    page = "# B\n## Engineer\n### Expectations\n- Bakes.\n### Anti-patterns\n- Burns.\n"
    assert rungs(page)[0].duties == ["Bakes."]


@pytest.mark.parametrize("heading", ["Summary", "About the role", "Overview"])
def test_that_what_is_said_of_a_role_is_its_summary(heading: str) -> None:
    page = f"---\ntitle: Baker\n---\n## {heading}\nBakes for all.\n## Responsibilities\n- Bakes.\n"
    assert role_of(page).summary == "Bakes for all."
    page = f"# B\n## Engineer\n### {heading}\nBuilds for all.\n### Responsibilities\n- Builds.\n"
    assert role_of(page).levels[0].summary == "Builds for all."

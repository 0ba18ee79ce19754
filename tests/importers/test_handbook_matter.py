"""What pages of handbooks hold beside criteria: introductions, interviews, indicators by team, what is nice to have."""

import pytest

from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.marks import is_plus
from ladder_app.importers.result import Asks, Place
from tests.importers.pages import bases, places, role_of, rungs

_KINDS = "#### Responsibilities\n- Heats the oven.\n#### Requirements\n- Knows rye.\n"


@pytest.mark.parametrize(
    "before",
    [
        "Market Justification\n\n- Few bakeries have such a baker today.\n- Many will need one very soon.\n",
        "The bakery will work on this:\n\n- Adding a second oven next year.\n- Making the shop known in town.\n",
    ],
)
def test_that_a_list_before_both_kinds_of_a_level_introduces_it_and_is_asked_about(before: str) -> None:
    page = f"# Bakers\n### Junior Baker\n{_KINDS}### Senior Baker\n{before}\n{_KINDS}"
    assert [(rung.duties, rung.needs) for rung in rungs(page)] == [(["Heats the oven."], ["Knows rye."])] * 2
    assert [q.asks for q in import_markdown(page, "x").questions] == [Asks.SHARED]


def test_that_a_list_before_one_kind_alone_is_the_other() -> None:
    one = "#### Requirements\n- Knows rye.\n"
    page = f"# Bakers\n### Junior Baker\n- Heats the oven.\n{one}### Senior Baker\n- Mends it.\n{one}"
    assert [(rung.duties, rung.needs) for rung in rungs(page)] == [
        (["Heats the oven."], ["Knows rye."]),
        (["Mends it."], ["Knows rye."]),
    ]


def test_that_a_list_behind_a_grade_whose_level_says_its_kinds_is_no_criterion() -> None:
    grade = "#### Job Grade\nThe {0} is a [grade 5](/grades).\n\n**Why:** {0}s are rare.\n\n- Few are in this town.\n\n"
    page = "# Bakers\n"
    for name in ("Junior Engineer", "Senior Engineer"):
        page += f"### {name}\n{grade.format(name)}{_KINDS}"
    assert [(rung.duties, rung.needs) for rung in rungs(page)] == [(["Heats the oven."], ["Knows rye."])] * 2


def test_that_steps_of_interviews_are_steps_of_hiring_wherever_they_stand() -> None:
    steps = "- Interview with a head baker.\n- 30 minute interview with the team.\n- Screening call with a recruiter.\n"
    page = f"# Bakers\n### Junior Baker\n{_KINDS}#### The following comes after that\n{steps}### Senior Baker\n{_KINDS}"
    assert [(rung.duties, rung.needs) for rung in rungs(page)] == [(["Heats the oven."], ["Knows rye."])] * 2
    assert [places(import_markdown(page, "x"))[line] for line in (8, 9, 10)] == [Place.HIRING] * 3


def test_that_who_interviews_others_is_asked_that() -> None:
    duties = "- Interviews candidates with the head baker.\n- Bakes.\n"
    page = f"# Bakers\n### Junior Baker\n#### Team\n{duties}### Senior Baker\n#### Team\n{duties}"
    assert [len(rung.duties) for rung in rungs(page)] == [2, 2]


def test_that_indicators_by_team_are_indicators() -> None:
    page = (
        f"# Bakers\n### Junior Baker\n{_KINDS}## Performance Indicators\n### Shop\n- Loaves sold.\n### Mill\n- Flour.\n"
    )
    assert [indicator.text for indicator in role_of(page).performance_indicators] == ["Loaves sold.", "Flour."]
    assert [len(rung.duties) for rung in rungs(page)] == [1]


def test_that_a_first_line_may_say_that_a_list_is_only_nice_to_have() -> None:
    page = (
        "# Baker Engineer\n## Requirements\nMust-haves:\n\n- Rye.\n\nNice-to-haves\nThe best have these.\n\n- Oats.\n"
    )
    assert [(c.text, c.plus) for _, c in role_of(page).levels[0].criteria()] == [("Rye.", False), ("Oats.", True)]


@pytest.mark.parametrize(
    ("text", "plus"),
    [
        ("Ideally, has led a bakery.", True),
        ("Knowing rye is advantageous.", True),
        ("Experience with ovens preferred (i.e., those of stone)", True),
        ("Ideal loaves every day", False),
        ("Takes advantage of the heat", False),
        ("Keeps the preferred (old) oven clean", False),
    ],
)
def test_that_words_say_whether_a_requirement_is_only_a_plus(text: str, plus: bool) -> None:
    assert is_plus(text) is plus


_OWN = "---\ntitle: Baker Engineer\n---\n## Job Grade\nThe Baker Engineer is a [grade 5](/g).\n\n## Responsibilities\n"
_OWN += "- Heats the oven.\n\n## Levels\n"


def test_that_levels_that_do_not_say_that_they_build_on_the_page_s_own_are_asked_about() -> None:
    higher = "### Senior Baker Engineer\n#### Job Grade\nThe Senior Baker Engineer is a [grade 6](/g).\n"
    plain = f"{_OWN}{higher}#### Responsibilities\n- Mends it.\n"
    assert [rung.title for rung in rungs(plain)] == ["Baker Engineer", "Senior Baker Engineer"]
    assert [(q.asks, q.level) for q in import_markdown(plain, "x").questions] == [(Asks.EXTENDS, None)]
    extending = f"{_OWN}{higher}#### Responsibilities\n- Extends the Baker Engineer responsibilities.\n- Mends it.\n"
    assert bases(extending)
    assert not import_markdown(extending, "x").questions


def test_that_a_list_under_a_heading_that_says_nothing_beside_requirements_is_asked_about() -> None:
    page = "---\ntitle: Baker Engineer\n---\n## Bread of the week\n- Rolls.\n- Cakes.\n## Qualifications\n- Rye.\n"
    assert [(rung.duties, rung.needs) for rung in rungs(page)] == [(["Rolls.", "Cakes."], ["Rye."])]
    assert [(q.line, q.asks) for q in import_markdown(page, "x").questions] == [(4, Asks.SHARED)]


@pytest.mark.parametrize("heading", ["What will the team look like in a year?", "How does the company work?"])
def test_that_what_is_said_of_a_team_is_a_note(heading: str) -> None:
    page = f"# Baker Engineer\n## {heading}\n- Three who bake.\n- Two who sell.\n## Qualifications\n- Rye.\n"
    assert [(rung.duties, rung.needs) for rung in rungs(page)] == [([], ["Rye."])]
    assert rungs(page.replace(heading, "What will you do with the team?"))[0].duties == [
        "Three who bake.",
        "Two who sell.",
    ]


def test_that_links_right_under_a_job_and_a_sentence_over_a_label_are_no_criteria() -> None:
    page = "# Baker Engineer\nThese hire now:\n\n1. [Mill](mill.md)\n2. [Shop](shop.md)\n\n## Requirements\n"
    page += "Bakers must have all of these attributes.\n\nMust-haves:\n\n- Rye.\n"
    assert [(rung.duties, rung.needs) for rung in rungs(page)] == [([], ["Rye."])]


_PARTS = "### General\n- Bakes.\n### {0}\n#### Requirements\n- Oats.\n#### Responsibilities\n- Sows.\n"
_PARTS += "### {1}\n#### Requirements\n- Salt.\n#### Responsibilities\n- Salts.\n"


def test_that_parts_with_both_kinds_of_their_own_among_the_duties_are_specialties_and_asked_about() -> None:
    page = "# Baker Engineer\n## Requirements\n- Rye.\n## Responsibilities\n" + _PARTS.format("Mill", "Shop")
    assert [(rung.duties, rung.needs) for rung in rungs(page)] == [(["Bakes."], ["Rye."])]
    assert [(q.line, q.asks) for q in import_markdown(page, "x").questions] == [(7, Asks.SHARED)]
    assert places(import_markdown(page, "x"))[9] is Place.SPECIALTY


def test_that_one_such_part_is_for_all() -> None:
    page = "# Head Baker\n## Requirements\n- Rye.\n## Responsibilities\n- Bakes.\n### Mill\n- Sows.\n### Oil\n- Oils.\n"
    assert [(rung.duties, rung.needs) for rung in rungs(page)] == [(["Bakes.", "Sows.", "Oils."], ["Rye."])]

"""Lines that are little more than a pointer to what another level asks for."""

import pytest

from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks, Place
from tests.importers.pages import bases, places, role_of

_DUTY, _NEED, _SENIORS = "responsibility", "requirement", "Senior Baker"
_BAKER = "## Baker\n### Responsibilities\n- Bakes.\n### Requirements\n- Can.\n"
_SENIOR = "## Senior Baker\n### Senior Baker Responsibilities\n- Plans.\n### Requirements\n- Years.\n"


def _page(section: str, line: str) -> str:
    return f"# Bakery\n{_BAKER}{_SENIOR}## Staff Baker\n### {section}\n{line}\n- Leads.\n"


@pytest.mark.parametrize(
    ("kind", "line", "base"),
    [
        (_DUTY, "- Includes [Senior-level responsibilities](#senior-baker-responsibilities).", _SENIORS),
        (_DUTY, "- Includes senior responsibilities listed [here](#senior-baker-responsibilities)", _SENIORS),
        (_DUTY, "- The [Baker responsibilities](#baker)", "Baker"),
        (_DUTY, "Staff Bakers are expected to meet the [Baker responsibilities](#baker), and to:\n", "Baker"),
        (_DUTY, "The following extend the main [responsibilities](#baker) for this role.\n", "Baker"),
        (_DUTY, "In addition to the [duties of Bakers](#baker), Staff Bakers are expected to:\n", "Baker"),
        (_DUTY, "Staff Bakers lead. In addition to all duties of Senior Bakers, they must:\n", _SENIORS),
        (_DUTY, "- Perform all non-oven responsibilities of a Senior Baker", _SENIORS),
        (_DUTY, "- Supports any or all of the Senior Baker responsibilities listed above as needed.", _SENIORS),
        (_DUTY, "- The duties for a Head extend from the first responsibilities of Senior Baker", _SENIORS),
        (_DUTY, "- All responsibilities of the Senior Baker role apply", _SENIORS),
        (_NEED, "- Includes all Senior level requirements listed.", _SENIORS),
    ],
)  # fmt: skip
def test_that_a_pointer_takes_over_one_kind(kind: str, line: str, base: str) -> None:
    page = _page("Responsibilities" if kind == _DUTY else "Requirements", line)
    assert bases(page) == [("Staff Baker", base, (kind,))]
    assert import_markdown(page, "x").questions == ()
    assert [c.text for _, c in role_of(page).levels[2].criteria()] == ["Leads."]


def test_that_all_of_the_elements_are_both_kinds() -> None:
    page = _page("Responsibilities", "- Kneads.").replace(
        "## Staff Baker\n",
        "## Staff Baker\n\nLeads bakers. This role includes all of the elements of the Senior Baker.\n\n",
    )
    assert bases(page) == [("Staff Baker", "Senior Baker", (_DUTY, _NEED))]
    assert role_of(page).levels[2].summary


@pytest.mark.parametrize(
    "line",
    [
        "- Understanding of the [requirements](#baker) of law",
        "- Own [release responsibilities](/handbook/release#baker) of the team",
        "- Includes writing of requirements for [the project](#baker)",
        "- Meet the customer requirements of each project",
    ],
)
def test_that_a_sentence_with_a_link_is_a_criterion(line: str) -> None:
    page = _page("Responsibilities", line)
    assert bases(page) == []
    assert len(role_of(page).levels[2].responsibilities) == 2


def test_that_a_link_that_leads_elsewhere_than_its_words_is_asked() -> None:
    found = import_markdown(_page("Requirements", "- Includes the [Senior Baker requirements](#baker)"), "x")
    (question,) = found.questions
    assert (question.asks, question.choices) == (Asks.EXTENDS, ("senior-baker", "baker"))


def test_that_a_level_described_on_another_page_is_asked() -> None:
    page = f"# Bakery\n## Levels\n{_BAKER}## Head Baker\n\n"
    page += "Refer to the “[Head Miller](../mill/#head)” description.\n"
    found = import_markdown(page, "x")
    assert [q.page for q in found.questions] == ["../mill/#head"]


def test_that_what_stands_above_a_lower_level_is_asked() -> None:
    page = (
        "# Bakery\n## Baker\n### Responsibilities\n- Bakes.\n"
        "## Associate Baker\n### Responsibilities\n- Extends the Baker responsibilities\n- Cleans.\n"
        "## Senior Baker\n### Responsibilities\nThis role includes all of the responsibilities above, plus:\n"
        "\n- Plans.\n"
    )
    found = import_markdown(page, "x")
    assert [q.choices for q in found.questions] == [("baker", "associate-baker")]


def test_that_what_one_level_alone_is_told_among_all_is_its_own() -> None:
    page = (
        "# B\n## Responsibilities\n- Bakes.\n- Staff Baker only - Leads.\n"
        + _SENIOR
        + _SENIOR.replace("Senior", "Staff")
    )
    assert [c.text for c in role_of(page).levels[1].responsibilities] == ["Staff Baker only - Leads.", "Plans."]
    assert places(import_markdown(page, "x"))[4] is Place.RESPONSIBILITY


def test_that_a_team_that_is_said_once_is_meant_for_both() -> None:
    page = "# B\n## Levels\n" + "".join(
        f"### {title}, Rye\n#### Requirements\n- {title}s.\n" for title in ("Manager", "Senior Manager")
    )
    page += "### Director, Rye\n#### Requirements\n- Extends Manager & Senior Manager, Rye requirements.\n- Directs.\n"
    assert [base for _, base, _ in bases(page)] == ["Manager, Rye", "Senior Manager, Rye"]


def test_that_the_page_s_own_level_is_taken_over_by_its_name() -> None:
    page = (
        "---\ntitle: Rye Manager\n---\n### Job Grade\nThe Rye Manager is a grade 6.\n### Requirements\n- Years.\n"
        "## Associate Rye Manager\n### Job Grade\nThe Associate Rye Manager is a grade 5.\n"
        "### Requirements\n\nThis role requires all of the Rye Manager requirements listed above, but:\n\n- Months.\n"
    )
    assert bases(page) == [("Associate Rye Manager", "Rye Manager", (_NEED,))]


def test_that_a_pointer_alone_over_a_list_with_other_marks_is_no_heading() -> None:
    page = "# B\n## Levels\n### Engineer\n#### Responsibilities\n- Builds.\n"
    for rank, base in (("Senior", "Engineer"), ("Staff", "Senior Engineer")):
        page += f"### {rank} Engineer\n#### Responsibilities\n"
        page += f"* Extends that of the {base} responsibilities\n- Is {rank}.\n"
    assert [(level, base) for level, base, _ in bases(page)] == [
        ("Senior Engineer", "Engineer"),
        ("Staff Engineer", "Senior Engineer"),
    ]

"""A hiring process in its many forms, and lines over lists."""

from ladder_app.domain.role import HiringProcess
from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Place
from tests.importers.pages import places, role_of, rungs

_ROLE = "# Head Baker\n## Responsibilities\n- Leads.\n"


def _hiring(text: str) -> HiringProcess:
    found = role_of(_ROLE + text).hiring_process
    assert found is not None
    return found


def test_that_headings_inside_the_process_are_its_steps() -> None:
    page = "## Hiring Process\nExpect this:\n### Screening\n- A call.\n- Another.\n### Offer\nWe call you.\n"
    found = _hiring(page)
    assert found.steps == ("Screening\n- A call.\n- Another.", "Offer\nWe call you.")
    assert found.intro == "Expect this:"
    assert {place for line, place in places(import_markdown(_ROLE + page, "x")).items() if line > 4} == {Place.HIRING}


def test_that_headings_behind_a_list_of_steps_tell_of_them() -> None:
    found = _hiring("## Hiring Process\n1. A call.\n2. An offer.\n### The call\nIt is short.\n")
    assert found.steps == ("A call.", "An offer.")
    assert found.outro == "The call\n\nIt is short."


def test_that_every_list_is_steps() -> None:
    found = _hiring("## Hiring Process\n- A call.\n\nFor managers we also do this.\n\n- A talk.\n\nSee there.\n")
    assert found.steps == ("A call.", "For managers we also do this.", "A talk.")
    assert found.outro == "See there."


def test_that_labels_stand_over_their_steps() -> None:
    found = _hiring("## Hiring Process\n- A call.\n\nFor bakers:\n\n- Bread.\n\nFor managers:\n\n- A talk.\n")
    assert found.steps == ("A call.", "For bakers", "Bread.", "For managers", "A talk.")


def test_that_the_highest_process_is_the_role_s() -> None:
    page = "## Specialties\n### Rye\nRye.\n### Hiring Process for Rye\n- Rye.\n## Hiring Process\n- A call.\n"
    assert _hiring(page).steps == ("A call.",)


def test_that_an_entry_that_is_a_heading_opens_what_follows() -> None:
    role = role_of(_ROLE + "## Requirements\n- Years.\n- Performance Indicators\n- Bread sold.\n- Bread left.\n")
    assert [c.text for c in role.levels[0].requirements] == ["Years."]
    assert [i.text for i in role.performance_indicators] == ["Bread sold.", "Bread left."]


def test_that_a_bare_label_over_a_list_names_its_kind() -> None:
    role = role_of(_ROLE + "## Requirements\n- Years.\n\nPreferred Qualifications\n\n- Rye.\n")
    assert [(c.text, c.plus) for c in role.levels[0].requirements] == [("Years.", False), ("Rye.", True)]


def test_that_labels_over_lists_are_areas() -> None:
    page = "# Head Baker\n## Requirements\n\nTechnical:\n\n- Ovens.\n\nLeadership\n\n- People.\n"
    role = role_of(page)
    assert [(c.text, c.area) for c in role.levels[0].requirements] == [
        ("Ovens.", "technical"),
        ("People.", "leadership"),
    ]
    assert rungs(page.replace("\n\nLeadership\n\n", "\n"))[0].needs == ["Ovens.", "People."]

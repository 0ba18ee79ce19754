"""What no level took is asked about; a level that is named twice keeps the rest of its list."""

import pytest

from ladder_app.importers.deciding import with_decision
from ladder_app.importers.decisions import Says, decision_on
from ladder_app.importers.markdown import import_markdown
from tests.importers.pages import rungs

_LEVELS = (
    "## Junior Weaver\n\n### Responsibilities\n\n- Weaves.\n\n## Senior Weaver\n\n### Responsibilities\n\n- Leads.\n\n"
)


@pytest.mark.parametrize("heading", ["On the floor", "For anybody who wants to weave with us and grow with us"])
def test_that_a_list_that_no_level_took_is_asked_about(heading: str) -> None:
    page = f"# Weaving\n\n## {heading}\n\n- Keep the floor clean all day.\n- Help others when they ask.\n\n{_LEVELS}"
    found = import_markdown(page, "mill")
    assert [q.message for q in found.questions if f"“{heading}”" in q.message and "kept as a note" in q.message]


@pytest.mark.parametrize(
    "beside",
    [
        "## Glossary\n\n- Weft means the thread across.\n- Warp means the thread along.\n\n",
        "## Links\n\n- [How we weave at the mill](a.md)\n- [How we spin at the mill](b.md)\n\n",
        "## Looms\n\n- Red\n- Blue\n\n",
        "## Looms\n\nWe have looms of many kinds in the hall.\n\n",
    ],
)
def test_that_what_can_be_no_criteria_is_not_asked_about(beside: str) -> None:
    found = import_markdown(f"# Weaving\n\n{beside}{_LEVELS}", "mill")
    assert not [q for q in found.questions if "kept as" in q.message]


@pytest.mark.parametrize("mark", ["{}: ", "**{}**: ", "**{}** – "])
def test_that_a_level_that_a_list_names_twice_is_asked_about_and_keeps_both(mark: str) -> None:
    def listed(*names: str) -> str:
        return "".join(f"- {mark.format(name)}You weave cloth {i}.\n" for i, name in enumerate(names))

    page = f"# Weaving\n\n### Looms\n\n{listed('L1', 'L2', 'L3')}\n### Yarn\n\n{listed('L1', 'L2', 'L2')}"
    found = import_markdown(page, "mill")
    assert [(level.title, level.duties + level.needs) for level in rungs(page)] == [
        ("L1", ["You weave cloth 0.", "You weave cloth 0."]),
        ("L2", ["You weave cloth 1.", "You weave cloth 1.", "You weave cloth 2."]),
        ("L3", ["You weave cloth 2."]),
    ]
    assert [q.line for q in found.questions if "twice" in q.message] == [13]


def test_that_the_heading_of_a_note_stays_when_its_last_line_is_taken() -> None:
    page = f"# Weaving\n\n## On the floor\n\n- Keep the floor clean.\n\n{_LEVELS}"
    found = import_markdown(page, "mill")
    line = next(line for line in found.account if "clean" in line.text)
    said = with_decision(found, decision_on(line, Says.RESPONSIBILITY))
    assert said is not None
    assert said.role is not None
    assert [note.text for note in said.role.notes if note.title == "On the floor"] == ["On the floor"]


def test_that_a_list_beside_those_of_both_kinds_is_asked_about_where_its_heading_says_nothing() -> None:
    kinds = "## Responsibilities\n\n- Keeps looms running.\n\n## Requirements\n\n- 2+ years with looms.\n\n"
    calls = "## Telephone Calls\n\n### 1. Wiring\n\n- The candidate draws a simple circuit.\n"
    found = import_markdown(f"# Loom Engineer\n\n{kinds}{calls}", "mill")
    assert [q.line for q in found.questions if "1. Wiring" in q.message] == [13]
    assert not import_markdown(f"# Loom Engineer\n\n{kinds}", "mill").questions

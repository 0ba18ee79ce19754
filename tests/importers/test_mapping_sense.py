"""What YAML and JSON are about, by their keys: ladders, people, rights in a program, games."""

import pytest

from ladder_app.errors import InvalidFile
from ladder_app.importers.sources import import_text

_GRADES = """# schema: grades

- id: L1
  jobTitle: Baker I
  managerTitle: Shift Helper
  skillLevels:
    bread: foundational
    cake: awareness
  maturity: emerging
  expectations:
    scope:
      Heats one oven with
      help from others
    autonomyExpectation: Asks for help in time

- id: L2
  jobTitle: Baker II
  managerTitle: Shift Leader
  skillLevels:
    bread: practitioner
    cake: working
  maturity: developing
  expectations:
    scope: Heats all ovens alone
    autonomyExpectation: Works without help for a day
"""


def test_that_a_list_of_grades_is_read_whatever_comment_stands_above_it() -> None:
    role = import_text(_GRADES, "grades").role
    assert role is not None
    texts = [[c.text for _, c in level.criteria()] for level in role.levels]
    assert texts == [
        ["Heats one oven with help from others", "Asks for help in time"],
        ["Heats all ovens alone", "Works without help for a day"],
    ]
    assert list(role.areas.values()) == ["Scope", "Autonomy Expectation"]


def test_that_second_titles_steps_of_a_scale_and_figures_are_notes() -> None:
    role = import_text(_GRADES, "grades").role
    assert role is not None
    noted = [note.text for note in role.notes]
    assert {"Shift Leader", "practitioner", "emerging"} <= set(noted)


def test_that_words_alone_are_no_ladder() -> None:
    text = "levels:\n- name: Junior Baker Engineer\n  bread: basic\n- name: Senior Baker Engineer\n  bread: expert\n"
    with pytest.raises(InvalidFile):
        import_text(text, "x")


@pytest.mark.parametrize("key", ["email", "github", "start_date"])
def test_that_a_list_of_people_is_refused(key: str) -> None:
    people = "".join(
        f"- {key}: {n}\n  name: Person {n}\n  level: L{n}\n  about: Bakes bread every day.\n" for n in "12"
    )
    with pytest.raises(InvalidFile):
        import_text(people, "people")


def test_that_rights_in_a_program_are_no_criteria() -> None:
    rights = "    permissions:\n    - Opens the doors of all.\n    - Counts the money of all.\n"
    text = f"roles:\n  - name: admin\n{rights}  - name: editor\n{rights}logging:\n  level: info\n"
    assert import_text(text, "config").role is None


_GAME = '{"levels": [%s]}'
_STEP = '{"name": "The %s", "goal": "Find the rusty key", "%s": ["Giant bat of doom", "Slow old ghost"]}'


@pytest.mark.parametrize(("key", "asked"), [("enemies", True), ("skills", False)])
def test_that_levels_that_nothing_calls_so_are_asked_about(key: str, asked: bool) -> None:
    found = import_text(_GAME % ", ".join(_STEP % (name, key) for name in ("Cave", "Castle")), "game")
    assert found.role is not None
    assert any("at all" in question.message for question in found.questions) is asked

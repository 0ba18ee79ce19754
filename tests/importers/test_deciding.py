"""What a person decides about lines: each does what it says, and for any decisions nothing is lost."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from ladder_app.domain.role import Kind
from ladder_app.domain.role_integrity import role_faults
from ladder_app.importers.deciding import decided, with_decision
from ladder_app.importers.decisions import Decision, Says, decision_on
from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks, Imported, Place
from ladder_app.importers.wordings import split_after, split_at
from tests.importers.test_properties import pages

PAGE = """# Baker

## Baker

### Responsibilities

- Bakes bread and sells cake.
- Cleans the oven.

### Requirements

- 3 years of baking.
- Knowledge of rye is a plus.

A word about our ovens.

## Senior Baker

### Responsibilities

- Extends that of the Big Baker in town.
- Teaches others.
"""


def _read() -> Imported:
    return import_markdown(PAGE, "baker")


def _say(found: Imported, text: str, says: Says, value: str = "") -> Imported:
    line = next(line for line in found.account if text in line.text)
    result = with_decision(found, decision_on(line, says, value))
    assert result is not None
    assert result.role is not None
    assert not role_faults(result.role)
    return result


def _texts(found: Imported) -> list[tuple[str, str, str]]:
    assert found.role is not None
    return [(level.title, kind.value, c.text) for level, kind, c in found.role.criteria()]


def _place(found: Imported, text: str) -> Place:
    return next(line.place for line in found.account if text in line.text)


def test_that_a_criterion_is_of_the_other_kind() -> None:
    found = _say(_read(), "Cleans", Says.REQUIREMENT)
    assert ("Baker", "requirement", "Cleans the oven.") in _texts(found)
    assert _place(found, "Cleans") is Place.REQUIREMENT


def test_that_a_heading_says_it_for_all_below_it() -> None:
    found = _say(_read(), "### Responsibilities", Says.REQUIREMENT)
    assert found.role is not None
    assert not found.role.levels[0].responsibilities
    assert [c.text for c in found.role.levels[0].requirements][:2] == [
        "Bakes bread and sells cake.",
        "Cleans the oven.",
    ]


def test_that_a_note_becomes_a_criterion_and_leaves_the_notes() -> None:
    found = _say(_read(), "ovens", Says.REQUIREMENT)
    assert ("Baker", "requirement", "A word about our ovens.") in _texts(found)
    assert found.role is not None
    assert not any("ovens" in note.text for note in found.role.notes)


def test_that_a_criterion_becomes_a_note() -> None:
    found = _say(_read(), "Cleans", Says.NOTE)
    assert found.role is not None
    assert any("Cleans the oven." in note.text for note in found.role.notes)
    assert not any("Cleans" in text for _, _, text in _texts(found))


def test_that_a_line_becomes_a_level_with_what_follows() -> None:
    found = _say(_read(), "3 years", Says.LEVEL)
    assert found.role is not None
    assert [level.title for level in found.role.levels] == ["Baker", "3 years of baking.", "Senior Baker"]
    assert ("3 years of baking.", "requirement", "Knowledge of rye is a plus.") in _texts(found)


def test_that_a_criterion_of_several_lines_becomes_a_level_as_a_whole() -> None:
    page = "# Baker\n\n## Baker\n\n### Requirements\n\n- Bakes bread\n  every day\n- Cleans the oven.\n"
    found = _say(import_markdown(page, "baker"), "every day", Says.LEVEL)
    assert found.role is not None
    assert [level.title for level in found.role.levels] == ["Baker", "Bakes bread every day"]
    assert [line.line for line in found.account if line.level == "bakes-bread-every-day"] == [7, 8, 9]


def test_that_a_level_becomes_a_specialty_with_all_it_says() -> None:
    found = _say(_read(), "## Senior", Says.SPECIALTY)
    assert found.role is not None
    assert [level.title for level in found.role.levels] == ["Baker"]
    assert any("Teaches others." in note.text for note in found.role.notes)
    assert _place(found, "Teaches") is Place.SPECIALTY


def test_that_the_last_level_stays_one() -> None:
    one = _say(_read(), "## Senior", Says.NOTE)
    line = next(line for line in one.account if line.place is Place.LEVEL)
    assert with_decision(one, decision_on(line, Says.NOTE)) is None


def test_that_a_question_is_answered_by_the_level_it_extends() -> None:
    found = _say(_read(), "Extends that", Says.EXTENDS, "baker")
    assert found.role is not None
    extends = found.role.levels[1].extends
    assert [(e.level, e.kinds, e.text) for e in extends] == [
        ("baker", (Kind.RESPONSIBILITY,), "Extends that of the Big Baker in town.")
    ]
    assert not [q for q in found.questions if q.asks is Asks.EXTENDS]


def test_that_a_circle_is_refused() -> None:
    found = _say(_read(), "Extends that", Says.EXTENDS, "baker")
    line = next(line for line in found.account if "Cleans" in line.text)
    assert with_decision(found, decision_on(line, Says.EXTENDS, "senior-baker")) is None


def test_that_one_criterion_becomes_two_and_one_again() -> None:
    two = _say(_read(), "Bakes", Says.SPLIT)
    assert [text for _, _, text in _texts(two)][:2] == ["Bakes bread", "and sells cake."]
    one = _say(_read(), "Cleans", Says.JOIN)
    assert _texts(one)[0][2] == "Bakes bread and sells cake.\nCleans the oven."
    assert _texts(one)[1][2] == "3 years of baking."


@given(st.text(max_size=40), st.integers(0, 40))
def test_that_a_text_is_cut_anywhere_and_known_again_by_its_second_part(text: str, place: int) -> None:
    parts = split_at(text, place)
    if parts is None:
        return
    assert _letters("".join(parts)) == _letters(text)
    assert split_after(text, parts[1]) == parts


def test_that_suggestions_are_taken_or_refused_one_by_one() -> None:
    found = _read()
    assert {s.field for s in found.suggestions} == {"plus", "years"}
    refused = _say(found, "3 years", Says.REFUSE, "years")
    assert refused.role is not None
    assert refused.role.levels[0].requirements[0].years is None
    taken = _say(refused, "rye", Says.TAKE, "plus")
    assert taken.role is not None
    assert taken.role.levels[0].requirements[1].plus
    assert not taken.suggestions


def test_that_a_grade_is_given() -> None:
    found = _say(_read(), "## Senior", Says.GRADE, "senior-baker:7")
    assert found.role is not None
    assert found.role.levels[1].grade == 7


def test_that_a_page_without_levels_gets_one() -> None:
    found = import_markdown("# About us\n\nWe bake.\n\nAnd more of it.\n", "oven")
    assert found.role is None
    assert with_decision(found, decision_on(found.account[2], Says.REQUIREMENT)) is None
    found = _say(found, "We bake", Says.LEVEL)
    assert not found.questions
    found = _say(found, "And more", Says.REQUIREMENT)
    assert _texts(found) == [("We bake.", "requirement", "And more of it.")]


def test_that_a_question_is_left_open_on_the_persons_word() -> None:
    found = _say(_read(), "Extends that", Says.SETTLE, "extends")
    assert not found.questions
    line = next(line for line in found.account if "Extends that" in line.text)
    assert with_decision(found, decision_on(line, Says.SETTLE, "extends")) is None


def test_that_decisions_hold_for_a_newer_page() -> None:
    said = [Decision(Says.REQUIREMENT, 8, "- Cleans the oven."), Decision(Says.NOTE, 12, "- Gone meanwhile.")]
    newer = import_markdown("Welcome.\n\n" + PAGE.replace("Bakes bread", "Bakes much bread"), "baker")
    result = decided(newer, said)
    assert ("Baker", "requirement", "Cleans the oven.") in _texts(result.imported)
    assert result.unused == (said[1],)


_ON_LINES = [s for s in Says if s not in (Says.GRADE, Says.SETTLE)]
_choices = st.lists(st.tuples(st.sampled_from(_ON_LINES), st.integers(0, 60), st.integers(0, 5)), max_size=8)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _all_texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inside in value.values() for text in _all_texts(inside)]
    if isinstance(value, (list, tuple)):
        return [text for inside in value for text in _all_texts(inside)]
    return [value] if isinstance(value, str) else []


_STRUCTURE = (Place.HEADING, Place.LAYOUT, Place.FRONT_MATTER, Place.UNPLACED)


@given(pages(), _choices)
@settings(max_examples=80)
def test_that_for_any_decisions_text_in_is_text_out_and_undo_is_exact(
    page: str, choices: list[tuple[Says, int, int]]
) -> None:
    first = found = import_markdown(page, "page")
    made: list[Decision] = []
    states = [found]
    for says, number, level in choices:
        line = found.account[number % len(found.account)]
        levels = found.role.levels if found.role else ()
        value = levels[level % len(levels)].id if says is Says.EXTENDS and levels else ""
        value = "years" if says in (Says.TAKE, Says.REFUSE) else value
        decision = decision_on(line, says, value)
        result = with_decision(found, decision)
        if result is not None:
            found = result
            made.append(decision)
            states.append(found)
    for count, state in enumerate(states):
        assert decided(first, made[:count]).imported == state
    assert [(a.line, a.text) for a in found.account] == [(a.line, a.text) for a in first.account]
    if found.role is None:
        return
    assert not role_faults(found.role)
    known = {c.id for _, _, c in found.role.criteria()} | {i.id for i in found.role.performance_indicators}
    assert all(a.target in known for a in found.account if a.target)
    written = _letters(" ".join(_all_texts(found.role.model_dump(mode="json"))))
    titles = {level.id: _letters(level.title) for level in found.role.levels}
    for line in found.account:
        named = line.place is Place.LEVEL and titles.get(line.level or "", "-") in _letters(line.text)
        if line.place not in _STRUCTURE and not named:
            text = re.sub(r"^(?:\s*(?:[-*+]|\d+\.)\s+|title:)", "", line.text)
            assert _letters(text) in written, (line, made)
    source = _letters(page)
    for _, _, criterion in found.role.criteria():
        for part in criterion.text.split("\n"):
            assert _letters(part) in source


def test_that_the_first_level_of_a_page_without_any_loses_nothing_of_it() -> None:
    found = import_markdown("---\ntitle: Bakers\n---\n# Pitfalls\n\n- Burns.\n- Wastes.\n", "page")
    assert found.role is None
    said = with_decision(found, decision_on(found.account[-1], Says.LEVEL))
    assert said is not None
    assert said.role is not None
    assert (said.role.title, [level.title for level in said.role.levels]) == ("Bakers", ["Wastes."])
    assert [note.text for note in said.role.notes] == ["# Pitfalls\n- Burns."]
    assert with_decision(found, decision_on(found.account[0], Says.LEVEL)) is None


SHARED = """# Miller

## Responsibilities

- Grinds the flour each day.
- Keeps the mill clean.

## Levels

### Miller

#### Responsibilities

- Learns the stones.

### Senior Miller

#### Responsibilities

- Teaches younger millers.
- Learns the stones and the sieves.
"""


def test_that_no_level_takes_over_what_only_the_lowest_asks_for() -> None:
    before = import_markdown(SHARED, "miller")
    assert [q.asks for q in before.questions] == [Asks.SHARED]
    found = _say(before, "Grinds", Says.APART)
    assert found.role is not None
    assert not found.questions
    assert [(level.title, level.grade) for level in found.role.levels] == [
        ("Shared by all levels", None), ("Miller", None), ("Senior Miller", None),
    ]  # fmt: skip
    shared, *others = found.role.levels
    assert [c.text for _, c in shared.criteria()] == ["Grinds the flour each day.", "Keeps the mill clean."]
    assert [[e.level for e in level.extends] for level in others] == [[shared.id], [shared.id]]
    assert all(c.refines is None for level in others for _, c in level.criteria())
    assert before.role is not None
    assert {c.id for _, _, c in found.role.criteria()} == {c.id for _, _, c in before.role.criteria()}
    assert {line.level for line in found.account if "flour" in line.text} == {shared.id}
    assert with_decision(found, decision_on(found.account[2], Says.APART)) is None


def test_that_what_is_shared_stays_apart_in_a_newer_page() -> None:
    line = next(line for line in import_markdown(SHARED, "miller").account if "Grinds" in line.text)
    newer = import_markdown(SHARED.replace("- Grinds", "- Greets all guests.\n- Grinds"), "miller")
    again = decided(newer, [decision_on(line, Says.APART)])
    assert not again.unused
    assert again.imported.role is not None
    assert len(again.imported.role.levels[0].responsibilities) == 3
    headed = import_markdown(SHARED.replace("## Responsibilities\n\n- G", "## All Millers\n\n- G", 1), "miller")
    if any(question.shared for question in headed.questions):
        assert _say(headed, "Grinds", Says.APART).role.levels[0].title == "All Millers"  # type: ignore[union-attr]


def test_that_levels_stand_as_the_page_lists_them() -> None:
    page = "# Miller\n" + "".join(
        f"\n## {title}\n\n### Responsibilities\n\n- Grinds {what} flour.\n"
        for title, what in (("Staff Miller", "all"), ("Senior Miller", "much"), ("Junior Miller", "some"))
    )
    before = import_markdown(page, "miller")
    assert [q.asks for q in before.questions] == [Asks.ORDER]
    found = _say(before, "## Staff", Says.TURN)
    assert found.role is not None
    assert [level.title for level in found.role.levels] == ["Staff Miller", "Senior Miller", "Junior Miller"]
    assert not found.questions
    built = _say(found, "## Staff", Says.BUILD_UP)
    assert built.role is not None
    assert [[e.level for e in level.extends] for level in built.role.levels] == [
        [],
        ["staff-miller"],
        ["senior-miller"],
    ]

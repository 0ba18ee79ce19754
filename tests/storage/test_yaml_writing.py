from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment, Person, new_assessment
from ladder_app.domain.cycle import Agreed
from ladder_app.domain.entries import Rating
from ladder_app.domain.role import Criterion, HiringProcess, Kind, Level, Role
from ladder_app.storage.assessments import assessment_from_text, assessment_text
from ladder_app.storage.roles import role_from_text, role_text
from ladder_app.storage.scalars import WIDTH, on_one_line, value_of
from ladder_app.storage.yaml_writing import yaml_text
from tests.storage.strategies import PIECES, assessments, ids, roles, texts, weights

BARE = Role(id="bare", title="Bare", levels=(Level(id="one", title="One"),))


@settings(max_examples=40)
@given(roles())
def test_that_a_role_comes_back_from_its_text_and_gives_the_same_text_again(role: Role) -> None:
    text = role_text(role)
    again = role_from_text(text)
    assert again == role
    assert role_text(again) == text


@settings(max_examples=40)
@given(assessments())
def test_that_an_assessment_comes_back_from_its_text_and_gives_the_same_text_again(assessment: Assessment) -> None:
    text = assessment_text(assessment)
    again = assessment_from_text(text)
    assert again == assessment
    assert assessment_text(again) == text


@settings(max_examples=15)
@given(roles())
def test_that_a_written_role_holds_only_what_stands_in_any_file(role: Role) -> None:
    text = role_text(role)
    text.encode()
    assert text.endswith("\n")
    assert not set(text) & set("\r\x00\x07\x7f\x85\u2028\u2029\ufeff\uffff")


@given(texts, st.integers(0, 20))
def test_that_other_readers_take_a_written_text_for_the_same_text(text: str, depth: int) -> None:
    # Nested mappings, as many as the indent needs; both of PyYAML's loaders, which resolve types as YAML 1.1 does.
    document = "".join(" " * (2 * level) + "k:\n" for level in range(depth))
    document += " " * (2 * depth) + "k: " + value_of(text, 2 * depth + 2, 2 * depth + 3) + "\n"
    for found in (yaml.safe_load(document), yaml.load(document, Loader=yaml.CSafeLoader)):
        value = found
        for _ in range(depth + 1):
            value = value["k"]
        assert value == text


@given(ids)
def test_that_other_readers_take_a_written_key_for_the_same_text(name: str) -> None:
    assert yaml.safe_load(f"{on_one_line(name)}: x") == {name: "x"}


@given(weights)
def test_that_other_readers_take_a_written_weight_for_the_same_number(weight: float) -> None:
    text = yaml_text(Criterion(id="a", text="b", weight=weight))
    assert yaml.safe_load(text)["weight"] == weight


@pytest.mark.parametrize("text", [*PIECES, *(left + right for left in PIECES for right in ("x", "\n", " "))])
def test_that_every_awkward_piece_survives_on_its_own_and_with_a_neighbour(text: str) -> None:
    for position in (text, "x" + text, text + "x" * 3):
        role = BARE.model_copy(update={"title": position, "hiring_process": HiringProcess(steps=(position,))})
        assert role_from_text(role_text(role)) == role


def test_that_a_role_looks_as_a_person_would_write_it() -> None:
    role = Role(
        id="2026",
        title="Sample: role",
        summary="A line that is long enough to be wrapped, since it goes on and on, past the hundredth column of it.",
        areas={"no": "It's all"},
        levels=(
            Level(
                id="one",
                title="One",
                grade=7,
                requirements=(
                    Criterion(id="a", text="First\n\n  second\n", area="no", weight=2.0, plus=True),
                    Criterion(id="b", text='Say "no" to #1', weight=0.5),
                ),
            ),
        ),
    )
    assert role_text(role) == (
        "format: ladder-role/1\n"
        "id: '2026'\n"
        "title: 'Sample: role'\n"
        "summary: >-\n"
        "  A line that is long enough to be wrapped, since it goes on and on, past the hundredth column of\n"
        "  it.\n"
        "areas:\n"
        "  'no': It's all\n"
        "levels:\n"
        "  - id: one\n"
        "    title: One\n"
        "    grade: 7\n"
        "    requirements:\n"
        "      - id: a\n"
        "        text: |\n"
        "          First\n"
        "\n"
        "            second\n"
        "        area: 'no'\n"
        "        weight: 2\n"
        "        plus: true\n"
        "      - id: b\n"
        "        text: 'Say \"no\" to #1'\n"
        "        weight: 0.5\n"
    )


def test_that_an_assessment_writes_days_and_empty_entries() -> None:
    role = Role(id="r", title="R", levels=(Level(id="one", title="One", requirements=(Criterion(id="a", text="A"),)),))
    assessment = new_assessment(role, Person(name="Sample Engineer"), date(2026, 11, 23), identity="sample").rated(
        "a", Rating(not_applicable="")
    )
    text = assessment_text(assessment.with_cycle(agreed={"a": Agreed()}))
    assert "    opened: 2026-11-23\n" in text
    assert "      a:\n        not_applicable: ''\n" in text
    assert "    agreed:\n      a: {}\n" in text


def test_that_values_put_in_unchecked_are_written_too() -> None:
    # A copy with changes is not validated again, so a list may stand where a tuple should.
    level = BARE.levels[0].model_copy(update={"extends": [], "grade": 3, "summary": ["a", Kind.REQUIREMENT, 1.5, True]})
    role = BARE.model_copy(update={"levels": [level]})
    assert role_text(role).endswith(
        "    grade: 3\n    summary:\n      - a\n      - requirement\n      - 1.5\n      - true\n    extends: []\n"
    )


@given(st.lists(st.sampled_from(["a", "word", "longer-word", "x" * 30]), min_size=60, max_size=90).map(" ".join))
def test_that_long_text_is_wrapped_near_the_hundredth_column(text: str) -> None:
    lines = value_of(text, 4, 10).split("\n")
    assert lines[0] == ">-"
    assert all(WIDTH - 31 <= len(line) <= WIDTH for line in lines[1:-1])
    assert len(lines[-1]) <= WIDTH


def test_that_a_word_longer_than_a_line_is_left_whole() -> None:
    word = "x" * 150
    assert value_of(word, 2, 7) == word
    assert value_of(f"{word} {word}", 2, 7) == f">-\n  {word}\n  {word}"


def test_that_lines_are_broken_at_single_spaces_only() -> None:
    words = "two  spaces " * 12
    lines = value_of(words.strip(), 2, 7).split("\n")[1:]
    assert len(lines) == 2
    assert "\n".join(lines).count("two  spaces") == 12
    wide = "two  spaces  " * 12
    assert value_of(wide.strip(), 2, 7) == wide.strip()
    assert value_of(wide + "x y", 2, 7) == f">-\n  {wide}x\n  y"


def test_that_half_a_character_does_not_keep_a_file_from_being_saved() -> None:
    assert on_one_line("a\ud800b") == '"a\ufffdb"'


def test_that_a_role_inside_an_assessment_is_written_anew_once_it_is_another() -> None:
    first = new_assessment(BARE, Person(name="A"), date(2026, 1, 1), identity="sample")
    before = assessment_text(first)
    other = BARE.model_copy(update={"title": "Other"})
    after = assessment_text(first.model_copy(update={"role": other}))
    assert after == before.replace("title: Bare", "title: Other")
    assert assessment_text(first) == before

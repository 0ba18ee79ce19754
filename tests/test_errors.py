import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.errors import (
    CannotWrite,
    ExportFailed,
    FileError,
    Guesses,
    InvalidFile,
    LadderError,
    NewerFormat,
    Problem,
    UnknownName,
    UnreadableFile,
    did_you_mean,
)


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (Problem("No."), "No."),
        (Problem("No.", "a.yaml"), "a.yaml: No."),
        (Problem("No.", "a.yaml", 3), "a.yaml:3: No."),
        (Problem("No.", "a.yaml", 3, 7), "a.yaml:3:7: No."),
        (Problem("No.", "a.yaml", None, 7), "a.yaml: No."),
        (Problem("No.", None, 3, 7), "3:7: No."),
    ],
)
def test_that_a_problem_says_where_as_far_as_it_knows(problem: Problem, said: str) -> None:
    assert str(problem) == said


def test_that_an_error_says_all_of_its_problems_one_a_line() -> None:
    error = InvalidFile(Problem("One.", "a.yaml", 1, 2), "Two.")
    assert error.problems == (Problem("One.", "a.yaml", 1, 2), Problem("Two."))
    assert str(error) == "a.yaml:1:2: One.\nTwo."


@pytest.mark.parametrize("kind", [UnreadableFile, InvalidFile, NewerFormat, CannotWrite])
def test_that_what_is_about_files_can_be_caught_as_one(kind: type[LadderError]) -> None:
    with pytest.raises(FileError):
        raise kind("No.")


@pytest.mark.parametrize("kind", [FileError, UnknownName, ExportFailed])
def test_that_everything_expected_can_be_caught_as_one(kind: type[LadderError]) -> None:
    with pytest.raises(LadderError):
        raise kind("No.")


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("senor", "senior"), ("junor", "junior"), ("staf", "staff"), ("Senior", "senior"), ("zzz", None), ("", None)],
)
def test_that_the_nearest_known_name_is_guessed(name: str, nearest: str | None) -> None:
    said = did_you_mean(name, ["junior", "senior", "staff"])
    assert said == ("" if nearest is None else f" Did you mean “{nearest}”?")


def test_that_the_nearest_wins_wherever_it_stands() -> None:
    known = ["lead-a-tribe", "lead-a-team", "lead-teams"]
    assert did_you_mean("lead-a-teem", known) == " Did you mean “lead-a-team”?"
    assert did_you_mean("lead-a-teem", reversed(known)) == " Did you mean “lead-a-team”?"


def test_that_letters_in_another_order_are_not_near() -> None:
    assert did_you_mean("abcdefgh", ["hgfedcba"]) == ""


@given(st.text(min_size=2), st.lists(st.text()))
def test_that_a_known_name_is_its_own_nearest(name: str, others: list[str]) -> None:
    assert did_you_mean(name, [*others, name]) == f" Did you mean “{name}”?"


def test_that_guessing_stops_where_everything_is_wrong() -> None:
    guesses = Guesses(["lead"], at_most=2)
    assert [bool(guesses.nearest("laed")) for _ in range(4)] == [True, True, False, False]

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ladder_app.domain.entries import Rating
from ladder_app.errors import UnknownName
from ladder_app.storage.assessments import assessment_text, load_assessment, sample_assessment, save_assessment
from ladder_app.storage.rating_in_text import save_rating

if TYPE_CHECKING:
    from ladder_app.domain.assessment import Assessment

BY_HAND = """\
# My file. Mine alone.
format: ladder-assessment/1
person: {name: Sample Engineer}   # that is me
target: one

cycles:
- name: 2026 H1
  opened: 2026-01-05
  closed: 2026-06-30
  ratings:
    alone:
      step: 1
- name: 2026 H2
  opened: 2026-07-06
  ratings:
      alone: {step: 2}      # honest

      # the next one is hard
      "led":
          step: 1
          carried: true

      # that was all
  notes: {led: "no idea"}
role: {format: ladder-role/1, id: r, title: R, levels: [{id: one, title: One, responsibilities: [
    {id: led, text: Led}, {id: alone, text: Alone}, {id: third, text: Third}]}]}
"""


def by_hand(folder: Path, text: str = BY_HAND) -> Path:
    path = folder / "mine.assessment.yaml"
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize(
    ("criterion", "rating", "old", "new"),
    [
        ("alone", Rating(step=4), "      alone: {step: 2}      # honest\n", "      alone:\n        step: 4\n"),
        ("alone", None, "      alone: {step: 2}      # honest\n", ""),
        (
            "led",
            Rating(step=3),
            '      "led":\n          step: 1\n          carried: true\n',
            "      led:\n        step: 3\n",
        ),
        (
            "third",
            Rating(not_applicable="Not here: “never”\nnor there"),
            "          carried: true\n",
            "          carried: true\n      third:\n        not_applicable: |-\n"
            "          Not here: “never”\n          nor there\n",
        ),
    ],
)
def test_that_a_file_made_by_hand_keeps_every_other_line(
    tmp_path: Path, criterion: str, rating: Rating | None, old: str, new: str
) -> None:
    for text in (BY_HAND, BY_HAND.replace("\n", "\r\n")):
        path = by_hand(tmp_path, text)
        before = load_assessment(path)
        save_rating(path, criterion, rating)
        assert load_assessment(path) == before.rated(criterion, rating)
        expected = BY_HAND.replace(old, new)
        assert expected != BY_HAND
        assert path.read_bytes().decode() == (expected.replace("\n", "\r\n") if "\r" in text else expected)


HEAD = BY_HAND[: BY_HAND.index("  ratings:\n      alone")]
TAIL = BY_HAND[BY_HAND.index("  notes:") :]


@pytest.mark.parametrize(
    "ratings",
    ["", "  ratings: {alone: {step: 1}}\n", "  ratings:\n    ? alone\n    : step: 1\n"],
    ids=["no ratings", "ratings on one line", "ratings with question marks"],
)
def test_that_a_file_whose_lines_cannot_be_told_is_put_into_our_form(tmp_path: Path, ratings: str) -> None:
    path = by_hand(tmp_path, HEAD + ratings + TAIL)
    before = load_assessment(path)
    save_rating(path, "led", Rating(step=2))
    assert path.read_text("utf-8") == assessment_text(before.rated("led", Rating(step=2)))


def test_that_clearing_the_only_rating_leaves_the_rest(tmp_path: Path) -> None:
    path = by_hand(tmp_path, HEAD + "  ratings: # mine\n    led: {step: 1}\n" + TAIL)
    save_rating(path, "led", None)
    assert path.read_text("utf-8") == HEAD + "  ratings: # mine\n" + TAIL
    assert load_assessment(path).cycle.ratings == {}


def test_that_a_file_of_our_own_stays_in_our_form(tmp_path: Path) -> None:
    path = tmp_path / "sample.assessment.yaml"
    save_assessment(path, sample_assessment())
    rated: Assessment = sample_assessment()
    for criterion, rating in (
        ("budgets", Rating(step=4)),
        ("recruit-talent", None),
        ("recruit-talent", Rating(step=0)),
    ):
        save_rating(path, criterion, rating)
        rated = rated.rated(criterion, rating)
        assert path.read_text("utf-8") == assessment_text(rated)


def test_that_a_last_line_without_end_is_no_trouble(tmp_path: Path) -> None:
    head, role, rest = BY_HAND[: BY_HAND.index("cycles:")], BY_HAND[BY_HAND.index("role:") :], BY_HAND
    cycles = rest[rest.index("cycles:") : rest.index("\n      # that was all")]
    path = by_hand(tmp_path, head + role + cycles.rstrip("\n"))
    before = load_assessment(path)
    save_rating(path, "third", Rating(step=1))
    assert load_assessment(path) == before.rated("third", Rating(step=1))
    assert path.read_text("utf-8") == head + role + cycles.rstrip("\n") + "\n      third:\n        step: 1\n"


def test_that_nothing_is_written_for_a_criterion_the_role_does_not_have(tmp_path: Path) -> None:
    path = by_hand(tmp_path)
    with pytest.raises(UnknownName):
        save_rating(path, "leads", Rating(step=1))
    assert path.read_text("utf-8") == BY_HAND

import pytest

from ladder_app.domain.differing import Difference
from ladder_app.report.taken_over import taken_over_words


@pytest.mark.parametrize(
    ("counts", "profile", "frame", "words"),
    [
        ({"rating": 1}, False, False, "one rating"),
        ({"rating": 2, "note": 1, "other": 1}, False, False, "two ratings, one note and something else"),
        (
            {"indicator": 1, "hiring": 2, "review": 1},
            False,
            False,
            "one value of an indicator, two hiring steps and one review",
        ),
        ({"conversation": 1, "promotion": 1}, False, False, "what was said of the conversation and the promotion case"),
        ({}, False, False, "something"),
        ({}, True, False, "the profile"),
        ({}, False, True, "the role or the cycles"),
    ],
)
def test_that_it_is_said_what_was_taken_over(counts: dict[str, int], profile: bool, frame: bool, words: str) -> None:
    found = Difference(counts, frozenset(), False, profile, frame)
    assert taken_over_words(found) == f"Taken over from the disk: {words} by another program"
    assert taken_over_words(found, is_merged=True) == f"Merged with what you edited: {words} by another program"

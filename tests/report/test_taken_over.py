import pytest

from ladder_app.domain.differing import Difference
from ladder_app.report.taken_over import taken_over_words


@pytest.mark.parametrize(
    ("counts", "elsewhere", "profile", "frame", "words"),
    [
        ({"rating": 1}, False, False, False, "one rating"),
        ({"rating": 2, "note": 1}, True, False, False, "two ratings, one note and something else"),
        ({}, True, False, False, "something"),
        ({}, False, True, False, "the profile"),
        ({}, False, False, True, "the role or the cycles"),
    ],
)
def test_that_it_is_said_what_was_taken_over(
    counts: dict[str, int], elsewhere: bool, profile: bool, frame: bool, words: str
) -> None:
    found = Difference(counts, frozenset(), elsewhere, profile, frame)
    assert taken_over_words(found) == f"Taken over from the disk: {words} by another program"

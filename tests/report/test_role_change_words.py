from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.role import Years
from ladder_app.domain.role_changes import Aspect, OtherChange, role_changes
from ladder_app.report.role_change_words import (
    changes_sentence,
    kept_sentence,
    marked,
    other_words,
    years_words,
)
from tests.domain.builders import assessment, level, one, rated, role

words = st.lists(st.sampled_from(["lead", "a", "team", "of", "teams", "well"]), max_size=12).map(" ".join)


@given(words, words)
def test_that_the_pieces_are_the_texts_and_what_is_not_marked_is_the_same(old: str, new: str) -> None:
    before, after = marked(old, new)
    assert " ".join(piece.text for piece in before) == old
    assert " ".join(piece.text for piece in after) == new
    same = [[piece.text for piece in pieces if not piece.differs] for pieces in (before, after)]
    assert same[0] == same[1]


def test_that_the_words_that_came_and_went_are_marked() -> None:
    before, after = marked("Lead a **small** team.", "Lead a team of teams.")
    assert [piece.text for piece in before if piece.differs] == ["small team."]
    assert [piece.text for piece in after if piece.differs] == ["team of teams."]


def test_that_a_very_long_text_is_marked_as_a_whole() -> None:
    before, after = marked("word " * 700, "other " * 700)
    assert len(before) == len(after) == 1


def test_that_the_sentences_count_what_differs_and_say_what_becomes_of_it() -> None:
    file = assessment(role(level("l", ["a", "b"])), rated(a=2))
    changes = role_changes(file, role(level("l", [one("a", "Other words."), one("c", "Quite new.")])))
    assert changes_sentence(changes) == "One criterion is new, one is reworded and one is gone."
    assert "One rating is kept and marked" in kept_sentence(changes)
    assert changes_sentence(role_changes(file, file.role)) == "Nothing differs."
    assert "marked" not in kept_sentence(role_changes(file, file.role))
    renamed = role_changes(file, role(level("l", [one("a2", "Text of a."), "b"])))
    assert changes_sentence(renamed) == "Some criteria have other ids and say the same."


def test_that_other_changes_say_both_sides_or_the_one_there_is() -> None:
    assert other_words(OtherChange(Aspect.GRADE, "L", "8", "9")) == "8 → 9"
    assert other_words(OtherChange(Aspect.LEVEL, "L", "", "L")) == "new: L"
    assert other_words(OtherChange(Aspect.LEVEL, "L", "L", "")) == "gone: L"
    assert other_words(OtherChange(Aspect.TEXTS, "notes", "", "")) == "reads otherwise"
    assert years_words(Years(minimum=8, of="coding")) == "asks for 8 years of coding"
    assert years_words(None) == "asks for no years"

from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.matching import flat, matched

words = st.lists(st.sampled_from(["ab", "aB", "AB", "cd", "ce", "x"]), max_size=8)


@given(words, words)
def test_that_everything_is_paired_new_or_gone_and_each_once(old: list[str], new: list[str]) -> None:
    found = matched(old, new, (str, str.lower))
    assert sorted([*(one for one, _ in found.pairs), *found.gone]) == sorted(old)
    assert sorted([*(other for _, other in found.pairs), *found.new]) == sorted(new)
    assert all(one.lower() == other.lower() for one, other in found.pairs)


@given(words, words)
def test_that_nothing_is_left_on_both_sides_that_could_be_paired(old: list[str], new: list[str]) -> None:
    found = matched(old, new, (str, str.lower))
    assert not {one.lower() for one in found.gone} & {other.lower() for other in found.new}


@given(words, words)
def test_that_the_first_key_goes_before_the_second(old: list[str], new: list[str]) -> None:
    found = matched(old, new, (str, str.lower))
    for word in set(old):
        assert found.pairs.count((word, word)) == min(old.count(word), new.count(word))


def test_that_equals_pair_in_order() -> None:
    old, new = ["a1", "b1", "a2", "a3"], ["a7", "a8", "c1"]
    found = matched(old, new, (lambda item: item[0],))
    assert found.pairs == (("a1", "a7"), ("a2", "a8"))
    assert (found.new, found.gone) == (("c1",), ("b1", "a3"))


def test_that_white_space_does_not_make_a_text_another() -> None:
    assert flat("  Lead\n a\tteam. ") == "Lead a team."

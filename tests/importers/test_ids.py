"""Ids come from texts and depend on nothing else as far as that can be."""

from hypothesis import given
from hypothesis import strategies as st

from ladder_app.importers.ids import distinct, numbered, slug

_TEXTS = st.lists(st.tuples(st.text(max_size=80), st.sampled_from(["junior", "senior"])), max_size=12, unique=True)


def test_that_a_slug_is_cut_at_a_word() -> None:
    assert slug("Leads “the” team’s work, [daily](/x)!") == "leads-the-teams-work-daily"
    assert slug("word " * 40, 20) == "word-word-word-word"
    assert slug("…") == "x"


@given(_TEXTS)
def test_that_ids_differ_and_texts_keep_theirs_in_any_order(pairs: list[tuple[str, str]]) -> None:
    texts, homes = [text for text, _ in pairs], [home for _, home in pairs]
    ids = distinct(texts, homes)
    assert len(set(ids)) == len(ids)
    assert sorted(distinct(texts[::-1], homes[::-1])) == sorted(ids)
    words = [slug(text, 500) for text in texts]
    back = distinct(texts[::-1], homes[::-1])[::-1]
    for i, name in enumerate(ids):
        if words.count(words[i]) == 1:
            assert back[i] == name


def test_that_the_same_text_in_two_levels_is_named_after_both() -> None:
    assert distinct(["Bakes.", "Bakes.", "Sells."], ["junior", "senior", "junior"]) == [
        "bakes-junior",
        "bakes-senior",
        "sells",
    ]


def test_that_only_repetitions_are_numbered() -> None:
    assert numbered(["a", "b", "a", "a"]) == ["a", "b", "a-2", "a-3"]

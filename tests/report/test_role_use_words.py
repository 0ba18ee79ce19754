from ladder_app.domain.role_use import use_of
from ladder_app.report.role_use_words import removal_words, use_sentence
from tests.domain.builders import assessment, level, proof, rated, role

ABOUT = role(level("low", ["a", "b"]), level("high", ["c"], extends=["low"]))


def test_that_what_nothing_is_written_about_needs_no_words() -> None:
    made = assessment(ABOUT)
    assert use_of(made, ["a"]).is_none
    assert use_sentence(made, ABOUT.criterion("a")) == ""
    assert removal_words(made, ABOUT.criterion("a")) is None


def test_that_ratings_and_evidence_are_counted_once_each() -> None:
    made = assessment(ABOUT, rated(a=3, b=1), evidence=(proof("one", "a", "b"), proof("two", "a")))
    use = use_of(made, ["a", "b"])
    assert (use.rated, use.evidence, use.actions) == (2, 2, 0)
    assert "has one rating and two entries of evidence for this" in use_sentence(made, ABOUT.criterion("a"))
    found = removal_words(made, ABOUT.level("low"))
    assert found is not None
    assert "“LOW”" in found[0].replace("\u2068", "").replace("\u2069", "")
    assert found[1].startswith("Two ratings and two entries of evidence for it stay readable there")


def test_that_a_level_somebody_aims_for_is_named_without_any_rating() -> None:
    found = removal_words(assessment(ABOUT), ABOUT.level("high"))
    assert found is not None
    assert "aims for" in found[1]
    long = ABOUT.criterion("a").model_copy(update={"text": "Word " * 40})
    cut = removal_words(assessment(ABOUT, rated(a=1)), long)
    assert cut is not None
    assert "…" in cut[0]

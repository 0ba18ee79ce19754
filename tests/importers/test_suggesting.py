from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.importers.suggesting import suggesting
from ladder_app.storage.assessments import sample_assessment
from tests.domain.strategies import assessments

CRITERIA = [criterion for _, _, criterion in sample_assessment().role.criteria()]


def test_that_the_likeliest_criterion_comes_first() -> None:
    known = suggesting(CRITERIA)
    for text, expected in (
        ("Hired and recruited two engineers", "recruit-talent"),
        ("Held the performance review of all seven", "performance-reviews"),
        ("Planned the tooling budget for next year", "budget-and-resources"),
        ("Recruted talnt", "recruit-talent"),
    ):
        assert expected in known.for_text(text), text


def test_that_nothing_alike_suggests_nothing() -> None:
    known = suggesting(CRITERIA)
    assert known.for_text("") == ()
    assert known.for_text("Zzyzx qqq") == ()
    assert suggesting([]).for_text("Hired two engineers") == ()


def test_that_what_an_entry_supports_is_not_suggested_again() -> None:
    known = suggesting(CRITERIA)
    for entry in sample_assessment().cycle.evidence:
        found = known.for_evidence(entry)
        assert set(found).isdisjoint(entry.criteria)
        assert len(found) <= 3


@given(assessments(), st.text())
def test_that_suggestions_are_criteria_each_once(about: Assessment, text: str) -> None:
    criteria = [criterion for _, _, criterion in about.role.criteria()]
    found = suggesting(criteria).for_text(text)
    assert len(set(found)) == len(found) <= 3
    assert set(found) <= {criterion.id for criterion in criteria}
    for criterion in criteria:
        assert suggesting([criterion]).for_text(criterion.text) in ((), (criterion.id,))

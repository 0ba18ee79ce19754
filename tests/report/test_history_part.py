from datetime import date

from hypothesis import given

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.team import View
from ladder_app.domain.trend import Movement, movements, trend
from ladder_app.report.content import report
from ladder_app.report.history_words import MOVEMENT_NAMES, VIEW_NAMES
from ladder_app.report.markdown import markdown
from ladder_app.report.parts import Preset
from ladder_app.storage.assessments import sample_assessment
from tests.domain.strategies import assessments

DAY = date(2026, 11, 23)


@given(assessments())
def test_that_two_cycles_make_a_history_and_every_number_is_the_domain_s(about: Assessment) -> None:
    found = report(about, DAY).history
    if len(about.cycles) < 2:
        assert found is None
        return
    assert found is not None
    points = trend(about)
    assert [row.name for row in found.cycles] == [cycle.name for cycle in about.cycles]
    for row, point in zip(found.cycles, points, strict=True):
        figures = point.views[View.SELF].figures
        assert row.met == f"{figures.met} of {figures.required}"
        assert len(row.percents) == len(found.views)
    assert found.views[0] == VIEW_NAMES[View.SELF]
    if not about.cycle.ratings:
        assert found.groups == ()
        assert found.sentence == f"Nothing is rated in {about.cycle.name} yet."
        return
    moved = movements(about, about.cycles[-2], about.cycles[-1])
    listed = {group.title: [mention.criterion_id for mention in group.moved] for group in found.groups}
    for movement in (Movement.ROSE, Movement.FELL, Movement.NEW, Movement.GONE):
        assert listed.get(MOVEMENT_NAMES[movement], []) == [item.criterion.id for item in moved.of(movement)]


def test_that_only_the_full_document_has_it() -> None:
    about = sample_assessment()
    assert report(about, DAY).history is not None
    for preset in (Preset.SUMMARY, Preset.FILLABLE, Preset.CONVERSATION):
        assert report(about, DAY, preset=preset).history is None


def test_that_the_sample_says_what_moved() -> None:
    text = markdown(report(sample_assessment(), DAY))
    assert "## What has moved" in text
    assert "From 2026 H1 to 2026 H2, as Sample Engineer sees it: Ten rose, four are new and six are unchanged." in text
    assert "| 2026 H2 | since 1 Jul 2026 | 72\u00a0% | 78\u00a0% | 60\u00a0% | 14 of 24 |" in text
    assert "### Rose" in text
    assert "2 Growing → 3 Meets · reached the bar" in text

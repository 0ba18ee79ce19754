"""What a reviewer is asked, and what stands in the fields already."""

from datetime import date

from hypothesis import given

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Review
from ladder_app.domain.effective import effective_level
from ladder_app.domain.entries import Rating
from ladder_app.markup import plain_spans
from ladder_app.report.content import report
from ladder_app.report.form_parts import Form
from ladder_app.report.parts import Preset
from tests.report.samples import DAY, of_steps, sample, views


def form(assessment: Assessment, rater: str = "self") -> Form:
    found = report(assessment, DAY, rater=rater, preset=Preset.FILLABLE).form
    assert found is not None
    return found


def review(name: str, step: int) -> Review:
    return Review(
        reviewer=name, date=date(2026, 11, 3), ratings={"a": Rating(step=step)}, comments={"b": f"By {name}."}
    )


@given(views())
def test_that_every_effective_criterion_is_asked_once_plus_ones_too(view: tuple[Assessment, str, str]) -> None:
    made, level, rater = view
    found = report(made, DAY, level=level, rater=rater, preset=Preset.FILLABLE)
    assert found.form is not None
    ids = [criterion.id for criterion in effective_level(made.role, level).criteria]
    assert [answer.criterion_id for answer in found.form.answers] == ids == list(found.form.origin.criteria)
    sections = (*found.sections, *([found.plus] if found.plus else []))
    assert sorted(item.criterion_id for section in sections for item in section.items) == sorted(ids)


def test_that_what_is_carried_over_is_not_asked_where_it_is_not_listed() -> None:
    found = report(sample(), DAY, preset=Preset.FILLABLE, with_inherited=False)
    assert found.form is not None
    own = [c.id for c in effective_level(sample().role, sample().target).criteria if not c.inherited]
    assert list(found.form.origin.criteria) == [answer.criterion_id for answer in found.form.answers] == own


def test_that_only_the_fillable_preset_asks() -> None:
    assert report(sample(), DAY).form is None
    assert report(sample(), DAY, preset=Preset.SUMMARY).form is None


def test_that_the_choices_are_the_steps_and_not_applicable() -> None:
    assert form(of_steps(1)).choices == (
        "0 Not yet",
        "1 Starting",
        "2 Growing",
        "3 Meets",
        "4 Exceeds",
        "not applicable",
    )


def test_that_the_only_review_stands_in_the_fields_and_nowhere_else() -> None:
    made = of_steps(1, 2).with_cycle(reviews=(review("Sample Manager", 3),))
    found = report(made, DAY, preset=Preset.FILLABLE)
    assert found.form is not None
    assert [(answer.choice, answer.comment) for answer in found.form.answers] == [
        ("3 Meets", ""),
        ("", "By Sample Manager."),
    ]
    assert found.form.reviewer == "Sample Manager"
    items = [item for section in found.sections for item in section.items]
    assert [item.reviews for item in items] == [(), ()]


def test_that_of_several_reviews_only_that_of_the_rater_stands_in_the_fields() -> None:
    made = of_steps(1, 2).with_cycle(reviews=(review("One", 3), review("Two", 4)))
    assert form(made).reviewer == ""
    assert {answer.choice for answer in form(made).answers} == {""}
    assert form(made, rater="Two").reviewer == "Two"
    assert form(made, rater="Two").answers[0].choice == "4 Exceeds"
    found = report(made, DAY, rater="Two", preset=Preset.FILLABLE)
    said = [entry for section in found.sections for item in section.items for entry in item.reviews]
    assert any(plain_spans(entry.comment) == "By One." for entry in said)
    assert not any(plain_spans(entry.comment) == "By Two." for entry in said)

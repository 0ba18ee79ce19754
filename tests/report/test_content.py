from datetime import date

import pytest
from hypothesis import given

from ladder_app.domain.assessment import Assessment, Person
from ladder_app.domain.cycle import Review
from ladder_app.domain.readiness import readiness
from ladder_app.errors import UnknownName
from ladder_app.markup import plain_spans
from ladder_app.report.content import report
from ladder_app.report.parts import Preset, Report
from ladder_app.report.summary_parts import Fact, LevelName
from ladder_app.report.words import percent
from tests.domain.builders import assessment as made_of
from tests.domain.builders import level, rated, role
from tests.report.samples import DAY, of_steps, sample, sample_report, views


@given(views())
def test_that_every_figure_of_a_report_is_the_domains(view: tuple[Assessment, str, str]) -> None:
    made, level_id, rater = view
    found = report(made, DAY, level=level_id, rater=rater)
    expected = readiness(made, level_id, rater)
    assert found.figures == expected.figures
    assert found.verdict is expected.verdict
    bars = (*found.bars, *found.area_bars)
    assert [bar.figures for bar in bars] == [section.figures for section in expected.sections]
    assert [bar.percent for bar in bars] == [percent(section.figures.shown) for section in expected.sections]
    assert [gap.criterion_id for gap in found.gaps] == [gap.criterion.id for gap in expected.gaps]
    assert [gap.rank for gap in found.gaps] == list(range(1, len(found.gaps) + 1))
    assert [entry.criterion_id for entry in found.no_evidence] == [item.id for item in expected.no_evidence]


@given(views())
def test_that_every_criterion_is_listed_once(view: tuple[Assessment, str, str]) -> None:
    made, level_id, rater = view
    found = report(made, DAY, level=level_id, rater=rater)
    sections = (*found.sections, *([found.plus] if found.plus else []))
    listed = [item.criterion_id for section in sections for item in section.items]
    assert sorted(listed) == sorted(readiness(made, level_id, rater).by_id)


def test_that_the_sample_reads_as_a_page() -> None:
    found = sample_report()
    assert found.kicker == "Career conversation · 2026 H2 · 23 November 2026"
    assert found.footer == "Sample Engineer · Engineering Productivity Manager · 2026 H2"
    assert found.title == "Career conversation: Sample Engineer, Engineering Productivity Manager, 2026 H2"
    assert found.to_level == LevelName("Senior Engineering Manager, Engineering Productivity", "9", "grade 9")
    assert found.facts == (
        Fact("Grade", "8 → 9"),
        Fact("In role since", "March 2024"),
        Fact("Rated", "20 of 24 criteria"),
        Fact("Reviewed by", "Sample Manager, 3 Nov"),
    )
    assert [(bar.label, bar.note) for bar in found.bars] == [
        ("Responsibilities, new at grade 9", "7 of 8 rated"),
        ("Responsibilities, carried over", "9 of 9 rated"),
        ("Requirements", "4 of 7 rated"),
    ]
    assert found.current_bar is not None
    assert found.current_bar.label == "Current grade 8"
    assert found.source is not None
    assert "CC BY-SA 4.0" in found.source.text
    assert found.source.link == "https://handbook.gitlab.com/job-families/engineering/"
    assert found.signatures.people == ("Sample Engineer", "Sample Manager")
    assert [entry.reviewer for entry in found.comments] == ["Sample Manager"]
    assert [plain_spans(line.text) for line in found.indicators] == [
        "Project Completion rate",
        "Stakeholder Satisfaction score",
    ]
    assert found.indicators[1].values == ("2026 Q3: 4.3 of 5 (31 answers from 14 teams)",)
    assert [step.name for step in found.scale if step.is_bar] == ["3 Meets"]


def test_that_the_summary_is_the_first_page_alone() -> None:
    found = report(sample(), DAY, preset=Preset.SUMMARY)
    assert not any((found.sections, found.actions, found.indicators, found.comments, found.not_applicable))
    assert found.gaps == sample_report().gaps
    assert found.strengths == sample_report().strengths


def items(found: Report) -> dict[str, str]:
    return {item.criterion_id: plain_spans(item.note) for section in found.sections for item in section.items}


def test_that_evidence_and_notes_can_stay_at_home() -> None:
    found = report(sample(), DAY, with_evidence=False)
    assert not any(item.evidence for section in found.sections for item in section.items)
    assert not any(items(found).values())
    assert any(items(sample_report()).values())


def test_that_a_document_to_fill_in_says_so_on_its_first_page() -> None:
    found = report(sample(), DAY, preset=Preset.FILLABLE)
    assert found.kicker.endswith(" · 23 November 2026 · to be answered")
    assert found.form is not None
    assert found.form.request == (
        "For the reviewer:",
        "24 criteria wait for your rating and a comment, from “Every criterion” on."
        " Save the document when you are done and send it back.",
    )
    nothing = report(of_steps(), DAY, preset=Preset.FILLABLE).form
    assert nothing is not None
    assert nothing.request[1].startswith("Your comments go on the last page. Save")


def test_that_the_kicker_says_whose_view_it_is() -> None:
    assert report(sample(), DAY, rater="Sample Manager").kicker == (
        "Career conversation · 2026 H2 · as Sample Manager sees it · 23 November 2026"
    )
    agreed = report(sample(), DAY, rater="agreed")
    assert agreed.kicker == "Career conversation · 2026 H2 · as agreed · 23 November 2026"
    assert agreed.rated_by == "As agreed in the conversation"


def test_that_a_first_report_does_without_what_nobody_has_said_yet() -> None:
    about = role(level("base", ["a"]), level("top", ["b"], extends=["base"]))
    made = made_of(about, {})
    found = report(made, DAY)
    assert found.facts == (Fact("Rated", "0 of 2 criteria"),)
    assert found.from_level is None
    assert found.current_bar is None
    assert found.source is None
    assert found.plus is None
    assert found.signatures.people == ("Sample Engineer", "Manager")
    assert not any((found.gaps, found.strengths, found.talking_points, found.actions))


def test_that_the_current_level_has_a_bar_beside_those_of_the_next() -> None:
    about = role(level("base", ["a"]), level("top", ["b"], extends=["base"]))
    made = made_of(about, rated(a=3)).model_copy(update={"current": "base"})
    bar = report(made, DAY).current_bar
    assert bar is not None
    assert (bar.label, bar.percent) == ("Current level, BASE", "100\u00a0%")
    assert report(made, DAY, level="base").current_bar is None


def at_the_base(*rated_ones: str) -> Assessment:
    """Somebody at a level of four criteria, aiming for one more, who has rated these as met."""
    about = role(level("base", ["a", "b", "c", "d"]), level("top", ["e"], extends=["base"]))
    return made_of(about, rated(**dict.fromkeys(rated_ones, 3))).model_copy(update={"current": "base"})


def test_that_a_current_level_rated_in_part_says_so_and_shows_what_is_possible() -> None:
    bar = report(at_the_base("a", "b"), DAY).current_bar
    assert bar is not None
    assert (bar.percent, bar.note) == ("50\u00a0%", "2 of 4 rated")
    assert (bar.figures.shown, bar.figures.possible) == (50, 100)


def test_that_a_current_level_of_which_less_than_half_is_rated_is_left_out() -> None:
    assert report(at_the_base("a", "e"), DAY).current_bar is None
    assert report(at_the_base(), DAY).current_bar is None


def test_that_a_current_level_that_asks_for_nothing_has_no_bar() -> None:
    about = role(level("base"), level("top", ["b"]))
    assert report(made_of(about).model_copy(update={"current": "base"}), DAY).current_bar is None


def test_that_more_than_one_review_is_counted_and_the_latest_named() -> None:
    reviews = [Review(reviewer=name, date=date(2025, 11, day)) for name, day in (("Older", 1), ("Newer", 2))]
    made = of_steps(3).with_cycle(reviews=tuple(reviews))
    assert Fact("Reviewed by", "Newer, 2 Nov 2025, and 1 more") in report(made, DAY).facts


def test_that_names_from_a_file_cannot_smuggle_control_characters() -> None:
    made = of_steps(3).model_copy(update={"person": Person(name="Sam\x1b[31mple")})
    assert report(made, DAY).person == "Sam\ufffd[31mple"


def test_that_an_unknown_level_or_rater_is_refused_by_name() -> None:
    with pytest.raises(UnknownName, match="junior"):
        report(sample(), DAY, level="junior")
    with pytest.raises(UnknownName, match="Nobody"):
        report(sample(), DAY, rater="Nobody")

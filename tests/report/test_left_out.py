"""Reports that do not list the criteria carried over from other levels, and say so."""

from dataclasses import replace

import pytest
from hypothesis import given

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.effective import effective_level
from ladder_app.report.content import report
from ladder_app.report.markdown import markdown
from ladder_app.report.parts import Preset, Report
from tests.domain.builders import assessment, level, one, rated, role
from tests.report.samples import DAY, sample, views

BASE = level("base", ["a", "b"])


def listed(found: Report) -> set[str]:
    sections = (*found.sections, *([found.plus] if found.plus else []))
    return {item.criterion_id for section in sections for item in section.items}


@given(views())
def test_that_only_what_is_listed_differs_and_no_figure(view: tuple[Assessment, str, str]) -> None:
    made, at, rater = view
    full = report(made, DAY, level=at, rater=rater)
    shorter = report(made, DAY, level=at, rater=rater, with_inherited=False)
    criteria = effective_level(made.role, at).criteria
    assert listed(shorter) == {criterion.id for criterion in criteria if not criterion.inherited}
    assert bool(shorter.left_out) is any(criterion.inherited for criterion in criteria)
    same = {name: getattr(full, name) for name in ("sections", "plus", "not_applicable", "left_out")}
    assert replace(shorter, **same) == full


def test_that_the_document_says_what_it_leaves_out() -> None:
    found = report(sample(), DAY, with_inherited=False)
    assert found.left_out == "Nine criteria carried over from grade 8 are left out here; every figure counts them."
    assert found.left_out in markdown(found)
    assert [section.heading for section in found.sections] == [
        "Responsibilities – new at grade 9",
        "Requirements",
    ]


@pytest.mark.parametrize("preset", [Preset.FULL, Preset.SUMMARY])
def test_that_nothing_is_said_where_nothing_is_left_out(preset: Preset) -> None:
    assert report(sample(), DAY, preset=preset).left_out == ""
    assert report(sample(), DAY, preset=Preset.SUMMARY, with_inherited=False).left_out == ""


def test_that_one_is_told_as_one() -> None:
    made = assessment(role(level("base", ["a"]), level("top", ["b"], extends=["base"])), rated(a=3))
    found = report(made, DAY, with_inherited=False)
    assert found.left_out == "One criterion carried over from BASE is left out here; every figure counts it."


def test_that_a_section_counts_what_it_lists() -> None:
    made = assessment(role(BASE, level("top", [one("c")], extends=["base"])), rated(a=3, b=3, c=3))
    (section,) = report(made, DAY, with_inherited=False).sections
    assert section.note == "1 of 1 rated"

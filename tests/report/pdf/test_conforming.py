"""Every kind of document, in every state, is PDF/A-3a and PDF/UA-1 – by our own checks and by those of others."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.team import member
from ladder_app.report.content import report
from ladder_app.report.parts import Preset
from ladder_app.report.pdf.export import Paper, pdf_bytes
from ladder_app.report.pdf.team import team_pdf
from tests.domain.strategies import assessments
from tests.report.pdf.conforming import faults_of, faults_of_locked, found_by_others
from tests.report.pdf.documents import DOCUMENTS, LINKED, STATES, document, talked
from tests.report.pdf.material import DAY, assessed, reported

LOCK = "früh 🎉"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_every_document_keeps_both_standards(name: str) -> None:
    assert faults_of(document(name)) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_open_checkers_find_nothing_in_any_document(name: str, tmp_path: Path) -> None:
    assert found_by_others(document(name), tmp_path) == []


@pytest.mark.long
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("preset", Preset)
def test_that_documents_of_six_hundred_criteria_keep_both_standards(
    preset: Preset, paper: Paper, tmp_path: Path
) -> None:
    content = pdf_bytes(reported(talked(assessed([LINKED] * 600, evidence=[LINKED])), preset), paper=paper)
    assert faults_of(content) == []
    assert found_by_others(content, tmp_path) == []


@pytest.mark.parametrize("preset", Preset)
def test_that_a_locked_document_is_read_aloud_all_the_same(preset: Preset) -> None:
    content = pdf_bytes(reported(STATES["links"](), preset), paper="a4", attachment=b"data", passphrase=LOCK)
    assert faults_of_locked(content, LOCK) == []


@settings(max_examples=40)
@given(assessments(), st.sampled_from(Preset), st.booleans())
def test_that_whatever_somebody_wrote_keeps_both_standards(about: Assessment, preset: Preset, whole: bool) -> None:
    made = report(about, DAY, preset=preset, with_evidence=whole, with_notes=whole, with_inherited=whole)
    assert faults_of(pdf_bytes(made, paper="a4" if whole else "letter", attachment=b"data" if whole else None)) == []


@settings(max_examples=15)
@given(st.lists(assessments(), max_size=3))
def test_that_any_team_keeps_both_standards(people: list[Assessment]) -> None:
    assert faults_of(team_pdf("Team", [member(one, DAY) for one in people], (), DAY, "letter")) == []

"""A review comes back: a filled form, or a copy of the file."""

from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Review
from ladder_app.domain.entries import Rating
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.review_taking import ReviewDialog
from ladder_app.report.content import report
from ladder_app.report.parts import Preset
from ladder_app.report.pdf.export import pdf_bytes
from ladder_app.report.pdf.fieldnames import OVERALL, REVIEWER
from ladder_app.storage.assessments import assessment_text, load_assessment, save_assessment
from tests.gui.conftest import TODAY
from tests.gui.hands import click, is_saved, pressable, texts

BUDGET = "budget-and-resources"


@pytest.fixture
def opened(window: MainWindow, sample_file: Path) -> MainWindow:
    window.open_path(sample_file)
    return window


def filled(assessment: Assessment, path: Path, name: str = "Sample Manager") -> Path:
    """The form, with the manager's overall comments and their name."""
    path.write_bytes(pdf_bytes(report(assessment, TODAY, preset=Preset.FILLABLE), paper="a4"))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        fields[REVIEWER].V = pikepdf.String(name)
        fields[OVERALL].V = pikepdf.String("A strong half-year 🪜")
        pdf.save(path)
    return path


def dialog(window: MainWindow) -> ReviewDialog:
    return next(d for d in window.findChildren(ReviewDialog) if d.isVisible())


def test_that_a_filled_form_is_taken_over_after_showing_what_changes(
    opened: MainWindow, tmp_path: Path, sample_file: Path
) -> None:
    assert opened.document is not None
    form = filled(opened.document.assessment, tmp_path / "form.pdf")
    opened.files.take_review_from(form)
    shown = dialog(opened)
    before = opened.document.assessment
    assert any("A strong half-year 🪜" in text for text in texts(shown))
    click(pressable(shown, "Take it over"))
    QApplication.processEvents()
    assert opened.document.assessment is not before
    review = next(r for r in opened.document.assessment.cycle.reviews if r.reviewer == "Sample Manager")
    assert review.overall == "A strong half-year 🪜"
    assert opened.document.assessment.cycle.ratings == before.cycle.ratings
    assert opened.document.undo_stack.undoText() == "review by Sample Manager"
    assert opened.saver is not None
    assert is_saved(opened.saver)
    assert load_assessment(sample_file) == opened.document.assessment
    opened.files.take_review_from(form)
    assert any("Nothing in it is new" in text for text in texts(dialog(opened)))


def test_that_cancelling_changes_nothing(opened: MainWindow, tmp_path: Path) -> None:
    assert opened.document is not None
    before = opened.document.assessment
    opened.files.take_review_from(filled(before, tmp_path / "form.pdf"))
    click(pressable(dialog(opened), "Cancel"))
    assert opened.document.assessment is before


def test_that_a_review_in_a_copy_is_taken_over(opened: MainWindow, tmp_path: Path) -> None:
    assert opened.document is not None
    ratings = {BUDGET: Rating(step=2)}
    added = Review(reviewer="Another Manager", date=date(2026, 11, 20), ratings=ratings)
    cycle = opened.document.assessment.cycle
    copy = opened.document.assessment.with_cycle(reviews=(*cycle.reviews, added))
    save_assessment(tmp_path / "copy.assessment.yaml", copy)
    opened.files.take_review_from(tmp_path / "copy.assessment.yaml")
    click(pressable(dialog(opened), "Take it over"))
    assert added in opened.document.assessment.cycle.reviews


def test_that_reviews_in_the_assessment_inside_a_pdf_are_taken_over(opened: MainWindow, tmp_path: Path) -> None:
    assert opened.document is not None
    added = Review(reviewer="Another Manager", date=date(2026, 11, 20), ratings={BUDGET: Rating(step=2)})
    mine = opened.document.assessment
    copy = mine.with_cycle(reviews=(*mine.cycle.reviews, added)).rated(BUDGET, Rating(step=0))
    pdf = pdf_bytes(report(copy, TODAY), paper="a4", attachment=assessment_text(copy).encode())
    (tmp_path / "talk.pdf").write_bytes(pdf)
    opened.files.take_review_from(tmp_path / "talk.pdf")
    assert any("The self-ratings differ" in text for text in texts(dialog(opened)))
    click(pressable(dialog(opened), "Take it over"))
    assert added in opened.document.assessment.cycle.reviews
    assert opened.document.assessment.cycle.ratings == mine.cycle.ratings


def test_that_somebody_elses_form_is_refused_with_the_reason(opened: MainWindow, tmp_path: Path) -> None:
    assert opened.document is not None
    other = opened.document.assessment.model_copy(update={"id": "somebody-else"})
    opened.files.take_review_from(filled(other, tmp_path / "other.pdf"))
    box = next(b for b in opened.findChildren(QMessageBox) if b.isVisible())
    assert "not taken in" in box.text()
    box.close()


def test_that_a_form_without_a_name_asks_whose_it_is(opened: MainWindow, tmp_path: Path) -> None:
    assert opened.document is not None
    bare = opened.document.assessment.with_cycle(reviews=())
    save_assessment(tmp_path / "bare.assessment.yaml", bare)
    opened.open_path(tmp_path / "bare.assessment.yaml")
    assert opened.document is not None
    opened.files.take_review_from(filled(bare, tmp_path / "form.pdf", name=""))
    question = next(d for d in opened.findChildren(QInputDialog) if d.isVisible())
    assert "Whose review" in question.labelText()
    question.setTextValue("Sample Manager")
    question.accept()
    QApplication.processEvents()
    click(pressable(dialog(opened), "Take it over"))
    assert [review.reviewer for review in opened.document.assessment.cycle.reviews] == ["Sample Manager"]

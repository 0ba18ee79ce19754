"""The manager opens the engineer's file, or a PDF of it, as the reviewer: only the review can be written."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment, HiringRecord
from ladder_app.domain.entries import Action, Evidence, Rating
from ladder_app.domain.voices import OWN, ReviewVoice
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.overall_dialog import OverallDialog
from ladder_app.gui.pages import REVIEWED, Page
from ladder_app.gui.review_taking import ReviewDialog
from ladder_app.gui.trouble import QMessageBox  # type: ignore[attr-defined] # where troubles are said
from ladder_app.report.content import report
from ladder_app.report.pdf.export import pdf_bytes
from ladder_app.storage.assessments import assessment_text, load_assessment, save_assessment
from tests.gui.conftest import TODAY
from tests.gui.hands import click, is_saved, press, pressable, texts, write
from tests.gui.staging import put_action, put_evidence
from tests.gui.test_review_taking import filled

ME = "Sample Manager"


@pytest.fixture
def bare(tmp_path: Path, sample: Assessment) -> Path:
    """The engineer's file, which nobody has reviewed."""
    path = tmp_path / "theirs.assessment.yaml"
    save_assessment(path, sample.with_cycle(reviews=()))
    return path


def open_to_review(window: MainWindow, path: Path, name: str = ME) -> None:
    window.activateWindow()
    window.opening.open_to_review(path)
    question = next((d for d in window.findChildren(QInputDialog) if d.isVisible()), None)
    if question is not None:
        question.setTextValue(name)
        question.accept()
    QApplication.processEvents()
    window.activateWindow()
    QApplication.processEvents()


def entry(window: MainWindow, words: str) -> QAction:
    return next(a for a in window.findChildren(QAction) if a.text().replace("&", "").startswith(words))


def seen(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    return texts(widget)


def the_document(window: MainWindow):  # type: ignore[no-untyped-def]
    assert window.document is not None
    return window.document


def test_that_what_is_rated_and_written_goes_into_the_review_and_nowhere_else(window: MainWindow, bare: Path) -> None:
    before = load_assessment(bare)
    open_to_review(window, bare)
    assert window.workspace is not None
    page = window.workspace.assess
    document = the_document(window)
    assert document.voice == ReviewVoice(ME, TODAY)
    current = page.current_criterion()
    press(page.view, Qt.Key.Key_2)
    page.show_details()
    field = next(w for w in page.inspector.findChildren(QWidget) if w.accessibleName() == "Your comment")
    field.setFocus()
    write(field, "Nearly there.")
    window.keep_what_is_typed()
    assert window.saver is not None
    assert is_saved(window.saver)
    after = load_assessment(bare)
    (review,) = after.cycle.reviews
    assert (review.reviewer, review.date) == (ME, TODAY)
    assert review.ratings == {current: Rating(step=2)}
    assert review.comments == {current: "Nearly there."}
    assert after.with_cycle(reviews=()) == before
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.assessment == before


def test_that_their_rating_is_hidden_until_ones_own_is_given_or_the_switch_is_off(
    window: MainWindow, bare: Path
) -> None:
    open_to_review(window, bare)
    assert window.workspace is not None
    page = window.workspace.assess
    page.show_details()
    current = page.current_criterion()
    assert current == "high-performing-team"
    said = "Sample Engineer – 3 Meets"
    assert "Hidden" in seen(page.inspector)
    assert said not in seen(page.inspector)
    click(pressable(page.inspector, "Hide their ratings"))
    assert said in seen(page.inspector)
    click(pressable(page.inspector, "Hide their ratings"))
    assert said not in seen(page.inspector)
    page.focus_list()
    press(page.view, Qt.Key.Key_1)
    assert said in seen(page.inspector)
    assert the_document(window).cycle.ratings[current] == Rating(step=1)


def test_that_private_notes_and_actions_are_not_shown_and_not_searched(window: MainWindow, bare: Path) -> None:
    name, note = "overall-strategy", "A zebra crossed my mind."
    save_assessment(bare, load_assessment(bare).noted(name, note))
    open_to_review(window, bare)
    assert window.workspace is not None
    page = window.workspace.assess
    page.go_to(name)
    page.show_details()
    assert not any(note in words for words in seen(window))
    fields = [w for w in page.inspector.findChildren(QWidget) if w.accessibleName() == "Your comment"]
    assert fields[0].toPlainText() == ""  # type: ignore[attr-defined] # a text field
    page.search.setText("zebra")
    page._choose_rows()
    assert page.model.row_keys() == []
    page.search.clear()
    page._choose_rows()
    page.go_to(name)
    assert "Action" not in seen(page.inspector)
    assert "Add evidence" not in " ".join(seen(page.inspector))


def test_that_nothing_of_the_person_can_be_changed(window: MainWindow, bare: Path) -> None:
    open_to_review(window, bare)
    document = the_document(window)
    before = document.assessment
    put_evidence(document, Evidence(id="new", date=TODAY, text="Did it."))
    put_action(document, Action(id="new", text="Do it."))
    document.change_profile(before.person, None, before.target)
    document.adopt(before.rated("budgets", None), "something else")
    assert document.assessment is before
    for words in ("Take in a review", "Profile", "Close this cycle", "Revert to", "Export…"):
        assert not entry(window, words).isEnabled(), words
    for page in Page:
        assert entry(window, page.value).isEnabled() == (page in REVIEWED)
        window.show_page(page)
    assert window.workspace is not None
    assert window.workspace.page in REVIEWED
    window.dialogs.edit_profile()
    window.files.take_review_from(bare)
    assert not [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert entry(window, "Save as").isEnabled()


def test_that_the_window_says_who_reviews_whom(window: MainWindow, bare: Path) -> None:
    open_to_review(window, bare)
    assert window.windowTitle().startswith("Reviewing Sample Engineer as Sample Manager")
    assert window.workspace is not None
    assert any("You are reviewing Sample Engineer as Sample Manager" in words for words in seen(window.workspace))
    assert "Reviewing Sample Engineer as Sample Manager" in " ".join(seen(window.workspace.status_bar))


def test_that_the_name_is_asked_for_once(window: MainWindow, bare: Path) -> None:
    open_to_review(window, bare)
    assert window.settings.reviewer_name == ME
    window.close_document()
    window.opening.open_to_review(bare)
    assert not [d for d in window.findChildren(QInputDialog) if d.isVisible()]
    assert the_document(window).voice.rater == ME


def test_that_the_person_cannot_review_themselves(window: MainWindow, bare: Path) -> None:
    open_to_review(window, bare, "Sample Engineer")
    box = next(b for b in window.findChildren(QMessageBox) if b.isVisible())
    assert "reviewer’s name" in box.text()
    box.close()
    assert window.document is None


def test_that_a_pdf_is_reviewed_and_the_copy_taken_in_gives_the_same(
    window: MainWindow, bare: Path, tmp_path: Path
) -> None:
    theirs = load_assessment(bare)
    pdf = tmp_path / "for my manager.pdf"
    pdf.write_bytes(pdf_bytes(report(theirs, TODAY), paper="a4", attachment=assessment_text(theirs).encode()))
    open_to_review(window, pdf)
    document = the_document(window)
    assert document.path is None
    document.rate("budgets", Rating(step=2))
    copy = tmp_path / "reviewed.assessment.yaml"
    assert window.files.save_to(copy)
    window.open_path(bare)
    window.files.take_review_from(copy)
    dialog = next(d for d in window.findChildren(ReviewDialog) if d.isVisible())
    click(pressable(dialog, "Take it over"))
    QApplication.processEvents()
    document = the_document(window)
    assert document.voice is OWN
    (review,) = document.assessment.cycle.reviews
    assert (review.reviewer, review.ratings) == (ME, {"budgets": Rating(step=2)})
    assert document.assessment.with_cycle(reviews=()) == theirs


def test_that_a_filled_form_and_writing_it_here_come_to_the_same(
    window: MainWindow, bare: Path, tmp_path: Path
) -> None:
    form = filled(load_assessment(bare), tmp_path / "form.pdf")
    window.open_path(bare)
    window.files.take_review_from(form)
    click(pressable(next(d for d in window.findChildren(ReviewDialog) if d.isVisible()), "Take it over"))
    QApplication.processEvents()
    document = the_document(window)
    (from_form,) = document.assessment.cycle.reviews
    document.undo_stack.undo()
    document.speak_as(ReviewVoice(ME, TODAY))
    voice = document.voice
    assert isinstance(voice, ReviewVoice)
    document.edit("overall comments", voice.summed_up(document.assessment, from_form.overall or ""), ())
    (written,) = document.assessment.cycle.reviews
    assert written.model_copy(update={"date": from_form.date}) == from_form


def test_that_a_second_reviewer_leaves_the_first_alone(window: MainWindow, sample_file: Path) -> None:
    open_to_review(window, sample_file, "Sample Peer")
    document = the_document(window)
    first = document.assessment.cycle.reviews[0]
    document.rate("budgets", Rating(step=4))
    assert document.assessment.cycle.reviews[0] is first
    assert [review.reviewer for review in document.assessment.cycle.reviews] == [ME, "Sample Peer"]


def test_that_overall_comments_are_written(window: MainWindow, bare: Path) -> None:
    open_to_review(window, bare)
    assert window.workspace is not None
    click(pressable(window.workspace, "Overall comments"))
    dialog = next(d for d in window.findChildren(OverallDialog) if d.isVisible())
    write(dialog.field, "A strong half-year.")
    click(pressable(dialog, "Done"))
    document = the_document(window)
    assert document.assessment.cycle.reviews[0].overall == "A strong half-year."
    assert document.undo_stack.undoText() == "overall comments"


def test_that_one_begins_from_the_conversation_page_and_stops_again(window: MainWindow, bare: Path) -> None:
    window.open_path(bare)
    the_document(window).rate("budgets", Rating(step=2))
    window.show_page(Page.CONVERSATION)
    assert window.workspace is not None
    conversation = window.workspace.conversation
    assert conversation is not None
    QApplication.processEvents()
    click(pressable(conversation.ways, "Be the reviewer"))
    question = next(d for d in window.findChildren(QInputDialog) if d.isVisible())
    question.setTextValue(ME)
    question.accept()
    QApplication.processEvents()
    document = the_document(window)
    assert not document.voice.is_own
    assert not document.undo_stack.canUndo()
    document.rate("budgets", Rating(step=1))
    assert document.assessment.cycle.ratings["budgets"] == Rating(step=2)
    assert window.workspace is not None
    document.undo_stack.undo()
    click(pressable(window.workspace, "Stop reviewing"))
    QApplication.processEvents()
    assert window.document is None
    assert load_assessment(bare).cycle.ratings["budgets"] == Rating(step=2)


def copied_for_review(window: MainWindow, path: Path) -> str:
    """Save a copy for review as a person does it; says what the dialog asks for."""
    assert window.workspace is not None
    assert window.workspace.conversation is not None
    QApplication.processEvents()
    click(pressable(window.workspace.conversation.ways, "Save a copy for review"))
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    asked = f"{dialog.windowTitle()} {Path(dialog.selectedFiles()[0]).name}"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    QApplication.processEvents()
    return asked


def test_that_a_copy_for_review_has_nothing_private_and_whoever_stops_reviewing_is_not_the_owner(
    window: MainWindow, bare: Path, tmp_path: Path
) -> None:
    secrets = ("A zebra crossed my mind.", "Because I am a zebra.", "Zebra Panel")
    mine = load_assessment(bare).noted("overall-strategy", secrets[0]).with_promotion(secrets[1], "")
    mine = mine.model_copy(update={"hiring": (HiringRecord(step="Interview", with_whom=secrets[2]),)})
    save_assessment(bare, mine)
    window.open_path(bare)
    window.show_page(Page.CONVERSATION)
    copy = tmp_path / "copy.assessment.yaml"
    asked = copied_for_review(window, copy)
    assert "without your private notes" in asked
    assert "theirs for review.assessment.yaml" in asked
    assert not [words for words in secrets if words in copy.read_text()]
    assert any("Without private notes" in words for words in seen(window))
    open_to_review(window, copy)
    the_document(window).rate("budgets", Rating(step=2))
    assert window.workspace is not None
    click(pressable(window.workspace, "Stop reviewing"))
    QApplication.processEvents()
    assert window.document is None
    assert window.workspace is None
    (review,) = load_assessment(copy).cycle.reviews
    assert review.ratings == {"budgets": Rating(step=2)}
    window.open_path(bare)
    window.files.take_review_from(copy)
    click(pressable(next(d for d in window.findChildren(ReviewDialog) if d.isVisible()), "Take it over"))
    QApplication.processEvents()
    assert the_document(window).assessment == mine.with_cycle(reviews=(review,))


def test_that_a_whole_copy_says_that_it_is_whole_and_a_reviewer_saves_none(
    window: MainWindow, bare: Path, tmp_path: Path
) -> None:
    mine = load_assessment(bare).noted("overall-strategy", "A zebra crossed my mind.")
    save_assessment(bare, mine)
    window.open_path(bare)
    copy = tmp_path / "copy.assessment.yaml"
    window.files.save_copy()
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    assert "with your private notes" in dialog.windowTitle()
    dialog.close()
    assert window.files.copy_to(copy)
    assert any("With your private notes" in words for words in seen(window))
    assert load_assessment(copy) == mine
    open_to_review(window, bare)
    assert not entry(window, "Save a copy for review").isEnabled()
    assert window.files.copy_to(copy)
    assert "zebra" not in copy.read_text()


def test_that_a_copy_for_review_is_not_written_over_the_file_itself(window: MainWindow, bare: Path) -> None:
    mine = load_assessment(bare).noted("overall-strategy", "A zebra crossed my mind.")
    save_assessment(bare, mine)
    window.open_path(bare)
    assert not window.files.copy_for_review_to(bare)
    assert load_assessment(bare) == mine
    box = next(b for b in window.findChildren(QMessageBox) if b.isVisible())
    assert "could not be written" in box.text()
    box.close()


def test_that_a_reviewer_saves_elsewhere_without_what_is_private_then_and_later(
    window: MainWindow, bare: Path, tmp_path: Path
) -> None:
    mine = load_assessment(bare).noted("overall-strategy", "A zebra crossed my mind.")
    save_assessment(bare, mine)
    open_to_review(window, bare)
    the_document(window).rate("budgets", Rating(step=2))
    elsewhere = tmp_path / "elsewhere.assessment.yaml"
    assert window.files.save_to(elsewhere)
    assert the_document(window).path == elsewhere
    assert "zebra" not in elsewhere.read_text()
    the_document(window).undo_stack.undo()
    the_document(window).rate("budgets", Rating(step=3))
    assert window.saver is not None
    assert is_saved(window.saver)
    assert "zebra" not in elsewhere.read_text()
    (review,) = load_assessment(elsewhere).cycle.reviews
    assert review.ratings == {"budgets": Rating(step=3)}


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make links")
def test_that_no_detour_leads_over_the_file_itself(
    window: MainWindow, bare: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    mine = load_assessment(bare).noted("overall-strategy", "A zebra crossed my mind.")
    save_assessment(bare, mine)
    (tmp_path / "folder").mkdir()
    link = tmp_path / "link.assessment.yaml"
    link.symlink_to(bare)
    window.open_path(bare)
    for detour in (link, tmp_path / "folder" / ".." / bare.name):
        assert not window.files.copy_for_review_to(detour)
        qtbot.waitUntil(lambda: any(b.isVisible() for b in window.findChildren(QMessageBox)))
        next(b for b in window.findChildren(QMessageBox) if b.isVisible()).close()
        assert load_assessment(bare) == mine
    open_to_review(window, bare)
    assert not window.files.save_to(link)
    qtbot.waitUntil(lambda: any(b.isVisible() for b in window.findChildren(QMessageBox)))
    next(b for b in window.findChildren(QMessageBox) if b.isVisible()).close()
    assert load_assessment(bare).cycle.notes == mine.cycle.notes

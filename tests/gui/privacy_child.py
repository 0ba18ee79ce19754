"""A document's life in the window, watched: started by test_privacy with a folder in which everything has to stay.

Says on its output what it should not have done, one a line, and `done` at the end.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.storage.privacy_child import FOLDER, said, watch

if TYPE_CHECKING:
    from ladder_app.gui.main_window import MainWindow


def live() -> None:
    """Open, rate, write evidence and a note, look at every page, export, take in a review, have an accident, close."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QDialog

    from ladder_app.domain.entries import Evidence, Rating
    from ladder_app.gui.application import look_after, start
    from ladder_app.gui.export_dialog import ExportDialog
    from ladder_app.gui.pages import Page
    from ladder_app.storage.assessments import sample_assessment, save_assessment
    from tests.gui.staging import put_evidence

    path = FOLDER / "mine.assessment.yaml"
    save_assessment(path, sample_assessment())
    application, window = start(path)
    look_after(application, window)
    document = window.document
    assert document is not None
    document.rate("budget-and-resources", Rating(step=3))
    day = datetime.now(UTC).date()
    put_evidence(document, Evidence(id="new", date=day, text="Nobody may know this", link="https://example.com/x"))
    document.note("budget-and-resources", "Nobody may know this")
    for page in Page:
        window.show_page(page)
        application.processEvents()
    window.dialogs.export()
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    waiting = QEventLoop()
    looking = QTimer()
    looking.timeout.connect(lambda: waiting.quit() if dialog.findChildren(QDialog) or dialog._exported else None)
    looking.start(50)
    QTimer.singleShot(30_000, waiting.quit)
    waiting.exec()
    dialog.save_to(FOLDER / "talk.pdf")
    dialog.close()
    take_in_a_review(window)
    look_for_files(window)
    sys.excepthook(ValueError, ValueError("Nobody may know this"), None)
    application.processEvents()
    if not (FOLDER / "talk.pdf").exists():
        said.append("no PDF")
    if not window.close():
        said.append("would not close")


def look_for_files(window: MainWindow) -> None:
    """Every kind of question for a file is asked and gone again; what Qt writes then no hook of Python sees."""
    from PySide6.QtWidgets import QWidget
    from shiboken6 import delete

    from ladder_app.gui.file_choices import choose_folder, choose_several, choose_to_open, choose_to_save

    asking = QWidget(window)
    for choose in (choose_to_open, choose_several):
        choose(asking, "Open", FOLDER, "", print)
    choose_folder(asking, "Folder", FOLDER, print)
    choose_to_save(asking, "Save", FOLDER / "copy.assessment.yaml", "", print)
    delete(asking)


def take_in_a_review(window: MainWindow) -> None:
    """A form comes back filled, and is taken over."""
    import pikepdf
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from ladder_app.gui.review_taking import ReviewDialog
    from ladder_app.report.content import report
    from ladder_app.report.parts import Preset
    from ladder_app.report.pdf.export import pdf_bytes
    from ladder_app.report.pdf.fieldnames import OVERALL, REVIEWER
    from tests.gui.hands import click, pressable

    document = window.document
    assert document is not None
    form = FOLDER / "form.pdf"
    form.touch(0o600)
    form.write_bytes(pdf_bytes(report(document.assessment, document.today, preset=Preset.FILLABLE), paper="a4"))
    with pikepdf.open(form, allow_overwriting_input=True) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        fields[REVIEWER].V = pikepdf.String("Another Manager")
        fields[OVERALL].V = pikepdf.String("Nobody may know this")
        pdf.save(form)
    form.chmod(0o600)
    window.files.take_review_from(form)
    while not (shown := [found for found in window.findChildren(ReviewDialog) if found.isVisible()]):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    click(pressable(shown[0], "Take it over"))
    QApplication.processEvents()
    if not any(review.reviewer == "Another Manager" for review in document.assessment.cycle.reviews):
        said.append("no review")


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    assert Path(os.environ["LADDER_HOME"]).is_relative_to(FOLDER)
    sys.addaudithook(watch)
    live()
    sys.stdout.write("\n".join([*said, "done"]) + "\n")
    sys.stdout.flush()
    os._exit(0)

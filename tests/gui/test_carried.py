"""Opening an exported PDF: what it carries goes on in the window, and the PDF stays as it is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Rating
from ladder_app.gui.carried import is_pdf
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.passphrase_dialog import PassphraseDialog
from ladder_app.gui.save_state import SaveState, shortened
from ladder_app.report.content import report
from ladder_app.report.parts import Preset
from ladder_app.report.pdf.export import pdf_bytes
from ladder_app.storage.assessments import assessment_text, load_assessment
from ladder_app.storage.recovery import leftovers
from tests.gui.hands import click, press, pressable, texts, write
from tests.gui.staging import TODAY

BUDGET = "budget-and-resources"
PASSPHRASE = "correct horse"  # noqa: S105 – of a file that is made here

MakePdf = Callable[..., Path]


def secured(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until what is open is in safety."""
    told: list[bool] = []
    window.secure(told.append)
    qtbot.waitUntil(lambda: told == [True])


@pytest.fixture
def make_pdf(tmp_path: Path, sample: Assessment) -> MakePdf:
    """Exports the sample."""

    def make(name: str = "talk.pdf", attachment: str | None = "", passphrase: str | None = None) -> Path:
        text = assessment_text(sample) if attachment == "" else attachment
        said = report(sample, TODAY, preset=Preset.SUMMARY)
        data = None if text is None else text.encode()
        path = tmp_path / name
        path.write_bytes(pdf_bytes(said, paper="a4", attachment=data, passphrase=passphrase))
        return path

    return make


def inside(window: MainWindow) -> QWidget:
    widget = window.centralWidget()
    assert widget is not None
    return widget


def box(window: MainWindow) -> QMessageBox:
    return next(b for b in window.findChildren(QMessageBox) if b.isVisible())


def asked(qtbot: QtBot, window: MainWindow) -> PassphraseDialog:
    dialog = next(d for d in window.findChildren(PassphraseDialog) if d.isVisible())
    qtbot.waitExposed(dialog)
    return dialog


def field(dialog: PassphraseDialog) -> QLineEdit:
    return dialog.findChildren(QLineEdit)[0]


def rate(window: MainWindow, step: int) -> None:
    assert window.document is not None
    window.document.rate(BUDGET, Rating(step=step))


def test_that_a_pdf_opens_as_a_document_in_no_file_that_says_where_it_came_from(
    window: MainWindow, make_pdf: MakePdf, sample: Assessment
) -> None:
    path = make_pdf()
    assert window.open_path(path)
    assert window.document is not None
    assert window.document.assessment == sample
    assert window.document.path is None
    assert window.windowTitle() == "talk.pdf – Ladder"
    assert "From talk.pdf – not kept in a file yet" in texts(inside(window))
    assert window.settings.recent_files == (str(path),)
    assert pressable(inside(window), "Save as…").isEnabled()


def test_that_edits_are_in_safety_the_pdf_stays_as_it_is_and_save_as_keeps_them(
    qtbot: QtBot, window: MainWindow, make_pdf: MakePdf, tmp_path: Path
) -> None:
    path = make_pdf()
    before = path.read_bytes()
    window.open_path(path)
    rate(window, 4)
    secured(qtbot, window)
    assert path.read_bytes() == before
    assert not window.close()
    assert "in no file yet" in box(window).text()
    box(window).close()
    assert window.files.save_to(path)
    assert path.read_bytes() == before
    kept = tmp_path / "talk.pdf.assessment.yaml"
    assert load_assessment(kept).cycle.ratings[BUDGET].step == 4
    assert window.saver is not None
    assert window.saver.state is SaveState.SAVED
    assert window.windowTitle() == "talk.pdf.assessment.yaml – Ladder"
    assert not any("not kept" in text for text in texts(inside(window)))


def test_that_save_as_proposes_an_assessment_and_not_the_pdf(
    qtbot: QtBot, window: MainWindow, make_pdf: MakePdf
) -> None:
    window.open_path(make_pdf())
    click(pressable(inside(window), "Save as…"))
    dialog = window.findChildren(QFileDialog)[0]
    qtbot.waitUntil(dialog.isVisible)
    assert all(name.endswith(".assessment.yaml") for name in dialog.selectedFiles())
    dialog.reject()


def test_that_what_was_changed_is_offered_at_the_next_start(
    qtbot: QtBot, window: MainWindow, make_pdf: MakePdf
) -> None:
    window.open_path(make_pdf())
    rate(window, 4)
    secured(qtbot, window)
    window.life.end()
    (found,) = leftovers().restorable
    assert found.path is None
    assert found.name == "talk.pdf"
    assert found.assessment.cycle.ratings[BUDGET].step == 4
    rate(window, 3)
    window.opening.restore(found)
    click(pressable(box(window), "Leave without them"))
    assert window.document is not None
    assert window.document.assessment == found.assessment
    assert window.windowTitle() == "talk.pdf – Ladder"
    assert "From talk.pdf – not kept in a file yet" in texts(inside(window))


def test_that_a_pdf_is_left_without_a_question_unless_it_was_changed(window: MainWindow, make_pdf: MakePdf) -> None:
    window.open_path(make_pdf())
    window.close_document()
    assert window.document is None


def test_that_it_can_be_dropped_chosen_and_taken_from_the_recent_files(
    qtbot: QtBot, window: MainWindow, make_pdf: MakePdf
) -> None:
    path = make_pdf("Talk.PDF")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, mime, left, none)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))
    assert window.document is not None
    assert window.document.origin == "Talk.PDF"
    window.close_document()
    click(pressable(inside(window), "Open…"))
    dialog = window.findChildren(QFileDialog)[0]
    qtbot.waitUntil(dialog.isVisible)
    assert "*.pdf" in dialog.nameFilters()[0]
    dialog.reject()
    next(entry for entry in window.findChildren(QAction) if entry.text() == "Talk.PDF").trigger()
    assert window.document is not None


def test_that_a_locked_pdf_asks_until_its_passphrase_is_right(
    qtbot: QtBot, window: MainWindow, make_pdf: MakePdf, sample: Assessment
) -> None:
    assert not window.open_path(make_pdf(passphrase=PASSPHRASE))
    dialog = asked(qtbot, window)
    assert field(dialog).echoMode() is QLineEdit.EchoMode.Password
    assert not pressable(dialog, "Open").isEnabled()
    write(field(dialog), "wrong")
    press(field(dialog), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "This is not the PDF’s passphrase." in texts(dialog)
    assert window.document is None
    write(field(dialog), PASSPHRASE)
    assert "This is not the PDF’s passphrase." not in texts(dialog)
    click(pressable(dialog, "Open"))
    assert not dialog.isVisible()
    assert window.document is not None
    assert window.document.assessment == sample


def test_that_the_passphrase_is_kept_nowhere(
    qtbot: QtBot, window: MainWindow, make_pdf: MakePdf, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    window.open_path(make_pdf(passphrase=PASSPHRASE))
    dialog = asked(qtbot, window)
    write(field(dialog), PASSPHRASE)
    typed = field(dialog)
    click(pressable(dialog, "Open"))
    assert typed.text() == ""
    rate(window, 4)
    secured(qtbot, window)
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert written
    assert not any(PASSPHRASE.encode() in content for content in written)
    assert PASSPHRASE not in caplog.text


def test_that_giving_up_on_a_locked_pdf_leaves_what_is_open(
    qtbot: QtBot, window: MainWindow, make_pdf: MakePdf, sample_file: Path
) -> None:
    window.open_path(sample_file)
    document = window.document
    window.open_path(make_pdf(passphrase=PASSPHRASE))
    press(field(asked(qtbot, window)), Qt.Key.Key_Escape)
    assert not any(d.isVisible() for d in window.findChildren(PassphraseDialog))
    assert window.document is document


def test_that_a_locked_pdf_with_nothing_in_it_says_so(qtbot: QtBot, window: MainWindow, make_pdf: MakePdf) -> None:
    window.open_path(make_pdf(attachment=None, passphrase=PASSPHRASE))
    dialog = asked(qtbot, window)
    write(field(dialog), PASSPHRASE)
    click(pressable(dialog, "Open"))
    assert "carries no assessment" in box(window).informativeText()
    assert not dialog.isVisible()
    box(window).close()


@pytest.mark.parametrize(
    ("attachment", "said"),
    [(None, "carries no assessment"), ("format: ladder-assessment/2\npersn: {name: X}\n", "Line 2")],
)
def test_that_what_does_not_open_is_explained(
    window: MainWindow, make_pdf: MakePdf, attachment: str | None, said: str
) -> None:
    assert not window.open_path(make_pdf(attachment=attachment))
    assert box(window).text() == "“talk.pdf” cannot be opened."
    assert said in box(window).informativeText()
    assert window.document is None
    box(window).close()


@pytest.mark.parametrize("content", [None, b"", b"%PDF-1.7\n", b"format: ladder-assessment/2\n"])
def test_that_a_file_that_only_has_the_name_of_a_pdf_is_explained(
    window: MainWindow, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "talk.pdf"
    if content is not None:
        path.write_bytes(content)
    assert not window.open_path(path)
    assert box(window).informativeText()
    box(window).close()


def test_that_a_pdf_is_known_by_its_name_or_by_its_start(make_pdf: MakePdf, tmp_path: Path, sample_file: Path) -> None:
    assert is_pdf(make_pdf())
    assert is_pdf(make_pdf("no-ending"))
    assert is_pdf(tmp_path / "gone.pdf")
    assert not is_pdf(tmp_path / "gone")
    assert not is_pdf(sample_file)
    quoting = tmp_path / "quoting.assessment.yaml"
    quoting.write_text("# %PDF-1.7\n")
    assert not is_pdf(quoting)


def test_that_a_long_name_is_shortened_where_there_is_little_room() -> None:
    assert shortened("talk.pdf") == "talk.pdf"
    short = shortened("Sample Engineer – Senior Engineering Manager, Engineering Productivity – 2026-11-23.pdf")
    assert len(short) <= 24
    assert short.startswith("Sample Engi")
    assert short.endswith("-11-23.pdf")

"""Export as a person does it: choose, look, save."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.errors import ExportFailed
from ladder_app.gui import export_job as export_job_module
from ladder_app.gui.choice import Choice
from ladder_app.gui.document import Document
from ladder_app.gui.export_dialog import ExportDialog
from ladder_app.gui.export_form import usual_paper
from ladder_app.gui.export_job import Exported, ExportJob, ExportOptions, Format, export
from ladder_app.gui.pdf_preview import PdfPreview
from ladder_app.gui.theme import Theme
from ladder_app.report.parts import Preset
from ladder_app.storage.settings import Settings
from tests.gui.hands import click, press, pressable, texts
from tests.gui.staging import TODAY


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, document: Document) -> ExportDialog:
    made = ExportDialog(document, theme, Settings(paper="a4"))
    qtbot.addWidget(made, before_close_func=ExportDialog.reject)
    with qtbot.waitExposed(made):
        made.open()
    wait_for_pages(qtbot, made)
    return made


def preview(dialog: ExportDialog) -> PdfPreview:
    return dialog.findChildren(PdfPreview)[0]


def choose(dialog: ExportDialog, name: str, words: str) -> None:
    box = next(box for box in dialog.findChildren(Choice) if box.accessibleName() == name)
    box.setCurrentIndex(box.findText(words))


def wait_for_pages(qtbot: QtBot, dialog: ExportDialog) -> None:
    def it_is_shown() -> None:
        failed = [text for text in texts(dialog) if "could not be made" in text]
        if failed:
            pytest.fail(failed[0])  # waiting longer would not help
        assert pressable(dialog, "Save…").isEnabled()
        assert any(text.startswith("Page ") for text in texts(dialog))

    qtbot.waitUntil(it_is_shown)


def test_that_the_document_is_shown_before_it_is_saved(dialog: ExportDialog) -> None:
    pages = preview(dialog)
    assert pages.page_count > 3
    assert f"Page 1 of {pages.page_count}" in texts(dialog)
    shown = pages.grab().toImage()
    colours = {shown.pixelColor(x, y).name() for x in range(0, shown.width(), 7) for y in range(0, shown.height(), 7)}
    assert len(colours) > 10


def test_that_the_preview_scrolls_by_keys_and_says_the_page(dialog: ExportDialog) -> None:
    pages = preview(dialog)
    press(pages, Qt.Key.Key_End)
    assert f"Page {pages.page_count} of {pages.page_count}" in texts(dialog)
    press(pages, Qt.Key.Key_Home)
    assert f"Page 1 of {pages.page_count}" in texts(dialog)


def test_that_a_page_is_drawn_as_sharp_as_the_screen_and_few_are_kept(dialog: ExportDialog) -> None:
    pages = preview(dialog)
    width = pages._areas()[0].width()
    assert pages._image(0, width).width() == round(width * pages.devicePixelRatioF())
    for _ in range(30):
        press(pages, Qt.Key.Key_PageDown)
        pages.grab()
    assert 0 < len(pages._drawn) <= 6


def test_that_other_options_make_it_again(qtbot: QtBot, dialog: ExportDialog) -> None:
    choose(dialog, "Content", "Summary on one page")
    assert not pressable(dialog, "Save…").isEnabled()
    wait_for_pages(qtbot, dialog)
    assert "Page 1 of 1" in texts(dialog)


def test_that_markdown_and_json_are_shown_as_text(qtbot: QtBot, dialog: ExportDialog) -> None:
    text = next(field for field in dialog.findChildren(QPlainTextEdit) if field.accessibleName() == "Preview")
    choose(dialog, "Format", "Markdown")
    qtbot.waitUntil(lambda: text.toPlainText().startswith("# Sample Engineer"))
    paper = next(box for box in dialog.findChildren(Choice) if box.accessibleName() == "Paper")
    assert not paper.isEnabled()
    choose(dialog, "Format", "JSON")
    qtbot.waitUntil(lambda: '"ladder-report/1"' in text.toPlainText())


def test_that_save_proposes_a_telling_name(qtbot: QtBot, dialog: ExportDialog) -> None:
    click(pressable(dialog, "Save…"))
    asked = dialog.findChildren(QFileDialog)[0]
    qtbot.waitUntil(asked.isVisible)
    names = [Path(name).name for name in asked.selectedFiles()]
    assert names == ["Sample Engineer – Senior Engineering Manager, Engineering Productivity – 2026-11-23.pdf"]
    asked.reject()


def test_that_it_is_saved_and_shown_in_its_folder(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog.save_to(tmp_path / "talk")
    assert (tmp_path / "talk.pdf").read_bytes().startswith(b"%PDF-")
    assert "Saved as “talk.pdf”." in texts(dialog)
    click(pressable(dialog, "Show in folder"))
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]


def test_that_a_folder_that_is_gone_is_explained(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.save_to(tmp_path / "gone" / "talk.pdf")
    box = dialog.findChildren(QMessageBox)[0]
    assert box.text() == "“talk.pdf” could not be written."
    assert "folder" in box.informativeText()
    assert not any(text.startswith("Saved") for text in texts(dialog))
    box.close()


def test_that_escape_closes_and_the_work_ends(qtbot: QtBot, theme: Theme, document: Document) -> None:
    made = ExportDialog(document, theme, Settings())
    qtbot.addWidget(made)
    made.open()
    job = made._job
    assert job is not None
    press(made, Qt.Key.Key_Escape)
    assert not made.isVisible()
    assert not job.is_running


Export = Callable[..., Exported]


def waiting_export(gate: threading.Event) -> Export:
    """An export that is half done until the gate opens."""

    def half_done(
        _assessment: object, _today: object, options: ExportOptions, progress: Callable[[float], None]
    ) -> Exported:
        progress(0.5)
        gate.wait(10)
        progress(0.9)
        return Exported(options, b"done")

    return half_done


def test_that_work_that_takes_long_can_be_stopped_and_taken_up(
    qtbot: QtBot, theme: Theme, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    real = export_job_module.export
    monkeypatch.setattr(export_job_module, "export", waiting_export(gate))
    made = ExportDialog(document, theme, Settings())
    qtbot.addWidget(made, before_close_func=ExportDialog.reject)
    made.open()
    qtbot.waitUntil(lambda: made._bar.value() == 50)
    assert "Making the document…" in texts(made)
    click(pressable(made, "Stop"))
    gate.set()
    assert "Stopped." in texts(made)
    assert not pressable(made, "Save…").isEnabled()
    monkeypatch.setattr(export_job_module, "export", real)
    click(pressable(made, "Make it again"))
    wait_for_pages(qtbot, made)


def test_that_what_was_just_made_is_not_saved_for_options_chosen_since(
    qtbot: QtBot, theme: Theme, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    gate.set()
    monkeypatch.setattr(export_job_module, "export", waiting_export(gate))
    made = ExportDialog(document, theme, Settings())
    qtbot.addWidget(made, before_close_func=ExportDialog.reject)
    made.open()
    assert made._job is not None
    made._job.wait()  # it is done, and the window has not heard of it yet
    gate.clear()
    choose(made, "Format", "Markdown")
    qtbot.waitUntil(lambda: made._bar.value() == 50)
    assert not pressable(made, "Save…").isEnabled()
    gate.set()
    qtbot.waitUntil(lambda: "done" in made._text.toPlainText())
    assert pressable(made, "Save…").isEnabled()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ExportFailed("The font is not there."), "The font is not there."),
        (MemoryError("no room"), "The document could not be made (MemoryError: no room)."),
    ],
)
def test_that_a_failure_is_said_and_can_be_tried_again(
    qtbot: QtBot, theme: Theme, document: Document, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def export(*_arguments: object) -> Exported:
        raise error

    monkeypatch.setattr(export_job_module, "export", export)
    made = ExportDialog(document, theme, Settings())
    qtbot.addWidget(made, before_close_func=ExportDialog.reject)
    made.open()
    qtbot.waitUntil(lambda: said in texts(made))
    assert pressable(made, "Make it again").isVisible()


def test_that_a_stopped_job_stays_silent(qtbot: QtBot, document: Document) -> None:
    job = ExportJob(document.assessment, TODAY, ExportOptions(format=Format.MARKDOWN, preset=Preset.SUMMARY))
    job.stop()
    with qtbot.assertNotEmitted(job.made), qtbot.waitSignal(job.finished):
        job.start()
    job.wait()


def test_that_the_paper_is_that_of_the_settings_or_of_the_country() -> None:
    assert usual_paper(Settings(paper="letter")) == "letter"
    assert usual_paper(Settings(paper="auto")) in ("a4", "letter")


def test_that_the_preset_is_remembered_once_it_is_saved(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    choose(dialog, "Content", "Summary on one page")
    wait_for_pages(qtbot, dialog)
    with qtbot.waitSignal(dialog.settings_changed) as changed:
        dialog.save_to(tmp_path / "one page.pdf")
    assert changed.args == [Settings(paper="a4", export_preset="summary")]
    with qtbot.assertNotEmitted(dialog.settings_changed):
        dialog.save_to(tmp_path / "again.pdf")


@pytest.mark.parametrize(("format_", "start"), [(Format.PDF, b"%PDF-"), (Format.MARKDOWN, b"# "), (Format.JSON, b"{")])
def test_that_every_format_is_made_and_tells_how_far_it_is(document: Document, format_: Format, start: bytes) -> None:
    shares: list[float] = []
    made = export(document.assessment, TODAY, ExportOptions(format=format_), shares.append)
    assert made.content.startswith(start)
    assert made.missing == ()
    assert shares[0] == 0
    assert shares == sorted(shares)


def test_that_notes_and_evidence_are_in_it_only_if_wanted(document: Document) -> None:
    def text(*, evidence: bool, notes: bool) -> str:
        shares: list[float] = []
        options = ExportOptions(format=Format.MARKDOWN, with_evidence=evidence, with_notes=notes)
        return export(document.assessment, TODAY, options, shares.append).content.decode()

    evidence, note = "brought test selection", "hold the pen once"
    bare, full = text(evidence=False, notes=False).casefold(), text(evidence=True, notes=True).casefold()
    assert evidence in full
    assert note in full
    assert evidence not in bare
    assert note not in bare


def test_that_characters_no_font_has_are_named_one_by_one_and_hinder_nobody(
    qtbot: QtBot, theme: Theme, document: Document, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    missing = ("\u2603", "\U0001f389", "\ue000", "\u4e00", "\u0e01")

    real = export_job_module.export

    def export_with_a_gap(
        assessment: Assessment, today: date, options: ExportOptions, progress: Callable[[float], None]
    ) -> Exported:
        return replace(real(assessment, today, options, progress), missing=missing)

    monkeypatch.setattr(export_job_module, "export", export_with_a_gap)
    made = ExportDialog(document, theme, Settings())
    qtbot.addWidget(made, before_close_func=ExportDialog.reject)
    made.open()
    said = "No font on this computer has these 5 characters. Each prints as □:"
    qtbot.waitUntil(lambda: said in texts(made))
    names = next(f for f in made.findChildren(QPlainTextEdit) if f.accessibleName() == "Characters that no font has")
    assert names.toPlainText().splitlines()[:3] == ["☃  U+2603 SNOWMAN", "🎉  U+1F389 PARTY POPPER", "\ue000  U+E000"]
    made.save_to(tmp_path / "talk")
    assert (tmp_path / "talk.pdf").read_bytes().startswith(b"%PDF-")
    assert said in texts(made)


def test_that_a_real_gap_is_found_and_gone_with_its_text(qtbot: QtBot, theme: Theme, document: Document) -> None:
    person = document.assessment.person.model_copy(update={"name": "Sample \U0001f9ff\ue123"})
    document.change_profile(person, document.assessment.current, document.assessment.target)
    made = ExportDialog(document, theme, Settings(export_preset="summary"))
    qtbot.addWidget(made, before_close_func=ExportDialog.reject)
    made.open()
    names = next(f for f in made.findChildren(QPlainTextEdit) if f.accessibleName() == "Characters that no font has")
    qtbot.waitUntil(lambda: "U+E123" in names.toPlainText())
    assert names.isVisibleTo(made)
    choose(made, "Format", "Markdown")
    qtbot.waitUntil(lambda: not names.isVisibleTo(made))


def test_that_jobs_nobody_waits_for_end_by_themselves(qtbot: QtBot, document: Document) -> None:
    for _ in range(5):
        ExportJob(document.assessment, TODAY, ExportOptions(format=Format.JSON)).start()
    qtbot.waitUntil(lambda: not any(thread.name == "export" for thread in threading.enumerate()))

"""What a PDF is given along, and its lock: chosen, said plainly, remembered."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.errors import ExportFailed, InvalidFile, LockedFile
from ladder_app.gui import export_job as export_job_module
from ladder_app.gui.carried import carried_assessment
from ladder_app.gui.carried_words import carried_words
from ladder_app.gui.document import Document
from ladder_app.gui.export_dialog import ExportDialog
from ladder_app.gui.export_job import Exported, ExportOptions
from ladder_app.gui.pdf_preview import PdfPreview
from ladder_app.gui.theme import Theme
from ladder_app.gui.tick import Tick
from ladder_app.report.parts import Preset
from ladder_app.report.sharing import shared
from ladder_app.storage.settings import Settings
from tests.gui.hands import click, cut_texts, press, pressable, texts, write
from tests.gui.staging import unrated_document
from tests.gui.test_export_dialog import choose, wait_for_pages

OPENS_IN_LADDER = "Carry the data, so that this PDF opens in Ladder"
LOCK = "Lock with a passphrase"
SECRET = "correct horse"  # noqa: S105 – of a file that is made here

MakeDialog = Callable[..., ExportDialog]


@pytest.fixture
def make_dialog(qtbot: QtBot, theme: Theme, document: Document) -> MakeDialog:
    def make(settings: Settings | None = None) -> ExportDialog:
        made = ExportDialog(document, theme, settings or Settings(paper="a4", export_preset="summary"))
        qtbot.addWidget(made, before_close_func=ExportDialog.reject)
        with qtbot.waitExposed(made):
            made.open()
        return made

    return make


@pytest.fixture
def dialog(qtbot: QtBot, make_dialog: MakeDialog) -> ExportDialog:
    made = make_dialog()
    wait_for_pages(qtbot, made)
    return made


def tick(dialog: ExportDialog, words: str) -> Tick:
    return next(box for box in dialog.findChildren(Tick) if box.accessibleName() == words)


def fields(dialog: ExportDialog) -> list[QLineEdit]:
    return [field for field in dialog.findChildren(QLineEdit) if field.isVisibleTo(dialog)]


def lock(dialog: ExportDialog, first: str = SECRET, second: str = SECRET) -> None:
    click(tick(dialog, LOCK))
    for field, text in zip(fields(dialog), (first, second), strict=True):
        write(field, text)


def test_that_a_pdf_opens_in_ladder_again_without_the_private_notes(
    dialog: ExportDialog, tmp_path: Path, sample: Assessment
) -> None:
    assert tick(dialog, OPENS_IN_LADDER).isChecked()
    dialog.save_to(tmp_path / "talk")
    carried = carried_assessment(tmp_path / "talk.pdf")
    assert carried == shared(sample)
    assert carried != sample


def test_that_the_private_notes_go_along_only_if_wanted(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, sample: Assessment
) -> None:
    assert any("No private notes." in text for text in texts(dialog))
    click(tick(dialog, "With my private notes"))
    assert any("Your private notes too." in text for text in texts(dialog))
    wait_for_pages(qtbot, dialog)
    dialog.save_to(tmp_path / "talk")
    assert carried_assessment(tmp_path / "talk.pdf") == sample


def test_that_the_data_can_be_left_out(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    click(tick(dialog, OPENS_IN_LADDER))
    assert "It can be read and printed, but Ladder cannot open it." in texts(dialog)
    wait_for_pages(qtbot, dialog)
    dialog.save_to(tmp_path / "talk")
    with pytest.raises(InvalidFile, match="carries no assessment"):
        carried_assessment(tmp_path / "talk.pdf")


def test_that_what_is_inside_is_said_plainly(sample: Assessment) -> None:
    said = carried_words(sample, with_evidence=True, with_notes=False)
    assert said.startswith("Inside: the role, the profile, ")
    for words in ("ratings", "pieces of evidence", "review", "from two cycles", "No private notes."):
        assert words in said
    hidden = carried_words(sample, with_evidence=False, with_notes=True)
    assert "The evidence is inside, too, though not on the pages." in hidden
    assert "No private notes" not in hidden
    empty = carried_words(unrated_document().assessment, with_evidence=False, with_notes=False)
    assert empty == "Inside: the role and the profile. No private notes."


def test_that_a_lock_asks_for_the_passphrase_twice_before_it_saves(dialog: ExportDialog, tmp_path: Path) -> None:
    assert fields(dialog) == []
    click(tick(dialog, LOCK))
    assert pressable(dialog, "Save…").isEnabled() is False
    first, second = fields(dialog)
    assert {field.echoMode() for field in (first, second)} == {QLineEdit.EchoMode.Password}
    assert any("Then it is not an archival PDF/A" in text for text in texts(dialog))
    write(first, SECRET)
    write(second, "correct house")
    assert "The two are not the same." in texts(dialog)
    assert not pressable(dialog, "Save…").isEnabled()
    dialog.save_to(tmp_path / "talk")
    assert not (tmp_path / "talk.pdf").exists()
    second.clear()
    write(second, SECRET)
    assert "The two are not the same." not in texts(dialog)
    assert pressable(dialog, "Save…").isEnabled()


def test_that_what_is_saved_is_locked_and_what_is_shown_is_not(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, sample: Assessment
) -> None:
    lock(dialog)
    pages = dialog.findChildren(PdfPreview)[0].page_count
    dialog.save_to(tmp_path / "talk")
    assert not pressable(dialog, "Save…").isEnabled()
    qtbot.waitUntil(lambda: "Saved as “talk.pdf”, locked." in texts(dialog))
    with pytest.raises(LockedFile):
        carried_assessment(tmp_path / "talk.pdf")
    assert carried_assessment(tmp_path / "talk.pdf", SECRET) == shared(sample)
    assert dialog.findChildren(PdfPreview)[0].page_count == pages == 1
    dialog.save_to(tmp_path / "again")
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()  # what is just being locked is finished first
    qtbot.waitUntil(lambda: "Saved as “again.pdf”, locked." in texts(dialog))


def test_that_the_passphrase_is_forgotten(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lock(dialog)
    typed = fields(dialog)
    with qtbot.waitSignal(dialog.settings_changed) as changed:
        dialog.save_to(tmp_path / "talk")
    assert SECRET not in repr(changed.args)
    assert SECRET not in caplog.text
    assert SECRET not in repr(ExportOptions(passphrase=SECRET))
    dialog.reject()
    assert [field.text() for field in typed] == ["", ""]


def test_that_taking_the_lock_off_forgets_the_passphrase_and_saves_without(
    dialog: ExportDialog, tmp_path: Path
) -> None:
    lock(dialog)
    click(tick(dialog, LOCK))
    assert fields(dialog) == []
    dialog.save_to(tmp_path / "talk")
    assert carried_assessment(tmp_path / "talk.pdf")
    click(tick(dialog, LOCK))
    assert [field.text() for field in fields(dialog)] == ["", ""]


def test_that_a_passphrase_that_fits_no_pdf_is_refused(dialog: ExportDialog) -> None:
    click(tick(dialog, LOCK))
    for field in fields(dialog):
        field.setText("é" * 64)
    assert any("too long" in text for text in texts(dialog))
    assert not pressable(dialog, "Save…").isEnabled()
    for field in fields(dialog):
        field.setText("é" * 63)
    assert pressable(dialog, "Save…").isEnabled()


def test_that_locking_that_fails_is_told_and_what_is_shown_stays(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def export(*_arguments: object) -> Exported:
        raise ExportFailed("The lock is broken.")

    lock(dialog)
    monkeypatch.setattr(export_job_module, "export", export)
    dialog.save_to(tmp_path / "talk")
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QMessageBox)))
    box = dialog.findChildren(QMessageBox)[0]
    assert box.informativeText() == "The lock is broken."
    box.close()
    assert not (tmp_path / "talk.pdf").exists()
    assert dialog.findChildren(PdfPreview)[0].page_count == 1
    assert pressable(dialog, "Save…").isEnabled()


def test_that_only_a_pdf_carries_and_locks(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    click(tick(dialog, LOCK))
    choose(dialog, "Format", "Markdown")
    assert not tick(dialog, LOCK).isVisibleTo(dialog)
    assert not tick(dialog, OPENS_IN_LADDER).isVisibleTo(dialog)
    assert fields(dialog) == []
    qtbot.waitUntil(pressable(dialog, "Save…").isEnabled)
    dialog.save_to(tmp_path / "talk")
    assert (tmp_path / "talk.md").read_text(encoding="utf-8").startswith("# Sample Engineer")


def test_that_the_options_are_as_last_time(qtbot: QtBot, dialog: ExportDialog, make_dialog: MakeDialog) -> None:
    choose(dialog, "Paper", "Letter")
    click(tick(dialog, "With the texts of the evidence"))
    choose(dialog, "Content", "Everything")
    click(tick(dialog, "With the criteria carried over"))
    click(tick(dialog, "With my private notes"))
    click(tick(dialog, OPENS_IN_LADDER))
    chosen = dialog._form.remembered()
    assert chosen == Settings(
        paper="letter",
        export_preset="full",
        export_with_evidence=False,
        export_with_notes=True,
        export_with_inherited=False,
        export_with_data=False,
    )
    again = make_dialog(chosen)
    assert again._form.options() == dialog._form.options()
    locked = make_dialog(chosen.model_copy(update={"export_locked": True}))
    assert tick(locked, LOCK).isChecked()
    assert len(fields(locked)) == 2
    wait_for = locked.findChildren(PdfPreview)[0]
    qtbot.waitUntil(lambda: wait_for.page_count > 1)
    assert not pressable(locked, "Save…").isEnabled()


def test_that_what_is_carried_over_can_be_left_out_where_it_is_listed(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    box = tick(dialog, "With the criteria carried over")
    assert not box.isVisibleTo(dialog)  # the summary lists no criteria
    choose(dialog, "Content", "Everything")
    assert box.isVisibleTo(dialog)
    click(box)
    choose(dialog, "Format", "Markdown")
    qtbot.waitUntil(pressable(dialog, "Save…").isEnabled)
    dialog.save_to(tmp_path / "talk")
    said = (tmp_path / "talk.md").read_text(encoding="utf-8")
    assert "Nine criteria carried over from grade 8 are left out here; every figure counts them." in said


def test_that_no_words_are_cut_where_the_window_is_low(dialog: ExportDialog) -> None:
    click(tick(dialog, LOCK))
    dialog.resize(980, 560)
    assert cut_texts(dialog) == []
    for box in dialog.findChildren(Tick):
        assert box.height() >= box.heightForWidth(box.width())
    assert dialog._form.verticalScrollBar().maximum() > 0
    assert dialog.area.verticalScrollBar().maximum() == 0


def test_that_a_document_to_fill_in_shows_its_fields_and_is_everything_in_other_formats(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, sample: Assessment
) -> None:
    choose(dialog, "Content", "For a review, to fill in")
    assert any("answered in any PDF viewer" in text for text in texts(dialog))
    wait_for_pages(qtbot, dialog)
    dialog.save_to(tmp_path / "review")
    assert carried_assessment(tmp_path / "review.pdf") == shared(sample)
    with pikepdf.open(tmp_path / "review.pdf") as pdf:
        assert len(pdf.Root.AcroForm.Fields) > 0
    assert dialog._form.remembered().export_preset == "fillable"
    choose(dialog, "Format", "Markdown")
    assert dialog._form.options().preset is Preset.FULL
    assert not any("answered in any PDF viewer" in text for text in texts(dialog))
    assert dialog._form.remembered().export_preset == "fillable"

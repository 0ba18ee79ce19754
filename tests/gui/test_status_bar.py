"""What the status bar says is never cut."""

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Rating
from ladder_app.gui.document import Document
from ladder_app.gui.save_state import SaveState
from ladder_app.gui.saver import Saver
from ladder_app.gui.status_bar import StatusBar
from ladder_app.gui.theme import Theme
from ladder_app.storage.life import Life
from tests.gui.hands import cut_texts, is_saved, texts


def test_that_why_nothing_is_saved_is_said_whole_however_large_the_text_is(
    sample: Assessment, tmp_path: Path, life: Life, qtbot: QtBot
) -> None:
    document = Document(sample, tmp_path / "gone" / "mine.assessment.yaml", date(2026, 11, 23))
    saver = Saver(document, life)
    bar = StatusBar(document, saver, Theme(text_size_percent=200))
    qtbot.addWidget(bar)
    bar.resize(1024, bar.height())
    bar.show()
    low = bar.height()
    document.rate("budget-and-resources", Rating(step=1))
    assert not is_saved(saver)
    qtbot.waitUntil(lambda: saver.state is SaveState.FAILED)
    assert saver.words in texts(bar)
    qtbot.waitUntil(lambda: bar.height() > low)
    assert not cut_texts(bar)
    saver.give_up()
    saver.state_changed.emit()
    assert bar.height() == low

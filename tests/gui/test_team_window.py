import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Rating
from ladder_app.domain.team import View
from ladder_app.gui import team_window as team_window_module
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.team_rows import Column
from ladder_app.gui.team_window import TeamWindow
from ladder_app.gui.theme import Theme
from ladder_app.storage.assessments import save_assessment
from ladder_app.storage.places import data_folder
from ladder_app.storage.team import TeamReader
from tests.gui.conftest import TODAY
from tests.gui.hands import click, cut_texts, press, pressable, texts, write

Opened = Callable[[], TeamWindow]


def person(folder: Path, sample: Assessment, name: str, step: int | None = None) -> Path:
    """Somebody's file; with a step, all that the sample has rated is rated like that."""
    folder.mkdir(exist_ok=True)
    made = sample.model_copy(update={"id": name, "person": sample.person.model_copy(update={"name": name})})
    if step is not None:
        made = made.with_cycle(ratings=dict.fromkeys(made.cycle.ratings, Rating(step=step)))
    path = folder / f"{name}.assessment.yaml"
    save_assessment(path, made)
    return path


@pytest.fixture
def folder(tmp_path: Path, sample: Assessment) -> Path:
    for name, step in (("Bea", 4), ("Ada", 1), ("Cyd", None)):
        person(tmp_path / "team", sample, name, step)
    return tmp_path / "team"


@pytest.fixture
def team(qtbot: QtBot, theme: Theme, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """Opens the folder and waits until it is read."""
    monkeypatch.setattr(team_window_module, "today", lambda: TODAY)
    made: list[TeamWindow] = []

    def opened() -> TeamWindow:
        window = TeamWindow(folder, theme, lambda: "a4")
        made.append(window)
        window.resize(1024, 640)
        window.show()
        qtbot.waitUntil(lambda: not window.is_busy)
        return window

    yield opened
    for window in made:
        window.close()


def names(window: TeamWindow) -> list[str]:
    return [row.name for row in window.page.view.team_model.rows]


def column(window: TeamWindow, wanted: Column) -> list[str]:
    model, number = window.page.view.team_model, list(Column).index(wanted)
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_that_people_are_listed_by_name_with_the_figures_of_the_domain(team: Opened, folder: Path) -> None:
    window = team()
    QAbstractItemModelTester(window.page.view.team_model)
    assert names(window) == ["Ada", "Bea", "Cyd"]
    found = TeamReader(folder).read()
    assert found is not None
    for view, wanted in zip(View, (Column.SELF, Column.REVIEW, Column.AGREED), strict=True):
        shown = {member.person: member.seen_by(view) for _, member in found.people}
        for name, words in zip(names(window), column(window, wanted), strict=True):
            seen = shown[name]
            assert seen is not None
            assert words.startswith(str(int(seen.shown + 0.5)))
    assert any("Three people." in text for text in texts(window))


def test_that_headings_sort_and_keep_the_person(team: Opened) -> None:
    window = team()
    window.page.view.selectRow(1)
    assert window.page.view.current_name() == "Bea"
    window.page.view.sortByColumn(list(Column).index(Column.SELF), Qt.SortOrder.DescendingOrder)
    assert names(window)[0] == "Bea"
    assert names(window)[-1] == "Ada"
    assert window.page.view.current_name() == "Bea"


def test_that_search_and_verdict_narrow_the_list_and_escape_widens_it(team: Opened) -> None:
    window = team()
    window.page.focus_search()
    write(window.page.search, "bea")
    assert names(window) == ["Bea"]
    write(window.page.search, " nobody")
    assert names(window) == []
    assert "Nobody matches this search." in texts(window)
    press(window.page.search, Qt.Key.Key_Escape)
    assert len(names(window)) == 3
    window.page.verdicts.setCurrentIndex(4)
    assert names(window) == ["Ada", "Cyd"]


def test_that_areas_show_as_a_map_of_percentages(team: Opened, sample: Assessment) -> None:
    window = team()
    click(window.page.areas)
    model = window.page.view.team_model
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(1, model.columnCount())]
    assert [str(head).replace("\n", " ") for head in heads] == list(sample.role.areas.values())
    assert all(str(model.index(0, place).data()).endswith("%") for place in range(1, model.columnCount()))
    window.page.view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert names(window)[0] == "Bea"
    window.page.views.setCurrentIndex(1)
    assert len(names(window)) == 3
    click(window.page.people)
    assert model.columnCount() == len(Column)


def test_that_what_cannot_be_read_is_listed_with_the_reason(team: Opened, folder: Path) -> None:
    broken = folder / "broken.assessment.yaml"
    broken.write_text("format: ladder-assessment/2\nperson: {nam: X}\n")
    window = team()
    assert len(names(window)) == 3
    click(pressable(window, "One file cannot be read"))
    assert any(str(broken) in text.replace("\u200b", "") for text in texts(window))


def test_that_reading_again_finds_what_changed(team: Opened, folder: Path, sample: Assessment, qtbot: QtBot) -> None:
    window = team()
    person(folder, sample, "Dan")
    click(pressable(window, "Read again"))
    qtbot.waitUntil(lambda: not window.is_busy)
    assert names(window) == ["Ada", "Bea", "Cyd", "Dan"]


def test_that_an_empty_folder_says_what_to_put_there(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    window = TeamWindow(tmp_path / "empty", theme, lambda: "a4")
    window.show()
    qtbot.waitUntil(lambda: not window.is_busy)
    assert "No assessments here" in texts(window)
    window.close()


def test_that_a_folder_that_went_away_is_said(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    window = TeamWindow(tmp_path / "nowhere", theme, lambda: "a4")
    window.show()
    qtbot.waitUntil(lambda: not window.is_busy)
    assert "The folder cannot be opened" in texts(window)
    window.close()


def test_that_reading_can_be_cancelled_and_gone_on_with(
    team: Opened, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    real = TeamReader.read
    monkeypatch.setattr("ladder_app.storage.team._AT_A_TIME", 1)
    window = team()
    shutil.rmtree(data_folder() / "teams")  # nothing is known of them any more

    def reading(reader: TeamReader, say: Callable[..., object], cancelled: Callable[[], bool]) -> object:
        began.set()
        cancelled.__self__.wait()  # type: ignore[attr-defined] # that of an event
        return real(reader, say, cancelled)

    began = Event()
    with monkeypatch.context() as patch:
        patch.setattr(TeamReader, "read", reading)
        window.refresh()
        qtbot.waitUntil(began.is_set)
        window.cancel()
        qtbot.waitUntil(lambda: not window.is_busy)
    assert "Reading was cancelled" in texts(window)
    window.refresh()
    qtbot.waitUntil(lambda: not window.is_busy)
    assert len(names(window)) == 3


def test_that_the_list_is_written_as_csv_and_pdf_in_its_order(team: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    window = team()
    write(window.page.search, "a")
    table, document = tmp_path / "out.csv", tmp_path / "out"
    window.write_csv(table)
    qtbot.waitUntil(lambda: not window.is_busy)
    assert table.read_text(encoding="utf-8-sig").splitlines()[1].startswith("Ada,")
    window.write_pdf(document)
    qtbot.waitUntil(lambda: not window.is_busy)
    assert document.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
    assert any("Wrote" in text for text in texts(window))


def test_that_what_cannot_be_written_is_said(team: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    window = team()
    window.write_csv(tmp_path / "no such folder" / "out.csv")
    qtbot.waitUntil(lambda: not window.is_busy)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "could not be written" in box.text()
    box.close()


def test_that_return_opens_the_person_in_the_main_window(
    window: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(team_window_module, "today", lambda: TODAY)
    shown = window.dialogs.teams.show(folder)
    qtbot.waitUntil(lambda: not shown.is_busy)
    assert window.dialogs.teams.show(folder) is shown
    shown.page.view.selectRow(1)
    press(shown.page.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.document is not None)
    assert window.document is not None
    assert window.document.assessment.person.name == "Bea"
    window.close()
    assert not shown.isVisible()


@pytest.mark.parametrize("dark", [False, True])
def test_that_another_look_shows_the_same_people(team: Opened, dark: bool) -> None:
    window = team()
    write(window.page.search, "a")
    before = names(window)
    window.dress(Theme(dark=dark, text_size_percent=200))
    assert names(window) == before
    assert window.page.search.text() == "a"
    assert cut_texts(window) == []
    assert window.grab().toImage().format() != QImage.Format.Format_Invalid


def test_that_a_dropped_folder_is_a_team_and_is_offered_again(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)
    assert window.settings.team_folder == str(folder)
    shown = window.dialogs.teams.show(folder)
    qtbot.waitUntil(lambda: not shown.is_busy)
    assert names(shown) == ["Ada", "Bea", "Cyd"]
    shown.close()

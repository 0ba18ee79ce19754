"""Larger text and small windows: everything keeps its place, and nothing lies over anything else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Rating
from ladder_app.gui import main_window as main_window_module
from ladder_app.gui import opening as opening_module
from ladder_app.gui.assess_head import AssessHead
from ladder_app.gui.assess_page import AssessPage
from ladder_app.gui.choice import Choice
from ladder_app.gui.clamped_label import ClampedLabel
from ladder_app.gui.criterion_sheet import CriterionSheet
from ladder_app.gui.document import Document
from ladder_app.gui.evidence_panel import EvidenceForm
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.one_line import FileNameLabel
from ladder_app.gui.pages import Page
from ladder_app.gui.style import style_sheet
from ladder_app.gui.theme import Theme
from ladder_app.storage.assessments import save_assessment
from ladder_app.storage.settings import Settings
from tests.gui.conftest import TODAY
from tests.gui.hands import click, cut_texts, is_saved, press
from tests.gui.staging import put_evidence

SIZES = [(1024, 640, 150), (1024, 640, 200), (1280, 800, 175)]
LONG_NAME = "Sample Engineer – Engineering Productivity Manager, second half of the year 2026.assessment.yaml"


def dressed(application: QApplication, percent: int) -> Theme:
    """A look at a text size; the application wears it."""
    look = Theme(text_size_percent=percent)
    if application.styleSheet() != style_sheet(look.tokens, look.px):
        look.apply(application)
    return look


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]} at {size[2]} %")
def small(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    qapp: QApplication,
    theme: Theme,  # noqa: ARG001 – Fusion
    tmp_path: Path,
    sample: Assessment,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:
    """A small window with large text, on the sample in a file with a long name."""
    width, height, percent = request.param
    monkeypatch.setattr(main_window_module, "today", lambda: TODAY)
    monkeypatch.setattr(opening_module, "today", lambda: TODAY)
    look = dressed(qapp, percent)
    made = MainWindow(Settings(text_size_percent=percent), look)
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    path = tmp_path / LONG_NAME
    save_assessment(path, sample)
    made.open_path(path)
    qtbot.waitExposed(made)
    QApplication.processEvents()
    yield made
    if made.opened is not None:
        is_saved(made.opened.saver)
        made.opened.close()
    made.life.end()


def assess(window: MainWindow) -> AssessPage:
    assert window.workspace is not None
    return window.workspace.assess


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def overlapping(widgets: list[QWidget], window: QWidget) -> list[tuple[str, str]]:
    found = []
    for number, one in enumerate(widgets):
        for other in widgets[number + 1 :]:
            if place(one, window).intersects(place(other, window)):
                found.append((words(one), words(other)))
    return found


def words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else widget.accessibleName()


def test_that_nothing_on_the_assess_page_lies_over_anything_else(small: MainWindow) -> None:
    page = assess(small)
    head = page.findChildren(AssessHead)[0]
    kinds = (QLabel, QPushButton, Choice)
    parts: list[QWidget] = [w for w in head.findChildren(QWidget) if w.isVisible() and isinstance(w, kinds)]
    parts += [page.search, page.view]
    if page.inspector.isVisible():
        parts.append(page.inspector)
    assert overlapping(parts, small) == []
    for part in parts:
        assert small.rect().contains(place(part, small)), words(part)


def test_that_no_chip_is_narrower_than_its_words(small: MainWindow) -> None:
    chips = [b for b in assess(small).findChildren(QPushButton) if b.property("kind") == "chip"]
    assert [chip.text() for chip in chips if chip.width() < chip.sizeHint().width()] == []


def test_that_every_rating_cell_of_the_current_row_is_in_view(small: MainWindow) -> None:
    view = assess(small).view
    view.step_by(1)
    QApplication.processEvents()
    rect = view.visualRect(view.currentIndex())
    delegate = view.itemDelegate()
    cells = {
        delegate.cell_at(QPoint(x, y), rect)  # type: ignore[attr-defined]
        for x in range(0, view.viewport().width(), 3)
        for y in range(0, view.viewport().height(), 3)
    }
    assert cells >= {0, 1, 2, 3, 4}


def test_that_the_file_name_gives_way_to_the_menus(small: MainWindow, tmp_path: Path) -> None:
    label = small.findChildren(FileNameLabel)[0]
    assert label.width() <= small.width() / 3
    assert label.text() == LONG_NAME
    assert LONG_NAME in label.toolTip()
    assert str(tmp_path) in label.toolTip()
    menus = [small.menuBar().actionGeometry(action) for action in small.menuBar().actions()]
    assert all(menu.width() > 0 and menu.right() < label.x() for menu in menus)


def test_that_the_parts_of_the_status_bar_keep_apart(small: MainWindow) -> None:
    assert small.workspace is not None
    bar = small.workspace.status_bar
    parts = [w for w in bar.findChildren(QWidget) if w.isVisible() and w.parentWidget() is bar]
    assert overlapping(parts, small) == []
    state = next(w for w in bar.findChildren(QLabel) if w.accessibleName() == "Where your changes are")
    assert state.isVisible()
    assert state.width() >= state.sizeHint().width()


def test_that_the_details_can_be_reached_by_keyboard_and_left_again(small: MainWindow) -> None:
    page = assess(small)
    page.focus_list()
    current = page.current_criterion()
    press(page.view, Qt.Key.Key_Return)
    assert page.inspector.isVisible()
    assert page.inspector.criterion_id == current
    sheet = page.findChildren(CriterionSheet)[0]
    focused = small.focusWidget()
    assert sheet.isAncestorOf(focused)
    press(focused, Qt.Key.Key_Escape)
    assert page.view.isVisible()
    assert small.focusWidget() is page.view


def test_that_e_a_and_n_open_the_details_and_what_they_ask_for_is_in_view(small: MainWindow) -> None:
    page = assess(small)
    small.activateWindow()
    page.focus_list()
    press(page.view, Qt.Key.Key_E)
    QApplication.processEvents()
    form = next(f for f in page.findChildren(EvidenceForm) if f.isVisible())
    assert form.text.isVisible()
    press(form.text, Qt.Key.Key_Escape)
    assert page.view.isVisible()
    press(page.view, Qt.Key.Key_A)
    assert page.inspector.isVisible()
    assert small.focusWidget().accessibleName() == "What you will do"
    press(small.focusWidget(), Qt.Key.Key_Escape)
    press(page.view, Qt.Key.Key_N)
    assert small.focusWidget().accessibleName() == "Why it does not apply"
    assert small.focusWidget().isVisible()


def test_that_texts_on_readiness_are_not_cut(small: MainWindow) -> None:
    small.show_page(Page.READINESS)
    QApplication.processEvents()
    assert small.workspace is not None
    assert cut_texts(small.workspace.page_widget(Page.READINESS)) == []


def test_that_the_level_chooser_shows_all_of_its_words(small: MainWindow) -> None:
    chooser = next(c for c in assess(small).findChildren(Choice) if c.accessibleName() == "Level to rate")
    assert chooser.width() >= chooser.sizeHint().width()
    assert chooser.toolTip() != chooser.currentText()


def test_that_a_rating_moves_no_row(small: MainWindow) -> None:
    page = assess(small)
    page.focus_list()
    places = [page.model.index(row) for row in range(page.model.rowCount())]
    for step in range(5):
        before = [page.view.visualRect(index).height() for index in places]
        page.rate_current(Rating(step=step))
        QApplication.processEvents()
        assert [page.view.visualRect(index).height() for index in places] == before


def test_that_the_current_row_is_in_view_after_the_window_changed_its_size(small: MainWindow, qtbot: QtBot) -> None:
    page = assess(small)
    for _ in range(12):
        page.view.step_by(1)
    small.resize(small.width() + 200, small.height() - 10)

    def is_in_view() -> None:
        rect = page.view.visualRect(page.view.currentIndex())
        room = page.view.viewport().rect()
        assert room.contains(rect) or (rect.height() > room.height() and rect.top() <= room.top())

    qtbot.waitUntil(is_in_view)


def room_left(sheet: CriterionSheet) -> int:
    content = sheet.widget()
    assert content is not None
    return sheet.viewport().width() - content.width()


@pytest.mark.parametrize("percent", [100, 120, 150, 200])
def test_that_an_endless_word_does_not_make_the_inspector_wider(
    qtbot: QtBot,
    qapp: QApplication,
    theme: Theme,  # noqa: ARG001 – Fusion
    document: Document,
    percent: int,
) -> None:
    look = dressed(qapp, percent)
    evidence = document.assessment.cycle.evidence[0]
    put_evidence(document, evidence.model_copy(update={"text": "W" * 10_000}))
    sheet = CriterionSheet(document, look)
    qtbot.addWidget(sheet)
    sheet.resize(look.px(290), look.px(600))
    sheet.show_criterion(next(name for name in evidence.criteria if name in document.level.by_id))
    sheet.show()
    qtbot.waitExposed(sheet)
    assert room_left(sheet) >= 0
    sheet.add_action()
    QApplication.processEvents()
    assert room_left(sheet) >= 0


@pytest.mark.parametrize("name", ["W" * 300, "عبد الرحمن بن محمد بن إبراهيم " * 6, "Sample Engineer " * 12])
def test_that_a_long_name_in_the_sidebar_ends_after_three_lines(
    window: MainWindow, sample_file: Path, name: str
) -> None:
    window.open_path(sample_file)
    assert window.document is not None
    assert window.workspace is not None
    assessment = window.document.assessment
    person = assessment.person.model_copy(update={"name": name.strip()})
    window.document.change_profile(person, assessment.current, assessment.target)
    QApplication.processEvents()
    shown = next(c for c in window.workspace.sidebar.findChildren(ClampedLabel) if c.accessibleName() == name.strip())
    assert len(shown.lines(shown.width())) == 3
    assert "…" in shown.lines(shown.width())[-1]
    assert shown.height() == shown.heightForWidth(shown.width())
    assert name.split(maxsplit=1)[0] in shown.toolTip()
    widest = max(shown.fontMetrics().horizontalAdvance(line) for line in shown.lines(shown.width()))
    assert widest <= shown.width() + 1


def test_that_the_sidebar_shows_icons_where_there_is_no_room(window: MainWindow, sample_file: Path) -> None:
    window.open_path(sample_file)
    assert window.workspace is not None
    wide = window.workspace.sidebar.width()
    window.resize(800, 600)
    QApplication.processEvents()
    sidebar = window.workspace.sidebar
    assert sidebar.width() < wide / 2
    readiness = next(b for b in sidebar.findChildren(QWidget) if b.accessibleName() == "Readiness")
    assert "72" in readiness.toolTip()
    click(readiness)
    assert window.workspace.page is Page.READINESS
    window.resize(1280, 800)
    QApplication.processEvents()
    assert sidebar.width() == wide


def test_that_a_wide_window_shows_list_and_inspector_side_by_side(window: MainWindow, sample_file: Path) -> None:
    window.open_path(sample_file)
    window.resize(1280, 800)
    QApplication.processEvents()
    page = assess(window)
    assert page.view.isVisible()
    assert page.inspector.isVisible()
    window.resize(760, 600)
    QApplication.processEvents()
    assert page.view.isVisible()
    assert not page.inspector.isVisible()
    QTest.mouseClick(
        next(b for b in page.findChildren(QPushButton) if b.text() == "Details"), Qt.MouseButton.LeftButton
    )
    assert page.inspector.isVisible()
    assert not page.view.isVisible()
    window.resize(1280, 800)
    QApplication.processEvents()
    assert page.view.isVisible()
    assert page.inspector.isVisible()

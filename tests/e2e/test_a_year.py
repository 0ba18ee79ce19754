"""A whole year with Ladder: through the window, the command line, another program, and real files.

Wherever the year stops to look, every figure on screen is the domain's.
"""

import logging
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ladder_app.charts.percent import percent
from ladder_app.cli import main
from ladder_app.domain.assessment import Assessment
from ladder_app.domain.comparison import compared
from ladder_app.domain.cycle import Agreed
from ladder_app.domain.entries import Rating
from ladder_app.domain.plan import plan as plan_of
from ladder_app.domain.raters import AGREED, SELF
from ladder_app.domain.readiness import readiness
from ladder_app.domain.role import Role
from ladder_app.domain.trend import Movement, movements, trend
from ladder_app.gui import main_window, opening
from ladder_app.gui.action_panel import ActionForm
from ladder_app.gui.choice import Choice
from ladder_app.gui.closing import CloseCycleDialog
from ladder_app.gui.conversation_page import ConversationPage
from ladder_app.gui.document import Document
from ladder_app.gui.evidence_panel import EvidenceForm
from ladder_app.gui.export_dialog import ExportDialog
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.pages import Page
from ladder_app.gui.plan_page import PlanPage
from ladder_app.gui.review_taking import ReviewDialog
from ladder_app.gui.role_update import RoleUpdateDialog
from ladder_app.gui.theme import Theme
from ladder_app.gui.workspace import Workspace
from ladder_app.report.pdf.embedded import embedded_assessment
from ladder_app.report.pdf.fieldnames import OVERALL, REVIEWER, comment_name, rating_name
from ladder_app.report.plan_words import focus_effect
from ladder_app.storage.assessments import assessment_text, load_assessment
from ladder_app.storage.roles import find_role, save_role
from ladder_app.storage.settings import load_settings
from tests.gui.hands import click, is_saved, press, pressable, texts, write
from tests.report.pdf.reading import page_texts

W = TypeVar("W", bound=QWidget)

MANAGER = "Sample Manager"
BAR = Qt.Key.Key_3


class Year:
    """Somebody's Ladder through a year: one window at a time, on the day that it is."""

    def __init__(self, qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
        self._qtbot = qtbot
        self._theme = theme
        self.day = date(2026, 1, 12)
        for module in (main_window, opening):
            monkeypatch.setattr(module, "today", self._today)
        self.window = self.new_window()

    def _today(self) -> date:
        return self.day

    def new_window(self) -> MainWindow:
        """Ladder is started."""
        window = MainWindow(load_settings(), self._theme)
        window.show()
        self._qtbot.waitExposed(window)
        window.activateWindow()
        return window

    def go_to(self, day: date) -> None:
        """Ladder is closed for today, and opened again on another day with the file that was open."""
        path = self.path
        self.end()
        self.day = day
        self.window = self.new_window()
        self.open(path)
        self.look()

    def open(self, path: Path) -> None:
        self.window.open_path(path)
        self.until(lambda: self.window.document is not None)

    def end(self) -> None:
        assessment, path = self.assessment, self.path
        self.window.close()
        assert load_assessment(path) == assessment
        self.window.deleteLater()
        QApplication.processEvents()

    @property
    def document(self) -> Document:
        assert self.window.document is not None
        return self.window.document

    @property
    def assessment(self) -> Assessment:
        return self.document.assessment

    @property
    def path(self) -> Path:
        assert self.document.path is not None
        return self.document.path

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    def page(self, page: Page) -> list[str]:
        """What a page says."""
        self.window.show_page(page)
        QApplication.processEvents()
        return texts(self.workspace.page_widget(page))

    def until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds)

    def dialog(self, kind: type[W]) -> W:
        QApplication.processEvents()
        shown: list[W] = [found for found in self.window.findChildren(kind) if found.isVisible()]
        return shown[0]

    def export(self, words: str, path: Path) -> None:
        """The document of that content, chosen and saved in the dialog."""
        self.window.dialogs.export()
        dialog = self.dialog(ExportDialog)
        assert isinstance(dialog, ExportDialog)
        box = next(box for box in dialog.findChildren(Choice) if box.accessibleName() == "Content")
        box.setCurrentIndex(box.findText(words))
        self.until(lambda: pressable(dialog, "Save…").isEnabled())
        dialog.save_to(path)
        self.until(path.exists)
        dialog.reject()
        QApplication.processEvents()

    def look(self) -> None:
        """Every figure on screen is the domain's."""
        assessment = self.assessment
        own = readiness(assessment)
        shown = percent(own.figures.shown)
        assert shown in texts(self.workspace.status_bar)
        sidebar = {page: pressable(self.workspace.sidebar, page.value).accessibleDescription() for page in Page}
        assert sidebar[Page.ASSESS] == f"{own.figures.rated}/{own.figures.required}"
        assert sidebar[Page.READINESS] == shown
        said = self.page(Page.READINESS)
        for section in own.sections if own.figures.rated else ():
            assert percent(section.figures.shown) in said
        assert focus_effect(plan_of(assessment, own, self.day)) in [*self.page(Page.PLAN), ""]
        for reviewer in (review.reviewer for review in assessment.cycle.reviews):
            talk = self.page(Page.CONVERSATION)
            for rater in (SELF, reviewer, AGREED):
                assert percent(readiness(assessment, rater=rater).figures.shown) in talk
        history = "\n".join(self.page(Page.HISTORY))
        if len(assessment.cycles) > 1:
            for point in trend(assessment):
                for view in point.views.values():
                    assert f"{percent(view.figures.shown)} · {view.figures.met} of" in history
        self.window.show_page(Page.ASSESS)
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)


def worded_otherwise(role: Role) -> Role:
    """The role a year later: its last level asks for one thing in other words, and for one thing more."""
    first, *others = role.levels[-1].responsibilities
    reworded = first.model_copy(update={"text": "Lead a team that others in the industry look at."})
    more = first.model_copy(update={"id": "one-thing-more", "text": "Mentor the managers of other departments."})
    level = role.levels[-1].model_copy(update={"responsibilities": (reworded, *others, more)})
    return role.model_copy(update={"levels": (*role.levels[:-1], level)})


def answered(form: Path, out: Path, step: str, count: int) -> None:
    """The manager fills the form in with a program that is not ours: every rating, one comment, the whole."""
    pypdf = pytest.importorskip("pypdf")
    # It warns that its own drawing of other scripts will be wrong; only the values are read.
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    writer = pypdf.PdfWriter(clone_from=str(form))
    fields = writer.get_fields()
    values = {rating_name(number): step for number in range(1, count + 1)}
    values |= {comment_name(1): "Two steps up in a year – 好的.", REVIEWER: MANAGER, OVERALL: "A year well spent."}
    assert set(values) <= set(fields)
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    writer.write(str(out))


def test_that_a_year_holds_together(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    role_file = tmp_path / "team.role.yaml"
    save_role(role_file, find_role("engineering-productivity-manager").model_copy(update={"id": "team-role"}))
    year = Year(qtbot, theme, monkeypatch)

    # January: a new assessment, and the first ratings.
    year.window.open_path(role_file)
    year.until(lambda: any(b.text() == "Start" and b.isVisible() for b in year.window.findChildren(QAbstractButton)))
    write(year.window.findChildren(QLineEdit)[0], "Sample Engineer")
    click(pressable(year.window, "Start"))
    QApplication.processEvents()
    year.look()
    assess = year.workspace.assess
    names = [criterion.id for criterion in year.document.level.criteria]
    for number, _ in enumerate(names):
        press(assess.view, (Qt.Key.Key_1, Qt.Key.Key_2, BAR)[number % 3])
        press(assess.view, Qt.Key.Key_J)
    assert len(year.assessment.cycle.ratings) == len(names)
    year.look()

    # Spring: what shows it, from the window and from a script while the window is closed.
    year.workspace.go_to_criterion(names[2])
    assess.add_evidence()
    form = year.dialog(EvidenceForm)
    assert isinstance(form, EvidenceForm)
    write(form.text, "Halved the time a build takes.")
    form.keep()
    assert len(year.assessment.cycle.evidence) == 1
    path = year.path
    year.end()
    logged = "2026-04-30 Hired two engineers https://example.com/hiring"
    assert main(["log", str(path), logged, "--criterion", names[5]]) == 0
    year.day = date(2026, 6, 1)
    year.window = year.new_window()
    year.open(path)
    assert len(year.assessment.cycle.evidence) == 2
    year.look()

    # October: the form goes to the manager, who answers in another program, and the answers come back.
    year.go_to(date(2026, 10, 20))
    year.export("For a review, to fill in", tmp_path / "form.pdf")
    scale = year.assessment.role.scale
    answered(tmp_path / "form.pdf", tmp_path / "answered.pdf", scale.named(2), len(names))
    own = dict(year.assessment.cycle.ratings)
    year.window.files.take_review_from(tmp_path / "answered.pdf")
    found = year.dialog(ReviewDialog)
    assert isinstance(found, ReviewDialog)
    click(pressable(found, "Take it over"))
    QApplication.processEvents()
    (review,) = year.assessment.cycle.reviews
    assert (review.reviewer, review.overall) == (MANAGER, "A year well spent.")
    assert "Two steps up in a year – 好的." in review.comments.values()
    assert {rating.step for rating in review.ratings.values()} == {2}
    assert dict(year.assessment.cycle.ratings) == own
    year.look()

    # November: the talk, recorded with the keyboard, differences first.
    year.go_to(date(2026, 11, 23))
    year.window.show_page(Page.CONVERSATION)
    talk = year.workspace.page_widget(Page.CONVERSATION)
    assert isinstance(talk, ConversationPage)
    apart = [item.criterion.id for item in compared(year.document.target, year.assessment.cycle, MANAGER).apart]
    assert talk.model.row_keys() == apart
    for name in apart:
        talk.view.show_key(name)
        press(talk.view, BAR)
    assert all(year.assessment.cycle.agreed[name] == Agreed(rating=Rating(step=3)) for name in apart)
    talk.view.show_key(apart[0])
    press(talk.view, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert field is not None
    write(field, "You lead the next one.")
    talk.keep_everything()
    assert year.assessment.cycle.agreed[apart[0]].text == "You lead the next one."
    year.look()

    # What follows from it.
    year.window.show_page(Page.PLAN)
    plan = year.workspace.page_widget(Page.PLAN)
    assert isinstance(plan, PlanPage)
    gap = readiness(year.assessment).gaps[0].criterion.id
    plan.view.show_key(f"gap {gap}")
    plan.add_action()
    action_form = year.dialog(ActionForm)
    assert isinstance(action_form, ActionForm)
    write(action_form.text, "Run the budget round with finance.")
    action_form.keep()
    (action,) = year.assessment.cycle.actions
    assert action.criteria == (gap,)
    year.look()
    assert main(["export", str(_saved(year)), "-o", str(tmp_path / "plan.ics")]) == 0
    assert "Run the budget round with finance." in (tmp_path / "plan.ics").read_text("utf-8").replace("\r\n ", "")

    # December: the cycle is closed; the role moves on; the next begins.
    year.go_to(date(2026, 12, 18))
    year.window.dialogs.close_cycle()
    closing = year.dialog(CloseCycleDialog)
    assert isinstance(closing, CloseCycleDialog)
    click(pressable(closing, "Close it"))
    QApplication.processEvents()
    first, second = year.assessment.cycles
    assert (first.closed, second.ratings.keys()) == (year.day, first.ratings.keys())
    assert all(rating.carried for rating in second.ratings.values())
    year.look()
    save_role(role_file, worded_otherwise(year.assessment.role))
    year.window.news.update_from(role_file)
    update = year.dialog(RoleUpdateDialog)
    assert isinstance(update, RoleUpdateDialog)
    click(pressable(update, "Take it over"))
    QApplication.processEvents()
    assert year.assessment.cycle.ratings[names[0]].check_again
    assert year.assessment.cycles[0].evidence == first.evidence
    year.look()

    # The next year: rated anew, and the second document.
    year.go_to(date(2027, 5, 3))
    assess = year.workspace.assess
    for name in (names[0], names[1], "one-thing-more"):
        year.workspace.go_to_criterion(name)
        press(assess.view, BAR)
    assert year.assessment.cycle.ratings[names[0]] == Rating(step=3)
    before, now = year.assessment.cycles
    assert movements(year.assessment, before, now).counts[Movement.ROSE] == 2
    year.look()
    year.export("Everything", tmp_path / "second.pdf")
    content = (tmp_path / "second.pdf").read_bytes()
    said = " ".join("\n".join(page_texts(content)).split())
    for point in trend(year.assessment):
        assert point.cycle.name in said
        for view in point.views.values():
            assert percent(view.figures.shown).replace("\u00a0", " ") in said
    assert embedded_assessment(tmp_path / "second.pdf") == assessment_text(year.assessment)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
    assert year.window.findChildren(QAction)
    year.end()


def _saved(year: Year) -> Path:
    assert year.window.saver is not None
    assert is_saved(year.window.saver)
    return year.path

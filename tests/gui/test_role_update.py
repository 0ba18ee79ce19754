"""The role file moved on: the window says so, shows what changed, and takes it over on the person's word."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.role import Role
from ladder_app.domain.role_changes import role_changes
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.notice_bar import NoticeBar
from ladder_app.gui.role_update import RoleUpdateDialog
from ladder_app.gui.theme import Theme
from ladder_app.storage.assessments import save_assessment
from ladder_app.storage.roles import find_role, save_role
from ladder_app.storage.settings import load_settings
from tests.gui.hands import click, cut_texts, pressable, texts


def without(role: Role, level: int, criterion: str, **update: object) -> Role:
    """The role as it was: one responsibility reworded, or gone where nothing is given."""
    levels = list(role.levels)
    kept = []
    for each in levels[level].responsibilities:
        if each.id != criterion:
            kept.append(each)
        elif update:
            kept.append(each.model_copy(update=update))
    levels[level] = levels[level].model_copy(update={"responsibilities": tuple(kept)})
    return role.model_copy(update={"levels": tuple(levels)})


@pytest.fixture
def older_file(tmp_path: Path, sample: Assessment) -> Path:
    """The sample, about an older version of the shipped role: one criterion was worded otherwise."""
    before = without(sample.role, 1, "high-performing-team", text="Lead a high-performing team of engineers.")
    path = tmp_path / "older.assessment.yaml"
    save_assessment(path, sample.model_copy(update={"role": before}))
    return path


def notices(window: MainWindow) -> list[NoticeBar]:
    workspace = window.workspace
    assert workspace is not None
    return [notice for notice in workspace.findChildren(NoticeBar) if notice.isVisibleTo(workspace)]


def look(window: MainWindow) -> None:
    """What the window does by itself a moment after it was opened."""
    window.news.look()
    assert window.news.wait(10_000)


def test_that_a_role_that_says_the_same_is_no_news(window: MainWindow, sample_file: Path) -> None:
    window.open_path(sample_file)
    look(window)
    assert window.news.found is None
    assert notices(window) == []


def test_that_a_new_version_is_told_quietly_shown_and_taken_over_as_one_edit(
    window: MainWindow, older_file: Path
) -> None:
    window.open_path(older_file)
    look(window)
    (notice,) = notices(window)
    click(pressable(notice, "Look at what changed"))
    dialog = window.findChild(RoleUpdateDialog)
    assert dialog is not None
    said = texts(dialog)
    assert "One is reworded." in said
    assert "Keeps its rating, to be checked again" in said
    assert any("<s>Lead</s>" in words for words in said)
    assert any("<b>" in words for words in said)
    document = window.document
    assert document is not None
    before = document.assessment
    click(pressable(dialog, "Take it over"))
    QApplication.processEvents()
    after = document.assessment
    assert document.undo_stack.undoText() == "update the role"
    assert after.role == find_role(after.role.id)
    assert after.cycle.ratings["high-performing-team"].check_again
    assert after.cycle.evidence == before.cycle.evidence
    assert notices(window) == []
    assert window.workspace is not None
    chips = [b.text() for b in window.workspace.assess.findChildren(type(pressable(window.workspace.assess, "All ")))]
    assert "Check again 1" in chips
    document.undo_stack.undo()
    assert document.assessment == before
    assert len(notices(window)) == 1


def test_that_not_now_is_remembered_for_that_version(window: MainWindow, older_file: Path) -> None:
    window.open_path(older_file)
    look(window)
    click(pressable(notices(window)[0], "Not now"))
    QApplication.processEvents()
    assert notices(window) == []
    assert len(load_settings().roles_put_off) == 1
    window.open_path(older_file)
    look(window)
    assert notices(window) == []
    window.news.show_changes()  # it can still be asked for
    dialog = window.findChild(RoleUpdateDialog)
    assert dialog is not None
    dialog.reject()


def test_that_a_file_that_the_person_opens_is_shown_or_refused_with_the_reason(
    window: MainWindow, sample_file: Path, sample: Assessment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(window, "show_trouble", lambda headline, _problems: told.append(headline))
    window.open_path(sample_file)
    path = tmp_path / "new.role.yaml"
    save_role(path, without(sample.role, 1, "high-performing-team"))
    window.news.update_from(path)
    dialog = window.findChild(RoleUpdateDialog)
    assert dialog is not None
    assert "One is gone." in texts(dialog)
    dialog.reject()
    save_role(path, find_role("software-engineer"))
    window.news.update_from(path)
    path.write_text("{")
    window.news.update_from(path)
    assert told == ["“new.role.yaml” is not a version of this role.", "“new.role.yaml” cannot be read."]


def test_that_levels_that_are_gone_are_asked_for(qtbot: QtBot, theme: Theme, sample: Assessment) -> None:
    only = sample.role.levels[0].model_copy(update={"id": "manager", "title": "Manager"})
    new = sample.role.model_copy(update={"levels": (only,)})
    dialog = RoleUpdateDialog(theme, sample, role_changes(sample, new))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.chooser("current").setCurrentIndex(0)
    with qtbot.waitSignal(dialog.taken) as said:
        click(pressable(dialog, "Take it over"))
    assert said.args == [None, "manager"]


def test_that_a_version_that_says_the_same_is_told_to_and_offers_nothing(
    qtbot: QtBot, theme: Theme, sample: Assessment
) -> None:
    dialog = RoleUpdateDialog(theme, sample, role_changes(sample, sample.role))
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Nothing differs." in texts(dialog)
    click(pressable(dialog, "Close"))
    assert not dialog.isVisible()


def test_that_nothing_is_cut_where_all_differs_and_texts_are_text(
    qtbot: QtBot, theme: Theme, sample: Assessment
) -> None:
    hostile = "<b>bold</b> & <script>x</script> " + "long" * 40
    before = without(sample.role, 1, "high-performing-team", text=hostile)
    older = sample.model_copy(update={"role": before})
    dialog = RoleUpdateDialog(theme, older, role_changes(older, sample.role))
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert any("&lt;script&gt;" in words for words in texts(dialog))
    assert cut_texts(dialog) == []

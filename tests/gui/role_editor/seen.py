"""What the tests of the role editor look at."""

from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ladder_app.domain.role import Kind
from ladder_app.domain.role_editing import Place
from ladder_app.gui.role_editor.window import RoleEditor
from tests.domain.builders import level, one, role
from tests.gui.hands import click

BAKER = role(
    level("baker", [one("bread", "Bakes the daily bread.", area="craft")], [one("oven", "Two years at the oven.")]),
    level("master", [one("better", "Bakes better bread.", area="craft", refines="bread")], extends=["baker"]),
    areas={"craft": "Craft"},
)
BREAD = Place(0, Kind.RESPONSIBILITY, 0)


def checked(qtbot: QtBot, editor: RoleEditor) -> list[str]:
    """What is wrong, once that is known."""
    qtbot.waitUntil(lambda: editor.draft.is_checked)
    return [remark.message for remark in editor.draft.remarks]


def field(editor: RoleEditor, name: str) -> QLineEdit:
    """The field of that name that is on screen."""
    return next(f for f in editor.findChildren(QLineEdit) if f.accessibleName() == name and f.isVisible())


def question(editor: RoleEditor) -> QMessageBox:
    """What is asked, last of all."""
    return editor.findChildren(QMessageBox)[-1]


def answer(editor: RoleEditor, words: str) -> None:
    """Answer it."""
    click(next(b for b in question(editor).findChildren(QPushButton) if b.text() == words))

"""A small role in the editor."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ladder_app.gui.role_editor.role_on_disk import read_for_editing
from ladder_app.gui.role_editor.window import RoleEditor
from ladder_app.gui.theme import Theme
from ladder_app.storage.roles import save_role
from tests.gui.role_editor.seen import BAKER


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "baker.role.yaml"
    save_role(path, BAKER)
    return path


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme, file: Path) -> Iterator[RoleEditor]:
    made = RoleEditor(read_for_editing(file), theme)
    made.resize(1024, 640)
    made.show()
    qtbot.waitExposed(made)
    yield made
    if isValid(made):
        qtbot.waitUntil(lambda: made.draft.is_checked)
        made.close_for_good()

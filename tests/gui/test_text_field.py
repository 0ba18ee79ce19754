"""A text field that is as high as its text."""

import pytest
from pytestqt.qtbot import QtBot

from ladder_app.gui.fields import TextField
from ladder_app.gui.theme import Theme


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("lines", [1, 2, 5, 12])
def test_that_a_text_of_up_to_a_dozen_lines_is_seen_whole(qtbot: QtBot, percent: int, lines: int) -> None:
    field = TextField(Theme(text_size_percent=percent), "Text")
    qtbot.addWidget(field)
    field.resize(500, 100)
    field.show()
    field.setPlainText("\n".join(["One line", "يقود فريقًا", "ไทยนี้", "One line"][number % 4] for number in range(lines)))
    assert field.verticalScrollBar().maximum() == 0
    field.setPlainText("\n".join("One line" for _ in range(40)))
    assert field.verticalScrollBar().maximum() > 0

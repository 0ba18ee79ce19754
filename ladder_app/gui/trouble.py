"""Telling the person what went wrong, without stopping the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ladder_app.errors import Problem
from ladder_app.markup import isolated_quotations

_MOST_SHOWN = 8


def show_trouble(parent: QWidget, headline: str, problems: Sequence[Problem | str]) -> QMessageBox:
    """A dialog with a headline and the problems, the first of them in full view. It does not block."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("Ladder")
    box.setText(headline)
    shown = [_words(problem) for problem in problems[:_MOST_SHOWN]]
    if len(problems) > _MOST_SHOWN:
        shown.append(f"… and {len(problems) - _MOST_SHOWN} more")
        box.setDetailedText("\n".join(_words(problem) for problem in problems))
    box.setInformativeText("\n".join(shown))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()
    return box


def _words(problem: Problem | str) -> str:
    if isinstance(problem, str) or problem.line is None:
        return isolated_quotations(problem if isinstance(problem, str) else problem.message)
    place = f"Line {problem.line}" + (f", column {problem.column}" if problem.column is not None else "")
    return f"{place}: {isolated_quotations(problem.message)}"

"""Asking for the passphrase of a locked PDF."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ladder_app.errors import LadderError, LockedFile
from ladder_app.gui.carried import carried_assessment
from ladder_app.gui.fault_words import fault_words
from ladder_app.gui.parts import text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.trouble import show_trouble
from ladder_app.gui.window_dialogs import show_dialog
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ladder_app.domain.assessment import Assessment
    from ladder_app.gui.theme import Theme


def ask_for_passphrase(parent: QWidget, theme: Theme, path: Path, opened: Callable[[Assessment], object]) -> None:
    """Ask for the passphrase of a locked PDF; `opened` is called with what is in it."""
    dialog = PassphraseDialog(theme, path, parent)
    dialog.opened.connect(partial(_pass_on, opened))
    show_dialog(dialog)


class PassphraseDialog(PlainDialog):
    """Asks until the passphrase fits or the person gives up. What is typed is forgotten with the dialog."""

    opened = Signal(object)
    """The `Assessment` in the PDF."""

    def __init__(self, theme: Theme, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(theme, "This PDF is locked", 440, parent)
        self._path = path
        words = f"“{isolated(path.name)}” opens with the passphrase it was locked with. Ladder does not keep it."
        self.body.addWidget(text_label(theme, words, tone="muted"))
        self._field = QLineEdit(self)
        self._field.setFont(theme.font())
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setAccessibleName("Passphrase")
        self._field.setPlaceholderText("Passphrase")
        self.body.addWidget(self._field)
        self._fault = text_label(theme, "", 12, tone="bad")
        self._fault.setMinimumHeight(self._fault.fontMetrics().height())
        self.body.addWidget(self._fault)
        self.body.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self._open = self.add_button("Open", "primary")
        self._open.setEnabled(False)
        self._open.clicked.connect(self._try)
        self._field.textChanged.connect(self._on_typed)
        self._field.setFocus()

    def _on_typed(self, text: str) -> None:
        self._open.setEnabled(bool(text))
        self._fault.clear()

    def _try(self) -> None:
        try:
            assessment = carried_assessment(self._path, self._field.text())
        except LockedFile as error:
            self._fault.setText(fault_words(error.problems))
            self._field.selectAll()
            self._field.setFocus()
        except LadderError as error:
            show_trouble(
                self.parentWidget() or self, f"“{isolated(self._path.name)}” cannot be opened.", error.problems
            )
            self.reject()
        else:
            self.accept()
            self.opened.emit(assessment)

    def done(self, result: int) -> None:
        self._field.clear()
        super().done(result)


def _pass_on(opened: Callable[[Assessment], object], assessment: Assessment) -> None:
    opened(assessment)

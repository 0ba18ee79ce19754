"""When something goes wrong that nobody thought of: the document is put in safety first, then it is said."""

import sys
import threading
from collections.abc import Callable
from functools import partial
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from ladder_app.gui.at_once import at_once
from ladder_app.gui.background import Background
from ladder_app.storage.crash_log import faults_left, log, log_file, report_of
from ladder_app.storage.life import tidy_lives

_MOST_BOXES = 1


class Accidents(QObject):
    """Takes what no other part of the program caught. The window stays open."""

    happened = Signal(str, bool)
    """The report without anything personal, and whether the document is in safety."""

    _in_a_thread = Signal(object)

    def __init__(self, secure: Callable[[Callable[[bool], object]], object], parent: QObject) -> None:
        super().__init__(parent)
        self._in_a_thread.connect(self.take)
        self._secure = secure
        self._is_busy = False

    def watch(self) -> None:
        """Be told of everything uncaught from now on, in every thread."""
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def rest(self) -> None:
        """Let the interpreter tell of it again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def take(self, error: BaseException) -> None:
        """Put the document in safety, write down where it happened, and tell."""
        report = report_of(error)
        at_once(partial(log, report), None)
        if self._is_busy:
            return
        self._is_busy = True
        try:
            self._secure(partial(self._tell, report))
        except Exception as another:
            at_once(partial(log, report_of(another)), None)
            self._tell(report, is_safe=False)

    def _tell(self, report: str, is_safe: bool) -> None:
        self._is_busy = False
        self.happened.emit(report, is_safe)

    def _on_error(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        self.take(error)

    def _on_thread_error(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._in_a_thread.emit(arguments.exc_value)


class Breakdowns(QObject):
    """Looks beside the window for what earlier Ladders that broke down have left, tells of it, and tidies it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._looking: Background[tuple[str, ...]] = Background(self._tell, self)

    def look(self) -> None:
        """Look now."""
        self._looking.start(_left)

    def _tell(self, reports: tuple[str, ...]) -> None:
        for report in reports:
            tell_breakdown(self._widget, report)


def _left() -> tuple[str, ...]:
    tidy_lives()
    return faults_left()


def tell_accident(parent: QWidget, report: str, is_safe: bool) -> None:
    """Say that something went wrong that nobody thought of, and how the document is."""
    safe = "Your document is in safety." if is_safe else "Your last edits may not be on disk: use Save as."
    _tell(parent, "Something went wrong inside Ladder.", f"{safe} You can go on.", report)


def tell_breakdown(parent: QWidget, report: str) -> None:
    """Say that an earlier Ladder broke down."""
    _tell(parent, "Ladder broke down the last time.", "Unsaved edits, if there were any, are offered.", report)


def _tell(parent: QWidget, headline: str, words: str, details: str) -> None:
    """A plain dialog with “Copy details”. One is enough: while it is open, others are only written down."""
    if (
        sum(box.objectName() == "accident" and box.isVisible() for box in parent.findChildren(QMessageBox))
        >= _MOST_BOXES
    ):
        return
    box = QMessageBox(parent)
    box.setObjectName("accident")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(headline)
    box.setInformativeText(
        f"{words}\n\nThe details hold nothing of yours: only where in the program it was. They are in {log_file()}."
    )
    box.setDetailedText(details)
    copy = box.addButton("Copy details", QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()
    copy.clicked.connect(_Copying(details, box).copy)
    box.addButton(QMessageBox.StandardButton.Close)
    box.open()


class _Copying(QObject):
    """Puts a text on the clipboard when it is asked to."""

    def __init__(self, text: str, parent: QObject) -> None:
        super().__init__(parent)
        self._text = text

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

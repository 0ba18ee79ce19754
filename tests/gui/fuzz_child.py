"""Opens files in the window that are out to break it, and says which did.

    python -m tests.gui.fuzz_child FOLDER FIRST COUNT

Each is opened as what it looks like: an assessment, a role, or the settings that a window starts with. Every one has to
open or be refused in words, in two seconds and 200 MB. Offenders are left in FOLDER; the ones that were mended go into
the corpus of tests.storage.fuzz. With COUNT 0 the corpus is opened.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from tests.storage.fuzz.harness import MOST_SECONDS, files, limit_memory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from PySide6.QtWidgets import QApplication

    from ladder_app.gui.main_window import MainWindow


class Openings:
    """A window, and the files that are opened in it one after the other."""

    def __init__(self, folder: Path) -> None:
        from ladder_app.gui import opened, waiting
        from ladder_app.gui.application import make_application
        from ladder_app.gui.theme import Theme, window_family

        # What takes long is to be waited for here, and then said.
        waiting.AT_ONCE_MS = opened._AT_ONCE_MS = 60_000
        self._folder = folder
        self._application: QApplication = make_application()
        self._theme = Theme(family=window_family())
        self._theme.apply(self._application)
        self._uncaught: list[str] = []
        sys.excepthook = self._on_error
        self._window = self._new_window()

    def offences(self, content: bytes) -> Iterator[str]:
        """What goes wrong when the content is opened as what it looks like."""
        started = time.process_time()
        try:
            if b"ladder-assessment" not in content and b"theme" in content:
                self._start_with(content)
            else:
                ending = "assessment" if b"ladder-assessment" in content or b"ladder-role" not in content else "role"
                yield from self._open(self._folder / f"bent.{ending}.yaml", content)
            self._come_to_rest()
        except Exception:
            yield traceback.format_exc()
        seconds = time.process_time() - started
        if seconds > MOST_SECONDS:
            yield f"took {seconds:.1f} s"
        yield from self._uncaught
        self._uncaught.clear()

    def _open(self, path: Path, content: bytes) -> Iterator[str]:
        from PySide6.QtWidgets import QMessageBox

        path.write_bytes(content)
        is_open = self._window.open_path(path)
        self._application.processEvents()
        boxes = [box for box in self._window.findChildren(QMessageBox) if box.isVisible()]
        if len(boxes) != (0 if is_open else 1):
            yield f"it is {'' if is_open else 'not '}open, and said are {[box.text() for box in boxes]}"
        for box in boxes:
            if path.name not in box.text() or not box.informativeText().strip():
                yield f"no file or no fault: {box.text()} {box.informativeText()}"
            box.close()
        if path.read_bytes() != content:
            yield "the file was changed by opening it"
        if is_open:
            self._window.close_document()

    def _start_with(self, content: bytes) -> None:
        from ladder_app.storage.settings import settings_file

        settings_file().write_bytes(content)
        before, self._window = self._window, self._new_window()
        before.close()
        before.deleteLater()

    def _come_to_rest(self) -> None:
        from PySide6.QtCore import QEvent

        self._application.processEvents()
        # A loop of one's own does not bury what is to be deleted.
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._application.processEvents()

    def _new_window(self) -> MainWindow:
        from ladder_app.gui.main_window import MainWindow
        from ladder_app.storage.settings import load_settings

        window = MainWindow(load_settings(), self._theme)
        window.show_first(None)
        window.show()
        return window

    def _on_error(self, kind: type[BaseException], error: BaseException, place: TracebackType | None) -> None:
        self._uncaught.append("".join(traceback.format_exception(kind, error, place)))


def main() -> None:
    """Open the files, write what was wrong with which."""
    folder, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    os.environ.update(QT_QPA_PLATFORM="offscreen", LADDER_HOME=str(folder / "home"))
    (folder / "home").mkdir(parents=True, exist_ok=True)
    from ladder_app.storage.places import resources_folder

    sample = (resources_folder() / "sample.assessment.yaml").read_bytes()
    openings = Openings(folder)
    for content in (b"", sample):
        list(openings.offences(content))
    opened = 0
    for name, content in files(first, count):
        opened += 1
        limit_memory()
        found = list(openings.offences(content))
        if found:
            (folder / name).write_bytes(content)
            sys.stdout.write("\n".join([f"{name}:", *found]) + "\n")
    sys.stdout.write(f"{opened} opened\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()

"""A whole process up to the moment its window is painted, the app's or a bare one: run as a script by the bench.

It says on standard output that it is there, and the most memory it has had.
"""

import os
import sys

BARE, LIST, PAGE = "bare", "list", "page"
READY = "painted"


def peak_memory() -> int:
    """The most memory this process has had in use, in kilobytes; 0 where the system does not say."""
    # Linux's ru_maxrss starts from that of the parent process, which holds a whole test suite; VmHWM is our own.
    try:
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 – as little as can be
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    except OSError:
        pass
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def show_bare_window() -> object:
    """The least that a PySide6 program does to have a window on screen."""
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    window = QWidget()
    window.show()
    application.processEvents()
    return application, window


def show_assess_page(path: str, *, whole: bool) -> object:
    """The app on a file, as `ladder-app FILE` opens it: its list of criteria, or the `whole` page.

    The list is painted first, and what is beside it filled right after.
    """
    from pathlib import Path

    from ladder_app.gui.application import start

    application, window = start(Path(path))
    workspace = window.workspace
    if workspace is None:
        raise SystemExit("the file did not open")
    from PySide6.QtCore import QEvent, QObject

    class FirstPaint(QObject):
        is_seen = False

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 – Qt's name
            self.is_seen = self.is_seen or event.type() is QEvent.Type.Paint
            return False

    watcher = FirstPaint()
    workspace.assess.view.viewport().installEventFilter(watcher)
    while not watcher.is_seen:
        application.processEvents()
    for _ in range(3 if whole else 0):
        application.processEvents()
    return application, window, watcher


if __name__ == "__main__":
    wanted = sys.argv[1]
    shown = show_bare_window() if wanted == BARE else show_assess_page(sys.argv[2], whole=wanted == PAGE)
    sys.stdout.write(f"{READY} {peak_memory()}\n")
    sys.stdout.flush()
    os._exit(0)  # what comes after is not measured, and the bench waits for it

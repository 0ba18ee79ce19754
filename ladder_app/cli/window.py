"""Opening the window, or saying in one line why it cannot open."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

NO_DISPLAY = (
    "There is no display to open a window on. `ladder-app readiness FILE` and "
    "`ladder-app export FILE -o OUT.pdf` need none."
)


def open_window(file: str | None) -> int:
    """Open the window, on a file if one is given; gives its exit status."""
    obstacle = obstacle_to_a_window(os.environ, sys.platform)
    if obstacle is None:
        from ladder_app.gui.application import run

        try:
            status = run(None if file is None else Path(file))
        except ImportError as error:
            if not _is_about_qt(error):
                raise
            obstacle = _qt_does_not_load(error)
        else:
            return status
    from ladder_app.cli.failures import AT_FAULT, complain

    complain(obstacle)
    return AT_FAULT


def obstacle_to_a_window(environ: Mapping[str, str], platform: str) -> str | None:
    """Why no window can open here, as far as can be told before Qt tries: it would end the process."""
    if not platform.startswith("linux") or environ.get("QT_QPA_PLATFORM") or environ.get("WAYLAND_DISPLAY"):
        return None
    if not environ.get("DISPLAY"):
        return NO_DISPLAY
    return _obstacle_to_x11(environ["DISPLAY"])


def _obstacle_to_x11(display: str) -> str | None:
    import ctypes

    try:
        ctypes.CDLL("libxcb-cursor.so.0")
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return _qt_does_not_load(error)
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return (
        f"The display {display} cannot be reached. Is DISPLAY right, and are you allowed to use it?"
        if refused
        else None
    )


def _is_about_qt(error: ImportError) -> bool:
    return (error.name or "").partition(".")[0] in ("PySide6", "shiboken6") or "shared object" in str(error)


def _qt_does_not_load(error: Exception) -> str:
    return (
        f"The window's library, Qt, does not load: {error}. "
        "In a checkout, `python3 dev.py run` installs what is missing or says how."
    )

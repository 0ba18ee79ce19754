"""Links from files: only web and mail addresses open, and they show where they lead first."""

from ladder_app.markup import safe_link


def open_link(address: str) -> bool:
    """Open a web or mail address outside the app; anything else is ignored. Says whether it did."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    target = safe_link(address)
    return target is not None and QDesktopServices.openUrl(QUrl(target))

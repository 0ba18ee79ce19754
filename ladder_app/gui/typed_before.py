"""What was left half typed before is said above the pages, with a way back into its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ladder_app.report.words import series

if TYPE_CHECKING:
    from ladder_app.gui.notice_bar import NoticeBar
    from ladder_app.gui.workspace import Workspace


class TypedBefore(QObject):
    """Says what is kept of it, for as long as there is any that the person has not gone on with or left for later."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._drafts = workspace.document.drafts
        self._notice: NoticeBar | None = None
        self._said: tuple[str, ...] = ()
        self._drafts.left_changed.connect(self._say)
        self._say()

    def _say(self) -> None:
        left = self._drafts.left if self._workspace.document.takes_entries else ()
        if left == self._said:
            return
        self._said = left
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if not left:
            return
        from ladder_app.gui.draft_ways import draft_way

        ways = [draft_way(self._workspace, key) for key in left]
        kinds = series(list(dict.fromkeys(way.kind for way in ways)))
        notice = self._notice = self._workspace.add_notice(
            f"What you were typing is kept: {kinds}. It is in no assessment yet."
        )
        way_back = ways[0].go_on if len(ways) == 1 else None
        words = "Go on typing" if way_back is not None else "Look at it…"
        notice.add_button(words, "primary").clicked.connect(self._go_on)
        notice.add_button("Later").clicked.connect(notice.hide)

    def _go_on(self) -> None:
        """The form of the only one; all of them, where there are several, or one that has no form any more."""
        from ladder_app.gui.draft_ways import draft_way
        from ladder_app.gui.drafts_dialog import DraftsDialog
        from ladder_app.gui.window_dialogs import show_dialog

        left = self._drafts.left
        way_back = draft_way(self._workspace, left[0]).go_on if len(left) == 1 else None
        if way_back is not None:
            way_back()
        elif left:
            show_dialog(DraftsDialog(self._workspace, self._workspace.window()))

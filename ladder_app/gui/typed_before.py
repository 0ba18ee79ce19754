"""What was left half typed before is said above the pages, with a way back into its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ladder_app.gui.pages import Page
from ladder_app.report.words import series

if TYPE_CHECKING:
    from ladder_app.gui.notice_bar import NoticeBar
    from ladder_app.gui.workspace import Workspace

_NAMES = {
    "evidence": "evidence",
    "action": "an action",
    "log": "a line for the log",
    "indicator": "an indicator’s value",
    "profile": "the profile",
    "cycle": "the name of the next cycle",
}


class TypedBefore(QObject):
    """Says what is kept of it until the person goes on, or leaves it for later."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._drafts = workspace.document.drafts
        self._notice: NoticeBar | None = None
        self._drafts.left_found.connect(self._say)
        self._say()

    def _say(self) -> None:
        if self._notice is not None or not self._drafts.left or not self._workspace.document.takes_entries:
            return
        kinds = dict.fromkeys(_NAMES.get(key.partition(" ")[0], "something") for key in self._drafts.left)
        words = f"What you were typing is kept: {series(list(kinds))}. It is in no assessment yet."
        notice = self._notice = self._workspace.add_notice(words)
        notice.add_button("Go on typing", "primary").clicked.connect(self._go_on)
        notice.add_button("Later").clicked.connect(notice.hide)

    def _go_on(self) -> None:
        if self._notice is not None:
            self._notice.hide()
        if not self._drafts.left:
            return
        kind, _, about = self._drafts.left[0].partition(" ")
        workspace = self._workspace
        is_criterion = about in workspace.document.level.by_id
        match kind:
            case "evidence" if is_criterion:
                workspace.add_evidence_for(about)
            case "action" if is_criterion:
                workspace.add_action_for(about)
            case "log":
                workspace.log_wanted.emit()
            case "profile":
                workspace.profile_wanted.emit()
            case "cycle":
                workspace.close_cycle_wanted.emit()
            case _:
                pages = {"evidence": Page.EVIDENCE, "action": Page.PLAN}
                workspace.show_page(pages.get(kind, Page.ROLE))

"""Whether the role of the open document has moved on: looked up beside the window, said quietly, and settled."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from ladder_app.gui.background import Background
from ladder_app.gui.document_window import DocumentWindow
from ladder_app.gui.errand import Errand
from ladder_app.gui.met import whenever_met
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.role import Role
    from ladder_app.errors import LadderError
    from ladder_app.gui.document import Document
    from ladder_app.gui.notice_bar import NoticeBar
    from ladder_app.gui.role_update import RoleUpdateDialog
    from ladder_app.gui.workspace import Workspace

_LOOK_AFTER_MS = 400


class NewsWindow(DocumentWindow, Protocol):
    """What telling of it needs of the window."""

    @property
    def workspace(self) -> Workspace | None: ...


class RoleNews(QObject):
    """Finds another version of the document's role, and takes it over on the person's word."""

    def __init__(self, window: NewsWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._widget = parent
        self._found: Role | None = None
        self._notice: NoticeBar | None = None
        self._beside: Background[tuple[Role, Role | None]] = Background(self._on_found, self)
        self._reading = Errand(parent)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LOOK_AFTER_MS)
        self._soon.timeout.connect(self.look)

    @property
    def found(self) -> Role | None:
        """The other version, as far as is known by now."""
        return self._found

    def forget(self) -> None:
        """Another document is shown: what was found belongs to the last."""
        self._found = self._notice = None
        self._beside.give_up()
        self._reading.stop()
        self._soon.start()

    def look(self) -> None:
        """Look now whether there is another version, beside the window."""
        self._soon.stop()
        document = self._window.shown
        if document is not None and document.takes_entries and not self._beside.is_busy:
            self._beside.start(partial(_looked_up, document.assessment.role))

    def wait(self, patience_ms: int) -> bool:
        """Wait for what is being looked up."""
        return self._beside.wait(patience_ms)

    def show_on(self, workspace: Workspace) -> None:
        """Say it above the pages, where it is still so and the person has not put it off."""
        self._notice = None
        document, found = workspace.document, self._found
        if found is None or not document.takes_entries or found == document.assessment.role:
            return
        from ladder_app.markup import plain
        from ladder_app.storage.role_versions import version_of

        if version_of(found) in self._window.settings.roles_put_off:
            return
        notice = workspace.add_notice(f"The role file of {isolated(plain(found.title))} has moved on.")
        notice.add_button("Look at what changed").clicked.connect(self.show_changes)
        notice.add_button("Not now").clicked.connect(self.put_off)
        self._notice = notice

    def put_off(self) -> None:
        """The person does not want to hear of this version now."""
        from ladder_app.storage.role_versions import version_of

        if self._found is not None:
            self._window.change_settings(self._window.settings.with_role_put_off(version_of(self._found)))
        self._hide_notice()

    def show_changes(self) -> None:
        """Show what the other version changes."""
        if self._found is not None:
            self._show(self._found)

    def update_from(self, path: Path) -> None:
        """Show what a role file changes; it has to be a version of the document's role."""
        from ladder_app.storage.roles import load_role

        document = self._window.shown
        if document is None or not document.takes_entries:
            return
        self._window.keep_what_is_typed()
        words, then, refused = (
            f"Opening “{isolated(path.name)}”…",
            partial(self._compare, path),
            partial(self._refuse, path),
        )
        self._reading.read(self._window.theme, words, partial(load_role, path), then, refused)

    def _compare(self, path: Path, role: Role) -> None:
        document = self._window.shown
        if document is None:
            return
        mine = document.assessment.role
        if role.id != mine.id:
            words = f"It is the role “{role.id}”; this assessment is about “{mine.id}”."
            self._window.show_trouble(f"“{isolated(path.name)}” is not a version of this role.", [words])
            return
        self._show(role)

    def _refuse(self, path: Path, error: LadderError) -> None:
        self._window.show_trouble(f"“{isolated(path.name)}” cannot be read.", error.problems)

    def _show(self, role: Role) -> None:
        from ladder_app.domain.role_changes import role_changes
        from ladder_app.gui.role_update import RoleUpdateDialog
        from ladder_app.gui.window_dialogs import show_dialog

        document = self._window.shown
        if document is None or not document.takes_entries:
            return
        self._window.keep_what_is_typed()
        dialog = RoleUpdateDialog(
            self._window.theme, document.assessment, role_changes(document.assessment, role), self._widget
        )
        dialog.taken.connect(partial(self._take_over, document, role))
        dialog.put_off.connect(self.put_off)
        whenever_met(document, partial(_look_again, dialog, role), dialog)
        show_dialog(dialog)

    def _take_over(self, document: Document, role: Role, current: str | None, target: str) -> None:
        from ladder_app.domain.history import take_over

        self._hide_notice()
        after = take_over(document.assessment, role, current=current, target=target)
        document.adopt(after, "update the role")

    def _on_found(self, looked_up: tuple[Role, Role | None]) -> None:
        about, found = looked_up
        document, workspace = self._window.shown, self._window.workspace
        if document is None or workspace is None or document.assessment.role != about:
            return
        self._found = found
        self._hide_notice()
        self.show_on(workspace)

    def _hide_notice(self) -> None:
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None


def _look_again(dialog: RoleUpdateDialog, role: Role, assessment: Assessment) -> None:
    from ladder_app.domain.role_changes import role_changes

    dialog.meet(assessment, role_changes(assessment, role))


def _looked_up(role: Role) -> tuple[Role, Role | None]:
    from ladder_app.storage.role_versions import other_version

    return role, other_version(role)

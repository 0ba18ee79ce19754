"""The ways into a team: a folder is chosen or dropped, and shown in a window of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.document_window import DocumentWindow
    from ladder_app.gui.team_window import TeamWindow
    from ladder_app.report.pdf.export import Paper


class Teams(QObject):
    """Opens a window for each folder; one that is open already comes to the front."""

    open_wanted = Signal(object)
    """A person's file is to be opened: a `Path`."""

    def __init__(self, window: DocumentWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._widget = parent
        self.windows: list[TeamWindow] = []

    def browse(self) -> None:
        """Ask for a folder of assessments, and show who is in it."""
        from ladder_app.gui.file_choices import choose_folder
        from ladder_app.storage.places import documents_folder

        last = self._window.settings.team_folder
        choose_folder(self._widget, "Open a team folder", Path(last) if last else documents_folder(), self.show)

    def show(self, folder: Path) -> TeamWindow:
        """Show the folder, and remember it for the next time."""
        from ladder_app.gui.team_window import TeamWindow

        team = next((team for team in self.windows if team.folder == folder), None)
        if team is None:
            team = TeamWindow(folder, self._window.theme, self._paper)
            team.open_wanted.connect(self.open_wanted)
            team.closed.connect(self.windows.remove)
            self.windows.append(team)
        self._window.change_settings(self._window.settings.model_copy(update={"team_folder": str(folder)}))
        team.show()
        team.activateWindow()
        return team

    def _paper(self) -> Paper:
        from ladder_app.gui.export_form import usual_paper

        return usual_paper(self._window.settings)

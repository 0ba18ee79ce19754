"""About the program: version, licences, where things are kept."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLabel, QWidget

from ladder_app import __version__
from ladder_app.gui.parts import text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.theme import BODY_PX, MEDIUM, Theme
from ladder_app.storage.places import documents_folder, settings_folder

_SMALL_PX = 12


class AboutDialog(PlainDialog):
    """Says which version this is, who may do what with it, and where files are."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Ladder", 460, parent)
        self.setWindowTitle("About Ladder")
        self._say("The desktop app for career conversations.", BODY_PX)
        self._say(f"Version {__version__}", BODY_PX, MEDIUM)
        self._say(f"Qt {qVersion()}, Python {platform.python_version()}, {platform.platform(terse=True)}")
        self._say("The program is under the MIT licence. The text of a role keeps its own: see the role’s source.")
        self._say("Everything stays in files on your own disk; the program never touches the network.")
        self._say(f"New assessments: {documents_folder()}")
        self._say(f"Settings: {settings_folder()}")
        self.body.addStretch(1)
        self.add_button("Close", "primary").clicked.connect(self.accept)

    def _say(self, text: str, size_px: float = _SMALL_PX, weight: int = 400) -> QLabel:
        tone = "" if size_px == BODY_PX else "muted"
        label = text_label(self.theme, text, size_px, weight, tone=tone)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(label)
        return label

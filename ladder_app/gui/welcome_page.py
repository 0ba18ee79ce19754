"""The welcome page: a new assessment in two clicks, recent files, a sample to look at."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ladder_app.domain.role import Role
from ladder_app.gui.file_choices import ROLES, choose_to_open
from ladder_app.gui.parts import button, rule, text_label
from ladder_app.gui.scroll_page import ScrollPage, SideBySide
from ladder_app.gui.theme import BODY_PX, BOLD, SEMIBOLD, Theme
from ladder_app.gui.welcome_recent import RecentFiles
from ladder_app.gui.welcome_roles import ChosenRole, RoleChoice
from ladder_app.gui.welcome_start import NewAssessment, StartForm
from ladder_app.storage.places import documents_folder
from ladder_app.storage.roles import RoleFile
from ladder_app.storage.settings import Settings

__all__ = ["NewAssessment", "WelcomePage"]

_TITLE_PX = 26
_NARROW_PX = 700
_ASIDE_PX = 300
_WIDEST_PX = 980


class WelcomePage(ScrollPage):
    """What a person sees before anything is open."""

    new_wanted = Signal(object)
    """The person wants to start a `NewAssessment`."""
    open_wanted = Signal(object)
    """The person wants to open the file of this `Path`."""
    kept_wanted = Signal(object)
    """The person wants to open this `Version`, the last one of a file that is gone."""
    browse_wanted = Signal()
    sample_wanted = Signal()
    import_wanted = Signal()
    forget_wanted = Signal(str)
    """The person wants this recent file off the list."""

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        roles: Sequence[RoleFile],
        own: Callable[[], Sequence[RoleFile]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        """`own` reads the person's own roles, on any thread."""
        super().__init__(theme, "Welcome", parent, widest_px=_WIDEST_PX, centred=True)
        layout = self.new_column()
        column = layout.parentWidget()
        layout.addSpacing(theme.px(18))
        layout.addWidget(text_label(theme, "Ladder", _TITLE_PX, BOLD))
        layout.addWidget(self._promise())
        layout.addSpacing(theme.px(6))
        sides = SideBySide(theme, _NARROW_PX, last_on_top=bool(settings.recent_files), parent=column)
        self._roles = RoleChoice(theme, roles, own)
        self._form = StartForm(theme, settings.name)
        sides.add(self._new_card(sides), 5)
        sides.add(self._open_card(settings, sides), 3)
        layout.addWidget(sides)
        layout.addStretch(1)
        self._roles.chosen.connect(self._show_role)
        self._roles.browse_wanted.connect(self._browse_roles)
        self._roles.import_wanted.connect(self.import_wanted)
        self._form.new_wanted.connect(self.new_wanted)
        self.show_column()

    def choose_role(self, path: Path, role: Role) -> None:
        """Offer a role that was read from a file, picked already."""
        self._roles.choose(path, role)

    def choose_role_file(self, path: Path) -> None:
        """Offer the role in a file, picked already; what is wrong with the file comes on screen."""
        self._roles.choose_file(path)

    def _promise(self) -> QLabel:
        promise = text_label(
            self.theme,
            "Rate yourself against a role, see how ready you are for the next level and why, and take a PDF into"
            " the talk with your manager. Everything stays in files on your own disk.",
            tone="muted",
        )
        promise.setMaximumWidth(self.theme.px(640))
        return promise

    def _new_card(self, parent: QWidget) -> QFrame:
        frame, column = self._card(parent)
        column.addWidget(text_label(self.theme, "Pick a role", BODY_PX, SEMIBOLD))
        column.addWidget(self._roles)
        column.addSpacing(self.theme.px(4))
        column.addWidget(rule())
        column.addSpacing(self.theme.px(4))
        column.addWidget(text_label(self.theme, "You and your next step", BODY_PX, SEMIBOLD))
        column.addWidget(self._form)
        column.addStretch(1)
        return frame

    def _open_card(self, settings: Settings, parent: QWidget) -> QFrame:
        frame, column = self._card(parent)
        frame.setMinimumWidth(self.theme.px(_ASIDE_PX))
        column.addWidget(text_label(self.theme, "Go on with", BODY_PX, SEMIBOLD))
        recent = RecentFiles(self.theme, settings.recent_files, frame)
        recent.opened.connect(self.open_wanted)
        recent.kept_wanted.connect(self.kept_wanted)
        recent.forgotten.connect(self.forget_wanted)
        column.addWidget(recent)
        browse = button(self.theme, "Open…")
        browse.clicked.connect(self.browse_wanted)
        column.addWidget(browse)
        column.addWidget(text_label(self.theme, "Or drop a file anywhere on this window.", 12, tone="muted"))
        column.addSpacing(self.theme.px(8))
        column.addWidget(rule())
        column.addSpacing(self.theme.px(8))
        column.addWidget(text_label(self.theme, "New here?", BODY_PX, SEMIBOLD))
        column.addWidget(
            text_label(self.theme, "See what half a year of an engineering manager looks like.", 12, tone="muted")
        )
        sample = button(self.theme, "Look at a sample")
        sample.clicked.connect(self.sample_wanted)
        column.addWidget(sample)
        column.addStretch(1)
        return frame

    def _card(self, parent: QWidget) -> tuple[QFrame, QVBoxLayout]:
        frame = QFrame(parent)
        frame.setObjectName("card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(*[self.theme.px(20)] * 4)
        column.setSpacing(self.theme.px(10))
        return frame, column

    def _show_role(self, chosen: ChosenRole) -> None:
        self._form.show_role(chosen)
        self.ensureWidgetVisible(self._form)

    def _browse_roles(self) -> None:
        choose_to_open(self, "Open a role file", documents_folder(), ROLES, self.choose_role_file)

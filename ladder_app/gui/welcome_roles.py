"""Picking a role on the welcome page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ladder_app.gui import waiting
from ladder_app.gui.background import Background
from ladder_app.gui.errand import Errand
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.row_button import RowButton
from ladder_app.gui.theme import BODY_PX, SEMIBOLD, Theme
from ladder_app.gui.tips import tip
from ladder_app.gui.trouble import show_trouble
from ladder_app.markup import isolated, plain
from ladder_app.storage.places import own_roles_folder, roles_folder
from ladder_app.storage.roles import RoleFile, load_role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from ladder_app.domain.role import Role
    from ladder_app.errors import LadderError

_NOTE_PX = 12


@dataclass(frozen=True, slots=True)
class ChosenRole:
    """A role that is read, and the name or path by which it is found again."""

    name: str
    role: Role


class RoleCard(RowButton):
    """A role to pick: title, description, number of levels."""

    picked = Signal(object)
    """This card."""

    def __init__(self, theme: Theme, title: str, description: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, framed=True, parent=parent)
        self.setCheckable(True)
        self.setAccessibleDescription(f"{description} {note}".strip())
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        column.setSpacing(theme.px(2))
        column.addWidget(text_label(theme, title, BODY_PX, SEMIBOLD))
        if description:
            column.addWidget(text_label(theme, description, _NOTE_PX, tone="muted"))
        column.addWidget(text_label(theme, note, _NOTE_PX, tone="muted"))
        self.clicked.connect(self._say_picked)

    def _say_picked(self) -> None:
        self.picked.emit(self)


class RoleChoice(QWidget):
    """The shipped roles as cards, and a way to a role file of one's own."""

    chosen = Signal(object)
    """A `ChosenRole`."""
    browse_wanted = Signal()
    import_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        roles: Iterable[RoleFile],
        own: Callable[[], Iterable[RoleFile]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        """`own` reads more of them beside the window: they come first, or below once their disk answers."""
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._reading = Errand(self)
        self._files: dict[RoleCard, RoleFile] = {}
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addLayout(self._cards)
        self._later: QWidget | None = None
        self._browse: QWidget | None = None
        self._own: Background[Iterable[RoleFile]] = Background(self._show_own, self)
        self._own.start(own)
        if not self._own.wait(waiting.AT_ONCE_MS):
            self._later = text_label(theme, "Your own roles follow once their disk answers.", _NOTE_PX, tone="muted")
            column.addWidget(self._later)
        for file in roles:
            self._add(file)
        self._browse = browse = button(theme, "Open a role file…", "link")
        browse.clicked.connect(self.browse_wanted)
        column.addWidget(browse, 0, Qt.AlignmentFlag.AlignLeft)
        importing = button(theme, "Import a role…", "link")
        importing.setToolTip(
            tip("Import a page, a spreadsheet or YAML: you see where each line went before anything is saved.")
        )
        importing.clicked.connect(self.import_wanted)
        column.addWidget(importing, 0, Qt.AlignmentFlag.AlignLeft)

    def choose_file(self, path: Path) -> None:
        """Read a role file and pick it; what is wrong with it comes on screen."""
        words, then, refused = (
            f"Opening “{isolated(path.name)}”…",
            partial(self.choose, path),
            partial(self._on_refused, path.name),
        )
        self._reading.read(self._theme, words, partial(load_role, path), then, refused)

    def choose(self, path: Path, role: Role) -> None:
        """Offer a role that was read from a file, and pick it."""
        description = role.description or ""
        card = next((card for card, file in self._files.items() if file.id == str(path)), None)
        if card is None:
            card = self._add(RoleFile(path, str(path), role.title, description, len(role.levels)))
        card.setChecked(True)
        self.chosen.emit(ChosenRole(str(path), role))

    def _add(self, file: RoleFile) -> RoleCard:
        levels = "1 level" if file.levels == 1 else f"{file.levels} levels"
        note = f"{levels} · {_whose(file.path)}"
        card = RoleCard(self._theme, plain(file.title), plain(file.description), note, self)
        card.picked.connect(self._pick)
        self._files[card] = file
        self._group.addButton(card)
        self._cards.addWidget(card)
        if self._browse is not None:
            QWidget.setTabOrder(card, self._browse)
        return card

    def _show_own(self, files: Iterable[RoleFile]) -> None:
        if self._later is not None:
            self._later.hide()
        there = {file.id for file in self._files.values()}
        for file in files:
            if file.id not in there:
                self._add(file)

    def _pick(self, card: RoleCard) -> None:
        file = self._files[card]
        title = plain(file.title)
        then, refused = partial(self._say_chosen, file.id), partial(self._on_refused, title)
        self._reading.read(self._theme, f"Opening “{isolated(title)}”…", file.load, then, refused)

    def _say_chosen(self, name: str, role: Role) -> None:
        self.chosen.emit(ChosenRole(name, role))

    def _on_refused(self, name: str, error: LadderError) -> None:
        show_trouble(self.window(), f"“{isolated(name)}” cannot be used.", error.problems)


def _whose(path: Path) -> str:
    """Whose a role is: two of them may have one title."""
    folder = path.absolute().parent
    if folder == roles_folder().absolute():
        return "comes with Ladder"
    return (
        f"your own, {isolated(path.name)}" if folder == own_roles_folder().absolute() else f"from {isolated(path.name)}"
    )

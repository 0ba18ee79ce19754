"""Keeping what an import came to: the role, in a file."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ladder_app.errors import LadderError
from ladder_app.gui.at_once import at_once
from ladder_app.gui.errand import Errand
from ladder_app.gui.trouble import show_trouble
from ladder_app.markup import isolated
from ladder_app.storage.atomic import make_private_folder
from ladder_app.storage.places import own_roles_folder
from ladder_app.storage.roles import ROLE_SUFFIX, load_role, save_role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.role import Role
    from ladder_app.gui.importing.draft import ImportDraft
    from ladder_app.gui.theme import Theme
    from ladder_app.storage.disk import Disk


class Saving(QObject):
    """Writes the role where the person says, and reads the one that it is compared with."""

    saved = Signal(object)
    """The role is in this `Path` now."""
    started = Signal(object)
    """An assessment is to be started with the role in this `Path`."""

    def __init__(self, draft: ImportDraft, window: QWidget) -> None:
        super().__init__(window)
        self._draft = draft
        self._window = window
        self._reading = Errand(window)
        self._writing = Errand(window)
        self._when_written: Callable[[], object] = tuple
        self._starts = False
        self.saved_to: Path | None = None

    @property
    def is_saved(self) -> bool:
        """Whether the role is in a file as it is now."""
        return self.saved_to is not None and self._draft.undo_stack.isClean() and not self._draft.is_busy

    @property
    def is_writing(self) -> bool:
        """Whether it is being written."""
        return self._writing.is_busy

    def when_written(self, step: Callable[[], object]) -> None:
        """Do this once what is being written is written."""
        self._when_written = step

    def ask(self, theme: Theme) -> None:
        """Ask where to, and save the role as it is once all that was said has its effect."""
        self._starts = False
        self._draft.when_settled(partial(self._ask, theme))

    def start(self, theme: Theme) -> None:
        """Start with the role as it is saved; if it is not, save it among the person's own first. It is asked where to
        only if a role of that name is there already."""
        self._draft.when_settled(partial(self._start, theme))

    def _start(self, theme: Theme) -> None:
        role = self._draft.now.role
        if role is None:
            return
        if self.is_saved:
            self.started.emit(self.saved_to)
            return
        self._starts = True
        path = own_roles_folder() / f"{role.id}{ROLE_SUFFIX}"
        work, then = partial(_saved_where_none_is, path, role), partial(self._on_first_saved, theme, path, role)
        words, refused = f"Saving “{isolated(path.name)}”…", partial(self._on_not_written, path)
        self._writing.write(theme, words, work, then, refused)

    def _on_first_saved(self, theme: Theme, path: Path, role: Role, is_saved: bool) -> None:
        if is_saved:
            self._on_written(path, role, None)
        else:
            self._ask(theme)

    def _ask(self, theme: Theme) -> None:
        from ladder_app.gui.file_choices import ROLES, choose_to_save

        role = self._draft.now.role
        if role is not None:
            folder = own_roles_folder()
            with suppress(LadderError):  # it is said when the role itself cannot be written there
                at_once(partial(make_private_folder, folder), None)
            proposed = folder / f"{role.id}{ROLE_SUFFIX}"
            choose_to_save(self._window, "Save the role as", proposed, ROLES, partial(self.save_to, theme))

    def save_to(self, theme: Theme, path: Path) -> bool:
        """Save the role in this file. Says whether that has worked by now; if not, why is on screen, or will be."""
        role = self._draft.now.role
        if role is None:
            return False
        path = path if path.name.endswith((".yaml", ".yml")) else path.with_name(path.name + ROLE_SUFFIX)
        self._when_written = tuple
        work, then = partial(save_role, path, role), partial(self._on_written, path, role)
        words, refused = f"Saving “{isolated(path.name)}”…", partial(self._on_not_written, path)
        return self._writing.write(theme, words, work, then, refused)

    def _on_written(self, path: Path, role: Role, _done: object) -> None:
        self.saved_to = path
        if self._draft.now.role == role:
            self._draft.undo_stack.setClean()
        else:  # more was decided while it was written
            self._draft.undo_stack.resetClean()
        self.saved.emit(path)
        self._when_written()
        starts, self._starts = self._starts, False
        if starts:
            self.started.emit(path)

    def _on_not_written(self, path: Path, error: LadderError) -> None:
        self._starts = False
        show_trouble(self._window, f"“{isolated(path.name)}” could not be written.", error.problems)

    def browse_earlier(self, theme: Theme) -> None:
        """Ask for the role that the source is a newer state of."""
        from ladder_app.gui.file_choices import ROLES, choose_to_open

        compare = partial(self.compare_with, theme)
        choose_to_open(self._window, "Compare with a role", own_roles_folder(), ROLES, compare)

    def compare_with(self, theme: Theme, path: Path) -> None:
        """The source is a newer state of the role in this file: ids stay, and what is different is shown."""
        refused = partial(self._on_not_compared, path.name)
        words = f"Reading “{isolated(path.name)}”…"
        self._reading.read(theme, words, partial(load_role, path), partial(self._on_compared, path), refused)

    def stop(self) -> None:
        """Want nothing of what is being read or written any more."""
        self._reading.stop()
        self._writing.stop()

    def _on_compared(self, path: Path, role: Role) -> None:
        self._draft.compare_with(role, str(path.absolute()))

    def _on_not_compared(self, name: str, error: LadderError) -> None:
        show_trouble(self._window, f"“{isolated(name)}” cannot be compared with.", error.problems)


def _saved_where_none_is(path: Path, role: Role, disk: Disk) -> bool:
    """Save a role unless another is there, and say whether it is there now."""
    if path.exists():
        with suppress(LadderError):
            return load_role(path) == role
        return False
    make_private_folder(path.parent, disk)
    save_role(path, role, disk)
    return True

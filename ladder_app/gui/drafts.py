"""What stands in forms and in no assessment yet: kept beside it, and offered in the same form again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ladder_app.gui.save_state import SaveState
from ladder_app.storage.drafts import form_of, free_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ladder_app.storage.drafts import Values


class Drafts(QObject):
    """The drafts of one open assessment, by form. None of them is in the assessment, nor in what is made of it."""

    changed = Signal()
    """Another draft, or none any more, or it became known whether they are kept."""
    left_changed = Signal()
    """What was left half typed before is known by now, or something of it is gone on with."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kept: dict[str, Values] = {}
        self.left: tuple[str, ...] = ()
        """The forms in which something was left half typed before, and which were not opened since."""
        self.failed = False
        """Whether the disk does not take them."""
        self.on_disk: dict[str, Values] = {}
        """Those that survive whatever happens to the program."""

    @property
    def words(self) -> str:
        """What is to be said of them beside all being saved; empty if nothing is."""
        if not self.kept:
            return ""
        if self.failed:
            return "What is half typed cannot be kept: finish it, or copy it"
        return "Saved – what is half typed is kept as a draft" if self.kept == self.on_disk else SaveState.PENDING.value

    def took(self, drafts: Mapping[str, Values]) -> None:
        """The disk has these."""
        self.on_disk = dict(drafts)
        self.failed = False
        self.changed.emit()

    def refused(self) -> None:
        """The disk does not take them."""
        if not self.failed:
            self.failed = True
            self.changed.emit()

    def put(self, key: str, values: Values) -> None:
        """Keep what stands in a form."""
        if self.kept.get(key) != values:
            self.kept[key] = values
            self.changed.emit()

    def drop(self, key: str) -> None:
        """What stands in a form is in the assessment, or not wanted."""
        if self.kept.pop(key, None) is not None:
            self.changed.emit()

    def take_up(self, key: str) -> tuple[str, Values] | None:
        """What was left in this form, if anything was, and by which key it is kept on; one at a time."""
        mine = [name for name in self.kept if form_of(name) == key]
        if not mine:
            return None
        taken = next((name for name in mine if name in self.left), mine[0])
        self._no_longer_left(taken)
        return taken, self.kept[taken]

    def throw_away(self, key: str) -> None:
        """Nobody wants what was left by this key."""
        self.drop(key)
        self._no_longer_left(key)

    def find(self, left: Mapping[str, Values]) -> None:
        """This was left half typed before; what is typed in the same form by now is beside it."""
        found: list[str] = []
        for key, values in left.items():
            if values != self.kept.get(key):
                found.append(free_key(key, self.kept))
                self.kept[found[-1]] = values
        if left:
            self.left = tuple(found)
            self.changed.emit()
            self.left_changed.emit()

    def _no_longer_left(self, key: str) -> None:
        if key in self.left:
            self.left = tuple(name for name in self.left if name != key)
            self.left_changed.emit()

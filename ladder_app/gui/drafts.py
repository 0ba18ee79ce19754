"""What stands in forms and in no assessment yet: kept beside it, and offered in the same form again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ladder_app.gui.save_state import SaveState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ladder_app.storage.drafts import Values


class Drafts(QObject):
    """The drafts of one open assessment, by form. None of them is in the assessment, nor in what is made of it."""

    changed = Signal()
    """Another draft, or none any more, or it became known whether they are kept."""
    left_found = Signal()
    """What was left half typed before is known by now."""

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

    def take_up(self, key: str) -> Values | None:
        """What was left in this form, if anything was; it is kept on."""
        self.left = tuple(name for name in self.left if name != key)
        return self.kept.get(key)

    def find(self, left: Mapping[str, Values]) -> None:
        """This was left half typed before; what is typed by now counts."""
        if left:
            self.left = tuple(key for key in left if key not in self.kept)
            self.kept = {**left, **self.kept}
            self.changed.emit()
            self.left_found.emit()

"""What stands in forms and in no assessment yet: kept beside it, and offered in the same form again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

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
        self._typing: set[str] = set()

    @property
    def words(self) -> str:
        """What is to be said of them beside all being saved; empty if nothing is."""
        if self._typing:
            return "Saving…"
        if self.failed and self.kept:
            return "What is half typed cannot be kept: finish it, or copy it"
        return "Saved – what is half typed is kept as a draft" if self.kept else ""

    def say_typing(self, key: str, *, is_under_way: bool) -> None:
        """Something is typed that is kept nowhere yet, or it is by now."""
        if (key in self._typing) != is_under_way:
            self._typing.symmetric_difference_update({key})
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

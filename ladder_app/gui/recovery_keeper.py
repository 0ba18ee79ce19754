"""Keeps every edit in the recovery file from the moment it is made, beside the window's own work."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ladder_app.domain.assessment import Assessment
from ladder_app.errors import CannotWrite
from ladder_app.gui.background import Background
from ladder_app.storage.life import Life
from ladder_app.storage.recovery import Recovery

_PATIENCE_MS = 2000


class RecoveryKeeper(QObject):
    """Writes the latest state of a document to its recovery file until the document's own file has it."""

    failed_changed = Signal()
    """Whether the recovery file can be written has changed."""

    def __init__(self, life: Life, path: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recovery = Recovery(life, path)
        self._background: Background[bool] = Background(self._on_kept, self)
        self._wanted: Assessment | None = None
        self._saved: Assessment | None = None
        self.failed = False

    def moved_to(self, path: Path) -> None:
        """The document is kept in another file now."""
        self._recovery.path = path

    def keep(self, assessment: Assessment) -> None:
        """Keep this state; an earlier one that is still waiting is passed over."""
        self._wanted = assessment
        self._go_on()

    def saved(self, assessment: Assessment) -> None:
        """This state is safe in the document's own file."""
        self._saved = assessment
        self._go_on()

    def secure(self, assessment: Assessment) -> bool:
        """Keep this state now, even from a power failure, and wait for it. Says whether it is kept."""
        self._wanted = self._saved = None
        if not self._background.wait(_PATIENCE_MS):
            return False
        self._take(_keep(self._recovery, assessment, durable=True))
        return not self.failed

    def discard(self) -> None:
        """The person does not want what is not saved, or it is kept elsewhere."""
        self._wanted = self._saved = None
        if self._background.wait(_PATIENCE_MS):
            self._recovery.discard()

    def _go_on(self) -> None:
        if self._background.is_busy:
            return
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._background.start(partial(_keep, self._recovery, wanted))
        elif self._saved is not None:
            saved, self._saved = self._saved, None
            self._background.start(partial(_forget, self._recovery, saved))

    def _on_kept(self, kept: bool) -> None:
        self._take(kept)
        self._go_on()

    def _take(self, kept: bool) -> None:
        if self.failed == kept:
            self.failed = not kept
            self.failed_changed.emit()


def _keep(recovery: Recovery, assessment: Assessment, *, durable: bool = False) -> bool:
    try:
        recovery.keep(assessment, durable=durable)
    except CannotWrite:
        return False
    return True


def _forget(recovery: Recovery, assessment: Assessment) -> bool:
    recovery.saved(assessment)
    return True

"""When another program changed the open file: take it over, merge it, or ask."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ladder_app.errors import LadderError
from ladder_app.gui import waiting
from ladder_app.gui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path as FilePath

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.merging import Merged
    from ladder_app.domain.values import Path
    from ladder_app.gui.document import Document
    from ladder_app.gui.file_work import FoundOnDisk
    from ladder_app.gui.saver import Saver


_BEFORE = "File, Revert to… has what was there before."
_BOTH = "Both versions are kept: File, Revert to… has them."
_NOT_KEPT = "What was there before could not be kept for File, Revert to…"


class Reconciler(QObject):
    """Brings what another program wrote together with what is open here.

    Nothing edited here: it is taken over quietly. Otherwise what was changed on one side only is merged, and
    the person decides where both changed the same. Both versions stay among the kept ones.
    """

    undecided = Signal(object, object)
    """A `FoundOnDisk` and the `Merged` whose conflicts the person has to decide."""
    taken_over = Signal(str, str)
    """What another program wrote is in the document now: what it is, in words, and where the versions are."""

    def __init__(self, document: Document, saver: Saver, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._saver = saver
        self._keeping: Background[bool] = Background(self._on_kept, self)
        self.are_kept = True
        """Whether both sides of what was met last are among the kept versions, as far as is known."""
        saver.found_on_disk.connect(self._on_found)

    def meet(self, found: FoundOnDisk) -> bool:
        """Meet what was put off once more. False where the file cannot be read."""
        if found.assessment is None:
            return False
        self._on_found(found)
        return True

    def kept(self) -> Callable[[], object]:
        """What comes back, on any other thread, once both sides of what was met are kept."""
        return self._keeping.joining()

    def decide(self, found: FoundOnDisk, asked: Merged, theirs: Collection[Path]) -> None:
        """Go on as decided: with theirs at these places. What was written meanwhile is part of it, or asked about."""
        from ladder_app.domain.merging import merge

        self._document.about_to_meet.emit()
        if found.assessment is None:
            return
        merged = merge(self._saver.saved, self._document.assessment, found.assessment, theirs)
        seen = {conflict.place: conflict.mine for conflict in asked.conflicts}
        if any(conflict.place not in seen or conflict.mine != seen[conflict.place] for conflict in merged.conflicts):
            self.undecided.emit(found, merged)
        else:
            self._adopt(found, merged.assessment, "merge changes on disk")

    def _on_found(self, found: FoundOnDisk) -> None:
        theirs = found.assessment
        if theirs is None:
            return
        self._document.about_to_meet.emit()
        mine = self._document.assessment
        if theirs == self._saver.saved or theirs == mine:
            self._saver.accept(found)
            return
        self.keep_both(mine, theirs)
        if self._saver.is_current:
            self._adopt(found, theirs, "take over changes on disk")
            return
        from ladder_app.domain.merging import merge

        merged = merge(self._saver.saved, mine, theirs)
        if merged.conflicts:
            self.undecided.emit(found, merged)
        else:
            self._adopt(found, merged.assessment, "merge changes on disk")

    def keep_both(self, mine: Assessment, theirs: Assessment) -> None:
        """Put both sides of what was met among the kept versions, beside the window."""
        before = self._keeping.joining()
        self._keeping.give_up()
        self.are_kept = True
        self._keeping.start(partial(_keep_both, before, mine, theirs, self._document.path))
        self._keeping.wait(waiting.AT_ONCE_MS)

    def _on_kept(self, done: bool) -> None:
        self.are_kept = done

    def _adopt(self, found: FoundOnDisk, assessment: Assessment, name: str) -> None:
        taken = found.assessment if assessment == found.assessment else assessment
        from ladder_app.domain.differing import difference
        from ladder_app.report.taken_over import taken_over_words

        assert taken is not None  # noqa: S101 – it equals an assessment
        is_merged = taken != found.assessment
        words = taken_over_words(difference(self._document.assessment, taken), is_merged=is_merged)
        self._saver.accept(found)
        if taken != self._document.assessment:
            self._document.meet(taken, name)
            kept = _BOTH if is_merged else _BEFORE
            self.taken_over.emit(words, kept if self.are_kept else _NOT_KEPT)


def _keep_both(before: Callable[[], object], mine: Assessment, theirs: Assessment, path: FilePath | None) -> bool:
    """Put both among the kept versions; where that cannot be written, merging goes on without. Says whether it was."""
    from ladder_app.storage.versions import Versions

    before()
    now = datetime.now(UTC)
    for assessment in (theirs, mine):
        try:
            Versions(assessment.id).keep(assessment, now, path, pinned=True)
        except LadderError:
            return False
    return True

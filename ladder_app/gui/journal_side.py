"""What stands beside the journal while an entry is changed, or criteria are chosen for some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ladder_app.gui.met import whenever_met

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ladder_app.domain.entries import Evidence
    from ladder_app.gui.attach_form import AttachForm
    from ladder_app.gui.document import Document
    from ladder_app.gui.evidence_panel import EvidenceForm
    from ladder_app.gui.theme import Theme

_MARGIN_PX = 14


class JournalSide(QFrame):
    """Shows one form at a time."""

    finished = Signal()
    """The form was closed: the keyboard may go back to the list."""

    def __init__(self, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self._theme = theme
        self._document = document
        self._form: EvidenceForm | None = None
        self._attaching: AttachForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def is_busy(self) -> bool:
        """Whether a form is open."""
        return self._form is not None or self._attaching is not None

    @property
    def writing(self) -> str:
        """The id of the entry that is being changed; empty if none is."""
        return self._form.id if self._form is not None else ""

    @property
    def attaching(self) -> dict[str, bool] | None:
        """What was ticked, and what no longer, of the criteria that are being chosen; None where none are."""
        return self._attaching.model.said if self._attaching is not None else None

    def edit(self, entry: Evidence) -> None:
        """Change an entry; what stood in an open form is kept."""
        from ladder_app.gui.evidence_panel import EvidenceForm

        self.keep_everything()
        form = EvidenceForm(self._theme, self._document, (), entry)
        form.finished.connect(self._close)
        margin = self._theme.px(_MARGIN_PX)
        form.setContentsMargins(margin, margin, margin, 0)
        self._drop()
        self._form = form
        self._column.addWidget(form)
        self._column.addStretch(1)
        form.begin()
        form.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def attach(
        self,
        entries: Sequence[Evidence],
        names: Mapping[str, str],
        suggested: Sequence[str],
        said: Mapping[str, bool] | None = None,
    ) -> None:
        """Choose criteria for these entries; `said` is what was ticked or not before the page was made anew."""
        from ladder_app.gui.attach_form import AttachForm

        form = AttachForm(self._theme, entries, names, suggested, self)
        form.model.say(said or {})
        form.kept.connect(self._attach)
        form.abandoned.connect(self._close)
        whenever_met(self._document, form.meet, form)
        self._drop()
        self._attaching = form
        self._column.addWidget(form, 1)
        form.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_everything(self) -> None:
        """Keep what stands in an open form."""
        if self._form is not None:
            self._form.leave()

    def _attach(self, entries: Sequence[Evidence]) -> None:
        # Each as it is by now: another program may have changed it, or taken it away, while criteria were chosen.
        known = {entry.id: entry for entry in self._document.assessment.cycle.evidence}
        entries = [known[e.id].model_copy(update={"criteria": e.criteria}) for e in entries if e.id in known]
        count = len(entries)
        self._document.put_many_evidence("attach evidence" if count == 1 else f"attach {count} entries", entries)
        self._close()

    def _close(self) -> None:
        self._drop()
        self.finished.emit()

    def _drop(self) -> None:
        self._form = self._attaching = None
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

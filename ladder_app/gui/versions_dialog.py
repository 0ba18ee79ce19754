"""Going back to an earlier state of the file: the kept versions with their dates, looked at before one is taken."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ladder_app.domain.assessment import Assessment
from ladder_app.errors import LadderError
from ladder_app.gui.errand import Errand
from ladder_app.gui.parts import empty, text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.theme import SEMIBOLD, SMALL_PX, Theme
from ladder_app.gui.tips import tip
from ladder_app.markup import isolated
from ladder_app.report.version_words import differences
from ladder_app.report.words import day
from ladder_app.storage.versions import Version

_LIST_HEIGHT_PX = 190


class VersionsDialog(PlainDialog):
    """Lists the kept versions; choosing one shows what it holds and how it differs from now."""

    chosen = Signal(object, str)
    """The assessment of a version, and the name of the edit that takes it."""

    def __init__(
        self, theme: Theme, now: Assessment, versions: Sequence[Version], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "Revert to", 560, parent, height_px=620)
        self._now = now
        self._versions = versions
        self._reading = Errand(self)
        self._shown: tuple[Assessment, Version] | None = None
        hint = "States that were saved. Taking one is an edit like any other: it can be undone."
        self.body.addWidget(text_label(theme, hint, tone="muted"))
        self._list = QListWidget()
        self._list.setFont(theme.font())
        self._list.setAccessibleName("Kept versions, newest first")
        self._list.setFixedHeight(theme.px(_LIST_HEIGHT_PX))
        for words, version in zip(moments([version.saved for version in versions]), versions, strict=True):
            item = QListWidgetItem(words if version.path is None else f"{words} – {isolated(version.path.name)}")
            item.setToolTip("" if version.path is None else tip(str(version.path)))
            self._list.addItem(item)
        self._list.currentRowChanged.connect(self._show)
        self.body.addWidget(self._list)
        self._preview = QWidget()
        self._lines = QVBoxLayout(self._preview)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(5))
        self.body.addWidget(self._preview)
        self.body.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self._take = self.add_button("Revert to this", "primary")
        self._take.setEnabled(False)
        self._take.clicked.connect(self._on_taken)
        if not versions:
            self._say("No earlier state has been kept yet.", tone="muted")
        else:
            self._list.setCurrentRow(0)

    def meet(self, now: Assessment) -> None:
        """Another program changed the document: say how the version that is chosen differs from it by now."""
        self._now = now
        if self._versions:
            self._show(self._list.currentRow())

    def _show(self, row: int) -> None:
        empty(self._lines)
        self._shown = None
        self._take.setEnabled(False)
        version = self._versions[row]
        words, work = f"Opening what was saved {when(version.saved)}…", partial(_looked_at, version, self._now)
        self._reading.read(self.theme, words, work, partial(self._show_version, version), self._refuse)

    def _show_version(self, version: Version, looked_at: tuple[Assessment, list[str]]) -> None:
        assessment, lines = looked_at
        self._shown = (assessment, version)
        for place, line in enumerate(lines):
            self._say(line, SMALL_PX if place else 0, tone="muted" if place else "")
        self._take.setEnabled(assessment != self._now)

    def _refuse(self, error: LadderError) -> None:
        self._say(f"This version cannot be read: {error}", tone="bad")

    def _say(self, text: str, size_px: float = 0, tone: str = "") -> None:
        label = text_label(self.theme, text, size_px or 13, SEMIBOLD if not size_px else 400, tone=tone)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines.addWidget(label)

    def _on_taken(self) -> None:
        if self._shown is not None:
            assessment, version = self._shown
            self.chosen.emit(assessment, f"revert to {when(version.saved)}")
            self.accept()


def _looked_at(version: Version, now: Assessment) -> tuple[Assessment, list[str]]:
    assessment = version.read()
    return assessment, differences(assessment, now)


def when(moment: datetime) -> str:
    """A moment on the person's own clock: `12 Sep 2026, 14:05`."""
    local = moment.astimezone()
    return f"{day(local.date())}, {local:%H:%M}"


def moments(saved: Sequence[datetime]) -> list[str]:
    """Moments on the person's own clock, to the second where several fall into one minute."""
    words = [when(moment) for moment in saved]
    times = Counter(words)
    return [
        f"{said}:{moment.astimezone():%S}" if times[said] > 1 else said
        for said, moment in zip(words, saved, strict=True)
    ]

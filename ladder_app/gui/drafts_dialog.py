"""All that was left half typed, one under the other: to go on with, to copy, or to throw away."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from ladder_app.gui.draft_ways import draft_way
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.parts import button, card, text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.slots import bare
from ladder_app.gui.theme import BODY_PX, SEMIBOLD
from ladder_app.report.words import capitalised

if TYPE_CHECKING:
    from collections.abc import Callable

    from ladder_app.gui.workspace import Workspace
    from ladder_app.storage.drafts import Values

# Dates, ticks and places in a list stand in every form, and say nothing without it.
_NO_WORDS = re.compile(r"\d{4}-\d\d-\d\d|\d|\[\]|")


def typed_words(values: Values) -> str:
    """What a person typed of it, a field a line."""
    return "\n".join(f"{name}: {value}" for name, value in values.items() if not _NO_WORDS.fullmatch(value.strip()))


class DraftsDialog(PlainDialog):
    """Leaves each until its form is opened or it is thrown away."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(workspace.theme, "What you were typing", 560, parent)
        self._workspace = workspace
        self._drafts = workspace.document.drafts
        words = "It is kept, and in no assessment yet."
        self.body.addWidget(text_label(self.theme, words, tone="muted"))
        for key in self._drafts.left:
            self.body.addWidget(self._part(key, self._drafts.kept.get(key, {})))
        self.body.addStretch(1)
        self.add_button("Close", "primary").clicked.connect(self.reject)

    def _part(self, key: str, values: Values) -> QFrame:
        theme, way = self.theme, draft_way(self._workspace, key)
        frame = card(self)
        column = QVBoxLayout(frame)
        column.setContentsMargins(*[theme.px(12)] * 4)
        column.setSpacing(theme.px(6))
        heading = capitalised(way.kind) + (f": {way.about}" if way.about else "")
        column.addWidget(text_label(theme, heading, BODY_PX, SEMIBOLD))
        words = typed_words(values)
        column.addWidget(text_label(theme, words or "Nothing in words."))
        if way.go_on is None:
            column.addWidget(text_label(theme, "What it belongs to is no longer there.", tone="warn"))
        row = FlowLayout(theme.px(8), theme.px(6))
        if way.go_on is not None:
            row.addWidget(self._button("Go on typing", heading, partial(self._go_on, way.go_on)))
        row.addWidget(self._button("Copy", heading, partial(self._copy, words)))
        row.addWidget(self._button("Throw away", heading, partial(self._throw_away, key, frame)))
        column.addLayout(row)
        return frame

    def _button(self, words: str, heading: str, slot: Callable[[], object]) -> QWidget:
        made = button(self.theme, words)
        made.setAccessibleName(f"{words}: {heading}")
        made.setAutoDefault(False)
        made.clicked.connect(bare(slot))
        return made

    def _go_on(self, go_on: Callable[[], object]) -> None:
        self.accept()
        go_on()

    def _copy(self, words: str) -> None:
        QApplication.clipboard().setText(words)

    def _throw_away(self, key: str, frame: QFrame) -> None:
        self._drafts.throw_away(key)
        frame.hide()
        if not self._drafts.left:
            self.accept()

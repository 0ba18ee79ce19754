"""The card of the Role page for the hiring process: its steps, and what came of each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ladder_app.domain.hiring import TrackedStep, tracked_steps
from ladder_app.gui.document import Document
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.role_about import AboutCard
from ladder_app.gui.role_levels import marked_label
from ladder_app.gui.theme import BODY_PX, SEMIBOLD, SMALL_PX, Theme
from ladder_app.markup import isolated, plain
from ladder_app.report.hiring_words import record_words


class HiringCard(AboutCard):
    """What a candidate can expect, in order, and what the person recorded of it."""

    def __init__(self, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        role = document.assessment.role
        super().__init__(theme, role, "Hiring process", parent)
        self._document = document
        process = role.hiring_process
        if process is not None and process.intro:
            self.add_text(process.intro)
        steps = tracked_steps(document.assessment)
        self._add_tracked([step for step in steps if not step.retired])
        if process is not None and process.outro:
            self.add_text(process.outro)
        retired = [step for step in steps if step.retired]
        if retired:
            self._column.addSpacing(theme.px(6))
            self._column.addWidget(text_label(theme, "No longer in the role", BODY_PX, SEMIBOLD))
            self._add_tracked(retired, numbered=False)
        self.end()

    def _add_tracked(self, steps: Sequence[TrackedStep], *, numbered: bool = True) -> None:
        if not steps:
            return
        table = QWidget(self)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, self._theme.px(2), 0, self._theme.px(2))
        grid.setHorizontalSpacing(self._theme.px(10))
        grid.setVerticalSpacing(self._theme.px(6))
        grid.setColumnStretch(1, 1)
        for place, step in enumerate(steps):
            if numbered:
                count = text_label(self._theme, f"{place + 1}.", tone="muted", wrap=False)
                grid.addWidget(count, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._step(step, table), place, 1)
        self._column.addWidget(table)

    def _step(self, step: TrackedStep, parent: QWidget) -> QWidget:
        theme = self._theme
        made = QWidget(parent)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(marked_label(theme, self._role, step.text))
        if step.record is not None:
            column.addWidget(text_label(theme, record_words(step.record), SMALL_PX, SEMIBOLD))
        if self._document.takes_entries:
            words = "Record it…" if step.record is None else "Change…"
            record = button(theme, words, "link")
            record.setFont(theme.font(SMALL_PX))
            record.setAccessibleName(f"{words.rstrip('…')}: {isolated(plain(step.text))}")
            record.clicked.connect(partial(self._open, step))
            column.addWidget(record, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _open(self, step: TrackedStep, _checked: object = None) -> None:
        from ladder_app.gui.hiring_dialog import HiringDialog
        from ladder_app.gui.window_dialogs import show_dialog

        show_dialog(HiringDialog(self._document, self._theme, step, self.window()))

"""The cards of two levels on the Role page."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ladder_app.domain.effective import EffectiveLevel
from ladder_app.domain.role import Kind, Level, Role
from ladder_app.gui.folded_list import FoldedList
from ladder_app.gui.parts import at_left, spans_label, text_label
from ladder_app.gui.role_comparison import KIND_TITLES, ComparedCriterion, ComparedGroup, lower_groups, upper_groups
from ladder_app.gui.theme import BODY_PX, HEADING_PX, SEMIBOLD, SMALL_PX, Theme
from ladder_app.markup import Span, inline, isolated, linked, plain

_CAPTION_PX = 12
_FIRST = 24


def marked_label(theme: Theme, role: Role, text: str, size_px: float = BODY_PX, *, tone: str = "") -> QLabel:
    """A text of the role with its inline Markdown, its links made absolute."""
    return spans_label(theme, linked(text, role.link), role, size_px, tone=tone)


class LevelCard(QFrame):
    """One level: title, grade, summary, and its criteria by kind, grouped by what a comparison says of them."""

    def __init__(
        self,
        theme: Theme,
        role: Role,
        level: Level,
        groups: dict[Kind, tuple[ComparedGroup, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(plain(level.title))
        self._theme = theme
        self._role = role
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(18))
        self._column.setSpacing(theme.px(4))
        self._column.addWidget(at_left(text_label(theme, plain(level.title), HEADING_PX, SEMIBOLD)))
        grade = _grade(level)
        if grade:
            self._column.addWidget(spans_label(theme, _with_links(grade, role), role, _CAPTION_PX, tone="muted"))
        if level.summary:
            self._column.addSpacing(theme.px(4))
            self._column.addWidget(marked_label(theme, role, level.summary))
        for kind, found in groups.items():
            self._add_kind(level, kind, found)
        self._column.addStretch(1)

    def _add_kind(self, level: Level, kind: Kind, groups: Sequence[ComparedGroup]) -> None:
        extends = [e.text for e in level.extends if e.text and kind is e.kinds[0]]
        if not groups and not extends:
            return
        self._column.addSpacing(self._theme.px(12))
        self._column.addWidget(text_label(self._theme, KIND_TITLES[kind], BODY_PX, SEMIBOLD))
        for text in extends:
            self._column.addWidget(
                marked_label(self._theme, self._role, f"“{isolated(text)}”", _CAPTION_PX, tone="muted")
            )
        for group in groups:
            if group.heading:
                self._column.addSpacing(self._theme.px(6))
                caption = text_label(self._theme, group.heading, _CAPTION_PX, SEMIBOLD, tone="accent")
                self._column.addWidget(caption)
            more = f"Show all {len(group.criteria)}"
            rows = FoldedList(self._theme, group.criteria, self._row, more, first=_FIRST, ruled=False, parent=self)
            self._column.addWidget(rows)

    def _row(self, compared: ComparedCriterion, parent: QWidget) -> QWidget:
        row = QWidget(parent)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, self._theme.px(4), 0, self._theme.px(4))
        column.setSpacing(self._theme.px(2))
        column.addWidget(marked_label(self._theme, self._role, compared.criterion.text))
        if compared.before:
            column.addWidget(
                text_label(self._theme, f"Before: “{isolated(compared.before)}”", _CAPTION_PX, tone="muted")
            )
        if compared.remark:
            column.addWidget(text_label(self._theme, compared.remark, SMALL_PX, tone="muted"))
        return row


def lower_card(theme: Theme, lower: EffectiveLevel, upper: EffectiveLevel | None, parent: QWidget) -> LevelCard:
    """The card of the level that one comes from; of a level alone where there is no other."""
    groups = {kind: lower_groups(lower, upper, kind) for kind in Kind}
    return LevelCard(theme, lower.role, lower.level, groups, parent)


def upper_card(theme: Theme, lower: EffectiveLevel, upper: EffectiveLevel, parent: QWidget) -> LevelCard:
    """The card of the level that one goes to."""
    groups = {kind: upper_groups(lower, upper, kind) for kind in Kind}
    return LevelCard(theme, upper.role, upper.level, groups, parent)


def _grade(level: Level) -> tuple[Span, ...]:
    if level.grade_text:
        return inline(level.grade_text)
    if level.grade is None:
        return ()
    return (Span(f"Grade {level.grade}", link=level.grade_url),)


def _with_links(spans: Iterable[Span], role: Role) -> Iterable[Span]:
    return (span if span.link is None else Span(span.text, link=role.link(span.link)) for span in spans)

"""The scale in the inspector: one row a step with its meaning, and *not applicable* with its reason."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ladder_app.domain.entries import Rating
from ladder_app.domain.scale import Scale
from ladder_app.gui.being_typed import BeingTyped
from ladder_app.gui.fields import ReasonField
from ladder_app.gui.painted import lay_out
from ladder_app.gui.parts import text_label
from ladder_app.gui.pressing import PaintedButton
from ladder_app.gui.theme import BODY_PX, BOLD, SMALL_PX, Theme
from ladder_app.gui.typed_edit import TypingPause

_KEY_PX, _PAD_X, _PAD_Y, _GAP = 20, 8, 6, 10


class StepRow(PaintedButton):
    """A step of the scale: its key in a small box, its label and what it looks like in practice."""

    def __init__(self, theme: Theme, key: str, label: str, descriptor: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self._label = label
        self._descriptor = descriptor
        self._heights: dict[int, int] = {}
        self.setCheckable(True)
        self.setAccessibleName(f"{key} {label}")
        self.setAccessibleDescription(descriptor)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.heightForWidth(max(self.width(), self._theme.px(200))))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Layouts ask dozens of times for the same few widths.
        if width not in self._heights:
            self._heights[width] = self._measured(width)
        return self._heights[width]

    def _measured(self, width: int) -> int:
        theme = self._theme
        label = lay_out(self._label, self._font(checked=True), self._text_width(width), theme.px(18))[1]
        descriptor = self._descriptor_layout(width)[1] if self._descriptor else 0
        return round(max(label + descriptor, theme.px(_KEY_PX)) + 2 * theme.px(_PAD_Y))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.isDown() or self.underMouse():
            painter.setBrush(theme.colour("tint" if self.isChecked() or self.isDown() else "window"))
            painter.drawRoundedRect(area, theme.px(5), theme.px(5))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.drawRoundedRect(area, theme.px(5), theme.px(5))
        key_box = QRectF(theme.px(_PAD_X), theme.px(_PAD_Y), theme.px(_KEY_PX), theme.px(_KEY_PX))
        painter.setBrush(theme.colour("panel"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRoundedRect(key_box, theme.px(4), theme.px(4))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(SMALL_PX))
        painter.drawText(key_box, Qt.AlignmentFlag.AlignCenter, self._key)
        left = key_box.right() + theme.px(_GAP)
        top = float(theme.px(_PAD_Y + 1))
        label, height = lay_out(
            self._label, self._font(checked=self.isChecked()), self._text_width(self.width()), theme.px(18)
        )
        label.draw(painter, QPointF(left, top))
        if self._descriptor:
            painter.setPen(theme.colour("muted"))
            self._descriptor_layout(self.width())[0].draw(painter, QPointF(left, top + height))

    def _font(self, *, checked: bool) -> QFont:
        return self._theme.font(BODY_PX, BOLD if checked else 400)

    def _descriptor_layout(self, width: int) -> tuple[QTextLayout, float]:
        theme = self._theme
        return lay_out(self._descriptor, theme.font(SMALL_PX), self._text_width(width), theme.px(16))

    def _text_width(self, width: int) -> float:
        return max(60, width - self._theme.px(2 * _PAD_X + _KEY_PX + _GAP))


class RatingChoice(QWidget):
    """The person's rating of one criterion, to be seen and changed."""

    chosen = Signal(object)
    """A `Rating`, or None to clear it."""
    overtaken = Signal(object, object)
    """Another program rated it while a reason was written: the `Rating` before that, and the one with the reason."""
    finished = Signal()
    """The reason was written and confirmed."""

    def __init__(self, theme: Theme, scale: Scale, being_typed: BeingTyped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rating: Rating | None = None
        self._put_off: tuple[()] | tuple[Rating | None] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        self._steps: list[StepRow] = []
        for number, step in enumerate(scale.steps):
            row = StepRow(theme, str(number), step.label, step.descriptor)
            row.clicked.connect(partial(self._choose_step, number))
            layout.addWidget(row)
            self._steps.append(row)
        self._not_applicable = StepRow(theme, "N", "Not applicable", "leaves the sum; say why")
        self._not_applicable.clicked.connect(self._choose_not_applicable)
        layout.addWidget(self._not_applicable)
        self._reason = ReasonField(self)
        self._reason.setFont(theme.font())
        self._reason.setAccessibleName("Why it does not apply")
        self._reason.setPlaceholderText("Why it does not apply to you")
        self._pause = TypingPause(being_typed, self._take_reason, self)
        self._reason.textEdited.connect(self._pause.typed)
        self._reason.left.connect(self._take_reason)
        self._reason.returnPressed.connect(self._on_reason_confirmed)
        self._reason.hide()
        layout.addWidget(self._reason)
        self._why = text_label(theme, "Say why, in a few words.", SMALL_PX, tone="warn")
        self._why.setContentsMargins(theme.px(_PAD_X), theme.px(3), 0, 0)
        self._why.hide()
        layout.addWidget(self._why)
        metrics = QFontMetrics(theme.font())
        self._reason.setMinimumHeight(metrics.height() + theme.px(14))

    def show_rating(self, rating: Rating | None, *, while_writing: bool = False) -> None:
        """Show this rating; with `while_writing`, not before the reason that is being written is left."""
        if while_writing and self._reason.hasFocus():
            self._put_off = (rating,)
            return
        self._put_off = ()
        self._rating = rating
        for number, row in enumerate(self._steps):
            row.setChecked(rating is not None and rating.step == number)
        absent = rating is not None and not rating.applies
        self._not_applicable.setChecked(absent)
        self._reason.setVisible(absent)
        reason = (rating.not_applicable or "") if rating is not None else ""
        if self._reason.text().strip() != reason:  # a blank at its end is on the way to the next word
            self._reason.setText(reason)
        self._why.setVisible(absent and not reason and not self._reason.hasFocus())

    def take_focus(self) -> None:
        """Put the keyboard on the step that is chosen, or the first."""
        rows = (*self._steps, self._not_applicable)
        next((row for row in rows if row.isChecked()), rows[0]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_reason(self) -> None:
        """Put the cursor where the reason is written."""
        self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._why.hide()

    def keep_reason(self) -> None:
        """Say what is being written, if anything is."""
        self._pause.now()

    def _choose_step(self, number: int, _checked: object = None) -> None:
        same = self._rating is not None and self._rating.step == number and not self._rating.is_marked
        self._steps[number].setChecked(same)
        self.chosen.emit(None if same else Rating(step=number))

    def _choose_not_applicable(self) -> None:
        rating = self._rating
        if rating is not None and not rating.applies:
            self.chosen.emit(Rating(not_applicable=rating.not_applicable) if rating.is_marked else None)
        else:
            self.chosen.emit(Rating(not_applicable=""))
            self.ask_reason()

    def _take_reason(self) -> None:
        self._pause.stop()
        put_off, self._put_off = self._put_off, ()
        if put_off and self._rating is not None:
            if self._reason.text().strip() == self._rating.not_applicable:
                self.show_rating(put_off[0])
            else:
                self._put_off = put_off
                self.overtaken.emit(self._rating, Rating(not_applicable=self._reason.text().strip()))
            return
        if self._rating is not None and not self._rating.applies:
            reason = self._reason.text().strip()
            if reason != self._rating.not_applicable:
                self.chosen.emit(Rating(not_applicable=reason))
            self._why.setVisible(not reason and not self._reason.hasFocus())

    def _on_reason_confirmed(self) -> None:
        self._take_reason()
        self.finished.emit()

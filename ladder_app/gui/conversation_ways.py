"""What the Conversation page says while nobody has reviewed: the ways in which a review comes here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ladder_app.gui.parts import button, rule, text_label
from ladder_app.gui.scroll_page import SideBySide
from ladder_app.gui.theme import HEADING_PX, SEMIBOLD, Theme

_NARROW_PX = 520


class WaysCard(QFrame):
    """Explains the ways, with a button for each."""

    form_wanted = Signal()
    """The person wants to export the form that can be filled in."""
    taking_wanted = Signal()
    """The person has a review to take in."""
    copy_wanted = Signal()
    """The person wants a copy for the reviewer."""
    reviewing_wanted = Signal()
    """Somebody wants to be the reviewer, here and now."""
    rating_wanted = Signal()
    """The person wants to rate first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[theme.px(26)] * 4)
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(text_label(theme, "Nobody has reviewed this cycle yet", HEADING_PX, SEMIBOLD))
        words = "Once somebody has, both views stand here side by side, what you see differently first."
        self._promise = text_label(theme, words, tone="muted")
        self._column.addWidget(self._promise)
        self._parts: list[QWidget] = []
        self._unrated = QWidget(self)
        inside = QVBoxLayout(self._unrated)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(text_label(theme, "Nothing is rated yet; a review is worth more beside your own view."))
        rate = button(theme, "Rate the first criterion…", "primary")
        rate.clicked.connect(self.rating_wanted)
        inside.addWidget(rate, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._unrated)
        self._add(
            "Without Ladder",
            "Export the form as a PDF. Your manager fills it in with any PDF viewer and sends it back.",
            "Export the form…",
            self.form_wanted,
        )
        self._add(
            "A review has come back",
            "Take in the filled form, or a copy of this file with a review in it. What it changes is shown first.",
            "Take in a review…",
            self.taking_wanted,
        )
        self._add(
            "With Ladder",
            "Save a copy for review: your private notes are not in it. Your manager opens it, or a PDF that carries"
            " the data, with “Open as reviewer”. Only the review can be written then, and your ratings stay hidden"
            " until theirs are given.",
            "Save a copy for review…",
            self.copy_wanted,
        )
        self._add(
            "Here and now",
            "Your manager writes the review on this computer. “Stop reviewing” closes the file again.",
            "Be the reviewer…",
            self.reviewing_wanted,
        )
        self._column.addStretch(1)

    def be_read_only(self) -> None:
        """Offer nothing: what is shown can no longer be reviewed."""
        for part in (self._promise, self._unrated, *self._parts):
            part.hide()
        self._parts.append(self._unrated)

    def show_whether_rated(self, is_rated: bool) -> None:
        """Suggest rating first where nothing is rated."""
        self._unrated.setVisible(not is_rated and self._unrated not in self._parts)

    def _add(self, name: str, words: str, action: str, wanted: object) -> None:
        theme = self._theme
        line = rule()
        self._column.addWidget(line)
        row = SideBySide(theme, _NARROW_PX, gap_px=12, parent=self)
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        column.addWidget(text_label(theme, name, weight=SEMIBOLD))
        column.addWidget(text_label(theme, words, tone="muted"))
        press = button(theme, action)
        press.clicked.connect(wanted)
        holder = QWidget()
        beside = QVBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(press, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addStretch(1)
        row.add(said, 1)
        row.add(holder)
        self._column.addWidget(row)
        self._parts += [line, row]

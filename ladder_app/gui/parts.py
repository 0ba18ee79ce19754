"""The small parts that pages are made of: labels, cards, rules, buttons. All of them show text as text."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ladder_app.domain.role import Role
from ladder_app.gui.links import open_link
from ladder_app.gui.pressing import Button
from ladder_app.gui.theme import BODY_PX, MEDIUM, REGULAR, Theme
from ladder_app.markup import Span, safe_link

_LONG_WORD = re.compile(r"\S{25,}")
_PIECE = 6
_HORIZONTAL = Qt.AlignmentFlag.AlignHorizontal_Mask
_BREAK, _JOINER = "\u200b", "\u200d"


def breakable(text: str) -> str:
    """The text with places to break a line in every word that is too long for one (an address, say)."""
    return _LONG_WORD.sub(_with_breaks, text)


def _with_breaks(word: re.Match[str]) -> str:
    """Breaks every few letters, so that a line fits at any text size; never between a letter and its marks."""
    from unicodedata import category

    made: list[str] = []
    letters, before = 0, ""
    for letter in word.group():
        belongs = _JOINER in (letter, before) or category(letter).startswith("M")
        if letters >= _PIECE and not belongs:
            made.append(_BREAK)
            letters = 0
        made.append(letter)
        letters, before = letters + 1, letter
    return "".join(made)


class TextLabel(QLabel):
    """A label that remembers how high its text is at a width.

    A page asks each of its texts some fifty times while it is laid out; measuring is the dear part.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}

    def setText(self, text: str) -> None:
        self._heights.clear()
        super().setText(text if self.textFormat() is Qt.TextFormat.RichText else breakable(text))

    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = super().heightForWidth(width)
        return found


def text_label(
    theme: Theme,
    text: str,
    size_px: float = BODY_PX,
    weight: int = REGULAR,
    *,
    tone: str = "",
    wrap: bool = True,
) -> QLabel:
    """A label that shows its text as it is. `tone` is muted, good, warn, bad or accent."""
    label = TextLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    _dress(label, theme.font(size_px, weight), tone, wrap=wrap)
    return label


def at_left(label: QLabel) -> QLabel:
    """The label with its text where those above and below it stand, also where it is read from right to left.

    For names, titles and what stands in a row beside figures; a text that is read by itself keeps to its own side.
    """
    label.setAlignment(label.alignment() & ~_HORIZONTAL | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    return label


class LinkLabel(TextLabel):
    """Rich text made by ourselves, whose links say where they lead and open in the browser."""

    def __init__(self, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(html)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        if "<a " in html:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags)
        self.linkActivated.connect(open_link)
        self.linkHovered.connect(self._say_where)

    def _say_where(self, address: str) -> None:
        from html import escape  # brings a large table along, which most pages need not

        self.setToolTip(f"<qt>{escape(address)}</qt>" if address else "")


def spans_label(
    theme: Theme,
    spans: Iterable[Span],
    role: Role | None,
    size_px: float = BODY_PX,
    weight: int = REGULAR,
    *,
    tone: str = "",
) -> QLabel:
    """A label for text with inline Markdown; one without links or styles is a plain one that can be selected.

    Links of a role's text may be relative to the role's base address; a person's own text has no role.
    """
    spans = tuple(spans)
    if all(span == Span(span.text) for span in spans):
        plain = text_label(theme, "".join(span.text for span in spans), size_px, weight, tone=tone)
        plain.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return plain
    label = LinkLabel("".join(_html(span, role, theme) for span in spans))
    _dress(label, theme.font(size_px, weight), tone, wrap=True)
    return label


def _dress(label: QLabel, font: QFont, tone: str, *, wrap: bool) -> None:
    label.setFont(font)
    label.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    if tone:
        label.setProperty("tone", tone)


def _html(span: Span, role: Role | None, theme: Theme) -> str:
    from html import escape

    text = escape(breakable(span.text)).replace("\n", "<br>")
    if span.bold:
        text = f"<b>{text}</b>"
    if span.italic:
        text = f"<i>{text}</i>"
    if span.code:
        text = f"<code>{text}</code>"
    target = safe_link(role.link(span.link) if role else span.link) if span.link else None
    if target:
        address = escape(target, quote=True)
        style = f"color:{theme.tokens['accent']};text-decoration:none"
        text = f'<a href="{address}" title="{address}" style="{style}">{text}</a>'
    return text


def card(parent: QWidget | None = None) -> QFrame:
    """A white panel with a thin line around it."""
    frame = QFrame(parent)
    frame.setObjectName("card")
    return frame


def rule() -> QFrame:
    """A thin horizontal line."""
    line = QFrame()
    line.setObjectName("rule")
    return line


def button(theme: Theme, text: str, kind: str = "") -> QPushButton:
    """A push button. `kind` is primary, chip, link or nothing."""
    made = Button(text)
    made.setFont(theme.font(BODY_PX, MEDIUM if kind in ("primary", "") else REGULAR))
    if kind:
        made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def empty(layout: QVBoxLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

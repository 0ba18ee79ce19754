"""The small parts that pages are made of: labels, cards, rules, buttons. All of them show text as text."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ladder_app.domain.role import Role
from ladder_app.gui.theme import BODY_PX, MEDIUM, REGULAR, Theme
from ladder_app.markup import Span, safe_link


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
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setFont(theme.font(size_px, weight))
    label.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    if tone:
        label.setProperty("tone", tone)
    return label


def spans_label(
    theme: Theme,
    spans: Iterable[Span],
    role: Role,
    size_px: float = BODY_PX,
    weight: int = REGULAR,
    *,
    tone: str = "",
) -> QLabel:
    """A label for text with inline Markdown. A link shows where it leads; `links.open_link` opens it."""
    from ladder_app.gui.links import open_link

    label = text_label(theme, "", size_px, weight, tone=tone)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText("".join(_html(span, role, theme) for span in spans))
    label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.TextSelectableByMouse)
    label.linkActivated.connect(open_link)
    return label


def _html(span: Span, role: Role, theme: Theme) -> str:
    text = escape(span.text).replace("\n", "<br>")
    if span.bold:
        text = f"<b>{text}</b>"
    if span.italic:
        text = f"<i>{text}</i>"
    if span.code:
        text = f"<code>{text}</code>"
    target = safe_link(role.link(span.link)) if span.link else None
    if target:
        address = escape(target, quote=True)
        text = f'<a href="{address}" title="{address}" style="color:{theme.tokens["accent"]};text-decoration:none">{text}</a>'
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
    made = QPushButton(text)
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

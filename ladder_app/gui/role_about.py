"""What a role says beside its levels: notes and source."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ladder_app.domain.role import Role
from ladder_app.gui.parts import spans_label, text_label
from ladder_app.gui.role_levels import marked_label
from ladder_app.gui.theme import BODY_PX, SEMIBOLD, Theme
from ladder_app.markup import Span, isolated, plain

_SMALL_PX = 12


class AboutCard(QFrame):
    """A card with a heading, filled from top to bottom."""

    def __init__(self, theme: Theme, role: Role, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(heading)
        self._theme = theme
        self._role = role
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(18))
        self._column.setSpacing(theme.px(6))
        self._column.addWidget(text_label(theme, heading, BODY_PX, SEMIBOLD))

    def add_text(self, text: str, size_px: float = BODY_PX, *, tone: str = "") -> None:
        """A paragraph with the inline Markdown of the role."""
        self._column.addWidget(marked_label(self._theme, self._role, text, size_px, tone=tone))

    def add_link(self, text: str, url: str | None) -> None:
        """A line that leads somewhere, where the address may be opened."""
        target = self._role.link(url) if url else None
        self._column.addWidget(spans_label(self._theme, (Span(plain(text), link=target),), self._role))

    def end(self) -> None:
        """Keep what was added at the top."""
        self._column.addStretch(1)


def notes_cards(theme: Theme, role: Role, parent: QWidget | None) -> list[AboutCard]:
    """A card for each note."""
    cards = []
    for note in role.notes:
        card = AboutCard(theme, role, plain(note.title) or "Note", parent)
        card.add_text(note.text)
        card.end()
        cards.append(card)
    return cards


def source_card(theme: Theme, role: Role, parent: QWidget | None) -> AboutCard | None:
    """Where the role was published and under which licence."""
    if role.source is None:
        return None
    card = AboutCard(theme, role, "Source", parent)
    card.add_link(role.source.title, role.source.url)
    if role.source.licence:
        card.add_text(f"Licence: {isolated(role.source.licence)}", _SMALL_PX, tone="muted")
    card.end()
    return card

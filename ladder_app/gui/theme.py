"""How the window looks: colours, type and the few style rules that Fusion needs on top."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QLoggingCategory, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ladder_app.gui import tokens
from ladder_app.gui.style import style_sheet

REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700

BODY_PX = 13
SMALL_PX = 11
TITLE_PX = 20
HEADING_PX = 15


@dataclass(frozen=True)
class Theme:
    """One look: a set of colours at one text size. Widgets are given it and never ask for it."""

    dark: bool = False
    text_size_percent: int = 100
    family: str = ""

    @cached_property
    def tokens(self) -> Mapping[str, str]:
        return tokens.DARK if self.dark else tokens.LIGHT

    @cached_property
    def _colours(self) -> dict[str, QColor]:
        return {name: QColor(value) for name, value in self.tokens.items()}

    def colour(self, token: str) -> QColor:
        """The colour of a token, or of a literal `#rrggbb`."""
        return QColor(token) if token.startswith("#") else self._colours[token]

    def ink_on(self, token: str) -> QColor:
        """Black or white, whichever reads better on a token's colour."""
        return QColor(tokens.text_on(self.tokens[token], self.tokens))

    def px(self, size: float) -> int:
        """A length in pixels at this text size."""
        return round(size * self.text_size_percent / 100)

    def font(self, size_px: float = BODY_PX, weight: int = REGULAR, *, italic: bool = False) -> QFont:
        """The window's typeface at a size and weight (100 to 900).

        The typeface is a variable font, whose weight Qt sets through its axis only.
        """
        font = QFont(self.family) if self.family else QFont()
        font.setPixelSize(max(1, self.px(size_px)))
        if self.family:
            font.setVariableAxis(QFont.Tag("wght"), weight)
        else:
            font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        return font

    def palette(self) -> QPalette:
        """The same colours for everything that Fusion paints."""
        palette = QPalette()
        role = QPalette.ColorRole
        for part, token in (
            (role.Window, "window"),
            (role.Base, "panel"),
            (role.AlternateBase, "window"),
            (role.Button, "panel"),
            (role.ToolTipBase, "panel"),
            (role.WindowText, "text"),
            (role.Text, "text"),
            (role.ButtonText, "text"),
            (role.ToolTipText, "text"),
            (role.BrightText, "bad"),
            (role.PlaceholderText, "muted"),
            (role.Highlight, "accent"),
            (role.HighlightedText, "accent_text"),
            (role.Accent, "accent"),
            (role.Link, "accent"),
            (role.LinkVisited, "accent"),
            (role.Light, "panel"),
            (role.Midlight, "line"),
            (role.Mid, "line"),
            (role.Dark, "control"),
            (role.Shadow, "line"),
        ):
            palette.setColor(part, self.colour(token))
        for part in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, part, self.colour("muted"))
        return palette

    def apply(self, application: QApplication) -> None:
        """Dress the whole application in this theme."""
        application.setPalette(self.palette())
        application.setFont(self.font())
        application.setStyleSheet(style_sheet(self.tokens, self.px))


def window_family() -> str:
    """Loads the window's typeface and returns its family; empty if it could not be loaded."""
    # Qt warns whenever it looks in the typeface for letters of a script it does not have, before it takes
    # another for them, as it should; nobody can do anything about that.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    import fontpkg_inter  # type: ignore[import-untyped] # it has none

    path = next((p for p in (fontpkg_inter.ROOT / "files").iterdir() if p.name.startswith("Inter[")), None)
    loaded = QFontDatabase.addApplicationFont(str(path)) if path else -1
    families = QFontDatabase.applicationFontFamilies(loaded) if loaded >= 0 else []
    return families[0] if families else ""


def system_is_dark(application: QApplication) -> bool:
    """Whether the desktop asks for a dark look."""
    return application.styleHints().colorScheme() is Qt.ColorScheme.Dark

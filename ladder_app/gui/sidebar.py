"""The sidebar: the pages, how each stands, and whose assessment it is."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ladder_app.charts.percent import NO_BREAK_SPACE, percent
from ladder_app.domain.comparison import seen_differently
from ladder_app.gui.clamped_label import ClampedLabel
from ladder_app.gui.document import Document
from ladder_app.gui.icons import draw_icon
from ladder_app.gui.pages import REVIEWED, Page
from ladder_app.gui.parts import empty, rule
from ladder_app.gui.pressing import PaintedButton
from ladder_app.gui.row_button import RowButton
from ladder_app.gui.theme import BODY_PX, BOLD, MEDIUM, REGULAR, SEMIBOLD, Theme
from ladder_app.gui.tips import tip
from ladder_app.markup import isolated, plain
from ladder_app.report.sentences import level_name

WIDTH_PX = 176
ICONS_WIDTH_PX = 52


class PageButton(PaintedButton):
    """A page in the sidebar: icon, name, and a short figure at the right."""

    def __init__(self, theme: Theme, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = page.icon
        self._figure = ""
        self._icon_only = False
        self._tip = f"{page.value} ({page.shortcut})"
        self.setText(page.value)
        self.setCheckable(True)
        self.setToolTip(self._tip)
        self.setAccessibleName(page.value)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: str) -> None:
        """Show a short figure beside the name."""
        if figure != self._figure:
            self._figure = figure
            self.setAccessibleDescription(figure)
            self._say_figure()
            self.update()

    def show_icon_only(self, is_only: bool) -> None:
        """Show the icon alone; the tooltip says the rest."""
        self._icon_only = is_only
        self._say_figure()
        self.updateGeometry()
        self.update()

    def _say_figure(self) -> None:
        self.setToolTip(f"{self._tip} – {self._figure}" if self._icon_only and self._figure else self._tip)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(36 if self._icon_only else 150), self._theme.px(35))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = theme.px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.colour("tint" if self.isChecked() else "window"))
            painter.drawRoundedRect(area, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.drawRoundedRect(area, radius, radius)
        ink = theme.colour("accent" if self.isChecked() else "text")
        side = theme.px(16)
        left = (self.width() - side) // 2 if self._icon_only else theme.px(12)
        draw_icon(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), ink)
        if self._icon_only:
            return
        words = area.adjusted(left + side + theme.px(9), 0, -theme.px(11), 0)
        painter.setPen(ink)
        painter.setFont(theme.font(BODY_PX, SEMIBOLD if self.isChecked() else MEDIUM))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | middle, self.text())
        painter.setPen(theme.colour("accent" if self.isChecked() else "muted"))
        painter.setFont(theme.font(12))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | middle, self._figure)


class Sidebar(QFrame):
    """Lists the pages; below them the person, from and to."""

    page_wanted = Signal(object)
    """A page is to be put in front: a `Page`."""
    profile_wanted = Signal()

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self._icons_only = False
        self.setObjectName("side")
        self.setFixedWidth(theme.px(WIDTH_PX))
        layout = QVBoxLayout(self)
        margin = theme.px(8)
        layout.setContentsMargins(margin, theme.px(13), margin, margin)
        layout.setSpacing(theme.px(2))
        self._group = QButtonGroup(self)
        self._buttons: dict[Page, PageButton] = {}
        for page in Page if document.voice.is_own else REVIEWED:
            made = PageButton(theme, page)
            made.clicked.connect(partial(self._want, page))
            self._group.addButton(made)
            self._buttons[page] = made
            layout.addWidget(made)
        layout.addStretch(1)
        layout.addWidget(rule())
        self._person = RowButton(theme, "Profile: name, experience and levels")
        self._person.clicked.connect(self.profile_wanted)
        self._person_lines = QVBoxLayout(self._person)
        self._person_lines.setSpacing(theme.px(2))
        layout.addWidget(self._person)
        document.criteria_changed.connect(self.show_figures)
        document.level_changed.connect(self._show_everything)
        self._show_everything()

    def show_icons_only(self, are_only: bool) -> None:
        """Make room for the page: icons without words, and the person's initials."""
        if are_only != self._icons_only:
            self._icons_only = are_only
            self.setFixedWidth(self._theme.px(ICONS_WIDTH_PX if are_only else WIDTH_PX))
            for made in self._buttons.values():
                made.show_icon_only(are_only)
            self._show_person()

    def show_page(self, page: Page) -> None:
        """Mark a page as the one on screen."""
        self._buttons[page].setChecked(True)

    def show_figures(self) -> None:
        """Show how the pages stand."""
        figures = self._document.readiness.figures
        self._show_figure(Page.ASSESS, f"{figures.rated}/{figures.required}")
        bare = sum(not entry.criteria for entry in self._document.assessment.cycle.evidence)
        self._show_figure(Page.EVIDENCE, str(bare) if bare else "")
        self._show_figure(Page.READINESS, percent(figures.shown) if figures.required else "")
        waiting = sum(action.is_open for action in self._document.assessment.cycle.actions)
        self._show_figure(Page.PLAN, str(waiting) if waiting else "")
        differences = len(seen_differently(self._document.target, self._document.assessment.cycle))
        self._show_figure(Page.CONVERSATION, str(differences) if differences else "")

    def _show_figure(self, page: Page, figure: str) -> None:
        if page in self._buttons:
            self._buttons[page].show_figure(figure)

    def _want(self, page: Page, _checked: object = None) -> None:
        self.page_wanted.emit(page)

    def _show_everything(self) -> None:
        self.show_figures()
        self._show_person()

    def _show_person(self) -> None:
        theme = self._theme
        assessment = self._document.assessment
        name = assessment.person.name
        empty(self._person_lines)
        changing = "Change name, experience and levels" if self._document.voice.is_own else "Review by another name"
        self._person.setToolTip(tip(f"{name}\n{changing}"))
        self._person.setAccessibleDescription(name)
        side = theme.px(4 if self._icons_only else 12)
        self._person_lines.setContentsMargins(side, theme.px(9), theme.px(4 if self._icons_only else 6), theme.px(7))
        if self._icons_only:
            self._person_lines.addWidget(self._initials(name), 0, Qt.AlignmentFlag.AlignHCenter)
            return
        if not self._document.voice.is_own:
            self._add_line("Reviewing")
            self._add_line(name, BOLD, "text")
            self._add_line(f"as {isolated(self._document.voice.rater)}")
            return
        self._add_line(name, BOLD, "text")
        role = assessment.role
        aim = f"aiming for {isolated(level_name(role.level(assessment.target)))}"
        if assessment.current is None:
            self._add_line(assessment.person.title or "")
            self._add_line(aim)
            return
        current = role.level(assessment.current)
        self._add_line(assessment.person.title or plain(current.title))
        both = f"{isolated(level_name(current))}, {aim}" if current.grade is not None else aim
        self._add_line(both.replace("grade ", f"grade{NO_BREAK_SPACE}"))

    def _add_line(self, text: str, weight: int = REGULAR, tone: str = "muted") -> None:
        if not text:
            return
        size = BODY_PX if weight == BOLD else 12
        label = ClampedLabel(self._theme, text, size, weight, tone=tone, parent=self._person)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._person_lines.addWidget(label)

    def _initials(self, name: str) -> ClampedLabel:
        words = name.split()
        letters = "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words))
        label = ClampedLabel(self._theme, letters.upper(), BODY_PX, BOLD, most_lines=1, parent=self._person)
        label.setAccessibleName(name)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label

"""A PDF to scroll through: pages are drawn when they come into view, as sharp as the screen is."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

if TYPE_CHECKING:
    from ladder_app.gui.theme import Theme

_GAP_PX = 14
_WIDEST_PX = 900
# Two pages in view and two on either side.
_MOST_DRAWN = 6


class PdfPreview(QAbstractScrollArea):
    """Shows the pages of a PDF under each other, as wide as there is room."""

    page_changed = Signal(int, int)
    """The page in the middle of the view, from 1, and how many there are."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pdf: Any = None
        self._sizes: list[tuple[float, float]] = []
        self._drawn: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._page = 0
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName("Preview")
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(560), self._theme.px(200))

    @property
    def page_count(self) -> int:
        return len(self._sizes)

    def show_pdf(self, content: bytes) -> None:
        """Show a PDF from its first page; where the last one had as many pages, what was scrolled to stays in view."""
        import pypdfium2  # type: ignore[import-untyped] # it has none

        at = self.verticalScrollBar().value()
        count = len(self._sizes)
        self.clear()
        self._pdf = pypdfium2.PdfDocument(content)
        self._pdf.init_forms()
        self._sizes = [self._pdf.get_page_size(place) for place in range(len(self._pdf))]
        self._measure()
        self.verticalScrollBar().setValue(at if count == len(self._sizes) else 0)
        self._scrolled()

    def clear(self) -> None:
        """Show nothing."""
        if self._pdf is not None:
            self._pdf.close()
        self._pdf = None
        self._sizes = []
        self._drawn.clear()
        self._page = 0
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._measure()
        bar.setValue(round(share * bar.maximum()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self._theme.colour("line"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        top_of_view = self.verticalScrollBar().value()
        for place, area in enumerate(self._areas()):
            area.translate(0, -top_of_view)
            if area.bottom() < 0:
                continue
            if area.top() > self.viewport().height():
                break
            painter.drawImage(area, self._image(place, area.width()))
            painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _areas(self) -> list[QRectF]:
        gap = self._theme.px(_GAP_PX)
        width = min(self.viewport().width() - 2 * gap, self._theme.px(_WIDEST_PX))
        left = (self.viewport().width() - width) / 2
        top = float(gap)
        areas = []
        for page_width, page_height in self._sizes:
            height = round(width * page_height / page_width)
            areas.append(QRectF(round(left), top, width, height))
            top += height + gap
        return areas

    def _measure(self) -> None:
        areas = self._areas()
        height = round(areas[-1].bottom()) + self._theme.px(_GAP_PX) if areas else 0
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._theme.px(40))
        bar.setRange(0, max(height - self.viewport().height(), 0))
        self.viewport().update()

    def _image(self, place: int, width: float) -> QImage:
        ratio = self.devicePixelRatioF()
        pixels = max(round(width * ratio), 1)
        found = self._drawn.get((place, pixels))
        if found is None:
            found = self._draw(place, pixels / self._sizes[place][0])
            found.setDevicePixelRatio(ratio)
            self._drawn[place, pixels] = found
            while len(self._drawn) > _MOST_DRAWN:
                self._drawn.popitem(last=False)
        else:
            self._drawn.move_to_end((place, pixels))
        return found

    def _draw(self, place: int, scale: float) -> QImage:
        page = self._pdf[place]
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
        bitmap.close()
        page.close()
        return image

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        passed = [place for place, area in enumerate(self._areas(), start=1) if area.top() <= middle]
        page = passed[-1] if passed else 0
        if page != self._page:
            self._page = page
            self.setAccessibleDescription(f"Page {page} of {self.page_count}")
            self.page_changed.emit(page, self.page_count)
        self.viewport().update()

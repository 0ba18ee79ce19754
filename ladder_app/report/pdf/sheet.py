"""The sheet that everything is drawn on.

Coordinates are points from the top left corner of the page, y growing downwards. Text goes to the
page stream directly; no markup parser of reportlab ever sees it. What is drawn for an element of
the structure belongs to it; all else is an artifact: there to be seen, not to be read.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from ladder_app.report.pdf.beside import PageBeside, Written
from ladder_app.report.pdf.canvas import Canvas
from ladder_app.report.pdf.embedding import DocumentFonts
from ladder_app.report.pdf.fields import FormWriter
from ladder_app.report.pdf.palette import Rgb, colour
from ladder_app.report.pdf.paths import arc, rounded, stripes
from ladder_app.report.pdf.typefaces import Face
from ladder_app.report.pdf.writing import LineWriter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ladder_app.report.pdf.fields import Field
    from ladder_app.report.pdf.runs import Line
    from ladder_app.report.pdf.setting import SetText, Style
    from ladder_app.report.pdf.structure import Element
    from ladder_app.report.pdf.typefaces import Typefaces

_BASELINE_SHARE = 0.33
_LONGEST_ENTRY = 1000


class Sheet:
    """A document in the making: draws on the current page, then the next."""

    def __init__(self, size: tuple[float, float], typefaces: Typefaces, language: str = "en") -> None:
        self.width, self.height = size
        self.typefaces = typefaces
        self._canvas = Canvas(size, language)
        self._fonts = DocumentFonts(lambda: typefaces.font(Face.REGULAR).file)
        self._beside = PageBeside(self._canvas, self._fonts)
        self._form: FormWriter | None = None
        self._fill: Rgb | None = None
        self._destinations = 0
        self._in_artifact = False
        self._in_figure = False

    def text(
        self, x: float, top: float, text: SetText, colour_token: str | None = None, element: Element | None = None
    ) -> None:
        """Lines of text, the first line's box beginning at `top`; links become areas to click."""
        style = text.style
        baseline = top + style.leading / 2 + style.size * _BASELINE_SHARE
        self._tint_code(x, baseline, text)
        self._write(x, baseline, text.lines, style, colour_token, element)

    def line(
        self,
        x: float,
        baseline: float,
        line: Line,
        style: Style,
        colour_token: str | None = None,
        element: Element | None = None,
    ) -> None:
        """One line of text on its baseline."""
        self._write(x, baseline, [line], style, colour_token, element)

    @contextmanager
    def figure(self, element: Element, x: float, top: float, width: float, height: float) -> Iterator[None]:
        """Whatever is drawn meanwhile is one figure that stands in this box."""
        self._end_artifact()
        low = self.height - top - height
        element.attributes = f"<</O/Layout/Placement/Block/BBox[{x:.2f} {low:.2f} {x + width:.2f} {low + height:.2f}]>>"
        self._canvas.emit(f"/{element.tag} <</MCID {self._canvas.mark(element)}>> BDC")
        self._in_figure = True
        yield
        self._in_figure = False
        self._canvas.emit("EMC")

    @contextmanager
    def furniture(self, kind: str, x: float, top: float, width: float, height: float) -> Iterator[None]:
        """Whatever is drawn meanwhile is a `Header` or a `Footer` of the page, in this box."""
        self._end_artifact()
        edge = "Top" if kind == "Header" else "Bottom"
        low = self.height - top - height
        self._canvas.emit(
            f"/Artifact <</Type/Pagination/Subtype/{kind}/Attached[/{edge}]"
            f"/BBox[{x:.2f} {low:.2f} {x + width:.2f} {low + height:.2f}]>> BDC"
        )
        self._in_figure = True
        yield
        self._in_figure = False
        self._canvas.emit("EMC")

    def rectangle(self, x: float, top: float, width: float, height: float, fill: Rgb, radius: float = 0) -> None:
        """A filled rectangle, its corners rounded by `radius`."""
        self._begin_artifact()
        self._use_fill(fill)
        self._canvas.emit(_moved(x, self.height - top - height, f"{rounded(0, 0, width, height, radius)} f"))

    def frame(self, x: float, top: float, width: float, height: float, stroke: Rgb, radius: float = 0) -> None:
        """The outline of a rectangle, half a point thin, drawn inside its edges."""
        path = rounded(0, 0, width - 0.5, height - 0.5, radius)
        low = self.height - top - height
        self._draw(_moved(x + 0.25, low + 0.25, f"{_rgb(stroke)} RG 0.5 w {path} S"))

    def rule(self, x: float, y: float, width: float, stroke: Rgb, weight: float = 0.5) -> None:
        """A horizontal line."""
        y = self.height - y
        self._draw(f"{_rgb(stroke)} RG {weight:.2f} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S")

    def stroke(self, start: tuple[float, float], end: tuple[float, float], stroke: Rgb, weight: float) -> None:
        """A straight line between two points, with round ends."""
        (x1, y1), (x2, y2) = start, end
        self._draw(
            f"q 1 J {_rgb(stroke)} RG {weight:.2f} w"
            f" {x1:.2f} {self.height - y1:.2f} m {x2:.2f} {self.height - y2:.2f} l S Q"
        )

    def hatch(
        self, x: float, top: float, width: float, height: float, fill: Rgb, radius: float, spacing: float
    ) -> None:
        """Stripes rising at 45 degrees, clipped to a rounded rectangle; see `shapes.Hatch`."""
        if width <= 0 or height <= 0:
            return
        low = self.height - top - height
        clip = rounded(x, low, width, height, radius)
        self._draw(" ".join(["q", clip, "W n", f"{_rgb(fill)} rg", *stripes(x, low, width, height, spacing), "f Q"]))

    def band(
        self, cx: float, cy: float, inner: float, outer: float, start: float, end: float, fill: Rgb, *, hatched: bool
    ) -> None:
        """A piece of a ring; degrees clockwise from the left. See `shapes.Band`."""
        if end <= start:
            return
        cy = self.height - cy
        outline = [*arc(cx, cy, outer, start, end, "m"), *arc(cx, cy, inner, end, start, "l"), "h"]
        if hatched:
            filling = stripes(cx - outer, cy - outer, 2 * outer, 2 * outer, (outer - inner) / 2)
            self._draw(" ".join(["q", *outline, "W n", f"{_rgb(fill)} rg", *filling, "f Q"]))
        else:
            self._begin_artifact()
            self._use_fill(fill)
            self._canvas.emit(" ".join([*outline, "f"]))

    def outline_entry(self, title: str, level: int, top: float) -> None:
        """An entry of the document's outline that leads here; levels count from 0 and rise by one at most."""
        self._destinations += 1
        key = f"d{self._destinations}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=self.height - max(top - 12, 0), zoom=0)
        shown = title if len(title) <= _LONGEST_ENTRY else f"{title[: _LONGEST_ENTRY - 1].rstrip()}…"
        self._canvas.addOutlineEntry(shown, key, level)

    def field(self, element: Element, x: float, top: float, width: float, height: float, field: Field) -> None:
        """A field to fill in, in this box."""
        if self._form is None:
            self._form = FormWriter(self._canvas, self._fonts)
        low = self.height - top - height
        self._form.add(element, (x, low, x + width, low + height), field)

    def next_page(self) -> None:
        """Ends the page; drawing goes on with an empty one."""
        self._end_artifact()
        self._beside.settle()
        self._canvas.showPage()
        self._fill = None

    def finished(self, root: Element) -> bytes:
        """The document with its structure, still to be finished off. The sheet cannot be drawn on any more."""
        form = None if self._form is None else self._form.finished()
        return self._canvas.write(root, self._fonts.all(), form)

    def _write(
        self,
        x: float,
        baseline: float,
        lines: Sequence[Line],
        style: Style,
        colour_token: str | None,
        element: Element | None,
    ) -> None:
        token = colour_token or style.colour
        if element is not None:
            self._end_artifact()
        elif not self._in_figure:
            self._begin_artifact()
        self._use_fill(colour(token))
        self._beside.note(Written(x, self.height - baseline, style.leading, style.size, lines))
        if self._written_plainly(x, self.height - baseline, lines, style, element):
            return
        writer = LineWriter(self._canvas, self._fonts, style, token, element, beside=self._beside)
        writer.write(x, self.height - baseline, lines)
        if writer.ink != token:
            self._fill = None

    def _written_plainly(
        self, x: float, baseline: float, lines: Sequence[Line], style: Style, element: Element | None
    ) -> bool:
        """Writes what most texts are: whole lines in one font without links. Whether it was such a text."""
        first = lines[0][0].font if lines and lines[0] else None
        if first is None:
            return False
        for line in lines:
            if len(line) != 1 or line[0].font is not first or line[0].link or line[0].glyphs is not None:
                return False
        font = self._fonts(first.file)
        texts = "> Tj T* <".join([line[0].text.translate(font) for line in lines])
        begin, end = "", ""
        if element is not None:
            begin, end = f" /{element.tag} <</MCID {self._canvas.mark(element)}>> BDC", " EMC"
        self._canvas.emit(
            f"BT {style.leading:.2f} TL 1 0 0 1 {x:.2f} {baseline:.2f} Tm {font.resource} {style.size:.2f} Tf{begin}"
            f" <{texts}> Tj{end} ET"
        )
        return True

    def _draw(self, operators: str) -> None:
        self._begin_artifact()
        self._canvas.emit(operators)

    def _use_fill(self, fill: Rgb) -> None:
        if fill != self._fill:
            self._fill = fill
            self._canvas.emit(f"{_rgb(fill)} rg")

    def _begin_artifact(self) -> None:
        if not self._in_artifact and not self._in_figure:
            self._in_artifact = True
            self._canvas.emit("/Artifact BMC")

    def _end_artifact(self) -> None:
        if self._in_artifact:
            self._in_artifact = False
            self._canvas.emit("EMC")

    def _tint_code(self, x: float, baseline: float, text: SetText) -> None:
        """The tint behind code."""
        size, leading = text.style.size, text.style.leading
        for line in text.lines:
            if len(line) > 1 or (line and line[0].code):
                left = x
                for run in line:
                    width = run.width(size)
                    if run.glyphs is not None:
                        left = x + run.x * size / 1000
                    if run.code:
                        self.rectangle(left - 1, baseline - size * 0.78, width + 2, size * 1.04, colour("track"), 1.5)
                    left += width
            baseline += leading


def _moved(x: float, low: float, operators: str) -> str:
    return f"q 1 0 0 1 {x:.2f} {low:.2f} cm {operators} Q"


@lru_cache(maxsize=64)
def _rgb(value: Rgb) -> str:
    red, green, blue = value
    return f"{red:.3f} {green:.3f} {blue:.3f}"

"""The sheet that everything is drawn on: the one module that touches the inside of reportlab.

Coordinates are points from the top left corner of the page, y growing downwards. Text goes to the
page stream directly; no markup parser of reportlab ever sees it. What is written depends only on
what is drawn and on the date given: the same calls give the same bytes.
"""

from __future__ import annotations

import re
from io import BytesIO
from math import cos, radians, sin
from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from ladder_app.markup import safe_link
from ladder_app.report.pdf.palette import Rgb, colour

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from reportlab.pdfbase.pdfdoc import PDFDocument, PDFPage

    from ladder_app.report.pdf.setting import Line, SetText, Style
    from ladder_app.report.pdf.typefaces import Font, Typefaces

_TO_ESCAPE = re.compile(r"[\\()]")
# Control points of a quarter circle lie this share of the radius from its ends.
_ARC = 0.5522847498
_BASELINE_SHARE = 0.33


class Facts(NamedTuple):
    """What the document says about itself."""

    title: str
    author: str
    subject: str
    day: date
    language: str = "en"


class Sheet:
    """A document in the making: draws on the current page, then the next."""

    def __init__(self, size: tuple[float, float], facts: Facts, typefaces: Typefaces) -> None:
        self.width, self.height = size
        self.typefaces = typefaces
        self._file = BytesIO()
        self._canvas = _Canvas(self._file, size, facts)
        self._encodings: dict[Font, _Encoding] = {}
        self._fill: Rgb | None = None
        self._destinations = 0

    def text(self, x: float, top: float, text: SetText, colour_token: str | None = None) -> None:
        """Lines of text, the first line's box beginning at `top`; links become areas to click."""
        style = text.style
        token = colour_token or style.colour
        baseline = top + style.leading / 2 + style.size * _BASELINE_SHARE
        self._underlay(x, baseline, text)
        self._use_fill(colour(token))
        out = [f"BT {style.leading:.2f} TL 1 0 0 1 {x:.2f} {self.height - baseline:.2f} Tm"]
        self._lines(out, text.lines, style, token)
        out.append("ET")
        self._canvas.emit(" ".join(out))

    def line(self, x: float, baseline: float, line: Line, style: Style, colour_token: str | None = None) -> None:
        """One line of text on its baseline."""
        token = colour_token or style.colour
        self._use_fill(colour(token))
        out = [f"BT 1 0 0 1 {x:.2f} {self.height - baseline:.2f} Tm"]
        self._lines(out, [line], style, token)
        out.append("ET")
        self._canvas.emit(" ".join(out))

    def rectangle(self, x: float, top: float, width: float, height: float, fill: Rgb, radius: float = 0) -> None:
        """A filled rectangle, its corners rounded by `radius`."""
        self._use_fill(fill)
        self._canvas.emit(self._outline(x, top, width, height, radius) + " f")

    def frame(self, x: float, top: float, width: float, height: float, stroke: Rgb, radius: float = 0) -> None:
        """The outline of a rectangle, half a point thin, drawn inside its edges."""
        path = self._outline(x + 0.25, top + 0.25, width - 0.5, height - 0.5, radius)
        self._canvas.emit(f"{_rgb(stroke)} RG 0.5 w {path} S")

    def rule(self, x: float, y: float, width: float, stroke: Rgb, weight: float = 0.5) -> None:
        """A horizontal line."""
        y = self.height - y
        self._canvas.emit(f"{_rgb(stroke)} RG {weight:.2f} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S")

    def hatch(
        self, x: float, top: float, width: float, height: float, fill: Rgb, radius: float, spacing: float
    ) -> None:
        """Stripes rising at 45 degrees, clipped to a rounded rectangle; see `shapes.Hatch`."""
        if width <= 0 or height <= 0:
            return
        stripes = self._stripes(x, top, width, height, spacing)
        clip = self._outline(x, top, width, height, radius)
        self._canvas.emit(" ".join(["q", clip, "W n", f"{_rgb(fill)} rg", *stripes, "f Q"]))

    def band(
        self, cx: float, cy: float, inner: float, outer: float, start: float, end: float, fill: Rgb, *, hatched: bool
    ) -> None:
        """A piece of a ring; degrees clockwise from the left. See `shapes.Band`."""
        if end <= start:
            return
        outline = _arc(cx, self.height - cy, outer, start, end, "m")
        outline += _arc(cx, self.height - cy, inner, end, start, "l")
        if hatched:
            spacing = (outer - inner) / 2
            stripes = self._stripes(cx - outer, cy - outer, 2 * outer, 2 * outer, spacing)
            self._canvas.emit(" ".join(["q", *outline, "h W n", f"{_rgb(fill)} rg", *stripes, "f Q"]))
        else:
            self._use_fill(fill)
            self._canvas.emit(" ".join([*outline, "h f"]))

    def link(self, url: str, x: float, top: float, width: float, height: float) -> None:
        """An area that opens an address; nothing for one that is not http, https or mailto."""
        safe = safe_link(url)
        if safe is not None:
            low = self.height - top - height
            self._canvas.linkURL(safe, (x, low, x + width, low + height), relative=0, thickness=0)

    def outline_entry(self, title: str, level: int, top: float) -> None:
        """An entry of the document's outline that leads here; levels count from 0 and rise by one at most."""
        self._destinations += 1
        key = f"d{self._destinations}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=self.height - max(top - 12, 0), zoom=0)
        self._canvas.addOutlineEntry(title, key, level)

    def next_page(self) -> None:
        """Ends the page; drawing goes on with an empty one."""
        self._canvas.showPage()
        self._fill = None

    def finished(self) -> bytes:
        """The document. The sheet cannot be drawn on any more."""
        self._canvas.save()
        return self._file.getvalue()

    def _use_fill(self, fill: Rgb) -> None:
        if fill != self._fill:
            self._fill = fill
            self._canvas.emit(f"{_rgb(fill)} rg")

    def _encoding(self, font: Font) -> _Encoding:
        encoding = self._encodings.get(font)
        if encoding is None:
            encoding = self._encodings[font] = _Encoding(font, self._canvas.document)
        return encoding

    def _lines(self, out: list[str], lines: Sequence[Line], style: Style, token: str) -> None:
        used: str | None = None
        shown = token
        size = f"{style.size:.2f} Tf"
        last = len(lines) - 1
        for i, line in enumerate(lines):
            for run in line:
                wanted = token if run.link is None else "accent"
                if wanted != shown:
                    out.append(f"{_rgb(colour(wanted))} rg")
                    shown = wanted
                for resource, codes in self._encoding(run.font).encoded(run.text):
                    if resource != used:
                        out.append(f"{resource} {size}")
                        used = resource
                    out.append(f"({codes}) Tj")
            if i != last:
                out.append("T*")
        if shown != token:
            self._fill = None

    def _underlay(self, x: float, baseline: float, text: SetText) -> None:
        """The tint behind code, and the areas of links."""
        size, leading = text.style.size, text.style.leading
        for line in text.lines:
            if len(line) > 1 or (line and (line[0].link or line[0].code)):
                left = x
                for run in line:
                    width = run.font.width(run.text, size)
                    if run.code:
                        self.rectangle(left - 1, baseline - size * 0.78, width + 2, size * 1.04, colour("track"), 1.5)
                    if run.link:
                        self.link(run.link, left, baseline - size * 0.8, width, size * 1.1)
                    left += width
            baseline += leading

    def _stripes(self, x: float, top: float, width: float, height: float, spacing: float) -> list[str]:
        low, high = self.height - top - height, self.height - top
        stripes = []
        left = x - height
        while left < x + width:
            right = left + spacing / 2
            stripes.append(
                f"{left:.2f} {low:.2f} m {right:.2f} {low:.2f} l {right + height:.2f} {high:.2f} l"
                f" {left + height:.2f} {high:.2f} l h"
            )
            left += spacing
        return stripes

    def _outline(self, x: float, top: float, width: float, height: float, radius: float) -> str:
        low, high, right = self.height - top - height, self.height - top, x + width
        r = min(radius, width / 2, height / 2)
        if r <= 0:
            return f"{x:.2f} {low:.2f} {width:.2f} {height:.2f} re"
        c = r * (1 - _ARC)
        return (
            f"{x + r:.2f} {low:.2f} m {right - r:.2f} {low:.2f} l"
            f" {right - c:.2f} {low:.2f} {right:.2f} {low + c:.2f} {right:.2f} {low + r:.2f} c"
            f" {right:.2f} {high - r:.2f} l"
            f" {right:.2f} {high - c:.2f} {right - c:.2f} {high:.2f} {right - r:.2f} {high:.2f} c"
            f" {x + r:.2f} {high:.2f} l"
            f" {x + c:.2f} {high:.2f} {x:.2f} {high - c:.2f} {x:.2f} {high - r:.2f} c"
            f" {x:.2f} {low + r:.2f} l"
            f" {x:.2f} {low + c:.2f} {x + c:.2f} {low:.2f} {x + r:.2f} {low:.2f} c h"
        )


class _Encoding(dict[int, str]):
    """The codes of a font's characters in one document, ready for a PDF string."""

    def __init__(self, font: Font, document: PDFDocument) -> None:
        super().__init__()
        self._ttf = font.ttf
        self._document = document
        # The first request must come from splitString: it makes the subset that keeps ASCII readable.
        self._ttf.splitString(" ", document)
        self._first: str = self._ttf.getSubsetInternalName(0, document)

    def encoded(self, text: str) -> Iterable[tuple[str, str]]:
        """Pairs of a font resource and an escaped string."""
        if text.isascii() and not _TO_ESCAPE.search(text):
            return ((self._first, text),)
        try:
            return ((self._first, text.translate(self)),)
        except _InOtherSubset:
            return [
                (self._ttf.getSubsetInternalName(subset, self._document), "".join(map(_escaped, codes)))
                for subset, codes in self._ttf.splitString(text, self._document)
            ]

    def __missing__(self, code: int) -> str:
        ((subset, codes),) = self._ttf.splitString(chr(code), self._document)
        if subset:
            raise _InOtherSubset
        escaped = self[code] = _escaped(codes[0])
        return escaped


class _InOtherSubset(Exception):
    """A character lies outside the font's first 256."""


class _Canvas(Canvas):  # type: ignore[misc]
    """reportlab's canvas without its preset font, its text encoding of streams and its clock."""

    def __init__(self, file: BytesIO, size: tuple[float, float], facts: Facts) -> None:
        super().__init__(file, pagesize=size, invariant=1, pageCompression=1, pdfVersion=(1, 7), lang=facts.language)
        self.setTitle(facts.title)
        self.setAuthor(facts.author)
        self.setSubject(facts.subject)
        self.setCreator("Ladder")
        self.setProducer("Ladder")
        stamp = f"D:{facts.day:%Y%m%d}000000+00'00'"
        self.setDateFormatter(lambda *_: stamp)

    @property
    def document(self) -> PDFDocument:
        return self._doc

    def emit(self, operators: str) -> None:
        """Operators for the page's stream."""
        self._code.append(operators)

    def _make_preamble(self) -> None:
        """Nothing: the usual one names a font that would have to be embedded."""
        self._preamble = ""

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802 – the name is reportlab's
        """Also the last word on a page: its stream is compressed and not wrapped in text."""
        super()._setAnnotations(page)
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])


def _escaped(code: int) -> str:
    if 32 <= code < 127:
        character = chr(code)
        return "\\" + character if character in "\\()" else character
    return f"\\{code:03o}"


def _rgb(value: Rgb) -> str:
    red, green, blue = value
    return f"{red:.3f} {green:.3f} {blue:.3f}"


def _arc(cx: float, cy: float, radius: float, start: float, end: float, operator: str) -> list[str]:
    """A circular arc in pieces of at most 45 degrees, begun with `operator` (m or l); y grows upwards."""
    pieces = max(1, round(abs(end - start) / 45 + 0.499))
    step = radians(end - start) / pieces
    pull = 4 / 3 * _tangent(step / 4) * radius
    angle = radians(180 - start)
    out = [f"{cx + radius * cos(angle):.2f} {cy + radius * sin(angle):.2f} {operator}"]
    for _ in range(pieces):
        x0, y0 = cx + radius * cos(angle), cy + radius * sin(angle)
        after = angle - step
        x3, y3 = cx + radius * cos(after), cy + radius * sin(after)
        x1, y1 = x0 + pull * sin(angle), y0 - pull * cos(angle)
        x2, y2 = x3 - pull * sin(after), y3 + pull * cos(after)
        out.append(f"{x1:.2f} {y1:.2f} {x2:.2f} {y2:.2f} {x3:.2f} {y3:.2f} c")
        angle = after
    return out


def _tangent(angle: float) -> float:
    return sin(angle) / cos(angle)

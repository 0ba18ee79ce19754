"""Fields to fill in: each an annotation with a value, and a form to draw it by until a viewer draws it anew."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder_app.report.pdf.palette import colour
from ladder_app.report.pdf.tagtree import MOST_TEXT_BYTES, text_string
from ladder_app.report.pdf.typingfont import write_typing_font
from ladder_app.report.pdf.writing import LineWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.report.pdf.canvas import Canvas
    from ladder_app.report.pdf.embedding import DocumentFonts
    from ladder_app.report.pdf.setting import SetText
    from ladder_app.report.pdf.structure import Element

PADDING = 5.0
"""Between the frame of a field and its text, at the sides."""

_TOP_PADDING = 3.0
_MULTILINE = 1 << 12
_DROP_DOWN = 1 << 17
_FONT = b"/Typing"
_BASELINE_SHARE = 0.33


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in the file, what it is for in words, its value, and the value as it is drawn.

    With `choices` the value is one of them or empty; without, it is text, of several lines if `lines`.
    """

    name: str
    tip: str
    value: str
    drawn: SetText
    choices: Sequence[str] = ()
    lines: bool = False

    def entries(self, value: bytes) -> bytes:
        """What the dictionary of the field says about its kind and value, which is given as a PDF object."""
        said = b"/T(%b)/TU %b/V %b/DV %b" % (self.name.encode("ascii"), text_string(self.tip), value, value)
        if self.choices:
            options = b" ".join([_string(choice) for choice in ("", *self.choices)])
            return b"%b/FT/Ch/Ff %d/Opt[%b]" % (said, _DROP_DOWN, options)
        return b"%b/FT/Tx/Ff %d" % (said, _MULTILINE if self.lines else 0)


class FormWriter:
    """Puts fields on the pages of one document."""

    def __init__(self, canvas: Canvas, fonts: DocumentFonts) -> None:
        self._canvas = canvas
        self._fonts = fonts
        self._fields: list[bytes] = []
        self._forms: dict[tuple[float, float], bytes] = {}

    def add(self, element: Element, box: tuple[float, float, float, float], field: Field) -> None:
        """A field on the current page, in the box of these left, lower, right and upper edges."""
        left, low, right, high = box
        size = field.drawn.style.size
        entries = (
            b"/Subtype/Widget%b/Rect[%.2f %.2f %.2f %.2f]/DA(%b %.1f Tf 0 g)"
            b"/MK<</BC[%b]/BG[1 1 1]>>/BS<</W 0.5/S/S>>/AP<</N %b>>"
        ) % (
            field.entries(self._value(field.value)), left, low, right, high, _FONT, size, _rgb("rule"),
            self._appearance(field, round(right - left, 2), round(high - low, 2)),
        )  # fmt: skip
        self._fields.append(self._canvas.annotate(element, entries))

    def _value(self, text: str) -> bytes:
        """A text as a string, or as a stream of one where that would be longer than an archive may hold."""
        content = text.encode("utf-16-be")
        if len(content) <= MOST_TEXT_BYTES:
            return _string(text)
        (reference,) = self._canvas.reserve(1)
        packed = zlib.compress(b"\xfe\xff" + content)
        body = b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(packed), packed)
        self._canvas.define(reference, body)
        return reference

    def finished(self) -> bytes:
        """Writes the dictionary of all fields; gives its reference."""
        (form,) = self._canvas.reserve(1)
        font = write_typing_font(self._canvas)
        body = b"<</Fields[%b]/DR<</Font<<%b %b>>>>/DA(%b 9 Tf 0 g)>>"
        self._canvas.define(form, body % (b" ".join(self._fields), _FONT, font, _FONT))
        return form

    def _appearance(self, field: Field, width: float, height: float) -> bytes:
        """The drawing of a field: a thin frame, and its value clipped to it. Empty ones of one size share theirs."""
        if not field.value and (width, height) in self._forms:
            return self._forms[width, height]
        operators = [f"q 1 1 1 rg 0 0 {width:.2f} {height:.2f} re f {_rgb('rule').decode()} RG 0.5 w"]
        operators.append(f"0.25 0.25 {width - 0.5:.2f} {height - 0.5:.2f} re S Q /Tx BMC")
        if field.value:
            operators.append(f"q 1 1 {width - 2:.2f} {height - 2:.2f} re W n {_rgb('text').decode()} rg")
            style = field.drawn.style
            top = height - _TOP_PADDING if field.lines else (height + style.leading) / 2
            baseline = top - style.leading / 2 - style.size * _BASELINE_SHARE
            writer = LineWriter(self._canvas, self._fonts, style, "text", None, emit=operators.append)
            writer.write(PADDING, baseline, field.drawn.lines)
            operators.append("Q")
        operators.append("EMC")
        (reference,) = self._canvas.reserve(1)
        packed = zlib.compress("\n".join(operators).encode("ascii"))
        self._canvas.define(
            reference,
            b"<</Type/XObject/Subtype/Form/BBox[0 0 %.2f %.2f]/Resources %b/Length %d/Filter/FlateDecode>>"
            b"\nstream\n%b\nendstream" % (width, height, self._canvas.resources, len(packed), packed),
        )
        if not field.value:
            self._forms[width, height] = reference
        return reference


def _string(text: str) -> bytes:
    return text_string(text) if text else b"()"


def _rgb(token: str) -> bytes:
    return b"%.3f %.3f %.3f" % colour(token)

"""A font made for one document, of shapes from several fonts.

Viewers copy text by text objects, each of which is in one font. A line that is read in both
directions is therefore one object, in a font that has all of its shapes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ladder_app.report.pdf.fontfiles import CURVE_ERROR, built_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.report.pdf.fontfiles import FontFile, Measures

_UNITS = 2000
_PER_THOUSANDTH = _UNITS / 1000


class Shape(NamedTuple):
    """Glyphs of one font, each with its shift, that are drawn together; distances in thousandths of the type size."""

    file: FontFile | None
    glyphs: tuple[tuple[int, float, float], ...]
    advance: float


def blank(advance: float = 0.0) -> Shape:
    """A shape that shows nothing."""
    return Shape(None, (), advance)


class DrawnGlyphs:
    """The glyphs of such a font, as `EmbeddedFont` asks for them; `like` is the font that it looks like."""

    def __init__(self, like: FontFile) -> None:
        self._like = like
        self._numbers: dict[Shape, int] = {}
        self._shapes: list[Shape] = []

    @property
    def name(self) -> str:
        return f"{self._like.name}-Mixed"

    def glyph(self, code: int) -> int:
        """None: its glyphs are shapes, not characters."""
        raise KeyError(code)

    def number(self, shape: Shape) -> int:
        """The number of the glyph that draws a shape; made when first asked for."""
        if shape not in self._numbers:
            self._shapes.append(shape)
            self._numbers[shape] = len(self._shapes)
        return self._numbers[shape]

    def advance(self, glyph: int) -> float:
        """How far a glyph moves the pen, in thousandths of the type size."""
        return _units(self._shapes[glyph - 1].advance) / _PER_THOUSANDTH

    def measures(self) -> Measures:
        """The measures of the font that it looks like."""
        return self._like.measures()

    def program(self, glyphs: Sequence[int]) -> tuple[bytes, Sequence[int]]:
        """A TrueType font of these glyphs, and their numbers in it."""
        from fontTools.pens.cu2quPen import Cu2QuPen  # type: ignore[import-untyped]  # for such text only
        from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
        from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

        outlines = [TTGlyphPen(None).glyph()]
        widths = [0]
        for number in glyphs:
            shape = self._shapes[number - 1]
            pen = TTGlyphPen(None)
            if shape.file is not None:
                scale = shape.file.unit * _PER_THOUSANDTH
                for glyph, shift_x, shift_y in shape.glyphs:
                    drawn = Cu2QuPen(pen, _UNITS * CURVE_ERROR, reverse_direction=shape.file.turns_the_other_way)
                    place = (scale, 0, 0, scale, shift_x * _PER_THOUSANDTH, shift_y * _PER_THOUSANDTH)
                    shape.file.font.draw_glyph_with_pen(glyph, TransformPen(drawn, place))
            outlines.append(pen.glyph())
            widths.append(_units(shape.advance))
        measures = self.measures()
        ascent, descent = (round(height * _PER_THOUSANDTH) for height in (measures.ascent, measures.descent))
        return built_font(_UNITS, outlines, widths, ascent, descent), range(1, len(glyphs) + 1)


def _units(distance: float) -> int:
    return round(distance * _PER_THOUSANDTH)

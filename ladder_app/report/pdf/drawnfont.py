"""A font made for one document, of shapes from several fonts.

Viewers copy text by text objects, each of which is in one font. A line that is read in both
directions is therefore one object, in a font that has all of its shapes.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ladder_app.report.pdf.fontfiles import CURVE_ERROR, built_font

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ladder_app.report.pdf.fontfiles import FontFile, Measures
    from ladder_app.report.pdf.runs import Run
    from ladder_app.report.pdf.shaping import Glyph

_UNITS = 2000
_PER_THOUSANDTH = _UNITS / 1000


class Shape(NamedTuple):
    """Glyphs of one font, each with its shift, that are drawn together; distances in thousandths of the type size."""

    file: FontFile | None
    glyphs: tuple[tuple[int, float, float], ...]
    advance: float

    def begun(self, shift: float, advance: float) -> Shape:
        """The same of another width, drawn that far from where it begins."""
        moved = tuple((glyph, round(x + shift, 2), y) for glyph, x, y in self.glyphs) if shift else self.glyphs
        return Shape(self.file, moved, advance)


def blank(advance: float = 0.0) -> Shape:
    """A shape that shows nothing."""
    return Shape(None, (), advance)


class Stack(NamedTuple):
    """What is drawn at one place for some characters together, and where in thousandths of the type size."""

    text: str
    shape: Shape
    x: float

    def signs(self) -> Iterator[Stack]:
        """The same character by character: the first draws all, and letters share the width.

        pdf.js (Firefox) sees a gap after marks that have a width, pdfium drops what stands twice at one place.
        """
        letters = [i == 0 or is_letter(one) for i, one in enumerate(self.text)]
        share = round(self.shape.advance / sum(letters), 2)
        x = self.x
        for i, (character, wide) in enumerate(zip(self.text, letters, strict=True)):
            advance = share if wide else 0.0
            yield Stack(character, self.shape._replace(advance=advance) if i == 0 else blank(advance), x)
            x += advance


def is_letter(character: str) -> bool:
    """Whether a character has a width of its own, also where it is drawn together with another."""
    return unicodedata.category(character) not in ("Mn", "Me", "Cf")


def has_stacks(glyphs: Sequence[Glyph]) -> bool:
    """Whether some of the glyphs show the same characters together."""
    return any(one.start == other.start for one, other in pairwise(glyphs))


def stacks(run: Run) -> Iterator[Stack]:
    """All of a run that is read from left to right, from left to right; `x` counts from its beginning."""
    clusters: dict[int, list[tuple[int, float, float]]] = {}
    begins: dict[int, float] = {}
    pen = 0.0
    for glyph in run.glyphs or ():
        shift = pen - begins.setdefault(glyph.start, pen) + glyph.shift_x
        clusters.setdefault(glyph.start, []).append((glyph.number, round(shift, 2), round(glyph.shift_y, 2)))
        pen += glyph.advance
    # What is never seen has no glyph; at the beginning of a run it goes with the first that has.
    starts = [0, *sorted(clusters)[1:]]
    for (x, glyphs), (start, end), following in zip(
        ((begins[key], clusters[key]) for key in sorted(clusters)),
        pairwise([*starts, len(run.text)]),
        [*(begins[key] for key in sorted(clusters)[1:]), pen],
        strict=True,
    ):
        yield Stack(run.text[start:end], Shape(run.font.file, tuple(glyphs), round(following - x, 2)), x)


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

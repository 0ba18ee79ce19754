"""Font files as HarfBuzz reads them: characters, widths, outlines, and the part of a font that a document needs."""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from struct import unpack_from
from typing import TYPE_CHECKING, Any, NamedTuple

from ladder_app.report.pdf.scripts import is_private

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import uharfbuzz  # type: ignore[import-untyped]

_RESTRICTED = 0x0002
_EMBEDDING_BITS = 0x000F
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9-]")
_NOT_NEEDED = ("GSUB", "GPOS", "GDEF", "BASE", "OS/2", "post", "name", "gasp", "cmap", "COLR", "CPAL", "STAT")
# What viewers ask a font for that they set new text with.
_FOR_TYPING = ("cmap", "OS/2", "post", "name")
# How far an outline made of quadratic curves may be from the cubic one, as a share of the em.
CURVE_ERROR = 0.001
# A moment of 2020, in seconds since 1904: the same font must always have the same bytes.
_ANY_DAY = 3_660_681_600


class Measures(NamedTuple):
    """What a font descriptor says, in thousandths of the type size."""

    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    capital_height: int
    italic_angle: float


class FontFile:
    """One font of a file, at one weight where its weight can vary.

    Raises `ValueError` for a file that holds no font with outlines, or one that may not be embedded.
    """

    def __init__(self, path: Path, index: int = 0, weight: int | None = None) -> None:
        import uharfbuzz as hb  # loads a library

        self._hb = hb
        self.path = path
        face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        tables = set(face.table_tags)
        if not face.glyph_count or not tables & {"glyf", "CFF ", "CFF2"} or not face.upem:
            raise ValueError(f"{path} holds no outlines.")
        self._face = face
        self._has_glyf = "glyf" in tables
        self._varies = "fvar" in tables
        self.weight = weight if weight is not None and _has_weights(face) else None
        self.font: uharfbuzz.Font = hb.Font(face)
        if self.weight is not None:
            self.font.set_variations({"wght": self.weight})
        self.unit = 1000 / face.upem
        self.codes: frozenset[int] = frozenset(face.unicodes)
        self.characters = frozenset((*(c for c in map(chr, self.codes) if not is_private(c)), "\n"))
        self._os2 = bytes(face.reference_table("OS/2").data)
        if len(self._os2) >= 10 and unpack_from(">H", self._os2, 8)[0] & _EMBEDDING_BITS == _RESTRICTED:
            raise ValueError(f"{path} may not be embedded.")

    @property
    def name(self) -> str:
        """The PostScript name, of letters, digits and hyphens."""
        named = self._face.get_name(self._hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.path.stem
        return _NOT_IN_A_NAME.sub("", named)[:60] or "Font"

    @property
    def turns_the_other_way(self) -> bool:
        """Whether its outlines run the other way round than those of a TrueType font."""
        return not self._has_glyf

    def glyph(self, code: int) -> int:
        """The glyph of a character; 0 if there is none."""
        return self.font.get_nominal_glyph(code) or 0

    def advance(self, glyph: int) -> float:
        """How far a glyph moves the pen, in thousandths of the type size."""
        return float(self.font.get_glyph_h_advance(glyph) * self.unit)

    def draws(self, code: int) -> bool:
        """Whether the glyph of a character has an outline; those of colour fonts may have none."""
        pen = _CountingPen()
        self.font.draw_glyph_with_pen(self.glyph(code), pen)
        return pen.count > 0

    def measures(self) -> Measures:
        """The measures of the whole font."""
        unit = self.unit
        head = bytes(self._face.reference_table("head").data)
        box = unpack_from(">4h", head, 36)
        extents = self.font.get_font_extents("ltr")
        post = bytes(self._face.reference_table("post").data)
        angle = unpack_from(">i", post, 4)[0] / 65536 if len(post) >= 8 else 0.0
        ascent = round(extents.ascender * unit)
        capital = unpack_from(">h", self._os2, 88)[0] if len(self._os2) >= 90 else 0
        return Measures(
            (round(box[0] * unit), round(box[1] * unit), round(box[2] * unit), round(box[3] * unit)),
            ascent,
            round(extents.descender * unit),
            round(capital * unit) or ascent,
            angle,
        )

    def program(self, glyphs: Sequence[int]) -> tuple[bytes, Sequence[int]]:
        """A TrueType font of these glyphs alone, and their numbers in it."""
        if self._has_glyf:
            return self._subset(glyphs)
        return self._redrawn(glyphs), range(1, len(glyphs) + 1)

    def program_of(self, codes: set[int]) -> bytes:
        """A TrueType font of these characters, which finds its glyphs by character; of a font with such outlines."""
        hb = self._hb
        wanted = hb.SubsetInput()
        wanted.unicode_set.update(codes)
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE
        for tag in _NOT_NEEDED:
            if tag not in _FOR_TYPING:
                wanted.drop_table_tag_set.add(int.from_bytes(tag.encode(), "big"))
        return bytes(hb.SubsetPlan(self._face, wanted).execute().blob.data)

    def _subset(self, glyphs: Sequence[int]) -> tuple[bytes, Sequence[int]]:
        hb = self._hb
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE
        for tag in _NOT_NEEDED:
            wanted.drop_table_tag_set.add(int.from_bytes(tag.encode(), "big"))
        if self._varies:
            wanted.pin_all_axes_to_default(self._face)
            if self.weight is not None:
                wanted.pin_axis_location(self._face, "wght", self.weight)
        plan = hb.SubsetPlan(self._face, wanted)
        made = plan.execute()
        numbers = plan.old_to_new_glyph_mapping
        return bytes(made.blob.data), [numbers[glyph] for glyph in glyphs]

    def _redrawn(self, glyphs: Sequence[int]) -> bytes:
        """The outlines as quadratic curves, numbered from 1 in the order given; CFF fonts need it."""
        from fontTools.pens.cu2quPen import Cu2QuPen  # type: ignore[import-untyped]  # for CFF fonts only
        from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

        upem = self._face.upem
        outlines = []
        widths = []
        for glyph in (0, *glyphs):
            pen = TTGlyphPen(None)
            self.font.draw_glyph_with_pen(glyph, Cu2QuPen(pen, upem * CURVE_ERROR, reverse_direction=True))
            outlines.append(pen.glyph())
            widths.append(self.font.get_glyph_h_advance(glyph))
        extents = self.font.get_font_extents("ltr")
        return built_font(upem, outlines, widths, extents.ascender, extents.descender)


def built_font(upem: int, outlines: Sequence[Any], widths: Sequence[int], ascent: int, descent: int) -> bytes:
    """A TrueType font of such outlines, the first for what it lacks; the same ones give the same bytes."""
    from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]  # when first needed

    order = [".notdef", *(f"g{i}" for i in range(1, len(outlines)))]
    builder = FontBuilder(upem, isTTF=True)
    builder.font.recalcTimestamp = False
    builder.setupGlyphOrder(order)
    builder.setupGlyf(dict(zip(order, outlines, strict=True)))
    table = builder.font["glyf"]
    builder.setupHorizontalMetrics(
        {name: (width, getattr(table[name], "xMin", 0)) for name, width in zip(order, widths, strict=True)}
    )
    builder.setupHorizontalHeader(ascent=ascent, descent=descent)
    builder.setupMaxp()
    builder.updateHead(created=_ANY_DAY, modified=_ANY_DAY)
    made = BytesIO()
    builder.font.save(made)
    return made.getvalue()


class _CountingPen:
    """Counts the segments of an outline."""

    def __init__(self) -> None:
        self.count = 0

    def moveTo(self, *_: object) -> None:  # noqa: N802 – the names are those of a pen of fontTools
        """A contour begins; only its segments draw."""

    def lineTo(self, *_: object) -> None:  # noqa: N802
        self.count += 1

    def curveTo(self, *_: object) -> None:  # noqa: N802
        self.count += 1

    def qCurveTo(self, *_: object) -> None:  # noqa: N802
        self.count += 1

    def closePath(self) -> None:  # noqa: N802
        """Nothing is counted."""


@lru_cache(maxsize=64)
def font_file(path: Path, index: int = 0, weight: int | None = None) -> FontFile:
    """A font, read once per process. Raises `ValueError` as `FontFile` does."""
    return FontFile(path, index, weight)


def fonts_in(path: Path) -> int:
    """How many fonts a file holds."""
    import uharfbuzz as hb

    return int(hb.Face(hb.Blob.from_file_path(str(path))).count)


def _has_weights(face: uharfbuzz.Face) -> bool:
    return any(axis.tag == "wght" for axis in face.axis_infos)

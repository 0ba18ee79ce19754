"""Fonts as a document holds them: the glyphs it draws and, for each, the text that it stands for."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Protocol

from ladder_app.report.pdf.drawnfont import DrawnGlyphs, Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence, Set

    from ladder_app.report.pdf.fontfiles import FontFile, Measures
    from ladder_app.report.pdf.tagtree import ObjectStore

# Symbolic: its glyphs are found by number.
_FLAGS = 4
_AT_ONCE = 100
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# A letter has up to four forms; checkers take a text with more glyphs for one that many were mapped to by mistake.
_MOST_SHAPES = 4
_MOST_MIXED = 12
_NO_SHAPES: frozenset[Shape] = frozenset()

Drawn = tuple[Shape, str]
"""A shape, and the text that it stands for."""


class Glyphs(Protocol):
    """Where the glyphs of a font come from."""

    @property
    def name(self) -> str:
        """The PostScript name."""

    def glyph(self, code: int) -> int:
        """The glyph of a character; 0 if there is none."""

    def advance(self, glyph: int) -> float:
        """How far a glyph moves the pen, in thousandths of the type size."""

    def measures(self) -> Measures:
        """The measures of the whole font."""

    def program(self, glyphs: Sequence[int]) -> tuple[bytes, Sequence[int]]:
        """A TrueType font of these glyphs alone, and their numbers in it."""


class EmbeddedFont(dict[int, str]):
    """One font in one document. As a mapping, from characters to their codes in hexadecimal digits.

    A code stands for a glyph and what it says: a glyph that is drawn for two characters has two
    codes, so that each is copied out as what it was.
    """

    def __init__(self, file: Glyphs, number: int) -> None:
        super().__init__()
        self.resource = f"/F{number}"
        self._file = file
        self._number = number
        self._codes: dict[tuple[int, str], str] = {}
        self._glyphs: list[int] = []
        self._texts: list[str] = []
        self._advances: dict[int, float] = {}

    def __missing__(self, character: int) -> str:
        code = self[character] = self.code(self._file.glyph(character), chr(character))
        return code

    def code(self, glyph: int, text: str) -> str:
        """The code of a glyph that stands for a text."""
        key = (glyph, text)
        if key not in self._codes:
            self._glyphs.append(glyph)
            self._texts.append(text)
            self._codes[key] = f"{len(self._glyphs):04X}"
        return self._codes[key]

    def advance(self, glyph: int) -> float:
        """How far a viewer moves after a glyph, in thousandths of the type size."""
        if glyph not in self._advances:
            self._advances[glyph] = self._file.advance(glyph)
        return self._advances[glyph]

    def write(self, store: ObjectStore) -> bytes:
        """Writes the font; gives the reference of its object."""
        file = self._file
        program, numbers = file.program(list(dict.fromkeys(self._glyphs)))
        number_of = dict(zip(dict.fromkeys(self._glyphs), numbers, strict=True))
        font, descendant, descriptor, stream, map_to_glyphs, to_unicode = store.reserve(6)
        name = f"{self._tag()}+{file.name}".encode()
        measures = file.measures()
        store.define(stream, _stream(program, b"/Length1 %d" % len(program)))
        in_order = b"".join(number_of[glyph].to_bytes(2, "big") for glyph in self._glyphs)
        store.define(map_to_glyphs, _stream(b"\0\0" + in_order))
        store.define(to_unicode, _stream(_character_map(self._texts)))
        store.define(
            descriptor,
            b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox [%d %d %d %d]/ItalicAngle %.2f/Ascent %d/Descent %d"
            b"/CapHeight %d/StemV 80/FontFile2 %b>>"
            % (
                name, _FLAGS, *measures.box, measures.italic_angle, measures.ascent, measures.descent,
                measures.capital_height, stream,
            ),
        )  # fmt: skip
        widths = b" ".join(_number(self.advance(glyph)) for glyph in self._glyphs)
        store.define(
            descendant,
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b/CIDSystemInfo"
            b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %b/DW 0/W [1 [%b]]/CIDToGIDMap %b>>"
            % (name, descriptor, widths, map_to_glyphs),
        )
        store.define(
            font,
            b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts [%b]/ToUnicode %b>>"
            % (name, descendant, to_unicode),
        )
        return font

    def _tag(self) -> str:
        """Six letters that tell the parts of fonts apart."""
        number = zlib.crc32(repr((self._number, self._glyphs)).encode())
        return "".join(_LETTERS[number // 26**place % 26] for place in range(6))


class MixedFont(EmbeddedFont):
    """The font of lines that are read in both directions: shapes from several fonts."""

    def __init__(self, glyphs: DrawnGlyphs, number: int) -> None:
        super().__init__(glyphs, number)
        self._drawn = glyphs
        self._shapes_of: dict[str, set[Shape]] = {}

    def has_room(self, signs: Set[Drawn]) -> bool:
        """Whether no text would have more shapes than the glyphs of a sound font if it held these as well."""
        added: dict[str, set[Shape]] = {}
        for shape, text in signs:
            added.setdefault(text, set()).add(shape)
        return all(
            len(shapes | self._shapes_of.get(text, _NO_SHAPES)) <= _MOST_SHAPES
            for text, shapes in added.items()
            if text.strip()
        )

    def shape_code(self, shape: Shape, text: str) -> str:
        """The code of a shape that stands for a text."""
        self._shapes_of.setdefault(text, set()).add(shape)
        return self.code(self._drawn.number(shape), text)

    def shape_advance(self, shape: Shape) -> float:
        """How far a viewer moves after a shape, in thousandths of the type size."""
        return self.advance(self._drawn.number(shape))


class DocumentFonts:
    """The fonts of one document, each made when first asked for; `family` gives the font that made ones look like."""

    def __init__(self, family: Callable[[], FontFile]) -> None:
        self._family = family
        self._fonts: dict[FontFile, EmbeddedFont] = {}
        self._made: list[EmbeddedFont] = []
        self._mixed: list[MixedFont] = []

    def __call__(self, file: FontFile) -> EmbeddedFont:
        """The font of a file."""
        if file not in self._fonts:
            self._fonts[file] = EmbeddedFont(file, len(self._made) + 1)
            self._made.append(self._fonts[file])
        return self._fonts[file]

    def mixed(self, signs: Set[Drawn]) -> MixedFont:
        """The font of a line that is read in both directions: the first with room for all that the line draws."""
        for font in self._mixed:
            if font.has_room(signs):
                return font
        if len(self._mixed) == _MOST_MIXED:
            return self._mixed[-1]
        font = MixedFont(DrawnGlyphs(self._family()), len(self._made) + 1)
        self._made.append(font)
        self._mixed.append(font)
        return font

    def all(self) -> Iterable[EmbeddedFont]:
        """The fonts in the order in which they were made."""
        return self._made


def _stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    return b"<</Length %d/Filter/FlateDecode%b>>\nstream\n%b\nendstream" % (len(packed), more, packed)


def _number(value: float) -> bytes:
    return f"{value:.2f}".rstrip("0").rstrip(".").encode()


def _character_map(texts: Sequence[str]) -> bytes:
    """The ToUnicode map of the codes 1, 2, 3 …"""
    lines = [
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        b"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start, part in _portions(texts):
        lines.append(b"%d beginbfchar" % len(part))
        for code, text in enumerate(part, start=start):
            lines.append(b"<%04X> <%b>" % (code, text.encode("utf-16-be").hex().upper().encode()))
        lines.append(b"endbfchar")
    lines.append(b"endcmap CMapName currentdict /CMap defineresource pop end end")
    return b"\n".join(lines)


def _portions(texts: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    for start in range(0, len(texts), _AT_ONCE):
        yield start + 1, texts[start : start + _AT_ONCE]

"""The font that a viewer may use for what is typed into a field: Western European letters, one byte each.

Viewers cannot type with the fonts of the pages, which hold only the glyphs drawn there. For other
scripts they use fonts of their own.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from ladder_app.report.pdf.typefaces import Face, family_font

if TYPE_CHECKING:
    from ladder_app.report.pdf.fontfiles import FontFile
    from ladder_app.report.pdf.tagtree import ObjectStore

# Not symbolic: its characters are found by the names of an encoding.
_FLAGS = 32
_FIRST, _LAST = 32, 255


def write_typing_font(store: ObjectStore) -> bytes:
    """Writes the font; gives its reference."""
    file = family_font(Face.REGULAR)
    font, descriptor, stream = store.reserve(3)
    program = _program(file)
    packed = zlib.compress(program)
    store.define(
        stream,
        b"<</Length %d/Filter/FlateDecode/Length1 %d>>\nstream\n%b\nendstream" % (len(packed), len(program), packed),
    )
    measures = file.measures()
    name = f"LADDER+{file.name}".encode()
    store.define(
        descriptor,
        b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox [%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d"
        b"/CapHeight %d/StemV 80/FontFile2 %b>>"
        % (name, _FLAGS, *measures.box, measures.ascent, measures.descent, measures.capital_height, stream),
    )
    advances = [0.0 if code is None else file.advance(file.glyph(code)) for code in _characters()]
    widths = b" ".join(b"%.0f" % advance for advance in advances)
    store.define(
        font,
        b"<</Type/Font/Subtype/TrueType/BaseFont/%b/FirstChar %d/LastChar %d/Widths [%b]/FontDescriptor %b"
        b"/Encoding/WinAnsiEncoding>>" % (name, _FIRST, _LAST, widths, descriptor),
    )
    return font


def _characters() -> list[int | None]:
    """The characters of the encoding from the first code to the last; None where it has none."""
    found: list[int | None] = []
    for code in range(_FIRST, _LAST + 1):
        character = bytes([code]).decode("cp1252", errors="replace")
        found.append(None if character == "\ufffd" or code == 127 else ord(character))
    return found


@lru_cache(maxsize=1)
def _program(file: FontFile) -> bytes:
    return file.program_of({code for code in _characters() if code is not None})

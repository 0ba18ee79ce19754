"""The typefaces of the report: one family, and what stands in for the characters that it lacks."""

from __future__ import annotations

import copy
import re
import unicodedata
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]


class Face(Enum):
    """A cut of the family, by its file name."""

    REGULAR = "Regular"
    SEMIBOLD = "Semibold"
    ITALIC = "It"
    SEMIBOLD_ITALIC = "SemiboldIt"

    def styled(self, *, bold: bool, italic: bool) -> Face:
        """This face made bold or italic, or both, on top of what it is."""
        bold = bold or self in (Face.SEMIBOLD, Face.SEMIBOLD_ITALIC)
        italic = italic or self in (Face.ITALIC, Face.SEMIBOLD_ITALIC)
        if bold:
            return Face.SEMIBOLD_ITALIC if italic else Face.SEMIBOLD
        return Face.ITALIC if italic else Face.REGULAR


class WordWidths(dict[str, float]):
    """The widths of words in thousandths of the type size, each measured once."""

    def __init__(self, advances: dict[int, float], default: float) -> None:
        super().__init__()
        self._advances = advances
        self._default = default

    def __missing__(self, word: str) -> float:
        advances, default = self._advances, self._default
        width = float(sum([advances.get(code, default) for code in map(ord, word)]))
        if len(word) <= 40:
            self[word] = width
        return width


class Font:
    """One font as this document uses it: what it covers and how wide its words are."""

    def __init__(self, ttf: TTFont) -> None:
        self.ttf = ttf
        self.covered = frozenset((*map(chr, ttf.face.charToGlyph), "\n"))
        self._advances: dict[int, float] = ttf.face.charWidths
        self._default = float(ttf.face.defaultWidth)
        self.widths = WordWidths(self._advances, self._default)
        self.space = self.widths[" "]

    def covers(self, text: str) -> bool:
        """Whether it has a glyph for every character."""
        return text.isascii() or self.covered.issuperset(text)

    def advance_at(self, text: str) -> Callable[[int], float]:
        """The width of the character at an offset of a text, in thousandths of the type size."""
        advances, default = self._advances, self._default
        return lambda i: advances.get(ord(text[i]), default)

    def advance(self, character: str) -> float:
        """The width of one character in thousandths of the type size."""
        return self._advances.get(ord(character), self._default)

    def width(self, text: str, size: float) -> float:
        """The width of a text in points."""
        widths = self.widths
        words = text.split(" ")
        return (sum([widths[word] for word in words]) + self.space * (len(words) - 1)) * size / 1000


class Typefaces:
    """The fonts of one document.

    The files are parsed once per process; each document works on copies, because reportlab's
    fonts keep state while a document is written. That makes exports on two threads safe.
    """

    def __init__(self) -> None:
        self._faces: dict[Face, Font] = {}
        self._fallbacks: dict[Face, tuple[Font, ...]] = {}
        self._inter: Font | None = None

    def font(self, face: Face) -> Font:
        """The font of a face, loaded when first asked for."""
        if face not in self._faces:
            self._faces[face] = Font(_copied(_parsed(_source_sans(face))))
        return self._faces[face]

    def runs(self, text: str, face: Face) -> Iterator[tuple[Font, str]]:
        """The text in runs of one font each; together they are the text, with a visible sign for what no font has."""
        font = self.font(face)
        if font.covers(text):
            yield font, text
            return
        current, run = font, ""
        for character in text:
            found, shown = self._for(character, face)
            if found is not current and run:
                yield current, run
                run = ""
            current = found
            run += shown
        if run:
            yield current, run

    def missing(self, text: str) -> set[str]:
        """The characters of a text that no font has a glyph for."""
        if self.font(Face.REGULAR).covers(text):
            return set()
        return {c for c in set(text) if not c.isspace() and self._first_with(c, Face.REGULAR) is None}

    def _for(self, character: str, face: Face) -> tuple[Font, str]:
        font = self._first_with(character, face)
        if font is not None:
            return font, character
        # Latin letters with rare marks still say what they are without them.
        plain = unicodedata.normalize("NFKD", character)
        for part in (plain, plain[:1]):
            if self.font(face).covers(part) and part.isprintable() and not part.isspace():
                return self.font(face), part
        return self._inter_font(), "□"

    def _first_with(self, character: str, face: Face) -> Font | None:
        if character in self.font(face).covered:
            return self.font(face)
        if face not in self._fallbacks:
            upright = Face.SEMIBOLD if face is Face.SEMIBOLD_ITALIC else Face.REGULAR
            self._fallbacks[face] = (self.font(upright), self._inter_font())
        return next((font for font in self._fallbacks[face] if character in font.covered), None)

    def _inter_font(self) -> Font:
        if self._inter is None:
            self._inter = Font(_copied(_parsed(_inter())))
        return self._inter


_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_DROPPED = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]")
_SPACES = re.compile("[\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text with tabs and line ends made plain, invisible format characters gone and control characters shown.

    Newlines and non-breaking spaces stay.
    """
    if text.isprintable():
        if text.isascii():
            return text
    else:
        text = _BREAKS.sub("\n", text).replace("\t", "    ")
        text = _DROPPED.sub("", text)
        text = _CONTROLS.sub("\ufffd", text)
        text = _SPACES.sub(" ", text)
    if any(unicodedata.combining(character) for character in text):
        text = unicodedata.normalize("NFC", text)
    return text


@lru_cache(maxsize=16)
def _parsed(path: Path) -> TTFont:
    from reportlab.pdfbase.ttfonts import TTFont  # reportlab is loaded by the first export

    return TTFont(path.stem, str(path))


def _copied(parsed: TTFont) -> TTFont:
    """A copy with state of its own over the same tables; the registry of reportlab is never used."""
    font = copy.copy(parsed)
    font.face = copy.copy(parsed.face)
    font.state = WeakKeyDictionary()
    return font


def _source_sans(face: Face) -> Path:
    import font_source_sans_pro  # type: ignore[import-untyped]  # it lists a folder when imported

    return Path(font_source_sans_pro.font_directory) / f"SourceSansPro-{face.value}.ttf"


def _inter() -> Path:
    import fontpkg_inter  # type: ignore[import-untyped]  # needed for rare characters only

    return Path(fontpkg_inter.ROOT) / "files" / "Inter[opsz,wght].ttf"

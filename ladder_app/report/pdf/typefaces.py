"""The typefaces of the report: one family, and what stands in for the characters that it lacks."""

from __future__ import annotations

import unicodedata
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ladder_app.report.pdf.fontfiles import FontFile, font_file
from ladder_app.report.pdf.scripts import ISOLATES, belongs_to_the_one_before, is_hangul, is_joiner, is_private
from ladder_app.report.pdf.systemfonts import system_font

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_REGULAR_WEIGHT, _SEMIBOLD_WEIGHT = 400, 600


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


class Advances(dict[int, float]):
    """How far each character moves the pen, in thousandths of the type size."""

    def __init__(self, file: FontFile) -> None:
        super().__init__()
        self._file = file

    def __missing__(self, code: int) -> float:
        advance = self[code] = 0.0 if chr(code) in ISOLATES else self._file.advance(self._file.glyph(code))
        return advance


class WordWidths(dict[str, float]):
    """The widths of words in thousandths of the type size, each measured once."""

    def __init__(self, advances: Advances) -> None:
        super().__init__()
        self._advances = advances

    def __missing__(self, word: str) -> float:
        advances = self._advances
        width = float(sum([advances[code] for code in map(ord, word)]))
        if len(word) <= 40:
            self[word] = width
        return width


class Font:
    """One font as this document uses it: what it covers and how wide its words are."""

    def __init__(self, file: FontFile) -> None:
        self.file = file
        self.covered = file.characters
        self._advances = Advances(file)
        self.widths = WordWidths(self._advances)
        self.space = self.widths[" "]

    def covers(self, text: str) -> bool:
        """Whether it has a glyph for every character."""
        return text.isascii() or self.covered.issuperset(text)

    def advance_at(self, text: str) -> Callable[[int], float]:
        """The width of the character at an offset of a text, in thousandths of the type size."""
        advances = self._advances
        return lambda i: advances[ord(text[i])]

    def advance(self, character: str) -> float:
        """The width of one character in thousandths of the type size."""
        return self._advances[ord(character)]

    def width(self, text: str, size: float) -> float:
        """The width of a text in points."""
        widths = self.widths
        words = text.split(" ")
        return (sum([widths[word] for word in words]) + self.space * (len(words) - 1)) * size / 1000


class Typefaces:
    """The fonts of one document: the family, the fonts that come with the program, then the computer's.

    The files are read once per process; what a document measures with them is its own, so that
    exports on two threads do not meet.
    """

    def __init__(self) -> None:
        self._faces: dict[Face, Font] = {}
        self._fonts: dict[FontFile, Font] = {}
        self._found: dict[tuple[str, Face], Font | None] = {}

    def font(self, face: Face) -> Font:
        """The font of a face, loaded when first asked for."""
        if face not in self._faces:
            self._faces[face] = self._as_font(family_font(face))
        return self._faces[face]

    def runs(self, text: str, face: Face) -> Iterator[tuple[Font, str]]:
        """The text in runs of one font each; together they are the text, with a visible sign for what no font has."""
        font = self.font(face)
        if font.covers(text):
            yield font, text
            return
        current, run = font, ""
        for character in text:
            kept = run and (belongs_to_the_one_before(character) or character not in font.covered)
            if kept and (is_joiner(character) or character in current.covered):
                run += character
                continue
            found, shown = self._for(character, face)
            if found is not current and run:
                # A sign around or over a letter is drawn with the letter, by a font that has both.
                base = _last_letter(run) if belongs_to_the_one_before(character) else ""
                together = base if all(part in found.covered or is_joiner(part) for part in base) else ""
                if len(run) > len(together):
                    yield current, run[: len(run) - len(together)]
                run = together
            current = found
            run += shown
        if run:
            yield current, run

    def missing(self, text: str) -> set[str]:
        """The characters of a text that no font has a glyph for."""
        if self.font(Face.REGULAR).covers(text):
            return set()
        seen = (c for c in set(text) if not c.isspace() and not is_joiner(c))
        return {c for c in seen if self._first_with(c, Face.REGULAR) is None}

    def _for(self, character: str, face: Face) -> tuple[Font, str]:
        font = self._first_with(character, face)
        if font is not None:
            return font, character
        if is_joiner(character):
            return self.font(face), character if character in ISOLATES else ""
        # Latin letters with rare marks still say what they are without them.
        plain = unicodedata.normalize("NFKD", character)
        for part in (plain, plain[:1]):
            if self.font(face).covers(part) and part.isprintable() and not part.isspace():
                return self.font(face), part
        return self._as_font(_inter()), "□"

    def _first_with(self, character: str, face: Face) -> Font | None:
        if character in self.font(face).covered:
            return self.font(face)
        if is_private(character):
            return None
        key = (character, face)
        if key not in self._found:
            file = self._fallback(character, bold=face in (Face.SEMIBOLD, Face.SEMIBOLD_ITALIC))
            self._found[key] = None if file is None else self._as_font(file)
        return self._found[key]

    def _fallback(self, character: str, *, bold: bool) -> FontFile | None:
        upright = self.font(Face.SEMIBOLD if bold else Face.REGULAR).file
        code = ord(character)
        for file in (upright, _inter()):
            if code in file.codes:
                return file
        return _font_of_a_script(code, bold=bold) or system_font(code, bold=bold)

    def _as_font(self, file: FontFile) -> Font:
        if file not in self._fonts:
            self._fonts[file] = Font(file)
        return self._fonts[file]


def _last_letter(text: str) -> str:
    """The last letter of a text, with what belongs to it."""
    start = len(text) - 1
    while start > 0 and belongs_to_the_one_before(text[start]):
        start -= 1
    return text[start:]


def family_font(face: Face) -> FontFile:
    """The font of a face of the family."""
    return font_file(_source_sans(face))


def _source_sans(face: Face) -> Path:
    import font_source_sans_pro  # type: ignore[import-untyped]  # it lists a folder when imported

    return Path(font_source_sans_pro.font_directory) / f"SourceSansPro-{face.value}.ttf"


def _inter() -> FontFile:
    import fontpkg_inter  # type: ignore[import-untyped]  # needed for rare characters only

    return font_file(Path(fontpkg_inter.ROOT) / "files" / "Inter[opsz,wght].ttf")


def _font_of_a_script(code: int, *, bold: bool) -> FontFile | None:
    """The font that comes with the program for a script that the family lacks."""
    arabic = font_file(_plex_arabic(bold=bold))
    if code in arabic.codes:
        return arabic
    if is_hangul(code) and code in font_file(_noto_korean()).codes:
        return font_file(_noto_korean())
    for path in _script_fonts():
        if code in font_file(path).codes:
            return font_file(path, 0, _SEMIBOLD_WEIGHT if bold else _REGULAR_WEIGHT)
    return None


def _plex_arabic(*, bold: bool) -> Path:
    """Arabic with a glyph for each letter: Noto sets dots apart from their letters, and viewers then copy gaps."""
    import fontpkg_ibm_plex_sans_arabic as plex  # type: ignore[import-untyped]  # needed for Arabic only

    return Path(plex.ROOT) / "files" / f"IBMPlexSansArabic-{'SemiBold' if bold else 'Regular'}.ttf"


def _noto_korean() -> Path:
    """For Hangul alone: the font has some Han characters too, and a text in those is to be in one font."""
    import pylopdf_fonts_ko  # needed for Korean only

    return Path(pylopdf_fonts_ko.sans_path())


@lru_cache(maxsize=1)
def _script_fonts() -> tuple[Path, ...]:
    import manimgx_fonts  # type: ignore[import-untyped]  # needed for other scripts only

    found = Path(manimgx_fonts.__file__).parent.glob("Noto*.ttf")
    upright = (path for path in found if "Italic" not in path.name)
    # Emoji last: their font also has digits and signs.
    return tuple(sorted(upright, key=lambda path: ("Emoji" in path.name, len(path.name), path.name)))

"""The fonts of a PDF: what their codes stand for, and whether what is drawn is in them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

_PAIR = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_PORTION = re.compile(rb"(\d+) beginbfchar\n(.*?)\nendbfchar", re.DOTALL)
_SUBSET = re.compile(r"/[A-Z]{6}\+[A-Za-z0-9-]+")
_SYMBOLIC, _NOT_SYMBOLIC = 4, 32
_NEEDED = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
_MOST_IN_A_PORTION = 100
_LEAST_OFF = 1


def character_map(font: pikepdf.Object, faults: list[str]) -> dict[int, str]:
    """What the codes of a font stand for."""
    if "/ToUnicode" not in font:
        if font.get("/Encoding") != "/WinAnsiEncoding":
            faults.append("A font does not say what its characters are.")
        return {}
    found = {}
    for code, text in _PAIR.findall(font["/ToUnicode"].read_bytes()):
        found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    if any(not text or set(text) & set("\0\ufeff\ufffe") for text in found.values()):
        faults.append("A character stands for nothing.")
    return found


def decoded(codes: bytes, characters: dict[int, str], faults: list[str]) -> str:
    """The text of codes of two bytes."""
    text = ""
    for i in range(0, len(codes), 2):
        code = int.from_bytes(codes[i : i + 2], "big")
        if code not in characters:
            faults.append(f"Nobody can know what the code {code:04X} stands for.")
        text += characters.get(code, "")
    return text


def font_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What is wrong with the fonts that pages and the forms of fields draw with, and with those to type in."""
    used: dict[tuple[int, int], set[int]] = defaultdict(set)
    fonts: dict[tuple[int, int], pikepdf.Object] = {}
    for page in pdf.pages:
        forms = [a["/AP"]["/N"] for a in page.get("/Annots", pikepdf.Array()) if "/AP" in a]
        drawings: list[pikepdf.Page | pikepdf.Object] = [page, *forms]
        for drawn in drawings:
            listed = drawn.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary())
            for name, codes in _codes_in(drawn):
                font = listed.get(name)
                if font is None:
                    yield f"The font {name} is drawn with, and is not there."
                    continue
                fonts[font.objgen] = font
                used[font.objgen] |= {int.from_bytes(codes[i : i + 2], "big") for i in range(0, len(codes), 2)}
    for key, font in fonts.items():
        yield from _composite_faults(font, used[key])
    form = pdf.Root.get("/AcroForm", pikepdf.Dictionary())
    for font in form.get("/DR", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary()).values():
        yield from _typing_faults(font)


def _codes_in(drawn: pikepdf.Page | pikepdf.Object) -> Iterator[tuple[str, bytes]]:
    name = ""
    for instruction in pikepdf.parse_content_stream(drawn):
        operator = str(instruction.operator)
        if operator == "Tf":
            name = str(instruction.operands[0])
        elif operator in ("Tj", "TJ"):
            parts = instruction.operands[0] if operator == "TJ" else [instruction.operands[0]]
            yield name, b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))


def _composite_faults(font: pikepdf.Object, codes: set[int]) -> Iterator[str]:
    if font["/Subtype"] != "/Type0" or font["/Encoding"] != "/Identity-H" or "/ToUnicode" not in font:
        yield "A font is not of the kind that we write."
        return
    (descendant,) = font["/DescendantFonts"]
    yield from _descriptor_faults(descendant, font, _SYMBOLIC)
    program = _program(descendant)
    if program is None:
        return
    map_to_glyphs = descendant["/CIDToGIDMap"].read_bytes()
    widths = _widths(descendant)
    known = character_map(font, [])
    for count, lines in _PORTION.findall(font["/ToUnicode"].read_bytes()):
        if not 0 < int(count) <= _MOST_IN_A_PORTION or int(count) != len(lines.split(b"\n")):
            yield "A portion of what characters are is counted wrongly."
    for code in sorted(codes):
        glyph = int.from_bytes(map_to_glyphs[2 * code : 2 * code + 2], "big")
        if not 0 < glyph < program["maxp"].numGlyphs:
            yield "A glyph is drawn that its font does not have."
            continue
        if abs(widths.get(code, 0.0) - _advance(program, program.getGlyphName(glyph))) > _LEAST_OFF:
            yield "A glyph is as wide as its font does not say."
        if code not in known:
            yield f"Nobody can know what the code {code:04X} stands for."


def _typing_faults(font: pikepdf.Object) -> Iterator[str]:
    if font["/Subtype"] != "/TrueType" or font["/Encoding"] != "/WinAnsiEncoding":
        yield "The font to type with is not of the kind that we write."
    yield from _descriptor_faults(font, font, _NOT_SYMBOLIC)
    program = _program(font)
    if program is None:
        return
    tables = {(table.platformID, table.platEncID): table.cmap for table in program["cmap"].tables}
    if (3, 1) not in tables or (3, 0) in tables:
        yield "The font to type with does not find its glyphs by characters."
        return
    first, last = int(font["/FirstChar"]), int(font["/LastChar"])
    widths = [float(width) for width in font["/Widths"]]
    if len(widths) != last - first + 1:
        yield "The font to type with has widths for other characters."
    for code, width in enumerate(widths, start=first):
        character = bytes([code]).decode("cp1252", errors="ignore")
        if not character.isprintable() or not character:
            continue
        name = tables[3, 1].get(ord(character))
        if name is None:
            yield "The font to type with lacks a character."
        elif abs(width - _advance(program, name)) > _LEAST_OFF:
            yield "A glyph is as wide as its font does not say."


def _descriptor_faults(font: pikepdf.Object, named: pikepdf.Object, flag: int) -> Iterator[str]:
    descriptor = font["/FontDescriptor"]
    names = {str(font["/BaseFont"]), str(named["/BaseFont"]), str(descriptor["/FontName"])}
    if len(names) != 1 or not _SUBSET.fullmatch(min(names)):
        yield "A font goes by several names, or is not said to be a part of one."
    if int(descriptor["/Flags"]) & (_SYMBOLIC | _NOT_SYMBOLIC) != flag:
        yield "A font does not say how its glyphs are found."
    if "/FontFile2" not in descriptor:
        yield "A font is not in the file."
    if "/CIDSet" in descriptor:
        yield "A font lists its glyphs."


def _program(font: pikepdf.Object) -> TTFont | None:
    stream = font["/FontDescriptor"].get("/FontFile2")
    if stream is None:
        return None
    content = stream.read_bytes()
    program = TTFont(BytesIO(content))
    sound = int(stream["/Length1"]) == len(content) and set(program.keys()) >= _NEEDED
    return program if sound else None


def _widths(descendant: pikepdf.Object) -> dict[int, float]:
    (first, widths) = descendant["/W"]
    return {int(first) + i: float(width) for i, width in enumerate(widths)}


def _advance(program: TTFont, name: str) -> float:
    return float(program["hmtx"][name][0]) * 1000 / float(program["head"].unitsPerEm)

"""What is copied out of a PDF with two viewers, and how a text is drawn for that."""

import re
import subprocess
import tempfile
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from shutil import which

import pypdfium2  # type: ignore[import-untyped]
import pytest

from ladder_app.report.pdf.setting import Setter, Style
from ladder_app.report.pdf.sheet import Sheet
from ladder_app.report.pdf.structure import Structure
from ladder_app.report.pdf.typefaces import Face, Typefaces

BODY = Style(Face.REGULAR, 10, 14)
needs_poppler = pytest.mark.skipif(which("pdftotext") is None, reason="poppler is not here")
# Joiners, and the signs of direction: poppler sets some of its own around what it turns round.
_NEVER_SEEN = dict.fromkeys((0x200D, 0x200E, 0x200F, 0x2060, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def drawn(*texts: str, width: float = 380, style: Style = BODY) -> bytes:
    """A page of these texts, one below the other."""
    sheet, structure = Sheet((400, 1600), Typefaces()), Structure()
    top = 10.0
    for text in texts:
        made = Setter(sheet.typefaces).text(text, style, width)
        sheet.text(10, top, made, element=structure.add("P"))
        top += made.height + 4
    sheet.next_page()
    return sheet.finished(structure.root)


def pdfium_text(content: bytes) -> str:
    """What pdfium copies out."""
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))


def poppler_text(content: bytes, *options: str) -> str:
    """What poppler copies out."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.pdf")
        file.write_bytes(content)
        command = ["pdftotext", *options, "-enc", "UTF-8", str(file), "-"]
        return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def plain(text: str) -> str:
    """A text composed, its words one space apart, without what is never seen."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).translate(_NEVER_SEEN)).strip()


def found(content: bytes, wanted: str) -> Sequence[tuple[float, float]]:
    """Where pdfium finds a text first: the left and right edges of what it marks; empty if nowhere."""
    text = pypdfium2.PdfDocument(content)[0].get_textpage()
    match = text.search(wanted).get_next()
    if match is None:
        return ()
    boxes = [text.get_rect(i) for i in range(text.count_rects(*match))]
    return [(left, right) for left, _, right, _ in boxes]

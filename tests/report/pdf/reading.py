"""Reading a PDF back, with a library that did not write it."""

import re
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]


@dataclass(frozen=True)
class Word:
    """A character run's place on a page: distances from the left and the bottom edge, in points."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def page_texts(content: bytes) -> list[str]:
    """The text of each page in the order it is written."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]


def packed(text: str) -> str:
    """Text without white space; the hyphens at line ends, which the reader marks, made plain."""
    return re.sub(r"\s", "", text.replace("\ufffe", "-").replace("\x02", "-"))


def outline(content: bytes) -> list[tuple[int, str, int]]:
    """The outline's entries: level, title, page index."""
    entries = []
    for bookmark in pypdfium2.PdfDocument(content).get_toc():
        entries.append((bookmark.level, bookmark.get_title(), bookmark.get_dest().get_index()))
    return entries


def part(content: bytes, title: str) -> list[int]:
    """The indexes of the pages from the chapter of that title to the next one."""
    chapters = [(name, page) for level, name, page in outline(content) if level == 0]
    at = next(i for i, (name, _) in enumerate(chapters) if name == title)
    end = chapters[at + 1][1] if at + 1 < len(chapters) else len(pypdfium2.PdfDocument(content))
    return list(range(chapters[at][1], end))


def lines(content: bytes, page_index: int) -> list[Word]:
    """The text of a page in pieces that stand on one line, with their places."""
    textpage = pypdfium2.PdfDocument(content)[page_index].get_textpage()
    found = []
    for i in range(textpage.count_rects()):
        left, bottom, right, top = textpage.get_rect(i)
        found.append(Word(textpage.get_text_bounded(left, bottom, right, top), left, bottom, right, top))
    return found

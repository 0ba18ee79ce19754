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
    """The indexes of the pages that the chapter of that title stands on, the last perhaps with the next one."""
    document = pypdfium2.PdfDocument(content)
    chapters = [bookmark for bookmark in document.get_toc() if bookmark.level == 0]
    at = next(i for i, bookmark in enumerate(chapters) if bookmark.get_title() == title)
    start = chapters[at].get_dest().get_index()
    if at + 1 == len(chapters):
        return list(range(start, len(document)))
    destination = chapters[at + 1].get_dest()
    end = destination.get_index()
    _, (_, top, _) = destination.get_view()
    begins_its_page = top > document[end].get_height() - 100
    return list(range(start, end if begins_its_page else end + 1))


def lines(content: bytes, page_index: int) -> list[Word]:
    """The text of a page in pieces that stand on one line, with their places."""
    textpage = pypdfium2.PdfDocument(content)[page_index].get_textpage()
    found = []
    for i in range(textpage.count_rects()):
        left, bottom, right, top = textpage.get_rect(i)
        found.append(Word(textpage.get_text_bounded(left, bottom, right, top), left, bottom, right, top))
    return found

"""The structure of the document, as a screen reader meets it: what is a heading, a list, a table.

Elements are made in reading order while blocks are made; what is drawn later attaches itself to
them. A text that goes on over a page is one element with a piece of content on each page.
"""

from __future__ import annotations

from typing import NamedTuple, Self


class Content(NamedTuple):
    """A piece of a page's content: the page counted from 0, and the number of the piece on it."""

    page: int
    number: int


class Annotation(NamedTuple):
    """An annotation: its page counted from 0, and its object."""

    page: int
    reference: bytes


# Cells count in a table even where nothing stands in them.
_STAYS_EMPTY = frozenset(("TD", "TH"))

COLUMN_HEAD = "<</O/Table/Scope/Column>>"
ROW_HEAD = "<</O/Table/Scope/Row>>"
NUMBERED = "<</O/List/ListNumbering/Decimal>>"
UNMARKED = "<</O/List/ListNumbering/None>>"
# In PDF 1.7 labels that are no numbers belong to no numbering either; “Description” came with PDF 2.0.
LABELLED = UNMARKED


class Element:
    """A structure element; `attributes` is a PDF dictionary, `alternative` says what a figure shows.

    `language` is that of its text where it is not the document's.
    """

    __slots__ = ("alternative", "attributes", "kids", "language", "link", "tag")

    def __init__(self, tag: str, attributes: str = "") -> None:
        self.tag = tag
        self.attributes = attributes
        self.alternative = ""
        self.language: str | None = None
        self.link: str | None = None
        self.kids: list[Element | Content | Annotation] = []

    def add(self, tag: str, attributes: str = "") -> Element:
        """A new element, the last inside this one."""
        made = Element(tag, attributes)
        self.kids.append(made)
        return made

    def link_to(self, url: str) -> Element:
        """The element of a link; the last one again if it leads to the same place and nothing came between."""
        last = self.kids[-1] if self.kids else None
        if isinstance(last, Element) and last.link == url:
            return last
        made = self.add("Link")
        made.link = url
        return made

    def words(self) -> Element:
        """The element of text beside links; the last one again if nothing came between."""
        last = self.kids[-1] if self.kids else None
        return last if isinstance(last, Element) and last.tag == "Span" else self.add("Span")

    def pruned(self) -> bool:
        """Takes out what has no content, such as what was set to try whether it fits; whether anything is left of it.

        Cells without any stay in a row that has some, so that its columns are counted right.
        """
        for kid in self.kids:
            if isinstance(kid, Element):
                self.kids = [kid for kid in self.kids if not isinstance(kid, Element) or kid.pruned()]
                break
        if self.tag == "TR":
            return any(isinstance(kid, Element) and kid.kids for kid in self.kids)
        return bool(self.kids) or self.tag in _STAYS_EMPTY


class Structure:
    """The tree in the making: elements are added to the one that is open.

    `with structure.inside("L"):` opens a new element, for the block that follows.
    """

    def __init__(self) -> None:
        self.root = Element("Document")
        self._open = [self.root]

    def add(self, tag: str, attributes: str = "") -> Element:
        """A new element in the one that is open."""
        return self._open[-1].add(tag, attributes)

    def inside(self, tag: str, attributes: str = "") -> Self:
        """Opens a new element, until the `with` statement that this stands in ends."""
        self._open.append(self.add(tag, attributes))
        return self

    def within(self, element: Element) -> Self:
        """Opens an element again, until the `with` statement that this stands in ends."""
        self._open.append(element)
        return self

    def __enter__(self) -> None:
        """The element was opened when it was asked for."""

    def __exit__(self, *_: object) -> None:
        self._open.pop()

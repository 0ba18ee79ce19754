"""The one module that touches the inside of reportlab, whose release is pinned for that reason.

reportlab keeps the pages and the outline. What it has no notion of (marked content, the structure
tree, fonts by glyph, annotations that belong to it) is written as objects of our own, numbered
along with its own and put into the file beside them.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFIndirectObject, PDFName, PDFObject  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas as ReportlabCanvas  # type: ignore[import-untyped]

from ladder_app.report.pdf.structure import Annotation, Content, Element
from ladder_app.report.pdf.tagtree import TaggedPage, write_tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.pdfbase.pdfdoc import PDFPage

    from ladder_app.report.pdf.embedding import EmbeddedFont

# A little larger than the best that zlib can do, in a third of the time.
_QUICK = 1


class Canvas(ReportlabCanvas):  # type: ignore[misc]
    """Pages in the making. The same calls give the same bytes."""

    def __init__(self, size: tuple[float, float], language: str) -> None:
        self._tagged: list[TaggedPage] = []
        self._owners: list[Element] = []
        self._annotations: list[tuple[int, Element]] = []
        self._links: list[bytes] = []
        self._keys = 0
        self._bodies: dict[int, bytes] = {}
        super().__init__("", pagesize=size, invariant=1, pdfVersion=(1, 7), lang=language)
        (self.resources,) = self.reserve(1)

    def emit(self, operators: str) -> None:
        """Operators for the page's stream."""
        self._code.append(operators)

    def emit_later(self) -> int:
        """Keeps a place in the page's stream for operators that are not known yet; gives its number."""
        self._code.append("")
        return len(self._code) - 1

    def settle(self, place: int, operators: str) -> None:
        """Operators for a place that was kept on this page."""
        self._code[place] = operators

    def mark(self, element: Element) -> int:
        """The number under which the next content of this page belongs to an element."""
        number = len(self._owners)
        self._owners.append(element)
        element.kids.append(Content(len(self._tagged), number))
        return number

    def annotate(self, element: Element, entries: bytes) -> bytes:
        """An annotation on this page that belongs to an element; gives its reference.

        `entries` is its dictionary without brackets.
        """
        (reference,) = self.reserve(1)
        key = self._next_key()
        self.define(reference, b"<</Type/Annot/F 4/StructParent %d%b>>" % (key, entries))
        self._annotations.append((key, element))
        self._links.append(reference)
        element.kids.append(Annotation(len(self._tagged), reference))
        return reference

    def reserve(self, count: int) -> list[bytes]:
        """References to objects that will be defined."""
        document = self._doc
        first = document.objectcounter + 1
        document.objectcounter += count
        return [b"%d 0 R" % number for number in range(first, first + count)]

    def define(self, reference: bytes, body: bytes) -> None:
        """Says what a reserved object is."""
        self._bodies[int(reference[:-4])] = body

    def write(self, root: Element, fonts: Iterable[EmbeddedFont], form: bytes | None = None) -> bytes:
        """Ends the document; gives it with its fonts, its structure below `root`, and all pages.

        `form` is the reference of the dictionary of its fields, if it has any.
        """
        listed = b"".join(f"{font.resource} ".encode() + font.write(self) for font in fonts)
        self.define(self.resources, b"<</Font <<%b>>>>" % listed)
        document = self._doc
        catalog = document.Catalog
        catalog.StructTreeRoot = write_tree(root, self, self._tagged, self._annotations).decode()
        if form is not None:
            catalog.AcroForm = form.decode()
        document.Reference(catalog)
        document.Outlines.prepare(document, self)
        if document.Outlines.ready < 0:
            catalog.Outlines = None
        return self._file(document.idToObjectNumberAndVersion[catalog.__InternalName__][0])

    def _file(self, catalog: int) -> bytes:
        """All objects, and the table of where they are."""
        parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        place = len(parts[0])
        places = [b"0000000000 65535 f \n"]
        document = self._doc
        number = 0
        while number < document.objectcounter:  # writing one of reportlab's objects may add others
            number += 1
            body = self._bodies.get(number)
            if body is None:
                name = document.numberToId[number]
                part = PDFIndirectObject(name, document.idToObject[name]).format(document)
            else:
                part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
            places.append(b"%010d 00000 n \n" % place)
            place += len(part)
            parts.append(part)
        parts.append(b"xref\n0 %d\n%b" % (len(places), b"".join(places)))
        parts.append(b"trailer\n<</Size %d/Root %d 0 R>>\n" % (len(places), catalog))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % place)
        return b"".join(parts)

    def _next_key(self) -> int:
        self._keys += 1
        return self._keys - 1

    def _make_preamble(self) -> None:
        """Nothing: the usual one names a font that would have to be embedded."""
        self._preamble = ""

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802 – the name is reportlab's
        """The last word on a page: its stream, its fonts, its links and its place in the structure."""
        (contents,) = self.reserve(1)
        packed = zlib.compress(page.stream.encode("ascii"), _QUICK)
        self.define(contents, b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(packed), packed))
        links, self._links = self._links, []
        page.Contents = contents.decode()
        page.Resources = self.resources.decode()
        page.Annots = _Written(b"[%b]" % b" ".join(links)) if links else None
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = key = self._next_key()
        page.Tabs = PDFName("S")
        page.Trans = None
        document = self._doc
        document.Reference(page, document.thisPageName())
        self._tagged.append(TaggedPage(b"%d 0 R" % document.objectcounter, key, self._owners))
        self._owners = []


class _Written(PDFObject):  # type: ignore[misc]
    """A value that is in its final form."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def format(self, _: object) -> bytes:
        return self._body

"""Writes the structure tree, and the parent tree that leads from content back to its elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from ladder_app.report.pdf.structure import Annotation, Content, Element

if TYPE_CHECKING:
    from collections.abc import Sequence


MOST_STRING_BYTES = 32_767
"""The longest string that PDF/A allows."""
MOST_TEXT_BYTES = MOST_STRING_BYTES - 3
"""Of a text in UTF-16, after its mark."""


class ObjectStore(Protocol):
    """Takes in PDF objects as they are written."""

    def reserve(self, count: int) -> list[bytes]:
        """References to objects that will be defined."""

    def define(self, reference: bytes, body: bytes) -> None:
        """Says what a reserved object is."""


class TaggedPage(NamedTuple):
    """A page: its object, its key in the parent tree, and the element of each piece of its content."""

    reference: bytes
    key: int
    owners: Sequence[Element]


def text_string(text: str) -> bytes:
    """A text as a PDF string; one that is longer than an archive may hold ends with an ellipsis."""
    encoded = text.encode("utf-16-be")
    if len(encoded) > MOST_TEXT_BYTES:
        encoded = f"{encoded[: MOST_TEXT_BYTES - 2].decode('utf-16-be', 'ignore')}…".encode("utf-16-be")
    return b"<FEFF%b>" % encoded.hex().encode()


def write_tree(
    root: Element, store: ObjectStore, pages: Sequence[TaggedPage], annotations: Sequence[tuple[int, Element]]
) -> bytes:
    """Writes all below `root`; gives the reference of the tree's root object.

    `annotations` are pairs of a key in the parent tree and the element of the annotation.
    """
    root.pruned()
    elements = _all(root)
    tree, parent_tree, *references = store.reserve(len(elements) + 2)
    reference_of = {id(element): reference for element, reference in zip(elements, references, strict=True)}
    parent_of = {id(root): tree}
    page_references = [page.reference for page in pages]
    for element, reference in zip(elements, references, strict=True):
        home = None
        kids = []
        for kid in element.kids:
            if isinstance(kid, Element):
                parent_of[id(kid)] = reference
                kids.append(reference_of[id(kid)])
                continue
            if home is None and isinstance(kid, Content):
                home = kid.page
            if isinstance(kid, Content) and kid.page == home:
                kids.append(b"%d" % kid.number)
            else:
                kids.append(_content(kid, page_references))
        page = b"" if home is None else b"/Pg " + page_references[home]
        store.define(reference, _body(element, parent_of[id(element)], kids, page))
    entries = [(page.key, b"[%b]" % b" ".join([reference_of[id(e)] for e in page.owners])) for page in pages]
    entries += [(key, reference_of[id(element)]) for key, element in annotations]
    numbers = b" ".join(b"%d %b" % entry for entry in sorted(entries))
    store.define(parent_tree, b"<</Nums [%b]>>" % numbers)
    body = b"<</Type/StructTreeRoot/K %b/ParentTree %b/ParentTreeNextKey %d>>"
    store.define(tree, body % (references[0], parent_tree, len(entries)))
    return tree


def _all(root: Element) -> list[Element]:
    """It and all below it, in reading order."""
    found: list[Element] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
    return found


def _content(kid: Content | Annotation, pages: Sequence[bytes]) -> bytes:
    if isinstance(kid, Content):
        return b"<</Type/MCR/Pg %b/MCID %d>>" % (pages[kid.page], kid.number)
    return b"<</Type/OBJR/Pg %b/Obj %b>>" % (pages[kid.page], kid.reference)


def _body(element: Element, parent: bytes, kids: Sequence[bytes], page: bytes) -> bytes:
    more = page
    if element.attributes:
        more += b"/A " + element.attributes.encode()
    if element.language is not None:
        more += b"/Lang(%b)" % element.language.encode()
    if element.alternative:
        more += b"/Alt " + text_string(element.alternative)
    joined = kids[0] if len(kids) == 1 else b"[%b]" % b" ".join(kids)
    return b"<</Type/StructElem/S/%b/P %b/K %b%b>>" % (element.tag.encode(), parent, joined, more)

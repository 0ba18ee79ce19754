"""The rules of PDF/UA-1 about elements: which stand in which, and what each must say."""

import re
from collections.abc import Callable, Iterator, Mapping

import pikepdf

from tests.report.pdf.tagged import Element

_KNOWN = {
    "Document", "Part", "Sect", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Table", "TR",
    "TH", "TD", "Figure", "Link", "Form", "Span",
}  # fmt: skip
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_NUMBERINGS = {"/None", "/Disc", "/Circle", "/Square", "/Decimal"}
# Where each of these may stand.
_WITHIN = {"TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"}, "LBody": {"LI"}, "Lbl": {"LI"}}
_CELLS = ("TH", "TD")

Boxes = Mapping[tuple[int, int], list[float]]


def element_faults(root: Element, boxes: Boxes) -> Iterator[str]:
    """What is wrong with an element or one below it; `boxes` are the edges of the pages."""
    yield from _heading_faults(root)
    if root.tag != "Document":
        yield "The document is no Document."
    for element in root.all():
        for kid in element.inside:
            if element.tag not in _WITHIN.get(kid.tag, {element.tag}):
                yield f"A {kid.tag} stands in a {element.tag}."
        if element.tag not in _KNOWN:
            yield f"Nobody knows what a {element.tag} is."
        if element.tag not in _CELLS and not element.holds_something():
            yield f"A {element.tag} has nothing in it."
        if element.language is not None and not _LANGUAGE.fullmatch(element.language):
            yield f"“{element.language}” is no language."
        if element.tag in _RULES:
            yield from _RULES[element.tag](element, boxes)


def _heading_faults(root: Element) -> Iterator[str]:
    level = 0
    for element in root.all():
        if re.fullmatch("H[1-6]", element.tag):
            if int(element.tag[1]) > level + 1:
                yield f"An {element.tag} follows a heading of level {level}."
            level = int(element.tag[1])
            if not element.text().strip():
                yield "A heading says nothing."
    if not level:
        yield "There is no heading."


def _figure(element: Element, boxes: Boxes) -> Iterator[str]:
    if not element.alternative.strip():
        yield "A figure has no alternative text."
    box = [float(edge) for edge in element.attributes.get("/BBox", pikepdf.Array())]
    if len(box) != 4:
        yield "A figure does not say where it stands."
        return
    left, low, right, high = box
    page = boxes[element.pages[0]] if element.pages else [0.0, 0.0, 0.0, 0.0]
    if not (page[0] <= left < right <= page[2] + 1 and page[1] <= low < high <= page[3] + 1):
        yield "A figure does not stand on its page."


def _head(element: Element, _: Boxes) -> Iterator[str]:
    if element.scope not in ("/Column", "/Row", "/Both"):
        yield "The head of a row or column has no scope."
    if not element.text().strip():
        yield "The head of a row or column says nothing."


def _list(element: Element, _: Boxes) -> Iterator[str]:
    if {kid.tag for kid in element.inside} != {"LI"} or len(element.inside) != len(element.kids):
        yield "A list has something other than items."
    numbering = str(element.attributes.get("/ListNumbering", ""))
    if numbering not in _NUMBERINGS:
        yield "A list does not say how its items are told apart."
    labels = [[kid.text().strip() for kid in item.inside if kid.tag == "Lbl"] for item in element.inside]
    if (numbering == "/Decimal") != all(len(label) == 1 and label[0].isdecimal() for label in labels):
        yield "A list is numbered, and does not say so or has other labels."


def _item(element: Element, _: Boxes) -> Iterator[str]:
    if [kid.tag for kid in element.inside] not in (["LBody"], ["Lbl", "LBody"]):
        yield "An item of a list has no body."


def _table(element: Element, _: Boxes) -> Iterator[str]:
    rows = element.inside
    widths = {sum(int(cell.attributes.get("/ColSpan", 1)) for cell in row.inside) for row in rows}
    if {row.tag for row in rows} != {"TR"} or len(rows) != len(element.kids) or len(widths) != 1:
        yield "The rows of a table differ in length."
    if not any(cell.tag == "TH" for row in rows for cell in row.inside):
        yield "A table has no heads."


def _row(element: Element, _: Boxes) -> Iterator[str]:
    if not element.inside or any(kid.tag not in _CELLS for kid in element.inside):
        yield "A row has something other than cells."


def _link(element: Element, _: Boxes) -> Iterator[str]:
    if not element.annotations:
        yield "A link leads nowhere."
    if not element.text().strip():
        yield "A link has no words."


def _form(element: Element, _: Boxes) -> Iterator[str]:
    if element.annotations != 1 or element.kids:
        yield "The tag of a field has something other than the field."


_RULES: Mapping[str, Callable[[Element, Boxes], Iterator[str]]] = {
    "Figure": _figure,
    "TH": _head,
    "L": _list,
    "LI": _item,
    "Table": _table,
    "TR": _row,
    "Link": _link,
    "Form": _form,
}

"""What a document says about itself, and whether its two records of that agree."""

from collections.abc import Iterator
from xml.etree import ElementTree

import pikepdf

_NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
_SAID = (
    "dc:title", "dc:creator", "dc:description", "dc:language", "xmp:CreatorTool", "xmp:CreateDate", "xmp:ModifyDate",
    "pdf:Producer", "pdfaid:part", "pdfaid:conformance", "pdfuaid:part",
)  # fmt: skip
_PAIRS = {
    "dc:title": "/Title",
    "dc:creator": "/Author",
    "dc:description": "/Subject",
    "xmp:CreatorTool": "/Creator",
    "pdf:Producer": "/Producer",
}
_EXTENSION = "{http://www.aiim.org/pdfa/ns/extension/}schemas"


def said(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The texts of the XMP packet by their names."""
    tree = ElementTree.fromstring(pdf.Root["/Metadata"].read_bytes())  # noqa: S314 – our own
    found = {}
    for name in _SAID:
        prefix, _, local = name.partition(":")
        for element in tree.iter(f"{{{_NAMES[prefix]}}}{local}"):
            found[name] = "".join(element.itertext()).strip()
    return found


def packet_faults(pdf: pikepdf.Pdf, *, archival: bool = True) -> Iterator[str]:
    """What is wrong with what the document says about itself."""
    if "/Metadata" not in pdf.Root:
        yield "The document says nothing about itself."
        return
    content = pdf.Root["/Metadata"].read_bytes()
    head = content[: content.index(b"?>")]
    if b"bytes=" in head or b"encoding=" in head:
        yield "The packet is of an old kind."
    found = said(pdf)
    if found.get("pdfuaid:part") != "1":
        yield "The document does not say that everybody can read it."
    claimed = (found.get("pdfaid:part"), found.get("pdfaid:conformance"))
    if claimed != (("3", "A") if archival else (None, None)):
        yield "The document says another thing than it is to archives."
    if archival and ElementTree.fromstring(content).find(f".//{_EXTENSION}") is None:  # noqa: S314 – our own
        yield "The document does not explain what it says about itself."
    info = pdf.trailer.get("/Info", pikepdf.Dictionary())
    for name, key in _PAIRS.items():
        if found.get(name) != str(info.get(key, "")):
            yield f"The document says two things about its {key[1:].lower()}."
    if not found.get("dc:title"):
        yield "The document has no title."
    days = {_digits(found.get(name, "")) for name in ("xmp:CreateDate", "xmp:ModifyDate")}
    days |= {_digits(str(info.get(name, ""))) for name in ("/CreationDate", "/ModDate")}
    if len(days) != 1 or days == {""}:
        yield "The document says two things about its age."
    if found.get("dc:language") != str(pdf.Root.get("/Lang", "")):
        yield "The document says two things about its language."


def _digits(moment: str) -> str:
    return "".join(filter(str.isdigit, moment))[:14]

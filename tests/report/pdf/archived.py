"""What PDF/A-3a asks of a file beyond its tags and its fonts, and what is wrong with it."""

import hashlib
import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from tests.report.pdf.marked import MarkedContent

_STREAM = re.compile(rb"/Length (\d+)[^\r\n]*? ?>>\nstream\n")
_OBJECT = re.compile(rb"(?s)(.)(\d+ 0 obj)(.)")
_MIME = re.compile(r"/[-\w+.]+/[-\w+.]+")
_ADDRESS = re.compile(rb"[\x21-\x7e]+")
_PDF_DATE = re.compile(r"D:\d{14}\+00'00'")
_LARGEST_INTEGER = 2**31 - 1
_LONGEST_STRING, _LONGEST_NAME, _LARGEST_REAL, _LEAST_REAL = 32_767, 127, 3.403e38, 1.175e-38
_MOST_OBJECTS = 8_388_607
_SMALLEST_PAGE, _LARGEST_PAGE = 3, 14_400
_NOT_IN_A_ROOT = (
    "/AA", "/OpenAction", "/Requirements", "/OCProperties", "/NeedsRendering", "/Perms", "/Collection", "/Version",
)  # fmt: skip
_NOT_IN_A_PAGE = ("/AA", "/PresSteps", "/Group", "/Trans", "/Metadata", "/PieceInfo")
# What may run, may look different elsewhere, or lies outside of the file.
_NEVER = {
    "/JS", "/JavaScript", "/Launch", "/ExtGState", "/SMask", "/Group", "/OPI", "/PS", "/Ref", "/Alternates", "/TR",
    "/HTP", "/XFA", "/FFilter", "/FDecodeParms", "/OC", "/AA", "/XObject", "/ColorSpace", "/Pattern", "/Shading",
}  # fmt: skip
_RELATIONSHIPS = ("/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified")
_PRINTED = 4


def archive_faults(content: bytes) -> Iterator[str]:
    """What is wrong with a file that claims to be PDF/A-3a and PDF/UA-1."""
    yield from _bytes_faults(content)
    with pikepdf.open(BytesIO(content), inherit_page_attributes=False) as pdf:
        yield from _trailer_faults(pdf)
        yield from _root_faults(pdf)
        yield from _intent_faults(pdf.Root)
        yield from _attachment_faults(pdf)
        yield from _field_faults(pdf.Root)
        for page in pdf.pages:
            yield from _page_faults(page)
        if len(pdf.objects) > _MOST_OBJECTS:
            yield "There are too many objects."
        for value in pdf.objects:
            yield from _value_faults(value)


def _bytes_faults(content: bytes) -> Iterator[str]:
    if not content.startswith(b"%PDF-1.7\n%") or any(byte < 128 for byte in content[10:14]):
        yield "The file does not begin as an archive wants it."
    if not re.search(rb"\nstartxref\n\d+\n%%EOF\n?\Z", content):
        yield "The file does not end as an archive wants it."
    for before, _, after in _OBJECT.findall(content):
        if before in b"0123456789" or (before, after) == (b"\n", b"\n"):
            continue
        yield "An object does not begin on a line of its own."
    streams = list(_STREAM.finditer(content))
    if len(streams) != content.count(b"\nstream\n") + content.count(b">>stream"):
        yield "A stream does not say how long it is."
    for found in streams:
        if not content[found.end() + int(found[1]) :].startswith((b"\nendstream\nendobj\n", b"endstream")):
            yield "A stream is not as long as it says."


def _trailer_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    identities = pdf.trailer.get("/ID", pikepdf.Array())
    if len(identities) != 2 or not all(bytes(one) for one in identities):
        yield "The file has no identity."
    if "/Encrypt" in pdf.trailer:
        yield "The file is locked."
    info = pdf.trailer.get("/Info", pikepdf.Dictionary())
    for name in ("/CreationDate", "/ModDate"):
        if not _PDF_DATE.fullmatch(str(info.get(name, ""))):
            yield "The file is not dated."


def _root_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    for name in _NOT_IN_A_ROOT:
        if name in root:
            yield f"The document has {name[1:]}."
    marked = root.get("/MarkInfo", pikepdf.Dictionary())
    if not marked.get("/Marked", False) or marked.get("/Suspects", False):
        yield "The document does not say that it is tagged."
    if not root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield "The title is not shown."
    if not re.fullmatch(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*", str(root.get("/Lang", ""))):
        yield "The document does not say its language."
    if set(root.get("/Names", pikepdf.Dictionary()).keys()) - {"/EmbeddedFiles"}:
        yield "The document names something other than files."
    metadata = root.get("/Metadata")
    if metadata is None or "/Filter" in metadata or metadata.get("/Subtype") != "/XML":
        yield "The document says nothing about itself."
    for entry in _outline(root.get("/Outlines", pikepdf.Dictionary())):
        if not str(entry.get("/Title", "")).strip() or "/A" in entry:
            yield "An entry of the outline says nothing."
        if entry["/Dest"][0].objgen not in {page.obj.objgen for page in pdf.pages}:
            yield "An entry of the outline leads nowhere."


def _outline(above: pikepdf.Object) -> Iterator[pikepdf.Object]:
    entry = above.get("/First")
    while entry is not None:
        yield entry
        yield from _outline(entry)
        entry = entry.get("/Next")


def _intent_faults(root: pikepdf.Object) -> Iterator[str]:
    intents = root.get("/OutputIntents", pikepdf.Array())
    if len(intents) != 1 or intents[0].get("/S") != "/GTS_PDFA1" or "/OutputConditionIdentifier" not in intents[0]:
        yield "The document does not say which colours are meant."
        return
    profile = intents[0]["/DestOutputProfile"]
    head = profile.read_bytes()[:128]
    if profile.get("/N") != 3 or head[12:24] != b"mntrRGB XYZ " or head[36:40] != b"acsp" or head[8] not in (2, 4):
        yield "The colours that are meant are not those of a screen."


def _attachment_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    names = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/EmbeddedFiles", pikepdf.Dictionary())
    listed = list(names.get("/Names", pikepdf.Array()))
    associated = [one.objgen for one in pdf.Root.get("/AF", pikepdf.Array())]
    texts = [str(name) for name in listed[::2]]
    if texts != sorted(texts):
        yield "The attachments are not in order."
    if associated != [one.objgen for one in listed[1::2]]:
        yield "An attachment belongs to nothing."
    for file in listed[1::2]:
        names_agree = str(file.get("/F", "")) == str(file.get("/UF", "")) != ""
        if not names_agree or not str(file.get("/Desc", "")) or file.get("/Type") != "/Filespec":
            yield "An attachment is not named or described."
        if file.get("/AFRelationship") not in _RELATIONSHIPS:
            yield "An attachment does not say what it is to the document."
        stream = file["/EF"]["/F"]
        content, facts = stream.read_bytes(), stream.get("/Params", pikepdf.Dictionary())
        if not _MIME.fullmatch(str(stream.get("/Subtype", ""))):
            yield "An attachment does not say what kind of file it is."
        if bytes(facts.get("/CheckSum", b"")) != hashlib.md5(content, usedforsecurity=False).digest():
            yield "An attachment is not what its checksum says."
        if int(facts.get("/Size", -1)) != len(content) or not _PDF_DATE.fullmatch(str(facts.get("/ModDate", ""))):
            yield "An attachment does not say how long and how old it is."


def _field_faults(root: pikepdf.Object) -> Iterator[str]:
    form = root.get("/AcroForm", pikepdf.Dictionary())
    if form.get("/NeedAppearances", False) or "/XFA" in form:
        yield "Viewers are asked to draw the fields."
    names = [str(field.get("/T", "")) for field in form.get("/Fields", pikepdf.Array())]
    if len(set(names)) != len(names) or not all(names):
        yield "Two fields have the same name, or one has none."
    fonts = form.get("/DR", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary())
    for field in form.get("/Fields", pikepdf.Array()):
        if str(field.get("/DA", "")).split(" ")[0] not in fonts:
            yield "A field is typed into with a font that is not there."
        if field["/FT"] == "/Ch" and str(field["/V"]) not in [str(choice) for choice in field["/Opt"]]:
            yield "A field has a choice that is none of its choices."


def _page_faults(page: pikepdf.Page) -> Iterator[str]:
    for name in _NOT_IN_A_PAGE:
        if name in page.obj:
            yield f"A page has {name[1:]}."
    if "/Resources" not in page.obj or "/MediaBox" not in page.obj:
        yield "A page leans on another for what it needs."
    left, low, right, high = (float(edge) for edge in page.mediabox)
    if not all(_SMALLEST_PAGE <= side <= _LARGEST_PAGE for side in (right - left, high - low)):
        yield "A page is too small or too large."
    for annotation in page.get("/Annots", pikepdf.Array()):
        x1, y1, x2, y2 = (float(edge) for edge in annotation["/Rect"])
        if not (left <= x1 < x2 <= right and low <= y1 < y2 <= high):
            yield "A link or field lies beside its page."
        if int(annotation.get("/F", 0)) & 0b1_0010_0111 != _PRINTED:
            yield "A link or field is not printed."
        yield from _annotation_faults(annotation)


def _annotation_faults(annotation: pikepdf.Object) -> Iterator[str]:
    if annotation["/Subtype"] == "/Link":
        action = annotation.get("/A", pikepdf.Dictionary())
        if action.get("/S") != "/URI" or not _ADDRESS.fullmatch(bytes(action.get("/URI", b""))):
            yield "A link does something other than open an address."
        return
    if annotation["/Subtype"] != "/Widget" or "/A" in annotation:
        yield "There is something that is no link and no field."
    drawn = annotation.get("/AP", pikepdf.Dictionary())
    if set(drawn.keys()) != {"/N"} or not isinstance(drawn["/N"], pikepdf.Stream):
        yield "A field is not drawn."
        return
    if "/Resources" not in drawn["/N"]:
        yield "A field leans on its page for what it needs."
    yield from MarkedContent(drawn["/N"], _nothing).faults


def _nothing(*_: object) -> str:
    """What codes say does not matter here."""
    return ""


def _value_faults(value: pikepdf.Object, depth: int = 0) -> Iterator[str]:
    """A value and what stands in it directly: all that an archive sets limits to."""
    if isinstance(value, bool):
        return
    if isinstance(value, int) and abs(value) > _LARGEST_INTEGER:
        yield "A number is too large."
    elif isinstance(value, pikepdf.String) and len(bytes(value)) > _LONGEST_STRING:
        yield "A text is longer than an archive may hold."
    elif isinstance(value, pikepdf.Name) and len(str(value).encode()) - 1 > _LONGEST_NAME:
        yield "A name is too long."
    elif isinstance(value, pikepdf.Array):
        for one in value.as_list():
            if not getattr(one, "is_indirect", False):
                yield from _value_faults(one, depth + 1)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for name in _NEVER & set(value.keys()):
            yield f"There is something that an archive may not hold: {name[1:]}."
        if isinstance(value, pikepdf.Stream) and value.get("/Filter", "/FlateDecode") != "/FlateDecode":
            yield "A stream is packed in another way."
        for _, one in value.items():
            if not getattr(one, "is_indirect", False):
                yield from _value_faults(one, depth + 1)

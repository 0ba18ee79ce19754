"""Ways to spoil a sound document; each returns whether the document has what it spoils."""

from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Change = Callable[[pikepdf.Pdf], bool]


def elements(pdf: pikepdf.Pdf, *tags: str) -> Iterator[pikepdf.Object]:
    """The structure elements with these tags, or all."""
    for value in pdf.objects:
        if isinstance(value, Dictionary) and value.get("/Type") == "/StructElem" and (not tags or value["/S"] in tags):
            yield value


def annotations(pdf: pikepdf.Pdf, kind: str) -> Iterator[pikepdf.Object]:
    """The annotations of a kind."""
    for page in pdf.pages:
        yield from (one for one in page.get("/Annots", Array()) if one["/Subtype"] == kind)


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The fonts that the first page may draw with."""
    return list(pdf.pages[0]["/Resources"]["/Font"].values())


def without(key: str, find: Callable[[pikepdf.Pdf], Iterator[pikepdf.Object]]) -> Change:
    """Drops an entry of the first thing found that has it."""

    def change(pdf: pikepdf.Pdf) -> bool:
        for found in find(pdf):
            if key in found:
                del found[key]
                return True
        return False

    return change


def with_entry(key: str, value: object, find: Callable[[pikepdf.Pdf], Iterator[pikepdf.Object]]) -> Change:
    """Changes an entry of the first thing found."""

    def change(pdf: pikepdf.Pdf) -> bool:
        for found in find(pdf):
            found[key] = value
            return True
        return False

    return change


def tagged(*tags: str) -> Callable[[pikepdf.Pdf], Iterator[pikepdf.Object]]:
    return lambda pdf: elements(pdf, *tags)


def links(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return annotations(pdf, "/Link")


def fields(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return annotations(pdf, "/Widget")


def root(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    yield pdf.Root


def form(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    if "/AcroForm" in pdf.Root:
        yield pdf.Root["/AcroForm"]


def pages(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return (page.obj for page in pdf.pages)


def attachments(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    yield from pdf.Root.get("/AF", Array())


def attached_streams(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return (one["/EF"]["/F"] for one in attachments(pdf))


def attached_facts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return (one["/Params"] for one in attached_streams(pdf))


def descriptors(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return (font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts(pdf))


def drawings(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return (field["/AP"]["/N"] for field in fields(pdf))


def outline(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    if "/Outlines" in pdf.Root:
        yield pdf.Root["/Outlines"]["/First"]


def drop_attribute(key: str, *tags: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> bool:
        for element in elements(pdf, *tags):
            if "/A" in element and key in element["/A"]:
                del element["/A"][key]
                return True
        return False

    return change


def renumber(pdf: pikepdf.Pdf) -> bool:
    for element in elements(pdf, "/L"):
        element["/A"]["/ListNumbering"] = Name.Description
        return True
    return False


def drop_parent_entry(pdf: pikepdf.Pdf) -> bool:
    numbers = pdf.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    first = next(i for i in range(1, len(numbers), 2) if isinstance(numbers[i], Array))
    del numbers[first][0]
    return True


def skip_a_level(pdf: pikepdf.Pdf) -> bool:
    for heading in elements(pdf, "/H2"):
        heading["/S"] = Name.H4
    return True


def drop_cell(pdf: pikepdf.Pdf) -> bool:
    for row in elements(pdf, "/TR"):
        if len(row["/K"]) > 1:
            del row["/K"][len(row["/K"]) - 1]
            return True
    return False


def add_empty_table(pdf: pikepdf.Pdf) -> bool:
    (document,) = elements(pdf, "/Document")
    table = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Table, P=document))
    row = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TR, P=table))
    cell = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TD, P=row))
    table.K, row.K = row, cell
    kids = document["/K"]
    document["/K"] = Array([table, *(kids if isinstance(kids, Array) else [kids])])
    return True


def another_parent(pdf: pikepdf.Pdf) -> bool:
    (document,) = elements(pdf, "/Document")
    next(elements(pdf, "/P"))["/P"] = pdf.make_indirect(Dictionary(S=document["/S"]))
    return True


def drawn(before: bytes = b"", after: bytes = b"") -> Change:
    """Draws on the first page before all else, or after it."""

    def change(pdf: pikepdf.Pdf) -> bool:
        page = pdf.pages[0]
        page.contents_coalesce()
        page.Contents = pdf.make_stream(before + page.Contents.read_bytes() + after)
        return True

    return change


def show_twice(pdf: pikepdf.Pdf) -> bool:
    return drawn(after=b"\n/P <</MCID 0>> BDC EMC")(pdf)


def artifact_inside_content(pdf: pikepdf.Pdf) -> bool:
    page = pdf.pages[0]
    content = page.Contents.read_bytes()
    page.Contents = pdf.make_stream(content.replace(b"BDC", b"BDC /Artifact BMC EMC", 1))
    return True


def empty_character_map(pdf: pikepdf.Pdf) -> bool:
    font = fonts(pdf)[0]
    content = font["/ToUnicode"].read_bytes()
    start = content.index(b"<0001> <") + 8
    end = content.index(b">", start)
    font["/ToUnicode"] = pdf.make_stream(content[:start] + b"FEFF" + content[end:])
    return True


def drop_glyphs(pdf: pikepdf.Pdf) -> bool:
    descendant = fonts(pdf)[0]["/DescendantFonts"][0]
    descendant["/CIDToGIDMap"] = pdf.make_stream(bytes(len(descendant["/CIDToGIDMap"].read_bytes())))
    return True


def widen(pdf: pikepdf.Pdf) -> bool:
    widths = fonts(pdf)[0]["/DescendantFonts"][0]["/W"][1]
    widths[0] = int(float(widths[0])) + 40
    return True


def drop_character_map(pdf: pikepdf.Pdf) -> bool:
    del fonts(pdf)[0]["/ToUnicode"]
    return True


def change_packet(old: bytes, new: bytes) -> Change:
    def change(pdf: pikepdf.Pdf) -> bool:
        content = pdf.Root["/Metadata"].read_bytes()
        assert old in content
        pdf.Root["/Metadata"].write(content.replace(old, new))
        return True

    return change


def change_title(pdf: pikepdf.Pdf) -> bool:
    pdf.trailer["/Info"]["/Title"] = String("Another")
    return True


def detach(pdf: pikepdf.Pdf) -> bool:
    if "/AF" not in pdf.Root:
        return False
    del pdf.Root["/AF"]
    return True


def hide_field(pdf: pikepdf.Pdf) -> bool:
    for field in fields(pdf):
        field["/StructParent"] = 99_999
        return True
    return False

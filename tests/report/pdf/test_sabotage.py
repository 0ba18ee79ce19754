"""Our checks object to whatever is spoiled, in every kind of document that has it, and name the fault."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, String

from tests.report.pdf import sabotage as s
from tests.report.pdf.conforming import faults_of, heard
from tests.report.pdf.documents import KINDS, document
from tests.report.pdf.glyphs import character_map

EVERY = frozenset(KINDS)
FORMS = frozenset({"fillable"})
CHARTS = EVERY - {"promotion"}
NOT_OF_TEAMS = EVERY - {"team"}

# What is spoiled, the fault that is named, and the kinds of document that have it.
SPOILED: dict[str, tuple[s.Change, str, frozenset[str]]] = {
    "contents of a link": (s.without("/Contents", s.links), "A link does not say where it leads.", NOT_OF_TEAMS),
    "place of a link": (s.without("/StructParent", s.links), "A link has no place in the structure.", NOT_OF_TEAMS),
    "address of a link": (s.without("/A", s.links), "A link does something other than open an address.", NOT_OF_TEAMS),
    "alternative text": (s.without("/Alt", s.tagged("/Figure")), "A figure has no alternative text.", CHARTS),
    "box of a figure": (s.drop_attribute("/BBox", "/Figure"), "A figure does not say where it stands.", CHARTS),
    "entry of the parent tree": (
        s.drop_parent_entry,
        "The parent tree and a page count its content differently.",
        EVERY,
    ),
    "parent": (s.another_parent, "A P names another parent.", EVERY),
    "scope": (s.drop_attribute("/Scope", "/TH"), "The head of a row or column has no scope.", EVERY),
    "cell": (s.drop_cell, "The rows of a table differ in length.", EVERY),
    "empty table": (s.add_empty_table, "A Table has nothing in it.", EVERY),
    "numbering of a list": (
        s.drop_attribute("/ListNumbering", "/L"),
        "A list does not say how its items are told apart.",
        NOT_OF_TEAMS,
    ),
    "numbering nobody knows": (s.renumber, "A list does not say how its items are told apart.", NOT_OF_TEAMS),
    "body of an item": (s.with_entry("/S", Name.P, s.tagged("/LBody")), "An item of a list has no body.", NOT_OF_TEAMS),
    "first heading": (s.with_entry("/S", Name.H2, s.tagged("/H1")), "An H2 follows a heading of level 0.", EVERY),
    "level of a heading": (s.skip_a_level, "An H4 follows a heading of level 1.", EVERY),
    "tag nobody knows": (s.with_entry("/S", Name.Remark, s.tagged("/P")), "Nobody knows what a Remark is.", EVERY),
    "language of a part": (
        s.with_entry("/Lang", String("in English"), s.tagged("/P")),
        "“in English” is no language.",
        EVERY,
    ),
    "structure": (s.without("/StructTreeRoot", s.root), "There is no structure tree.", EVERY),
    "content shown twice": (s.show_twice, "Content 0 is twice on a page.", EVERY),
    "untagged content": (
        s.drawn(after=b"\n0 0 10 10 re f"),
        "Something is drawn (f) that is neither content nor artifact.",
        EVERY,
    ),
    "artifact inside content": (s.artifact_inside_content, "An artifact stands inside content.", EVERY),
    "content without an end": (s.drawn(before=b"/Artifact BMC\n"), "A piece of content does not end.", EVERY),
    "deep states": (
        s.drawn(before=b"q " * 29 + b"Q " * 29),
        "States of the pen lie too deep inside each other.",
        EVERY,
    ),
    "picture": (
        s.drawn(after=b"\n/Artifact BMC /X Do EMC"),
        "Content is drawn in a way that an archive may not show alike (Do).",
        EVERY,
    ),
    "tab order": (s.without("/Tabs", s.pages), "The tab order is not that of the structure.", EVERY),
    "meaning of characters": (s.drop_character_map, "A font does not say what its characters are.", EVERY),
    "character without meaning": (s.empty_character_map, "A character stands for nothing.", EVERY),
    "font": (s.without("/FontFile2", s.descriptors), "A font is not in the file.", EVERY),
    "glyphs": (s.drop_glyphs, "A glyph is drawn that its font does not have.", EVERY),
    "width": (s.widen, "A glyph is as wide as its font does not say.", EVERY),
    "kind of a font": (
        s.with_entry("/Flags", 32, s.descriptors),
        "A font does not say how its glyphs are found.",
        EVERY,
    ),
    "name of a font": (
        s.with_entry("/FontName", Name("/ABCDEF+Other"), s.descriptors),
        "A font goes by several names, or is not said to be a part of one.",
        EVERY,
    ),
    "title": (s.change_title, "The document says two things about its title.", EVERY),
    "title in the packet": (s.change_packet(b"dc:title>", b"dc:label>"), "The document has no title.", EVERY),
    "title that is shown": (s.without("/ViewerPreferences", s.root), "The title is not shown.", EVERY),
    "language": (s.without("/Lang", s.root), "The document does not say its language.", EVERY),
    "mark": (s.without("/MarkInfo", s.root), "The document does not say that it is tagged.", EVERY),
    "claim to be an archive": (
        s.change_packet(b"conformance>A<", b"conformance>B<"),
        "The document says another thing than it is to archives.",
        EVERY,
    ),
    "claim to be for everybody": (
        s.change_packet(b"<pdfuaid:part>1<", b"<pdfuaid:part>2<"),
        "The document does not say that everybody can read it.",
        EVERY,
    ),
    "packet": (s.without("/Metadata", s.root), "The document says nothing about itself.", EVERY),
    "colours": (s.without("/OutputIntents", s.root), "The document does not say which colours are meant.", EVERY),
    "entry of the outline": (s.without("/Title", s.outline), "An entry of the outline says nothing.", EVERY),
    "script": (
        s.with_entry("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("1")), s.root),
        "There is something that an archive may not hold: JS.",
        EVERY,
    ),
    "layers": (s.with_entry("/OCProperties", Dictionary(), s.root), "The document has OCProperties.", EVERY),
    "transparency": (s.with_entry("/Group", Dictionary(S=Name.Transparency), s.pages), "A page has Group.", EVERY),
    "long text": (
        s.with_entry("/Alt", String("x" * 32_768), s.tagged("/P")),
        "A text is longer than an archive may hold.",
        EVERY,
    ),
    "checksum": (
        s.with_entry("/CheckSum", String("no"), s.attached_facts),
        "An attachment is not what its checksum says.",
        NOT_OF_TEAMS,
    ),
    "age of an attachment": (
        s.without("/ModDate", s.attached_facts),
        "An attachment does not say how long and how old it is.",
        NOT_OF_TEAMS,
    ),
    "kind of an attachment": (
        s.without("/Subtype", s.attached_streams),
        "An attachment does not say what kind of file it is.",
        NOT_OF_TEAMS,
    ),
    "relationship": (
        s.without("/AFRelationship", s.attachments),
        "An attachment does not say what it is to the document.",
        NOT_OF_TEAMS,
    ),
    "name of an attachment": (
        s.without("/UF", s.attachments),
        "An attachment is not named or described.",
        NOT_OF_TEAMS,
    ),
    "association": (s.detach, "An attachment belongs to nothing.", NOT_OF_TEAMS),
    "print flag": (s.with_entry("/F", 0, s.links), "A link or field is not printed.", NOT_OF_TEAMS),
    "tooltip": (s.without("/TU", s.fields), "A field does not say what it is for.", FORMS),
    "place of a field": (s.hide_field, "A field has no place in the structure.", FORMS),
    "tag of a field": (
        s.with_entry("/S", Name.Link, s.tagged("/Form")),
        "A field has no place in the structure.",
        FORMS,
    ),
    "drawing of a field": (s.without("/AP", s.fields), "A field is not drawn.", FORMS),
    "resources of a field": (
        s.without("/Resources", s.drawings),
        "A field leans on its page for what it needs.",
        FORMS,
    ),
    "drawing left to viewers": (
        s.with_entry("/NeedAppearances", True, s.form),
        "Viewers are asked to draw the fields.",
        FORMS,
    ),
    "choice": (
        s.with_entry("/V", String("none"), s.fields),
        "A field has a choice that is none of its choices.",
        FORMS,
    ),
    "typing font": (s.without("/DR", s.form), "A field is typed into with a font that is not there.", FORMS),
}

BYTES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "begin": (lambda content: content[5:], "The file does not begin as an archive wants it."),
    "binary mark": (lambda c: c[:10] + b"abcd" + c[14:], "The file does not begin as an archive wants it."),
    "end": (lambda content: content + b"more", "The file does not end as an archive wants it."),
    "identity": (lambda content: content.replace(b"/ID [", b"/IX ["), "The file has no identity."),
    "line ends": (
        lambda content: content.replace(b"\nendstream", b" endstream", 1),
        "A stream is not as long as it says.",
    ),
}


def saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_document_that_is_only_saved_again_is_sound(kind: str) -> None:
    with pikepdf.open(BytesIO(document(f"{kind} of few"))) as pdf:
        assert faults_of(saved(pdf)) == []


@pytest.mark.parametrize("what", SPOILED)
def test_that_what_is_spoiled_is_named_in_every_kind_of_document(what: str) -> None:
    change, fault, kinds = SPOILED[what]
    found = set()
    for kind in KINDS:
        with pikepdf.open(BytesIO(document(f"{kind} of few"))) as pdf:
            if change(pdf):
                found.add(kind)
                assert fault in faults_of(saved(pdf)), kind
    assert found == kinds


@pytest.mark.parametrize("what", BYTES)
def test_that_a_spoiled_file_is_named_in_every_kind_of_document(what: str) -> None:
    change, fault = BYTES[what]
    for kind in KINDS:
        content = document(f"{kind} of few")
        assert change(content) != content
        assert fault in faults_of(change(content)), kind


def swapped(content: bytes) -> bytes:
    """The document with what it reads last on its first page read first."""
    pdf = pikepdf.open(BytesIO(content))
    kids = pdf.Root["/StructTreeRoot"]["/K"]["/K"]
    section = kids[0] if isinstance(kids, pikepdf.Array) else kids
    section["/K"] = pikepdf.Array(reversed(list(section["/K"])))
    return saved(pdf)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_that_content_in_another_order_than_it_is_read_in_is_named(kind: str) -> None:
    faults = faults_of(swapped(document(f"{kind} of few")))
    assert any("is drawn before what is read before it." in fault for fault in faults)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_that_outloud_objects_to_a_sentence_that_nobody_hears(kind: str, tmp_path: Path) -> None:
    pdf = pikepdf.open(BytesIO(document(f"{kind} of few")))
    page = pdf.pages[0]
    content = page.Contents.read_bytes()
    font = next(name for name, one in page.Resources.Font.items() if "Mixed" not in str(one.BaseFont))
    codes = {text: code for code, text in character_map(page.Resources.Font[font], []).items()}
    words = [letter * 3 for letter in codes if letter.isalpha() and letter.islower() and letter.isascii()][:9]
    said = "".join(f"{codes[letter]:04X}" for letter in " ".join(words))
    unheard = f"\n/Artifact BMC BT {font} 9 Tf 1 0 0 1 60 300 Tm <{said}> Tj ET EMC".encode()
    page.Contents = pdf.make_stream(content + unheard)
    assert any(found.startswith("TAG-002") for found in heard(saved(pdf), tmp_path))

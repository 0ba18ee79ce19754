"""Reading a tagged PDF as a screen reader does, and finding what is wrong with its tags."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

_SHOWS_TEXT = ("Tj", "TJ", "'", '"')
_PAINTS = (*_SHOWS_TEXT, "f", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh")
_PAIR = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


@dataclass
class Piece:
    """A marked piece of a page's content."""

    tag: str
    text: str = ""


@dataclass
class Element:
    """A structure element with what stands in it, in reading order."""

    tag: str
    alternative: str = ""
    scope: str = ""
    kids: list["Element | str"] = field(default_factory=list)

    def text(self) -> str:
        """All of its text."""
        return "".join(kid if isinstance(kid, str) else kid.text() for kid in self.kids)

    def all(self) -> Iterator["Element"]:
        """It and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.all()


class TaggedDocument:
    """A PDF with its structure; `faults` says what is wrong with it, in words."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(content))
        self.faults: list[str] = []
        self.root = Element("Document")
        self._pieces: dict[tuple[tuple[int, int], int], Piece] = {}
        self._owners: dict[tuple[tuple[int, int], int], pikepdf.Object] = {}
        self._annotations: dict[tuple[int, int], pikepdf.Object] = {}
        for page in self.pdf.pages:
            self._read_page(page)
        tree = self.pdf.Root.get("/StructTreeRoot")
        if tree is None:
            self.faults.append("There is no structure tree.")
            return
        self.root = self._element(tree["/K"], tree)
        self._check_parents(tree)
        self._check_elements()

    def _read_page(self, page: pikepdf.Page) -> None:
        maps = {name: _character_map(font, self.faults) for name, font in page["/Resources"]["/Font"].items()}
        key = page.obj.objgen
        open_pieces: list[tuple[str, int | None]] = []
        spoken: list[str | None] = []
        font = ""
        for instruction in pikepdf.parse_content_stream(page):
            operands, name = instruction.operands, str(instruction.operator)
            if name in ("BDC", "BMC"):
                details = operands[1] if name == "BDC" else pikepdf.Dictionary()
                number = details.get("/MCID")
                tag = str(operands[0])[1:]
                open_pieces.append((tag, None if number is None else int(number)))
                said = details.get("/ActualText")
                spoken.append(None if said is None else str(said))
                if number is not None:
                    if (key, int(number)) in self._pieces:
                        self.faults.append(f"Content {number} is twice on a page.")
                    self._pieces[key, int(number)] = Piece(tag)
                if said is not None:
                    self._add(key, open_pieces, str(said))
            elif name == "EMC":
                open_pieces.pop()
                spoken.pop()
            elif name == "Tf":
                font = str(operands[0])
            if name in _PAINTS and not any(tag == "Artifact" or number is not None for tag, number in open_pieces):
                self.faults.append(f"Something is drawn ({name}) that is neither content nor artifact.")
            if name in _SHOWS_TEXT:
                parts = operands[0] if name == "TJ" else [operands[0]]
                codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
                text = _decoded(codes, maps[font], self.faults)
                if not any(spoken):
                    self._add(key, open_pieces, text)
        if open_pieces:
            self.faults.append("A piece of content does not end.")
        if page.get("/Tabs") != "/S":
            self.faults.append("The tab order is not that of the structure.")

    def _add(self, page: tuple[int, int], open_pieces: list[tuple[str, int | None]], text: str) -> None:
        for _, number in reversed(open_pieces):
            if number is not None:
                self._pieces[page, number].text += text
                return

    def _element(self, node: pikepdf.Object, parent: pikepdf.Object) -> Element:
        attributes = node.get("/A", pikepdf.Dictionary())
        made = Element(str(node["/S"])[1:], str(node.get("/Alt", "")), str(attributes.get("/Scope", "")))
        if node["/P"].objgen != parent.objgen:
            self.faults.append(f"A {made.tag} names another parent.")
        kids = node["/K"]
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            kind = "/MCR" if isinstance(kid, int) else kid.get("/Type")
            if kind == "/MCR":
                key = (node["/Pg"].objgen, kid) if isinstance(kid, int) else (kid["/Pg"].objgen, int(kid["/MCID"]))
                self._owners[key] = node
                if key not in self._pieces:
                    self.faults.append(f"A {made.tag} has content that is on no page.")
                    continue
                if self._pieces[key].tag != made.tag:
                    self.faults.append(f"A {made.tag} has content that is marked {self._pieces[key].tag}.")
                made.kids.append(self._pieces[key].text)
            elif kind == "/OBJR":
                self._annotations[kid["/Obj"].objgen] = node
            else:
                made.kids.append(self._element(kid, node))
        return made

    def _check_parents(self, tree: pikepdf.Object) -> None:
        numbers = tree["/ParentTree"]["/Nums"]
        parents = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        for page in self.pdf.pages:
            key = page.obj.objgen
            listed = parents.get(int(page.get("/StructParents", -1)), pikepdf.Array())
            marked = sorted(number for place, number in self._pieces if place == key)
            if marked != list(range(len(listed))):
                self.faults.append("The parent tree and a page count its content differently.")
            for number, owner in enumerate(listed):
                named = self._owners.get((key, number))
                if named is None or named.objgen != owner.objgen:
                    self.faults.append(f"The parent tree and the structure disagree about content {number}.")
            for annotation in page.get("/Annots", pikepdf.Array()):
                self._check_annotation(annotation, parents)
        lost = set(self._pieces) - set(self._owners)
        if lost:
            self.faults.append(f"{len(lost)} pieces of content belong to no element.")

    def _check_annotation(self, annotation: pikepdf.Object, parents: dict[int, pikepdf.Object]) -> None:
        field = annotation["/Subtype"] == "/Widget"
        if field and not str(annotation.get("/TU", "")):
            self.faults.append("A field does not say what it is for.")
        elif not field and not str(annotation.get("/Contents", "")):
            self.faults.append("A link does not say where it leads.")
        owner = self._annotations.get(annotation.objgen)
        parent = parents.get(int(annotation.get("/StructParent", -1)))
        wanted = "/Form" if field else "/Link"
        if owner is None or parent is None or owner.objgen != parent.objgen or owner["/S"] != wanted:
            self.faults.append(f"A {'field' if field else 'link'} has no place in the structure.")

    def _check_elements(self) -> None:
        level = 0
        for element in self.root.all():
            inside = [kid.tag for kid in element.kids if isinstance(kid, Element)]
            if re.fullmatch("H[1-6]", element.tag):
                if int(element.tag[1]) > level + 1:
                    self.faults.append(f"An {element.tag} follows a heading of level {level}.")
                level = int(element.tag[1])
            elif element.tag == "Figure" and not element.alternative:
                self.faults.append("A figure has no alternative text.")
            elif element.tag == "TH" and not element.scope:
                self.faults.append("The head of a row or column has no scope.")
            elif element.tag == "L" and set(inside) != {"LI"}:
                self.faults.append("A list has something other than items.")
            elif element.tag == "LI" and inside not in (["LBody"], ["Lbl", "LBody"]):
                self.faults.append("An item of a list has no body.")
            elif element.tag == "Table":
                rows = [kid for kid in element.kids if isinstance(kid, Element)]
                if {row.tag for row in rows} != {"TR"} or len({len(row.kids) for row in rows}) != 1:
                    self.faults.append("The rows of a table differ in length.")


def _character_map(font: pikepdf.Object, faults: list[str]) -> dict[int, str]:
    if "/ToUnicode" not in font:
        faults.append("A font does not say what its characters are.")
        return {}
    found = {}
    for code, text in _PAIR.findall(font["/ToUnicode"].read_bytes()):
        found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    if any(not text or text[0] in "\0\ufeff\ufffe" for text in found.values()):
        faults.append("A character stands for nothing.")
    return found


def _decoded(codes: bytes, characters: dict[int, str], faults: list[str]) -> str:
    text = ""
    for i in range(0, len(codes), 2):
        code = int.from_bytes(codes[i : i + 2], "big")
        if code not in characters:
            faults.append(f"Nobody can know what the code {code:04X} stands for.")
        text += characters.get(code, "")
    return text

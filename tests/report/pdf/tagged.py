"""Reading a tagged PDF as a screen reader does, and finding what is wrong with its tags."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

from tests.report.pdf.glyphs import character_map, decoded
from tests.report.pdf.marked import MarkedContent

Place = tuple[tuple[int, int], int]
"""A piece of content: its page, and its number on it."""


@dataclass
class Element:
    """A structure element with what stands in it, in reading order; `pages` are those that it stands on."""

    tag: str
    alternative: str = ""
    attributes: dict[str, pikepdf.Object] = field(default_factory=dict)
    language: str | None = None
    kids: list["Element | str"] = field(default_factory=list)
    annotations: int = 0
    pages: list[tuple[int, int]] = field(default_factory=list)

    @property
    def scope(self) -> str:
        """Of the head of a row or column: which of them; empty if it does not say."""
        return str(self.attributes.get("/Scope", ""))

    @property
    def inside(self) -> list["Element"]:
        """The elements right below it."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def text(self) -> str:
        """All of its text."""
        return "".join(kid if isinstance(kid, str) else kid.text() for kid in self.kids)

    def all(self) -> Iterator["Element"]:
        """It and all below it, in reading order."""
        yield self
        for kid in self.inside:
            yield from kid.all()

    def holds_something(self) -> bool:
        """Whether there is content or an annotation in it or below."""
        return any(one.annotations or any(isinstance(kid, str) for kid in one.kids) for one in self.all())


class TaggedDocument:
    """A PDF with its structure; `faults` says what is wrong with it, in words."""

    def __init__(self, content: bytes, password: str = "") -> None:
        from tests.report.pdf.tag_rules import element_faults

        self.pdf = pikepdf.open(BytesIO(content), password=password)
        self.faults: list[str] = []
        self.root = Element("Document")
        self._pieces: dict[Place, tuple[str, str]] = {}
        self._owners: dict[Place, pikepdf.Object] = {}
        self._annotations: dict[tuple[int, int], pikepdf.Object] = {}
        self._last_read: dict[tuple[int, int], int] = {}
        for page in self.pdf.pages:
            self._read_page(page)
        tree = self.pdf.Root.get("/StructTreeRoot")
        if tree is None:
            self.faults.append("There is no structure tree.")
            return
        if "/RoleMap" in tree:
            self.faults.append("Tags are given other meanings.")
        self.root = self._element(tree["/K"], tree)
        self._check_parents(tree)
        boxes = {page.obj.objgen: [float(edge) for edge in page.mediabox] for page in self.pdf.pages}
        self.faults += element_faults(self.root, boxes)

    def _read_page(self, page: pikepdf.Page) -> None:
        maps = {name: character_map(font, self.faults) for name, font in page["/Resources"]["/Font"].items()}
        content = MarkedContent(page, lambda font, codes: decoded(codes, maps[font], self.faults))
        self.faults += content.faults
        for number, piece in content.pieces.items():
            self._pieces[page.obj.objgen, number] = piece
        if page.get("/Tabs") != "/S":
            self.faults.append("The tab order is not that of the structure.")

    def _element(self, node: pikepdf.Object, parent: pikepdf.Object) -> Element:
        listed = node.get("/A", pikepdf.Dictionary())
        attributes: dict[str, pikepdf.Object] = {}
        for one in listed if isinstance(listed, pikepdf.Array) else [listed]:
            attributes |= dict(one.items())
        language = None if "/Lang" not in node else str(node["/Lang"])
        made = Element(str(node["/S"])[1:], str(node.get("/Alt", "")), attributes, language)
        if node["/P"].objgen != parent.objgen:
            self.faults.append(f"A {made.tag} names another parent.")
        kids = node.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            kind = "/MCR" if isinstance(kid, int) else kid.get("/Type")
            if kind == "/MCR":
                self._piece_of(made, node, kid)
            elif kind == "/OBJR":
                self._annotations[kid["/Obj"].objgen] = node
                made.annotations += 1
            else:
                made.kids.append(self._element(kid, node))
        return made

    def _piece_of(self, made: Element, node: pikepdf.Object, kid: pikepdf.Object | int) -> None:
        key = (node["/Pg"].objgen, kid) if isinstance(kid, int) else (kid["/Pg"].objgen, int(kid["/MCID"]))
        if key in self._owners:
            self.faults.append(f"Content {key[1]} belongs to two elements.")
        self._owners[key] = node
        if self._last_read.get(key[0], -1) > key[1]:
            self.faults.append(f"A {made.tag} is drawn before what is read before it.")
        self._last_read[key[0]] = key[1]
        if key not in self._pieces:
            self.faults.append(f"A {made.tag} has content that is on no page.")
            return
        tag, text = self._pieces[key]
        if tag != made.tag:
            self.faults.append(f"A {made.tag} has content that is marked {tag}.")
        made.kids.append(text)
        made.pages.append(key[0])

    def _check_parents(self, tree: pikepdf.Object) -> None:
        numbers = tree["/ParentTree"]["/Nums"]
        keys = [int(numbers[i]) for i in range(0, len(numbers), 2)]
        if keys != sorted(set(keys)) or int(tree["/ParentTreeNextKey"]) <= max(keys, default=-1):
            self.faults.append("The keys of the parent tree are not in order.")
        parents = {key: numbers[2 * i + 1] for i, key in enumerate(keys)}
        used: list[int] = []
        for page in self.pdf.pages:
            key = page.obj.objgen
            used.append(int(page.get("/StructParents", -1)))
            listed = parents.get(used[-1], pikepdf.Array())
            marked = sorted(number for place, number in self._pieces if place == key)
            if marked != list(range(len(listed))):
                self.faults.append("The parent tree and a page count its content differently.")
            for number, owner in enumerate(listed):
                named = self._owners.get((key, number))
                if named is None or named.objgen != owner.objgen:
                    self.faults.append(f"The parent tree and the structure disagree about content {number}.")
            for annotation in page.get("/Annots", pikepdf.Array()):
                used.append(int(annotation.get("/StructParent", -1)))
                self._check_annotation(annotation, parents)
        if len(set(used)) != len(used):
            self.faults.append("Two things have the same place in the parent tree.")
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

"""The marked pieces of a page's content, and what is wrong with how it is written."""

from collections.abc import Callable
from typing import Any

import pikepdf

SHOWS_TEXT = ("Tj", "TJ", "'", '"')
_PAINTS = (*SHOWS_TEXT, "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "EI", "INLINE IMAGE")
# All that our pages and fields are written with: nothing transparent, no picture, no colour but red, green and blue.
_KNOWN = {
    "q", "Q", "cm", "w", "J", "j", "M", "d", "m", "l", "c", "v", "y", "h", "re", "S", "s", "f", "f*", "n", "W", "W*",
    "BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td", "TD", "Tm", "T*", "Tj", "TJ", "RG", "rg",
    "BMC", "BDC", "EMC",
}  # fmt: skip
_DEEPEST = 28


class MarkedContent:
    """What a page, or the form of a field, shows: `pieces` has the tag and the text of each number.

    `read` gives the text of codes in a font.
    """

    def __init__(self, page: pikepdf.Page | pikepdf.Object, read: Callable[[str, bytes], str]) -> None:
        self.faults: list[str] = []
        self.pieces: dict[int, tuple[str, str]] = {}
        self._read = read
        self._open: list[tuple[str, int | None, str | None]] = []
        self._nesting: list[str] = []
        self._font = ""
        self._is_page = isinstance(page, pikepdf.Page)
        for instruction in pikepdf.parse_content_stream(page):
            self._take(str(instruction.operator), instruction.operands)
        if self._open or self._nesting:
            self._fault("A piece of content does not end.")

    def _fault(self, words: str) -> None:
        if words not in self.faults:
            self.faults.append(words)

    def _take(self, name: str, operands: Any) -> None:
        if name not in _KNOWN:
            self._fault(f"Content is drawn in a way that an archive may not show alike ({name}).")
        self._nest(name)
        if name in ("BDC", "BMC"):
            self._begin(str(operands[0])[1:], operands[1] if name == "BDC" else pikepdf.Dictionary())
        elif name == "EMC" and self._open:
            self._open.pop()
        elif name == "Tf":
            self._font = str(operands[0])
        if name in _PAINTS and self._is_page and not any(t == "Artifact" or n is not None for t, n, _ in self._open):
            self._fault(f"Something is drawn ({name}) that is neither content nor artifact.")
        if name in SHOWS_TEXT:
            parts = operands[0] if name == "TJ" else [operands[0]]
            text = self._read(self._font, b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String)))
            spoken = self._is_spoken_for()
            private = any("\ue000" <= c <= "\uf8ff" or c >= "\U000f0000" for c in text)
            if private and not spoken:
                self._fault("A character of private use does not say what it stands for.")
            if not spoken:
                self._add(text)

    def _nest(self, name: str) -> None:
        """Marked pieces, texts and states of the pen end in the reverse order of their beginning."""
        begins = {"BDC": "EMC", "BMC": "EMC", "BT": "ET", "q": "Q"}
        if name in begins:
            self._nesting.append(begins[name])
            if self._nesting.count("Q") > _DEEPEST:
                self._fault("States of the pen lie too deep inside each other.")
            if name == "BT" and self._nesting.count("ET") > 1:
                self._fault("A text begins inside another.")
        elif name in begins.values() and (not self._nesting or self._nesting.pop() != name):
            self._fault(f"Pieces of content overlap ({name}).")

    def _begin(self, tag: str, details: pikepdf.Object) -> None:
        number = None if "/MCID" not in details else int(details["/MCID"])
        around = self._open
        if tag == "Artifact" and any(one is not None for _, one, _ in around):
            self._fault("An artifact stands inside content.")
        if number is not None and any(outer == "Artifact" for outer, _, _ in around):
            self._fault("Content stands inside an artifact.")
        if number is not None and any(one is not None for _, one, _ in around):
            self._fault("Content stands inside other content.")
        said = None if "/ActualText" not in details else str(details["/ActualText"])
        outermost = not self._is_spoken_for()
        around.append((tag, number, said))
        if number is not None:
            if number in self.pieces:
                self._fault(f"Content {number} is twice on a page.")
            self.pieces[number] = (tag, "")
        if said is not None and outermost:
            self._add(said)

    def _is_spoken_for(self) -> bool:
        """Whether a text is given for what follows: the outermost one stands for all inside it."""
        return any(said is not None for _, _, said in self._open)

    def _add(self, text: str) -> None:
        for _, number, _ in reversed(self._open):
            if number is not None:
                tag, before = self.pieces[number]
                self.pieces[number] = (tag, before + text)
                return

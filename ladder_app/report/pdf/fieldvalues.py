"""The values of a form's fields, whatever viewer saved them.

Only values are read: what a viewer draws for them is its own affair. Fields are found by their
names wherever they hang, because some viewers move them into groups.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

    # A node, the name above it, the value and the earlier value that it inherits, and how deep it hangs.
    _Waiting = tuple[pikepdf.Object, str, pikepdf.Object | None, pikepdf.Object | None, int]

_MOST_FIELDS = 20_000
_DEEPEST = 32
_LONGEST_VALUE = 1_000_000
_NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# A text may switch its language between two escapes (ISO 32000-1, 7.9.2.2).
_LANGUAGE = re.compile("\x1b[^\x1b]{2,12}\x1b")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_SUSPICIOUS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\U000f0000-\U0010ffff]"
)
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class FieldValue(NamedTuple):
    """The text of a field; `odd` are characters in it that nobody types.

    Some viewers drop characters above U+FFFF from every field that they save. Where nothing else changed,
    what stood in the field before is taken instead, and it is `restored`; else they may be `lost`.
    """

    text: str
    odd: tuple[str, ...] = ()
    restored: bool = False
    lost: bool = False


def field_values(pdf: pikepdf.Pdf) -> dict[str, FieldValue]:
    """The values by the full names of their fields, empty ones too; none where the document has no form."""
    import pikepdf

    form = pdf.Root.get("/AcroForm", pikepdf.Dictionary())
    found: dict[str, FieldValue] = {}
    for name, value, before in _fields(form.get("/Fields", pikepdf.Array())):
        if name not in found or not found[name].text:
            found[name] = _value(_text(value), _text(before))
    return found


def _fields(
    roots: pikepdf.Object,
) -> Iterator[tuple[str, pikepdf.Object | None, pikepdf.Object | None]]:
    """Every field that has a name: that, its value, and the one it had when the form was made."""
    waiting: list[_Waiting] = [(kid, "", None, None, 0) for kid in reversed(list(roots))]
    seen = 0
    while waiting and seen < _MOST_FIELDS:
        node, path, value, before, depth = waiting.pop()
        seen += 1
        own = node.get("/T")
        name = ".".join(part for part in (path, "" if own is None else _text(own)) if part)
        value, before = node.get("/V", value), node.get("/DV", before)
        kids = node.get("/Kids")
        if own is not None:
            yield name, value, before
        if kids is not None and depth < _DEEPEST:
            waiting += [(kid, name, value, before, depth + 1) for kid in reversed(list(kids))]


def _text(value: pikepdf.Object | None) -> str:
    """A value as text: a string, a stream of one, a name, or the first of several."""
    import pikepdf

    if isinstance(value, pikepdf.Array):
        value = value[0] if len(value) else None
    if isinstance(value, pikepdf.Name):
        return str(value)[1:]
    if isinstance(value, pikepdf.Stream):
        content = value.read_bytes()
    elif isinstance(value, pikepdf.String):
        content = bytes(value)
    else:
        return ""
    return _decoded(content[:_LONGEST_VALUE])


def _decoded(content: bytes) -> str:
    if content.startswith(b"\xfe\xff"):
        return content[2:].decode("utf-16-be", "surrogatepass" if len(content) % 2 == 0 else "replace")
    if content.startswith(b"\xff\xfe"):
        return content[2:].decode("utf-16-le", "surrogatepass" if len(content) % 2 == 0 else "replace")
    if content.startswith(b"\xef\xbb\xbf"):
        return content[3:].decode("utf-8", "replace")
    return content.decode("pdfdoc", "replace")  # pikepdf registers it


def _value(text: str, before: str) -> FieldValue:
    text, before = (_NEWLINES.sub("\n", _LANGUAGE.sub("", each)) for each in (text, before))
    lost = False
    if text != before:
        odd = tuple(dict.fromkeys(_SUSPICIOUS.findall(text)))
        lost = bool(text.strip() and _BEYOND.search(before) and not _BEYOND.search(text))
        if lost and (_bare(text) == _bare(before) or text == _cut_off(before)):
            return FieldValue(before, restored=True)
    else:
        odd = ()
    return FieldValue(_UNFIT.sub("\ufffd", text), odd, lost=lost)


def _cut_off(text: str) -> str:
    """The text as pdfium leaves it: of every character only the lower 16 bits, so that U+1F600 becomes U+F600."""
    return "".join(chr(ord(character) & 0xFFFF) for character in text)


def _bare(text: str) -> str:
    """The text as a viewer leaves it that knows no character above U+FFFF, whatever it puts in their place."""
    return re.sub("[\ud800-\udfff\ufffd?\0]", "", _BEYOND.sub("", text))

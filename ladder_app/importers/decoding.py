"""The text of a file, whatever program has written it."""

from __future__ import annotations

import codecs

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(content: bytes) -> str | None:
    """The text that these bytes are: UTF-8, UTF-16 with its mark, or else as Windows writes it; none if they are no
    text."""
    if content.startswith(_WIDE):
        return content.decode("utf-16", errors="replace")
    if b"\x00" in content:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")

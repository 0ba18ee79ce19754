"""Typographic characters for terminals and pipes that cannot show them."""

import codecs

PLAIN = "ladder-plain"
"""The name of the error handler for streams: the nearest ASCII, else a question mark."""

_NEAREST = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "…": "...",
    "·": "-",
    "→": "->",
    "×": "x",
    "÷": "/",
    "⅓": "1/3",
    "⅔": "2/3",
    "½": "1/2",
    "¼": "1/4",
    "¾": "3/4",
    "≥": ">=",
    "≤": "<=",
    "█": "#",
    "▓": "#",
    "▒": "=",
    "░": "-",
    "─": "-",
    "•": "*",
    "✓": "x",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
}


def nearest(error: UnicodeError) -> tuple[str | bytes, int]:
    """The handler itself, as `codecs.register_error` wants it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_NEAREST.get(c, "?") for c in error.object[error.start : error.end]), error.end


codecs.register_error(PLAIN, nearest)

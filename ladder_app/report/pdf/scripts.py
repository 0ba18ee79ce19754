"""Which characters need more than a glyph each: joined, stacked, reordered, or read from right to left."""

from __future__ import annotations

import re
import unicodedata

_SHAPED = (
    "\u0300-\u036f\u0590-\u08ff\u0900-\u109f\u1100-\u11ff\u1700-\u17ff\u1a00-\u1cff\u1dc0-\u1dff\u200c\u200d"
    "\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ua800-\ua8ff\ua980-\uaaff\uabc0-\uabff\ufb1d-\ufdff\ufe20-\ufe2f"
    "\ufe70-\ufefc\U00010800-\U00011fff\U0001e800-\U0001efff\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff"
)
_SHAPED_CHARACTER = re.compile(f"[{_SHAPED}]")
_JOINERS_WITHOUT_USE = re.compile(f"(?<![{_SHAPED}\u2190-\u2bff\U0001f000-\U0001ffff])[\u200c\u200d]+")
_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_DROPPED = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e01ef]"
)
_SPACES = re.compile("[\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_JOINERS = "\u200c\u200d"
_HANGUL = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF))
ISOLATES = "\u2066\u2067\u2068\u2069"
"""What sets the direction of a part of a text apart (UAX #9); never seen, and no part of what is drawn."""


def needs_shaping(text: str) -> bool:
    """Whether a glyph for each character, from left to right, would show the text wrongly."""
    return _SHAPED_CHARACTER.search(text) is not None


def belongs_to_the_one_before(character: str) -> bool:
    """Whether a character changes the one before it: a mark, a joiner, a skin tone."""
    return (
        is_joiner(character) or unicodedata.category(character)[0] == "M" or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def is_joiner(character: str) -> bool:
    """Whether a character is never seen itself."""
    return character in _JOINERS or character in ISOLATES


def is_hangul(code: int) -> bool:
    """Whether it is a syllable or a letter of Korean."""
    return any(first <= code <= last for first, last in _HANGUL)


def is_private(character: str) -> bool:
    """Whether a character means something only where it was agreed on; fonts draw whatever they like for it."""
    return "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000"


def printable(text: str) -> str:
    """The text with tabs and line ends made plain, invisible format characters gone and control characters shown.

    Newlines and non-breaking spaces stay, the joiners of the scripts that use them, and isolates.
    """
    if text.isprintable():
        if text.isascii():
            return text
    else:
        text = _BREAKS.sub("\n", text).replace("\t", "    ")
        text = _DROPPED.sub("", text)
        text = _JOINERS_WITHOUT_USE.sub("", text)
        text = _CONTROLS.sub("\ufffd", text)
        text = _SPACES.sub(" ", text)
    if not unicodedata.is_normalized("NFC", text) and any(map(unicodedata.combining, text)):
        text = unicodedata.normalize("NFC", text)
    return text

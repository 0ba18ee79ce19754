"""Shaping: which glyphs show a piece of text, and where each stands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.report.pdf.typefaces import Font

# What a glyph stands for that adds to the one before it no character of its own.
_NOTHING_OF_ITS_OWN = "\u200d"


class Glyph(NamedTuple):
    """A glyph with the characters it stands for; distances in thousandths of the type size.

    Where glyphs and characters do not match one to one, `shared` is the text of all the glyphs
    that show it together, and stands in each of them; `begins` is true for the first of them.
    `start` is where in the text the characters begin that it shows, alone or with its neighbours.
    """

    number: int
    text: str
    shared: str
    advance: float
    shift_x: float
    shift_y: float
    begins: bool = False
    start: int = 0


class Shaped(NamedTuple):
    """A piece of text in glyphs from left to right.

    `advances` has for each character of the text how much it adds to the width; the first
    character of those that share glyphs has it all.
    """

    glyphs: tuple[Glyph, ...]
    width: float
    advances: tuple[float, ...]


def shaped(font: Font, text: str, *, right_to_left: bool) -> Shaped:
    """A piece of text in one script, one font and one direction."""
    import uharfbuzz as hb  # type: ignore[import-untyped]  # loads a library

    buffer = hb.Buffer()
    buffer.add_codepoints([ord(character) for character in text])
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES | hb.BufferFlags.BOT | hb.BufferFlags.EOT
    hb.shape(font.file.font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    unit = font.file.unit
    advances = [0.0] * len(text)
    for info, position in zip(infos, positions, strict=True):
        advances[info.cluster] += position.x_advance * unit
    texts = _texts(text, [info.cluster for info in infos], right_to_left=right_to_left)
    glyphs = tuple(
        Glyph(
            info.codepoint, own, together, at.x_advance * unit, at.x_offset * unit, at.y_offset * unit, begins,
            info.cluster,
        )
        for info, at, (own, together, begins) in zip(infos, positions, texts, strict=True)
    )  # fmt: skip
    return Shaped(glyphs, sum(advances), tuple(advances))


def _texts(text: str, clusters: Sequence[int], *, right_to_left: bool) -> list[tuple[str, str, bool]]:
    """For each glyph the characters it stands for, those it shares with others, and whether it is the first of them."""
    starts = sorted(set(clusters))
    ends = dict(pairwise([*starts, len(text)]))
    found = [("", "", False)] * len(clusters)
    members: dict[int, list[int]] = {}
    for i, cluster in enumerate(clusters):
        members.setdefault(cluster, []).append(i)
    for cluster, glyphs in members.items():
        characters = text[cluster : ends[cluster]]
        reading = glyphs[::-1] if right_to_left else glyphs
        for i, glyph in enumerate(reading):
            mine = characters[i:] if i == len(reading) - 1 else characters[i : i + 1]
            together = characters if 1 < len(glyphs) != len(characters) else ""
            found[glyph] = (mine or _NOTHING_OF_ITS_OWN, together, glyph == glyphs[0])
    return found

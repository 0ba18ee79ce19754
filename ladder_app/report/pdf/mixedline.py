"""A line that is read in both directions, as viewers need it to find its text again."""

from __future__ import annotations

from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from ladder_app.report.pdf.copying import (
    LEFT_TO_RIGHT_MARK,
    is_changed,
    kept_order,
    mirrored,
    pulls_backwards,
)
from ladder_app.report.pdf.drawnfont import Shape, blank, is_letter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ladder_app.report.pdf.embedding import Drawn, MixedFont
    from ladder_app.report.pdf.runs import Line, Run

# Over a gap this wide, pdfium makes up a space.
_SPACE_IS_SEEN = 60.0
_LEAST_KERN = 0.005
# What begins with anything wider, pdfium takes for part of the line above.
_TOO_WIDE = 1000.0
# A font can hold little wider glyphs than this.
_WIDEST = 15_000.0
# Never seen.
_WORD_JOINER = "\u2060"


class Sign(NamedTuple):
    """A character of a line: what draws it, where in thousandths of the type size, and in which part of the line."""

    character: str
    shape: Shape
    x: float
    part: int
    backwards: bool = False


class Piece(NamedTuple):
    """A text object: where it begins in thousandths of the type size, its strings, and the distances between them."""

    x: float
    shown: str


def is_mixed(line: Line) -> bool:
    """Whether any of it is read from right to left."""
    return any(run.backwards for run in line)


class MixedLine:
    """One such line; `parts` are its runs, parted where links begin and end.

    `hyphened` says that the line before it ends with a hyphen.
    """

    def __init__(self, line: Line, *, hyphened: bool = False) -> None:
        self.line = line
        self.parts = [list(runs) for _, runs in groupby(line, key=attrgetter("link"))]
        signs = list(_guarded([sign for i, runs in enumerate(self.parts) for run in runs for sign in _signs(run, i)]))
        kept = [
            signs[place]._replace(character=mirrored(signs[place].character)) if is_mirrored else signs[place]
            for place, is_mirrored in kept_order("".join(sign.character for sign in signs))
        ]
        # Of lines that a hyphen joins, pdfium makes one, and finds one direction for it.
        if hyphened:
            kept.insert(0, Sign(_WORD_JOINER, blank(), kept[0].x, kept[0].part))
        if kept[-1].character == "-":
            kept.append(Sign(_WORD_JOINER, blank(), kept[-1].x + kept[-1].shape.advance, kept[-1].part))
        reaching = [_reaching(sign, following.x, following) for sign, following in pairwise([*kept, kept[-1]])]
        self._objects: list[list[Sign]] = []
        for _, group in groupby(reaching, key=attrgetter("part")):
            self._add(list(group))

    def drawn(self) -> set[Drawn]:
        """All shapes of the line and what stands beside it."""
        beside = {(blank(), LEFT_TO_RIGHT_MARK), (blank(), " ")}
        return beside | {(sign.shape, sign.character) for signs in self._objects for sign in _narrow(signs)}

    def pieces(self, font: MixedFont, part: int) -> Iterator[Piece]:
        """The text objects of one of its parts."""
        for signs in self._objects:
            if signs[0].part == part:
                shown: list[str] = []
                at = signs[0].x
                for sign in _narrow(signs):
                    if abs(sign.x - at) > _LEAST_KERN:
                        shown.append(f"{at - sign.x:.2f}")
                    shown.append(f"<{font.shape_code(sign.shape, sign.character)}>")
                    at = sign.x + font.shape_advance(sign.shape)
                yield Piece(signs[0].x, "".join(shown))

    def _add(self, signs: list[Sign]) -> None:
        """One more text object. pdfium sorts those of a line by where they begin, and so does this one after the last.

        Where it would not, it begins with a blank that does.
        """
        if self._objects:
            before = self._objects[-1]
            last, begin = before[-1], before[0].x
            end = last.x + last.shape.advance
            follows = " " in (last.character, signs[0].character) or abs(signs[0].x - end) < _SPACE_IS_SEEN
            if signs[0].x <= begin or not follows:
                place = max(end, begin + 1)
                before[-1] = _reaching(last, place)
                signs.insert(0, Sign(_WORD_JOINER, blank(max(signs[0].x - place, 0)), place, signs[0].part))
        elif signs[0].shape.advance > _TOO_WIDE:
            signs.insert(0, Sign(_WORD_JOINER, blank(), signs[0].x, signs[0].part))
        self._objects.append(signs)


def _reaching(sign: Sign, x: float, following: Sign | None = None) -> Sign:
    """A sign made so wide that nobody takes the way to the next one for a space where none is written."""
    written = " " in (sign.character, following.character if following else "")
    if written or x - sign.x - sign.shape.advance < _SPACE_IS_SEEN:
        return sign
    return sign._replace(shape=sign.shape._replace(advance=round(x - sign.x, 1)))


def _narrow(signs: Sequence[Sign]) -> Iterator[Sign]:
    """The signs, with blanks after what reaches farther than a glyph can."""
    for sign in signs:
        left = sign.shape.advance
        while left > _WIDEST:
            yield sign._replace(shape=sign.shape._replace(advance=_WIDEST))
            left -= _WIDEST
            sign = Sign(_WORD_JOINER, blank(left), sign.x + _WIDEST, sign.part)  # noqa: PLW2901
        yield sign


def _guarded(signs: Sequence[Sign]) -> Iterator[Sign]:
    """The signs, with a mark before each that pdfium would change: it leaves alone what comes after one."""
    backwards = True
    for sign in signs:
        if backwards and is_changed(sign.character):
            edge = sign.x + sign.shape.advance if sign.backwards else sign.x
            yield Sign(LEFT_TO_RIGHT_MARK, blank(), edge, sign.part)
        found = pulls_backwards(sign.character)
        backwards = backwards if found is None else found
        yield sign


def _signs(run: Run, part: int) -> Iterator[Sign]:
    """Its characters, in the order of the text. Those that are drawn together: the first draws all."""
    clusters: dict[int, list[tuple[int, float, float]]] = {}
    begins: dict[int, float] = {}
    ends: dict[int, float] = {}
    pen = run.x
    for glyph in run.glyphs or ():
        begin = begins.setdefault(glyph.start, pen)
        shift = round(pen - begin + glyph.shift_x, 2)
        clusters.setdefault(glyph.start, []).append((glyph.number, shift, round(glyph.shift_y, 2)))
        pen += glyph.advance
        ends[glyph.start] = pen
    starts = sorted(clusters)
    # What is never seen has no glyph, and none that it belongs to at the beginning of a run.
    for character in run.text[: starts[0] if starts else None]:
        yield Sign(character, blank(), run.x, part, run.backwards)
    for start, end in pairwise([*starts, len(run.text)]):
        x, width = begins[start], ends[start] - begins[start]
        yield from _together(run, run.text[start:end], part, Shape(run.font.file, tuple(clusters[start]), width), x)


def _together(run: Run, text: str, part: int, shape: Shape, x: float) -> Iterator[Sign]:
    """Characters that are drawn as one, which begins at `x`: the first draws it, and letters share its width."""
    letters = [i == 0 or is_letter(character) for i, character in enumerate(text)]
    share = shape.advance / sum(letters)
    at = x + shape.advance if run.backwards else x
    for i, (character, wide) in enumerate(zip(text, letters, strict=True)):
        advance = share if wide else 0.0
        if run.backwards:
            at -= advance
        drawn = shape.begun(x - at, advance) if i == 0 else blank(advance)
        yield Sign(character, drawn, at, part, run.backwards)
        if not run.backwards:
            at += advance

"""Setting text: spans broken into lines of a given width.

Lines break at spaces, after the hyphens, dashes and slashes inside words, between the words of
Thai, and anywhere where a word alone is wider than the line. Non-breaking spaces hold, newlines are
kept, and the spaces at a break hang past the margin, so that text copied out of the document keeps
its words apart.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ladder_app.report.pdf.mixed import MixedParagraph
from ladder_app.report.pdf.runs import Line, Run, line_width
from ladder_app.report.pdf.scripts import needs_shaping, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ladder_app.markup import Span
    from ladder_app.report.pdf.typefaces import Face, Font, Typefaces

# After these a long word may go on in the next line, if letters stand on both sides.
_JOINT = re.compile(r"(?<=[^\W\d_]{2}[-–—/])(?=[^\W\d_]{2})")
_THAI = re.compile("[\u0e00-\u0e7f]{2}")
# Where a word wider than a line is best cut: the joints of addresses.
_ADDRESS_JOINT = re.compile(r"(?<=[/?&=._\-–—,;:])(?=[^/?&=._\-–—,;:])")
_ELLIPSIS = "…"
# Shaped words may be a little wider than their characters alone; a line cut short stays one line.
_ROOM_TO_SPARE = 10


class Style(NamedTuple):
    """How a text is set; sizes in points."""

    face: Face
    size: float
    leading: float
    colour: str = "text"

    def coloured(self, token: str) -> Style:
        return self._replace(colour=token)


@dataclass(slots=True)
class SetText:
    """Text broken into lines, ready to be drawn."""

    lines: list[Line]
    style: Style

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    def width(self) -> float:
        """The width of the longest line in points, hanging spaces not counted."""
        return max((line_width(line, self.style.size) for line in self.lines), default=0.0)

    def parted(self, count: int) -> tuple[SetText, SetText]:
        """The first lines, and the others."""
        return SetText(self.lines[:count], self.style), SetText(self.lines[count:], self.style)


class Setter:
    """Breaks texts into lines for one document."""

    def __init__(self, typefaces: Typefaces) -> None:
        self.typefaces = typefaces

    def text(self, text: str, style: Style, width: float) -> SetText:
        """A text without markup, in lines of at most `width` points."""
        font = self.typefaces.font(style.face)
        text = printable(text)
        if not text.isascii() and (not font.covers(text) or needs_shaping(text)):
            return self._mixed(self._runs(text, style.face), style, width)
        limit = width * 1000 / style.size
        lines: list[Line] = []
        for paragraph in text.split("\n"):
            words = paragraph.split(" ")
            widths = font.widths
            sizes = [widths[word] for word in words]
            if sum(sizes) + font.space * (len(words) - 1) <= limit:
                lines.append((Run(font, paragraph),))
                continue
            ends = _breaks(words, sizes, font.space, limit, font.advance_at(paragraph))
            start = 0
            for end in ends:
                lines.append((Run(font, paragraph[start:end]),))
                start = end
        return SetText(lines, style)

    def spans(self, spans: Sequence[Span], style: Style, width: float) -> SetText:
        """Spans in lines of at most `width` points."""
        if len(spans) == 1:
            (span,) = spans
            if not (span.bold or span.italic or span.code or span.link):
                return self.text(span.text, style, width)
        runs: list[Run] = []
        for span in spans:
            face = style.face.styled(bold=span.bold, italic=span.italic)
            runs.extend(self._runs(printable(span.text), face, span.link, code=span.code))
        return self._mixed(runs, style, width)

    def one_line(self, text: str, style: Style, width: float) -> SetText:
        """A text on one line, ended with an ellipsis after the last word that fits."""
        return self.at_most(self.text(" ".join(text.split()), style, width), 1, width)

    def at_most(self, text: SetText, count: int, width: float) -> SetText:
        """The text in at most `count` lines; what was left out shows as an ellipsis after a whole word."""
        if len(text.lines) <= count:
            return text
        kept, _ = text.parted(count)
        while len(kept.lines) > 1 and not any(run.text.strip() for run in kept.lines[-1]):
            kept.lines.pop()
        kept.lines[-1] = self._ended(kept.lines[-1], kept.style, width)
        return kept

    def _ended(self, line: Line, style: Style, width: float) -> Line:
        font = self.typefaces.font(style.face)
        if any(run.glyphs is not None for run in line):
            cut = self._ended(tuple(run.unshaped() for run in line), style, width)
            (line, *_) = self._mixed(cut, style, width * _ROOM_TO_SPARE).lines
            return line
        room = width - font.width(_ELLIPSIS, style.size)
        runs = list(line)
        while runs:
            run = runs.pop()
            text = run.text.rstrip(" ,;:–-")
            before = sum(r.width(style.size) for r in runs)
            while text:
                if before + run.font.width(text, style.size) <= room:
                    return (*runs, run._replace(text=text), Run(font, _ELLIPSIS))
                shorter = text.rpartition(" ")[0] if " " in text else ("" if runs else text[:-1])
                text = shorter.rstrip(" ,;:–-") if " " in text else shorter
        return (Run(font, _ELLIPSIS),)

    def _runs(self, text: str, face: Face, link: str | None = None, *, code: bool = False) -> list[Run]:
        return [Run(font, part, link, code) for font, part in self.typefaces.runs(text, face)]

    def _mixed(self, runs: Iterable[Run], style: Style, width: float) -> SetText:
        limit = width * 1000 / style.size
        space = self.typefaces.font(style.face).space
        lines: list[Line] = []
        for paragraph in _paragraphs(runs):
            text = "".join(run.text for run in paragraph)
            if needs_shaping(text):
                lines += _shaped_lines(paragraph, limit, space)
                continue
            owners = [run.font for run in paragraph for _ in run.text]
            words = text.split(" ")
            sizes = []
            at = 0
            for word in words:
                end = at + len(word)
                sizes.append(sum(font.advance(c) for font, c in zip(owners[at:end], word, strict=True)))
                at = end + 1
            ends = _breaks(words, sizes, space, limit, _advances(text, owners))
            start = 0
            for end in ends:
                lines.append(tuple(_between(paragraph, start, end)))
                start = end
        return SetText(lines, style)


def _shaped_lines(runs: Sequence[Run], limit: float, space: float) -> Iterable[Line]:
    paragraph = MixedParagraph(runs)
    advances = paragraph.advances()
    words = paragraph.text.split(" ")
    sizes = []
    at = 0
    for word in words:
        end = at + len(word)
        sizes.append(sum(advances[at:end]))
        at = end + 1
    return paragraph.lines(_breaks(words, sizes, space, limit, advances.__getitem__), limit)


def _advances(text: str, owners: Sequence[Font]) -> Callable[[int], float]:
    return lambda i: owners[i].advance(text[i])


def _paragraphs(runs: Iterable[Run]) -> Iterable[list[Run]]:
    paragraph: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        paragraph.append(run._replace(text=first))
        for part in others:
            yield paragraph
            paragraph = [run._replace(text=part)]
    yield paragraph


def _between(runs: Sequence[Run], start: int, end: int) -> Iterable[Run]:
    at = 0
    for run in runs:
        left, right = max(start - at, 0), min(end - at, len(run.text))
        if left < right:
            yield run if right - left == len(run.text) else run._replace(text=run.text[left:right])
        at += len(run.text)


def _breaks(
    words: Sequence[str], sizes: Sequence[float], space: float, limit: float, advance: Callable[[int], float]
) -> list[int]:
    """Where the lines end: offsets into the words joined by spaces, the last being its length.

    `sizes`, `space` and `limit` share a unit; `advance` gives the width of the character at an offset.
    """
    ends: list[int] = []
    used = 0.0
    at = 0
    begun = False
    for word, size in zip(words, sizes, strict=True):
        length = len(word)
        if begun:
            if used + space + size <= limit:
                used += space + size
                at += length + 1
                continue
            start = at + 1
            cut = _joint(word, start, limit - used - space, advance) if length > 5 else 0
            ends.append(start + cut)
        else:
            start, cut = at, 0
            begun = True
        at = start + length
        if not cut and size <= limit:
            used = size
            continue
        rest, start = word[cut:], start + cut
        while True:
            taken, used = _fitting(rest, start, limit, advance)
            if taken == len(rest):
                break
            taken = _best_cut(rest, taken)
            rest, start = rest[taken:], start + taken
            ends.append(start)
    ends.append(at)
    return ends


def _joint(word: str, start: int, room: float, advance: Callable[[int], float]) -> int:
    """How much of a word may stay on the line before: up to its last joint that fits, or nothing."""
    joints = [match.start() for match in _JOINT.finditer(word[:200])]
    if _THAI.search(word):
        joints = sorted({*joints, *_thai_joints(word)})
    if not joints:
        return 0
    used, at = 0.0, 0
    kept = 0
    for joint in joints:
        used += sum(advance(start + i) for i in range(at, joint))
        at = joint
        if used > room:
            break
        kept = joint
    return kept


@lru_cache(maxsize=256)
def _thai_joints(word: str) -> tuple[int, ...]:
    """Where Thai words end inside what stands between two spaces; Thai sets none between its words.

    A dictionary has to know. Where it knows nothing, the line breaks between any two clusters.
    """
    from thaibreak import boundaries  # type: ignore[import-untyped]  # loads a dictionary, for Thai only

    return tuple(at for at in boundaries(word) if 0 < at < len(word) and not _hangs(word[at]))


def _hangs(character: str) -> bool:
    """Whether a line cannot begin with a character: a mark, or a sign that ends or repeats a word."""
    return unicodedata.category(character)[0] in "MP" or character in "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46"


def _fitting(word: str, start: int, limit: float, advance: Callable[[int], float]) -> tuple[int, float]:
    """How many characters of a word fit, at least one, and how wide they are."""
    used = 0.0
    for i in range(len(word)):
        wider = used + advance(start + i)
        if wider > limit and i:
            return i, used
        used = wider
    return len(word), used


def _best_cut(word: str, fitting: int) -> int:
    if _THAI.search(word):
        between_words = [joint for joint in _thai_joints(word) if joint <= fitting]
        if between_words:
            return between_words[-1]
    joints = [match.start() for match in _ADDRESS_JOINT.finditer(word, 0, min(fitting + 1, len(word)))]
    good = [joint for joint in joints if fitting * 0.6 <= joint <= fitting]
    if good:
        return good[-1]
    while fitting > 1 and unicodedata.combining(word[fitting]):
        fitting -= 1
    return fitting

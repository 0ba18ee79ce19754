"""Setting text: spans broken into lines of a given width.

Lines break at spaces, after the hyphens, dashes and slashes inside words, between the words of
Thai, and anywhere where a word alone is wider than the line. Non-breaking spaces hold, newlines are
kept, and the spaces at a break hang past the margin, so that text copied out of the document keeps
its words apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ladder_app.markup import without_isolates
from ladder_app.report.pdf.addresses import with_addresses
from ladder_app.report.pdf.languages import language_of
from ladder_app.report.pdf.linebreaks import line_ends
from ladder_app.report.pdf.mixed import MixedParagraph
from ladder_app.report.pdf.runs import Line, Run, line_width
from ladder_app.report.pdf.scripts import needs_shaping, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ladder_app.markup import Span
    from ladder_app.report.pdf.typefaces import Face, Font, Typefaces

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
    """Text broken into lines, ready to be drawn; `language` is the one it is in, where its letters tell that."""

    lines: list[Line]
    style: Style
    language: str | None = None

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    def width(self) -> float:
        """The width of the longest line in points, hanging spaces not counted."""
        return max((line_width(line, self.style.size) for line in self.lines), default=0.0)

    def parted(self, count: int) -> tuple[SetText, SetText]:
        """The first lines, and the others."""
        first, others = self.lines[:count], self.lines[count:]
        return SetText(first, self.style, self.language), SetText(others, self.style, self.language)


class Setter:
    """Breaks texts into lines for one document."""

    def __init__(self, typefaces: Typefaces) -> None:
        self.typefaces = typefaces

    def text(self, text: str, style: Style, width: float) -> SetText:
        """A text without markup, in lines of at most `width` points."""
        font = self.typefaces.font(style.face)
        text = printable(text)
        if not text.isascii():
            shaping = needs_shaping(text)
            text = text if shaping else without_isolates(text)
            if shaping or not font.covers(text):
                return self._mixed(self._runs(text, style.face), style, width)
        limit = width * 1000 / style.size
        language = None if text.isascii() else language_of(text)
        lines: list[Line] = []
        for paragraph in text.split("\n"):
            words = paragraph.split(" ")
            widths = font.widths
            sizes = [widths[word] for word in words]
            if sum(sizes) + font.space * (len(words) - 1) <= limit:
                lines.append((Run(font, paragraph),))
                continue
            ends = line_ends(words, sizes, font.space, limit, font.advance_at(paragraph))
            start = 0
            for end in ends:
                lines.append((Run(font, paragraph[start:end]),))
                start = end
        return SetText(lines, style, language)

    def spans(self, spans: Sequence[Span], style: Style, width: float) -> SetText:
        """Spans in lines of at most `width` points; addresses in them become links."""
        spans = with_addresses(spans)
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

    def _mixed(self, runs: Sequence[Run], style: Style, width: float) -> SetText:
        limit = width * 1000 / style.size
        space = self.typefaces.font(style.face).space
        lines: list[Line] = []
        for paragraph in map(_plain_unless_shaped, _paragraphs(runs)):
            text = "".join([run.text for run in paragraph])
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
            ends = line_ends(words, sizes, space, limit, _advances(text, owners))
            start = 0
            for end in ends:
                lines.append(tuple(_between(paragraph, start, end)))
                start = end
        return SetText(lines, style, language_of("".join([run.text for run in runs])))


def _plain_unless_shaped(runs: list[Run]) -> list[Run]:
    """The runs, without isolates where they have nothing to order."""
    text = "".join([run.text for run in runs])
    if text.isascii() or needs_shaping(text) or without_isolates(text) == text:
        return runs
    return [run._replace(text=without_isolates(run.text)) for run in runs]


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
    return paragraph.lines(line_ends(words, sizes, space, limit, advances.__getitem__), limit)


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

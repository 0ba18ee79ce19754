"""Lines of set text, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ladder_app.report.pdf.shaping import Glyph
    from ladder_app.report.pdf.typefaces import Font


class Run(NamedTuple):
    """A piece of a line in one font.

    Without `glyphs` it follows the run before it, a glyph for each character. With them it is
    shaped and stands `x` thousandths of the type size from the left edge of the text; `backwards`
    says that it is read from right to left, and `isolates` are those that stand before it.
    """

    font: Font
    text: str
    link: str | None = None
    code: bool = False
    glyphs: tuple[Glyph, ...] | None = None
    x: float = 0.0
    backwards: bool = False
    isolates: str = ""

    def width(self, size: float) -> float:
        """Its width in points."""
        if self.glyphs is None:
            return self.font.width(self.text, size)
        return sum(glyph.advance for glyph in self.glyphs) * size / 1000

    def unshaped(self) -> Run:
        """Its text, to be set anew."""
        return self._replace(text=self.isolates + self.text, glyphs=None, x=0.0, backwards=False, isolates="")


Line = tuple[Run, ...]


def line_width(line: Line, size: float) -> float:
    """The width of a line in points, without the spaces that hang at its end."""
    if len(line) == 1 and line[0].glyphs is None:
        return line[0].font.width(line[0].text.rstrip(" "), size)
    runs = list(line)
    while runs and not runs[-1].text.strip(" "):
        runs.pop()
    if not runs:
        return 0.0
    *before, last = runs
    ending = last._replace(text=last.text.rstrip(" ")) if last.glyphs is None else last
    return sum(run.width(size) for run in before) + ending.width(size)

"""The spaces between words of several fonts, each kept with the word before it, so that viewers find it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.report.pdf.shaping import Glyph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ladder_app.report.pdf.runs import Line, Run


def with_their_spaces(line: Line) -> Line:
    """The line with each shaped word and the space after it in one piece.

    pdfium passes over text that shows nothing, as a space on its own does, and then guesses from the
    distances where words end.
    """
    joined: list[Run] = []
    for run in line:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.glyphs
            and run.glyphs
            and run.text == " "
            and not before.text.endswith(" ")
            and (run.link, run.code) == (before.link, before.code)
            and " " in before.font.covered
        ):
            joined[-1] = _with_space(before, run.glyphs[0].advance)
        else:
            joined.append(run)
    return tuple(joined)


def _with_space(word: Run, advance: float) -> Run:
    """Where the last glyphs show some characters together, the space is one of these glyphs and ends their text."""
    glyphs = list(word.glyphs or ())
    together = glyphs[-1].shared
    if together:
        together += " "
        for i in range(max(i for i, glyph in enumerate(glyphs) if glyph.begins), len(glyphs)):
            glyphs[i] = glyphs[i]._replace(shared=together)
    blank = Glyph(word.font.file.glyph(ord(" ")), " ", together, advance, 0, 0)
    return word._replace(text=f"{word.text} ", glyphs=(*glyphs, blank))


def followed_by_spaces(runs: Sequence[Run]) -> Iterator[tuple[Run, float | None]]:
    """The runs, each with the width of the space after it where that is to be shown in one piece with it.

    That is a run which is not shaped, and the space a run of its own in another font.
    """
    taken = False
    for i, run in enumerate(runs):
        following = runs[i + 1] if i + 1 < len(runs) else None
        if taken:
            taken = False
            continue
        taken = (
            following is not None
            and run.glyphs is None
            and following.glyphs is None
            and following.text == " "
            and (run.link, run.code) == (following.link, following.code)
            and " " in run.font.covered
        )
        yield run, following.font.space if following is not None and taken else None

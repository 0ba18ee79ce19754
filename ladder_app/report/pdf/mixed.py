"""Lines of scripts that join, stack or run from right to left: their pieces shaped and put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.report.pdf.direction import in_order_of_sight, levels, reads_right_to_left
from ladder_app.report.pdf.scripts import ISOLATES
from ladder_app.report.pdf.shaping import Shaped, shaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ladder_app.report.pdf.runs import Line, Run
    from ladder_app.report.pdf.typefaces import Font


class MixedParagraph:
    """One paragraph of such text, its runs in reading order; it must not be empty.

    Offsets are those of its text; widths are in thousandths of the type size.
    """

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self.text = "".join(run.text for run in runs)
        self._levels = levels(self.text)
        self._base = int(reads_right_to_left(self.text))
        self._shaped: dict[tuple[Font, str, bool], Shaped] = {}

    def advances(self) -> list[float]:
        """How much each character adds to the width of its line."""
        found: list[float] = []
        for run, level in self._pieces(0, len(self.text)):
            found += [*[0.0] * len(run.isolates), *self._shape(run, level).advances]
        return found + [0.0] * (len(self.text) - len(found))

    def lines(self, ends: Sequence[int], limit: float) -> Iterator[Line]:
        """The lines that end at these offsets.

        Where a paragraph of several lines reads from right to left, they end at the right edge.
        """
        start = 0
        for end in ends:
            yield self._line(start, end, limit if self._base and len(ends) > 1 else None)
            start = end

    def _line(self, start: int, end: int, right: float | None) -> Line:
        pieces = list(self._pieces(start, end))
        if not pieces:
            return (self._runs[0]._replace(text=""),)
        # Spaces at the end of a line stand where the paragraph ends (rule L1).
        tail = len(pieces)
        while tail and not pieces[tail - 1][0].text.strip(" "):
            tail -= 1
        given = [level if i < tail else self._base for i, (_, level) in enumerate(pieces)]
        made = [self._shape(run, level) for (run, _), level in zip(pieces, given, strict=True)]
        order = in_order_of_sight(given)
        x = 0.0 if right is None else right - sum(one.width for one in made[:tail])
        if self._base:
            x -= sum(one.width for one in made[tail:])
        places = [0.0] * len(pieces)
        for i in order:
            places[i] = x
            x += made[i].width
        return tuple(
            run._replace(glyphs=one.glyphs, x=place, backwards=bool(level % 2))
            for (run, _), one, place, level in zip(pieces, made, places, given, strict=True)
        )

    def _pieces(self, start: int, end: int) -> Iterator[tuple[Run, int]]:
        """Pieces of one run and one level, spaces apart from words, in reading order; isolates belong to the next."""
        at = 0
        isolates = ""
        for run in self._runs:
            left, right = max(start, at), min(end, at + len(run.text))
            begun = left
            for i in range(left + 1, right + 1):
                if self.text[begun] in ISOLATES:
                    isolates += self.text[begun]
                    begun = i
                    continue
                if i < right and self.text[i] not in ISOLATES:
                    same_kind = (self.text[i] == " ") == (self.text[begun] == " ")
                    if same_kind and self._levels[i] == self._levels[begun]:
                        continue
                yield run._replace(text=self.text[begun:i], isolates=isolates), self._levels[begun]
                begun, isolates = i, ""
            at += len(run.text)

    def _shape(self, run: Run, level: int) -> Shaped:
        key = (run.font, run.text, bool(level % 2))
        if key not in self._shaped:
            self._shaped[key] = shaped(run.font, run.text, right_to_left=bool(level % 2))
        return self._shaped[key]

"""The promotion case on paper: never more than three pages, and what has no room on them is said."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ladder_app.markup import Span
from ladder_app.report.pdf.blocks import Cell, Row, Stack
from ladder_app.report.pdf.flow import pages_without_scrap
from ladder_app.report.pdf.leaflet import title_blocks
from ladder_app.report.pdf.setting import Style
from ladder_app.report.pdf.structure import COLUMN_HEAD, LABELLED, ROW_HEAD, UNMARKED
from ladder_app.report.pdf.styles import BODY, LEAD, MUTED, SMALL, STRONG
from ladder_app.report.pdf.typefaces import Face
from ladder_app.report.words import capitalised, counted, series

if TYPE_CHECKING:
    from ladder_app.markup import Spans
    from ladder_app.report.item_parts import EvidenceEntry
    from ladder_app.report.parts import Report
    from ladder_app.report.pdf.flow import Block, Placed
    from ladder_app.report.pdf.typesetter import Typesetter
    from ladder_app.report.promotion_parts import CaseCriterion, CaseResult, Promotion

MOST_PAGES = 3
_RATING_WIDTH = 76.0
_DATE_WIDTH = 66.0
_FIGURE_WIDTH = 104.0
_GAP = 14.0
# A criterion no higher than this keeps with its first piece of evidence.
_KEPT = 80.0
_WORDS = Style(Face.REGULAR, 9, 12.5)
_LABEL = Style(Face.REGULAR, 8.5, 12.5, "muted")


class Fit(NamedTuple):
    """How much there is room for: pieces of evidence and criteria, results, and lines of any one text; None for all."""

    pieces: int | None = None
    criteria: int | None = None
    results: int | None = None
    lines: int | None = None


_FITS = (
    Fit(),
    Fit(pieces=3),
    Fit(pieces=2),
    Fit(pieces=2, results=10),
    Fit(pieces=1, results=10),
    Fit(pieces=1, results=10, lines=8),
    Fit(pieces=1, criteria=48, results=8, lines=6),
    Fit(pieces=1, criteria=36, results=8, lines=6),
    Fit(pieces=1, criteria=24, results=8, lines=6),
    Fit(pieces=1, criteria=18, results=8, lines=6),
    Fit(pieces=1, criteria=12, results=6, lines=4),
    Fit(pieces=1, criteria=6, results=4, lines=4),
    Fit(pieces=1, criteria=4, results=2, lines=2),
)


@dataclass(slots=True)
class LeftOut:
    """What had no room."""

    pieces: int = 0
    criteria: int = 0
    results: int = 0
    texts: int = 0

    def words(self) -> str:
        """`No room here for three pieces of evidence; the full document has them.`; empty where all is there."""
        parts = [
            counted(count, one, many)
            for count, one, many in (
                (self.criteria, "criterion with its evidence", "criteria with their evidence"),
                (self.pieces, "piece of evidence", "pieces of evidence"),
                (self.results, "result", "results"),
            )
            if count
        ]
        said = [f"No room here for {series(parts)}; the full document has them."] if parts else []
        if self.texts:
            said.append(f"{capitalised(counted(self.texts, 'text is', 'texts are'))} shortened.")
        return " ".join(said)


def promotion_pages(typesetter: Typesetter, report: Report, room: float) -> list[list[Placed]]:
    """The pages of the case, each `room` high: as much as has room on three of them."""
    made: dict[int, list[list[Placed]]] = {}

    def has_room(place: int) -> bool:
        made[place] = pages_without_scrap(CasePages(typesetter, report, _FITS[place]).blocks(), room)
        return len(made[place]) <= MOST_PAGES

    # Whatever fits, less of it fits too; so the fullest that does is found in a few tries, the long ones last.
    last = len(_FITS) - 1
    fullest = bisect_left(range(last), True, key=has_room)
    if fullest not in made:
        has_room(fullest)
    return made[fullest]


class CasePages:
    """Sets the case as far as a fit allows, and counts what it leaves out."""

    def __init__(self, typesetter: Typesetter, report: Report, fit: Fit) -> None:
        self._set = typesetter
        self._report = report
        self._fit = fit
        self._out = LeftOut()

    def blocks(self) -> list[Block]:
        """All of the blocks."""
        case = self._report.promotion
        if case is None:
            return []
        inside = self._set.structure.inside
        with inside("Sect"):
            blocks = title_blocks(self._set, self._report)
            if case.summary:
                blocks.append(self._words(case.summary, LEAD, below=6))
            blocks.append(self._set.paragraph(case.counts, MUTED))
        for made in (self._evidence, self._results, self._justification):
            with inside("Sect"):
                blocks += made(case)
        said = self._out.words()
        if said:
            blocks.append(self._set.paragraph(said, STRONG, above=14))
        return blocks

    def _words(self, words: Spans, style: Style, width: float | None = None, *, below: float = 0.0) -> Block:
        """A text, shortened where it takes more lines than there is room for."""
        most = self._fit.lines
        if most is not None and len(self._set.text(words, style, width).lines) > most:
            self._out.texts += 1
        return self._set.paragraph(words, style, width, at_most=most, below=below)

    def _evidence(self, case: Promotion) -> list[Block]:
        blocks: list[Block] = [self._set.heading("Evidence", level=0, above=22, tag="H2")]
        left = self._fit.criteria
        for group in case.groups:
            listed = group.criteria if left is None else group.criteria[: max(left, 0)]
            self._leave_out(group.criteria[len(listed) :])
            if left is not None:
                left -= len(listed)
            if not listed:
                continue
            blocks.append(self._set.heading(group.heading, above=12, below=3))
            with self._set.structure.inside("L", UNMARKED):
                blocks += [self._criterion(criterion) for criterion in listed]
        if case.missing:
            blocks.append(self._set.paragraph(case.missing, MUTED, above=8))
        return blocks

    def _leave_out(self, criteria: tuple[CaseCriterion, ...]) -> None:
        self._out.criteria += len(criteria)

    def _criterion(self, criterion: CaseCriterion) -> Row:
        width = self._set.width - _RATING_WIDTH - _GAP
        told = criterion.evidence[: self._fit.pieces]
        self._out.pieces += len(criterion.evidence) - len(told)
        with self._set.structure.inside("LI"), self._set.structure.inside("LBody"):
            text = self._words(criterion.text, STRONG, width)
            rating = self._set.paragraph(criterion.rating, STRONG, _RATING_WIDTH)
            lines: list[Block] = []
            if criterion.note:
                lines.append(self._words(criterion.note, _WORDS))
            if told:
                with self._set.structure.inside("L", LABELLED):
                    lines += [self._piece(entry) for entry in told]
            if criterion.again:
                lines.append(self._set.paragraph(f"See also above: {', '.join(criterion.again)}", SMALL, at_most=3))
        head = Row([Cell(0, text), Cell(self._set.width - _RATING_WIDTH, rating)], self._set.width)
        head.keeps_next = head.height <= _KEPT
        return Row([Cell(0, Stack([head, *lines]))], self._set.width, padding=5, ruled=True)

    def _piece(self, entry: EvidenceEntry) -> Row:
        width = self._set.width - _DATE_WIDTH
        with self._set.structure.inside("LI"):
            date = self._set.paragraph(entry.date, _LABEL, _DATE_WIDTH - 6, tag="Lbl")
            with self._set.structure.inside("LBody"):
                lines = [self._words(entry.text, _WORDS, width)]
                if entry.outcome:
                    lines.append(self._words(entry.outcome, _WORDS, width))
                if entry.source:
                    source = (Span(entry.source, link=entry.link),)
                    lines.append(self._words(source, SMALL, width))
        return Row([Cell(0, date), Cell(_DATE_WIDTH, Stack(lines))], self._set.width, above=3, whole_up_to=40)

    def _results(self, case: Promotion) -> list[Block]:
        told = case.results[: self._fit.results]
        self._out.results += len(case.results) - len(told)
        if not told:
            return []
        heading = self._set.heading("Results", level=0, above=22, tag="H2")
        with self._set.structure.inside("Table"):
            head = self._line(("Figure", "From", "To", "Date"), head=True)
            head.keeps_next = True
            # With one row there is nothing that its head would tell apart.
            tag, attributes = ("TH", ROW_HEAD) if len(told) > 1 else ("TD", "")
            rows = [self._result(result, tag, attributes) for result in told]
        return [heading, head, *rows]

    def _line(self, cells: tuple[str, str, str, str], *, head: bool) -> Row:
        tag, attributes = ("TH", COLUMN_HEAD) if head else ("TD", "")
        with self._set.structure.inside("TR"):
            made = [
                Cell(left, self._set.paragraph(words, SMALL, width - 8, tag=tag, attributes=attributes))
                for words, left, width in zip(cells, *self._columns(), strict=True)
            ]
        return Row(made, self._set.width, 2)

    def _result(self, result: CaseResult, tag: str, attributes: str) -> Row:
        lefts, widths = self._columns()
        with self._set.structure.inside("TR"):
            of = self._set.paragraph(
                result.of, BODY, widths[0] - 8, at_most=self._fit.lines, tag=tag, attributes=attributes
            )
            before = self._set.paragraph(result.before, BODY, widths[1] - 8, at_most=4, tag="TD")
            after = self._set.paragraph(result.after, STRONG, widths[2] - 8, at_most=4, tag="TD")
            date = self._set.paragraph(result.date, SMALL, widths[3] - 8, tag="TD")
        cells = [Cell(left, block) for left, block in zip(lefts, (of, before, after, date), strict=True)]
        return Row(cells, self._set.width, 3, ruled=True)

    def _columns(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        first = self._set.width - 2 * _FIGURE_WIDTH - _DATE_WIDTH
        widths = (first, _FIGURE_WIDTH, _FIGURE_WIDTH, _DATE_WIDTH)
        return (0.0, first, first + _FIGURE_WIDTH, first + 2 * _FIGURE_WIDTH), widths

    def _justification(self, case: Promotion) -> list[Block]:
        if not case.justification:
            return []
        heading = self._set.heading("Justification", level=0, above=22, tag="H2")
        return [heading, self._words(case.justification, BODY)]

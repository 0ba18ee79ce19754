"""The first page: what a manager understands in a minute. One page, whatever the report holds."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ladder_app.charts.bars import bar
from ladder_app.charts.gauge import gauge
from ladder_app.markup import Span, isolated, isolated_spans
from ladder_app.report.parts import Preset
from ladder_app.report.pdf.blocks import Cell, Row, Rule, Stack
from ladder_app.report.pdf.flow import Block, stacked_height
from ladder_app.report.pdf.setting import Style
from ladder_app.report.pdf.structure import LABELLED, NUMBERED, ROW_HEAD, UNMARKED
from ladder_app.report.pdf.styles import BODY, HEADING, LEAD, MUTED, NAME, SMALL, STRONG
from ladder_app.report.pdf.titles import route_blocks
from ladder_app.report.pdf.typefaces import Face
from ladder_app.report.summary_parts import TalkingPoint
from ladder_app.report.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ladder_app.report.parts import Report
    from ladder_app.report.pdf.typesetter import Typesetter
    from ladder_app.report.summary_parts import Bar, GapLine

_GAUGE_WIDTH = 152.0
_FIGURES_GAP = 24.0
_COLUMN_GAP = 28.0
_RANK_WIDTH = 20.0
_RATING_WIDTH = 74.0
_NEXT_STEP_WIDTH = 94.0
_RANK = Style(Face.SEMIBOLD, 10, 14, "warn")
_GAPS_ABOVE = 17.0
_LEAST_FOR_GAPS = 130.0
_MORE_ABOVE = 5.0
_MORE_HEIGHT = _MORE_ABOVE + SMALL.leading
# A long name is set smaller, over more lines: the largest of these that holds all of it.
_NAMES = ((NAME, 2), (Style(Face.SEMIBOLD, 20, 25), 3), (Style(Face.SEMIBOLD, 15, 20), 4), (HEADING, 4))

T = TypeVar("T")


class _Counted(NamedTuple):
    """What is counted: one of it, and many."""

    one: str
    many: str


class Fit(NamedTuple):
    """How a page is set: its distances as a share of the usual, and how many criteria a sentence may name."""

    distances: float
    named: int


_FITS = (Fit(1, 3), Fit(0.75, 3), Fit(0.6, 3), Fit(0.6, 2), Fit(0.6, 1), Fit(0.6, 0))
# Where more than this many are left out, no distances bring them all back.
_HOPELESS = 8


def summary_blocks(typesetter: Typesetter, report: Report, room: float) -> list[Block]:
    """The blocks of the page, together no higher than the room: as airy and as full as leaves out the least."""
    found: list[tuple[int, list[Block]]] = []
    for fit in _FITS:
        page = SummaryPage(typesetter, report, room, fit)
        blocks = page.blocks()
        if not page.left_out:
            return blocks
        found.append((page.left_out, blocks))
        if page.left_out > _HOPELESS:
            break
    return min(found, key=itemgetter(0))[1]


class SummaryPage:
    """Sets the summary into `room` points of height; lists give way first, and say how much they left out."""

    def __init__(self, typesetter: Typesetter, report: Report, room: float, fit: Fit) -> None:
        self._set = typesetter
        self._report = report
        self._room = room
        self._fit = fit
        self.left_out = 0

    def _distance(self, usual: float) -> float:
        return usual * self._fit.distances

    def blocks(self) -> list[Block]:
        """The blocks of the page, together no higher than the room."""
        top = [*self._title(), *self._facts(), *self._request(), *self._verdict(), self._figures()]
        room = self._room - stacked_height(top)
        columns = self._columns(room - (_LEAST_FOR_GAPS if self._report.gaps else 0))
        if columns is not None:
            top.append(columns)
        return [*top, *self._gaps(self._room - stacked_height(top))]

    def _title(self) -> list[Block]:
        report = self._report
        return [
            self._set.paragraph(report.kicker, SMALL, at_most=2, below=3),
            self._name(),
            *route_blocks(self._set, self._report, self._distance(16)),
        ]

    def _name(self) -> Block:
        person = self._report.person
        for style, at_most in _NAMES:
            text = self._set.text(person, style)
            if len(text.lines) <= at_most:
                break
        return self._set.paragraph(person, style, at_most=at_most, below=1, tag="H1")

    def _facts(self) -> list[Block]:
        facts = self._report.facts
        if not facts:
            return [Rule(self._set.width, below=self._distance(14))]
        width = self._set.width / len(facts)
        inside = width - 12
        cells = []
        with self._set.structure.inside("L", LABELLED):
            for i, fact in enumerate(facts):
                with self._set.structure.inside("LI"):
                    label = self._set.paragraph(fact.label, SMALL, inside, at_most=1, tag="Lbl")
                    value = self._set.paragraph(fact.value, STRONG, inside, at_most=2, above=1, tag="LBody")
                cells.append(Cell(i * width, Stack([label, value])))
        return [
            Row(cells, self._set.width, below=self._distance(12)),
            Rule(self._set.width, below=self._distance(14)),
        ]

    def _request(self) -> list[Block]:
        """What the reviewer is asked, where this is a document to fill in."""
        form = self._report.form
        if form is None:
            return []
        whom, words = form.request
        spans = (Span(whom, bold=True), Span(f" {words}"))
        return [self._set.paragraph(spans, BODY, below=self._distance(10))]

    def _verdict(self) -> list[Block]:
        sentence = self._report.verdict_sentence
        spans = (Span(sentence.lead, bold=True), *((Span(f" {sentence.rest}"),) if sentence.rest else ()))
        return [self._set.paragraph(spans, LEAD, at_most=5, below=self._distance(18))]

    def _figures(self) -> Block:
        report = self._report
        picture = gauge(report.figures, _GAUGE_WIDTH, report.gauge_caption, report.gauge_note)
        chart = self._set.figure(picture, f"Gauge of the readiness for {isolated(report.to_level.short_name)}")
        left = _GAUGE_WIDTH + _FIGURES_GAP
        width = self._set.width - left
        with self._set.structure.inside("Table"):
            rows: list[Block] = [self._bar(item, width, BODY) for item in report.bars[:4]]
            if report.current_bar is not None:
                rows.append(self._bar(report.current_bar, width, MUTED))
        bars = Stack(rows)
        drop = max((chart.height - bars.height) / 2, 0)
        return Row([Cell(0, chart), Cell(left, bars, drop)], self._set.width, below=3)

    def _bar(self, item: Bar, width: float, style: Style) -> Block:
        bar_width, percent_width, note_width, gap = 64.0, 28.0, 57.0, 7.0
        label_width = width - bar_width - percent_width - note_width - 3 * gap
        bar_left = label_width + gap
        percent_right = bar_left + bar_width + gap + percent_width
        fill = "rating.2" if style is MUTED else "rating.3"
        with self._set.structure.inside("TR"):
            label = self._set.paragraph(item.label, style, label_width, at_most=2, tag="TH", attributes=ROW_HEAD)
            with self._set.structure.inside("TD"):
                chart = self._set.figure(bar(item.figures, bar_width, 7, fill), f"Bar chart for {isolated(item.label)}")
            percent = self._set.right_aligned(item.percent, style, percent_right, percent_width, tag="TD")
            note = self._set.set_paragraph(self._set.setter.one_line(item.note, SMALL, note_width), tag="TD")
        middle = (label.height - style.leading) / 2
        return Row(
            [
                Cell(0, label),
                Cell(bar_left, chart, middle + 3.5),
                Cell(percent.x, percent.block, middle),
                Cell(percent_right + gap, note, middle + 1.4),
            ],
            width,
            padding=3.5,
        )

    def _columns(self, room: float) -> Block | None:
        strengths = tuple(TalkingPoint(item.text, item.remark) for item in self._report.strengths)
        parts = [
            part
            for part in (
                ("Strongest", _Counted("strength", "strengths"), strengths),
                ("To talk about", _Counted("point", "points"), self._report.talking_points),
            )
            if part[2]
        ]
        if not parts:
            return None
        width = self._set.width if len(parts) == 1 else (self._set.width - _COLUMN_GAP) / 2
        columns = [self._column(*part, width, room - 20) for part in parts]
        cells = [Cell(i * (width + _COLUMN_GAP), column) for i, column in enumerate(columns)]
        return Row(cells, self._set.width, above=self._distance(17))

    def _column(self, title: str, more: _Counted, entries: Sequence[TalkingPoint], width: float, room: float) -> Stack:
        def entry(item: TalkingPoint) -> Block:
            with self._set.structure.inside("LBody"):
                parts: list[Block] = [self._set.paragraph(item.text, BODY, width, at_most=3)]
                if item.remark:
                    parts.append(self._set.paragraph(item.remark, SMALL, width, at_most=2))
                for about in item.about[: self._fit.named]:
                    parts.append(self._set.paragraph((Span("– "), *isolated_spans(about)), SMALL, width, at_most=1))
            return Stack(parts, above=self._distance(5))

        heading = self._set.heading(title, level=None, above=0, below=0, width=width, tag="H2")
        return Stack([heading, *self._listed(entries, entry, room - heading.height, UNMARKED, more)])

    def _gaps(self, room: float) -> list[Block]:
        report = self._report
        if not report.gaps:
            return []
        bar_step = next(step.name for step in report.scale if step.is_bar)
        heading = self._set.heading(
            report.gaps_heading,
            f"the bar is {isolated(bar_step)}",
            level=None,
            above=self._distance(_GAPS_ABOVE),
            below=5,
            tag="H2",
        )
        room -= heading.height + heading.above + heading.below
        listed = self._listed(report.gaps, self._gap, room, NUMBERED, _Counted("gap", "gaps"))
        return [heading, *listed]

    def _gap(self, gap: GapLine) -> Block:
        rating_left = self._set.width - _NEXT_STEP_WIDTH - _RATING_WIDTH
        rank = self._set.paragraph(str(gap.rank), _RANK, _RANK_WIDTH, tag="Lbl")
        with self._set.structure.inside("LBody"):
            width = rating_left - _RANK_WIDTH - 14
            body: list[Block] = [self._set.paragraph(gap.text, BODY, width, at_most=3)]
            if gap.counts_as:
                body.append(self._set.paragraph(gap.counts_as, SMALL, width, at_most=2))
            rating = self._set.paragraph(gap.rating, BODY, _RATING_WIDTH - 10, at_most=2)
            next_step = self._set.paragraph(gap.next_step, MUTED, _NEXT_STEP_WIDTH, at_most=2)
        return self._set.row(
            Cell(0, rank),
            Cell(_RANK_WIDTH, Stack(body)),
            Cell(rating_left, rating),
            Cell(rating_left + _RATING_WIDTH, next_step),
            padding=self._distance(5),
        )

    def _listed(
        self, items: Sequence[T], block: Callable[[T], Block], room: float, attributes: str, more: _Counted
    ) -> list[Block]:
        """As many of the items as fit, at least one, and how many more there are and where."""
        made: list[Block] = []
        height = 0.0
        listing = self._set.structure.add("L", attributes)
        for i, item in enumerate(items):
            with self._set.structure.within(listing), self._set.structure.inside("LI"):
                one = block(item)
            left = len(items) - i - 1
            taller = height + (one.above if made else 0) + one.height
            if made and taller + (_MORE_HEIGHT if left else 0) > room:
                self.left_out += left + 1
                made.append(self._set.paragraph(self._more(left + 1, more), SMALL, above=_MORE_ABOVE))
                break
            made.append(one)
            height = taller
        return made

    def _more(self, count: int, noun: _Counted) -> str:
        where = "in the full document" if self._report.preset is Preset.SUMMARY else "on the pages that follow"
        return f"and {counted(count, f'more {noun.one}', f'more {noun.many}')}, {where}"

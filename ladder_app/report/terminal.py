"""A report for the terminal: the first page of the document, in text."""

from collections.abc import Iterable, Iterator

from ladder_app.domain.readiness import Verdict
from ladder_app.markup import Spans, isolated, plain_spans
from ladder_app.report.computation import COLUMNS, TermRow
from ladder_app.report.parts import Report
from ladder_app.report.summary_parts import Bar
from ladder_app.report.terminal_text import UNRATED, as_encoded, bar, cells, padded, wrapped
from ladder_app.report.words import capitalised, percent

_NARROWEST = 40
_WIDEST = 100
_NARROWEST_LABEL = 16
_SHORTEST_BAR, _LONGEST_BAR = 8, 28
_BOLD, _DIM, _NORMAL = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_VERDICT_COLOURS = {Verdict.NOT_READY: "\x1b[31m", Verdict.NEARLY: "\x1b[32m", Verdict.READY: "\x1b[32m"}


def terminal(report: Report, *, width: int = 80, encoding: str = "utf-8", colour: bool = False) -> str:
    """The readable report, at most `width` cells wide (between 40 and 100), ending in a line end.

    What `encoding` cannot show is written with plainer signs. `colour` adds ANSI colours; nothing
    depends on them.
    """
    page = _Page(report, min(max(width, _NARROWEST), _WIDEST), colour=colour)
    return as_encoded("\n".join(page.lines()).rstrip() + "\n", encoding)


class _Page:
    """One report at one width."""

    def __init__(self, report: Report, width: int, *, colour: bool) -> None:
        self._report = report
        self._width = width
        self._colour = colour

    def lines(self) -> Iterator[str]:
        yield from self._head()
        yield from self._bars()
        yield from self._gaps()
        yield from self._talk()
        yield from self._computation()

    def _styled(self, text: str, style: str) -> str:
        return f"{style}{text}{_NORMAL}" if self._colour and text else text

    def _heading(self, text: str) -> Iterator[str]:
        yield ""
        for line in wrapped(text, self._width):
            yield self._styled(line, _BOLD)

    def _paragraph(self, text: str, indent: int = 0, style: str = "") -> Iterator[str]:
        for line in wrapped(text, self._width - indent):
            yield " " * indent + (self._styled(line, style) if style else line)

    def _head(self) -> Iterator[str]:
        report = self._report
        yield self._styled(report.person, _BOLD)
        titles = [isolated(level.title) for level in (report.from_level, report.to_level) if level is not None]
        yield from self._paragraph(" → ".join(dict.fromkeys(titles)))
        yield from self._paragraph(f"{report.kicker} · {report.rated_by}", style=_DIM)
        yield ""
        yield from self._verdict()

    def _verdict(self) -> Iterator[str]:
        sentence = self._report.verdict_sentence
        lines = list(wrapped(sentence.text, self._width))
        if lines and lines[0].startswith(sentence.lead):
            style = _BOLD + _VERDICT_COLOURS.get(self._report.verdict, "")
            lines[0] = self._styled(sentence.lead, style) + lines[0][len(sentence.lead) :]
        yield from lines

    def _bars(self) -> Iterator[str]:
        report = self._report
        if not report.figures.required:
            return
        rated = f"{report.figures.rated} of {report.figures.required} rated"
        total = Bar(capitalised(report.to_level.short_name), report.figures, percent(report.figures.shown), rated)
        groups = [[total], report.bars, report.area_bars, [report.current_bar] if report.current_bar else []]
        every = [row for group in groups for row in group]
        notes = max(cells(row.note) for row in every)
        # The label, the bar, a percentage of five cells and the note, with two blanks between all of them.
        room = self._width - notes - 11
        longest = max(cells(row.label) for row in every)
        length = min(max(room - longest, _SHORTEST_BAR), _LONGEST_BAR)
        labels = min(longest, room - length)
        if labels < min(longest, _NARROWEST_LABEL):
            labels, length = 0, min(room, _LONGEST_BAR)
        for group in groups:
            if group:
                yield ""
            for row in group:
                yield from self._bar(row, labels, length)
        if report.figures.unrated:
            yield ""
            yield from self._paragraph(f"{UNRATED} not rated yet: {report.gauge_note}", style=_DIM)

    def _bar(self, row: Bar, labels: int, length: int) -> Iterator[str]:
        """A labelled bar; with no room for labels beside it, the label stands above."""
        *above, last = list(wrapped(row.label, labels or self._width)) or [""]
        yield from above
        if not labels:
            yield last
            last = ""
        yield f"{padded(isolated(last), labels)}  {bar(row.figures, length)}  {row.percent:>5}  {row.note}"

    def _gaps(self) -> Iterator[str]:
        report = self._report
        if not report.gaps:
            return
        yield from self._heading(report.gaps_heading)
        indent = len(str(report.gaps[-1].rank)) + 2
        for gap in report.gaps:
            text = list(wrapped(plain_spans(gap.text), self._width - indent))
            yield f"{gap.rank:>{indent - 2}}  {isolated(text[0]) if text else ''}"
            yield from (" " * indent + line for line in text[1:])
            yield from self._paragraph(f"{gap.rating} · {gap.remark} · {gap.next_step}", indent, _DIM)

    def _talk(self) -> Iterator[str]:
        report = self._report
        if report.strengths:
            yield from self._heading("Strongest")
        for strength in report.strengths:
            yield from self._point(strength.text, strength.remark)
        if report.talking_points:
            yield from self._heading("To talk about")
        for point in report.talking_points:
            yield from self._point(point.text, point.remark)
            for about in point.about:
                yield from self._hanging("  – ", plain_spans(about), _DIM)

    def _point(self, text: Spans, remark: str) -> Iterator[str]:
        words = isolated(plain_spans(text))
        yield from self._hanging("· ", f"{words} – {remark}" if remark else words)

    def _hanging(self, sign: str, text: str, style: str = "") -> Iterator[str]:
        first, *rest = list(wrapped(text, self._width - len(sign))) or [""]
        yield self._styled(f"{sign}{first}", style)
        yield from (self._styled(f"{' ' * len(sign)}{line}", style) for line in rest)

    def _computation(self) -> Iterator[str]:
        explained = self._report.computation
        if not explained.by_step:
            return
        yield from self._heading("How this is computed")
        for sentence in explained.intro:
            yield from self._paragraph(sentence)
        yield ""
        yield from _table([COLUMNS, *explained.by_step, explained.total], self._width)
        yield ""
        for sentence in (*explained.results, *explained.verdict):
            yield from self._paragraph(sentence)


def _table(rows: Iterable[TermRow], width: int) -> Iterator[str]:
    """The sum in columns, as many of them as there is room for."""
    columns = list(zip(*((row.name, row.criteria, row.score, row.earned, row.points) for row in rows), strict=True))
    widths = [max(cells(text) for text in column) for column in columns]
    while sum(widths) + 2 * len(widths) > width and len(widths) > 2:
        del columns[1], widths[1]
    widths[0] = min(widths[0], max(width - sum(widths[1:]) - 2 * (len(widths) - 1), 8))
    for row in zip(*columns, strict=True):
        *above, name = list(wrapped(row[0], widths[0])) or [""]
        yield from above
        numbers = [" " * (size - cells(text)) + text for text, size in zip(row[1:], widths[1:], strict=True)]
        yield "  ".join([padded(isolated(name), widths[0]), *numbers])

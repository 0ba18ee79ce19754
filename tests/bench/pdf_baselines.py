"""What the PDF is measured against: the same texts in the same fonts, set the plain ways."""

from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.lib.utils import simpleSplit  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate  # type: ignore[import-untyped]

from ladder_app.markup import plain_spans
from ladder_app.report.computation import TermRow
from ladder_app.report.parts import Report

_MARGIN = 54.0
_SIZE, _LEADING = 10.0, 14.0
_LEFT_SHARE = 0.76

Line = tuple[str, str]


def register_fonts() -> None:
    """The fonts of the report under the names that the baselines use."""
    import font_source_sans_pro  # type: ignore[import-untyped]

    for cut in ("Regular", "Semibold"):
        pdfmetrics.registerFont(TTFont(cut, f"{font_source_sans_pro.font_directory}/SourceSansPro-{cut}.ttf"))


def lines_of(report: Report) -> Iterator[Line]:
    """Every text of the full report as pairs: what stands at the left, and what beside it at the right."""
    yield report.kicker, ""
    yield report.person, ""
    yield report.to_level.title, ""
    yield from ((fact.label, fact.value) for fact in report.facts)
    yield report.verdict_sentence.text, ""
    yield from ((bar.label, f"{bar.percent} {bar.note}") for bar in (*report.bars, *report.bars, *report.area_bars))
    yield from ((plain_spans(strength.text), strength.remark) for strength in report.strengths)
    yield from ((plain_spans(point.text), point.remark) for point in report.talking_points)
    yield from ((text, "") for text in report.computation.intro)
    for row in (*report.computation.by_step, *report.computation.by_section, report.computation.total):
        yield row.name, _numbers(row)
    yield from ((text, "") for text in (*report.computation.results, *report.computation.verdict))
    yield report.gaps_heading, ""
    for gap in report.gaps:
        yield f"{gap.rank} {plain_spans(gap.text)}", f"{gap.rating} {gap.next_step}"
        yield gap.remark, ""
    yield from ((plain_spans(mention.text), mention.remark) for mention in report.no_evidence)
    for section in report.sections:
        yield section.heading, section.note
        for item in section.items:
            yield plain_spans(item.text), item.rating
            if item.details:
                yield item.details, "  ".join(str(i) for i in range(len(report.scale)))
            for entry in item.evidence:
                yield f"{entry.date} {plain_spans(entry.text)}", ""
    yield report.signatures.statement, ""
    yield from ((person, "Signature, date") for person in report.signatures.people)


def _numbers(row: TermRow) -> str:
    return " ".join((row.criteria, row.weight, row.score, row.earned, row.unrated, row.points))


def raw_canvas(report: Report) -> bytes:
    """Drawn straight on a canvas, wrapped once, line by line, with a footer on every page."""
    file = BytesIO()
    width, height = A4
    canvas = Canvas(file, pagesize=A4, pageCompression=1)
    left_width = (width - 2 * _MARGIN) * _LEFT_SHARE
    page, y = 1, height - _MARGIN
    for left, right in lines_of(report):
        lines = simpleSplit(left, "Regular", _SIZE, left_width)
        if y - len(lines) * _LEADING < _MARGIN:
            _footer(canvas, report, page)
            canvas.showPage()
            page, y = page + 1, height - _MARGIN
        if right:
            canvas.setFont("Semibold", _SIZE)
            canvas.drawString(_MARGIN + left_width + 12, y, right)
        canvas.setFont("Regular", _SIZE)
        for line in lines:
            canvas.drawString(_MARGIN, y, line)
            y -= _LEADING
    _footer(canvas, report, page)
    canvas.save()
    return file.getvalue()


def _footer(canvas: Canvas, report: Report, page: int) -> None:
    canvas.setFont("Regular", 8.5)
    canvas.drawString(_MARGIN, _MARGIN / 2, report.footer)
    canvas.drawRightString(A4[0] - _MARGIN, _MARGIN / 2, str(page))


def long_table(report: Report) -> bytes:
    """A LongTable of Paragraphs, as reportlab's manual would have it."""
    file = BytesIO()
    left_width = (A4[0] - 2 * _MARGIN) * _LEFT_SHARE
    regular = ParagraphStyle("regular", fontName="Regular", fontSize=_SIZE, leading=_LEADING)
    strong = ParagraphStyle("strong", fontName="Semibold", fontSize=_SIZE, leading=_LEADING)
    rows = [[Paragraph(escape(left), regular), Paragraph(escape(right), strong)] for left, right in lines_of(report)]
    table = LongTable(rows, colWidths=[left_width, A4[0] - 2 * _MARGIN - left_width])
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), _MARGIN)
    SimpleDocTemplate(file, pagesize=A4, **margins).build([table])
    return file.getvalue()

"""Every criterion by section: its text and rating, and under it the evidence and all else known about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder_app.markup import Span, isolated, isolated_spans, plain_spans
from ladder_app.report.item_parts import Mark
from ladder_app.report.pdf.answering import HOW_TO_ANSWER, AnswerFields
from ladder_app.report.pdf.blocks import Cell, Paragraph, Row, Stack
from ladder_app.report.pdf.furniture import continued
from ladder_app.report.pdf.ratingmark import RatedText, RatingMark
from ladder_app.report.pdf.setting import SetText, Style
from ladder_app.report.pdf.structure import LABELLED, UNMARKED
from ladder_app.report.pdf.styles import BODY, SMALL
from ladder_app.report.pdf.typefaces import Face
from ladder_app.report.sentences import EVERY_CRITERION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.report.item_parts import ActionEntry, EvidenceEntry, Item, ReviewEntry
    from ladder_app.report.parts import Report
    from ladder_app.report.pdf.flow import Block
    from ladder_app.report.pdf.sheet import Sheet
    from ladder_app.report.pdf.typesetter import Typesetter

_SCALE_WIDTH = 106.0
_COLUMN_GAP = 22.0
_LABEL_WIDTH = 62.0
_DIGIT = Style(Face.REGULAR, 7.5, 10)
_CHOSEN_DIGIT = Style(Face.SEMIBOLD, 7.5, 10)
_RATING = Style(Face.SEMIBOLD, 8.5, 12)
_EVIDENCE = Style(Face.REGULAR, 9, 12.5)
_LABEL = Style(Face.REGULAR, 8.5, 12.5, "muted")
_MARK_COLOURS = {Mark.MET: "text", Mark.BELOW: "warn", Mark.UNRATED: "muted", Mark.NOT_APPLICABLE: "muted"}
# A criterion no longer than this keeps with the first line of its evidence.
_KEPT_LINES = 6
_EVIDENCE_WHOLE = 40.0
# A criterion no higher than this stands on one page; one with fields, for as much text with them.
_WHOLE = 110.0
_WHOLE_WITH_FIELDS = 230.0


def criteria_blocks(typesetter: Typesetter, report: Report) -> list[Block]:
    """The blocks of the part that lists every criterion; none where there is none."""
    sections = (*report.sections, *([report.plus] if report.plus else []))
    if not sections and not report.left_out:
        return []
    rows = CriterionRows(typesetter, report)
    blocks: list[Block] = [typesetter.chapter(EVERY_CRITERION)]
    if report.left_out:
        blocks.append(typesetter.paragraph(report.left_out, BODY, below=8))
    if report.form is not None:
        blocks.append(typesetter.paragraph(HOW_TO_ANSWER, BODY, below=8))
    blocks.append(_legend(typesetter, report))
    for section in sections:
        blocks.append(typesetter.heading(section.heading, section.note, above=24, below=5))
        with typesetter.structure.inside("L", UNMARKED):
            blocks += [rows.row(item) for item in section.items]
    return blocks


def _legend(typesetter: Typesetter, report: Report) -> Block:
    spans: list[Span] = []
    for step in report.scale:
        if spans:
            spans.append(Span("   "))
        spans.append(Span(step.name.replace(" ", "\u00a0"), bold=True))
        if step.descriptor:
            spans.append(Span(f" {isolated(step.descriptor)}"))
    return typesetter.paragraph(tuple(spans), SMALL)


@dataclass(slots=True)
class RunningHead:
    """The first words of a criterion, for the top of a page that it goes on over; set only where it is drawn."""

    typesetter: Typesetter
    words: tuple[Span, ...]
    width: float
    above: float = 0.0
    below: float = 4.0
    keeps_next: bool = False
    height: float = SMALL.leading
    least: float = SMALL.leading

    def split(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002 – one line does not part
        return None

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        setter = self.typesetter.setter
        room = self.width - setter.one_line(continued(""), SMALL, self.width).width()
        # No line holds more letters than this.
        (begun,) = setter.one_line(plain_spans(self.words[:40])[:400], SMALL, room).lines
        words = "".join(run.unshaped().text for run in begun)
        sheet.text(x, top, setter.one_line(continued(words), SMALL, self.width))


class CriterionRows:
    """Makes the row of a criterion; what all rows share is set once."""

    def __init__(self, typesetter: Typesetter, report: Report) -> None:
        self._set = typesetter
        self._text_width = typesetter.width - _SCALE_WIDTH - _COLUMN_GAP
        count = len(report.scale)
        self._digits = [typesetter.text(str(i), _DIGIT, 20) for i in range(count)]
        self._chosen = [typesetter.text(str(i), _CHOSEN_DIGIT, 20) for i in range(count)]
        self._ratings: dict[tuple[str, Mark], SetText] = {}
        self._labels: dict[str, SetText] = {}
        self._fields = None if report.form is None else AnswerFields(typesetter, report.form, self._text_width)

    def row(self, item: Item) -> Row:
        """The row of one criterion."""
        with self._set.structure.inside("LI"), self._set.structure.inside("LBody"):
            return self._row(item)

    def _row(self, item: Item) -> Row:
        text = self._set.text(item.text, BODY, self._text_width)
        paragraph = self._set.set_paragraph(text)
        rating = self._set.structure.add("P")
        mark = RatingMark(self._rating(item), self._digits_for(item.step), item.step, _SCALE_WIDTH, rating)
        scale_left = self._set.width - _SCALE_WIDTH
        rated = RatedText(paragraph, mark, scale_left, 1)
        parts: list[Block] = [rated]
        if item.details:
            parts.append(self._small(item.details))
        parts += [self._small(refined) for refined in item.refined]
        if item.remark:
            parts.append(self._small(item.remark))
        if item.reason:
            parts.append(self._small(item.reason))
        with self._set.structure.inside("L", LABELLED):
            about: list[Row] = [
                *(self._evidence(entry) for entry in item.evidence),
                *(self._review(review) for review in item.reviews),
                *self._labelled("Agreed", item.agreed),
                *self._labelled("Note", item.note),
                *(self._action(action) for action in item.actions),
            ]
        if about:
            about[0].above = 5
            if len(text.lines) <= _KEPT_LINES:
                for part in parts:
                    if isinstance(part, (Paragraph, RatedText)):
                        part.keeps_next = True
        parts += about
        if self._fields is not None:
            parts.append(self._fields.about(item.criterion_id))
        return Row(
            [Cell(0, Stack(parts)), Cell(scale_left, rated.room, 1)],
            self._set.width,
            padding=7,
            ruled=True,
            head=self._head(item),
            whole_up_to=_WHOLE if self._fields is None else _WHOLE_WITH_FIELDS,
        )

    def _small(self, words: str | tuple[Span, ...]) -> Paragraph:
        return self._set.paragraph(words, SMALL, self._text_width)

    def _evidence(self, entry: EvidenceEntry) -> Row:
        texts = [(entry.text, _EVIDENCE)]
        if entry.outcome:
            texts.append((entry.outcome, _EVIDENCE))
        if entry.source:
            texts.append(((Span(entry.source, link=entry.link),), SMALL))
        return self._beside(entry.date, *texts)

    def _review(self, review: ReviewEntry) -> Row:
        spans = [Span(f"{isolated(review.reviewer)}: ")]
        if review.rating:
            spans += [Span(review.rating, bold=review.differs), Span(". " if review.comment else "")]
        spans += isolated_spans(review.comment)
        return self._beside("Review", (tuple(spans), _EVIDENCE))

    def _action(self, action: ActionEntry) -> Row:
        details = " · ".join(part for part in (action.status, action.details) if part)
        return self._beside("Action", (action.text, _EVIDENCE), ((Span(details),), SMALL))

    def _labelled(self, label: str, text: tuple[Span, ...]) -> list[Row]:
        if not text:
            return []
        return [self._beside(label, (text, _EVIDENCE))]

    def _beside(self, label: str, *texts: tuple[tuple[Span, ...], Style]) -> Row:
        """Texts one below the other, beside a label."""
        if label not in self._labels:
            self._labels[label] = self._set.text(label, _LABEL, _LABEL_WIDTH - 6, 2)
        width = self._text_width - _LABEL_WIDTH
        with self._set.structure.inside("LI"):
            heading = self._set.set_paragraph(self._labels[label], tag="Lbl")
            body: Block
            if len(texts) == 1:
                ((words, style),) = texts
                body = self._set.paragraph(words, style, width, tag="LBody")
            else:
                with self._set.structure.inside("LBody"):
                    body = Stack([self._set.paragraph(words, style, width) for words, style in texts])
        return Row(
            [Cell(0, heading), Cell(_LABEL_WIDTH, body)],
            self._text_width,
            whole_up_to=_EVIDENCE_WHOLE,
            above=3,
        )

    def _rating(self, item: Item) -> SetText:
        key = (item.rating, item.mark)
        if key not in self._ratings:
            style = _RATING.coloured(_MARK_COLOURS[item.mark])
            self._ratings[key] = self._set.text(item.rating, style, _SCALE_WIDTH, 3)
        return self._ratings[key]

    def _digits_for(self, step: int | None) -> Sequence[SetText]:
        if step is None:
            return self._digits
        return [self._chosen[i] if i == step else digit for i, digit in enumerate(self._digits)]

    def _head(self, item: Item) -> RunningHead:
        return RunningHead(self._set, item.text, self._text_width)

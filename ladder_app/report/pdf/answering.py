"""The fields that a reviewer answers in, set between the texts that they are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder_app.markup import isolated
from ladder_app.report.pdf.blocks import Cell, Row
from ladder_app.report.pdf.fieldnames import DATE, OVERALL, REVIEWER, comment_name, rating_name
from ladder_app.report.pdf.fields import PADDING, Field
from ladder_app.report.pdf.setting import Style
from ladder_app.report.pdf.typefaces import Face

if TYPE_CHECKING:
    from ladder_app.report.form_parts import Form
    from ladder_app.report.pdf.flow import Block
    from ladder_app.report.pdf.sheet import Sheet
    from ladder_app.report.pdf.structure import Element
    from ladder_app.report.pdf.typesetter import Typesetter

HOW_TO_ANSWER = (
    "For the reviewer: under any criterion, choose a rating and write a comment; what you leave empty stays unrated."
    " Your name and the date stand on the last page. Save the document when you are done and send it back."
)

_TYPED = Style(Face.REGULAR, 9, 12)
_LABEL = Style(Face.REGULAR, 8.5, 12.5, "muted")
_LABEL_WIDTH = 62.0
_LINE_HEIGHT = 18.0
_CHOICE_WIDTH = 170.0
_COMMENT_LINES = 4
_OVERALL_LINES = 14
# What was written before is shown up to so many lines; a viewer scrolls to the rest.
_MOST_LINES = 30
_GAP = 5.0
_LABEL_DROP = 3.0
_TIP_LENGTH = 240


@dataclass(slots=True)
class InputField:
    """A field to fill in; it never parts."""

    field: Field
    width: float
    height: float
    element: Element
    above: float = 0.0
    below: float = 0.0
    keeps_next: bool = False

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002 – a field stands on one page
        return None

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        sheet.field(self.element, x, top, self.width, self.height, self.field)


class AnswerFields:
    """Makes the fields of a form, `width` points wide together with their labels."""

    def __init__(self, typesetter: Typesetter, form: Form, width: float) -> None:
        self._set = typesetter
        self._form = form
        self._width = width
        self._answers = {answer.criterion_id: (i, answer) for i, answer in enumerate(form.answers, start=1)}

    def about(self, criterion_id: str) -> Block:
        """The rating and the comment of a criterion."""
        number, answer = self._answers[criterion_id]
        about = isolated(" ".join(answer.about.split()))
        if len(about) > _TIP_LENGTH:
            about = about[:_TIP_LENGTH].rsplit(" ", 1)[0] + " …"
        rating = self._labelled(
            "Your rating", rating_name(number), f"Your rating: {about}", answer.choice, self._form.choices
        )
        comment = self._labelled(
            "Comment", comment_name(number), f"Your comment: {about}", answer.comment, lines=_COMMENT_LINES
        )
        return self._together([rating, comment], above=8)

    def about_the_whole(self) -> list[Block]:
        """The comments on the whole, and who answers when."""
        overall = self._labelled(
            "Comments", OVERALL, "Your comments on the whole", self._form.overall, lines=_OVERALL_LINES
        )
        name = self._labelled("Your name", REVIEWER, "Your name", self._form.reviewer)
        date = self._labelled("Date", DATE, "The date of your review, such as 2026-11-23", "")
        return [self._together([overall], above=16), self._together([name, date], above=10)]

    def _together(self, rows: list[list[Cell]], above: float) -> Row:
        cells: list[Cell] = []
        drop = 0.0
        for row in rows:
            cells += [Cell(cell.x, cell.block, cell.drop + drop) for cell in row]
            drop = max(cell.drop + cell.block.height for cell in cells) + _GAP
        row_of_all = Row(cells, self._width, above=above)
        row_of_all.whole_up_to = row_of_all.height
        return row_of_all

    def _labelled(
        self, label: str, name: str, tip: str, value: str, choices: tuple[str, ...] = (), lines: int = 1
    ) -> list[Cell]:
        """A field beside its label; `lines` is how many it has room for at least."""
        words = self._set.paragraph(label, _LABEL, _LABEL_WIDTH - 6)
        room = self._width - _LABEL_WIDTH
        width = room if lines > 1 else min(room, _CHOICE_WIDTH)
        drawn = self._set.text(value, _TYPED, width - 2 * PADDING)
        shown = min(max(lines, len(drawn.lines)), _MOST_LINES)
        height = shown * _TYPED.leading + 6 if lines > 1 else _LINE_HEIGHT
        field = Field(name, tip, value, drawn.parted(shown)[0], choices, lines=lines > 1)
        made = InputField(field, width, height, self._set.structure.add("Form"))
        return [Cell(0, words, _LABEL_DROP), Cell(_LABEL_WIDTH, made)]

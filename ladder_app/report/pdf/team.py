"""A team as a PDF: who stands where on the first pages, area by area on the last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ladder_app.charts.bars import bar
from ladder_app.domain.readiness import Figures
from ladder_app.domain.team import View, areas
from ladder_app.markup import isolated, plain
from ladder_app.report.pdf.archive import Facts, Finish
from ladder_app.report.pdf.blocks import Cell, Paragraph, Row, Stack, paint_all
from ladder_app.report.pdf.flow import Block, pages
from ladder_app.report.pdf.furniture import Furniture
from ladder_app.report.pdf.palette import colour, ink_on
from ladder_app.report.pdf.setting import Setter
from ladder_app.report.pdf.sheet import Sheet
from ladder_app.report.pdf.structure import COLUMN_HEAD, ROW_HEAD
from ladder_app.report.pdf.styles import (
    BODY,
    BOTTOM_MARGIN,
    CHAPTER,
    FIRST_TOP_MARGIN,
    MUTED,
    PAPERS,
    SIDE_MARGIN,
    SMALL,
    STRONG,
    TOP_MARGIN,
)
from ladder_app.report.pdf.typefaces import Typefaces
from ladder_app.report.pdf.typesetter import Typesetter
from ladder_app.report.sentences import SEPARATOR
from ladder_app.report.team.words import (
    NOTHING,
    actions_words,
    area_percent,
    heat_step,
    share_words,
    summary_words,
    verdict_words,
    way_words,
)
from ladder_app.report.words import day, day_near

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ladder_app.domain.team import AreaStanding, Member, Standpoint
    from ladder_app.errors import Problem
    from ladder_app.report.pdf.export import Paper
    from ladder_app.report.pdf.structure import Element

_HEADS = ("Person", "From → to", "Self", "Review", "Agreed", "Verdict (self)", "Actions", "Touched")
# Shares of the width, in the order of the heads.
_SHARES = (0.23, 0.11, 0.11, 0.11, 0.11, 0.11, 0.13, 0.09)
_GAP = 10.0
_PADDING = 5.0
_BAR_HEIGHT = 4.0
_AREAS_ABREAST, _LEAST_ABREAST = 8, 4
# As many as stand on one page, so that every table of areas has its heads where it is read.
_PEOPLE_TOGETHER = 12
_AREAS_NOTE = "in percent, as people rate themselves"
_CONFIDENTIAL = "Confidential: about people, for their manager alone."
_FOOTER = "Confidential"
_HEAT_HEIGHT = 20.0


@dataclass(slots=True)
class _Heat:
    """A field of colour with a word in its middle."""

    word: Paragraph
    fill: str
    width: float
    above: float = 0.0
    below: float = 0.0
    keeps_next: bool = False
    height: float = field(init=False, default=_HEAT_HEIGHT)
    least: float = field(init=False, default=_HEAT_HEIGHT)

    def split(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002 – too low to part
        return None

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        sheet.rectangle(x, top, self.width, self.height, colour(self.fill), 3)
        text = self.word.text
        left = x + (self.width - text.width()) / 2
        drop = (self.height - text.height) / 2
        sheet.text(left, top + drop, text, ink_on(colour(self.fill)), element=self.word.element)


class TeamDocument:
    """One team on one paper, laid across."""

    def __init__(
        self, title: str, members: Sequence[Member], unread: Sequence[Problem], today: date, paper: tuple[float, float]
    ) -> None:
        height, width = paper
        self._title = title
        self._members = members
        self._unread = unread
        self._today = today
        self._size = (width, height)
        self._typefaces = Typefaces()
        self._set = Typesetter(Setter(self._typefaces), width - 2 * SIDE_MARGIN)

    def bytes(self) -> bytes:
        """The finished file."""
        width, height = self._size
        laid_out = pages(self._blocks(), height - TOP_MARGIN - BOTTOM_MARGIN)
        sheet = Sheet((width, height), self._typefaces)
        furniture = Furniture(self._set, height)
        for number, page in enumerate(laid_out, start=1):
            paint_all(sheet, page, SIDE_MARGIN, FIRST_TOP_MARGIN if number == 1 else TOP_MARGIN)
            many = len(laid_out) > 1
            footer = SEPARATOR.join((isolated(self._title), day(self._today), _FOOTER)) if many else _FOOTER
            furniture.footer(sheet, footer, f"{number} of {len(laid_out)}" if many else "")
            sheet.next_page()
        drawn = sheet.finished(self._set.structure.root)
        return Finish().applied(drawn, Facts(self._title, "Ladder", "How a team stands", self._today))

    def _blocks(self) -> list[Block]:
        typesetter = self._set
        with typesetter.structure.inside("Sect"):
            heading = typesetter.heading(
                self._title, day(self._today), level=0, above=0, below=2, tag="H1", style=CHAPTER
            )
            unread = len({problem.file for problem in self._unread})
            said = typesetter.paragraph(summary_words(len(self._members), unread), MUTED)
            blocks: list[Block] = [heading, said, typesetter.paragraph(_CONFIDENTIAL, SMALL, below=8)]
            if self._members:
                blocks.append(self._people())
        for named, members in _by_areas(self._members):
            for start in range(0, len(named), _AREAS_ABREAST):
                for first in range(0, len(members), _PEOPLE_TOGETHER):
                    with typesetter.structure.inside("Sect"):
                        blocks += self._heat(named[start : start + _AREAS_ABREAST], members, first)
        if self._unread:
            with typesetter.structure.inside("Sect"):
                blocks.append(typesetter.heading("Files that cannot be read", tag="H2", level=0))
                blocks += [typesetter.paragraph(str(problem), SMALL, below=2) for problem in self._unread]
        return blocks

    def _people(self) -> Stack:
        widths = [self._set.width * share for share in _SHARES]
        with self._set.structure.inside("Table"):
            head = self._head(_HEADS, widths)
            rows = [self._person(member, widths) for member in self._members]
        return Stack([head, *rows], head=self._head(_HEADS, widths, is_read=False))

    def _heat(self, named: Sequence[str], members: Sequence[Member], first: int) -> list[Block]:
        """The people from one on, as many as stand together, by these areas."""
        typesetter = self._set
        name_width = typesetter.width * _SHARES[0]
        abreast = max(len(named), _LEAST_ABREAST)
        widths = [name_width, *[(typesetter.width - name_width) / abreast] * len(named)]
        heads = ("Person", *map(plain, named))
        together = members[first : first + _PEOPLE_TOGETHER]
        title = f"Areas: {isolated(plain(members[0].role))}"
        if len(members) > _PEOPLE_TOGETHER:
            title += f", {first + 1} to {first + len(together)} of {len(members)}"
        blocks: list[Block] = [typesetter.heading(title, _AREAS_NOTE, tag="H2", level=0, above=26)]
        with typesetter.structure.inside("Table"):
            head = self._head(heads, widths)
            rows = [self._areas_of(member, named, widths) for member in together]
        for row in rows[:-1]:
            row.keeps_next = True
        return [*blocks, Stack([head, *rows], head=self._head(heads, widths, is_read=False))]

    def _head(self, words: Sequence[str], widths: Sequence[float], *, is_read: bool = True) -> Row:
        cells = []
        left = 0.0
        row = self._set.structure.add("TR") if is_read else None
        for word, width in zip(words, widths, strict=True):
            text = self._set.text(word, SMALL, width - _GAP, at_most=3)
            element = None if row is None else row.add("TH", COLUMN_HEAD)
            cells.append(Cell(left, Paragraph(text, element=element)))
            left += width
        return Row(cells, self._set.width, padding=3, keeps_next=True)

    def _person(self, member: Member, widths: Sequence[float]) -> Row:
        typesetter = self._set
        with typesetter.structure.inside("TR"):
            blocks: list[Block] = [self._name(member, widths[0] - _GAP)]
            blocks.append(self._cell(way_words(member), widths[1]))
            for view, width in zip(View, widths[2:5], strict=True):
                blocks.append(self._share(member.seen_by(view), view, width - 2 * _GAP))
            blocks.append(self._cell(verdict_words(member.own), widths[5]))
            blocks.append(self._cell(actions_words(member, self._today), widths[6]))
            blocks.append(self._cell(day_near(member.touched, self._today), widths[7]))
        lefts = [sum(widths[:place]) for place in range(len(widths))]
        cells = [Cell(left, block) for left, block in zip(lefts, blocks, strict=True)]
        return Row(cells, typesetter.width, _PADDING, ruled=True)

    def _name(self, member: Member, width: float) -> Block:
        typesetter = self._set
        with typesetter.structure.inside("TH", ROW_HEAD):
            name = typesetter.paragraph(member.person, STRONG, width, at_most=3)
            under = member.title or plain(member.role)
            return Stack([name, typesetter.paragraph(under, SMALL, width, at_most=2)])

    def _cell(self, words: str, width: float) -> Paragraph:
        return self._set.paragraph(words, BODY, width - _GAP, at_most=3, tag="TD")

    def _share(self, seen: Standpoint | None, view: View, width: float) -> Block:
        typesetter = self._set
        if seen is None or not seen.required:
            return typesetter.paragraph(NOTHING, MUTED, width, tag="TD")
        figures = Figures(seen.shown, seen.possible, seen.met, seen.rated, seen.required)
        with typesetter.structure.inside("TD"):
            words = typesetter.paragraph(share_words(seen), BODY, width, below=2)
            chart = typesetter.figure(bar(figures, width, _BAR_HEIGHT), f"Bar of readiness, {view.value}")
        return Stack([words, chart])

    def _areas_of(self, member: Member, named: Sequence[str], widths: Sequence[float]) -> Row:
        found = {area.name: area for area in member.own.areas}
        row = self._set.structure.add("TR")
        with self._set.structure.within(row):
            name = self._set.paragraph(
                member.person, STRONG, widths[0] - _GAP, at_most=2, tag="TH", attributes=ROW_HEAD
            )
        cells = [Cell(0, name, 3)]
        left = widths[0]
        for area, width in zip(named, widths[1:], strict=True):
            cells.append(Cell(left, self._heat_cell(found.get(area), width - 3, row.add("TD"))))
            left += width
        return Row(cells, self._set.width, padding=1.5)

    def _heat_cell(self, area: AreaStanding | None, width: float, element: Element) -> Block:
        word = Paragraph(self._set.setter.one_line(area_percent(area), BODY, width), element=element)
        step = heat_step(area)
        return _Heat(word, "paper" if step is None else f"rating.{step}", width)


def _by_areas(members: Sequence[Member]) -> list[tuple[tuple[str, ...], list[Member]]]:
    """The people of each role by its areas: one map for all whose areas are the same."""
    found: dict[tuple[str, ...], list[Member]] = {}
    for member in members:
        named = areas([member])
        if named:
            found.setdefault(named, []).append(member)
    return list(found.items())


def team_pdf(title: str, members: Sequence[Member], unread: Sequence[Problem], today: date, paper: Paper) -> bytes:
    """A team as a PDF/A-3a and PDF/UA-1 document: the same team gives the same bytes.

    `unread` says what is wrong with the files that could not be read; `paper` is a4 or letter.
    """
    return TeamDocument(title, members, unread, today, PAPERS[paper]).bytes()


def team_missing(title: str, members: Sequence[Member], unread: Sequence[Problem]) -> tuple[str, ...]:
    """The characters of a team’s document that none of the fonts can draw, sorted; each prints as □."""
    from ladder_app.report.pdf.export import missing_in

    said = (text for one in members for text in (one.person, one.title or "", one.role, way_words(one), *areas([one])))
    return missing_in((title, *map(str, unread), *said))

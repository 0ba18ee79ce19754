"""Writes lines of text as operators of a page, each piece marked as part of its element."""

from __future__ import annotations

from string import punctuation
from typing import TYPE_CHECKING
from urllib.parse import quote

from ladder_app.markup import safe_link
from ladder_app.report.pdf.beside import NOTHING_GIVEN, text_beside
from ladder_app.report.pdf.copying import LEFT_TO_RIGHT_MARK
from ladder_app.report.pdf.drawnfont import blank, has_stacks, stacks
from ladder_app.report.pdf.mixedline import MixedLine, is_mixed
from ladder_app.report.pdf.palette import colour
from ladder_app.report.pdf.tagtree import MOST_STRING_BYTES, text_string
from ladder_app.report.pdf.wordspaces import followed_by_spaces, with_their_spaces

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ladder_app.report.pdf.beside import PageBeside
    from ladder_app.report.pdf.canvas import Canvas
    from ladder_app.report.pdf.embedding import DocumentFonts, EmbeddedFont, MixedFont
    from ladder_app.report.pdf.runs import Line, Run
    from ladder_app.report.pdf.setting import Style
    from ladder_app.report.pdf.shaping import Glyph
    from ladder_app.report.pdf.structure import Element

_LEAST_KERN = 0.005
# Of a given text, pdfium takes no character above it.
_LAST_GIVEN = "\uffff"


class LineWriter:
    """Writes lines in one style; `ink` is the token of the colour it ended with.

    The operators go to `emit`, and to the page unless that is given. What stands beside lines of the
    page goes to `beside`.
    """

    def __init__(
        self,
        canvas: Canvas,
        fonts: DocumentFonts,
        style: Style,
        token: str,
        element: Element | None,
        *,
        emit: Callable[[str], None] | None = None,
        beside: PageBeside | None = None,
    ) -> None:
        self._emit = emit or canvas.emit
        self._beside = beside
        self.ink = token
        self._canvas = canvas
        self._fonts = fonts
        self._style = style
        self._token = token
        self._element = element
        self._has_links = False
        self._owner: Element | None = None
        self._resource = ""
        self._out: list[str] = []

    def write(self, x: float, baseline: float, lines: Sequence[Line]) -> None:
        """Lines one below the other, the first on that baseline; here y grows upwards."""
        leading, element = self._style.leading, self._element
        self._out.append(f"BT {leading:.2f} TL 1 0 0 1 {x:.2f} {baseline:.2f} Tm")
        self._has_links = any(run.link is not None and _address(run) is not None for line in lines for run in line)
        if element is not None and not self._has_links and not (lines and is_mixed(lines[0])):
            self._mark(element)
        follows = hyphened = False
        for line in lines:
            placed = line[0].glyphs is not None if line else False
            if follows and not placed:
                self._out.append("T*")
            elif not follows and line is not lines[0]:
                self._out.append(f"1 0 0 1 {x:.2f} {baseline:.2f} Tm")
            if len(line) == 1 and not placed and line[0].link is None and self._owner is element:
                self._run(line[0])
            elif is_mixed(line):
                self._mixed(MixedLine(line, hyphened=hyphened), x, baseline)
            else:
                self._linked(line, x, baseline)
            follows, hyphened = not placed, line != () and line[-1].text.endswith("-")
            baseline -= leading
        self._out.append("ET" if self._owner is None else "EMC ET")
        self._flush()

    def _linked(self, line: Line, left: float, baseline: float) -> None:
        """A line of several runs, any of which may be a link or stand at a place of its own."""
        size, start = self._style.size, left
        for run, space in followed_by_spaces(with_their_spaces(line)):
            if run.glyphs is not None:
                left = start + run.x * size / 1000
                self._out.append(f"1 0 0 1 {left:.2f} {baseline:.2f} Tm")
            self._own(run)
            self._run(run, space)
            if run.link is not None:
                self._link(run, left, baseline, run.width(size))
            left += run.width(size) + (0 if space is None else space * size / 1000)

    def _mixed(self, mixed: MixedLine, start: float, baseline: float) -> None:
        """A line that is read in both directions: what leads to one place, or nowhere, is one text object.

        Its text is given for listeners and for viewers that go by what is given. Viewers that go by
        the glyphs are given nothing for them; poppler, which takes neither, has a text of its own
        beside them, on what other viewers pass over because it has no width.
        """
        font, thousandth = self._fonts.mixed(mixed.drawn()), self._style.size / 1000
        for i, runs in enumerate(mixed.parts):
            self._begin_given(runs)
            self._use(runs[0], font)
            if i == 0:
                self._fence(font, start, baseline, below=3)
            for piece in mixed.pieces(font, i):
                at = f"1 0 0 1 {start + piece.x * thousandth:.3f} {baseline:.2f} Tm"
                self._out.append(f"{NOTHING_GIVEN} {at} [{piece.shown}] TJ EMC")
            if i == len(mixed.parts) - 1:
                self._give(mixed.line, font, start, baseline)
                self._fence(font, start, baseline, below=4)
            self._out.append("EMC")
            for run in runs if runs[0].link is not None else ():
                self._link(run, start + run.x * thousandth, baseline, run.width(self._style.size))
            self._owner = None

    def _begin_given(self, runs: Sequence[Run]) -> None:
        """Marks what follows as what belongs to these runs, with the text that it stands for."""
        given = f"/ActualText {text_string(''.join(run.text for run in runs)).decode()}"
        if self._owner is not None:
            self._out.append("EMC")
        self._owner = owner = self._owner_of(runs[0])
        if owner is None:
            self._out.append(f"/Span <<{given}>> BDC")
        else:
            self._out.append(f"/{owner.tag} <</MCID {self._canvas.mark(owner)}{given}>> BDC")

    def _give(self, line: Line, font: MixedFont, start: float, baseline: float) -> None:
        """What poppler is given, from the left to the right edge of what is seen."""
        text, thousandth = "".join(run.text for run in line), self._style.size / 1000
        seen = [run for run in line if run.text.strip(" ")] or line
        edges = min(run.x for run in seen), max(run.x + run.width(1000) for run in seen)
        mark = font.shape_code(blank(), LEFT_TO_RIGHT_MARK)
        shown = " ".join(f"1 0 0 1 {start + x * thousandth:.3f} {baseline:.2f} Tm <{mark}> Tj" for x in edges)
        if self._beside is None:
            self._out.append(text_beside(text, shown))
        else:
            self._flush()
            self._beside.give(text, shown)

    def _fence(self, font: MixedFont, x: float, baseline: float, below: int) -> None:
        """A place for what parts the line from others: blanks below it, one beside the other, as one has no width."""
        if self._beside is not None:
            self._flush()
            size = self._style.size
            code = font.shape_code(blank(), " ")
            shown = f"1 0 0 1 {x:.2f} {baseline - below * size:.2f} Tm [<{code}>-500<{code}>] TJ"
            self._beside.fence(baseline, size, shown)

    def _flush(self) -> None:
        self._emit(" ".join(self._out))
        self._out.clear()

    def _mark(self, element: Element) -> None:
        self._owner = element
        self._out.append(f"/{element.tag} <</MCID {self._canvas.mark(element)}>> BDC")

    def _own(self, run: Run) -> None:
        """Marks what follows as part of the link, or of the text around it."""
        wanted = self._owner_of(run)
        if wanted is not None and wanted is not self._owner:
            if self._owner is not None:
                self._out.append("EMC")
            self._mark(wanted)

    def _owner_of(self, run: Run) -> Element | None:
        """Beside links, text has elements of its own: readers that take content before elements keep the order."""
        if self._element is None or not self._has_links:
            return self._element
        safe = _address(run)
        return self._element.words() if safe is None else self._element.link_to(safe)

    def _run(self, run: Run, space: float | None = None) -> None:
        if run.glyphs is not None and has_stacks(run.glyphs) and max(run.text) <= _LAST_GIVEN:
            self._stacks(run)
            return
        font = self._fonts(run.font.file)
        self._use(run, font)
        if space is not None:
            self._out.append(f"[<{run.text.translate(font)}{font[ord(' ')]}>{run.font.space - space:.2f}] TJ")
        elif run.glyphs is None:
            self._out.append(f"<{run.text.translate(font)}> Tj")
        else:
            self._glyphs(run.glyphs, font)

    def _use(self, run: Run, font: EmbeddedFont) -> None:
        wanted = self._token if run.link is None else "accent"
        if wanted != self.ink:
            red, green, blue = colour(wanted)
            self._out.append(f"{red:.3f} {green:.3f} {blue:.3f} rg")
            self.ink = wanted
        if font.resource != self._resource:
            self._out.append(f"{font.resource} {self._style.size:.2f} Tf")
            self._resource = font.resource

    def _glyphs(self, glyphs: Sequence[Glyph], font: EmbeddedFont) -> None:
        """Glyphs at their places: what a viewer would do anyway is not said.

        Those that show some characters together say which.
        """
        wanted = at = rise = 0.0
        shared = ""
        shown: list[str] = []
        for glyph in glyphs:
            if glyph.shared != shared or (shared and glyph.begins):
                self._show(shown)
                if shared:
                    self._out.append("EMC")
                shared = glyph.shared
                if shared:
                    self._out.append(f"/Span <</ActualText {text_string(shared).decode()}>> BDC")
            if glyph.shift_y != rise:
                self._show(shown)
                rise = glyph.shift_y
                self._out.append(f"{rise * self._style.size / 1000:.2f} Ts")
            place = wanted + glyph.shift_x
            if abs(place - at) > _LEAST_KERN:
                shown.append(f"{at - place:.2f}")
                at = place
            shown.append(f"<{font.code(glyph.number, glyph.text)}>")
            at += font.advance(glyph.number)
            wanted += glyph.advance
        self._show(shown)
        if shared:
            self._out.append("EMC")
        if rise:
            self._out.append("0 Ts")

    def _stacks(self, run: Run) -> None:
        """Letters with what stands over and under them, each as one glyph: viewers lose marks that stand alone."""
        made = [sign for stack in stacks(run) for sign in stack.signs()]
        font = self._fonts.mixed({(sign.shape, sign.text) for sign in made})
        self._use(run, font)
        shown, at = [], 0.0
        for sign in made:
            if abs(sign.x - at) > _LEAST_KERN:
                shown.append(f"{at - sign.x:.2f}")
            shown.append(f"<{font.shape_code(sign.shape, sign.text)}>")
            at = sign.x + font.shape_advance(sign.shape)
        self._out.append(f"/Span <</ActualText {text_string(run.text).decode()}>> BDC")
        self._show(shown)
        self._out.append("EMC")

    def _show(self, shown: list[str]) -> None:
        if shown:
            self._out.append(f"[{''.join(shown)}] TJ")
            shown.clear()

    def _link(self, run: Run, left: float, baseline: float, width: float) -> None:
        """The area to click; none for an address that is not http, https or mailto."""
        safe = _address(run)
        if safe is None or self._element is None or self._owner is None:
            return
        size = self._style.size
        low, high = baseline - size * 0.3, baseline + size * 0.8
        what = "Write to " + safe[len("mailto:") :] if safe.startswith("mailto:") else "Open " + safe
        entries = b"/Subtype/Link/Border[0 0 0]/Rect[%.2f %.2f %.2f %.2f]/Contents %b/A<</S/URI/URI <%b>>>" % (
            left, low, left + width, high, text_string(what), _quoted(safe).hex().encode(),
        )  # fmt: skip
        self._canvas.annotate(self._owner, entries)


def _address(run: Run) -> str | None:
    """Where a run leads, if that may be opened and an archive may hold so long an address."""
    safe = None if run.link is None else safe_link(run.link)
    return None if safe is None or len(_quoted(safe)) > MOST_STRING_BYTES else safe


def _quoted(address: str) -> bytes:
    return quote(address, safe=punctuation).encode()

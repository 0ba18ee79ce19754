"""What the sheet draws, seen on the rendered page."""

import pypdfium2  # type: ignore[import-untyped]
import pytest

from ladder_app.charts.shapes import Band, Chart, Hatch, Label, Rectangle, Shape
from ladder_app.report.pdf.palette import colour
from ladder_app.report.pdf.setting import Setter, Style
from ladder_app.report.pdf.shapes_painter import paint_chart
from ladder_app.report.pdf.sheet import Sheet
from ladder_app.report.pdf.structure import Element
from ladder_app.report.pdf.typefaces import Face, Typefaces

SIZE = (200.0, 100.0)
WHITE = (255, 255, 255)


def sheet() -> Sheet:
    return Sheet(SIZE, Typefaces())


class Rendered:
    """A page as pixels, four to the point."""

    def __init__(self, made: Sheet) -> None:
        made.next_page()
        page = pypdfium2.PdfDocument(made.finished(Element("Document")))[0]
        self._image = page.render(scale=4).to_pil().convert("RGB")

    def at(self, x: float, y: float) -> tuple[int, ...]:
        return tuple(self._image.getpixel((int(x * 4), int(y * 4))))

    def share(self, token: str, box: tuple[float, float, float, float]) -> float:
        """The share of a box's pixels that have about the colour."""
        wanted = rgb(token)
        part = self._image.crop(tuple(int(4 * n) for n in box))
        counted = part.getcolors(part.width * part.height)
        near = sum(n for n, pixel in counted if max(abs(a - b) for a, b in zip(pixel, wanted, strict=True)) < 12)
        return float(near / (part.width * part.height))


def rgb(token: str) -> tuple[int, ...]:
    return tuple(round(255 * part) for part in colour(token))


def drawn(*shapes: Shape) -> Rendered:
    made = sheet()
    paint_chart(made, Chart(100, 100, shapes, "A test."), 10, 0)
    return Rendered(made)


def test_that_a_rectangle_stands_where_it_should_with_round_corners() -> None:
    page = drawn(Rectangle(20, 10, 60, 40, "accent", 8))
    assert page.at(60, 30) == rgb("accent")
    assert page.at(30.5, 10.5) == WHITE
    assert page.at(31, 30) == rgb("accent")
    assert page.at(60, 52) == WHITE


def test_that_a_hatch_is_half_covered_and_clipped() -> None:
    page = drawn(Hatch(0, 20, 80, 20, "rating.3", 0, 6))
    assert page.share("rating.3", (12, 22, 88, 38)) == pytest.approx(0.45, abs=0.1)
    assert page.share("paper", (0, 0, 200, 19)) == 1


def test_that_a_band_covers_its_angles_clockwise_from_the_left() -> None:
    page = drawn(Band(50, 80, 30, 50, 0, 90, "good"))
    assert page.at(60 - 40, 79) == rgb("good")
    assert page.at(60 - 2, 80 - 40) == rgb("good")
    assert page.at(60 + 40, 79) == WHITE
    assert page.at(60 - 10, 79) == WHITE


def test_that_a_band_can_be_hatched() -> None:
    page = drawn(Band(50, 80, 30, 50, 0, 180, "good", hatched=True))
    assert 0.1 < page.share("good", (12, 40, 108, 79)) < 0.4


def test_that_a_band_of_no_angle_draws_nothing() -> None:
    assert drawn(Band(50, 80, 30, 50, 90, 90, "good")).share("good", (0, 0, 200, 100)) == 0


@pytest.mark.parametrize(("anchor", "left", "right"), [("start", 60, 100), ("end", 20, 60), ("middle", 40, 80)])
def test_that_a_label_hangs_on_its_anchor(anchor: str, left: float, right: float) -> None:
    made = sheet()
    label = Label(50, 50, "HHHHHH", 10, anchor=anchor)  # type: ignore[arg-type]
    paint_chart(made, Chart(100, 100, (label,), "A test."), 10, 0)
    made.next_page()
    textpage = pypdfium2.PdfDocument(made.finished(Element("Document")))[0].get_textpage()
    assert textpage.count_rects() == 1
    rect = textpage.get_rect(0)
    assert rect[0] == pytest.approx(left, abs=2)
    assert rect[2] == pytest.approx(right, abs=2)
    assert rect[1] == pytest.approx(50, abs=0.5)


def test_that_text_with_more_characters_than_a_font_subset_holds_is_copied_out_whole() -> None:
    made = sheet()
    every = "".join(chr(code) for code in (*range(0xC0, 0x180), *range(0x391, 0x3A2), *range(0x410, 0x450)))
    setter = Setter(made.typefaces)
    every = "".join(c for c in every if c in made.typefaces.font(Face.REGULAR).covered)
    assert len(every) > 256
    made.text(5, 5, setter.text(every, Style(Face.REGULAR, 4, 5), 180))
    made.next_page()
    text = pypdfium2.PdfDocument(made.finished(Element("Document")))[0].get_textpage().get_text_bounded()
    assert "".join(text.split()) == every


def test_that_colours_reach_the_page() -> None:
    made = sheet()
    made.rectangle(0, 0, 50, 50, colour("bad"))
    made.frame(60, 10, 30, 30, colour("text"))
    made.rule(100, 20, 50, colour("accent"), 4)
    page = Rendered(made)
    assert page.at(25, 25) == rgb("bad")
    assert page.at(75, 25) == WHITE
    assert page.at(125, 20) == rgb("accent")

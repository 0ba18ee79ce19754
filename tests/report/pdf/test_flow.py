"""How blocks fill pages."""

from hypothesis import given
from hypothesis import strategies as st

from ladder_app.report.pdf.blocks import Cell, Heading, Paragraph, Row, Rule, Stack
from ladder_app.report.pdf.flow import Block, pages, pages_without_scrap, stacked_height, used
from ladder_app.report.pdf.runs import Run
from ladder_app.report.pdf.setting import Setter, SetText, Style
from ladder_app.report.pdf.typefaces import Face, Typefaces
from ladder_app.report.pdf.typesetter import Typesetter

BODY = Style(Face.REGULAR, 10, 14)
SETTER = Setter(Typefaces())
FONT = SETTER.typefaces.font(Face.REGULAR)
ROOM = 200.0


def text_of(name: str, count: int) -> SetText:
    return SetText([(Run(FONT, f"{name}.{i}"),) for i in range(count)], BODY)


def heading(name: str) -> Heading:
    return Heading(text_of(name, 1), name, 0, above=10)


def row(name: str, count: int, beside: int) -> Row:
    text = Paragraph(text_of(name, count))
    small = Paragraph(text_of(f"{name}-side", beside))
    return Row([Cell(0, Stack([text, small])), Cell(100, Paragraph(text_of(f"{name}-mark", 1)))], 300, 5, ruled=True)


def names(block: Block) -> list[str]:
    """The lines of a block in the order they are painted, those beside others last."""
    if isinstance(block, Paragraph | Heading):
        return ["".join(run.text for run in line) for line in block.text.lines]
    if isinstance(block, Stack):
        return [name for inside in block.blocks for name in names(inside)]
    assert isinstance(block, Row)
    return [name for cell in block.cells for name in names(cell.block)]


kinds = st.tuples(st.sampled_from(["heading", "paragraph", "row"]), st.integers(1, 40), st.integers(1, 10))


def built(plan: list[tuple[str, int, int]]) -> list[Block]:
    made: list[Block] = []
    for i, (kind, count, beside) in enumerate(plan):
        if kind == "heading":
            made.append(heading(f"h{i}"))
        elif kind == "paragraph":
            made.append(Paragraph(text_of(f"p{i}", count), above=4))
        else:
            made.append(row(f"r{i}", count, beside))
    return made


@given(st.lists(kinds, max_size=25))
def test_that_standing_closer_saves_a_page_and_loses_nothing(plan: list[tuple[str, int, int]]) -> None:
    blocks = built(plan)
    wide, close = pages(blocks, ROOM), pages_without_scrap(blocks, ROOM)
    assert sorted(n for page in close for item in page for n in names(item.block)) == sorted(
        n for page in wide for item in page for n in names(item.block)
    )
    assert close == wide or len(close) < len(wide)


def test_that_a_last_page_with_little_on_it_is_saved() -> None:
    blocks: list[Block] = [Paragraph(text_of(f"p{i}", 3), above=14) for i in range(4)]
    assert [len(page) for page in pages(blocks, ROOM)] == [3, 1]
    (only,) = pages_without_scrap(blocks, ROOM)
    assert used(only) <= ROOM


@given(st.lists(kinds, max_size=25))
def test_that_every_line_is_placed_once(plan: list[tuple[str, int, int]]) -> None:
    blocks = built(plan)
    wanted = sorted(name for block in blocks for name in names(block))
    found = sorted(name for page in pages(blocks, ROOM) for item in page for name in names(item.block))
    assert found == wanted


@given(st.lists(kinds, max_size=25))
def test_that_no_page_is_overfull_and_none_is_empty(plan: list[tuple[str, int, int]]) -> None:
    for page in pages(built(plan), ROOM):
        assert page
        last = page[-1]
        assert last.top + last.block.height <= ROOM + 0.02


@given(st.lists(kinds, min_size=1, max_size=25))
def test_that_a_heading_is_never_last_on_a_page_but_at_the_end(plan: list[tuple[str, int, int]]) -> None:
    plan = [item for i, item in enumerate(plan) if item[0] != "heading" or (i and plan[i - 1][0] != "heading")]
    for page in pages(built(plan), ROOM)[:-1]:
        assert not isinstance(page[-1].block, Heading)


@given(st.integers(1, 40), st.integers(0, 12))
def test_that_no_line_of_a_paragraph_is_left_alone(count: int, before: int) -> None:
    blocks: list[Block] = [Paragraph(text_of("b", 1)) for _ in range(before)]
    laid_out = pages([*blocks, Paragraph(text_of("p", count))], ROOM)
    parts = [len(names(item.block)) for page in laid_out for item in page if names(item.block)[0].startswith("p")]
    assert sum(parts) == count
    assert count < 2 or min(parts) >= 2


def test_that_a_short_row_stays_whole() -> None:
    blocks: list[Block] = [Paragraph(text_of("p", 12)), row("r", 4, 1)]
    (first, second) = pages(blocks, ROOM)
    assert [len(first), len(second)] == [1, 1]


def test_that_a_tall_row_repeats_its_head_where_it_goes_on() -> None:
    tall = row("r", 40, 2)
    tall.head = Paragraph(text_of("again", 1), below=4)
    laid_out = pages([tall], ROOM)
    assert all("again.0" in names(page[0].block) for page in laid_out[1:])
    assert "again.0" not in names(laid_out[0][0].block)


def head() -> Paragraph:
    return Paragraph(text_of("again", 1), below=4, keeps_next=True)


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(1, 10)), min_size=1, max_size=20), st.integers(0, 12))
def test_that_a_listing_has_its_head_over_what_goes_on_and_loses_no_row(
    rows: list[tuple[int, int]], before: int
) -> None:
    listed = [row(f"r{i}", count, beside) for i, (count, beside) in enumerate(rows)]
    listing = Stack([heading("h"), *listed], head=head())
    laid_out = pages([*[Paragraph(text_of("b", 1)) for _ in range(before)], listing], ROOM)
    found = [names(item.block) for page in laid_out for item in page if not names(item.block)[0].startswith("b.")]
    assert [names_on_it[0] for names_on_it in found] == ["h.0", *["again.0"] * (len(found) - 1)]
    said = sorted(name for page in found for name in page if name != "again.0")
    assert said == sorted(["h.0", *(name for one in listed for name in names(one))])


def test_that_a_listing_with_something_too_tall_for_any_page_still_ends() -> None:
    tall = Heading(text_of("tall", 30), "tall", None)
    laid_out = pages([Stack([Paragraph(text_of("p", 10)), tall, Paragraph(text_of("q", 2))], head=head())], ROOM)
    assert sum("tall.29" in names(item.block) for page in laid_out for item in page) == 1
    assert sum("q.1" in names(item.block) for page in laid_out for item in page) == 1


def test_that_blocks_keep_their_distances() -> None:
    blocks: list[Block] = [Rule(100, below=6), Rule(100, above=10), Rule(100, above=2)]
    assert [item.top for item in pages(blocks, ROOM)[0]] == [0, 10.5, 13]
    assert stacked_height(blocks) == 13.5


def test_that_something_too_tall_for_any_page_is_placed_all_the_same() -> None:
    long_heading = Heading(text_of("h", 30), "h", 0)
    laid_out = pages([Paragraph(text_of("p", 2)), long_heading, Paragraph(text_of("q", 2))], ROOM)
    assert [names(item.block)[0] for page in laid_out for item in page] == ["p.0", "h.0", "q.0"]


def test_that_a_typesetter_puts_a_remark_at_the_right_of_a_heading() -> None:
    made = Typesetter(SETTER, 300).heading("A section", "7 of 8 rated")
    assert made.aside is not None
    assert made.aside_x + made.aside.width() == 300

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.report.terminal_text import as_encoded, bar, cells, padded, wrapped
from tests.charts.shapes_seen import figures_of

text = st.text(st.characters(exclude_categories=("Cc", "Cs")))


@given(text, st.integers(2, 60))
def test_that_wrapped_lines_fit_and_nothing_is_lost(words: str, width: int) -> None:
    lines = list(wrapped(words, width))
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split(" ")) == "".join(words.split(" "))


def test_that_a_space_that_does_not_break_does_not() -> None:
    assert list(wrapped("up to 81\u00a0% possible", 9)) == ["up to", "81\u00a0%", "possible"]


def test_that_wide_characters_take_two_cells_and_accents_none() -> None:
    assert cells("漢字") == 4
    assert cells("e\u0301") == 1
    assert padded("漢", 4) == "漢  "
    assert list(wrapped("漢字漢字", 5)) == ["漢字", "漢字"]


@given(st.floats(0, 100), st.floats(0, 100), st.integers(2, 100))
def test_that_a_bar_is_as_wide_as_asked_and_honest_at_its_ends(one: float, other: float, width: int) -> None:
    shown, possible = min(one, other), max(one, other)
    drawn = bar(figures_of(shown, possible), width)
    assert len(drawn) == width
    assert drawn == "".join(sorted(drawn, key="█░·".index))
    assert ("█" in drawn) == (shown > 0)
    assert drawn.startswith("█" * width) == (shown >= 100)
    assert ("·" in drawn) == (possible < 100)


@given(st.floats(0, 100), st.floats(0, 100))
def test_that_a_longer_bar_means_more(one: float, other: float) -> None:
    low, high = (bar(figures_of(value, value), 24).count("█") for value in sorted((one, other)))
    assert low <= high


def test_that_a_bar_of_one_cell_has_no_room_to_say_more() -> None:
    assert [bar(figures_of(value, value), 1) for value in (0, 40, 60, 100)] == ["·", "·", "█", "█"]


@given(text, st.sampled_from(["ascii", "latin-1", "cp1252", "utf-8", "cp437"]))
def test_that_any_stream_can_show_the_text(words: str, encoding: str) -> None:
    as_encoded(words, encoding).encode(encoding)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("ascii", '##==- 2 / 3 -> "Zo?" 81 %...'),
        ("latin-1", '##==· 2 ÷ 3 -> "Zoë" 81\u00a0%...'),
        ("utf-8", "██░░· 2 ÷ 3 → “Zoë” 81\u00a0%…"),
    ],
)
def test_that_what_cannot_be_shown_is_written_plainer(encoding: str, shown: str) -> None:
    assert as_encoded("██░░· 2 ÷ 3 → “Zoë” 81\u00a0%…", encoding) == shown

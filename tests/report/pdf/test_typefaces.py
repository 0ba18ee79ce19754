"""Which font a character is set in, and what becomes of characters that cannot be set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.report.pdf.scripts import is_joiner, printable
from ladder_app.report.pdf.typefaces import Face, Typefaces

FACES = Typefaces()


@given(st.text(max_size=60), st.sampled_from(Face))
def test_that_every_run_is_set_in_a_font_that_has_its_characters(text: str, face: Face) -> None:
    runs = list(FACES.runs(printable(text).replace("\n", ""), face))
    assert all(font.covers("".join(c for c in run if not is_joiner(c))) for font, run in runs)


def test_that_what_the_family_lacks_comes_from_another_font() -> None:
    runs = list(FACES.runs("a ① b", Face.REGULAR))
    assert [run for _, run in runs] == ["a ", "①", " b"]
    assert runs[0][0] is runs[2][0] is not runs[1][0]


def test_that_a_sign_around_a_letter_is_in_one_font_with_it() -> None:
    runs = list(FACES.runs("to 2\u20e3, x\u20dd!", Face.REGULAR))
    assert [run for _, run in runs] == ["to ", "2\u20e3", ", ", "x\u20dd", "!"]
    assert runs[0][0] is runs[2][0] is runs[4][0]
    assert all(font.covers(run) for font, run in runs)


def test_that_italics_borrow_from_the_upright_face_first() -> None:
    ((font, run),) = FACES.runs("Жизнь", Face.ITALIC)
    assert run == "Жизнь"
    assert font is FACES.font(Face.REGULAR)


def test_that_what_no_font_has_is_shown_and_listed() -> None:
    nowhere, neither = "\U000e1000", "\U0003fff0"
    assert "".join(run for _, run in FACES.runs(f"{nowhere} a", Face.REGULAR)) == "□ a"
    assert FACES.missing(f"{nowhere} a {neither} é ①") == {nowhere, neither}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("tab\there", "tab    here"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("zero\u200bwidth\ufeff so\u00adft", "zerowidth soft"),
        ("bell\x07", "bell\ufffd"),
        ("e\u0301", "é"),
        ("thin\u2009space", "thin space"),
        ("no\u00a0break\u202fhere", "no\u00a0break\u202fhere"),
        ("plain", "plain"),
    ],
)
def test_that_text_is_made_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_that_characters_of_private_use_are_not_drawn_as_whatever_a_font_has_there() -> None:
    assert FACES.missing("a\ue001\uf8ff") == {"\ue001", "\uf8ff"}
    assert "".join(text for _, text in FACES.runs("a\uf8ffb", Face.REGULAR)) == "a□b"


def test_that_the_width_of_a_text_is_that_of_its_characters() -> None:
    font = FACES.font(Face.REGULAR)
    text = "two words  here"
    assert font.width(text, 10) == pytest.approx(sum(font.advance(c) for c in text) / 100)


@pytest.mark.parametrize(
    ("bold", "italic", "face"),
    [
        (False, False, Face.REGULAR),
        (True, False, Face.SEMIBOLD),
        (False, True, Face.ITALIC),
        (True, True, Face.SEMIBOLD_ITALIC),
    ],
)
def test_that_styles_add_up(bold: bool, italic: bool, face: Face) -> None:
    assert Face.REGULAR.styled(bold=bold, italic=italic) is face
    assert Face.SEMIBOLD.styled(bold=False, italic=italic).styled(bold=bold, italic=False) is Face.SEMIBOLD.styled(
        bold=True, italic=italic
    )

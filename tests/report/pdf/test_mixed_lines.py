"""Lines that are read in both directions: searched and copied out as they were written, in both viewers."""

# ruff: noqa: RUF001 – letters that look like others are what this is about

import re
from io import BytesIO
from shutil import which

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder_app.report.parts import Preset
from ladder_app.report.pdf.export import pdf_bytes
from ladder_app.report.pdf.scripts import printable
from ladder_app.report.pdf.setting import Style
from ladder_app.report.pdf.typefaces import Face
from tests.report.pdf.material import assessed, reported
from tests.report.pdf.tagged import TaggedDocument
from tests.report.pdf.viewers import drawn, found, needs_poppler, pdfium_text, plain, poppler_text

LINES = {
    "Hebrew in English": "The team said שלום עולם טוב to all",
    "Arabic in English": "Built مرحبا بالعالم الجميل well",
    "at the end": "shown by the שלום עולם",
    "at the start": "שלום עולם is what it says to all",
    "as many as": "abc שלום",
    "English in Hebrew": "שלום Sample Engineer עולם",
    "more English in Hebrew": "שלום Sample Engineer Ltd עולם",
    "English at the end": "כתבה את המדריך עבור Sample Manager.",
    "a full stop": "שלום עולם.",
    "a comma": "שלום, עולם.",
    "a question": "מה? هل تعمل؟ now?",
    "a comma after": "the שלום עולם, and",
    "percent": "כתב תיעוד לצוות, 40% פחות.",
    "figures": "said שלום 12 עולם xyz, 1,250.50 of 3/4",
    "Arabic figures": "من ٤٠ إلى ١٠ دقائق in 2026",
    "a day": "2026-11-03 שלום 12:30 עולם",
    "brackets": "שלום (טוב) עולם [abc] «כן»",
    "brackets around": "the (שלום עולם) and",
    "brackets in Arabic": "لا إله (سلام) لا",
    "English in brackets": "שלום (Sample Engineer) עולם",
    "quotation marks": '«שלום» and “עולם” or "שלום עולם", ‘x’ y',
    "Hebrew marks": "צה״ל וג׳ירפה, המרכז–צפון",
    "points": "the word שָׁלוֹם עוֹלָם is here now",
    "only points": "שָׁלוֹם עוֹלָם",
    "vowels": "the مَرْحَبًا بِالعَالَم is here",
    "only vowels": "مَرْحَبًا بِالعَالَمِ كَلِمَةٌ",
    "letters in one": "one لا two، لأن الإسلام",
    "hyphens": "ראה e-mail של v2.0 טוב",
    "Devanagari": "नमस्ते שלום दुनिया عالم",
    "signs": "🎉 שלום 🎉 עולם… ™ and more…",
    "held together": "see 40\u00a0% של שלום\u00a0עולם of",
}
WORDS = [
    word
    for words in (
        "שלום עולם בנייה שָׁלוֹם עוֹלָם صَغِير مرحبا بالعالم لا مَرْحَبًا كلمةٌ צה״ל ג׳ שלום, טוב. عالم؛ מה? !כן (א)",
        "Sample Engineer e-mail v2.0 naïve Жизнь नमस्ते 🎉 R&D C++ a_b 名前 a, x: end.",
        "12 40% 2026-11-03 1,250.50 3/4 12:30 +5 #7 €20 ₪20 ٤٠ … – ! ? ؟ ،",
        '“עולם” (abc) (שלום) [טוב] "شيء" ‘x’ «כן»',
    )
    for word in words.split()
]


def _has_a_word(words: list[str]) -> bool:
    """Poppler takes evenly spaced single signs for one word whose letters are set apart, in any language."""
    return len(words) == 1 or any(len(word) > 1 for word in words)


MIXED = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).filter(_has_a_word).map(" ".join)
GARBLED = st.text(
    st.sampled_from(
        "  abאבגדםابتملهي12٤٠۵.,()[]{}<>«»“”‘’\"'!?؟،؛-–—/\\%+:;&@#_*=|~^`…™®½"
        "\u05b8\u05bc\u064e\u0651\u0670ـ🎉👩🏽ՎあéЖनक्षिก็"
    ),
    max_size=40,
)
AROUND = st.sampled_from(
    ["", "A line of Latin letters only, of some length, and one more of them. " * 3, "עברית " * 50]
)


@pytest.mark.parametrize("name", LINES)
def test_that_pdfium_copies_a_line_as_it_was_written(name: str) -> None:
    assert plain(pdfium_text(drawn(LINES[name]))) == plain(LINES[name])


@needs_poppler
@pytest.mark.parametrize("name", LINES)
def test_that_poppler_copies_a_line_as_it_was_written(name: str) -> None:
    assert plain(poppler_text(drawn(LINES[name]))) == plain(LINES[name])


@given(st.lists(MIXED, min_size=1, max_size=4), AROUND, st.sampled_from([380, 120, 60]))
@settings(max_examples=60)
def test_that_pdfium_copies_any_text_as_it_was_written(texts: list[str], around: str, width: float) -> None:
    written = plain(" ".join([*texts, around]))
    # A hyphen at the end of a line comes as a sign of its own; a word wider than a line is cut.
    read = pdfium_text(drawn(*texts, around, width=width)).replace("\ufffe", "-")
    assert plain(read) == written if width > 200 else _solid(read) == _solid(written)


@needs_poppler
@given(st.lists(MIXED, min_size=1, max_size=4), AROUND)
@settings(max_examples=60)
def test_that_poppler_copies_any_text_as_it_was_written(texts: list[str], around: str) -> None:
    assert plain(poppler_text(drawn(*texts, around))) == plain(" ".join([*texts, around]))


@given(GARBLED, st.sampled_from([380, 90]))
@settings(max_examples=100)
def test_that_whatever_stands_in_a_line_is_copied_as_it_was_written(text: str, width: float) -> None:
    content = drawn(text, width=width)
    assert _solid(pdfium_text(content).replace("\ufffe", "-")) == _solid(printable(text))
    if which("pdftotext") is not None:
        assert _solid(poppler_text(content)) == _solid(printable(text))


@pytest.mark.parametrize("text", ["\ufe0fשלום", "שלום \ufe0f", "\ufe0f", "see \ufe0fनमस्ते", "שלום ❤\ufe0f עולם"])
def test_that_what_has_no_glyph_of_its_own_is_passed_over(text: str) -> None:
    assert _solid(pdfium_text(drawn(text))).replace("\ufe0f", "") == _solid(text).replace("\ufe0f", "")


@pytest.mark.parametrize("width", range(60, 220, 20))
def test_that_lines_that_end_with_hyphens_are_copied_as_they_were_written(width: float) -> None:
    texts = [
        "A well-known long-running הצוות כתב מדריכים well-known באנגלית open-source טובים מאוד",
        "הצוות כתב well-known מדריכים בין-לאומיים long-running עם open-source and others",
        "-הצוות -כתב -מדריכים ועוד -הרבה דברים",
    ]
    written = " ".join(texts)
    assert _solid(pdfium_text(drawn(*texts, width=width)).replace("\ufffe", "-")) == _solid(written)


def _solid(text: str) -> str:
    return plain(text).replace(" ", "")


def test_that_words_are_found_and_marked_where_they_stand() -> None:
    content = drawn("The team said שלום עולם טוב, to all")
    (first,), (second,), (both,) = (found(content, words) for words in ("שלום", "עולם", "שלום עולם"))
    assert second[1] < first[0]
    assert both == (second[0], first[1])
    assert found(content, "said שלום")
    assert found(content, "טוב, to")
    (around,) = found(drawn("שלום (Sample Engineer) עולם"), "(Sample Engineer)")
    (inside,) = found(drawn("שלום (Sample Engineer) עולם"), "Sample Engineer")
    assert around[0] < inside[0]
    assert inside[1] < around[1]


def test_that_a_search_goes_on_over_the_end_of_a_line() -> None:
    content = drawn("הצוות שחרר ספרייה חדשה לגמרי עבור Sample Engineer וגם כתב מדריך", width=100)
    assert pdfium_text(content).count("\n") == 3
    for words in ("שחרר ספרייה חדשה", "לגמרי עבור Sample Engineer", "Engineer וגם כתב"):
        assert found(content, words)


@pytest.mark.parametrize("preset", Preset)
def test_that_all_that_stands_in_rows_and_headings_is_copied_whole(preset: Preset) -> None:
    texts = list(LINES.values())
    about = assessed(texts[:12], evidence=texts[12:16], name="דנה Sample כהן", title="מהנדסת Senior", reviewed=True)
    content = pdf_bytes(reported(about, preset), paper="a4")
    document = TaggedDocument(content)
    assert document.faults == []
    shown = [element.text() for element in document.root.all() if element.tag in ("H1", "P", "LBody")]
    known = {plain(text) for text in (*texts, "דנה Sample כהן")}
    wanted = [plain(text) for text in shown if plain(text) in known]
    assert len(wanted) > 5
    read = plain(pdfium_text(content))
    assert all(read.count(text) >= wanted.count(text) for text in wanted)


@needs_poppler
def test_that_poppler_copies_rows_and_headings_whole() -> None:
    texts = list(LINES.values())
    about = assessed(texts, name="דנה Sample כהן", title="מהנדסת Senior", reviewed=True)
    read = plain(poppler_text(pdf_bytes(reported(about), paper="a4")))
    assert [text for text in (*texts, "דנה Sample כהן") if plain(text) not in read] == []


def test_that_what_stands_beside_a_line_is_copied_apart_from_it() -> None:
    about = assessed(["שלום עולם טוב מאוד.", "Another"], steps=(1,))
    read = pdfium_text(pdf_bytes(reported(about, Preset.SUMMARY), paper="a4"))
    assert re.search(r"^1\s+שלום עולם טוב מאוד\.\s+1 Starting no action yet", read, re.MULTILINE)


@pytest.mark.parametrize(
    "text",
    [
        "see [the שלום guide](https://example.com/a) and more עולם",
        "ראה [את המדריך הזה](https://example.com/b) עכשיו",
        "כתב [docs here](https://example.com/c), טוב **מאוד** and *more* `קוד code`",
    ],
)
def test_that_lines_with_links_and_bold_words_are_copied_whole(text: str) -> None:
    content = pdf_bytes(reported(assessed([text])), paper="a4")
    document = TaggedDocument(content)
    assert document.faults == []
    written = plain(re.sub(r"]\([^)]*\)|[\[*`]", "", text))
    assert written in plain(pdfium_text(content))
    assert any(plain(element.text()) == written for element in document.root.all())
    assert any(element.tag == "Link" and element.text() for element in document.root.all())


@pytest.mark.parametrize("name", LINES)
def test_that_a_listener_is_given_the_text_as_it_was_written(name: str) -> None:
    document = TaggedDocument(pdf_bytes(reported(assessed([LINES[name]])), paper="a4"))
    assert document.faults == []
    assert any(element.text().strip() == LINES[name] for element in document.root.all())


def test_that_every_glyph_of_such_lines_is_one_of_their_font() -> None:
    pdf = pikepdf.open(BytesIO(drawn(*LINES.values(), style=Style(Face.SEMIBOLD, 12, 17))))
    fonts = pdf.pages[0]["/Resources"]["/Font"]
    mixed = [font for font in fonts.values() if str(font["/BaseFont"]).endswith("-Mixed")]
    assert len({str(font["/BaseFont"]) for font in mixed}) == len(mixed) > 1
    for font in mixed:
        numbers = font["/DescendantFonts"][0]["/CIDToGIDMap"].read_bytes()
        assert numbers[:2] == b"\0\0"
        assert b"\0\0" not in (numbers[i : i + 2] for i in range(2, len(numbers), 2))


def test_that_the_same_lines_give_the_same_bytes() -> None:
    assert drawn(*LINES.values()) == drawn(*LINES.values())


def test_that_a_space_that_holds_is_found_as_a_space() -> None:
    content = drawn("It costs 40\u00a0% less, שלום\u00a0עולם too")
    assert found(content, "costs 40 % less")
    assert found(content, "40\u00a0% less")
    assert found(content, "שלום עולם")


@needs_poppler
def test_that_a_line_of_latin_letters_keeps_its_ends_on_a_page_that_is_read_from_the_right() -> None:
    texts = ["עברית " * 20, "(One) “two”", "three!", "four…"]
    assert plain(poppler_text(drawn(*texts))) == plain(" ".join(texts))


# Where poppler is told to keep the order of the file, it takes every page for one that is read from the left.
@needs_poppler
def test_that_the_raw_order_of_poppler_is_right_on_pages_that_are_read_from_the_left_alone() -> None:
    text, latin = "שלום, Sample עולם", "A line of Latin letters only"
    assert plain(poppler_text(drawn(text, latin), "-raw")) == f"{text} {latin}"
    assert plain(poppler_text(drawn(text), "-raw")) == "עולם, Sampleשלום"


# Both take a hyphen at the end of a line for one that only the line has set there.
def test_that_a_compound_that_a_line_parts_is_found_by_its_parts_alone() -> None:
    content = drawn("The team shipped a library and wrote well-known guides", width=100)
    assert found(content, "and wrote well")
    assert found(content, "known guides")
    assert not found(content, "well-known")

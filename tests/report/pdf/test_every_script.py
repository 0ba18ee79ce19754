"""Every script in one document: its glyphs, its order, and its text when it is copied out again."""

import unicodedata

import pytest

from ladder_app.report.pdf.drawnfont import stacks
from ladder_app.report.pdf.export import missing_characters, pdf_bytes
from ladder_app.report.pdf.mixedline import MixedLine
from ladder_app.report.pdf.runs import Run, line_width
from ladder_app.report.pdf.setting import Setter
from ladder_app.report.pdf.shaping import shaped
from ladder_app.report.pdf.typefaces import Face, Typefaces
from tests.report.pdf.material import assessed, reported
from tests.report.pdf.tagged import TaggedDocument
from tests.report.pdf.viewers import BODY, drawn, needs_poppler, pdfium_text, plain, poppler_text

SCRIPTS = {
    "Greek": "Ελληνικά γράμματα",
    "Cyrillic": "Русский и український текст",
    "Arabic": "مرحبا بالعالم هذا نص",
    "Hebrew": "שלום עולם זה טקסט",
    "Devanagari": "नमस्ते दुनिया क्षत्रिय हिन्दी",
    "Thai": "สวัสดีชาวโลก กำลังทดสอบ",
    "Thai marks": "ที่สุด ผู้ใช้ รู้ กตัญญู ปั๊ม น้ำ ปิ้ง ฤดู",
    "Devanagari marks": "कुछ कृपया पूर्ण दृष्टि र्स्थ ट्रैक",
    "Bengali": "বাংলা কৃষ্ণ শিক্ষা",
    "Tamil": "தமிழ் மொழி கொடுக்க ஸ்ரீ",
    "Sinhala": "සිංහල ශ්\u200dරී",
    "Lao": "ພາສາລາວ ຢູ່",
    "Khmer": "ខ្មែរ ភាសា",
    "Burmese": "မြန်မာ ကျွန်ုပ်",
    "Vietnamese": "Nguyễn Thị Đặng",
    "around": "2\u20e3 and x\u20dd here",
    "emoji": "done 🎉 by 👩\u200d💻 today",
    "marks": "q\u0323 and e\u0308\u0323 here",
    "repeated": "क्षक्ष रर्र को कोको",
    "mixed": "Shipped שלום and مرحبا with नमस्ते, 🎉 Ελλ Жизнь end",
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=list(SCRIPTS))
def test_that_a_script_is_read_as_it_was_written(text: str) -> None:
    report = reported(assessed([text, "Another"], name=text, evidence=[text]))
    assert missing_characters(report) == ()
    document = TaggedDocument(pdf_bytes(report, paper="a4"))
    assert document.faults == []
    wanted = unicodedata.normalize("NFC", text).replace("\u200d", "")
    paragraphs = [e.text().replace("\u200d", "") for e in document.root.all() if e.tag in ("P", "H1")]
    assert sum(_letters(paragraph) == _letters(wanted) for paragraph in paragraphs) >= 2
    assert all(word in " ".join(paragraphs) for word in wanted.split() if word.isascii())


def _letters(text: str) -> list[str]:
    """The characters, whatever the order in which the glyphs of one word stand on the page."""
    return [character for word in text.split() for character in sorted(word)]


@pytest.mark.parametrize("name", SCRIPTS)
def test_that_pdfium_copies_words_out_with_their_spaces(name: str) -> None:
    assert joined(pdfium_text(drawn(SCRIPTS[name]))) == joined(SCRIPTS[name])


@needs_poppler
@pytest.mark.parametrize("name", SCRIPTS)
def test_that_poppler_copies_words_out_with_their_spaces(name: str) -> None:
    assert joined(poppler_text(drawn(SCRIPTS[name]))) == joined(SCRIPTS[name])


def joined(text: str) -> str:
    """A text without its joiners: a glyph may stand for what they join."""
    return plain(text.replace("\u200d", ""))


def test_that_lines_of_thai_end_with_its_words() -> None:
    text = "การพัฒนาซอฟต์แวร์เป็นกระบวนการที่ต้องใช้ความร่วมมือของทีมงาน"
    lines = ["".join(run.text for run in line) for line in Setter(Typefaces()).text(text, BODY, 110).lines]
    assert lines == ["การพัฒนาซอฟต์แวร์เป็น", "กระบวนการที่ต้องใช้ความ", "ร่วมมือของทีมงาน"]


def test_that_thai_between_no_known_words_breaks_between_clusters() -> None:
    text = "กี้" * 40
    lines = ["".join(run.text for run in line) for line in Setter(Typefaces()).text(text, BODY, 100).lines]
    assert len(lines) > 1
    assert "".join(lines) == text
    assert all(line.startswith("กี้") for line in lines)


def test_that_letters_of_arabic_join() -> None:
    faces = Typefaces()
    ((font, word),) = faces.runs("مرحبا", Face.REGULAR)
    joined = {glyph.number for glyph in shaped(font, word, right_to_left=True).glyphs}
    alone = {glyph.number for letter in word for glyph in shaped(font, letter, right_to_left=True).glyphs}
    assert joined != alone


def test_that_an_emoji_of_several_characters_is_one_glyph() -> None:
    faces = Typefaces()
    ((font, text),) = faces.runs("👩\u200d💻", Face.REGULAR)
    made = shaped(font, text, right_to_left=False)
    assert [glyph.text for glyph in made.glyphs] == ["👩\u200d💻"]
    assert sum(made.advances) == made.width


def test_that_lines_that_read_from_the_right_end_at_the_right_edge() -> None:
    setter = Setter(Typefaces())
    text = setter.text("שלום עולם " * 20, BODY, 200)
    assert len(text.lines) > 2
    for line in text.lines:
        words = [run for run in line if run.text.strip()]
        assert max(run.x * BODY.size / 1000 + run.width(BODY.size) for run in words) == pytest.approx(200)
        assert line_width(line, BODY.size) <= 200.001
    assert "".join(run.text for line in text.lines for run in line) == "שלום עולם " * 20


def test_that_shaped_text_can_be_cut_short_in_one_line() -> None:
    setter = Setter(Typefaces())
    cut = setter.one_line("नमस्ते दुनिया क्षत्रिय " * 9, BODY, 120)
    assert len(cut.lines) == 1
    assert cut.lines[0][-1].text.endswith("…")
    assert cut.width() <= 121


def test_that_a_run_knows_its_text_before_it_was_shaped() -> None:
    ((line),) = Setter(Typefaces()).text("नमस्ते", BODY, 200).lines
    assert line[0].glyphs is not None
    assert line[0].unshaped() == Run(line[0].font, "नमस्ते")


def test_that_marks_have_no_width_and_no_letter_stands_where_another_does() -> None:
    """Of these, pdf.js and pdfium make something else: a gap behind a mark that is wide, one of two at one place."""
    (line,) = Setter(Typefaces()).text("ผู้ใช้ र्स्थ q\u0323\u0307", BODY, 380).lines
    signs = [sign for run in line if run.glyphs for stack in stacks(run) for sign in stack.signs()]
    assert "".join(sign.text for sign in signs) == "ผู้ใช้ र्स्थ q\u0323\u0307"
    for sign in signs:
        assert (sign.shape.advance == 0) == (unicodedata.category(sign.text) == "Mn")
    for run in line:
        places = [(sign.text, round(sign.x)) for stack in stacks(run) for sign in stack.signs()] if run.glyphs else []
        assert len(set(places)) == len(places)


@pytest.mark.parametrize("text", ["لا إلى في", "שָׁלוֹם", "مُحَمَّد"])
def test_that_letters_from_right_to_left_have_a_width_and_their_marks_none(text: str) -> None:
    """Behind a letter without a width, pdf.js sees a gap."""
    (line,) = Setter(Typefaces()).text(text, BODY, 380).lines
    for shape, character in MixedLine(line).drawn():
        if not unicodedata.category(character).startswith(("C", "Z")):
            assert (shape.advance > 0) == (unicodedata.category(character) != "Mn")

"""Sentences of ours around texts from right to left: seen, copied and listened to in order."""

# ruff: noqa: RUF001 – letters that look like others are what this is about

from collections.abc import Iterator
from datetime import date
from itertools import groupby

import pypdfium2  # type: ignore[import-untyped]
import pytest

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Review
from ladder_app.domain.entries import Rating
from ladder_app.domain.readiness import readiness
from ladder_app.domain.scale import Scale, Step
from ladder_app.domain.team import member
from ladder_app.markup import isolated, without_isolates
from ladder_app.report.content import report
from ladder_app.report.json_export import json_text, report_json
from ladder_app.report.parts import Preset
from ladder_app.report.pdf.export import missing_characters, pdf_bytes
from ladder_app.report.pdf.setting import Setter
from ladder_app.report.pdf.sheet import Sheet
from ladder_app.report.pdf.structure import Structure
from ladder_app.report.pdf.team import team_pdf
from ladder_app.report.pdf.typefaces import Typefaces
from tests.report.pdf.material import DAY, assessed
from tests.report.pdf.tagged import TaggedDocument
from tests.report.pdf.viewers import BODY, drawn, needs_poppler, pdfium_text, plain, poppler_text

HEBREW = {"person": "דנה כהן", "reviewer": "מנהל", "level": "מהנדסת", "label": "מתחיל", "area": "אנשים"}
ARABIC = {"person": "ريم فؤاد", "reviewer": "مدير", "level": "مهندس", "label": "بداية", "area": "ناس"}
LANGUAGES = {"Hebrew": HEBREW, "Arabic": ARABIC}


def about(words: dict[str, str]) -> Assessment:
    """An assessment in which all that people name is in one language, and what they write in English."""
    made = assessed(["Plans the work", "Writes guides", "Helps others"], steps=(1, 2, 0), evidence=["Shipped it"])
    steps = [Step(label=words["label"] + "א" * i if words is HEBREW else words["label"] + "ب" * i) for i in range(4)]
    old = made.role
    levels = (
        old.levels[0].model_copy(update={"grade": None, "title": words["level"]}),
        old.levels[1].model_copy(update={"grade": None, "title": f"{words['level']} {words['area']}"}),
    )
    areas = {"work": words["area"], "people": f"{words['area']} {words['level']}"}
    role = old.model_copy(
        update={"levels": levels, "areas": areas, "scale": Scale(meets=3, steps=tuple(steps)), "title": words["level"]}
    )
    reviews = tuple(
        Review(reviewer=name, date=date(2026, 11, 3 + i), ratings={"c0": Rating(step=3)}, comments={"c0": "Well done"})
        for i, name in enumerate(("Sample Manager", words["reviewer"]))
    )
    person = made.person.model_copy(update={"name": words["person"]})
    return made.model_copy(update={"role": role, "person": person}).with_cycle(reviews=reviews)


def seen_lines(content: bytes) -> Iterator[str]:
    """The lines as pdfium finds their glyphs, from left to right."""
    for page in pypdfium2.PdfDocument(content):
        text = page.get_textpage()
        placed = []
        for i in range(text.count_chars()):
            character = text.get_text_range(i, 1)
            if character.strip() and character not in "\u200e\u2060":
                _, bottom, _, top = text.get_charbox(i, loose=True)
                left, _, right, _ = text.get_charbox(i)
                placed.append((round(bottom + top), (left + right) / 2, character))
        for _, line in groupby(sorted(placed, key=lambda one: (-one[0], one[1])), key=lambda one: one[0]):
            yield "".join(character for *_, character in line)


def backwards(text: str) -> str:
    return "".join(reversed(text.replace(" ", "")))


def expected(words: dict[str, str], preset: Preset) -> list[str]:
    """What must be seen on some line, from left to right, blanks aside."""
    person, reviewer, level, area = (backwards(words[key]) for key in ("person", "reviewer", "level", "area"))
    footer = f"{person}·{level}·2026H2"
    said = {
        Preset.FULL: [footer, f"{reviewer},4Nov,and1more", f"Readinessfor{area}{level},explained"],
        Preset.SUMMARY: [f"{reviewer},4Nov,and1more", f"{level}→{area}{level}"],
        Preset.FILLABLE: [footer, f"Readinessfor{area}{level},explained", f"Whatstandsbetweenhereand{area}{level}"],
        Preset.CONVERSATION: [footer, f"Readinessfor{area}{level},aseachofyouseesit"],
        Preset.PROMOTION: [f"{level}→{area}{level}"],
    }
    return said[preset]


def made(words: dict[str, str], preset: Preset) -> bytes:
    return pdf_bytes(report(about(words), DAY, preset=preset, with_notes=True), paper="a4")


@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_sentences_of_a_document_are_seen_in_order(language: str, preset: Preset) -> None:
    words = LANGUAGES[language]
    content = made(words, preset)
    seen = list(seen_lines(content))
    assert [text for text in expected(words, preset) if not any(text in line for line in seen)] == []
    assert not set(pdfium_text(content)) & set("\u2066\u2067\u2068\u2069□")
    assert TaggedDocument(content).faults == []


@needs_poppler
@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_poppler_copies_them_in_order(language: str, preset: Preset) -> None:
    words = LANGUAGES[language]
    text = plain(poppler_text(made(words, preset)))
    if preset in (Preset.SUMMARY, Preset.PROMOTION):  # of one page each, so without a footer
        assert words["person"] in text
    else:
        assert f"{words['person']} · {words['level']} · 2026 H2" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_team_is_seen_in_order(language: str) -> None:
    words = LANGUAGES[language]
    content = team_pdf("Team", [member(about(words), DAY)] * 2, (), DAY, "a4")
    level = backwards(words["level"])
    seen = list(seen_lines(content))
    assert any(f"Areas:{level}" in line for line in seen)
    assert any(f"{level}→" in line for line in seen)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("preset", Preset)
def test_that_isolates_need_no_glyph_and_reach_no_program(language: str, preset: Preset) -> None:
    assessment = about(LANGUAGES[language])
    found = report(assessment, DAY, preset=preset)
    assert "\u2068" in found.footer
    assert missing_characters(found) == ()
    assert "\u2068" not in json_text(report_json(found, readiness(assessment)))
    if found.form is not None:
        assert not any("\u2068" in choice for choice in found.form.choices)


def test_that_a_line_cut_short_keeps_its_order() -> None:
    sheet, structure = Sheet((400, 200), Typefaces()), Structure()
    text = f"Rated by {isolated('דנה כהן')}, 4 Nov, and many more than there is room for"
    sheet.text(10, 10, Setter(sheet.typefaces).one_line(text, BODY, 150), element=structure.add("P"))
    sheet.next_page()
    (line,) = seen_lines(sheet.finished(structure.root))
    assert line.startswith(f"Ratedby{backwards('דנה כהן')},4Nov,")
    assert line.endswith("…")


@pytest.mark.parametrize("text", ["\u2066abc\u2069 d", "\u2068שלום", "a\u2069 שלום 4 b", "\u2067שלום abc\u2069 d"])
def test_that_isolates_of_a_text_itself_are_obeyed_and_not_drawn(text: str) -> None:
    content = drawn(text)
    assert plain(pdfium_text(content)) == plain(without_isolates(text))


def test_that_a_very_long_text_is_isolated_in_a_wide_line() -> None:
    text = f"Sample Manager: {isolated('שלום and then quite some English words ' * 3 + 'עולם')}"
    assert plain(pdfium_text(drawn(text, width=800))) == plain(text)

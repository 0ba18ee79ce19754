"""The whole PDF, read back by libraries that did not write it."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder_app.domain.entries import Rating
from ladder_app.errors import ExportFailed
from ladder_app.markup import plain_spans
from ladder_app.report.parts import Preset, Report
from ladder_app.report.pdf.export import Paper, missing_characters, pdf_bytes
from ladder_app.storage.assessments import sample_assessment
from tests.report.pdf.material import (
    HARD_TEXTS,
    LONG_WORD,
    assessed,
    hard_report,
    plain_report,
    reported,
    scale_of,
)
from tests.report.pdf.reading import lines, outline, packed, page_texts, part

PAPERS: tuple[Paper, ...] = ("a4", "letter")


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


def criteria_text(content: bytes) -> str:
    texts = page_texts(content)
    text = packed("".join(texts[i] for i in part(content, "Every criterion")))
    # The parts before and after may share its first and its last page.
    return text[text.index("Everycriterion") :].split("Commentsandsignatures")[0]


@pytest.mark.parametrize("paper", PAPERS)
def test_that_every_criterion_stands_once_and_in_order_in_its_part(paper: Paper) -> None:
    report = plain_report(60)
    text = criteria_text(pdf_bytes(report, paper=paper))
    wanted = [packed(plain_spans(item.text)) for section in report.sections for item in section.items]
    assert [text.count(one) for one in wanted] == [1] * 60
    places = [text.index(one) for one in wanted]
    assert places == sorted(places)


def test_that_the_sample_says_everything_of_its_report() -> None:
    report = reported(sample_assessment())
    text = packed("".join(page_texts(pdf_bytes(report, paper="a4"))))
    items = [item for section in report.sections for item in section.items]
    for item in items:
        for said in (plain_spans(item.text), item.rating, item.details, item.remark, plain_spans(item.agreed)):
            assert packed(said) in text
        for entry in item.evidence:
            assert packed(plain_spans(entry.text)) in text
            assert packed(entry.date) in text
    for gap in report.gaps:
        assert packed(gap.remark) in text
    for action in report.actions:
        assert packed(action.details) in text
    for said in (*report.computation.intro, *report.computation.results, report.signatures.statement):
        assert packed(said) in text


@pytest.mark.parametrize("hard", [t for t in HARD_TEXTS if t.isascii()])
def test_that_hard_texts_print_as_themselves(hard: str) -> None:
    report = reported(assessed([hard, "Another"], evidence=[hard]))
    text = criteria_text(pdf_bytes(report, paper="a4"))
    without_heads = re.sub(r"…\(continued\)", "", text)
    if hard is LONG_WORD:
        # It goes on over pages, with a header, a footer and a head between.
        assert len(without_heads) > 3 * len(LONG_WORD)
        assert packed(hard)[:300] in text
    else:
        assert text.count(packed(hard)) == 3


def test_that_every_character_of_a_word_without_end_is_there() -> None:
    report = reported(assessed([LONG_WORD]))
    content = pdf_bytes(report, paper="a4")
    texts = page_texts(content)
    text = "\n".join(texts[index] for index in part(content, "Every criterion")).split("Every criterion", 1)[1]
    column = [line for line in text.splitlines() if re.fullmatch(r"[a-z]{5,}", line)]
    assert "".join(column) == LONG_WORD


def test_that_texts_other_than_ascii_can_be_copied_out_again() -> None:
    text = "Grüße – “quoted” … naïve façade, Ωmega, Жизнь, ffi"
    content = pdf_bytes(reported(assessed([text])), paper="a4")
    assert packed(text) in criteria_text(content)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("report", [hard_report(Preset.SUMMARY), plain_report(1000, Preset.SUMMARY)])
def test_that_the_summary_is_one_page_above_the_margin_without_a_footer(report: Report, paper: Paper) -> None:
    content = pdf_bytes(report, paper=paper)
    assert len(page_texts(content)) == 1
    assert all(line.bottom > 50 for line in lines(content, 0))


@given(st.data())
@settings(max_examples=25)
def test_that_no_text_makes_the_summary_longer_than_a_page(data: st.DataObject) -> None:
    words = st.text(min_size=1, max_size=400).filter(str.strip)
    texts = data.draw(st.lists(words, max_size=12))
    steps = data.draw(st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=1, max_size=5))
    assessment = assessed(
        texts, steps=steps, name=data.draw(words), title=data.draw(words), reviewed=data.draw(st.booleans())
    )
    assert len(page_texts(pdf_bytes(reported(assessment, Preset.SUMMARY), paper="letter"))) == 1


def test_that_the_summary_says_how_much_it_left_out() -> None:
    report = plain_report(60, Preset.SUMMARY)
    (text,) = page_texts(pdf_bytes(report, paper="a4"))
    (more,) = re.findall(r"and (\d+) more gaps, in the full document", text)
    shown = [gap for gap in report.gaps if packed(plain_spans(gap.text)) in packed(text.split("What stands")[1])]
    assert len(shown) + int(more) == len(report.gaps)


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.28, 841.89)), ("letter", (612, 792))])
def test_that_every_page_has_the_size_of_the_paper(paper: Paper, size: tuple[float, float]) -> None:
    pages = opened(pdf_bytes(plain_report(), paper=paper)).pages
    assert all([round(float(n), 2) for n in page.mediabox] == [0, 0, *size] for page in pages)


def test_that_every_page_says_its_number_of_how_many() -> None:
    texts = page_texts(pdf_bytes(plain_report(40), paper="a4"))
    assert all(f"{i} of {len(texts)}" in text for i, text in enumerate(texts, start=1))


def test_that_the_document_says_what_it_is() -> None:
    pdf = opened(pdf_bytes(plain_report(), paper="a4"))
    assert str(pdf.docinfo["/Title"]) == "Career conversation: Sample Engineer, Engineer, 2026 H2"
    assert str(pdf.docinfo["/Author"]) == "Sample Engineer"
    assert str(pdf.docinfo["/Subject"]) == "Engineer: Senior Engineer · 2026 H2"
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261123")
    assert str(pdf.Root["/Lang"]) == "en"


def test_that_the_outline_leads_to_every_part_and_section() -> None:
    content = pdf_bytes(plain_report(30), paper="a4")
    entries = outline(content)
    assert [title for level, title, _ in entries if level == 0] == [
        "Summary",
        "Readiness for grade 6, explained",
        "Gaps and actions",
        "Side by side",
        "Every criterion",
        "Comments and signatures",
    ]
    sections = [section.heading for section in plain_report(30).sections]
    assert [title for level, title, _ in entries if level == 1][-len(sections) :] == sections
    texts = page_texts(content)
    assert all(packed(title) in packed(texts[page]) for _, title, page in entries[1:])


def test_that_only_safe_links_can_be_clicked() -> None:
    texts = [
        "See [the docs](https://example.com/docs) or [mail](mailto:a@example.com)",
        "Not [this](javascript:alert(1))",
    ]
    pdf = opened(pdf_bytes(reported(assessed(texts, evidence=["Done"])), paper="a4"))
    addresses = {str(annotation["/A"]["/URI"]) for page in pdf.pages for annotation in page.get("/Annots", [])}
    assert addresses == {"https://example.com/docs", "mailto:a@example.com", "https://example.com/0"}


def test_that_all_fonts_are_embedded() -> None:
    pdf = opened(pdf_bytes(hard_report(), paper="a4"))
    fonts = [font for page in pdf.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts)
    assert all("/ToUnicode" in font for font in fonts)


def test_that_the_file_is_sound() -> None:
    for report in (plain_report(), hard_report(), plain_report(preset=Preset.SUMMARY)):
        assert opened(pdf_bytes(report, paper="a4")).check_pdf_syntax() == []


def test_that_reportlab_is_loaded_by_the_first_export_only() -> None:
    code = "import sys, ladder_app.report.pdf.export; print('reportlab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_that_a_reason_is_given_where_a_criterion_does_not_apply() -> None:
    assessment = assessed(["One", "Two"]).rated("c1", Rating(not_applicable="We have no budget of our own"))
    text = criteria_text(pdf_bytes(reported(assessment), paper="a4"))
    assert packed("We have no budget of our own") in text
    assert packed("not applicable") in text


def test_that_the_same_report_gives_the_same_bytes() -> None:
    assert pdf_bytes(plain_report(), paper="a4") == pdf_bytes(plain_report(), paper="a4")


def test_that_exports_on_several_threads_do_not_meet() -> None:
    reports = [plain_report(20), hard_report(), plain_report(5)] * 3
    alone = [pdf_bytes(report, paper="a4") for report in reports]
    with ThreadPoolExecutor(max_workers=4) as pool:
        together = list(pool.map(lambda report: pdf_bytes(report, paper="a4"), reports))
    assert together == alone


def test_that_progress_rises_from_nothing_to_all() -> None:
    told: list[float] = []
    pdf_bytes(plain_report(), paper="a4", progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


def test_that_progress_can_end_an_export() -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        pdf_bytes(plain_report(), paper="a4", progress=stop)


def test_that_another_paper_is_refused_by_name() -> None:
    with pytest.raises(ExportFailed, match="no paper “a5”"):
        pdf_bytes(plain_report(), paper="a5")  # type: ignore[arg-type]


@pytest.mark.parametrize("count", [2, 10])
def test_that_scales_of_any_length_are_set(count: int) -> None:
    report = reported(assessed([f"Criterion {i}." for i in range(12)], steps=range(count), scale=scale_of(count)))
    text = criteria_text(pdf_bytes(report, paper="letter"))
    assert all(packed(f"{i} Step {i}") in text for i in range(count))


@pytest.mark.parametrize("paper", PAPERS)
def test_that_an_assessment_without_ratings_is_set(paper: Paper) -> None:
    content = pdf_bytes(reported(assessed(["One", "Two"], steps=())), paper=paper)
    assert "not rated" in criteria_text(content).replace("notrated", "not rated")


def test_that_a_level_without_criteria_is_set() -> None:
    content = pdf_bytes(reported(assessed([], current=False)), paper="a4")
    assert "Every criterion" not in [title for _, title, _ in outline(content)]


def test_that_characters_without_a_glyph_are_listed() -> None:
    report = reported(assessed(["Übung \U000e1000 – ok", "emoji 🎉"]))
    assert set(missing_characters(report)) == {"\U000e1000"}
    assert missing_characters(plain_report()) == ()

"""Texts in other scripts are spoken with the right voice: their elements say the language, where it is known."""

import pytest

from ladder_app.report.pdf.export import pdf_bytes
from ladder_app.report.pdf.languages import language_of
from tests.report.pdf.material import assessed, reported
from tests.report.pdf.tagged import TaggedDocument


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Plain words – with “quotes” and é", None),
        ("שלום עולם", "he"),
        ("Ships שלום in a line of English", None),
        ("שלום עולם וגם PDF", "he"),
        ("مرحبا بالعالم", "ar"),
        ("گزارش پروژه", "fa"),
        ("ٹیم کا کام", "ur"),
        ("नमस्ते दुनिया", "hi"),
        ("สวัสดีชาวโลก", "th"),
        ("Ελληνικά γράμματα", "el"),
        ("Это русский текст", "ru"),
        ("Український текст", "uk"),
        ("Текст", None),
        ("名前は山田太郎です", "ja"),
        ("山田太郎", None),
        ("한국어 문장", "ko"),
        ("தமிழ் மொழி", "ta"),
        ("40 % – 🎉", None),
    ],
)
def test_that_letters_tell_the_language_or_nothing_does(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_that_what_is_said_in_another_language_says_which() -> None:
    about = assessed(["שלום עולם", "Plain words"], evidence=["สวัสดีชาวโลก"], name="Ελληνικά", title="한국어 문장")
    found = list(TaggedDocument(pdf_bytes(reported(about), paper="a4")).root.all())
    said = {(element.tag, element.text().strip(), element.language) for element in found}
    assert {("H1", "Ελληνικά", "el"), ("P", "Plain words", None)} <= said
    for letter, language in (("ש", "he"), ("ส", "th")):
        spoken = {element.language for element in found if not element.inside and letter in element.text()}
        assert spoken == {language}

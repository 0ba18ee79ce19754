"""Chinese, Japanese and Korean, from a font of the computer of either kind: copied out as they were written."""

# ruff: noqa: RUF001 – punctuation of these scripts

from collections.abc import Iterator
from pathlib import Path

import pylopdf_fonts_ko
import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.t2CharStringPen import T2CharStringPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

from ladder_app.report.pdf import systemfonts
from ladder_app.report.pdf.export import missing_in
from ladder_app.report.pdf.typefaces import Face, Typefaces
from tests.report.pdf.viewers import drawn, found, needs_poppler, pdfium_text, plain, poppler_text

TEXTS = {
    "Chinese": "团队发布了新的构建平台，并将构建时间缩短了一半。",
    "traditional": "團隊發佈了新的平臺「建置」（內部）。",
    "Japanese": "山田太郎さんはビルド時間を40%短縮しました。",
    "Korean": "팀은 새 빌드 도구를 출시하고 시간을 절반으로 줄였습니다.",
    "in English": "Shipped 构建平台 with 山田太郎, and 빌드 도구 v2.0 to all",
    "with Hebrew": "שלום 山田太郎 עולם, and 빌드 도구",
}


def _font(path: Path, *, cff: bool) -> None:
    """A font with a box for every character of the texts that is not of the Basic Latin block."""
    characters = sorted({c for text in TEXTS.values() for c in text if c >= "\u2e80"})
    order = [".notdef", *(f"uni{ord(c):04X}" for c in characters)]
    builder = FontBuilder(1000, isTTF=not cff)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(c): f"uni{ord(c):04X}" for c in characters})
    shapes = {}
    for i, name in enumerate(order):
        pen = T2CharStringPen(1000, None) if cff else TTGlyphPen(None)
        pen.moveTo((50, 0))
        for point in ((50, 600 + i), (950, 600 + i), (950, 0)):
            pen.lineTo(point)
        pen.closePath()
        shapes[name] = pen.getCharString() if cff else pen.glyph()
    if cff:
        builder.setupCFF("TestSans", {}, shapes, {})
    else:
        builder.setupGlyf(shapes)
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 50)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Test Sans", "styleName": "Regular", "psName": "TestSans"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


@pytest.fixture(params=["TestSans.ttf", "TestSans.otf"])
def font(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only font of the computer."""
    path = tmp_path / str(request.param)
    _font(path, cff=path.suffix == ".otf")
    monkeypatch.setattr(systemfonts, "font_folders", lambda *_: (tmp_path,))
    caches = (systemfonts._files, systemfonts._ordered_files)
    for cache in caches:
        cache.cache_clear()
    yield path
    for cache in caches:
        cache.cache_clear()


@pytest.mark.parametrize("name", TEXTS)
def test_that_pdfium_copies_it_as_it_was_written(name: str, font: Path) -> None:
    assert _fonts(TEXTS[name]) & {Path(pylopdf_fonts_ko.sans_path()) if name == "Korean" else font}
    assert plain(pdfium_text(drawn(TEXTS[name]))) == TEXTS[name]


@needs_poppler
@pytest.mark.parametrize("name", TEXTS)
def test_that_poppler_copies_it_as_it_was_written(name: str, font: Path) -> None:
    assert _fonts(TEXTS[name]) & {Path(pylopdf_fonts_ko.sans_path()) if name == "Korean" else font}
    assert plain(poppler_text(drawn(TEXTS[name]))) == TEXTS[name]


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", ["Chinese", "Japanese", "Korean"])
def test_that_lines_lose_nothing(name: str) -> None:
    content = drawn(TEXTS[name], width=70)
    assert pdfium_text(content).count("\n") > 2
    assert "".join(pdfium_text(content).split()) == TEXTS[name].replace(" ", "")


@pytest.mark.usefixtures("font")
def test_that_a_search_finds_words() -> None:
    assert found(drawn(TEXTS["Chinese"]), "构建时间")
    assert found(drawn(TEXTS["Korean"], width=70), "빌드 도구를 출시하고")


def test_that_korean_is_drawn_where_the_computer_has_no_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(systemfonts, "_ordered_files", lambda _: ())
    korean = f"{TEXTS['Korean']} ㅋㅋ 각"
    assert missing_in([korean]) == ()
    content = drawn(korean)
    assert plain(pdfium_text(content)) == korean
    assert len(content) < 60_000  # of a font of 4.6 MB, these letters alone
    assert missing_in(["山"]) == ("山",)


def _fonts(text: str) -> set[Path]:
    return {font.file.path for font, _ in Typefaces().runs(text, Face.REGULAR)}

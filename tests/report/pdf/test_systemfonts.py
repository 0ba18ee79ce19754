"""Looking for the fonts of the computer."""

from pathlib import Path

import pytest

from ladder_app.report.pdf.fontfiles import FontFile
from ladder_app.report.pdf.systemfonts import font_folders, system_font

HOME = Path("home")


def test_that_each_system_keeps_its_fonts_in_its_own_folders() -> None:
    assert Path("/usr/share/fonts") in font_folders({}, "linux", HOME)
    assert HOME / ".local" / "share" / "fonts" in font_folders({}, "linux", HOME)
    assert Path("/else/fonts") in font_folders({"XDG_DATA_DIRS": "/else"}, "linux", HOME)
    assert HOME / "Library" / "Fonts" in font_folders({}, "darwin", HOME)
    windows = font_folders({"WINDIR": "W", "LOCALAPPDATA": "L"}, "win32", HOME)
    assert windows == (Path("W", "Fonts"), Path("L", "Microsoft", "Windows", "Fonts"))


def test_that_no_font_is_found_for_what_is_no_character() -> None:
    assert system_font(0x3FFF0, bold=False) is None


def test_that_a_font_of_the_computer_draws_what_it_is_found_for() -> None:
    font = system_font(ord("漢"), bold=False)
    if font is None:
        pytest.skip("this computer has no Chinese font")
    program, numbers = font.program([font.glyph(ord(c)) for c in "漢字"])
    assert program[:4] in (b"\x00\x01\x00\x00", b"true")
    assert len(set(numbers)) == 2


def test_that_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "not.ttf"
    file.write_bytes(b"nothing of the kind")
    with pytest.raises(ValueError, match="no outlines"):
        FontFile(file)

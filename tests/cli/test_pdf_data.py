"""Exporting a PDF that carries the assessment, and reading it from there."""

import io
from pathlib import Path

import pytest

from ladder_app.cli import main
from ladder_app.report.pdf.embedded import embedded_assessment
from ladder_app.storage.assessments import sample_assessment, save_assessment

NOTE = "Between you and me"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    criterion = next(iter(sample_assessment().cycle.ratings))
    path = tmp_path / "mine.assessment.yaml"
    save_assessment(path, sample_assessment().noted(criterion, NOTE))
    return path


def export(file: Path, *options: str) -> tuple[int, Path]:
    out = file.parent / "talk.pdf"
    return main(["export", str(file), "-o", str(out), *options]), out


def test_that_the_pdf_carries_the_assessment_without_private_notes(file: Path) -> None:
    status, out = export(file)
    assert status == 0
    assert NOTE not in embedded_assessment(out)
    assert "person:" in embedded_assessment(out)


def test_that_notes_go_along_when_asked_for(file: Path) -> None:
    _, out = export(file, "--with-notes")
    assert embedded_assessment(out) == file.read_text("utf-8")


def test_that_readiness_and_export_read_the_assessment_in_a_pdf(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out = export(file)
    capsys.readouterr()
    assert main(["readiness", str(file), "--json"]) == 0
    direct = capsys.readouterr().out
    assert main(["readiness", str(out), "--json"]) == 0
    assert capsys.readouterr().out == direct
    assert main(["export", str(out), "-o", str(file.parent / "again.md")]) == 0


def test_that_evidence_and_what_is_carried_over_can_be_left_out(file: Path) -> None:
    out = file.parent / "talk.md"
    main(["export", str(file), "-o", str(out)])
    full = out.read_text("utf-8")
    main(["export", str(file), "-o", str(out), "--force", "--no-evidence", "--no-inherited"])
    shorter = out.read_text("utf-8")
    evidence = sample_assessment().cycle.evidence[0].text.split("\n")[0][:30]
    assert evidence in full
    assert evidence not in shorter
    assert "are left out here" in shorter
    assert "are left out here" not in full


def test_that_data_can_stay_at_home(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out = export(file, "--no-data")
    assert main(["readiness", str(out)]) == 1
    assert "carries no assessment" in capsys.readouterr().err


def test_that_a_passphrase_comes_from_a_file_and_locks(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = file.parent / "words"
    words.write_text("four words no spaces\nand a second line\n", "utf-8")
    status, out = export(file, "--passphrase-file", str(words), "--with-notes")
    assert status == 0
    assert main(["readiness", str(out)]) == 1
    assert "locked with a passphrase" in capsys.readouterr().err
    assert embedded_assessment(out, "four words no spaces") == file.read_text("utf-8")


@pytest.mark.parametrize("content", [b"\xef\xbb\xbffour words\r\n", b"four words", b"four words\n\n"])
def test_that_marks_and_ends_of_lines_are_no_part_of_a_passphrase(content: bytes, file: Path) -> None:
    words = file.parent / "words"
    words.write_bytes(content)
    _, out = export(file, "--passphrase-file", str(words), "--with-notes")
    assert embedded_assessment(out, "four words") == file.read_text("utf-8")


class Typing:
    """Somebody at the terminal, and what they type unseen."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
        self.asked: list[str] = []
        self._typed = list(typed)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("getpass.getpass", self._type)

    def _type(self, words: str) -> str:
        self.asked.append(words)
        if not self._typed:
            raise EOFError
        return self._typed.pop(0)


def test_that_a_passphrase_is_asked_for_twice_to_lock_and_once_to_unlock(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Typing(monkeypatch, "four words", "four words", "four words", "three words")
    status, out = export(file, "--lock", "--with-notes")
    assert status == 0
    assert embedded_assessment(out, "four words") == file.read_text("utf-8")
    assert main(["readiness", str(out)]) == 0
    assert terminal.asked == [
        "Passphrase to lock the PDF with: ", "The same again: ", "Passphrase of “talk.pdf”: ",
    ]  # fmt: skip
    assert "four words" not in "".join(capsys.readouterr())
    assert main(["readiness", str(out)]) == 1
    assert "not the PDF’s passphrase" in capsys.readouterr().err
    assert main(["readiness", str(out)]) == 1
    assert "locked with a passphrase" in capsys.readouterr().err


@pytest.mark.parametrize(("typed", "said"), [(("one", "two"), "differ"), ((), "No passphrase"), (("one",), "differ")])
def test_that_without_a_passphrase_nothing_is_written(
    typed: tuple[str, ...],
    said: str,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    Typing(monkeypatch, *typed)
    status, out = export(file, "--lock")
    assert status == 1
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_that_nobody_is_asked_where_there_is_no_terminal(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert export(file, "--lock")[0] == 2
    assert export(file, "--lock", "--passphrase-file=x")[0] == 2


@pytest.mark.parametrize("content", [None, b"", b"\nsecond", b"\xff\xfe\x00"])
def test_that_a_passphrase_that_cannot_be_read_is_a_fault(
    content: bytes | None, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = file.parent / "words"
    if content is not None:
        words.write_bytes(content)
    status, out = export(file, "--passphrase-file", str(words))
    assert status == 1
    assert "words" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("option", ["--no-data", "--passphrase-file=x", "--lock"])
def test_that_options_of_a_pdf_are_refused_for_other_endings(option: str, file: Path) -> None:
    assert main(["export", str(file), "-o", str(file.parent / "out.md"), option]) == 2


def test_that_each_character_without_a_glyph_is_named(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    criterion = next(iter(sample_assessment().cycle.ratings))
    save_assessment(file, sample_assessment().noted(criterion, "odd \ue123"))
    export(file, "--with-notes")
    assert "U+E123" in capsys.readouterr().err

"""Taking the assessment out of a PDF, ours or anybody's."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from ladder_app.errors import InvalidFile, LadderError, UnreadableFile
from ladder_app.report.pdf import embedded, foreign
from ladder_app.report.pdf.embedded import embedded_assessment, held_by, looks_like_pdf
from ladder_app.report.pdf.export import pdf_bytes
from ladder_app.report.sharing import shared
from ladder_app.storage.assessments import assessment_from_text, assessment_text, sample_assessment
from tests.report.pdf.material import plain_report

LOCK = "secret"
TEXT = assessment_text(sample_assessment())


def made(folder: Path, change: Callable[[pikepdf.Pdf], None] | None = None, data: bytes = TEXT.encode()) -> Path:
    """A PDF that carries data, after a change."""
    file = folder / "talk.pdf"
    content = pdf_bytes(plain_report(3), paper="a4", attachment=data)
    if change is not None:
        with pikepdf.open(BytesIO(content)) as pdf:
            change(pdf)
            pdf.save(file)
    else:
        file.write_bytes(content)
    return file


def stream(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root["/AF"][0]["/EF"]["/F"]


def test_that_what_comes_out_is_what_went_in(tmp_path: Path) -> None:
    file = made(tmp_path)
    assert looks_like_pdf(file)
    assert embedded_assessment(file) == TEXT
    assert assessment_from_text(embedded_assessment(file)) == sample_assessment()


def test_that_the_data_survives_another_program_saving_the_file(tmp_path: Path) -> None:
    assert embedded_assessment(made(tmp_path, lambda pdf: pdf.remove_unreferenced_resources())) == TEXT


def test_that_other_attachments_are_not_looked_at(tmp_path: Path) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["another.yaml"] = pikepdf.AttachedFileSpec(pdf, b"evil", filename="another.yaml")

    assert embedded_assessment(made(tmp_path, add)) == TEXT


def test_that_a_pdf_without_our_data_says_so(tmp_path: Path) -> None:
    file = tmp_path / "plain.pdf"
    file.write_bytes(pdf_bytes(plain_report(3), paper="a4"))
    with pytest.raises(InvalidFile, match="carries no assessment"):
        embedded_assessment(file)


def test_that_a_locked_one_asks_for_its_passphrase(tmp_path: Path) -> None:
    file = tmp_path / "locked.pdf"
    file.write_bytes(pdf_bytes(plain_report(3), paper="a4", attachment=TEXT.encode(), passphrase=LOCK))
    with pytest.raises(UnreadableFile, match="locked with a passphrase"):
        embedded_assessment(file)
    with pytest.raises(UnreadableFile, match="not the PDF’s passphrase"):
        embedded_assessment(file, "wrong")
    assert embedded_assessment(file, LOCK) == TEXT


def test_that_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_LARGEST_ASSESSMENT", 1000)

    def pack(pdf: pikepdf.Pdf) -> None:
        stream(pdf).write(zlib.compress(bytes(100_000)), filter=pikepdf.Name.FlateDecode)

    with pytest.raises(InvalidFile, match="too large"):
        embedded_assessment(made(tmp_path, pack))


def packed_in_parts(folder: Path, *, objects: int = 0, places: int = 0) -> Path:
    """A PDF of two objects in a packed part of the file, and the part that says where all are; blanks after each."""
    catalog = b"<</Type/Catalog/Pages 2 0 R>>"
    inside = b"1 0 2 %d " % (len(catalog) + 1) + catalog + b" <</Type/Pages/Kids[]/Count 0>>"
    packed = zlib.compress(inside + b" " * objects)
    first = inside.index(b"<")
    content = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    at = [len(content)]
    content += b"3 0 obj\n<</Type/ObjStm/N 2/First %d/Filter/FlateDecode/Length %d>>stream\n" % (first, len(packed))
    content += packed + b"\nendstream\nendobj\n"
    at.append(len(content))
    rows = b"".join(struct.pack(">BIH", *row) for row in ((0, 0, 65535), (2, 3, 0), (2, 3, 1), (1, at[0], 0)))
    packed = zlib.compress(rows + struct.pack(">BIH", 1, at[1], 0) + b"\0" * places)
    content += b"4 0 obj\n<</Type/XRef/Size 5/W[1 4 2]/Root 1 0 R/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    content += packed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at[1]
    file = folder / "packed.pdf"
    file.write_bytes(content)
    return file


def test_that_no_part_of_a_file_is_unpacked_without_end(tmp_path: Path) -> None:
    assert held_by(packed_in_parts(tmp_path)) == frozenset()
    for file in (packed_in_parts(tmp_path, objects=70_000_000), packed_in_parts(tmp_path, places=70_000_000)):
        with pytest.raises(InvalidFile, match="broken"):
            held_by(file)


def test_that_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "_LARGEST_FILE", 100)
    with pytest.raises(InvalidFile, match="too large"):
        embedded_assessment(made(tmp_path))


def test_that_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="not text"):
        embedded_assessment(made(tmp_path, data=b"\xff\xfe\x00"))


@pytest.mark.parametrize("keep", [0, 5, 700, 5000])
def test_that_a_broken_file_is_an_error_in_words(keep: int, tmp_path: Path) -> None:
    file = made(tmp_path)
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(LadderError, match=r"talk\.pdf"):
        embedded_assessment(file)


def test_that_a_file_that_is_not_there_is_an_error_in_words(tmp_path: Path) -> None:
    assert not looks_like_pdf(tmp_path / "none.pdf")
    with pytest.raises(UnreadableFile):
        embedded_assessment(tmp_path / "none.pdf")


def strange_names(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/Names"] = pikepdf.Array([1])


def strange_tree(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/Names"]["/EmbeddedFiles"] = pikepdf.Dictionary(Kids=pikepdf.Array([5]))


def no_stream(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/AF"][0]["/EF"] = pikepdf.Dictionary()


@pytest.mark.parametrize("change", [strange_names, strange_tree, no_stream])
def test_that_a_strange_file_is_an_error_in_words(change: Callable[[pikepdf.Pdf], None], tmp_path: Path) -> None:
    with pytest.raises(InvalidFile):
        embedded_assessment(made(tmp_path, change))


def test_that_private_notes_stay_at_home_unless_asked_for() -> None:
    noted = sample_assessment().noted(next(iter(sample_assessment().cycle.ratings)), "Between you and me")
    assert "Between you and me" not in assessment_text(shared(noted))
    assert shared(noted, with_notes=True) is noted
    assert shared(noted).cycle.ratings == noted.cycle.ratings

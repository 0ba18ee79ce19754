"""What makes the document archival, what it carries, and its lock."""

import hashlib
import os
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest

from ladder_app.errors import ExportFailed
from ladder_app.report.parts import Preset
from ladder_app.report.pdf.archive import Facts
from ladder_app.report.pdf.export import pdf_bytes
from ladder_app.report.pdf.profile import srgb_profile
from ladder_app.report.pdf.xmp import xmp_packet
from tests.report.pdf.material import assessed, plain_report, reported
from tests.report.pdf.packet import said

DATA = "format: ladder-assessment/1\nperson: {name: Zoë}\n".encode()
LOCK = "früh 🎉"


def opened(content: bytes, password: str = "") -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content), password=password)


@pytest.mark.parametrize("name", ["Sample Engineer", "Zoë <b> & “Søn” 山田 🎉", "a\nb\x07c"])
def test_that_the_packet_and_the_document_information_agree(name: str) -> None:
    pdf = opened(pdf_bytes(reported(assessed(["One"], name=name)), paper="a4"))
    info, packet = pdf.docinfo, said(pdf)
    assert packet["dc:title"] == str(info["/Title"])
    assert packet["dc:creator"] == str(info["/Author"])
    assert packet["dc:description"] == str(info["/Subject"])
    assert packet["xmp:CreatorTool"] == str(info["/Creator"])
    assert packet["pdf:Producer"] == str(info["/Producer"])
    assert str(info["/CreationDate"]) == str(info["/ModDate"]) == "D:20261123000000+00'00'"
    assert packet["xmp:CreateDate"] == packet["xmp:ModifyDate"] == "2026-11-23T00:00:00+00:00"
    assert packet["dc:language"] == str(pdf.Root["/Lang"])


def test_that_it_claims_both_standards_and_has_what_they_ask_for() -> None:
    pdf = opened(pdf_bytes(plain_report(), paper="a4", attachment=DATA))
    packet = said(pdf)
    assert (packet["pdfaid:part"], packet["pdfaid:conformance"], packet["pdfuaid:part"]) == ("3", "A", "1")
    root = pdf.Root
    assert bool(root["/MarkInfo"]["/Marked"])
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert root["/OutputIntents"][0]["/DestOutputProfile"].read_bytes() == srgb_profile()
    assert "/ID" in pdf.trailer
    assert "/Filter" not in root["/Metadata"]


def test_that_nothing_is_transparent_and_nothing_runs() -> None:
    pdf = opened(pdf_bytes(plain_report(), paper="a4", attachment=DATA))
    kinds = {"/ExtGState", "/SMask", "/Group", "/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch"}
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            assert not kinds & set(thing.keys())


def test_that_the_colour_profile_is_one() -> None:
    profile = srgb_profile()
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert profile[36:40] == b"acsp"
    cms = pytest.importorskip("PIL.ImageCms")
    made = cms.ImageCmsProfile(BytesIO(profile))
    like = cms.createProfile("sRGB")
    from PIL import Image

    picture = Image.linear_gradient("L").convert("RGB")
    same = cms.profileToProfile(picture, made, like)
    assert max(abs(a - b) for a, b in zip(picture.tobytes(), same.tobytes(), strict=True)) <= 1


def test_that_the_attachment_is_the_assessment_and_described() -> None:
    pdf = opened(pdf_bytes(plain_report(), paper="a4", attachment=DATA))
    (specification,) = pdf.Root["/AF"]
    assert list(pdf.attachments) == ["ladder.assessment.yaml"]
    assert specification["/AFRelationship"] == "/Source"
    assert str(specification["/UF"]) == str(specification["/F"]) == "ladder.assessment.yaml"
    assert "Ladder" in str(specification["/Desc"])
    file = specification["/EF"]["/F"]
    assert file.read_bytes() == DATA
    assert file["/Subtype"] == "/application/yaml"
    assert bytes(file["/Params"]["/CheckSum"]) == hashlib.md5(DATA, usedforsecurity=False).digest()
    assert int(file["/Params"]["/Size"]) == len(DATA)
    assert str(file["/Params"]["/ModDate"]).startswith("D:20261123")


def test_that_without_data_nothing_is_attached() -> None:
    pdf = opened(pdf_bytes(plain_report(), paper="a4"))
    assert list(pdf.attachments) == []
    assert "/AF" not in pdf.Root


def test_that_the_same_input_gives_the_same_bytes_with_data_too() -> None:
    made = [pdf_bytes(plain_report(), paper="a4", attachment=DATA) for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize("missing", [True, False])
def test_that_a_system_without_files_in_memory_gives_the_same_bytes(
    missing: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = pdf_bytes(plain_report(), paper="a4", attachment=DATA)

    def refused(_: str) -> int:
        raise OSError("Not here.")

    if missing:
        monkeypatch.delattr(os, "memfd_create", raising=False)
    else:
        monkeypatch.setattr(os, "memfd_create", refused, raising=False)
    assert pdf_bytes(plain_report(), paper="a4", attachment=DATA) == made


def test_that_a_passphrase_locks_the_file_and_takes_the_archival_claim() -> None:
    content = pdf_bytes(plain_report(preset=Preset.SUMMARY), paper="a4", attachment=DATA, passphrase=LOCK)
    with pytest.raises(pikepdf.PasswordError):
        opened(content)
    pdf = opened(content, LOCK)
    assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
    assert "pdfaid:part" not in said(pdf)
    assert said(pdf)["pdfuaid:part"] == "1"
    assert pdf.attachments["ladder.assessment.yaml"].get_file().read_bytes() == DATA
    assert b"Sample Engineer" not in content


@pytest.mark.parametrize("passphrase", ["", "x" * 128])
def test_that_a_passphrase_that_locks_nothing_is_refused(passphrase: str) -> None:
    with pytest.raises(ExportFailed, match="passphrase"):
        pdf_bytes(plain_report(), paper="a4", passphrase=passphrase)


def test_that_the_packet_is_well_formed_whatever_the_names_are() -> None:
    facts = Facts("<&>]]>", "a\x00b\ufffe", "\ud800", date(2026, 11, 23)).printable()
    ElementTree.fromstring(xmp_packet(facts, archival=True))  # noqa: S314 – our own

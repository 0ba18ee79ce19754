"""Whether a document is what it claims to be: PDF/UA-1, and PDF/A-3a unless it is locked."""

from io import BytesIO
from pathlib import Path

import outloud  # type: ignore[import-untyped]
import pdfua
import pikepdf
from outloud.findings import Finding  # type: ignore[import-untyped]
from pikepdf import pdfa

from ladder_app.report.pdf.styles import BOTTOM_MARGIN, FIRST_TOP_MARGIN
from tests.report.pdf.archived import archive_faults
from tests.report.pdf.glyphs import font_faults
from tests.report.pdf.packet import packet_faults
from tests.report.pdf.tagged import TaggedDocument

# The validator knows level B only, and no schemas that a document describes itself, as ours does for PDF/UA.
_NOT_ITS_BUSINESS = (
    "pdfaid:conformance is 'A', expected 'B'",
    "pdfaExtension",
    "pdfaSchema",
    "pdfaProperty",
    "pdfuaid:part",
    "interactive forms (/AcroForm) are not supported",
    "embedded files are not supported",
)


def faults_of(content: bytes) -> list[str]:
    """What our own checks find: tags, content, fonts, the file, and what it says about itself."""
    document = TaggedDocument(content)
    faults = [*document.faults, *font_faults(document.pdf), *packet_faults(document.pdf), *archive_faults(content)]
    return list(dict.fromkeys(faults))


def faults_of_locked(content: bytes, password: str) -> list[str]:
    """The same of a document with a passphrase, which no archive takes."""
    document = TaggedDocument(content, password)
    pdf = document.pdf
    faults = [*document.faults, *font_faults(pdf), *packet_faults(pdf, archival=False)]
    if not pdf.allow.accessibility:
        faults.append("Screen readers are locked out.")
    return list(dict.fromkeys(faults))


def found_by_others(content: bytes, tmp_path: Path) -> list[str]:
    """What open checkers of the two standards find."""
    file = tmp_path / "made.pdf"
    file.write_bytes(content)
    found = [str(finding) for finding in pdfua.validate(str(file)).findings]
    messages = [finding.message for finding in pdfa.validate_written(BytesIO(content), "3b").findings]
    found += [one for one in messages if not any(known in one for known in _NOT_ITS_BUSINESS)]
    return found + heard(content, tmp_path)


def heard(content: bytes, tmp_path: Path) -> list[str]:
    """What outloud finds, of any severity, but for two mistakes of its own, each where it is proved to be one."""
    file = tmp_path / "heard.pdf"
    file.write_bytes(content)
    result = outloud.check(str(file))
    found = [] if result.error is None else [result.error]
    found += [f"{run.rule} broke: {run.reason}" for run in result.runs if run.status == "crashed"]
    for finding in result.findings:
        if not _is_mistaken(finding, content, tmp_path):
            found.append(f"{finding.rule} page {finding.page}: {finding.message} ({finding.evidence})")
    return found


def _is_mistaken(finding: Finding, content: bytes, tmp_path: Path) -> bool:
    """Whether outloud 0.2.1 is wrong.

    PAG-001 takes for a running head or foot whatever stands within 12 % of the page’s height from its edge and says
    much the same on three pages, as the labels of fields do and criteria in the tests. It is wrong where that stands
    between our margins, in the text (ISO 32000-1, 14.8.2.2.2, counts as pagination what stands outside of it).

    TAG-003 has MuPDF read what fields draw, and looks for it in the content of pages alone. It is wrong where nothing
    is left to find once the fields are gone: a field is read by its value and its name, through the object reference
    in its Form (ISO 14289-1, 7.18.4; ISO 32000-1, 12.7.3.1 and 14.7.4.3).
    """
    with pikepdf.open(BytesIO(content)) as pdf:
        if finding.rule == "PAG-001":
            heights = [float(page.mediabox[3]) for page in pdf.pages]
            return bool(finding.boxes) and all(
                box["y1"] >= BOTTOM_MARGIN and box["y0"] <= heights[box["page"] - 1] - FIRST_TOP_MARGIN
                for box in finding.boxes
            )
        if finding.rule == "TAG-003" and "/AcroForm" in pdf.Root:
            for page in pdf.pages:
                if "/Annots" in page:
                    del page["/Annots"]
            without = tmp_path / "without-fields.pdf"
            pdf.save(without)
            return not outloud.check(str(without), only=[finding.rule]).findings
    return False

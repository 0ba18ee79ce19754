"""Whether a document is what it claims to be: PDF/UA-1, and PDF/A-3a unless it is locked."""

from io import BytesIO
from pathlib import Path

import pdfua
from pikepdf import pdfa

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
    return found + [one for one in messages if not any(known in one for known in _NOT_ITS_BUSINESS)]

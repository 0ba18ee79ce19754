"""The last step of a document: what makes it archival, what it carries, and its lock.

One save through pikepdf adds what the standards ask for and packs the file. Without a passphrase
the document is PDF/A-3a and PDF/UA-1; with one it is PDF/UA-1 alone, because an archive must be
able to open what it keeps.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import md5
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from ladder_app.errors import ExportFailed
from ladder_app.report.pdf.profile import srgb_profile
from ladder_app.report.pdf.scripts import printable
from ladder_app.report.pdf.xmp import xmp_packet

if TYPE_CHECKING:
    import pikepdf

ATTACHMENT_NAME = "ladder.assessment.yaml"
ATTACHMENT_TYPE = "application/yaml"
_DESCRIPTION = "The assessment that this document was made from; open the document in Ladder to go on with it."
# A little larger than the best that zlib can do, in a third of the time.
_QUICK: Final = 1


class Facts(NamedTuple):
    """What the document says about itself."""

    title: str
    author: str
    subject: str
    day: date
    language: str = "en"
    tool: str = "Ladder"

    @property
    def moment(self) -> datetime:
        """The day, as the moment that files are dated with."""
        return datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC)

    def printable(self) -> Facts:
        """The same, in one line each, of characters that XML can hold."""
        texts = (" ".join(printable(text).split()) for text in (self.title, self.author, self.subject))
        title, author, subject = texts
        return self._replace(title=title, author=author, subject=subject)


@dataclass(frozen=True)
class Finish:
    """How a document is finished: the assessment that it carries, as YAML, and the passphrase that locks it."""

    attachment: bytes | None = None
    passphrase: str | None = None

    def applied(self, drawn: bytes, facts: Facts) -> bytes:
        """The finished file. Raises `ExportFailed` for a passphrase that cannot lock."""
        import pikepdf  # loads a library

        if self.passphrase is not None and not 0 < len(self.passphrase.encode()) <= 127:
            raise ExportFailed("A passphrase has at least one character and at most 127 bytes.")
        facts = facts.printable()
        out = BytesIO()
        pikepdf.settings.set_flate_compression_level(_QUICK)
        with pikepdf.open(BytesIO(drawn)) as pdf:
            self._describe(pdf, facts)
            if self.attachment is not None:
                self._attach(pdf, self.attachment, facts)
            if self.passphrase is None:
                pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
            else:
                lock = pikepdf.Encryption(user=self.passphrase, owner=self.passphrase, R=6)
                pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, encryption=lock)
        return out.getvalue()

    def _describe(self, pdf: pikepdf.Pdf, facts: Facts) -> None:
        from pikepdf import Array, Dictionary, Name, Stream, String

        stamp = _pdf_date(facts)
        pdf.trailer.Info = pdf.make_indirect(
            Dictionary(
                Title=String(facts.title),
                Author=String(facts.author),
                Subject=String(facts.subject),
                Creator=String(facts.tool),
                Producer=String(facts.tool),
                CreationDate=String(stamp),
                ModDate=String(stamp),
            )
        )
        root = pdf.Root
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        packet = xmp_packet(facts, archival=self.passphrase is None)
        root.Metadata = Stream(pdf, packet, Type=Name.Metadata, Subtype=Name.XML)
        profile = pdf.make_indirect(Stream(pdf, srgb_profile(), N=3))
        intent = Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=String("sRGB"),
            Info=String("sRGB IEC61966-2.1"),
            DestOutputProfile=profile,
        )
        root.OutputIntents = Array([intent])

    def _attach(self, pdf: pikepdf.Pdf, content: bytes, facts: Facts) -> None:
        from pikepdf import Array, Dictionary, Name, Stream, String

        stamp = String(_pdf_date(facts))
        digest = String(md5(content, usedforsecurity=False).digest())
        file = pdf.make_indirect(
            Stream(
                pdf,
                content,
                Type=Name.EmbeddedFile,
                Subtype=Name("/" + ATTACHMENT_TYPE),
                Params=Dictionary(Size=len(content), CheckSum=digest, CreationDate=stamp, ModDate=stamp),
            )
        )
        specification = pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(ATTACHMENT_NAME),
                UF=String(ATTACHMENT_NAME),
                Desc=String(_DESCRIPTION),
                AFRelationship=Name.Source,
                EF=Dictionary(F=file, UF=file),
            )
        )
        pdf.Root.AF = Array([specification])
        names = pdf.make_indirect(Dictionary(Names=Array([String(ATTACHMENT_NAME), specification])))
        pdf.Root.Names = Dictionary(EmbeddedFiles=names)


def _pdf_date(facts: Facts) -> str:
    return f"D:{facts.day:%Y%m%d}000000+00'00'"

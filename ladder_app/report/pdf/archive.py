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
from ladder_app.report.pdf.embedded import Held
from ladder_app.report.pdf.inmemory import file_in_memory
from ladder_app.report.pdf.profile import srgb_profile
from ladder_app.report.pdf.scripts import printable
from ladder_app.report.pdf.xmp import xmp_packet

if TYPE_CHECKING:
    import pikepdf

ATTACHMENT_NAME = Held.ASSESSMENT.value
ATTACHMENT_TYPE = "application/yaml"
FORM_NAME = Held.FORM.value
"""What the fields of a fillable document are about."""
FORM_TYPE = "application/json"
_FORM_DESCRIPTION = "Which assessment and which criteria the fields are about; for Ladder to take the answers back."
_DESCRIPTION = "The assessment that this document was made from; open the document in Ladder to go on with it."
# A little larger than the best that zlib can do, in a third of the time.
_QUICK: Final = 1
_LONGEST_FACT: Final = 1000
# What a window or a list of files can show; no title is longer.
_LONGEST_TITLE: Final = 200


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
        """The same, in one line each, of characters that XML can hold, and no longer than a title is."""
        title = _line(self.title, _LONGEST_TITLE)
        return self._replace(title=title, author=_line(self.author), subject=_line(self.subject))


@dataclass(frozen=True)
class Finish:
    """How a document is finished: the assessment that it carries, as YAML, and the passphrase that locks it.

    `form` says in JSON what its fields are about, if it has any.
    """

    attachment: bytes | None = None
    passphrase: str | None = None
    form: bytes | None = None

    def applied(self, drawn: bytes, facts: Facts) -> bytes:
        """The finished file. Raises `ExportFailed` for a passphrase that cannot lock."""
        import pikepdf  # loads a library

        if self.passphrase is not None and not 0 < len(self.passphrase.encode()) <= 127:
            raise ExportFailed("A passphrase has at least one character and at most 127 bytes.")
        facts = facts.printable()
        out = BytesIO()
        pikepdf.settings.set_flate_compression_level(_QUICK)
        with file_in_memory(drawn) as file, pikepdf.open(file, access_mode=pikepdf.AccessMode.mmap) as pdf:
            self._describe(pdf, facts)
            self._attach(pdf, facts)
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

    def _attach(self, pdf: pikepdf.Pdf, facts: Facts) -> None:
        from pikepdf import Array, Dictionary, Name, String

        files = []
        if self.attachment is not None:
            what = (ATTACHMENT_NAME, ATTACHMENT_TYPE, _DESCRIPTION, Name.Source)
            files.append((ATTACHMENT_NAME, _specification(pdf, self.attachment, facts, *what)))
        if self.form is not None:
            what = (FORM_NAME, FORM_TYPE, _FORM_DESCRIPTION, Name.Data)
            files.append((FORM_NAME, _specification(pdf, self.form, facts, *what)))
        if not files:
            return
        pdf.Root.AF = Array([specification for _, specification in files])
        listed = [item for name, specification in files for item in (String(name), specification)]
        pdf.Root.Names = Dictionary(EmbeddedFiles=pdf.make_indirect(Dictionary(Names=Array(listed))))


def _specification(
    pdf: pikepdf.Pdf, content: bytes, facts: Facts, name: str, kind: str, description: str, relationship: pikepdf.Name
) -> pikepdf.Object:
    """A file inside the document, and what is said about it."""
    from pikepdf import Dictionary, Name, Stream, String

    stamp = String(_pdf_date(facts))
    digest = String(md5(content, usedforsecurity=False).digest())
    file = pdf.make_indirect(
        Stream(
            pdf,
            content,
            Type=Name.EmbeddedFile,
            Subtype=Name("/" + kind),
            Params=Dictionary(Size=len(content), CheckSum=digest, CreationDate=stamp, ModDate=stamp),
        )
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(name),
            UF=String(name),
            Desc=String(description),
            AFRelationship=relationship,
            EF=Dictionary(F=file, UF=file),
        )
    )


def _line(text: str, longest: int = _LONGEST_FACT) -> str:
    words = " ".join(printable(text).split())
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def _pdf_date(facts: Facts) -> str:
    return f"D:{facts.day:%Y%m%d}000000+00'00'"

"""The evidence for one criterion: what was achieved, when, and where it can be seen."""

from ladder_app.domain.assessment import Evidence
from ladder_app.gui.document import Document
from ladder_app.gui.entry_card import EntryCard
from ladder_app.gui.entry_panel import EntryForm, EntryPanel, new_id
from ladder_app.gui.fields import DateField
from ladder_app.gui.parts import spans_label
from ladder_app.gui.theme import SMALL_PX, Theme
from ladder_app.markup import Span, plain, safe_link
from ladder_app.report.words import day

_LONGEST_LINK = 44


class EvidenceForm(EntryForm[Evidence]):
    """Writes or changes one piece of evidence."""

    def __init__(self, theme: Theme, document: Document, criterion_id: str, evidence: Evidence | None) -> None:
        super().__init__(theme, evidence, "What you achieved", "What you did, and what came of it")
        self._document = document
        self._criteria = evidence.criteria if evidence else (criterion_id,)
        self.link = self.line_field("Link, if there is one", (evidence.link or "") if evidence else "")
        self.date = DateField(theme, "Date", evidence.date if evidence else document.today)
        self.add_row(self.date)

    def put(self, text: str) -> None:
        self._document.put_evidence(
            Evidence(
                id=self.entry.id if self.entry else new_id(),
                date=self.date.value(),
                text=text,
                link=self.link.text().strip() or None,
                criteria=self._criteria,
            )
        )


class EvidencePanel(EntryPanel[Evidence]):
    """Lists the evidence for a criterion, newest first."""

    def __init__(self, theme: Theme, document: Document) -> None:
        super().__init__(theme, document, "Add evidence", "E")

    def entries(self) -> tuple[Evidence, ...]:
        return self.document.assessment.cycle.evidence_for(self.criterion_id)

    def form(self, entry: Evidence | None) -> EvidenceForm:
        return EvidenceForm(self.theme, self.document, self.criterion_id, entry)

    def remove(self, entry: Evidence) -> None:
        self.document.remove_evidence(entry)

    def card(self, entry: Evidence) -> EntryCard:
        made = EntryCard(self.theme, entry.text, f"Evidence: {plain(entry.text)}")
        spans = [Span(day(entry.date))]
        if entry.link:
            spans += [Span(" · "), Span(short_link(entry.link), link=safe_link(entry.link))]
        made.add_line(spans_label(self.theme, spans, self.document.assessment.role, SMALL_PX, tone="muted"))
        others = len(entry.criteria) - 1
        if others > 0:
            made.add_words(f"Also supports {others} other {'criterion' if others == 1 else 'criteria'}")
        return made


def short_link(link: str) -> str:
    """A link as people recognise it: without its scheme, and its middle left out where it is long."""
    bare = link.partition("://")[2].removeprefix("www.").rstrip("/") or link
    return bare if len(bare) <= _LONGEST_LINK else f"{bare[:20]}…{bare[-22:]}"

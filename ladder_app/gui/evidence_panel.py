"""The evidence for one criterion: what was achieved, when, and where it can be seen."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ladder_app.domain.entries import Change, Evidence
from ladder_app.gui.document import Document
from ladder_app.gui.entry_card import EntryCard
from ladder_app.gui.entry_panel import EntryForm, EntryPanel
from ladder_app.gui.fields import DateField
from ladder_app.gui.parts import button, spans_label
from ladder_app.gui.theme import SMALL_PX, Theme
from ladder_app.gui.typed_entry import TypedEntry
from ladder_app.markup import Span, isolated, plain, safe_link
from ladder_app.report.evidence_words import outcome_words
from ladder_app.report.words import day

_LONGEST_LINK = 44


class EvidenceForm(EntryForm[Evidence]):
    """Writes or changes one piece of evidence; what came of it is folded away until there is something."""

    def __init__(self, theme: Theme, document: Document, criteria: Iterable[str], evidence: Evidence | None) -> None:
        typed = TypedEntry(document, Evidence, evidence)
        super().__init__(theme, typed, evidence, "What you achieved", "What you did, and what came of it")
        self._criteria = evidence.criteria if evidence else tuple(criteria)
        self.link = self.line_field("Link, if there is one", (evidence.link or "") if evidence else "")
        self.date = DateField(theme, "Date", evidence.date if evidence else document.today)
        self.date.dateChanged.connect(self._pause.typed)
        self.more = button(theme, "What came of it…", "link")
        self.add_row(self.date, self.more)
        self._add_outcome(evidence)
        self.more.clicked.connect(self._on_more)

    def _add_outcome(self, evidence: Evidence | None) -> None:
        change = evidence.change if evidence else None
        self.result = self.line_field("Result", (evidence.result or "") if evidence else "")
        self.of = self.line_field("Figure that moved, such as build time", (change.of or "") if change else "")
        self.before = self.line_field("From, such as 40 min", change.before if change else "")
        self.after = self.line_field("To, such as 9 min", change.after if change else "")
        self._unfold(is_unfolded=evidence is not None and bool(evidence.result or change))

    def _on_more(self) -> None:
        self._unfold(is_unfolded=True)
        self.result.setFocus()

    def unfold_what_is_filled(self) -> None:
        if any(field.text() for field in (self.result, self.of, self.before, self.after)):
            self._unfold(is_unfolded=True)

    def _unfold(self, *, is_unfolded: bool) -> None:
        self.more.setVisible(not is_unfolded)
        for field in (self.result, self.of, self.before, self.after):
            field.setVisible(is_unfolded)

    def _outcome(self) -> tuple[str | None, Change | None]:
        """The result and the figure that moved; with only one of its values, what is written belongs to the result."""
        result, of, before, after = (f.text().strip() for f in (self.result, self.of, self.before, self.after))
        if before and after:
            return result or None, Change(of=of or None, before=before, after=after)
        return " ".join(part for part in (result, of, before, after) if part) or None, None

    def shown(self, entry: Evidence) -> list[tuple[QWidget, str]]:
        change = entry.change
        return [
            (self.text, entry.text),
            (self.link, entry.link or ""),
            (self.date, entry.date.isoformat()),
            (self.result, entry.result or ""),
            (self.of, (change.of or "") if change else ""),
            (self.before, change.before if change else ""),
            (self.after, change.after if change else ""),
        ]

    def made(self, text: str) -> Evidence:
        result, change = self._outcome()
        return Evidence(
            id=self._typed.id,
            date=self.date.value(),
            text=text,
            result=result,
            change=change,
            source=self.entry.source if self.entry else None,
            link=self.link.text().strip() or None,
            criteria=self._criteria,
        )


class EvidencePanel(EntryPanel[Evidence]):
    """Lists the evidence for a criterion, newest first."""

    def __init__(self, theme: Theme, document: Document) -> None:
        super().__init__(theme, document, "Add evidence", "E")

    def entries(self) -> tuple[Evidence, ...]:
        return self.document.assessment.cycle.evidence_for(self.criterion_id)

    def form(self, entry: Evidence | None) -> EvidenceForm:
        return EvidenceForm(self.theme, self.document, (self.criterion_id,), entry)

    def remove(self, entry: Evidence) -> None:
        self.document.remove_evidence(entry)

    def card(self, entry: Evidence) -> EntryCard:
        made = EntryCard(self.theme, entry.text, f"Evidence: {isolated(plain(entry.text))}")
        outcome = outcome_words(entry)
        if outcome:
            made.add_words(outcome, tone="")
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

"""A promotion case as Markdown."""

from collections.abc import Iterator

from ladder_app.markup import isolated
from ladder_app.report.item_parts import EvidenceEntry
from ladder_app.report.markdown_text import cell, escaped, link_to, marked_up, one_line, table
from ladder_app.report.promotion_parts import CaseCriterion, Promotion

_INDENT = "  "


def case(promotion: Promotion) -> Iterator[str]:
    """All of the case but its title."""
    if promotion.summary:
        yield from ("## Summary", "", marked_up(promotion.summary), "")
    yield from (escaped(promotion.counts), "")
    if promotion.groups:
        yield from ("## Evidence", "")
        for group in promotion.groups:
            yield from (f"### {cell(group.heading)}", "")
            for criterion in group.criteria:
                yield from _criterion(criterion)
            yield ""
    if promotion.missing:
        yield from (escaped(promotion.missing), "")
    if promotion.results:
        yield from ("## Results", "")
        rows = (
            [one_line(result.of), cell(result.before), cell(result.after), result.date] for result in promotion.results
        )
        yield from table(["Figure", "From", "To", "Date"], rows, 99)
        yield ""
    if promotion.justification:
        yield from ("## Justification", "", marked_up(promotion.justification), "")


def _criterion(criterion: CaseCriterion) -> Iterator[str]:
    yield f"- {isolated(one_line(criterion.text))} – **{escaped(criterion.rating)}**"
    if criterion.note:
        yield f"{_INDENT}- {marked_up(criterion.note, _INDENT * 2)}"
    for entry in criterion.evidence:
        yield f"{_INDENT}- {_evidence(entry)}"
    if criterion.again:
        yield f"{_INDENT}- See also above: {', '.join(criterion.again)}"


def _evidence(entry: EvidenceEntry) -> str:
    parts = [f"{entry.date}: {isolated(marked_up(entry.text, _INDENT * 2))}"]
    if entry.outcome:
        parts.append(isolated(marked_up(entry.outcome, _INDENT * 2)))
    if entry.source:
        source = escaped(entry.source)
        parts.append(link_to(source, entry.link) if entry.link else source)
    return " – ".join(parts)

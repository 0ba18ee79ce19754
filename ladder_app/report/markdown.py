"""A report as a Markdown document, to paste wherever the conversation goes on."""

from collections.abc import Iterable, Iterator

from ladder_app.markup import Spans, isolated
from ladder_app.report import promotion_markdown, talk_markdown
from ladder_app.report.computation import COLUMNS, TermRow
from ladder_app.report.history_parts import History
from ladder_app.report.item_parts import ActionEntry, EvidenceEntry, Item, ItemSection, ReviewEntry
from ladder_app.report.markdown_text import cell, escaped, link_to, marked_up, one_line, table
from ladder_app.report.parts import Report
from ladder_app.report.summary_parts import Bar
from ladder_app.report.words import capitalised, percent

_ITEM = "  "
_DETAIL = "    "


def markdown(report: Report) -> str:
    """The whole document; CommonMark with GitHub's tables and check boxes."""
    return "\n".join(_lines(report)).rstrip() + "\n"


def _lines(report: Report) -> Iterator[str]:
    if report.promotion is not None:
        yield from _title(report)
        yield from promotion_markdown.case(report.promotion)
        return
    if report.is_short:
        yield from _conversation(report)
        return
    yield from _head(report)
    yield from _readiness(report)
    yield from _first_words(report)
    yield from _gaps(report)
    yield from _actions(report.actions)
    if report.talk is not None and report.talk.sides:
        yield from talk_markdown.sides(report.talk)
    if report.talk is not None:
        yield from talk_markdown.agreed(report.talk)
    if report.history is not None:
        yield from _history(report.history)
    yield from _computation(report)
    if report.left_out:
        yield escaped(report.left_out)
        yield ""
    for section in (*report.sections, *([report.plus] if report.plus else [])):
        yield from _section(section)
    yield from _the_rest(report)


def _conversation(report: Report) -> Iterator[str]:
    yield from _title(report)
    yield from _verdict(report)
    if report.talk is not None:
        said = (talk_markdown.views, talk_markdown.agenda, talk_markdown.sides, talk_markdown.said)
        for part in (*said, talk_markdown.agreed):
            yield from part(report.talk)
        yield from talk_markdown.plan(report.talk.plan)


def _heading(text: str, level: int = 2) -> Iterator[str]:
    yield f"{'#' * level} {cell(text)}"
    yield ""


def _history(history: History) -> Iterator[str]:
    yield from _heading("What has moved")
    rows = ([cell(row.name), cell(row.days), *row.percents, row.met] for row in history.cycles)
    yield from table(["Cycle", "When", *history.views, "Met"], rows, 2)
    yield from ("", f"{isolated(escaped(history.heading))}: {escaped(history.sentence)}", "")
    for group in history.groups:
        yield from _heading(group.title, 3)
        yield from _list(f"{isolated(one_line(moved.text))} – {escaped(moved.remark)}" for moved in group.moved)


def _head(report: Report) -> Iterator[str]:
    yield from _title(report)
    yield from table([cell(fact.label) for fact in report.facts], [[cell(fact.value) for fact in report.facts]], 99)
    yield ""
    yield from _verdict(report)


def _verdict(report: Report) -> Iterator[str]:
    yield f"**{escaped(report.verdict_sentence.lead)}** {escaped(report.verdict_sentence.rest)}".rstrip()
    yield ""


def _title(report: Report) -> Iterator[str]:
    yield from _heading(report.person, 1)
    levels = [report.from_level.title] if report.from_level else []
    if not levels or levels[0] != report.to_level.title:
        levels.append(report.to_level.title)
    yield f"{escaped(report.kicker)}\\"
    yield " → ".join([isolated(escaped(level)) for level in levels] if len(levels) > 1 else map(escaped, levels))
    yield ""


def _readiness(report: Report) -> Iterator[str]:
    if not report.figures.required:
        return
    yield from _heading(f"Readiness for {isolated(report.to_level.short_name)}")
    total = Bar("All of it", report.figures, percent(report.figures.shown), "")
    bars = [total, *report.bars, *report.area_bars, *([report.current_bar] if report.current_bar else [])]
    yield from table(["", "Shown", "Possible", "Met", "Rated"], ([cell(bar.label), *_figures(bar)] for bar in bars))
    yield ""


def _figures(bar: Bar) -> list[str]:
    figures = bar.figures
    return [
        bar.percent,
        percent(figures.possible),
        *(f"{n} of {figures.required}" for n in (figures.met, figures.rated)),
    ]


def _first_words(report: Report) -> Iterator[str]:
    if report.strengths:
        yield from _heading("Strongest")
        yield from _list(f"{isolated(one_line(entry.text))} – {escaped(entry.remark)}" for entry in report.strengths)
    if report.talking_points:
        yield from _heading("To talk about")
        yield from _list(
            f"{isolated(one_line(point.text))} – {escaped(point.remark)}" if point.remark else one_line(point.text)
            for point in report.talking_points
        )
    if report.no_evidence:
        yield from _heading("Met, with no evidence yet")
        yield from _list(f"{isolated(one_line(entry.text))} – {escaped(entry.remark)}" for entry in report.no_evidence)


def _gaps(report: Report) -> Iterator[str]:
    if not report.gaps:
        return
    yield from _heading(report.gaps_heading)
    rows = (
        [str(gap.rank), f"{one_line(gap.text)}<br>{cell(gap.remark)}", cell(gap.rating), cell(gap.next_step)]
        for gap in report.gaps
    )
    yield from table(["", "Criterion", "Rating", "Next"], rows, 99)
    yield ""


def _actions(actions: Iterable[ActionEntry]) -> Iterator[str]:
    listed = list(actions)
    if not listed:
        return
    yield from _heading("Actions")
    for action in listed:
        yield f"- [{'x' if action.status == 'done' else ' '}] {_action(action)}"
        for about in action.about:
            yield f"{_ITEM}- for: {isolated(one_line(about))}"
    yield ""


def _action(action: ActionEntry) -> str:
    details = f" – {escaped(action.details)}" if action.details else ""
    status = f" ({action.status})" if action.status != "open" else ""
    text = marked_up(action.text, _ITEM)
    return f"{isolated(text)}{details}{status}" if details or status else text


def _computation(report: Report) -> Iterator[str]:
    explained = report.computation
    yield from _heading("How this is computed")
    for paragraph in explained.intro:
        yield escaped(paragraph)
        yield ""
    for rows in (explained.by_step, explained.by_section):
        if rows:
            yield from table(_columns(COLUMNS), (_columns(row) for row in (*rows, explained.total)))
            yield ""
    for result in explained.results:
        yield f"- {escaped(result)}"
    yield ""
    for paragraph in explained.verdict:
        yield escaped(paragraph)
        yield ""


def _columns(row: TermRow) -> list[str]:
    texts = (row.name, row.criteria, row.weight, row.score, row.earned, row.unrated, row.points)
    return [cell(text) for text in texts]


def _section(section: ItemSection) -> Iterator[str]:
    yield from _heading(section.heading)
    if section.note:
        yield escaped(capitalised(section.note))
        yield ""
    for item in section.items:
        yield from _item(item)
    yield ""


def _item(item: Item) -> Iterator[str]:
    parts = [text for text in (item.details, item.remark) if text]
    small = f" · {' · '.join(isolated(escaped(part)) for part in parts)}" if parts else ""
    yield f"- {marked_up(item.text, _ITEM)}\\"
    yield f"{_ITEM}**{escaped(capitalised(item.rating))}**{small}"
    for refined in item.refined:
        yield f"{_ITEM}- {one_line(refined)}"
    yield from _said("Why not", item.reason)
    for evidence in item.evidence:
        yield f"{_ITEM}- {_evidence(evidence)}"
    yield from _said("Note", item.note)
    for action in item.actions:
        yield f"{_ITEM}- Action: {isolated(_action(action))}"
    for review in item.reviews:
        yield f"{_ITEM}- {_review(review)}"
    yield from _said("Agreed", item.agreed)


def _said(label: str, text: Spans) -> Iterator[str]:
    if text:
        yield f"{_ITEM}- {label}: {isolated(marked_up(text, _DETAIL))}"


def _evidence(evidence: EvidenceEntry) -> str:
    text = f"{evidence.date}: {isolated(marked_up(evidence.text, _DETAIL))}"
    if evidence.outcome:
        text += f" – {isolated(marked_up(evidence.outcome, _DETAIL))}"
    if evidence.source is None:
        return text
    source = escaped(evidence.source)
    return f"{text} ({link_to(source, evidence.link) if evidence.link else source})"


def _review(review: ReviewEntry) -> str:
    rating = f" {escaped(review.rating)}" if review.rating else ""
    comment = f" – {isolated(marked_up(review.comment, _DETAIL))}" if review.comment else ""
    return f"{isolated(escaped(review.reviewer))}:{rating}{comment}"


def _the_rest(report: Report) -> Iterator[str]:
    if report.indicators:
        yield from _heading("Performance indicators")
        yield from _list(
            f"{isolated(one_line(line.text))} – {escaped('; '.join(line.values))}" for line in report.indicators
        )
    for comments in report.comments:
        yield from _heading(f"{isolated(comments.reviewer)}, {comments.date}")
        yield marked_up(comments.text)
        yield ""
    yield from _heading("The scale")
    yield from _list(
        f"{'**' if step.is_bar else ''}{escaped(step.name)}{'**' if step.is_bar else ''}"
        f"{f' – {isolated(escaped(step.descriptor))}' if step.descriptor else ''}"
        for step in report.scale
    )
    if report.source:
        text = escaped(report.source.text)
        yield link_to(text, report.source.link) if report.source.link else text
        yield ""


def _list(entries: Iterable[str]) -> Iterator[str]:
    for entry in entries:
        yield f"- {entry}"
    yield ""

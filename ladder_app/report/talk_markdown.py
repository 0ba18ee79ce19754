"""The conversation as Markdown."""

from collections.abc import Iterable, Iterator

from ladder_app.markup import isolated
from ladder_app.report.markdown_text import cell, escaped, marked_up, one_line, table
from ladder_app.report.summary_parts import Mention
from ladder_app.report.talk_parts import AgreedLine, PlanLine, PlanPart, SideBySide, Talk

_ITEM = "  "


def views(talk: Talk) -> Iterator[str]:
    """Readiness as each of them sees it."""
    yield from ("## As each of you sees it", "")
    yield from table(["", "Shown", "Rated"], ([cell(bar.label), bar.percent, bar.note] for bar in talk.views))
    yield ""


def agenda(talk: Talk) -> Iterator[str]:
    """What to talk about, with a box each."""
    yield from ("## To talk about", "")
    for line in talk.agenda:
        remark = f"{line.remark}; {line.discussed}" if line.discussed else line.remark
        yield f"- [{'x' if line.discussed else ' '}] {isolated(one_line(line.text))} – {escaped(remark)}"
    if talk.agenda_more:
        yield from ("", escaped(talk.agenda_more)) if talk.agenda else (escaped(talk.agenda_more),)
    yield ""


def sides(talk: Talk) -> Iterator[str]:
    """Both views of what is seen differently."""
    yield from ("## Side by side", "", escaped(talk.sides_note), "")
    for side in talk.sides:
        yield from _side(side)
    if talk.sides:
        yield ""


def said(talk: Talk) -> Iterator[str]:
    """What reviewers wrote that is about no difference."""
    for comments in talk.overall:
        yield from (f"### On the whole: {isolated(escaped(comments.reviewer))}, {comments.date}", "")
        yield from (marked_up(comments.text), "")
    if talk.remarks:
        yield from ("### Also commented on", "")
        for remark in talk.remarks:
            yield from _side(remark)
        yield ""
    if talk.remarks_more:
        yield from (escaped(talk.remarks_more), "")


def _side(side: SideBySide) -> Iterator[str]:
    yield f"- {isolated(one_line(side.text))} – {escaped(side.remark[:1].lower() + side.remark[1:])}"
    for view in side.views:
        words = f" – {isolated(marked_up(view.text, _ITEM * 2))}" if view.text else ""
        yield f"{_ITEM}- {isolated(escaped(view.who))}: **{escaped(view.rating)}**{words}"


def agreed(talk: Talk) -> Iterator[str]:
    """What was agreed, where something is recorded."""
    if not (talk.agreed or talk.summary):
        return
    yield from ("## Agreed", "")
    if talk.held:
        yield from (f"Talked on {talk.held}.", "")
    if talk.summary:
        yield from (marked_up(talk.summary), "")
    if talk.agreed:
        yield from map(_agreed, talk.agreed)
        yield ""
    if talk.agreed_note:
        yield from (escaped(talk.agreed_note), "")


def _agreed(line: AgreedLine) -> str:
    words = f" – {isolated(marked_up(line.agreed, _ITEM))}" if line.agreed else ""
    return f"- {isolated(one_line(line.text))}: **{escaped(line.rating or 'still open')}**{words}"


def plan(part: PlanPart) -> Iterator[str]:
    """The plan, with a box for each action."""
    yield from ("## Plan", "")
    for words in (part.nothing, part.effect):
        if words:
            yield from (escaped(words), "")
    yield from _actions("In focus", part.focus)
    yield from _actions("Later", part.later, part.later_more)
    yield from _actions("For no gap", part.idle, part.idle_more)
    yield from _mentions("Gaps without an action", part.waiting)
    if part.waiting_more:
        yield from (escaped(part.waiting_more), "")


def _actions(title: str, lines: Iterable[PlanLine], more: str = "") -> Iterator[str]:
    listed = list(lines)
    if not listed:
        return
    yield from (f"### {title}", "")
    for line in listed:
        yield f"- [ ] {one_line(line.action.text)}"
        small = [line.action.details, *(f"for: {isolated(one_line(about))}" for about in line.action.about)]
        yield from (f"{_ITEM}- {cell(small[0])}",) if small[0] else ()
        yield from (f"{_ITEM}- {about}" for about in small[1:])
        if line.why:
            yield f"{_ITEM}- {escaped(line.why)}"
    yield ""
    if more:
        yield from (escaped(more), "")


def _mentions(title: str, mentions: Iterable[Mention]) -> Iterator[str]:
    listed = list(mentions)
    if listed:
        yield from (f"### {title}", "")
        yield from (f"- {isolated(one_line(entry.text))} – {escaped(entry.remark)}" for entry in listed)
        yield ""

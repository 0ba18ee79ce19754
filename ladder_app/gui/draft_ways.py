"""What each draft is of, in words, and the way back into its form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ladder_app.gui.pages import Page
from ladder_app.markup import isolated, plain
from ladder_app.storage.drafts import form_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ladder_app.domain.entries import Action, Evidence
    from ladder_app.domain.role import PerformanceIndicator
    from ladder_app.gui.workspace import Workspace

_LONGEST = 90


@dataclass(frozen=True, slots=True)
class DraftWay:
    """A draft as the person knows it; `go_on` opens its form, and is None where that is no longer there."""

    kind: str
    about: str
    go_on: Callable[[], object] | None


def draft_way(workspace: Workspace, key: str) -> DraftWay:
    """The way to the form of this key."""
    kind, _, about = form_of(key).partition(" ")
    match kind:
        case "evidence" | "action":
            return _entry_way(workspace, kind, about)
        case "indicator":
            return _indicator_way(workspace, about)
        case "log":
            return DraftWay("a line for the log", "", workspace.log_wanted.emit)
        case "profile":
            return DraftWay("the profile", "", workspace.profile_wanted.emit)
        case "cycle":
            return DraftWay("the name of the next cycle", "", workspace.close_cycle_wanted.emit)
    return DraftWay("something", "", None)


def _entry_way(workspace: Workspace, kind: str, about: str) -> DraftWay:
    assessment = workspace.document.assessment
    is_evidence = kind == "evidence"
    name = "evidence" if is_evidence else "an action"
    entries: tuple[Evidence, ...] | tuple[Action, ...] = (
        assessment.cycle.evidence if is_evidence else assessment.cycle.actions
    )
    entry = next((entry for entry in entries if entry.id == about), None)
    if entry is not None:
        return DraftWay(name, _short(entry.text), partial(_change, workspace, about, is_evidence=is_evidence))
    criterion = next((c for _, _, c in assessment.role.criteria() if c.id == about), None)
    if criterion is not None:
        add = workspace.add_evidence_for if is_evidence else workspace.add_action_for
        return DraftWay(name, _short(criterion.text), partial(add, about))
    return DraftWay(name, "", None)


def _change(workspace: Workspace, entry_id: str, *, is_evidence: bool) -> None:
    workspace.show_page(Page.EVIDENCE if is_evidence else Page.PLAN)
    page = workspace.evidence if is_evidence else workspace.plan
    if page is not None:
        page.change(entry_id)


def _indicator_way(workspace: Workspace, about: str) -> DraftWay:
    name = "an indicator’s value"
    indicator_id, _, period = about.partition(" ")
    indicators = workspace.document.assessment.role.performance_indicators
    indicator = next((each for each in indicators if each.id == indicator_id), None)
    if indicator is None:
        return DraftWay(name, "", None)
    values = workspace.document.assessment.cycle.indicators
    is_there = not period or any(v.indicator == indicator_id and v.period == period for v in values)
    go_on = partial(_fill_in, workspace, indicator, period) if is_there else None
    return DraftWay(name, _short(indicator.text), go_on)


def _fill_in(workspace: Workspace, indicator: PerformanceIndicator, period: str) -> None:
    from ladder_app.gui.indicator_dialog import IndicatorDialog
    from ladder_app.gui.window_dialogs import show_dialog

    workspace.show_page(Page.ROLE)
    values = workspace.document.assessment.cycle.indicators
    value = next((v for v in values if v.indicator == indicator.id and v.period == period), None)
    show_dialog(IndicatorDialog(workspace.document, workspace.theme, indicator, value, workspace.window()))


def _short(text: str) -> str:
    words = plain(text)
    return isolated(words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…")

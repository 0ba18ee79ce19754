"""The plan in words: what an action says of itself, why it comes first, what it comes to."""

from collections.abc import Iterator
from datetime import date

from ladder_app.domain.entries import Action, ActionKind, ActionStatus
from ladder_app.domain.plan import InFocus, Plan, Serves, Waiting, Why
from ladder_app.markup import isolated
from ladder_app.report.sentences import SEPARATOR, level_name
from ladder_app.report.words import capitalised, counted, day, day_near, number, percent, points

KIND_NAMES = {
    ActionKind.ON_THE_JOB: "on the job",
    ActionKind.WITH_OTHERS: "with others",
    ActionKind.TRAINING: "training",
}
_ARROW = "\u00a0→\u00a0"


def due_words(action: Action, today: date) -> str:
    """`due 15 Mar 2027`, `was due 3 Nov`, `done on 28 Oct`, `no date`."""
    match action.status:
        case ActionStatus.DONE:
            return f"done on {day_near(action.done_on, today)}" if action.done_on else "done"
        case ActionStatus.DROPPED:
            return "dropped"
    if action.due is None:
        return "no date"
    return f"was due {day_near(action.due, today)}" if action.is_overdue(today) else f"due {day(action.due)}"


def particulars(action: Action) -> Iterator[str]:
    """What else an action says of itself: who helps, of which kind it is, what will show that it is done."""
    if action.helper:
        yield f"help: {isolated(action.helper)}"
    if action.kind is not None:
        yield KIND_NAMES[action.kind]
    if action.done_when:
        yield f"done when: {isolated(action.done_when)}"


def why_words(item: InFocus, today: date) -> str:
    """Why an action is in focus, in a sentence."""
    planned = item.planned
    gaps = planned.gaps
    worth = f"{_bare_points(planned.adds_points)} to readiness"
    closing = (
        f"closing this gap adds {worth}" if len(gaps) == 1 else f"closing its {number(len(gaps))} gaps adds {worth}"
    )
    due = planned.action.due
    match item.why:
        case Why.OVERDUE if due is not None:
            return f"First because its day has passed; {closing}."
        case Why.DUE_SOON if due is not None:
            return f"Here because it is due {_when(due, today)}; {closing}."
        case Why.ADDS_MOST:
            return f"Nothing else in the plan adds more: {closing}."
        case Why.SAME_GAP:
            return f"One more for a gap that has an action here; {closing}."
    return f"The next gap: {closing}."


def _when(due: date, today: date) -> str:
    days = (due - today).days
    return {0: "today", 1: "tomorrow"}.get(days, f"in {counted(days, 'day', 'days')}")


def _bare_points(value: float) -> str:
    """`4.5 points`, without the sign."""
    words = points(value).removeprefix("+").replace("under +", "under ")
    return "1 point" if words == "1.0 points" else words


def effect(now: float, once_done: float) -> str:
    """`73 % → 78 %`, or `+0.3 points` where that is less than the whole percentages show."""
    if percent(now) == percent(once_done):
        return points(once_done - now)
    return f"{percent(now)}{_ARROW}{percent(once_done)}"


def focus_effect(plan: Plan) -> str:
    """`73 % today, 85 % once these five are done and their gaps are closed.`; empty where nothing is in focus."""
    count = len(plan.focus)
    if not count:
        return ""
    gaps = {gap.standing.id for item in plan.focus for gap in item.planned.gaps}
    those = "this is" if count == 1 else f"these {number(count)} are"
    closed = f"{'its' if count == 1 else 'their'} {'gap is' if len(gaps) == 1 else 'gaps are'} closed"
    now, then = plan.readiness.figures.shown, plan.once_focus_is_done.shown
    return f"{percent(now)} today, {percent(then)} once {those} done and {closed}."


def summary_sentence(plan: Plan) -> str:
    """How the plan stands, in a sentence."""
    gaps = len(plan.readiness.gaps)
    if not gaps:
        return ""
    words = f"{capitalised(counted(gaps, 'gap', 'gaps'))} to {isolated(level_name(plan.readiness.level.level))}"
    words += f", {counted(plan.open_actions, 'open action', 'open actions')}"
    if plan.idle:
        words += ", for no gap" if len(plan.idle) == plan.open_actions else f", {number(len(plan.idle))} for no gap"
    waiting = len(plan.waiting)
    if waiting:
        words += f"; {counted(waiting, 'gap has', 'gaps have')} none yet"
    return f"{words}."


def waiting_words(waiting: Waiting) -> str:
    """What a gap without an action says: `no action yet`, or the day on which time closes it."""
    return "no action yet" if waiting.met_on is None else f"time closes it on {day(waiting.met_on)}"


def serves_words(serves: Serves, plan: Plan) -> str:
    """What an action that serves no gap is about."""
    return {
        Serves.UNRATED: "what it is about is not rated yet",
        Serves.MET: "what it is about is met by now",
        Serves.NOT_APPLICABLE: "what it is about does not apply",
        Serves.PLUS: "about a plus, which never counts against you",
        Serves.ELSEWHERE: f"not asked for at {isolated(level_name(plan.readiness.level.level))}",
        Serves.NOTHING: "about no criterion",
    }[serves]


def details(action: Action, today: date) -> str:
    """Everything small about an action on one line."""
    return SEPARATOR.join([due_words(action, today), *particulars(action)])


def nothing_planned(plan: Plan) -> tuple[str, str] | None:
    """A heading and a sentence where there is no gap to plan for; None where there is one."""
    readiness = plan.readiness
    if readiness.gaps:
        return None
    if not readiness.figures.required:
        return "There is nothing to plan for", "This level asks for nothing that counts."
    if not readiness.figures.rated:
        return "Nothing is rated yet", "A plan follows from the gaps, and the gaps follow from your ratings."
    if readiness.unrated:
        left = counted(len(readiness.unrated), "criterion is", "criteria are")
        return "No gaps so far", f"Nothing that is rated is below the bar; {left} not rated yet."
    return "No gaps", f"Everything that {isolated(level_name(readiness.level.level))} asks for is met."

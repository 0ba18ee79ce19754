"""What is said about cycles: what a new one takes along, and what has moved since an earlier one."""

from collections.abc import Iterator

from ladder_app.domain.cycle import Cycle
from ladder_app.domain.cycles import CarryOver
from ladder_app.domain.readiness import Readiness
from ladder_app.domain.scale import Scale
from ladder_app.domain.team import View
from ladder_app.domain.trend import Moved, Movement, Movements
from ladder_app.markup import isolated
from ladder_app.report.sentences import rating_words
from ladder_app.report.words import capitalised, counted, day, percent, series


def carried_along(carry: CarryOver) -> str:
    """`22 ratings, each marked as carried until you rate or confirm it, and three open actions.`"""
    parts = []
    if carry.ratings:
        until = "marked as carried until you rate or confirm it"
        each = "each " if carry.ratings > 1 else ""
        parts.append(f"{counted(carry.ratings, 'rating', 'ratings')}, {each}{until}")
    if carry.open_actions:
        parts.append(counted(carry.open_actions, "open action", "open actions"))
    return f"{', and '.join(parts)}." if parts else "Nothing: nothing is rated, and no action is open."


def left_behind(carry: CarryOver) -> str:
    """`12 pieces of evidence, one note and one review.`, or that there is nothing of the kind."""
    parts = list(_left(carry))
    return f"{series(parts)}." if parts else "Nothing else is in this cycle."


def _left(carry: CarryOver) -> Iterator[str]:
    kinds = (
        (carry.evidence, "piece of evidence", "pieces of evidence"),
        (carry.notes, "note", "notes"),
        (carry.reviews, "review", "reviews"),
        (carry.agreed, "agreement", "agreements"),
        (carry.settled_actions, "action that is done or dropped", "actions that are done or dropped"),
        (carry.indicators, "indicator value", "indicator values"),
        (carry.left_ratings, "rating of what the role no longer asks", "ratings of what the role no longer asks"),
    )
    for count, one, many in kinds:
        if count:
            yield counted(count, one, many)


def cycle_days(cycle: Cycle) -> str:
    """`12 Jan 2026 – 30 Jun 2026`, or `since 1 Jul 2026` while it is open."""
    if cycle.closed is None:
        return f"since {day(cycle.opened)}"
    return f"{day(cycle.opened)} – {day(cycle.closed)}"


def closed_words(cycle: Cycle) -> str:
    """Why nothing can be changed in an earlier cycle: `2026 H1 was closed on 30 Jun 2026`."""
    return f"{isolated(cycle.name)} was closed" + (f" on {day(cycle.closed)}" if cycle.closed else "")


VIEW_NAMES = {View.SELF: "Self", View.REVIEW: "Review", View.AGREED: "Agreed"}

MOVEMENT_NAMES = {
    Movement.ROSE: "Rose",
    Movement.FELL: "Fell",
    Movement.NEW: "New",
    Movement.GONE: "Gone",
    Movement.UNCHANGED: "Unchanged",
}

MOVEMENT_NOTES = {
    Movement.ROSE: "Rated higher than before, the largest step first.",
    Movement.FELL: "Rated lower than before, the largest step first.",
    Movement.NEW: "Had no rating before: newly asked for, newly rated, or it applies now.",
    Movement.GONE: "Has no rating any more: gone from the role, cleared, or it no longer applies.",
    Movement.UNCHANGED: "The same as before.",
}


def movement_sentence(moved: Movements) -> str:
    """`Five rose, one fell, three are new, and 14 are unchanged.`"""
    counts = moved.counts
    parts = []
    for movement, one, many in (
        (Movement.ROSE, "rose", "rose"),
        (Movement.FELL, "fell", "fell"),
        (Movement.NEW, "is new", "are new"),
        (Movement.GONE, "is gone", "are gone"),
        (Movement.UNCHANGED, "is unchanged", "are unchanged"),
    ):
        if counts[movement]:
            parts.append(counted(counts[movement], one, many))
    return f"{capitalised(series(parts))}." if parts else "Nothing is rated in either of the two."


def moved_words(moved: Moved, scale: Scale) -> str:
    """`2 Growing → 3 Meets · reached the bar`."""
    parts = [f"{rating_words(scale, moved.before)} → {rating_words(scale, moved.after)}"]
    if moved.movement is Movement.UNCHANGED:
        parts = [rating_words(scale, moved.after)]
    if moved.reached_bar(scale):
        parts.append("reached the bar")
    if moved.lost_bar(scale):
        parts.append("was at the bar")
    if moved.retired:
        parts.append("no longer in the role")
    return " · ".join(parts)


def rater_words(view: View, readiness: Readiness) -> str:
    """Whose figures they are: `Self`, `Review by Sample Manager`, `Agreed`."""
    return f"Review by {isolated(readiness.rater)}" if view is View.REVIEW else VIEW_NAMES[view]


def figures_words(readiness: Readiness) -> str:
    """`64 % · 11 of 24 met`, or that nothing is rated."""
    figures = readiness.figures
    if not figures.rated:
        return "nothing rated" if figures.required else "nothing to rate"
    return f"{percent(figures.shown)} · {figures.met} of {figures.required} met"

"""The lines of the timeline: one for each view, in a colour and a form of its own."""

from collections.abc import Sequence

from ladder_app.charts.shapes import Fill
from ladder_app.charts.timeline import Form, Series
from ladder_app.domain.readiness import Readiness
from ladder_app.domain.team import View
from ladder_app.domain.trend import TrendPoint
from ladder_app.report.history_words import VIEW_NAMES

_LOOKS: tuple[tuple[View, Fill, Form], ...] = (
    (View.SELF, "accent", "dot"),
    (View.REVIEW, "warn", "square"),
    (View.AGREED, "good", "ring"),
)


def series_of(points: Sequence[TrendPoint]) -> list[Series]:
    """A line for each view that some cycle has; a cycle in which it rated nothing is left out of it."""
    made = []
    for view, fill, form in _LOOKS:
        percents = [_shown(point.views.get(view)) for point in points]
        if any(percent is not None for percent in percents):
            made.append(Series(VIEW_NAMES[view], fill, form, tuple(percents)))
    return made


def _shown(readiness: Readiness | None) -> float | None:
    return None if readiness is None or not readiness.figures.rated else readiness.figures.shown

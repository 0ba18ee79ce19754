"""What a report says about the cycles so far: readiness in each, and what moved since the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.charts.percent import percent
from ladder_app.domain.team import View
from ladder_app.domain.trend import Movement, movements, trend
from ladder_app.markup import isolated, shown
from ladder_app.report.history_parts import CycleRow, History, MovedGroup
from ladder_app.report.history_series import series_of
from ladder_app.report.history_words import MOVEMENT_NAMES, VIEW_NAMES, cycle_days, moved_words, movement_sentence
from ladder_app.report.summary_parts import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.domain.trend import Movements, TrendPoint
    from ladder_app.report.material import Material

_LISTED = (Movement.ROSE, Movement.FELL, Movement.NEW, Movement.GONE)


def history(material: Material) -> History | None:
    """The history of the level that the material is about; None while there is one cycle only."""
    cycles = material.assessment.cycles
    if len(cycles) < 2:
        return None
    level = material.readiness.level.level.id
    points = trend(material.assessment, level)
    moved = movements(material.assessment, cycles[-2], cycles[-1], level)
    is_rated = bool(cycles[-1].ratings)
    before, now = (isolated(cycle.name) for cycle in cycles[-2:])
    views = [view for view in View if any(view in point.views for point in points)]
    return History(
        names=tuple(shown(cycle.name) for cycle in cycles),
        series=tuple(series_of(points)),
        views=tuple(VIEW_NAMES[view] for view in views),
        cycles=tuple(_row(point, views) for point in points),
        heading=f"From {before} to {now}, as {isolated(material.person)} sees it",
        sentence=movement_sentence(moved) if is_rated else f"Nothing is rated in {now} yet.",
        groups=tuple(_groups(material, moved)) if is_rated else (),
    )


def _row(point: TrendPoint, views: list[View]) -> CycleRow:
    figures = []
    for view in views:
        found = point.views.get(view)
        figures.append("–" if found is None or not found.figures.rated else percent(found.figures.shown))
    own = point.views[View.SELF].figures
    return CycleRow(shown(point.cycle.name), cycle_days(point.cycle), tuple(figures), f"{own.met} of {own.required}")


def _groups(material: Material, moved: Movements) -> Iterator[MovedGroup]:
    for movement in _LISTED:
        found = moved.of(movement)
        if found:
            yield MovedGroup(
                MOVEMENT_NAMES[movement],
                tuple(
                    Mention(
                        item.criterion.id, material.role_text(item.criterion.text), moved_words(item, material.scale)
                    )
                    for item in found
                ),
            )

"""The timeline: percentages over the cycles, a line for each view, with the numbers at its points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ladder_app.charts.percent import percent
from ladder_app.charts.shapes import Chart, Fill, Label, Line, Rectangle, Shape
from ladder_app.markup import isolated

Form = Literal["dot", "square", "ring"]

_MOST_POINTS = 12
_TOP, _BOTTOM, _LEFT, _SIDE = 18.0, 22.0, 34.0, 30.0
_SIZE, _GRID_SIZE = 11.0, 10.0
_DOT = 7.0
_LETTER = 0.55
"""How wide a letter is about, in sizes: enough to keep names apart."""
_WIDE_LETTER = 0.75
"""And how wide one may be: enough to know that a name is not cut at the edge."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name, its colour, the form of its points, and a percentage or nothing for each cycle."""

    name: str
    fill: Fill
    form: Form
    percents: tuple[float | None, ...]


def timeline(names: Sequence[str], series: Sequence[Series], width: float = 620, height: float = 180) -> Chart:
    """The chart of some series over cycles of these names, the oldest first; of many cycles, the last dozen.

    A view that a cycle does not have leaves a gap in its line.
    """
    shown = range(max(len(names) - _MOST_POINTS, 0), len(names))
    shapes = [*_grid(width, height), *_names([names[place] for place in shown], width, height)]
    for each in reversed(series):  # the first of them on top
        shapes += _line(each, shown, width, height)
    shapes += _numbers(series, shown, width, height)
    return Chart(width, height, tuple(shapes), _described(names, series))


def mark(series: Series) -> Chart:
    """The point of a series alone, for a legend."""
    return Chart(14, 14, tuple(_point(series, 7, 7)), series.name)


def _described(names: Sequence[str], series: Sequence[Series]) -> str:
    return f"Readiness over the cycles. {'; '.join(f'{each.name}: {_way(names, each)}' for each in series)}."


def _way(names: Sequence[str], series: Series) -> str:
    """From where to where it has come; the table beside the chart has every number between."""
    known = [(name, value) for name, value in zip(names, series.percents, strict=True) if value is not None]
    if not known:
        return "nothing yet"
    (first, begun), (last, reached) = known[0], known[-1]
    if len(known) == 1:
        return f"{percent(reached)} in {isolated(last)}"
    return f"from {percent(begun)} in {isolated(first)} to {percent(reached)} in {isolated(last)}"


def _place(position: int, count: int, width: float) -> float:
    room = width - _LEFT - 2 * _SIDE
    return _LEFT + _SIDE + (room / 2 if count < 2 else room * position / (count - 1))


def _height(value: float, height: float) -> float:
    return _TOP + (height - _TOP - _BOTTOM) * (1 - value / 100)


def _grid(width: float, height: float) -> Iterator[Shape]:
    for value in (0, 50, 100):
        y = _height(value, height)
        yield Line(_LEFT, y, width, y, "track")
        yield Label(_LEFT - 8, y + _GRID_SIZE * 0.35, str(value), _GRID_SIZE, "muted", anchor="end")


def _names(names: Sequence[str], width: float, height: float) -> Iterator[Shape]:
    room = (width - _LEFT) / max(len(names), 1)
    most = max(int(room / (_SIZE * _LETTER)) - 1, 4)
    for position, name in enumerate(names):
        text = name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
        yield _name(text, _place(position, len(names), width), width, height - 6)


def _name(text: str, x: float, width: float, y: float) -> Label:
    """A name under its point, and at the edge where it would reach beyond."""
    reach = len(text) * _SIZE * _WIDE_LETTER / 2
    if x + reach > width:
        return Label(width, y, text, _SIZE, "muted", anchor="end")
    if x < reach:
        return Label(0, y, text, _SIZE, "muted")
    return Label(x, y, text, _SIZE, "muted", anchor="middle")


def _line(series: Series, shown: range, width: float, height: float) -> Iterator[Shape]:
    points = [
        None if (value := series.percents[place]) is None else (_place(i, len(shown), width), _height(value, height))
        for i, place in enumerate(shown)
    ]
    for start, end in pairwise(points):
        if start is not None and end is not None:
            yield Line(*start, *end, series.fill, 2)
    for point in points:
        if point is not None:
            yield from _point(series, *point)


def _point(series: Series, x: float, y: float) -> Iterator[Shape]:
    radius = 0 if series.form == "square" else _DOT / 2
    yield Rectangle(x - _DOT / 2, y - _DOT / 2, _DOT, _DOT, series.fill, radius)
    if series.form == "ring":
        inner = _DOT - 3
        yield Rectangle(x - inner / 2, y - inner / 2, inner, inner, "panel", inner / 2)


def _numbers(series: Sequence[Series], shown: range, width: float, height: float) -> Iterator[Shape]:
    """The first view's number over each cycle's topmost point, in its colour; none covers another."""
    for position, place in enumerate(shown):
        known = [(value, each.fill) for each in series if (value := each.percents[place]) is not None]
        if known:
            y = _height(max(value for value, _ in known), height) - _DOT
            value, fill = known[0]
            yield Label(_place(position, len(shown), width), y, percent(value), _SIZE, fill, bold=True, anchor="middle")

"""The dumbbell: two views of one criterion on its scale, with the bar marked.

The person's own rating is a filled disc, the reviewer's a square ring around its number; a thick line joins
them. Where both are the same the ring stands around the disc.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ladder_app.charts.shapes import Chart, Label, Rectangle, Shape

OWN_FILL, THEIRS_FILL, BAR_FILL = "accent", "warn", "good"
# Proportions of the height of a row.
_DISC, _RING, _RING_AROUND = 0.5, 0.47, 0.68
_STROKE, _JOIN, _TRACK, _DOT, _DIGIT = 0.055, 0.1, 0.022, 0.1, 0.34
_DIGIT_DROP = 0.36


@dataclass(frozen=True, slots=True)
class Views:
    """Who sees what: two steps of a scale from 0 to `highest`, each None where it is not given."""

    own: int | None
    theirs: int | None
    meets: int
    highest: int


def step_place(step: int, highest: int, width: float, height: float) -> float:
    """Where on a dumbbell a step lies, from the left: half a height stays free at both ends."""
    return height / 2 + step / highest * (width - height)


def dumbbell(views: Views, width: float, height: float, description: str = "") -> Chart:
    """The dumbbell of two views, `width` by `height` points."""
    return Chart(width, height, tuple(_shapes(views, width, height)), description)


def disc(centre_x: float, centre_y: float, height: float) -> Shape:
    """The mark of the person's own view in a row of that height."""
    side = _DISC * height
    return Rectangle(centre_x - side / 2, centre_y - side / 2, side, side, OWN_FILL, side / 2)


def ring(centre_x: float, centre_y: float, height: float, side: float = _RING) -> Iterator[Shape]:
    """The mark of a reviewer's view in a row of that height."""
    outer, stroke = side * height, _STROKE * height
    left, top = centre_x - outer / 2, centre_y - outer / 2
    yield Rectangle(left, top, outer, outer, THEIRS_FILL, outer / 6)
    inner = outer - 2 * stroke
    yield Rectangle(left + stroke, top + stroke, inner, inner, "paper", inner / 8)


def _shapes(views: Views, width: float, height: float) -> Iterator[Shape]:
    middle = height / 2

    def place(step: int) -> float:
        return step_place(step, views.highest, width, height)

    track = _TRACK * height
    yield Rectangle(middle, middle - track / 2, width - height, track, "muted")
    dot = _DOT * height
    for step in range(views.highest + 1):
        yield Rectangle(place(step) - dot / 2, middle - dot / 2, dot, dot, "muted", dot / 2)
    bar = 2.4 * track
    yield Rectangle(place(views.meets) - bar / 2, 0.06 * height, bar, 0.88 * height, BAR_FILL)
    own, theirs = views.own, views.theirs
    if own is not None and theirs is not None and own != theirs:
        left, right = sorted((place(own), place(theirs)))
        join = _JOIN * height
        yield Rectangle(left, middle - join / 2, right - left, join, THEIRS_FILL, join / 2)
    if theirs is not None:
        yield from ring(place(theirs), middle, height, _RING_AROUND if own == theirs else _RING)
        if own != theirs:
            yield _digit(theirs, place(theirs), middle, height, "text")
    if own is not None:
        yield disc(place(own), middle, height)
        yield _digit(own, place(own), middle, height, "paper")


def _digit(step: int, x: float, middle: float, height: float, fill: str) -> Label:
    size = _DIGIT * height
    return Label(x, middle + _DIGIT_DROP * size, str(step), size, fill, bold=True, anchor="middle")

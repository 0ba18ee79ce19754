"""The sparkline: a small line through a few numbers, its last point marked."""

from collections.abc import Sequence
from itertools import pairwise

from ladder_app.charts.shapes import Chart, Line, Rectangle, Shape

_MOST = 12
_DOT = 5.0
_MARGIN = 4.0


def sparkline(numbers: Sequence[float], described: str, width: float = 96, height: float = 26) -> Chart:
    """The line through the last dozen of some numbers, from the lowest at the foot to the highest at the top.

    Equal numbers make a level line in the middle. The numbers stand beside it in words: `described` says them all.
    """
    shown = numbers[-_MOST:]
    low, high = min(shown, default=0), max(shown, default=0)
    room, reach = width - 2 * _MARGIN, height - 2 * _MARGIN
    points = [
        (
            _MARGIN + (room if len(shown) == 1 else room * place / (len(shown) - 1)),
            _MARGIN + (reach / 2 if high == low else reach * (1 - (number - low) / (high - low))),
        )
        for place, number in enumerate(shown)
    ]
    shapes: list[Shape] = [Line(*start, *end, "rating.3", 1.6) for start, end in pairwise(points)]
    for x, y in points[-1:]:
        shapes.append(Rectangle(x - _DOT / 2, y - _DOT / 2, _DOT, _DOT, "accent", _DOT / 2))
    return Chart(width, height, tuple(shapes), described)

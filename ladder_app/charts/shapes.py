"""What a chart is made of: a few shapes in a plane whose y grows downwards, in points.

A painter draws them in order, each over the ones before, and resolves the fills, which are
names of colours of the theme (`paper`, `track`, `rating.0` … `rating.4`, `text`, `muted`, `line`, `accent`,
`good`, `warn`, `bad`). Qt's painter and the PDF's know nothing else about charts.
"""

from dataclasses import dataclass
from typing import Literal

Fill = str

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled rectangle from its top left corner, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    fill: Fill
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Hatch:
    """Diagonal stripes, clipped to a rounded rectangle.

    The stripes rise from the bottom left at 45 degrees; `spacing` is the distance between the
    left edges of two stripes along a horizontal line, and each is half as wide.
    """

    x: float
    y: float
    width: float
    height: float
    fill: Fill
    radius: float = 0
    spacing: float = 6


@dataclass(frozen=True, slots=True)
class Band:
    """A piece of a ring around (cx, cy) between two radii.

    Angles are in degrees, clockwise from the left: 0 points left, 90 up, 180 right. `hatched`
    asks for diagonal stripes in place of a solid fill.
    """

    cx: float
    cy: float
    inner: float
    outer: float
    start_degrees: float
    end_degrees: float
    fill: Fill
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text on the baseline `y`; `x` is its start, middle or end. `size` is in points."""

    x: float
    y: float
    text: str
    size: float
    fill: Fill = "text"
    bold: bool = False
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line between two points, `weight` points thick, with round ends."""

    x1: float
    y1: float
    x2: float
    y2: float
    fill: Fill
    weight: float = 1


Shape = Rectangle | Hatch | Band | Label | Line


@dataclass(frozen=True, slots=True)
class Chart:
    """Shapes on a sheet of `width` by `height` points.

    `description` says in a sentence what the chart shows, for those who cannot see it.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    description: str

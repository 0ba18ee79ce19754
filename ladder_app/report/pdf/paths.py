"""Paths as PDF operators, in points with y growing upwards."""

from __future__ import annotations

from functools import lru_cache
from math import cos, radians, sin

# Control points of a quarter circle lie this share of the radius from its ends.
_ARC = 0.5522847498


@lru_cache(maxsize=128)
def rounded(x: float, low: float, width: float, height: float, radius: float) -> str:
    """A rectangle from its bottom left corner, its corners rounded by `radius`."""
    high, right = low + height, x + width
    r = min(radius, width / 2, height / 2)
    if r <= 0:
        return f"{x:.2f} {low:.2f} {width:.2f} {height:.2f} re"
    c = r * (1 - _ARC)
    return (
        f"{x + r:.2f} {low:.2f} m {right - r:.2f} {low:.2f} l"
        f" {right - c:.2f} {low:.2f} {right:.2f} {low + c:.2f} {right:.2f} {low + r:.2f} c"
        f" {right:.2f} {high - r:.2f} l"
        f" {right:.2f} {high - c:.2f} {right - c:.2f} {high:.2f} {right - r:.2f} {high:.2f} c"
        f" {x + r:.2f} {high:.2f} l"
        f" {x + c:.2f} {high:.2f} {x:.2f} {high - c:.2f} {x:.2f} {high - r:.2f} c"
        f" {x:.2f} {low + r:.2f} l"
        f" {x:.2f} {low + c:.2f} {x + c:.2f} {low:.2f} {x + r:.2f} {low:.2f} c h"
    )


def stripes(x: float, low: float, width: float, height: float, spacing: float) -> list[str]:
    """Stripes that rise at 45 degrees and cover the rectangle; see `shapes.Hatch`."""
    high = low + height
    found = []
    left = x - height
    while left < x + width:
        right = left + spacing / 2
        found.append(
            f"{left:.2f} {low:.2f} m {right:.2f} {low:.2f} l {right + height:.2f} {high:.2f} l"
            f" {left + height:.2f} {high:.2f} l h"
        )
        left += spacing
    return found


def arc(cx: float, cy: float, radius: float, start: float, end: float, operator: str) -> list[str]:
    """A circular arc in pieces of at most 45 degrees, begun with `operator` (m or l); y grows upwards."""
    pieces = max(1, round(abs(end - start) / 45 + 0.499))
    step = radians(end - start) / pieces
    pull = 4 / 3 * _tangent(step / 4) * radius
    angle = radians(180 - start)
    out = [f"{cx + radius * cos(angle):.2f} {cy + radius * sin(angle):.2f} {operator}"]
    for _ in range(pieces):
        x0, y0 = cx + radius * cos(angle), cy + radius * sin(angle)
        after = angle - step
        x3, y3 = cx + radius * cos(after), cy + radius * sin(after)
        x1, y1 = x0 + pull * sin(angle), y0 - pull * cos(angle)
        x2, y2 = x3 - pull * sin(after), y3 + pull * cos(after)
        out.append(f"{x1:.2f} {y1:.2f} {x2:.2f} {y2:.2f} {x3:.2f} {y3:.2f} c")
        angle = after
    return out


def _tangent(angle: float) -> float:
    return sin(angle) / cos(angle)

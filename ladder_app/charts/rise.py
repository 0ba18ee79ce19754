"""The rise: a bar filled to what is shown today, and in a lighter tone to what it will be."""

from ladder_app.charts.percent import percent
from ladder_app.charts.shapes import Chart, Rectangle

_LARGEST_RADIUS = 3


def rise(now: float, then: float, width: float, height: float) -> Chart:
    """The bar of two percentages, `now` at most `then`, `width` by `height` points."""
    radius = min(_LARGEST_RADIUS, height / 4, width / 2)
    shapes = [Rectangle(0, 0, width, height, "track", radius)]
    if then > now:
        shapes.append(Rectangle(0, 0, width * then / 100, height, "rating.2", min(radius, width * then / 200)))
    if now > 0:
        reach = width * now / 100
        shapes.append(Rectangle(0, 0, reach, height, "rating.3", min(radius, reach / 2)))
        if then > now and reach > radius:
            # Square where the two join.
            shapes.append(Rectangle(reach - radius, 0, radius, height, "rating.3"))
    words = f"{percent(now)} today, {percent(then)} once done." if then > now else f"{percent(now)} today."
    return Chart(width, height, tuple(shapes), words)

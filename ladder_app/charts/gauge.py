"""The gauge: a half ring filled to what is shown, hatched up to what is possible."""

from collections.abc import Iterator

from ladder_app.charts.percent import figures_described, percent
from ladder_app.charts.shapes import Band, Chart, Label, Shape
from ladder_app.domain.readiness import Figures

_HALF_CIRCLE_DEGREES = 180
# Proportions of the outer radius.
_INNER = 0.8
_PERCENT_SIZE = 0.39
_PERCENT_RISE = 0.18
_CAPTION_SIZE = 0.125
_MARGIN_BELOW = 0.05
_NOTE_SIZE = 0.115
_NOTE_DROP = 0.2


def gauge(figures: Figures, width: float = 180, caption: str | None = None, note: str = "") -> Chart:
    """The gauge of some figures, `width` points wide and a little more than half as high.

    The caption under the percentage is that of `gauge_caption`; give one to say something else,
    or an empty one for none. A short note stands under the ring. Without criteria the ring is
    empty and the percentage a dash.
    """
    radius = width / 2
    if caption is None:
        caption = gauge_caption(figures)
    label = percent(figures.shown) if figures.required else "–"
    return Chart(
        width=width,
        height=radius * (1 + (_NOTE_DROP if note else 0) + _MARGIN_BELOW),
        shapes=(*_ring(figures, radius), *_words(label, caption, note, radius)),
        description=figures_described(figures),
    )


def gauge_caption(figures: Figures) -> str:
    """What the percentage is: `shown so far`, or `shown` once all is rated."""
    if not figures.required:
        return "nothing to rate"
    return "shown so far" if figures.unrated else "shown"


def _ring(figures: Figures, radius: float) -> Iterator[Shape]:
    def band(start_percent: float, end_percent: float, fill: str, *, hatched: bool = False) -> Band:
        start, end = (_HALF_CIRCLE_DEGREES * value / 100 for value in (start_percent, end_percent))
        return Band(radius, radius, radius * _INNER, radius, start, end, fill, hatched)

    yield band(0, 100, "track")
    if figures.possible > figures.shown:
        yield band(figures.shown, figures.possible, "rating.2", hatched=True)
    if figures.shown > 0:
        yield band(0, figures.shown, "rating.3")


def _words(label: str, caption: str, note: str, radius: float) -> Iterator[Shape]:
    yield Label(radius, radius * (1 - _PERCENT_RISE), label, radius * _PERCENT_SIZE, "text", bold=True, anchor="middle")
    if caption:
        yield Label(radius, radius, caption, radius * _CAPTION_SIZE, "muted", anchor="middle")
    if note:
        yield Label(radius, radius * (1 + _NOTE_DROP), note, radius * _NOTE_SIZE, "muted", anchor="middle")

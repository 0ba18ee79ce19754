"""A percentage as people read it."""

from math import ceil, floor

from ladder_app.domain.readiness import Figures

NO_BREAK_SPACE = "\u00a0"


def whole_percent(value: float) -> int:
    """The nearest whole percentage, but 0 and 100 only for what is exactly that.

    So something always shows once there is something, and nothing looks complete before it is.
    """
    value = round(value, 9)  # what a sum of fractions leaves behind is no difference
    if value < 1:
        return ceil(value)
    if value > 99:
        return floor(value)
    return floor(value + 0.5)


def percent(value: float) -> str:
    """`64 %`, with a space that does not break."""
    return f"{whole_percent(value)}{NO_BREAK_SPACE}%"


def figures_described(figures: Figures) -> str:
    """What a bar or a gauge of these figures shows, in a sentence."""
    if not figures.required:
        return "Nothing to rate."
    counts = f"{figures.rated} of {figures.required} criteria rated, {figures.met} met."
    if not figures.unrated:
        return f"{percent(figures.shown)}; {counts}"
    return f"{percent(figures.shown)} shown, {percent(figures.possible)} possible; {counts}"

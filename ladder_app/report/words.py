"""Dates, numbers and durations as people read them, in the window, the terminal and the PDF alike."""

from datetime import date

from ladder_app.charts.percent import NO_BREAK_SPACE, percent
from ladder_app.domain.years import YearsSuggestion

__all__ = [
    "NO_BREAK_SPACE",
    "capitalised",
    "counted",
    "day",
    "day_near",
    "duration",
    "long_day",
    "month",
    "number",
    "percent",
    "plain_number",
    "points",
    "series",
    "years_so_far",
]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def day(when: date) -> str:
    """`15 Mar 2027`."""
    return f"{day_and_month(when)} {when.year}"


def day_near(when: date, today: date) -> str:
    """`3 Nov` in this year, else `3 Nov 2025`."""
    return day_and_month(when) if when.year == today.year else day(when)


def day_and_month(when: date) -> str:
    """`3 Nov`."""
    return f"{when.day} {_MONTHS[when.month - 1][:3]}"


def long_day(when: date) -> str:
    """`23 November 2026`."""
    return f"{when.day} {month(when)}"


def month(when: date) -> str:
    """`March 2024`."""
    return f"{_MONTHS[when.month - 1]} {when.year}"


def number(count: int) -> str:
    """A count inside a sentence: in letters up to twelve, `no` for 0."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def counted(count: int, one: str, many: str) -> str:
    """`one criterion`, `four criteria`, `24 criteria`."""
    return f"{number(count)} {one if count == 1 else many}"


def capitalised(sentence: str) -> str:
    """The sentence with its first letter large and the others untouched."""
    return sentence[:1].upper() + sentence[1:]


def series(items: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def plain_number(value: float, decimals: int = 2) -> str:
    """A number without needless zeros: `2`, `0.67`, `13.5`."""
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def points(value: float) -> str:
    """What something adds to a percentage: `+2.7 points`; small ones keep two decimals."""
    if value < 0.005:
        return "under +0.01 points"
    return f"+{value:.2f} points" if value < 0.1 else f"+{value:.1f} points"


def duration(months: int) -> str:
    """`6 years 9 months`, `1 year`, `0 months`."""
    years, rest = divmod(months, 12)
    parts = []
    if years:
        parts.append(f"{years} year{'' if years == 1 else 's'}")
    if rest or not years:
        parts.append(f"{rest} month{'' if rest == 1 else 's'}")
    return " ".join(parts)


def years_so_far(suggestion: YearsSuggestion) -> str:
    """`6 years 9 months of 8 years`."""
    return f"{duration(suggestion.months)} of {duration(max(1, round(suggestion.minimum * 12)))}"

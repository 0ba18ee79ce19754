"""Years of experience: what the profile suggests for a criterion that asks for years. It only suggests."""

from dataclasses import dataclass
from datetime import date

from ladder_app.domain.assessment import Experience, Person
from ladder_app.domain.role import Criterion
from ladder_app.domain.scale import Scale


@dataclass(frozen=True, slots=True)
class YearsSuggestion:
    """What a person's experience says about a criterion that asks for `minimum` years.

    `months` is the number of whole months so far, `step` the rating suggested, `met_on` the day
    on which the minimum is (or was) reached.
    """

    minimum: float
    months: int
    step: int
    met_on: date


def suggest_from_years(criterion: Criterion, person: Person, scale: Scale, today: date) -> YearsSuggestion | None:
    """The suggestion for a criterion, or None where it asks for no years or the profile is silent.

    The step is the whole part of meets · months / minimum months, and never more than *meets*: so it
    is *meets* once the minimum is reached, and below it on every day before.
    """
    if criterion.years is None:
        return None
    experience = matching_experience(criterion.years.of, person)
    if experience is None:
        return None
    minimum_months = max(1, round(criterion.years.minimum * 12))
    months = whole_months(experience.since, today)
    step = min(scale.meets * months // minimum_months, scale.meets)
    return YearsSuggestion(criterion.years.minimum, months, step, months_later(experience.since, minimum_months))


def matching_experience(subject: str, person: Person) -> Experience | None:
    """The person's experience in a subject; letter case and outer spaces do not matter."""
    wanted = subject.strip().casefold()
    return next((e for e in person.experience if e.of.strip().casefold() == wanted), None)


def whole_months(since: date, today: date) -> int:
    """Whole months from one day to another, 0 if it lies ahead."""
    months = (today.year - since.year) * 12 + today.month - since.month
    if months_later(since, months) > today:
        months -= 1
    return max(months, 0)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it is shorter.

    Years past the calendar's end give its last day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    for last in (day.day, 30, 29, 28):
        if last <= day.day:
            try:
                return date(year, month + 1, last)
            except ValueError:
                continue
    raise AssertionError("every month has a 28th day")

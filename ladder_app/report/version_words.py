"""What going back to a kept version would change, in everything that a person writes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from ladder_app.charts.percent import percent
from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Cycle
from ladder_app.domain.readiness import readiness
from ladder_app.markup import isolated, plain
from ladder_app.report.sentences import rated_of, rating_words
from ladder_app.report.words import capitalised, counted, series

_MOST_RATINGS = 12
K = TypeVar("K")


def differences(then: Assessment, now: Assessment) -> list[str]:
    """What a version holds, and how all that is written differs from now; the first line sums it up."""
    figures = readiness(then).figures
    cycle = then.cycle
    summary = (
        f"{percent(figures.shown)} shown, {rated_of(figures)}, "
        f"{counted(len(cycle.evidence), 'piece of evidence', 'pieces of evidence')}, "
        f"{counted(len(cycle.actions), 'action', 'actions')}"
    )
    if then == now:
        return [summary, "Just as it is now."]
    said = [*_ratings(then, now), *_written(cycle, now.cycle), *_talked(cycle, now.cycle), *_around(then, now)]
    return [summary, *said]


def _ratings(then: Assessment, now: Assessment) -> list[str]:
    texts = {criterion.id: plain(criterion.text) for _, _, criterion in then.role.criteria()}
    scale, before, after = then.role.scale, then.cycle.ratings, now.cycle.ratings
    # A scale that is another by now has its own words for the same step.
    changed = [
        f"{isolated(texts.get(name, name))} – {rating_words(scale, before.get(name))}, "
        f"now {rating_words(now.role.scale, after.get(name))}"
        for name in dict.fromkeys([*before, *after])
        if before.get(name) != after.get(name)
    ]
    more = len(changed) - _MOST_RATINGS
    return changed[:_MOST_RATINGS] + ([f"and {counted(more, 'more rating', 'more ratings')}"] if more > 0 else [])


def _written(then: Cycle, now: Cycle) -> Iterator[str]:
    kinds: tuple[tuple[str, str, Mapping[str, object], Mapping[str, object]], ...] = (
        ("piece of evidence", "pieces of evidence", _by_id(then.evidence), _by_id(now.evidence)),
        ("action", "actions", _by_id(then.actions), _by_id(now.actions)),
        ("note", "notes", then.notes, now.notes),
    )
    for one, many, before, after in kinds:
        yield from _moved(one, many, before, after)
    yield from _moved("indicator value", "indicator values", _values(then), _values(now))
    if then.promotion != now.promotion:
        yield "Your words for the promotion case would be as then"


def _by_id(entries: Iterable[object]) -> dict[str, object]:
    return {str(getattr(entry, "id")): entry for entry in entries}  # noqa: B009 – evidence and actions both have one


def _values(cycle: Cycle) -> dict[tuple[str, str], object]:
    return {(value.indicator, value.period): value for value in cycle.indicators}


def _moved(one: str, many: str, then: Mapping[K, object], now: Mapping[K, object]) -> Iterator[str]:
    """How many would come back, go, and be otherwise."""
    groups = (
        ("would come back", [key for key in then if key not in now]),
        ("would go", [key for key in now if key not in then]),
        ("would be as then", [key for key in then if key in now and then[key] != now[key]]),
    )
    parts = [f"{counted(len(keys), one, many)} {what}" for what, keys in groups if keys]
    if parts:
        yield capitalised(", ".join(parts))


def _talked(then: Cycle, now: Cycle) -> Iterator[str]:
    """How the reviews, and what came of the conversation, differ."""
    before, after = ({review.reviewer: review for review in cycle.reviews} for cycle in (then, now))
    for name in dict.fromkeys([*before, *after]):
        if before.get(name) != after.get(name):
            what = "would go" if name not in before else "would come back" if name not in after else "would be as then"
            yield f"The review by {isolated(name)} {what}"
    agreed = [name for name in {*then.agreed, *now.agreed} if then.agreed.get(name) != now.agreed.get(name)]
    if agreed:
        yield f"What was agreed about {counted(len(agreed), 'criterion', 'criteria')} would be as then"
    if then.conversation != now.conversation:
        yield "What is written about the conversation would be as then"


def _around(then: Assessment, now: Assessment) -> Iterator[str]:
    """How the profile, the role and the row of cycles differ."""
    parts = {
        "name": then.person.name != now.person.name,
        "title": then.person.title != now.person.title,
        "experience": (then.person.in_role_since, then.person.experience)
        != (now.person.in_role_since, now.person.experience),
        "levels": (then.current, then.target) != (now.current, now.target),
    }
    changed = [name for name, is_other in parts.items() if is_other]
    if changed:
        yield f"Of the profile, {series(changed)} would be as then"
    if then.role != now.role:
        yield f"The role “{isolated(then.role.title)}” would be as it was then"
    if then.hiring != now.hiring:
        yield "What is recorded of the hiring process would be as then"
    yield from _cycles(then, now)


def _cycles(then: Assessment, now: Assessment) -> Iterator[str]:
    before, after = ({cycle.name: cycle for cycle in side.cycles} for side in (then, now))
    for name in dict.fromkeys([*before, *after]):
        said = f"The cycle “{isolated(name)}”"
        if name not in before:
            yield f"{said} would go, with all that is in it"
        elif name not in after:
            yield f"{said} would come back"
        elif name == then.cycle.name and name != now.cycle.name:
            yield f"{said} would be the current one again"
        elif name != then.cycle.name and before[name] != after[name]:
            yield f"{said} would be as it was then"
    if then.cycle.name == now.cycle.name and then.cycle.opened != now.cycle.opened:
        yield f"“{isolated(then.cycle.name)}” would have been opened on another day"

"""Two people, or two machines, went on from the same assessment: one that has what both did.

What only one of them changed is taken; what both changed to the same is taken once; what both changed
differently is a conflict that a person decides. Lists of things with a name (evidence, actions, reviews,
indicator values) are compared thing by thing, cycles and reviews criterion by criterion, and what differs of one
thing field by field. Fields that mean something only together, such as the status of an action and the day on which
it was done, are one: no side’s half is ever put to the other’s.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from ladder_app.domain.assessment import Assessment, Experience, HiringRecord, Person
from ladder_app.domain.assessment_integrity import criteria_named
from ladder_app.domain.cycle import Agreed, Conversation, Cycle, IndicatorValue, PromotionCase, Review
from ladder_app.domain.entries import Action, Evidence
from ladder_app.domain.history import take_over
from ladder_app.domain.matching import flat, merged_names
from ladder_app.domain.role import Criterion, PerformanceIndicator, Role
from ladder_app.domain.values import Path

K = TypeVar("K", bound=str | int | tuple[str | int, ...])
V = TypeVar("V")
R = TypeVar("R", bound=Criterion | PerformanceIndicator)


class _Absent:
    """Stands for what is not there."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()
"""In a conflict: that side has no such thing (any more)."""

_ENTRIES = (Evidence, Action)
_MERGED_BY_FIELD = (
    *(Person, Cycle, Review, Agreed, Conversation, PromotionCase),
    *(*_ENTRIES, IndicatorValue, HiringRecord),
)
_NAMED = (*_ENTRIES, Review, IndicatorValue, Criterion, PerformanceIndicator, HiringRecord, Experience)
_TOGETHER: Final[Mapping[type, tuple[str, ...]]] = {
    Action: ("status", "done_on"),
    Evidence: ("result", "change"),
    IndicatorValue: ("value", "projects", "answers"),
}
"""Fields that say one thing between them: a conflict about them stands at the first, with the values of all."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that both sides changed, each differently.

    `place` leads to it from the root: field names, the number of the cycle, ids, the reviewer. Each of the
    three is the value there, None where a field is empty, or `ABSENT`.
    """

    place: Path
    base: object
    mine: object
    theirs: object

    @property
    def criterion_id(self) -> str | None:
        """The criterion whose rating, note, comment or agreement it is; None for anything else."""
        for field, name in zip(self.place[2:], self.place[3:], strict=False):
            if field in ("ratings", "notes", "comments", "agreed", "discussed"):
                return str(name)
        return None


@dataclass(frozen=True, slots=True)
class Merged:
    """What both did, and where they disagree.

    In `assessment` each conflict is decided for mine, but for those whose place was given as theirs.
    """

    assessment: Assessment
    conflicts: tuple[Conflict, ...]


def merge(base: Assessment, mine: Assessment, theirs: Assessment, taking_theirs: Collection[Path] = ()) -> Merged:
    """The assessment that has what both sides did since `base`.

    Call it once to see the conflicts, and again with the places of those that are to be decided for theirs.
    Where the sides are about different versions of the role, all is first brought to the one that is taken.
    """
    merging = _Merging(frozenset(taking_theirs))
    role: Role = merging.value(("role",), base.role, mine.role, theirs.role)
    leading = mine if role == mine.role else theirs
    b, m, t = (_about(role, each, leading) for each in (base, mine, theirs))
    cycles = merging.cycles(b.cycles, m.cycles, t.cycles)
    merged = Assessment(
        id=mine.id if base.id == theirs.id else theirs.id if base.id == mine.id else mine.id,
        person=merging.value(("person",), b.person, m.person, t.person),
        current=merging.value(("current",), b.current, m.current, t.current),
        target=merging.value(("target",), b.target, m.target, t.target),
        cycles=cycles,
        retired=_with_all(
            merging.value(("retired",), b.retired, m.retired, t.retired),
            (*m.retired, *t.retired),
            {name for cycle in cycles for _, name in criteria_named((), cycle)},
        ),
        retired_indicators=_with_all(
            merging.value(("retired_indicators",), b.retired_indicators, m.retired_indicators, t.retired_indicators),
            (*m.retired_indicators, *t.retired_indicators),
            {value.indicator for cycle in cycles for value in cycle.indicators},
        ),
        hiring=merging.value(("hiring",), b.hiring, m.hiring, t.hiring),
        role=role,
    )
    return Merged(merged, tuple(merging.conflicts))


class _Merging:
    """Three values at a time; collects what cannot be decided."""

    def __init__(self, taking_theirs: frozenset[Path]) -> None:
        self._taking_theirs = taking_theirs
        self.conflicts: list[Conflict] = []

    def value(self, place: Path, base: Any, mine: Any, theirs: Any) -> Any:
        """The value at a place; `ABSENT` if it is to be gone."""
        if mine == theirs or base == theirs:
            return mine
        if base == mine:
            return theirs
        if type(mine) is type(theirs):
            if isinstance(mine, _MERGED_BY_FIELD):
                return self._fields(place, base, mine, theirs)
            if isinstance(mine, Mapping):
                entries = [({} if each is ABSENT else each) for each in (base, mine, theirs)]
                return self._entries(place, *entries)
            if isinstance(mine, tuple) and isinstance((mine or theirs)[0], _NAMED):
                named = [({} if each is ABSENT else _by_name(each)) for each in (base, mine, theirs)]
                return tuple(self._entries(place, *named).values())
        return self._decided(place, base, mine, theirs)

    def cycles(self, base: tuple[Cycle, ...], mine: tuple[Cycle, ...], theirs: tuple[Cycle, ...]) -> tuple[Cycle, ...]:
        """The cycles, each by its number: none is ever put between others."""
        merged: dict[int, Cycle] = self._entries(
            ("cycles",), *(dict(enumerate(cycles)) for cycles in (base, mine, theirs))
        )
        last = max(merged)
        for number, cycle in merged.items():
            if cycle.closed is None and number < last:
                # One side took back what the other built on: then it was closed there.
                closed = (mine if number + 1 < len(mine) else theirs)[number].closed
                merged[number] = cycle.model_copy(update={"closed": closed})
        return tuple(merged[number] for number in sorted(merged))

    def _fields(self, place: Path, base: Any, mine: Any, theirs: Any) -> Any:
        model = type(mine)
        before = {
            name: (ABSENT if field.is_required() else field.default) if base is ABSENT else getattr(base, name)
            for name, field in model.model_fields.items()
        }
        merged = {}
        together = _TOGETHER.get(model, ())
        for name, former in before.items():
            if name in together:
                continue
            sides = former, getattr(mine, name), getattr(theirs, name)
            is_attached = name == "criteria" and model in _ENTRIES
            merged[name] = merged_names(*sides) if is_attached else self.value((*place, name), *sides)
        if together:
            parts = [tuple(before[name] for name in together)]
            parts += [tuple(getattr(side, name) for name in together) for side in (mine, theirs)]
            merged.update(zip(together, self._decided((*place, together[0]), *parts), strict=True))
        found = model(**merged)
        return ABSENT if isinstance(found, HiringRecord) and found.says_nothing else found

    def _decided(self, place: Path, base: Any, mine: Any, theirs: Any) -> Any:
        """One side or the other, as a whole."""
        if mine == theirs or base == theirs:
            return mine
        if base == mine:
            return theirs
        self.conflicts.append(Conflict(place, base, mine, theirs))
        return theirs if place in self._taking_theirs else mine

    def _entries(self, place: Path, base: Mapping[K, V], mine: Mapping[K, V], theirs: Mapping[K, V]) -> dict[K, V]:
        """What has a name, thing by thing: in the order of the side that changed it, what only the other has behind."""
        first, second = (theirs, mine) if list(mine) == list(base) else (mine, theirs)
        merged = {}
        for key in (*first, *(key for key in second if key not in first)):
            step = key if isinstance(key, tuple) else (key,)
            found = self.value((*place, *step), base.get(key, ABSENT), mine.get(key, ABSENT), theirs.get(key, ABSENT))
            if found is not ABSENT:
                merged[key] = found
        return merged


def _by_name(things: Iterable[Any]) -> dict[tuple[str | int, ...], Any]:
    """The things by what they are known by; nothing keeps a person from writing an indicator value twice."""
    found: dict[tuple[str | int, ...], Any] = {}
    for thing in things:
        if isinstance(thing, IndicatorValue):
            name: tuple[str | int, ...] = (thing.indicator, thing.period)
        elif isinstance(thing, HiringRecord):
            name = (flat(thing.step),)
        elif isinstance(thing, Experience):
            name = (flat(thing.of).casefold(),)
        else:
            name = (thing.reviewer if isinstance(thing, Review) else thing.id,)
        count = 2
        key = name
        while key in found:
            key = (*name, count)
            count += 1
        found[key] = thing
    return found


def _about(role: Role, assessment: Assessment, leading: Assessment) -> Assessment:
    """The assessment about this version of the role; a level that it lost becomes that of the leading side."""
    if assessment.role == role:
        return assessment
    levels = {level.id for level in role.levels}
    changes = {
        field: getattr(leading, field)
        for field in ("current", "target")
        if getattr(assessment, field) not in (None, *levels)
    }
    return take_over(assessment.model_copy(update=changes), role)


def _with_all(kept: tuple[R, ...], known: Iterable[R], named: Collection[str]) -> tuple[R, ...]:
    """What is retired, and what one side let go of while the other still speaks of it."""
    found = {item.id: item for item in kept}
    for item in known:
        if item.id in named:
            found.setdefault(item.id, item)
    return tuple(found.values())

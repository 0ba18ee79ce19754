"""What differs between two states of an assessment: which criteria it is about, and how much of what."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Cycle
from ladder_app.domain.entries import Action, Evidence

V = TypeVar("V")
_BY_CRITERION = ("ratings", "notes", "evidence", "actions", "agreed")
_BESIDE = ("indicators", "reviews", "conversation", "promotion")


@dataclass(frozen=True, slots=True)
class Difference:
    """From one state to another.

    `criteria` are those whose ratings, evidence and the like are others. `is_elsewhere` says that something else
    of the cycle is another, too; `is_profile` that the person or a level is; `is_frame` that the role or the
    row of cycles is, so that hardly anything can be compared.
    """

    counts: Mapping[str, int]
    """How many of each differ: `rating`, `note`, `evidence`, `action`, `agreement`, `indicator`, `hiring`, `review`;
    `conversation`, `promotion` and `other` are 1 where they do. None are counted from one cycle to the next."""
    criteria: frozenset[str]
    is_elsewhere: bool
    is_profile: bool
    is_frame: bool

    @property
    def touched(self) -> frozenset[str] | None:
        """The criteria, where nothing but what belongs to the cycle differs; else None."""
        return None if self.is_profile or self.is_frame else self.criteria


def difference(before: Assessment, after: Assessment) -> Difference:
    """What is another in `after` than in `before`."""
    old, new = before.cycle, after.cycle
    entries = [*_others(old.evidence, new.evidence), *_others(old.actions, new.actions)]
    fields = {
        "rating": _keys(old.ratings, new.ratings),
        "note": _keys(old.notes, new.notes),
        "agreement": _keys(old.agreed, new.agreed),
    }
    counts = Counter({name: len(keys) for name, keys in fields.items()})
    counts.update("evidence" if kind is Evidence else "action" for kind, _ in {key for key, _ in entries})
    counts["indicator"] = len({(v.indicator, v.period) for v in _unshared(old.indicators, new.indicators)})
    counts["hiring"] = len({record.step for record in _unshared(before.hiring, after.hiring)})
    counts["review"] = len({review.reviewer for review in _unshared(old.reviews, new.reviews)})
    counts["conversation"] = int(old.conversation != new.conversation)
    counts["promotion"] = int(old.promotion != new.promotion)
    beside = {field: getattr(new, field) for field in (*_BY_CRITERION, *_BESIDE)}
    counts["other"] = int(old.model_copy(update=beside) != new)
    if len(before.cycles) != len(after.cycles):
        counts.clear()  # what is in one cycle is no change of what was in another
    named = {name for _, entry in entries for name in entry.criteria}
    rest = old.model_copy(update={field: getattr(new, field) for field in _BY_CRITERION}) != new
    loose = any(not entry.criteria for _, entry in entries)
    return Difference(
        counts=counts,
        criteria=frozenset(named.union(*fields.values(), _talked(old, new))),
        is_elsewhere=rest or loose or before.hiring != after.hiring,
        is_profile=(before.person, before.current, before.target) != (after.person, after.current, after.target),
        is_frame=before.role != after.role or before.cycles[:-1] != after.cycles[:-1],
    )


def _keys(old: Mapping[str, object], new: Mapping[str, object]) -> set[str]:
    """The keys under which the two hold different things."""
    return {key for key in {*old, *new} if old.get(key) != new.get(key)}


def _unshared(old: Iterable[V], new: Iterable[V]) -> list[V]:
    """What only one of the two has just so."""
    first, second = list(old), list(new)
    return [each for each in (*first, *second) if each not in first or each not in second]


def _others(
    old: Iterable[Evidence | Action], new: Iterable[Evidence | Action]
) -> Iterable[tuple[tuple[type, str], Evidence | Action]]:
    """What one of the two has not, or has otherwise: by kind and id, in both of its forms."""
    for one, other in ((tuple(old), tuple(new)), (tuple(new), tuple(old))):
        yield from (((type(entry), entry.id), entry) for entry in one if entry not in other)


def _talked(old: Cycle, new: Cycle) -> set[str]:
    """The criteria of which reviewers, or the record of the conversation, say something else."""
    found = _keys(old.conversation.discussed, new.conversation.discussed)
    before = {review.reviewer: review for review in old.reviews}
    after = {review.reviewer: review for review in new.reviews}
    for name in _keys(before, after):
        sides = [side[name] for side in (before, after) if name in side]
        for field in ("ratings", "comments"):
            found |= _keys(getattr(sides[0], field) if len(sides) > 1 else {}, getattr(sides[-1], field))
    return found

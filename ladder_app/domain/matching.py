"""Pairing what there was with what there is: of two versions of a role, of names that two sides changed."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Matches(Generic[T]):
    """Pairs of old and new in the new order; what is new in that order; what is gone in the old one."""

    pairs: tuple[tuple[T, T], ...]
    new: tuple[T, ...]
    gone: tuple[T, ...]


def matched(old: Sequence[T], new: Sequence[T], keys: Sequence[Callable[[T], Hashable]]) -> Matches[T]:
    """Pair off what is equal by the first key, then what is left by the next, and so on.

    Where several are equal by one key, they pair in order and each but once.
    """
    partners: dict[int, int] = {}
    for key in keys:
        taken = set(partners.values())
        waiting: dict[Hashable, list[int]] = {}
        for i in reversed(range(len(old))):
            if i not in taken:
                waiting.setdefault(key(old[i]), []).append(i)
        for j, item in enumerate(new):
            if j not in partners and (candidates := waiting.get(key(item))):
                partners[j] = candidates.pop()
    taken = set(partners.values())
    return Matches(
        pairs=tuple((old[partners[j]], item) for j, item in enumerate(new) if j in partners),
        new=tuple(item for j, item in enumerate(new) if j not in partners),
        gone=tuple(item for i, item in enumerate(old) if i not in taken),
    )


def merged_names(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Names that two sides went on from: with what either added, without what either took away.

    In my order, with theirs behind, unless only they changed them.
    """
    if mine == base:
        return tuple(theirs)
    if theirs in (base, mine):
        return tuple(mine)
    gone = {name for name in base if name not in mine or name not in theirs}
    return tuple(name for name in dict.fromkeys((*mine, *theirs)) if name not in gone)


def flat(text: str) -> str:
    """A text on one line with single spaces, as it is compared."""
    return " ".join(text.split())

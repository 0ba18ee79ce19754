"""Which entry of a list is which of the list as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_NAMES = ("id", "level", "label", "title")


def pairs(before: Sequence[Any], after: Sequence[Any], known: Collection[str] = ()) -> list[int | None]:
    """For each entry its position in the list as it was; None for one that is new.

    What keeps its name is the same; and what stands where something else stood that is gone, unless it is
    `known` to be elsewhere.
    """
    places: dict[str, list[int]] = {}
    for position, item in enumerate(before):
        places.setdefault(_name(item), []).append(position)
    found: list[int | None] = [places[name].pop(0) if places.get(name := _name(item)) else None for item in after]
    gone = set(range(len(before))).difference(found)
    gone -= {position for position in gone if _name(before[position]) in known}
    previous = -1
    for number, item in enumerate(after):
        here = found[number]
        if here is None and previous + 1 in gone and _name(item) not in known:
            here = found[number] = previous + 1
        previous = len(before) if here is None else here
    return found


def _name(item: Any) -> str:
    return next((str(getattr(item, name)) for name in _NAMES if hasattr(item, name)), str(item))

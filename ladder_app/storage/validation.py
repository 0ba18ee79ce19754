"""Plain values → a model, or every fault with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from ladder_app.domain.values import Fault, Frozen, Path
from ladder_app.storage import wording
from ladder_app.storage.annotations import is_model, type_at
from ladder_app.storage.mending import KEY_MARKER, hidden_contradictions, inconsistencies, is_about_key
from ladder_app.storage.typed_scalars import give_types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.storage.positions import Branch

M = TypeVar("M", bound=Frozen)

MOST_GUESSES = 20
"""For so many unknown keys it is guessed what was meant; where more is wrong, it was no slip of the finger."""


MOST_FAULTS = 5_000
"""So many faults of a file are listed; nobody reads as many, and listing a hundred thousand takes ten seconds."""


MOST_COUNTED = 20_000
"""With more faults than this each takes its kilobyte in vain: long lists are shortened before they are looked at."""


class NotValid(Exception):
    """Carries the faults as (message, index of the character)."""

    def __init__(self, faults: list[tuple[str, int]]) -> None:
        self.faults = faults
        super().__init__()


def validated(model: type[M], value: dict[str, Any], positions: Branch, counted: int = 0) -> M:
    """The model that the plain values describe.

    Keys with nothing behind them count as not written. Raises `NotValid` with every fault in file order.
    `counted` is how many faults there were before the values were shortened.
    """
    give_types(model, value)
    try:
        made = model.model_validate(value)
    except ValidationError as error:
        count = error.error_count()
        if not counted and count > MOST_COUNTED and _shortened(model, value):
            del error
            return validated(model, value, positions, count)
        faults = error.errors(include_url=False)
    else:
        if counted:
            raise NotValid([(f"{counted:,} faults are further down in its long lists; too many to list.", 0)])
        return made
    nothing = [fault["loc"] for fault in faults if fault["input"] is None and fault["type"] != "extra_forbidden"]
    dropped = [path for path in nothing if _dropped(value, path)]
    if dropped:
        return validated(model, value, positions, counted)
    left_out, faults = faults[MOST_FAULTS:], faults[:MOST_FAULTS]
    unknown = [fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"]
    others = [fault for fault in faults if fault["type"] != "extra_forbidden" and is_real(fault)]
    found = [pair for fault in others for pair in _placed(fault, positions)]
    for number, path in enumerate(unknown):
        known = _fields(model, path[:-1]) if number < MOST_GUESSES else ()
        found.append((wording.unknown_key(path, known), positions.find(path, key=True)))
    if left_out or counted:
        unlisted = counted - len(faults) if counted else len(left_out)
        message = f"From here on {unlisted:,} more faults are not listed; mend the others first."
        found.append((message, positions.find((left_out[:1] or faults[-1:])[0]["loc"])))
    elif any(fault["loc"] for fault in faults):  # else it has its shape, and all contradictions are told already
        hidden = (_contradiction(fault, positions) for fault in hidden_contradictions(model, value, faults))
        told = frozenset(found)
        found += [pair for pair in hidden if pair not in told]
    raise NotValid(sorted(found, key=lambda pair: pair[1]))


def _shortened(model: type[Frozen], value: dict[str, Any]) -> bool:
    """Cut off what no fault would be listed of at the end of the longest lists and mappings; whether there was any.

    Keys that the model knows stay: without them it would miss something.
    """
    cut = False
    waiting: list[tuple[Path, Any]] = [((), value)]
    while waiting:
        path, at = waiting.pop()
        if isinstance(at, list | dict) and len(at) > MOST_FAULTS + 1:
            cut = True
            _cut_off(at, () if isinstance(at, list) else _fields(model, path))
        inner = at.items() if isinstance(at, dict) else enumerate(at) if isinstance(at, list) else ()
        waiting.extend(((*path, step), found) for step, found in inner)
    return cut


def _cut_off(long: list[Any] | dict[str, Any], known: tuple[str, ...]) -> None:
    if isinstance(long, list):
        del long[MOST_FAULTS + 1 :]
        return
    unknown = [key for key in long if key not in known]
    for key in unknown[MOST_FAULTS + 1 :]:
        del long[key]


def is_real(fault: Any) -> bool:
    """Pydantic calls a list too short whose entries are there but at fault; they speak for themselves."""
    return not (fault["type"] == "too_short" and len(fault["input"]) >= fault["ctx"]["min_length"])


def _dropped(value: Any, path: Path) -> bool:
    """Remove a key that has nothing behind it; whether there was one."""
    for step in path[:-1]:
        value = value[step]
    if isinstance(value, dict) and path and value.get(path[-1], value) is None:
        del value[path[-1]]
        return True
    return False


def _placed(fault: Any, positions: Branch) -> Iterator[tuple[str, int]]:
    """What to say about a fault, and where: one thing, or each contradiction of a value on its own."""
    path: Path = fault["loc"]
    if contradictions := inconsistencies(fault):
        yield from (_contradiction(inner, positions) for inner in contradictions)
    elif fault["type"] == "missing" and positions.has(path):
        yield wording.empty(path), positions.find(path, key=True)
    else:
        if path and path[-1] == KEY_MARKER and not positions.has(path):
            path = path[:-1]
        yield wording.words(fault, path), positions.find(path, key=path != fault["loc"])


def _contradiction(fault: Fault, positions: Branch) -> tuple[str, int]:
    return fault.message, positions.find(fault.path, key=is_about_key(fault))


def _fields(model: type[Frozen], path: Path) -> tuple[str, ...]:
    """The keys that the mapping at `path` may have."""
    at = type_at(model, path)
    return tuple(at.model_fields) if is_model(at) else ()

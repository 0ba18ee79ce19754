"""What a person does to a role as a whole: adds, removes and moves its levels and criteria."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ladder_app.domain.role import Criterion, Kind, Level, Role
from ladder_app.domain.role_editing import (
    Place,
    aside,
    criteria_of,
    criterion_added,
    criterion_at,
    level_added,
    new_name,
    step,
)
from ladder_app.domain.role_references import without
from ladder_app.gui.questions import ask
from ladder_app.report.role_use_words import removal_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.role_editor.draft import RoleDraft


class RoleEdits(QObject):
    """Does it to a draft, at the place where the person is."""

    added = Signal()
    """Something new is there, without words yet."""
    removed = Signal()

    def __init__(self, draft: RoleDraft, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self._widget = parent

    def add_level(self) -> None:
        """Add a level above the one that the person is at."""
        draft = self._draft
        after = len(draft.role.levels) if draft.place is None else draft.place.level + 1
        name = new_name(f"level-{len(draft.role.levels) + 1}", [level.id for level in draft.role.levels])
        level = Level(id=name, title=f"Level {len(draft.role.levels) + 1}")
        draft.mark_fresh(name)
        draft.change("add level", level_added(draft.role, after, level), Place(after))
        self.added.emit()

    def add_criterion(self, kind: Kind) -> None:
        """Add a criterion behind the one that the person is at."""
        draft = self._draft
        at = draft.place or Place(0)
        end = len(criteria_of(draft.role.levels[at.level], kind))
        place = Place(at.level, kind, at.position + 1 if at.kind is kind else end)
        name = new_name("new-criterion", [criterion.id for _, _, criterion in draft.role.criteria()])
        draft.mark_fresh(name)
        # Who adds one behind another is most often in the middle of an area.
        area = criterion_at(draft.role, at).area if at.kind is kind else None
        criterion = Criterion.model_construct(id=name, text="", area=area)
        draft.change(f"add {kind.value}", criterion_added(draft.role, place, criterion), place)
        self.added.emit()

    def remove(self) -> None:
        """Remove the level or criterion that the person is at; the role keeps its last level.

        Where the open assessment has something about it, that is said first.
        """
        role, place, assessment = self._draft.role, self._draft.place, self._draft.in_use()
        if place is None or (place.kind is None and len(role.levels) == 1):
            return
        gone = role.levels[place.level] if place.kind is None else criterion_at(role, place)
        words = None if assessment is None else removal_words(assessment, gone)
        if words is None:
            self._remove(place)
        else:
            ask(self._widget, *words, ("Remove", partial(self._remove, place)))

    def _remove(self, place: Place) -> None:
        role = without(self._draft.role, place)
        what = "remove level" if place.kind is None else "remove criterion"
        self._draft.change(what, role, _nearest(role, place))
        self.removed.emit()

    def step(self, by: int) -> None:
        """Move what the person is at one place up or down."""
        self._move(step, by)

    def aside(self, by: int) -> None:
        """Move the criterion that the person is at to the level before or after."""
        self._move(aside, by)

    def _move(self, move: Callable[[Role, Place, int], tuple[Role, Place]], by: int) -> None:
        if self._draft.place is not None:
            role, to = move(self._draft.role, self._draft.place, by)
            self._draft.change("move", role, to)


def _nearest(role: Role, place: Place) -> Place:
    """Where to go once what was at a place is gone."""
    if place.kind is None:
        return Place(min(place.level, len(role.levels) - 1))
    left = len(criteria_of(role.levels[place.level], place.kind))
    return Place(place.level, place.kind, min(place.position, left - 1)) if left else Place(place.level)

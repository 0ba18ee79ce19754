"""An import in the making: the source as it was read, what the person decided, and the way back.

What is decided is worked out beside the window, in the order in which it was said; what takes no longer than an eye
blinks is there at once.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from ladder_app.gui.background import Background
from ladder_app.gui.importing.understanding import Step, Understanding, anew, compared, understood, with_decisions
from ladder_app.importers.decisions import decision_on
from ladder_app.importers.ids import slug
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ladder_app.domain.role import Role
    from ladder_app.importers.decisions import Decision, Says
    from ladder_app.importers.result import AccountLine, Imported

_AT_ONCE_MS = 150
"""What is worked out within this time is shown as if it had not been waited for."""


class _Said(QUndoCommand):
    """One thing the person said, about one line or several."""

    def __init__(self, draft: ImportDraft, name: str, after: Understanding) -> None:
        super().__init__(name)
        self._draft = draft
        self._before = draft.now
        self._after = after

    def redo(self) -> None:
        self._draft.put(self._after)

    def undo(self) -> None:
        self._draft.put(self._before)


@dataclass(slots=True)
class _Edit:
    """What is to be made of the state that is there when its turn comes, and how far that is."""

    name: str
    make: Callable[[Understanding, Callable[[int], object]], Step]
    count: int = 1
    done: int = 0

    def say(self, done: int) -> None:
        self.done = done

    def made_of(self, before: Understanding) -> Step:
        return self.make(before, self.say)


class ImportDraft(QObject):
    """What the source is understood as now. `source` is what it was read as, before anything was decided."""

    changed = Signal()
    unfit = Signal(int, int)
    """Of so many things said (the second) so many (the first) had no effect."""
    busy_changed = Signal()
    """Something takes longer than an eye blinks, or nothing does any more."""

    def __init__(
        self, path: Path, source: Imported, now: Understanding | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._source = source
        self.now = now or understood(source)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.indexChanged.connect(self._on_index)
        self._waiting: deque[_Edit | Callable[[], object]] = deque()
        self._edit: _Edit | None = None
        self._work: Background[Step] = Background(self._on_made, self)

    # What is there

    @property
    def found(self) -> Imported:
        """The source as it is understood now."""
        return self.now.found

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What was decided so far."""
        return self.now.decisions

    @property
    def name(self) -> str:
        """What the source is known by for the next time: the id of its role before anything is decided."""
        return slug(self._source.name) if self._source.role is None else self._source.role.id

    def put(self, now: Understanding) -> None:
        """For the undo history alone."""
        self.now = now

    def _on_index(self, _index: int) -> None:
        # After the history itself has moved: what is shown says what can be undone, and whether it is saved.
        self.changed.emit()

    def stop(self) -> None:
        """Tell nothing any more: what shows it goes away."""
        self.undo_stack.blockSignals(True)

    # What is being worked out

    @property
    def is_busy(self) -> bool:
        """Whether something that was said has not had its effect yet."""
        return self._edit is not None or bool(self._waiting)

    @property
    def progress(self) -> tuple[str, int, int]:
        """What is being worked out: its name, how much of it is done, and of how much."""
        edit = self._edit
        return ("", 0, 0) if edit is None else (edit.name, edit.done, edit.count)

    def when_settled(self, slot: Callable[[], object]) -> None:
        """Do this after all that was said so far has its effect; at once if it has."""
        self._add(slot)

    # What is said

    def say(self, name: str, says: Says, lines: Sequence[AccountLine], value: str = "") -> None:
        """Say this about these lines, as one edit."""
        self.say_all(name, [decision_on(line, says, value) for line in lines])

    def say_all(self, name: str, wanted: Sequence[Decision], also: Sequence[Decision] = ()) -> None:
        """Say these things, as one edit; it is no fault if those in `also` have no effect."""
        self._add(_Edit(name, partial(with_decisions, wanted, also), len(wanted)))

    def compare_with(self, earlier: Role | None, path: str = "") -> None:
        """The source is a newer state of this role, in the file at that path, or of none."""
        name = "compare with none" if earlier is None else f"compare with {isolated(earlier.title)}"
        self._add(_Edit(name, partial(compared, earlier, path)))

    def start_over(self) -> None:
        """Undecide everything, as one edit."""
        self._add(_Edit("start over", partial(anew, self._source)))

    def undo(self) -> None:
        """Take back what was said last, once it has its effect."""
        self._add(self.undo_stack.undo)

    def redo(self) -> None:
        """Say again what was taken back."""
        self._add(self.undo_stack.redo)

    def _add(self, step: _Edit | Callable[[], object]) -> None:
        self._waiting.append(step)
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and self._edit is None:
            step = self._waiting.popleft()
            if not isinstance(step, _Edit):
                step()
                continue
            self._edit = step
            self._work.start(partial(step.made_of, self.now))
            if not self._work.wait(_AT_ONCE_MS):
                self.busy_changed.emit()

    def _on_made(self, step: Step) -> None:
        edit, self._edit = self._edit, None
        if edit is not None and step.after is not self.now:
            self.undo_stack.push(_Said(self, edit.name, step.after))
        if edit is not None and step.unfit:
            self.unfit.emit(step.unfit, edit.count)
        self._go_on()
        self.busy_changed.emit()

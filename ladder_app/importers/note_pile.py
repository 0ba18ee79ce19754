"""The notes of a role while it is changed: texts by title, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.role import Note
from ladder_app.importers.wordings import letters

if TYPE_CHECKING:
    from collections.abc import Iterable


class NotePile:
    """Takes texts in, and lines out."""

    def __init__(self, notes: Iterable[Note]) -> None:
        self._notes = list(notes)

    @property
    def kept(self) -> tuple[Note, ...]:
        """Those that say something."""
        return tuple(note for note in self._notes if note.text)

    def add(self, title: str, text: str) -> None:
        """A text among the notes of that title."""
        for number, note in enumerate(self._notes):
            if note.title == title:
                self._notes[number] = note.model_copy(update={"text": f"{note.text}\n\n{text}" if note.text else text})
                return
        self._notes.append(Note(title=title, text=text))

    def strike(self, said: str) -> None:
        """Take out the first line that reads so, by its letters."""
        for number, note in enumerate(self._notes):
            rows = note.text.split("\n")
            at = next((i for i, row in enumerate(rows) if letters(row) == said), None)
            if at is not None:
                left = "\n".join(rows[:at] + rows[at + 1 :]).strip("\n")
                # Headings are lines of the source too: where they are all that is left, the note says them.
                left = left or ("" if letters(note.title) == said else note.title)
                self._notes[number] = note.model_copy(update={"text": left})
                return

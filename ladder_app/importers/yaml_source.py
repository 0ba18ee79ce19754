"""YAML that is a source: its values, and which line each of them starts on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ladder_app.storage.positions import Lines
from ladder_app.storage.yaml_reading import PlainDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.importers.drafts import DraftLevel, Ledger, Target
    from ladder_app.importers.result import Place


class YamlSource:
    """A YAML text inside a source of which it starts at line `first` (from 0). Raises `SyntaxFault`."""

    def __init__(self, text: str, first: int = 0) -> None:
        self._document = PlainDocument(text)
        self._lines = Lines(text)
        self._first = first
        self._starts: list[tuple[int, Place, DraftLevel | None, Target | None]] = []

    @property
    def value(self) -> dict[str, Any]:
        """The root mapping; every scalar is text."""
        return self._document.value

    def line(self, *path: str | int) -> int:
        """The line (from 0) on which what is at `path` starts: its key, or its entry in a list."""
        return self._first + self._lines.place(self._document.positions.find(path, key=True))[0] - 1

    def entries(self, *path: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """The mappings of the list at `path`, numbered."""
        value: Any = self.value
        for step in path:
            value = value.get(step) if isinstance(value, dict) else None
        for number, entry in enumerate(value if isinstance(value, list) else []):
            if isinstance(entry, dict):
                yield number, entry

    def put(self, line: int, place: Place, level: DraftLevel | None = None, target: Target | None = None) -> None:
        """From this line on, up to the next that is put somewhere, lines went to that place."""
        self._starts.append((line, place, level, target))

    def settle(self, ledger: Ledger, end: int) -> None:
        """Write all that was put into the ledger, up to line `end`."""
        self._starts.sort(key=lambda start: start[0])
        for number, (line, place, level, target) in enumerate(self._starts):
            stop = self._starts[number + 1][0] if number + 1 < len(self._starts) else end
            ledger.put(range(line, stop), place, level, target)


def text_of(value: object) -> str:
    """A value as one text: itself, or the entries of a list as bullets."""
    if isinstance(value, list):
        return "\n".join(f"- {text_of(entry)}" for entry in value if text_of(entry))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {text_of(entry)}" for key, entry in value.items() if text_of(entry))
    return str(value).strip() if value is not None else ""

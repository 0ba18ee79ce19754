"""YAML text → plain values, with the place of each.

Only the plain part of YAML is read: mappings with text keys, lists and scalars. Every scalar stays
text (`~`, `null` and nothing become None), so that `title: 2026` and `name: No` are what a person
means by them; the models convert what they want as a number, a date or a yes. Anchors, aliases, tags
and further documents are refused, which is also what keeps a small file from becoming a large value.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml

from ladder_app.storage.positions import Branch, Place
from ladder_app.storage.yaml_words import syntax_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 32
"""How deep values may lie inside each other; a real file needs ten."""

MAX_EVENTS = 300_000
"""How many values, ends and beginnings a file may have; a role of 1,000 criteria has 15,000."""

_FASTEST: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))


Fault = tuple[str, int]
"""A message, and the index of the character it is about."""


class SyntaxFault(Exception):
    """The text cannot be read any further: what is wrong, and at which character."""

    def __init__(self, message: str, index: int) -> None:
        self.message = message
        self.index = index
        super().__init__(message)


class PlainDocument:
    """One YAML document as dicts, lists, str and None, read in one pass.

    `value` is the root mapping, `positions` says where each value starts, and `faults` are those that did
    not stop the reading. Raises `SyntaxFault` for one that does.
    `loader` is PyYAML's in C unless this Python has only the one in Python.
    """

    def __init__(self, text: str, loader: type[Any] = _FASTEST) -> None:
        self.faults: list[Fault] = []
        try:
            root = self._read(_events(text, loader))
        except (yaml.YAMLError, UnicodeError) as error:
            raise SyntaxFault(*syntax_fault(error, text)) from error
        self.value: dict[str, Any] = root.value
        self.positions: Branch = root.branch

    def _read(self, events: Iterator[Any]) -> _OpenMapping:
        next(events)  # the start of the stream
        if type(next(events)) is yaml.StreamEndEvent:
            raise SyntaxFault("The file is empty.", 0)
        first: Any = next(events)
        start: int = first.start_mark.index
        if type(first) is not yaml.MappingStartEvent:
            raise SyntaxFault("The file must hold keys with values, such as “title: …”.", start)
        self._refuse_extras(first)
        root = _OpenMapping(start, self.faults)
        self._fill(root, events)
        next(events)  # the end of the document
        if type(more := next(events)) is not yaml.StreamEndEvent:
            self.faults.append(("A second document starts here; a file holds one.", more.start_mark.index))
        return root

    def _fill(self, root: _OpenMapping, events: Iterator[Any]) -> None:
        """Read up to the end of the root mapping, without recursion."""
        innermost: _OpenMapping | _OpenList = root
        around: list[_OpenMapping | _OpenList] = []
        for event in islice(events, MAX_EVENTS):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_extras(event)
                innermost.take(event.value, event.start_mark.index, plain=not event.style)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                if not around:
                    return
                innermost = around.pop()
            elif kind is yaml.AliasEvent:
                name, index = f"*{event.anchor}", event.start_mark.index
                message = f"“{name}” stands for a value from elsewhere; write it out, or put it in quotes."
                self.faults.append((message, index))
                innermost.take(name, index, plain=False)
            else:
                self._refuse_extras(event)
                index = event.start_mark.index
                inner = _OpenMapping(index, self.faults) if kind is yaml.MappingStartEvent else _OpenList(index)
                innermost.put(inner.value, inner.branch)
                around.append(innermost)
                innermost = inner
                if len(around) >= MAX_DEPTH:
                    raise SyntaxFault(f"Values lie more than {MAX_DEPTH} deep inside each other here.", index)
        raise SyntaxFault("The file holds more values than are read; a role or an assessment needs far fewer.", 0)

    def _refuse_extras(self, event: Any) -> None:
        index = event.start_mark.index
        if event.anchor is not None:
            self.faults.append((f"“&{event.anchor}” marks a value for use elsewhere; write it out instead.", index))
        if event.tag is not None:
            self.faults.append((f"“{event.tag}” is a YAML tag; remove it.", index))


class _OpenList:
    """A list that is being read."""

    def __init__(self, index: int) -> None:
        self.value: list[Any] = []
        self._places: list[Place] = []
        self.branch = Branch(index, self._places)

    def take(self, text: str, index: int, *, plain: bool) -> None:
        """The next scalar; `plain` if it is not in quotes or a block."""
        self.put(None if plain and text in _NOTHING else text, index)

    def put(self, value: Any, place: Place) -> None:
        """The next entry."""
        self.value.append(value)
        self._places.append(place)


class _OpenMapping:
    """A mapping that is being read: after a key comes its value."""

    def __init__(self, index: int, faults: list[Fault]) -> None:
        self.value: dict[str, Any] = {}
        self._places: dict[str, tuple[int, Place]] = {}
        self.branch = Branch(index, self._places)
        self._faults = faults
        self._key: str | None = None
        self._key_index = 0

    def take(self, text: str, index: int, *, plain: bool) -> None:
        """The next scalar, a key or a value; `plain` if it is not in quotes or a block."""
        if self._key is not None:
            self.put(None if plain and text in _NOTHING else text, index)
            return
        if text in self.value:
            self._faults.append((f"“{text}” is there a second time; keep one of them.", index))
        elif plain and text == "<<":
            self._faults.append(("“<<” would merge another mapping; write the keys out instead.", index))
        self._key, self._key_index = text, index

    def put(self, value: Any, place: Place) -> None:
        """The value of the key that was just read."""
        if self._key is None:
            index = place.index if isinstance(place, Branch) else place
            raise SyntaxFault("A key must be plain text, not a list or a mapping.", index)
        self.value[self._key] = value
        self._places[self._key] = (self._key_index, place)
        self._key = None


def _events(text: str, loader: type[Any]) -> Iterator[Any]:
    parser = loader(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    finally:
        parser.dispose()

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

from ladder_app.storage.positions import Branch
from ladder_app.storage.yaml_words import syntax_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 32
"""How deep values may lie inside each other; a real file needs ten."""

MAX_EVENTS = 300_000
"""How many values, ends and beginnings a file may have; a role of 1,000 criteria has 15,000."""

_FASTEST: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))


class SyntaxFault(Exception):
    """The text cannot be read any further: what is wrong, and at which character."""

    def __init__(self, message: str, index: int) -> None:
        self.message = message
        self.index = index
        super().__init__(message)


class PlainDocument:
    """One YAML document as dicts, lists, str and None, read in one pass.

    `value` is the root mapping, `positions` says where each value starts, and `faults` are those that did
    not stop the reading, as (message, index of the character). Raises `SyntaxFault` for one that does.
    `loader` is PyYAML's in C unless this Python has only the one in Python.
    """

    def __init__(self, text: str, loader: type[Any] = _FASTEST) -> None:
        self.faults: list[tuple[str, int]] = []
        self.value: dict[str, Any] = {}
        self.positions = Branch(0, {})
        try:
            self._read(_events(text, loader))
        except (yaml.YAMLError, UnicodeError) as error:
            raise SyntaxFault(*syntax_fault(error, text)) from error

    def _read(self, events: Iterator[Any]) -> None:
        next(events)  # the start of the stream
        if type(next(events)) is yaml.StreamEndEvent:
            raise SyntaxFault("The file is empty.", 0)
        root: Any = next(events)
        start: int = root.start_mark.index
        if type(root) is not yaml.MappingStartEvent:
            raise SyntaxFault("The file must hold keys with values, such as “title: …”.", start)
        self._refuse_extras(root)
        self.positions.index = start
        self._read_mapping(events)
        next(events)  # the end of the document
        if type(more := next(events)) is not yaml.StreamEndEvent:
            self.faults.append(("A second document starts here; a file holds one.", more.start_mark.index))

    def _read_mapping(self, events: Iterator[Any]) -> None:
        """Read up to the end of the root mapping, without recursion.

        One loop, and the same few lines for a value twice: nine tenths of loading a file are spent here.
        """
        scalar, mapping, sequence = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
        mapping_end, sequence_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
        value: Any = self.value
        inside: Any = self.positions.inside
        in_list = False
        key: str | None = None
        key_index = 0
        above: list[tuple[Any, Any, bool]] = []
        for event in islice(events, MAX_EVENTS):
            kind = type(event)
            if kind is scalar:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_extras(event)
                found: Any = event.value
                index = event.start_mark.index
                if in_list:
                    value.append(None if found in _NOTHING and not event.style else found)
                    inside.append(index)
                elif key is None:
                    if found in value:
                        self.faults.append((f"“{found}” is there a second time; keep one of them.", index))
                    elif found == "<<" and not event.style:
                        self.faults.append(("“<<” would merge another mapping; write the keys out instead.", index))
                    key, key_index = found, index
                else:
                    value[key] = None if found in _NOTHING and not event.style else found
                    inside[key] = (key_index, index)
                    key = None
            elif kind is mapping or kind is sequence:
                self._refuse_extras(event)
                index = event.start_mark.index
                below: Any = {} if kind is mapping else []
                branch = Branch(index, {} if kind is mapping else [])
                if in_list:
                    value.append(below)
                    inside.append(branch)
                elif key is None:
                    raise SyntaxFault("A key must be plain text, not a list or a mapping.", index)
                else:
                    value[key] = below
                    inside[key] = (key_index, branch)
                    key = None
                above.append((value, inside, in_list))
                if len(above) >= MAX_DEPTH:
                    raise SyntaxFault(f"Values lie more than {MAX_DEPTH} deep inside each other here.", index)
                value, inside, in_list = below, branch.inside, kind is sequence
            elif kind is mapping_end or kind is sequence_end:
                if not above:
                    return
                value, inside, in_list = above.pop()
            else:
                self._refuse_alias(event)
                if in_list:
                    value.append(None)
                    inside.append(event.start_mark.index)
                elif key is None:
                    key, key_index = f"*{event.anchor}", event.start_mark.index
                else:
                    value[key], inside[key] = None, (key_index, event.start_mark.index)
                    key = None
        raise SyntaxFault("The file holds more values than are read; a role or an assessment needs far fewer.", 0)

    def _refuse_extras(self, event: Any) -> None:
        index = event.start_mark.index
        if event.anchor is not None:
            self.faults.append((f"“&{event.anchor}” marks a value for use elsewhere; write it out instead.", index))
        if event.tag is not None:
            self.faults.append((f"“{event.tag}” is a YAML tag; remove it.", index))

    def _refuse_alias(self, event: Any) -> None:
        message = f"“*{event.anchor}” stands for a value from elsewhere; write it out, or put it in quotes."
        self.faults.append((message, event.start_mark.index))


def _events(text: str, loader: type[Any]) -> Iterator[Any]:
    parser = loader(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    finally:
        parser.dispose()

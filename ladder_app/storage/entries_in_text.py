"""Where the values of a model differ from what its text says: the text with just those entries changed.

It follows how people write: block style and flow style, their order of keys, their quotes and line breaks. What
it cannot follow it says by a `ValueError`, or by a text that says something else: the caller reads it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import BaseModel

from ladder_app.domain.role import Criterion, Role
from ladder_app.storage.entry_pairs import pairs
from ladder_app.storage.text_in_place import text_in_place
from ladder_app.storage.yaml_flow import in_braces, in_flow, text_in_flow
from ladder_app.storage.yaml_nodes import Nodes
from ladder_app.storage.yaml_writing import STEP, entry_lines, item_lines, scalar_of, written_fields

if TYPE_CHECKING:
    from typing import TypeAlias

_MOST_ON_A_LINE = 120
"""So long a new entry may be to be written in braces, as those beside it."""

Edit: TypeAlias = tuple[int, int, str]
"""From one character to another, what stands there instead."""


class Rewriting:
    """One role file that is to say something else."""

    def __init__(self, text: str, before: Role, after: Role) -> None:
        self._text = text
        self._nodes = Nodes(text)
        self._before = before
        self._after = after
        self._homes = dict(self._found_homes())
        self._known = {c.id for _, _, c in before.criteria()} & {c.id for _, _, c in after.criteria()}

    def text(self) -> str:
        """The text as it is to be. Raises `ValueError` where that cannot be said."""
        return self._applied(self._model(self._nodes.root, self._before, self._after), 0, len(self._text))

    def _found_homes(self) -> Iterator[tuple[str, tuple[Any, Criterion, _Lines]]]:
        """For each criterion in a list in block style its node, itself, and its lines: it may move to another level."""
        levels = dict(_entries(self._nodes.root)).get("levels")
        for node, level in zip(levels.value if levels else (), self._before.levels, strict=True):
            for name, criteria in (("responsibilities", level.responsibilities), ("requirements", level.requirements)):
                found = dict(_entries(node)).get(name)
                if criteria and found is not None and not found.flow_style:
                    lines = _item_lines(self._nodes, found)
                    for item, criterion, place in zip(found.value, criteria, lines, strict=True):
                        yield criterion.id, (item, criterion, place)

    def _applied(self, edits: Iterable[Edit], start: int, end: int) -> str:
        """The text between two characters with these edits."""
        parts, at = [], start
        for first, last, words in sorted(edits, key=lambda edit: edit[:2]):
            if first < at:
                raise ValueError("two changes of the same characters")
            parts += [self._text[at:first], words]
            at = last
        return "".join([*parts, self._text[at:end]])

    # What differs

    def _model(self, node: Any, before: BaseModel, after: BaseModel) -> Iterator[Edit]:
        if node.flow_style:
            yield from self._braces(node, before, after)
            return
        there = {key.value: (key, value) for key, value in node.value}
        wanted = dict(written_fields(after))
        last: Any = None
        for name in type(after).model_fields:
            old, new = getattr(before, name), getattr(after, name)
            key, value = there.get(name, (None, None))
            is_same = old == new and (not isinstance(new, Mapping) or [*old] == [*new])
            if not is_same and key is not None:
                if name in wanted:
                    yield from self._value(key, value, old, new)
                else:
                    yield self._without(node, key, value)
            elif not is_same:
                yield self._inserted(node, last, name, new)
            last = value if key is not None else last

    def _value(self, key: Any, value: Any, before: Any, after: Any) -> Iterator[Edit]:
        """What differs between two values of a key in block style."""
        inner = self._inside(value, before, after)
        if inner is None:
            start = key.start_mark.index
            words = entry_lines(key.value, after, key.start_mark.column)[key.start_mark.column :]
            inner = [(start, self._nodes.line_end(self._end(key, value)), words)]
        yield from inner

    def _inside(self, node: Any, before: Any, after: Any) -> Iterable[Edit] | None:
        """What differs inside a value; None if it has to be written anew."""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, before, after)
        if isinstance(after, BaseModel) and isinstance(before, BaseModel):
            return self._model(node, before, after)
        if isinstance(after, Mapping):
            return self._mapping(node, before, after)
        return self._list(node, before, after)

    def _scalar(self, node: Any, before: Any, after: Any) -> list[Edit] | None:
        start, written = node.start_mark.index, self._nodes.of(node)
        if not written or isinstance(after, (BaseModel, Mapping, tuple)):
            return None
        words = scalar_of(after)
        if isinstance(after, str):
            line = self._nodes.line_start(start)
            margin = len(self._text[line:start]) - len(self._text[line:start].lstrip(" -"))
            words = text_in_place(written, before, after, margin + STEP, start - line)
            end = self._nodes.end_of(node)
            if "\n" in words and self._text[end : self._nodes.line_end(end)].strip():
                words = in_flow(after)  # a comment behind it would become part of it
        return [(start, self._nodes.end_of(node), words)]

    # Keys with values

    def _without(self, node: Any, key: Any, value: Any) -> Edit:
        start = key.start_mark.index
        if self._nodes.is_first_on_line(start):
            return self._nodes.line_start(start), self._nodes.line_end(self._end(key, value)), ""
        return start, min(other.start_mark.index for other, _ in node.value if other.start_mark.index > start), ""

    def _inserted(self, node: Any, last: Any, name: str, value: Any) -> Edit:
        """A key that was not there, behind the one that comes before it in the order of the format."""
        column = node.value[0][0].start_mark.column
        if last is not None:
            at = self._nodes.line_end(self._end(last, last))
        else:
            at = self._nodes.comments_above(self._nodes.line_start(node.value[0][0].start_mark.index))
        return at, at, self._entry(name, value, column)

    def _entry(self, name: str, value: Any, column: int) -> str:
        """A new key; criteria that stood elsewhere keep what was written there."""
        if isinstance(value, tuple) and value and isinstance(value[0], Criterion):
            items = (self._item(item, column + STEP, is_braced=False) for item in value)
            return " " * column + f"{name}:\n" + "".join(comments + lines for comments, lines in items)
        return entry_lines(name, value, column)

    def _mapping(self, node: Any, before: Mapping[str, str], after: Mapping[str, str]) -> list[Edit] | None:
        if node.flow_style or [key for key in after if key in before] != [key for key in before if key in after]:
            return [(node.start_mark.index, node.end_mark.index, in_flow(after))] if node.flow_style else None
        there = {key.value: (key, value) for key, value in node.value}
        edits: list[Edit] = []
        last = None
        for name, (key, value) in there.items():
            if name not in after:
                edits.append(self._without(node, key, value))
            elif before[name] != after[name]:
                edits += self._value(key, value, before[name], after[name])
        for name, title in after.items():
            if name in there:
                last = there[name][1]
            else:
                edits.append(self._inserted(node, last, name, title))
        return edits

    def _braces(self, node: Any, before: BaseModel, after: BaseModel) -> Iterator[Edit]:
        """What differs inside `{…}`: single values, or all of it where keys come or go."""
        wanted = dict(written_fields(after))
        there = {key.value: (key, value) for key, value in node.value}
        inner = {
            name: self._flow_value(value, getattr(before, name), getattr(after, name))
            for name, (_, value) in there.items()
        }
        if wanted.keys() <= there.keys() and all(n in wanted or getattr(before, n) == getattr(after, n) for n in there):
            for edits in inner.values():
                yield from edits
            return
        entries = {
            name: self._applied(inner[name], key.start_mark.index, self._nodes.end_of(value))
            for name, (key, value) in there.items()
            if name in wanted
        }
        order = [*entries]
        fields = [*type(after).model_fields]
        for name, value in wanted.items():
            if name not in entries:
                below = [known for known in fields[: fields.index(name)] if known in entries]
                order.insert(order.index(below[-1]) + 1 if below else 0, name)
                entries[name] = f"{name}: {in_flow(value)}"
        yield node.start_mark.index, node.end_mark.index, in_braces(entries[name] for name in order)

    def _flow_value(self, node: Any, before: Any, after: Any) -> list[Edit]:
        if before == after:
            return []
        if isinstance(after, BaseModel) and isinstance(before, BaseModel):
            return list(self._braces(node, before, after))
        if isinstance(after, tuple) and isinstance(node, yaml.SequenceNode):
            found = self._list(node, before, after)
            if found is not None:
                return found
        quote = self._nodes.of(node)[:1]
        if isinstance(after, str) and isinstance(before, str) and quote in ("'", '"'):
            words = text_in_place(self._nodes.of(node), before, after, 0, 0)
        else:
            words = text_in_flow(after) if isinstance(after, str) else in_flow(after)
        return [(node.start_mark.index, self._nodes.end_of(node), words)]

    # Lists

    def _list(self, node: Any, before: Sequence[Any], after: Sequence[Any]) -> list[Edit] | None:
        found = pairs(before, after, self._known)
        if found == list(range(len(before))):
            changed = [i for i, item in enumerate(after) if item != before[i]]
            each = [self._listed(node.value[i], before[i], after[i], is_braced=node.flow_style) for i in changed]
            return [edit for edits in each for edit in edits]
        if node.flow_style:
            kept = (
                in_flow(item) if i is None or before[i] != item else self._nodes.of(node.value[i])
                for i, item in zip(found, after, strict=True)
            )
            words = f"[{', '.join(kept)}]"
            is_short = "\n" not in words and len(words) <= _MOST_ON_A_LINE
            return [(node.start_mark.index, node.end_mark.index, words)] if is_short else None
        return [self._reordered(node, before, after, found)]

    def _listed(self, node: Any, before: Any, after: Any, *, is_braced: bool = False) -> Iterable[Edit]:
        if is_braced:
            return self._flow_value(node, before, after)
        return self._inside(node, before, after) or ()

    def _reordered(self, node: Any, before: Sequence[Any], after: Sequence[Any], found: list[int | None]) -> Edit:
        """A list in block style with entries that came, went or moved."""
        places = _item_lines(self._nodes, node)
        column = self._nodes.dash_of(node.value[0]) - places[0].start
        is_spaced = all(place.has_space for place in places[1:]) and len(places) > 1
        is_braced = bool(getattr(node.value[-1], "flow_style", False))
        parts = []
        for number, (old, item) in enumerate(zip(found, after, strict=True)):
            if old is None:
                comments, lines = self._item(item, column, is_braced=is_braced)
            else:
                edits = self._listed(node.value[old], before[old], item) if before[old] != item else ()
                comments = places[old].comments
                lines = self._applied(edits, places[old].start, places[old].end)
            if number == 0:
                comments = comments.lstrip("\n")
            elif is_spaced and not comments.startswith("\n"):
                comments = "\n" + comments
            parts += [comments, lines]
        return places[0].start - len(places[0].comments), places[-1].end, "".join(parts)

    def _item(self, item: Any, column: int, *, is_braced: bool) -> tuple[str, str]:
        """The comments and the lines of an entry that is new in its list."""
        home = self._homes.get(item.id) if isinstance(item, Criterion) else None
        if home is not None:
            node, before, place = home
            if self._nodes.dash_of(node) - place.start == column:
                edits = self._model(node, before, item) if before != item else ()
                return place.comments.lstrip("\n"), self._applied(edits, place.start, place.end)
        line = f"{' ' * column}- {in_flow(item)}\n"
        if is_braced and len(line) <= _MOST_ON_A_LINE:
            return "", line
        return "", item_lines(item, column)

    def _end(self, key: Any, value: Any) -> int:
        return max(self._nodes.end_of(key), self._nodes.end_of(value))


class _Lines:
    """The lines of one entry of a list, and the comments and empty lines above it."""

    def __init__(self, nodes: Nodes, above: int, node: Any) -> None:
        dash = nodes.dash_of(node)
        if not nodes.is_first_on_line(dash) or nodes.text[dash + 1 : node.start_mark.index].strip(" "):
            raise ValueError("an entry that does not start its line")
        self.start = nodes.line_start(dash)
        self.end = nodes.line_end(nodes.end_of(node))
        self.comments = nodes.text[above : self.start]
        self.has_space = self.comments.startswith("\n")


def _item_lines(nodes: Nodes, node: Any) -> list[_Lines]:
    """The lines of each entry of a list in block style."""
    found: list[_Lines] = []
    above = nodes.comments_above(nodes.line_start(nodes.dash_of(node.value[0])))
    for item in node.value:
        found.append(_Lines(nodes, above, item))
        above = found[-1].end
    return found


def _entries(node: Any) -> Iterator[tuple[str, Any]]:
    for key, value in node.value:
        yield key.value, value

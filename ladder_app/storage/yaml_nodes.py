"""Where the parts of a YAML text stand in it: its nodes with their ends, the lines around them, and its comments."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Nodes:
    """The nodes of a text that can be read, and the lines they stand on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Any = yaml.compose(text, Loader=_LOADER)

    def end_of(self, node: Any) -> int:
        """Where a node really ends: YAML counts what follows a block as part of it, up to the next token."""
        start: int = node.start_mark.index
        end: int = node.end_mark.index
        if isinstance(node, yaml.ScalarNode):
            return start + len(self.text[start:end].rstrip())
        if node.flow_style or not node.value:
            return end
        last = node.value[-1]
        return self.end_of(last[1] if isinstance(last, tuple) else last)

    def of(self, node: Any) -> str:
        """The text of a node."""
        return self.text[node.start_mark.index : self.end_of(node)]

    def line_start(self, index: int) -> int:
        """Where the line of a character starts."""
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """Where the line behind that of a character starts."""
        return self.text.find("\n", index) + 1 or len(self.text)

    def is_first_on_line(self, index: int) -> bool:
        """Whether nothing stands before it on its line."""
        return not self.text[self.line_start(index) : index].strip()

    def comments_above(self, line: int) -> int:
        """Where the comments and empty lines between a line and the one above that says something start."""
        while True:
            above = self.line_start(line - 1)
            if self.text[above:line].strip() and not self.text[above:line].lstrip().startswith("#"):
                return line
            line = above

    def dash_of(self, item: Any) -> int:
        """The dash that starts an entry of a list in block style."""
        return self.text.rindex("-", 0, item.start_mark.index)


def comments_in(text: str) -> Counter[str]:
    """Every comment of a YAML text, and how often it stands there."""
    nodes = Nodes(text)
    letters = list(text)
    for scalar in _scalars(nodes.root):
        start = scalar.start_mark.index
        letters[start : nodes.end_of(scalar)] = (" " if letter != "\n" else letter for letter in nodes.of(scalar))
    lines = "".join(letters).split("\n")
    return Counter(line[line.index("#") :].strip() for line in lines if "#" in line)


def _scalars(node: Any) -> Iterator[Any]:
    waiting = [node]
    while waiting:
        at = waiting.pop()
        if isinstance(at, yaml.ScalarNode):
            yield at
        elif isinstance(at, yaml.MappingNode):
            waiting.extend(part for entry in at.value for part in entry)
        else:
            waiting.extend(at.value)

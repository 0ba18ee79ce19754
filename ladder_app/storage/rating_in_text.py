"""One rating changed in the text of an assessment that a person has formatted or commented by hand."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING, Any

import yaml

from ladder_app.errors import FileError
from ladder_app.storage.assessments import assessment_from_text, assessment_text
from ladder_app.storage.atomic import write_atomically
from ladder_app.storage.reading import read_text
from ladder_app.storage.scalars import on_one_line
from ladder_app.storage.yaml_writing import STEP, yaml_text

if TYPE_CHECKING:
    from pathlib import Path

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.entries import Rating

LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Entry = tuple[yaml.ScalarNode, yaml.Node]


def save_rating(path: Path, criterion_id: str, rating: Rating | None) -> None:
    """Give a criterion a rating in the file, or clear it with None; every other line stays as it was.

    A file that is not in Ladder's own form is put into that form only where the rating's lines cannot be
    told. Raises as `load_assessment`, `Assessment.rated` and `save_assessment` do.
    """
    text = read_text(path)
    before = assessment_from_text(text, str(path))
    after = before.rated(criterion_id, rating)
    changed = assessment_text(after)
    if text != assessment_text(before):
        by_hand = with_rating(text, criterion_id, rating)
        if by_hand is not None and says(by_hand, after):
            changed = by_hand
    write_atomically(path, changed.encode(), private=True)


def says(text: str, assessment: Assessment) -> bool:
    """Whether a text is that assessment."""
    try:
        return assessment_from_text(text) == assessment
    except FileError:
        return False


def with_rating(text: str, criterion_id: str, rating: Rating | None) -> str | None:
    """The text of a valid assessment with that rating in its last cycle, every other line as it was.

    None where the ratings are not one entry a line below `ratings:`, so that there is no line to change.
    The caller reads the result to see that it says what is meant.
    """
    entries = _ratings(text)
    if not entries:
        return None
    lines = text.splitlines(keepends=True)
    found = next((entry for entry in entries if entry[0].value == criterion_id), None)
    start, end = _lines_of(entries[-1] if found is None else found)
    if found is None:
        start = end
    column = entries[0][0].start_mark.column
    ending = "\r\n" if lines[0].endswith("\r\n") else "\n"
    if end == len(lines) and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += ending
    lines[start:end] = [line + ending for line in _entry(criterion_id, rating, column)]
    return "".join(lines)


def _ratings(text: str) -> list[Entry]:
    """The entries below `ratings:` in the last cycle, if they are in block style, each on lines of its own."""
    cycles = value_in(yaml.compose(text, LOADER), "cycles")  # a safe loader, and only nodes
    ratings = value_in(cycles.value[-1], "ratings")
    if not isinstance(ratings, yaml.MappingNode) or ratings.flow_style:
        return []
    return list(ratings.value)


def value_in(mapping: Any, key: str) -> Any:
    """The node of a key; None where there is no such key."""
    return next((value for name, value in mapping.value if name.value == key), None)


def _lines_of(entry: Entry) -> tuple[int, int]:
    """The lines an entry takes, as a slice; not the blank and comment lines behind it."""
    key, value = entry
    return key.start_mark.line, max(last_line(key), last_line(value))


def last_line(node: yaml.Node) -> int:
    """The number of the line behind a node, not counting the blank and comment lines that follow it."""
    nodes = [node]
    last = 0
    for each in nodes:
        if isinstance(each, yaml.MappingNode) and not each.flow_style:
            nodes.extend(part for pair in each.value for part in pair)
        elif isinstance(each, yaml.SequenceNode) and not each.flow_style:
            nodes.extend(each.value)
        else:
            last = max(last, each.end_mark.line + (each.end_mark.column > 0))
    return last


def _entry(criterion_id: str, rating: Rating | None, column: int) -> list[str]:
    if rating is None:
        return []
    margin = " " * column
    return [f"{margin}{on_one_line(criterion_id)}:", *indent(yaml_text(rating), margin + " " * STEP).splitlines()]

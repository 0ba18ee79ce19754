"""Evidence added to the text of an assessment that a person has formatted or commented by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from ladder_app.storage.assessments import assessment_from_text, assessment_text
from ladder_app.storage.atomic import write_atomically
from ladder_app.storage.rating_in_text import LOADER, last_line, says, value_in
from ladder_app.storage.reading import read_text
from ladder_app.storage.yaml_writing import STEP, yaml_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ladder_app.domain.entries import Evidence


def save_evidence(path: Path, entries: Sequence[Evidence]) -> None:
    """Add entries to the current cycle of the file; every other line stays as it was.

    A file that is not in Ladder's own form is put into that form only where there is no place to put the
    lines. Raises as `load_assessment`, `Assessment.with_evidence` and `save_assessment` do.
    """
    text = read_text(path)
    before = assessment_from_text(text, str(path))
    after = before
    for entry in entries:
        after = after.with_evidence(entry)
    changed = assessment_text(after)
    if text != assessment_text(before):
        by_hand = with_entries(text, entries)
        if by_hand is not None and says(by_hand, after):
            changed = by_hand
    write_atomically(path, changed.encode(), private=True)


def with_entries(text: str, entries: Sequence[Evidence]) -> str | None:
    """The text of a valid assessment with these entries behind the evidence of its last cycle.

    None where neither the evidence nor the cycle is in block style, so that there is no line to put them.
    The caller reads the result to see that it says what is meant.
    """
    cycle = value_in(yaml.compose(text, LOADER), "cycles").value[-1]  # a safe loader, and only nodes
    evidence = value_in(cycle, "evidence")
    if evidence is None and not cycle.flow_style:
        column = cycle.start_mark.column
        place, made = last_line(cycle), [" " * column + "evidence:"]
        column += STEP
    elif isinstance(evidence, yaml.SequenceNode) and not evidence.flow_style:
        place, made, column = last_line(evidence), [], evidence.start_mark.column
    else:
        return None
    for entry in entries:
        made += _item(entry, column)
    lines = text.splitlines(keepends=True)
    ending = "\r\n" if lines[0].endswith("\r\n") else "\n"
    if place == len(lines) and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += ending
    lines[place:place] = [line + ending for line in made]
    return "".join(lines)


def _item(entry: Any, column: int) -> list[str]:
    margin = " " * (column + STEP)
    lines = [margin + line if line else "" for line in yaml_text(entry).splitlines()]
    lines[0] = f"{' ' * column}- {lines[0].lstrip()}"
    return lines

"""A text of a YAML file that says something else now, written as it was: in its quotes, broken where it was broken."""

from __future__ import annotations

from itertools import takewhile

from ladder_app.storage.scalars import LEAST_WIDTH, WIDTH, double_quoted, folded_lines, on_one_line, value_of

_SLACK = 20
"""By so much a line may get longer before it is broken: a word that changes is one line that changes."""


def text_in_place(written: str, before: str, after: str, indent: int, column: int) -> str:
    """What to write instead of `written`, which says `before`, so that it says `after`.

    It starts at `column`; lines of its own are indented by `indent` spaces. Whether it is read as it should be is
    for the caller to see: what a person writes by hand has too many ways.
    """
    if "\n" in written and "\n" not in after:
        refolded = _refolded(written, before, after)
        if refolded:
            return refolded
    elif written[:1] in "'\"" and "\n" not in after and column + len(after) <= WIDTH + _SLACK:
        return double_quoted(after) if written[0] == '"' else "'" + after.replace("'", "''") + "'"
    elif "\n" not in written + after and column + len(after) <= WIDTH + _SLACK:
        return on_one_line(after)
    return value_of(after, indent, column)


def _refolded(written: str, before: str, after: str) -> str:
    """With the lines at the start and the end that say the same; empty where it is not a text in folded lines."""
    first, *rest = written.split("\n")
    header, lines = (first, rest) if first.startswith(">") else ("", [first, *rest])
    margin = rest[0][: len(rest[0]) - len(rest[0].lstrip())]
    lines = [line.strip() for line in lines]
    if " ".join(lines) != before:
        return ""
    head = _as_before(lines, before, after)
    tail = _as_before([line[::-1] for line in lines[:head:-1]], before[::-1], after[::-1])
    start = sum(len(line) + 1 for line in lines[:head])
    end = len(after) - sum(len(line) + 1 for line in lines[len(lines) - tail :])
    middle = after[start : max(start, end)]
    width = max(LEAST_WIDTH, WIDTH - len(margin), *map(len, lines))
    is_one = head + tail + 1 == len(lines) and len(middle) <= width + _SLACK
    between = [middle] if is_one else folded_lines(middle, width)
    kept = [*lines[:head], *filter(None, between), *lines[len(lines) - tail :]]
    return f"\n{margin}".join([header, *kept] if header else kept)


def _as_before(lines: list[str], before: str, after: str) -> int:
    """How many of the lines from the first on say the same in both, with the space behind them."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    count = end = 0
    for line in lines:
        end += len(line) + 1
        if end > same:
            break
        count += 1
    return count

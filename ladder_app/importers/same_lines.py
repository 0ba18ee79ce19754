"""Lines that spell out several criteria, as rows with a cell for each level do: they are placed as what is on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.wordings import letters
from ladder_app.importers.workbench import PLACE_OF

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ladder_app.domain.role import Criterion
    from ladder_app.importers.result import AccountLine, Imported
    from ladder_app.importers.workbench import Workbench


def place_anew(bench: Workbench, changed: Iterable[Criterion]) -> None:
    """The lines on which one of these stands among others, where all on them are of one kind now."""
    texts = {criterion.id: letters(criterion.text) for criterion in changed}
    for line in bench.lines_after(0):
        if line.target is not None or line.place not in PLACE_OF.values():
            continue
        said = letters(line.text)
        if not any(text in said for text in texts.values()):
            continue
        on_it = bench.criteria_on(line)
        kinds = {bench.home_of(criterion.id)[1] for criterion in on_it}
        if len(kinds) == 1 and not texts.keys().isdisjoint(criterion.id for criterion in on_it):
            bench.put([line.line], PLACE_OF[kinds.pop()], line.level)


def said_on(found: Imported, line: AccountLine) -> str | None:
    """The criterion on a line, or the longest of several that it spells out; the level of a line that has none."""
    if found.role is None or line.target is not None or line.place not in PLACE_OF.values():
        return line.target or line.level
    said = letters(line.text)
    texts = {c.id: letters(c.text) for level, _, c in found.role.criteria() if line.level in (None, level.id)}
    spelled = [(len(text), name) for name, text in texts.items() if text and text in said]
    return max(spelled)[1] if spelled else line.level


def line_that_says(found: Imported, name: str) -> AccountLine | None:
    """The first line of a criterion, or that spells it out among others; or the first of a level."""
    own = next((line for line in found.account if line.target == name), None)
    own = own or _line_that_spells(found, name)
    return own or next((line for line in found.account if line.level == name), None)


def _line_that_spells(found: Imported, criterion: str) -> AccountLine | None:
    text = next((letters(c.text) for _, _, c in found.role.criteria() if c.id == criterion), "") if found.role else ""
    lines = (line for line in found.account if line.target is None and line.place in PLACE_OF.values())
    return next((line for line in lines if text and text in letters(line.text)), None)

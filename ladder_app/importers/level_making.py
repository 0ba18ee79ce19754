"""A line of a source that is a level: what stands below it goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.role import Level
from ladder_app.importers.result import Place
from ladder_app.importers.wordings import bare

if TYPE_CHECKING:
    from ladder_app.importers.result import AccountLine
    from ladder_app.importers.workbench import Workbench


def make_level(bench: Workbench, line: AccountLine) -> bool:
    """The line names a level. Says whether that changes anything."""
    if line.place is Place.LEVEL or not bare(line.text):
        return False
    before = bench.level_at(line.line)
    number = bench.number_of(before) if before else -1
    text, lines = bench.take_out(line)
    title = " ".join(text.split())
    level = Level(id=bench.new_id(title), title=title)
    bench.levels.insert(number + 1, level)
    bench.put(lines, Place.LEVEL, level.id)
    for later in bench.lines_after(max(lines)):
        if later.place is Place.LEVEL:
            break
        if before is not None and later.level == before:
            bench.hand_over(later, before, level.id)
    return True

"""The answer that what was taken for areas are levels: both change places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ladder_app.domain.role import Criterion, Kind, Level
from ladder_app.importers.ids import numbered, slug
from ladder_app.importers.level_order import in_order
from ladder_app.importers.result import Asks, Place
from ladder_app.importers.wordings import bare, letters
from ladder_app.importers.workbench import Workbench

if TYPE_CHECKING:
    from ladder_app.importers.result import Imported

_FEWEST = 2
_KEPT = (Place.NOTE, Place.SUMMARY, Place.HEADING, Place.LAYOUT, Place.AREA)


def with_areas_as_levels(imported: Imported) -> Imported | None:
    """The source with a level for each area that its criteria are in; what were levels are the areas of those.

    A level with criteria in no area stays. None where there are not two areas.
    """
    role = imported.role
    used = dict.fromkeys(c.area for _, _, c in role.criteria() if c.area) if role is not None else {}
    if role is None or len(used) < _FEWEST:
        return None
    bench = Workbench(imported)
    titles = [level.title for level in role.levels]
    homes = dict(zip([level.id for level in role.levels], numbered(map(slug, titles)), strict=True))
    made = _made(bench, [(area, role.areas[area]) for area in used if area is not None], homes)
    for level in role.levels:
        _let_go(bench, level)
    order = in_order([level.title for level in made])
    kept = [level for level in bench.levels if level.id in homes]
    bench.levels[:] = [*kept, *(made[i] for i in order)]
    bench.questions = [q for q in bench.questions if q.asks in (Asks.TITLE, Asks.GRADE)]
    bench.suggestions = [s for s in bench.suggestions if s.field != "refines"]
    found = bench.done()
    if found.role is None:
        return None
    still = {c.area for _, _, c in found.role.criteria()}
    areas = {homes[level.id]: level.title for level in role.levels if homes[level.id] in still}
    return replace(found, role=found.role.model_copy(update={"areas": areas}))


def _made(bench: Workbench, areas: list[tuple[str, str]], homes: dict[str, str]) -> list[Level]:
    """A level for each area, with its criteria; their lines are placed there."""
    made = []
    before = list(bench.levels)
    several = len(before) > 1
    for area, title in areas:
        own: dict[Kind, list[Criterion]] = {kind: [] for kind in Kind}
        for level in before:
            for kind, criterion in level.criteria():
                if criterion.area == area:
                    home = homes[level.id] if several else None
                    own[kind].append(criterion.model_copy(update={"area": home, "refines": None}))
        duties, asked = tuple(own[Kind.RESPONSIBILITY]), tuple(own[Kind.REQUIREMENT])
        new = Level(id=bench.new_id(title), title=title, responsibilities=duties, requirements=asked)
        bench.levels.append(new)
        made.append(new)
        ids = {criterion.id for _, criterion in new.criteria()}
        for line in bench.lines_after(0):
            if line.target in ids:
                bench.put([line.line], line.place, new.id, line.target)
            elif line.place is Place.AREA and letters(bare(line.text)) == letters(title):
                bench.put([line.line], Place.LEVEL, new.id)
    return made


def _let_go(bench: Workbench, level: Level) -> None:
    """Of a level that was one only what is in no area is left; if nothing is, what else it says becomes a note."""
    gone = {criterion.id for _, criterion in level.criteria() if criterion.area}
    duties = tuple(c.model_copy(update={"refines": None}) for c in level.responsibilities if c.id not in gone)
    asked = tuple(c.model_copy(update={"refines": None}) for c in level.requirements if c.id not in gone)
    if duties or asked:
        bench.change_level(level.id, responsibilities=duties, requirements=asked, extends=())
    else:
        bench.levels.pop(bench.number_of(level.id))
    told = [extends.text for extends in level.extends]
    told += [level.summary, level.grade_text] if not (duties or asked) else []
    for text in told:
        if text:
            bench.notes.add(level.title, text)
    for line in bench.lines_after(0):
        if line.level == level.id and not (duties or asked):
            place = Place.AREA if line.place is Place.LEVEL else line.place
            bench.put([line.line], place if place in _KEPT or line.target else Place.NOTE, None, line.target)

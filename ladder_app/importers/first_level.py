"""The first level of a source in which none was found: nothing of it was in a role yet, so all of it comes along."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ladder_app.domain.role import Level, Note, Role
from ladder_app.importers.ids import slug
from ladder_app.importers.result import Asks, Imported, Place
from ladder_app.importers.wordings import bare

if TYPE_CHECKING:
    from ladder_app.importers.result import AccountLine

FIXED = (Place.FRONT_MATTER, Place.TITLE, Place.DESCRIPTION, Place.LAYOUT)
"""Places of lines that are about the source as a whole; nothing is decided about them."""
_KEY = re.compile(r"^\s*[\w-]+:\s+")


def with_first_level(imported: Imported, line: AccountLine | None) -> Imported | None:
    """The source with the level that this line names, or one called as the role; none if that cannot be."""
    named, described = _front(imported, Place.TITLE), _front(imported, Place.DESCRIPTION)
    title = bare(line.text) if line is not None else named or imported.name
    if not title or (line is not None and line.place in FIXED):
        return None
    level = Level(id=slug(title), title=title)
    at = line.line if line is not None else None
    aside = (*FIXED, Place.UNPLACED)
    said = [a for a in imported.account if a.line != at and a.place not in aside]
    notes = (Note(title=imported.name, text="\n".join(a.text for a in said)),) if said else ()
    role = Role(
        id=slug(imported.name), title=named or imported.name, description=described, levels=(level,), notes=notes
    )
    noted = {a.line for a in said}
    account = tuple(
        replace(a, place=Place.LEVEL, level=level.id)
        if a.line == at
        else replace(a, place=Place.NOTE, level=None, target=None)
        if a.line in noted
        else a
        for a in imported.account
    )
    left = tuple(q for q in imported.questions if q.asks is not Asks.LEVELS)
    return replace(imported, role=role, account=account, questions=left)


def _front(imported: Imported, place: Place) -> str | None:
    """What the line that is placed there says, without its key."""
    text = next((a.text for a in imported.account if a.place is place), "")
    return bare(_KEY.sub("", text)).strip(" \"'") or None

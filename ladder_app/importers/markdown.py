"""A Markdown page → a role with its account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.building import imported
from ladder_app.importers.drafts import Draft, Ledger
from ladder_app.importers.front_matter import front_matter
from ladder_app.importers.markdown_blocks import markdown_blocks
from ladder_app.importers.page import PageReader
from ladder_app.importers.result import Imported, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ladder_app.importers.words import Topic


def import_markdown(text: str, name: str, topics: Mapping[int, Topic] | None = None) -> Imported:
    """The role that a page describes. `name` is what the source is called.

    `topics` are a person's decisions: what the section is about whose heading stands on a line (from 0).
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    front = front_matter(lines)
    ledger = Ledger(lines)
    draft = Draft(ledger)
    draft.title = front.text("title", "name", "role", "job_title") or ""
    draft.title_line = front.keys.get("title", 0)
    draft.description = front.text("description")
    for key, place in (("title", Place.TITLE), ("description", Place.DESCRIPTION)):
        if key in front.keys:
            ledger.put([front.keys[key]], place)
    ledger.put(range(front.length), Place.FRONT_MATTER)
    page = markdown_blocks(lines, front.length)
    return imported(PageReader(draft, page, topics or {}).read(), name)

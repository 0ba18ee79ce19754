"""A Markdown page → a role with its account."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Blocks, Heading
from ladder_app.importers.building import imported
from ladder_app.importers.drafts import Draft, Ledger
from ladder_app.importers.front_matter import front_matter
from ladder_app.importers.html_blocks import html_blocks
from ladder_app.importers.markdown_blocks import markdown_blocks
from ladder_app.importers.page import PageReader
from ladder_app.importers.result import Imported, Place
from ladder_app.importers.words import looks_like_title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ladder_app.importers.meaning_words import Topic

_OF_A_LEVEL = frozenset(("level", "grade", "rank", "seniority", "band", "ladder", "track"))
"""Keys of front matter that only the page of a level has."""
_HTML_PAGE = re.compile(r"\s*(?:<!doctype html|<html)\b", re.IGNORECASE)


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
    page = _whole_html(lines) if _HTML_PAGE.match(text) else markdown_blocks(lines, front.length)
    if page.is_html and not draft.title:
        _title_of_document(page, draft)
    PageReader(draft, page, topics or {}).read()
    if looks_like_title(draft.title) and _OF_A_LEVEL & front.values.keys():
        # It says of itself that it is a level of a ladder.
        draft.guessed_line = None
    return imported(draft, name)


_TITLE = re.compile(r"<title\b[^>]*>(?P<title>[^<]*\w[^<]*)</title>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def _title_of_document(page: Blocks, draft: Draft) -> None:
    """A page of HTML without a heading over all others is called as its document is."""
    if any(isinstance(block, Heading) and block.depth == 1 for block in page.blocks):
        return
    for number, line in enumerate(page.source[:_HEAD]):
        found = _TITLE.search(line)
        if found is not None and unescape(_TAG.sub("", line)).strip() == unescape(found["title"]).strip():
            draft.title, draft.title_line = " ".join(unescape(found["title"]).split()), number
            draft.ledger.put([number], Place.TITLE)
            page.blocks = [block for block in page.blocks if block.lines != range(number, number + 1)]
            return


_HEAD = 200
"""In how many lines the title of a document is looked for."""


def _whole_html(lines: list[str]) -> Blocks:
    """The blocks of a page that is HTML from the first line to the last."""
    page = Blocks(lines, [], is_html=True)
    page.blocks = html_blocks(lines, 0, page.layout)
    return page

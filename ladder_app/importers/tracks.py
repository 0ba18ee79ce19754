"""Tracks: “Engineers” and “Managers”, each with a “Level 1” of its own; competencies share their levels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.drafts import DraftQuestion
from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.result import Asks
from ladder_app.importers.words import looks_like_title, plain, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ladder_app.importers.sections import Section

_IS_ONE = re.compile(
    r"\b(?:tracks?|paths?|ladders?|streams?|individual contributors?|ics?|management|managers?|leadership team)\b",
    re.IGNORECASE,
)
_FIELDS = frozenset(
    (
        "backend", "frontend", "fullstack", "mobile", "ios", "android", "web", "data", "infrastructure", "platform",
        "qa", "devops", "sre", "embedded", "firmware", "analytics", "science", "ml", "ai", "operations", "end",
        "back", "front", "full", "stack", "engineering", "machine", "learning", "development",
    )
)  # fmt: skip
"""Fields of work that may have levels of their own, or be competencies of the same levels."""


def levels_of_tracks(sections: list[Section], apart: set[int]) -> dict[int, Section]:
    """The sections that are levels of one track each, where others have levels of that name; not those `apart`."""
    found: dict[tuple[str, ...], list[int]] = {}
    for i, section in enumerate(sections):
        around = section.parent
        if i in apart or section.topic is not Topic.NAME or around is None or not around.depth:
            continue
        if names_level(section.title) and any(inside.blocks for inside in section.subtree()):
            found.setdefault(tokens(section.title), []).append(i)
    tracks: dict[int, Section] = {}
    for numbers in found.values():
        parents = [around for i in numbers if (around := sections[i].parent) is not None]
        if len({id(around) for around in parents}) > 1 and all(_is_track(around) for around in parents):
            tracks.update((id(around), around) for around in parents)
    return {
        i: around
        for numbers in found.values()
        for i in numbers
        if (around := sections[i].parent) is not None and id(around) in tracks
    }


def _is_track(section: Section) -> bool:
    if section.is_kind or section.topic in (Topic.GRADE, Topic.HIRING, Topic.INDICATOR, Topic.CONTENTS):
        return False
    return _IS_ONE.search(plain(section.title)) is not None or looks_like_title(section.title)


def question_of_tracks(areas: Mapping[int, Section]) -> DraftQuestion | None:
    """Where levels come back under fields of work, only a person knows whether they are the same levels."""
    names = list({id(area): area for area in areas.values()}.values())
    if len(names) < 2 or not all(_FIELDS.issuperset(tokens(area.title)) for area in names):
        return None
    listed = ", ".join(f"“{plain(area.title)}”" for area in names)
    message = f"The same levels stand under {listed}; are these areas of one ladder, or ladders of their own?"
    return DraftQuestion(names[0].lines.start, Asks.LEVELS, message, names=tuple(plain(area.title) for area in names))

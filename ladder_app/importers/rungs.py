"""What is known of a page’s levels before it is read: which sections are whose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ladder_app.importers.acting_headings import BOLD_DEPTH
from ladder_app.importers.meaning_words import Topic

if TYPE_CHECKING:
    from ladder_app.importers.sections import Section


@dataclass(slots=True)
class Rung:
    """A level as the outline has it, with every section that is its own."""

    title: str
    head: Section | None
    sections: list[Section] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    track: str = ""
    """The heading of the track that it is a level of, where several have levels of the same name."""
    named_by: Section | None = None
    """The section of criteria that names it, where a heading of its own was forgotten."""

    @property
    def depth(self) -> int:
        return self.head.depth if self.head else BOLD_DEPTH

    @property
    def heads_both_kinds(self) -> bool:
        """Whether what it asks stands in lists under headings for duties and for needs."""
        found = {one.topic for one in self.sections if one is not self.head and one.has_list}
        return {Topic.RESPONSIBILITY, Topic.REQUIREMENT} <= found


@dataclass(slots=True)
class Outline:
    """All sections in order, each with its level (a `Rung`), or with none."""

    sections: list[Section]
    rungs: list[Rung]
    owner: dict[int, Rung]
    specialties: set[int]
    kind_of: dict[int, Topic]
    """The kind of criteria for a section that has none of its own name, from the section around it."""
    area_of: dict[int, Section] = field(default_factory=dict)
    """The section that a level’s section is an area of, on pages that go by area first."""
    shared_by: dict[int, list[Rung]] = field(default_factory=dict)
    """The levels that share a section, where those are some and not all."""
    again: set[int] = field(default_factory=set)
    """Headings that say the name of the level they stand in once more."""
    aside: set[int] = field(default_factory=set)
    """Criteria of something between the levels that is none, such as of a promotion."""

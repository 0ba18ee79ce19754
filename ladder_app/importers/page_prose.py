"""What prose between headings is to a page: its title, labelled texts, an introduction, sentences behind a grade."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.domain.role import Kind
from ladder_app.importers.blocks import Heading, Listing, Paragraph, Table
from ladder_app.importers.criteria import labelled_rows
from ladder_app.importers.inheritance_words import SENTENCE
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.words import looks_like_title, plain, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ladder_app.importers.blocks import Block
    from ladder_app.importers.sections import Section

_OF_ANY = re.compile(
    r"appendix|menu|(?:site )?navigation|(?:table of )?contents|on this page|search|home|footer|skip to .*|feedback"
    r"|cookies?\b.*|related (?:pages|links)|share|comments?",
    re.IGNORECASE,
)
"""Headings of the site around a page, or behind it."""
_LINK = re.compile(r"\W*\[.*?\]\([^()]*\)\W*")


def title_heading(blocks: Sequence[Block]) -> Heading | None:
    """The heading that is the title of the page; none if it is but one of several like it."""
    headings = [block for block in blocks if isinstance(block, Heading) and not _OF_ANY.fullmatch(plain(block.text))]
    if not headings or headings[0].depth != 1:
        return None
    others = [heading for heading in headings[1:] if heading.depth == 1]
    if others and looks_like_title(headings[0].text) and any(looks_like_title(other.text) for other in others):
        return None
    return headings[0]


_ABOUT = frozenset(
    (
        "role",
        "the role",
        "about the role",
        "summary",
        "overview",
        "intro",
        "introduction",
        "about this role",
        "role summary",
        "role overview",
        "an overview of this role",
        "overview of this role",
        "job summary",
        "position summary",
    )
)
"""Headings over what is said of a role as such."""


def is_about_the_role(section: Section) -> bool:
    """Whether under a heading without a name there is prose about the role, or the level that it stands in."""
    return plain(section.title).casefold().strip(" :") in _ABOUT and is_prose(section) and not section.children


_ASKS_FOR = re.compile(
    r"\b(?:(?:must|should)(?: also)?(?: have| be| know| bring| possess)?|required(?: to have)?"
    r"|needs?(?: to)?(?: have| know)?|you (?:have|are|know|bring)|look(?:ing)? for|requirements(?: are| include)?)\W*$",
    re.IGNORECASE,
)


def kind_of_lead(block: Block, blocks: Sequence[Block]) -> Kind | None:
    """What the sentence over a list says that it lists: “Bakers must have:”; none if it says nothing."""
    at = next(number for number, one in enumerate(blocks) if one is block)
    before = blocks[at - 1] if at else None
    if not isinstance(before, Paragraph) or not before.text.rstrip(" *_").endswith(":"):
        return None
    words = plain(before.text)
    return Kind.REQUIREMENT if _ASKS_FOR.search(SENTENCE.split(words)[-1]) else None


def is_labelled(section: Section) -> bool:
    """Whether all that stands under a heading are texts that begin with a label in bold."""
    return bool(section.blocks) and all(
        isinstance(block, Paragraph) and bool(labelled_rows(block)) for block in section.blocks
    )


def is_prose(section: Section) -> bool:
    """Whether under a heading there are paragraphs and nothing else."""
    return bool(section.blocks) and all(isinstance(block, Paragraph) for block in section.blocks)


def comes_back(section: Section, sections: Sequence[Section], owners: Mapping[int, object]) -> bool:
    """Whether half of the levels, the `owners` of sections by number, have prose under the same heading."""
    wanted = tokens(section.title)
    alike = {id(owners[i]) for i, one in enumerate(sections) if i in owners and tokens(one.title) == wanted}
    every = {id(owner) for owner in owners.values()}
    return len(alike) > 1 and len(alike) * 2 >= len(every)


def is_introduced(section: Section) -> bool:
    """Whether a section says in prose what the categories inside it then list."""
    if section.has_list or not section.blocks:
        return False
    inside = [child for child in section.children if child.topic is Topic.NAME]
    return any(one.has_list for child in inside for one in child.subtree())


def holds_prose_only(sections: Sequence[Section]) -> bool:
    """Whether a page has neither lists nor headings that say what criteria are: then its prose is all there is."""
    return not any(section.is_kind or section.has_list or section.topic is Topic.GRADE for section in sections)


def leads_elsewhere(section: Section) -> bool:
    """Whether the lists of a section are links alone: a way to other pages, not criteria."""
    items = [item for block in section.blocks if isinstance(block, Listing) for item in block.items]
    tables = any(isinstance(block, Table) for block in section.blocks)
    return len(items) > 1 and not tables and all(_LINK.fullmatch(item.text) and not item.children for item in items)


def after_first_sentence(text: str) -> list[str]:
    """The further sentences of a paragraph."""
    return [sentence for sentence in SENTENCE.split(text)[1:] if plain(sentence)]

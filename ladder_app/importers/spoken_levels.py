"""Sentences that name a level over a list: “A **Senior Baker** is expected to:”. What is listed is that level’s."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.acting_headings import BOLD_DEPTH, LABEL_DEPTH
from ladder_app.importers.blocks import Listing, Paragraph, Table
from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.lengths import words_in
from ladder_app.importers.levels_by_area import INLINE_DEPTH
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.sections import Section
from ladder_app.importers.words import looks_like_title, plain, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ladder_app.importers.blocks import Block

_STRESSED = re.compile(r"(\*\*|__|\*|_|`)(?=\S)([^*_`]{1,60}?)(?<=\S)\1")
_BEFORE = re.compile(
    r"^(?:(?:as|at|for|in|on|to|of|from|being|when|once|additionally|also|typical(?:ly)?|our|your|every|each|all"
    r"|most|an?|the"
    r"|als|auf|für|ein(?:e|er|em|en)?|de[rmn]|die|das|en tant que?|comme|un[ea]?|el|la|los|las|como|para|o|os|no|na"
    r"|come|il|lo|een|het|voor|jako)\b,?\s*)+",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?<=\S)\s*(?:[,:(–—]|\b(?:is|are|should|shall|can|could|will|would|must|may|might|has|have|needs?|does|do"
    r"|you|they"
    r"|we|who|also"
    r"|knows?|understands?|level|expect\w*|responsib\w*|requirements?|typically|usually|generally|at|in|with|and|on|of"
    r"|ist|sind|soll(?:te|ten|en)?|kann|können|muss|müssen|hat|haben|wird|werden|est|sont|doit|doivent|peut|sait"
    r"|a|es|son|debe|deben"
    r"|puede|pueden|tiene|é|são|deve|devem|pode|podem|tem|è|sono|può|moet|kan|heeft|jest|powinien|musi|potrafi)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_SCRIPT_END = re.compile(r"(?:は|が|には|に|の|とは|として).*$")
LONGEST = 22
"""How many words a sentence has at most that names a level over a list."""


def with_spoken_levels(sections: list[Section]) -> list[Section]:
    """The sections, and a new one for each list that a sentence gives to a level."""
    sections = _without_labels(sections)
    titles = [plain(s.title).rstrip(": ") for s in sections if s.depth and s.topic is Topic.NAME]
    headed = {tokens(title): title for title in titles if looks_like_title(title)}
    named = {id(s): _leads(s, headed) for s in sections if _is_open(s)}
    found = [tokens(name) for leads in named.values() for name in leads.values()]
    if len(set(found)) < 2:
        return sections
    result: list[Section] = []
    for section in sections:
        result.append(section)
        leads = named.get(id(section), {})
        several = len({tokens(name) for name in leads.values()}) > 1
        if leads and (several or any(found.count(tokens(n)) > 1 or tokens(n) in headed for n in leads.values())):
            inside = list(_parted(section, leads))
            result += inside
            section.children[:0] = inside
    return result


def _without_labels(sections: list[Section]) -> list[Section]:
    """The sections, those that a sentence such as “Senior bakers should:” opened given back to the one around them."""
    spoken = [
        s for s in sections if s.depth == LABEL_DEPTH and s.is_kind and s.has_list and level_spoken_of(s.title, {})
    ]
    if len({tokens(level_spoken_of(section.title, {})) for section in spoken}) < 2:
        return sections
    ids = set(map(id, spoken))
    result: list[Section] = []
    for section in sections:
        around = section.parent
        if id(section) in ids and around is not None and around is result[-1]:
            around.blocks += [Paragraph([(section.lines.start, section.title)]), *section.blocks]
            around.children = [child for child in around.children if child is not section]
        else:
            result.append(section)
    return result


def _is_open(section: Section) -> bool:
    """Whether lists under a heading may be several levels’: it is in no level, and no chapter of something else."""
    inside: Section | None = section
    while inside is not None and inside.depth:
        if inside.topic not in (Topic.NAME, Topic.LEVELS, Topic.RESPONSIBILITY, Topic.REQUIREMENT):
            return False
        if inside.topic is Topic.NAME and inside.parent is not None and looks_like_title(inside.title):
            others = (s for s in inside.parent.children if s is not inside)
            if inside.depth >= BOLD_DEPTH or any(looks_like_title(s.title) for s in others):
                return False
        inside = inside.parent
    return True


def _leads(section: Section, headed: dict[tuple[str, ...], str]) -> dict[int, str]:
    """The numbers of the blocks that name a level over what follows them, with the names."""
    found = {}
    for number, block in enumerate(section.blocks[:-1]):
        following = section.blocks[number + 1]
        if isinstance(block, Paragraph) and isinstance(following, (Listing, Table)):
            name = level_spoken_of(block.text, headed)
            if name:
                found[number] = name
    return found


def level_spoken_of(text: str, headed: dict[tuple[str, ...], str]) -> str:
    """The level that a sentence is about; empty if it is about none, or about several."""
    text = text.strip()
    if words_in(plain(text)) > LONGEST or not (
        text.endswith((":", "\uff1a", "…", "...", "to", "**", "__")) or len(text) < 60
    ):
        return ""
    stressed = [found[2].strip(" :") for found in _STRESSED.finditer(text)]
    stressed = [name for name in stressed if names_level(name) or tokens(name) in headed]
    if stressed:
        return headed.get(tokens(stressed[0]), stressed[0]) if len({tokens(name) for name in stressed}) == 1 else ""
    subject = _BEFORE.sub("", plain(text)).strip()
    name = _VERB.sub("", subject).strip(" :\uff1a.…")
    if name and not name.isascii():
        name = _SCRIPT_END.sub("", name)
    if not name or words_in(name) > 5 or not (names_level(name) or tokens(name) in headed):
        return _known_in(text, headed)
    return headed.get(tokens(name), name[:1].upper() + name[1:])


def _known_in(text: str, headed: dict[tuple[str, ...], str]) -> str:
    """The one name of a heading that stands in a sentence, word by word."""
    words = tokens(text)
    found = [
        name for name in headed if len(name) > 1 and any(words[i : i + len(name)] == name for i in range(len(words)))
    ]
    longest = [name for name in found if not any(set(name) < set(other) for other in found)]
    return headed[longest[0]] if len(longest) == 1 else ""


def _parted(section: Section, leads: dict[int, str]) -> Iterable[Section]:
    """Cut the blocks of a section: each list is its level’s; the sentences over them stay with the section."""
    kept: list[Block] = []
    blocks, section.blocks = section.blocks, kept
    current: Section | None = None
    for number, block in enumerate(blocks):
        if number in leads:
            kept.append(block)
            start = block.lines.start
            depth = max(INLINE_DEPTH, section.depth + 1)
            current = Section(depth, leads[number], range(start, start), Topic.NAME, parent=section, is_level=True)
            yield current
        elif current is None or (isinstance(block, Paragraph) and current.blocks):
            current = None
            kept.append(block)
        else:
            current.blocks.append(block)

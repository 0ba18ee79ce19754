"""What prose between headings is to a page: its title, labelled texts, an introduction, sentences behind a grade."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.domain.role import Kind
from ladder_app.importers.blocks import Heading, Item, Listing, Paragraph, Table
from ladder_app.importers.criteria import labelled_rows
from ladder_app.importers.inheritance_words import SENTENCE
from ladder_app.importers.lengths import words_in
from ladder_app.importers.level_names import without_number
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
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
_PART = re.compile(
    r"(?:the |our |an? )?(?:objectives?|introductions?|intro|overview|summary|purpose|goals?|background|description"
    r"|scope|mission|welcome|preface|foreword|experience|about(?: .*)?)",
    re.IGNORECASE,
)
"""Headings over the first part of a page, which is not called so as a whole."""
_PARTS = (Topic.RESPONSIBILITY, Topic.REQUIREMENT, Topic.CONTENTS, Topic.HIRING)
_LEADS = re.compile(r"\W*\[.*?\]\((?:[^()]|\([^()]*\))*\)(?P<rest>.*)", re.DOTALL)
_AUTHOR = 4
"""How many words behind a link say at most whose text it is, or where it is to be found."""


def title_heading(blocks: Sequence[Block]) -> Heading | None:
    """The heading that is the title of the page; none if it is but one of several like it."""
    headings = [block for block in blocks if isinstance(block, Heading) and not _OF_ANY.fullmatch(plain(block.text))]
    if not headings:
        return _first_line(blocks)
    if headings[0].depth != 1:
        return headings[0] if blocks[0] is headings[0] and _is_over_all(headings) else None
    others = [heading for heading in headings[1:] if heading.depth == 1]
    if others and looks_like_title(headings[0].text) and any(looks_like_title(other.text) for other in others):
        return None
    if others and (_PART.fullmatch(plain(headings[0].text)) or meaning(headings[0].text).topic in _PARTS):
        return None
    return headings[0]


def _is_over_all(headings: Sequence[Heading]) -> bool:
    """Whether a page that has no heading of the first depth begins with the name of what all of it is about."""
    first = headings[0]
    beside = [heading for heading in headings[1:] if heading.depth <= first.depth]
    if meaning(first.text).topic is not Topic.NAME or _PART.fullmatch(plain(first.text)) or len(headings) == 1:
        return False
    if not beside:
        return True
    if not looks_like_title(first.text) or any(looks_like_title(heading.text) for heading in headings[1:]):
        return False
    return any(meaning(heading.text).topic in _PARTS for heading in beside)


def _first_line(blocks: Sequence[Block]) -> Heading | None:
    """The line over all else on a page that has no headings, where it is a name and no sentence or level."""
    first = blocks[0] if len(blocks) > 1 else None
    if not isinstance(first, Paragraph) or len(first.rows) > 1 or not isinstance(blocks[1], Table):
        return None
    words = plain(first.text)
    if not words[:1].isupper() or words[-1:] in ".,;:!?" or words_in(words) > _LONGEST_TITLE:
        return None
    return Heading(1, first.text, first.lines)


_LONGEST_TITLE = 8
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


_PURPOSE = re.compile(
    r"(?:(?:the |main |general )?(?:job|role|position) )?(?:purpose|mission|objective)s?"
    r"(?: (?:of|for) (?:the|this) (?:job|role|position|level))?"
    r"|(?:descripción|objetivo|propósito|misión)(?: (?:&|y|e) \w+)?(?: (?:general )?del? (?:cargo|puesto|rol|nivel))"
    r"|(?:descrição|objetivo|propósito)(?: (?:&|e) \w+)? (?:do|da) (?:cargo|função|papel)"
    r"|(?:ziel|zweck) der (?:stelle|rolle)|(?:objectif|mission) du (?:poste|rôle)",
    re.IGNORECASE,
)


def says_purpose(section: Section) -> bool:
    """Whether prose under a heading says what a job is there for; nobody is rated by that."""
    words = plain(section.title).strip(" :")
    return _PURPOSE.fullmatch(words) is not None and is_prose(section) and not section.children


def is_about_the_role(section: Section) -> bool:
    """Whether under a heading without a name there is prose about the role, or the level that it stands in."""
    return plain(section.title).casefold().strip(" :") in _ABOUT and is_prose(section) and not section.children


_ASKS_FOR = re.compile(
    r"\b(?:(?:must|should)(?: also)?(?: have| be| know| bring| possess)?|required(?: to have)?"
    r"|needs?(?: to)?(?: have| know)?|you (?:have|are|know|bring)|look(?:ing)? for|requirements(?: are| include)?)\W*$",
    re.IGNORECASE,
)


_TO_BECOME = re.compile(
    r"(?:in order )?to (?:become|be(?: considered)?|qualify as) (?:an? |our )?[\w -]{2,40},", re.IGNORECASE
)


_IMAGE = re.compile(r"(?:\W*!\[[^\]]*\](?:\([^()]*\)|\[[^\]]*\]))+\W*|(?:<img\b[^>]*>\s*)+", re.IGNORECASE)
_OF_THE_PAGE = re.compile(
    r"(?:these|the|all) (?:levels|roles|titles|ranks|tracks)\b(?! (?:up|below|above))"
    r"|this (?:page|document|ladder|framework|matrix|guide|career (?:ladder|path|framework))\b",
    re.IGNORECASE,
)


def is_image(block: Paragraph) -> bool:
    """Whether a paragraph is but a picture."""
    return "!" in block.text and _IMAGE.fullmatch(block.text) is not None


def is_about_the_page(block: Paragraph) -> bool:
    """Whether a paragraph speaks of all levels, or of the page: “These levels are a guide.”"""
    return _OF_THE_PAGE.match(plain(block.text)) is not None


def kind_of_lead(block: Block, blocks: Sequence[Block]) -> Kind | None:
    """What the sentence over a list says that it lists: “Bakers must have:”; none if it says nothing."""
    at = next(number for number, one in enumerate(blocks) if one is block)
    before = blocks[at - 1] if at else None
    if not isinstance(before, Paragraph) or not before.text.rstrip(" *_").endswith(":"):
        return None
    words = plain(before.text)
    if _TO_BECOME.match(words):
        return Kind.REQUIREMENT
    return Kind.REQUIREMENT if _ASKS_FOR.search(SENTENCE.split(words)[-1]) else None


_STEPS = re.compile(r"\b(?:process|procedure|steps)\b[^.]*:\W*$", re.IGNORECASE)


def are_steps(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether the sentence over a list says that it goes through a process: “The process of becoming a Baker is:”."""
    at = next(number for number, one in enumerate(blocks) if one is block)
    before = blocks[at - 1] if at else None
    return isinstance(before, Paragraph) and _STEPS.search(plain(before.text)) is not None


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
    wanted = tokens(without_number(section.title))
    alike = {
        id(owners[i]) for i, one in enumerate(sections) if i in owners and tokens(without_number(one.title)) == wanted
    }
    every = {id(owner) for owner in owners.values()}
    return len(alike) > 1 and len(alike) * 2 >= len(every)


def is_told_like_others(section: Section, sections: Sequence[Section], owners: Mapping[int, object]) -> bool:
    """Whether prose under a heading is one of those that a level is told in, most of which other levels have, too."""
    beside = [one for one in section.parent.children if one.topic is Topic.NAME] if section.parent is not None else []
    if len(beside) < _MANY or not all(is_prose(inside) for one in beside for inside in one.subtree()):
        return False
    back = sum(comes_back(one, sections, owners) for one in beside)
    return back * 3 >= len(beside) * 2


_MANY = 4


def is_introduced(section: Section) -> bool:
    """Whether a section says in prose what the categories inside it then list."""
    if section.has_list or not section.blocks:
        return False
    inside = [child for child in section.children if child.topic in (Topic.NAME, section.topic)]
    return any(one.has_list for child in inside for one in child.subtree())


def holds_prose_only(sections: Sequence[Section]) -> bool:
    """Whether a page has neither lists nor headings that say what criteria are: then its prose is all there is."""
    return not any(section.is_kind or section.has_list or section.topic is Topic.GRADE for section in sections)


def leads_elsewhere(section: Section) -> bool:
    """Whether the lists of a section are links alone: a way to other pages, or what there is to read; no criteria."""
    if _holds_links(section, 2) or _holds_people(section):
        return True
    if section.topic is not Topic.NAME or section.parent is None or not _holds_links(section, 1):
        return False
    return any(_holds_links(one, 2) for one in section.parent.children if one is not section)


_INTERVIEW = re.compile(
    r"\W*(?:(?:an?|the|one|first|second|third|final|initial) )?(?:\d+[- ]min(?:ute)?s? )?"
    r"(?:(?:screening|phone|video|hr|technical|panel|final|behaviou?ral|team) )*"
    r"(?:interviews?|(?:phone )?screen(?:ing)?(?: call)?|calls?) (?:with|by) ",
    re.IGNORECASE,
)


def tells_of_interviews(section: Section) -> bool:
    """Whether the lists under a name go through the steps of hiring: “Interview with a head baker.”"""
    if section.topic is not Topic.NAME or section.titleish:
        return False
    items = [item for block in section.blocks if isinstance(block, Listing) for item in block.items]
    return len(items) > 1 and sum(_INTERVIEW.match(item.text) is not None for item in items) * 3 > len(items) * 2


_PERSON = re.compile(r"(?:^|[\s(\[])@[\w-]+|\]\(https?://git(?:hub|lab)\.com/[\w-]+/?\)")


def _holds_people(section: Section) -> bool:
    """Whether the entries of the lists are people by the names they have on a site: “Ada Byron (@ada)”."""
    items = [item for block in section.blocks if isinstance(block, Listing) for item in block.items]
    return len(items) > 1 and all(_PERSON.search(item.text) is not None and words_in(item.text) <= 8 for item in items)


def _holds_links(section: Section, fewest: int) -> bool:
    items = [item for block in section.blocks if isinstance(block, Listing) for item in block.items]
    tables = any(isinstance(block, Table) for block in section.blocks)
    return len(items) >= fewest and not tables and all(map(_leads_to_a_text, items))


def _leads_to_a_text(item: Item) -> bool:
    """Whether an entry is a link, with no more beside it than whose text that is: “[On Rye](…) – Baker, 2012”."""
    if item.children or "](" not in item.text:
        return False
    found = _LEADS.match(item.text)
    return found is not None and not found["rest"].rstrip().endswith(".") and words_in(plain(found["rest"])) <= _AUTHOR


def after_first_sentence(text: str) -> list[str]:
    """The further sentences of a paragraph."""
    return [sentence for sentence in SENTENCE.split(text)[1:] if plain(sentence)]
